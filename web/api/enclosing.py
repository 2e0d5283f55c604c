"""Files that a command names: uploaded before, held under its id from before it is received, and with the case afterwards."""

from uuid import UUID

from activities.door import Outcome
from domain.commands import Body, WithFiles
from domain.problems import Problem
from domain.refusal import Refused
from storage import drafts, enclosures, inbox, sent_drafts, uploads
from storage.drafts import Draft
from web.api.problems import ProblemError
from web.uploads import MAX_ALL_BYTES
from web.visit import Visit


async def enclose(visit: Visit, case_id: UUID, command_id: UUID, body: Body, host: str) -> tuple[str, ...]:
    """Hold the files that *body* names under the command's id, and return them; none where it was received already.

    Raises:
        ProblemError: ``unusable``: a file is not there, or they are too much together.
        Refused: The id was used for something else.
    """
    if not isinstance(body, WithFiles) or not body.attachments:
        return ()
    kind: str = type(body).model_fields["kind"].default
    under = enclosures.draft_for(visit.who, command_id, case_id, kind, host=host, now=visit.now)
    async with visit.house.engine.begin() as conn:
        if await inbox.get_answer(conn, command_id) is not None:
            return ()
        found = await uploads.named(conn, visit.who, body.attachments)
        _check(body.attachments, {one.sha256: one.size for one in found})
        _check_own(await drafts.draft_by(conn, under.draft_id, locked=True), under)
        await uploads.enclose(conn, visit.who, body.attachments, under)
    return body.attachments


async def settle(
    visit: Visit, command_id: UUID, body: Body, outcome: Outcome, enclosed: tuple[str, ...]
) -> None:
    """Lay the files with the case where the command is carried out; where it is refused they wait on for another."""
    if not isinstance(body, WithFiles) or not body.attachments:
        return
    under = enclosures.draft_id(command_id)
    async with visit.house.engine.begin() as conn:
        if outcome is Outcome.REFUSED:
            await drafts.discard(conn, under)
        elif outcome is Outcome.DONE:
            await sent_drafts.empty_sent(conn, visit.now, under)
            await uploads.drop(conn, visit.who, enclosed)


def _check(named: tuple[str, ...], sizes: dict[str, int]) -> None:
    missing = [
        Problem(f"attachments[{place}]", "no_such_file", "no such file was uploaded")
        for place, sha256 in enumerate(named)
        if sha256 not in sizes
    ]
    if missing:
        raise ProblemError("unusable", errors=missing)
    if sum(sizes.values()) > MAX_ALL_BYTES:
        most = {"most": MAX_ALL_BYTES}
        raise ProblemError(
            "unusable", errors=[Problem("attachments", "too_many_bytes", "are too much together", most)]
        )


def _check_own(found: Draft | None, under: Draft) -> None:
    if found is not None and found.owner != under.owner:
        raise Refused("command_id_reused", "ARCHITECTURE", command_id=str(under.command_id))
