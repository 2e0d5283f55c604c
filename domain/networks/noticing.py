"""What is worth noticing about a network's applications of one year, and the rule that says whether it may be so.

Nothing here blocks: several projects, both kinds of project, and grants from both pots are allowed, and the caseworker sees
by which rule; two applications for one project are one too many.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.lifecycle import Stage
from domain.officework.duties import Matter, OfficeDuties
from domain.refusal import Param


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedFor:
    """One application of a network's year: its project, the pot it asks, and whether that gave a grant."""

    project_id: str
    case_no: str
    pot: str
    stage: Stage
    granted_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something noticed: the rule behind it, the words' code (``network_notice-<code>``) and what they show."""

    rule: str
    code: str
    params: Mapping[str, Param]


#: Every code a notice can have.
NOTICE_CODES: Final = ("several_projects", "project_applied_twice", "both_kinds_sought", "both_pots_granted")

#: What asks for nothing any more.
_GONE: Final = frozenset({Stage.DISMISSED, Stage.WITHDRAWN, Stage.REJECTED, Stage.ANNULLED})


def notices(applied: Iterable[AppliedFor], duties: OfficeDuties, year: int) -> tuple[Notice, ...]:
    """Return what is worth noticing about the applications of one network and *year*."""
    live = [one for one in applied if one.stage not in _GONE]
    found: tuple[Callable[[Sequence[AppliedFor]], Iterator[Notice]], ...]
    found = (_one_project_twice, _both_kinds, _both_pots)
    several = _several_projects(live, duties.rule(Matter.PROJECTS, year))
    return (*several, *(notice for look in found for notice in look(live)))


def _several_projects(live: Sequence[AppliedFor], rule: str) -> Iterator[Notice]:
    projects = {one.project_id for one in live}
    if len(projects) > 1:
        yield Notice(rule=rule, code="several_projects", params={"projects": len(projects)})


def _one_project_twice(live: Sequence[AppliedFor]) -> Iterator[Notice]:
    """The unit of an application is one project, and of a project's year one application (B21-34)."""
    for project in dict.fromkeys(one.project_id for one in live):
        cases = [one.case_no for one in live if one.project_id == project]
        if len(cases) > 1:
            yield Notice(rule="B21-34", code="project_applied_twice", params={"cases": cases})


def _both_kinds(live: Sequence[AppliedFor]) -> Iterator[Notice]:
    pots = sorted({one.pot for one in live})
    if len(pots) > 1:
        yield Notice(rule="B21-25", code="both_kinds_sought", params={"pots": pots})


def _both_pots(live: Sequence[AppliedFor]) -> Iterator[Notice]:
    pots = sorted({one.pot for one in live if one.granted_ore > 0})
    if len(pots) > 1:
        yield Notice(rule="B21-35", code="both_pots_granted", params={"pots": pots})
