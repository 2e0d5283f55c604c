from collections.abc import Callable
from dataclasses import replace

import pytest

from domain import events as e
from domain.appeals import AppealBody, AppealRegime
from tests.domain.lives import COLLECTED, LEADER, OFFICER, SIGNATORY, Life, Office, at, granted, paid, report
from tests.domain.whole_lives import (
    WHOLE_LIVES,
    closed_without_a_duty,
    dismissed_because_it_came_late,
    one_duty_for_three_grants,
    reported_and_audited_each_year_with_money_back_in_parts,
    reported_and_audited_once_for_both_years,
    returned_supplemented_reassigned_and_withdrawn,
    sent_back_and_rejected,
)


def outside(life: Life) -> str:
    """Return all that left the house, as one text."""
    return str([item.payload for item in life.sent])


@pytest.mark.parametrize(
    ("live", "letters"),
    [
        (closed_without_a_duty, ["L02", "L05", "payment", *["L09"] * 4, "use_question", "L20"]),
        (
            returned_supplemented_reassigned_and_withdrawn,
            ["L02", "L04", "supplement_reminder", "L02", "L04", *["supplement_reminder"] * 2, "L19"],
        ),
        (dismissed_because_it_came_late, ["L02", "L08"]),
        (sent_back_and_rejected, ["L02", "L07"]),
        (
            reported_and_audited_each_year_with_money_back_in_parts,
            ["L02", "L05", "payment", "L09", "L12", *["L09"] * 3, "use_question", "L09", "L12", "L14", "L15"],
        ),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_each_life_has_its_letters_in_order(live: Callable[[], Life], letters: list[str]) -> None:
    assert live().letters == letters


def test_a_report_that_was_returned_and_a_statement_that_was_returned_are_asked_for_anew() -> None:
    life = reported_and_audited_once_for_both_years()

    returned = [
        item.payload["params"]["last_day"] for item in life.sent if item.payload.get("letter") == "L04"
    ]
    assert returned == ["2027-04-15", "2028-05-15"]


@pytest.mark.parametrize("live", WHOLE_LIVES, ids=lambda live: live.__name__)
def test_what_leaves_the_house_holds_ids_and_codes_and_no_text(live: Callable[[], Life]) -> None:
    for life in live().office.lives.values():
        for text in ("hamar.example", "12345678903", "mangler", "I slekt", "rekker", "reporting_reason"):
            assert text not in outside(life)
        for item in life.sent:
            assert item.kind in {"message", "payment_order", "command"}


def test_a_payment_leaves_the_house_when_it_is_attested_and_once() -> None:
    life = granted().ordered()
    assert "payment_order" not in [item.kind for item in life.sent]

    life = paid()

    (order,) = [item for item in life.sent if item.kind == "payment_order"]
    assert life.now.account is not None
    assert order.payload == {
        "case_no": "SFIN-2026-1",
        "office": "SFIN",
        "payment_no": 1,
        "amount_ore": 40_000_000,
        "payee": life.now.host,
        "account": life.now.account.ref,
        "pot": "learning",
        "grant_year": 2026,
    }


def test_the_project_s_other_cases_are_told_by_a_command_each() -> None:
    first = one_duty_for_three_grants()
    third = list(first.office.lives.values())[2]

    commands = [item.payload for item in third.sent if item.kind == "command"]

    assert {payload["case_id"] for payload in commands} == set(first.office.lives) - {third.case_id}
    assert {payload["body"]["carried_by_no"] for payload in commands} == {third.now.case_no}


def test_the_clock_sends_reminders_and_questions_and_nothing_with_a_consequence() -> None:
    life = paid(1_200_000, COLLECTED)
    by_people = len(life.letters)

    life.office.move_to(at("2030-01-01T12:00"))

    assert set(life.letters[by_people:]) == {"L09", "L10", "L11", "use_question"}


def test_a_task_of_the_clock_stays_in_the_house() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-04-09T12:00"))
    sent = len(life.sent)

    life.office.move_to(at("2027-05-02T12:00"))

    (climbed,) = [entry.event for entry in life.all(e.LadderStepReached)][-1:]
    assert isinstance(climbed, e.LadderStepReached)
    assert (climbed.step, len(life.sent)) == ("+30d", sent)


def test_who_did_not_have_to_be_reminded_is_not_written_to() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-03-01T12:00"))
    life.do(SIGNATORY, "deliver_report", **report(1_200_000))
    before = list(life.letters)

    life.office.move_to(at("2027-04-20T12:00"))

    assert life.letters == before


def test_a_letter_about_money_says_the_amount_and_the_day() -> None:
    life = paid()
    life.office.move_to(at("2028-01-02T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=100)
    life.do(OFFICER, "propose_claim", ground="unused", amount_ore=100, reason="Ubrukt")

    life.do(LEADER, "decide_claim", claim=1, due_day="2028-03-01")

    assert life.sent[-1].payload["params"] == {
        "amount_ore": 100,
        "due_day": "2028-03-01",
        "appeal_regime": "request_for_reversal",
        "appeal_body": None,
        "appeal_day": None,
    }


def test_a_case_without_a_contact_is_written_to_by_its_host_alone() -> None:
    life = Office().submit()

    assert life.now.contact is not None
    assert life.sent[0].payload["contact"] == life.now.contact.ref
    assert life.sent[0].payload["host"] == life.now.host


@pytest.mark.parametrize(
    ("language", "named"), [("nb", "Klagenemnda"), ("nn", "Klagenemnda på nynorsk"), ("en", "Klagenemnda")]
)
def test_a_decision_names_the_appeal_body_of_its_round_in_its_own_language(language: str, named: str) -> None:
    """L-25."""
    body = AppealBody(nb="Klagenemnda", nn="Klagenemnda på nynorsk")
    life = Office(appeal_regime=AppealRegime.INDIVIDUAL_DECISION, appeal_body=body).submit()
    life.case = replace(life.now, language=language)

    life.dismissed()

    assert life.sent[-1].payload["params"]["appeal_body"] == named


def test_where_a_round_names_no_appeal_body_it_is_the_directorate() -> None:
    life = Office(appeal_regime=AppealRegime.INDIVIDUAL_DECISION).submit()

    life.dismissed()

    assert life.sent[-1].payload["params"]["appeal_body"] is None
