"""What scripts are given: plain JSON, with money in øre, instants in UTC and days as ISO text."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Final
from uuid import UUID

#: Inner matters of the record; they would only bind those who read them.
_HIDDEN: Final = frozenset({"hash", "rule_set_sha256", "adopted_seq"})


def plain(value: Any) -> Any:
    """Return *value* as JSON knows it; a data class becomes an object, without the record's inner matters."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {f.name: getattr(value, f.name) for f in fields(value)}
        return {name: plain(inner) for name, inner in named.items() if not _is_hidden(name, inner)}
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | frozenset | set):
        return [plain(inner) for inner in value]
    return _single(value)


def _is_hidden(name: str, value: Any) -> bool:
    # The state of a duty or a claim is a word; that of a case or a round is everything it is made of.
    return name in _HIDDEN or (name == "state" and isinstance(value, dict))


def _single(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
