"""Each year's guidelines, seen at work: what an application lacks in 2018, 2021 and 2023, by which rule and how hard."""

from typing import Any

import pytest

from domain.checks import formal_findings
from domain.rulebook.values import values as rule_values
from domain.ruleset import Check, CountOf, ProjectType, Ruled, RuleSet, Severity, Strand
from domain.threshold import Verdict, audit_threshold, reporting_threshold
from storage.rulesets import load_rows, load_rule_sets
from tests.domain.applications import (
    HAMAR,
    LOTEN,
    ORG_HAMAR,
    ORG_LOTEN,
    application,
    foster,
    learning,
    member,
)

SETS = load_rule_sets()
HORDALAND, BUFDIR_2021, INNLANDET = SETS["2018-hordaland"], SETS["2021-bufdir"], SETS["2021-innlandet"]
BUFDIR_2023, BUFDIR_2026 = SETS["2023-bufdir"], SETS["2026-bufdir"]
NEW = [HORDALAND, BUFDIR_2021, BUFDIR_2023]

SCHOOL = {"name": "Hamar skole", "kind": "school", "municipalities": [HAMAR]}


def bare(project_type: str = "self_initiated") -> dict[str, Any]:
    """Return an application that has nothing a check asks for, from two municipalities with one school between them."""
    whole = learning()
    kept = ("strand", "language", "form_version", "network", "applied_kr", "account", "contact")
    members = [
        {"municipality": HAMAR, "org_number": ORG_HAMAR},
        {"municipality": HAMAR, "org_number": ORG_HAMAR},
    ]
    return {key: whole[key] for key in kept} | {
        "project_type": project_type,
        "host": ORG_LOTEN,
        "project": {"title": "Uten noe", "first_year": 2021, "last_year": 2021},
        "members": members,
        "services": [SCHOOL, {"name": "Langt borte", "kind": "health", "municipalities": [LOTEN]}],
        "initiator": "Hamar skole",
        "steering_group": True,
        "budget": [{"kind": "travel", "amount_kr": 1}],
    }


