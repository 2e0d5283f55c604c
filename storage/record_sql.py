"""The SQL of the one transaction in which a case changes: one statement reads under lock, one writes it all.

Few round trips matter here: this is what every command costs. Both statements are constant texts, so the database
keeps their plans, and the driver their form.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import Row, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.constant import Connection, Constant, Straight


class LostRaceError(Exception):
    """Another transaction changed the case in between. Nothing was written; trying again is safe."""


class LocksNeededError(Exception):
    """What is read here must stay locked until it is acted on, and no transaction is open. Nothing was written."""


#: The head is locked in a subquery of its own, since an outer join cannot lock the side that may be missing. The lock
#: order is head, project, network, frame, everywhere.
_READ: Final = """
    SELECT i.clock_shift_us, i.spread_seconds,
           c.stream, c.actor, c.content, c.received_at, c.expected_seq, c.status, c.content_salt, h.hash, h.state,
           r.rule_set, r.rule_set_sha256, r.state AS round_state, a.stream AS access_stream, a.state AS access_state
      FROM installation i
      LEFT JOIN inbox c ON c.command_id = CAST(:command_id AS uuid)
      LEFT JOIN register_head a ON a.stream = 'access:' || (c.actor ->> 'unit')
      LEFT JOIN LATERAL (
           SELECT hash, state, round_id FROM case_head WHERE case_id = CAST(:case_id AS uuid) /*lock*/
           ) h ON true
      LEFT JOIN round r ON r.round_id = COALESCE(h.round_id, CAST(c.content ->> 'round_id' AS uuid))
    """

_READ_LOCKED: Final = Constant(text(_READ.replace("/*lock*/", "FOR UPDATE")))

#: Where the write itself sees whether the head moved, a lock would only be one more commit to wait for.
_READ_FREE: Final = Constant(text(_READ.replace("/*lock*/", "")))

_LOCK_PROJECT: Final = text("SELECT network_id FROM project WHERE project_id = :project_id FOR UPDATE")

#: A network may be counted as one (Q7): then its projects must not be decided beside each other.
_LOCK_NETWORK: Final = text("SELECT 1 FROM network WHERE network_id = :network_id FOR UPDATE")

_NETWORK_GRANTS: Final = text(
    """
    SELECT m.case_id, m.project_id, sum(m.amount_ore)::bigint AS amount_ore, max(m.decided_at) AS decided_at
      FROM commitment m JOIN project p USING (project_id) WHERE p.network_id = :network_id
     GROUP BY m.case_id, m.project_id HAVING sum(m.amount_ore) > 0 ORDER BY max(m.decided_at), m.case_id
    """
)

_FRAME: Final = text(
    """
    SELECT m.reference, f.amount_ore, f.committed_ore
      FROM frame f JOIN mandate m USING (office, grant_year)
     WHERE f.office = :office AND f.grant_year = :grant_year AND f.pot = :pot
       FOR UPDATE OF f
    """
)

_NEXT_NUMBER: Final = text(
    """
    INSERT INTO counter (name, value) VALUES (:name, 1)
    ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value
    """
)

_SETTINGS: Final = Constant(
    text("SELECT attestor_may_recommend, write_off_limit_ore FROM office_setting WHERE office = :office")
)

_VOUCHER: Final = Constant(
    text(
        """
    SELECT 1 FROM disbursement WHERE office = :office AND grant_year = :grant_year AND voucher = :voucher
    """
    )
)

#: A payment reference is looked for where it is rarely: when an invoice is sent.
_KID: Final = Constant(
    text(
        """
    SELECT 1 FROM case_head
     WHERE office = :office AND (state -> 'claims') <> '[]'::jsonb
       AND (state -> 'claims') @> jsonb_build_array(jsonb_build_object('kid', CAST(:kid AS text)))
     LIMIT 1
    """
    )
)

_EVENTS_SINCE: Final = text("SELECT kind FROM trail WHERE stream = :stream AND seq > :seq ORDER BY seq")

_LAST_APPLICATION: Final = text(
    """
    SELECT content -> 'application' FROM inbox
     WHERE stream = :stream AND kind IN ('submit', 'supplement') AND status = 'done' ORDER BY last_seq DESC LIMIT 1
    """
)

_TEXTS: Final = text("SELECT ref::text, text FROM private_text WHERE stream = :stream")

#: One JSON document carries everything that a command writes; parts that are empty write nothing.
_WRITE: Final = Constant(
    text(
        """
    WITH w AS (SELECT CAST(:w AS jsonb) AS d),
    said AS (
      UPDATE inbox SET status = w.d->'inbox'->>'status', answer = w.d->'inbox'->'answer',
             first_seq = (w.d->'inbox'->>'first_seq')::int, last_seq = (w.d->'inbox'->>'last_seq')::int,
             settled_at = (w.d->'inbox'->>'settled_at')::timestamptz
        FROM w WHERE inbox.command_id = (w.d->'inbox'->>'command_id')::uuid AND inbox.status = 'pending'
      RETURNING 1),
    trailed AS (
      INSERT INTO trail (stream, seq, kind, occurred_at, recorded_at, command_id, cause, envelope, hash)
      SELECT x.stream, x.seq, x.kind, x.occurred_at, x.recorded_at, x.command_id, x.cause, x.envelope,
             decode(x.hash, 'hex')
        FROM w, jsonb_to_recordset(w.d->'trail') AS x(stream text, seq int, kind text, occurred_at timestamptz,
             recorded_at timestamptz, command_id uuid, cause text, envelope text, hash text)),
    headed AS (
      INSERT INTO case_head (case_id, case_no, office, round_id, project_id, network_id, rule_set, rule_set_sha256,
             strand, grant_year, host, seq, hash, stage, state, applied_ore, granted_ore, paid_ore, refunded_ore,
             officer, next_due, next_cause, first_due, first_clock, overdue, finished, adopted_seq, changed_at, search)
      SELECT x.case_id, x.case_no, x.office, x.round_id, x.project_id, x.network_id, x.rule_set, x.rule_set_sha256,
             x.strand, x.grant_year, x.host, x.seq, decode(x.hash, 'hex'), x.stage, x.state, x.applied_ore,
             x.granted_ore, x.paid_ore, x.refunded_ore, x.officer, x.next_due, x.next_cause, x.first_due,
             x.first_clock, x.overdue, x.finished,
             x.adopted_seq, x.changed_at, x.search
        FROM w, jsonb_to_recordset(w.d->'head') AS x(case_id uuid, case_no text, office text, round_id uuid,
             project_id uuid, network_id uuid, rule_set text, rule_set_sha256 text, strand text, grant_year int,
             host text, seq int, hash text, stage text, state jsonb, applied_ore bigint, granted_ore bigint,
             paid_ore bigint, refunded_ore bigint, officer text, next_due timestamptz, next_cause text,
             first_due timestamptz, first_clock text,
             overdue boolean, finished boolean, adopted_seq int, changed_at timestamptz, search text)
      ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, stage = excluded.stage,
             office = excluded.office, host = excluded.host, state = excluded.state, applied_ore = excluded.applied_ore, granted_ore = excluded.granted_ore,
             paid_ore = excluded.paid_ore, refunded_ore = excluded.refunded_ore, officer = excluded.officer,
             next_due = excluded.next_due, next_cause = excluded.next_cause, first_due = excluded.first_due,
             first_clock = excluded.first_clock, overdue = excluded.overdue,
             finished = excluded.finished, adopted_seq = excluded.adopted_seq, changed_at = excluded.changed_at
       WHERE case_head.seq = CAST(:old_seq AS int)
      RETURNING 1),
    deadlines_gone AS (
      DELETE FROM deadline d USING w, jsonb_array_elements_text(w.d->'deadlines_gone') AS x(clock)
       WHERE d.case_id = CAST(:case_id AS uuid) AND d.clock = x.clock),
    deadlines_new AS (
      INSERT INTO deadline (case_id, clock, due, last_day, about, rule, role, overdue_rung)
      SELECT CAST(:case_id AS uuid), x.clock, x.due, x.last_day, x.about, x.rule, x.role, x.overdue_rung
        FROM w, jsonb_to_recordset(w.d->'deadlines') AS x(clock text, due timestamptz, last_day date, about text,
             rule text, role text, overdue_rung int)
      ON CONFLICT (case_id, clock) DO UPDATE SET due = excluded.due, last_day = excluded.last_day,
             rule = excluded.rule, role = excluded.role, overdue_rung = excluded.overdue_rung),
    tasks_gone AS (
      DELETE FROM task t USING w, jsonb_array_elements_text(w.d->'tasks_gone') AS x(task)
       WHERE t.case_id = CAST(:case_id AS uuid) AND t.task = x.task),
    tasks_new AS (
      INSERT INTO task (case_id, task, code, role, office, opened_at, due, rule)
      SELECT CAST(:case_id AS uuid), x.task, x.code, x.role, x.office, x.opened_at, x.due, x.rule
        FROM w, jsonb_to_recordset(w.d->'tasks') AS x(task text, code text, role text, office text,
             opened_at timestamptz, due timestamptz, rule text)
      ON CONFLICT (case_id, task) DO UPDATE SET due = excluded.due, office = excluded.office),
    sent AS (
      INSERT INTO outbox (stream, seq, part, kind, payload, created_at, next_attempt_at)
      SELECT x.stream, x.seq, x.part, x.kind, x.payload, x.created_at, x.created_at
        FROM w, jsonb_to_recordset(w.d->'outbox') AS x(stream text, seq int, part int, kind text, payload jsonb,
             created_at timestamptz)),
    networked AS (
      INSERT INTO network (network_id, name, office, strand, created_at)
      SELECT x.network_id, x.name, x.office, x.strand, x.created_at
        FROM w, jsonb_to_recordset(w.d->'network') AS x(network_id uuid, name text, office text, strand text,
             created_at timestamptz)
      ON CONFLICT (network_id) DO NOTHING),
    projected AS (
      INSERT INTO project (project_id, network_id, title, case_count)
      SELECT x.project_id, x.network_id, x.title, 1
        FROM w, jsonb_to_recordset(w.d->'project') AS x(project_id uuid, network_id uuid, title text)
      ON CONFLICT (project_id) DO UPDATE SET case_count = project.case_count + 1),
    committed AS (
      INSERT INTO commitment (case_id, decision_no, office, grant_year, pot, project_id, amount_ore, decided_at)
      SELECT CAST(:case_id AS uuid), x.decision_no, x.office, x.grant_year, x.pot, x.project_id, x.amount_ore,
             x.decided_at
        FROM w, jsonb_to_recordset(w.d->'commitment') AS x(decision_no int, office text, grant_year int, pot text,
             project_id uuid, amount_ore bigint, decided_at timestamptz)),
    paid AS (
      INSERT INTO disbursement (case_id, payment_no, office, grant_year, pot, amount_ore, voucher, paid_on)
      SELECT CAST(:case_id AS uuid), x.payment_no, x.office, x.grant_year, x.pot, x.amount_ore, x.voucher, x.paid_on
        FROM w, jsonb_to_recordset(w.d->'disbursement') AS x(payment_no int, office text, grant_year int, pot text,
             amount_ore bigint, voucher text, paid_on date)),
    revouchered AS (
      UPDATE disbursement SET voucher = coalesce(x.voucher, disbursement.voucher),
             paid_on = coalesce(x.paid_on, disbursement.paid_on)
        FROM w, jsonb_to_recordset(w.d->'disbursement_correction') AS x(payment_no int, voucher text, paid_on date)
       WHERE disbursement.case_id = CAST(:case_id AS uuid) AND disbursement.payment_no = x.payment_no),
    logged AS (
      INSERT INTO access_log (at, subject, role, unit, stream, command_id, code)
      SELECT x.at, x.subject, x.role, x.unit, x.stream, x.command_id, x.code
        FROM w, jsonb_to_recordset(w.d->'access_log') AS x(at timestamptz, subject text, role text, unit text,
             stream text, command_id uuid, code text))
    -- Where another was quicker this divides by zero, which undoes the statement whole, in a transaction or not.
    SELECT 1 / CASE WHEN (SELECT count(*) FROM said) = (jsonb_typeof(w.d->'inbox') = 'object')::int
                     AND (SELECT count(*) FROM headed) = jsonb_array_length(w.d->'head') THEN 1 ELSE 0 END FROM w
    """
    )
)

_ADOPT: Final = Constant(
    text(
        """
        UPDATE case_head SET adopted_seq = :seq
         WHERE case_id = CAST(:case_id AS uuid) AND adopted_seq < :seq RETURNING seq
        """
    )
)

#: ``division_by_zero``
_LOST_RACE: Final = "22012"


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """The command: what it is about, who asks for what, when it came (case time), and how far it has come."""

    stream: str
    actor: dict[str, Any]
    content: dict[str, Any]
    received_at: datetime
    expected_seq: int | None
    status: str
    content_salt: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedRound:
    """The round of the case, or of the application, and the version of the rules that it is pinned to."""

    rule_set: str
    rule_set_sha256: str
    state: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a command or a deadline finds in the database.

    Args:
        clock_shift: How far case time is ahead of real time.
        spread_seconds: Over how long deadlines of the same second are spread.
        command: The command; None where its id is not in the inbox.
        state: The case as it stands; None before its first event.
        hash: The hash of its newest event.
        round: Its round.
        access: The stream and state of the roles at the sender's office, where any was ever withdrawn.
    """

    clock_shift: timedelta
    spread_seconds: int
    command: InboxRow | None
    state: dict[str, Any] | None
    hash: bytes | None
    round: PinnedRound | None
    access: tuple[str, dict[str, Any]] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameRow:
    """A frame with its mandate, locked; amounts in øre."""

    mandate: str
    amount_ore: int
    committed_ore: int


