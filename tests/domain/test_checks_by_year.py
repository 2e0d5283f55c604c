"""What each year asks of an application, how hard, and by which rule: one table, and one thing taken away at a time.

The table is written from the sources and not from the rule sets, so that a value that is changed there is seen here.
"""

from typing import Any, Final

import pytest

from domain.application import Application
from domain.checks import formal_findings, let_pass, other_form
from domain.ruleset import Check, Severity, Strand
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets
from tests.domain.applications import HAMAR, LOTEN, application, foster, leader, learning

RULES: Final = {**load_rule_sets(), **load_incomplete_rule_sets()}

YEARS: Final = ("2018-hordaland", "2021-bufdir", "2021-innlandet", "2023-bufdir", "2026-bufdir")

#: ``.`` nobody asks, ``e`` error, ``w`` warning, ``h`` hint, ``p`` let pass by the source's own words.
LEARNING: Final = """
plan                              .         e B21-15  e I21-19  e W23-16  w R26-23
project_template                  .         .         .         .         h R26-48
budget                            .         .         e I21-19  .         .
budget_adds_up                    e E33     e E33     e E33     e E33     e E33
other_public_support              .         .         e I21-22  .         e R26-49
applicant_is_member               w E46     e B21-05  e I21-17  w E46     w E46
distinct_municipalities           .         e B21-21  e I21-15  .         e R26-12
services_of_members               .         w B21-03  w B21-03  w W23-11  w R26-10
consent                           .         e B21-14  e B21-14  .         e R26-09
anchoring                         .         e B21-21  e B21-21  .         e R26-12
local_risk_assessment             .         e B21-16  e I21-18  e W23-17  .
two_representatives               h H18-04  w B21-17  e I21-11  .         .
management_representative         w H18-05  w B21-18  e I21-12  .         .
network_leader                    w H18-08  w B21-19  e I21-10  .         w R26-24
steering_group                    w H18-08  w B21-19  w B21-19  .         h R26-25
management_in_steering_group      .         h B21-20  h B21-20  .         h R26-26
knowledge_environment             .         e B21-36  e I21-20  .         .
foster_knowledge_environment      .         p B21-37  e I21-20  .         p R26-18
knowledge_environment_or_bufetat  .         e B21-24  e B21-24  .         h R26-27
other_services                    e B21-26  p B21-26  p B21-26  p W23-09  p R26-11
barnevern_initiates               .         e B21-27  e B21-27  e W23-05  .
leaders_only                      .         .         .         .         .
fixed_arena                       .         .         .         .         .
limited_participants              .         .         .         .         .
no_identity_numbers               w E41     w E41     w E41     w E41     w E41
project_type                      .         e B21-13  e I21-09  e W23-03  .
activities                        .         h B21-10  h B21-10  h W23-02  .
project_positions                 .         .         h I21-21  .         .
purchased_expertise               .         .         .         .         .
foster_goals                      .         w B21-12  w B21-12  .         .
foster_increase                   .         w B21-40  w B21-40  .         .
foster_bufetat                    .         h B21-38  h B21-38  .         h R26-18
foster_tag                        .         .         .         .         h R26-04
"""

LEADERS: Final = """
plan                              p R26-44
project_template                  p R26-44
budget                            .
budget_adds_up                    e E33
other_public_support              e R26-49
applicant_is_member               w E46
distinct_municipalities           e R26-38
services_of_members               .
consent                           .
anchoring                         .
local_risk_assessment             .
two_representatives               .
management_representative         .
network_leader                    .
steering_group                    .
management_in_steering_group      .
knowledge_environment             .
foster_knowledge_environment      .
knowledge_environment_or_bufetat  .
other_services                    e R26-36
barnevern_initiates               .
leaders_only                      e R26-36
fixed_arena                       e R26-38
limited_participants              h R26-39
no_identity_numbers               w E41
project_type                      .
activities                        h R26-40
project_positions                 .
purchased_expertise               h R26-41
foster_goals                      .
foster_increase                   .
foster_bufetat                    .
foster_tag                        .
"""

