"""Rule sets beside each other: every value once, what differs, and a text that reads back the same."""

from typing import Any

import pytest

from domain.rulebook.comparing import differences, predecessor
from domain.rulebook.values import code_of, silences, values
from domain.rulebook.writing import as_toml
from domain.ruleset import Ruled, RuleSet, RuleSetError, parse_rule_set
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets, rule_set_text, text_to_pin

SETS = load_rule_sets()
ALL = {**SETS, **load_incomplete_rule_sets()}
BUFDIR = SETS["2026-bufdir"]


@pytest.mark.parametrize("rules", ALL.values(), ids=ALL)
def test_every_value_stands_once_and_has_a_rule(rules: RuleSet) -> None:
    found = values(rules)

    assert len({value.key for value in found}) == len(found)
    assert all(value.rule for value in found)


def rules_in(value: Any) -> list[str]:
    """Return the rule of every part of a dumped rule set that is a value, a minimum, a criterion, a pot or a clock."""
    if isinstance(value, dict):
        inner = [
            rule for key, one in value.items() if key not in {"steps", "notes"} for rule in rules_in(one)
        ]
        return [value["rule"], *inner] if "rule" in value else inner
    return [rule for one in value for rule in rules_in(one)] if isinstance(value, list | tuple) else []


@pytest.mark.parametrize("rules", ALL.values(), ids=ALL)
def test_no_value_is_left_out(rules: RuleSet) -> None:
    assert sorted(value.rule for value in values(rules)) == sorted(rules_in(rules.model_dump()))


def test_a_value_has_one_name_in_both_strands() -> None:
    assert code_of("strands.learning.checks.plan") == code_of("strands.leader.checks.plan") == "plan"
    assert code_of("strands.leader.minimum_members.leaders") == "minimum_members_leaders"
    assert code_of("strands.learning.minimum_members") == "minimum_members"
    assert code_of("reporting.threshold_kr") == "reporting_threshold_kr"
    assert code_of("unspent_repaid") == "unspent_repaid"


def test_2026_is_silent_about_what_its_guidelines_do_not_mention() -> None:
    silent = {value.key: value.rule for value in silences(BUFDIR)}

    assert silent["strands.learning.checks.budget"] == "Q4"
    assert silent["strands.leader.checks.anchoring"] == "Q3"
    assert silent["strands.leader.participants_limit"] == "R26-39"
    assert "reporting.threshold_kr" not in silent


def test_a_rule_set_does_not_differ_from_itself() -> None:
    assert differences(BUFDIR, BUFDIR) == ()


def test_the_same_value_under_another_rule_is_no_difference() -> None:
    changed = BUFDIR.model_copy(update={"unspent_repaid": Ruled[bool](value=True, rule="E1")})

    assert differences(BUFDIR, changed) == ()


def test_what_2026_says_otherwise_than_2021() -> None:
    changed = {one.key: one for one in differences(SETS["2021-bufdir"], BUFDIR)}

    plan, limit = changed["strands.learning.checks.plan"], changed["reporting.threshold_kr"]
    assert (plan.before and plan.before.value, plan.after and plan.after.value) == ("error", "warning")
    assert (limit.before and limit.before.value, limit.after and limit.after.value) == (None, 1_000_000)
    assert changed["pots.foster_home"].after is None
    assert changed["pots.leader"].before is None
    assert changed["strands.learning.minimum_members.services"].after is None
    assert "strands.learning.checks.anchoring" not in changed


def test_the_way_back_shows_the_same_differences_turned_round() -> None:
    there, back = (
        differences(SETS[a], SETS[b])
        for a, b in (("2021-bufdir", "2023-bufdir"), ("2023-bufdir", "2021-bufdir"))
    )

    assert {(one.key, one.before, one.after) for one in there} == {
        (one.key, one.after, one.before) for one in back
    }


def test_an_office_s_rules_are_read_beside_the_directorate_s_and_those_beside_the_year_before() -> None:
    before = {
        key: found.key if (found := predecessor(rules, SETS.values())) else None for key, rules in ALL.items()
    }

    assert before == {
        "2018-hordaland": None,
        "2019-incomplete": "2018-hordaland",
        "2020-incomplete": "2018-hordaland",
        "2021-bufdir": "2018-hordaland",
        "2021-innlandet": "2021-bufdir",
        "2022-incomplete": "2021-bufdir",
        "2023-bufdir": "2021-bufdir",
        "2024-incomplete": "2023-bufdir",
        "2025-incomplete": "2023-bufdir",
        "2026-bufdir": "2023-bufdir",
    }


@pytest.mark.parametrize("rules", ALL.values(), ids=ALL)
def test_a_rule_set_reads_back_from_what_is_written_of_it(rules: RuleSet) -> None:
    assert parse_rule_set(as_toml(rules)) == rules


def test_a_packed_rule_set_is_pinned_in_its_own_words_and_a_changed_one_in_ours() -> None:
    changed = BUFDIR.model_copy(update={"unspent_repaid": Ruled[bool](value=True, rule="E1")})
    between = ALL["2022-incomplete"]

    assert text_to_pin(BUFDIR) == rule_set_text("2026-bufdir")
    assert parse_rule_set(text_to_pin(changed)) == changed
    assert parse_rule_set(text_to_pin(between)) == between


def test_no_text_breaks_out_of_its_quotes() -> None:
    note = 'A "quoted" \\ word,\nand a new line\x7f, æøå'
    rules = BUFDIR.model_copy(update={"unspent_repaid": Ruled[bool](value=True, rule="E1", note=note)})

    assert parse_rule_set(as_toml(rules)).unspent_repaid.note == note


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("\ncriteria = []", '\ncriteria = [{ key = "purpose", rule = "E1" }]', "criteria: must have entries"),
        ("criteria = { rule", "critera = { rule", "silent_lists.critera: unknown key"),
        ('{ minimum_members = { rule = "§1b" }, ', "{ ", "minimum_members: must have entries"),
    ],
)
def test_an_empty_list_must_say_why_it_is_empty(old: str, new: str, problem: str) -> None:
    text = rule_set_text("2018-hordaland")
    assert old in text

    with pytest.raises(RuleSetError, match=problem):
        parse_rule_set(text.replace(old, new, 1))


@pytest.mark.parametrize("day", ["1", '"tomorrow"', "1.5"])
def test_a_review_begins_on_a_day(day: str) -> None:
    with pytest.raises(RuleSetError, match=r"review_from\.value: not a day"):
        parse_rule_set(rule_set_text("2026-bufdir").replace("value = 2026-12-01", f"value = {day}", 1))


def test_two_minimums_of_one_kind_are_refused() -> None:
    text = rule_set_text("2021-innlandet").replace('count_of = "municipalities"', 'count_of = "services"', 1)

    with pytest.raises(RuleSetError, match="minimum_members: given twice: services"):
        parse_rule_set(text)
