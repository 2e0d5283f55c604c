"""Tasks that belong to no case: they follow from the registers and the day, and vanish when their cause is gone.

Nothing here is stored. A member that joins, a letter that is registered, a contact that is logged: the next list is
without the task.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from domain.actors import Role
from domain.instants import local_day
from domain.lifecycle import Stage
from domain.networks.parts import on
from domain.officework.desk import Desk, OfficeTask, Registers
from domain.officework.duties import Matter, day_of_year, end_of_month
from domain.officework.network_tasks import of_network
from domain.ruleset import Strand


def office_tasks(office: str, as_of: datetime, registers: Registers) -> tuple[OfficeTask, ...]:
    """Return every task of *office* that belongs to no case, as it stands at *as_of* (UTC), the most pressing first."""
    desk = Desk(office, local_day(as_of), registers)
    found = [task for part in _PARTS for task in part(desk)]
    for known in registers.networks:
        if known.network.exists_on(desk.today) and known.network.first_day <= desk.today:
            found += of_network(desk, known)
    return tuple(sorted(found, key=lambda task: (task.due is None, task.due or as_of, task.name)))


def _mandate(desk: Desk) -> Iterator[OfficeTask]:
    """Ask for the allocation letter from New Year on, and for a year whose round is out already (I21-03, I21-06)."""
    duty, today = desk.registers.duties.mandate, desk.today
    waited = {one.grant_year for one in desk.registers.rounds if one.grant_year >= today.year}
    if today >= day_of_year(today.year, duty.opens):
        waited.add(today.year)
    for year in sorted(waited - set(desk.registers.mandate_years)):
        last_day = end_of_month(year, duty.due_month)
        rule = desk.registers.duties.rule(Matter.MANDATE, year)
        task = desk.task("register_mandate", str(year), rule, str(year), last_day, year=year)
        yield task.given_to(Role.LEADER)


def _rounds(desk: Desk) -> Iterator[OfficeTask]:
    """Ask for a round where this year's money, or the year itself, has none; without rules none can open (T01)."""
    duty, year, registers = desk.registers.duties.round, desk.today.year, desk.registers
    if desk.today < day_of_year(year, duty.opens) or any(one.year == year for one in registers.awaited):
        return
    out = {one.strand for one in registers.rounds if one.grant_year == year}
    wanted: Sequence[Strand | None] = sorted(set(registers.funded) - out)
    for strand in wanted if out or registers.funded else [None]:
        key = str(year) if strand is None else f"{year}:{strand}"
        last_day = day_of_year(year, duty.due)
        yield desk.task("open_round", key, duty.rule, str(year), last_day, strand=strand).given_to(
            Role.LEADER
        )


#: Before these are through, a round cannot be ranked.
_NOT_ASSESSED: Final = (Stage.SUBMITTED, Stage.IN_ASSESSMENT, Stage.RETURNED)

#: The stages of a round's cases that its ranking waits for, and the one it is made of.
TO_BE_RANKED: Final = (*_NOT_ASSESSED, Stage.ASSESSED)


def _ranking(desk: Desk) -> Iterator[OfficeTask]:
    """Say that every application of a closed round is assessed and waits to be ranked (T10, B21-48, I21-25, R26-50)."""
    for one in desk.registers.rounds:
        assessed = one.stages.get(Stage.ASSESSED, 0)
        if one.closed and assessed and not any(one.stages.get(stage) for stage in _NOT_ASSESSED):
            task = desk.task(
                "ranking_ready", one.round_no, one.ranked_by, one.round_no, None, assessed=assessed
            )
            yield task.given_to(Role.LEADER)


def _dispatch(desk: Desk) -> Iterator[OfficeTask]:
    """Put on a table what was given up on the way out, and what has waited too long to leave."""
    duty = desk.registers.duties.dispatch
    for one in desk.registers.stopped:
        last_day = one.since + timedelta(days=duty.unsent_days)
        if not one.parked and desk.today <= last_day:
            continue
        if one.kind == "payment_order":
            code, role = "payment_order_stopped", Role.ACCOUNTANT
        else:
            code, role = "dispatch_failed" if one.parked else "dispatch_waiting", Role.CASE_OFFICER
        task = desk.task(code, one.about, duty.rule, one.about, last_day, messages=one.count)
        yield task.given_to(role)