def found(rules: RuleSet, form: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return what *form* lacks under *rules*, once each: code, severity, rule."""
    lacking = formal_findings(application(form), rules)
    return list(dict.fromkeys((one.code, one.severity.value, one.rule) for one in lacking))


@pytest.mark.edge("C2", "C4")
def test_what_the_letter_of_2018_asks_for() -> None:
    assert found(HORDALAND, bare()) == [
        ("budget_does_not_add_up", "error", "E33"),
        ("host_is_no_member", "warning", "E46"),
        ("too_few_representatives", "hint", "H18-04"),
        ("management_representative_missing", "warning", "H18-05"),
        ("network_leader_missing", "warning", "H18-08"),
        ("other_service_takes_part", "error", "B21-26"),
    ]


def test_in_2018_a_network_chooses_a_steering_group_and_nobody_looks_who_sits_in_it() -> None:
    without = bare() | {"steering_group": False}

    assert ("steering_group_missing", "warning", "H18-08") in found(HORDALAND, without)
    assert "management_not_in_steering_group" not in [code for code, _, _ in found(HORDALAND, bare())]


@pytest.mark.edge("C2", "C3", "C4")
def test_what_the_guidelines_of_2021_ask_of_a_self_initiated_project() -> None:
    assert found(BUFDIR_2021, bare()) == [
        ("too_few_services", "error", "B21-03"),
        ("plan_missing", "error", "B21-15"),
        ("budget_does_not_add_up", "error", "E33"),
        ("host_is_no_member", "error", "B21-05"),
        ("municipality_twice", "error", "B21-21"),
        ("service_outside_network", "warning", "B21-03"),
        ("consent_missing", "error", "B21-14"),
        ("anchoring_missing", "error", "B21-21"),
        ("local_risk_assessment_missing", "error", "B21-16"),
        ("too_few_representatives", "warning", "B21-17"),
        ("management_representative_missing", "warning", "B21-18"),
        ("network_leader_missing", "warning", "B21-19"),
        ("management_not_in_steering_group", "hint", "B21-20"),
        ("knowledge_environment_missing", "error", "B21-36"),
        ("knowledge_environment_or_bufetat_missing", "error", "B21-24"),
        ("initiator_not_barnevern", "error", "B21-27"),
        ("activities_not_stated", "hint", "B21-10"),
    ]


@pytest.mark.edge("C5", "Q5")
def test_in_2021_a_foster_home_project_needs_bufetat_or_a_knowledge_environment() -> None:
    with_neither = {code for code, _, _ in found(BUFDIR_2021, bare("foster_home"))}
    bufetat = foster() | {"partners": [{"kind": "bufetat", "name": "Region øst"}]}

    assert "knowledge_environment_missing" not in with_neither
    assert ("knowledge_environment_or_bufetat_missing", "error", "B21-24") in found(
        BUFDIR_2021, bare("foster_home")
    )
    assert found(BUFDIR_2021, bufetat) == []


def test_in_2021_bufetat_alone_is_not_enough_for_a_self_initiated_project() -> None:
    bufetat = learning() | {"partners": [{"kind": "bufetat", "name": "Region øst"}]}

    assert found(BUFDIR_2021, bufetat) == [("knowledge_environment_missing", "error", "B21-36")]


def test_in_2021_a_missing_steering_group_is_a_warning_to_all() -> None:
    without = learning() | {"steering_group": False, "management_in_steering_group": False}

    assert found(BUFDIR_2021, without) == [("steering_group_missing", "warning", "B21-19")]
    assert found(INNLANDET, without) == [("steering_group_missing", "warning", "B21-19")]


@pytest.mark.edge("C2", "C3")
def test_what_the_page_of_2023_asks_for() -> None:
    assert found(BUFDIR_2023, bare()) == [
        ("too_few_barnevern_services", "error", "W23-11"),
        ("plan_missing", "error", "W23-16"),
        ("budget_does_not_add_up", "error", "E33"),
        ("host_is_no_member", "warning", "E46"),
        ("service_outside_network", "warning", "W23-11"),
        ("local_risk_assessment_missing", "error", "W23-17"),
        ("initiator_not_barnevern", "error", "W23-05"),
        ("activities_not_stated", "hint", "W23-02"),
    ]


@pytest.mark.parametrize("rules", NEW, ids=lambda rules: rules.key)
@pytest.mark.parametrize("project_type", [None, *ProjectType])
def test_a_whole_application_lacks_nothing_but_a_pot_where_its_type_must_be_told(
    rules: RuleSet, project_type: ProjectType | None
) -> None:
    form = (foster() if project_type is ProjectType.FOSTER_HOME else learning()) | {
        "project_type": project_type
    }
    two_pots = rules is not HORDALAND

    lacking = found(rules, form)

    rule = {BUFDIR_2021.key: "B21-13", BUFDIR_2023.key: "W23-03"}.get(rules.key)
    assert lacking == ([("no_pot", "error", rule)] if two_pots and project_type is None else [])


@pytest.mark.parametrize("rules", SETS.values(), ids=SETS)
def test_other_services_may_take_part_from_2021_on(rules: RuleSet) -> None:
    form = learning() | {"services": [*learning()["services"], SCHOOL]}

    flagged = "other_service_takes_part" in [code for code, _, _ in found(rules, form)]

    assert flagged == (rules.grant_year < 2021)


def one_service_for_five() -> dict[str, Any]:
    numbers = [HAMAR, LOTEN, "3411", "3413", "3412"]
    service = {"name": "Felles barneverntjeneste", "kind": "barnevern", "municipalities": numbers}
    members = [
        member(number, ORG_HAMAR if number == HAMAR else ORG_LOTEN) for number in dict.fromkeys(numbers)
    ]
    return learning() | {"members": members, "services": [service], "initiator": service["name"]}


@pytest.mark.edge("C1", "Q1")
@pytest.mark.parametrize(
    ("rules", "lacking"),
    [
        (HORDALAND, []),
        (BUFDIR_2021, [("too_few_services", "error", "B21-03")]),
        (INNLANDET, [("too_few_services", "error", "B21-03")]),
        (BUFDIR_2023, []),
        (BUFDIR_2026, [("too_few_barnevern_services", "error", "R26-10")]),
    ],
    ids=lambda given: given.key if isinstance(given, RuleSet) else "",
)
def test_one_intermunicipal_service_for_five_municipalities(
    rules: RuleSet, lacking: list[tuple[str, str, str]]
) -> None:
    assert found(rules, one_service_for_five()) == lacking


@pytest.mark.parametrize(
    ("rules", "rule"),
    [(HORDALAND, "§1b"), (BUFDIR_2021, "B21-07"), (BUFDIR_2023, "W23-19")],
    ids=lambda given: str(given)[:14],
)
def test_what_is_silent_about_the_money_is_unknown_and_not_no(rules: RuleSet, rule: str) -> None:
    for amount in (1, 200_000_00, 1_000_000_00, 9_000_000_00):
        reporting = reporting_threshold(rules, [amount])
        audit = audit_threshold(rules, [amount], reporting=reporting.verdict)

        assert (reporting.verdict, reporting.rule, reporting.limit_ore) == (Verdict.UNKNOWN, rule, None)
        assert (audit.verdict, audit.rule, audit.limit_ore) == (Verdict.UNKNOWN, rule, None)
        assert not reporting.near


@pytest.mark.parametrize("rules", NEW, ids=lambda rules: rules.key)
def test_where_the_money_has_no_rules_every_one_of_them_is_said_to_be_silent(rules: RuleSet) -> None:
    parts = (rules.use, rules.reporting, rules.audit)
    ruled = [getattr(part, name) for part in parts for name in type(part).model_fields]

    assert all(isinstance(one, Ruled) and one.value is None for one in ruled)
    assert rules.paid_in_grant_year.value is None
    assert rules.unspent_repaid.value is None
    assert rules.source_incomplete


@pytest.mark.edge("C9")
def test_pots_by_year() -> None:
    pots = {key: [(pot.key, pot.rule, pot.earmarked) for pot in rules.pots] for key, rules in SETS.items()}

    assert pots == {
        "2018-hordaland": [("learning", "H18-09", False)],
        "2021-bufdir": [("self_initiated", "B21-13", False), ("foster_home", "B21-13", False)],
        "2021-innlandet": [("self_initiated", "B21-13", False), ("foster_home", "B21-13", False)],
        "2023-bufdir": [("self_initiated", "W23-14", False), ("foster_home", "W23-14", False)],
        "2026-bufdir": [("learning", "R26-05", False), ("leader", "R26-06", True)],
    }


def test_only_2026_pays_for_leader_networks() -> None:
    assert [key for key, rules in SETS.items() if Strand.LEADER in rules.strands] == ["2026-bufdir"]


@pytest.mark.edge("Q9")
def test_2018_is_silent_about_form_plan_budget_and_anchoring() -> None:
    strand = HORDALAND.of_strand(Strand.LEARNING)

    silent = [
        strand.checks[check] for check in (Check.PROJECT_TEMPLATE, Check.PLAN, Check.BUDGET, Check.ANCHORING)
    ]
    assert [(one.value, one.rule) for one in silent] == [(None, "Q9")] * 4
    assert (strand.simple_form.value, strand.simple_form.rule) == (None, "Q9")


def test_an_empty_list_says_by_which_rule_it_is_empty() -> None:
    silent = {
        (key, name): strand.silent_lists[name].rule
        for key, rules in SETS.items()
        for strand in rules.strands.values()
        for name in strand.silent_lists
    }

    assert silent == {
        ("2018-hordaland", "minimum_members"): "§1b",
        ("2018-hordaland", "criteria"): "H18-06",
        ("2023-bufdir", "criteria"): "W23-19",
    }


@pytest.mark.edge("Q1", "Q12")
def test_innlandet_asks_nowhere_for_less_than_the_directorate() -> None:
    hardness = [Severity.OFF, Severity.HINT, Severity.WARNING, Severity.ERROR]
    base, office = (rules.of_strand(Strand.LEARNING) for rules in (BUFDIR_2021, INNLANDET))

    loosened = [
        check
        for check, ruled in base.checks.items()
        if ruled.value is not None
        and hardness.index(office.checks[check].value or Severity.OFF) < hardness.index(ruled.value)
    ]
    assert loosened == []
    assert {one.count_of for one in base.minimum_members} == {CountOf.SERVICES}
    assert {one.count_of for one in office.minimum_members} == {CountOf.SERVICES, CountOf.MUNICIPALITIES}
    assert {one.key for one in base.criteria} <= {one.key for one in office.criteria}
    assert INNLANDET.pots == BUFDIR_2021.pots


@pytest.mark.edge("C10")
def test_the_note_on_the_programme_period_shows_that_the_sources_differ() -> None:
    periods = {
        key: note.quote
        for key, rules in SETS.items()
        for note in rules.notes
        if note.key == "programme_period"
    }

    assert periods == {
        "2018-hordaland": "i perioden 2017-2024",
        "2021-bufdir": "Mer kunnskap – bedre barnevern 2018 - 2024",
        "2021-innlandet": "en del av kompetansestrategien for det kommunale barnevernet 2018-2024",
    }


@pytest.mark.edge("C15")
@pytest.mark.parametrize("rules", SETS.values(), ids=SETS)
def test_nothing_turns_on_the_reform_of_2022(rules: RuleSet) -> None:
    about_the_reform = {"B21-02", "I21-05"}

    assert about_the_reform.isdisjoint(value.rule for value in rule_values(rules))
    assert load_rows()["B21-02"].kind == load_rows()["I21-05"].kind == "info"


@pytest.mark.edge("E32")
@pytest.mark.parametrize("rules", SETS.values(), ids=SETS)
def test_own_funding_of_nothing_is_allowed(rules: RuleSet) -> None:
    form = learning() | {"own_funding_kr": 0, "budget": [{"kind": "meetings", "amount_kr": 420_000}]}

    assert found(rules, form) == []


@pytest.mark.edge("Q4")
def test_in_2026_a_plan_is_missed_and_no_budget_is() -> None:
    without_plan = learning()["project"] | {"plan": None}
    off_by_one = [{"kind": "salaries", "amount_kr": 470_001}]

    assert found(BUFDIR_2026, learning() | {"project": without_plan}) == [
        ("plan_missing", "warning", "R26-23")
    ]
    assert found(BUFDIR_2026, learning() | {"budget": []}) == []
    assert found(BUFDIR_2026, learning() | {"budget": off_by_one}) == [
        ("budget_does_not_add_up", "error", "E33")
    ]


@pytest.mark.parametrize("key", SETS)
def test_the_flag_says_whose_rules_are_missing(key: str) -> None:
    assert SETS[key].source_incomplete == (key != "2026-bufdir")
