"""The rounds of the demonstration, made like real ones, and the money behind them.

The figures come from calls that county governors published (../shared/data/calls.toml): Innlandet 2020 with pots of
1 150 000 and 2 400 000, Nordland 2019 with 950 000 and 2 100 000, Vestland 2021 with 1 350 000 and 2 900 000 and the
deadline 1 June 23:59; and from Hordaland's frame of 650 000 in 2018. Where the rules of a year leave open until when the
money is used, the round says it, as an office's own letter did.
"""

from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from cli.demonstration.language import Allocation, Call, Days, instant
from cli.demonstration.places import address, place
from domain.appeals import AppealRegime
from domain.instants import end_of_minute
from domain.mandates import Frame, SetMandate
from domain.money import kroner
from domain.rounds import OpenRound, RoundCriterion
from domain.rulebook.opening import rules_for_round
from domain.rulebook.tightening import RoundOverride, Setting
from domain.ruleset import RuleSet, Strand
from letters.catalogue import Language, text
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets

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

#: What an office asks of an application where the guidelines of its year name no criteria (H18-06, W23-19).
_OWN_CRITERIA: Final = ("purpose", "good_for_all_members")

_REASON: Final = "Står i embetets eget tilskuddsbrev for året."
_LETTER: Final = RoundOverride(
    document="Tilskuddsbrevet for året",
    settings=(
        Setting(key="use.deadline_years_after", value=1, reason=_REASON),
        Setting(key="unspent_repaid", value=True, reason=_REASON),
    ),
)


def spring_of(year: int) -> Days:
    """Return the routine of spring 2026 in another year."""
    return Days(**{day.name: f"{year}{getattr(SPRING, day.name)[4:]}" for day in fields(Days)})


def rules_of(call: Call) -> RuleSet:
    """Return the rules that the round of *call* is pinned to."""
    body = call.round
    return rules_for_round(
        body.rule_set, body.grant_year, load_rule_sets(), load_incomplete_rule_sets(), body.override
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
    override: RoundOverride | None = None,
    appeal_regime: AppealRegime = AppealRegime.REQUEST_FOR_REVERSAL,
) -> Call:
    """Return a round of *office*, announced to the municipalities called *names*, with the criteria of its rule set."""
    rules = {**load_rule_sets(), **load_incomplete_rule_sets()}[rule_set]
    keys = [found.key for found in rules.of_strand(strand).criteria] or _OWN_CRITERIA
    criteria = tuple(
        RoundCriterion(
            key=key, nb=text(Language.NB, f"criterion-{key}"), nn=text(Language.NN, f"criterion-{key}")
        )
        for key in keys
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
        override=override,
        appeal_regime=appeal_regime,
    )
    return Call(key=key, announced=instant(announced), round=body, days=days)


def _spring(
    rule_set: str,
    key: str,
    office: str,
    title: str,
    *names: str,
    strand: Strand = Strand.LEARNING,
    **more: Any,
) -> Call:
    """Return a round of the spring: of the year that the key of its rule set begins with."""
    year = int(rule_set[:4])
    return call(
        key,
        office,
        strand,
        rule_set,
        title,
        *names,
        announced=f"{year}-02-02",
        opens=f"{year}-02-16",
        last_minute=f"{year}-04-15T23:59",
        days=spring_of(year),
        **more,
    )


HORDALAND_2018: Final = _spring(
    "2018-hordaland",
    "hordaland-2018",
    "SFVL",
    "Læringsnettverk for barneverntenesta, Hordaland 2018",
    "Voss",
    override=_LETTER,
)

ROGALAND_2021: Final = _spring(
    "2021-bufdir",
    "rogaland-2021",
    "SFRO",
    "Kommunale læringsnettverk i Rogaland 2021",
    "Sandnes",
    override=_LETTER,
)

TROMS_OG_FINNMARK_2022: Final = _spring(
    "2022-incomplete",
    "troms-og-finnmark-2022",
    "SFTF",
    "Kommunale læringsnettverk i Troms og Finnmark 2022",
    "Tromsø",
    override=_LETTER,
)

