"""Numbers that carry their own check: organisations, accounts, payment references, municipalities (DOMAIN §6.2).

A number that passes is well formed; whether it exists, and whose it is, a register must say.
"""

import re
from collections.abc import Iterator
from itertools import cycle
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from domain.problems import MistakeError

_ORG_WEIGHTS: Final = (3, 2, 7, 6, 5, 4, 3, 2)
_ACCOUNT_WEIGHTS: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_IDENTITY_WEIGHTS: Final = ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))

_ORG_NUMBER: Final = re.compile(r"[89][0-9]{8}")
_ACCOUNT: Final = re.compile(r"[0-9]{11}")
_MUNICIPALITY: Final = re.compile(r"[0-9]{4}")
_KID: Final = re.compile(r"[0-9]{3,24}[0-9-]")
_KID_BASE: Final = re.compile(r"[0-9]{3,24}")

#: Six digits and five, as people write a national identity number, and not part of a longer number.
_IDENTITY_NUMBER: Final = re.compile(r"(?<![0-9])([0-9]{6})[ .\-]?([0-9]{5})(?![0-9])")

_NO_CHECK_DIGIT: Final = 10


def _mod11(digits: str, weights: tuple[int, ...]) -> int:
    """Return the check digit of *digits*; 10 means that no digit will do."""
    return -sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11


def is_org_number(text: str) -> bool:
    """Say whether *text* is a well-formed organisation number: nine digits, the last of them the check digit."""
    return bool(_ORG_NUMBER.fullmatch(text)) and _mod11(text, _ORG_WEIGHTS) == int(text[-1])


def is_account_number(text: str) -> bool:
    """Say whether *text* is a well-formed Norwegian bank account: eleven digits, the last of them the check digit."""
    return bool(_ACCOUNT.fullmatch(text)) and _mod11(text, _ACCOUNT_WEIGHTS) == int(text[-1])


def is_municipality_number(text: str) -> bool:
    """Say whether *text* has the form of a municipality number: four digits, a leading zero kept."""
    return bool(_MUNICIPALITY.fullmatch(text))


def kid_mod10(base: str) -> str:
    """Return *base* with its mod 10 check digit: a payment reference (KID).

    Raises:
        ValueError: when *base* is not 3 to 24 digits.
    """
    return _kid_base(base) + _kid_check10(base)


def kid_mod11(base: str) -> str:
    """Return *base* with its mod 11 check character, which may be ``-``: a payment reference (KID).

    Raises:
        ValueError: when *base* is not 3 to 24 digits.
    """
    return _kid_base(base) + _kid_check11(base)


def is_kid_mod10(text: str) -> bool:
    """Say whether *text* is a payment reference of 4 to 25 digits with a mod 10 check digit."""
    return bool(_KID.fullmatch(text)) and _kid_check10(text[:-1]) == text[-1]


def is_kid_mod11(text: str) -> bool:
    """Say whether *text* is a payment reference of 4 to 25 characters with a mod 11 check character."""
    return bool(_KID.fullmatch(text)) and _kid_check11(text[:-1]) == text[-1]


def is_kid(text: str) -> bool:
    """Say whether *text* passes either of the two checks a payment reference may have."""
    return is_kid_mod10(text) or is_kid_mod11(text)


def _kid_base(base: str) -> str:
    if not _KID_BASE.fullmatch(base):
        raise ValueError("the base of a KID is 3 to 24 digits")
    return base


def _kid_check10(base: str) -> str:
    products = (int(digit) * weight for digit, weight in zip(reversed(base), cycle((2, 1)), strict=False))
    return str(-sum(sum(divmod(product, 10)) for product in products) % 10)


def _kid_check11(base: str) -> str:
    products = (int(d) * weight for d, weight in zip(reversed(base), cycle((2, 3, 4, 5, 6, 7)), strict=False))
    check = -sum(products) % 11
    return "-" if check == _NO_CHECK_DIGIT else str(check)


def holds_identity_number(text: str) -> bool:
    """Say whether *text* seems to hold a national identity number or a D number (E41).

    Only the two check digits are looked at, so one in about a hundred other numbers of this form is taken for one: good
    enough to warn, never to refuse.
    """
    return any(_has_both_checks(number) for number in _eleven_digits(text))


def _eleven_digits(text: str) -> Iterator[str]:
    return ("".join(match.groups()) for match in _IDENTITY_NUMBER.finditer(text))


def _has_both_checks(number: str) -> bool:
    first, second = _IDENTITY_WEIGHTS
    return _mod11(number, first) == int(number[9]) and _mod11(number, second) == int(number[10])


def _org_number(text: str) -> str:
    if not is_org_number(text):
        raise MistakeError(
            "org_number", "not an organisation number (nine digits, the last of them a check digit)"
        )
    return text


def _municipality_number(text: str) -> str:
    if not is_municipality_number(text):
        raise MistakeError("municipality_number", "not a municipality number (four digits, such as 0301)")
    return text


#: An organisation number as it arrives from outside. Text, since it is never counted with.
OrgNumber = Annotated[
    str,
    AfterValidator(_org_number),
    Field(json_schema_extra={"pattern": "^[89][0-9]{8}$"}),
]

#: A municipality number as it arrives from outside. Text: Oslo is 0301.
MunicipalityNumber = Annotated[
    str,
    AfterValidator(_municipality_number),
    Field(json_schema_extra={"pattern": "^[0-9]{4}$"}),
]
