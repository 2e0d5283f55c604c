"""Who may log in on a machine of one's own: one login for each role at each office and municipality, and no persons."""

from typing import Any, Final

from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, Role
from domain.offices import OFFICES
from letters.catalogue import Language, text
from storage.reference import municipalities

RESOURCE_PREFIX: Final = "urn:altinn:resource:saksgang-"

#: A second pair of hands, for what may not be done by the same.
_TWICE: Final = frozenset({Role.CASE_OFFICER, Role.LEADER})

#: The municipalities of the demonstration, and a few of their neighbours.
_NAMED: Final = frozenset(
    [
        "Alvdal",
        "Arendal",
        "Bodø",
        "Eidskog",
        "Elverum",
        "Farsund",
        "Flekkefjord",
        "Froland",
        "Gausdal",
        "Gjøvik",
        "Grimstad",
        "Hamar",
        "Kongsvinger",
        "Kristiansand",
        "Kvinesdal",
        "Lillehammer",
        "Lyngdal",
        "Løten",
        "Narvik",
        "Orkland",
        "Rana",
        "Ringsaker",
        "Risør",
        "Sirdal",
        "Sogndal",
        "Sortland",
        "Stange",
        "Steinkjer",
        "Stryn",
        "Tolga",
        "Trysil",
        "Tvedestrand",
        "Tynset",
        "Vefsn",
        "Vennesla",
        "Voss",
        "Øyer",
        "Karasjok",
    ]
)

#: Roles without a place are given for the organisation that holds them.
ELSEWHERE: Final = (
    (Role.STATE_AUDITOR, "974760843", "Riksrevisjonen"),
    (Role.COORDINATOR, "974760665", "Statsforvalteren i Vestland"),
    (Role.OPERATOR, "974761645", "Drift"),
)


def logins() -> list[dict[str, Any]]:
    """Return every login: its subject, name and place, and the rights it brings as Ansattporten would say them."""
    found = [login for office in OFFICES.values() for login in _at_office(office.code)]
    for municipality in municipalities().values():
        if municipality.name in _NAMED and municipality.org_number is not None:
            place = f"{municipality.official_name} kommune"
            found += [_login(role, municipality.org_number, place) for role in sorted(MUNICIPAL_ROLES)]
    found += [_login(role, number, place, subject=f"{role}@-") for role, number, place in ELSEWHERE]
    found.append(
        {"subject": "nobody", "name": "Ansatt uten rettighet", "place": "Andre", "authorization_details": []}
    )
    return found


def _at_office(code: str) -> list[dict[str, Any]]:
    office = OFFICES[code]
    found = []
    for role in sorted(OFFICE_ROLES):
        subject = f"{role}@{code}"
        found.append(_login(role, office.org_number, office.name_nb, subject=subject))
        if role in _TWICE:
            found.append(_login(role, office.org_number, office.name_nb, subject=f"{subject}:2", number=" 2"))
    return found


def _login(
    role: Role, org_number: str, place: str, *, subject: str | None = None, number: str = ""
) -> dict[str, Any]:
    name = text(Language.NB, f"role-{role}")
    party = {"orgno": {"authority": "iso6523-actorid-upis", "ID": f"0192:{org_number}"}, "name": place}
    right = {
        "type": "ansattporten:altinn:resource",
        "resource": f"{RESOURCE_PREFIX}{role}",
        "authorized_parties": [party],
    }
    return {
        "subject": subject or f"{role}@{org_number}",
        "name": f"{name[:1].upper()}{name[1:]}{number}",
        "place": place,
        "authorization_details": [right],
    }
