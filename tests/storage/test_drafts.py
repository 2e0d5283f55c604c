"""Drafts: two people write without losing each other's words, and what is sent or too old is gone."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Actor, Role
from storage import drafts, sent_drafts
from storage.drafts import Draft, mark
from storage.sent_drafts import File
from storage.tables import document, draft, draft_field, draft_file
from tests.databases import Database

NOW = datetime(2026, 5, 13, 8, 42, tzinfo=UTC)
HOST = "940493021"
ONE = Actor(subject="one", role=Role.APPLICANT_EDITOR, unit=HOST)
OTHER = Actor(subject="other", role=Role.APPLICANT_EDITOR, unit="864964702")


def new(**changes: object) -> Draft:
    values: dict[str, object] = {
        "draft_id": uuid4(),
        "kind": "application",
        "host": HOST,
        "round_id": uuid4(),
        "case_id": None,
        "about": None,
        "revision": 0,
        "begun_at": NOW,
        "changed_at": NOW,
        "keep_until": NOW + timedelta(days=90),
        "command_id": None,
        "sent_at": None,
        "emptied_at": None,
    }
    return Draft(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture
async def conn(database: Database) -> AsyncIterator[AsyncConnection]:
    async with database.engine.begin() as made:
        yield made


async def begun(conn: AsyncConnection, **fields: str) -> UUID:
    made = new()
    await drafts.begin(conn, made)
    await drafts.put(conn, made.draft_id, fields, ONE, NOW)
    return made.draft_id


async def values(conn: AsyncConnection, draft_id: UUID) -> dict[str, str]:
    return {path: one.value for path, one in (await drafts.written(conn, draft_id)).items()}


async def test_what_was_typed_stands_as_it_was_typed(conn: AsyncConnection) -> None:
    draft_id = await begun(conn)

    saved = await drafts.save(conn, draft_id, {"applied": "ni hundre"}, seen={}, by=ONE, at=NOW)

    assert saved.written == ("applied",)
    assert await values(conn, draft_id) == {"applied": "ni hundre"}


async def test_what_another_changed_meanwhile_stays_where_one_did_not_touch_it(conn: AsyncConnection) -> None:
    draft_id = await begun(conn, plan="gammel")
    await drafts.save(conn, draft_id, {"plan": "ny"}, seen={"plan": mark("gammel")}, by=OTHER, at=NOW)

    saved = await drafts.save(
        conn, draft_id, {"plan": "gammel"}, seen={"plan": mark("gammel")}, by=ONE, at=NOW
    )

    assert saved.conflicts == ()
    assert await values(conn, draft_id) == {"plan": "ny"}


async def test_where_both_changed_the_same_field_nothing_is_written_over(conn: AsyncConnection) -> None:
    draft_id = await begun(conn, plan="gammel", title="gammel")
    seen = {"plan": mark("gammel"), "title": mark("gammel")}
    await drafts.save(conn, draft_id, {"plan": "deres"}, seen=seen, by=OTHER, at=NOW)

    saved = await drafts.save(conn, draft_id, {"plan": "min", "title": "min"}, seen=seen, by=ONE, at=NOW)

    assert [(one.path, one.mine, one.theirs.value, one.theirs.by) for one in saved.conflicts] == [
        ("plan", "min", "deres", OTHER)
    ]
    assert await values(conn, draft_id) == {"plan": "deres", "title": "min"}


async def test_nobody_is_in_conflict_with_oneself(conn: AsyncConnection) -> None:
    draft_id = await begun(conn)
    seen = {"plan": mark("")}
    await drafts.save(conn, draft_id, {"plan": "halv"}, seen=seen, by=ONE, at=NOW)

    saved = await drafts.save(conn, draft_id, {"plan": "hel"}, seen=seen, by=ONE, at=NOW)

    assert saved.conflicts == ()
    assert await values(conn, draft_id) == {"plan": "hel"}


async def test_an_empty_field_that_two_filled_in_is_asked_about(conn: AsyncConnection) -> None:
    draft_id = await begun(conn)
    seen = {"plan": mark("")}
    await drafts.save(conn, draft_id, {"plan": "deres"}, seen=seen, by=OTHER, at=NOW)

    saved = await drafts.save(conn, draft_id, {"plan": "min"}, seen=seen, by=ONE, at=NOW)

    assert [one.path for one in saved.conflicts] == ["plan"]


async def test_nobody_types_thousands_of_fields(conn: AsyncConnection) -> None:
    draft_id = await begun(conn)
    many = {f"cost.{number}.note": "x" for number in range(drafts.MOST_FIELDS + 1)}

    with pytest.raises(drafts.TooManyFieldsError):
        await drafts.save(conn, draft_id, many, seen={}, by=ONE, at=NOW)


async def test_only_whoever_was_here_lately_is_here(conn: AsyncConnection) -> None:
    draft_id = await begun(conn)
    await drafts.be_present(conn, draft_id, OTHER, "plan", NOW)
    await drafts.be_present(conn, draft_id, ONE, "plan", NOW)

    here = await drafts.others(conn, draft_id, "one", NOW)
    later = await drafts.others(conn, draft_id, "one", NOW + timedelta(minutes=2))

    assert [one.who for one in here] == [OTHER]
    assert later == []


async def test_a_draft_whose_time_is_over_is_gone_with_all_that_was_in_it(conn: AsyncConnection) -> None:
    draft_id = await begun(conn, plan="x")
    await drafts.invite(conn, draft_id, "4202", "864964702", NOW)

    assert await sent_drafts.purge(conn, NOW + timedelta(days=89)) == 0
    assert await sent_drafts.purge(conn, NOW + timedelta(days=90)) == 1
    assert (await conn.execute(select(draft_field))).all() == []


def file(content: bytes) -> File:
    sha256 = "ab" * 32
    return File(
        sha256=sha256,
        name="plan.pdf",
        media_type="application/pdf",
        size=len(content),
        scan="clean",
        received_at=NOW,
    )


async def received(conn: AsyncConnection, command_id: UUID, case_id: UUID, status: str) -> None:
    settled = NOW if status != "pending" else None
    await conn.execute(
        text(
            "insert into inbox (command_id, stream, kind, actor, content, content_digest, received_at, status, settled_at)"
            " values (:command_id, :stream, 'submit', '{}', '{}', '', :now, :status, :settled)"
        ),
        {
            "command_id": command_id,
            "stream": f"case:{case_id}",
            "now": NOW,
            "status": status,
            "settled": settled,
        },
    )


async def sent(conn: AsyncConnection, status: str) -> tuple[UUID, UUID]:
    draft_id, command_id, case_id = await begun(conn, plan="x"), uuid4(), uuid4()
    await sent_drafts.keep_file(conn, draft_id, file(b"%PDF"), b"%PDF")
    await sent_drafts.sending(conn, draft_id, command_id, case_id, NOW)
    await received(conn, command_id, case_id, status)
    return draft_id, case_id


async def test_when_the_case_is_there_its_files_are_with_it_and_the_draft_is_empty(
    conn: AsyncConnection,
) -> None:
    _draft_id, case_id = await sent(conn, "done")

    emptied = await sent_drafts.empty_sent(conn, NOW)
    again = await sent_drafts.empty_sent(conn, NOW)

    filed = (await conn.execute(select(document.c.stream, document.c.name, document.c.content))).all()
    assert (emptied, again) == (1, 0)
    assert [tuple(row) for row in filed] == [(f"case:{case_id}", "plan.pdf", b"%PDF")]
    assert (await conn.execute(select(draft_field.c.path).union(select(draft_file.c.name)))).all() == []


@pytest.mark.parametrize("status", ["pending", "refused"])
async def test_what_is_not_carried_out_keeps_all_that_was_written(conn: AsyncConnection, status: str) -> None:
    draft_id, _case_id = await sent(conn, status)

    assert await sent_drafts.empty_sent(conn, NOW) == 0
    assert await values(conn, draft_id) == {"plan": "x"}


async def test_what_waits_for_the_engine_is_not_too_old(conn: AsyncConnection) -> None:
    await sent(conn, "pending")

    assert await sent_drafts.purge(conn, NOW + timedelta(days=1000)) == 0
    assert len((await conn.execute(select(draft.c.draft_id))).all()) == 1
