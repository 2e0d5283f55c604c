"""Filters without their values: lists of one shape are one statement, which is made once and asked with the values of each.

To make such a statement takes longer than to have it answered.
"""

from dataclasses import replace
from typing import Any, Final

from sqlalchemy import bindparam

from storage.rows import Filters
from storage.tables import case_head

_COLUMNS: Final = {
    **{name: case_head.c[name] for name in ("stage", "officer", "host", "strand", "grant_year")},
    "overdue_at": case_head.c.first_due,
}


def place(name: str, like: Any) -> Any:
    """Return the place of a value in a statement; its type is that of a column, or of one *like* it."""
    return bindparam(name, type_=getattr(like, "type", like))


def shaped(filters: Filters, prefix: str = "") -> tuple[Filters, dict[str, Any]]:
    """Return *filters* with the name of a place for each value, and the values by these names."""
    given = [name for name in _COLUMNS if getattr(filters, name) is not None]
    names: dict[str, Any] = {name: f"{prefix}{name}" for name in given}
    return replace(filters, **names), {f"{prefix}{name}": getattr(filters, name) for name in given}


def with_places(shape: Filters) -> Filters:
    """Return a shape with the places themselves where it has their names."""
    named = {name: getattr(shape, name) for name in _COLUMNS}
    places = {name: place(at, _COLUMNS[name]) for name, at in named.items() if at is not None}
    return replace(shape, **places)
