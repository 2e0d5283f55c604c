"""Tasks that belong to no case: they follow from the registers and the day, and vanish when their cause is gone.

Nothing here is stored. A member that joins, a letter that is registered, a contact that is logged: the next list is
without the task.
"""

import dataclasses
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from domain.actors import Role
from domain.historical import DateKind
from domain.instants import end_of_day, local_day, months_after
from domain.networks.parts import FollowUp, Network, on
from domain.networks.standing import below_minimum
from domain.officework.duties import Matter, OfficeDuties, day_of_year, end_of_month
from domain.organisations.directory import Directory
from domain.outreach import Outreach
from domain.refusal import Param
from domain.rulebook.renewal import Awaited
from domain.ruleset import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTask:
    """Something one role at an office has to do that belongs to no case.

    Args:
        name: Unique within the office.
        code: What it is, a key in the message catalogues.
        office: Whose it is.
        role: Who does it there.
        rule: The rule behind it.
        about: What it is about, as people call it: a network's name, a year, a case's old number.
        due: First instant after the last day to do it (UTC), where there is one.
        params: What the message shows; units by name as in ``domain.refusal.Param``.
    """

    name: str
    code: str
    office: str
    role: Role
    rule: str
    about: str
    due: datetime | None = None
    params: Mapping[str, Param] = dataclasses.field(default_factory=dict)


