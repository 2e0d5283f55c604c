"""docs/timers.md names every clock and every task there is, and nothing that there is not."""

import re

import pytest

from deploy.timers import CLOCKS, ITEMS, OFFICE_TASKS, TASKS, TRANSITIONS, timers_document
from domain.officework.desk import OFFICE_TASK_CODES
from domain.ruleset import Clock
from storage.office_duties import load_duties
from storage.rulesets import load_rule_sets


def document() -> str:
    return timers_document(load_rule_sets(), load_duties())


def test_every_clock_and_every_task_of_an_office_is_told() -> None:
    assert set(CLOCKS) == set(Clock)
    assert set(OFFICE_TASKS) == set(OFFICE_TASK_CODES)


@pytest.mark.parametrize(("asked", "kept"), [*ITEMS, *TRANSITIONS])
def test_what_is_said_to_keep_something_is_there_or_it_says_why_not(asked: str, kept: str) -> None:
    named = re.findall(r"`([a-z_]+)`", kept)

    assert named or "not here" in kept or "nothing waits" in kept, asked
    assert set(named) <= {clock.value for clock in Clock} | set(TASKS) | set(OFFICE_TASKS)


def test_every_task_is_somewhere_asked_for_or_is_a_register_s_own() -> None:
    named = set(re.findall(r"`([a-z_]+)`", " ".join(kept for _asked, kept in (*ITEMS, *TRANSITIONS))))

    assert set(Clock) - named == set()
    # Conditions, orders and vouchers are steps of the payment; the rest follow from the registers before the case.
    assert set(TASKS) - named == {"condition", "order_payment", "attest", "register_voucher"}


def test_a_changed_ladder_changes_the_document() -> None:
    sets = dict(load_rule_sets())
    newest = sets["2026-bufdir"]
    timer = newest.timers[Clock.ASSIGN].model_copy(update={"period": "4wd"})
    sets["2026-bufdir"] = newest.model_copy(update={"timers": newest.timers | {Clock.ASSIGN: timer}})

    assert "*3 wd*" in document()
    assert "*4 wd*" in timers_document(sets, load_duties())


def test_where_another_year_names_another_rule_both_stand() -> None:
    [row] = [line for line in document().splitlines() if line.startswith("| `use` |")]

    assert "R26-32" in row
    assert "I21-28 (2021-innlandet)" in row
