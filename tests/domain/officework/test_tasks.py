"""Tasks that belong to no case: each seen open, and gone when its cause is gone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from domain.actors import Role
from domain.historical import DateKind
from domain.instants import end_of_day, start_of_day
from domain.lifecycle import Stage
from domain.networks.parts import Network
from domain.officework.desk import (
    OFFICE_TASK_CODES,
    HistoricalDate,
    KnownNetwork,
    KnownRound,
    OfficeTask,
    Registers,
    Stopped,
)
from domain.officework.duties import Yearly
from domain.officework.tasks import office_tasks
from domain.organisations.commands import ReorganiseMunicipalities
from domain.outreach import Outreach, Reached
from domain.rulebook.renewal import awaited_rules
from domain.ruleset import Strand
from storage.office_duties import load_duties, rules_in_force
from storage.rulesets import load_rule_sets
from tests.domain.applications import ORG_HAMAR, ORG_LOTEN
from tests.domain.networks.registers import AGDER_LEADER, DIRECTORY, HAMAR, LOTEN, Book, hedmarken
from tests.domain.test_organisations import Register

FROLAND = "4214"


def a_round(year: int, strand: Strand = Strand.LEARNING, **changes: Any) -> KnownRound:
    known = KnownRound(round_no=f"SFIN-{year}-R1", grant_year=year, strand=strand, closed=False)
    return replace(known, **changes)


def tasks(day: date, office: str = "SFIN", **changes: Any) -> list[OfficeTask]:
    """Return the tasks of an office whose house is in order, but for *changes*."""
    registers = Registers(
        duties=load_duties(),
        directory=DIRECTORY,
        rules=rules_in_force(office, day.year),
        awaited=awaited_rules(load_rule_sets().values(), day),
        mandate_years={day.year},
        done=dict.fromkeys(range(2018, 2040), frozenset(Yearly)),
        rounds=(a_round(day.year),),
        outreach=Outreach(office=office, year=day.year, reached={HAMAR: Reached(ticks={"invited": day})}),
    )
    return list(office_tasks(office, start_of_day(day), replace(registers, **changes)))


def codes(found: list[OfficeTask]) -> list[str]:
    assert {task.code for task in found} <= set(OFFICE_TASK_CODES)
    return [task.code for task in found]


def followed(book: Book, day: str = "2026-02-28") -> Network:
    book.do("log_follow_up", entry="contact", held_on=day, text="Ringt")
    return book.now


def of_network(day: date, network: Network, **changes: Any) -> list[OfficeTask]:
    return tasks(day, awaited=(), networks=(KnownNetwork(network=network, **changes),))


# --- the mandate (I21-03, I21-06) ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("year", "last"), [(2026, 28), (2028, 29)])
def test_the_letter_is_waited_for_from_new_year_to_the_end_of_february(year: int, last: int) -> None:
    [task] = tasks(date(year, 1, 1), mandate_years=(), awaited=())

    assert (task.code, task.rule, task.role, task.about) == (
        "register_mandate",
        "I21-06",
        Role.LEADER,
        str(year),
    )
    assert task.due == end_of_day(date(year, 2, last))


def test_the_letter_is_waited_for_until_it_is_registered_also_when_late() -> None:
    assert codes(tasks(date(2026, 5, 1), mandate_years={2025})) == ["register_mandate"]
    assert codes(tasks(date(2026, 5, 1), mandate_years={2026})) == []


def test_from_when_the_letter_is_waited_for_is_a_setting() -> None:
    duties = load_duties()
    later = duties.model_copy(update={"mandate": duties.mandate.model_copy(update={"opens": "02-01"})})

    alone: dict[str, Any] = {"mandate_years": (), "rounds": (), "duties": later}
    assert codes(tasks(date(2026, 1, 31), **alone)) == []
    assert codes(tasks(date(2026, 2, 1), **alone)) == ["register_mandate", "open_round"]


@pytest.mark.edge("C13")
def test_a_round_that_is_out_before_new_year_waits_for_its_letter() -> None:
    assert codes(tasks(date(2026, 11, 20), rounds=(a_round(2026), a_round(2027)))) == ["register_mandate"]
    assert codes(tasks(date(2026, 11, 20), rounds=(a_round(2025), a_round(2026)))) == []


# --- next year's rules (R26-66) --------------------------------------------------------------------------------------


def test_from_the_first_of_december_a_task_says_that_the_rules_for_2027_are_not_there() -> None:
    assert codes(tasks(date(2026, 11, 30))) == []

    [task] = tasks(date(2026, 12, 1))

    assert (task.code, task.rule, task.about, task.params["rule_set"]) == (
        "review_rules",
        "R26-66",
        "2027",
        "2026-bufdir",
    )
    assert task.due == end_of_day(date(2026, 12, 31))


def test_the_task_is_gone_when_the_rules_are_a_file() -> None:
    new = load_rule_sets()["2026-bufdir"].model_copy(update={"key": "2027-bufdir", "grant_year": 2027})
    quiet = new.model_copy(update={"review_from": new.review_from.model_copy(update={"value": None})})
    awaited = awaited_rules([*load_rule_sets().values(), quiet], date(2026, 12, 1))

    assert codes(tasks(date(2026, 12, 1), awaited=awaited)) == []


# --- rounds (T01, T10) ----------------------------------------------------------------------------------------------


def test_a_year_without_a_round_is_the_leaders_task_from_february() -> None:
    assert codes(tasks(date(2026, 1, 31), rounds=())) == []

    [task] = tasks(date(2026, 2, 1), rounds=())

    assert (task.code, task.rule, task.role, task.about) == ("open_round", "T01", Role.LEADER, "2026")
    assert task.due == end_of_day(date(2026, 3, 31))
    assert codes(tasks(date(2026, 2, 1), rounds=(a_round(2026),))) == []


def test_each_strand_that_has_money_wants_a_round() -> None:
    both: dict[str, Any] = {"funded": {Strand.LEARNING, Strand.LEADER}}

    [task] = tasks(date(2026, 3, 1), **both)

    assert (task.code, task.params, task.name) == (
        "open_round",
        {"strand": "leader"},
        "open_round:2026:leader",
    )
    assert codes(tasks(date(2026, 3, 1), rounds=(a_round(2025),), **both)) == ["open_round", "open_round"]
    rounds = (a_round(2026), a_round(2026, Strand.LEADER))
    assert codes(tasks(date(2026, 3, 1), rounds=rounds, **both)) == []


def test_where_no_round_can_open_for_want_of_rules_that_alone_is_the_task() -> None:
    awaited = awaited_rules(load_rule_sets().values(), date(2027, 2, 1))

    assert codes(tasks(date(2027, 2, 1), rounds=(), awaited=awaited)) == ["review_rules"]


def test_a_closed_round_is_ready_to_be_ranked_when_its_last_application_is_assessed() -> None:
    stages = {Stage.ASSESSED: 4, Stage.IN_ASSESSMENT: 1}
    closed = a_round(2026, closed=True, stages=stages)
    assert codes(tasks(date(2026, 8, 1), rounds=(closed,))) == []

    assessed = replace(closed, stages={Stage.ASSESSED: 5})
    [task] = tasks(date(2026, 8, 1), rounds=(assessed,))

    assert (task.code, task.rule, task.role, task.about, task.params) == (
        "ranking_ready",
        "T10",
        Role.LEADER,
        "SFIN-2026-R1",
        {"assessed": 5},
    )
    assert codes(tasks(date(2026, 8, 1), rounds=(replace(assessed, closed=False),))) == []
    assert codes(tasks(date(2026, 8, 1), rounds=(replace(assessed, stages={}),))) == []


# --- what has not left the house (§2.7) ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "parked", "day", "code"),
    [
        ("message", True, date(2026, 5, 4), "dispatch_failed"),
        ("message", False, date(2026, 5, 11), None),
        ("message", False, date(2026, 5, 12), "dispatch_waiting"),
        ("payment_order", True, date(2026, 5, 4), "payment_order_stopped"),
        ("payment_order", False, date(2026, 5, 11), None),
    ],
)
def test_what_was_given_up_is_a_task_at_once_and_what_waits_after_a_week(
    kind: str, parked: bool, day: date, code: str | None
) -> None:
    stopped = Stopped(about="SFIN-2026-4", kind=kind, parked=parked, since=date(2026, 5, 4), count=2)

    found = tasks(day, stopped=(stopped,))

    assert codes(found) == ([code] if code else [])
    if code:
        role = Role.ACCOUNTANT if kind == "payment_order" else Role.CASE_OFFICER
        assert (found[0].rule, found[0].about, found[0].role) == ("§2.7", "SFIN-2026-4", role)
        assert found[0].params == {"messages": 2}


# --- once a year (§2.7, §5.1, L-20, R26-21) --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("duty", "opens", "due", "role", "rule"),
    [
        (Yearly.REPORT_TO_DIRECTORATE, date(2027, 1, 1), date(2027, 1, 31), Role.LEADER, "§2.7"),
        (Yearly.ACCOUNTS_CLOSING, date(2027, 1, 1), date(2027, 1, 15), Role.ACCOUNTANT, "§2.7"),
        (Yearly.IMPARTIALITY_LIST, date(2026, 12, 1), date(2026, 12, 31), Role.LEADER, "L-20"),
        (Yearly.ACCESS_REVIEW, date(2027, 1, 1), date(2027, 1, 31), Role.LEADER, "§2.7"),
    ],
)
def test_what_is_done_once_a_year_is_a_task_from_its_day_until_somebody_says_it_is_done(
    duty: Yearly, opens: date, due: date, role: Role, rule: str
) -> None:
    others = frozenset(Yearly) - {duty}
    quiet: dict[str, Any] = {"awaited": (), "mandate_years": {2026, 2027}}

    def of_2026(day: date, done: frozenset[Yearly]) -> list[OfficeTask]:
        return tasks(day, done={2026: done, 2027: frozenset(Yearly)}, **quiet)

    assert codes(of_2026(opens - timedelta(days=1), others)) == []
    [task] = of_2026(opens, others)
    assert (task.code, task.role, task.rule, task.about) == (duty, role, rule, "2026")
    assert task.due == end_of_day(due)
    assert codes(of_2026(date(2027, 8, 1), others)) == [duty]
    assert codes(of_2026(date(2027, 8, 1), others | {duty})) == []


def test_a_year_the_office_had_no_money_for_asks_for_nothing() -> None:
    assert codes(tasks(date(2026, 12, 31), awaited=(), mandate_years={2026}, done={})) == [
        "impartiality_list"
    ]
    assert codes(tasks(date(2026, 12, 31), awaited=(), mandate_years=(), done={})) == ["register_mandate"]


def test_the_overview_of_foster_home_projects_is_asked_of_the_office_that_has_the_function() -> None:
    open_: dict[str, Any] = {"done": {}, "awaited": ()}

    assert codes(tasks(date(2026, 8, 1), office="SFVL", **open_)) == ["coordinator_overview"]
    [task] = tasks(date(2026, 8, 1), office="SFVL", **open_)
    assert (task.rule, task.due) == ("R26-21", end_of_day(date(2026, 10, 31)))
    assert codes(tasks(date(2026, 8, 1), office="SFIN", **open_)) == []
    assert codes(tasks(date(2024, 8, 1), office="SFVL", **open_)) == []


# --- following up (H18-11, B21-44, R26-62) ---------------------------------------------------------------------------


def test_a_network_is_followed_up_once_a_year() -> None:
    network = followed(hedmarken())
    assert "follow_up_network" not in codes(of_network(date(2027, 1, 28), network))

    [task] = [one for one in of_network(date(2027, 1, 29), network) if one.code == "follow_up_network"]

    assert (task.rule, task.about, task.role) == ("R26-62", "Hedmarken", Role.CASE_OFFICER)
    assert task.due == end_of_day(date(2027, 2, 28))


def test_a_meeting_closes_the_reminder_and_a_note_does_not() -> None:
    book = hedmarken()
    book.today = date(2027, 2, 1)
    book.do("log_follow_up", entry="note", held_on="2027-02-01", text="Bør følges opp")
    assert "follow_up_network" in codes(of_network(date(2027, 2, 2), book.now))

    book.do("log_follow_up", entry="meeting", held_on="2027-02-01", text="Møte på Hamar")

    assert "follow_up_network" not in codes(of_network(date(2027, 2, 2), book.now))


@pytest.mark.parametrize(("year", "rule"), [(2019, "H18-11"), (2022, "B21-44"), (2026, "R26-62")])
def test_the_reminder_goes_by_the_rule_of_its_year(year: int, rule: str) -> None:
    network = Book(today=date(2018, 6, 8)).register(from_day="2018-06-07").now

    assert rule in {
        task.rule for task in of_network(date(year, 6, 8), network) if task.code == "follow_up_network"
    }


def test_a_network_that_has_ended_or_not_begun_is_nobodys_task() -> None:
    book = hedmarken()
    book.do("end_network", last_day="2026-06-30", reason="Slutt")

    assert of_network(date(2028, 5, 1), book.now) == []
    assert "follow_up_network" in codes(of_network(date(2028, 5, 1), hedmarken().now))
    assert of_network(date(2025, 5, 1), hedmarken().now) == []


# --- membership (E22, E23, E24) --------------------------------------------------------------------------------------


@pytest.mark.edge("E22")
def test_a_network_that_became_too_small_is_a_task_until_a_member_joins() -> None:
    book = hedmarken()
    followed(book)
    assert of_network(date(2026, 3, 1), book.now) == []
    book.do("leave_network", municipality=LOTEN, last_day="2026-02-28")

    [task] = of_network(date(2026, 3, 1), book.now, open_cases=("SFIN-2026-1",))
    assert (task.code, task.rule, task.about) == ("membership_below_minimum", "E22", "Hedmarken")
    assert task.params == {
        "cases": ["SFIN-2026-1"],
        "minimum_rule": "R26-10",
        "found": 1,
        "at_least": 2,
    }

    book.join("3413", from_day="2026-03-01").serve("Barnevern Stange", "3413", from_day="2026-03-01")
    assert of_network(date(2026, 3, 1), book.now) == []


def test_leaving_on_a_later_day_makes_the_task_on_the_day_after() -> None:
    book = hedmarken()
    followed(book)
    book.do("leave_network", municipality=LOTEN, last_day="2026-06-30")

    assert of_network(date(2026, 6, 30), book.now) == []
    assert codes(of_network(date(2026, 7, 1), book.now)) == ["membership_below_minimum"]


def test_where_no_year_has_rules_no_network_is_too_small() -> None:
    network = followed(Book().register())

    assert codes(tasks(date(2026, 3, 1), rules=None, networks=(KnownNetwork(network=network),))) == []


@pytest.mark.edge("E23")
def test_a_member_that_was_merged_or_split_is_a_task_until_somebody_settles_it() -> None:
    register = Register()
    register.do(
        ReorganiseMunicipalities,
        ended=({"number": LOTEN},),
        begun=({"number": HAMAR},),
        from_day="2026-07-01",
    )
    book = hedmarken()
    network = followed(book)
    both: dict[str, Any] = {"networks": (KnownNetwork(network=network),), "directory": register.directory}
    assert codes(tasks(date(2026, 6, 30), **both)) == []

    [task] = [one for one in tasks(date(2026, 7, 1), **both) if one.code == "member_reorganised"]
    assert (task.rule, task.params) == ("E23", {"municipality": LOTEN, "became": [HAMAR]})

    book.directory = register.directory
    book.do("leave_network", municipality=LOTEN, last_day="2026-06-30")
    both["networks"] = (KnownNetwork(network=book.now),)
    assert "member_reorganised" not in codes(tasks(date(2026, 7, 1), **both))


@pytest.mark.edge("E24")
def test_the_members_own_office_is_asked_to_agree() -> None:
    book = hedmarken().join(FROLAND)
    guests: dict[str, Any] = {"guests": (book.now,), "office": "SFAG"}
    [task] = tasks(date(2026, 3, 1), **guests)
    assert (task.code, task.rule, task.office, task.params) == (
        "agree_to_member",
        "E24",
        "SFAG",
        {"municipality": FROLAND},
    )

    book.do("agree_to_member", AGDER_LEADER, municipality=FROLAND)

    assert tasks(date(2026, 3, 1), office="SFAG", guests=(book.now,)) == []


@pytest.mark.edge("E24")
def test_the_network_s_own_office_sees_whose_word_it_waits_for() -> None:
    book = hedmarken().join(FROLAND)
    followed(book)
    waits = KnownNetwork(network=book.now, open_cases=("SFIN-2026-1",))
    [task] = [one for one in tasks(date(2026, 3, 1), networks=(waits,)) if one.code == "await_agreement"]
    assert (task.rule, task.params) == (
        "E24",
        {"municipality": FROLAND, "member_office": "SFAG", "cases": ["SFIN-2026-1"]},
    )

    book.do("agree_to_member", AGDER_LEADER, municipality=FROLAND)

    assert "await_agreement" not in codes(tasks(date(2026, 3, 1), networks=(KnownNetwork(network=book.now),)))


def test_nobody_agrees_to_a_network_that_has_ended() -> None:
    book = hedmarken().join(FROLAND)
    book.do("end_network", last_day="2026-03-31", reason="Slutt")

    assert tasks(date(2026, 4, 1), office="SFAG", guests=(book.now,)) == []


@pytest.mark.edge("E23")
def test_a_host_that_was_merged_away_is_a_task_until_another_is_paid() -> None:
    register = Register()
    register.do(
        ReorganiseMunicipalities,
        ended=({"number": LOTEN},),
        begun=({"number": HAMAR},),
        from_day="2026-07-01",
    )
    open_cases: dict[str, Any] = {"hosts": {ORG_LOTEN: ("SFIN-2026-1",)}, "directory": register.directory}
    assert tasks(date(2026, 6, 30), **open_cases) == []

    [task] = tasks(date(2026, 7, 1), **open_cases)

    assert (task.code, task.rule, task.params) == (
        "host_not_payable",
        "E23",
        {"host": ORG_LOTEN, "cases": ["SFIN-2026-1"]},
    )
    assert tasks(date(2026, 7, 1), hosts={ORG_HAMAR: ("SFIN-2026-1",)}, directory=register.directory) == []


# --- help and outreach -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "rule"), [("knowledge_environment", "R26-65"), ("bufetat", "R26-29")])
def test_help_that_was_asked_for_is_a_task_until_it_is_given(kind: str, rule: str) -> None:
    book = hedmarken()
    followed(book)
    book.do("ask_help", partner_kind=kind, asked_by="municipality", asked_on="2026-02-10", about="Hjelp")
    [task] = of_network(date(2026, 3, 1), book.now)
    assert (task.code, task.rule, task.due) == ("answer_help", rule, end_of_day(date(2026, 3, 12)))

    book.do("give_help", number=1, given_on="2026-02-20", given="Møte")

    assert of_network(date(2026, 3, 1), book.now) == []


def test_municipalities_in_no_network_are_a_task_from_march_until_one_is_ticked() -> None:
    quiet: dict[str, Any] = {"outside": ("3413", "3420"), "outreach": None}
    assert codes(tasks(date(2026, 2, 28), **quiet)) == []

    [task] = tasks(date(2026, 3, 1), **quiet)
    assert (task.code, task.rule, task.params["outside"]) == ("reach_out", "R26-64", 2)
    assert task.due == end_of_day(date(2026, 4, 30))

    begun = Outreach(office="SFIN", year=2026, reached={"3413": Reached(ticks={"invited": date(2026, 3, 1)})})
    assert codes(tasks(date(2026, 3, 1), outside=("3413", "3420"), outreach=begun)) == []
    assert codes(tasks(date(2026, 3, 1), outside=(), outreach=None)) == []
    marked = Outreach(office="SFIN", year=2026, reached={"3413": Reached(attention=True)})
    assert codes(tasks(date(2026, 3, 1), outside=("3413",), outreach=marked)) == ["reach_out"]


# --- old cases, and the list -----------------------------------------------------------------------------------------


@pytest.mark.edge("E45")
def test_a_date_that_was_typed_in_with_an_old_case_is_waited_for() -> None:
    waited = HistoricalDate(
        reference="2025/77", grant_year=2025, kind=DateKind.REPORT_DUE, last_day=date(2026, 4, 1)
    )

    [task] = tasks(date(2026, 3, 1), dates=(waited,))

    assert (task.code, task.rule, task.about, task.due) == (
        "historical_date",
        "E45",
        "2025/77",
        end_of_day(date(2026, 4, 1)),
    )


def test_the_most_pressing_comes_first_and_names_are_unique() -> None:
    book = hedmarken()
    book.do("ask_help", partner_kind="bufetat", asked_by="network", asked_on="2026-02-10", about="Hjelp")
    book.do("leave_network", municipality=LOTEN, last_day="2026-02-28")
    found = tasks(
        date(2026, 3, 1),
        networks=(KnownNetwork(network=book.now),),
        outside=("3413",),
        outreach=None,
        mandate_years=(),
    )

    assert codes(found) == ["register_mandate", "answer_help", "reach_out", "membership_below_minimum"]
    assert len({task.name for task in found}) == len(found)


def test_the_list_is_that_of_the_norwegian_day() -> None:
    registers = Registers(
        duties=load_duties(),
        directory=DIRECTORY,
        rules=None,
        awaited=awaited_rules(load_rule_sets().values(), date(2026, 12, 1)),
        mandate_years={2026},
        done={2026: frozenset(Yearly)},
        rounds=(a_round(2026),),
    )

    before, after = datetime(2026, 11, 30, 22, 59, tzinfo=UTC), datetime(2026, 11, 30, 23, 0, tzinfo=UTC)
    assert office_tasks("SFIN", before, registers) == ()
    assert [task.code for task in office_tasks("SFIN", after, registers)] == ["review_rules"]