_OF_INBOX: Final = tuple(InboxRow.__dataclass_fields__)


async def read(conn: Connection, case_id: UUID, command_id: UUID | None) -> Found:
    """Return the command, the head, the round and the installation in one row; the head is locked in a transaction."""
    statement = _READ_FREE if isinstance(conn, Straight) else _READ_LOCKED
    found = await statement.first(conn, case_id=case_id, command_id=command_id)
    if found is None:
        msg = "the database has no row that says what installation it is"
        raise LookupError(msg)
    return Found(
        clock_shift=timedelta(microseconds=found["clock_shift_us"]),
        spread_seconds=found["spread_seconds"],
        command=None if found["stream"] is None else InboxRow(**{name: found[name] for name in _OF_INBOX}),
        state=found["state"],
        hash=found["hash"],
        round=None
        if found["round_state"] is None
        else PinnedRound(
            rule_set=found["rule_set"],
            rule_set_sha256=found["rule_set_sha256"],
            state=found["round_state"],
        ),
        access=None if found["access_stream"] is None else (found["access_stream"], found["access_state"]),
    )


async def network_grants(conn: AsyncConnection, project_id: UUID) -> Sequence[Row[Any]]:
    """Lock the project and its network; return the network's grants, each case's sum, in the order of decision."""
    network_id = (await conn.execute(_LOCK_PROJECT, {"project_id": project_id})).scalar_one()
    await conn.execute(_LOCK_NETWORK, {"network_id": network_id})
    return (await conn.execute(_NETWORK_GRANTS, {"network_id": network_id})).all()


