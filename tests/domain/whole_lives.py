"""Whole lives, each to its end; together they have every kind of event that can happen to a case."""

from collections.abc import Callable
from typing import Final

from domain.actors import Role
from domain.money import kroner
from tests.domain.lives import (
    ACCOUNTANT,
    AUDITOR,
    COLLECTED,
    DISCRETIONARY,
    LEADER,
    NO_DUTY,
    OFFICER,
    SIGNATORY,
    YEARLY,
    Life,
    Office,
    at,
    paid,
    person,
    recommendation,
    refusal,
    report,
    statement,
    with_terms,
)


def closed_without_a_duty() -> Life:
    life = paid()
    life.office.move_to(at("2028-01-10T12:00"))
    return life.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close", note="Alt er brukt")


def reported_and_audited_once_for_both_years() -> Life:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-03-10T12:00"))
    life.do(SIGNATORY, "deliver_report", **report(600_000, 600_000))
    life.do(OFFICER, "return_report", duty="2026", reason="Vis bilag", last_day="2027-04-15")
    life.reported(700_000, 500_000)
    life.office.move_to(at("2028-03-10T12:00"))
    life.reported(500_000, duty="2027")
    life.do(AUDITOR, "deliver_audit", **statement(1_200_000))
    life.do(OFFICER, "return_audit", duty="collected", reason="Post mangler", last_day="2028-05-15")
    life.do(AUDITOR, "deliver_audit", **statement(1_199_000))
    return life.do(OFFICER, "accept_audit", duty="collected", difference_reason="Avrunding")


def reported_and_audited_each_year_with_money_back_in_parts() -> Life:
    life = paid(1_200_000, YEARLY)
    life.office.move_to(at("2027-02-01T12:00"))
    life.reported(700_000, 500_000)
    life.do(AUDITOR, "deliver_audit", **statement(700_000, "2026", "2027-02-01"))
    life.do(OFFICER, "accept_audit", duty="2026")
    life.office.move_to(at("2028-02-01T12:00"))
    life.reported(250_000, 250_000, "2027")
    life.do(AUDITOR, "deliver_audit", **statement(250_000, "2027", "2028-02-01"))
    life.do(OFFICER, "accept_audit", duty="2027")
    return life.claimed(kroner(250_000)).repaid(kroner(100_000)).repaid(kroner(150_000))


def one_duty_for_three_grants() -> Life:
    office = Office()
    first = office.submit().granted().paid()
    office.submit_to(first).granted().paid()
    last = office.submit_to(first).granted(400_000, COLLECTED).paid()
    office.move_to(at("2027-03-10T12:00"))
    last.reported(1_200_000)
    last.do(AUDITOR, "deliver_audit", **statement(1_200_000)).do(OFFICER, "accept_audit", duty="collected")
    office.move_to(at("2028-01-10T12:00"))
    for told in list(office.lives.values())[:2]:
        told.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")
    return first


def ended_early_with_audited_accounts() -> Life:
    life = paid(800_000, DISCRETIONARY)
    life.office.move_to(at("2027-03-16T12:00"))
    end = {"end_day": "2027-03-15", "reason": "Lederen sluttet", "audit_last_day": "2027-06-15"}
    life.do(SIGNATORY, "end_early", **end)
    life.reported(700_000, 100_000)
    life.do(AUDITOR, "deliver_audit", **statement(700_000, "early", "2027-03-16"))
    life.do(OFFICER, "accept_audit", duty="early")
    life.do(OFFICER, "propose_claim", ground="unused", amount_ore=kroner(90_000), reason="Feil sum")
    life.do(LEADER, "drop_claim", claim=1, reason="Summen er feil")
    life.claimed(kroner(100_000))
    return life.do(LEADER, "write_off_claim", claim=2, reason="Kommunen er slått sammen")


def returned_supplemented_reassigned_and_withdrawn() -> Life:
    life = Office().submit().assigned()
    life.do(
        OFFICER,
        "return_for_supplement",
        deficiencies=["plan_missing", "budget_missing"],
        explanation="Planen mangler",
        last_day="2026-04-01",
    )
    life.office.move_to(at("2026-03-30T12:00"))
    life.do(SIGNATORY, "supplement", application=life.office.application(applied_kr=350_000))
    life.do(OFFICER, "declare_impartiality", impartial=False, reason="I slekt med lederen")
    life.assigned(person(Role.CASE_OFFICER, "another officer"))
    return life.do(SIGNATORY, "withdraw", reason="Vi rekker det ikke")


def dismissed_because_it_came_late() -> Life:
    life = Office(now=at("2026-06-02T12:00")).submit()
    return life.do(LEADER, "dismiss", ground="late", reason="Kom et døgn for sent")


def sent_back_and_rejected() -> Life:
    life = Office().submit().recommended().do(LEADER, "send_back", comment="Rammen rekker ikke")
    life.do(OFFICER, "recommend", **refusal("frame")).declared(LEADER)
    return life.do(LEADER, "reject", reason="Rammen rekker ikke")


def paid_at_the_second_attempt_on_a_condition() -> Life:
    life = Office().submit().assessed()
    terms = with_terms(NO_DUTY, knowledge_environment="payment")
    life.do(OFFICER, "recommend", **recommendation(300_000, terms)).declared(LEADER).do(LEADER, "grant")
    life.do(OFFICER, "meet_condition", condition="knowledge_environment", note="Avtale med høgskolen")
    life.attested().do(ACCOUNTANT, "register_payment_fault", fault="Kontoen er avsluttet").paid()
    life.office.move_to(at("2028-01-10T12:00"))
    return life.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")


def reopened_on_a_finding() -> Life:
    life = closed_without_a_duty()
    life.do(LEADER, "reopen", reason="Revisor fant ubrukte midler", source="RR 2028/14")
    life.claimed(kroner(9_000)).repaid(kroner(9_000))
    return life.do(OFFICER, "close", note="Fulgt opp")


def breach_noticed_overpaid_and_settled() -> Life:
    life = paid()
    life.office.move_to(at("2028-01-10T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=0)
    life.claimed(kroner(50_000), "breach").repaid(kroner(60_000))
    return life.do(ACCOUNTANT, "return_overpayment", claim=1, returned_on="2028-01-10", voucher="R-2")


def extended_on_the_answer_of_the_directorate() -> Life:
    life = paid()
    life.office.move_to(at("2027-10-10T12:00"))
    for allowed in (False, True):
        life.do(SIGNATORY, "ask_extension", last_day="2028-06-30", reason="Lederen var syk")
        life.do(OFFICER, "ask_directorate", question="Kan fristen flyttes?")
        life.do(OFFICER, "register_directorate_answer", allowed=allowed, reference="Bufdir 2027/9")
        if not allowed:
            life.do(LEADER, "decline_extension", reason="Direktoratet sa nei")
    life.do(LEADER, "extend_use", last_day="2028-06-30")
    life.office.move_to(at("2028-07-10T12:00"))
    return life.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")


WHOLE_LIVES: Final[tuple[Callable[[], Life], ...]] = (
    closed_without_a_duty,
    reported_and_audited_once_for_both_years,
    reported_and_audited_each_year_with_money_back_in_parts,
    one_duty_for_three_grants,
    ended_early_with_audited_accounts,
    returned_supplemented_reassigned_and_withdrawn,
    dismissed_because_it_came_late,
    sent_back_and_rejected,
    paid_at_the_second_attempt_on_a_condition,
    reopened_on_a_finding,
    breach_noticed_overpaid_and_settled,
    extended_on_the_answer_of_the_directorate,
)
