"""Who acts: every command names one person in one role at one office or municipality (DOMAIN §2.3)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """The hat a person wears for one command."""

    APPLICANT_EDITOR = "applicant_editor"
    APPLICANT_SIGNATORY = "applicant_signatory"
    MUNICIPAL_AUDITOR = "municipal_auditor"
    CASE_OFFICER = "case_officer"
    LEADER = "leader"
    ATTESTOR = "attestor"
    ACCOUNTANT = "accountant"
    COORDINATOR = "coordinator"
    STATE_AUDITOR = "state_auditor"
    OPERATOR = "operator"
    SYSTEM = "system"


#: Roles held at a county governor's office; their ``unit`` is an office code (SFIN …).
OFFICE_ROLES: Final = frozenset({Role.CASE_OFFICER, Role.LEADER, Role.ATTESTOR, Role.ACCOUNTANT})

#: Roles held at a municipality; their ``unit`` is an organisation number.
MUNICIPAL_ROLES: Final = frozenset({Role.APPLICANT_EDITOR, Role.APPLICANT_SIGNATORY, Role.MUNICIPAL_AUDITOR})

#: Roles that read and never act; their ``unit`` is ``"-"``.
READING_ROLES: Final = frozenset({Role.COORDINATOR, Role.STATE_AUDITOR})


def scope_name(role: Role, mode: str) -> str:
    """Return what a token's scope for *role* is called: ``caseofficer.write``. Maskinporten's names have no underscores."""
    return f"{role.value.replace('_', '')}.{mode}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person (by pseudonymous subject) in one role at one unit.

    Args:
        subject: Stable pseudonym from the login; never a name or a national identity number.
        role: The hat worn for this command.
        unit: Office code for office roles, organisation number for municipal roles, ``"-"`` for the others.
        asserted: True when the role was only claimed on a local installation and no login proved it.
    """

    subject: str
    role: Role
    unit: str
    asserted: bool = False

    @property
    def is_program(self) -> bool:
        """Say whether a program of the organisation acts, and nobody in person."""
        return self.subject.startswith(PROGRAM)


#: What the subject of a program begins with; a login gives nobody such a one.
PROGRAM: Final = "client:"

#: Clocks act as the system; they make reminders, tasks and drafts, never legal consequences.
CLOCK: Final = Actor(subject="clock", role=Role.SYSTEM, unit="-")
