from dataclasses import replace

import pytest

from domain import events as e
from domain.actors import CLOCK, Role
from domain.clocks import next_step, steps
from domain.decisions import on_due
from domain.evolve import BrokenTrailError
from domain.facts import Facts
from domain.lifecycle import Stage
from domain.money import kroner
from domain.ruleset import Act, Clock, Step, Timer
from domain.terms import Terms
from tests.domain.lives import (
    BUFDIR,
    COLLECTED,
    INNLANDET,
    LEADER,
    NO_DUTY,
    OFFICER,
    SIGNATORY,
    YEARLY,
    Life,
    Office,
    at,
    granted,
    paid,
    person,
    refused,
    report,
    with_terms,
)

NEW_YEAR_2027, NEW_YEAR_2028 = at("2026-12-31T23:00:00"), at("2027-12-31T23:00:00")


# --- the reporting threshold (R26-52, R26-53, E3, E5, E6) -----------------------------------------------------------------


def evaluated(life: Life) -> e.ThresholdEvaluated:
    found = life.only(e.ThresholdEvaluated)
    assert isinstance(found, e.ThresholdEvaluated)
    return found


@pytest.mark.parametrize(
    ("kr", "terms", "result", "rule"),
    [
        (999_999, NO_DUTY, "none", "R26-52"),
        (1_000_000, with_terms(NO_DUTY, reporting_reason="Valgt"), "choice", "E1"),
        (1_000_001, COLLECTED, "statutory", "R26-52"),
    ],
)
def test_every_grant_is_held_against_the_limit_at_once(kr: int, terms: Terms, result: str, rule: str) -> None:
    life = granted(kr, terms)

    found = evaluated(life)
    assert (found.result, found.rule, found.basis_ore) == (result, rule, kroner(kr))
    assert found.limit_ore == kroner(1_000_000)
    (entry,) = life.all(e.ThresholdEvaluated)
    assert (entry.at, entry.cause) == (
        life.now.decision.decided_at if life.now.decision else None,
        "threshold:1@0d",
    )


@pytest.mark.edge("E3")
def test_three_grants_to_one_project_bring_the_duty_with_the_third_for_the_whole_period() -> None:
    office = Office()
    first = office.submit().granted()
    second = office.submit_to(first).granted()
    third = office.submit_to(first).recommended().declared(LEADER)
    assert (first.now.near_limit, second.now.near_limit) == (False, True)
    assert "near_limit" in second.letters

    with refused("reporting_required", "R26-52", basis_ore=kroner(1_200_000)):
        third.do(LEADER, "grant")
    third.do(LEADER, "send_back", comment="Plikt oppstår").do(
        OFFICER, "recommend", grant=True, amount_ore=kroner(400_000), terms=COLLECTED, reason="Godt prosjekt"
    ).do(LEADER, "grant")

    found = evaluated(third)
    assert (found.grants_ore, found.crossed_by_this) == ((kroner(400_000),) * 3, True)
    assert set(found.other_cases) == {first.case_id, second.case_id}
    for life in (first, second, third):
        (report,), (audit,) = life.now.reports, life.now.audits
        # Each answers for its own grant, by the dates of the letter that crossed the limit.
        assert (report.available_ore, report.last_day) == (kroner(400_000), COLLECTED.report_last_day)
        assert (audit.name, audit.last_day) == ("collected", COLLECTED.audit_last_day)
    for other in (first, second):
        assert other.now.duty_carried_by == third.now.case_no
        assert other.only(e.ProjectDutyNoted).rule == "R26-52"
        assert (other.letters[-1], other.now.letters_outstanding[-1]) == ("project_duty", "L18")


def test_a_grant_after_the_limit_was_crossed_has_its_own_duty_and_tells_nobody() -> None:
    office = Office()
    first = office.submit(applied_kr=1_200_000).granted(1_200_000, COLLECTED)

    second = office.submit_to(first).granted(400_000, COLLECTED)

    found = evaluated(second)
    assert (found.result, found.crossed_by_this, found.other_cases) == ("statutory", False, ())
    assert second.now.reports[0].available_ore == kroner(400_000)
    assert first.now.duty_carried_by is None


@pytest.mark.edge("E5", "E6")
def test_the_project_counts_and_not_its_host_or_what_was_applied_for() -> None:
    office = Office()
    first = office.submit(applied_kr=1_500_000).granted(900_000)
    other_project = office.submit(applied_kr=900_000).granted(900_000)

    assert (evaluated(first).result, evaluated(other_project).result) == ("none", "none")
    assert evaluated(other_project).network_basis_ore == kroner(900_000)


@pytest.mark.edge("E4", "Q7")
def test_a_network_that_is_counted_as_one_crosses_the_limit_with_its_second_project() -> None:
    office = Office(per_network=True)
    one = office.submit(applied_kr=600_000).granted(600_000)
    other = office.submit_in_network_of(one, applied_kr=600_000).granted(600_000, COLLECTED)

    found = evaluated(other)
    assert (found.grants_ore, found.crossed_by_this) == ((kroner(600_000), kroner(600_000)), True)
    # Each project accounts for its own money.
    assert other.now.reports[0].available_ore == kroner(600_000)


