"""Whatever a page says has words in three languages, and no words wait for a page that does not say them."""

import re
from pathlib import Path

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from domain.actors import OFFICE_ROLES, Role
from domain.authority import MAY
from domain.commands import BODIES
from letters.formats import Language
from web import words
from web.forms.fields import OWN_PAGES, Kind, fields_of
from web.forms.paper import is_written_down
from web.templating import verb

WEB = Path(__file__).parents[2] / "web"

#: In templates ``t("key"``, in modules ``say("key"`` and constants of menus.
QUOTED = re.compile(r"""["']([a-z][a-z_]*-[A-Za-z0-9_.-]*[A-Za-z0-9_-])["']""")

#: Families whose keys are put together: ``"why-" ~ code``.
OPENED = re.compile(r"""["']([a-z][a-z_-]*-)["']\s*~|f["']([a-z][a-z_-]*-)\{""")

LANGUAGES = pytest.mark.parametrize("language", list(Language))


def entries(language: Language) -> dict[str, ftl.Pattern]:
    found: dict[str, ftl.Pattern] = {}
    for resource in words.CATALOGUE.resources(language).values():
        for entry in resource.body:
            if isinstance(entry, ftl.Message) and entry.value is not None:
                found[entry.id.name] = entry.value
                found |= {f"{entry.id.name}.{one.id.name}": one.value for one in entry.attributes}
    return found


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(  # noqa: N802 - the library calls it so
        self, node: ftl.VariableReference
    ) -> None:
        self.names.add(node.id.name)


def variables(pattern: ftl.Pattern) -> set[str]:
    found = _Variables()
    found.visit(pattern)
    return found.names


def sources() -> list[str]:
    return [
        path.read_text()
        for pattern in ("*.py", "*.html")
        for path in WEB.rglob(pattern)
        if "vendor" not in path.parts
    ]


def asked_for() -> tuple[set[str], set[str]]:
    """Return the keys that are written out somewhere, and the beginnings of those that are put together."""
    whole = {key for source in sources() for key in QUOTED.findall(source)}
    opened = {one or other for source in sources() for one, other in OPENED.findall(source)}
    opened |= {f"{one.family}-" for command in BODIES for one in fields_of(command) if one.family}
    opened |= {f"{about}-" for about in ("help", "accessibility", "privacy")}
    return whole, opened


@LANGUAGES
def test_every_language_has_every_text_and_asks_for_the_same(language: Language) -> None:
    bokmal, other = entries(Language.NB), entries(language)

    assert sorted(bokmal) == sorted(other)
    assert [key for key in bokmal if variables(bokmal[key]) != variables(other[key])] == []


def test_no_text_waits_for_a_page_that_does_not_say_it() -> None:
    whole, opened = asked_for()
    left = [
        key
        for key in entries(Language.NB)
        if key not in whole and not any(key.startswith(family) for family in opened)
    ]

    assert left == []


def test_every_text_that_a_template_names_is_in_a_catalogue() -> None:
    named = {
        key
        for path in (WEB / "templates").rglob("*.html")
        for key in re.findall(r"""\bt\(\s*["']([a-z][\w.-]*[a-z0-9_])["']\s*[,)]""", path.read_text())
    }

    assert sorted(key for key in named if not words.has(Language.NB, key)) == []


def test_every_command_has_its_button_and_its_fields_their_labels() -> None:
    lacking = [
        key
        for command in BODIES
        for key, other in (
            (f"send-{command}", f"send-{command}"),
            *(
                (f"field-{one.last}", f"field-{command}-{one.last}")
                for one in fields_of(command)
                if one.kind is not Kind.HIDDEN
            ),
            *((f"{one.family}-{code}", "") for one in fields_of(command) for code in one.codes),
        )
        if command not in OWN_PAGES
        and MAY[command][0] != {Role.SYSTEM}
        and not words.has(Language.NB, key)
        and not words.has(Language.NB, other)
    ]

    assert lacking == []


@LANGUAGES
def test_an_office_writes_down_what_a_municipality_says_in_its_own_voice(language: Language) -> None:
    both = [
        kind
        for kind in BODIES
        if kind != "submit" and any(is_written_down(kind, role) for role in MAY[kind][0] & OFFICE_ROLES)
    ]

    assert {"file_appeal", "withdraw", "deliver_report"} <= set(both)
    for kind in both:
        role = next(iter(MAY[kind][0] & OFFICE_ROLES))
        assert verb(language, kind, role) != verb(language, kind, Role.APPLICANT_SIGNATORY), kind
    assert verb(language, "grant", Role.LEADER) == verb(language, "grant", None)
