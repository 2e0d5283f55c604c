"""What stands in a draft, read as an application: what cannot be read yet is said at its field, and the rest is checked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from domain.application import AccountText, Application, EmailText, Name, PhoneText, ShortText, Text
from domain.instants import local_day
from domain.paper import OF_DAY, arrived
from domain.problems import MistakeError
from domain.rounds import Round
from domain.ruleset import Strand
from storage.drafts import Partner
from web import typed
from web.applying.forms import mail_path, rows_of, said_path

T = TypeVar("T")

_NAME: Final[TypeAdapter[Any]] = TypeAdapter(Name)
_SHORT: Final[TypeAdapter[Any]] = TypeAdapter(ShortText)
_TEXT: Final[TypeAdapter[Any]] = TypeAdapter(Text)
_EMAIL: Final[TypeAdapter[Any]] = TypeAdapter(EmailText)
_PHONE: Final[TypeAdapter[Any]] = TypeAdapter(PhoneText)
_ACCOUNT: Final[TypeAdapter[Any]] = TypeAdapter(AccountText)

#: What stands in for what is missing, so that the rest can be checked; it is never sent.
_STANDS_IN: Final = {"name": "–", "email": "a@b.no"}

#: Where the form has what the application calls otherwise, or what is read without a word.
_PLACES: Final = {
    "host": "members",
    "members": "members",
    "services": "services",
    "partners": "partners",
    "budget": "budget",
    "project_type": "project_type",
    "project.template": "project.template",
    "project.foster_home": "project_type",
    "activities": "activities",
    "steering_group": "steering_group",
    "management_in_steering_group": "management_in_steering_group",
    "initiator": "initiator",
    "participants": "participants",
    "applied_kr": "applied",
    "local_risk_assessment": "risk.summary",
    "other_support": "received",
    "other_support.lines": "source",
}


@dataclass(kw_only=True)
class Read:
    """A draft as it was read.

    Args:
        data: The application, with something standing in for what is missing.
        problems: Code by path of what is missing or cannot be read; the codes have words (``field-error-…``).
        places: Where in the form each part of the application stands.
        sums: Amounts in kroner by name, for showing; of what could be read.
        received_at: When what came on paper reached the office (UTC), where that could be read.
    """

    data: dict[str, Any]
    problems: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    sums: dict[str, int] = field(default_factory=dict)
    received_at: datetime | None = None

    @property
    def application(self) -> Application:
        """The application; not to be sent while there are problems."""
        return Application.model_validate(self.data)

    def place(self, application_field: str) -> str:
        """Return where in the form a field of the application stands, or the part it is in."""
        while application_field not in self.places:
            shorter, dot, _ = application_field.rpartition(".")
            if not dot:
                return application_field
            application_field = shorter
        return self.places[application_field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the house knows and the form does not ask: networks and projects by what they are called."""

    networks: Mapping[str, str] = field(default_factory=dict)
    """Id by name, of the networks the municipality has applied for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is known of an application that came on paper: how many files of it there are, and what time it is."""

    files: int
    now: datetime


def read(
    fields: Mapping[str, str],
    partners: Sequence[Partner],
    round_: Round,
    host: str,
    known: Known,
    *,
    paper: Paper | None = None,
) -> Read:
    """Return the draft's *fields* and *partners* as an application to *round_*, or what a *paper* says."""
    return _Reader(fields, partners, round_, host, known, paper=paper).whole()


