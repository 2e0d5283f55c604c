import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import events as e
from domain.clocks import next_step, reached, running_clocks, spread
from domain.ruleset import Act, Timer
from domain.tasks import tasks
from tests.domain.lives import (
    ACCOUNTANT,
    AUDITOR,
    BUFDIR,
    COLLECTED,
    INNLANDET,
    LEADER,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    at,
    granted,
    paid,
    recommendation,
    report,
    statement,
    with_terms,
)


def steps_of(life: Life, clock: str) -> list[str]:
    """Return the steps of *clock* that were reached, in order."""
    return [entry.event.step for entry in life.all(e.LadderStepReached) if is_of(entry.event, clock)]  # type: ignore[attr-defined]


def is_of(event: e.Event, clock: str) -> bool:
    return isinstance(event, e.LadderStepReached) and event.clock == clock


def codes(life: Life) -> list[str]:
    return [task.code for task in tasks(life.now, life.office.rules)]


def ahead(life: Life, clock: str) -> dict[str, datetime]:
    """Return the steps of *clock* that are still to come, in order."""
    return {
        cause.partition("@")[2]: instant for cause, instant in life.ahead if cause.startswith(f"{clock}@")
    }


def returned(last_day: str = "2026-04-01") -> Life:
    life = Office().submit().assigned()
    body = {"deficiencies": ["plan_missing"], "explanation": "Mangler", "last_day": last_day}
    return life.do(OFFICER, "return_for_supplement", **body)


# --- which clocks run in which stage --------------------------------------------------------------------------------------


def test_a_new_application_waits_three_working_days_for_its_officer() -> None:
    life = Office(now=at("2026-03-30T12:00")).submit()  # the Monday before Easter

    assert life.clocks == ["assign"]
    # Tuesday, Wednesday, and the Tuesday after Easter.
    assert ahead(life, "assign") == {"0d": at("2026-04-07T22:00")}
    life.office.move_to(at("2026-04-08T06:00"))
    assert life.tasks == ["assign", "overdue:assign:leader"]


def test_a_supplement_is_reminded_of_three_days_before_and_missed_on_its_day() -> None:
    life = returned()

    assert ahead(life, "supplement:1") == {"-3d": at("2026-03-29T06:00"), "0d": at("2026-04-01T22:00")}
    life.office.move_to(at("2026-04-02T12:00"))
    assert steps_of(life, "supplement:1") == ["-3d", "0d"]
    assert life.tasks == ["overdue:supplement:1:case_officer"]


def test_a_second_return_has_a_clock_of_its_own() -> None:
    life = returned()
    life.do(SIGNATORY, "supplement", application=life.office.application())
    body = {"deficiencies": ["plan_missing"], "explanation": "Mangler ennå", "last_day": "2026-04-20"}

    life.do(OFFICER, "return_for_supplement", **body)

    assert life.clocks == ["supplement:2"]


def test_a_recommendation_waits_five_working_days_for_the_leader_and_each_anew() -> None:
    life = Office(now=at("2026-04-29T12:00")).submit().recommended()

    # 30 April, then 4 to 7 May: 1 May and the weekend do not count.
    assert ahead(life, "approve:1") == {"0d": at("2026-05-07T22:00")}
    life.do(LEADER, "send_back", comment="Se på summen")
    assert life.clocks == []
    life.do(OFFICER, "recommend", **recommendation(1))
    assert life.clocks == ["approve:2"]


@pytest.mark.edge("E36")
def test_a_grant_waits_for_its_payment_to_the_end_of_its_year() -> None:
    life = granted()

    assert ahead(life, "payment") == {
        "11-15": at("2026-11-15T07:00"),
        "12-01": at("2026-12-01T07:00"),
        "12-15": at("2026-12-15T07:00"),
    }
    assert ahead(life, "grant_year_end") == {"0d": at("2026-12-31T23:00")}
    life.paid()
    assert life.clocks == ["grant_year_end", "use"]


def test_a_grant_decided_in_december_has_only_the_payment_step_that_is_left_and_none_before_it_was_decided() -> (
    None
):
    life = granted(now=at("2026-12-20T12:00"))

    reached_steps = [entry for entry in life.all(e.LadderStepReached) if is_of(entry.event, "payment")]
    assert [entry.event.overtaken for entry in reached_steps] == [True, True, False]  # type: ignore[attr-defined]
    assert life.now.decision is not None
    assert {entry.at for entry in reached_steps} == {life.now.decision.decided_at}
    assert "overdue:payment:leader" in life.tasks


