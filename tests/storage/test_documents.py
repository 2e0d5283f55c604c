"""A document can be erased and never changed; what is left says that there was one."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError

from storage import documents
from storage.case_file import attached, content_of
from storage.tables import document
from tests.databases import Database

AT = datetime(2026, 5, 13, 8, 42, tzinfo=UTC)
SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


async def filed(database: Database) -> tuple[UUID, UUID]:
    """File a document; return its case and its id."""
    case_id, document_id = uuid4(), uuid4()
    row = {
        "document_id": document_id,
        "stream": f"case:{case_id}",
        "name": "klage fra Kari.txt",
        "media_type": "text/plain",
        "sha256": SHA256,
        "size": 4,
        "content": b"test",
        "received_at": AT,
    }
    async with database.engine.begin() as conn:
        await conn.execute(insert(document), row)
    return case_id, document_id


async def test_name_and_content_go_and_the_rest_stays(database: Database) -> None:
    case_id, document_id = await filed(database)

    async with database.engine.begin() as conn:
        erased = [await documents.erase(conn, [document_id], AT) for _ in range(2)]
        (left,) = await attached(conn, case_id)
        content = await content_of(conn, case_id, document_id)

    assert erased == [1, 0]
    assert (left.name, left.sha256, left.size, left.erased_at) == ("", SHA256, 4, AT)
    assert content is None


@pytest.mark.parametrize(
    "change",
    [
        "update document set name = 'x'",
        "update document set content = 'abcd'",
        "update document set erased_at = now()",
        "update document set name = 'x', content = '', erased_at = now()",
        "update document set stream = 'case:x', name = '', content = '', erased_at = now()",
        "delete from document",
        "truncate document",
    ],
)
async def test_nothing_of_it_can_be_changed(database: Database, change: str) -> None:
    await filed(database)

    async with database.engine.connect() as conn:
        with pytest.raises(DBAPIError):
            await conn.execute(text(change))


async def test_what_is_erased_cannot_come_back(database: Database) -> None:
    _case_id, document_id = await filed(database)
    async with database.engine.begin() as conn:
        await documents.erase(conn, [document_id], AT)

    async with database.engine.connect() as conn:
        with pytest.raises(DBAPIError):
            await conn.execute(text("update document set name = 'x', content = 'test', erased_at = null"))