SAID: Final = {
    "e": Severity.ERROR,
    "w": Severity.WARNING,
    "h": Severity.HINT,
    "p": Severity.OFF,
}


def read(table: str, years: tuple[str, ...]) -> dict[tuple[str, str], tuple[Severity, str] | None]:
    """Return what *table* says of each year and check."""
    asked: dict[tuple[str, str], tuple[Severity, str] | None] = {}
    for line in table.strip().splitlines():
        check, *words = line.split()
        for year in years:
            how = words.pop(0)
            asked[year, check] = None if how == "." else (SAID[how], words.pop(0))
    return asked


OF_LEARNING: Final = read(LEARNING, YEARS)
OF_LEADERS: Final = read(LEADERS, ("2026-bufdir",))


# --- one thing taken away ------------------------------------------------------------------------------------------


def second_member(**changes: Any) -> dict[str, Any]:
    first, second = learning()["members"]
    return {"members": [first, second | changes]}


def one_service_more(kind: str, municipality: str) -> dict[str, Any]:
    service = {"name": "Tjenesten til", "kind": kind, "municipalities": [municipality]}
    return {"services": [*learning()["services"], service]}


PROJECT: Final = learning()["project"]
BUFETAT: Final = {"partners": [{"kind": "bufetat", "name": "Bufetat region øst"}]}

#: What is changed in a whole application, and what is found then.
GAPS: Final[dict[Check, tuple[dict[str, Any], str]]] = {
    Check.PLAN: ({"project": PROJECT | {"plan": None}}, "plan_missing"),
    Check.PROJECT_TEMPLATE: ({"project": PROJECT | {"template": None}}, "project_template_missing"),
    Check.BUDGET: ({"budget": []}, "budget_missing"),
    Check.BUDGET_ADDS_UP: (
        {"budget": [{"kind": "meetings", "amount_kr": 1}]},
        "budget_does_not_add_up",
    ),
    Check.OTHER_PUBLIC_SUPPORT: ({"other_support": None}, "other_support_not_declared"),
    Check.APPLICANT_IS_MEMBER: ({"host": "958935420"}, "host_is_no_member"),
    Check.DISTINCT_MUNICIPALITIES: (second_member(municipality=HAMAR), "municipality_twice"),
    Check.SERVICES_OF_MEMBERS: (one_service_more("barnevern", "0301"), "service_outside_network"),
    Check.CONSENT: (second_member(consented_on=None), "consent_missing"),
    Check.ANCHORING: (second_member(anchoring=None), "anchoring_missing"),
    Check.LOCAL_RISK_ASSESSMENT: ({"local_risk_assessment": None}, "local_risk_assessment_missing"),
    Check.TWO_REPRESENTATIVES: (
        second_member(representatives=[{"role": "child_welfare_leader", "name": "Leder"}]),
        "too_few_representatives",
    ),
    Check.MANAGEMENT_REPRESENTATIVE: (
        second_member(representatives=[{"role": "other", "name": "En"}, {"role": "other", "name": "To"}]),
        "management_representative_missing",
    ),
    Check.NETWORK_LEADER: ({"network_leader": None}, "network_leader_missing"),
    Check.STEERING_GROUP: (
        {"steering_group": False, "management_in_steering_group": False},
        "steering_group_missing",
    ),
    Check.MANAGEMENT_IN_STEERING_GROUP: (
        {"steering_group": True, "management_in_steering_group": False},
        "management_not_in_steering_group",
    ),
    Check.KNOWLEDGE_ENVIRONMENT: (BUFETAT, "knowledge_environment_missing"),
    Check.FOSTER_KNOWLEDGE_ENVIRONMENT: (
        {"project_type": "foster_home", **BUFETAT},
        "knowledge_environment_missing",
    ),
    Check.KNOWLEDGE_ENVIRONMENT_OR_BUFETAT: ({"partners": []}, "knowledge_environment_or_bufetat_missing"),
    Check.OTHER_SERVICES: (one_service_more("school", HAMAR), "other_service_takes_part"),
    Check.BARNEVERN_INITIATES: (
        one_service_more("health", HAMAR) | {"initiator": "Tjenesten til"},
        "initiator_not_barnevern",
    ),
    Check.LEADERS_ONLY: (
        second_member(representatives=[{"role": "other", "name": "Fagutvikler"}]),
        "representative_is_no_leader",
    ),
    Check.FIXED_ARENA: ({"arena": None}, "arena_missing"),
    Check.LIMITED_PARTICIPANTS: ({"participants": None}, "participants_not_stated"),
    Check.NO_IDENTITY_NUMBERS: (
        {"contact": {"name": "018100 12583", "email": "a@b.no"}},
        "identity_number_in_text",
    ),
    Check.PROJECT_TYPE: ({"project_type": None}, "no_pot"),
    Check.ACTIVITIES: ({"activities": []}, "activities_not_stated"),
    Check.PROJECT_POSITIONS: ({"budget": [{"kind": "salaries", "amount_kr": 1}]}, "cost_not_described"),
    Check.PURCHASED_EXPERTISE: (
        {"budget": [{"kind": "purchased_services", "amount_kr": 1}]},
        "cost_not_described",
    ),
    Check.FOSTER_GOALS: ({"project_type": "foster_home"}, "foster_goal_missing"),
    Check.FOSTER_INCREASE: ({"project_type": "foster_home"}, "foster_increase_missing"),
    Check.FOSTER_BUFETAT: ({"project_type": "foster_home"}, "bufetat_not_asked"),
    Check.FOSTER_TAG: ({"project_type": "foster_home"}, "foster_tag_missing"),
}


