"""Who may see which case: role × office or municipality × what the case is about (DOMAIN §2.3, R26-19 to R26-22)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from domain.actors import OFFICE_ROLES, Actor, Role
from domain.case import Case

_APPLICANTS: Final = frozenset({Role.APPLICANT_EDITOR, Role.APPLICANT_SIGNATORY})

#: Steps that the office takes among itself: the municipality hears of what they lead to, with its notice or decision.
OFFICES_OWN: Final = frozenset(
    {
        "AppealPrepared",
        "Assessed",
        "ClaimProposed",
        "DismissalRecommended",
        "Ranked",
        "Recommended",
        "ReportSeconded",
        "ReversalRecommended",
        "SentBack",
    }
)


#: Of these it hears only where it was told of what was dropped; ``told_to_grantee`` says when that was.
DROPPED: Final = frozenset({"ClaimDropped", "ReversalDropped"})


def told_to_grantee(events: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[bool]:
    """Say of each event, by kind and body and in order, whether the municipality was told of it.

    What was proposed and dropped again is told only where the municipality had notice of it.
    """
    claims: set[int] = set()
    reversal = False
    for kind, body in events:
        if kind == "ClaimNoticeGiven":
            claims.add(body["number"])
        elif kind in {"ReversalRecommended", "ReversalNoticeGiven"}:
            reversal = kind == "ReversalNoticeGiven"
        dropped = (kind == "ClaimDropped" and body["number"] not in claims) or (
            kind == "ReversalDropped" and not reversal
        )
        yield not dropped and kind not in OFFICES_OWN


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
