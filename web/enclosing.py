"""Files in the form of a command: sent with it or before it, shown again where it stays, and taken away again."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid4

from starlette.datastructures import FormData, UploadFile

from domain.commands import BODIES, Body, WithFiles
from storage import drafts, enclosures, inbox, sent_drafts
from storage.drafts import Draft
from storage.sent_drafts import File
from web.forms.fields import FILES
from web.guard.gate import CaseVisit, NotYoursError
from web.uploads import keep

#: Buttons of the form that send nothing yet.
ENCLOSE: Final = "enclose"
DROP: Final = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """The files under one command's id.

    Args:
        command_id: The command they come with.
        files: The files, the first received first.
        refused: Why others were not taken: a code each (``file-…``).
        only: Whether a button was pressed that is about the files alone.
    """

    command_id: UUID
    files: tuple[File, ...] = ()
    refused: tuple[str, ...] = ()
    only: bool = False

    def with_(self, body: Body) -> Body:
        """Return *body* with the files named in it."""
        if not isinstance(body, WithFiles):
            return body
        return body.model_copy(update={FILES: tuple(one.sha256 for one in self.files)})


async def take(visit: CaseVisit, command: str, command_id: UUID, form: FormData) -> Enclosed | None:
    """Keep the files that *form* brought, drop the one that it says, and return what is there then.

    Returns:
        None where the command was received already: then its files are with it.
    """
    if not issubclass(BODIES[command], WithFiles):
        return Enclosed(command_id=command_id)
    async with visit.read() as conn:
        if await inbox.get_answer(conn, command_id) is not None:
            return None
    given = [one for one in form.getlist(FILES) if isinstance(one, UploadFile) and one.filename]
    draft = await _held(visit, command, command_id, begin=bool(given))
    refused = [] if draft is None else await keep(visit, draft.draft_id, given)
    if ENCLOSE in form and not given:
        refused.append("none")
    files: list[File] = []
    if draft is not None:
        async with visit.house.engine.begin() as conn:
            if DROP in form:
                await sent_drafts.drop_file(conn, draft.draft_id, str(form[DROP]))
            files = await sent_drafts.files(conn, draft.draft_id)
    only = ENCLOSE in form or DROP in form
    return Enclosed(command_id=command_id, files=tuple(files), refused=tuple(refused), only=only)


async def settle(visit: CaseVisit, enclosed: Enclosed) -> None:
    """Lay the files with the case where their command is carried out; where it still waits, it happens later."""
    if not enclosed.files:
        return
    async with visit.house.engine.begin() as conn:
        await sent_drafts.empty_sent(conn, visit.now, enclosures.draft_id(enclosed.command_id))


async def again(visit: CaseVisit, enclosed: Enclosed) -> Enclosed:
    """Return the files of a refused command under the id with which it can be tried again."""
    new = uuid4()
    if not enclosed.files:
        return Enclosed(command_id=new)
    async with visit.house.engine.begin() as conn:
        held = await drafts.draft_by(conn, enclosures.draft_id(enclosed.command_id), locked=True)
        if held is not None:
            await enclosures.move(conn, held, new)
    return Enclosed(command_id=new, files=enclosed.files)


async def _held(visit: CaseVisit, command: str, command_id: UUID, *, begin: bool) -> Draft | None:
    """Return the draft that holds the files of a command, begun now where there is none."""
    new = enclosures.draft_for(
        visit.who, command_id, visit.head.case_id, command, host=visit.case.host, now=visit.now
    )
    async with visit.house.engine.begin() as conn:
        if begin:
            await drafts.begin(conn, new)
        found = await drafts.draft_by(conn, new.draft_id)
    if found is not None and (found.owner, found.case_id, found.about) != (new.owner, new.case_id, command):
        raise NotYoursError(visit)
    return found
