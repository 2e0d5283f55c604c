"""An office's networks of a year in numbers: new and continued, on money carried over, how far the money reached.

For the office's own overview and its report to the directorate (I21-13, I21-14, B21-41, B21-47); no person is in it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantOfNetwork:
    """One grant to a network's project. Money in øre; an old case has neither municipalities nor activities always.

    Args:
        network: Its id, or its name where only that is known.
        case_no: Number of the case.
        grant_year: The year of the money.
        pot: The pot it was taken from.
        granted_ore: What was granted.
        municipalities: Numbers of the municipalities that take part.
        activities: What the money was asked for.
        carried_over: Some of it was carried over into the year after.
        unspent_ore: What the municipality said is unspent; None where it has not.
    """

    network: str
    case_no: str
    grant_year: int
    pot: str
    granted_ore: int
    municipalities: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    carried_over: bool = False
    unspent_ore: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOver:
    """A grant of the year before that is used this year; ``unspent_ore`` is what is known to be left, if anything is."""

    case_no: str
    network: str
    granted_ore: int
    unspent_ore: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PotReach:
    """How far the money of one pot reached."""

    granted_ore: int
    networks: int
    municipalities: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The numbers of one office and year.

    Args:
        year: The grant year.
        new: Networks with a grant of this year and none before.
        continued: Networks with a grant of this year and of an earlier one.
        carried_over: Grants of the year before that run on (I21-14).
        pots: How far the money reached, by pot (B21-41).
        topics: In how many municipalities each activity is worked on (B21-47).
    """

    year: int
    new: int
    continued: int
    carried_over: tuple[CarriedOver, ...]
    pots: Mapping[str, PotReach]
    topics: Mapping[str, int]


def overview(grants: Iterable[GrantOfNetwork], year: int) -> Overview:
    """Return the numbers of *year* from every grant of an office up to it."""
    every = [one for one in grants if one.granted_ore > 0]
    now = [one for one in every if one.grant_year == year]
    before = {one.network for one in every if one.grant_year < year}
    mine = {one.network for one in now}
    return Overview(
        year=year,
        new=len(mine - before),
        continued=len(mine & before),
        carried_over=tuple(
            CarriedOver(
                case_no=one.case_no,
                network=one.network,
                granted_ore=one.granted_ore,
                unspent_ore=one.unspent_ore,
            )
            for one in every
            if one.grant_year == year - 1 and one.carried_over
        ),
        pots={
            pot: _reach([one for one in now if one.pot == pot]) for pot in sorted({one.pot for one in now})
        },
        topics=_topics(now),
    )


def _reach(grants: list[GrantOfNetwork]) -> PotReach:
    return PotReach(
        granted_ore=sum(one.granted_ore for one in grants),
        networks=len({one.network for one in grants}),
        municipalities=len({number for one in grants for number in one.municipalities}),
    )


def _topics(grants: list[GrantOfNetwork]) -> dict[str, int]:
    pairs = {
        (activity, number) for one in grants for activity in one.activities for number in one.municipalities
    }
    return dict(sorted(Counter(activity for activity, _ in pairs).items()))
