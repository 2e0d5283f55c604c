"""Filled-in forms: whole applications from a few words, as the rules of each year ask for them. No persons: roles."""

from typing import Any, Final
from uuid import UUID, uuid5

from cli.demonstration.language import Call
from cli.demonstration.places import account, address, org_number, place
from domain.application import Application
from domain.offices import OFFICES, OwnLanguage
from domain.ruleset import Strand
from storage.reference import Municipality

#: Every id of the demonstration comes from its name, so that two runs can be laid side by side.
IDS: Final = UUID("3f0c1f8e-52a5-5d0e-8a64-6c1c2f1f7a10")

#: What a form says in each written form of Norwegian.
_WORDS: Final = {
    "nb": {
        "learners": "Læringsnettverk",
        "leaders": "Barnevernsledernettverk",
        "director": "kommunedirektør",
        "leader": "Barnevernsleder",
        "developer": "Fagutvikler",
        "service": "Barneverntjenesten i",
        "head": "Leder for nettverket",
        "environment": "Regionalt kunnskapsmiljø for barn og unge",
        "plan": "Tre samlinger, to arbeidsgrupper, evaluering før jul.",
        "risk": "Tilstandsvurderingene viser ulik praksis i kommunene.",
        "arena": "Fast arena hver sjette uke, to samlinger over to dager.",
        "contact": "Rådgiver barnevern",
    },
    "nn": {
        "learners": "Læringsnettverk",
        "leaders": "Barnevernsleiarnettverk",
        "director": "kommunedirektør",
        "leader": "Barnevernsleiar",
        "developer": "Fagutviklar",
        "service": "Barneverntenesta i",
        "head": "Leiar for nettverket",
        "environment": "Regionalt kunnskapsmiljø for barn og unge",
        "plan": "Tre samlingar, to arbeidsgrupper, evaluering før jul.",
        "risk": "Tilstandsvurderingane viser ulik praksis i kommunane.",
        "arena": "Fast arena kvar sjette veke, to samlingar over to dagar.",
        "contact": "Rådgjevar barnevern",
    },
}


def new_id(name: str) -> UUID:
    """Return the id that *name* has in every demonstration."""
    return uuid5(IDS, name)


def application(call: Call, names: str, kr: int, network: str, project: str, **changes: Any) -> Application:
    """Return an application to *call* that no check of its rules objects to, in the language of its office's area.

    Args:
        call: The round; it says which form, learning network or leader network.
        names: The municipalities, the host first: ``Hamar, Stange``.
        kr: What is applied for, in whole kroner.
        network: Its name, without the word for what it is.
        project: Its title.
        changes: Fields to replace.
    """
    office, year = call.round.office, call.round.grant_year
    language = "nn" if OFFICES[office].own_language is OwnLanguage.NN else "nb"
    words = _WORDS[language]
    places = [place(name, office) for name in names.split(", ")]
    leader = call.round.strand is Strand.LEADER
    title = f"{words['leaders'] if leader else words['learners']} {network}"
    host = places[0]
    form = {
        "strand": call.round.strand.value,
        "language": language,
        "form_version": call.round.form_version,
        "host": org_number(host),
        "network": {"id": new_id(f"network {title}"), "name": title},
        "project": {
            "id": new_id(f"project {project}"),
            "title": project,
            "first_year": year,
            "last_year": year,
        },
        "applied_kr": kr,
        "members": [_member(found, year, words, developer=not leader) for found in places],
        "services": [_service(found, words) for found in places],
        "other_support": {"received": False},
        "account": account(host),
        "contact": {"name": f"{words['contact']}, {host.name}", "email": address(host)},
    }
    own = _of_leaders(words, len(places)) if leader else _of_learners(words, host.name, year, kr)
    return Application.model_validate(_merged(_merged(form, own), changes))


def with_one_representative(form: Application) -> Application:
    """Return *form* with one person from each municipality, and nobody who leads the network."""
    members = tuple(
        member.model_copy(update={"representatives": member.representatives[:1]}) for member in form.members
    )
    return form.model_copy(update={"members": members, "network_leader": None})


def one_service(form: Application, name: str, **more: Any) -> Application:
    """Return *form* with one intermunicipal service for all its municipalities."""
    numbers = tuple(member.municipality for member in form.members)
    service = form.services[0].model_copy(update={"name": name, "municipalities": numbers})
    return form.model_copy(update={"services": (service,), "initiator": name, **more})


def _of_leaders(words: dict[str, str], participants: int) -> dict[str, Any]:
    """Return what the simple form of a leader network asks beside the rest (R26-44)."""
    return {
        "arena": words["arena"],
        "activities": ["leadership_training", "guidance", "gatherings"],
        "participants": participants,
    }


def _of_learners(words: dict[str, str], host: str, year: int, kr: int) -> dict[str, Any]:
    """Return what the form of a learning network asks beside the rest, in 2021 as in 2026."""
    own = kr // 5
    return {
        "project_type": "self_initiated",
        "project": {"plan": words["plan"], "template": f"{year}-1", "last_year": year + 1},
        "initiator": f"{words['service']} {host}",
        "network_leader": words["head"],
        "steering_group": True,
        "management_in_steering_group": True,
        "partners": [{"kind": "knowledge_environment", "name": words["environment"]}],
        "local_risk_assessment": {"day": f"{year}-01-20", "summary": words["risk"]},
        "budget": [{"kind": "salaries", "amount_kr": kr}, {"kind": "meetings", "amount_kr": own}],
        "own_funding_kr": own,
        "activities": ["service_development", "gatherings"],
    }


def _member(found: Municipality, year: int, words: dict[str, str], *, developer: bool) -> dict[str, Any]:
    day = f"{year}-02-10"
    people = [{"role": "child_welfare_leader", "name": f"{words['leader']}, {found.name}"}]
    if developer:
        people.append({"role": "other", "name": f"{words['developer']}, {found.name}"})
    return {
        "municipality": found.number,
        "org_number": org_number(found),
        "consented_on": day,
        "anchoring": {"day": day, "role": words["director"], "by": f"{words['director']}, {found.name}"},
        "representatives": people,
    }


def _service(found: Municipality, words: dict[str, str]) -> dict[str, Any]:
    return {
        "name": f"{words['service']} {found.name}",
        "kind": "barnevern",
        "municipalities": [found.number],
    }


def _merged(form: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Return *form* with *changes*; where both have an object, its fields are merged."""
    merged = dict(form)
    for name, value in changes.items():
        old = merged.get(name)
        merged[name] = old | value if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
