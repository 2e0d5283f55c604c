"""Reads what the tasks of an office follow from, and lays them out beside the tasks of cases."""

from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import Table, false, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.instants import last_day, local_day
from domain.officework.tasks import OfficeTask, Registers, office_tasks
from domain.outreach import Outreach
from domain.rulebook.renewal import awaited_rules
from storage.historical import waited_dates
from storage.networks import networks_of, networks_with_members_of
from storage.office_duties import load_duties, rules_in_force
from storage.organisations import directory
from storage.register_heads import state_of
from storage.rows import OverdueRow, TaskRow
from storage.rulesets import load_rule_sets
from storage.tables import case_head, mandate, round_

_TASKS: Final = UUID("0d7d0c3e-6a1c-5c0f-9e5b-3a3f9b1d2c11")


async def tasks_of_office(conn: AsyncConnection, office: str, as_of: datetime) -> tuple[OfficeTask, ...]:
    """Return the tasks of *office* that belong to no case, as they stand at *as_of* (case time, UTC)."""
    return office_tasks(office, as_of, await registers_of(conn, office, as_of))


async def office_task_rows(
    conn: AsyncConnection, office: str, as_of: datetime, role: str | None = None
) -> list[TaskRow]:
    """Return the same tasks as rows of the list of tasks; ``case_no`` says what each is about."""
    return [
        TaskRow(
            case_id=uuid5(_TASKS, f"{office}:{one.name}"),
            case_no=one.about,
            stage="",
            host="",
            task=one.name,
            code=one.code,
            role=one.role.value,
            office=one.office,
            opened_at=as_of,
            due=one.due,
            rule=one.rule,
            params=dict(one.params),
        )
        for one in await tasks_of_office(conn, office, as_of)
        if role in {None, one.role.value}
    ]


async def office_overdue_rows(conn: AsyncConnection, office: str, as_of: datetime) -> list[OverdueRow]:
    """Return the same tasks whose last day lies before *as_of*, as rows of the list of what is overdue."""
    return [
        OverdueRow(
            case_id=row.case_id,
            case_no=row.case_no,
            office=row.office,
            host=row.host,
            stage=row.stage,
            clock=row.task,
            due=row.due,
            last_day=last_day(row.due),
            about=row.code,
            rule=row.rule,
            role=row.role,
            overdue_rung=0,
        )
        for row in await office_task_rows(conn, office, as_of)
        if row.due is not None and row.due <= as_of
    ]


async def registers_of(conn: AsyncConnection, office: str, as_of: datetime) -> Registers:
    """Read the registers of *office*."""
    today = local_day(as_of)
    known = await directory(conn)
    networks = await networks_of(conn, office, known)
    others = await networks_with_members_of(conn, office)
    taken = {
        number
        for network in (*(one.network for one in networks), *others)
        if network.exists_on(today)
        for number in network.municipalities_on(today)
    }
    return Registers(
        duties=load_duties(),
        directory=known,
        rules=rules_in_force(office, today.year),
        awaited=awaited_rules(load_rule_sets().values(), today),
        mandate_years=await _years(conn, mandate, office),
        round_years=await _years(conn, round_, office),
        # One that is known from an application alone is followed up while that lives.
        networks=tuple(one for one in networks if one.registered or one.open_cases),
        guests=tuple(one for one in others if one.office != office),
        outside=tuple(one.number for one in known.of_office(office, today) if one.number not in taken),
        outreach=await outreach_of(conn, office, today.year),
        dates=await waited_dates(conn, office),
        hosts=await _hosts(conn, office),
    )


async def outreach_of(conn: AsyncConnection, office: str, year: int) -> Outreach | None:
    """Return the outreach list of an office and year; None where nobody has been reached yet."""
    found = await state_of(conn, f"outreach:{office}-{year}")
    return found if isinstance(found, Outreach) else None


async def _hosts(conn: AsyncConnection, office: str) -> dict[str, tuple[str, ...]]:
    query = (
        select(case_head.c.host, func.array_agg(case_head.c.case_no).label("numbers"))
        .where(case_head.c.office == office, case_head.c.finished == false())
        .group_by(case_head.c.host)
    )
    return {
        row.host: tuple(sorted(row.numbers)) for row in await conn.execute(query.order_by(case_head.c.host))
    }


async def _years(conn: AsyncConnection, table: Table, office: str) -> frozenset[int]:
    query = select(table.c.grant_year).where(table.c.office == office)
    return frozenset(await conn.scalars(query))
