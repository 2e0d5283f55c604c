"""States that no trail leads to: should one ever be read, it is answered with a refusal and not with a crash."""

from dataclasses import replace

from domain.case import Case
from domain.lifecycle import Stage
from tests.domain.lives import (
    ATTESTOR,
    COLLECTED,
    CONTROLS,
    LEADER,
    SIGNATORY,
    Life,
    Office,
    granted,
    paid,
    refused,
    report,
)


def standing(life: Life, case: Case) -> Life:
    """Return *life* as if its case stood so."""
    life.case = case
    return life


def test_a_case_on_the_leader_s_table_without_a_recommendation() -> None:
    life = Office().submit().recommended().declared(LEADER)

    with refused("not_possible_now", "T13", command="grant"):
        standing(life, replace(life.now, recommendation=None)).do(LEADER, "grant")


def test_a_granted_case_without_a_decision() -> None:
    life = granted().declared(LEADER)

    with refused("not_possible_now", "T16", command="order_payment"):
        standing(life, replace(life.now, decision=None)).do(LEADER, "order_payment")


def test_a_paid_case_without_a_decision() -> None:
    life = paid(1_200_000, COLLECTED)

    with refused("not_possible_now", "T21", command="deliver_report"):
        standing(life, replace(life.now, decision=None)).do(SIGNATORY, "deliver_report", **report(1_200_000))


def test_an_ordered_payment_without_an_account() -> None:
    life = granted().ordered()

    with refused("account_not_confirmed", "E36"):
        standing(life, replace(life.now, account=None)).do(ATTESTOR, "attest_payment", **CONTROLS)


def test_an_application_on_the_leader_s_table_that_lost_its_conditions_is_granted() -> None:
    life = Office().submit().recommended().declared(LEADER)

    assert life.now.open_conditions == ()
    assert life.do(LEADER, "grant").now.stage is Stage.GRANTED