def _yearly(desk: Desk) -> Iterator[OfficeTask]:
    """Ask for what is done once about each year that the office had money for, until somebody says it is done."""
    for year in sorted(desk.registers.mandate_years):
        for key, duty in desk.registers.duties.yearly.items():
            is_done = key in desk.registers.done.get(year, ())
            if duty.is_of(desk.office, year) and duty.opens_on(year) <= desk.today and not is_done:
                task = desk.task(key.value, str(year), duty.rule, str(year), duty.last_day(year), year=year)
                yield task.given_to(duty.role)


def _rules(desk: Desk) -> Iterator[OfficeTask]:
    """Say that next year's rules are not there: no round can open for it (R26-66)."""
    for one in desk.registers.awaited:
        if one.since <= desk.today:
            task = desk.task(
                "review_rules",
                str(one.year),
                one.rule,
                str(one.year),
                date(one.year - 1, 12, 31),
                year=one.year,
                rule_set=one.rule_set,
            )
            yield task.given_to(Role.LEADER)


def _outreach(desk: Desk) -> Iterator[OfficeTask]:
    """Ask who will write to the municipalities in no network, until one of them is ticked this year (R26-64)."""
    duty, year, registers = desk.registers.duties.outreach, desk.today.year, desk.registers
    quiet = registers.outreach is None or registers.outreach.last_tick_on is None
    if registers.outside and quiet and desk.today >= day_of_year(year, duty.opens):
        yield desk.task(
            "reach_out",
            str(year),
            desk.rule(Matter.OUTREACH),
            str(year),
            day_of_year(year, duty.due),
            year=year,
            outside=len(registers.outside),
        )


def _answers(desk: Desk) -> Iterator[OfficeTask]:
    """Remind of those who were invited and have not answered, some days before the answers are due; nothing ends (H18-14)."""
    duty, outreach = desk.registers.duties.answers, desk.registers.outreach
    if outreach is None or not duty.first_year <= outreach.year <= duty.last_year:
        return
    last_day = day_of_year(outreach.year, duty.due)
    if outreach.unanswered and desk.today >= last_day - timedelta(days=duty.notice_days):
        yield desk.task(
            "await_answers",
            str(outreach.year),
            duty.rule,
            str(outreach.year),
            last_day,
            year=outreach.year,
            waiting=len(outreach.unanswered),
        )


def _guests(desk: Desk) -> Iterator[OfficeTask]:
    """Ask the member's own office to agree, where a network crosses the border of two (E24)."""
    for network in desk.registers.guests:
        if not network.exists_on(desk.today):
            continue
        for member in on(network.members, desk.today):
            if member.office == desk.office and not member.agreed:
                task = desk.task(
                    "agree_to_member",
                    f"{network.network_id}:{member.municipality}",
                    "E24",
                    network.name,
                    None,
                    municipality=member.municipality,
                )
                yield task.given_to(Role.LEADER)


def _dates(desk: Desk) -> Iterator[OfficeTask]:
    for one in desk.registers.dates:
        yield desk.task(
            "historical_date",
            f"{one.grant_year}:{one.reference}:{one.kind}",
            "E45",
            one.reference,
            one.last_day,
            date_kind=one.kind.value,
            reference=one.reference,
        )


def _hosts(desk: Desk) -> Iterator[OfficeTask]:
    """Ask who is to be paid, where a host was merged away or is allowed no longer: a new account check (E23, T43)."""
    for host, cases in desk.registers.hosts.items():
        if desk.registers.directory.payee(host, desk.office, desk.today) is None:
            yield desk.task("host_not_payable", host, "E23", host, None, host=host, cases=list(cases))


_PARTS: Final = (
    _mandate,
    _rules,
    _rounds,
    _ranking,
    _dispatch,
    _yearly,
    _outreach,
    _answers,
    _guests,
    _dates,
    _hosts,
)
