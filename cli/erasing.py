"""``case erasable`` and ``case erase``: nothing that is to be erased is shown on the way."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from cli import tables
from cli.errors import Status
from cli.network_register import carry_out, command_of
from cli.reads import find_case
from cli.session import Session
from domain.officework.erasing import EraseContent
from storage.erasable import kept_documents, kept_texts


async def show_erasable(session: Session, given: str) -> Status:
    """Answer with what of a case can be erased."""
    async with session.record() as record, record.engine.connect() as conn:
        head = await find_case(conn, given)
        texts = await kept_texts(conn, head.case_id)
        documents = await kept_documents(conn, head.case_id)
    shape = {
        "case_no": head.case_no,
        "texts": [{"id": one.ref, "field": one.field, "since": one.created_at} for one in texts],
        "documents": [
            {"id": one.document_id, "size": one.size, "since": one.received_at} for one in documents
        ],
    }
    table = tables.table(session.word("what"), "id", wide=(0,))
    for one in texts:
        table.add_row(one.field, str(one.ref))
    for file in documents:
        table.add_row(session.word("erasable-document", size=file.size), str(file.document_id))
    session.say(shape, table if texts or documents else session.word("erasable-nothing"))
    return Status.DONE


async def erase(
    session: Session, acting: str | None, command_id: UUID | None, given: str, values: Mapping[str, Any]
) -> Status:
    """Have texts and documents of a case erased."""
    async with session.record() as record:
        async with record.engine.connect() as conn:
            head = await find_case(conn, given)
        body = command_of(EraseContent, {**values, "office": head.office, "case_no": head.case_no})
        return await carry_out(
            session, record, acting, command_id, lambda register, envelope: register.erase(envelope, body)
        )
