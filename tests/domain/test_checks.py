from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.application import Application
from domain.checks import FINDING_CODES, Finding, count, formal_findings
from domain.private import seal
from domain.refusal import Refused
from domain.ruleset import Check, CountOf, Ruled, RuleSet, Severity, Strand
from storage.rulesets import load_rule_sets
from tests.domain.applications import (
    HAMAR,
    LOTEN,
    ORG_HAMAR,
    ORG_LOTEN,
    application,
    foster,
    leader,
    learning,
    member,
)

BUFDIR = load_rule_sets()["2026-bufdir"]
INNLANDET = load_rule_sets()["2021-innlandet"]

IDENTITY_NUMBER = "018100 12583"  # month above 80: nobody's


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def only(check: Check, rules: RuleSet = BUFDIR, strand: Strand = Strand.LEARNING) -> RuleSet:
    """Return *rules* with *check* as the only one that speaks, and nothing counted."""
    checks = {
        every: Ruled[Severity](value=Severity.WARNING if every is check else Severity.OFF, rule="E1")
        for every in Check
    }
    changed = rules.strands[strand].model_copy(update={"checks": checks, "minimum_members": ()})
    return rules.model_copy(update={"strands": {**rules.strands, strand: changed}})


def found(check: Check, one: Application, rules: RuleSet = BUFDIR) -> list[Finding]:
    return formal_findings(one, only(check, rules, one.strand))


def without(base: dict[str, Any], key: str, member_key: str) -> dict[str, Any]:
    """Return *base* whose second member lacks *member_key*."""
    first, second = base[key]
    return base | {key: [first, {name: value for name, value in second.items() if name != member_key}]}


@pytest.mark.parametrize("rules", [BUFDIR, INNLANDET], ids=lambda rules: rules.key)
def test_a_whole_learning_application_has_no_findings(rules: RuleSet) -> None:
    assert formal_findings(application(learning()), rules) == []


def test_a_whole_leader_application_in_the_simple_form_has_no_findings() -> None:
    assert formal_findings(application(leader()), BUFDIR) == []


def with_project(**changes: Any) -> dict[str, Any]:
    return {"project": learning()["project"] | changes}


FOSTER: dict[str, Any] = {"project_type": "foster_home"}

