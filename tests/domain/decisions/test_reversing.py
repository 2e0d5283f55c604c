"""Reversals (T40, L-27, E7, E8, E10), each refusal seen firing beside what is allowed."""

from datetime import timedelta
from typing import Any

import pytest

from domain import events as e
from domain.actors import Role
from domain.lifecycle import Stage
from domain.money import kroner
from domain.terms import Terms
from tests.domain.lives import (
    ATTESTOR,
    COLLECTED,
    CONTROLS,
    DISCRETIONARY,
    LEADER,
    NO_DUTY,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    at,
    granted,
    paid,
    person,
    refusal,
    refused,
    report,
    with_terms,
)

BOTH = person(Role.LEADER, OFFICER.subject)


def recommend(
    life: Life, kr: int | None, ground: str = "benefit", terms: Terms | None = None, **more: Any
) -> Life:
    fields = {"ground": ground, "reason": "Ny vurdering"} | ({} if terms is None else {"terms": terms}) | more
    amount = {} if kr is None else {"amount_ore": kroner(kr)}
    return life.do(OFFICER, "recommend_reversal", **fields, **amount)


def noticed(life: Life) -> Life:
    day = (life.office.now + timedelta(days=21)).date()
    life.do(OFFICER, "give_reversal_notice", explanation="Rammen", last_day=day)
    life.office.move_to(life.office.now + timedelta(days=22))
    return life


def reversed_to(life: Life, kr: int, ground: str = "other_law", terms: Terms | None = None) -> Life:
    recommend(life, kr, ground, terms)
    if life.now.reversal is not None and life.now.reversal.needs_notice:
        noticed(life)
    return life.do(LEADER, "reverse")


def partly() -> Life:
    """300 000 of the 400 000 that were asked for."""
    return Office().submit().granted(300_000)


# --- to benefit and to detriment ------------------------------------------------------------------------------------------


def test_a_reversal_to_benefit_is_free_and_has_its_own_number() -> None:
    life = reversed_to(partly(), 350_000, "benefit")

    done = life.only(e.Reversed)
    assert (done.decision_no, done.reversed_no, done.before_ore, done.amount_ore) == (
        2,
        1,
        kroner(300_000),
        kroner(350_000),
    )
    assert life.only(e.Granted).amount_ore == kroner(300_000)
    assert life.now.granted_ore == life.office.committed_ore("learning") == kroner(350_000)
    assert "L16" in life.letters
    assert life.paid().now.paid_ore == kroner(350_000)


def test_a_reversal_to_detriment_needs_a_ground_and_that_the_municipality_was_heard() -> None:
    with refused("detriment_needs_ground", "L-27"):
        recommend(partly(), 200_000)
    life = recommend(partly(), 200_000, "invalid")
    with refused("notice_missing", "L-22"):
        life.do(LEADER, "reverse")
    with refused("day_not_in_future", "L-22"):
        life.do(OFFICER, "give_reversal_notice", explanation="Feil", last_day="2026-03-01")
    life.do(OFFICER, "give_reversal_notice", explanation="Feil", last_day="2026-03-22")
    with refused("no_notice_waits", "L-22"):
        life.do(OFFICER, "give_reversal_notice", explanation="Feil", last_day="2026-04-22")
    life.office.move_to(at("2026-03-22T22:59"))
    with refused("notice_runs", "L-22", last_day="2026-03-22"):
        life.do(LEADER, "reverse")
    life.office.move_to(at("2026-03-22T23:00"))
    assert "overdue:reversal_notice:1:leader" in life.tasks
    assert life.do(LEADER, "reverse").now.granted_ore == kroner(200_000)


def test_no_notice_is_given_of_what_is_to_benefit() -> None:
    with refused("no_notice_waits", "L-22"):
        recommend(partly(), 350_000).do(
            OFFICER, "give_reversal_notice", explanation="Mer", last_day="2026-04-01"
        )


def test_who_recommended_a_reversal_does_not_decide_it() -> None:
    life = recommend(partly(), 350_000).declared(BOTH)
    with refused("reverser_is_recommender", "T40"):
        life.do(BOTH, "reverse")
    life.do(LEADER, "reverse")
    with refused("no_reversal_waits", "T40"):
        life.do(LEADER, "reverse")


def test_a_reversal_that_is_dropped_leaves_the_decision() -> None:
    life = recommend(partly(), 350_000)
    with refused("reversal_waits", "T40"):
        recommend(life, 360_000)

    life.do(LEADER, "drop_reversal", reason="Nei")

    assert (life.now.reversal, life.now.granted_ore) == (None, kroner(300_000))


