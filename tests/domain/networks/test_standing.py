"""A network measured by the rules of its year: what is too few, and what it lacks; each seen lacking and there."""

from datetime import date

import pytest

from domain.checks import FINDING_CODES, Finding
from domain.networks.parts import Network
from domain.networks.standing import below_minimum, count, lacks, unrepresented
from domain.ruleset import CountOf, RuleSet
from storage.rulesets import load_rule_sets
from tests.domain.networks.registers import HAMAR, LOTEN, PROJECT_ID, Book, hedmarken

DAY = date(2026, 3, 1)
R26 = load_rule_sets()["2026-bufdir"]
B21 = load_rule_sets()["2021-bufdir"]
I21 = load_rule_sets()["2021-innlandet"]
H18 = load_rule_sets()["2018-hordaland"]


def codes(found: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(one.code, one.rule, one.severity.value) for one in found]


def lacking(network: Network, rules: RuleSet, code: str) -> list[tuple[str, str]]:
    found = [(one.rule, one.severity.value) for one in lacks(network, rules, DAY) if one.code == code]
    assert all(set(one.params) == set(FINDING_CODES[one.code]) for one in lacks(network, rules, DAY))
    return found


def test_two_child_welfare_services_are_enough_and_one_is_too_few() -> None:
    book = Book().register().join(HAMAR, LOTEN).serve("Barnevern Hamar", HAMAR)
    [gap] = below_minimum(book.now, R26, DAY)
    assert (gap.code, gap.rule, gap.params) == (
        "too_few_barnevern_services",
        "R26-10",
        {"found": 1, "at_least": 2},
    )

    assert below_minimum(book.serve("Barnevern Løten", LOTEN).now, R26, DAY) == ()


@pytest.mark.edge("C1")
@pytest.mark.parametrize(("rules", "rule"), [(R26, "R26-10"), (B21, "B21-03"), (I21, "B21-03")])
def test_an_intermunicipal_service_counts_once_in_every_year(rules: RuleSet, rule: str) -> None:
    book = Book().register().join(HAMAR, LOTEN).serve("Barnevern Hamarregionen", HAMAR, LOTEN)

    assert [gap.rule for gap in below_minimum(book.now, rules, DAY)] == [rule]


@pytest.mark.edge("C1")
def test_innlandet_asks_for_several_municipalities_as_well() -> None:
    book = Book().register().join(HAMAR).serve("Barnevern", HAMAR).serve("Helse", HAMAR, kind="health")

    assert [gap.rule for gap in below_minimum(book.now, B21, DAY)] == []
    assert [gap.rule for gap in below_minimum(book.now, I21, DAY)] == ["I21-15"]
    assert below_minimum(book.join(LOTEN).now, I21, DAY) == ()


def test_other_services_and_those_of_one_project_do_not_count() -> None:
    book = Book().register().join(HAMAR, LOTEN).serve("Barnevern Hamar", HAMAR)
    book.serve("Skolen", LOTEN, kind="school")
    book.serve("Barnevern Løten", LOTEN, project_id=PROJECT_ID)

    assert count(book.now, CountOf.BARNEVERN_SERVICES, DAY) == 1
    assert count(book.now, CountOf.SERVICES, DAY) == 2


def test_a_service_of_a_municipality_that_left_does_not_count_any_more() -> None:
    book = hedmarken()
    book.do("leave_network", municipality=LOTEN, last_day="2026-06-30")

    assert below_minimum(book.now, R26, date(2026, 6, 30)) == ()
    assert [gap.code for gap in below_minimum(book.now, R26, date(2026, 7, 1))] == [
        "too_few_barnevern_services"
    ]


def test_a_leader_network_counts_leaders_and_where_they_come_from() -> None:
    book = Book().register(strand="leader").join(HAMAR, LOTEN)
    book.name("representative", "child_welfare_leader", municipality=HAMAR)
    book.name("representative", "child_welfare_leader", municipality=HAMAR)
    assert codes(below_minimum(book.now, R26, DAY)) == [("too_few_leader_municipalities", "R26-38", "error")]

    book.name("representative", "child_welfare_leader", municipality=LOTEN)

    assert below_minimum(book.now, R26, DAY) == ()
    assert count(book.now, CountOf.LEADERS, DAY) == 3


def test_rules_that_do_not_know_a_strand_do_not_measure_it() -> None:
    network = Book().register(strand="leader").now

    assert below_minimum(network, B21, DAY) == ()
    assert lacks(network, B21, DAY) == ()


def test_consent_is_each_members_own() -> None:
    book = Book().register().join(HAMAR).join(LOTEN, consented_on=None)
    assert lacking(book.now, R26, "consent_missing") == [("R26-09", "error")]
    assert lacking(book.now, B21, "consent_missing") == [("B21-14", "error")]

    book.do("consent_to_network", municipality=LOTEN, consented_on="2026-03-01")

    assert lacking(book.now, R26, "consent_missing") == []


