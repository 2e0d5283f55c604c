"""What every code is called, in three languages: the one door to the message catalogues in ``locales/``.

Keys: ``refusal-<code>`` and ``finding-<code>`` with ``.mend`` (what mends it; a finding also has ``.short``),
``stage-``, ``role-``, ``task-``, ``command-`` (infinitive), ``event-<Kind>`` with ``.name``, ``clock-``, ``act-``,
``verdict-``, ``term-``, ``control-``, ``state-``, ``ground-`` …, and ``letter-<key>`` with ``.subject``. How values are
shown follows from their parameter's name (``letters.naming``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from domain.checks import Finding
from domain.problems import MORE, Problem
from domain.refusal import Param
from letters import bundles, naming
from letters.bundles import MissingTextError, TextError
from letters.formats import Language

__all__ = [
    "FindingText",
    "Language",
    "MissingTextError",
    "RefusalText",
    "TextError",
    "event",
    "finding",
    "has",
    "office_name",
    "problem",
    "refusal",
    "result",
    "shown",
    "text",
]

NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})

has = bundles.has
office_name = naming.office_name


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalText:
    """A refusal in words: why, what mends it, and the rule key to show beside it."""

    reason: str
    mend: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingText:
    """A finding in words: what is missing, what mends it, the same in short for a list, and the rule key."""

    reason: str
    mend: str
    short: str
    rule: str


def text(language: Language, key: str, **params: Param) -> str:
    """Return the text under *key* (``task-assign``, ``event-Granted.name``), with *params* shown by their names.

    Raises:
        MissingTextError: There is no such text.
        TextError: The text asks for a parameter that was not given.
    """
    return _text(language, key, params)


def refusal(
    language: Language,
    code: str,
    rule: str,
    params: Mapping[str, Param],
    names: Mapping[str, str] = NO_NAMES,
) -> RefusalText:
    """Return the words of a ``Refused``.

    Args:
        language: Of the reader.
        code: ``Refused.code``.
        rule: ``Refused.rule``; given back for the caller to show.
        params: ``Refused.params``.
        names: What ids and numbers are called, where the caller knows: municipality numbers, organisation numbers,
            subjects, and a round's own criteria.

    Raises:
        MissingTextError: The code has no text.
    """
    key = f"refusal-{code}"
    shown = naming.arguments(language, params, names)
    return RefusalText(
        reason=bundles.render(language, key, shown),
        mend=bundles.render(language, f"{key}.mend", shown),
        rule=rule,
    )


def finding(language: Language, found: Finding, names: Mapping[str, str] = NO_NAMES) -> FindingText:
    """Return the words of a finding of the formal checks; *names* as in ``refusal``.

    Raises:
        MissingTextError: The code has no text.
    """
    key = f"finding-{found.code}"
    shown = naming.arguments(language, found.params, names)
    return FindingText(
        reason=bundles.render(language, key, shown),
        mend=bundles.render(language, f"{key}.mend", shown),
        short=bundles.render(language, f"{key}.short", {}),
        rule=found.rule,
    )


def problem(language: Language, found: Problem) -> str:
    """Return the line of a problem: its field, and what is wrong there.

    Raises:
        MissingTextError: The code has no text.
    """
    what = _text(language, f"problem-{found.code}", found.params)
    if found.code == MORE:
        return f"... {what}"
    return f"{found.field or _text(language, 'problem-whole', {})}: {what}"


def event(language: Language, kind: str, body: Mapping[str, Any], names: Mapping[str, str] = NO_NAMES) -> str:
    """Return the line of a history for an event, from its kind and its body as it is stored (plain JSON values).

    Raises:
        MissingTextError: The kind has no text.
    """
    line = _text(language, f"event-{kind}", _plain(body), names)
    files = len(body.get("attachments", ()))
    if not files:
        return line
    # A line of ours goes in as it is, with the spaces that do not break.
    counted = naming.arguments(language, {"count": files}, NO_NAMES)
    return bundles.render(language, "with-files", counted | {"line": line})


def result(
    language: Language, kind: str, body: Mapping[str, Any], names: Mapping[str, str] = NO_NAMES
) -> str:
    """Return what an automatic event (``domain.automatic``) came to.

    Raises:
        MissingTextError: The kind has no such text: it does not happen by itself.
    """
    return _text(language, f"event-{kind}.result", _plain(body), names)


def shown(language: Language, name: str, value: Any, names: Mapping[str, str] = NO_NAMES) -> str | None:
    """Return one value as texts show it under its name; None where there is none."""
    found = naming.arguments(language, {name: value}, names)[name]
    return None if found == naming.NONE else str(found)


def _plain(body: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if not isinstance(value, dict)}


def _text(
    language: Language, key: str, params: Mapping[str, Any], names: Mapping[str, str] = NO_NAMES
) -> str:
    return bundles.render(language, key, naming.arguments(language, params, names))
