"""An application as it was sent, turned back into the fields of the form: for completing it, and for seeing what changed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from letters.formats import Language, day
from web.typed import grouped

#: An application in JSON, with its sealed texts opened.
Sent = Mapping[str, Any]


def fields_of(sent: Sent) -> dict[str, str]:
    """Return the fields of the form by path; what the form does not ask is not among them."""
    single = {path: value for path, value in _single(sent) if value}
    return single | dict(_rows(sent))


def _single(sent: Sent) -> Iterator[tuple[str, str]]:
    project, contact = sent["project"], sent.get("contact") or {}
    yield "network.name", sent["network"]["name"]
    yield "language", sent["language"]
    yield "account", sent.get("account") or ""
    for name in ("name", "email", "phone"):
        yield f"contact.{name}", contact.get(name) or ""
    for name in ("title", "description", "plan", "increase"):
        yield f"project.{name}", project.get(name) or ""
    yield "project.continues", str(project.get("id") or "")
    yield "project.first_year", str(project["first_year"])
    yield "project.last_year", str(project["last_year"])
    yield "project.template", _yes(project.get("template"))
    yield "project_type", sent.get("project_type") or ""
    yield "applied", grouped(sent["applied_kr"])
    yield "activities", " ".join(sent.get("activities") or ())
    yield "participants", str(sent.get("participants") or "")
    for name in ("network_leader", "arena"):
        yield name, sent.get(name) or ""
    for name in ("steering_group", "management_in_steering_group"):
        yield name, _yes(sent.get(name))
    yield from _declared(sent)


def _declared(sent: Sent) -> Iterator[tuple[str, str]]:
    risk, support = sent.get("local_risk_assessment"), sent.get("other_support")
    if risk:
        yield "risk.day", day(Language.NB, date.fromisoformat(risk["day"]))
        yield "risk.summary", risk["summary"] or ""
    if support:
        yield "received", "yes" if support["received"] else "no"


def _rows(sent: Sent) -> Iterator[tuple[str, str]]:
    services = _listed(sent, "services")
    for row, one in services:
        yield f"service.{row}.name", one["name"]
        yield f"service.{row}.kind", one["kind"]
        yield f"service.{row}.municipalities", " ".join(one["municipalities"])
        if one["name"] == sent.get("initiator"):
            yield "initiator", str(row)
    for row, one in _listed(sent, "partners"):
        yield f"partner.{row}.kind", one["kind"]
        yield f"partner.{row}.name", one["name"]
    for row, (municipality, one) in enumerate(_people(sent), start=1):
        yield f"person.{row}.municipality", municipality
        yield f"person.{row}.role", one["role"]
        yield f"person.{row}.name", one["name"] or ""
    yield from _money(sent)


def _money(sent: Sent) -> Iterator[tuple[str, str]]:
    for row, one in _listed(sent, "budget"):
        yield f"cost.{row}.kind", one["kind"]
        yield f"cost.{row}.note", one.get("note") or ""
        yield f"cost.{row}.amount", grouped(one["amount_kr"])
    for row, one in enumerate(own_funding(sent), start=1):
        yield f"own.{row}.municipality", one.get("municipality") or ""
        yield f"own.{row}.note", one.get("note") or ""
        yield f"own.{row}.amount", grouped(one["amount_kr"])
    for row, one in _listed(sent.get("other_support") or {}, "lines"):
        yield f"source.{row}.name", one["source"]
        yield f"source.{row}.amount", grouped(one["amount_kr"])


def own_funding(sent: Sent) -> Iterator[Mapping[str, Any]]:
    """Return the lines of own funding; an amount that was given without lines is the host's."""
    lines: Sequence[Mapping[str, Any]] = sent.get("own_funding") or ()
    yield from lines
    rest = (sent.get("own_funding_kr") or 0) - sum(line["amount_kr"] for line in lines)
    if rest > 0:
        host = (one["municipality"] for one in sent["members"] if one["org_number"] == sent["host"])
        yield {"municipality": next(host, ""), "amount_kr": rest}


def _people(sent: Sent) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for member in sent["members"]:
        for one in member.get("representatives") or ():
            yield member["municipality"], one


def _listed(part: Mapping[str, Any], name: str) -> list[tuple[int, Mapping[str, Any]]]:
    lines: Sequence[Mapping[str, Any]] = part.get(name) or ()
    return list(enumerate(lines, start=1))


def _yes(said: Any) -> str:
    return "yes" if said else ""
