"""A report that may bring a claim, or is about a grant above a limit, is read by two (T23)."""

import pytest

from domain import events as e
from domain.actors import Actor, Role
from domain.duties import DutyState
from domain.lifecycle import Stage
from tests.domain.lives import (
    COLLECTED,
    DISCRETIONARY,
    INNLANDET,
    LEADER,
    OFFICER,
    SIGNATORY,
    Life,
    at,
    paid,
    person,
    refused,
    report,
    with_terms,
)

OTHER = person(Role.CASE_OFFICER, "another officer")


def delivered(kr: int = 1_200_000, unused_kr: int = 0, *, final: bool = False, small: bool = False) -> Life:
    life = paid(kr, DISCRETIONARY if small else COLLECTED)
    life.office.move_to(at("2027-03-01T12:00"))
    return life.do(SIGNATORY, "deliver_report", **report(kr - unused_kr, unused_kr, final=final))


def approve(life: Life) -> Life:
    return life.do(OFFICER, "approve_report", duty="2026")


def second(life: Life, who: Actor = OTHER) -> Life:
    return life.do(who, "second_report", duty="2026")


def test_a_report_on_a_grant_above_the_limit_is_read_by_two() -> None:
    life = delivered()
    with refused("second_eye_missing", "T23", duty="2026"):
        approve(life)

    approved = approve(second(life)).only(e.ReportApproved)

    assert (approved.by, approved.seconded_by) == (OFFICER.subject, OTHER.subject)
    assert life.now.stage is Stage.REPORTED


def test_a_report_that_leaves_money_to_claim_is_read_by_two() -> None:
    life = delivered(400_000, 100_000, final=True, small=True)

    with refused("second_eye_missing", "T23"):
        approve(life)


@pytest.mark.parametrize(("unused_kr", "final"), [(0, True), (100_000, False)])
def test_a_small_grant_without_a_claim_in_sight_is_approved_by_one(unused_kr: int, final: bool) -> None:
    life = approve(delivered(400_000, unused_kr, final=final, small=True))

    assert life.only(e.ReportApproved).seconded_by is None


def test_while_a_claim_is_open_a_report_is_read_by_two() -> None:
    life = delivered(400_000, small=True)
    life.do(OFFICER, "propose_claim", ground="breach", amount_ore=100, reason="Brudd på vilkår")

    with refused("second_eye_missing", "T23"):
        approve(life)
    life.do(LEADER, "drop_claim", claim=1, reason="Ikke grunnlag")

    assert approve(life).only(e.ReportApproved).seconded_by is None


@pytest.mark.parametrize(("kr", "by_two"), [(200_000, False), (201_000, True)])
def test_an_office_with_an_audit_limit_of_its_own_reads_twice_above_it(kr: int, by_two: bool) -> None:
    terms = with_terms(
        DISCRETIONARY,
        report_last_day="2022-04-01",
        final_report_last_day="2023-04-01",
        **({"audit": "required", "audit_last_day": "2022-05-01"} if by_two else {}),
    )
    life = paid(kr, terms, rules=INNLANDET, now=at("2021-03-02T12:00"))
    life.office.move_to(at("2022-03-01T12:00"))
    life.do(SIGNATORY, "deliver_report", **report(kr, until="2021-12-31", duty="2021"))

    assert ("second_report:2021" in life.tasks) is by_two


def test_nobody_is_two_readers() -> None:
    life = second(delivered(), OFFICER)

    with refused("approver_is_second_reader", "T23"):
        approve(life)
    with refused("already_seconded", "T23", duty="2026"):
        second(life, OFFICER)

    assert approve(second(life, LEADER)).now.stage is Stage.REPORTED


def test_only_what_was_delivered_is_read_and_a_new_version_is_read_anew() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-03-01T12:00"))
    with refused("duty_not_ready", "T20", state="expected"):
        second(life)
    life.do(SIGNATORY, "deliver_report", **report(1_200_000))
    second(life).do(OFFICER, "return_report", duty="2026", reason="Tall mangler", last_day="2027-04-01")

    life.do(SIGNATORY, "deliver_report", **report(1_200_000))

    assert life.now.reports[0].state is DutyState.DELIVERED
    with refused("second_eye_missing", "T23"):
        approve(life)


def test_a_reader_who_turns_out_to_be_disqualified_has_not_read_it() -> None:
    life = second(delivered())
    life.do(OTHER, "declare_impartiality", impartial=False, reason="Satt i styringsgruppen")

    with refused("second_eye_missing", "T23"):
        approve(life)
    assert life.tasks == ["review_report:2026", "second_report:2026"]


def test_the_second_reader_has_a_task_until_the_report_is_read() -> None:
    life = delivered()
    assert life.tasks == ["review_report:2026", "second_report:2026"]

    assert second(life).tasks == ["review_report:2026"]
