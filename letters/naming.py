"""What a parameter's name says of its value: the one convention by which every text shows what it is given.

``*_ore`` is money, ``*_day`` and ``*_on`` a calendar day (ISO), ``*_at`` an instant (ISO); a deadline is stored as the
first instant after it and shown as its last minute or day. The names below hold codes, which are themselves translated.
What is missing, and an empty list, is the word ``none``: a text can ask for it, and cannot show it by accident.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from fluent.runtime.types import FluentType, fluent_number

from domain.offices import OFFICES
from letters import bundles, formats
from letters.formats import Language

NONE: Final = "none"

#: The family of catalogue keys (``stage-granted``) that each parameter's codes belong to.
FAMILIES: Final[Mapping[str, str]] = {
    "act": "act",
    "adopted": "organisation_language",
    "allowed": "role",
    "asked": "value",
    "audits": "duty",
    "command": "command",
    "condition": "condition",
    "controls": "control",
    "cost_kind": "cost_kind",
    "criteria": "criterion",
    "duties": "duty",
    "duty": "duty",
    "ground": "ground",
    "in_force": "value",
    "missing": "term",
    "name": "duty",
    "needed": "setting",
    "open": "condition",
    "outcome": "outcome",
    "possible": "command",
    "pot": "pot",
    "pots": "pot",
    "project_type": "project_type",
    "recommended": "recommended",
    "rejection_ground": "ground",
    "reports": "duty",
    "result": "verdict",
    "role": "role",
    "round_strand": "strand",
    "service_kind": "service_kind",
    "setting": "setting",
    "silent": "setting",
    "stage": "stage",
    "state": "state",
    "strand": "strand",
    "term": "term",
    "wanted": "duty_move",
    "what": "term",
}

#: Families whose codes people make up too (a round's criteria, a frame's pots): an unknown one is shown as it is.
_OPEN: Final = frozenset({"criterion", "pot", "duty", "condition", "value"})

#: Lists of which one is chosen.
_CHOICES: Final = frozenset({"allowed", "expected", "known", "possible"})

_DAYS: Final = frozenset({"spent_until", "cost_from"})
_LAST_MINUTE: Final = frozenset({"closes_at", "use_deadline_at"})
_LAST_DAY: Final = frozenset({"deadline", "use_deadline"})

_ORG_DIGITS: Final = 9


def arguments(
    language: Language, params: Mapping[str, Any], names: Mapping[str, str]
) -> dict[str, FluentType | str]:
    """Return *params* as the texts take them; *names* has what numbers and ids are called, where it is known."""
    return {name: _shown(language, name, value, names) for name, value in params.items()}


def _shown(language: Language, name: str, value: Any, names: Mapping[str, str]) -> FluentType | str:
    if value is None or value in ([], ()):
        return NONE
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        words = [str(_one(language, name, item, names)) for item in value if not isinstance(item, dict)]
        return formats.listed(language, words, choice=name in _CHOICES)
    return _one(language, name, value, names)


def _one(language: Language, name: str, value: Any, names: Mapping[str, str]) -> FluentType | str:
    if isinstance(value, int):
        # Without grouping: a year is not 2,026.
        return (
            formats.money(language, value)
            if name.endswith("_ore")
            else fluent_number(value, useGrouping=False)
        )
    text = str(value)
    if name in _SPECIAL:
        return _SPECIAL[name](language, text, names)
    if name in FAMILIES:
        return _word(language, FAMILIES[name], text, names)
    return _dated(language, name, text)


def _dated(language: Language, name: str, text: str) -> str:
    if name in _LAST_MINUTE:
        return formats.last_minute(language, formats.as_instant(text))
    if name in _LAST_DAY:
        return formats.last_day_of(language, formats.as_instant(text))
    if name.endswith("_at"):
        return formats.instant(language, formats.as_instant(text))
    if name.endswith(("_day", "_on")) or name in _DAYS:
        return formats.day(language, date.fromisoformat(text))
    # Some of these were typed by a person: they must not be able to steer a terminal.
    return _harmless(text)


def _word(language: Language, family: str, code: str, names: Mapping[str, str]) -> str:
    key = f"{family}-{code}"
    if family in _OPEN and not bundles.has(language, key):
        return _harmless(names.get(code, code))
    return bundles.render(language, key, {})


def _harmless(text: str) -> str:
    """Return what somebody typed on one line, without anything that could steer a terminal."""
    words = " ".join(text.split())
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in words)


def office_name(language: Language, code: str) -> str:
    """Return the name of an office: ``Statsforvaltaren i Vestland``.

    Raises:
        KeyError: There is no such office.
    """
    area = OFFICES[code].name_nb.removeprefix("Statsforvalteren i ")
    return bundles.render(language, "office", {"area": area})


def _unit(language: Language, code: str, names: Mapping[str, str]) -> str:
    return office_name(language, code) if code in OFFICES else names.get(code) or _org(language, code, names)


def _org(_language: Language, number: str, _names: Mapping[str, str]) -> str:
    whole = len(number) == _ORG_DIGITS and number.isdecimal()
    return formats.org_number(number) if whole else _harmless(number)


def _municipality(language: Language, number: str, names: Mapping[str, str]) -> str:
    return names.get(number) or bundles.render(language, "municipality-unnamed", {"number": number})


def _person(_language: Language, subject: str, names: Mapping[str, str]) -> str:
    return _harmless(names.get(subject, subject))


def _clock(language: Language, running: str, names: Mapping[str, str]) -> str:
    """A clock runs under a name of its own, such as ``report:2026``."""
    return _word(language, "clock", running.partition(":")[0], names)


def _found(language: Language, listed: str, _names: Mapping[str, str]) -> str:
    """A refused application lists its errors as ``code|rule|field``."""
    code, rule, *_ = listed.split("|")
    return f"{bundles.render(language, f'finding-{code}.short', {})} ({rule})"


def _event(language: Language, kind: str, _names: Mapping[str, str]) -> str:
    return bundles.render(language, f"event-{kind}.name", {})


def _step(language: Language, at: str, _names: Mapping[str, str]) -> str:
    """A rung of a ladder stands as ``-30d``, ``0d``, ``+7d``, or as a month and day of the grant year: ``11-15``."""
    if not at.endswith("d"):
        month, day = at.split("-")
        return formats.day_of_every_year(language, int(month), int(day))
    days = int(at[:-1])
    when = "on" if days == 0 else "before" if days < 0 else "after"
    return bundles.render(language, f"step-{when}", {"days": fluent_number(abs(days))})


def deficiency(language: Language, code: str) -> str:
    """Return what an application lacks in a few words; a code of the officer's own points to the explanation."""
    key = f"finding-{code}.short"
    return bundles.render(language, key if bundles.has(language, key) else "deficiency-other", {})


_SPECIAL: Final[Mapping[str, Callable[[Language, str, Mapping[str, str]], str]]] = {
    "clock": _clock,
    "deficiencies": lambda language, code, _names: deficiency(language, code),
    "events": _event,
    "findings": _found,
    "given": _org,
    "host": _org,
    "lacking": _found,
    "host_office": lambda language, code, _names: office_name(language, code),
    "municipalities": _municipality,
    "municipality": _municipality,
    "office": lambda language, code, _names: office_name(language, code),
    "officer": _person,
    "org_number": _org,
    "payee": _org,
    "step": _step,
    "unit": _unit,
}
