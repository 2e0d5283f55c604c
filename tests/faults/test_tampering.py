"""Somebody with every right in the database changes what is recorded: ``trail verify`` names what, and where."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import pytest
from sqlalchemy import ColumnElement, and_, delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from deploy.local.build import ROOT
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain import commands as c
from storage.engine import create_engine
from storage.tables import case_head, deadline, trail
from storage.trail import canonical, entry_hash
from tests.databases import Database, new_database
from tests.faults import shapes
from tests.faults.room import at_work, connected, new_room
from tests.stage import LEADER, OFFICER, Stage

pytestmark = pytest.mark.timeout(120)

#: What is done to which case, and what must be said of it, and of which event.
_SAID: Final = {
    "an event is changed": ("changed", 2),
    "an event is deleted": ("missing", 2),
    "the last event is cut off and the head set back": ("cut", 3),
    "the last event is written anew with a fitting hash and head": ("rewritten", 3),
    "the list shows another officer": ("head", 3),
    "a deadline is gone from the list": ("head", 3),
}


@dataclass(kw_only=True)
class Verdict:
    """What ``saksgang trail verify --json`` said of the same cases before and after they were tampered with."""

    before: tuple[int, dict[str, Any]]
    after: tuple[int, dict[str, Any]]
    streams: dict[str, str]

    def said_of(self, what: str) -> set[tuple[str, int]]:
        _, answer = self.after
        return {
            (problem["code"], problem["seq"])
            for problem in answer["problems"]
            if problem["stream"] == self.streams[what]
        }


@pytest.fixture(scope="module")
async def verdict(
    postgres: EmbeddedPostgres, temporal_server: DevServer, tmp_path_factory: pytest.TempPathFactory
) -> Verdict:
    home = tmp_path_factory.mktemp("tampered")
    async with new_database(postgres) as database:
        stage = await new_room(database, await connected(temporal_server))
        async with at_work(stage, home):
            await stage.open_round()
            await shapes.rejected(stage)
            cases = {what: await _two_events(stage) for what in _SAID}
            heads = await _heads(database)
            # One more event in each, so that there is something to cut.
            for case_id in cases.values():
                await stage.do(case_id, LEADER, c.DeclareImpartiality(impartial=True))
        assert (await saksgang(database, home, "trail", "sign"))[0] == 0
        before = await saksgang(database, home, "trail", "verify", "--json")
        async with _every_right(database) as conn:
            await _tamper(conn, cases, heads)
        after = await saksgang(database, home, "trail", "verify", "--json")
    streams = {what: f"case:{case_id}" for what, case_id in cases.items()}
    return Verdict(before=before, after=after, streams=streams)


@asynccontextmanager
async def _every_right(database: Database) -> AsyncIterator[AsyncConnection]:
    """Give a connection for which no trigger stands in the way, not even those that a superuser is held by."""
    superuser = create_engine(database.superuser_dsn)
    async with superuser.begin() as conn:
        for table in ("trail", "case_head", "deadline"):
            await conn.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER ALL"))
        yield conn
    await superuser.dispose()


async def _tamper(conn: AsyncConnection, cases: dict[str, UUID], heads: dict[UUID, dict[str, Any]]) -> None:
    changed, deleted, cut, rewritten, shown, unlisted = cases.values()
    await conn.execute(
        update(trail)
        .where(_at(changed, 2))
        .values(envelope=func.replace(trail.c.envelope, '"impartial":true', '"impartial":false'))
    )
    await conn.execute(delete(trail).where(_at(deleted, 2)))
    await conn.execute(delete(trail).where(_at(cut, 3)))
    await conn.execute(update(case_head).where(case_head.c.case_id == cut).values(heads[cut]))
    await _write_anew(conn, rewritten, 3)
    await conn.execute(
        update(case_head).where(case_head.c.case_id == shown).values(officer="somebody.else@SFIN")
    )
    await conn.execute(delete(deadline).where(deadline.c.case_id == unlisted))


async def _write_anew(conn: AsyncConnection, case_id: UUID, seq: int) -> None:
    """Say that somebody else did it, and mend the chain and the head."""
    before = await conn.scalar(select(trail.c.hash).where(_at(case_id, seq - 1)))
    envelope = json.loads(await conn.scalar(select(trail.c.envelope).where(_at(case_id, seq))) or "")
    forged = canonical({**envelope, "actor": {**envelope["actor"], "subject": "somebody.else@SFIN"}})
    fitting = entry_hash(before or b"", forged)
    await conn.execute(update(trail).where(_at(case_id, seq)).values(envelope=forged, hash=fitting))
    await conn.execute(update(case_head).where(case_head.c.case_id == case_id).values(hash=fitting))


def _at(case_id: UUID, seq: int) -> ColumnElement[bool]:
    return and_(trail.c.stream == f"case:{case_id}", trail.c.seq == seq)


async def _two_events(stage: Stage) -> UUID:
    case_id = await stage.submit()
    await stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    return case_id


async def _heads(database: Database) -> dict[UUID, dict[str, Any]]:
    async with database.engine.connect() as conn:
        rows = (await conn.execute(select(case_head))).mappings()
        return {row["case_id"]: dict(row) for row in rows}


async def saksgang(database: Database, home: Path, *arguments: str) -> tuple[int, dict[str, Any]]:
    """Call the command as an operator would; return its exit status and its answer, empty where it is no JSON."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("TEMPORAL_", "DATABASE_"))
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "cli.main", *arguments),
        stdout=asyncio.subprocess.PIPE,
        env={
            **clean,
            "DATABASE_URL": database.service_dsn,
            "PYTHONPATH": str(ROOT),
            "SAKSGANG_HOME": str(home),
        },
    )
    said, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, json.loads(said) if "--json" in arguments else {}


def test_a_record_that_nobody_touched_is_whole(verdict: Verdict) -> None:
    status, answer = verdict.before

    assert (status, answer["outcome"], answer["problems"]) == (0, "whole", [])


@pytest.mark.parametrize("what", _SAID)
def test_the_verdict_names_the_case_the_event_and_what_was_done(verdict: Verdict, what: str) -> None:
    assert verdict.after[0] == 1
    assert _SAID[what] in verdict.said_of(what)


def test_nothing_is_said_of_what_nobody_touched(verdict: Verdict) -> None:
    accused = {problem["stream"] for problem in verdict.after[1]["problems"]}

    assert accused == set(verdict.streams.values())


@pytest.mark.parametrize("what", [what for what, (code, _) in _SAID.items() if code in {"cut", "rewritten"}])
def test_only_the_signed_heads_bear_witness_against_a_perfect_forgery(verdict: Verdict, what: str) -> None:
    assert verdict.said_of(what) == {_SAID[what]}
