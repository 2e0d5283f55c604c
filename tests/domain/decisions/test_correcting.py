"""What was noted wrongly is said anew with a reason; what it led to is not changed by it (DOMAIN §4.5, ADR 0019)."""

from typing import Any, Final

import pytest

from domain import events as e
from domain.appeals import AppealRegime, AppealState
from domain.claims import ClaimState
from domain.lifecycle import Stage
from domain.money import kroner
from domain.possible import possible
from tests.domain.lives import (
    ACCOUNTANT,
    ATTESTOR,
    LEADER,
    NO_DUTY,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    at,
    granted,
    paid,
    refused,
    with_terms,
)

WHY: Final = {"reason": "Tastefeil"}
ENVIRONMENT: Final = "knowledge_environment"
BEFORE_PAYMENT: Final = with_terms(NO_DUTY, knowledge_environment="payment")
BEFORE_GRANT: Final = with_terms(NO_DUTY, knowledge_environment="grant")


def commands(life: Life) -> set[str]:
    return {one.command for one in possible(life.now)}


# --- a condition noted as met (R26-17) ------------------------------------------------------------------------------------


def met(life: Life) -> Life:
    return life.do(OFFICER, "meet_condition", condition=ENVIRONMENT, note="Avtale")


def reopen(life: Life, condition: str = ENVIRONMENT) -> Life:
    return life.do(OFFICER, "reopen_condition", condition=condition, **WHY)


def test_a_condition_that_was_noted_as_met_by_mistake_holds_the_money_back_again() -> None:
    life = reopen(met(granted(terms=BEFORE_PAYMENT)))

    assert (life.tasks, life.now.conditions_met) == (["condition"], ())
    life.do(SIGNATORY, "confirm_account", account="12345678903")
    with refused("condition_not_met", "R26-17", condition=ENVIRONMENT):
        life.do(LEADER, "order_payment")
    assert met(life).now.conditions_met == (ENVIRONMENT,)


def test_only_what_was_noted_as_met_is_taken_back() -> None:
    life = granted(terms=BEFORE_PAYMENT)
    assert "reopen_condition" not in commands(life)

    with refused("condition_not_noted", "R26-17", condition=ENVIRONMENT):
        reopen(life)


def test_an_order_is_cancelled_before_the_condition_behind_it_is_taken_back() -> None:
    life = met(granted(terms=BEFORE_PAYMENT)).ordered()

    with refused("payment_under_way", "T16", payment=1):
        reopen(life)

    assert reopen(life.do(ATTESTOR, "cancel_payment", reason="Vilkåret")).tasks == ["condition"]


def test_what_was_paid_or_granted_because_of_it_is_set_right_by_a_new_decision_or_a_claim() -> None:
    money = met(granted(terms=BEFORE_PAYMENT)).paid()
    grant = met(Office().submit().recommended(terms=BEFORE_GRANT)).declared(LEADER).do(LEADER, "grant")

    with refused("condition_relied_on", "T40", condition=ENVIRONMENT, paid=True):
        reopen(money)
    with refused("condition_relied_on", "T40", condition=ENVIRONMENT, paid=False):
        reopen(grant)

    assert {"recommend_reversal", "propose_claim"} <= commands(money)
    assert "recommend_reversal" in commands(grant)


def test_a_condition_of_a_case_that_has_ended_without_money_is_left_alone() -> None:
    life = met(Office().submit().recommended(terms=BEFORE_GRANT)).do(SIGNATORY, "withdraw", reason="Trekt")
    assert "reopen_condition" not in commands(life)

    with refused("not_possible_now", "R26-17", command="reopen_condition"):
        reopen(life)


# --- a payment (T17) ------------------------------------------------------------------------------------------------------


def correct_payment(life: Life, payment: int = 1, **said: Any) -> Life:
    return life.do(ACCOUNTANT, "correct_disbursement", payment=payment, **said, **WHY)


def test_a_voucher_is_corrected_by_the_accounts_and_the_money_stays_as_it_is() -> None:
    life = paid()
    before = life.now

    life = correct_payment(life, voucher="V-77")

    [payment] = life.now.payments
    assert (payment.voucher, payment.paid_on) == ("V-77", before.payments[0].paid_on)
    assert (life.now.paid_ore, life.now.stage) == (before.paid_ore, before.stage)
    assert life.only(e.Disbursed).voucher == "V-1"
    assert life.only(e.DisbursementCorrected).paid_on is None
    with refused("role_not_allowed", "T17"):
        life.do(ATTESTOR, "correct_disbursement", payment=1, voucher="V-78", **WHY)


