"""Lets the lives of a script be lived: every act goes through the door, as a person's would, when its time has come."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from activities.door import Answer, Outcome
from activities.register import Envelope
from cli.demonstration.conductor import Conductor
from cli.demonstration.forms import new_id
from cli.demonstration.house import House
from cli.demonstration.language import Act, Call, Life, Moment
from cli.demonstration.record import Overdue
from domain import commands as c
from domain.actors import Actor, Role
from domain.refusal import Refused
from letters.catalogue import Language, MissingTextError, refusal
from storage import queries
from storage.tables import case_head

#: A command that is received and not carried out yet is asked for again, with the same id, so many times.
_TRIES: Final = 6

Progress: TypeAlias = Callable[[datetime, int], None]


class StepFailedError(Exception):
    """A step did not go as planned; the message says how, for people."""


@dataclass(slots=True)
class Lived:
    """What happened to one life: the refusals that were planned and came, and what stopped it."""

    refusals: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def stopped(self) -> bool:
        """Say whether something went wrong; its later steps would only say so again."""
        return bool(self.problems)


def case_id_of(life: Life) -> UUID:
    """Return the id of a life's case."""
    return new_id(f"case {life.key}")


class Performance:
    """Performs moments in one house.

    Args:
        house: Where.
        conductor: Its clock.
        progress: Told the case time, and how many acts are done.
    """

    def __init__(self, house: House, conductor: Conductor, progress: Progress) -> None:
        self.lived: dict[str, Lived] = {}
        self.overdue = Overdue(as_of=date.min, rows=(), tasks={})
        self.acts = 0
        self._house = house
        self._conductor = conductor
        self._progress = progress
        self._rounds: dict[str, str] = {}

    async def perform(self, moments: list[Moment], look_on: date) -> None:
        """Go through *moments* in order; *look_on* is the day of the one at which the overdue list is taken."""
        for moment in moments:
            await self._conductor.advance_to(moment.at)
            self._progress(moment.at, self.acts)
            await self._registers(moment)
            async with asyncio.TaskGroup() as group:
                for life, acts in moment.acts:
                    group.create_task(self._live(life, acts))
            if moment.look:
                self.overdue = await self._look(moment.at, look_on)
            self._progress(moment.at, self.acts)

    async def _registers(self, moment: Moment) -> None:
        for allocation in moment.allocations:
            mandate = allocation.mandate
            leader = _leader(mandate.office)
            name = f"mandate {mandate.office} {mandate.grant_year}"
            await self._house.register.set_mandate(stamped(leader, name), mandate)
            self.acts += 1
        for call in moment.calls:
            await self._announce(call)

    async def _announce(self, call: Call) -> None:
        envelope = stamped(_leader(call.round.office), f"round {call.key}")
        answer = await self._house.register.open_round(envelope, call.round)
        self._rounds[call.key] = answer["round_id"]
        await self._house.door.start_round(UUID(answer["round_id"]))
        self.acts += 1

    async def _live(self, life: Life, acts: tuple[Act, ...]) -> None:
        lived = self.lived.setdefault(life.key, Lived())
        for act in acts:
            if lived.stopped:
                return
            try:
                await self._step(life, act, lived)
            except (StepFailedError, Refused, SQLAlchemyError) as failed:
                lived.problems.append(f"step {act.step} ({act.name}, {act.at:%Y-%m-%d}): {failed}")
            self.acts += 1

    async def _step(self, life: Life, act: Act, lived: Lived) -> None:
        planned = act.refusal
        before = await self._seq(life) if planned else 0
        answer = await self._ask(life, act)
        if answer.outcome is Outcome.RECEIVED:
            raise StepFailedError("received, and not carried out")
        if planned is None:
            if answer.outcome is Outcome.REFUSED:
                raise StepFailedError(_words(answer))
            return
        if answer.outcome is Outcome.DONE:
            raise StepFailedError(f"done, and should have been refused: {planned.code}")
        said = answer.detail["params"]
        differs = {name: said.get(name) for name, value in planned.params.items() if said.get(name) != value}
        if answer.detail["code"] != planned.code or differs:
            raise StepFailedError(
                f"refused, but not as planned ({planned.code}): {_words(answer)} {differs or ''}"
            )
        if (after := await self._seq(life)) != before:
            raise StepFailedError(f"refused, and something was recorded: {before} → {after}")
        lived.refusals.append(planned.code)

    async def _ask(self, life: Life, act: Act) -> Answer:
        body = act.body
        if isinstance(body, c.Submit):
            body = body.model_copy(update={"round_id": self._rounds[life.call.key]})
        command_id = new_id(f"{life.key} {act.step}")
        tries = 1
        while (answer := await self._send(life, act, body, command_id)).outcome is Outcome.RECEIVED:
            if tries == _TRIES:
                break
            tries += 1
        return answer

    async def _send(self, life: Life, act: Act, body: c.Body, command_id: UUID) -> Answer:
        who = life.actor(act.who)
        now = datetime.now(UTC)
        return await self._house.door.ask(case_id_of(life), command_id, who, body, real_now=now)

    async def _seq(self, life: Life) -> int:
        async with self._house.engine.connect() as conn:
            seq = await conn.scalar(select(case_head.c.seq).where(case_head.c.case_id == case_id_of(life)))
        return int(seq or 0)

    async def _look(self, at: datetime, day: date) -> Overdue:
        async with self._house.engine.connect() as conn:
            rows = await queries.overdue(conn, at, limit=200)
            tasks = {
                row.case_no: tuple(
                    task.role
                    for task in await queries.tasks_of(conn, row.case_id)
                    if task.code.startswith("overdue_")
                )
                for row in rows
            }
        return Overdue(as_of=day, rows=tuple(rows), tasks=tasks)


def _leader(office: str) -> Actor:
    return Actor(subject=f"leader@{office}", role=Role.LEADER, unit=office, asserted=True)


def stamped(actor: Actor, name: str) -> Envelope:
    """Stamp a wish about an office's registers as it arrives now; *name* is what makes it one and the same wish."""
    return Envelope(command_id=new_id(name), actor=actor, real_now=datetime.now(UTC))


def _words(answer: Answer) -> str:
    """Return a refusal with its code, its rule and its words."""
    detail = answer.detail
    try:
        words = refusal(Language.EN, detail["code"], detail["rule"], detail["params"]).reason
    except MissingTextError:
        words = str(detail["params"])
    return f"{detail['code']} ({detail['rule']}): {words}"
