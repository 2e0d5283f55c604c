"""Where less is granted than was applied for, a budget of what is granted comes by a day (T13, L06)."""

import pytest

from domain import events as e
from domain.money import kroner
from tests.domain.lives import (
    DISCRETIONARY,
    LEADER,
    NO_DUTY,
    OFFICER,
    SIGNATORY,
    at,
    cut,
    granted,
    refused,
    report,
)

BUDGET = {"text": "Lønn 200 000, reise 100 000"}


def test_the_letter_of_a_cut_asks_for_a_budget_by_a_day_and_a_whole_grant_asks_for_none() -> None:
    [letter] = [item.payload["params"] for item in cut().sent if item.payload.get("letter") == "L06"]
    assert letter["budget_day"] == cut().only(e.Granted).budget_last_day.isoformat()

    whole = granted(400_000)
    assert (whole.only(e.Granted).budget_last_day, "budget" in whole.clocks) == (None, False)
    with refused("not_possible_now", "T13", command="deliver_budget"):
        whole.do(SIGNATORY, "deliver_budget", **BUDGET)


@pytest.mark.parametrize("late", [False, True])
def test_the_budget_comes_once_and_too_late_is_better_than_never(late: bool) -> None:
    life = cut()
    if late:
        life.office.move_to(at("2026-06-01T12:00"))

    life.do(SIGNATORY, "deliver_budget", **BUDGET)

    assert life.only(e.BudgetDelivered).in_time is not late
    assert "budget" not in life.clocks
    with refused("not_possible_now", "T13", command="deliver_budget"):
        life.do(OFFICER, "deliver_budget", **BUDGET)


def test_the_municipality_is_reminded_and_then_the_officer_has_a_task_and_nothing_is_held_back() -> None:
    life = cut()
    life.office.move_to(at("2026-06-01T12:00"))

    assert life.letters.count("budget_reminder") == 1
    assert "overdue:budget:case_officer" in life.tasks
    assert life.paid().now.paid_ore == kroner(300_000)

    life.do(SIGNATORY, "deliver_budget", **BUDGET)
    assert not [task for task in life.tasks if "budget" in task]


def test_who_has_reported_is_asked_for_no_budget_any_more() -> None:
    life = cut(DISCRETIONARY).paid()
    life.office.move_to(at("2027-03-10T12:00"))
    assert "overdue:budget:case_officer" in life.tasks

    life.do(SIGNATORY, "deliver_report", **report(300_000))

    assert "overdue:budget:case_officer" not in life.tasks


def test_a_cut_that_is_reversed_to_the_whole_amount_needs_no_other_budget() -> None:
    life = cut().declared(OFFICER, LEADER)
    more = {"ground": "benefit", "amount_ore": kroner(400_000), "terms": NO_DUTY, "reason": "Rammen rekker"}

    life.do(OFFICER, "recommend_reversal", **more).do(LEADER, "reverse")

    assert "budget" not in life.clocks