class _Reader:
    def __init__(
        self,
        fields: Mapping[str, str],
        partners: Sequence[Partner],
        round_: Round,
        host: str,
        known: Known,
        *,
        paper: Paper | None,
    ) -> None:
        self._fields = fields
        self._partners = [one for one in partners if one.answer != "declined"]
        self._round = round_
        self._host = host
        self._known = known
        self._paper = paper
        self._read = Read(data={})

    def whole(self) -> Read:
        """Read everything."""
        found = self._read
        found.places |= dict(_PLACES)
        found.data = {
            "strand": self._round.strand.value,
            "project_type": self._choice("project_type"),
            "language": self._fields.get("language") or "nb",
            "form_version": self._round.form_version,
            "host": self._host,
            "network": self._network(),
            "project": self._project(),
            "applied_kr": self._applied(),
            "members": list(self._members()),
            "services": list(self._services()),
            "initiator": self._initiator(),
            "network_leader": self._text("network_leader", _SHORT),
            "steering_group": self._yes("steering_group"),
            "management_in_steering_group": self._yes("steering_group")
            and self._yes("management_in_steering_group"),
            "partners": list(self._named("partner", "partners", {"kind": "kind"})),
            "local_risk_assessment": self._risk(),
            "budget": list(self._budget()),
            **self._own_funding(),
            "other_support": self._support(),
            "arena": self._text("arena", _TEXT),
            "activities": self._fields.get("activities", "").split(),
            "participants": self._typed("participants", typed.number) or None,
            "account": self._text("account", _ACCOUNT, "account"),
            "contact": self._contact(),
        }
        self._sum_up()
        if self._paper is None:
            self._addresses()
        else:
            self._arrival(self._paper)
        return found

    def _arrival(self, paper: Paper) -> None:
        """Read when the paper came, and see to it that it is with the application."""
        day = self._typed("paper.day", typed.day)
        minute = self._typed("paper.time", typed.clock)
        if day is None:
            self._problem("paper.day", "missing")
        else:
            try:
                local = datetime.combine(day, OF_DAY if minute is None else minute)
                self._read.received_at = arrived(local, paper.now)
            except MistakeError as error:
                self._problem("paper.day" if minute is None else "paper.time", error.code)
        if not paper.files:
            self._problem("files", "missing")

    def _addresses(self) -> None:
        """See to it that those who have not answered can be written to where it says."""
        for one in self._partners:
            if one.answer is None:
                self._text(mail_path(one.municipality), _EMAIL, "email")

    # --- single fields ---------------------------------------------------------------------------------------------

    def _network(self) -> dict[str, Any]:
        name = self._text("network.name", _NAME, required="name")
        known = self._known.networks.get(str(name).casefold())
        return {"name": name} | ({"id": known} if known else {})

    def _project(self) -> dict[str, Any]:
        year = self._round.grant_year
        first = self._typed("project.first_year", typed.number) or year
        last = self._typed("project.last_year", typed.number) or first
        if not year - 10 <= first <= year + 1:
            self._problem("project.first_year", "year")
            first = year
        if not first <= last <= year + 10:
            self._problem("project.last_year", "year-order")
            last = first
        follows = self._yes("project.template")
        return {
            "id": self._choice("project.continues"),
            "title": self._text("project.title", _NAME, required="name"),
            "description": self._text("project.description", _TEXT),
            "plan": self._text("project.plan", _TEXT),
            "increase": self._text("project.increase", _TEXT),
            "template": self._round.form_version if follows else None,
            "first_year": first,
            "last_year": last,
            "foster_home": self._fields.get("project_type") == "foster_home",
        }

    def _applied(self) -> int:
        amount = self._typed("applied", typed.kroner)
        if not amount:
            self._problem("applied", "missing")
        return amount or 1

    def _contact(self) -> dict[str, Any]:
        return {
            "name": self._text("contact.name", _SHORT, required="name"),
            "email": self._text("contact.email", _EMAIL, "email", required="email"),
            "phone": self._text("contact.phone", _PHONE, "phone"),
        }

    def _risk(self) -> dict[str, Any] | None:
        summary = self._text("risk.summary", _TEXT)
        day = self._typed("risk.day", typed.day)
        if summary is None and day is None:
            return None
        if summary is None:
            self._problem("risk.summary", "missing")
        elif day is None:
            self._problem("risk.day", "missing")
        return None if summary is None or day is None else {"day": day.isoformat(), "summary": summary}

    # --- lists -----------------------------------------------------------------------------------------------------

    def _members(self) -> Iterator[dict[str, Any]]:
        people = self._people()
        for index, one in enumerate(self._partners):
            self._read.places[f"members[{index}]"] = f"member.{one.municipality}"
            self._read.places[f"members[{index}].representatives"] = f"people.{one.municipality}"
            member: dict[str, Any] = {"municipality": one.municipality, "org_number": one.org_number}
            day, by, role = self._word_of(one)
            if day is not None:
                member["consented_on"] = day.isoformat()
                if by and role:
                    member["anchoring"] = {"day": day.isoformat(), "role": role, "by": by}
            member["representatives"] = []
            for row, person in people.get(one.municipality, ()):
                place = f"members[{index}].representatives[{len(member['representatives'])}]"
                self._read.places[place] = f"person.{row}.name"
                member["representatives"].append(person)
            yield member

    def _word_of(self, one: Partner) -> tuple[date | None, str | None, str | None]:
        """Return on which day a member has said yes, who stands behind it and as what: by its own login, or on paper."""
        if self._paper is None:
            day = local_day(one.answered_at) if one.answer == "confirmed" and one.answered_at else None
            return day, one.anchored_by, one.anchored_as
        paths = {part: said_path(one.municipality, part) for part in ("day", "by", "role")}
        day = self._typed(paths["day"], typed.day)
        said = {part: self._text(paths[part], _SHORT) for part in ("by", "role")}
        if any(said.values()):
            for part in ("day", "by", "role"):
                if not self._fields.get(paths[part], "").strip():
                    self._problem(paths[part], "missing")
        return day, said["by"], said["role"]

    def _people(self) -> dict[str, list[tuple[int, dict[str, Any]]]]:
        found: dict[str, list[tuple[int, dict[str, Any]]]] = {}
        otherwise = "child_welfare_leader" if self._round.strand is Strand.LEADER else "other"
        for row in self._rows("person"):
            name = self._text(f"person.{row}.name", _SHORT)
            if name is not None:
                role = self._fields.get(f"person.{row}.role") or otherwise
                municipality = self._fields.get(f"person.{row}.municipality", "")
                found.setdefault(municipality, []).append((row, {"role": role, "name": name}))
        return found

    def _services(self) -> Iterator[dict[str, Any]]:
        numbers = {one.municipality for one in self._partners}
        names: set[str] = set()
        index = 0
        for row in self._rows("service"):
            name = self._text(f"service.{row}.name", _NAME)
            of = [
                one for one in self._fields.get(f"service.{row}.municipalities", "").split() if one in numbers
            ]
            if name is None or not of:
                # A service of a municipality that has said no is no mistake of anybody's.
                if of:
                    self._problem(f"service.{row}.name", "missing")
                continue
            if name.casefold() in names:
                self._problem(f"service.{row}.name", "service-twice")
                continue
            names.add(name.casefold())
            self._read.places[f"services[{index}]"] = f"service.{row}.name"
            index += 1
            kind = self._fields.get(f"service.{row}.kind") or "barnevern"
            yield {"name": name, "kind": kind, "municipalities": of}

    def _initiator(self) -> str | None:
        row = self._fields.get("initiator", "")
        name = self._fields.get(f"service.{row}.name", "").strip()
        return name or None

    def _budget(self) -> Iterator[dict[str, Any]]:
        index = 0
        for row in self._rows("cost"):
            amount = self._amount(f"cost.{row}")
            if amount is not None:
                self._read.places[f"budget[{index}]"] = f"cost.{row}.note"
                index += 1
                note = self._text(f"cost.{row}.note", _TEXT)
                yield {
                    "kind": self._fields.get(f"cost.{row}.kind") or "other",
                    "amount_kr": amount,
                    "note": note,
                }

    def _own_funding(self) -> dict[str, Any]:
        lines = []
        for row in self._rows("own"):
            amount = self._amount(f"own.{row}")
            if amount is not None:
                municipality = self._fields.get(f"own.{row}.municipality") or None
                note = self._text(f"own.{row}.note", _TEXT)
                lines.append({"municipality": municipality, "amount_kr": amount, "note": note})
        return {"own_funding": lines, "own_funding_kr": sum(line["amount_kr"] for line in lines)}

    def _support(self) -> dict[str, Any] | None:
        given = self._fields.get("received", "")
        if given not in {"yes", "no"}:
            return None
        if given == "no":
            return {"received": False}
        lines = []
        for row in self._rows("source"):
            name = self._text(f"source.{row}.name", _NAME)
            amount = self._typed(f"source.{row}.amount", typed.kroner)
            if name is None and amount is None:
                continue
            if name is None:
                self._problem(f"source.{row}.name", "missing")
            elif not amount:
                self._problem(f"source.{row}.amount", "missing")
            else:
                lines.append({"source": name, "amount_kr": amount})
        return {"received": True, "lines": lines}

    def _named(self, group: str, about: str, more: Mapping[str, str]) -> Iterator[dict[str, Any]]:
        index = 0
        for row in self._rows(group):
            name = self._text(f"{group}.{row}.name", _NAME)
            if name is not None:
                self._read.places[f"{about}[{index}]"] = f"{group}.{row}.name"
                index += 1
                rest = {
                    key: self._fields.get(f"{group}.{row}.{part}") or "other" for key, part in more.items()
                }
                yield {"name": name, **rest}

    def _amount(self, row: str) -> int | None:
        """Return the amount of a row; one with a note and no amount is not finished."""
        amount = self._typed(f"{row}.amount", typed.kroner)
        if amount is None and self._fields.get(f"{row}.note", "").strip():
            self._problem(f"{row}.amount", "missing")
        return amount

    def _sum_up(self) -> None:
        data = self._read.data
        support = data["other_support"] or {}
        sums = {
            "costs": sum(line["amount_kr"] for line in data["budget"]),
            "own": data["own_funding_kr"],
            "support": sum(line["amount_kr"] for line in support.get("lines", ())),
            "applied": 0 if "applied" in self._read.problems else data["applied_kr"],
        }
        sums["funding"] = sums["applied"] + sums["own"] + sums["support"]
        self._read.sums = sums

    # --- how a field is read ---------------------------------------------------------------------------------------

    def _rows(self, group: str) -> list[int]:
        return rows_of(self._fields, group)

    def _choice(self, path: str) -> str | None:
        return self._fields.get(path) or None

    def _yes(self, path: str) -> bool:
        return self._fields.get(path) == "yes"

    def _typed(self, path: str, parse: Callable[[str], T]) -> T | None:
        text = self._fields.get(path, "").strip()
        if not text:
            return None
        try:
            return parse(text)
        except typed.UnreadableError as error:
            self._problem(path, str(error))
            return None

    def _text(
        self, path: str, kind: TypeAdapter[Any], code: str = "long", *, required: str | None = None
    ) -> str | None:
        self._read.places.setdefault(path, path)
        text = self._fields.get(path, "").strip()
        if text:
            try:
                kind.validate_python(text)
            except ValidationError as error:
                self._problem(path, "long" if _too_long(error) else code)
            else:
                return text
        elif required:
            self._problem(path, "missing")
        return _STANDS_IN[required] if required else None

    def _problem(self, path: str, code: str) -> None:
        self._read.problems.setdefault(path, code)


def _too_long(error: ValidationError) -> bool:
    return any(found["type"] == "string_too_long" for found in error.errors(include_url=False))
