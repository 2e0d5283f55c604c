"""The main menu of each role; a page that is not there yet is not in it."""

from collections.abc import Mapping
from typing import Final

from domain.actors import Role

#: Word of the menu -> address, in order. The first that exists is where a role begins.
_OFFICER: Final = {
    "nav-today": "/i-dag",
    "nav-cases": "/saker",
    "nav-rounds": "/runder",
    "nav-networks": "/nettverk",
    "nav-municipalities": "/kommuner",
}
_LEADER: Final = {
    "nav-approval": "/godkjenning",
    "nav-today": "/i-dag",
    "nav-rounds": "/runder",
    "nav-frames": "/rammer",
    "nav-deadlines": "/frister",
    "nav-cases": "/saker",
}
_MONEY: Final = {"nav-today": "/i-dag", "nav-cases": "/saker"}
_APPLICANT: Final = {
    "nav-overview": "/oversikt",
    "nav-applications": "/soknader",
    "nav-grants": "/tilskudd",
    "nav-calls": "/utlysninger",
}
_AUDITOR: Final = {"nav-cases": "/saker", "nav-frames": "/rammer"}

_MENUS: Final[Mapping[Role, Mapping[str, str]]] = {
    Role.CASE_OFFICER: _OFFICER,
    Role.LEADER: _LEADER,
    Role.ATTESTOR: _MONEY,
    Role.ACCOUNTANT: _MONEY,
    Role.APPLICANT_EDITOR: _APPLICANT,
    Role.APPLICANT_SIGNATORY: _APPLICANT,
    Role.MUNICIPAL_AUDITOR: {"nav-assignments": "/oppdrag"},
    Role.COORDINATOR: {"nav-cases": "/saker"},
    Role.STATE_AUDITOR: _AUDITOR,
    Role.OPERATOR: {"nav-operation": "/drift"},
}

#: Where a role begins whose own pages are not there yet.
NOTHING_YET: Final = "/velkommen"


def menu(role: Role, paths: frozenset[str]) -> Mapping[str, str]:
    """Return the menu of *role* among the addresses that exist."""
    return {word: path for word, path in _MENUS[role].items() if path in paths}


def home(role: Role, paths: frozenset[str]) -> str:
    """Return where *role* begins."""
    return next(iter(menu(role, paths).values()), NOTHING_YET)
