"""Whoever changes the trail, with whatever rights, is found out: here is a superuser who switches the guards off."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import insert, text

from domain.actors import CLOCK
from domain.private import digest
from storage import tables
from storage.engine import create_engine
from storage.heads import HeadsDoNotHoldError, SignedHeads, generate_key, public_key_of, sign_heads
from storage.private_texts import erase
from storage.trail import Entry, ProblemCode, canonical, entry_hash, genesis
from storage.verify import verify
from tests.databases import Database
from tests.storage.trails import AT, case_id, events, write_cases

FIRST = f"case:{case_id(1)}"
SECOND = f"case:{case_id(2)}"
MANDATE = "mandate:SFIN-2026"


@pytest.fixture
async def trail(database: Database) -> Database:
    """Two cases of five events and a mandate of two."""
    async with database.engine.begin() as conn:
        await write_cases(conn, 2, 5)
        await conn.execute(insert(tables.trail), events(MANDATE, 2))
    return database


@pytest.fixture
def key(tmp_path: Path) -> Path:
    generate_key(tmp_path / "keys" / "heads.pem")
    return tmp_path / "keys" / "heads.pem"


@pytest.fixture
def signed(tmp_path: Path, key: Path) -> SignedHeads:
    return SignedHeads(folder=tmp_path / "heads", public_key=public_key_of(key))


async def sign(database: Database, key: Path, signed: SignedHeads, days: int = 0) -> Path:
    async with database.engine.connect() as conn:
        return await sign_heads(conn, key, signed.folder, AT + timedelta(days=days))


async def tamper(database: Database, *changes: str, **values: Any) -> None:
    engine = create_engine(database.superuser_dsn)
    async with engine.begin() as conn:
        await conn.execute(text("alter table trail disable trigger all"))
        for change in changes:
            await conn.execute(text(change), {"first": FIRST, **values})
        await conn.execute(text("alter table trail enable trigger all"))
    await engine.dispose()


async def found(
    database: Database, stream: str | None = None, heads: SignedHeads | None = None
) -> set[tuple[str, int, ProblemCode]]:
    async with database.engine.connect() as conn:
        problems = await verify(conn, stream, heads=heads)
    return {(problem.stream, problem.seq, problem.code) for problem in problems}


async def rewrite_from(database: Database, seq: int) -> None:
    """Change event *seq* of the first case and chain everything after it anew, head included."""
    async with database.engine.connect() as conn:
        rows = (
            await conn.execute(
                text("select envelope from trail where stream = :s order by seq"), {"s": FIRST}
            )
        ).all()
    prev = genesis(FIRST)
    for number, row in enumerate(rows, 1):
        said = json.loads(row.envelope)
        if number == seq:
            said["body"]["amount_ore"] = 1
        envelope = canonical(said)
        prev = entry_hash(prev, envelope)
        change = "update trail set envelope = :envelope, hash = :hash where stream = :first and seq = :seq"
        await tamper(database, change, envelope=envelope, hash=prev, seq=number)
    await tamper(database, "update case_head set hash = :hash where 'case:' || case_id = :first", hash=prev)


async def test_an_untouched_trail_is_in_order(trail: Database, key: Path, signed: SignedHeads) -> None:
    await sign(trail, key, signed)
    seen: list[int] = []

    async with trail.engine.connect() as conn:
        problems = await verify(conn, progress=seen.append, heads=signed)

    assert problems == []
    assert seen == [12]


async def test_an_empty_trail_is_in_order(database: Database, signed: SignedHeads) -> None:
    assert await found(database, heads=signed) == set()


async def test_a_changed_event_is_named(trail: Database) -> None:
    await tamper(
        trail,
        "update trail set envelope = replace(envelope, '60000000', '1') where stream = :first and seq = 3",
    )

    assert await found(trail) == {(FIRST, 3, ProblemCode.CHANGED)}
    assert await found(trail, SECOND) == set()


async def test_a_changed_event_with_its_own_hash_made_anew_is_named_by_the_next(trail: Database) -> None:
    async with trail.engine.connect() as conn:
        query = text(
            "select envelope, (select hash from trail where stream = :s and seq = 2) as prev"
            " from trail where stream = :s and seq = 3"
        )
        row = (await conn.execute(query, {"s": FIRST})).one()
    envelope = row.envelope.replace("60000000", "1")
    change = "update trail set envelope = :envelope, hash = :hash where stream = :first and seq = 3"

    await tamper(trail, change, envelope=envelope, hash=entry_hash(row.prev, envelope))

    assert await found(trail) == {(FIRST, 4, ProblemCode.CHANGED)}


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'approved'",
        "occurred_at = occurred_at - interval '1 day'",
        "recorded_at = recorded_at - interval '1 day'",
        "cause = null",
        "command_id = gen_random_uuid()",
    ],
)
async def test_a_changed_column_is_named(trail: Database, change: str) -> None:
    await tamper(trail, f"update trail set {change} where stream = :first and seq = 2")  # noqa: S608

    assert await found(trail) == {(FIRST, 2, ProblemCode.COLUMNS)}


async def test_an_erased_text_leaves_the_chain_whole(database: Database) -> None:
    ref, salt = uuid4(), b"salt"
    sealed = {"ref": str(ref), "digest": digest(salt, "Fri tekst om en person")}
    entry = Entry(
        stream=MANDATE,
        seq=1,
        kind="noted",
        schema=1,
        occurred_at=AT,
        recorded_at=AT,
        actor=CLOCK,
        body={"note": sealed},
    )
    row = {
        "ref": ref,
        "stream": MANDATE,
        "field": "note",
        "salt": salt,
        "text": "Fri tekst om en person",
        "digest": sealed["digest"],
        "created_at": AT,
    }
    async with database.engine.begin() as conn:
        await conn.execute(insert(tables.private_text), row)
        await conn.execute(insert(tables.trail), entry.row(genesis(MANDATE)))

    async with database.engine.begin() as conn:
        assert await erase(conn, [ref], AT) == 1

    assert await found(database) == set()


async def test_what_is_no_event_at_all_is_named(trail: Database) -> None:
    await tamper(trail, "update trail set envelope = 'x' where stream = :first and seq = 2")

    assert await found(trail) == {(FIRST, 2, ProblemCode.CHANGED), (FIRST, 2, ProblemCode.COLUMNS)}


async def test_a_removed_event_is_named(trail: Database) -> None:
    await tamper(trail, "delete from trail where stream = :first and seq in (2, 3)")

    assert await found(trail) == {(FIRST, 2, ProblemCode.MISSING)}


async def test_a_cut_tail_is_named_by_the_head(trail: Database) -> None:
    await tamper(trail, "delete from trail where stream = :first and seq > 3")

    assert await found(trail) == {(FIRST, 4, ProblemCode.HEAD)}


async def test_a_removed_case_is_named_by_its_head(trail: Database) -> None:
    await tamper(trail, "delete from trail where stream = :first")

    assert await found(trail) == {(FIRST, 1, ProblemCode.HEAD)}


async def test_a_removed_head_is_named_by_its_events(trail: Database) -> None:
    await tamper(trail, "delete from case_head where 'case:' || case_id = :first")

    assert await found(trail) == {(FIRST, 1, ProblemCode.HEAD)}
    assert await found(trail, SECOND) == set()


async def test_a_tail_cut_with_its_head_is_named_by_the_signed_heads(
    trail: Database, key: Path, signed: SignedHeads
) -> None:
    await sign(trail, key, signed)
    await tamper(
        trail,
        "delete from trail where stream = :first and seq > 3",
        "update case_head set seq = 3, hash = (select hash from trail where stream = :first and seq = 3)"
        " where 'case:' || case_id = :first",
    )

    assert await found(trail) == set()
    assert await found(trail, heads=signed) == {(FIRST, 5, ProblemCode.CUT)}
    assert await found(trail, SECOND, heads=signed) == set()


async def test_a_cut_mandate_is_named_by_the_signed_heads(
    trail: Database, key: Path, signed: SignedHeads
) -> None:
    await sign(trail, key, signed)
    await tamper(trail, "delete from trail where stream = :mandate and seq = 2", mandate=MANDATE)

    assert await found(trail, heads=signed) == {(MANDATE, 2, ProblemCode.CUT)}


async def test_a_chain_written_anew_from_the_middle_is_named_by_the_signed_heads(
    trail: Database, key: Path, signed: SignedHeads
) -> None:
    await sign(trail, key, signed)

    await rewrite_from(trail, 2)

    assert await found(trail) == set()
    assert await found(trail, heads=signed) == {(FIRST, 5, ProblemCode.REWRITTEN)}


async def test_nothing_is_signed_over_what_was_cut(trail: Database, key: Path, signed: SignedHeads) -> None:
    first = await sign(trail, key, signed)
    await tamper(trail, "delete from trail where stream = :first and seq > 3")

    with pytest.raises(HeadsDoNotHoldError, match="1 signed heads do not hold") as refused:
        await sign(trail, key, signed, days=1)

    assert [problem.code for problem in refused.value.problems] == [ProblemCode.CUT]
    assert list(signed.folder.iterdir()) == [first]


async def test_the_newest_file_counts_and_older_ones_stay(
    trail: Database, key: Path, signed: SignedHeads
) -> None:
    first = await sign(trail, key, signed)
    async with trail.engine.begin() as conn:
        await conn.execute(insert(tables.trail), events("mandate:SFIN-2027", 1))

    second = await sign(trail, key, signed, days=1)

    assert signed.newest() == second
    assert sorted(signed.folder.iterdir()) == [first, second]
    last = [json.loads(file.read_text().splitlines()[-1]) for file in (first, second)]
    assert last[1]["previous"] == last[0]["root"]
    assert [said["streams"] for said in last] == [3, 4]


@pytest.mark.parametrize("change", ["a line", "the last line", "another key"])
async def test_a_changed_file_of_heads_is_named(
    trail: Database, key: Path, signed: SignedHeads, tmp_path: Path, change: str
) -> None:
    file = await sign(trail, key, signed)
    lines = file.read_text().splitlines(keepends=True)
    if change == "a line":
        file.write_text("".join(lines[1:]))
    elif change == "the last line":
        file.write_text("".join(lines).replace('"streams":3', '"streams":2'))
    else:
        signed = SignedHeads(folder=signed.folder, public_key=generate_key(tmp_path / "other.pem"))

    assert await found(trail, heads=signed) == {(file.name, 0, ProblemCode.SIGNATURE)}


def test_a_key_is_for_its_owner_alone_and_never_replaced(key: Path) -> None:
    assert key.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        generate_key(key)
