"""However the engine wakes, late, twice or after years, each rung is climbed once, at its own instant and in order.

``SAKSGANG_ORDERS=20000`` tries that many schedules, with new chance each time, instead of the same few.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from domain import events as e
from domain.clocks import AT_DEADLINE
from domain.instants import last_day, morning_of
from domain.refusal import Refused
from domain.rounds import Round, evolve_round, next_round_step, on_round_due
from domain.ruleset import Clock, Step
from tests.domain.decisions.test_appealing import FORMAL, filed, forwarded
from tests.domain.decisions.test_claim_notice import noticed
from tests.domain.decisions.test_extending import answered
from tests.domain.lives import (
    AUDITOR,
    BUFDIR,
    COLLECTED,
    LEADER,
    OFFICER,
    SIGNATORY,
    YEARLY,
    Entry,
    Life,
    Office,
    assessment,
    at,
    cut,
    granted,
    paid,
    report,
    statement,
)
from tests.domain.test_rounds import opened
from tests.domain.test_tasks_come_and_go import (
    REPLIED,
    SENT_BACK,
    Way,
    accepting,
    claimed,
    does,
    in_collection,
    notified_reversal,
    on,
    owing,
    read_by_two,
    reporting,
    returned,
    supplemented,
    waiting_for_directorate,
)
from tests.domain.ways import first, next_act

ORDERS: Final = int(os.environ.get("SAKSGANG_ORDERS", "0"))

tries = settings(
    max_examples=ORDERS or 150,
    derandomize=not ORDERS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


class Running(NamedTuple):
    """A life in which a clock runs, the name it runs under, and what takes its cause away."""

    life: Callable[[], Life]
    name: str
    settle: Way


RUNNING: Final[dict[Clock, Running]] = {
    Clock.ASSIGN: Running(lambda: Office().submit(), "assign", lambda life: life.assigned()),
    Clock.ASSESS: Running(
        lambda: Office().submit().assigned(), "assess:1", does(OFFICER, "assess", **assessment())
    ),
    Clock.SUPPLEMENT: Running(returned, "supplement:1", supplemented),
    Clock.APPROVE: Running(lambda: Office().submit().recommended(), "approve:1", SENT_BACK),
    Clock.ACCEPTANCE: Running(accepting, "acceptance", does(SIGNATORY, "accept_terms")),
    Clock.BUDGET: Running(
        cut,
        "budget",
        does(SIGNATORY, "deliver_budget", text="Lønn 200 000, reise 100 000"),
    ),
    Clock.PAYMENT: Running(granted, "payment", lambda life: life.paid()),
    Clock.GRANT_YEAR_END: Running(
        paid, "grant_year_end", does(SIGNATORY, "end_early", end_day="2026-03-01", reason="Ferdig")
    ),
    Clock.USE: Running(paid, "use", does(SIGNATORY, "end_early", end_day="2026-03-01", reason="Ferdig")),
    Clock.USE_QUESTION: Running(
        on("2028-01-01T12:00", paid), "use_question", does(SIGNATORY, "answer_use", unspent_ore=0)
    ),
    Clock.REPORT: Running(
        on("2027-01-02T12:00", owing),
        "report:2026",
        does(SIGNATORY, "deliver_report", **report(1_200_000)),
    ),
    Clock.REPORT_REVIEW: Running(reporting, "report_review:2026:0", read_by_two),
    Clock.AUDIT: Running(
        on("2027-04-02T12:00", owing),
        "audit:collected",
        does(AUDITOR, "deliver_audit", **statement(1_200_000)),
    ),
    Clock.DIRECTORATE: Running(
        waiting_for_directorate,
        "directorate:1",
        does(OFFICER, "register_directorate_answer", allowed=False, reference="Bufdir 2027/9"),
    ),
    Clock.CLAIM_NOTICE: Running(
        noticed, "claim_notice:1", does(SIGNATORY, "reply_to_claim", claim=1, text="Vi er uenige")
    ),
    Clock.CLAIM: Running(claimed, "claim:1", does(LEADER, "write_off_claim", claim=1, reason="Lar seg ikke")),
    Clock.COLLECTION: Running(in_collection, "collection:1", lambda life: life.repaid(10_000_000)),
    Clock.PRELIMINARY_REPLY: Running(lambda: Office(**FORMAL).submit(), "preliminary_reply", REPLIED),
    Clock.APPEAL_REVIEW: Running(filed, "appeal_review:1", does(SIGNATORY, "withdraw_appeal", appeal=1)),
    Clock.APPEAL_FOLLOW_UP: Running(
        forwarded, "appeal_follow_up:1", does(SIGNATORY, "withdraw_appeal", appeal=1)
    ),
    Clock.REVERSAL_NOTICE: Running(
        notified_reversal, "reversal_notice:1", does(LEADER, "drop_reversal", reason="Står")
    ),
}


def sent_back_at_the_end() -> Life:
    """The last report came before the use deadline, and was sent back after it."""
    life = on("2027-12-20T12:00", owing)()
    last = report(1_200_000, final=True, until="2027-12-15")
    life.do(SIGNATORY, "deliver_report", **last).office.move_to(at("2028-01-28T12:00"))
    return life.do(OFFICER, "return_report", duty="2026", reason="Vis bilag", last_day="2028-02-10")


MANY: Final[tuple[Callable[[], Life], ...]] = (
    *(running.life for running in RUNNING.values()),
    owing,
    lambda: paid(1_200_000, YEARLY),
    lambda: paid(1_200_000, COLLECTED, **FORMAL),
    lambda: Office(**FORMAL).submit(),
    # Every rung of the payment lies before the grant: each is due when it was decided.
    lambda: granted(now=at("2026-12-20T12:00")),
    lambda: answered(allowed=True),
    sent_back_at_the_end,
)


def test_every_clock_of_a_case_is_seen_running() -> None:
    assert set(RUNNING) == set(Clock) - {Clock.ROUND}


# --- each rung, by its rule ----------------------------------------------------------------------------------------


def rungs() -> list[tuple[Clock, Step]]:
    return [(clock, step) for clock in RUNNING for step in BUFDIR.timers[clock].steps]


def named(clock: Clock, step: Step) -> str:
    return f"{RUNNING[clock].name}@{step.at}"


def of(life: Life, cause: str) -> list[Entry]:
    """Return what a rung brought about: a ladder may do two things at one time."""
    return [
        entry for entry in life.trail if entry.cause is not None and entry.cause.partition("#")[0] == cause
    ]


def said(entry: Entry) -> tuple[str, str]:
    """Return what was done at a rung and by which rule."""
    found = entry.event
    if isinstance(found, e.LadderStepReached):
        return found.act.value, found.rule
    assert isinstance(found, e.GrantYearEnded | e.UseDeadlinePassed)
    return type(found).__name__, found.rule


@pytest.mark.parametrize(
    ("clock", "step"),
    rungs(),
    ids=lambda value: f"{value.at}-{value.act}" if isinstance(value, Step) else None,
)
def test_a_rung_is_climbed_at_its_instant_and_not_a_second_before(clock: Clock, step: Step) -> None:
    life = RUNNING[clock].life()
    cause = named(clock, step)
    [instant] = {due for name, due in life.ahead if name == cause}

    life.office.move_to(instant - timedelta(seconds=1))
    assert of(life, cause) == []

    life.office.move_to(instant)
    entries = of(life, cause)
    assert {entry.at for entry in entries} == {instant}
    if step.at == AT_DEADLINE and clock in {Clock.GRANT_YEAR_END, Clock.USE}:
        ended = (
            BUFDIR.use.within_grant_year if clock is Clock.GRANT_YEAR_END else BUFDIR.use.deadline_years_after
        )
        assert said(entries[0])[1] == ended.rule
    else:
        assert (step.act.value, step.rule) in [said(entry) for entry in entries]


@pytest.mark.parametrize("clock", RUNNING)
def test_no_rung_is_climbed_when_the_cause_is_gone(clock: Clock) -> None:
    running = RUNNING[clock]
    life = running.life()
    assert running.name in life.clocks
    climbed = len([entry for entry in life.trail if (entry.cause or "").startswith(f"{running.name}@")])

    running.settle(life)

    assert running.name not in life.clocks
    life.office.move_to(at("2032-01-01T12:00"))
    after = [entry for entry in life.trail if (entry.cause or "").startswith(f"{running.name}@")]
    assert len(after) == climbed


# --- whenever the engine wakes ---------------------------------------------------------------------------------------


class Pause(NamedTuple):
    """Time that passes, how the engine wakes after it, and whether somebody then acts."""

    minutes: int
    wakes: int
    acts: bool


PAUSES: Final = st.lists(
    st.builds(
        Pause,
        minutes=st.one_of(st.integers(0, 3_000), st.integers(0, 1_500_000)),
        wakes=st.integers(0, 3),
        acts=st.booleans(),
    ),
    max_size=8,
)

END: Final = at("2034-01-01T12:00")


def act(life: Life) -> None:
    """Do the next sensible thing. Whoever does it sees the case as it is: what fell due comes first."""
    life.catch_up(life.office.now)
    found = next_act(life, first)
    if found is not None:
        try:
            life.do(found.who, found.kind, **found.fields)
        except Refused as no:
            event(f"refused {no.code}")


def lived(begin: Callable[[], Life], pauses: list[Pause], *, awake: bool) -> Life:
    life = begin()
    for pause in pauses:
        instant = life.office.now + timedelta(minutes=pause.minutes)
        if awake:
            life.office.move_to(instant)
        else:
            life.office.sleep_until(instant)
            for _ in range(pause.wakes):
                life.office.wake()
        if pause.acts:
            act(life)
    if awake:
        life.office.move_to(END)
    else:
        life.office.sleep_until(END)
        life.office.wake()
    return life


def happened(life: Life) -> list[tuple[str, datetime, str | None, str]]:
    """Return what stands in the trail but for when it was handled, and so which reminders were overtaken."""
    return [(entry.kind, entry.at, entry.cause, getattr(entry.event, "step", "")) for entry in life.trail]


@given(begin=st.sampled_from(MANY), pauses=PAUSES)
@tries
def test_a_life_is_the_same_however_the_engine_slept(begin: Callable[[], Life], pauses: list[Pause]) -> None:
    awake, asleep = (lived(begin, pauses, awake=awake) for awake in (True, False))

    assert happened(asleep) == happened(awake)
    assert (asleep.tasks, asleep.clocks, asleep.ahead) == (awake.tasks, awake.clocks, awake.ahead)
    # A reminder that a later rung has overtaken is not sent: sleep never sends more.
    assert len(asleep.letters) <= len(awake.letters)
    event(f"ended {asleep.now.stage}")


@given(begin=st.sampled_from(MANY), pauses=PAUSES)
@tries
def test_each_rung_is_climbed_once_in_order_at_the_instant_its_ladder_gives(
    begin: Callable[[], Life], pauses: list[Pause]
) -> None:
    life = lived(begin, pauses, awake=False)

    causes = [entry.cause for entry in life.trail if entry.cause is not None]
    assert len(causes) == len(set(causes))
    assert all(one.at <= other.at for one, other in pairwise(life.trail))
    assert all(entry.at <= entry.handled_at for entry in life.trail)
    climbed: dict[str, list[e.LadderStepReached]] = {}
    for number, entry in enumerate(life.trail):
        if isinstance(entry.event, e.LadderStepReached):
            own = own_instant(entry.event, life)
            # Later than its own instant only where the clock began to run later: something else happened then.
            began = {earlier.at for earlier in life.trail[:number]}
            assert entry.at == own or (entry.at > own and entry.at in began)
            climbed.setdefault(entry.event.clock, []).append(entry.event)
    for rungs_ in climbed.values():
        days = [rung.step for rung in rungs_]
        assert days == sorted(days, key=order)


def own_instant(reached: e.LadderStepReached, life: Life) -> datetime:
    """Return the instant of a rung by the calendar alone."""
    if reached.step == AT_DEADLINE:
        return reached.deadline
    step = Step(at=reached.step, act=reached.act, rule=reached.rule)
    return morning_of(step.on(last_day(reached.deadline), life.now.grant_year))


def order(step: str) -> tuple[int, str]:
    return (int(step[:-1]), "") if step.endswith("d") else (0, step)


@given(begin=st.sampled_from(MANY), days=st.integers(0, 2_000), wakes=st.integers(2, 4))
@tries
def test_a_wake_up_that_comes_again_finds_nothing_to_do(
    begin: Callable[[], Life], days: int, wakes: int
) -> None:
    life = begin()
    life.office.sleep_until(life.office.now + timedelta(days=days))
    life.office.wake()
    once = list(life.trail)

    for _ in range(wakes):
        life.office.wake()

    assert life.trail == once


# --- and of a round --------------------------------------------------------------------------------------------------


def woken(round_: Round, instants: list[datetime]) -> list[tuple[str, datetime]]:
    """Wake the round at each of *instants*; return what it did, and when that fell due."""
    done = []
    for now in instants:
        while (due := next_round_step(round_, BUFDIR)) is not None and due.instant <= now:
            round_ = evolve_round(round_, on_round_due(round_, due, now), round_id=round_.round_id)
            done.append((due.cause, due.instant))
    return done


@given(hours=st.integers(0, 5_000), minutes=st.integers(1, 300_000), data=st.data())
@tries
def test_a_round_climbs_its_ladder_once_however_its_engine_slept(
    hours: int, minutes: int, data: st.DataObject
) -> None:
    opens_at = at("2026-01-05T08:00") + timedelta(hours=hours)
    closes_at = opens_at + timedelta(minutes=minutes)
    round_ = replace(opened(), opens_at=opens_at, closes_at=closes_at)
    end = closes_at + timedelta(days=400)
    gaps = data.draw(st.lists(st.integers(0, 400_000), max_size=6))
    naps = sorted(min(end, opens_at + timedelta(minutes=gap)) for gap in gaps)
    every = [end] if not naps else [*naps, *naps, end, end]

    climbed = woken(round_, sorted(every))

    assert climbed == woken(round_, [end])
    assert [cause for cause, _ in climbed][:: len(climbed) - 1] == ["round@opens", "round@0d"]
    assert [instant for _, instant in climbed] == sorted(instant for _, instant in climbed)
    assert climbed[-1][1] == closes_at