#: Check, what is changed in a whole learning application, then code, field and parameters of the one finding.
MISSING: list[tuple[Check, dict[str, Any], str, str, dict[str, Any]]] = [
    (Check.PLAN, with_project(plan=None), "plan_missing", "project.plan", {}),
    (Check.PROJECT_TEMPLATE, with_project(template=None), "project_template_missing", "project.template", {}),
    (Check.BUDGET, {"budget": []}, "budget_missing", "budget", {}),
    (
        Check.BUDGET_ADDS_UP,
        {"own_funding_kr": 50_001},
        "budget_does_not_add_up",
        "budget",
        {"costs_ore": 47_000_000, "funding_ore": 47_000_100, "difference_ore": 100},
    ),
    (
        Check.BUDGET_ADDS_UP,
        {"other_support": None},
        "budget_does_not_add_up",
        "budget",
        {"costs_ore": 47_000_000, "funding_ore": 45_000_000, "difference_ore": 2_000_000},
    ),
    (
        Check.OTHER_PUBLIC_SUPPORT,
        {"other_support": None},
        "other_support_not_declared",
        "other_support",
        {},
    ),
    (
        Check.OTHER_PUBLIC_SUPPORT,
        {"other_support": {"received": True}},
        "other_support_without_lines",
        "other_support.lines",
        {},
    ),
    (Check.APPLICANT_IS_MEMBER, {"host": "958935420"}, "host_is_no_member", "host", {"host": "958935420"}),
    (
        Check.DISTINCT_MUNICIPALITIES,
        {"members": [member(HAMAR, ORG_HAMAR), member(HAMAR, ORG_HAMAR)]},
        "municipality_twice",
        "members",
        {"municipality": HAMAR},
    ),
    (
        Check.SERVICES_OF_MEMBERS,
        {
            "services": [
                *learning()["services"],
                {"name": "I Stange", "kind": "school", "municipalities": ["3413"]},
            ],
        },
        "service_outside_network",
        "services[2].municipalities",
        {"service": "I Stange"},
    ),
    (
        Check.CONSENT,
        without(learning(), "members", "consented_on"),
        "consent_missing",
        "members[1].consented_on",
        {"municipality": LOTEN},
    ),
    (
        Check.ANCHORING,
        without(learning(), "members", "anchoring"),
        "anchoring_missing",
        "members[1].anchoring",
        {"municipality": LOTEN},
    ),
    (
        Check.LOCAL_RISK_ASSESSMENT,
        {"local_risk_assessment": None},
        "local_risk_assessment_missing",
        "local_risk_assessment",
        {},
    ),
    (
        Check.TWO_REPRESENTATIVES,
        without(learning(), "members", "representatives"),
        "too_few_representatives",
        "members[1].representatives",
        {"municipality": LOTEN, "found": 0, "at_least": 2},
    ),
    (
        Check.MANAGEMENT_REPRESENTATIVE,
        {
            "members": [
                member(HAMAR, ORG_HAMAR),
                member(LOTEN, ORG_LOTEN) | {"representatives": [{"role": "other", "name": "Fagutvikler"}]},
            ]
        },
        "management_representative_missing",
        "members[1].representatives",
        {"municipality": LOTEN},
    ),
    (Check.NETWORK_LEADER, {"network_leader": None}, "network_leader_missing", "network_leader", {}),
    (
        Check.STEERING_GROUP,
        {"steering_group": False, "management_in_steering_group": False},
        "steering_group_missing",
        "steering_group",
        {},
    ),
    (
        Check.MANAGEMENT_IN_STEERING_GROUP,
        {"management_in_steering_group": False},
        "management_not_in_steering_group",
        "management_in_steering_group",
        {},
    ),
    (Check.KNOWLEDGE_ENVIRONMENT, {"partners": []}, "knowledge_environment_missing", "partners", {}),
    (
        Check.FOSTER_KNOWLEDGE_ENVIRONMENT,
        {"project_type": "foster_home", "partners": [{"kind": "bufetat", "name": "Bufetat øst"}]},
        "knowledge_environment_missing",
        "partners",
        {},
    ),
    (
        Check.KNOWLEDGE_ENVIRONMENT_OR_BUFETAT,
        {"partners": [{"kind": "ks", "name": "KS"}]},
        "knowledge_environment_or_bufetat_missing",
        "partners",
        {},
    ),
    (
        Check.OTHER_SERVICES,
        {"services": [*learning()["services"], {"name": "PPT", "kind": "school", "municipalities": [HAMAR]}]},
        "other_service_takes_part",
        "services[2]",
        {"service": "PPT", "service_kind": "school"},
    ),
    (
        Check.BARNEVERN_INITIATES,
        {
            "services": [
                *learning()["services"],
                {"name": "PPT", "kind": "school", "municipalities": [HAMAR]},
            ],
            "initiator": "PPT",
        },
        "initiator_not_barnevern",
        "initiator",
        {"service": "PPT", "service_kind": "school"},
    ),
    (
        Check.BARNEVERN_INITIATES,
        {
            "services": [
                *learning()["services"],
                {"name": "PPT", "kind": "school", "municipalities": [HAMAR]},
            ],
            "initiator": None,
        },
        "initiator_missing",
        "initiator",
        {},
    ),
    (
        Check.NO_IDENTITY_NUMBERS,
        with_project(description=f"Gjelder barnet {IDENTITY_NUMBER}."),
        "identity_number_in_text",
        "project.description",
        {},
    ),
    (
        Check.NO_IDENTITY_NUMBERS,
        with_project(title=f"Barnet {IDENTITY_NUMBER}"),
        "identity_number_in_text",
        "project.title",
        {},
    ),
    (
        Check.PROJECT_TYPE,
        {"project_type": None},
        "no_pot",
        "project_type",
        {"strand": "learning", "project_type": None},
    ),
    (Check.ACTIVITIES, {"activities": []}, "activities_not_stated", "activities", {}),
    (
        Check.PROJECT_POSITIONS,
        {"budget": [{"kind": "travel", "amount_kr": 1}, {"kind": "salaries", "amount_kr": 2}]},
        "cost_not_described",
        "budget[1].note",
        {"cost_kind": "salaries"},
    ),
    (
        Check.PURCHASED_EXPERTISE,
        {"budget": [{"kind": "purchased_services", "amount_kr": 1}]},
        "cost_not_described",
        "budget[0].note",
        {"cost_kind": "purchased_services"},
    ),
    (Check.FOSTER_GOALS, FOSTER, "foster_goal_missing", "activities", {}),
    (Check.FOSTER_INCREASE, FOSTER, "foster_increase_missing", "project.increase", {}),
    (Check.FOSTER_BUFETAT, FOSTER, "bufetat_not_asked", "partners", {}),
    (Check.FOSTER_TAG, FOSTER, "foster_tag_missing", "project.foster_home", {}),
    (Check.FIXED_ARENA, {}, "arena_missing", "arena", {}),
    (Check.LIMITED_PARTICIPANTS, {}, "participants_not_stated", "participants", {}),
]


