// What a page can do more when scripts run; without them every form and link still works.

// After a failed form the reader is taken to what is wrong; after a partial change the focus stays where it was.
const attend = (root) => root.querySelector?.('[data-attend]')?.focus();
document.addEventListener('DOMContentLoaded', () => attend(document));
document.addEventListener('htmx:after:swap', (event) => attend(event.target));

// What changed in a part of the page is told.
document.addEventListener('htmx:after:swap', () => {
  const said = document.querySelector('[data-live]');
  if (said) document.getElementById('live').textContent = said.textContent;
});

// A slider goes where it is let go; its button is for those without scripts.
document.documentElement.dataset.scripts = 'yes';
document.addEventListener('change', (event) => { if (event.target.matches('[data-submits]')) event.target.form.requestSubmit(); });

// A menu is closed by Escape and by a click elsewhere.
const menus = () => document.querySelectorAll('details[name="top"][open], details.more[open]');
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of menus()) { menu.open = false; menu.querySelector('summary')?.focus(); }
});
document.addEventListener('click', (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

// A form is sent once; the button says that it is on its way.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = 'yes';
  event.submitter?.setAttribute('aria-busy', 'true');
});
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

// Typing is not lost by walking away from a page by accident.
const changed = new Set();
document.addEventListener('input', (event) => { const form = event.target.closest('form[data-keep]'); if (form) changed.add(form); });
document.addEventListener('submit', (event) => changed.delete(event.target));
window.addEventListener('beforeunload', (event) => { if (changed.size) event.preventDefault(); });

// Where nothing answered, what was typed stays, and the page says so in its own words.
for (const name of ['htmx:error', 'htmx:response:error']) {
  document.addEventListener(name, () => { const told = document.querySelector('[data-unsent]'); if (told) told.hidden = false; });
}
