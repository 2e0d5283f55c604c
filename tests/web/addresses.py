"""Something that exists for every place in an address: a case with its letter and document, a draft, a round, a network."""

import hashlib
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import insert, select

from domain.actors import Role
from letters.formats import Language
from storage import queries, sent_drafts
from storage.organisations import packed_municipalities
from storage.sent_drafts import File
from storage.tables import document, outbox
from tests.domain.applications import HAMAR
from tests.stage import OFFICE, OFFICER, Stage, actor
from web.applying.opened import begin

FILE: Final = "ab" * 32

_FILLED: Final = {
    "language": "nn",
    "command": "declare_impartiality",
    "key": "R26-52",
    "rule_set": "2026-bufdir",
    "duty": "2026",
    "step": "network",
    # Nobody's: whoever asked for it is not among these.
    "run_id": "4f0c8a53-8c2f-4a6e-9a55-0f6f1f1f5a11",
}


async def addresses(stage: Stage, **changes: Any) -> dict[str, str]:
    """Submit a case with *changes*, begin a draft, and return what stands in addresses."""
    case_id = await stage.submit(**changes)
    return await of_case(stage, case_id) | {
        "draft_id": str(await begun_draft(stage)),
        "paper_id": str(await begun_draft(stage, OFFICE)),
        "sha256": FILE,
        "round_no": await round_no(stage),
        "municipality": HAMAR,
    }


async def of_case(stage: Stage, case_id: UUID) -> dict[str, str]:
    """Return what stands in the addresses of a case, and give it a document."""
    case = await stage.case(case_id)
    document_id, content = uuid4(), b"%PDF-1.7"
    async with stage.database.engine.begin() as conn:
        await conn.execute(
            insert(document).values(
                document_id=document_id,
                stream=f"case:{case_id}",
                name="plan.pdf",
                media_type="application/pdf",
                sha256=hashlib.sha256(content).hexdigest(),
                size=len(content),
                content=content,
                received_at=await stage.now(),
            )
        )
        letters = select(outbox.c.id).where(outbox.c.stream == f"case:{case_id}", outbox.c.kind == "message")
        letter = await conn.scalar(letters.order_by(outbox.c.id.desc()).limit(1))
    return _FILLED | {
        "case_no": case.case_no,
        "number": str(letter),
        "network_id": case.network_id,
        "document_id": str(document_id),
        "command_id": str(stage.answers[-1].command_id),
    }


async def begun_draft(stage: Stage, office: str | None = None, municipality: str = HAMAR) -> UUID:
    """Begin a municipality's application, with a file: its own, or one that an office registers from paper."""
    host = packed_municipalities()[municipality]
    file = File(
        sha256=FILE,
        name="plan.pdf",
        media_type="application/pdf",
        size=4,
        scan="clean",
        received_at=await stage.now(),
    )
    async with stage.database.engine.begin() as conn:
        row = await queries.round_by(conn, UUID(stage.round_id))
        assert row is not None
        draft_id = await begin(
            conn,
            row,
            host,
            who=OFFICER if office else actor(Role.APPLICANT_SIGNATORY, host.org_number or ""),
            language=Language.NN,
            now=await stage.now(),
            office=office,
        )
        await sent_drafts.keep_file(conn, draft_id, file, b"%PDF")
    return draft_id


async def round_no(stage: Stage) -> str:
    """Return the number of the stage's round, as it stands in addresses."""
    async with stage.database.engine.connect() as conn:
        row = await queries.round_by(conn, UUID(stage.round_id))
    assert row is not None
    return row.round_no
