"""Register commands, such as mandates and rounds: the same record → trail transaction, without the engine."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid5

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.registers.access import AccessRegister
from activities.registers.dispatch import DispatchRegister
from activities.registers.erasing import ErasureRegister
from activities.registers.historical import HistoricalRegister
from activities.registers.networks import NetworkRegister
from activities.registers.organisations import OrganisationRegister
from activities.registers.outreach import OutreachRegister
from activities.registers.transfers import TransferRegister, moved_ore
from activities.registers.writing import Envelope, append, receive
from activities.registers.yearly import YearlyRegister
from activities.round_record import round_columns
from domain.mandates import SetMandate, set_mandate
from domain.office_settings import SetOffice, set_office
from domain.rounds import OpenRound, evolve_round, open_round
from domain.rulebook.opening import rules_for_round
from domain.ruleset import RuleSet
from storage import record_sql as sql
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets, text_to_pin
from storage.tables import frame, mandate, office_setting, round_, rule_set

__all__ = ["Envelope", "Register"]

#: Rounds opened by the same command have the same id, however often it is sent.
_ROUNDS: Final = UUID("6f1f2d0c-4a1b-5c58-9d0e-0f3a6a2f7b11")


class Register(
    NetworkRegister,
    OutreachRegister,
    TransferRegister,
    OrganisationRegister,
    HistoricalRegister,
    YearlyRegister,
    DispatchRegister,
    AccessRegister,
    ErasureRegister,
):
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
            received = await receive(conn, envelope, stream, "set_mandate", body)
            if received.answer is not None:
                return received.answer
            committed, moved = await _lock_frames(conn, body), await moved_ore(conn, stream)
            event = set_mandate(body, envelope.actor, committed, moved)
            await _write_mandate(conn, body, moved, received.now)
            answer = {"status": "done", "mandate": stream.partition(":")[2]}
            await append(conn, received, [event], answer)
            return answer

    async def set_office(self, envelope: Envelope, body: SetOffice) -> dict[str, Any]:
        """Change a setting of an office.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """
        async with self._engine.begin() as conn:
            received = await receive(conn, envelope, f"office:{body.office}", "set_office", body)
            if received.answer is not None:
                return received.answer
            event = set_office(body, envelope.actor)
            changed = body.changes()
            row = insert(office_setting).values(office=body.office, **changed)
            await conn.execute(row.on_conflict_do_update(index_elements=["office"], set_=changed))
            answer = {"status": "done", "office": body.office, **changed}
            await append(conn, received, [event], answer)
            return answer

    async def open_round(self, envelope: Envelope, body: OpenRound) -> dict[str, Any]:
        """Announce a round, pinned to the text of its rules, tightened where it asks. Its workflow is started by who calls.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
            RuleSetError: The round sets what no rule set has. Then nothing is stored.
        """
        round_id = uuid5(_ROUNDS, str(envelope.command_id))
        async with self._engine.begin() as conn:
            received = await receive(conn, envelope, f"round:{round_id}", "open_round", body)
            if received.answer is not None:
                return received.answer
            rules = _rules(body)
            pinned = text_to_pin(rules)
            sha256 = hashlib.sha256(pinned.encode()).hexdigest()
            number = await sql.next_number(conn, f"round:{body.office}:{body.grant_year}")
            round_no = f"{body.office}-{body.grant_year}-R{number}"
            event = open_round(
                body, envelope.actor, rules, round_no=round_no, sha256=sha256, now=received.now
            )
            answer = {"status": "done", "round_id": str(round_id), "round_no": round_no}
            _, last_hash = await append(conn, received, [event], answer)
            version = insert(rule_set).values(
                key=rules.key, sha256=sha256, text=pinned, first_used_at=received.now
            )
            await conn.execute(version.on_conflict_do_nothing())
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


def _rules(body: OpenRound) -> RuleSet:
    sets, between = load_rule_sets(), load_incomplete_rule_sets()
    return rules_for_round(body.rule_set, body.grant_year, sets, between, body.override)


async def _lock_frames(conn: AsyncConnection, body: SetMandate) -> dict[str, int]:
    key = (frame.c.office == body.office, frame.c.grant_year == body.grant_year)
    rows = await conn.execute(select(frame.c.pot, frame.c.committed_ore).where(*key).with_for_update())
    return {row.pot: row.committed_ore for row in rows}


async def _write_mandate(
    conn: AsyncConnection, body: SetMandate, moved: Mapping[str, int], now: datetime
) -> None:
    key = {"office": body.office, "grant_year": body.grant_year}
    changed: dict[str, Any] = {"reference": body.reference, "registered_at": now}
    letter = insert(mandate).values(**key, **changed)
    await conn.execute(letter.on_conflict_do_update(index_elements=["office", "grant_year"], set_=changed))
    # A pot that a later letter leaves out has no money of that letter.
    mine = (frame.c.office == body.office, frame.c.grant_year == body.grant_year)
    left_out = frame.c.pot.not_in([line.pot for line in body.frames])
    for pot in (await conn.scalars(select(frame.c.pot).where(*mine, left_out))).all():
        emptied = update(frame).where(*mine, frame.c.pot == pot)
        await conn.execute(emptied.values(amount_ore=moved.get(pot, 0)))
    for line in body.frames:
        changed = {"amount_ore": line.amount_ore + moved.get(line.pot, 0), "earmarked": line.earmarked}
        row = insert(frame).values(**key, pot=line.pot, **changed)
        await conn.execute(
            row.on_conflict_do_update(index_elements=["office", "grant_year", "pot"], set_=changed)
        )
