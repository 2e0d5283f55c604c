from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

import pytest

from domain.actors import Actor, Role
from domain.events import Event
from domain.instants import OSLO
from domain.rounds import (
    OpenRound,
    Round,
    RoundClosed,
    RoundCriterion,
    RoundOpened,
    RoundReminded,
    RoundStarted,
    evolve_round,
    next_round_step,
    on_round_due,
    open_round,
    round_outgoing,
    stage_at,
)
from domain.rulebook.tightening import RoundOverride, Setting
from domain.ruleset import Act, Clock, RuleSet, Strand
from storage.rulesets import load_rule_sets
from tests.domain.lives import BUFDIR, INNLANDET, LEADER, OFFICER, at, person, refused

ANNOUNCED, OPENS, CLOSES = at("2026-02-20T12:00"), at("2026-03-01T09:00"), at("2026-06-01T22:00")


def asked(rules: RuleSet, *but: str, strand: Strand = Strand.LEARNING) -> tuple[RoundCriterion, ...]:
    """Return the criteria that *rules* ask for, without those called *but*."""
    keys = [one.key for one in rules.of_strand(strand).criteria if one.key not in but]
    return tuple(RoundCriterion(key=key, nb="Kriterium", nn="Kriterium") for key in keys)


def body(**changes: Any) -> OpenRound:
    return OpenRound.model_validate(
        {
            "office": "SFIN",
            "grant_year": 2026,
            "strand": "learning",
            "rule_set": "2026-bufdir",
            "title": "Læringsnettverk 2026",
            "form_version": "2026-1",
            "criteria": asked(BUFDIR),
            "opens_at": OPENS,
            "closes_at": CLOSES,
            "addresses": ("post@hamar.example", "post@loten.example"),
        }
        | changes
    )


def announce(
    who: Actor = LEADER, rules: RuleSet = BUFDIR, now: datetime = ANNOUNCED, **changes: Any
) -> RoundOpened:
    return open_round(body(**changes), who, rules, round_no="SFIN-2026-L1", sha256="0" * 64, now=now)


def opened(**changes: Any) -> Round:
    return evolve_round(None, announce(**changes), round_id="round")


def handle(
    round_: Round, until: datetime, handled_at: datetime | None = None, rules: RuleSet = BUFDIR
) -> tuple[Round, list[Event]]:
    """Handle everything that falls due up to *until*, awake, or all at once at *handled_at*."""
    events: list[Event] = []
    while (due := next_round_step(round_, rules)) is not None and due.instant <= until:
        events.append(on_round_due(round_, due, handled_at or due.instant))
        round_ = evolve_round(round_, events[-1], round_id="round")
    return round_, events


# --- the announcement (T01) -----------------------------------------------------------------------------------------------


def test_a_leader_announces_a_round_of_the_office() -> None:
    with refused("role_not_allowed", "T01", role="case_officer", allowed=["leader"], command="open_round"):
        announce(OFFICER)
    with refused("other_office", "R26-45", office="SFIN", unit="SFAG"):
        announce(person(Role.LEADER, unit="SFAG"))

    assert announce().by == LEADER.subject


def test_a_round_opens_on_the_rules_of_its_year() -> None:
    with refused("rule_set_of_other_year", "R26-66", rule_set="2026-bufdir", year=2027):
        announce(grant_year=2027)

    assert announce().rule_set == "2026-bufdir"


def test_a_round_opens_on_the_directorate_s_rules_or_the_office_s_own() -> None:
    in_2021 = {"grant_year": 2021, "opens_at": at("2021-03-01T09:00"), "closes_at": at("2021-08-01T22:00")}
    then = at("2021-02-01T12:00")
    with refused("rule_set_of_other_office", "R26-47", rule_set="2021-innlandet", office="SFAG"):
        announce(person(Role.LEADER, unit="SFAG"), INNLANDET, then, office="SFAG", **in_2021)

    assert announce(LEADER, INNLANDET, then, criteria=asked(INNLANDET), **in_2021).office == "SFIN"


def test_a_round_is_for_a_strand_that_its_rules_pay_for() -> None:
    in_2021 = {"grant_year": 2021, "closes_at": at("2021-08-01T22:00"), "opens_at": at("2021-03-01T09:00")}
    with refused("strand_not_in_rule_set", "B21-13", strand="leader", rule_set="2021-innlandet"):
        announce(LEADER, INNLANDET, at("2021-02-01T12:00"), strand="leader", **in_2021)

    assert announce(strand="leader").strand is Strand.LEADER


def test_a_round_says_its_criteria() -> None:
    with refused("criteria_missing", "H18-06"):
        announce(criteria=())


