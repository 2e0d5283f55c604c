"""What a draft lacks, in words and at its place: what cannot be read, and what the round's own rules ask for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from activities.names import names
from domain.checks import Finding, formal_findings
from domain.paper import stopping
from domain.ruleset import RuleSet, Severity
from letters import catalogue
from letters.formats import Language
from web.applying.forms import Form
from web.applying.reading import Read
from web.rules import RuleLink, rule_link
from web.words import has, say

#: How the pieces of the pages follow each other, by what their paths begin with.
_ORDER: Final = (
    *(
        "paper.",
        "network.",
        "language",
        "account",
        "contact",
        "project.title",
        "project",
        "activities",
        "risk",
    ),
    *("network_leader", "steering_group", "management", "partner", "member", "service", "initiator"),
    *("people", "person", "arena", "participants", "cost", "applied", "own", "budget", "received", "source"),
)

#: Where a municipality has not answered, both are missing; its anchoring is the harder demand.
_SAID_BY_ANCHORING: Final = "consent_missing"
_ANCHORING: Final = "anchoring_missing"

#: Findings about amounts that are not typed in full: what is typed is said first.
_OF_SUMS: Final = "budget_does_not_add_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One thing that a draft lacks.

    Args:
        step: Key of the step where it is mended.
        place: Path of the field or list there.
        severity: An error stops the sending; a warning and a hint do not.
        reason: What is wrong.
        mend: What mends it.
        link: The rule that asks for it; None where nobody but the form does.
    """

    step: str
    place: str
    severity: Severity
    reason: str
    mend: str
    link: RuleLink | None

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


def lacks(language: Language, form: Form, found: Read, rules: RuleSet) -> list[Lack]:
    """Return all that the draft lacks, in the order of the form, errors first in each step."""
    every = [*_unread(language, form, found), *_found(language, form, found, rules)]
    order = {step.key: number for number, step in enumerate(form.steps)}
    return sorted(
        every, key=lambda one: (order[one.step], list(Severity).index(one.severity), _place(one.place))
    )


def _place(place: str) -> int:
    """Return where on its page *place* stands."""
    return next((number for number, begins in enumerate(_ORDER) if place.startswith(begins)), len(_ORDER))


def of_step(every: Sequence[Lack], step: str, *, errors: bool = False) -> list[Lack]:
    """Return what is mended in *step*, or only what stops the sending."""
    return [one for one in every if one.step == step and (one.is_error or not errors)]


def by_place(every: Sequence[Lack]) -> Mapping[str, list[Lack]]:
    """Return what is lacking by its place."""
    found: dict[str, list[Lack]] = {}
    for one in every:
        found.setdefault(one.place, []).append(one)
    return found


def _unread(language: Language, form: Form, found: Read) -> Iterator[Lack]:
    for path, code in found.problems.items():
        step = next((one for one in form.steps if one.takes(path) or path in one.parts), None)
        if step is not None:
            label = say(language, label_of(path))
            yield Lack(
                step=step.key,
                place=path,
                severity=Severity.ERROR,
                reason=say(
                    language, "lack-missing" if code == "missing" else "lack-unread", {"label": label}
                ),
                mend=say(language, f"field-error-{code}"),
                link=None,
            )


def _found(language: Language, form: Form, found: Read, rules: RuleSet) -> Iterator[Lack]:
    every = formal_findings(found.application, rules)
    stops = stopping(every, by_hand=form.on_paper)
    unanchored = {one.params["municipality"] for one in every if one.code == _ANCHORING}
    for one in every:
        unsummed = one.code == _OF_SUMS and _has_open_sums(found)
        said = one.code == _SAID_BY_ANCHORING and one.params["municipality"] in unanchored
        if not unsummed and not said:
            yield _in_words(language, form, found, one, stops=one in stops)


def _has_open_sums(found: Read) -> bool:
    return any(path == "applied" or path.endswith(".amount") for path in found.problems)


def _in_words(language: Language, form: Form, found: Read, one: Finding, *, stops: bool) -> Lack:
    key = f"lack-{one.code}"
    if one.code == _OF_SUMS:
        key = "lack-funding-low" if found.sums["funding"] < found.sums["costs"] else "lack-funding-high"
    words = catalogue.finding(language, one, names(language))
    # Those words are to a municipality that can mend it; what a paper lacks is only told.
    known = has(language, key) and not form.on_paper
    return Lack(
        step=form.step_about(one.field).key,
        place=found.place(one.field),
        severity=Severity.WARNING if one.severity is Severity.ERROR and not stops else one.severity,
        reason=say(language, key, one.params) if known else words.reason,
        mend=say(language, f"{key}.mend", one.params) if known else words.mend,
        link=rule_link(language, one.rule),
    )


def label_of(path: str) -> str:
    """Return the key of what a field is called: ``apply-cost-amount`` for ``cost.3.amount``."""
    parts = [part for part in path.split(".") if not part.isdecimal()]
    return "apply-" + "-".join(parts)
