"""Under which rules a round opens, and why one cannot: years without a source, silent ones, and 2027."""

import pytest

from domain.checks import formal_findings
from domain.refusal import Refused
from domain.rulebook.choosing import rules_for_application
from domain.rulebook.opening import rules_for_round, unsettled
from domain.rulebook.tightening import RoundOverride, Setting
from domain.rulebook.values import silences
from domain.rulebook.years import parse_years
from domain.ruleset import Check, Clock, RuleSet, RuleSetError, Strand
from domain.threshold import Verdict, reporting_threshold
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets, load_years_between
from tests.domain.applications import HAMAR, application, leader, learning

SETS, BETWEEN = load_rule_sets(), load_incomplete_rule_sets()
ALL = {**SETS, **BETWEEN}

FILLED = RoundOverride(
    document="Utlysing 2022",
    settings=(
        Setting(key="use.deadline_years_after", value=1, reason="Står i tilskuddsbrevet"),
        Setting(key="unspent_repaid", value=True, reason="Står i tilskuddsbrevet"),
    ),
)


def opened(key: str, year: int, override: RoundOverride | None = None) -> RuleSet:
    return rules_for_round(key, year, SETS, BETWEEN, override)


def refusal(key: str, year: int) -> Refused:
    with pytest.raises(Refused) as refused:
        opened(key, year)
    return refused.value


@pytest.mark.parametrize("key", ["2026-bufdir", "2021-innlandet"])
def test_rules_that_settle_what_a_round_must_know_open_as_they_are(key: str) -> None:
    assert opened(key, SETS[key].grant_year) is SETS[key]


def test_an_office_s_round_opens_on_the_tightened_rules() -> None:
    stricter = RoundOverride(
        document="Utlysing 2026",
        settings=(Setting(key="strands.learning.checks.plan", value="error", reason="Erfaring"),),
    )

    assert (
        opened("2026-bufdir", 2026, stricter).of_strand(Strand.LEARNING).checks[Check.PLAN].value == "error"
    )


@pytest.mark.parametrize("key", ["2026-bufdir", "2027-bufdir"])
def test_no_round_opens_for_2027(key: str) -> None:
    refused = refusal(key, 2027)

    assert (refused.code, refused.rule) == ("rule_set_missing_for_year", "R26-66")
    assert refused.params == {"year": 2027, "silent": [], "needed": []}


@pytest.mark.parametrize("year", sorted(load_years_between()))
def test_a_year_without_a_source_names_what_is_silent_and_what_a_person_must_fill_in(year: int) -> None:
    refused = refusal(f"{year}-incomplete", year)

    assert (refused.code, refused.rule) == ("rule_set_missing_for_year", "§1b")
    assert refused.params["needed"] == ["use_deadline_years_after", "unspent_repaid"]
    silent = refused.params["silent"]
    assert isinstance(silent, list)
    assert {"plan", "anchoring", "minimum_members", "reporting_threshold_kr", "audit_threshold_kr"} <= set(
        silent
    )


@pytest.mark.parametrize("key", sorted(BETWEEN))
def test_it_opens_when_a_person_has_filled_that_in(key: str) -> None:
    rules = opened(key, BETWEEN[key].grant_year, FILLED)

    assert unsettled(rules) == ()
    assert rules.use.deadline_years_after.value == 1
    assert rules.source_incomplete


@pytest.mark.parametrize(
    ("key", "rule"), [("2018-hordaland", "§1b"), ("2021-bufdir", "B21-07"), ("2023-bufdir", "W23-19")]
)
def test_a_source_that_leaves_open_what_a_round_must_know_asks_a_person(key: str, rule: str) -> None:
    refused = refusal(key, SETS[key].grant_year)

    assert (refused.code, refused.rule) == ("rule_set_unsettled", rule)
    assert refused.params == {"rule_set": key, "needed": ["use_deadline_years_after", "unspent_repaid"]}
    assert opened(key, SETS[key].grant_year, FILLED).key == key


