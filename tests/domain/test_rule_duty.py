"""The duties of grants without a case: the test vectors of DOMAIN §7.1, and what is unknown or a person's choice."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import kroner
from domain.rulebook.duty import AuditDutyKind, Duty, Question, ReportDutyKind, duty
from domain.ruleset import Ruled, RuleSet, ThresholdBasis
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets

SETS = load_rule_sets()
BUFDIR, INNLANDET = SETS["2026-bufdir"], SETS["2021-innlandet"]
SILENT = [
    SETS["2018-hordaland"],
    SETS["2021-bufdir"],
    SETS["2023-bufdir"],
    *load_incomplete_rule_sets().values(),
]


def ask(rules: RuleSet, *grants_kr: int, early: bool = False, required: bool = False) -> Duty:
    grants = [kroner(amount) for amount in grants_kr]
    return duty(rules, Question(grants_ore=grants, ended_early=early, reporting_required=required))


def rules_of(found: Duty) -> list[str]:
    return [reason.rule for reason in found.reasons]


@pytest.mark.parametrize(
    ("grants", "early", "required", "reporting", "audit", "because"),
    [
        ([1], False, False, "none", "none", ["R26-54", "E11"]),
        ([799_999], False, False, "none", "none", ["R26-54", "E11"]),
        ([800_000], False, False, "none", "none", ["R26-54", "E11", "E3"]),
        ([999_999], False, False, "none", "none", ["R26-54", "E11", "E3"]),
        ([1_000_000], False, False, "choice", "choice", ["E1", "E1"]),
        ([1_000_001], False, False, "statutory", "required", ["R26-52", "E11"]),
        ([400_000, 400_000], False, False, "none", "none", ["R26-54", "E11", "E3"]),
        ([400_000] * 3, False, False, "statutory", "collected", ["R26-52", "R26-59"]),
        ([500_000, 500_000], False, False, "choice", "choice", ["E1", "E1"]),
        ([300_000], False, True, "discretionary", "none", ["R26-55", "E11"]),
        ([1_000_000], False, True, "discretionary", "none", ["E1", "E11"]),
        ([1_200_000], False, True, "statutory", "required", ["R26-52", "E11"]),
        ([1_200_000], True, False, "statutory", "required", ["R26-52", "R26-60"]),
        ([400_000] * 3, True, False, "statutory", "required", ["R26-52", "R26-60"]),
        ([800_000], True, True, "discretionary", "required", ["R26-55", "R26-61", "E3"]),
        ([800_000], True, False, "none", "none", ["R26-54", "R26-60", "E3"]),
        ([1_000_000], True, False, "choice", "none", ["E1", "R26-60"]),
        ([1_000_000], True, True, "discretionary", "required", ["E1", "R26-61"]),
    ],
)
def test_2026(
    *, grants: Sequence[int], early: bool, required: bool, reporting: str, audit: str, because: list[str]
) -> None:
    found = ask(BUFDIR, *grants, early=early, required=required)

    assert (found.reporting, found.audit) == (reporting, audit)
    assert found.basis_ore == kroner(sum(grants))
    assert rules_of(found) == because


@pytest.mark.parametrize(
    ("grants", "early", "audit", "rule"),
    [
        ([200_000], False, "none", "I21-30"),
        ([200_001], False, "required", "I21-30"),
        ([150_000, 150_000], False, "none", "I21-30"),
        ([250_000, 150_000], False, "required", "I21-30"),
        ([200_001], True, "required", "I21-30"),
        ([200_000], True, "unknown", "B21-07"),
    ],
)
def test_innlandet_2021_reports_every_grant_and_audits_above_200_000_of_one(
    grants: Sequence[int], early: bool, audit: str, rule: str
) -> None:
    found = ask(INNLANDET, *grants, early=early)

    assert (found.reporting, found.audit) == ("statutory", audit)
    assert rules_of(found) == ["I21-29", rule]


@pytest.mark.parametrize("rules", SILENT, ids=lambda rules: rules.key)
@pytest.mark.parametrize("early", [False, True])
def test_where_the_source_is_silent_a_person_must_say(rules: RuleSet, early: bool) -> None:
    found = ask(rules, 5_000_000, early=early)

    assert (found.reporting, found.audit) == ("unknown", "unknown")
    assert set(rules_of(found)) == {rules.reporting.threshold_kr.rule}


def test_a_letter_that_asks_has_settled_the_report_and_not_the_audit() -> None:
    found = ask(SETS["2023-bufdir"], 300_000, required=True)

    assert (found.reporting, found.audit) == ("discretionary", "unknown")


def changed(part: str, **values: object) -> RuleSet:
    """Return the 2026 rules with other values in *part*."""
    ruled = {name: Ruled(value=value, rule="E1") for name, value in values.items()}
    return BUFDIR.model_copy(update={part: getattr(BUFDIR, part).model_copy(update=ruled)})


def test_a_letter_cannot_ask_where_the_rules_do_not_let_it() -> None:
    assert ask(changed("reporting", discretionary=False), 1, required=True).reporting == "none"
    assert ask(changed("reporting", discretionary=None), 1, required=True).reporting == "unknown"


def test_each_grant_is_tried_alone_where_the_rules_count_one_grant() -> None:
    rules = changed("reporting", basis=ThresholdBasis.SINGLE_GRANT)

    assert ask(rules, 400_000, 400_000, 400_000).reporting == "none"
    assert ask(rules, 1_000_001, 1).reporting == "statutory"
    assert ask(rules, 1, 1_000_000).reporting == "choice"


def test_an_early_end_without_a_limit_or_without_a_word_about_the_letter_is_unknown() -> None:
    assert ask(changed("audit", early_end_threshold_kr=None), 1, early=True).audit == "unknown"
    assert (
        ask(changed("audit", early_end_when_required=None), 1, early=True, required=True).audit == "unknown"
    )
    assert ask(changed("audit", early_end_when_required=None), 1, early=True).audit == "none"
    assert ask(changed("audit", early_end=False), 2_000_000, early=True).audit == "required"


def test_an_audit_that_follows_an_unknown_report_is_unknown() -> None:
    rules = changed("reporting", threshold_kr=None)

    assert ask(rules, 5_000_000).audit == "unknown"


@pytest.mark.edge("C7")
def test_a_limit_that_is_changed_changes_the_answer() -> None:
    assert ask(changed("reporting", threshold_kr=2_000_000), 1_500_000).reporting == "none"
    assert ask(changed("audit", early_end_threshold_kr=2_000_000), 800_000, early=True).audit == "none"
    assert ask(changed("audit", collected=False), 600_000, 600_000).audit == "required"


amounts = st.lists(st.integers(1, 3_000_000), min_size=1, max_size=5)


@given(grants=amounts, early=st.booleans(), required=st.booleans(), key=st.sampled_from(sorted(SETS)))
def test_an_answer_always_has_its_reasons_and_collected_is_for_years_that_were_not_cut_short(
    grants: list[int], early: bool, required: bool, key: str
) -> None:
    found = ask(SETS[key], *grants, early=early, required=required)

    assert len(found.reasons) >= 2
    if found.audit is AuditDutyKind.COLLECTED:
        assert len(grants) > 1
        assert not early
    if found.reporting is ReportDutyKind.CHOICE:
        assert found.basis_ore == kroner(SETS[key].reporting.threshold_kr.value or 0)


@given(grants=amounts, more=st.integers(1, 3_000_000))
def test_a_further_grant_never_takes_a_statutory_duty_away(grants: list[int], more: int) -> None:
    before, after = ask(BUFDIR, *grants), ask(BUFDIR, *grants, more)

    assert before.reporting is not ReportDutyKind.STATUTORY or after.reporting is ReportDutyKind.STATUTORY