MORE_2023: Final = _spring(
    "2023-bufdir",
    "møre-2023",
    "SFMR",
    "Kommunale læringsnettverk i Møre og Romsdal 2023",
    "Molde",
    override=_LETTER,
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

INNLANDET: Final = _spring(
    "2026-bufdir",
    "innlandet-2026",
    "SFIN",
    "Kommunale læringsnettverk i Innlandet 2026",
    "Hamar",
    "Lillehammer",
    "Tynset",
    "Kongsvinger",
)

VESTLAND: Final = _spring(
    "2026-bufdir",
    "vestland-2026-vår",
    "SFVL",
    "Tilskot til kommunale læringsnettverk i Vestland 2026",
    "Sogndal",
    "Voss",
)

NORDLAND: Final = _spring(
    "2026-bufdir",
    "nordland-2026",
    "SFNO",
    "Læringsnettverk i Nordland 2026",
    "Bodø",
    "Narvik",
    "Rana",
    "Vefsn",
    "Sortland",
)

AGDER: Final = _spring(
    "2026-bufdir", "agder-2026", "SFAG", "Læringsnettverk i Agder 2026", "Arendal", "Lyngdal", "Flekkefjord"
)

TRONDELAG: Final = _spring(
    "2026-bufdir",
    "trøndelag-ledere-2026",
    "SFTL",
    "Barnevernsledernettverk i Trøndelag 2026",
    "Steinkjer",
    "Orkland",
    strand=Strand.LEADER,
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

ROGALAND: Final = _spring(
    "2026-bufdir",
    "rogaland-2026",
    "SFRO",
    "Læringsnettverk i Rogaland 2026",
    "Stavanger",
    "Karmøy",
    "Eigersund",
    "Hå",
)

#: Here the leader has found that grants are individual decisions: there is a formal right of appeal (L-24).
VESTFOLD_OG_TELEMARK: Final = _spring(
    "2026-bufdir",
    "vestfold-telemark-2026",
    "SFVT",
    "Læringsnettverk i Vestfold og Telemark 2026",
    "Skien",
    "Larvik",
    "Notodden",
    appeal_regime=AppealRegime.INDIVIDUAL_DECISION,
)

CALLS: Final = (
    HORDALAND_2018,
    ROGALAND_2021,
    INNLANDET_2021,
    TROMS_OG_FINNMARK_2022,
    MORE_2023,
    INNLANDET,
    VESTLAND,
    NORDLAND,
    AGDER,
    TRONDELAG,
    ROGALAND,
    VESTFOLD_OG_TELEMARK,
    VESTLAND_AUTUMN,
)


def _allocation(day: str, office: str, year: int, reference: str, *frames: Frame) -> Allocation:
    return Allocation(
        at=instant(day),
        mandate=SetMandate(office=office, grant_year=year, reference=reference, frames=frames),
    )


def _frame(pot: str, kr: int, *, earmarked: bool = False) -> Frame:
    return Frame(pot=pot, amount_ore=kroner(kr), earmarked=earmarked)


_TWO_POTS: Final = (_frame("self_initiated", 950_000), _frame("foster_home", 2_100_000))

ALLOCATIONS: Final = (
    _allocation("2018-01-22", "SFVL", 2018, "18/0046", _frame("learning", 650_000)),
    _allocation("2021-01-18", "SFRO", 2021, "21/0111", *_TWO_POTS),
    _allocation(
        "2021-02-15",
        "SFIN",
        2021,
        "21/0114",
        _frame("self_initiated", 1_150_000),
        _frame("foster_home", 2_400_000),
    ),
    # After the applications were assessed: a round may open without its money, a decision waits for it (I21-03, C13).
    _allocation("2022-05-21", "SFTF", 2022, "22/0055", *_TWO_POTS),
    _allocation("2023-01-16", "SFMR", 2023, "23/0115", *_TWO_POTS),
    _allocation("2026-01-19", "SFIN", 2026, "26/0034", _frame("learning", 3_550_000)),
    _allocation("2026-01-19", "SFVL", 2026, "26/0046", _frame("learning", 4_250_000)),
    _allocation("2026-01-19", "SFNO", 2026, "26/0018", _frame("learning", 3_050_000)),
    _allocation("2026-01-19", "SFAG", 2026, "26/0042", _frame("learning", 650_000)),
    _allocation("2026-01-19", "SFRO", 2026, "26/0011", _frame("learning", 2_900_000)),
    _allocation("2026-01-19", "SFVT", 2026, "26/0039", _frame("learning", 1_350_000)),
    _allocation("2026-01-19", "SFTL", 2026, "26/0050", _frame("leader", 500_000, earmarked=True)),
)
