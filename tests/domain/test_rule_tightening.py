"""An office's own round asks for more, or for what is silent; never for less, and the refusal names the value."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.application import Application
from domain.checks import formal_findings
from domain.refusal import Refused
from domain.rulebook.tightening import RoundOverride, Setting, may_set, tighten
from domain.rulebook.values import RuleValue, values
from domain.rulebook.writing import as_toml
from domain.ruleset import Check, CountOf, RuleSet, RuleSetError, Severity, Strand, parse_rule_set
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets
from tests.domain.applications import application, learning

SETS = load_rule_sets()
BUFDIR, INNLANDET = SETS["2026-bufdir"], SETS["2021-innlandet"]
ALL = {**SETS, **load_incomplete_rule_sets()}

PLAN = "strands.learning.checks.plan"
SERVICES = "strands.learning.minimum_members.barnevern_services"


def override(*settings: tuple[str, Any]) -> RoundOverride:
    return RoundOverride(
        document="Utlysing 2026",
        settings=tuple(Setting(key=key, value=value, reason="Erfaring fra 2025") for key, value in settings),
    )


def refusal(rules: RuleSet, *settings: tuple[str, Any]) -> Refused:
    with pytest.raises(Refused) as refused:
        tighten(rules, override(*settings))
    return refused.value


def problems(rules: RuleSet, *settings: tuple[str, Any]) -> tuple[str, ...]:
    with pytest.raises(RuleSetError) as error:
        tighten(rules, override(*settings))
    return error.value.problems


def value(rules: RuleSet, key: str) -> RuleValue:
    return next(one for one in values(rules) if one.key == key)


def test_a_check_may_speak_harder_and_says_whose_rule_and_document_that_is() -> None:
    tightened = tighten(BUFDIR, override((PLAN, "error")))

    plan = value(tightened, PLAN)
    assert (plan.value, plan.rule, plan.note) == ("error", "R26-47", "Utlysing 2026: Erfaring fra 2025")
    assert value(BUFDIR, PLAN).value == "warning"


def test_the_tightened_check_stops_an_application_and_names_the_office_s_right() -> None:
    without: Application = application(learning() | {"project": learning()["project"] | {"plan": None}})

    (before,) = formal_findings(without, BUFDIR)
    (after,) = formal_findings(without, tighten(BUFDIR, override((PLAN, "error"))))

    assert (before.severity, before.rule) == (Severity.WARNING, "R26-23")
    assert (after.severity, after.rule) == (Severity.ERROR, "R26-47")


def test_a_check_may_not_speak_softer() -> None:
    refused = refusal(BUFDIR, (PLAN, "hint"))

    assert (refused.code, refused.rule) == ("may_only_tighten", "R26-47")
    assert refused.params == {
        "key": PLAN,
        "setting": "plan",
        "in_force": "warning",
        "asked": "hint",
        "value_rule": "R26-23",
    }


def test_in_2021_it_is_the_settled_reading_that_forbids_to_loosen() -> None:
    refused = refusal(INNLANDET, ("audit.threshold_kr", 300_000))

    assert (refused.rule, refused.params["in_force"], refused.params["value_rule"]) == (
        "Q1",
        "200000",
        "I21-30",
    )
    assert tighten(INNLANDET, override(("audit.threshold_kr", 100_000))).audit.threshold_kr.value == 100_000


def test_the_same_again_is_no_loosening() -> None:
    assert (
        tighten(BUFDIR, override((PLAN, "warning"))).of_strand(Strand.LEARNING).checks[Check.PLAN].value
        == "warning"
    )


def test_more_members_may_be_asked_for_and_not_fewer() -> None:
    minimums = tighten(BUFDIR, override((SERVICES, 3))).of_strand(Strand.LEARNING).minimum_members

    assert [(one.count_of, one.at_least, one.rule) for one in minimums] == [
        (CountOf.BARNEVERN_SERVICES, 3, "R26-47")
    ]
    assert refusal(BUFDIR, (SERVICES, 1)).params["in_force"] == "2"


def test_another_kind_of_minimum_may_be_added() -> None:
    key = "strands.learning.minimum_members.municipalities"

    minimums = tighten(BUFDIR, override((key, 2))).of_strand(Strand.LEARNING).minimum_members

    assert [one.count_of for one in minimums] == [CountOf.BARNEVERN_SERVICES, CountOf.MUNICIPALITIES]


def test_a_minimum_where_the_source_names_none_ends_the_silence() -> None:
    rules = SETS["2018-hordaland"]
    key = "strands.learning.minimum_members.services"

    strand = tighten(rules, override((key, 2))).of_strand(Strand.LEARNING)

    assert [one.at_least for one in strand.minimum_members] == [2]
    assert list(strand.silent_lists) == ["criteria"]


@pytest.mark.parametrize(
    ("key", "given"),
    [
        ("use.deadline_years_after", 1),
        ("unspent_repaid", True),
        ("reporting.threshold_kr", 500_000),
        ("strands.learning.checks.anchoring", "error"),
        ("strands.learning.participants_limit", 12),
    ],
)
def test_what_the_source_leaves_silent_an_office_may_fill_in(key: str, given: object) -> None:
    assert value(tighten(SETS["2023-bufdir"], override((key, given))), key).value == given


@pytest.mark.parametrize(
    ("key", "given", "rule"),
    [
        ("use.deadline_years_after", 0, "R26-32"),
        ("reporting.threshold_kr", 500_000, "R26-52"),
        ("reporting.threshold_kr", 2_000_000, "R26-52"),
        ("reporting.everyone", True, "R26-54"),
        ("reporting.internal_justification", False, "R26-56"),
        ("audit.early_end", False, "R26-60"),
        ("unspent_repaid", False, "R26-33"),
        ("pots.leader", "learning", "R26-06"),
        ("budget_item", "kap. 1", "R26-46"),
        ("tightening", False, "R26-47"),
    ],
)
def test_what_the_guidelines_settle_for_both_sides_is_no_round_s_to_change(
    key: str, given: object, rule: str
) -> None:
    refused = refusal(BUFDIR, (key, given))

    assert (refused.code, refused.rule, refused.params["key"]) == ("not_of_a_round", rule, key)


def test_where_the_guidelines_let_no_round_ask_for_more_none_does() -> None:
    closed = BUFDIR.tightening.model_copy(update={"value": False})

    refused = refusal(BUFDIR.model_copy(update={"tightening": closed}), (PLAN, "error"))

    assert (refused.code, refused.rule) == ("not_of_a_round", "R26-23")


def test_a_full_application_may_be_asked_for_where_the_simple_one_would_do_and_not_the_reverse() -> None:
    simple = "strands.leader.simple_form"

    assert tighten(BUFDIR, override((simple, False))).of_strand(Strand.LEADER).simple_form.value is False
    assert refusal(BUFDIR, ("strands.learning.simple_form", True)).params["in_force"] == "false"


def test_a_value_is_set_once() -> None:
    assert refusal(BUFDIR, (PLAN, "error"), (PLAN, "error")).code == "set_twice"


@pytest.mark.parametrize(
    ("key", "given", "problem"),
    [
        ("strands.learning.checks.pan", "error", "override: strands.learning.checks.pan: unknown key"),
        (
            "strands.learning.minimum_members.dogs",
            2,
            "override: strands.learning.minimum_members.dogs: unknown key",
        ),
        ("strands.learning.minimum_members", 2, "override: strands.learning.minimum_members: unknown key"),
        (PLAN, "loud", f"override: {PLAN}.value: Input should be 'error', 'warning', 'hint' or 'off'"),
        (PLAN, 7, f"override: {PLAN}.value: Input should be 'error', 'warning', 'hint' or 'off'"),
        (
            "strands.leader.participants_limit",
            "ten",
            "override: strands.leader.participants_limit.value: Input should be a valid integer",
        ),
        (
            SERVICES,
            401,
            "override: strands.learning.minimum_members[0].at_least: Input should be less than or equal to 400",
        ),
    ],
)
def test_what_cannot_be_set_at_all_is_a_mistake_and_no_refusal(key: str, given: object, problem: str) -> None:
    assert problems(BUFDIR, (key, given)) == (problem,)


# --- for every value there is --------------------------------------------------------------------------------------

keys = st.sampled_from(sorted({one.key for rules in ALL.values() for one in values(rules)}))
some_value = st.one_of(
    st.sampled_from(list(Severity)).map(str), st.booleans(), st.integers(1, 5_000_000), st.integers(0, 12)
)

HARDNESS = ["off", "hint", "warning", "error"]


def is_looser(old: RuleValue, new: RuleValue) -> bool:
    """Say, by rules of this test's own, whether *new* asks for less than *old*."""
    if old.value is None:
        return False
    if ".checks." in old.key:
        return HARDNESS.index(str(new.value)) < HARDNESS.index(str(old.value))
    if old.key.endswith(("participants_limit", "simple_form")) or old.key == "audit.threshold_kr":
        return bool(int(str(int(new.value or 0))) > int(str(int(old.value))))  # type: ignore[arg-type]
    if ".minimum_members." in old.key or old.key.endswith(("_need", "leader_effect")):
        return int(new.value or 0) < int(old.value)  # type: ignore[arg-type]
    return new.value != old.value


