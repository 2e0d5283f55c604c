"""Lets in whose draft it is: the municipality that applies and those it has asked, or the office that registers a paper."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import Request

from domain.actors import OFFICE_ROLES
from domain.authority import MAY
from storage import drafts
from storage.drafts import Draft, Partner
from web.guard.gate import Gate, NotYoursError, note_denied, of_visit
from web.guard.readers import APPLICANTS
from web.visit import Visit

#: Who sends an application: for the municipality its signatory, from paper a case officer.
SENDERS = MAY["submit"][0]
WRITERS = APPLICANTS | SENDERS
REGISTRARS = SENDERS & OFFICE_ROLES


@dataclass(kw_only=True)
class DraftVisit(Visit):
    """A visit to a draft that is the visitor's to see. ``partner`` is the visitor's own place in its network."""

    draft: Draft
    partner: Partner | None

    @property
    def is_own(self) -> bool:
        """Whether the visitor is of the municipality or the office whose draft it is."""
        return self.who.unit == self.draft.owner

    @property
    def address(self) -> str:
        """Where the draft is."""
        return f"/soknader/{self.draft.draft_id}"

    @property
    def section(self) -> str:
        """Where in the menu its owner finds it."""
        return "/runder" if self.draft.office else "/soknader"


@dataclass(frozen=True)
class DraftGate(Gate):
    """Lets in who may see the draft in the address; to others it does not exist, and that they asked is noted.

    Args:
        own: Only whose it is, not the municipalities that are asked.
        kinds: What kinds of drafts the page is about.
    """

    own: bool = False
    kinds: frozenset[str] = frozenset({"application", "supplement"})

    async def __call__(self, request: Request) -> DraftVisit:
        """Return the visit to the draft ``draft_id`` of the address."""
        visit = await self.enter(request)
        draft_id = _uuid(str(request.path_params["draft_id"]))
        async with visit.read() as conn:
            found = None if draft_id is None else await drafts.draft_by(conn, draft_id)
            # What an office registers from paper is asked of nobody.
            asked = found is not None and found.office is None
            partners = await drafts.partners(conn, found.draft_id) if found and asked else []
        if found is None or found.kind not in self.kinds:
            raise NotYoursError(visit)
        mine = next((one for one in partners if one.org_number == visit.who.unit), None)
        if visit.who.unit != found.owner and (self.own or mine is None):
            await note_denied(visit, f"draft:{found.draft_id}")
            raise NotYoursError(visit)
        return DraftVisit(**of_visit(visit), draft=found, partner=mine)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
