"""No refusal of a register without a test: every code that stands in its decisions is named by a test that saw it."""

from pathlib import Path
from typing import Final

from domain.ruleset import _RULE
from tests.domain.test_refusals_are_seen import named, seen

ROOT: Final = Path(__file__).parents[2] / "domain"
DECIDING: Final = (
    *(
        path
        for room in ("networks", "organisations", "officework")
        for path in sorted((ROOT / room).glob("*.py"))
    ),
    *(ROOT / f"{name}.py" for name in ("outreach", "transfers", "historical", "registering")),
)


def raised() -> set[tuple[str, str | None]]:
    return {pair for path in DECIDING for pair in named(path, ("Refused",))}


def test_every_refusal_of_a_register_is_seen_by_a_test() -> None:
    pairs = seen()
    codes = {code for code, _rule in pairs}

    unseen = {
        (code, rule)
        for code, rule in raised()
        if (code not in codes if rule is None else (code, rule) not in pairs)
    }

    assert sorted(unseen, key=str) == []


def test_every_refusal_of_a_register_names_a_rule_of_the_book() -> None:
    assert [pair for pair in raised() if pair[1] is not None and not _RULE.fullmatch(pair[1])] == []
    assert ("municipality_unknown", "E23") in raised()
