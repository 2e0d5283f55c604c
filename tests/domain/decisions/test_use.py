from datetime import date
from typing import Any, Final

import pytest

from domain import events as e
from domain.duties import DutyState
from domain.lifecycle import Stage
from domain.money import kroner
from domain.terms import Terms
from tests.domain.lives import (
    AUDITOR,
    COLLECTED,
    DISCRETIONARY,
    INNLANDET,
    LEADER,
    NO_DUTY,
    OFFICER,
    SEEN,
    SIGNATORY,
    YEARLY,
    Life,
    Office,
    at,
    granted,
    paid,
    refused,
    report,
    statement,
    with_terms,
)


def later(life: Life, instant: str) -> Life:
    """Let time pass."""
    life.office.move_to(at(instant))
    return life


def in_use(kr: int = 1_200_000, terms: Terms = COLLECTED, instant: str = "2027-02-01T12:00") -> Life:
    """Return a paid case at *instant*."""
    return later(paid(kr, terms), instant)


def deliver(life: Life, spent_kr: int, unused_kr: int = 0, duty: str = "2026", **changes: Any) -> Life:
    return life.do(SIGNATORY, "deliver_report", **(report(spent_kr, unused_kr, duty) | changes))


def approve(life: Life, duty: str = "2026") -> Life:
    return life.approved(duty)


def attest(life: Life, kr: int, duty: str = "collected", **changes: Any) -> Life:
    return life.do(AUDITOR, "deliver_audit", **(statement(kr, duty) | changes))


def end(life: Life, end_day: str = "2027-03-15", **changes: Any) -> Life:
    return life.do(SIGNATORY, "end_early", **({"end_day": end_day, "reason": "Ferdig"} | changes))


# --- what a letter may ask beside the accounts (E31) ------------------------------------------------------------------------

ASKING: Final = with_terms(COLLECTED, interest_and_vat=True)


@pytest.mark.edge("E31")
@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({}, ["interest_ore", "vat_compensated_ore"]),
        ({"interest_ore": 0}, ["vat_compensated_ore"]),
        ({"vat_compensated_ore": 0}, ["interest_ore"]),
    ],
)
def test_a_report_answers_the_letter_about_interest_and_value_added_tax(
    told: dict[str, Any], missing: list[str]
) -> None:
    life = in_use(terms=ASKING)

    with refused("report_lacks_answers", "E31", missing=missing):
        deliver(life, 1_200_000, **told)

    answered = deliver(life, 1_200_000, interest_ore=150_050, vat_compensated_ore=0)
    assert answered.only(e.ReportDelivered).interest_ore == 150_050


@pytest.mark.edge("E31")
def test_a_letter_that_does_not_ask_about_interest_gets_its_report_without() -> None:
    assert deliver(in_use(), 1_200_000).only(e.ReportDelivered).interest_ore is None


# --- the one question (R26-33, E28) ---------------------------------------------------------------------------------------


def test_no_more_is_left_than_was_paid() -> None:
    life = in_use(400_000, NO_DUTY, "2028-01-02T12:00")

    with refused("more_than_paid", "R26-33", given_ore=kroner(400_001), paid_ore=kroner(400_000)):
        life.do(SIGNATORY, "answer_use", unspent_ore=kroner(400_001))

    assert life.do(SIGNATORY, "answer_use", unspent_ore=kroner(400_000)).tasks == ["propose_claim"]


def test_the_question_is_about_money_that_was_paid() -> None:
    with refused("not_possible_now", "R26-33", stage="granted"):
        granted().do(SIGNATORY, "answer_use", unspent_ore=0)


def test_the_answer_stands_while_a_claim_is_open_on_it() -> None:
    life = in_use(400_000, NO_DUTY, "2028-01-02T12:00").do(SIGNATORY, "answer_use", unspent_ore=kroner(1))
    life.do(OFFICER, "propose_claim", ground="unused", amount_ore=kroner(1), reason="Ubrukt")

    with refused("not_possible_now", "R26-33", command="answer_use"):
        life.do(SIGNATORY, "answer_use", unspent_ore=0)

    life.do(LEADER, "drop_claim", claim=1, reason="Var brukt likevel")
    assert life.do(SIGNATORY, "answer_use", unspent_ore=0).tasks == ["close"]


