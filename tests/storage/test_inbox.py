"""What is said is written down once, sealed, and recognised when it is said again."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from pydantic import BaseModel
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import DBAPIError

from domain.actors import Actor, Role
from domain.private import Private
from domain.refusal import Refused
from storage import inbox
from storage.private_texts import erase, texts
from storage.tables import inbox as inbox_table
from storage.tables import private_text
from tests.databases import Database

EDITOR = Actor(subject="s-1", role=Role.APPLICANT_EDITOR, unit="940192226")
STREAM = f"case:{uuid4()}"
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Person(BaseModel):
    name: Private


class Content(BaseModel):
    amount_ore: int
    contacts: tuple[Person, ...] = ()
    note: Private | None = None


def content(amount: int = 100) -> Content:
    return Content(
        amount_ore=amount,
        contacts=(Person(name=Private(text="Åse")), Person(name=Private(text="Per"))),
        note=Private(text="Fri tekst"),
    )


async def put(database: Database, command_id: UUID, said: Content, *, actor: Actor = EDITOR) -> inbox.Receipt:
    async with database.engine.begin() as conn:
        return await inbox.put(
            conn,
            command_id=command_id,
            stream=STREAM,
            kind="submit",
            actor=actor,
            content=said,
            received_at=AT,
        )


async def count(database: Database) -> tuple[int, int]:
    async with database.engine.connect() as conn:
        rows = await conn.scalar(select(func.count()).select_from(inbox_table))
        sealed = await conn.scalar(select(func.count()).select_from(private_text))
    return rows or 0, sealed or 0


async def test_real_time_becomes_case_time_where_the_command_is_written_down(database: Database) -> None:
    ahead = timedelta(days=-1_871, hours=5, microseconds=7)
    async with database.engine.begin() as conn:
        us = ahead // timedelta(microseconds=1)
        await conn.execute(text("update installation set clock_shift_us = :us"), {"us": us})
        for on_real_clock in (True, False):
            await inbox.put(
                conn,
                command_id=uuid4(),
                stream=STREAM,
                kind="submit",
                actor=EDITOR,
                content=content(),
                received_at=AT,
                on_real_clock=on_real_clock,
            )

    async with database.engine.connect() as conn:
        instants = set(await conn.scalars(select(inbox_table.c.received_at)))
        sealed = set(await conn.scalars(select(private_text.c.created_at)))
    assert instants == sealed == {AT + ahead, AT}


async def test_a_command_is_written_down_without_its_private_texts(database: Database) -> None:
    command_id = uuid4()

    receipt = await put(database, command_id, content())

    assert receipt.new
    async with database.engine.connect() as conn:
        stored = (await conn.execute(select(inbox_table))).mappings().one()
        rows = (await conn.execute(select(private_text).order_by(private_text.c.field))).mappings().all()
    assert "Åse" not in str(stored["content"])
    assert [(row["field"], row["text"]) for row in rows] == [
        ("contacts[0].name", "Åse"),
        ("contacts[1].name", "Per"),
        ("note", "Fri tekst"),
    ]
    assert {row["stream"] for row in rows} == {STREAM}
    assert stored["content"]["note"] == {"ref": str(rows[2]["ref"]), "digest": rows[2]["digest"]}
    assert stored["actor"] == {
        "subject": "s-1",
        "role": "applicant_editor",
        "unit": "940192226",
        "asserted": False,
    }


async def test_a_command_without_private_texts_is_written_down(database: Database) -> None:
    await put(database, uuid4(), Content(amount_ore=5))

    assert await count(database) == (1, 0)


async def test_the_same_command_again_writes_nothing(database: Database) -> None:
    command_id = uuid4()
    await put(database, command_id, content())

    again = await put(database, command_id, content())

    assert (again.new, again.status, again.answer) == (False, "pending", None)
    assert await count(database) == (1, 3)


async def test_the_same_command_from_many_at_once_is_one(database: Database) -> None:
    command_id = uuid4()

    receipts = await asyncio.gather(*(put(database, command_id, content()) for _ in range(8)))

    assert sum(receipt.new for receipt in receipts) == 1
    assert await count(database) == (1, 3)


@pytest.mark.parametrize(
    ("said", "actor"),
    [
        (content(101), EDITOR),
        (content().model_copy(update={"note": Private(text="Annen tekst")}), EDITOR),
        (content(), Actor(subject="s-2", role=Role.APPLICANT_EDITOR, unit="940192226")),
    ],
    ids=["amount", "private text", "actor"],
)
async def test_the_same_id_for_something_else_is_refused(
    database: Database, said: Content, actor: Actor
) -> None:
    command_id = uuid4()
    await put(database, command_id, content())

    with pytest.raises(Refused) as refused:
        await put(database, command_id, said, actor=actor)

    assert refused.value.code == "command_id_reused"
    assert await count(database) == (1, 3)


async def test_an_answer_is_given_again(database: Database) -> None:
    command_id = uuid4()
    await put(database, command_id, content())
    async with database.engine.begin() as conn:
        await conn.execute(
            update(inbox_table).values(
                status="done", answer={"seq": 1}, first_seq=1, last_seq=1, settled_at=AT
            )
        )

    receipt = await put(database, command_id, content())
    async with database.engine.connect() as conn:
        answer = await inbox.get_answer(conn, command_id)
        unknown = await inbox.get_answer(conn, uuid4())

    assert (receipt.status, receipt.answer) == ("done", {"seq": 1})
    assert answer is not None
    assert (answer.status, answer.answer, answer.last_seq, answer.received_at) == ("done", {"seq": 1}, 1, AT)
    assert unknown is None


async def test_a_settled_command_stays_settled(database: Database) -> None:
    await put(database, uuid4(), content())
    async with database.engine.begin() as conn:
        await conn.execute(update(inbox_table).values(status="refused", answer={"code": "x"}, settled_at=AT))

    with pytest.raises(DBAPIError, match="settled and stays so"):
        async with database.engine.begin() as conn:
            await conn.execute(update(inbox_table).values(status="done", answer={}, settled_at=AT))


async def test_what_was_said_cannot_be_changed_by_the_service(database: Database) -> None:
    await put(database, uuid4(), content())

    for change in ("update inbox set content = '{}'", "update inbox set actor = '{}'", "delete from inbox"):
        with pytest.raises(DBAPIError, match="permission denied"):
            async with database.engine.begin() as conn:
                await conn.execute(text(change))


async def test_waiting_commands_are_listed_oldest_first(database: Database) -> None:
    first, second = uuid4(), uuid4()
    await put(database, first, content())
    await put(database, second, content())
    async with database.engine.begin() as conn:
        await inbox.attempted(conn, second, AT)

    async with database.engine.connect() as conn:
        waiting = await inbox.pending(conn, AT + timedelta(seconds=1), 10)
        none_yet = await inbox.pending(conn, AT, 10)

    assert {row.command_id: row.attempts for row in waiting} == {first: 0, second: 1}
    assert none_yet == []


async def test_an_erased_text_is_gone_with_every_salt_that_could_give_it_away(database: Database) -> None:
    command_id = uuid4()
    await put(database, command_id, content())
    await put(database, uuid4(), content())
    async with database.engine.connect() as conn:
        stored = await conn.scalar(
            select(inbox_table.c.content).where(inbox_table.c.command_id == command_id)
        )
    assert stored is not None
    ref = UUID(stored["note"]["ref"])

    async with database.engine.begin() as conn:
        erased = await erase(conn, [ref], AT)
        again = await erase(conn, [ref], AT)
    async with database.engine.connect() as conn:
        left = await texts(conn, [ref])
        salts = (await conn.execute(select(inbox_table.c.command_id, inbox_table.c.content_salt))).all()

    assert (erased, again) == (1, 0)
    assert left == {ref: None}
    assert {row.command_id: row.content_salt is None for row in salts}[command_id]
    assert sum(row.content_salt is None for row in salts) == 1
    assert not (await put(database, command_id, content())).new


async def test_a_private_text_is_never_changed(database: Database) -> None:
    await put(database, uuid4(), content())

    with pytest.raises(DBAPIError, match="can be erased, not changed"):
        async with database.engine.begin() as conn:
            await conn.execute(text("update private_text set text = 'noe annet'"))