# --- amounts ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kr", "more", "code", "rule"),
    [
        (None, {}, "amount_missing", "T40"),
        (None, {"amount_ore": 150}, "not_whole_kroner", "E34"),
        (400_001, {}, "more_than_applied", "T13"),
        (300_000, {}, "reversal_changes_nothing", "T40"),
    ],
)
def test_the_new_amount_is_one_that_can_be_granted(
    kr: int | None, more: dict[str, Any], code: str, rule: str
) -> None:
    with refused(code, rule):
        recommend(partly(), kr, **more)


def test_the_four_refusals_of_an_amount_are_named() -> None:
    with refused("amount_missing", "T40"):
        recommend(partly(), None)
    with refused("more_than_applied", "T13"):
        recommend(partly(), 400_001)
    with refused("reversal_changes_nothing", "T40"):
        recommend(partly(), 300_000)


def test_more_money_is_tried_on_the_frame_and_less_frees_it() -> None:
    office = Office()
    office.frames_kr["learning"] = 700_000
    first = office.submit(applied_kr=400_000).granted(300_000)
    second = office.submit(applied_kr=400_000).granted(400_000)
    recommend(first, 400_000)
    with refused("frame_exceeded", "R26-05", over_ore=kroner(100_000)):
        first.do(LEADER, "reverse")

    reversed_to(second, 300_000)

    assert first.do(LEADER, "reverse").now.granted_ore == kroner(400_000)


def test_a_grant_reversed_to_nothing_is_annulled_and_at_rest() -> None:
    life = reversed_to(granted(1_200_000, COLLECTED), 0)

    assert (life.now.stage, life.now.finished, life.now.reports) == (Stage.ANNULLED, True, ())
    assert life.office.committed_ore("learning") == 0
    assert life.clocks == []


@pytest.mark.edge("E37")
def test_a_grant_that_lapsed_with_its_year_is_annulled() -> None:
    life = granted()
    life.office.move_to(at("2027-01-10T12:00"))
    assert "lapsed" in life.tasks
    recommend(life, 0, "other_law")

    assert noticed(life).do(LEADER, "reverse").now.finished


def test_more_money_takes_an_authority_that_still_runs() -> None:
    life = partly()
    life.office.move_to(at("2027-01-10T12:00"))
    with refused("authority_lapsed", "R26-02"):
        recommend(life, 350_000).do(LEADER, "reverse")


def test_what_is_paid_stays_and_comes_back_by_claim() -> None:
    life = paid(1_200_000, COLLECTED)
    with refused("paid_amount_stays", "E8", paid_ore=kroner(1_200_000)):
        recommend(life, 900_000, "invalid")


def test_nothing_is_reversed_while_a_payment_is_under_way_or_after_a_report() -> None:
    with refused("payment_under_way", "T16", payment=1):
        recommend(granted().ordered(), 0, "invalid")
    life = paid(1_200_000, COLLECTED)
    life.do(SIGNATORY, "deliver_report", **report(600_000, 600_000, until="2026-03-01"))
    with refused("already_reported", "E7"):
        recommend(life, 1_200_000, "invalid", NO_DUTY)
    with refused("not_possible_now", "T40"):
        recommend(Office().submit(), 0)


def test_nothing_is_paid_while_a_reversal_waits() -> None:
    life = recommend(granted().do(SIGNATORY, "confirm_account", account="12345678903"), 0, "invalid")
    with refused("reversal_waits", "T40"):
        life.do(LEADER, "order_payment")
    life.do(LEADER, "drop_reversal", reason="Nei").do(LEADER, "order_payment")
    assert life.do(ATTESTOR, "attest_payment", **CONTROLS).now.stage is Stage.PAYMENT_ORDERED


# --- the threshold -----------------------------------------------------------------------------------------------------------


@pytest.mark.edge("E7")
def test_a_grant_reversed_below_the_limit_loses_its_statutory_duty() -> None:
    """E7: 1 200 000 reversed to 900 000 before use."""
    life = granted(1_200_000, COLLECTED)
    assert [duty.name for duty in life.now.reports] == ["2026"]
    recommend(life, 900_000, "other_law")
    noticed(life)
    with refused("internal_justification_missing", "R26-56"):
        # The leader says in the new terms that the duty is gone; it is not carried on in silence.
        life.do(LEADER, "reverse")
    life.do(LEADER, "drop_reversal", reason="Vilkårene")

    reversed_to(life, 900_000, terms=NO_DUTY)

    assert (life.now.reports, life.now.audits, life.now.threshold) == ((), (), "none")
    assert life.now.threshold_basis_ore == kroner(900_000)
    assert [entry.event.name for entry in life.all(e.DutyLapsed)] == ["2026", "collected"]  # type: ignore[attr-defined]


