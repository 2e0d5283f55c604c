"""Every text of the pages: the web's own catalogue first, then the house's, where codes and refusals are said.

Keys are written out in templates and modules, so that a test can find them: ``t("today-title")``. How a value is shown
follows from its name (``letters.naming``): ``amount_ore`` is money, ``last_day`` a day.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from activities.names import names
from letters import bundles, naming
from letters.bundles import Catalogue
from letters.formats import Language

CATALOGUE: Final = Catalogue(Path(__file__).with_name("locales"))


def say(language: Language, key: str, params: Mapping[str, Any] | None = None) -> str:
    """Return the text under *key*.

    Raises:
        MissingTextError: Neither catalogue has it.
        TextError: The text asks for a value that was not given.
    """
    try:
        return _said(language, key, tuple(params.items()) if params else ())
    except TypeError:
        # A list among the values: rare, and made anew each time.
        return _made(language, key, params or {})


@lru_cache(maxsize=20_000)
def _said(language: Language, key: str, params: tuple[tuple[str, Any], ...]) -> str:
    """Return the same; a page of fifty rows says a few things hundreds of times, and the next page says them again."""
    return _made(language, key, dict(params))


def _made(language: Language, key: str, params: Mapping[str, Any]) -> str:
    shown = naming.arguments(language, params, names(language))
    found = CATALOGUE if CATALOGUE.has(language, key) else bundles
    return found.render(language, key, shown)


def sentence(text: str) -> str:
    """Return *text* as a sentence begins."""
    return text[:1].upper() + text[1:]


def has(language: Language, key: str) -> bool:
    """Say whether there is a text under *key*."""
    return CATALOGUE.has(language, key) or bundles.has(language, key)
