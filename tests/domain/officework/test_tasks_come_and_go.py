"""Every task of an office, seen with its cause and gone without it; whose it is and by which rule, as docs/timers.md says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple

import pytest

from deploy.timers import OFFICE_TASKS
from domain.historical import DateKind
from domain.lifecycle import Stage
from domain.officework.desk import OFFICE_TASK_CODES, HistoricalDate, KnownNetwork, OfficeTask, Stopped
from domain.officework.duties import Yearly
from domain.organisations.commands import ReorganiseMunicipalities, VerifyOrgNumber
from domain.organisations.directory import Directory
from domain.outreach import Outreach, Reached
from domain.ruleset import Strand
from tests.domain.applications import ORG_HAMAR, ORG_LOTEN
from tests.domain.networks.registers import AGDER_LEADER, HAMAR, LOTEN, Book, hedmarken
from tests.domain.officework.test_tasks import FROLAND, a_round, followed, tasks
from tests.domain.test_organisations import Register

#: A valid organisation number that is no municipality's in the packed list.
NEW_NUMBER: Final = "986128433"

Registers = Callable[[], dict[str, Any]]


class Seen(NamedTuple):
    """A day, the registers with the cause, and the same without it."""

    day: date
    cause: Registers
    gone: Registers
    office: str = "SFIN"


def of(book: Book, **changes: Any) -> dict[str, Any]:
    return {"networks": (KnownNetwork(network=book.now, **changes),), "awaited": ()}


def merged() -> Directory:
    """Løten was merged into Hamar on 1 July 2026."""
    register = Register()
    changed: dict[str, Any] = {"ended": ({"number": LOTEN},), "begun": ({"number": HAMAR},)}
    register.do(ReorganiseMunicipalities, **changed, from_day="2026-07-01")
    return register.directory


def without_loten() -> dict[str, Any]:
    book = hedmarken()
    followed(book)
    book.directory = merged()
    book.do("leave_network", municipality=LOTEN, last_day="2026-06-30")
    return {**of(book), "directory": merged()}


def with_loten() -> dict[str, Any]:
    book = hedmarken()
    followed(book)
    return {**of(book), "directory": merged()}


def small() -> Book:
    book = hedmarken()
    followed(book)
    book.do("leave_network", municipality=LOTEN, last_day="2026-02-28")
    return book


def grown() -> Book:
    return (
        small().join("3413", from_day="2026-03-01").serve("Barnevern Stange", "3413", from_day="2026-03-01")
    )


def helped(*, given: bool) -> Book:
    book = hedmarken()
    followed(book)
    book.do("ask_help", partner_kind="bufetat", asked_by="network", asked_on="2026-02-10", about="Hjelp")
    if given:
        book.do("give_help", number=1, given_on="2026-02-20", given="Møte")
    return book


def bordering(*, agreed: bool) -> Book:
    book = hedmarken().join(FROLAND)
    if agreed:
        book.do("agree_to_member", AGDER_LEADER, municipality=FROLAND)
    return book


def guest(*, agreed: bool) -> dict[str, Any]:
    return {"guests": (bordering(agreed=agreed).now,)}


def met(day: date) -> Book:
    book = hedmarken()
    book.today = date(2027, 2, 1)
    book.do("log_follow_up", entry="meeting", held_on=day.isoformat(), text="Møte på Hamar")
    return book


def with_new_number() -> dict[str, Any]:
    """Enhetsregisteret has another number for Hamar than its cases have."""
    register = Register()
    register.do(VerifyOrgNumber, municipality=HAMAR, org_number=NEW_NUMBER)
    return {"directory": register.directory}


def stopped(**changes: Any) -> dict[str, Any]:
    one = Stopped(about="SFIN-2026-4", kind="message", parked=True, since=date(2026, 5, 4))
    return {"stopped": (replace(one, **changes),)}


def yearly(duty: Yearly, *, done: bool, year: int = 2026) -> dict[str, Any]:
    others = frozenset(Yearly) - (frozenset() if done else {duty})
    return {"done": {year: others}, "mandate_years": {year}, "awaited": ()}


CLOSED: Final = a_round(2026, closed=True, stages={Stage.ASSESSED: 2})
WAITED: Final = HistoricalDate(
    reference="2025/77", grant_year=2025, kind=DateKind.REPORT_DUE, last_day=date(2026, 4, 1)
)
BOTH: Final = {Strand.LEARNING, Strand.LEADER}


def asked(*ticks: str) -> Outreach:
    reached = Reached(ticks=dict.fromkeys(ticks, date(2018, 3, 1)))
    return Outreach(office="SFIN", year=2018, reached={HAMAR: reached})


def given(**changes: Any) -> Registers:
    return lambda: changes


SEEN: Final[dict[str, Seen]] = {
    "register_mandate": Seen(date(2026, 2, 1), given(mandate_years=()), given(mandate_years={2026})),
    "open_round": Seen(
        date(2026, 3, 1),
        given(funded=BOTH),
        given(funded=BOTH, rounds=(a_round(2026), a_round(2026, Strand.LEADER))),
    ),
    "ranking_ready": Seen(
        date(2026, 8, 1), given(rounds=(CLOSED,)), given(rounds=(replace(CLOSED, stages={}),))
    ),
    "await_answers": Seen(
        date(2018, 4, 20), given(outreach=asked("invited")), given(outreach=asked("invited", "answered"))
    ),
    "review_rules": Seen(date(2026, 12, 1), dict, given(awaited=())),
    "reach_out": Seen(date(2026, 3, 1), given(outside=("3413",), outreach=None), given(outside=("3413",))),
    "follow_up_network": Seen(
        date(2027, 2, 1), lambda: of(met(date(2026, 2, 20))), lambda: of(met(date(2027, 2, 1)))
    ),
    "membership_below_minimum": Seen(date(2026, 3, 1), lambda: of(small()), lambda: of(grown())),
    "agree_to_member": Seen(
        date(2026, 3, 1), lambda: guest(agreed=False), lambda: guest(agreed=True), "SFAG"
    ),
    "await_agreement": Seen(
        date(2026, 3, 1), lambda: of(bordering(agreed=False)), lambda: of(bordering(agreed=True))
    ),
    "member_reorganised": Seen(date(2026, 7, 1), with_loten, without_loten),
    "host_not_payable": Seen(
        date(2026, 7, 1),
        lambda: {"hosts": {ORG_HAMAR: ("SFIN-2026-1",)}, **with_new_number()},
        lambda: {"hosts": {NEW_NUMBER: ("SFIN-2026-1",)}, **with_new_number()},
    ),
    "answer_help": Seen(date(2026, 3, 1), lambda: of(helped(given=False)), lambda: of(helped(given=True))),
    "historical_date": Seen(date(2026, 3, 1), given(dates=(WAITED,)), given(dates=())),
    "dispatch_failed": Seen(date(2026, 5, 4), stopped, given(stopped=())),
    "dispatch_waiting": Seen(date(2026, 5, 12), lambda: stopped(parked=False), given(stopped=())),
    "payment_order_stopped": Seen(date(2026, 5, 4), lambda: stopped(kind="payment_order"), given(stopped=())),
    **{
        duty.value: Seen(
            date(2027, 1, 10) if duty is not Yearly.COORDINATOR_OVERVIEW else date(2026, 9, 1),
            lambda duty=duty: yearly(duty, done=False),  # type: ignore[misc]
            lambda duty=duty: yearly(duty, done=True),  # type: ignore[misc]
            "SFVL" if duty is Yearly.COORDINATOR_OVERVIEW else "SFIN",
        )
        for duty in Yearly
    },
}


def standing(code: str, registers: Registers) -> list[OfficeTask]:
    seen = SEEN[code]
    return [task for task in tasks(seen.day, office=seen.office, **registers()) if task.code == code]


@pytest.mark.parametrize("code", SEEN)
def test_a_task_stands_while_its_cause_does_and_goes_with_it(code: str) -> None:
    assert len(standing(code, SEEN[code].cause)) == 1
    assert standing(code, SEEN[code].gone) == []


@pytest.mark.parametrize("code", SEEN)
def test_a_task_is_whose_the_document_says_and_by_that_rule(code: str) -> None:
    [task] = standing(code, SEEN[code].cause)

    told = OFFICE_TASKS[code]
    assert task.role is told.role
    if told.rule is not None:
        assert task.rule == told.rule


def test_no_kind_of_task_is_left_out() -> None:
    assert set(SEEN) == set(OFFICE_TASK_CODES)


def test_a_merged_host_is_not_paid_either() -> None:
    hosts = {ORG_LOTEN: ("SFIN-2026-1",)}

    found = tasks(date(2026, 7, 1), hosts=hosts, directory=merged())

    assert [task.code for task in found] == ["host_not_payable"]
