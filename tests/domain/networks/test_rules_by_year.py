"""By which rule the register of networks is kept, year by year: who may not keep it is told that rule."""

from datetime import date
from typing import Any, Final

import pytest

from tests.domain.lives import ATTESTOR, refused
from tests.domain.networks.registers import HAMAR, LOTEN, PROJECT_ID, Book

#: What is asked, and the rule that speaks in 2018, 2021, 2023 and 2026.
BY_YEAR: Final[list[tuple[str, dict[str, Any], tuple[str, str, str, str]]]] = [
    ("rename_network", {"network_name": "Nytt navn"}, ("H18-10", "H18-10", "H18-10", "H18-10")),
    ("join_network", {"municipality": LOTEN}, ("B21-14", "B21-14", "B21-14", "R26-09")),
    (
        "add_service",
        {"service": "Barnevern", "service_kind": "barnevern", "municipalities": [HAMAR]},
        ("W23-04", "B21-26", "W23-09", "R26-11"),
    ),
    (
        "add_service",
        {"service": "Skole", "service_kind": "school", "municipalities": [HAMAR], "project_id": PROJECT_ID},
        ("B21-28", "B21-28", "W23-06", "R26-11"),
    ),
    (
        "name_person",
        {"function": "leader", "person": "Kari", "role": "other"},
        ("H18-08", "B21-19", "B21-19", "R26-24"),
    ),
    (
        "name_person",
        {"function": "steering", "person": "Kari", "role": "municipal_management", "municipality": HAMAR},
        ("H18-08", "B21-20", "B21-20", "R26-26"),
    ),
    (
        "name_person",
        {"function": "representative", "person": "Kari", "role": "other", "municipality": HAMAR},
        ("H18-04", "B21-17", "B21-17", "B21-17"),
    ),
    (
        "add_partner",
        {"partner_kind": "ks", "partner_name": "KS"},
        ("H18-07", "B21-24", "W23-12", "R26-27"),
    ),
    (
        "ask_help",
        {"partner_kind": "knowledge_environment", "asked_by": "network", "about": "Hvem kan hjelpe?"},
        ("H18-12", "B21-49", "B21-49", "R26-65"),
    ),
    (
        "ask_help",
        {"partner_kind": "bufetat", "asked_by": "network", "about": "Hvem kan hjelpe?"},
        ("B21-38", "B21-38", "B21-38", "R26-29"),
    ),
    (
        "log_follow_up",
        {"entry": "contact", "text": "Ringt"},
        ("H18-11", "B21-44", "B21-44", "R26-62"),
    ),
]
CASES: Final = [
    (year, kind, body, rule)
    for kind, body, rules in BY_YEAR
    for year, rule in zip((2018, 2021, 2023, 2026), rules, strict=True)
]

_DAY: Final = {"log_follow_up": "held_on", "ask_help": "asked_on"}


@pytest.mark.parametrize(("year", "kind", "body", "rule"), CASES)
def test_who_may_not_keep_the_register_is_told_the_rule_of_the_year(
    year: int, kind: str, body: dict[str, Any], rule: str
) -> None:
    book = Book(today=date(year, 6, 1)).register(from_day=f"{year}-01-15")
    day = {} if kind == "rename_network" else {_DAY.get(kind, "from_day"): f"{year}-05-01"}

    with refused("role_not_allowed", rule):
        book.do(kind, ATTESTOR, **body | day)