@pytest.mark.edge("E28")
def test_what_was_left_at_the_end_of_the_grant_year_is_asked_about_again_when_the_use_is_over() -> None:
    life = in_use(400_000, NO_DUTY, "2026-12-01T12:00").do(
        SIGNATORY, "answer_use", unspent_ore=kroner(100_000)
    )

    later(life, "2028-01-02T12:00")

    assert life.only(e.GrantYearEnded).leftover_ore == kroner(100_000)
    assert (life.only(e.UseDeadlinePassed).result, life.now.unclaimed_ore) == ("ask", 0)
    assert life.clocks == ["use_question"]
    assert life.do(SIGNATORY, "answer_use", unspent_ore=kroner(30_000)).now.unclaimed_ore == kroner(30_000)


def test_where_all_was_used_before_the_deadline_nobody_is_asked_again() -> None:
    life = in_use(400_000, NO_DUTY, "2027-12-01T12:00").do(SIGNATORY, "answer_use", unspent_ore=0)

    later(life, "2028-01-02T12:00")

    assert life.only(e.UseDeadlinePassed).result == "all_used"
    assert life.tasks == ["close"]


# --- reports (T21, T22, T23) ----------------------------------------------------------------------------------------------


@pytest.mark.edge("E34", "E42")
def test_a_report_accounts_for_every_ore() -> None:
    life = in_use()

    with refused(
        "report_does_not_add_up",
        "E42",
        missing_ore=kroner(100_000),
        spent_ore=kroner(700_000),
        unused_ore=kroner(400_000),
        available_ore=kroner(1_200_000),
    ):
        deliver(life, 700_000, 400_000)
    with refused("report_does_not_add_up", "E42", missing_ore=kroner(-1)):
        deliver(life, 700_001, 500_000)

    assert deliver(life, 700_000, 500_000).now.reports[0].state is DutyState.DELIVERED


def test_money_is_used_to_the_last_day_and_not_after_it() -> None:
    life = in_use(instant="2028-02-01T12:00")

    with refused("used_after_deadline", "R26-32", given_day="2028-01-01", last_day="2027-12-31"):
        deliver(life, 1_200_000, spent_until="2028-01-01")

    assert deliver(life, 1_200_000, spent_until="2027-12-31").now.reports[0].delivered_at is not None


def test_a_report_is_about_a_duty_that_the_case_has() -> None:
    life = in_use()

    for kind, fields in (
        ("deliver_report", report(1_200_000, duty="2029")),
        ("approve_report", {"duty": "2029"}),
        ("return_report", {"duty": "2029", "reason": "Feil", "last_day": "2027-05-01"}),
    ):
        with refused("no_such_duty", "T20", duty="2029", duties=["2026"]):
            life.do(SIGNATORY if kind == "deliver_report" else OFFICER, kind, **fields)


def test_a_report_is_reviewed_after_it_was_delivered_and_delivered_once() -> None:
    life = in_use()

    with refused("duty_not_ready", "T20", duty="2026", state="expected", wanted="approve"):
        approve(life)

    deliver(life, 1_200_000)
    with refused("duty_not_ready", "T20", state="delivered", wanted="deliver"):
        deliver(life, 1_200_000)
    assert approve(life).now.stage is Stage.REPORTED


def test_no_report_is_heard_before_the_money_came() -> None:
    life = granted(1_200_000, COLLECTED)
    assert life.clocks == ["payment", "grant_year_end"]

    with refused("not_possible_now", "T20", command="deliver_report", stage="granted"):
        deliver(life, 1_200_000)
    with refused("not_possible_now", "T20", command="deliver_audit"):
        attest(life, 1_200_000, signed_on="2026-03-01")

    assert (
        deliver(life.paid(), 1_200_000, spent_until="2026-03-01").now.reports[0].state is DutyState.DELIVERED
    )


