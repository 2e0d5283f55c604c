"""Whole lives, each to its end; together they have every kind of event that can happen to a case."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from domain.actors import Role
from domain.appeals import AppealRegime
from domain.money import kroner
from tests.domain.applications import ORG_LOTEN
from tests.domain.lives import (
    ACCOUNTANT,
    ATTESTOR,
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
    cut,
    granted,
    in_doubt,
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
    return life.do(
        OFFICER, "accept_audit", **SEEN, duty="collected", applies="report", difference_reason="Avrunding"
    )


def reported_and_audited_each_year_with_money_back_in_parts() -> Life:
    life = paid(1_200_000, YEARLY)
    life.office.move_to(at("2027-02-01T12:00"))
    life.reported(700_000, 500_000)
    life.do(AUDITOR, "deliver_audit", **statement(700_000, "2026", "2027-02-01"))
    life.do(OFFICER, "accept_audit", **SEEN, duty="2026")
    life.office.move_to(at("2028-02-01T12:00"))
    life.reported(250_000, 250_000, "2027")
    life.do(AUDITOR, "deliver_audit", **statement(250_000, "2027", "2028-02-01"))
    life.do(OFFICER, "accept_audit", **SEEN, duty="2027")
    return life.claimed(kroner(250_000)).repaid(kroner(100_000)).repaid(kroner(150_000))


def one_duty_for_three_grants() -> Life:
    office = Office()
    first = office.submit().granted().paid()
    office.submit_to(first).granted().paid()
    office.submit_to(first).granted(400_000, COLLECTED).paid()
    office.move_to(at("2027-03-10T12:00"))
    for life in office.lives.values():
        life.reported(400_000)
        life.do(AUDITOR, "deliver_audit", **statement(400_000)).do(
            OFFICER, "accept_audit", **SEEN, duty="collected"
        )
    return first


def ended_early_with_audited_accounts() -> Life:
    life = paid(800_000, DISCRETIONARY)
    life.office.move_to(at("2027-03-16T12:00"))
    end = {"end_day": "2027-03-15", "reason": "Lederen sluttet", "audit_last_day": "2027-06-15"}
    life.do(SIGNATORY, "end_early", **end)
    life.reported(700_000, 100_000)
    life.do(AUDITOR, "deliver_audit", **statement(700_000, "early", "2027-03-16"))
    life.do(OFFICER, "accept_audit", **SEEN, duty="early")
    life.do(OFFICER, "propose_claim", ground="unused", amount_ore=kroner(90_000), reason="Feil sum")
    life.do(LEADER, "drop_claim", claim=1, reason="Summen er feil")
    life.claimed(kroner(100_000))
    life.office.move_to(life.office.now + timedelta(days=50))
    life.do(LEADER, "send_claim_to_collection", claim=2, reason="Ikke betalt")
    return life.do(LEADER, "write_off_claim", claim=2, ground="uncollectible", reason="Slått sammen")


def ended_early_in_a_year_that_says_nothing_of_it() -> Life:
    letter = with_terms(DISCRETIONARY, report_last_day="2022-04-01", final_report_last_day="2023-04-01")
    life = granted(150_000, letter, rules=INNLANDET, now=at("2021-03-02T12:00")).paid()
    life.office.move_to(at("2022-02-16T12:00"))
    life.do(SIGNATORY, "end_early", end_day="2022-02-15", reason="Lederen sluttet")
    life.do(LEADER, "choose_audit", required=False, reason="Lite beløp")
    life.do(SIGNATORY, "deliver_report", **report(150_000, duty="2021", until="2022-02-15"))
    return life.approved("2021")


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
    other = person(Role.CASE_OFFICER, "another officer")
    life.assigned(other)
    life.do(
        other,
        "return_for_supplement",
        deficiencies=["plan_missing"],
        explanation="Planen mangler fortsatt",
        last_day="2026-04-20",
    )
    life.do(other, "remind")
    life.office.move_to(at("2026-04-21T12:00"))
    life.do(other, "resume_assessment")
    return life.do(SIGNATORY, "withdraw", reason="Vi rekker det ikke")


def dismissed_because_it_came_late() -> Life:
    return Office(now=at("2026-06-02T12:00")).submit().dismissed("late")


def taken_up_though_it_came_late() -> Life:
    return Office(now=at("2026-06-02T12:00")).submit().taken_up().do(SIGNATORY, "withdraw")


def sent_back_and_rejected() -> Life:
    life = Office().submit()
    word = {"position": "kommunedirektør", "person": "Kommunedirektør i Hamar", "anchored_on": "2026-02-20"}
    life.do(SIGNATORY, "confirm_anchoring", **word)
    life.recommended().do(LEADER, "send_back", comment="Rammen rekker ikke")
    life.ranked(2).do(OFFICER, "recommend", **refusal("frame")).declared(LEADER)
    return life.do(LEADER, "reject", reason="Rammen rekker ikke")


def paid_at_the_second_attempt_on_a_condition() -> Life:
    life = Office(acceptance_required=True).submit().assessed()
    terms = with_terms(NO_DUTY, knowledge_environment="payment")
    life.do(OFFICER, "recommend", **recommendation(300_000, terms)).declared(LEADER).do(LEADER, "grant")
    life.do(OFFICER, "meet_condition", condition="knowledge_environment", note="Avtale med høgskolen")
    life.do(SIGNATORY, "accept_terms")
    life.attested().do(ACCOUNTANT, "register_payment_fault", fault="Kontoen er avsluttet")
    life.ordered().do(ATTESTOR, "cancel_payment", reason="Feil mottaker").paid()
    life.office.move_to(at("2028-01-10T12:00"))
    return life.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")


def reopened_on_a_finding() -> Life:
    life = closed_without_a_duty()
    life.do(LEADER, "reopen", reason="Revisor fant ubrukte midler", source="RR 2028/14")
    life.claimed(kroner(9_000)).repaid(kroner(9_000))
    return life.do(OFFICER, "close", note="Fulgt opp")


def appealed_late_and_forwarded() -> Life:
    """An appeal that came late is taken up and kept; a second is dismissed; a third is withdrawn."""
    other = person(Role.LEADER, "another leader")
    life = Office(appeal_regime=AppealRegime.INDIVIDUAL_DECISION).submit()
    life.do(OFFICER, "send_preliminary_reply", expected_day="2026-06-01")
    life.recommended().declared(LEADER, other).do(LEADER, "send_back", comment="Nei")
    life.do(OFFICER, "recommend", **refusal()).do(LEADER, "reject", reason="Ikke prioritert")
    life.office.move_to(at("2026-04-15T12:00"))
    life.do(SIGNATORY, "file_appeal", text="Vi er uenige")
    life.do(LEADER, "accept_late_appeal", appeal=1, reason="Brevet kom sent fram")
    life.do(OFFICER, "send_preliminary_reply", expected_day="2026-06-01", appeal=1)
    life.do(OFFICER, "prepare_appeal", appeal=1, view="keep", assessment="Vedtaket bør stå")
    life.do(LEADER, "forward_appeal", appeal=1, assessment="Vedtaket bør stå")
    ruling = {"outcome": "returned", "decided_on": "2026-04-15", "reference": "2026/77"}
    life.do(OFFICER, "register_appeal_outcome", appeal=1, **ruling)
    life.do(LEADER, "conclude_appeal", appeal=1, note="Vurdert på nytt, samme utfall")
    life.do(SIGNATORY, "file_appeal", text="Fortsatt uenige")
    life.do(LEADER, "decline_appeal", appeal=2, reason="For sent")
    life.do(SIGNATORY, "file_appeal", text="En gang til")
    return life.do(SIGNATORY, "withdraw_appeal", appeal=3)


def reduced_and_annulled_after_notice() -> Life:
    life = granted(1_200_000, COLLECTED).declared(OFFICER)
    lower = {"ground": "other_law", "amount_ore": kroner(900_000), "terms": NO_DUTY, "reason": "Rammen"}
    life.do(OFFICER, "recommend_reversal", **lower).do(LEADER, "drop_reversal", reason="Nei")
    life.do(OFFICER, "recommend_reversal", **lower)
    for amount in (kroner(900_000), 0):
        if amount == 0:
            life.do(OFFICER, "recommend_reversal", ground="other_law", amount_ore=0, reason="Ikke i gang")
        day = (life.office.now + timedelta(days=21)).date()
        life.do(OFFICER, "give_reversal_notice", explanation="Rammen er kuttet", last_day=day)
        life.office.move_to(life.office.now + timedelta(days=22))
        life.do(LEADER, "reverse")
    return life


def refused_and_set_aside_on_request() -> Life:
    life = Office().submit().assessed().do(OFFICER, "recommend", **refusal()).declared(LEADER)
    life.do(LEADER, "reject", reason="Ikke prioritert").do(SIGNATORY, "file_appeal", text="Se igjen")
    life.do(OFFICER, "prepare_appeal", appeal=1, view="uphold", assessment="Vi tok feil")
    life.do(OFFICER, "recommend_reversal", ground="benefit", reason="Vi tok feil")
    life.do(LEADER, "uphold_appeal", appeal=1)
    return life.do(SIGNATORY, "withdraw")


def released_when_the_carrier_is_reduced() -> Life:
    """The case that carried the project's duty is annulled: the other one is told that the duty is gone."""
    office = Office()
    first = office.submit(applied_kr=800_000).granted(800_000)
    second = office.submit_to(first, applied_kr=400_000).granted(400_000, COLLECTED)
    annul = {"ground": "other_law", "amount_ore": 0, "reason": "Ikke i gang"}
    second.do(OFFICER, "recommend_reversal", **annul)
    first.do(OFFICER, "recommend_reversal", **annul)
    for life in (second, first):
        day = (office.now + timedelta(days=21)).date()
        life.do(OFFICER, "give_reversal_notice", explanation="Ikke i gang", last_day=day)
    office.move_to(office.now + timedelta(days=22))
    second.do(LEADER, "reverse")
    return first.do(LEADER, "reverse")