def test_a_case_whose_grant_is_unknown_to_its_project_is_a_broken_trail() -> None:
    life = granted()
    unevaluated = replace(life.now, threshold=None)
    due = next_step(unevaluated, BUFDIR)
    assert due is not None

    with pytest.raises(BrokenTrailError, match="not among the grants"):
        on_due(unevaluated, due, Facts(round=life.office.round), BUFDIR, life.office.now)


def test_a_threshold_without_a_decision_or_without_its_days_is_a_broken_trail() -> None:
    life = granted(1_200_000, COLLECTED)
    unevaluated = replace(life.now, threshold=None, reports=(), audits=())
    due = next_step(unevaluated, BUFDIR)
    life.case = unevaluated
    facts = life.office.facts(life, None)
    assert due is not None
    assert unevaluated.decision is not None

    with pytest.raises(BrokenTrailError, match="without a decision"):
        on_due(replace(unevaluated, decision=None), due, facts, BUFDIR, life.office.now)
    dayless = replace(unevaluated.decision, terms=with_terms(COLLECTED, report_last_day=None))
    with pytest.raises(BrokenTrailError, match="without the days"):
        on_due(replace(unevaluated, decision=dayless), due, facts, BUFDIR, life.office.now)


# --- which duties a letter brings -----------------------------------------------------------------------------------------


def test_a_letter_that_asks_for_nothing_brings_no_duty() -> None:
    life = granted()

    assert (life.now.reports, life.now.audits) == ((), ())


@pytest.mark.edge("E14")
def test_one_statement_for_all_years_or_one_for_each() -> None:
    collected, yearly = granted(1_200_000, COLLECTED), granted(1_200_000, YEARLY)

    assert [(audit.name, audit.collected, audit.rule) for audit in collected.now.audits] == [
        ("collected", True, "E11")
    ]
    assert [(audit.name, audit.collected) for audit in yearly.now.audits] == [("2026", False)]


@pytest.mark.edge("Q8", "C7")
@pytest.mark.parametrize(("kr", "audits"), [(200_000, 0), (200_001, 1)])
def test_in_innlandet_2021_everyone_reports_and_audit_comes_above_200_000(kr: int, audits: int) -> None:
    terms = Terms.model_validate(
        {
            "reporting": "required",
            "report_last_day": "2022-04-01",
            "final_report_last_day": "2023-04-01",
            "audit": "required" if audits else "none",
            "audit_last_day": "2022-05-01" if audits else None,
        }
    )

    life = granted(kr, terms, rules=INNLANDET, now=at("2021-04-01T12:00"))

    assert [(duty.name, duty.ground, duty.rule) for duty in life.now.reports] == [
        ("2021", "everyone", "I21-29")
    ]
    assert len(life.now.audits) == audits


# --- the end of the grant year (T19, E47) and of the use (R26-32) ---------------------------------------------------------


@pytest.mark.edge("E47")
@pytest.mark.parametrize(
    ("answer", "result", "stage"),
    [
        (None, "carried_over", Stage.CARRY_OVER),
        (100, "carried_over", Stage.CARRY_OVER),
        (0, "all_used", Stage.DISBURSED),
    ],
)
def test_what_is_left_at_the_end_of_the_grant_year_is_carried_over(
    answer: int | None, result: str, stage: Stage
) -> None:
    life = paid()
    if answer is not None:
        life.do(SIGNATORY, "answer_use", unspent_ore=answer)

    life.office.move_to(NEW_YEAR_2027)

    ended = life.only(e.GrantYearEnded)
    assert (ended.result, ended.leftover_ore, ended.rule, ended.rule_set) == (
        result,
        answer,
        "R26-31",
        "2026-bufdir",
    )
    assert life.now.stage is stage
    assert (life.letters[-1] == "L09") is (result == "carried_over")


@pytest.mark.edge("E37")
def test_money_that_was_not_paid_in_its_year_is_the_leader_s_matter() -> None:
    life = granted()

    life.office.move_to(NEW_YEAR_2027)

    assert life.only(e.GrantYearEnded).result == "unpaid"
    assert (life.now.stage, life.tasks) == (Stage.GRANTED, ["lapsed"])


@pytest.mark.edge("E15", "E17")
@pytest.mark.parametrize(("instant", "over"), [("2027-12-31T22:59:59", False), ("2027-12-31T23:00:00", True)])
def test_money_is_used_to_the_last_second_of_the_year_after(instant: str, over: bool) -> None:
    life = paid()

    life.office.move_to(at(instant))

    assert life.now.use_ended is over


@pytest.mark.edge("E28")
def test_silence_after_the_use_deadline_becomes_a_task_and_never_a_claim() -> None:
    life = paid()
    life.office.move_to(NEW_YEAR_2028)
    assert (life.only(e.UseDeadlinePassed).result, life.letters[-1]) == ("ask", "use_question")

    life.office.move_to(at("2029-01-01T12:00"))

    assert life.tasks == ["overdue:use_question:case_officer", "overdue:use_question:leader"]
    assert (life.now.claims, life.now.stage) == ((), Stage.CARRY_OVER)


