import pytest

from domain import events as e
from domain.actors import Actor, Role
from domain.lifecycle import Stage
from domain.money import kroner
from domain.terms import Terms
from tests.domain.applications import ORG_LOTEN
from tests.domain.lives import (
    ACCOUNTANT,
    ATTESTOR,
    CONTROLS,
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
    refused,
    with_terms,
)

OTHER_LEADER = person(Role.LEADER, "another leader")


def order(life: Life, who: Actor = LEADER) -> Life:
    return life.do(who, "order_payment")


def attest(life: Life, who: Actor = ATTESTOR, *, undone: tuple[str, ...] = ()) -> Life:
    return life.do(who, "attest_payment", **(CONTROLS | dict.fromkeys(undone, False)))


def register(life: Life, **changes: object) -> Life:
    return life.do(ACCOUNTANT, "register_disbursement", **life.voucher(**changes))


def confirmed(terms: Terms = NO_DUTY) -> Life:
    return granted(terms=terms).do(SIGNATORY, "confirm_account", account="12345678903")


# --- before the order -----------------------------------------------------------------------------------------------------


@pytest.mark.edge("E36")
def test_the_account_is_confirmed_before_the_order() -> None:
    life = granted()

    with refused("account_not_confirmed", "E36"):
        order(life)

    life.do(SIGNATORY, "confirm_account", account="12345678903")
    assert order(life).now.open_payment is not None


def test_the_account_is_not_changed_while_a_payment_is_under_way_or_after_it() -> None:
    before = Office().submit().recommended()

    for life in (before, granted().ordered(), paid()):
        with refused("not_possible_now", "T16", command="confirm_account"):
            life.do(SIGNATORY, "confirm_account", account="12345678903")


def test_a_condition_of_the_letter_holds_the_payment_until_it_is_met() -> None:
    life = confirmed(with_terms(NO_DUTY, knowledge_environment="payment"))
    assert life.tasks == ["condition"]

    with refused("condition_not_met", "R26-17", condition="knowledge_environment"):
        order(life)
    with refused("no_such_condition", "R26-17", condition="weather", open=["knowledge_environment"]):
        life.do(OFFICER, "meet_condition", condition="weather", note="Sol")

    life.do(OFFICER, "meet_condition", condition="knowledge_environment", note="Avtale")
    with refused("no_such_condition", "R26-17", open=[]):
        life.do(OFFICER, "meet_condition", condition="knowledge_environment", note="Avtale")
    assert order(life).now.open_payment is not None


def test_a_case_that_has_ended_has_no_condition_left_to_meet() -> None:
    life = Office().submit().recommended(terms=with_terms(NO_DUTY, knowledge_environment="grant"))
    life.do(SIGNATORY, "withdraw")

    with refused("no_such_condition", "R26-17", open=[]):
        life.do(OFFICER, "meet_condition", condition="knowledge_environment", note="Avtale")


# --- two hands (T16, L-05) ------------------------------------------------------------------------------------------------


def test_the_recommender_does_not_order() -> None:
    life = confirmed()

    with refused("orderer_is_recommender", "T16"):
        order(life, person(Role.LEADER, OFFICER.subject))

    assert order(life).now.payments[0].ordered_by == LEADER.subject


def test_who_orders_has_declared_to_be_impartial() -> None:
    life = confirmed()

    with refused("impartiality_not_declared", "E40"):
        order(life, OTHER_LEADER)

    assert order(life.declared(OTHER_LEADER), OTHER_LEADER).now.open_payment is not None


def test_one_payment_is_under_way_at_a_time() -> None:
    life = order(confirmed())

    with refused("payment_under_way", "T16", payment=1):
        order(life)


def test_who_ordered_does_not_attest() -> None:
    life = order(confirmed().declared(OTHER_LEADER), OTHER_LEADER)

    with refused("attestor_is_orderer", "L-05"):
        attest(life, person(Role.ATTESTOR, OTHER_LEADER.subject))

    assert attest(life).now.stage is Stage.PAYMENT_ORDERED