def test_the_next_year_s_report_waits_for_its_year() -> None:
    life = approve(deliver(in_use(instant="2026-10-01T12:00"), 700_000, 500_000, spent_until="2026-09-30"))

    with refused("report_too_early", "R26-58", duty="2027"):
        deliver(life, 500_000, duty="2027")

    later(life, "2026-12-31T23:00:00")
    assert deliver(life, 500_000, duty="2027").now.reports[1].state is DutyState.DELIVERED


def test_a_report_is_about_money_that_was_used_and_not_about_what_is_to_come() -> None:
    life = in_use(instant="2027-02-01T12:00")

    with refused("spent_in_future", "T21", given_day="2027-02-02", today_day="2027-02-01"):
        deliver(life, 1_200_000, spent_until="2027-02-02")

    assert deliver(life, 1_200_000, spent_until="2027-02-01").now.reports[0].delivered_at is not None


@pytest.mark.parametrize(
    ("received", "in_time"), [("2027-04-01T21:59:59", True), ("2027-04-01T22:00:00", False)]
)
def test_a_report_counts_from_when_it_arrived(received: str, in_time: bool) -> None:
    life = in_use()
    life.office.sleep_until(at("2027-04-10T12:00"))

    life.do(SIGNATORY, "deliver_report", received_at=at(received), **report(1_200_000))

    assert life.only(e.ReportDelivered).in_time is in_time
    assert life.only(e.ReportDelivered).received_at == at(received)


def test_a_report_goes_back_with_a_day_that_lies_ahead_and_comes_again() -> None:
    life = deliver(in_use(instant="2027-03-01T12:00"), 700_000, 500_000)
    back = {"duty": "2026", "reason": "Vis til bilag"}

    with refused("day_not_in_future", "T22", given_day="2027-03-01"):
        life.do(OFFICER, "return_report", last_day="2027-03-01", **back)

    life.do(OFFICER, "return_report", last_day="2027-04-15", **back)
    assert life.now.reports[0].last_day == date(2027, 4, 15)
    assert (life.letters[-1], life.clocks) == ("L04", ["use", "report:2026:1", "audit:collected"])
    assert approve(deliver(life, 800_000, 400_000)).now.reports[0].spent_ore == kroner(800_000)


@pytest.mark.edge("E14")
def test_money_that_is_left_makes_the_next_year_s_report() -> None:
    life = approve(deliver(in_use(), 700_000, 500_000))

    carried = life.now.reports[1]
    assert (carried.name, carried.available_ore, carried.last_day) == (
        "2027",
        kroner(500_000),
        date(2028, 4, 1),
    )
    assert life.now.path[-1] is Stage.CARRY_OVER
    later(life, "2028-02-01T12:00")
    approve(deliver(life, 500_000, duty="2027"), "2027")
    assert life.now.stage is Stage.REPORTED


@pytest.mark.parametrize(("unused_kr", "final"), [(0, False), (500_000, True)])
def test_a_report_is_the_last_one_where_nothing_is_left_or_nothing_more_will_be_spent(
    unused_kr: int, final: bool
) -> None:
    life = approve(deliver(in_use(), 1_200_000 - unused_kr, unused_kr, final=final))

    assert (life.now.stage, len(life.now.reports)) == (Stage.REPORTED, 1)
    assert life.now.unclaimed_ore == kroner(unused_kr)


def test_the_report_of_the_last_year_of_use_is_the_last_one() -> None:
    life = approve(deliver(in_use(), 700_000, 500_000))
    later(life, "2027-12-20T12:00")

    approve(deliver(life, 400_000, 100_000, "2027"), "2027")

    assert (life.now.stage, life.now.unclaimed_ore) == (Stage.REPORTED, kroner(100_000))


