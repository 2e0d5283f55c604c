"""What can be asked of the organisation history."""

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from domain.application import Day, Name, Text
from domain.identity import MunicipalityNumber, OrgNumber
from domain.offices import OfficeCode


class PayeeForm(StrEnum):
    """What a payee is that is no municipality."""

    TASK_COMMUNITY = "task_community"
    INTERMUNICIPAL_COMPANY = "intermunicipal_company"
    OTHER = "other"


class _Command(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    office: OfficeCode


class NamedMunicipality(BaseModel):
    """A municipality in a merger or split; its name may be left out where it is known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: MunicipalityNumber
    name: Name | None = None
    org_number: OrgNumber | None = None


Several = Annotated[tuple[NamedMunicipality, ...], Field(min_length=1, max_length=30)]


class ReorganiseMunicipalities(_Command):
    """Register a merger, a split or a new number: what ended, and what there is from *from_day* on (E23)."""

    kind: Literal["reorganise_municipalities"] = "reorganise_municipalities"
    ended: Several
    begun: Several
    from_day: Day


class VerifyOrgNumber(_Command):
    """Register the organisation number of a municipality as it stands in Enhetsregisteret."""

    kind: Literal["verify_org_number"] = "verify_org_number"
    municipality: MunicipalityNumber
    org_number: OrgNumber


class SetLanguage(_Command):
    """Register the written language that a municipality has adopted, or that it is neutral (språklova § 15, L-47)."""

    kind: Literal["set_municipality_language"] = "set_municipality_language"
    municipality: MunicipalityNumber
    language: Literal["nb", "nn", "neutral"]


class MapSubUnit(_Command):
    """Map the number of a sub-unit, such as a child-welfare service's, to its municipality's (E46)."""

    kind: Literal["map_sub_unit"] = "map_sub_unit"
    sub_unit: OrgNumber
    main_unit: OrgNumber
    unit_name: Name
    from_day: Day
    last_day: Day | None = None


class AllowPayee(_Command):
    """Let a payee that is no municipality be paid; a leader's choice, with a reason (E46)."""

    kind: Literal["allow_payee"] = "allow_payee"
    org_number: OrgNumber
    payee_name: Name
    form: PayeeForm
    from_day: Day
    last_day: Day | None = None
    reason: Text


class StopPayee(_Command):
    """End a leader's permission."""

    kind: Literal["stop_payee"] = "stop_payee"
    org_number: OrgNumber
    last_day: Day


OrganisationCommand: TypeAlias = (
    ReorganiseMunicipalities | VerifyOrgNumber | SetLanguage | MapSubUnit | AllowPayee | StopPayee
)
