"""The rounds of the demonstration, made like real ones, and the money behind them.

The figures come from calls that county governors published (../shared/data/calls.toml): Innlandet 2020 with pots of
1 150 000 and 2 400 000, Nordland 2019 with 950 000 and 2 100 000, Vestland 2021 with 1 350 000 and 2 900 000 and the
deadline 1 June 23:59; and from Hordaland's frame of 650 000 in 2018.
"""

from datetime import datetime
from typing import Final

from cli.demonstration.language import Allocation, Call, Days, instant
from cli.demonstration.places import address, place
from domain.instants import end_of_minute
from domain.mandates import Frame, SetMandate
from domain.money import kroner
from domain.rounds import OpenRound, RoundCriterion
from domain.ruleset import Strand
from letters.catalogue import Language, text
from storage.rulesets import load_rule_sets

_DAYS_2021: Final = Days(
    assign="2021-06-02",
    assess="2021-06-14",
    recommend="2021-06-16",
    decide="2021-06-18",
    confirm="2021-06-22",
    order="2021-06-24",
    pay="2021-06-28",
)

SPRING: Final = Days(
    assign="2026-04-16",
    assess="2026-05-04",
    recommend="2026-05-18",
    decide="2026-05-20",
    confirm="2026-05-22",
    order="2026-05-27",
    pay="2026-06-01",
)

AUTUMN: Final = Days(
    assign="2026-09-16",
    assess="2026-10-05",
    recommend="2026-10-12",
    decide="2026-10-14",
    confirm="2026-10-16",
    order="2026-10-21",
    pay="2026-10-26",
)


def call(
    key: str,
    office: str,
    strand: Strand,
    rule_set: str,
    title: str,
    *names: str,
    announced: str,
    opens: str,
    last_minute: str,
    days: Days,
) -> Call:
    """Return a round of *office*, announced to the municipalities called *names*, with the criteria of its rule set."""
    rules = load_rule_sets()[rule_set]
    criteria = tuple(
        RoundCriterion(
            key=found.key,
            nb=text(Language.NB, f"criterion-{found.key}"),
            nn=text(Language.NN, f"criterion-{found.key}"),
        )
        for found in rules.of_strand(strand).criteria
    )
    year = rules.grant_year
    body = OpenRound(
        office=office,
        grant_year=year,
        strand=strand,
        rule_set=rule_set,
        title=title,
        form_version=f"{year}-1",
        criteria=criteria,
        opens_at=instant(opens, "08:00"),
        closes_at=end_of_minute(datetime.fromisoformat(last_minute)),
        addresses=tuple(address(place(name, office)) for name in names),
    )
    return Call(key=key, announced=instant(announced), round=body, days=days)


def _spring_2026(key: str, office: str, strand: Strand, title: str, *names: str) -> Call:
    return call(
        key,
        office,
        strand,
        "2026-bufdir",
        title,
        *names,
        announced="2026-02-02",
        opens="2026-02-16",
        last_minute="2026-04-15T23:59",
        days=SPRING,
    )


INNLANDET_2021: Final = call(
    "innlandet-2021",
    "SFIN",
    Strand.LEARNING,
    "2021-innlandet",
    "Utviklingsprosjekter i læringsnettverk 2021",
    "Gjøvik",
    "Elverum",
    announced="2021-02-24",
    opens="2021-03-01",
    last_minute="2021-06-01T23:59",
    days=_DAYS_2021,
)

INNLANDET: Final = _spring_2026(
    "innlandet-2026",
    "SFIN",
    Strand.LEARNING,
    "Kommunale læringsnettverk i Innlandet 2026",
    "Hamar",
    "Lillehammer",
    "Tynset",
    "Kongsvinger",
)

VESTLAND: Final = _spring_2026(
    "vestland-2026-vår",
    "SFVL",
    Strand.LEARNING,
    "Tilskot til kommunale læringsnettverk i Vestland 2026",
    "Sogndal",
    "Voss",
)

NORDLAND: Final = _spring_2026(
    "nordland-2026",
    "SFNO",
    Strand.LEARNING,
    "Læringsnettverk i Nordland 2026",
    "Bodø",
    "Narvik",
    "Rana",
    "Vefsn",
    "Sortland",
)

AGDER: Final = _spring_2026(
    "agder-2026", "SFAG", Strand.LEARNING, "Læringsnettverk i Agder 2026", "Arendal", "Lyngdal", "Flekkefjord"
)

TRONDELAG: Final = _spring_2026(
    "trøndelag-ledere-2026",
    "SFTL",
    Strand.LEADER,
    "Barnevernsledernettverk i Trøndelag 2026",
    "Steinkjer",
    "Orkland",
)

VESTLAND_AUTUMN: Final = call(
    "vestland-2026-haust",
    "SFVL",
    Strand.LEARNING,
    "2026-bufdir",
    "Tilskot til kommunale læringsnettverk i Vestland, haust 2026",
    "Sogndal",
    announced="2026-08-17",
    opens="2026-08-18",
    last_minute="2026-09-15T23:59",
    days=AUTUMN,
)

CALLS: Final = (INNLANDET_2021, INNLANDET, VESTLAND, NORDLAND, AGDER, TRONDELAG, VESTLAND_AUTUMN)


def _allocation(day: str, office: str, year: int, reference: str, *frames: Frame) -> Allocation:
    return Allocation(
        at=instant(day),
        mandate=SetMandate(office=office, grant_year=year, reference=reference, frames=frames),
    )


def _frame(pot: str, kr: int, *, earmarked: bool = False) -> Frame:
    return Frame(pot=pot, amount_ore=kroner(kr), earmarked=earmarked)


ALLOCATIONS: Final = (
    _allocation(
        "2021-02-15",
        "SFIN",
        2021,
        "21/0114",
        _frame("self_initiated", 1_150_000),
        _frame("foster_home", 2_400_000),
    ),
    _allocation("2026-01-19", "SFIN", 2026, "26/0034", _frame("learning", 3_550_000)),
    _allocation("2026-01-19", "SFVL", 2026, "26/0046", _frame("learning", 4_250_000)),
    _allocation("2026-01-19", "SFNO", 2026, "26/0018", _frame("learning", 3_050_000)),
    _allocation("2026-01-19", "SFAG", 2026, "26/0042", _frame("learning", 650_000)),
    _allocation("2026-01-19", "SFTL", 2026, "26/0050", _frame("leader", 500_000, earmarked=True)),
)
