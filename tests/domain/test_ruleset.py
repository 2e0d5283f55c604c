import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from domain.refusal import Refused
from domain.ruleset import (
    _LATER_CHECKS,
    Act,
    Check,
    Clock,
    CountOf,
    ProjectType,
    Ruled,
    RuleSet,
    RuleSetError,
    Step,
    Strand,
    ThresholdBasis,
    Timer,
    parse_rule_set,
)
from storage.rulesets import load_rule_sets, rule_set_text

SETS = load_rule_sets()
BUFDIR, INNLANDET = SETS["2026-bufdir"], SETS["2021-innlandet"]

SOURCES = ("H18-", "B21-", "I21-", "W23-", "R26-")


def changed(old: str, new: str, key: str = "2026-bufdir") -> str:
    """Return the text of a packed rule set with one passage changed."""
    text = rule_set_text(key)
    assert old in text
    return text.replace(old, new, 1)


def problems(text: str) -> tuple[str, ...]:
    with pytest.raises(RuleSetError) as error:
        parse_rule_set(text)
    return error.value.problems


def tables(value: Any, path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Return every table in *value* that names a rule, with its path."""
    if isinstance(value, Mapping):
        if "rule" in value:
            yield path, value
        for key, inner in value.items():
            yield from tables(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from tables(inner, f"{path}[{index}]")


def test_the_packed_rule_sets_are_found_by_their_key() -> None:
    assert {key: (one.issuer, one.grant_year) for key, one in SETS.items()} == {
        "2018-hordaland": ("SFVL", 2018),
        "2021-bufdir": ("bufdir", 2021),
        "2021-innlandet": ("SFIN", 2021),
        "2023-bufdir": ("bufdir", 2023),
        "2026-bufdir": ("bufdir", 2026),
    }


def test_a_rule_set_that_is_not_packed_is_not_found() -> None:
    with pytest.raises(KeyError):
        rule_set_text("1999-bufdir")


@pytest.mark.parametrize("key", sorted(SETS))
def test_every_value_that_is_not_silent_and_comes_from_a_source_says_it_in_the_source_s_words(
    key: str,
) -> None:
    without = [
        path
        for path, table in tables(tomllib.loads(rule_set_text(key)))
        if table["rule"].startswith(SOURCES)
        and not (table.get("quote") or table.get("note") or ".timers." in path)
        and not table.get("silent")
    ]

    assert without == []


@pytest.mark.parametrize("key", sorted(SETS))
def test_quotes_are_as_short_as_a_quote_may_be(key: str) -> None:
    quotes = [table.get("quote", "") for _, table in tables(tomllib.loads(rule_set_text(key)))]

    assert max(len(quote.split()) for quote in quotes) <= 12


def test_2026_asks_for_reports_above_one_million_over_the_whole_period() -> None:
    reporting = BUFDIR.reporting

    assert reporting.threshold_kr.value == 1_000_000
    assert reporting.threshold_kr.rule == "R26-52"
    assert reporting.basis.value is ThresholdBasis.CUMULATIVE_PERIOD
    assert not reporting.everyone.value
    assert reporting.discretionary.value
    assert reporting.internal_justification.value


def test_in_2026_the_audit_follows_the_reports_and_has_a_limit_of_its_own_only_at_an_early_end() -> None:
    audit = BUFDIR.audit

    assert audit.threshold_kr.value is None
    assert audit.follows_reporting.value
    assert audit.early_end.value
    assert audit.early_end_threshold_kr.value == 1_000_000
    assert audit.early_end_when_required.value


def test_innlandet_2021_asks_everyone_for_a_report_and_audits_above_200_000_of_one_grant() -> None:
    assert INNLANDET.reporting.everyone.value
    assert INNLANDET.audit.threshold_kr.value == 200_000
    assert INNLANDET.audit.threshold_kr.rule == "I21-30"
    assert INNLANDET.audit.basis.value is ThresholdBasis.SINGLE_GRANT
    assert not INNLANDET.audit.follows_reporting.value


@pytest.mark.parametrize("rules", [BUFDIR, INNLANDET], ids=lambda rules: rules.key)
def test_money_may_be_used_to_the_end_of_the_year_after_the_grant_year(rules: RuleSet) -> None:
    assert rules.use.deadline_years_after.value == 1
    assert rules.unspent_repaid.value
    assert rules.paid_in_grant_year.value


def test_the_strands_count_what_their_rules_count() -> None:
    def counted(rules: RuleSet, strand: Strand) -> list[tuple[CountOf, int, str]]:
        return [(m.count_of, m.at_least, m.rule) for m in rules.of_strand(strand).minimum_members]

    assert counted(BUFDIR, Strand.LEARNING) == [(CountOf.BARNEVERN_SERVICES, 2, "R26-10")]
    assert counted(BUFDIR, Strand.LEADER) == [
        (CountOf.LEADERS, 2, "Q6"),
        (CountOf.LEADER_MUNICIPALITIES, 2, "R26-38"),
    ]
    assert counted(INNLANDET, Strand.LEARNING) == [
        (CountOf.SERVICES, 2, "B21-03"),
        (CountOf.MUNICIPALITIES, 2, "I21-15"),
    ]


@pytest.mark.edge("C2", "C3", "C4")
@pytest.mark.parametrize(
    ("check", "learning_2026", "leader_2026", "innlandet_2021"),
    [
        (Check.PLAN, "warning", "off", "error"),
        (Check.BUDGET, None, None, "error"),
        (Check.BUDGET_ADDS_UP, "error", "error", "error"),
        (Check.ANCHORING, "error", None, "error"),
        (Check.TWO_REPRESENTATIVES, None, None, "error"),
        (Check.NETWORK_LEADER, "warning", None, "error"),
        (Check.STEERING_GROUP, "hint", None, "warning"),
        (Check.OTHER_PUBLIC_SUPPORT, "error", "error", "error"),
        (Check.LEADERS_ONLY, "off", "error", "off"),
        (Check.FIXED_ARENA, "off", "error", "off"),
    ],
)
def test_a_check_speaks_as_hard_as_its_year_and_strand_let_it(
    check: Check, learning_2026: str | None, leader_2026: str | None, innlandet_2021: str | None
) -> None:
    severities = [
        BUFDIR.of_strand(Strand.LEARNING).checks[check].value,
        BUFDIR.of_strand(Strand.LEADER).checks[check].value,
        INNLANDET.of_strand(Strand.LEARNING).checks[check].value,
    ]

    assert severities == [learning_2026, leader_2026, innlandet_2021]


@pytest.mark.edge("C9")
def test_in_2026_one_pot_takes_every_learning_project_and_the_leaders_money_is_earmarked() -> None:
    for kind in (None, *ProjectType):
        assert BUFDIR.pot_for(Strand.LEARNING, kind).key == "learning"
    assert not BUFDIR.pot_for(Strand.LEARNING, None).earmarked
    assert BUFDIR.pot_for(Strand.LEADER, None).earmarked


def test_in_2021_the_project_s_type_decides_the_pot() -> None:
    assert {INNLANDET.pot_for(Strand.LEARNING, kind).key for kind in ProjectType} == set(ProjectType)


def test_a_project_that_fits_no_pot_is_refused() -> None:
    with pytest.raises(Refused) as without_type:
        INNLANDET.pot_for(Strand.LEARNING, None)
    with pytest.raises(Refused) as other_strand:
        INNLANDET.pot_for(Strand.LEADER, None)

    assert (without_type.value.code, without_type.value.rule) == ("no_pot", "B21-13")
    assert without_type.value.params == {
        "strand": "learning",
        "project_type": None,
        "rule_set": "2021-innlandet",
    }
    assert other_strand.value.params["strand"] == "leader"


def test_a_strand_the_rule_set_does_not_pay_for_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        INNLANDET.of_strand(Strand.LEADER)

    assert refused.value.code == "strand_not_in_rule_set"
    assert refused.value.params == {"strand": "leader", "rule_set": "2021-innlandet"}


@pytest.mark.parametrize("rules", SETS.values(), ids=SETS)
@pytest.mark.parametrize("clock", [Clock.REPORT, Clock.AUDIT])
def test_overdue_reports_climb_from_the_municipality_to_the_officer_to_the_leader_who_chooses(
    rules: RuleSet, clock: Clock
) -> None:
    assert [(step.at, step.act) for step in rules.timers[clock].steps] == [
        ("-30d", Act.REMIND_GRANTEE),
        ("-7d", Act.REMIND_GRANTEE),
        ("0d", Act.REMIND_GRANTEE),
        ("+7d", Act.REMIND_GRANTEE),
        ("+7d", Act.TASK_OFFICER),
        ("+30d", Act.TASK_LEADER),
        ("+60d", Act.CHOICE_LEADER),
    ]


def test_every_set_has_every_ladder() -> None:
    assert {key for key, rules in SETS.items() if set(rules.timers) != set(Clock)} == set()


def test_a_set_from_before_the_target_of_assessment_can_still_be_read_and_has_no_such_deadline() -> None:
    text = rule_set_text("2026-bufdir")
    begins, ends = text.index("[timers.assess]"), text.index("[timers.supplement]")

    older = parse_rule_set(text[:begins] + text[ends:])

    assert older.last_day(Clock.ASSESS, date(2026, 3, 1)) is None
    assert SETS["2026-bufdir"].last_day(Clock.ASSESS, date(2026, 3, 1)) == date(2026, 5, 30)


@pytest.mark.parametrize(
    ("period", "start", "last"),
    [
        ("1m", date(2026, 1, 31), date(2026, 2, 28)),
        ("1m", date(2026, 3, 1), date(2026, 4, 1)),
        ("3m", date(2026, 11, 30), date(2027, 2, 28)),
        ("21d", date(2026, 3, 1), date(2026, 3, 22)),
        ("3wd", date(2026, 3, 30), date(2026, 4, 7)),
    ],
)
def test_a_period_is_counted_in_days_working_days_or_months(period: str, start: date, last: date) -> None:
    timer = Timer.model_validate(
        {"rule": "T03", "period": period, "steps": [{"at": "0d", "act": "task_officer", "rule": "T03"}]}
    )

    assert timer.last_day(start) == last


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("0d", date(2027, 12, 31)),
        ("-90d", date(2027, 10, 2)),
        ("+7d", date(2028, 1, 7)),
        ("11-15", date(2026, 11, 15)),
    ],
)
def test_a_step_falls_on_a_day_of_the_calendar(at: str, day: date) -> None:
    assert Step(at=at, act=Act.REMIND_GRANTEE, rule="T19").on(date(2027, 12, 31), grant_year=2026) == day


@pytest.mark.edge("E19")
def test_a_step_is_counted_over_a_leap_day() -> None:
    assert Step(at="+30d", act=Act.TASK_LEADER, rule="T20").on(date(2028, 1, 31), 2026) == date(2028, 3, 1)


def test_a_step_says_which_kind_it_is() -> None:
    relative = Step(at="-7d", act=Act.REMIND_GRANTEE, rule="T19")
    calendar = Step(at="12-01", act=Act.TASK_LEADER, rule="T16")

    assert (relative.days, relative.month_day) == (-7, None)
    assert (calendar.days, calendar.month_day) == (None, (12, 1))


@pytest.mark.parametrize(
    "at", ["7d", "+0d", "-0d", "-1000d", "02-29", "02-30", "13-01", "1-1", "", "0", "1w"]
)
def test_a_step_on_no_day_of_every_year_is_refused(at: str) -> None:
    with pytest.raises(ValidationError):
        Step(at=at, act=Act.REMIND_GRANTEE, rule="T19")


def test_a_period_is_counted_in_calendar_days_or_working_days() -> None:
    friday = date(2026, 9, 4)

    assert BUFDIR.timers[Clock.ASSIGN].last_day(friday) == date(2026, 9, 9)
    assert BUFDIR.timers[Clock.USE_QUESTION].last_day(date(2027, 12, 31)) == date(2028, 1, 31)
    assert BUFDIR.timers[Clock.REPORT].last_day(friday) is None


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([], "at least one"),
        ([("0d", "remind_grantee"), ("-7d", "task_officer")], "in the order of time"),
        ([("12-15", "task_officer"), ("12-01", "task_officer")], "in the order of time"),
        ([("12-15", "task_officer"), ("0d", "task_officer")], "cannot be mixed"),
        ([("0d", "task_officer"), ("0d", "task_officer")], "given twice"),
    ],
)
def test_a_ladder_out_of_order_is_refused(steps: list[tuple[str, str]], words: str) -> None:
    rungs = [{"at": at, "act": act, "rule": "T20"} for at, act in steps]

    with pytest.raises(ValidationError, match=words):
        Timer.model_validate({"rule": "T20", "steps": rungs})


def test_two_acts_may_stand_at_the_same_time() -> None:
    rungs = [{"at": "0d", "act": act, "rule": "T20"} for act in ("remind_grantee", "task_officer")]

    assert len(Timer.model_validate({"rule": "T20", "steps": rungs}).steps) == 2


@pytest.mark.parametrize("rule", ["R26-52", "H18-01", "Q1", "Q12", "E28", "C1", "T13", "L-05", "§2.7", "§1b"])
def test_a_rule_key_names_a_source_a_reading_or_a_section(rule: str) -> None:
    assert Ruled[int].model_validate({"value": 1, "rule": rule}).rule == rule


@pytest.mark.parametrize("rule", ["", "R2026-01", "R26-1", "Q0", "X1", "T1", "L05", "§", "R26-52 ", "r26-52"])
def test_anything_else_is_no_rule_key(rule: str) -> None:
    with pytest.raises(ValidationError, match="not a rule key"):
        Ruled[int].model_validate({"value": 1, "rule": rule})


def test_silence_has_a_rule_and_no_value() -> None:
    assert Ruled[int].model_validate({"silent": True, "rule": "Q9"}) == Ruled[int](value=None, rule="Q9")


@pytest.mark.parametrize("table", [{"silent": True, "value": 1}, {"silent": False}, {"silent": "yes"}])
def test_a_value_is_either_given_or_silent(table: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="either a value, or silent = true"):
        Ruled[int].model_validate(table | {"rule": "Q9"})


def test_a_value_that_is_neither_given_nor_silent_is_missing() -> None:
    assert problems(changed('{ silent = true, rule = "Q4"', '{ rule = "Q4"')) == (
        "strands.learning.checks.budget.value: missing key",
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("grant_year = 2026", "grant_yaer = 2026", "grant_year: missing key"),
        ("grant_year = 2026", "grant_yaer = 2026", "grant_yaer: unknown key"),
        ("yearly = {", "yearlong = {", "reporting.yearly: missing key"),
        ("yearly = {", "yearlong = {", "reporting.yearlong: unknown key"),
        ("[strands.leader]", "[strands.leaders]", "strands.leaders: unknown key"),
        ("plan = {", "pan = {", "strands.learning.checks.pan: unknown key"),
        ("[timers.claim]", "[timers.claims]", "timers.claims: unknown key"),
        (
            'value = "warning"',
            'value = "loud"',
            "strands.learning.checks.plan.value: Input should be 'error'",
        ),
        (
            "value = 1_000_000",
            'value = "1000000"',
            "reporting.threshold_kr.value: Input should be a valid integer",
        ),
        (
            "value = 1_000_000",
            "value = 1000000.0",
            "reporting.threshold_kr.value: Input should be a valid integer",
        ),
        (
            "value = 1_000_000",
            "value = true",
            "reporting.threshold_kr.value: Input should be a valid integer",
        ),
        ("value = 1_000_000", "value = -1", "reporting.threshold_kr.value: Input should be greater than 0"),
        ("earmarked = false", "earmarked = 0", "pots[0].earmarked: Input should be a valid boolean"),
        ("valid_from = 2026-01-01", "valid_from = 1", "valid_from: Input should be a valid date"),
        ("valid_to = 2026-12-31", "valid_to = 2025-12-31", "valid_to: lies before valid_from"),
        ('rule = "R26-52"', 'rule = "R26"', "reporting.threshold_kr.rule: not a rule key"),
        ('rule = "R26-52", quote', 'rule = "R26-52", qoute', "reporting.threshold_kr.qoute: unknown key"),
        ('strand = "leader"', 'strand = "learning"', "pots: every strand must have one"),
        ('key = "leader"', 'key = "learning"', "pots: given twice: learning"),
        ('issuer = "bufdir"', 'issuer = "someone"', "issuer: String should match pattern"),
        (
            "at_least = 2",
            "at_least = 0",
            "strands.learning.minimum_members[0].at_least: Input should be greater",
        ),
        (
            '{ key = "good_for_all_members"',
            '{ key = "purpose"',
            "strands.learning.criteria: given twice: purpose",
        ),
        ('at = "+7d"', 'at = "7d"', "timers.report.steps[3].at: String should match pattern"),
    ],
)
def test_a_rule_set_with_a_mistake_is_refused_by_its_path(old: str, new: str, problem: str) -> None:
    assert any(line.startswith(problem) for line in problems(changed(old, new)))


def without(check: Check) -> str:
    lines = rule_set_text("2021-innlandet").splitlines()
    return "\n".join(line for line in lines if not line.startswith(f"{check} = "))


@pytest.mark.parametrize("check", sorted(set(Check) - _LATER_CHECKS))
def test_every_check_must_be_settled(check: Check) -> None:
    assert problems(without(check)) == (f"strands.learning.checks: missing keys: {check}",)


@pytest.mark.parametrize("check", sorted(_LATER_CHECKS))
def test_a_text_from_before_a_check_is_read_and_does_not_ask_it(check: Check) -> None:
    strand = parse_rule_set(without(check)).of_strand(Strand.LEARNING)

    assert check not in strand.checks
    assert strand.asked(check).value is None


def test_every_clock_must_have_its_ladder() -> None:
    before, after = rule_set_text("2026-bufdir").split("[timers.reversal_notice]")

    assert problems(before) == ("timers: missing keys: reversal_notice",)
    assert "T40" in after


def test_every_problem_is_listed_at_once() -> None:
    text = changed("yearly = {", "yearlong = {").replace("value = 1_000_000", "value = 1.5", 1)

    assert len(problems(text)) == 3


def test_what_is_not_toml_is_refused_by_its_line() -> None:
    assert problems("key = \n")[0].startswith("(the whole): not TOML: ")


def test_a_rule_set_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        BUFDIR.reporting.threshold_kr.value = 1  # type: ignore[misc]


def test_a_rule_set_comes_back_whole_from_what_is_stored_of_it() -> None:
    for rules in SETS.values():
        assert RuleSet.model_validate_json(rules.model_dump_json()) == rules