def test_an_unknown_rule_set_is_refused_by_its_name() -> None:
    refused = refusal("2026-budir", 2026)

    assert refused.code == "no_such_rule_set"
    assert refused.params["known"] == sorted(ALL)


# --- the years between ---------------------------------------------------------------------------------------------


def test_the_years_between_are_no_rule_sets_of_the_list() -> None:
    assert sorted(load_years_between()) == [2019, 2020, 2022, 2024, 2025]
    assert SETS.keys() & BETWEEN.keys() == set()


def test_a_school_in_2020_is_flagged_and_from_2022_on_it_is_not() -> None:
    school = {"name": "Hamar skole", "kind": "school", "municipalities": [HAMAR]}
    form = application(learning() | {"services": [*learning()["services"], school]})

    flagged = {
        year: [(one.code, one.severity.value, one.rule) for one in formal_findings(form, rules)]
        for rules in BETWEEN.values()
        if (year := rules.grant_year)
    }

    other = [("other_service_takes_part", "error", "W23-09")]
    assert flagged == {2019: other, 2020: other, 2022: [], 2024: [], 2025: []}


@pytest.mark.parametrize("rules", BETWEEN.values(), ids=BETWEEN)
def test_a_year_without_a_source_has_both_pots_and_no_answer_about_the_money(rules: RuleSet) -> None:
    assert [pot.rule for pot in rules.pots] == [("W23-08" if rules.grant_year < 2021 else "C9")] * 2
    assert reporting_threshold(rules, [900_000_000]).verdict is Verdict.UNKNOWN
    assert {value.rule for value in silences(rules)} == {"§1b"}
    assert set(rules.timers) == set(Clock)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[years]]\nyear = 2019\npots = []\nknown = []", "years[0].checks: missing key"),
        (
            "[[years]]\nyear = 2019\npots = []\nknown = []\nchecks.plan = { value = 1, rule = 'E1' }",
            "years[0].checks.plan.value: Input should be 'error', 'warning', 'hint' or 'off'",
        ),
    ],
)
def test_a_mistake_in_the_years_is_refused_by_its_path(text: str, problem: str) -> None:
    with pytest.raises(RuleSetError) as error:
        parse_years(text)

    assert error.value.problems == (problem,)


# --- which rules an application is checked by --------------------------------------------------------------------


def chosen(office: str | None, first_year: int, last_year: int, strand: str = "learning") -> str | None:
    base = learning() if strand == "learning" else leader()
    years = {"first_year": first_year, "last_year": last_year}
    form = application(base | {"project": base["project"] | years})
    found = rules_for_application(form, office, SETS.values())
    return found.key if found else None


@pytest.mark.parametrize(
    ("office", "first", "last", "key"),
    [
        ("SFIN", 2026, 2026, "2026-bufdir"),
        ("SFIN", 2026, 2029, "2026-bufdir"),
        ("SFIN", 2021, 2021, "2021-innlandet"),
        ("SFVL", 2021, 2022, "2021-bufdir"),
        (None, 2021, 2021, "2021-bufdir"),
        ("SFVL", 2018, 2018, "2018-hordaland"),
        ("SFIN", 2018, 2018, "2018-hordaland"),
        ("SFIN", 2021, 2026, "2026-bufdir"),
        ("SFIN", 2023, 2023, "2023-bufdir"),
        ("SFIN", 2022, 2022, None),
        ("SFIN", 2027, 2028, None),
    ],
)
def test_the_newest_rules_of_its_years_and_the_office_s_own_first(
    office: str | None, first: int, last: int, key: str | None
) -> None:
    assert chosen(office, first, last) == key


def test_a_leader_network_has_rules_in_2026_only() -> None:
    assert chosen("SFIN", 2026, 2026, "leader") == "2026-bufdir"
    assert chosen("SFIN", 2023, 2023, "leader") is None