@pytest.mark.edge("E7")
def test_a_grant_reversed_above_the_limit_gets_the_duty() -> None:
    life = Office().submit(applied_kr=1_200_000).granted(900_000)
    recommend(life, 1_200_000)
    with refused("reporting_required", "R26-52"):
        life.do(LEADER, "reverse")
    life.do(LEADER, "drop_reversal", reason="Vilkårene")

    reversed_to(life, 1_200_000, "benefit", COLLECTED)

    assert life.now.threshold == "statutory"
    assert [duty.name for duty in life.now.reports] == ["2026"]
    assert "report:2026:d2" in life.paid().clocks


@pytest.mark.edge("E8")
def test_a_repayment_does_not_lift_the_duty() -> None:
    """E8: 1 200 000 granted and paid, 400 000 repaid."""
    life = paid(1_200_000, COLLECTED).claimed(kroner(400_000), "breach").repaid(kroner(400_000))

    assert (life.now.granted_ore, life.now.threshold) == (kroner(1_200_000), "statutory")
    assert life.now.duties_open


@pytest.mark.edge("E10")
def test_a_report_asked_for_after_the_letter_is_a_reversal_to_detriment() -> None:
    """E10: only by a new decision with notice."""
    life = paid()
    with refused("detriment_needs_ground", "L-27"):
        recommend(life, 400_000, terms=DISCRETIONARY)

    reversed_to(life, 400_000, "other_law", DISCRETIONARY)

    assert [(duty.name, duty.ground) for duty in life.now.reports] == [("2026", "discretionary")]
    assert life.now.stage is Stage.DISBURSED


@pytest.mark.edge("E31")
def test_another_question_to_the_report_is_to_detriment() -> None:
    life = paid(1_200_000, COLLECTED)

    with refused("detriment_needs_ground", "L-27"):
        recommend(life, 1_200_000, terms=with_terms(COLLECTED, interest_and_vat=True))


def test_a_duty_does_not_arise_with_a_day_that_has_passed() -> None:
    life = recommend(paid(), 400_000, "other_law", DISCRETIONARY)
    life.do(OFFICER, "give_reversal_notice", explanation="Grunn", last_day="2026-04-01")
    life.office.move_to(at("2027-06-01T12:00"))
    with refused("day_not_in_future", "E16"):
        life.do(LEADER, "reverse")


def test_the_projects_other_cases_are_told_when_the_duty_that_was_carried_for_them_is_gone() -> None:
    office = Office()
    first = office.submit(applied_kr=800_000).granted(800_000)
    second = office.submit_to(first, applied_kr=400_000).granted(400_000, COLLECTED)
    assert first.now.duty_carried_by == second.now.case_no

    reversed_to(second, 100_000, terms=NO_DUTY)

    assert first.now.duty_carried_by is None
    assert first.letters[-1] == "project_duty_lapsed"
    assert (second.now.threshold, second.now.near_limit) == ("none", True)


# --- refusals ----------------------------------------------------------------------------------------------------------------


def test_a_refusal_is_set_aside_and_judged_anew() -> None:
    life = Office().submit().assessed().do(OFFICER, "recommend", **refusal()).declared(LEADER)
    life.do(LEADER, "reject", reason="Ikke prioritert")
    with refused("refusal_is_set_aside", "T40"):
        recommend(life, 400_000)
    recommend(life, None)
    assert not life.now.finished
    life.do(LEADER, "reverse")

    assert (life.now.stage, life.now.decisions) == (Stage.ASSESSED, 2)
    grant = {"grant": True, "amount_ore": kroner(400_000), "terms": NO_DUTY, "reason": "Ja"}
    life.do(OFFICER, "recommend", **grant).do(LEADER, "grant")
    assert life.only(e.Granted).decision_no == 3


def test_a_dismissal_is_set_aside_and_the_application_assessed() -> None:
    life = Office().submit().dismissed()
    recommend(life, None).do(LEADER, "reverse")

    assert life.now.stage is Stage.IN_ASSESSMENT