def cut_and_given_a_new_budget() -> Life:
    life = cut().do(SIGNATORY, "deliver_budget", text="Lønn 200 000, reise 100 000").paid()
    life.office.move_to(at("2028-01-10T12:00"))
    return life.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")


def reported_though_the_sum_fell_below_the_limit() -> Life:
    life = in_doubt().do(LEADER, "keep_duty", reason="Stor usikkerhet").paid()
    life.office.move_to(at("2027-03-10T12:00"))
    life.reported(600_000)
    return life.do(AUDITOR, "deliver_audit", **statement(600_000)).do(
        OFFICER, "accept_audit", **SEEN, duty="collected"
    )


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


def noted_wrongly_and_said_anew() -> Life:
    why = {"reason": "Tastefeil"}
    terms = with_terms(NO_DUTY, knowledge_environment="payment")
    life = granted(terms=terms, appeal_regime=AppealRegime.INDIVIDUAL_DECISION).declared(OFFICER)
    met = {"condition": "knowledge_environment"}
    life.do(OFFICER, "meet_condition", note="Avtale", **met).do(OFFICER, "reopen_condition", **met, **why)
    life.do(OFFICER, "meet_condition", note="Avtale med riktig part", **met)
    life.do(SIGNATORY, "file_appeal", text="Vi søkte om mer")
    life.do(OFFICER, "prepare_appeal", appeal=1, view="keep", assessment="Bør stå")
    life.do(LEADER, "forward_appeal", appeal=1, assessment="Bør stå")
    ruling = {"outcome": "changed", "decided_on": life.office.now.date(), "reference": "2026/77"}
    life.do(OFFICER, "register_appeal_outcome", appeal=1, **ruling)
    life.do(OFFICER, "correct_appeal_outcome", appeal=1, outcome="upheld", **why).paid()
    life.do(ACCOUNTANT, "correct_disbursement", payment=1, voucher="V-77", **why)
    life.office.move_to(at("2027-10-10T12:00"))
    life.do(SIGNATORY, "ask_extension", last_day="2028-06-30", reason="Lederen var syk")
    life.do(OFFICER, "ask_directorate", question="Kan fristen flyttes?")
    life.do(OFFICER, "register_directorate_answer", allowed=False, reference="Bufdir 2027/9")
    life.do(OFFICER, "correct_directorate_answer", allowed=True, **why)
    life.do(LEADER, "extend_use", last_day="2028-06-30")
    life.office.move_to(at("2028-07-10T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=kroner(100_000)).claimed(kroner(100_000))
    money = {"claim": 1, "amount_ore": kroner(100_000), "received_on": "2028-07-10"}
    life.do(ACCOUNTANT, "register_repayment", voucher="R-1", **money)
    return life.do(ACCOUNTANT, "correct_repayment", claim=1, receipt="R-1", received_on="2028-07-09", **why)


def claim_appealed_against_deferred_and_lifted_after_it_was_paid() -> Life:
    life = paid(appeal_regime=AppealRegime.INDIVIDUAL_DECISION).declared(OFFICER)
    life.office.move_to(at("2028-01-10T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=kroner(100_000)).claimed(kroner(100_000))
    life.do(SIGNATORY, "file_appeal", claim=1, text="Vi har brukt mer")
    life.do(LEADER, "defer_claim", claim=1, due_day="2028-06-01", reason="Til klagen er avgjort")
    life.do(OFFICER, "prepare_appeal", appeal=1, view="uphold", assessment="Nye bilag")
    life.do(LEADER, "uphold_appeal", appeal=1, claim_amount_ore=kroner(60_000))
    life.repaid(kroner(60_000))
    life.do(LEADER, "reduce_claim", claim=1, amount_ore=0, reason="Resten er også brukt")
    life.do(ACCOUNTANT, "return_overpayment", claim=1, returned_on="2028-01-10", voucher="R-2")
    return life.do(
        ACCOUNTANT, "correct_overpayment", claim=1, returned="R-2", voucher="R-3", reason="Tastefeil"
    )


def paid_late_on_the_directorate_s_word_and_used_otherwise() -> Life:
    life = granted()
    life.office.move_to(at("2027-01-05T12:00"))
    life.do(LEADER, "allow_late_payment", reference="Bufdir 2027/3").paid()
    for answer, fields in (("decline_change", {"reason": "For vagt"}), ("approve_change", {"note": "Ja"})):
        life.do(SIGNATORY, "ask_change", change="To samlinger i stedet for fire")
        life.do(LEADER, answer, **fields)
    life.office.move_to(at("2028-01-10T12:00"))
    return life.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")


def transferred_to_another_office_and_another_host() -> Life:
    there = person(Role.LEADER, unit="SFAG")
    life = paid()
    life.do(LEADER, "ask_transfer", office="SFAG", reason="Vertskommunen flytter")
    life.do(there, "decline_transfer", reason="Ikke før nyttår")
    life.do(LEADER, "ask_transfer", office="SFAG", reason="Vertskommunen flytter")
    life.do(there, "accept_transfer")
    host = {"org_number": ORG_LOTEN, "contact": "post@loten.example", "reason": "Sammenslåing"}
    life.do(there, "change_host", **host)
    life.office.move_to(at("2028-01-10T12:00"))
    life.do(person(Role.APPLICANT_SIGNATORY, unit=ORG_LOTEN), "answer_use", unspent_ore=0)
    return life.do(person(Role.CASE_OFFICER, unit="SFAG"), "close")


WHOLE_LIVES: Final[tuple[Callable[[], Life], ...]] = (
    closed_without_a_duty,
    reported_and_audited_once_for_both_years,
    reported_and_audited_each_year_with_money_back_in_parts,
    one_duty_for_three_grants,
    ended_early_with_audited_accounts,
    ended_early_in_a_year_that_says_nothing_of_it,
    returned_supplemented_reassigned_and_withdrawn,
    dismissed_because_it_came_late,
    taken_up_though_it_came_late,
    sent_back_and_rejected,
    paid_at_the_second_attempt_on_a_condition,
    reopened_on_a_finding,
    appealed_late_and_forwarded,
    reduced_and_annulled_after_notice,
    refused_and_set_aside_on_request,
    released_when_the_carrier_is_reduced,
    cut_and_given_a_new_budget,
    reported_though_the_sum_fell_below_the_limit,
    breach_noticed_overpaid_and_settled,
    extended_on_the_answer_of_the_directorate,
    noted_wrongly_and_said_anew,
    claim_appealed_against_deferred_and_lifted_after_it_was_paid,
    paid_late_on_the_directorate_s_word_and_used_otherwise,
    transferred_to_another_office_and_another_host,
)
