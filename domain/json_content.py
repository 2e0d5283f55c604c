"""JSON from outside, read strictly: UTF-8, and no key twice, so that nobody reads another value than was checked."""

import json
from typing import Any

from domain.problems import MistakeError, ProblemsError, shown, unreadable


def json_value(content: bytes) -> Any:
    """Return the JSON value in *content*.

    Raises:
        ProblemsError: It is none.
    """
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_no_key_twice)
    except (ValueError, RecursionError) as error:
        raise ProblemsError((unreadable("JSON", error),)) from error


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise MistakeError(
                "key_twice", f"the key {shown(key)} stands twice in one object", named=shown(key)
            )
        found[key] = value
    return found