@pytest.mark.edge("C2")
@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (H18, [("H18-04", "hint")]),
        (B21, [("B21-17", "warning")]),
        (I21, [("I21-11", "error")]),
        (R26, []),
    ],
)
def test_two_representatives_are_advice_or_a_must_by_year(
    rules: RuleSet, expected: list[tuple[str, str]]
) -> None:
    book = Book().register().join(HAMAR).name("representative", "service_leader", municipality=HAMAR)
    assert lacking(book.now, rules, "too_few_representatives") == expected

    book.name("representative", municipality=HAMAR)

    assert lacking(book.now, rules, "too_few_representatives") == []


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (H18, [("H18-05", "warning")]),
        (B21, [("B21-18", "warning")]),
        (I21, [("I21-12", "error")]),
        (R26, []),
    ],
)
def test_one_of_them_is_from_management(rules: RuleSet, expected: list[tuple[str, str]]) -> None:
    book = Book().register().join(HAMAR).name("representative", municipality=HAMAR)
    assert lacking(book.now, rules, "management_representative_missing") == expected

    book.name("representative", "municipal_management", municipality=HAMAR)

    assert lacking(book.now, rules, "management_representative_missing") == []


@pytest.mark.edge("C4")
@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (H18, [("H18-08", "warning")]),
        (B21, [("B21-19", "warning")]),
        (I21, [("I21-10", "error")]),
        (R26, [("R26-24", "warning")]),
    ],
)
def test_a_leader_should_or_must_be_chosen(rules: RuleSet, expected: list[tuple[str, str]]) -> None:
    book = hedmarken()
    assert lacking(book.now, rules, "network_leader_missing") == expected

    assert lacking(book.name("leader").now, rules, "network_leader_missing") == []


@pytest.mark.parametrize(
    ("rules", "rule"), [(H18, "H18-08"), (B21, "B21-19"), (I21, "B21-19"), (R26, "R26-25")]
)
def test_a_steering_group_is_recommended(rules: RuleSet, rule: str) -> None:
    book = hedmarken()
    assert [found[0] for found in lacking(book.now, rules, "steering_group_missing")] == [rule]

    assert lacking(book.name("steering").now, rules, "steering_group_missing") == []


def test_management_of_each_member_sits_in_the_steering_group() -> None:
    book = hedmarken().name("steering", "municipal_management", municipality=HAMAR)
    assert unrepresented(book.now, DAY) == (LOTEN,)
    assert lacking(book.now, R26, "management_not_in_steering_group") == [("R26-26", "hint")]
    assert [rule for rule, _ in lacking(book.now, B21, "management_not_in_steering_group")] == ["B21-20"]

    book.name("steering", "municipal_management", municipality=LOTEN)

    assert unrepresented(book.now, DAY) == ()
    assert lacking(book.now, R26, "management_not_in_steering_group") == []


def test_without_a_steering_group_nobody_misses_management_in_it() -> None:
    assert lacking(hedmarken().now, R26, "management_not_in_steering_group") == []


@pytest.mark.parametrize("kind", ["knowledge_environment", "bufetat"])
@pytest.mark.parametrize(("rules", "rule"), [(B21, "B21-24"), (R26, "R26-27")])
def test_a_network_works_with_a_knowledge_environment_or_bufetat(
    rules: RuleSet, rule: str, kind: str
) -> None:
    book = hedmarken()
    found = lacking(book.now, rules, "knowledge_environment_or_bufetat_missing")
    assert [found_rule for found_rule, _ in found] == [rule]

    book.do("add_partner", partner_kind=kind, partner_name="Partner", from_day="2026-02-01")

    assert lacking(book.now, rules, "knowledge_environment_or_bufetat_missing") == []


def test_to_have_asked_bufetat_will_do() -> None:
    book = hedmarken()

    book.do("ask_help", partner_kind="bufetat", asked_by="network", asked_on="2026-02-10", about="Hjelp")

    assert lacking(book.now, B21, "knowledge_environment_or_bufetat_missing") == []


@pytest.mark.edge("C5")
def test_innlandet_asks_every_network_for_a_knowledge_environment() -> None:
    book = hedmarken()
    book.do("add_partner", partner_kind="bufetat", partner_name="Bufetat", from_day="2026-02-01")
    assert lacking(book.now, I21, "knowledge_environment_missing") == [("I21-20", "error")]
    assert lacking(book.now, B21, "knowledge_environment_missing") == []

    book.do(
        "add_partner", partner_kind="knowledge_environment", partner_name="Høgskolen", from_day="2026-02-01"
    )

    assert lacking(book.now, I21, "knowledge_environment_missing") == []


def test_other_services_are_flagged_before_2021() -> None:
    book = hedmarken().serve("Helsestasjonen", HAMAR, kind="health")

    assert lacking(book.now, H18, "other_service_takes_part") == [("B21-26", "error")]
    assert lacking(book.now, R26, "other_service_takes_part") == []
