"""An application as it was sent, whole, for whoever is to judge it: every answer, who takes part, and the budget with its sums."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from letters.formats import Language
from web.applying.answered import Sent, fields_of, own_funding
from web.applying.changed import CODED, SILENT, said
from web.applying.lacking import label_of
from web.formats import municipality_name
from web.words import say

#: What stands elsewhere on the page, or is a table of its own.
_ELSEWHERE: Final = SILENT | {
    *("network.name", "applied", "account", "received"),
    *("contact.name", "contact.email", "contact.phone"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One field: what it is called and what stands in it; ``typed`` in the applicant's own words."""

    label: str
    said: str
    typed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the budget."""

    label: str
    note: str
    amount_kr: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Costs and what pays for them, in whole kroner."""

    costs: Sequence[Line]
    funding: Sequence[Line]

    @property
    def costs_kr(self) -> int:
        return sum(one.amount_kr for one in self.costs)

    @property
    def funding_kr(self) -> int:
        return sum(one.amount_kr for one in self.funding)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """All of an application; ``services``, ``partners`` and ``people`` are lines, each with what kind it is."""

    answers: Sequence[Answer]
    members: Sequence[Any]
    services: Sequence[tuple[str, str]]
    partners: Sequence[tuple[str, str]]
    people: Sequence[tuple[str, str]]
    budget: Budget


def whole(language: Language, sent: Sent) -> Whole:
    """Return *sent* in words."""

    def kind(path: str, code: str) -> str:
        return said(language, path, code)

    return Whole(
        answers=[
            *_answers(language, fields_of(sent)),
            Answer(label=say(language, "apply-part-contact"), said=_contact(sent), typed=True),
        ],
        members=sent["members"],
        services=[
            (one["name"], f"{kind('service.kind', one['kind'])}: {_places(one['municipalities'])}")
            for one in sent.get("services") or ()
        ],
        partners=[(one["name"], kind("partner.kind", one["kind"])) for one in sent.get("partners") or ()],
        people=[
            (
                one.get("name") or "–",
                f"{kind('person.role', one['role'])}, {_places([member['municipality']])}",
            )
            for member in sent["members"]
            for one in member.get("representatives") or ()
        ],
        budget=_budget(language, sent),
    )


def _answers(language: Language, fields: Mapping[str, str]) -> Iterator[Answer]:
    for path, value in fields.items():
        if path not in _ELSEWHERE and not any(part.isdecimal() for part in path.split(".")):
            label = say(language, label_of(path))
            yield Answer(label=label, said=said(language, path, value), typed=path not in CODED)


def _contact(sent: Sent) -> str:
    contact = sent.get("contact") or {}
    return ", ".join(filter(None, (contact.get(name) for name in ("name", "email", "phone")))) or "–"


def _places(numbers: Sequence[str]) -> str:
    return ", ".join(municipality_name(number) for number in numbers)


def _budget(language: Language, sent: Sent) -> Budget:
    costs = [
        Line(
            label=said(language, "cost.kind", one["kind"]),
            note=one.get("note") or "",
            amount_kr=one["amount_kr"],
        )
        for one in sent.get("budget") or ()
    ]
    applied = Line(label=say(language, "apply-applied"), note="", amount_kr=sent["applied_kr"])
    own = [
        Line(
            label=say(
                language,
                "apply-own",
                {"place": _places([one["municipality"]] if one.get("municipality") else [])},
            ),
            note=one.get("note") or "",
            amount_kr=one["amount_kr"],
        )
        for one in own_funding(sent)
    ]
    support = [
        Line(label=say(language, "apply-other-support"), note=one["source"], amount_kr=one["amount_kr"])
        for one in (sent.get("other_support") or {}).get("lines") or ()
    ]
    return Budget(costs=costs, funding=[applied, *own, *support])
