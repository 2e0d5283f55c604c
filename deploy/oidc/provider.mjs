// A local OpenID provider: the real protocol, by a certified library, and a list of logins instead of a password.
// For a machine of one's own, tests and demonstrations; it listens on 127.0.0.1 alone and forgets everything when it ends.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { programs } from './programs.mjs';

const settings = JSON.parse(readFileSync(process.argv[2], 'utf-8'));
const logins = new Map(settings.logins.map((login) => [login.subject, login]));
const HIGH = 'idporten-loa-high';

const provider = new Provider(settings.issuer, {
  clients: [{
    client_id: settings.client_id,
    client_secret: settings.client_secret,
    redirect_uris: settings.redirect_uris,
    post_logout_redirect_uris: settings.after_logout,
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_basic',
  }],
  pkce: { required: () => true },
  jwks: { keys: [settings.signing_key] },
  claims: { openid: ['sub', 'acr', 'authorization_details'] },
  acrValues: [HIGH],
  conformIdTokenClaims: false,
  cookies: { keys: [settings.cookie_key] },
  findAccount: (_ctx, subject) => logins.has(subject) && {
    accountId: subject,
    claims: () => ({ sub: subject, authorization_details: logins.get(subject).authorization_details }),
  },
  interactions: { url: (_ctx, interaction) => `/logg-inn/${interaction.uid}` },
  loadExistingGrant: async (ctx) => {
    // Nobody is asked for consent: there is one client, and it is ours.
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.body = page('Logg ut', `<h1>Logg ut</h1>${form}<p><button form="op.logoutForm" name="logout" value="yes">Logg ut</button></p>`);
      },
    },
  },
  renderError: (ctx, out) => { ctx.body = page('Feil', `<h1>Innloggingen stoppet</h1><p>${text(out.error_description ?? out.error)}</p>`); },
});

const text = (value) => String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#23262a}
h1{font-size:1.75rem}h2{font-size:1.125rem;margin:2rem 0 .5rem}ul{list-style:none;padding:0;display:grid;gap:.5rem;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr))}
button{font:inherit;width:100%;text-align:left;padding:.5rem .75rem;border:1px solid #0062ba;border-radius:4px;background:#fff;color:#0062ba;cursor:pointer;min-height:2.75rem}
button:hover{background:#eef3fb}button:focus-visible{outline:3px solid #23262a;outline-offset:2px}`;

const page = (title, body) => `<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – lokal innlogging</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;

const chooser = (uid) => {
  const places = Map.groupBy ? Map.groupBy(settings.logins, (login) => login.place) : group(settings.logins);
  const lists = [...places].map(([place, found]) => `<h2>${text(place)}</h2><ul>${found.map((login) => `<li><form method="post" action="/logg-inn/${text(uid)}"><input type="hidden" name="subject" value="${text(login.subject)}"><button>${text(login.name)}</button></form></li>`).join('')}</ul>`);
  return page('Velg hvem du er', `<h1>Velg hvem du er</h1><p>Dette er en lokal innlogging med roller, uten personer. En virkelig installasjon har den ikke.</p>${lists.join('')}`);
};

const group = (found) => found.reduce((places, login) => places.set(login.place, [...(places.get(login.place) ?? []), login]), new Map());

const chosen = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString('utf-8')).get('subject');
};

const answer = provider.callback();
const tokens = programs(settings, logins);
createServer(async (request, response) => {
  if (await tokens(request, response)) return;
  const [, uid] = /^\/logg-inn\/([\w-]+)$/.exec(request.url ?? '') ?? [];
  if (uid === undefined) { answer(request, response); return; }
  try {
    await provider.interactionDetails(request, response);
    if (request.method === 'POST') {
      const accountId = await chosen(request);
      if (!logins.has(accountId)) throw new Error('unknown login');
      await provider.interactionFinished(request, response, { login: { accountId, acr: HIGH, remember: false } }, { mergeWithLastSubmission: false });
      return;
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(chooser(uid));
  } catch {
    response.writeHead(400, { 'Content-Type': 'text/html; charset=utf-8' }).end(page('Feil', '<h1>Innloggingen er utløpt</h1><p>Gå tilbake til Saksgang, og logg inn på nytt.</p>'));
  }
}).listen(settings.port, '127.0.0.1', () => console.log(`ready ${settings.issuer}`));
