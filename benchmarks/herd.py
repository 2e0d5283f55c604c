"""Thousands of real cases in seconds: one is lived through the recording code, the others are its copies.

A copy has ids, numbers and vouchers of its own in its inbox, trail, ledgers and read tables, and a chain of hashes of
its own: it passes `trail verify`. Private texts stay the first one's, since nothing here reads them.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4, uuid5

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.door import Door
from activities.record import Recorder
from activities.register import Register
from benchmarks.life import LIVED_AT, open_round, paid_life
from domain.engine import DueInput, RecordInput
from storage.tables import metadata
from storage.trail import entry_hash, genesis

#: The first instant after 31.12.2027, Norwegian time: until then money granted in 2026 may be used (R26-32).
USE_DEADLINE: Final = datetime(2027, 12, 31, 23, 0, tzinfo=UTC)

#: Every reminder before has gone by then; what falls due next is the deadline itself.
_ON_THE_EVE: Final = USE_DEADLINE - timedelta(days=1)

#: How many there are in the trail of each case.
EVENTS_A_CASE: Final = 18

#: Rows as JSON, text for text.
Rows = list[str]

_VOUCHER: Final = "V-first"
#: The copies' numbers lie far beyond those that the counter gives to whoever applies later.
_FIRST_NUMBER: Final = 1_000_001
_AT_A_TIME: Final = 250

#: What a case consists of: table, and which of its rows. In the order in which they refer to each other.
_TABLES: Final = {
    "network": "network_id = :id",
    "project": "project_id = :id",
    "inbox": "stream = :stream",
    "trail": "stream = :stream ORDER BY seq",
    "commitment": "case_id = :id",
    "disbursement": "case_id = :id",
    "case_head": "case_id = :id",
    "deadline": "case_id = :id",
    "task": "case_id = :id",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """The rows of the first case, and what stands in them that each copy has its own of."""

    case_id: UUID
    case_no: str
    commands: tuple[str, ...]
    rows: dict[str, Rows]

    def copy(self, case_id: UUID, number: int) -> dict[str, Rows]:
        """Return the rows of copy *number*."""
        case_no = f"{self.case_no.rpartition('-')[0]}-{number}"
        words = {
            str(self.case_id): str(case_id),
            self.case_no: case_no,
            self.case_no.casefold(): case_no.casefold(),
            _VOUCHER: f"V-{number}",
            **{command: str(uuid5(case_id, command)) for command in self.commands},
        }
        copied = {table: [_replaced(row, words) for row in rows] for table, rows in self.rows.items()}
        return copied | _chained(copied, genesis(f"case:{case_id}"))


async def seed(engine: AsyncEngine, cases: int) -> list[UUID]:
    """Fill a new database with *cases* cases, paid out, on the eve of their use deadline; return their ids."""
    first = await _first_case(engine)
    async with engine.connect() as conn:
        pattern = await _pattern(conn, first)
    numbers = range(_FIRST_NUMBER, _FIRST_NUMBER + cases - 1)
    copies = {uuid5(first, str(number)): number for number in numbers}
    waiting = list(copies.items())
    for start in range(0, len(waiting), _AT_A_TIME):
        made = [pattern.copy(*one) for one in waiting[start : start + _AT_A_TIME]]
        async with engine.begin() as conn:
            await _write(conn, made)
    return [first, *copies]


async def _first_case(engine: AsyncEngine) -> UUID:
    """Live one case until its money is paid and its reminders are sent. The engine is not needed for that."""
    round_id = await open_round(Register(engine), LIVED_AT)
    case_id, door, recorder = uuid4(), Door(engine, None), Recorder(engine)
    for said in paid_life(round_id, _VOUCHER, LIVED_AT.date()):
        command_id = uuid4()
        await door.receive(case_id, command_id, said.who, said.body, real_now=LIVED_AT)
        await recorder.record(
            RecordInput(case_id=str(case_id), command_id=str(command_id), adopted_seq=0, engine_now=LIVED_AT)
        )
    await recorder.record_due(DueInput(id=str(case_id), adopted_seq=0, engine_now=_ON_THE_EVE))
    return case_id


async def _pattern(conn: AsyncConnection, case_id: UUID) -> _Pattern:
    rows: dict[str, Rows] = {}
    for table, which in _TABLES.items():
        # Names and conditions are those above, never a person's.
        query = f"SELECT row_to_json(t)::text FROM (SELECT * FROM {table} WHERE {which}) t"  # noqa: S608
        given = {"id": case_id} if ":id" in which else {"stream": f"case:{case_id}"}
        rows[table] = list((await conn.execute(text(query), given)).scalars())
    return _Pattern(
        case_id=case_id,
        case_no=json.loads(rows["case_head"][0])["case_no"],
        commands=tuple(json.loads(row)["command_id"] for row in rows["inbox"]),
        rows=rows,
    )


async def _write(conn: AsyncConnection, copies: list[dict[str, Rows]]) -> None:
    for table in _TABLES:
        rows = [row for copy in copies for row in copy[table]]
        # What the database numbers by itself is left to it.
        columns = ", ".join(
            column.name for column in metadata.tables[table].columns if column.identity is None
        )
        statement = (
            f"INSERT INTO {table} ({columns}) SELECT {columns}"  # noqa: S608 - as above
            f" FROM json_populate_recordset(null::{table}, CAST(:rows AS json))"
        )
        await conn.execute(text(statement), {"rows": f"[{','.join(rows)}]"})


def _replaced(row: str, words: dict[str, str]) -> str:
    for old, new in words.items():
        row = row.replace(old, new)
    return row


def _chained(copied: dict[str, Rows], last_hash: bytes) -> dict[str, Rows]:
    """Return the trail and the head of a copy with the hashes that are right for it."""
    trail: list[dict[str, Any]] = [json.loads(row) for row in copied["trail"]]
    for entry in trail:
        last_hash = entry_hash(last_hash, entry["envelope"])
        entry["hash"] = f"\\x{last_hash.hex()}"
    head = json.loads(copied["case_head"][0]) | {"hash": f"\\x{last_hash.hex()}"}
    return {"trail": [json.dumps(entry) for entry in trail], "case_head": [json.dumps(head)]}
