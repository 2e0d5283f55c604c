"""What an office does once a year: said, taken back, and never said of a year that has not come."""

from datetime import date
from typing import Any, get_args

import pytest

from domain.actors import Actor, Role
from domain.codec import event_body
from domain.officework.duties import Yearly
from domain.officework.yearly import (
    DoYearlyDuty,
    OfficeYear,
    UndoYearlyDuty,
    YearlyCommand,
    YearlyDutyDone,
    decide_yearly,
    evolve_yearly,
)
from storage.office_duties import load_duties
from tests.domain.lives import ACCOUNTANT, LEADER, OFFICER, person, refused

TODAY = date(2027, 1, 20)


def done(**changes: Any) -> DoYearlyDuty:
    plain = {"office": "SFIN", "year": 2026, "duty": "report_to_directorate", "done_on": "2027-01-20"}
    return DoYearlyDuty.model_validate(plain | changes)


def undone(**changes: Any) -> UndoYearlyDuty:
    plain = {"office": "SFIN", "year": 2026, "duty": "report_to_directorate"}
    return UndoYearlyDuty.model_validate(plain | changes)


def after(*commands: YearlyCommand, actor: Actor = LEADER, today: date = TODAY) -> OfficeYear | None:
    state: OfficeYear | None = None
    for command in commands:
        state = evolve_yearly(state, decide_yearly(state, command, actor, load_duties(), today))
    return state


def test_what_is_done_stands_with_its_day_and_its_number() -> None:
    event = decide_yearly(None, done(reference="27/114"), LEADER, load_duties(), TODAY)

    assert isinstance(event, YearlyDutyDone)
    assert (event.done_on, event.reference, event.by) == (TODAY, "27/114", LEADER.subject)
    state = after(done())
    assert state is not None
    assert state.done == {"report_to_directorate": TODAY}


def test_what_was_said_by_mistake_is_taken_back_and_can_be_said_again() -> None:
    state = after(done(), undone())

    assert state is not None
    assert state.done == {}
    assert after(done(), undone(), done()) == after(done())


def test_nothing_is_done_twice_or_undone_before_it_is_done() -> None:
    with refused("yearly_duty_done", "§2.7", duty="report_to_directorate", year=2026):
        after(done(), done())
    with refused("yearly_duty_not_done", "§2.7", duty="report_to_directorate", year=2026):
        after(undone())


def test_a_year_that_has_not_come_so_far_cannot_be_done() -> None:
    with refused("yearly_duty_too_early", "§2.7", opens_day="2027-01-01"):
        after(done(done_on="2026-12-31"), today=date(2026, 12, 31))
    assert after(done(done_on="2027-01-01"), today=date(2027, 1, 1)) is not None
    with refused("day_ahead", "§2.7"):
        after(done(done_on="2027-01-21"))


def test_the_overview_is_a_duty_of_one_office() -> None:
    overview = {"duty": "coordinator_overview", "year": 2026}

    with refused("not_a_duty_of_the_office", "R26-21", duty="coordinator_overview", office="SFIN"):
        after(done(**overview))
    with refused("not_a_duty_of_the_office", "R26-21"):
        after(done(office="SFVL", **overview | {"year": 2024}), actor=person(Role.LEADER, unit="SFVL"))
    assert after(done(office="SFVL", **overview), actor=person(Role.CASE_OFFICER, unit="SFVL")) is not None


def test_each_duty_is_done_by_its_role_or_a_leader_of_the_office() -> None:
    assert after(done(duty="accounts_closing"), actor=ACCOUNTANT) is not None
    assert after(done(duty="accounts_closing"), actor=LEADER) is not None
    with refused("role_not_allowed", "§2.7", command="do_yearly_duty"):
        after(done(duty="accounts_closing"), actor=OFFICER)
    with refused("other_office", "R26-45"):
        after(done(), actor=person(Role.LEADER, unit="SFVL"))


@pytest.mark.parametrize("reference", ["", " 27/114", "27/114 ", "x" * 61])
def test_a_number_in_the_archive_is_written_plainly(reference: str) -> None:
    with pytest.raises(ValueError, match="reference"):
        done(reference=reference)


@pytest.mark.parametrize("duty", Yearly)
def test_every_duty_can_be_done_where_it_is_due(duty: Yearly) -> None:
    rules = load_duties().yearly[duty]
    office = rules.office or "SFIN"
    last = rules.last_day(2026)
    command = done(duty=duty, office=office, done_on=last)

    event = decide_yearly(None, command, person(rules.role, unit=office), load_duties(), last)

    assert event_body(event)["duty"] == duty.value
    assert rules.opens_on(2026) <= last


def test_an_event_of_another_register_does_not_belong_here() -> None:
    from domain.outreach import MunicipalityUnticked, Tick

    stray = MunicipalityUnticked(office="SFIN", year=2026, tick=Tick.INVITED, municipality="3403", by="x")
    with pytest.raises(ValueError, match="MunicipalityUnticked does not belong here"):
        evolve_yearly(None, stray)


def test_there_are_two_commands() -> None:
    assert [model.model_fields["kind"].default for model in get_args(YearlyCommand)] == [
        "do_yearly_duty",
        "undo_yearly_duty",
    ]
