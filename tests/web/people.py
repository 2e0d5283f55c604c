"""Everybody who may come: each role, at the office and municipality of the case, and at others."""

from dataclasses import dataclass
from typing import Final

from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, Role
from tests.domain.applications import ORG_HAMAR
from tests.stage import OFFICE

OTHER_OFFICE: Final = "SFAG"
ORG_OTHER: Final = "945578564"
EVERY_ROLE: Final = tuple(role for role in Role if role is not Role.SYSTEM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is logged in."""

    role: Role
    unit: str
    own: bool

    @property
    def subject(self) -> str:
        return f"{self.role.value}@{self.unit}"


def everybody() -> tuple[Person, ...]:
    """Return each role twice: where the case is, and elsewhere."""
    return tuple(
        Person(role=role, unit=_unit(role, own=own), own=own) for role in EVERY_ROLE for own in (True, False)
    )


def _unit(role: Role, *, own: bool) -> str:
    if role in OFFICE_ROLES:
        return OFFICE if own else OTHER_OFFICE
    if role in MUNICIPAL_ROLES:
        return ORG_HAMAR if own else ORG_OTHER
    return "-"


def person(role: Role, *, own: bool = True) -> Person:
    return Person(role=role, unit=_unit(role, own=own), own=own)
