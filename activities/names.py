"""What organisation numbers and municipality numbers are called, for people who do not read numbers."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from letters.formats import Language, org_number
from storage.reference import municipalities

_WORD: Final = {Language.NB: "kommune", Language.NN: "kommune", Language.EN: "municipality"}


@cache
def names(language: Language) -> Mapping[str, str]:
    """Return ``Hamar kommune`` by organisation number and by municipality number."""
    found: dict[str, str] = {}
    for municipality in municipalities().values():
        name = f"{municipality.name} {_WORD[language]}"
        found[municipality.number] = name
        if municipality.org_number:
            found[municipality.org_number] = name
    return found


@cache
def short_names() -> Mapping[str, str]:
    """Return ``Hamar`` by organisation number, for columns."""
    return {one.org_number: one.name for one in municipalities().values() if one.org_number}


def short_name(number: str) -> str:
    """Return the municipality with an organisation number, or the number where it has none."""
    return short_names().get(number) or org_number(number)