def test_a_report_delivered_after_the_use_is_over_is_the_last_one() -> None:
    life = approve(deliver(in_use(instant="2028-01-10T12:00"), 700_000, 500_000))

    assert (life.now.stage, len(life.now.reports)) == (Stage.REPORTED, 1)


@pytest.mark.edge("E16")
def test_a_carried_over_report_is_not_owed_on_a_day_that_has_passed() -> None:
    life = deliver(in_use(), 700_000, 500_000)
    later(life, "2028-04-01T12:00")

    with refused("day_not_in_future", "E16", given_day="2028-04-01", today_day="2028-04-01"):
        approve(life)

    life.do(OFFICER, "return_report", duty="2026", reason="Bruken er over", last_day="2028-05-01")
    approve(deliver(life, 1_100_000, 100_000))
    assert (life.now.stage, life.now.unclaimed_ore) == (Stage.REPORTED, kroner(100_000))


@pytest.mark.edge("E14")
def test_where_each_year_is_audited_the_next_year_s_statement_comes_with_its_report() -> None:
    life = approve(deliver(in_use(terms=YEARLY), 700_000, 500_000))

    assert [(audit.name, audit.last_day) for audit in life.now.audits] == [
        ("2026", date(2027, 5, 1)),
        ("2027", date(2028, 4, 1)),
    ]


# --- statements (T25, E43) ------------------------------------------------------------------------------------------------


def test_a_statement_is_accepted_when_its_reports_are_approved() -> None:
    life = attest(deliver(in_use(instant="2027-04-01T12:00"), 1_200_000), 1_200_000)

    with refused("reports_first", "T25", reports=["2026"]):
        life.do(OFFICER, "accept_audit", **SEEN, duty="collected")

    approve(life).do(OFFICER, "accept_audit", **SEEN, duty="collected")
    assert (life.now.stage, life.now.finished) == (Stage.AUDITED, True)


@pytest.mark.parametrize("control", SEEN)
def test_a_statement_is_accepted_when_what_it_must_say_is_seen(control: str) -> None:
    life = attest(approve(deliver(in_use(instant="2027-04-01T12:00"), 1_200_000)), 1_200_000)

    with refused("controls_not_done", "T25", controls=[control]):
        life.do(OFFICER, "accept_audit", **(SEEN | {control: False}), duty="collected")


def test_a_statement_for_one_year_waits_for_that_year_s_report_alone() -> None:
    life = approve(deliver(in_use(terms=YEARLY, instant="2027-04-01T12:00"), 700_000, 500_000))

    attest(life, 700_000, "2026").do(OFFICER, "accept_audit", **SEEN, duty="2026")

    assert not life.now.audits[0].is_open
    later(life, "2028-03-02T12:00")
    attest(deliver(life, 500_000, duty="2027"), 500_000, "2027")
    with refused("reports_first", "T25", reports=["2027"]):
        life.do(OFFICER, "accept_audit", **SEEN, duty="2027")
    approve(life, "2027").do(OFFICER, "accept_audit", **SEEN, duty="2027")
    assert life.now.stage is Stage.AUDITED


@pytest.mark.edge("E43")
def test_another_amount_than_the_reported_one_needs_a_reason() -> None:
    life = attest(approve(deliver(in_use(instant="2027-04-01T12:00"), 1_200_000)), 1_100_000)

    with refused("audit_differs", "E43", difference_ore=kroner(-100_000), reported_ore=kroner(1_200_000)):
        life.do(OFFICER, "accept_audit", **SEEN, duty="collected")

    for half in ({"applies": "report"}, {"difference_reason": "Merverdiavgift"}):
        with refused("audit_differs", "E43"):
            life.do(OFFICER, "accept_audit", **SEEN, duty="collected", **half)
    life.do(
        OFFICER,
        "accept_audit",
        **SEEN,
        duty="collected",
        applies="report",
        difference_reason="Merverdiavgift",
    )
    assert life.only(e.AuditAccepted).difference_ore == kroner(-100_000)
    assert (life.now.unspent_ore, life.now.stage) == (0, Stage.AUDITED)


