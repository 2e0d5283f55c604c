"""The rule set a case is pinned to: the very text that was in force when its round opened, whatever is packed today."""

import hashlib
from functools import cache
from typing import Final

from sqlalchemy import text

from domain.ruleset import RuleSet, parse_rule_set
from storage.constant import Connection, Constant
from storage.rulesets import load_rule_sets, rule_set_text

_by_sha256: Final[dict[str, RuleSet]] = {}

_READ: Final = Constant(text("SELECT text FROM rule_set WHERE key = :key AND sha256 = :sha256"))


@cache
def packed_sha256(key: str) -> str:
    """Return the SHA-256 (hex) of the packed text of rule set *key*."""
    return hashlib.sha256(rule_set_text(key).encode()).hexdigest()


async def pinned_rules(conn: Connection, key: str, sha256: str) -> RuleSet:
    """Return the rule set *key* in the version *sha256*.

    Raises:
        LookupError: when no such version was ever used here.
    """
    if (known := _by_sha256.get(sha256)) is not None:
        return known
    if key in load_rule_sets() and packed_sha256(key) == sha256:
        rules = load_rule_sets()[key]
    else:
        found = await _READ.first(conn, key=key, sha256=sha256)
        if found is None:
            msg = f"rule set {key} in version {sha256} is not stored"
            raise LookupError(msg)
        rules = parse_rule_set(found["text"])
    _by_sha256[sha256] = rules
    return rules
