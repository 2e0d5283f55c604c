"""The six stages of a case as everybody sees them; what is finer stands under them (DESIGN: the stepper)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.case import Case
from domain.instants import local_day
from domain.lifecycle import Stage
from letters import formats
from letters.formats import Language
from storage.trail import Entry
from web.words import say

NAMES: Final = (
    "step-submitted",
    "step-assessed",
    "step-granted",
    "step-disbursed",
    "step-reported",
    "step-audited",
)

#: How many of the six a case has reached at each stage; cases that ended otherwise keep what they had.
_REACHED: Final[Mapping[Stage, int]] = {
    Stage.SUBMITTED: 1,
    Stage.IN_ASSESSMENT: 1,
    Stage.RETURNED: 1,
    Stage.ASSESSED: 2,
    Stage.AWAITING_APPROVAL: 2,
    Stage.GRANTED: 3,
    Stage.PAYMENT_ORDERED: 3,
    Stage.DISBURSED: 4,
    Stage.CARRY_OVER: 4,
    Stage.ENDED_EARLY: 4,
    Stage.REPORTED: 5,
    Stage.AUDITED: 6,
}

#: Stages after which the rest of the six does not come.
ENDED_OTHERWISE: Final = frozenset({Stage.REJECTED, Stage.DISMISSED, Stage.WITHDRAWN, Stage.ANNULLED})

#: Stages in which a grant ends when not all of the six are asked for.
_ENDED_SOONER: Final = frozenset({Stage.CLOSED, Stage.REFUNDED})

#: Ends that the six do not say: they are told by one tag.
TAGGED: Final = ENDED_OTHERWISE | _ENDED_SOONER

#: The event that brings a case to each of the six.
_BY_EVENT: Final = {
    "Submitted": 1,
    "Assessed": 2,
    "Granted": 3,
    "Disbursed": 4,
    "ReportsCompleted": 5,
    "AuditsCompleted": 6,
}

#: Stages whose own name says more than that of the six.
_FINER: Final = frozenset(
    {
        Stage.IN_ASSESSMENT,
        Stage.RETURNED,
        Stage.AWAITING_APPROVAL,
        Stage.PAYMENT_ORDERED,
        Stage.CARRY_OVER,
        Stage.ENDED_EARLY,
        Stage.REOPENED,
    }
)

#: Colours of the tags, by what they mean (DESIGN 5).
COLOURS: Final[Mapping[Stage, str]] = {
    Stage.SUBMITTED: "info",
    Stage.IN_ASSESSMENT: "info",
    Stage.RETURNED: "warning",
    Stage.ASSESSED: "info",
    Stage.AWAITING_APPROVAL: "info",
    Stage.GRANTED: "success",
    Stage.PAYMENT_ORDERED: "info",
    Stage.DISBURSED: "success",
    Stage.CARRY_OVER: "info",
    Stage.ENDED_EARLY: "warning",
    Stage.REPORTED: "success",
    Stage.AUDITED: "success",
    Stage.REFUNDED: "success",
    Stage.REOPENED: "info",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the six: ``state`` is done, now or later; ``note`` is a date, or why it waits."""

    name: str
    state: str
    note: str


def colour(stage: str) -> str:
    """Return the colour of a stage's tag."""
    return COLOURS.get(Stage(stage), "neutral")


def steps(language: Language, case: Case, entries: Sequence[Entry]) -> list[Step]:
    """Return the steps of *case*; where it ended otherwise, only those it reached."""
    dates = _dates(entries)
    reached = _reached(case)
    over = case.stage in TAGGED
    count = reached if case.stage in ENDED_OTHERWISE else len(NAMES)
    found = []
    for number in range(1, count + 1):
        done = number < reached or (number == reached and (over or case.finished))
        state = "done" if done else "now" if number == reached else "later"
        note = _note(language, case, number, state, dates)
        found.append(Step(name=say(language, NAMES[number - 1]), state=state, note=note))
    return found


def line(language: Language, found: Sequence[Step]) -> str:
    """Return the one line that stands for *found* where there is little room: where the case is, or came last."""
    at = max(number for number, step in enumerate(found) if step.state != "later")
    named = {"number": str(at + 1), "name_shown": found[at].name, "note": found[at].note}
    return say(language, "steps-line", named)


def _reached(case: Case) -> int:
    return (
        max((_REACHED[stage] for stage in case.path if stage in _REACHED), default=1)
        if (case.stage not in _REACHED)
        else _REACHED[case.stage]
    )


def _dates(entries: Sequence[Entry]) -> dict[int, datetime]:
    dates: dict[int, datetime] = {}
    for entry in entries:
        if entry.kind in _BY_EVENT:
            dates[_BY_EVENT[entry.kind]] = entry.occurred_at
    return dates


def _note(language: Language, case: Case, number: int, state: str, dates: Mapping[int, datetime]) -> str:
    if state == "later":
        return _expected(language, case, number)
    said = [formats.day(language, local_day(dates[number]))] if number in dates else []
    if state == "now" and case.stage in _FINER:
        said.append(say(language, f"stage-{case.stage}"))
    return ". ".join(said)


def _expected(language: Language, case: Case, number: int) -> str:
    """Return by when a later step is expected, where anything says so."""
    paid, reported, audited = 4, 5, 6
    ended = case.stage in _ENDED_SOONER
    if case.decision is None or ended:
        return say(language, "step-not-asked") if ended and number >= reported else ""
    if number == paid and not case.grant_year_ended:
        return say(language, "step-by-year-end", {"year_shown": str(case.grant_year)})
    duties = case.reports if number == reported else case.audits if number == audited else ()
    days = [duty.last_day for duty in duties if duty.is_open]
    if days:
        return say(language, "step-due", {"last_day": min(days).isoformat()})
    return say(language, "step-not-asked") if case.threshold is not None and number >= reported else ""