def accept(life: Life, applies: str, duty: str = "collected") -> Life:
    return life.do(
        OFFICER, "accept_audit", **SEEN, duty=duty, applies=applies, difference_reason="Etter bilagene"
    )


@pytest.mark.edge("E43")
def test_by_the_auditor_s_figure_more_is_left_and_that_is_claimed() -> None:
    life = accept(
        attest(approve(deliver(in_use(instant="2027-04-01T12:00"), 1_200_000)), 1_100_000), "auditor"
    )

    assert (life.now.unspent_ore, life.now.unclaimed_ore) == (kroner(100_000), kroner(100_000))
    assert (life.now.finished, life.tasks) == (False, ["propose_claim"])


@pytest.mark.edge("E43")
def test_by_the_auditor_s_figure_less_is_left_than_was_reported() -> None:
    life = attest(
        approve(deliver(in_use(instant="2027-04-01T12:00"), 1_100_000, 100_000, final=True)), 1_150_000
    )
    assert life.now.unclaimed_ore == kroner(100_000)

    accept(life, "auditor")

    assert (life.now.unspent_ore, life.now.unclaimed_ore) == (kroner(50_000), kroner(50_000))


@pytest.mark.edge("E43")
def test_where_the_reported_figure_applies_nothing_is_reckoned_anew() -> None:
    life = attest(
        approve(deliver(in_use(instant="2027-04-01T12:00"), 1_100_000, 100_000, final=True)), 1_150_000
    )

    assert accept(life, "report").now.unclaimed_ore == kroner(100_000)


@pytest.mark.edge("E43")
def test_the_auditor_s_figure_does_not_go_below_what_was_claimed() -> None:
    life = attest(
        approve(deliver(in_use(instant="2027-04-01T12:00"), 1_100_000, 100_000, final=True)), 1_150_000
    )
    life.do(OFFICER, "propose_claim", ground="unused", amount_ore=kroner(100_000), reason="Ubrukt")
    with refused("claim_above_audit", "E43", unused_ore=kroner(50_000), claimed_ore=kroner(100_000)):
        accept(life, "auditor")

    life.do(LEADER, "drop_claim", claim=1, reason="Revisors tall er lavere")

    assert accept(life, "auditor").now.unclaimed_ore == kroner(50_000)


@pytest.mark.edge("E43")
@pytest.mark.parametrize(
    ("paid_kr", "back_kr"), [(0, 0), (20_000, 0), (50_000, 0), (70_000, 20_000), (100_000, 50_000)]
)
def test_a_claim_that_the_auditor_s_figure_is_below_is_lowered_first_however_much_of_it_is_paid(
    paid_kr: int, back_kr: int
) -> None:
    life = approve(deliver(in_use(instant="2027-04-01T12:00"), 1_100_000, 100_000, final=True))
    life.claimed(kroner(100_000))
    if paid_kr:
        life.repaid(kroner(paid_kr))
    attest(life, 1_150_000).declared(LEADER)
    with refused("claim_above_audit", "E43", unused_ore=kroner(50_000), claimed_ore=kroner(100_000)):
        accept(life, "auditor")

    life.do(LEADER, "reduce_claim", claim=1, amount_ore=kroner(50_000), reason="Revisors tall er lavere")
    accept(life, "auditor")

    [claim] = life.now.claims
    assert claim.outstanding_ore == kroner(max(0, 50_000 - paid_kr))
    assert (life.now.unclaimed_ore, claim.overpaid_ore) == (0, kroner(back_kr))
    assert ("return_overpayment:1" in life.tasks) == (back_kr > 0)


@pytest.mark.edge("E43")
def test_the_difference_of_one_year_counts_in_what_is_left_after_the_last() -> None:
    life = approve(deliver(in_use(terms=YEARLY), 700_000, 500_000))
    attest(life, 650_000, "2026", signed_on="2027-02-01")
    accept(life, "auditor", "2026")
    later(life, "2028-03-01T12:00")

    approve(deliver(life, 500_000, duty="2027", spent_until="2027-12-31"), "2027")

    assert life.now.unspent_ore == kroner(50_000)


