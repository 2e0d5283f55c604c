"""The command line's own words in three languages; what a code is called stands in the house's catalogues.

They lie beside the command line and not in ``locales/``: the catalogues there hold what the domain can say, and a test
holds them to exactly that.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from fluent.runtime.types import FluentType

from cli.errors import Line, Phrase
from domain.problems import Problem
from domain.refusal import Param
from letters import catalogue, naming
from letters.bundles import Catalogue
from letters.formats import NBSP, Language

#: Texts that the house's convention turns into words; every other text of ours is in words already.
_FORMATTED: Final = frozenset({"closes_at", "duty"})

_BREAKS: Final = re.compile(r"[\t\r\n ]+")

CATALOGUE: Final = Catalogue(Path(__file__).with_name("locales"))


def word(language: Language, key: str, params: Mapping[str, Param] | None = None) -> str:
    """Return the text under *key*; how a parameter is shown follows from its name (``letters.naming``).

    Raises:
        MissingTextError: There is no such text.
        TextError: The text asks for a parameter that was not given.
    """
    return CATALOGUE.render(language, key, _arguments(language, params or {}))


def has_word(language: Language, key: str) -> bool:
    """Say whether there is a text under *key*."""
    return CATALOGUE.has(language, key)


def line(language: Language, said: Line) -> str:
    """Return *said* in *language*; what is neither words of ours nor a problem stays as it is."""
    if isinstance(said, Problem):
        return catalogue.problem(language, said)
    if not isinstance(said, Phrase):
        return said
    params = {
        name: line(language, value) if isinstance(value, Phrase | str) else value
        for name, value in said.params.items()
    }
    return word(language, said.key, params)


def printable(text: str) -> str:
    """Return *text* from outside on one line, such that it cannot steer a terminal."""
    return "".join(
        sign if sign.isprintable() or sign == NBSP else "\N{REPLACEMENT CHARACTER}"
        for sign in _BREAKS.sub(" ", text)
    )


def _arguments(language: Language, params: Mapping[str, Param]) -> dict[str, FluentType | str]:
    """Return *params* by the house's convention; a path, a list of codes or an amount is shown whole, as it came."""
    as_they_are = {
        name: printable(value)
        for name, value in params.items()
        if isinstance(value, str) and name not in _FORMATTED
    }
    return {**naming.arguments(language, params, {}), **as_they_are}
