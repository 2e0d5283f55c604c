"""Evolves every case, round and register anew from its trail, and compares the read tables with what comes out.

``storage.verify`` says whether the trail is the one that was written; this says whether what people see follows from it.
"""

from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.case import Case
from domain.codec import case_of, case_state, event_of, round_state
from domain.events import Event
from domain.evolve import BrokenTrailError, evolve_all
from domain.rounds import Round, evolve_round
from domain.ruleset import RuleSet
from storage.pinned_rules import pinned_rules
from storage.projection import Row, deadline_rows, head_row, task_rows
from storage.register_heads import check_registers
from storage.tables import case_head, deadline, round_, task, trail
from storage.trail import Problem, ProblemCode, parse

#: Whether a deadline has passed depends on when one looks; it is not compared.
_NOT_COMPARED: Final = {"overdue"}

_BATCH: Final = 200


async def check_cases(
    conn: AsyncConnection, case_id: UUID | None = None, progress: Callable[[int], None] | None = None
) -> list[Problem]:
    """Return every difference between the read tables and what the trail says.

    Args:
        conn: Reads only.
        case_id: One case; None for all cases, rounds and registers.
        progress: Told how many cases are done so far.
    """
    problems: list[Problem] = []
    done = 0
    async for batch in _heads(conn, case_id):
        for head in batch:
            problems += await _check_case(conn, head)
        done += len(batch)
        if progress is not None:
            progress(done)
    if case_id is None:
        for row in (await conn.execute(select(round_))).mappings().all():
            problems += await _check_round(conn, dict(row))
        problems += await check_registers(conn)
    return problems


async def _heads(conn: AsyncConnection, case_id: UUID | None) -> AsyncIterator[list[dict[str, Any]]]:
    after: UUID | None = None
    while True:
        query = select(case_head).order_by(case_head.c.case_id).limit(_BATCH)
        conditions: list[ColumnElement[bool]] = []
        if case_id is not None:
            conditions.append(case_head.c.case_id == case_id)
        if after is not None:
            conditions.append(case_head.c.case_id > after)
        batch = [dict(row) for row in (await conn.execute(query.where(*conditions))).mappings()]
        if not batch:
            return
        yield batch
        after = batch[-1]["case_id"]


async def _check_case(conn: AsyncConnection, head: dict[str, Any]) -> list[Problem]:
    stream = f"case:{head['case_id']}"
    try:
        case = evolve_all(str(head["case_id"]), await _events(conn, stream))
    except (BrokenTrailError, KeyError, ValueError, StopIteration) as broken:
        return [_problem(stream, head["seq"], f"the trail cannot be evolved: {broken}")]
    if case is None:
        return [_problem(stream, 0, "a head without a trail")]
    rules = await pinned_rules(conn, head["rule_set"], head["rule_set_sha256"])
    found = [_problem(stream, case.seq, what) for what in _differences(case, rules, head)]
    return found + await _check_lists(conn, stream, case, rules)


def _differences(case: Case, rules: RuleSet, head: dict[str, Any]) -> list[str]:
    # A build that knows more of a case than the one that stored it finds its defaults there.
    stored = {name: _plain(value) for name, value in head.items()} | {
        "state": case_state(case_of(head["state"]))
    }
    expected = head_row(case, rules, case.received_at)
    return [
        f"case_head.{name} is not what the trail gives"
        for name, value in expected.items()
        if name not in _NOT_COMPARED and stored[name] != _plain(value)
    ]


async def _check_lists(conn: AsyncConnection, stream: str, case: Case, rules: RuleSet) -> list[Problem]:
    problems: list[Problem] = []
    for table, key, expected in (
        (deadline, "clock", deadline_rows(case, rules)),
        (task, "task", task_rows(case, rules)),
    ):
        rows = await conn.execute(select(table).where(table.c.case_id == UUID(case.case_id)))
        stored: dict[str, Row] = {row[key]: dict(row) for row in rows.mappings()}
        for name in sorted(stored.keys() ^ expected.keys()):
            what = "is missing" if name in expected else "should not be there"
            problems.append(_problem(stream, case.seq, f"{table.name} {name} {what}"))
        problems += [
            _problem(stream, case.seq, f"{table.name} {name} is not what the trail gives")
            for name in sorted(stored.keys() & expected.keys())
            if any(_plain(stored[name][column]) != _plain(value) for column, value in expected[name].items())
        ]
    return problems


async def _check_round(conn: AsyncConnection, row: dict[str, Any]) -> list[Problem]:
    stream = f"round:{row['round_id']}"
    state: Round | None = None
    for event, _at in await _events(conn, stream):
        state = evolve_round(state, event, round_id=str(row["round_id"]))
    if state is None:
        return [_problem(stream, 0, "a round without a trail")]
    if round_state(state) != row["state"]:
        return [_problem(stream, state.seq, "round.state is not what the trail gives")]
    return []


async def _events(conn: AsyncConnection, stream: str) -> list[tuple[Event, datetime]]:
    query = select(trail.c.envelope).where(trail.c.stream == stream).order_by(trail.c.seq)
    entries = [parse(envelope) for envelope in await conn.scalars(query)]
    return [(event_of(entry.kind, entry.schema, dict(entry.body)), entry.occurred_at) for entry in entries]


def _plain(value: Any) -> Any:
    """Return *value* in one form, whether it came from the database or from the projection."""
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.timestamp()
    if isinstance(value, str) and len(value) > len("2026-01-01T") and value[10] == "T":
        return datetime.fromisoformat(value).timestamp()
    return value.isoformat() if hasattr(value, "isoformat") else value


def _problem(stream: str, seq: int, detail: str) -> Problem:
    return Problem(stream=stream, seq=seq, code=ProblemCode.HEAD, detail=detail)
