"""The register doors on a database whose clock can be set, and what the tests look at in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import text

from activities.register import Envelope, Register
from domain.actors import Actor, Role
from domain.mandates import Frame, SetMandate
from domain.money import kroner
from domain.networks import commands as c
from storage import queries
from storage.office_registers import office_task_rows
from storage.register_heads import check_registers
from storage.rows import FrameRow, TaskRow
from storage.verify import verify
from tests.databases import Database

OFFICE: Final = "SFIN"
TODAY: Final = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def actor(role: Role, unit: str = OFFICE) -> Actor:
    return Actor(subject=f"{role.value}@{unit}", role=role, unit=unit)


OFFICER: Final = actor(Role.CASE_OFFICER)
LEADER: Final = actor(Role.LEADER)


@dataclass(frozen=True, kw_only=True)
class House:
    """One installation, its register, and its clock."""

    database: Database
    register: Register

    async def set_clock(self, instant: datetime) -> None:
        shift = (instant - datetime.now(UTC)) // timedelta(microseconds=1)
        async with self.database.engine.begin() as conn:
            await conn.execute(text("UPDATE installation SET clock_shift_us = :us"), {"us": shift})

    def envelope(self, who: Actor = OFFICER, command_id: UUID | None = None) -> Envelope:
        return Envelope(command_id=command_id or uuid4(), actor=who, real_now=datetime.now(UTC))

    async def network(self, who: Actor = OFFICER, **changes: Any) -> UUID:
        """Register a network and return its id."""
        plain = {
            "office": OFFICE,
            "network_name": "Hedmarken",
            "strand": "learning",
            "from_day": "2026-01-15",
        }
        body = c.RegisterNetwork.model_validate(plain | changes)
        answer = await self.register.register_network(self.envelope(who), body)
        return UUID(answer["network_id"])

    async def change(self, network_id: UUID, command: type[Any], who: Actor = OFFICER, **body: Any) -> Any:
        whole = command.model_validate(body)
        return await self.register.change_network(self.envelope(who), network_id, whole)

    async def join(self, network_id: UUID, *numbers: str) -> None:
        for number in numbers:
            day: dict[str, Any] = {"from_day": "2026-02-01", "consented_on": "2026-01-20"}
            await self.change(network_id, c.JoinNetwork, municipality=number, **day)
            service: dict[str, Any] = {"service": f"Barnevern {number}", "service_kind": "barnevern"}
            await self.change(
                network_id, c.AddService, **service, municipalities=(number,), from_day="2026-02-01"
            )

    async def mandate(self, **frames: int) -> None:
        """Register a mandate with frames in kroner; the leader frame is earmarked."""
        made = tuple(
            Frame(pot=pot, amount_ore=kroner(amount), earmarked=pot == "leader")
            for pot, amount in frames.items()
        )
        body = SetMandate(office=OFFICE, grant_year=2026, reference="26/1", frames=made)
        await self.register.set_mandate(self.envelope(LEADER), body)

    async def frames(self) -> dict[str, FrameRow]:
        async with self.database.engine.connect() as conn:
            return {row.pot: row for row in await queries.frames(conn, OFFICE, 2026)}

    async def tasks(
        self, as_of: datetime = TODAY, office: str = OFFICE, role: str | None = None
    ) -> list[TaskRow]:
        async with self.database.engine.connect() as conn:
            return await office_task_rows(conn, office, as_of, role)

    async def codes(self, as_of: datetime = TODAY, office: str = OFFICE) -> list[str]:
        return [task.code for task in await self.tasks(as_of, office)]

    async def trail(self, stream: str) -> list[str]:
        async with self.database.engine.connect() as conn:
            return [entry.kind for entry in await queries.history(conn, stream)]

    async def rows(self, query: str, **params: Any) -> Sequence[Any]:
        async with self.database.engine.connect() as conn:
            return (await conn.execute(text(query), params)).all()

    async def problems(self) -> list[str]:
        """Return what is wrong with the trail and with what is kept beside it."""
        async with self.database.engine.connect() as conn:
            found = await verify(conn)
        async with self.database.engine.connect() as conn:
            found += await check_registers(conn)
        return [f"{one.stream}: {one.detail}" for one in found]
