"""Who may see which case: role × office or municipality × what the case is about (DOMAIN §2.3, R26-19 to R26-22)."""

from typing import Final

from domain.actors import OFFICE_ROLES, Actor, Role
from domain.case import Case

_APPLICANTS: Final = frozenset({Role.APPLICANT_EDITOR, Role.APPLICANT_SIGNATORY})


def may_see(actor: Actor, case: Case) -> bool:
    """Say whether *actor* may see *case*; to anybody else it does not exist."""
    if actor.role in OFFICE_ROLES:
        # Also an office that is asked to take it over, and the one whose money it is (T43).
        return actor.unit in {case.office, case.transfer_to, case.granting_office}
    if actor.role in _APPLICANTS:
        return actor.unit == case.host
    if actor.role is Role.MUNICIPAL_AUDITOR:
        # A case is opened to the municipality's auditor when a statement is asked for.
        return actor.unit == case.host and bool(case.audits)
    if actor.role is Role.COORDINATOR:
        return case.is_foster_home
    return actor.role is Role.STATE_AUDITOR


def is_member(actor: Actor, case: Case) -> bool:
    """Say whether *actor* speaks for a municipality of the network, the host or another (R26-12)."""
    return actor.role in _APPLICANTS and actor.unit in {case.host, *case.members}
