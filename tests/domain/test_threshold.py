import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import is_whole_kroner, kroner
from domain.threshold import Verdict, audit_at_early_end, audit_threshold, reporting_threshold
from tests.domain.lives import BUFDIR, INNLANDET

AMOUNTS = st.lists(st.integers(1, 3_000_000).map(kroner), min_size=1, max_size=5)


@pytest.mark.edge("E2")
@pytest.mark.parametrize(
    ("grants_kr", "verdict", "rule"),
    [
        ([999_999], Verdict.NONE, "R26-52"),
        ([1_000_000], Verdict.CHOICE, "E1"),
        ([1_000_001], Verdict.STATUTORY, "R26-52"),
        ([400_000, 400_000], Verdict.NONE, "R26-52"),
        ([400_000, 400_000, 400_000], Verdict.STATUTORY, "R26-52"),
        ([600_000, 400_000], Verdict.CHOICE, "E1"),
    ],
)
def test_in_2026_the_sum_of_the_project_s_grants_is_held_against_a_million(
    grants_kr: list[int], verdict: Verdict, rule: str
) -> None:
    found = reporting_threshold(BUFDIR, [kroner(kr) for kr in grants_kr])

    assert (found.verdict, found.rule, found.basis_ore) == (verdict, rule, kroner(sum(grants_kr)))


@pytest.mark.edge("E3")
@pytest.mark.parametrize(
    ("kr", "near"), [(799_999, False), (800_000, True), (999_999, True), (1_000_000, False)]
)
def test_near_the_limit_is_from_80_percent_of_it_until_it(kr: int, near: bool) -> None:
    assert reporting_threshold(BUFDIR, [kroner(kr)]).near is near


@given(AMOUNTS, st.integers(1, 3_000_000).map(kroner))
def test_one_more_grant_never_takes_a_duty_away(earlier: list[int], more: int) -> None:
    order = [Verdict.NONE, Verdict.CHOICE, Verdict.STATUTORY]

    before, after = reporting_threshold(BUFDIR, earlier), reporting_threshold(BUFDIR, [*earlier, more])

    assert order.index(before.verdict) <= order.index(after.verdict)


@pytest.mark.edge("C8")
@given(AMOUNTS)
def test_in_2021_everyone_reports_and_only_the_last_grant_counts(grants: list[int]) -> None:
    found = reporting_threshold(INNLANDET, grants)

    assert (found.verdict, found.rule, found.basis_ore) == (Verdict.EVERYONE, "I21-29", grants[-1])


@pytest.mark.parametrize(
    ("kr", "verdict"), [(200_000, Verdict.NONE), (200_001, Verdict.STATUTORY), (1, Verdict.NONE)]
)
def test_in_innlandet_2021_audit_is_for_grants_above_200_000(kr: int, verdict: Verdict) -> None:
    found = audit_threshold(INNLANDET, [kroner(5_000_000), kroner(kr)], reporting=Verdict.EVERYONE)

    assert (found.verdict, found.rule, found.limit_ore) == (verdict, "I21-30", kroner(200_000))


@pytest.mark.edge("E11")
@pytest.mark.parametrize("reporting", Verdict)
def test_in_2026_audit_follows_the_report_also_where_a_person_must_say(reporting: Verdict) -> None:
    found = audit_threshold(BUFDIR, [kroner(1)], reporting=reporting)

    assert found.verdict is (Verdict.STATUTORY if reporting is Verdict.EVERYONE else reporting)
    assert found.rule == "E11"


@pytest.mark.parametrize(
    ("kr", "required", "rule"),
    [
        (1_200_000, False, "R26-60"),
        (1_000_001, True, "R26-60"),
        (1_000_000, False, None),
        (1_000_000, True, "R26-61"),
        (800_000, True, "R26-61"),
        (800_000, False, None),
    ],
)
def test_an_early_end_asks_for_audited_accounts_above_the_limit_or_where_the_letter_asked_for_a_report(
    kr: int, required: bool, rule: str | None
) -> None:
    found = audit_at_early_end(BUFDIR, kroner(kr), reporting=required)

    assert (found.verdict, found.rule) == (
        (Verdict.NONE, "R26-60") if rule is None else (Verdict.STATUTORY, rule)
    )


@pytest.mark.parametrize("reporting", [True, False, None])
def test_where_the_source_says_nothing_of_an_early_end_a_person_must_say(reporting: bool | None) -> None:
    found = audit_at_early_end(INNLANDET, kroner(5_000_000), reporting=reporting)

    assert (found.verdict, found.rule) == (Verdict.UNKNOWN, "B21-07")


@pytest.mark.parametrize(
    ("changes", "reporting", "rule"),
    [
        ({"early_end_when_required": None}, False, None),
        ({"early_end_when_required": None}, None, "R26-61"),
        ({"early_end_when_required": None}, True, "R26-61"),
        ({"early_end_threshold_kr": None}, False, "R26-60"),
        ({"early_end_threshold_kr": None, "early_end": False}, False, None),
    ],
)
def test_only_a_silence_that_matters_asks_a_person(
    changes: dict[str, object], reporting: bool | None, rule: str | None
) -> None:
    values = {
        name: getattr(BUFDIR.audit, name).model_copy(update={"value": value})
        for name, value in changes.items()
    }
    rules = BUFDIR.model_copy(update={"audit": BUFDIR.audit.model_copy(update=values)})

    found = audit_at_early_end(rules, kroner(100), reporting=reporting)

    assert (found.verdict is Verdict.UNKNOWN) == (rule is not None)
    assert rule is None or found.rule == rule


@pytest.mark.parametrize(("ore", "whole"), [(100, True), (0, True), (150, False), (99, False)])
def test_whole_kroner_have_no_ore_beside_them(ore: int, whole: bool) -> None:
    assert is_whole_kroner(ore) is whole
