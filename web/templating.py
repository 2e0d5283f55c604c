"""Makes pages of templates: everything is escaped, a misspelt name is an error, and a text comes from a catalogue."""

import hashlib
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from activities.names import short_name
from domain.actors import Role
from letters import naming
from letters.formats import Language
from web import formats, navigation, words
from web.forms.paper import is_written_down
from web.people import called, house, place, role_name, user_line
from web.rules import rule_link, rule_set_title
from web.steps import colour
from web.work import case_address, command_address

if TYPE_CHECKING:
    from web.visit import Visit

FOLDER: Final = Path(__file__).with_name("templates")
STATIC: Final = Path(__file__).with_name("static")

#: What a language calls itself, in the order of the footer.
LANGUAGES: Final[Mapping[Language, str]] = {
    Language.NB: "Bokmål",
    Language.NN: "Nynorsk",
    Language.EN: "English",
}


@cache
def _environment() -> Environment:
    """Return what all templates share; to compile them takes most of a second, so each is compiled once in a process."""
    env = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    formats.add_filters(env)
    env.globals |= {
        "asset": _asset,
        "case_address": case_address,
        "command_address": command_address,
        "languages": LANGUAGES,
        "short": short_name,
        "stage_colour": colour,
    }
    return env


class Templates:
    """The templates, and the addresses of what they are drawn with."""

    def __init__(self) -> None:
        self._env = _environment()

    def render(self, template: str, visit: "Visit", context: Mapping[str, Any]) -> str:
        """Return *template* for *visit*."""
        language = visit.language
        return self._env.get_template(template).render(
            visit=visit,
            lang=language,
            t=lambda key, **params: words.say(language, key, params),
            has=partial(words.has, language),
            verb=lambda command: verb(language, command, None if visit.actor is None else visit.actor.role),
            menu={} if visit.actor is None else navigation.menu(visit.actor.role, visit.paths),
            person=partial(called, language),
            who=partial(role_name, language),
            house=partial(house, language),
            place=lambda actor: place(language, actor.role, actor.unit),
            place_of=lambda hat: place(language, hat.role, hat.unit),
            municipality=lambda number: words.say(language, "place-municipality", {"unit": number}),
            user_line=partial(user_line, language),
            place_of_office=partial(naming.office_name, language),
            rule_link=partial(rule_link, language),
            rule_set_title=rule_set_title,
            now=visit.now,
            **context,
        )


def verb(language: Language, command: str, role: Role | None) -> str:
    """Return what stands on the button of a command; an office writes down what a municipality says."""
    key = f"send-{command}" if words.has(language, f"send-{command}") else f"command-{command}"
    if role is not None and is_written_down(command, role) and words.has(language, f"{key}.office"):
        key = f"{key}.office"
    return words.sentence(words.say(language, key))


def _asset(name: str) -> str:
    """Return the address of a static file; it changes when the file does, so that browsers may keep it for ever."""
    return f"/static/{name}?v={_DIGESTS[name]}"


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12]


_DIGESTS: Final = {
    file.relative_to(STATIC).as_posix(): _digest(file) for file in STATIC.rglob("*") if file.is_file()
}
