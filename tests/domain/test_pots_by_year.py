"""Which pot a project's money comes from, year by year, and which pots the office may not touch by itself."""

from typing import Final

import pytest

from domain.money import kroner
from domain.ruleset import Pot, ProjectType, Strand
from domain.transfers import HeldFrame, TransferMoney, transfer_money
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets
from tests.domain.lives import LEADER, Office, at, refused

RULES: Final = {**load_rule_sets(), **load_incomplete_rule_sets()}
TWO: Final = ("2021-bufdir", "2021-innlandet", "2023-bufdir", "2019-incomplete", "2020-incomplete")

#: By which rule those years have two pots.
SAYS_SO: Final = {
    "2019-incomplete": "W23-08",
    "2020-incomplete": "W23-08",
    "2021-bufdir": "B21-13",
    "2021-innlandet": "B21-13",
    "2023-bufdir": "W23-14",
}

#: Every pot with its own rule, and whether its money is the office's to dispose of.
POTS: Final = [
    ("2018-hordaland", "learning", "H18-09", True),
    *((year, pot, rule, True) for year, rule in SAYS_SO.items() for pot in ("self_initiated", "foster_home")),
    ("2026-bufdir", "learning", "R26-05", True),
    ("2026-bufdir", "leader", "R26-06", False),
]


@pytest.mark.parametrize("year", TWO)
@pytest.mark.parametrize("kind", ProjectType)
def test_where_there_are_two_pots_the_project_s_type_finds_its_own(year: str, kind: ProjectType) -> None:
    assert RULES[year].pot_for(Strand.LEARNING, kind).key == kind.value


@pytest.mark.parametrize("year", TWO)
def test_where_there_are_two_pots_a_project_without_a_type_has_none(year: str) -> None:
    with refused("no_pot", SAYS_SO[year], project_type=None):
        RULES[year].pot_for(Strand.LEARNING, None)


@pytest.mark.parametrize("year", ["2018-hordaland", "2026-bufdir"])
@pytest.mark.parametrize("kind", [None, *ProjectType])
def test_where_there_is_one_pot_every_learning_project_is_paid_from_it(
    year: str, kind: ProjectType | None
) -> None:
    assert RULES[year].pot_for(Strand.LEARNING, kind).key == "learning"


def test_every_pot_of_every_year_stands_here() -> None:
    known = {(year, pot.key) for year, rules in RULES.items() for pot in rules.pots}

    assert {(year, pot) for year, pot, _, _ in POTS} == {
        (year, pot)
        for year, pot in known
        if year not in {"2022-incomplete", "2024-incomplete", "2025-incomplete"}
    }


@pytest.mark.parametrize(("year", "pot", "rule", "free"), POTS)
def test_a_frame_is_held_by_the_rule_of_its_pot(year: str, pot: str, rule: str, *, free: bool) -> None:
    strand = Strand.LEARNING if free else Strand.LEADER
    kind = {"project_type": pot} if pot in set(ProjectType) else {}
    then = at(f"{RULES[year].grant_year}-04-01T12:00")
    office = Office(rules=RULES[year], strand=strand, now=then, frames_kr={pot: 99_999})
    life = office.submit(**kind).recommended(100_000).declared(LEADER)

    with refused("frame_exceeded", rule, over_ore=kroner(1)):
        life.do(LEADER, "grant")


def moved(pot: Pot, other: str = "further") -> str:
    """Return the rule by which a leader moves money out of *pot* without anybody's document."""
    asked = TransferMoney.model_validate(
        {
            "office": "SFIN",
            "grant_year": 2026,
            "from_pot": pot.key,
            "to_pot": other,
            "amount_ore": kroner(100),
            "reason": "Mange søknader",
        }
    )
    held = HeldFrame(amount_ore=kroner(1000), committed_ore=0, earmarked=False)
    return transfer_money(asked, LEADER, {pot.key: held, other: held}, {pot.key: pot}).rule


@pytest.mark.parametrize(("year", "pot", "rule", "free"), POTS)
def test_free_money_moves_by_the_office_and_earmarked_money_by_the_pot_s_own_rule(
    year: str, pot: str, rule: str, *, free: bool
) -> None:
    of_year = next(one for one in RULES[year].pots if one.key == pot)

    if free:
        assert moved(of_year) == "R26-05"
    else:
        with refused("directorates_document_missing", rule):
            moved(of_year)


def test_the_earmark_of_a_later_year_bears_that_year_s_rule() -> None:
    earmarked = next(pot for pot in RULES["2026-bufdir"].pots if pot.earmarked)

    with refused("directorates_document_missing", "R27-06"):
        moved(earmarked.model_copy(update={"rule": "R27-06"}))
