from collections.abc import Iterable

import pytest

from domain.appeals import AppealChart, AppealMove, AppealState, appeal_after
from domain.case import TERMINAL
from domain.claims import ClaimChart, ClaimMove, ClaimState, claim_after
from domain.diagrams import ways
from domain.duties import DutyChart, DutyMove, DutyState, duty_after
from domain.evolve import MOVES
from domain.lifecycle import Lifecycle, Move, Stage, after, moves

S, M = Stage, Move
IN_USE = (S.DISBURSED, S.CARRY_OVER, S.ENDED_EARLY)

#: The transitions of DOMAIN §2.4 that are built, as (from, move, to). T01, T02 and T15 move no case; T36 to T39 and T41 move none either.
TRANSITIONS: dict[str, set[tuple[Stage, Move, Stage]]] = {
    "T05": {
        (S.SUBMITTED, M.ASSIGN, S.IN_ASSESSMENT),
        *((stage, M.ASSIGN, stage) for stage in (S.IN_ASSESSMENT, S.ASSESSED, S.AWAITING_APPROVAL)),
    },
    "T06": {
        (S.IN_ASSESSMENT, M.RETURN, S.RETURNED),
        (S.ASSESSED, M.RETURN, S.RETURNED),
        (S.RETURNED, M.RESUME, S.IN_ASSESSMENT),
    },
    "T07": {(S.RETURNED, M.SUPPLEMENT, S.IN_ASSESSMENT)},
    "T08": {
        (stage, M.WITHDRAW, S.WITHDRAWN)
        for stage in (S.SUBMITTED, S.RETURNED, S.IN_ASSESSMENT, S.ASSESSED, S.AWAITING_APPROVAL)
    },
    "T09": {(stage, M.DISMISS, S.DISMISSED) for stage in (S.SUBMITTED, S.IN_ASSESSMENT, S.RETURNED)},
    "T10": {(S.IN_ASSESSMENT, M.ASSESS, S.ASSESSED), (S.ASSESSED, M.ASSESS, S.ASSESSED)},
    "T11": {(S.ASSESSED, M.RECOMMEND, S.AWAITING_APPROVAL)},
    "T12": {(S.AWAITING_APPROVAL, M.SEND_BACK, S.ASSESSED)},
    "T13": {(S.AWAITING_APPROVAL, M.GRANT, S.GRANTED)},
    "T14": {(S.AWAITING_APPROVAL, M.REJECT, S.REJECTED)},
    "T16": {
        (S.GRANTED, M.ORDER_PAYMENT, S.PAYMENT_ORDERED),
        (S.PAYMENT_ORDERED, M.CANCEL_PAYMENT, S.GRANTED),
    },
    "T17": {(S.PAYMENT_ORDERED, M.DISBURSE, S.DISBURSED)},
    "T18": {(S.PAYMENT_ORDERED, M.FAIL_PAYMENT, S.GRANTED)},
    "T19": {(S.DISBURSED, M.CARRY_OVER, S.CARRY_OVER)},
    "T23, T29": {(stage, M.COMPLETE_REPORTS, S.REPORTED) for stage in IN_USE},
    "T24": {(stage, M.CLOSE, S.CLOSED) for stage in (*IN_USE, S.REOPENED)},
    "T25": {(S.REPORTED, M.COMPLETE_AUDITS, S.AUDITED)},
    "T26": {(S.REPORTED, M.CLOSE, S.CLOSED)},
    "T40, claims": {(S.REFUNDED, M.CLOSE, S.CLOSED)},
    "T28": {(stage, M.END_EARLY, S.ENDED_EARLY) for stage in (S.DISBURSED, S.CARRY_OVER)},
    "T34": {(stage, M.REFUND, S.REFUNDED) for stage in (*IN_USE, S.REPORTED, S.AUDITED, S.REOPENED)},
    "T40": {
        (S.GRANTED, M.ANNUL, S.ANNULLED),
        (S.REJECTED, M.SET_ASIDE, S.ASSESSED),
        (S.DISMISSED, M.SET_ASIDE, S.IN_ASSESSMENT),
    },
    "T43": {
        (stage, M.ASSIGN, stage)
        for stage in (S.RETURNED, S.GRANTED, S.PAYMENT_ORDERED, *IN_USE, S.REPORTED, S.REOPENED)
    },
    "T42": {(stage, M.REOPEN, S.REOPENED) for stage in (S.CLOSED, S.AUDITED, S.REFUNDED)},
}


