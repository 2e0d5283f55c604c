"""Makes events and heads in bulk, without the domain: what they say does not matter to the trail."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import CLOCK
from storage import tables
from storage.trail import Entry, genesis

AT = datetime(2026, 6, 1, tzinfo=UTC)
_NAMES = UUID("00000000-0000-0000-0000-00000000005a")


def case_id(number: int) -> UUID:
    return uuid5(_NAMES, f"case {number}")


def events(stream: str, count: int) -> list[dict[str, Any]]:
    """Chained rows for the trail, as a clock would have caused them."""
    rows: list[dict[str, Any]] = []
    prev = genesis(stream)
    for seq in range(1, count + 1):
        entry = Entry(
            stream=stream,
            seq=seq,
            kind="reminded",
            schema=1,
            occurred_at=AT + timedelta(days=seq),
            recorded_at=AT + timedelta(days=seq, microseconds=5),
            actor=CLOCK,
            cause=f"use:{seq}",
            body={"clock": "use", "rule": "R26-52", "last_day": "2027-12-31", "amount_ore": 600_000_00},
        )
        rows.append(entry.row(prev))
        prev = rows[-1]["hash"]
    return rows


def head(number: int, seq: int, digest: bytes, **changed: Any) -> dict[str, Any]:
    return {
        "case_id": case_id(number),
        "case_no": f"SFIN-2026-{number}",
        "office": "SFIN",
        "round_id": uuid5(_NAMES, "round"),
        "project_id": uuid5(_NAMES, f"project {number}"),
        "network_id": uuid5(_NAMES, "network"),
        "rule_set": "2026-bufdir",
        "rule_set_sha256": "0" * 64,
        "strand": "learning",
        "grant_year": 2026,
        "host": "940192226",
        "seq": seq,
        "hash": digest,
        "stage": "disbursed",
        "state": {},
        "applied_ore": 600_000_00,
        "changed_at": AT,
        **changed,
    }


async def write_cases(conn: AsyncConnection, cases: int, events_each: int) -> None:
    """Write *cases* heads with their trails."""
    rows, heads = [], []
    for number in range(1, cases + 1):
        chain = events(f"case:{case_id(number)}", events_each)
        rows += chain
        heads.append(head(number, events_each, chain[-1]["hash"]))
    for start in range(0, len(rows), 5_000):
        await conn.execute(insert(tables.trail), rows[start : start + 5_000])
    for start in range(0, len(heads), 2_000):
        await conn.execute(insert(tables.case_head), heads[start : start + 2_000])
