"""More time to use the money is given only on the directorate's answer, by a leader (T41, E27, R26-34)."""

import pytest

from domain import events as e
from domain.instants import last_day
from domain.lifecycle import Stage
from domain.possible import possible
from tests.domain.lives import (
    COLLECTED,
    LEADER,
    OFFICER,
    SIGNATORY,
    Life,
    at,
    paid,
    refused,
)

ASK = {"last_day": "2028-06-30", "reason": "Lederen var syk"}


def in_use(instant: str = "2027-11-10T12:00", *, reporting: bool = False) -> Life:
    life = paid(1_200_000, COLLECTED) if reporting else paid(400_000)
    life.office.move_to(at(instant))
    return life


def answered(*, allowed: bool, reporting: bool = False) -> Life:
    life = in_use(reporting=reporting).do(SIGNATORY, "ask_extension", **ASK)
    life.do(OFFICER, "ask_directorate", question="Kan fristen flyttes?")
    return life.do(OFFICER, "register_directorate_answer", allowed=allowed, reference="Bufdir 2027/9")


def commands(life: Life) -> set[str]:
    return {one.command for one in possible(life.now)}


def test_the_request_gives_a_task_and_no_more_time() -> None:
    life = in_use().do(SIGNATORY, "ask_extension", **ASK)

    assert life.tasks == ["ask_directorate"]
    assert life.now.decision is not None
    assert last_day(life.now.decision.use_deadline).isoformat() == "2027-12-31"
    assert {"ask_directorate", "decline_extension"} <= commands(life)


@pytest.mark.edge("E27")
def test_without_an_answer_the_use_deadline_stands() -> None:
    life = in_use().do(SIGNATORY, "ask_extension", **ASK)

    with refused("directorate_answer_missing", "E27"):
        life.do(LEADER, "extend_use", last_day="2028-06-30")


@pytest.mark.edge("E27")
def test_with_a_no_the_use_deadline_stands() -> None:
    life = answered(allowed=False)
    with refused("directorate_said_no", "E27", reference="Bufdir 2027/9"):
        life.do(LEADER, "extend_use", last_day="2028-06-30")

    life.do(LEADER, "decline_extension", reason="Direktoratet sa nei")
    assert (life.letters[-1], life.now.open_extension, life.tasks) == ("extension_declined", None, [])


@pytest.mark.edge("E27")
def test_with_a_yes_the_deadline_and_its_clocks_move() -> None:
    life = answered(allowed=True)
    assert life.tasks == ["decide_extension"]

    life.do(LEADER, "extend_use", last_day="2028-06-30")

    assert life.only(e.UseExtended).reference == "Bufdir 2027/9"
    assert life.letters[-1] == "extension"
    assert "use:1" in life.clocks
    life.office.move_to(at("2028-01-10T12:00"))
    assert not life.now.use_ended
    life.office.move_to(at("2028-07-01T12:00"))
    assert life.now.use_ended
    assert "use_question:1" in life.clocks
    life.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")
    assert life.now.stage is Stage.CLOSED


def test_an_answer_that_comes_after_the_deadline_takes_the_use_up_again() -> None:
    life = answered(allowed=True)
    life.office.move_to(at("2028-01-10T12:00"))
    assert life.now.use_ended

    life.do(LEADER, "extend_use", last_day="2028-06-30")

    assert (life.now.use_ended, life.clocks) == (False, ["use:1"])


def test_a_question_is_followed_up_after_30_days() -> None:
    life = in_use().do(SIGNATORY, "ask_extension", **ASK)
    life.do(OFFICER, "ask_directorate", question="Kan fristen flyttes?")
    assert "directorate:1" in life.clocks
    assert "overdue:directorate:1:case_officer" not in life.tasks

    life.office.move_to(at("2027-12-11T12:00"))
    assert "overdue:directorate:1:case_officer" in life.tasks
    life.do(OFFICER, "register_directorate_answer", allowed=True, reference="Bufdir 2027/9")
    assert life.tasks == ["decide_extension"]


def test_the_final_report_cannot_fall_due_before_the_use_has_ended() -> None:
    life = answered(allowed=True, reporting=True)

    with refused("terms_incomplete", "E16", missing=["final_report_last_day"]):
        life.do(LEADER, "extend_use", last_day="2028-06-30")
    life.do(LEADER, "extend_use", last_day="2028-06-30", final_report_last_day="2028-09-01")

    assert life.now.decision is not None
    assert str(life.now.decision.terms.final_report_last_day) == "2028-09-01"


def test_the_new_day_lies_after_the_one_in_force_and_after_today() -> None:
    with refused("extension_not_longer", "T41", given_day="2027-12-31", last_day="2027-12-31"):
        in_use().do(SIGNATORY, "ask_extension", last_day="2027-12-31", reason="Nei")
    life = answered(allowed=True)
    life.office.move_to(at("2028-03-10T12:00"))
    with refused("day_not_in_future", "T41"):
        life.do(LEADER, "extend_use", last_day="2028-03-01")


def test_each_step_has_its_time() -> None:
    with refused("no_extension_asked", "T41"):
        in_use().do(OFFICER, "ask_directorate", question="Kan vi?")
    life = in_use().do(SIGNATORY, "ask_extension", **ASK)
    with refused("not_possible_now", "T41"):
        life.do(SIGNATORY, "ask_extension", **ASK)
    with refused("not_possible_now", "R26-34"):
        life.do(OFFICER, "register_directorate_answer", allowed=True, reference="Bufdir 2027/9")
    with refused("not_possible_now", "R26-34"):
        answered(allowed=True).do(OFFICER, "ask_directorate", question="Igjen?")


@pytest.mark.edge("E27")
def test_only_a_leader_extends() -> None:
    with refused("role_not_allowed", "T41"):
        answered(allowed=True).do(OFFICER, "extend_use", last_day="2028-06-30")


def test_a_case_is_not_closed_over_a_request_without_an_answer() -> None:
    life = answered(allowed=True)
    life.office.move_to(at("2028-01-10T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=0)

    with refused("extension_open", "T41"):
        life.do(OFFICER, "close")


def test_once_money_is_claimed_back_there_is_no_more_time() -> None:
    life = in_use("2028-01-10T12:00").do(SIGNATORY, "answer_use", unspent_ore=100).claimed(100)

    with refused("not_possible_now", "T41"):
        life.do(SIGNATORY, "ask_extension", **ASK)
