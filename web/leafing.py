"""Lists that are leafed through by key: the address says which row a page follows (``etter``) or leads up to (``foer``)."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

#: Rows on a page.
PAGE: Final = 50

#: More digits no list has.
_LONGEST_NUMBER: Final = 8


class Row(Protocol):
    """Something that is listed."""

    @property
    def cursor(self) -> object:
        """Where it stands in its list; as text it can stand in an address."""


R = TypeVar("R", bound=Row)
C = TypeVar("C")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(Generic[R]):
    """One page of a list: its rows, the number of the first, and where the pages beside it begin."""

    rows: list[R]
    first: int
    before: str | None
    after: str | None


async def leaf_of(
    params: Mapping[str, str],
    parse: Callable[[str], C],
    after: Callable[[C | None, int], Awaitable[list[R]]],
    before: Callable[[C, int], Awaitable[list[R]]],
    size: int,
) -> Leaf[R]:
    """Return the page that *params* of an address ask for.

    Args:
        params: Of the address.
        parse: Reads a row's place; ``ValueError`` where it is none.
        after: Gives so many rows that follow a place, or the first.
        before: Gives so many rows that lead up to a place.
        size: Rows on a page.
    """
    following, leading = _place(params.get("etter"), parse), _place(params.get("foer"), parse)
    given = params.get("fra", "")
    is_within = following is not None or leading is not None
    first = int(given) if given.isdecimal() and len(given) <= _LONGEST_NUMBER and is_within else 1
    if leading is not None:
        found = await before(leading, size + 1)
        rows = found[-size:]
        more_before, more_after = len(found) > size, True
        first = max(1, first - len(rows))
    else:
        found = await after(following, size + 1)
        rows = found[:size]
        more_before, more_after = following is not None, len(found) > size
    return Leaf(
        rows=rows,
        first=first,
        before=str(rows[0].cursor) if rows and more_before else None,
        after=str(rows[-1].cursor) if rows and more_after else None,
    )


def _place(given: str | None, parse: Callable[[str], C]) -> C | None:
    try:
        return parse(given) if given else None
    except ValueError:
        return None
