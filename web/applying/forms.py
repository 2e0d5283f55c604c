"""Which steps an application has, and which fields each of them takes: the whole form, or the simple one (R26-44)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from domain.ruleset import Check, RuleSet, Severity, Strand, StrandRules

#: Lists of rows, and what each row has. A row's path is ``cost.3.amount``.
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "service": ("name", "kind", "municipalities"),
    "partner": ("kind", "name"),
    "person": ("municipality", "role", "name"),
    "cost": ("kind", "note", "amount"),
    "own": ("municipality", "note", "amount"),
    "source": ("name", "amount"),
    # Where a member is written to; the row is its municipality number.
    "mail": ("address",),
    # What a paper says of a member's consent and anchoring; the row is its municipality number.
    "said": ("day", "by", "role"),
}

#: Fields where several can be ticked; their value is the ticked codes with a space between.
SEVERAL: Final = frozenset({"activities", "municipalities"})

_ROW: Final = re.compile(r"([a-z]+)\.([1-9][0-9]{0,4})\.([a-z]+)")

#: That a step was saved: only then is it said what it lacks.
VISITED: Final = "visited."


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One page of the form.

    Args:
        key: In its address, and in the words ``step-…``.
        parts: Names of its pieces, each a template.
        fields: Paths of its single fields, in their order.
        groups: Names of its lists.
        about: The application's own fields that it makes; what is found in them is said here.
    """

    key: str
    parts: tuple[str, ...]
    fields: tuple[str, ...] = ()
    groups: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()

    def takes(self, path: str) -> bool:
        """Say whether *path* is a field of this step."""
        if path in self.fields:
            return True
        row = _ROW.fullmatch(path)
        return row is not None and row[1] in self.groups and row[3] in GROUPS[row[1]]


def _step(key: str, *parts: str, fields: str = "", groups: str = "", about: str = "") -> Step:
    return Step(
        key=key,
        parts=parts,
        fields=tuple(fields.split()),
        groups=frozenset(groups.split()),
        about=frozenset(about.split()),
    )


_APPLICANT: Final = _step(
    "applicant",
    "applicant",
    "contact",
    fields="network.name language account contact.name contact.email contact.phone",
    about="network language account contact host form_version",
)
_FILES: Final = _step("files", "files")
_CHECK: Final = _step("check")
_PROJECT: Final = (
    "project.title project.description project.continues project.first_year project.last_year project_type"
)

_WHOLE: Final = (
    _APPLICANT,
    _step(
        "plan",
        "project",
        "plan",
        "lead",
        "partners",
        fields=f"{_PROJECT} project.plan project.template activities risk.day risk.summary"
        " project.increase network_leader steering_group management_in_steering_group",
        groups="partner",
        about="project project_type activities local_risk_assessment network_leader steering_group"
        " management_in_steering_group partners",
    ),
    _step(
        "network",
        "members",
        "services",
        "people",
        "budget",
        fields="initiator applied",
        groups="service person cost own mail",
        about="members services initiator budget applied_kr own_funding own_funding_kr",
    ),
    _step("support", "support", fields="received", groups="source", about="other_support"),
    _FILES,
    _CHECK,
)

_SIMPLE: Final = (
    _APPLICANT,
    _step(
        "leaders",
        "members",
        "people",
        "arena",
        fields=f"{_PROJECT} arena participants activities",
        groups="person mail",
        about="members services project arena participants activities",
    ),
    _step(
        "amount",
        "budget",
        "support",
        fields="applied received",
        groups="cost own source",
        about="budget applied_kr own_funding own_funding_kr other_support",
    ),
    _FILES,
    _CHECK,
)


def _on_paper(step: Step) -> Step:
    """Return *step* as an office fills it in: what stands on the paper, and when that came."""
    if step is _APPLICANT:
        return replace(
            step, parts=("received", *step.parts), fields=("paper.day", "paper.time", *step.fields)
        )
    if "mail" in step.groups:
        return replace(step, groups=step.groups - {"mail"} | {"said"})
    return step


#: Checks by which a piece of the form is there: where no rule asks for it, nobody is.
_ASKED_BY: Final[Mapping[str, frozenset[Check]]] = {
    "people": frozenset({Check.TWO_REPRESENTATIVES, Check.MANAGEMENT_REPRESENTATIVE, Check.LEADERS_ONLY}),
    "risk": frozenset({Check.LOCAL_RISK_ASSESSMENT}),
    "template": frozenset({Check.PROJECT_TEMPLATE}),
    "increase": frozenset({Check.FOSTER_INCREASE}),
    "initiator": frozenset({Check.BARNEVERN_INITIATES}),
    "confirmation": frozenset({Check.CONSENT, Check.ANCHORING}),
    "participants": frozenset({Check.LIMITED_PARTICIPANTS}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The form of one round; *on_paper* where an office registers what a paper says."""

    strand: Strand
    steps: tuple[Step, ...]
    rules: StrandRules
    on_paper: bool

    def step(self, key: str) -> Step | None:
        """Return the step with this key."""
        return next((one for one in self.steps if one.key == key), None)

    def number(self, step: Step) -> int:
        """Return the number of *step*, from 1."""
        return self.steps.index(step) + 1

    def beside(self, step: Step, by: int) -> Step | None:
        """Return the step *by* places after *step*."""
        place = self.steps.index(step) + by
        return self.steps[place] if 0 <= place < len(self.steps) else None

    def asks(self, what: str) -> bool:
        """Say whether the rules ask for *what*, a piece of the form."""
        return any(is_asked(self.rules, check) for check in _ASKED_BY[what])

    def step_about(self, application_field: str) -> Step:
        """Return the step that makes a field of the application, such as ``members[2].anchoring``."""
        top = re.split(r"[.\[]", application_field, maxsplit=1)[0]
        return next((one for one in self.steps if top in one.about), self.steps[-1])


def is_asked(rules: StrandRules, check: Check) -> bool:
    """Say whether *check* speaks at all."""
    return rules.asked(check).value not in {None, Severity.OFF}


def form_of(strand: Strand, rules: RuleSet, *, on_paper: bool = False) -> Form:
    """Return the form for a round of *strand*."""
    of_strand = rules.of_strand(strand)
    simple = strand is Strand.LEADER and bool(of_strand.simple_form.value)
    steps: tuple[Step, ...] = _SIMPLE if simple else _WHOLE
    if on_paper:
        steps = tuple(_on_paper(step) for step in steps)
    return Form(strand=strand, steps=steps, rules=of_strand, on_paper=on_paper)


def mail_path(municipality: str) -> str:
    """Return the field that holds where a member is written to."""
    return f"mail.{int(municipality)}.address"


def said_path(municipality: str, part: str) -> str:
    """Return the field that holds what a paper says of a member: its *part* ``day``, ``by`` or ``role``."""
    return f"said.{int(municipality)}.{part}"


def rows_of(paths: Iterable[str], group: str) -> list[int]:
    """Return the numbers of the rows of *group* among *paths*, in the order they were added."""
    found = (_ROW.fullmatch(path) for path in paths)
    return sorted({int(row[2]) for row in found if row is not None and row[1] == group})