def test_one_statement_for_several_years_is_held_against_the_sum_of_their_reports() -> None:
    life = approve(deliver(in_use(), 700_000, 500_000))
    later(life, "2028-03-02T12:00")
    approve(deliver(life, 500_000, duty="2027"), "2027")

    attest(life, 1_200_000).do(OFFICER, "accept_audit", **SEEN, duty="collected")

    assert life.only(e.AuditAccepted).difference_ore == 0


def test_a_statement_is_not_signed_in_the_future() -> None:
    life = in_use(instant="2027-04-01T12:00")

    with refused("signed_in_future", "T25", given_day="2027-04-02"):
        attest(life, 1_200_000, signed_on="2027-04-02")

    assert attest(life, 1_200_000, signed_on="2027-04-01").now.audits[0].delivered_at is not None


def test_a_statement_goes_back_with_a_day_that_lies_ahead_and_comes_again() -> None:
    life = attest(in_use(instant="2027-04-01T12:00"), 1_200_000)
    back = {"duty": "collected", "reason": "Kapittel og post mangler"}

    with refused("day_not_in_future", "T25", given_day="2027-04-01"):
        life.do(OFFICER, "return_audit", last_day="2027-04-01", **back)

    life.do(OFFICER, "return_audit", last_day="2027-05-01", **back)
    assert "audit:collected:1" in life.clocks
    assert attest(life, 1_200_000).now.audits[0].state is DutyState.DELIVERED


def test_a_statement_is_about_a_duty_that_the_case_has_and_waits_for_its_turn() -> None:
    life = in_use(instant="2027-04-01T12:00")

    with refused("no_such_duty", "T25", duty="2026", duties=["collected"]):
        attest(life, 1_200_000, "2026")
    with refused("duty_not_ready", "T25", duty="collected", state="expected", wanted="approve"):
        life.do(OFFICER, "accept_audit", **SEEN, duty="collected")


def test_only_the_host_s_own_auditor_or_an_officer_delivers_a_statement() -> None:
    life = in_use(instant="2027-04-01T12:00")

    with refused("role_not_allowed", "T25", role="applicant_signatory"):
        life.do(SIGNATORY, "deliver_audit", **statement(1_200_000))

    assert life.do(OFFICER, "deliver_audit", **statement(1_200_000)).now.audits[0].delivered_at is not None


# --- early end (T28, R26-60, R26-61, E12, E13) ----------------------------------------------------------------------------


def test_above_the_limit_an_early_end_asks_for_audited_accounts() -> None:
    without = with_terms(COLLECTED, audit="none", audit_last_day=None, audit_reason="Liten risiko")
    life = in_use(1_200_000, without, "2027-03-16T12:00")

    with refused("terms_incomplete", "R26-60", missing=["audit_last_day"]):
        end(life)
    with refused("day_not_in_future", "T28", given_day="2027-03-16"):
        end(life, audit_last_day="2027-03-16")

    end(life, audit_last_day="2027-06-15")
    assert life.now.stage is Stage.ENDED_EARLY
    assert [(audit.name, audit.rule) for audit in life.now.audits] == [("early", "R26-60")]
    assert life.letters[-1] == "ended_early"
    assert life.sent[-1].payload["params"]["audit_last_day"] == "2027-06-15"


def test_a_letter_that_asks_for_audit_needs_no_other_at_an_early_end() -> None:
    life = end(in_use(instant="2027-03-16T12:00"))

    assert [audit.name for audit in life.now.audits] == ["collected"]
    deliver(life, 1_000_000, 200_000, spent_until="2027-03-15")
    attest(approve(life), 1_000_000).do(OFFICER, "accept_audit", **SEEN, duty="collected")
    life.claimed(kroner(200_000)).repaid(kroner(200_000))
    assert (life.now.stage, life.now.finished) == (Stage.REFUNDED, True)


