"""Who may not act at an office any more: withdrawn by a leader, at once, and given back."""

import pytest

from domain.actors import Actor, Role
from domain.officework.access import (
    AccessCommand,
    GiveRoleBack,
    OfficeAccess,
    RoleWithdrawn,
    WithdrawRole,
    check_not_withdrawn,
    decide_access,
    evolve_access,
)
from tests.domain.lives import LEADER, OFFICER, refused

WITHDRAW = WithdrawRole(office="SFIN", subject=OFFICER.subject, role=Role.CASE_OFFICER)
GIVE_BACK = GiveRoleBack(office="SFIN", subject=OFFICER.subject, role=Role.CASE_OFFICER)


def after(*commands: AccessCommand) -> OfficeAccess | None:
    state: OfficeAccess | None = None
    for command in commands:
        state = evolve_access(state, decide_access(state, command, LEADER))
    return state


def test_whose_role_is_withdrawn_may_not_act_in_it_and_may_in_another() -> None:
    state = after(WITHDRAW)

    assert state is not None
    assert state.bars(OFFICER)
    assert not state.bars(Actor(subject=OFFICER.subject, role=Role.ATTESTOR, unit="SFIN"))
    assert not state.bars(Actor(subject=OFFICER.subject, role=Role.CASE_OFFICER, unit="SFAG"))


def test_what_was_sent_before_the_role_was_withdrawn_is_not_done_after_it() -> None:
    with refused("role_withdrawn", "§2.7", role="case_officer"):
        check_not_withdrawn(after(WITHDRAW), OFFICER)
    check_not_withdrawn(after(WITHDRAW, GIVE_BACK), OFFICER)
    check_not_withdrawn(None, OFFICER)


def test_what_is_given_back_is_as_it_was() -> None:
    assert after(WITHDRAW, GIVE_BACK) == OfficeAccess(office="SFIN")


def test_the_event_says_who_did_it() -> None:
    assert decide_access(None, WITHDRAW, LEADER) == RoleWithdrawn(
        office="SFIN", subject=OFFICER.subject, role=Role.CASE_OFFICER, by=LEADER.subject
    )


def test_nothing_is_withdrawn_or_given_back_twice() -> None:
    with refused("role_withdrawn_already", "§2.7", role="case_officer"):
        after(WITHDRAW, WITHDRAW)
    with refused("role_not_withdrawn", "§2.7", role="case_officer"):
        after(GIVE_BACK)


def test_a_leader_keeps_the_own_role() -> None:
    own = WithdrawRole(office="SFIN", subject=LEADER.subject, role=Role.LEADER)

    with refused("own_role_kept", "§2.7", role="leader"):
        after(own)


def test_only_a_leader_of_the_office_may() -> None:
    with refused(
        "role_not_allowed", "§2.7", role="case_officer", allowed=["leader"], command="withdraw_role"
    ):
        decide_access(None, WITHDRAW, OFFICER)
    elsewhere = Actor(subject="leader@SFAG", role=Role.LEADER, unit="SFAG")
    with refused("other_office", "R26-45", office="SFIN", unit="SFAG"):
        decide_access(None, WITHDRAW, elsewhere)


def test_a_role_that_is_no_office_s_cannot_be_withdrawn() -> None:
    with pytest.raises(ValueError, match="no role of an office"):
        WithdrawRole(office="SFIN", subject="x", role=Role.STATE_AUDITOR)
