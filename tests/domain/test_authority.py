from dataclasses import replace

import pytest

from domain.actors import CLOCK, MUNICIPAL_ROLES, OFFICE_ROLES, Role
from domain.authority import BY_PROGRAM, MAY, check_authority, check_impartial, check_other_hand
from domain.commands import BODIES
from domain.refusal import AUTHORITY_CODES, Refused
from tests.domain.applications import ORG_HAMAR, ORG_LOTEN
from tests.domain.lives import OFFICER, SIGNATORY, Office, person, refused

ROLES = sorted(Role)


def test_every_command_says_who_may_send_it() -> None:
    assert MAY.keys() == BODIES.keys()
    assert all(roles for roles, _rule in MAY.values())


@pytest.mark.parametrize("kind", sorted(MAY))
@pytest.mark.parametrize("role", ROLES)
def test_a_command_is_for_its_roles_and_no_other(kind: str, role: Role) -> None:
    roles, rule = MAY[kind]
    who = person(role)

    if role in roles:
        check_authority(kind, who, office="SFIN", host=ORG_HAMAR)
    else:
        with refused(
            "role_not_allowed",
            rule,
            role=role.value,
            allowed=sorted(one.value for one in roles),
            command=kind,
        ):
            check_authority(kind, who, office="SFIN", host=ORG_HAMAR)


@pytest.mark.parametrize("kind", sorted(MAY))
@pytest.mark.parametrize("role", ROLES)
def test_a_right_ends_at_the_border_of_the_office_or_the_municipality(kind: str, role: Role) -> None:
    roles, rule = MAY[kind]
    if role not in roles:
        return

    if role in OFFICE_ROLES:
        with refused("other_office", "R26-45", office="SFIN", unit="SFAG"):
            check_authority(kind, person(role, unit="SFAG"), office="SFIN", host=ORG_HAMAR)
    elif role in MUNICIPAL_ROLES:
        with refused("other_municipality", rule, unit=ORG_LOTEN):
            check_authority(kind, person(role, unit=ORG_LOTEN), office="SFIN", host=ORG_HAMAR)
    else:
        assert role is Role.SYSTEM


def test_nobody_acts_for_the_operator() -> None:
    assert not any(Role.OPERATOR in roles for roles, _rule in MAY.values())


def test_what_cases_tell_each_other_no_person_says() -> None:
    for_the_system = {kind: roles for kind, (roles, _rule) in MAY.items() if Role.SYSTEM in roles}

    assert "note_project_duty" in for_the_system
    assert all(kind.startswith("note_") and roles == {Role.SYSTEM} for kind, roles in for_the_system.items())
    assert CLOCK.role is Role.SYSTEM


def test_refusals_for_lack_of_authority_go_to_the_access_log() -> None:
    other = {"other_office", "other_municipality"}

    assert other | {"role_not_allowed", "role_withdrawn", "person_required"} == AUTHORITY_CODES


@pytest.mark.parametrize("kind", sorted(MAY))
@pytest.mark.parametrize("role", ROLES)
def test_a_program_says_what_its_organisation_says_and_judges_nothing(kind: str, role: Role) -> None:
    if role not in MAY[kind][0] or role is Role.SYSTEM:
        return
    program = person(role, name="client:4711")

    assert program.is_program
    if kind in BY_PROGRAM.get(role, ()):
        check_authority(kind, program, office="SFIN", host=ORG_HAMAR)
    else:
        with refused("person_required", "E40", command=kind):
            check_authority(kind, program, office="SFIN", host=ORG_HAMAR)


def test_a_person_must_decide_attest_and_judge() -> None:
    by_programs = frozenset[str]().union(*BY_PROGRAM.values())

    assert by_programs.isdisjoint(
        {
            "declare_impartiality",
            "assess",
            "recommend",
            "grant",
            "reject",
            "order_payment",
            "attest_payment",
            "approve_report",
            "accept_audit",
            "deliver_audit",
            "decide_claim",
            "write_off_claim",
            "reverse",
        }
    )


def test_impartiality_is_asked_of_the_office_alone() -> None:
    case = replace(Office().submit().now, disqualified=(OFFICER.subject, SIGNATORY.subject))

    check_impartial(case, SIGNATORY, declared=True)
    with refused("disqualified", "E40"):
        check_impartial(case, OFFICER)


def test_a_declaration_is_asked_for_only_where_it_is_needed() -> None:
    case = Office().submit().now

    check_impartial(case, OFFICER)
    with refused("impartiality_not_declared", "E40"):
        check_impartial(case, OFFICER, declared=True)
    check_impartial(replace(case, impartial=(OFFICER.subject,)), OFFICER, declared=True)


def test_two_hands_are_two_people() -> None:
    check_other_hand(OFFICER, None, "code", "T13")
    check_other_hand(OFFICER, "somebody else", "code", "T13")
    with refused("code", "T13"):
        check_other_hand(OFFICER, OFFICER.subject, "code", "T13")


def test_a_refusal_says_its_code_and_rule_and_is_no_error() -> None:
    no = Refused("frame_exceeded", "T13", over_ore=1)

    assert str(no) == "frame_exceeded (T13)"
    assert dict(no.params) == {"over_ore": 1}