def found(one: Application, year: str, code: str) -> tuple[Severity, str] | None:
    """Return how hard, and by which rule, *year* speaks of *code*."""
    said = {
        (finding.severity, finding.rule)
        for finding in (*formal_findings(one, RULES[year]), *let_pass(one, RULES[year]))
        if finding.code == code
    }
    assert len(said) <= 1, said
    return next(iter(said), None)


@pytest.mark.parametrize(("year", "check"), OF_LEARNING)
def test_a_learning_network_is_asked_what_the_year_asks(year: str, check: str) -> None:
    changes, code = GAPS[Check(check)]

    assert found(application(learning() | changes), year, code) == OF_LEARNING[year, check]


@pytest.mark.parametrize(("year", "check"), OF_LEADERS)
def test_a_leader_network_is_asked_what_the_year_asks(year: str, check: str) -> None:
    changes, code = GAPS[Check(check)]
    one = application(leader() | changes)

    assert found(one, year, code) == OF_LEADERS[year, check]


@pytest.mark.parametrize("year", YEARS)
def test_a_whole_application_is_asked_for_nothing_and_nothing_is_let_pass(year: str) -> None:
    one = application(learning())

    assert [*formal_findings(one, RULES[year]), *let_pass(one, RULES[year])] == []


@pytest.mark.parametrize("year", YEARS)
def test_a_whole_foster_home_project_is_asked_for_nothing_and_nothing_is_let_pass(year: str) -> None:
    one = application(foster())

    assert [*formal_findings(one, RULES[year]), *let_pass(one, RULES[year])] == []


def test_a_project_that_is_only_tagged_as_foster_home_work_may_ask_bufetat_too() -> None:
    tagged = application(learning() | {"project": PROJECT | {"foster_home": True}})

    assert [(one.rule, one.code) for one in formal_findings(tagged, RULES["2026-bufdir"])] == [
        ("R26-18", "bufetat_not_asked")
    ]


def test_an_application_on_another_form_than_the_round_s_is_noted_where_the_form_is_fixed() -> None:
    one = application(learning())

    for year, rule in (("2021-innlandet", "I21-16"), ("2026-bufdir", "R26-48")):
        assert other_form(one, RULES[year], "2026-1") == other_form(one, RULES[year], None) == []
        assert [
            (found.severity, found.rule, found.code) for found in other_form(one, RULES[year], "2026-2")
        ] == [(Severity.WARNING, rule, "form_of_another_round")]
    for year in ("2018-hordaland", "2021-bufdir", "2023-bufdir"):
        assert other_form(one, RULES[year], "2026-2") == []