def test_who_approved_does_not_attest() -> None:
    life = order(confirmed().declared(OTHER_LEADER), OTHER_LEADER)

    with refused("attestor_is_approver", "L-05"):
        attest(life, person(Role.ATTESTOR, LEADER.subject))


def test_who_recommended_does_not_attest_unless_the_office_has_set_it_so() -> None:
    life = order(confirmed())
    officer = person(Role.ATTESTOR, OFFICER.subject)

    with refused("attestor_is_recommender", "T16"):
        attest(life, officer)

    life.office.attestor_may_recommend = True
    assert attest(life, officer).now.payments[0].attested_by == OFFICER.subject


def test_the_pairs_that_are_law_hold_whatever_the_office_has_set() -> None:
    life = order(confirmed())
    life.office.attestor_may_recommend = True

    with refused("attestor_is_orderer", "L-05"):
        attest(life, person(Role.ATTESTOR, LEADER.subject))


@pytest.mark.parametrize("control", sorted(CONTROLS))
def test_each_of_the_four_controls_is_done(control: str) -> None:
    life = order(confirmed())

    with refused("controls_not_done", "L-06", controls=[control]):
        attest(life, undone=(control,))

    assert attest(life).sent[-1].kind == "payment_order"


def test_there_is_nothing_to_attest_before_the_order_or_after_the_attestation() -> None:
    life = confirmed()

    with refused("no_payment_waits", "T16", state="ordered"):
        attest(life)
    with refused("not_possible_now", "T16", stage="payment_ordered"):
        attest(attest(order(life)))


@pytest.mark.edge("E37")
def test_an_order_that_was_not_attested_lapses_with_its_year() -> None:
    in_time, late = order(confirmed()), order(confirmed())
    in_time.office.move_to(at("2026-12-31T22:59:58"))
    late.office.move_to(at("2026-12-31T23:00:00"))

    assert attest(in_time).now.stage is Stage.PAYMENT_ORDERED
    with refused("authority_lapsed", "R26-02", year=2026):
        attest(late)
    assert late.tasks == ["lapsed"]


def test_nothing_is_ordered_after_the_grant_year() -> None:
    life = confirmed()
    life.office.move_to(at("2027-01-01T12:00"))

    with refused("authority_lapsed", "R26-02", year=2026):
        order(life)


# --- the voucher (T17, T18) -----------------------------------------------------------------------------------------------


def test_the_voucher_has_the_amount_and_the_payee_of_the_order() -> None:
    life = granted().attested()

    with refused("amount_differs", "T17", given_ore=100, ordered_ore=kroner(400_000)):
        register(life, amount_ore=100)
    with refused("payee_differs", "T17", given=ORG_LOTEN, payee=life.now.host):
        register(life, org_number=ORG_LOTEN)

    register(life)
    assert (life.now.stage, life.now.paid_ore) == (Stage.DISBURSED, kroner(400_000))


@pytest.mark.parametrize("day", ["2026-02-28", "2026-03-02"])
def test_money_was_paid_after_the_decision_and_not_in_the_future(day: str) -> None:
    life = granted().attested()

    with refused("paid_day_impossible", "T17", given_day=day):
        register(life, paid_on=day)

    assert register(life, paid_on="2026-03-01").now.stage is Stage.DISBURSED


def test_a_voucher_belongs_to_one_payment() -> None:
    one = paid()
    other = one.office.submit().granted().attested()

    with refused("voucher_taken", "T17", voucher="V-1"):
        register(other, voucher="V-1")

    assert register(other, voucher="V-2").now.paid_ore == kroner(400_000)


def test_a_payment_that_was_not_attested_is_neither_paid_nor_sent_back() -> None:
    life = order(confirmed())

    with refused("not_possible_now", "T17", command="disburse"):
        register(life)
    with refused("not_possible_now", "T18", command="fail_payment"):
        life.do(ACCOUNTANT, "register_payment_fault", fault="Ukjent konto")


