"""Money as whole øre, so that no sum is ever rounded.

Grants are whole kroner in practice (E34); claims and accounts allow øre. Every amount in the
domain is therefore an ``int`` in øre; this module is the only place that knows the factor 100.
"""

from typing import Annotated, Final

from pydantic import Field

ORE_PER_KRONE: Final = 100

#: Ten digits of kroner are more than the whole scheme: a larger figure is a typing error.
MAX_ORE: Final = 9_999_999_999 * ORE_PER_KRONE

#: An amount that may be zero, as it arrives from outside.
Amount = Annotated[int, Field(ge=0, le=MAX_ORE, strict=True)]

#: An amount that must be more than zero, as it arrives from outside.
PositiveAmount = Annotated[int, Field(gt=0, le=MAX_ORE, strict=True)]


def kroner(amount: int) -> int:
    """Return *amount* whole kroner as øre."""
    return amount * ORE_PER_KRONE


def is_whole_kroner(amount_ore: int) -> bool:
    """Say whether *amount_ore* has no øre beside its kroner (grants must, E34)."""
    return amount_ore % ORE_PER_KRONE == 0
