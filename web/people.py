"""What a person is called on the pages: the role and the place, never a name."""

import hashlib
from functools import lru_cache
from typing import Final

from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, PROGRAM, READING_ROLES, Actor, Role
from domain.offices import OFFICES
from letters import naming
from letters.formats import Language
from storage.reference import office_of
from web.words import say, sentence

#: The unit of whoever belongs to no office and no municipality.
NOWHERE: Final = "-"

_ROLES: Final = frozenset(role.value for role in Role)


@lru_cache(maxsize=10_000)
def called(language: Language, subject: str | None) -> str:
    """Return what the person behind *subject* is called: ``Saksbehandler 2``.

    A login's subject says nothing; then four signs of its hash tell one officer from another.
    """
    if subject is None:
        return say(language, "person-nobody")
    if subject.startswith(PROGRAM):
        return say(language, "person-program")
    role, at, rest = subject.partition("@")
    if at and role in _ROLES:
        number = rest.partition(":")[2]
        return f"{sentence(say(language, f'role-{role}'))} {number}".rstrip()
    return say(language, "person-unnamed", {"mark": hashlib.sha256(subject.encode()).hexdigest()[:4]})


def role_name(language: Language, actor: Actor) -> str:
    """Return what the person who is logged in is called: by the role worn now."""
    if actor.unit == NOWHERE:
        return say(language, f"user-{actor.role}")
    if actor.subject.startswith(f"{actor.role}@"):
        return called(language, actor.subject)
    return sentence(say(language, f"role-{actor.role}"))


def place(language: Language, role: Role, unit: str) -> str:
    """Return where a role is held: the office's name or the municipality's; nothing where it has no place."""
    if role in OFFICE_ROLES or unit in OFFICES:
        return naming.office_name(language, unit)
    return "" if unit == NOWHERE else say(language, "place-municipality", {"unit": unit})


def house(language: Language, actor: Actor) -> str:
    """Return whose house the pages are of: the office, also for the municipalities of its area; what is no office's by its name."""
    if actor.unit == NOWHERE:
        return say(language, f"house-{actor.role}")
    if actor.role in MUNICIPAL_ROLES:
        office = office_of(actor.unit)
        return naming.office_name(language, office) if office else ""
    return place(language, actor.role, actor.unit)


def user_line(language: Language, actor: Actor) -> str:
    """Return what stands under the role at the top: the place, or that one only reads."""
    if actor.role in READING_ROLES:
        return say(language, "user-reads-only")
    if actor.role is Role.OPERATOR:
        return say(language, "user-sees-no-cases")
    return place(language, actor.role, actor.unit)