def test_a_corrected_voucher_frees_the_number_for_the_payment_that_has_it() -> None:
    office = Office()
    first, second = office.submit().granted().paid(), office.submit().granted().paid()
    with refused("voucher_taken", "T17", voucher="V-2"):
        correct_payment(first, voucher="V-2")

    correct_payment(second, voucher="V-3")

    assert correct_payment(first, voucher="V-2").now.payments[0].voucher == "V-2"


def test_the_municipality_is_told_the_right_day_of_payment_and_nothing_of_a_voucher() -> None:
    life = paid()
    life.office.move_to(at("2026-04-01T12:00"))
    sent = len(life.sent)

    assert len(correct_payment(life, voucher="V-77").sent) == sent
    correct_payment(life, paid_on="2026-03-03")

    assert life.letters[-1] == "payment_corrected"
    assert life.sent[-1].payload["params"]["paid_on"] == "2026-03-03"


def test_a_correction_of_a_payment_names_a_payment_a_possible_day_and_something_new() -> None:
    life = paid()

    with refused("no_such_payment", "T17", payment=2):
        correct_payment(life, payment=2, voucher="V-77")
    with refused("no_such_payment", "T17", payment=1):
        correct_payment(granted().attested(), voucher="V-77")
    for day in ("2026-02-27", "2026-03-02"):
        with refused("paid_day_impossible", "T17", given_day=day):
            correct_payment(life, paid_on=day)
    with refused("nothing_corrected", "T17"):
        correct_payment(life)
    with refused("nothing_corrected", "T17"):
        correct_payment(life, voucher="V-1")


# --- money that came in (T33) ---------------------------------------------------------------------------------------------


def claimed() -> Life:
    life = paid()
    life.office.move_to(at("2028-01-10T12:00"))
    return life.do(SIGNATORY, "answer_use", unspent_ore=kroner(100_000)).claimed(kroner(100_000))


def register(life: Life, kr: int = 40_000, voucher: str = "R-1") -> Life:
    money = {"claim": 1, "amount_ore": kroner(kr), "voucher": voucher}
    return life.do(ACCOUNTANT, "register_repayment", received_on=life.office.now.date(), **money)


def correct_receipt(life: Life, receipt: str = "R-1", claim: int = 1, **said: Any) -> Life:
    return life.do(ACCOUNTANT, "correct_repayment", claim=claim, receipt=receipt, **said, **WHY)


def test_what_came_in_keeps_its_amount_and_its_effect_when_its_voucher_is_corrected() -> None:
    life = register(claimed(), 100_000)
    assert life.now.stage is Stage.REFUNDED

    life = correct_receipt(life, voucher="R-9", posting="5309.29")

    [claim] = life.now.claims
    assert (claim.vouchers, claim.state, claim.received_ore) == (("R-9",), ClaimState.PAID, kroner(100_000))
    assert (life.now.stage, life.now.finished) == (Stage.REFUNDED, True)


def test_a_correction_of_what_came_in_names_an_entry_a_possible_day_and_something_new() -> None:
    life = register(register(claimed()), voucher="R-2")

    with refused("no_such_claim", "T33", claim=2):
        correct_receipt(life, claim=2, voucher="R-9")
    with refused("no_such_receipt", "T33", claim=1, voucher="R-3"):
        correct_receipt(life, "R-3", voucher="R-9")
    with refused("repayment_registered", "T33", voucher="R-2"):
        correct_receipt(life, voucher="R-2")
    for day in ("2026-02-28", "2028-01-11"):
        with refused("repaid_day_impossible", "T33", given_day=day, paid_day="2026-03-01"):
            correct_receipt(life, received_on=day)
    with refused("nothing_corrected", "T33"):
        correct_receipt(life, voucher="R-1")


@pytest.mark.parametrize(
    ("came", "told"), [("2028-02-09", ["repayment_corrected"]), ("2028-02-10", [])], ids=["in time", "late"]
)
def test_a_municipality_that_was_reminded_of_money_that_came_in_time_is_told(
    came: str, told: list[str]
) -> None:
    life = claimed()
    life.office.move_to(at("2028-02-25T12:00"))
    letters = len(register(life).letters)

    correct_receipt(life, received_on=came)

    assert life.letters[letters:] == told


def test_a_corrected_day_is_not_told_where_nobody_was_reminded() -> None:
    life = register(claimed())
    letters = len(life.letters)

    assert len(correct_receipt(life, received_on="2028-01-09").letters) == letters