def test_the_statechart_has_exactly_the_transitions_that_are_built() -> None:
    built = {(Stage(one), Move(move), Stage(other)) for one, move, other in ways(Lifecycle)}

    assert built == set().union(*TRANSITIONS.values())


@pytest.mark.parametrize("stage", Stage)
def test_each_stage_has_its_ways_and_no_other(stage: Stage) -> None:
    expected = {move: other for one, move, other in union(TRANSITIONS.values()) if one is stage}

    assert moves(stage) == expected.keys()
    assert {move: after(stage, move) for move in expected} == expected
    assert all(after(stage, move) is None for move in Move if move not in expected)


def union(sets: Iterable[set[tuple[Stage, Move, Stage]]]) -> set[tuple[Stage, Move, Stage]]:
    return {way for one in sets for way in one}


def test_every_stage_can_be_reached_and_every_one_leads_to_an_end() -> None:
    onward = {stage: {other for move in moves(stage) if (other := after(stage, move))} for stage in Stage}

    def reachable(start: Stage) -> set[Stage]:
        found, new = {start}, {start}
        while new := {other for stage in new for other in onward[stage]} - found:
            found |= new
        return found

    assert reachable(Stage.SUBMITTED) == set(Stage)
    assert all(reachable(stage) & TERMINAL for stage in Stage)


def test_no_stage_follows_an_end_except_money_back_a_reopening_and_a_reversal() -> None:
    assert {stage: moves(stage) for stage in TERMINAL if moves(stage)} == {
        Stage.AUDITED: {Move.REFUND, Move.REOPEN},
        Stage.REFUNDED: {Move.REOPEN, Move.CLOSE},
        Stage.CLOSED: {Move.REOPEN},
        Stage.REJECTED: {Move.SET_ASIDE},
        Stage.DISMISSED: {Move.SET_ASIDE},
    }
    ends = TERMINAL - {Stage.AUDITED, Stage.REFUNDED, Stage.CLOSED, Stage.REJECTED, Stage.DISMISSED}
    assert {Stage(state.value) for state in Lifecycle.states if state.final} == ends


def test_every_move_that_turns_on_nothing_but_its_kind_is_made_by_an_event_of_its_own() -> None:
    assert sorted(MOVES.values()) == sorted(set(Move) - {Move.CARRY_OVER, Move.ANNUL, Move.CANCEL_PAYMENT})


@pytest.mark.parametrize("state", DutyState)
@pytest.mark.parametrize("move", DutyMove)
def test_a_duty_goes_its_ways_and_no_other(state: DutyState, move: DutyMove) -> None:
    expected = {
        (DutyState.EXPECTED, DutyMove.DELIVER): DutyState.DELIVERED,
        (DutyState.RETURNED, DutyMove.DELIVER): DutyState.DELIVERED,
        (DutyState.DELIVERED, DutyMove.SEND_BACK): DutyState.RETURNED,
        (DutyState.DELIVERED, DutyMove.APPROVE): DutyState.APPROVED,
    }

    assert duty_after(state, move) is expected.get((state, move))
    assert len(ways(DutyChart)) == len(expected)


#: A claim that was decided, wherever it has come: its decision can be reversed.
REDUCIBLE = {
    ClaimState.DECIDED,
    ClaimState.INVOICED,
    ClaimState.PART_PAID,
    ClaimState.IN_COLLECTION,
    ClaimState.PAID,
    ClaimState.WRITTEN_OFF,
}