def test_paid_money_is_reminded_of_90_30_and_7_days_before_the_last_day_of_use() -> None:
    life = paid()
    life.office.move_to(at("2027-01-02T12:00"))

    assert ahead(life, "use") == {
        "-90d": at("2027-10-02T06:00"),
        "-30d": at("2027-12-01T07:00"),
        "-7d": at("2027-12-24T07:00"),
        "0d": at("2027-12-31T23:00"),
    }


def test_money_that_came_after_a_reminder_is_not_reminded_of_what_was_before() -> None:
    life = granted().attested()
    life.office.move_to(at("2027-12-05T12:00"))

    life.do(ACCOUNTANT, "register_disbursement", **life.voucher())

    assert set(ahead(life, "use")) == {"-7d", "0d"}
    assert steps_of(life, "use") == []


def test_a_deadline_that_was_moved_a_little_is_reminded_of_from_then_on() -> None:
    life = paid()
    life.office.move_to(at("2027-12-20T12:00"))
    life.do(SIGNATORY, "ask_extension", last_day="2028-01-31", reason="Lederen var syk")
    life.do(OFFICER, "ask_directorate", question="Kan fristen flyttes?")
    life.do(OFFICER, "register_directorate_answer", allowed=True, reference="Bufdir 2027/9")

    life.do(LEADER, "extend_use", last_day="2028-01-31")

    assert set(ahead(life, "use:1")) == {"-30d", "-7d", "0d"}