def test_an_amount_that_was_noted_wrongly_is_corrected_while_something_is_outstanding() -> None:
    life = correct_receipt(register(claimed(), 40_000), amount_ore=kroner(4_000), voucher="R-9")

    [claim] = life.now.claims
    assert (claim.state, claim.received_ore, claim.outstanding_ore) == (
        ClaimState.PART_PAID,
        kroner(4_000),
        kroner(96_000),
    )
    assert (claim.vouchers, claim.sums) == (("R-9",), (kroner(4_000),))
    assert register(life, 96_000, "R-2").now.stage is Stage.REFUNDED


@pytest.mark.parametrize(("noted_kr", "right_kr"), [(100_000, 10_000), (150_000, 15_000), (10_000, 100_000)])
def test_an_amount_that_settled_the_claim_or_would_is_not_just_retyped(noted_kr: int, right_kr: int) -> None:
    life = register(claimed(), noted_kr)

    with refused("repayment_settles", "T33", claim=1):
        correct_receipt(life, amount_ore=kroner(right_kr))


def test_the_amount_that_is_noted_is_no_correction() -> None:
    with refused("nothing_corrected", "T33"):
        correct_receipt(register(claimed()), amount_ore=kroner(40_000))


# --- money that went back (T33) -------------------------------------------------------------------------------------------


def returned() -> Life:
    life = register(claimed(), 150_000)
    return life.do(ACCOUNTANT, "return_overpayment", claim=1, returned_on="2028-01-10", voucher="R-10")


def correct_return(life: Life, voucher_now: str = "R-10", claim: int = 1, **said: Any) -> Life:
    return life.do(ACCOUNTANT, "correct_overpayment", claim=claim, returned=voucher_now, **said, **WHY)


def test_what_went_back_keeps_its_amount_and_its_effect_when_its_voucher_is_corrected() -> None:
    before = returned().now

    life = correct_return(returned(), voucher="R-11")

    [claim] = life.now.claims
    assert (claim.returns, claim.returned_ore, claim.overpaid_ore) == (("R-11",), kroner(50_000), 0)
    assert (life.now.stage, life.now.finished) == (before.stage, before.finished)
    assert correct_return(life, "R-11", voucher="R-12").now.claims[0].returns == ("R-12",)


def test_a_municipality_that_was_told_the_wrong_day_is_told_the_right_one() -> None:
    life = returned()
    letters = len(life.letters)

    assert correct_return(life, voucher="R-11").letters[letters:] == []
    assert correct_return(life, "R-11", returned_on="2028-01-09").letters[letters:] == [
        "overpayment_corrected"
    ]


def test_a_correction_of_what_went_back_names_an_entry_a_possible_day_and_something_new() -> None:
    life = returned()

    with refused("no_such_claim", "T33", claim=2):
        correct_return(life, claim=2, voucher="R-11")
    with refused("no_such_return", "T33", claim=1, voucher="R-1"):
        correct_return(life, "R-1", voucher="R-11")
    with refused("repaid_day_impossible", "T33", given_day="2028-01-11", paid_day="2026-03-01"):
        correct_return(life, returned_on="2028-01-11")
    with refused("nothing_corrected", "T33"):
        correct_return(life, voucher="R-10")
    assert "correct_overpayment" in commands(life)


def test_two_sums_that_went_back_on_a_claim_have_vouchers_of_their_own() -> None:
    life = returned().do(LEADER, "reduce_claim", claim=1, amount_ore=kroner(60_000), reason="Mer er brukt")
    again = {"claim": 1, "returned_on": "2028-01-10"}

    with refused("return_registered", "T33", voucher="R-10"):
        life.do(ACCOUNTANT, "return_overpayment", **again, voucher="R-10")
    life.do(ACCOUNTANT, "return_overpayment", **again, voucher="R-11")
    with refused("return_registered", "T33", voucher="R-10"):
        correct_return(life, "R-11", voucher="R-10")


# --- the appeal body's answer (T39) ---------------------------------------------------------------------------------------


def answered(outcome: str) -> Life:
    office = Office(appeal_regime=AppealRegime.INDIVIDUAL_DECISION)
    life = office.submit().granted(300_000).do(SIGNATORY, "file_appeal", text="Vi er uenige")
    life.declared(OFFICER, LEADER).do(OFFICER, "prepare_appeal", appeal=1, view="keep", assessment="Bør stå")
    life.do(LEADER, "forward_appeal", appeal=1, assessment="Bør stå")
    answer = {"outcome": outcome, "decided_on": "2026-03-01", "reference": "2026/77-1"}
    return life.do(OFFICER, "register_appeal_outcome", appeal=1, **answer)


