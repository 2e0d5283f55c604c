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
class NetworksCounted:
    """How many networks have a grant of the year: those with none before, and those with an earlier one."""

    rule: str
    new: int
    continued: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOver:
    """A grant of the year before that is used this year; ``unspent_ore`` is what is known to be left, if anything is."""

    rule: str
    case_no: str
    network: str
    granted_ore: int
    unspent_ore: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PotReach:
    """How far the money of one pot reached."""

    rule: str
    granted_ore: int
    networks: int
    municipalities: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """In how many municipalities an activity is worked on."""

    rule: str
    activity: str
    municipalities: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The numbers of one office and year, each with the rule that asks for it.

    Args:
        year: The grant year.
        networks: How many there are; None where nothing was granted (I21-13).
        carried_over: Grants of the year before that run on (I21-14).
        pots: How far the money reached, by pot (B21-41).
        topics: Where each activity is worked on (B21-47).
    """

    year: int
    networks: NetworksCounted | None
    carried_over: tuple[CarriedOver, ...]
    pots: Mapping[str, PotReach]
    topics: tuple[Topic, ...]

    @property
    def new(self) -> int:
        """Networks with a grant of this year and none before."""
        return self.networks.new if self.networks else 0

    @property
    def continued(self) -> int:
        """Networks with a grant of this year and of an earlier one."""
        return self.networks.continued if self.networks else 0


def overview(grants: Iterable[GrantOfNetwork], year: int) -> Overview:
    """Return the numbers of *year* from every grant of an office up to it."""
    every = [one for one in grants if one.granted_ore > 0]
    now = [one for one in every if one.grant_year == year]
    return Overview(
        year=year,
        networks=_networks(now, every, year),
        carried_over=_carried_over(every, year),
        pots=_reach(now),
        topics=_topics(now),
    )


def _networks(now: list[GrantOfNetwork], every: list[GrantOfNetwork], year: int) -> NetworksCounted | None:
    before = {one.network for one in every if one.grant_year < year}
    mine = {one.network for one in now}
    if not mine:
        return None
    return NetworksCounted(rule="I21-13", new=len(mine - before), continued=len(mine & before))


def _carried_over(every: list[GrantOfNetwork], year: int) -> tuple[CarriedOver, ...]:
    return tuple(
        CarriedOver(
            rule="I21-14",
            case_no=one.case_no,
            network=one.network,
            granted_ore=one.granted_ore,
            unspent_ore=one.unspent_ore,
        )
        for one in every
        if one.grant_year == year - 1 and one.carried_over
    )


def _reach(grants: list[GrantOfNetwork]) -> dict[str, PotReach]:
    of_pot: dict[str, list[GrantOfNetwork]] = {}
    for one in grants:
        of_pot.setdefault(one.pot, []).append(one)
    return {
        pot: PotReach(
            rule="B21-41",
            granted_ore=sum(one.granted_ore for one in of_pot[pot]),
            networks=len({one.network for one in of_pot[pot]}),
            municipalities=len({number for one in of_pot[pot] for number in one.municipalities}),
        )
        for pot in sorted(of_pot)
    }


def _topics(grants: list[GrantOfNetwork]) -> tuple[Topic, ...]:
    pairs = {
        (activity, number) for one in grants for activity in one.activities for number in one.municipalities
    }
    found = Counter(activity for activity, _ in pairs)
    return tuple(
        Topic(rule="B21-47", activity=activity, municipalities=found[activity]) for activity in sorted(found)
    )
