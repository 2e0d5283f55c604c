"""Acting as a person from a terminal: possible where the installation is one's own, and marked as asserted for ever."""

from typing import Final

from cli.errors import Phrase, UnusableError
from cli.session import Record
from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, Actor, Role
from domain.identity import is_org_number
from domain.offices import OFFICES
from domain.problems import shown
from domain.refusal import Refused

_ROLES: Final = sorted(role.value for role in OFFICE_ROLES | MUNICIPAL_ROLES)

_MAX_NAME: Final = 60


def actor_of(text: str) -> Actor:
    """Return the person in ``ROLE@UNIT`` or ``ROLE@UNIT:NAME``; the whole of it is the subject.

    Raises:
        UnusableError: There is no such role, or its unit is no office or organisation number.
    """
    whole, _, name = text.partition(":")
    role_text, at, unit = whole.partition("@")
    if role_text not in _ROLES or not at:
        raise UnusableError(Phrase("as-role", {"text": shown(text), "roles": ", ".join(_ROLES)}))
    role = Role(role_text)
    if role in OFFICE_ROLES and unit not in OFFICES:
        raise UnusableError(Phrase("as-office", {"text": shown(unit), "codes": ", ".join(sorted(OFFICES))}))
    if role in MUNICIPAL_ROLES and not is_org_number(unit):
        raise UnusableError(Phrase("as-municipality", {"text": shown(unit)}))
    if len(name) > _MAX_NAME or not name.isprintable():
        raise UnusableError(Phrase("as-name", {"most": _MAX_NAME}))
    return Actor(subject=text.strip(), role=role, unit=unit, asserted=True)


def person(record: Record, given: str | None, default: str | None = None) -> Actor:
    """Return the person a command acts as.

    Args:
        record: The installation.
        given: What ``--as`` said.
        default: Whom the command acts as where nothing was said.

    Raises:
        Refused: On a real installation nobody acts by assertion.
        UnusableError: Nobody was named, or nobody who can be.
    """
    if not record.is_local:
        raise Refused("asserted_on_real_installation", "ARCHITECTURE")
    named = given or default
    if named is None:
        raise UnusableError(Phrase("as-missing"))
    return actor_of(named)