def test_who_has_told_that_nothing_is_left_is_not_reminded_to_use_it() -> None:
    life = paid()
    life.office.move_to(at("2027-01-02T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=0)
    assert ahead(life, "use") == {"0d": at("2027-12-31T23:00")}

    life.office.move_to(at("2027-11-01T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=100)
    # What fell due in the meantime is not made up for.
    assert set(ahead(life, "use")) == {"-30d", "-7d", "0d"}


def test_the_reminders_of_a_report_say_whether_its_date_has_passed() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-04-02T12:00"))

    sent = [item.payload["params"]["passed"] for item in life.sent if item.payload.get("letter") == "L10"]
    assert sent == [False, False, True]


def test_the_use_question_waits_31_days() -> None:
    life = paid()
    life.office.move_to(at("2027-12-31T23:00"))

    assert ahead(life, "use_question") == {
        "-7d": at("2028-01-24T07:00"),
        "0d": at("2028-01-31T23:00"),
        "+30d": at("2028-03-01T07:00"),  # 2028 is a leap year
    }


def test_a_report_and_a_statement_climb_their_ladders_to_the_leader() -> None:
    life = paid(1_200_000, COLLECTED)

    assert ahead(life, "report:2026") == {
        "-30d": at("2027-03-02T07:00"),
        "-7d": at("2027-03-25T07:00"),
        "0d": at("2027-04-01T22:00"),
        "+7d": at("2027-04-08T06:00"),
        "+30d": at("2027-05-01T06:00"),
        "+60d": at("2027-05-31T06:00"),
    }
    life.office.move_to(at("2027-05-02T12:00"))
    # On the seventh day two things happen: a reminder, and a task.
    assert steps_of(life, "report:2026") == ["-30d", "-7d", "0d", "+7d", "+7d", "+30d"]
    assert (life.letters.count("L10"), life.letters.count("L11")) == (3, 1)
    assert life.tasks == ["overdue:report:2026:case_officer", "overdue:report:2026:leader"]
    assert "audit:collected" in life.clocks


def test_after_sixty_days_the_leader_chooses_what_becomes_of_a_report_that_is_missing() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-05-31T05:59"))
    assert codes(life) == ["overdue_report", "overdue_report"]

    life.office.move_to(at("2027-05-31T06:00"))

    assert codes(life) == ["overdue_report", "choose_report"]
    life.reported(1_200_000)
    assert codes(life) == []


def test_a_late_report_is_asked_for_by_a_day_before_it_comes_to_the_leader() -> None:
    life = paid(1_200_000, COLLECTED)

    life.office.move_to(at("2027-04-09T12:00"))

    (late,) = [item.payload["params"] for item in life.sent if item.payload.get("letter") == "L11"]
    assert late == {"clock": "report", "last_day": "2027-04-01", "passed": True, "answer_day": "2027-04-30"}


def test_a_delivered_report_waits_30_days_for_its_review() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-02-01T12:00"))

    life.do(SIGNATORY, "deliver_report", **report(1_200_000))

    assert ahead(life, "report_review:2026:0") == {
        "0d": at("2027-03-03T23:00"),
        "+14d": at("2027-03-17T07:00"),
    }
    life.office.move_to(at("2027-03-20T12:00"))
    assert "overdue:report_review:2026:0:leader" in life.tasks


def test_a_delivered_statement_waits_for_its_review_too() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-04-01T12:00"))

    life.do(AUDITOR, "deliver_audit", **statement(1_200_000))

    assert "audit_review:collected:0" in life.clocks


def test_a_decided_claim_is_reminded_of_and_then_becomes_the_officer_s_and_the_leader_s_matter() -> None:
    life = paid()
    life.office.move_to(at("2028-01-02T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=100)
    life.do(OFFICER, "propose_claim", ground="unused", amount_ore=100, reason="Ubrukt")
    assert life.clocks == []

    life.do(LEADER, "decide_claim", claim=1, due_day="2028-02-01")

    assert ahead(life, "claim:1") == {
        "+14d": at("2028-02-15T07:00"),
        "+30d": at("2028-03-02T07:00"),
    }
    life.office.move_to(at("2028-02-15T06:59"))
    assert life.letters[-1] == "L14"
    life.office.move_to(at("2028-03-03T12:00"))
    assert life.letters[-1] == "L11"
    assert life.tasks[1:] == ["overdue:claim:1:case_officer", "overdue:claim:1:leader"]


def test_a_finished_case_waits_for_nothing() -> None:
    life = paid()
    life.office.move_to(at("2028-01-02T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")

    assert (life.clocks, life.tasks, life.ahead) == ([], [], [])


def test_where_the_rule_set_names_no_period_no_clock_runs() -> None:
    timerless = {clock: Timer(rule=timer.rule, steps=timer.steps) for clock, timer in BUFDIR.timers.items()}
    office = Office(rules=BUFDIR.model_copy(update={"timers": timerless}))
    life = office.submit()
    assert life.clocks == []

    life.granted(400_000, with_terms(COLLECTED, reporting_reason="Særlige grunner")).paid()
    office.move_to(at("2027-02-01T12:00"))
    life.do(SIGNATORY, "deliver_report", **report(400_000))
    assert life.clocks == ["use", "audit:collected"]

    other = paid(rules=office.rules)
    other.office.move_to(at("2028-01-02T12:00"))
    assert other.clocks == []


# --- a deadline vanishes with its cause -----------------------------------------------------------------------------------


def test_a_deadline_vanishes_with_its_cause() -> None:
    assert Office().submit().clocks == ["assign"]
    assert Office().submit().assigned().clocks == ["assess:1"]
    assert Office().submit().assessed().clocks == []
    life = returned()
    assert life.clocks == ["supplement:1"]

    life.do(SIGNATORY, "supplement", application=life.office.application())

    # And the assessment begins anew.
    assert life.clocks == ["assess:2"]


def test_nobody_is_reminded_of_a_report_that_came() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-03-10T12:00"))
    life.reported(1_200_000)

    life.office.move_to(at("2027-04-20T12:00"))

    assert steps_of(life, "report:2026") == ["-30d"]
    assert "overdue:report:2026:case_officer" not in life.tasks


def test_a_task_closes_when_its_cause_is_gone() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-05-02T12:00"))
    assert len(life.tasks) == 2

    life.do(SIGNATORY, "deliver_report", **report(1_200_000))

    assert life.tasks == ["review_report:2026", "second_report:2026"]


def test_a_paid_claim_is_no_longer_waited_for() -> None:
    life = paid()
    life.office.move_to(at("2028-01-02T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=100).claimed(100)
    assert life.clocks == ["claim:1"]

    assert life.repaid(100).clocks == []


# --- returned: new days, new clocks ---------------------------------------------------------------------------------------


def test_a_returned_report_has_a_clock_of_its_own_from_when_it_went_back() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-03-10T12:00"))
    life.do(SIGNATORY, "deliver_report", **report(1_200_000))

    life.do(OFFICER, "return_report", duty="2026", reason="Vis bilag", last_day="2027-03-30")

    # The reminder of 30 days before lies before it went back: nobody is reminded of that.
    assert ahead(life, "report:2026:1") == {
        "-7d": at("2027-03-23T07:00"),
        "0d": at("2027-03-30T22:00"),
        "+7d": at("2027-04-06T06:00"),
        "+30d": at("2027-04-29T06:00"),
        "+60d": at("2027-05-29T06:00"),
    }
    assert not ahead(life, "report:2026")


def test_a_carried_over_report_is_reminded_of_from_when_it_arose() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-02-01T12:00"))
    life.reported(700_000, 500_000)

    assert list(ahead(life, "report:2027")) == ["-30d", "-7d", "0d", "+7d", "+30d", "+60d"]
    life.office.move_to(at("2028-05-02T12:00"))
    assert steps_of(life, "report:2027") == ["-30d", "-7d", "0d", "+7d", "+7d", "+30d"]


# --- once each, in order, also after an outage ----------------------------------------------------------------------------


def test_each_step_happens_once_whether_the_engine_was_awake_or_asleep() -> None:
    awake, asleep = paid(1_200_000, COLLECTED), paid(1_200_000, COLLECTED)
    end = at("2028-07-01T12:00")

    awake.office.move_to(end)
    asleep.office.sleep_until(end)
    asleep.office.wake()

    assert [(entry.cause, entry.at) for entry in awake.trail] == [
        (entry.cause, entry.at) for entry in asleep.trail
    ]
    causes = [entry.cause for entry in asleep.trail if entry.cause is not None]
    assert len(causes) == len(set(causes))
    assert awake.tasks == asleep.tasks


def test_after_an_outage_only_the_last_reminder_of_a_ladder_is_sent_and_every_task_is_there() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-01-02T12:00"))
    before = len(life.letters)
    life.office.sleep_until(at("2027-03-26T12:00"))
    life.office.wake()
    assert life.letters[before:] == ["L10"]
    life.office.sleep_until(at("2027-05-02T12:00"))

    life.office.wake()

    of_report = [entry.event for entry in life.all(e.LadderStepReached) if is_of(entry.event, "report:2026")]
    assert [event.overtaken for event in of_report] == [True, False, True, True, True, False]  # type: ignore[attr-defined]
    assert life.tasks == ["overdue:report:2026:case_officer", "overdue:report:2026:leader"]


def test_steps_come_in_the_order_of_time_whatever_clock_they_are_of() -> None:
    life = paid(1_200_000, COLLECTED)

    instants = [instant for _cause, instant in life.ahead]

    assert instants == sorted(instants)
    due = next_step(life.now, BUFDIR)
    assert due is not None
    assert (due.cause, due.instant) == ("grant_year_end@0d", at("2026-12-31T23:00"))


def test_what_was_reached_is_known_by_what_it_asks_for() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-04-09T12:00"))
    running = next(clock for clock in running_clocks(life.now, BUFDIR) if clock.name == "report:2026")

    found = {act: reached(life.now, running, {act}, BUFDIR) for act in Act}

    assert {act: step.at if step else None for act, step in found.items()} == {
        Act.REMIND_GRANTEE: "+7d",
        Act.TASK_OFFICER: "+7d",
        Act.TASK_LEADER: None,
        Act.CHOICE_LEADER: None,
    }


def test_the_evaluation_of_the_threshold_has_no_ladder() -> None:
    life = granted()
    unevaluated = replace(life.now, threshold=None)

    (running, *_rest) = [clock for clock in running_clocks(unevaluated, BUFDIR) if clock.clock is None]
    assert (running.name, running.rule) == ("threshold:1", "R26-52")
    assert reached(unevaluated, running, {Act.TASK_LEADER}, BUFDIR) is None


# --- the spread -----------------------------------------------------------------------------------------------------------


@given(st.uuids().map(str), st.integers(1, 86_400))
def test_a_case_wakes_within_the_window_and_always_at_the_same_moment(case_id: str, seconds: int) -> None:
    found = spread(case_id, seconds)

    assert timedelta(0) <= found < timedelta(seconds=seconds)
    assert found == spread(case_id, seconds)


@pytest.mark.parametrize("seconds", [0, -1])
def test_without_a_window_nothing_is_spread(seconds: int) -> None:
    assert spread("any case", seconds) == timedelta(0)


def test_many_cases_wake_all_over_the_window() -> None:
    minutes = [
        spread(hashlib.sha256(bytes([n % 256, n // 256])).hexdigest(), 600) // timedelta(minutes=1)
        for n in range(2_000)
    ]

    counts = [minutes.count(minute) for minute in range(10)]
    assert min(counts) > 140
    assert max(counts) < 260


# --- other rule sets ------------------------------------------------------------------------------------------------------


def test_the_clocks_of_2021_take_their_rules_from_2021() -> None:
    terms = with_terms(
        COLLECTED,
        report_last_day="2022-04-01",
        final_report_last_day="2023-04-01",
        audit="none",
        audit_last_day=None,
    )
    life = paid(150_000, terms, rules=INNLANDET, now=at("2021-04-01T12:00"))

    rules = {clock.name: clock.rule for clock in running_clocks(life.now, INNLANDET)}

    assert rules["use"] == "I21-28"
    life.office.move_to(at("2022-12-31T23:00"))
    assert life.only(e.UseDeadlinePassed).rule == "I21-28"
