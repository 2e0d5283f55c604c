"""Projects that may be one and the same: a network may have several (B21-04), so this warns and never blocks (E21)."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """What two projects are compared by."""

    project_id: str
    network_id: str
    title: str
    hosts: tuple[str, ...]
    case_nos: tuple[str, ...]


def twins(projects: Iterable[Twin]) -> dict[str, list[str]]:
    """Return, for each project that has the title and a host of another of its network, the cases of that other."""
    every = list(projects)
    found: dict[str, list[str]] = {}
    for one in every:
        alike = [other for other in every if other is not one and _alike(one, other)]
        if alike:
            found[one.project_id] = sorted(number for other in alike for number in other.case_nos)
    return found


def _alike(one: Twin, other: Twin) -> bool:
    same_title = " ".join(one.title.split()).casefold() == " ".join(other.title.split()).casefold()
    return same_title and one.network_id == other.network_id and bool(set(one.hosts) & set(other.hosts))