@pytest.mark.edge("E28")
def test_every_payee_is_asked_also_one_whose_report_is_still_to_come() -> None:
    life = paid(1_200_000, COLLECTED)

    life.office.move_to(NEW_YEAR_2028)

    assert (life.only(e.UseDeadlinePassed).result, life.letters[-1]) == ("ask", "use_question")
    assert "use_question" in life.clocks


def test_who_has_handed_in_the_last_report_is_not_asked_what_it_says() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-12-20T12:00"))
    life.do(SIGNATORY, "deliver_report", **report(1_100_000, 100_000, final=True, until="2027-12-15"))

    life.office.move_to(NEW_YEAR_2028)

    assert life.only(e.UseDeadlinePassed).result == "report_is_due"
    assert ("use_question" in life.letters, "use_question" in life.clocks) == (False, False)
    life.do(OFFICER, "return_report", duty="2026", reason="Vis bilag", last_day="2028-02-01")
    assert "use_question" in life.clocks


def test_what_is_left_may_have_been_told_already() -> None:
    life = paid()
    life.office.move_to(at("2027-12-31T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=0)

    life.office.move_to(NEW_YEAR_2028)

    assert (life.only(e.UseDeadlinePassed).result, life.only(e.UseDeadlinePassed).unspent_ore) == (
        "all_used",
        0,
    )


def test_an_old_worker_s_deadline_in_a_case_whose_rest_is_known_says_so() -> None:
    """The property speaks for a final report as well; only a trail written by hand reaches this."""
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-02-01T12:00"))
    life.reported(1_100_000, 100_000, final=True)
    in_use = replace(life.now, stage=Stage.CARRY_OVER)
    due = next(due for due in steps(in_use, BUFDIR) if due.cause == "use@0d")

    first, *_ = on_due(in_use, due, Facts(round=life.office.round), BUFDIR, NEW_YEAR_2028)

    assert isinstance(first, e.UseDeadlinePassed)
    assert (first.result, first.unspent_ore) == ("unspent", kroner(100_000))


# --- ladders --------------------------------------------------------------------------------------------------------------


def test_a_deadline_that_passed_while_everything_was_down_has_its_own_time_and_the_time_it_was_handled() -> (
    None
):
    life = paid()
    restart = at("2028-01-02T07:00")
    life.office.sleep_until(restart)

    life.office.wake()

    (entry,) = life.all(e.UseDeadlinePassed)
    assert (entry.at, life.only(e.UseDeadlinePassed).deadline) == (NEW_YEAR_2028, NEW_YEAR_2028)
    assert life.only(e.UseDeadlinePassed).handled_at == restart
    life.office.wake()
    assert len(life.all(e.UseDeadlinePassed)) == 1


def test_the_deadline_comes_first_and_then_the_command_that_waited() -> None:
    life = paid()
    life.office.sleep_until(at("2028-01-02T07:00"))

    life.do(SIGNATORY, "answer_use", unspent_ore=0)

    assert life.kinds[-2:] == ["UseDeadlinePassed", "UseAnswered"]


def test_a_reminder_that_a_later_step_has_overtaken_is_recorded_and_not_sent() -> None:
    life = paid()
    life.office.move_to(at("2027-09-01T12:00"))
    sent = len(life.letters)
    life.office.sleep_until(at("2027-12-10T12:00"))

    life.office.wake()

    climbed = [entry.event for entry in life.all(e.LadderStepReached)]
    assert [(one.step, one.overtaken) for one in climbed if isinstance(one, e.LadderStepReached)] == [
        ("-90d", True),
        ("-30d", False),
    ]
    assert life.letters[sent:] == ["L09"]


def test_two_acts_at_one_rung_both_happen_once() -> None:
    rungs = (
        Step(at="-30d", act=Act.REMIND_GRANTEE, rule="T20"),
        Step(at="-30d", act=Act.TASK_OFFICER, rule="T20"),
        *BUFDIR.timers[Clock.REPORT].steps[1:],
    )
    timers = {**BUFDIR.timers, Clock.REPORT: Timer(rule="T20", steps=rungs)}
    life = paid(1_200_000, COLLECTED, rules=BUFDIR.model_copy(update={"timers": timers}))

    life.office.move_to(at("2027-03-03T12:00"))

    climbed = [entry for entry in life.all(e.LadderStepReached) if entry.cause and "report" in entry.cause]
    assert [entry.cause for entry in climbed] == ["report:2026@-30d", "report:2026@-30d#1"]
    assert (life.letters[-1], life.tasks) == ("L10", ["overdue:report:2026:case_officer"])


def test_a_system_command_comes_from_no_person() -> None:
    life = granted()
    body = {"carried_by": "x", "carried_by_no": "SFIN-2026-9", "basis_ore": 1, "rule": "R26-53"}

    with refused("role_not_allowed", "R26-53", role="leader", allowed=["system"]):
        life.do(person(Role.LEADER), "note_project_duty", **body)

    assert life.do(CLOCK, "note_project_duty", **body).now.duty_carried_by == "SFIN-2026-9"