#: The criteria of each year's rules, and the row that asks for each.
CRITERIA: Final = [
    ("2021-bufdir", "good_for_all_members", "B21-23"),
    ("2021-bufdir", "continuation", "B21-31"),
    ("2021-bufdir", "target_group", "B21-33"),
    ("2021-innlandet", "formal_requirements", "I21-26"),
    ("2021-innlandet", "feasibility", "I21-26"),
    ("2021-innlandet", "realistic_plan_and_financing", "I21-26"),
    ("2021-innlandet", "own_funding", "I21-26"),
    ("2021-innlandet", "good_for_all_members", "B21-23"),
    ("2021-innlandet", "continuation", "B21-31"),
    ("2021-innlandet", "target_group", "B21-33"),
    ("2026-bufdir", "purpose", "R26-50"),
    ("2026-bufdir", "good_for_all_members", "R26-14"),
    ("2026-bufdir", "participation_and_diversity", "R26-28"),
]


@pytest.mark.parametrize(("key", "criterion", "rule"), CRITERIA)
def test_a_round_asks_each_criterion_of_its_rules(key: str, criterion: str, rule: str) -> None:
    rules, year = load_rule_sets()[key], int(key[:4])
    of_year = {
        "grant_year": year,
        "opens_at": at(f"{year}-03-01T09:00"),
        "closes_at": at(f"{year}-08-01T22:00"),
    }
    its = {one for of, one, _ in CRITERIA if of == key}
    own = RoundCriterion(key="fjord", nb="Nærhet til fjorden", nn="Nærleik til fjorden")

    with refused("criteria_of_rules_missing", rule, criteria=[criterion], rule_set=key):
        announce(
            LEADER, rules, at(f"{year}-02-01T12:00"), criteria=(own, *asked(rules, criterion)), **of_year
        )

    whole = announce(LEADER, rules, at(f"{year}-02-01T12:00"), criteria=(own, *asked(rules)), **of_year)
    assert {one.key for one in whole.criteria} == its | {"fjord"}


def test_a_round_for_leader_networks_asks_for_the_purpose() -> None:
    own = (RoundCriterion(key="fjord", nb="Nærhet til fjorden", nn="Nærleik til fjorden"),)

    with refused("criteria_of_rules_missing", "R26-50", criteria=["purpose"]):
        announce(strand="leader", criteria=own)
    assert announce(strand="leader", criteria=asked(BUFDIR, strand=Strand.LEADER)).strand is Strand.LEADER


@pytest.mark.parametrize(
    ("now", "opens"), [(CLOSES, OPENS), (at("2026-06-02T12:00"), OPENS), (ANNOUNCED, CLOSES)]
)
def test_a_round_closes_after_it_opens_and_after_now(now: datetime, opens: datetime) -> None:
    with refused("round_deadline_passed", "T01", closes_at="2026-06-01T22:00:00+00:00"):
        announce(now=now, opens_at=opens)

    assert announce(now=at("2026-06-01T21:59:59")).closes_at == CLOSES


def test_a_round_says_what_its_office_asks_for_beside_the_rules() -> None:
    own = RoundOverride(
        document="Utlysing 2026",
        settings=(Setting(key="strands.learning.checks.plan", value="error", reason="Erfaring"),),
    )

    assert announce(override=own).override == opened(override=own).override == own
    assert opened().override is None


# --- its clock ------------------------------------------------------------------------------------------------------------


def test_a_round_opens_reminds_14_and_3_days_before_and_closes_at_its_deadline() -> None:
    round_ = opened()
    stages, instants = [round_.stage], []

    while (due := next_round_step(round_, BUFDIR)) is not None:
        instants.append((due.cause, due.instant))
        round_ = evolve_round(round_, on_round_due(round_, due, due.instant), round_id="round")
        stages.append(round_.stage)

    assert instants == [
        ("round@opens", OPENS),
        ("round@-14d", at("2026-05-18T06:00")),
        ("round@-3d", at("2026-05-29T06:00")),
        ("round@0d", CLOSES),
    ]
    assert stages == ["announced", "open", "open", "open", "closed"]
    assert round_.seq == 5


@pytest.mark.parametrize(
    ("now", "stage"),
    [
        ("2026-02-28T23:59", "announced"),
        ("2026-03-01T00:00", "open"),
        ("2026-05-31T23:59", "open"),
        ("2026-06-01T00:00", "closed"),
    ],
)
def test_a_round_is_what_its_instants_say(now: str, stage: str) -> None:
    assert stage_at(at("2026-03-01T00:00"), at("2026-06-01T00:00"), at(now)) == stage


def test_a_round_that_opens_late_skips_the_reminders_before_it() -> None:
    round_, events = handle(opened(opens_at=at("2026-05-25T09:00")), CLOSES)

    assert [type(event) for event in events] == [RoundStarted, RoundReminded, RoundClosed]
    assert round_.steps_done == ("-3d",)


def test_the_deadline_that_passed_during_an_outage_has_its_own_time() -> None:
    restart = at("2026-06-03T07:00")

    round_, events = handle(opened(), restart, handled_at=restart)

    assert isinstance(events[-1], RoundClosed)
    assert (events[-1].deadline, events[-1].handled_at) == (CLOSES, restart)
    assert handle(round_, restart)[1] == []


# --- what it sends --------------------------------------------------------------------------------------------------------


def sent(round_: Round, event: Event) -> list[tuple[str, str, str]]:
    found = round_outgoing(event, round_)
    return [(item.payload["letter"], item.payload["address"], item.payload["language"]) for item in found]