@given(key=keys, given_value=some_value, name=st.sampled_from(sorted(ALL)))
def test_whatever_an_office_sets_nothing_is_asked_less_and_nothing_else_changes(
    key: str, given_value: object, name: str
) -> None:
    rules = ALL[name]
    try:
        tightened = tighten(rules, override((key, given_value)))
    except (Refused, RuleSetError):
        return
    after = {one.key: one for one in values(tightened)}
    before = {one.key: one for one in values(rules)}

    assert not any(is_looser(one, after[one.key]) for one in before.values() if one.key in after)
    assert set(before) - set(after) <= {"strands.learning.minimum_members", "strands.leader.minimum_members"}
    assert {one for one in after if after[one] != before.get(one)} <= {key}
    assert parse_rule_set(as_toml(tightened)) == tightened


def outcome(rules: RuleSet, key: str, given_value: object) -> RuleSet | Refused | RuleSetError:
    try:
        return tighten(rules, override((key, given_value)))
    except (Refused, RuleSetError) as said:
        return said


@given(key=keys, given_value=some_value, name=st.sampled_from(sorted(ALL)))
def test_what_is_refused_would_have_been_looser_or_is_not_the_office_s(
    key: str, given_value: object, name: str
) -> None:
    now = next((one for one in values(ALL[name]) if one.key == key), None)
    assume(now is not None)
    assert now is not None

    said = outcome(ALL[name], key, given_value)

    if isinstance(said, Refused):
        assert said.params["key"] == key
        assert may_set(key, now) == (said.code == "may_only_tighten")
        assert said.code == "not_of_a_round" or given_value != now.value
    if isinstance(said, RuleSetError):
        assert all(problem.startswith("override: ") for problem in said.problems)