def correct_answer(life: Life, appeal: int = 1, **said: Any) -> Life:
    return life.do(OFFICER, "correct_appeal_outcome", appeal=appeal, **said, **WHY)


def test_an_answer_that_was_registered_as_no_holds_the_money_until_it_is_followed() -> None:
    life = correct_answer(answered("upheld"), outcome="changed")

    assert life.now.appeals[0].state is AppealState.RULED
    assert (life.letters[-1], life.tasks) == ("appeal_outcome_corrected", ["carry_out_ruling:1"])
    life.do(SIGNATORY, "confirm_account", account="12345678903")
    with refused("appeal_hold", "T16", appeal=1):
        life.do(LEADER, "order_payment")


def test_an_answer_that_was_registered_as_yes_leaves_nothing_to_do() -> None:
    life = correct_answer(answered("annulled"), outcome="upheld")

    assert life.now.appeals[0].state is AppealState.CONCLUDED
    assert not life.now.is_disputed


def test_another_outcome_is_not_put_in_the_place_of_one_that_was_carried_out_or_is_being() -> None:
    done = answered("changed").do(LEADER, "conclude_appeal", appeal=1, note="Fulgt opp")
    waits = answered("changed").do(
        OFFICER, "recommend_reversal", ground="appeal_ruling", amount_ore=kroner(350_000), reason="Svaret"
    )
    again = answered("upheld").do(SIGNATORY, "file_appeal", text="Igjen")

    with refused("appeal_carried_out", "T39", appeal=1):
        correct_answer(done, outcome="upheld")
    with refused("reversal_waits", "T40"):
        correct_answer(waits, outcome="upheld")
    with refused("appeal_open", "T36", appeal=2):
        correct_answer(again, outcome="changed")

    assert correct_answer(done, reference="2026/77-2").only(e.AppealOutcomeCorrected).outcome is None


def test_a_new_reference_is_not_told_and_a_new_day_is() -> None:
    life = answered("upheld")
    sent = len(life.sent)

    assert len(correct_answer(life, reference="2026/77-2").sent) == sent
    assert correct_answer(life, decided_on="2026-03-01").letters[-1] == "appeal_outcome_corrected"


def test_a_correction_of_an_answer_names_an_answer_a_possible_day_and_something_new() -> None:
    life = answered("upheld")

    with refused("no_such_appeal", "T39", appeal=2):
        correct_answer(life, appeal=2, outcome="changed")
    with refused("appeal_not_ready", "T39", appeal=2, state="received"):
        correct_answer(life.do(SIGNATORY, "file_appeal", text="Igjen"), appeal=2, outcome="changed")
    with refused("ruling_day_impossible", "T39", given_day="2026-03-02"):
        correct_answer(life, decided_on="2026-03-02")
    with refused("nothing_corrected", "T39"):
        correct_answer(life, outcome="upheld")


# --- the directorate's answer (R26-34) ------------------------------------------------------------------------------------


def asked_for_time(*, allowed: bool) -> Life:
    life = paid()
    life.office.move_to(at("2027-11-10T12:00"))
    life.do(SIGNATORY, "ask_extension", last_day="2028-06-30", reason="Lederen var syk")
    life.do(OFFICER, "ask_directorate", question="Kan fristen flyttes?")
    return life.do(OFFICER, "register_directorate_answer", allowed=allowed, reference="Bufdir 2027/9")


def test_the_directorate_s_answer_is_corrected_until_the_request_is_answered() -> None:
    life = asked_for_time(allowed=False)
    with refused("directorate_said_no", "E27", reference="Bufdir 2027/9"):
        life.do(LEADER, "extend_use", last_day="2028-06-30")

    life.do(OFFICER, "correct_directorate_answer", allowed=True, reference="Bufdir 2027/10", **WHY)
    life.do(LEADER, "extend_use", last_day="2028-06-30")

    assert life.only(e.UseExtended).reference == "Bufdir 2027/10"
    with refused("not_possible_now", "R26-34", command="correct_directorate_answer"):
        life.do(OFFICER, "correct_directorate_answer", allowed=False, **WHY)


def test_the_same_answer_is_no_correction() -> None:
    with refused("nothing_corrected", "R26-34"):
        asked_for_time(allowed=True).do(OFFICER, "correct_directorate_answer", allowed=True, **WHY)