async def frame(conn: AsyncConnection, office: str, grant_year: int, pot: str) -> FrameRow | None:
    """Lock and return the frame of an office, year and pot; None where no mandate names it."""
    key = {"office": office, "grant_year": grant_year, "pot": pot}
    row = (await conn.execute(_FRAME, key)).one_or_none()
    if row is None:
        return None
    return FrameRow(mandate=row.reference, amount_ore=row.amount_ore, committed_ore=row.committed_ore)


async def next_number(conn: AsyncConnection, series: str) -> int:
    """Return the next number of *series*; numbers have no holes, since a rolled-back one is given again."""
    return int((await conn.execute(_NEXT_NUMBER, {"name": series})).scalar_one())


async def office_settings(conn: Connection, office: str) -> dict[str, Any]:
    """Return what the office has set, by the names of ``Facts``; strict where nothing is set."""
    row = await _SETTINGS.first(conn, office=office)
    return dict(row) if row else {"attestor_may_recommend": False, "write_off_limit_ore": None}


async def voucher_taken(conn: Connection, office: str, grant_year: int, voucher: str) -> bool:
    """Say whether a payment of the office and year has this voucher number."""
    return await _VOUCHER.first(conn, office=office, grant_year=grant_year, voucher=voucher) is not None


async def kid_taken(conn: Connection, office: str, kid: str) -> bool:
    """Say whether a claim of the office has this payment reference."""
    return await _KID.first(conn, office=office, kid=kid) is not None