@pytest.mark.parametrize("state", ClaimState)
@pytest.mark.parametrize("move", ClaimMove)
def test_a_claim_goes_its_ways_and_no_other(state: ClaimState, move: ClaimMove) -> None:
    expected = {
        (ClaimState.PROPOSED, ClaimMove.GIVE_NOTICE): ClaimState.NOTICED,
        (ClaimState.PROPOSED, ClaimMove.DECIDE): ClaimState.DECIDED,
        (ClaimState.PROPOSED, ClaimMove.DROP): ClaimState.DROPPED,
        (ClaimState.NOTICED, ClaimMove.DECIDE): ClaimState.DECIDED,
        (ClaimState.NOTICED, ClaimMove.DROP): ClaimState.DROPPED,
        (ClaimState.DECIDED, ClaimMove.WRITE_OFF_PART): ClaimState.DECIDED,
        (ClaimState.INVOICED, ClaimMove.WRITE_OFF_PART): ClaimState.INVOICED,
        (ClaimState.PART_PAID, ClaimMove.WRITE_OFF_PART): ClaimState.PART_PAID,
        (ClaimState.DECIDED, ClaimMove.INVOICE): ClaimState.INVOICED,
        (ClaimState.DECIDED, ClaimMove.WRITE_OFF): ClaimState.WRITTEN_OFF,
        (ClaimState.INVOICED, ClaimMove.RECEIVE_PART): ClaimState.PART_PAID,
        (ClaimState.INVOICED, ClaimMove.RECEIVE_REST): ClaimState.PAID,
        (ClaimState.INVOICED, ClaimMove.WRITE_OFF): ClaimState.WRITTEN_OFF,
        (ClaimState.PART_PAID, ClaimMove.RECEIVE_PART): ClaimState.PART_PAID,
        (ClaimState.PART_PAID, ClaimMove.RECEIVE_REST): ClaimState.PAID,
        (ClaimState.INVOICED, ClaimMove.SEND_TO_COLLECTION): ClaimState.IN_COLLECTION,
        (ClaimState.PART_PAID, ClaimMove.SEND_TO_COLLECTION): ClaimState.IN_COLLECTION,
        (ClaimState.IN_COLLECTION, ClaimMove.RECEIVE_PART): ClaimState.IN_COLLECTION,
        (ClaimState.IN_COLLECTION, ClaimMove.RECEIVE_REST): ClaimState.PAID,
        (ClaimState.IN_COLLECTION, ClaimMove.WRITE_OFF_PART): ClaimState.IN_COLLECTION,
        (ClaimState.IN_COLLECTION, ClaimMove.WRITE_OFF): ClaimState.WRITTEN_OFF,
        **{(one, ClaimMove.REDUCE): one for one in REDUCIBLE},
        **{
            (one, ClaimMove.LIFT): ClaimState.LIFTED
            for one in REDUCIBLE - {ClaimState.PART_PAID, ClaimState.PAID}
        },
        (ClaimState.PART_PAID, ClaimMove.WRITE_OFF): ClaimState.WRITTEN_OFF,
    }

    assert claim_after(state, move) is expected.get((state, move))
    assert len(ways(ClaimChart)) == len(expected)


@pytest.mark.parametrize("state", AppealState)
@pytest.mark.parametrize("move", AppealMove)
def test_an_appeal_goes_its_ways_and_no_other(state: AppealState, move: AppealMove) -> None:
    a, m = AppealState, AppealMove
    expected = {
        (a.RECEIVED, m.COME_LATE): a.LATE,
        (a.LATE, m.ACCEPT): a.RECEIVED,
        (a.LATE, m.DECLINE): a.DECLINED,
        (a.LATE, m.TAKE_BACK): a.TAKEN_BACK,
        (a.RECEIVED, m.PREPARE): a.UNDER_REVIEW,
        (a.RECEIVED, m.TAKE_BACK): a.TAKEN_BACK,
        (a.UNDER_REVIEW, m.PREPARE): a.UNDER_REVIEW,
        (a.UNDER_REVIEW, m.UPHOLD): a.UPHELD,
        (a.UNDER_REVIEW, m.FORWARD): a.FORWARDED,
        (a.UNDER_REVIEW, m.DECLINE): a.DECLINED,
        (a.UNDER_REVIEW, m.TAKE_BACK): a.TAKEN_BACK,
        (a.FORWARDED, m.STAND): a.CONCLUDED,
        (a.FORWARDED, m.RULE): a.RULED,
        (a.FORWARDED, m.TAKE_BACK): a.TAKEN_BACK,
        (a.RULED, m.CONCLUDE): a.CONCLUDED,
    }

    assert appeal_after(state, move) is expected.get((state, move))
    assert len(ways(AppealChart)) == len(expected)