#: Every code a task of an office can have.
OFFICE_TASK_CODES: Final = (
    "register_mandate",
    "review_rules",
    "follow_up_network",
    "membership_below_minimum",
    "agree_to_member",
    "member_reorganised",
    "host_not_payable",
    "answer_help",
    "reach_out",
    "historical_date",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNetwork:
    """A network with the cases of it that are not finished."""

    network: Network
    open_cases: tuple[str, ...] = ()
    registered: bool = True
    """False where it is known from an application alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoricalDate:
    """A date that was typed in with an old case and is not met."""

    reference: str
    grant_year: int
    kind: DateKind
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """What the tasks of an office follow from.

    Args:
        duties: By which rules the office works, and when.
        directory: Which municipalities there are.
        rules: The rules in force for the office; None where no year has any yet.
        awaited: Rules that are under review and have no successor.
        mandate_years: Years the office has a mandate for.
        round_years: Years it has announced a round for.
        networks: The networks it answers for.
        guests: Networks of other offices that have its municipalities as members.
        outside: Its municipalities that are members of no network.
        outreach: Its outreach list of this year.
        dates: Dates of its old cases that are waited for.
        hosts: Its unfinished cases by the organisation number of their host.
    """

    duties: OfficeDuties
    directory: Directory
    rules: RuleSet | None
    awaited: tuple[Awaited, ...] = ()
    mandate_years: Collection[int] = ()
    round_years: Collection[int] = ()
    networks: tuple[KnownNetwork, ...] = ()
    guests: tuple[Network, ...] = ()
    outside: tuple[str, ...] = ()
    outreach: Outreach | None = None
    dates: tuple[HistoricalDate, ...] = ()
    hosts: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Desk:
    office: str
    today: date
    registers: Registers

    def rule(self, matter: Matter) -> str:
        return self.registers.duties.rule(matter, self.today.year)

    def task(
        self, code: str, key: str, rule: str, about: str, last_day: date | None, **params: Param
    ) -> OfficeTask:
        role = Role.LEADER if code in _OF_LEADER else Role.CASE_OFFICER
        return OfficeTask(
            name=f"{code}:{key}",
            code=code,
            office=self.office,
            role=role,
            rule=rule,
            about=about,
            due=None if last_day is None else end_of_day(last_day),
            params=params,
        )


_OF_LEADER: Final = frozenset({"register_mandate", "review_rules", "agree_to_member"})


def office_tasks(office: str, as_of: datetime, registers: Registers) -> tuple[OfficeTask, ...]:
    """Return every task of *office* that belongs to no case, as it stands at *as_of* (UTC), the most pressing first."""
    desk = _Desk(office, local_day(as_of), registers)
    found = [*_mandate(desk), *_rules(desk), *_outreach(desk), *_guests(desk), *_dates(desk), *_hosts(desk)]
    for known in registers.networks:
        if known.network.exists_on(desk.today) and known.network.first_day <= desk.today:
            found += _of_network(desk, known)
    return tuple(sorted(found, key=lambda task: (task.due is None, task.due or as_of, task.name)))


def _mandate(desk: _Desk) -> Iterator[OfficeTask]:
    """Ask for the allocation letter from New Year on, and for a year whose round is out already (I21-03, I21-06)."""
    duty, today = desk.registers.duties.mandate, desk.today
    waited = {year for year in desk.registers.round_years if year >= today.year}
    if today >= day_of_year(today.year, duty.opens):
        waited.add(today.year)
    for year in sorted(waited - set(desk.registers.mandate_years)):
        last_day = end_of_month(year, duty.due_month)
        rule = desk.registers.duties.rule(Matter.MANDATE, year)
        yield desk.task("register_mandate", str(year), rule, str(year), last_day, year=year)


def _rules(desk: _Desk) -> Iterator[OfficeTask]:
    """Say that next year's rules are not there: no round can open for it (R26-66)."""
    for one in desk.registers.awaited:
        if one.since <= desk.today:
            yield desk.task(
                "review_rules",
                str(one.year),
                one.rule,
                str(one.year),
                date(one.year - 1, 12, 31),
                year=one.year,
                rule_set=one.rule_set,
            )


def _outreach(desk: _Desk) -> Iterator[OfficeTask]:
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


def _guests(desk: _Desk) -> Iterator[OfficeTask]:
    """Ask the member's own office to agree, where a network crosses the border of two (E24)."""
    for network in desk.registers.guests:
        if not network.exists_on(desk.today):
            continue
        for member in on(network.members, desk.today):
            if member.office == desk.office and not member.agreed:
                yield desk.task(
                    "agree_to_member",
                    f"{network.network_id}:{member.municipality}",
                    "E24",
                    network.name,
                    None,
                    municipality=member.municipality,
                )


def _dates(desk: _Desk) -> Iterator[OfficeTask]:
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


def _hosts(desk: _Desk) -> Iterator[OfficeTask]:
    """Ask who is to be paid, where a host was merged away or is allowed no longer: a new account check (E23, T43)."""
    for host, cases in desk.registers.hosts.items():
        if desk.registers.directory.payee(host, desk.office, desk.today) is None:
            yield desk.task("host_not_payable", host, "E23", host, None, host=host, cases=list(cases))


def _of_network(desk: _Desk, known: KnownNetwork) -> Iterator[OfficeTask]:
    network = known.network
    if desk.registers.rules is not None:
        for gap in below_minimum(network, desk.registers.rules, desk.today):
            yield desk.task(
                "membership_below_minimum",
                f"{network.network_id}:{gap.code}",
                "E22",
                network.name,
                None,
                cases=list(known.open_cases),
                minimum_rule=gap.rule,
                **gap.params,
            )
    yield from _follow_up(desk, network)
    yield from _reorganised(desk, network)
    yield from _help(desk, network)


def _follow_up(desk: _Desk, network: Network) -> Iterator[OfficeTask]:
    """Remind once a year; a contact or a meeting is following up, a note is not (H18-11, R26-62)."""
    duty = desk.registers.duties.follow_up
    met = [one.held_on for one in network.log if one.entry is not FollowUp.NOTE]
    last_day = months_after(max([network.first_day, *met]), duty.every_months)
    if desk.today >= last_day - timedelta(days=duty.notice_days):
        yield desk.task(
            "follow_up_network", network.network_id, desk.rule(Matter.FOLLOW_UP), network.name, last_day
        )


def _reorganised(desk: _Desk, network: Network) -> Iterator[OfficeTask]:
    """Ask who goes on in the network, where a member was merged or split (E23)."""
    for member in on(network.members, desk.today):
        known = desk.registers.directory.municipality(member.municipality)
        if known is not None and not known.holds_on(desk.today):
            yield desk.task(
                "member_reorganised",
                f"{network.network_id}:{member.municipality}",
                "E23",
                network.name,
                None,
                municipality=member.municipality,
                became=list(known.became),
            )


def _help(desk: _Desk, network: Network) -> Iterator[OfficeTask]:
    """Keep help that was asked for on the table until it is given (R26-65, R26-29)."""
    for one in network.helps:
        if one.given_on is None:
            matter = Matter.HELP_BUFETAT if one.kind == "bufetat" else Matter.HELP
            last_day = one.asked_on + timedelta(days=desk.registers.duties.help.answer_days)
            yield desk.task(
                "answer_help",
                f"{network.network_id}:{one.number}",
                desk.rule(matter),
                network.name,
                last_day,
                number=one.number,
            )