async def events_since(conn: AsyncConnection, stream: str, seq: int) -> list[str]:
    """Return the kinds of the events after *seq*."""
    return list((await conn.execute(_EVENTS_SINCE, {"stream": stream, "seq": seq})).scalars())


async def last_application(conn: AsyncConnection, stream: str) -> Mapping[str, Any]:
    """Return the newest application of a case as it was sealed."""
    found = (await conn.execute(_LAST_APPLICATION, {"stream": stream})).scalar_one_or_none()
    return found or {}


async def private_texts(conn: AsyncConnection, stream: str) -> dict[str, str | None]:
    """Return every private text of a stream by its ref; None for an erased one."""
    rows = await conn.execute(_TEXTS, {"stream": stream})
    return {row.ref: row.text for row in rows}


async def write(conn: Connection, case_id: UUID, old_seq: int, document: Mapping[str, Any]) -> None:
    """Write everything that a command or a deadline brought about, or nothing.

    Args:
        conn: In a transaction or not: it is one statement.
        case_id: The case.
        old_seq: The head's number when it was read; 0 for a new case.
        document: The rows by part; see the statement.

    Raises:
        LostRaceError: when the head moved or the command was settled in between.
    """
    try:
        await _WRITE.first(conn, w=to_json(document).decode(), case_id=case_id, old_seq=old_seq)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) == _LOST_RACE:
            msg = f"case {case_id} moved on from {old_seq}"
            raise LostRaceError(msg) from error
        raise


async def adopt(conn: Connection, case_id: UUID, seq: int) -> None:
    """Note that the case's workflow knows the head as it stands at *seq*."""
    await _ADOPT.first(conn, case_id=case_id, seq=seq)
