"""Reads what the tasks of an office follow from, and lays them out beside the tasks of cases."""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid5

from sqlalchemy import Select, false, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import OFFICE_ROLES, Actor
from domain.instants import last_day, local_day
from domain.lifecycle import Stage
from domain.officework.access import OfficeAccess
from domain.officework.desk import KnownRound, OfficeTask, Registers, Stopped
from domain.officework.tasks import TO_BE_RANKED, office_tasks
from domain.officework.yearly import OfficeYear
from domain.outreach import Outreach
from domain.rulebook.renewal import awaited_rules
from domain.ruleset import RuleSet, Strand
from storage.historical import waited_dates
from storage.networks import applied_from, networks_of, networks_with_members_of
from storage.office_duties import load_duties, rules_in_force
from storage.organisations import directory
from storage.queries import rounds
from storage.register_heads import state_of, states
from storage.rows import OverdueRow, TaskRow
from storage.rulesets import load_rule_sets
from storage.tables import case_head, frame, installation, mandate, outbox

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
    rules = rules_in_force(office, today.year)
    networks = await networks_of(conn, office, known, living=True)
    others = await networks_with_members_of(conn, office)
    taken = {
        number
        for network in (*(one.network for one in networks), *others)
        if network.exists_on(today)
        for number in network.municipalities_on(today)
    }
    area = [one.number for one in known.of_office(office, today)]
    taken |= await applied_from(conn, office, area)
    return Registers(
        duties=load_duties(),
        directory=known,
        rules=rules,
        awaited=awaited_rules(load_rule_sets().values(), today),
        mandate_years=await _mandate_years(conn, office),
        done={
            year.year: frozenset(year.done)
            for year in await states(conn, "yearly", office)
            if isinstance(year, OfficeYear)
        },
        rounds=await _rounds(conn, office),
        funded=await _funded(conn, office, rules, today.year),
        stopped=await stopped_of(conn, office),
        # One that is known from an application alone is followed up while that lives.
        networks=tuple(networks),
        guests=tuple(one for one in others if one.office != office),
        outside=tuple(number for number in area if number not in taken),
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


async def year_of(conn: AsyncConnection, office: str, year: int) -> OfficeYear | None:
    """Return what an office has done about a year; None where it has said nothing yet."""
    found = await state_of(conn, f"yearly:{office}-{year}")
    return found if isinstance(found, OfficeYear) else None


async def access_of(conn: AsyncConnection, office: str) -> OfficeAccess | None:
    """Return which roles are withdrawn at an office; None where none ever was."""
    found = await state_of(conn, f"access:{office}")
    return found if isinstance(found, OfficeAccess) else None


async def is_barred(conn: AsyncConnection, actor: Actor) -> bool:
    """Say whether a leader has withdrawn from *actor* the role worn."""
    access = await access_of(conn, actor.unit) if actor.role in OFFICE_ROLES else None
    return access is not None and access.bars(actor)


async def _mandate_years(conn: AsyncConnection, office: str) -> frozenset[int]:
    return frozenset(await conn.scalars(select(mandate.c.grant_year).where(mandate.c.office == office)))


async def _rounds(conn: AsyncConnection, office: str) -> tuple[KnownRound, ...]:
    """Return the office's rounds, each with how many of its cases are on their way to a recommendation."""
    stages: dict[UUID, dict[Stage, int]] = {}
    for row in await conn.execute(to_be_ranked_query(office)):
        stages.setdefault(row.round_id, {})[Stage(row.stage)] = row.cases
    return tuple(
        KnownRound(
            round_no=row.round_no,
            grant_year=row.grant_year,
            strand=Strand(row.strand),
            closed=row.finished,
            stages=stages.get(row.round_id, {}),
            rules=load_rule_sets().get(row.rule_set),
        )
        for row in await rounds(conn, office)
    )


def to_be_ranked_query(office: str) -> Select[Any]:
    """Return the statement that counts the cases of each round of *office* on their way to a recommendation."""
    head = case_head.c
    return (
        select(head.round_id, head.stage, func.count().label("cases"))
        .where(head.office == office, head.stage.in_([stage.value for stage in TO_BE_RANKED]))
        .group_by(head.round_id, head.stage)
    )


async def _funded(conn: AsyncConnection, office: str, rules: RuleSet | None, year: int) -> frozenset[Strand]:
    strands = {pot.key: pot.strand for pot in rules.pots} if rules is not None else {}
    mine = (frame.c.office == office, frame.c.grant_year == year, frame.c.amount_ore > 0)
    pots = await conn.scalars(select(frame.c.pot).where(*mine))
    return frozenset(strands[pot] for pot in pots if pot in strands)


async def stopped_of(conn: AsyncConnection, office: str) -> tuple[Stopped, ...]:
    """Return what has not left the house, one for each case or round and kind."""
    shift = timedelta(microseconds=(await conn.execute(select(installation.c.clock_shift_us))).scalar_one())
    return tuple(
        Stopped(
            about=row.about,
            kind=row.kind,
            parked=row.parked,
            # Rows wait in real time; the office lives in the time of its cases.
            since=local_day(row.since + shift),
            count=row.n,
        )
        for row in await conn.execute(stopped_query(office))
    )


def stopped_query(office: str) -> Select[Any]:
    """Return the statement behind ``stopped_of``."""
    about = outbox.c.payload["case_no"].astext.label("about")
    parked = (outbox.c.status == "parked").label("parked")
    return (
        select(
            about,
            outbox.c.kind,
            parked,
            func.min(outbox.c.created_at).label("since"),
            func.count().label("n"),
        )
        # Written out, not as a parameter: only then may the planner use the partial index.
        .where(outbox.c.status != literal("done", literal_execute=True))
        .where(outbox.c.payload["office"].astext == office)
        .group_by(about, outbox.c.kind, parked)
    )