def test_below_the_limit_an_early_end_asks_for_audited_accounts_where_the_letter_asked_for_a_report() -> None:
    life = in_use(800_000, DISCRETIONARY, "2027-03-16T12:00")

    with refused("terms_incomplete", "R26-61", missing=["audit_last_day"]):
        end(life)

    end(life, audit_last_day="2027-06-15")
    assert [(audit.name, audit.rule) for audit in life.now.audits] == [("early", "R26-61")]


@pytest.mark.edge("E12", "E13")
@pytest.mark.parametrize("kr", [800_000, 1_000_000])
def test_up_to_the_limit_an_early_end_without_a_report_duty_asks_only_what_is_left(kr: int) -> None:
    life = end(in_use(kr, with_terms(NO_DUTY, reporting_reason="Valgt"), "2027-03-16T12:00"))

    assert (life.now.stage, life.now.audits, life.clocks) == (Stage.ENDED_EARLY, (), ["use_question"])
    assert life.sent[-1].payload["params"]["audit_last_day"] is None
    life.do(SIGNATORY, "answer_use", unspent_ore=kroner(10_000))
    life.claimed(kroner(10_000)).repaid(kroner(10_000))
    assert life.now.stage is Stage.REFUNDED


@pytest.mark.edge("E28")
def test_after_an_early_end_silence_becomes_a_task_and_no_claim() -> None:
    life = end(in_use(400_000, NO_DUTY, "2027-03-16T12:00"))

    later(life, "2027-06-30T12:00")

    assert life.tasks == ["overdue:use_question:case_officer", "overdue:use_question:leader"]
    assert not life.now.claims
    assert life.do(OFFICER, "close", note="Ordfører bekreftet på telefon").now.stage is Stage.CLOSED


def test_what_was_left_before_the_early_end_is_asked_about_again_and_what_was_left_on_its_day_is_not() -> (
    None
):
    before = in_use(400_000, NO_DUTY, "2027-03-14T12:00").do(SIGNATORY, "answer_use", unspent_ore=kroner(9))
    same_day = in_use(400_000, NO_DUTY, "2027-03-15T12:00").do(SIGNATORY, "answer_use", unspent_ore=kroner(9))

    end(later(before, "2027-03-16T12:00"))
    end(later(same_day, "2027-03-16T12:00"))

    assert (before.now.unclaimed_ore, before.clocks) == (0, ["use_question"])
    assert (same_day.now.unclaimed_ore, same_day.tasks) == (kroner(9), ["propose_claim"])


@pytest.mark.parametrize("day", ["2026-02-28", "2027-03-17"])
def test_a_project_ends_between_the_decision_and_today(day: str) -> None:
    life = in_use(400_000, NO_DUTY, "2027-03-16T12:00")

    with refused("end_day_impossible", "T28", given_day=day):
        end(life, day)

    assert end(life, "2027-03-16").now.ended_early_on == date(2027, 3, 16)


def test_a_project_does_not_end_early_after_the_last_day_of_use() -> None:
    life = in_use(400_000, NO_DUTY, "2028-01-10T12:00")

    with refused("end_day_impossible", "T28", given_day="2028-01-05"):
        end(life, "2028-01-05")

    assert end(life, "2027-12-31").now.stage is Stage.ENDED_EARLY


def test_a_leader_ends_a_project_on_the_municipality_s_own_word_alone() -> None:
    life = in_use(400_000, NO_DUTY, "2027-03-20T12:00")
    day = {"end_day": "2027-03-15", "reason": "Lederen sluttet"}

    with refused("early_end_source_missing", "T28"):
        life.do(LEADER, "end_early", **day)

    ended = life.do(LEADER, "end_early", source="2027/31", **day)
    assert (ended.now.stage, ended.only(e.EndedEarly).source) == (Stage.ENDED_EARLY, "2027/31")


