"""Rounds change in the same way as cases: one transaction, chained trail, a head for the workflow."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from temporalio import activity

from activities.trying import transact
from activities.within import only_within_its_workflow
from domain.actors import CLOCK
from domain.codec import event_body, round_of, round_state
from domain.engine import LOAD_ROUND, RECORD_ROUND_DUE, DueInput, Head
from domain.events import Event
from domain.rounds import Round, evolve_round, next_round_step, on_round_due, round_outgoing
from domain.ruleset import RuleSet
from storage.pinned_rules import pinned_rules
from storage.tables import outbox, round_, trail
from storage.trail import Entry

_READ: Final = text(
    """
    SELECT i.clock_shift_us, r.round_id, r.rule_set, r.rule_set_sha256, r.state, r.seq, r.hash
      FROM installation i, round r WHERE r.round_id = :round_id FOR UPDATE OF r
    """
)


class RoundRecorder:
    """The activities that move rounds, on one database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    @property
    def all(self) -> tuple[Callable[..., Any], ...]:
        """Every activity of this class, for the worker."""
        return (self.load_round, self.record_round_due)

    @activity.defn(name=LOAD_ROUND)
    async def load_round(self, given: DueInput) -> Head | None:
        """Return the round's head as the database has it, and note that the workflow knows it."""
        return await self._advanced(given, handle_due=False)

    @activity.defn(name=RECORD_ROUND_DUE)
    async def record_round_due(self, given: DueInput) -> Head | None:
        """Open, remind, or close at the deadline: whatever has fallen due, each once."""
        return await self._advanced(given, handle_due=True)

    async def _advanced(self, given: DueInput, *, handle_due: bool) -> Head | None:
        only_within_its_workflow()
        return await transact(self._engine, lambda conn: _advance(conn, given, handle_due=handle_due))


async def _advance(conn: AsyncConnection, given: DueInput, *, handle_due: bool) -> Head | None:
    row = (await conn.execute(_READ, {"round_id": UUID(given.id)})).one_or_none()
    if row is None:
        return None
    shift = timedelta(microseconds=row.clock_shift_us)
    now = given.engine_now + shift
    state, last_hash = round_of(row.state), row.hash
    rules = await pinned_rules(conn, row.rule_set, row.rule_set_sha256)
    while handle_due and (due := next_round_step(state, rules)) is not None and due.instant <= now:
        event = on_round_due(state, due, now)
        state = evolve_round(state, event, round_id=given.id)
        entry = _entry(state, event, due.instant, given.engine_now, due.cause).row(last_hash)
        last_hash = entry["hash"]
        await conn.execute(trail.insert(), entry)
        if sent := _outbox_rows(state, event, given.engine_now):
            await conn.execute(outbox.insert(), sent)
    await conn.execute(
        round_.update().where(round_.c.round_id == UUID(given.id)),
        round_columns(state, rules, last_hash, given.engine_now) | {"adopted_seq": state.seq},
    )
    return round_head(state, rules, shift)


def round_columns(state: Round, rules: RuleSet, last_hash: bytes, engine_now: datetime) -> dict[str, Any]:
    """Return what the table ``round`` holds beside the columns that never change."""
    due = next_round_step(state, rules)
    return {
        "state": round_state(state),
        "seq": state.seq,
        "hash": last_hash,
        "stage": state.stage,
        "next_due": due.instant if due else None,
        "next_cause": due.cause if due else None,
        "changed_at": engine_now,
        "finished": state.closed,
    }


def round_head(state: Round, rules: RuleSet, shift: timedelta) -> Head:
    """Return the round as its workflow will know it. Rounds are not spread: they close to the minute."""
    due = next_round_step(state, rules)
    return Head(
        seq=state.seq,
        stage=state.stage,
        office=state.office,
        grant_year=state.grant_year,
        label=state.round_no,
        due_at=due.instant if due else None,
        wake_at=due.instant - shift if due else None,
        cause=due.cause if due else None,
        finished=state.closed,
    )


def _entry(state: Round, event: Event, at: datetime, engine_now: datetime, cause: str) -> Entry:
    return Entry(
        stream=f"round:{state.round_id}",
        seq=state.seq,
        kind=type(event).__name__,
        schema=event.schema,
        occurred_at=at,
        recorded_at=engine_now,
        actor=CLOCK,
        cause=cause,
        body=event_body(event),
    )


def _outbox_rows(state: Round, event: Event, engine_now: datetime) -> list[dict[str, Any]]:
    return [
        {
            "stream": f"round:{state.round_id}",
            "seq": state.seq,
            "part": part,
            "kind": item.kind,
            "payload": dict(item.payload),
            "created_at": engine_now,
            "next_attempt_at": engine_now,
        }
        for part, item in enumerate(round_outgoing(event, state))
    ]
