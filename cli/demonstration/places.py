"""Municipalities as the reference data has them, and addresses and accounts that are nobody's."""

import unicodedata
from functools import cache
from itertools import count
from typing import Final

from domain.identity import is_account_number
from storage.reference import Municipality, municipalities

#: Letters that do not fall apart into a base letter and a mark.
_PLAIN: Final = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ŋ": "n"})


@cache
def place(name: str, office: str) -> Municipality:
    """Return the municipality called *name* in the area of *office*; names are unique there.

    Raises:
        LookupError: There is none, or its organisation number is not known.
    """
    for found in municipalities().values():
        if found.name == name and found.office == office and found.org_number is not None:
            return found
    raise LookupError(f"no municipality {name} with an organisation number in {office}")


def org_number(municipality: Municipality) -> str:
    """Return its organisation number; `place` gives none without."""
    assert municipality.org_number is not None  # noqa: S101 - see above
    return municipality.org_number


def address(municipality: Municipality) -> str:
    """Return a post office for it where no letter arrives."""
    plain = unicodedata.normalize("NFKD", municipality.name.lower().translate(_PLAIN))
    slug = "".join(letter for letter in plain if letter.isalnum() or letter in "- ").replace(" ", "-")
    return f"postmottak@{slug}.example.no"


def account(municipality: Municipality) -> str:
    """Return an account number that passes its check, made from the municipality's number."""
    bases = (f"1234{filler:02d}{municipality.number}" for filler in count(56))
    return next(
        found for base in bases for digit in range(10) if is_account_number(found := f"{base}{digit}")
    )
