"""Hands that fall away: a case changes officer until it is decided, and what a disqualified hand prepared does not count."""

import pytest

from domain.actors import Actor, Role
from domain.lifecycle import Stage
from tests.domain.lives import (
    LEADER,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    assessment,
    person,
    recommendation,
    refusal,
    refused,
)

OTHER = person(Role.CASE_OFFICER, "another officer")


def barred(life: Life, who: Actor) -> Life:
    return life.do(who, "declare_impartiality", impartial=False, reason="Satt i styringsgruppen")


def in_other_hands(life: Life) -> Life:
    return life.assigned(OTHER)


def test_a_departed_officer_is_replaced_after_the_assessment_and_the_new_one_recommends() -> None:
    life = in_other_hands(Office().submit().assessed())

    with refused("not_your_case", "T05", officer=OTHER.subject):
        life.do(OFFICER, "recommend", **recommendation())
    life.do(OTHER, "recommend", **recommendation())

    assert (life.now.stage, life.now.recommendation and life.now.recommendation.by) == (
        Stage.AWAITING_APPROVAL,
        OTHER.subject,
    )


def test_a_departed_officer_is_replaced_while_the_leader_has_the_case_and_it_stays_there() -> None:
    life = in_other_hands(Office().submit().recommended())

    assert (life.now.officer, life.now.stage) == (OTHER.subject, Stage.AWAITING_APPROVAL)
    assert life.declared(LEADER).do(LEADER, "grant").now.stage is Stage.GRANTED


def test_a_case_that_has_ended_changes_officer_no_more() -> None:
    with refused("not_possible_now", "T05", stage="withdrawn"):
        in_other_hands(Office().submit().do(SIGNATORY, "withdraw"))


@pytest.mark.parametrize("hand", [OFFICER, OTHER])
def test_nobody_approves_what_they_assessed_or_have_in_hand(hand: Actor) -> None:
    """One assessed, another recommended, a third has the case: none of them is the leader who decides."""
    third = person(Role.CASE_OFFICER, "a third officer")
    life = in_other_hands(Office().submit().assessed()).do(OTHER, "recommend", **recommendation())
    life.assigned(third)

    with refused("approver_is_recommender" if hand is OTHER else "approver_is_officer", "T13"):
        life.do(person(Role.LEADER, hand.subject), "grant")
    with refused("approver_is_officer", "T13"):
        life.do(person(Role.LEADER, third.subject), "grant")

    assert life.declared(LEADER).do(LEADER, "grant").now.stage is Stage.GRANTED


def test_nobody_refuses_what_they_assessed() -> None:
    life = in_other_hands(Office().submit().assessed()).do(OTHER, "recommend", **refusal())

    with refused("approver_is_officer", "T14"):
        life.do(person(Role.LEADER, OFFICER.subject), "reject", reason="Ikke prioritert")


@pytest.mark.edge("E40")
def test_what_a_disqualified_hand_recommended_is_not_approved_until_another_recommends_it() -> None:
    life = barred(Office().submit().recommended().declared(LEADER), OFFICER)
    with refused("prepared_by_disqualified", "E40", officer=OFFICER.subject):
        life.do(LEADER, "grant")
    assert {"prepare_anew", "reassign"} <= set(life.tasks)

    life.do(LEADER, "send_back", comment="En annen må innstille")
    in_other_hands(life)
    with refused("assessor_disqualified", "E40", officer=OFFICER.subject):
        life.do(OTHER, "recommend", **recommendation())
    life.do(OTHER, "assess", **assessment()).do(OTHER, "recommend", **recommendation())

    assert not {"prepare_anew", "reassign"} & set(life.tasks)
    assert life.do(LEADER, "grant").now.stage is Stage.GRANTED


@pytest.mark.edge("E40")
def test_what_a_disqualified_hand_assessed_is_not_approved_though_another_recommended_it() -> None:
    life = in_other_hands(Office().submit().assessed()).do(OTHER, "recommend", **refusal())

    barred(life, OFFICER).declared(LEADER)

    with refused("prepared_by_disqualified", "E40", officer=OFFICER.subject):
        life.do(LEADER, "reject", reason="Ikke prioritert")
    assert life.tasks == ["approve", "prepare_anew"]


@pytest.mark.edge("E40")
def test_an_officer_who_is_disqualified_leaves_the_case_to_be_given_to_somebody_else() -> None:
    life = Office().submit().assigned()
    assert "reassign" not in life.tasks

    assert "reassign" in barred(life, OFFICER).tasks
    assert "reassign" not in in_other_hands(life).tasks
