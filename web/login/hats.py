"""What a login lets a person do: the rights that Ansattporten's claims give, as roles at offices and municipalities.

A right is a resource in Altinn that is named after our role (``…saksgang-case_officer``), held for an organisation. The
organisation says where: the number of a county governor is that office, any other number is the municipality itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, READING_ROLES, Actor, Role
from domain.identity import is_org_number
from domain.offices import OFFICES

_ISO_6523_NORWAY: Final = "0192:"
_OFFICE_BY_ORG: Final = {office.org_number: office.code for office in OFFICES.values()}
_EVERYWHERE: Final = READING_ROLES | {Role.OPERATOR}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Hat:
    """One role at one office or municipality (``"-"`` for roles without a place)."""

    role: Role
    unit: str

    def actor(self, subject: str) -> Actor:
        """Return *subject* wearing this hat."""
        return Actor(subject=subject, role=self.role, unit=self.unit)

    def stored(self) -> dict[str, Any]:
        """Return what a session keeps."""
        return asdict(self)

    @classmethod
    def of_stored(cls, row: Mapping[str, Any]) -> Self:
        """Return what a session kept."""
        return cls(role=Role(row["role"]), unit=row["unit"])


def hats_of(claims: Mapping[str, Any], resource_prefix: str) -> tuple[Hat, ...]:
    """Return every role that *claims* give, each once; none where the login represents nobody here."""
    found: set[Hat] = set()
    for right in _dicts(claims.get("authorization_details")):
        role = _role(str(right.get("resource", "")), resource_prefix)
        if role is None:
            continue
        parties = right.get("authorized_parties") or right.get("reportees")
        found |= {hat for party in _dicts(parties) if (hat := hat_at(role, org_number_in(party)))}
    return tuple(sorted(found))


def _role(resource: str, prefix: str) -> Role | None:
    if not resource.startswith(prefix):
        return None
    try:
        role = Role(resource.removeprefix(prefix))
    except ValueError:
        return None
    # Clocks act as the system; nobody logs in as it.
    return None if role is Role.SYSTEM else role


def hat_at(role: Role, org_number: str | None) -> Hat | None:
    """Return *role* where the organisation with *org_number* is; None where the organisation has no such role."""
    if org_number is None:
        return None
    if role in OFFICE_ROLES:
        office = _OFFICE_BY_ORG.get(org_number)
        return None if office is None else Hat(role=role, unit=office)
    if role in MUNICIPAL_ROLES:
        return None if org_number in _OFFICE_BY_ORG else Hat(role=role, unit=org_number)
    return Hat(role=role, unit="-") if role in _EVERYWHERE else None


def org_number_in(party: Mapping[str, Any]) -> str | None:
    """Return the organisation number in *party*, as ISO 6523 writes it; None where there is none."""
    named = party.get("orgno", party)
    text = str(named.get("ID", "")) if isinstance(named, Mapping) else str(named)
    number = text.removeprefix(_ISO_6523_NORWAY)
    return number if is_org_number(number) else None


def _dicts(value: Any) -> Iterator[Mapping[str, Any]]:
    return (one for one in value if isinstance(one, Mapping)) if isinstance(value, list) else iter(())
