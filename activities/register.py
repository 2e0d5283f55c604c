"""Register commands, such as mandates and rounds: the same record → trail transaction, without the engine."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid5

from pydantic import BaseModel
from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.round_record import round_columns
from domain.actors import Actor
from domain.codec import event_body
from domain.events import Event
from domain.mandates import SetMandate, set_mandate
from domain.office_settings import SetOffice, set_office
from domain.refusal import Refused
from domain.rounds import OpenRound, evolve_round, open_round
from domain.ruleset import RuleSet
from storage import inbox
from storage import record_sql as sql
from storage.pinned_rules import packed_sha256
from storage.rulesets import load_rule_sets, rule_set_text
from storage.tables import frame, installation, mandate, office_setting, round_, rule_set, trail
from storage.tables import inbox as inbox_table
from storage.trail import Entry, genesis

#: Rounds opened by the same command have the same id, however often it is sent.
_ROUNDS: Final = UUID("6f1f2d0c-4a1b-5c58-9d0e-0f3a6a2f7b11")


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Who sends a register command, under which id, and the real time it arrived (UTC)."""

    command_id: UUID
    actor: Actor
    real_now: datetime


class Register:
    """Carries out register commands on one database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def set_mandate(self, envelope: Envelope, body: SetMandate) -> dict[str, Any]:
        """Register a mandate with its frames, or a change of it.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """
        stream = f"mandate:{body.office}-{body.grant_year}"
        async with self._engine.begin() as conn:
            received = await _receive(conn, envelope, stream, "set_mandate", body)
            if received.answer is not None:
                return received.answer
            event = set_mandate(body, envelope.actor, await _lock_frames(conn, body))
            await _write_mandate(conn, body, received.now)
            answer = {"status": "done", "mandate": stream.partition(":")[2]}
            await _append(conn, received, event, answer)
            return answer

    async def set_office(self, envelope: Envelope, body: SetOffice) -> dict[str, Any]:
        """Change a setting of an office.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """
        async with self._engine.begin() as conn:
            received = await _receive(conn, envelope, f"office:{body.office}", "set_office", body)
            if received.answer is not None:
                return received.answer
            event = set_office(body, envelope.actor)
            changed = {"attestor_may_recommend": body.attestor_may_recommend}
            row = insert(office_setting).values(office=body.office, **changed)
            await conn.execute(row.on_conflict_do_update(index_elements=["office"], set_=changed))
            answer = {"status": "done", "office": body.office, **changed}
            await _append(conn, received, event, answer)
            return answer

    async def open_round(self, envelope: Envelope, body: OpenRound) -> dict[str, Any]:
        """Announce a round, pinned to the packed text of its rule set. Its workflow is started by who calls.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """
        round_id = uuid5(_ROUNDS, str(envelope.command_id))
        async with self._engine.begin() as conn:
            received = await _receive(conn, envelope, f"round:{round_id}", "open_round", body)
            if received.answer is not None:
                return received.answer
            rules, sha256 = _packed(body.rule_set), packed_sha256(body.rule_set)
            number = await sql.next_number(conn, f"round:{body.office}:{body.grant_year}")
            round_no = f"{body.office}-{body.grant_year}-R{number}"
            event = open_round(
                body, envelope.actor, rules, round_no=round_no, sha256=sha256, now=received.now
            )
            answer = {"status": "done", "round_id": str(round_id), "round_no": round_no}
            last_hash = await _append(conn, received, event, answer)
            await _pin(conn, body.rule_set, sha256, received.now)
            state = evolve_round(None, event, round_id=str(round_id))
            fixed = {name: getattr(event, name) for name in _FIXED}
            row = round_columns(state, rules, last_hash, envelope.real_now) | fixed | {"round_id": round_id}
            await conn.execute(round_.insert(), row)
            return answer


#: What the table ``round`` holds of the announcement and never changes.
_FIXED: Final = (
    "round_no",
    "office",
    "grant_year",
    "strand",
    "rule_set",
    "rule_set_sha256",
    "title",
    "opens_at",
    "closes_at",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Received:
    envelope: Envelope
    stream: str
    now: datetime
    answer: dict[str, Any] | None


def _packed(key: str) -> RuleSet:
    rules = load_rule_sets().get(key)
    if rules is None:
        raise Refused("no_such_rule_set", "T01", rule_set=key, known=sorted(load_rule_sets()))
    return rules


async def _receive(
    conn: AsyncConnection, envelope: Envelope, stream: str, kind: str, body: BaseModel
) -> _Received:
    """Write the command down; the answer is there where it was carried out before. ``now`` is case time."""
    shift = (await conn.execute(select(installation.c.clock_shift_us))).scalar_one()
    now = envelope.real_now + timedelta(microseconds=shift)
    # One register command on a stream at a time, also before the stream has its first event.
    await conn.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(stream, 0))))
    receipt = await inbox.put(
        conn,
        command_id=envelope.command_id,
        stream=stream,
        kind=kind,
        actor=envelope.actor,
        content=body,
        received_at=now,
    )
    return _Received(envelope=envelope, stream=stream, now=now, answer=receipt.answer)


async def _append(conn: AsyncConnection, received: _Received, event: Event, answer: dict[str, Any]) -> bytes:
    of_stream = select(trail.c.seq, trail.c.hash).where(trail.c.stream == received.stream)
    row = (await conn.execute(of_stream.order_by(trail.c.seq.desc()).limit(1))).one_or_none()
    seq, last_hash = (row.seq, row.hash) if row else (0, genesis(received.stream))
    entry = Entry(
        stream=received.stream,
        seq=seq + 1,
        kind=type(event).__name__,
        schema=event.schema,
        occurred_at=received.now,
        recorded_at=received.envelope.real_now,
        actor=received.envelope.actor,
        command_id=received.envelope.command_id,
        body=event_body(event),
    ).row(last_hash)
    await conn.execute(trail.insert(), entry)
    settled = {"status": "done", "answer": answer, "first_seq": seq + 1, "last_seq": seq + 1}
    await conn.execute(
        update(inbox_table)
        .where(inbox_table.c.command_id == received.envelope.command_id)
        .values(settled | {"settled_at": received.now})
    )
    return bytes(entry["hash"])


async def _lock_frames(conn: AsyncConnection, body: SetMandate) -> dict[str, int]:
    key = (frame.c.office == body.office, frame.c.grant_year == body.grant_year)
    rows = await conn.execute(select(frame.c.pot, frame.c.committed_ore).where(*key).with_for_update())
    return {row.pot: row.committed_ore for row in rows}


async def _write_mandate(conn: AsyncConnection, body: SetMandate, now: datetime) -> None:
    key = {"office": body.office, "grant_year": body.grant_year}
    changed: dict[str, Any] = {"reference": body.reference, "registered_at": now}
    letter = insert(mandate).values(**key, **changed)
    await conn.execute(letter.on_conflict_do_update(index_elements=["office", "grant_year"], set_=changed))
    for line in body.frames:
        changed = {"amount_ore": line.amount_ore, "earmarked": line.earmarked}
        row = insert(frame).values(**key, pot=line.pot, **changed)
        await conn.execute(
            row.on_conflict_do_update(index_elements=["office", "grant_year", "pot"], set_=changed)
        )


async def _pin(conn: AsyncConnection, key: str, sha256: str, now: datetime) -> None:
    version = insert(rule_set).values(key=key, sha256=sha256, text=rule_set_text(key), first_used_at=now)
    await conn.execute(version.on_conflict_do_nothing())