@pytest.mark.edge("E33")
@pytest.mark.parametrize(
    ("check", "changes", "code", "field", "params"),
    MISSING,
    ids=[f"{row[2]}-{number}" for number, row in enumerate(MISSING)],
)
def test_a_check_finds_what_is_missing(
    check: Check, changes: dict[str, Any], code: str, field: str, params: dict[str, Any]
) -> None:
    findings = found(check, application(learning(), **changes))

    assert findings == [Finding(severity=Severity.WARNING, rule="E1", code=code, field=field, params=params)]
    assert set(FINDING_CODES[code]) == set(params)


@pytest.mark.parametrize("check", list(Check))
def test_a_check_is_silent_when_nothing_is_missing(check: Check) -> None:
    whole = (
        leader()
        if check in {Check.LEADERS_ONLY, Check.FIXED_ARENA, Check.LIMITED_PARTICIPANTS}
        else learning()
    )

    assert found(check, application(whole)) == []


@pytest.mark.parametrize("silence", [None, Severity.OFF])
def test_a_check_that_is_off_or_on_which_the_source_is_silent_does_not_speak(
    silence: Severity | None,
) -> None:
    rules = only(Check.PLAN)
    strand = rules.strands[Strand.LEARNING]
    checks = strand.checks | {Check.PLAN: Ruled[Severity](value=silence, rule="E1")}
    rules = rules.model_copy(
        update={"strands": {Strand.LEARNING: strand.model_copy(update={"checks": checks})}}
    )

    assert formal_findings(application(learning(), **with_project(plan=None)), rules) == []


def test_only_leaders_may_take_part_in_a_leader_network() -> None:
    one = application(leader(), members=[member(HAMAR, ORG_HAMAR), member(LOTEN, ORG_LOTEN)])

    findings = [finding for finding in formal_findings(one, BUFDIR) if finding.severity is Severity.ERROR]

    assert codes(findings) == ["representative_is_no_leader"] * 2
    assert findings[1].field == "members[1].representatives[1].role"
    assert findings[1].params == {"municipality": LOTEN, "role": "other"}
    assert findings[1].rule == "R26-36"


def test_more_participants_than_the_soft_limit_are_noted_where_there_is_one() -> None:
    rules = only(Check.LIMITED_PARTICIPANTS, strand=Strand.LEADER)
    limited = rules.strands[Strand.LEADER].model_copy(
        update={"participants_limit": Ruled[int](value=7, rule="R26-39")}
    )
    rules = rules.model_copy(update={"strands": {Strand.LEADER: limited}})

    assert formal_findings(application(leader(), participants=7), rules) == []
    finding = formal_findings(application(leader(), participants=8), rules)[0]
    assert (finding.code, finding.params) == ("too_many_participants", {"found": 8, "at_most": 7})


def test_a_budget_without_lines_is_not_added_up() -> None:
    assert found(Check.BUDGET_ADDS_UP, application(learning(), budget=[])) == []


def test_the_initiator_need_not_be_named_when_only_child_welfare_services_take_part() -> None:
    assert found(Check.BARNEVERN_INITIATES, application(learning(), initiator=None)) == []


def test_a_steering_group_that_does_not_exist_needs_no_management() -> None:
    one = application(learning(), steering_group=False, management_in_steering_group=False)

    assert found(Check.MANAGEMENT_IN_STEERING_GROUP, one) == []


@pytest.mark.edge("E41")
def test_an_account_number_is_not_taken_for_an_identity_number() -> None:
    # Both checks of an identity number and the one of an account number hold for it.
    assert found(Check.NO_IDENTITY_NUMBERS, application(learning(), account="01810000186")) == []


FIVE = ["3403", "3411", "3412", "3413", "3420"]


def intermunicipal() -> dict[str, Any]:
    """Return a learning application of one intermunicipal service for five municipalities."""
    others = [member(number, ORG_LOTEN) for number in FIVE[1:]]
    service = {"name": "Felles barnevern", "kind": "barnevern", "municipalities": FIVE}
    changes = {"members": [member(HAMAR, ORG_HAMAR), *others], "services": [service]}
    return learning() | changes | {"initiator": "Felles barnevern"}


@pytest.mark.parametrize(
    ("rules", "code", "rule"),
    [(BUFDIR, "too_few_barnevern_services", "R26-10"), (INNLANDET, "too_few_services", "B21-03")],
)
def test_one_intermunicipal_service_for_five_municipalities_is_one_service(
    rules: RuleSet, code: str, rule: str
) -> None:
    finding = formal_findings(application(intermunicipal()), rules)[0]

    assert (finding.code, finding.rule, finding.severity) == (code, rule, Severity.ERROR)
    assert finding.params == {"found": 1, "at_least": 2}
    assert finding.field == "services"