def test_a_simple_application_of_a_leader_network_comes_on_any_form() -> None:
    assert other_form(application(leader()), RULES["2026-bufdir"], "2026-2") == []


def test_the_tables_have_every_check() -> None:
    every = {check.value for check in Check}

    assert {check for _, check in OF_LEARNING} == every == {check for _, check in OF_LEADERS}
    assert set(GAPS) == set(Check)


# --- the years that no source gives rules for ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "said"),
    [
        ("2019-incomplete", (Severity.ERROR, "W23-09")),
        ("2020-incomplete", (Severity.ERROR, "W23-09")),
        ("2022-incomplete", (Severity.OFF, "W23-09")),
        ("2024-incomplete", (Severity.OFF, "W23-09")),
        ("2025-incomplete", (Severity.OFF, "W23-09")),
    ],
)
def test_other_services_take_part_from_2021_on(year: str, said: tuple[Severity, str]) -> None:
    one = application(learning() | one_service_more("school", HAMAR))

    assert found(one, year, "other_service_takes_part") == said
    assert found(application(learning()), year, "other_service_takes_part") is None


# --- how many of what ----------------------------------------------------------------------------------------------

ONE_SERVICE: Final = {
    "services": [
        {"name": "Barneverntjenesten i regionen", "kind": "barnevern", "municipalities": [HAMAR, LOTEN]}
    ],
    "initiator": "Barneverntjenesten i regionen",
}
ONE_MUNICIPALITY: Final = {
    "members": learning()["members"][:1],
    "services": [
        {"name": "Barneverntjenesten", "kind": "barnevern", "municipalities": [HAMAR]},
        {"name": "Barnevernvakten", "kind": "barnevern", "municipalities": [HAMAR]},
    ],
    "initiator": "Barneverntjenesten",
}
A_SCHOOL: Final = {
    "services": [
        {"name": "Barneverntjenesten i Hamar", "kind": "barnevern", "municipalities": [HAMAR]},
        {"name": "PP-tjenesten i Løten", "kind": "school", "municipalities": [LOTEN]},
    ]
}
NO_BARNEVERN: Final = {
    "services": [{"name": "PP-tjenesten", "kind": "school", "municipalities": [HAMAR, LOTEN]}],
    "initiator": "PP-tjenesten",
}


@pytest.mark.parametrize(
    ("year", "changes", "minimums"),
    [
        ("2018-hordaland", ONE_SERVICE, []),
        ("2021-bufdir", ONE_SERVICE, [("B21-03", 1, 2)]),
        ("2021-innlandet", ONE_SERVICE, [("B21-03", 1, 2)]),
        ("2023-bufdir", ONE_SERVICE, []),
        ("2026-bufdir", ONE_SERVICE, [("R26-10", 1, 2)]),
        ("2021-bufdir", ONE_MUNICIPALITY, []),
        ("2021-innlandet", ONE_MUNICIPALITY, [("I21-15", 1, 2)]),
        ("2026-bufdir", ONE_MUNICIPALITY, []),
        ("2021-bufdir", A_SCHOOL, []),
        ("2021-innlandet", A_SCHOOL, []),
        ("2023-bufdir", A_SCHOOL, []),
        ("2026-bufdir", A_SCHOOL, [("R26-10", 1, 2)]),
        ("2023-bufdir", NO_BARNEVERN, [("W23-11", 0, 1)]),
    ],
)
def test_each_year_counts_what_it_counts(
    year: str, changes: dict[str, Any], minimums: list[tuple[str, int, int]]
) -> None:
    findings = formal_findings(application(learning() | changes), RULES[year])

    counted = [one for one in findings if one.code.startswith("too_few_") and "at_least" in one.params]
    assert [(one.rule, one.params["found"], one.params["at_least"]) for one in counted] == minimums


def test_a_leader_network_needs_leaders_of_two_municipalities() -> None:
    one = application(leader() | {"members": leader()["members"][:1]})
    findings = formal_findings(one, RULES["2026-bufdir"])

    assert one.strand is Strand.LEADER
    assert [(found.rule, found.code) for found in findings] == [
        ("Q6", "too_few_leaders"),
        ("R26-38", "too_few_leader_municipalities"),
    ]