def test_money_that_was_not_paid_has_no_early_end() -> None:
    with refused("not_possible_now", "T28", command="end_early", stage="granted"):
        end(granted(), "2026-03-01")


def silent_end(kr: int = 150_000) -> Life:
    """Return an early end in Innlandet's year, of which no source says anything."""
    letter = with_terms(
        DISCRETIONARY, report_last_day="2022-04-01", final_report_last_day="2023-04-01", reporting_reason=None
    )
    life = granted(kr, letter, rules=INNLANDET, now=at("2021-03-02T12:00")).paid()
    return end(later(life, "2022-02-16T12:00"), "2022-02-15")


@pytest.mark.edge("E1")
def test_where_the_source_is_silent_about_an_early_end_a_leader_chooses_with_a_reason() -> None:
    life = silent_end()

    assert (life.now.audit_open, life.now.audits) == ("B21-07", ())
    assert "early_audit" in life.tasks
    with refused("terms_incomplete", "B21-07", missing=["audit_last_day"]):
        life.do(LEADER, "choose_audit", required=True, reason="Stor usikkerhet")
    with refused("role_not_allowed", "T28", role="case_officer"):
        life.do(OFFICER, "choose_audit", required=False, reason="Lite beløp")
    life.do(LEADER, "choose_audit", required=True, reason="Stor usikkerhet", last_day="2022-06-15")

    assert [(audit.name, audit.rule) for audit in life.now.audits] == [("early", "B21-07")]
    assert (life.now.audit_open, "early_audit" in life.tasks) == (None, False)
    assert (life.letters[-1], life.sent[-1].payload["params"]) == (
        "audit_chosen",
        {"audit_last_day": "2022-06-15"},
    )


def test_until_it_is_chosen_a_case_that_ended_early_stays_open() -> None:
    life = silent_end()
    life.do(SIGNATORY, "deliver_report", **report(150_000, duty="2021", until="2022-02-15")).approved("2021")
    with refused("duties_open", "T24"):
        life.do(OFFICER, "close")

    life.do(LEADER, "choose_audit", required=False, reason="Lite beløp")

    assert (life.now.stage, life.letters[-1]) == (Stage.CLOSED, "L20")


def test_where_the_source_speaks_or_the_letter_asks_nothing_is_chosen() -> None:
    spoken = end(in_use(800_000, NO_DUTY, "2027-03-16T12:00"))
    letter = with_terms(
        YEARLY, report_last_day="2022-04-01", final_report_last_day="2023-04-01", audit_last_day="2022-05-01"
    )
    asked = granted(350_000, letter, rules=INNLANDET, now=at("2021-03-02T12:00")).paid()
    end(later(asked, "2022-02-16T12:00"), "2022-02-15")

    assert spoken.now.audit_open is None
    assert asked.now.audit_open is None
    with refused("not_possible_now", "T28", command="choose_audit"):
        asked.do(LEADER, "choose_audit", required=False, reason="Nei")


def test_money_used_after_the_early_end_is_not_accounted_for() -> None:
    life = end(in_use(instant="2027-03-16T12:00"))

    with refused("used_after_deadline", "R26-32", given_day="2027-03-16", last_day="2027-03-15"):
        deliver(life, 1_200_000, spent_until="2027-03-16")


def test_a_report_under_review_when_the_project_ended_leaves_the_rest_to_one_more() -> None:
    life = end(deliver(in_use(instant="2027-03-16T12:00"), 700_000, 500_000))

    approve(life)

    assert [duty.name for duty in life.now.reports] == ["2026", "2027"]
    approve(deliver(life, 400_000, 100_000, "2027", spent_until="2027-03-15"), "2027")
    assert (life.now.stage, life.now.unclaimed_ore) == (Stage.REPORTED, kroner(100_000))


def test_an_office_without_a_report_duty_in_its_letter_hears_of_no_duty_by_name() -> None:
    with refused("no_such_duty", "T20", duty="2026", duties=[]):
        deliver(Office().submit().granted().paid(), 400_000)
