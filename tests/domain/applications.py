"""Applications that meet their rules, for tests that take one thing away."""

import json
from typing import Any

from domain.application import Application

HAMAR, LOTEN, STANGE = "3403", "3412", "3413"
ORG_HAMAR, ORG_LOTEN = "970540008", "964950679"


def member(municipality: str, org_number: str) -> dict[str, Any]:
    return {
        "municipality": municipality,
        "org_number": org_number,
        "consented_on": "2026-03-02",
        "anchoring": {
            "day": "2026-03-02",
            "role": "kommunedirektør",
            "by": f"Kommunedirektør i {municipality}",
        },
        "representatives": [
            {"role": "child_welfare_leader", "name": f"Barnevernsleder i {municipality}"},
            {"role": "other", "name": f"Fagutvikler i {municipality}"},
        ],
    }


def learning() -> dict[str, Any]:
    """Return a learning network's application that no check of either rule set objects to."""
    return {
        "strand": "learning",
        "project_type": "self_initiated",
        "language": "nb",
        "form_version": "2026-1",
        "host": ORG_HAMAR,
        "network": {"name": "Læringsnettverk Hedmarken"},
        "project": {
            "title": "Tidlig innsats sammen",
            "description": "Felles rutiner for samarbeid med skolene.",
            "plan": "Fire samlinger, to arbeidsgrupper.",
            "template": "2026-1",
            "first_year": 2026,
            "last_year": 2027,
        },
        "applied_kr": 400_000,
        "members": [member(HAMAR, ORG_HAMAR), member(LOTEN, ORG_LOTEN)],
        "services": [
            {"name": "Barneverntjenesten i Hamar", "kind": "barnevern", "municipalities": [HAMAR]},
            {"name": "Barneverntjenesten i Løten", "kind": "barnevern", "municipalities": [LOTEN]},
        ],
        "initiator": "Barneverntjenesten i Hamar",
        "network_leader": "Leder for nettverket",
        "steering_group": True,
        "management_in_steering_group": True,
        "partners": [{"kind": "knowledge_environment", "name": "Høgskolen i Eksempel"}],
        "local_risk_assessment": {"day": "2026-01-15", "summary": "Mange meldinger kommer sent."},
        "budget": [
            {"kind": "salaries", "amount_kr": 350_000, "note": "Prosjektleder i halv stilling"},
            {"kind": "meetings", "amount_kr": 120_000, "note": "Samlinger"},
        ],
        "own_funding_kr": 50_000,
        "other_support": {"received": True, "lines": [{"source": "Fylkeskommunen", "amount_kr": 20_000}]},
        "activities": ["service_development", "gatherings"],
        "account": "12345678903",
        "contact": {"name": "Rådgiver", "email": "post@hamar.example", "phone": "+47 22 00 00 00"},
    }


def foster() -> dict[str, Any]:
    """Return a foster-home project's application that no check of any year objects to."""
    base = learning()
    return base | {
        "project_type": "foster_home",
        "project": base["project"]
        | {"foster_home": True, "increase": "To årsverk veiledning mer enn i dag."},
        "activities": ["foster_home_support", "guidance"],
        "partners": [*base["partners"], {"kind": "bufetat", "name": "Bufetat region øst"}],
    }


def leader() -> dict[str, Any]:
    """Return a leader network's application in the simple form that no check of the 2026 rules objects to."""
    whole = learning()
    kept = ("language", "form_version", "host", "network", "members", "account", "contact")
    members = [one | {"representatives": one["representatives"][:1]} for one in whole["members"]]
    return {key: whole[key] for key in kept} | {
        "strand": "leader",
        "members": members,
        "services": whole["services"],
        "project": {"title": "Lederarena", "first_year": 2026, "last_year": 2026},
        "applied_kr": 150_000,
        "other_support": {"received": False},
        "arena": "Fast samling hver sjette uke.",
        "activities": ["leadership_training", "gatherings"],
        "participants": 8,
    }


def application(base: dict[str, Any], **changes: Any) -> Application:
    """Return *base* with *changes* as an application."""
    return Application.model_validate_json(json.dumps(base | changes))