def test_two_services_of_one_municipality_are_too_few_municipalities_for_innlandet_only() -> None:
    school = {"name": "Skolene i Hamar", "kind": "school", "municipalities": [HAMAR]}
    one = application(
        learning(), members=learning()["members"][:1], services=[learning()["services"][0], school]
    )

    assert codes(formal_findings(one, INNLANDET)) == ["too_few_municipalities"]
    assert codes(formal_findings(one, BUFDIR)) == ["too_few_barnevern_services"]


def test_a_service_that_serves_no_member_is_not_counted() -> None:
    stray = {"name": "I Stange", "kind": "barnevern", "municipalities": ["3413"]}
    one = application(learning(), services=[learning()["services"][0], stray])

    assert count(one, CountOf.BARNEVERN_SERVICES) == 1
    assert codes(formal_findings(one, BUFDIR)) == ["too_few_barnevern_services", "service_outside_network"]


@pytest.mark.edge("Q6")
def test_two_leaders_of_one_municipality_make_no_leader_network() -> None:
    first, second = leader()["members"]
    both = first | {"representatives": first["representatives"] * 2}
    one = application(leader(), members=[both, second | {"representatives": []}])

    findings = formal_findings(one, BUFDIR)

    assert codes(findings) == ["too_few_leader_municipalities"]
    assert (findings[0].rule, findings[0].field) == ("R26-38", "members")


def test_a_leader_network_without_leaders_lacks_both() -> None:
    one = application(leader(), members=[one | {"representatives": []} for one in leader()["members"]])

    assert codes(formal_findings(one, BUFDIR)) == ["too_few_leaders", "too_few_leader_municipalities"]


@pytest.mark.edge("C5")
def test_a_foster_project_with_bufetat_alone_breaks_the_office_s_rule_but_not_the_directorate_s_base() -> (
    None
):
    one = application(foster(), partners=[{"kind": "bufetat", "name": "Bufetat øst"}])

    assert [(found.code, found.rule) for found in formal_findings(one, INNLANDET)] == [
        ("knowledge_environment_missing", "I21-20")
    ]
    assert found(Check.KNOWLEDGE_ENVIRONMENT_OR_BUFETAT, one) == []
    assert found(Check.KNOWLEDGE_ENVIRONMENT, one) == []


def test_a_project_without_a_type_has_no_pot_where_there_are_two() -> None:
    finding = formal_findings(application(learning(), project_type=None), INNLANDET)[0]

    assert (finding.code, finding.field, finding.rule) == ("no_pot", "project_type", "I21-09")
    assert finding.params == {"strand": "learning", "project_type": None}


def test_a_strand_the_rules_do_not_know_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        formal_findings(application(leader()), INNLANDET)

    assert refused.value.code == "strand_not_in_rule_set"


def test_sealing_the_private_texts_changes_no_finding() -> None:
    one = application(learning(), **with_project(plan=None))
    sealed, rows = seal(one, iter(f"ref-{n}" for n in range(100)).__next__, lambda: b"salt")

    assert len(rows) > 10
    assert formal_findings(sealed, INNLANDET) == formal_findings(one, INNLANDET)


@given(
    st.lists(st.lists(st.sampled_from(FIVE), min_size=1, max_size=5), min_size=1, max_size=8),
    st.lists(st.sampled_from(FIVE), max_size=5, unique=True),
)
def test_services_are_counted_once_and_only_inside_the_network(
    served: list[list[str]], members: list[str]
) -> None:
    one = application(
        learning(),
        initiator=None,
        members=[member(number, ORG_HAMAR) for number in members],
        services=[
            {
                "name": f"Tjeneste {index}",
                "kind": "barnevern" if index % 2 else "health",
                "municipalities": numbers,
            }
            for index, numbers in enumerate(served)
        ],
    )
    inside = [index for index, numbers in enumerate(served) if set(numbers) & set(members)]

    assert count(one, CountOf.SERVICES) == len(inside)
    assert count(one, CountOf.BARNEVERN_SERVICES) == sum(index % 2 for index in inside)
    assert count(one, CountOf.MUNICIPALITIES) == len(members)


Order = Callable[[list[Any]], list[Any]]


@pytest.mark.parametrize("order", [list, lambda members: members[::-1]])
def test_the_order_of_the_members_does_not_matter_to_what_is_counted(order: Order) -> None:
    one = application(leader(), members=order(leader()["members"]))

    assert count(one, CountOf.LEADERS) == count(one, CountOf.LEADER_MUNICIPALITIES) == 2


def test_every_code_is_seen_in_these_tests() -> None:
    seen = {code for _, _, code, _, _ in MISSING} | {
        "too_few_services",
        "too_few_municipalities",
        "too_few_barnevern_services",
        "too_few_leaders",
        "too_few_leader_municipalities",
        "no_pot",
        "representative_is_no_leader",
        "too_many_participants",
        "form_of_another_round",
    }

    assert seen == set(FINDING_CODES)