def test_the_announcement_and_the_reminders_go_to_every_address() -> None:
    round_ = opened()
    _closed, (start, first, last, closing) = handle(round_, CLOSES)

    assert sent(round_, start) == [("L01", "post@hamar.example", "nb"), ("L01", "post@loten.example", "nb")]
    assert [letter for letter, _to, _in in sent(round_, first) + sent(round_, last)] == ["round_reminder"] * 4
    assert isinstance(first, RoundReminded)
    assert first.addresses == 2
    assert sent(round_, closing) == []


def test_nobody_is_reminded_of_a_deadline_that_has_passed() -> None:
    round_ = opened()
    _closed, events = handle(round_, CLOSES, handled_at=CLOSES)

    assert [type(event) for event in events] == [RoundStarted, RoundReminded, RoundReminded, RoundClosed]
    assert [sent(round_, event) for event in events[1:]] == [[], [], []]


def test_a_round_in_a_nynorsk_area_speaks_nynorsk() -> None:
    round_ = replace(opened(), office="SFVL")

    assert {language for _letter, _to, language in sent(round_, RoundStarted(handled_at=OPENS))} == {"nn"}


def test_a_round_s_trail_begins_with_its_announcement() -> None:
    with pytest.raises(ValueError, match="before the round was opened"):
        evolve_round(None, RoundStarted(handled_at=OPENS), round_id="round")


# --- Innlandet 2021: a Sunday ---------------------------------------------------------------------------------------------


@pytest.mark.edge("E18")
def test_innlandet_s_round_of_2021_closes_on_the_sunday_it_was_announced_for() -> None:
    closes = at("2021-08-01T22:00")
    round_ = opened(
        who=LEADER,
        rules=INNLANDET,
        now=at("2021-02-01T12:00"),
        grant_year=2021,
        rule_set="2021-innlandet",
        criteria=asked(INNLANDET),
        opens_at=at("2021-03-01T09:00"),
        closes_at=closes,
    )

    before, events = handle(round_, closes - timedelta(seconds=1), rules=INNLANDET)
    assert [type(event) for event in events] == [RoundStarted, RoundReminded, RoundReminded]
    assert [(event.rule, event.handled_at) for event in events if isinstance(event, RoundReminded)] == [
        ("I21-24", at("2021-07-18T06:00")),
        ("I21-24", at("2021-07-29T06:00")),
    ]
    assert not before.closed

    after, events = handle(before, closes, rules=INNLANDET)
    assert events == [RoundClosed(deadline=closes, handled_at=closes)]
    assert after.closed
    assert (closes - timedelta(seconds=1)).astimezone(OSLO).strftime("%a %d.%m. %H:%M") == "Sun 01.08. 23:59"


def test_nobody_is_reminded_of_innlandet_s_deadline_long_before_it() -> None:
    round_ = opened(
        who=LEADER,
        rules=INNLANDET,
        now=at("2021-02-01T12:00"),
        grant_year=2021,
        rule_set="2021-innlandet",
        criteria=asked(INNLANDET),
        opens_at=at("2021-03-01T09:00"),
        closes_at=at("2021-08-01T22:00"),
    )

    _, events = handle(round_, at("2021-07-18T05:59"), rules=INNLANDET)

    assert [type(event) for event in events] == [RoundStarted]


def test_a_rung_that_reminds_nobody_brings_no_reminder() -> None:
    ladder = BUFDIR.timers[Clock.ROUND]
    quiet = tuple(step.model_copy(update={"act": Act.TASK_OFFICER}) for step in ladder.steps)
    rules = BUFDIR.model_copy(
        update={"timers": {**BUFDIR.timers, Clock.ROUND: ladder.model_copy(update={"steps": quiet})}}
    )

    _, events = handle(opened(), CLOSES, rules=rules)

    assert [type(event) for event in events] == [RoundStarted, RoundClosed]


def test_a_round_follows_the_version_of_the_rules_that_holds_when_it_opens() -> None:
    rules = load_rule_sets()["2021-bufdir"]
    late = {"grant_year": 2021, "closes_at": at("2022-08-01T22:00"), "criteria": asked(rules)}

    with refused("rule_set_revised", "I21-04", rule_set="2021-bufdir", last_day="2022-02-28"):
        announce(LEADER, rules, at("2022-02-01T12:00"), opens_at=at("2022-03-01T09:00"), **late)

    last_day = announce(LEADER, rules, at("2022-02-01T12:00"), opens_at=at("2022-02-28T22:59"), **late)
    assert last_day.rule_set == "2021-bufdir"


def test_a_round_names_who_decides_appeals_where_it_is_not_the_directorate() -> None:
    """L-25."""
    named = {"nb": "Klagenemnda", "nn": "Klagenemnda"}

    plain, chosen = announce(), announce(appeal_body=named)

    assert plain.appeal_body is None
    assert chosen.appeal_body is not None
    assert chosen.appeal_body.model_dump() == named
    assert evolve_round(None, chosen, round_id="r").appeal_body == chosen.appeal_body
