"""A finding that comes after the end: the leader takes the case up again, and it is closed again (T42, E44)."""

import pytest

from domain import events as e
from domain.actors import Role
from domain.lifecycle import Stage
from domain.money import kroner
from domain.possible import possible
from tests.domain.lives import (
    ACCOUNTANT,
    LEADER,
    OFFICER,
    SIGNATORY,
    Life,
    at,
    paid,
    person,
    refused,
)

FOUND = {"reason": "Kommunerevisor fant ubrukte midler", "source": "RR 2028/14-3"}


def closed(unspent_kr: int = 0) -> Life:
    """Return a case of 400 000 kr that was closed after the use question."""
    life = paid(400_000)
    life.office.move_to(at("2028-01-10T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=kroner(unspent_kr))
    return life.do(OFFICER, "close")


def reopened() -> Life:
    return closed().do(LEADER, "reopen", **FOUND)


def lifted_after_the_end() -> Life:
    """Return a closed case whose money was wholly unspent, and claimed on a ground that did not hold."""
    life = paid(400_000)
    life.office.move_to(at("2028-01-10T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=kroner(400_000)).claimed(kroner(400_000), "overpaid")
    life.do(LEADER, "write_off_claim", claim=1, reason="Utbetalt etter vedtaket")
    life.do(OFFICER, "close")
    return life.do(LEADER, "reduce_claim", claim=1, amount_ore=0, reason="Det var ikke for mye utbetalt")


def repay(life: Life, kr: int, claim: int = 1) -> Life:
    amount = {"ground": "unused", "amount_ore": kroner(kr), "reason": "Funn"}
    life.do(OFFICER, "propose_claim", **amount)
    if life.now.stage is Stage.REOPENED:
        # The municipality did not tell what is found after the end: it is heard first (T30).
        with refused("claim_notice_missing", "T30", claim=claim):
            life.do(LEADER, "decide_claim", claim=claim, due_day="2028-04-01")
        life.do(OFFICER, "give_claim_notice", claim=claim)
        life.do(SIGNATORY, "reply_to_claim", claim=claim, text="Det stemmer")
    life.do(LEADER, "decide_claim", claim=claim, due_day="2028-04-01")
    life.do(ACCOUNTANT, "invoice_claim", claim=claim, kid=life.kid(claim))
    money = {"amount_ore": kroner(kr), "received_on": "2028-01-10", "voucher": f"R-{claim}"}
    return life.do(ACCOUNTANT, "register_repayment", claim=claim, **money)


@pytest.mark.edge("E44")
def test_a_closed_case_is_reopened_on_a_document() -> None:
    life = closed()
    assert life.now.finished
    assert life.tasks == []

    life.do(LEADER, "reopen", **FOUND)

    event = life.only(e.Reopened)
    assert (event.number, event.source, event.from_stage) == (1, "RR 2028/14-3", "closed")
    assert life.now.stage is Stage.REOPENED
    assert not life.now.finished
    assert life.tasks == ["follow_up_reopening"]
    assert life.letters[-1] == "reopened"
    assert life.replayed() == life.case


@pytest.mark.edge("E44")
def test_a_finding_of_unused_money_stands_in_the_place_of_the_answer() -> None:
    life = reopened()

    with refused("more_than_can_be_claimed", "R26-33", most_ore=kroner(400_000)):
        repay(life, 400_001)
    repay(life, 50_000)

    assert life.now.stage is Stage.REOPENED, "a person closes it, not the machine"
    life.do(OFFICER, "close")
    assert (life.now.stage, life.now.refunded_ore) == (Stage.REFUNDED, kroner(50_000))
    assert life.now.finished


@pytest.mark.edge("E44")
def test_without_a_claim_it_is_closed_as_followed_up() -> None:
    life = reopened().do(OFFICER, "close", note="Feil i tilsynsrapporten")

    assert life.all(e.Closed)[-1].event.outcome == "reopening_settled"  # type: ignore[attr-defined]
    assert (life.now.stage, life.now.finished) == (Stage.CLOSED, True)


def test_it_is_not_closed_over_an_open_claim() -> None:
    life = reopened().do(OFFICER, "propose_claim", ground="unused", amount_ore=kroner(10_000), reason="Funn")

    with refused("claim_open", "R26-33"):
        life.do(OFFICER, "close")


def test_a_refunded_case_is_reopened_and_ends_refunded_again() -> None:
    life = paid(400_000)
    life.office.move_to(at("2028-01-10T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=kroner(20_000))
    repay(life, 20_000)
    assert life.now.stage is Stage.REFUNDED

    life.do(LEADER, "reopen", **FOUND)
    repay(life, 5_000, claim=2)
    life.do(OFFICER, "close")

    assert (life.now.stage, life.now.refunded_ore) == (Stage.REFUNDED, kroner(25_000))
    assert life.now.path[-3:] == (Stage.REFUNDED, Stage.REOPENED, Stage.REFUNDED)


def test_it_may_be_reopened_more_than_once() -> None:
    life = reopened().do(OFFICER, "close").do(LEADER, "reopen", **FOUND)

    assert life.now.reopenings == 2


@pytest.mark.parametrize("who", [OFFICER, SIGNATORY, ACCOUNTANT])
def test_only_a_leader_reopens(who: object) -> None:
    with refused("role_not_allowed", "T42"):
        closed().do(who, "reopen", **FOUND)  # type: ignore[arg-type]


def test_a_disqualified_leader_does_not_reopen() -> None:
    other = person(Role.LEADER, "leif")
    life = closed()
    life.do(other, "declare_impartiality", impartial=False, reason="Slekt")

    with refused("disqualified", "E40"):
        life.do(other, "reopen", **FOUND)


def test_a_case_that_is_not_finished_is_not_reopened() -> None:
    with refused("not_possible_now", "T42", stage="disbursed"):
        paid(400_000).do(LEADER, "reopen", **FOUND)
    with refused("not_possible_now", "T42", stage="reopened"):
        reopened().do(LEADER, "reopen", **FOUND)


def test_what_can_be_done_says_so() -> None:
    commands = [one.command for one in possible(closed().now)]
    assert commands == ["declare_impartiality", "correct_disbursement", "file_appeal", "reopen"]
    assert {"close", "propose_claim"} <= {one.command for one in possible(reopened().now)}


def test_a_case_that_ended_with_money_back_is_not_closed_once_more() -> None:
    life = repay(reopened(), 10_000).do(OFFICER, "close", note="Gjort opp")
    assert life.now.stage is Stage.REFUNDED

    with refused("not_possible_now", "T24", command="close", stage="refunded"):
        life.do(OFFICER, "close", note="Gjort opp")


@pytest.mark.edge("E44")
def test_where_a_claim_is_lifted_after_the_end_the_case_is_taken_up_for_what_is_unspent() -> None:
    life = lifted_after_the_end()
    assert (life.now.stage, life.now.finished, life.tasks) == (Stage.CLOSED, False, ["reopen"])
    with refused("not_possible_now", "T30"):
        life.do(OFFICER, "propose_claim", ground="unused", amount_ore=kroner(400_000), reason="Ubrukt")

    life.do(LEADER, "reopen", reason="Kravet falt bort", source="Vedtaket om kravet")
    assert life.tasks == ["follow_up_reopening", "propose_claim"]
    life.claimed(kroner(400_000)).repaid(kroner(400_000), claim=2)
    life.do(OFFICER, "close", note="Fulgt opp")

    assert (life.now.stage, life.now.finished) == (Stage.REFUNDED, True)
    assert life.replayed() == life.case


@pytest.mark.edge("E44")
def test_a_refunded_case_is_refunded_no_more_when_all_of_it_went_back_and_asks_to_be_reopened() -> None:
    life = paid(400_000)
    life.office.move_to(at("2028-01-10T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=kroner(400_000)).claimed(kroner(400_000), "overpaid")
    life.repaid(kroner(400_000))
    life.do(LEADER, "reduce_claim", claim=1, amount_ore=0, reason="Det var ikke for mye utbetalt")

    life.do(ACCOUNTANT, "return_overpayment", claim=1, returned_on="2028-01-10", voucher="R-9")

    assert (life.now.stage, life.only(e.Closed).outcome) == (Stage.CLOSED, "claim_lifted")
    assert (life.now.finished, life.tasks) == (False, ["reopen"])


@pytest.mark.edge("E44")
def test_where_all_that_is_unspent_was_claimed_nothing_asks_for_a_reopening() -> None:
    life = closed(unspent_kr=0)

    assert not life.now.must_be_reopened
    assert life.tasks == []