@pytest.mark.edge("E38")
def test_a_payment_that_came_back_is_ordered_anew_on_an_account_that_is_confirmed_anew() -> None:
    life = granted().attested().do(ACCOUNTANT, "register_payment_fault", fault="Ukjent konto")
    assert (life.now.stage, life.now.account_confirmed, life.now.paid_ore) == (Stage.GRANTED, False, 0)

    with refused("account_not_confirmed", "E36"):
        order(life)

    life.paid()
    assert [payment.state.value for payment in life.now.payments] == ["failed", "paid"]
    assert len(life.all(e.PaymentOrdered)) == 2


@pytest.mark.edge("E37")
def test_a_payment_ordered_in_time_may_be_registered_in_the_new_year() -> None:
    life = granted().attested()
    life.office.move_to(at("2027-01-04T12:00"))
    assert life.only(e.GrantYearEnded).result == "unpaid"

    register(life)

    assert (life.now.stage, life.clocks) == (Stage.DISBURSED, ["use"])


# --- an order that is taken back (T16, L-06) ------------------------------------------------------------------------------

WRONG = {"reason": "Feil beløp i brevet"}


@pytest.mark.parametrize("who", [ATTESTOR, LEADER])
def test_an_order_that_nobody_will_attest_is_taken_back_and_made_anew(who: Actor) -> None:
    life = granted().ordered()
    deadline = life.now.decision.use_deadline if life.now.decision else None

    life.do(who, "cancel_payment", **WRONG)

    assert (life.now.stage, life.now.open_payment, life.tasks) == (Stage.GRANTED, None, ["order_payment"])
    assert "payment_cancellation" not in [item.kind for item in life.sent]
    # The account stays confirmed, and no date moves (E38).
    order(life).do(ATTESTOR, "attest_payment", **CONTROLS)
    register(life)
    assert [(payment.number, payment.state) for payment in life.now.payments] == [
        (1, "cancelled"),
        (2, "paid"),
    ]
    assert life.now.decision is not None
    assert (life.now.paid_ore, life.now.decision.use_deadline) == (kroner(400_000), deadline)


def test_an_order_that_has_left_the_house_is_held_back_by_the_accounts() -> None:
    life = granted().attested()
    for who in (ATTESTOR, LEADER):
        with refused("payment_in_other_hands", "T16", state="attested", allowed=["accountant"]):
            life.do(who, "cancel_payment", **WRONG)

    life.do(ACCOUNTANT, "cancel_payment", **WRONG)

    assert (life.now.stage, life.tasks) == (Stage.GRANTED, ["order_payment"])
    (told,) = [item.payload for item in life.sent if item.kind == "payment_cancellation"]
    assert told == {"case_no": "SFIN-2026-1", "office": "SFIN", "payment_no": 1}


def test_the_accounts_take_no_order_back_before_they_have_it_and_nobody_what_is_paid() -> None:
    with refused("payment_in_other_hands", "T16", state="ordered", allowed=["attestor", "leader"]):
        granted().ordered().do(ACCOUNTANT, "cancel_payment", **WRONG)
    for life in (granted(), paid()):
        with refused("no_payment_waits", "T16"):
            life.do(LEADER, "cancel_payment", **WRONG)


@pytest.mark.edge("E37")
def test_an_order_from_the_old_year_is_taken_back_so_that_the_grant_can_be_annulled() -> None:
    life = granted().ordered()
    life.office.move_to(at("2027-01-02T12:00"))
    with refused("authority_lapsed", "R26-02"):
        attest(life)
    annul = {"ground": "other_law", "amount_ore": 0, "reason": "Ikke utbetalt i året"}
    with refused("payment_under_way", "T16", payment=1):
        life.declared(OFFICER).do(OFFICER, "recommend_reversal", **annul)

    life.do(ATTESTOR, "cancel_payment", **WRONG).do(OFFICER, "recommend_reversal", **annul)

    assert life.now.reversal is not None
