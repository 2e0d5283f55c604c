"""A rule set as TOML text, for those that no file holds: tightened by an office, or of a year without a source.

What is written reads back the same (``parse_rule_set``), so it can be pinned to a round like the text of a file.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from domain.ruleset import RuleSet


def as_toml(rules: RuleSet) -> str:
    """Return *rules* as the text of a rule-set file."""
    return "\n".join(_table(_spoken(rules.model_dump(exclude_defaults=True)), "")) + "\n"


def _spoken(value: Any) -> Any:
    """Return *value* as a file says it: silence is said, and what has no value is left out."""
    if isinstance(value, Mapping):
        if "rule" in value and "value" in value and value["value"] is None:
            return {"silent": True} | {
                key: inner for key, inner in value.items() if key != "value" and inner != ""
            }
        return {str(key): _spoken(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, tuple | list):
        return [_spoken(inner) for inner in value]
    return value


def _table(table: Mapping[str, Any], path: str) -> Iterator[str]:
    """Give the lines of *table*: what fits on a line first, then the tables inside it."""
    inner = {key: value for key, value in table.items() if _is_table(value)}
    if path:
        yield f"\n[{path}]"
    yield from (f"{key} = {_inline(value)}" for key, value in table.items() if key not in inner)
    for key, value in inner.items():
        yield from _table(value, f"{path}.{key}" if path else key)


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping) and "rule" not in value and bool(value)


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_inline(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(inner) for inner in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    # A JSON string is a TOML basic string, but for the one control character that only TOML escapes.
    return (
        json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
        if isinstance(value, str)
        else str(value)
    )
