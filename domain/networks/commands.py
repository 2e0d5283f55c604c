"""What can be asked of a network."""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

from domain.application import Day, Name, PartnerKind, RepresentativeRole, ServiceKind, ShortText, Text
from domain.identity import MunicipalityNumber
from domain.networks.parts import Asker, FollowUp, Function, Region
from domain.offices import OfficeCode
from domain.problems import MistakeError
from domain.ruleset import Strand

Number = Annotated[int, Field(strict=True, ge=1, le=10_000)]
Id = Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]


class _Command(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RegisterNetwork(_Command):
    """Register a network before it applies for anything."""

    kind: Literal["register_network"] = "register_network"
    office: OfficeCode
    network_name: Name
    strand: Strand
    from_day: Day


class TakeApplication(_Command):
    """Take over what an application says of its network: members, services, partners, people where there are none."""

    kind: Literal["take_application"] = "take_application"
    case_no: Name


class RenameNetwork(_Command):
    """Give the network another name."""

    kind: Literal["rename_network"] = "rename_network"
    network_name: Name


class EndNetwork(_Command):
    """Register that the network ceases to exist."""

    kind: Literal["end_network"] = "end_network"
    last_day: Day
    reason: Text


class JoinNetwork(_Command):
    """Register a municipality as member, with its own consent (B21-14, R26-09)."""

    kind: Literal["join_network"] = "join_network"
    municipality: MunicipalityNumber
    from_day: Day
    consented_on: Day | None = None


class ConsentToNetwork(_Command):
    """Register the consent of a member that came without it."""

    kind: Literal["consent_to_network"] = "consent_to_network"
    municipality: MunicipalityNumber
    consented_on: Day


class LeaveNetwork(_Command):
    """Let a municipality leave, on its own day and without a reason if it gives none (B21-14, R26-09)."""

    kind: Literal["leave_network"] = "leave_network"
    municipality: MunicipalityNumber
    last_day: Day
    reason: Text | None = None


class AgreeToMember(_Command):
    """Say as another office that one of its municipalities may be a member here (E24)."""

    kind: Literal["agree_to_member"] = "agree_to_member"
    municipality: MunicipalityNumber


class AddService(_Command):
    """Register a service that takes part in the network, or in one of its projects alone (R26-11, B21-28)."""

    kind: Literal["add_service"] = "add_service"
    service: Name
    service_kind: ServiceKind
    municipalities: Annotated[tuple[MunicipalityNumber, ...], Field(min_length=1, max_length=400)]
    project_id: Id | None = None
    from_day: Day


class EndService(_Command):
    """Register the last day of a service."""

    kind: Literal["end_service"] = "end_service"
    number: Number
    last_day: Day


class NamePerson(_Command):
    """Register a person as leader, in the steering group, as representative, or as a partner's contact."""

    kind: Literal["name_person"] = "name_person"
    function: Function
    person: ShortText
    role: RepresentativeRole
    municipality: MunicipalityNumber | None = None
    partner: Number | None = None
    from_day: Day

    @model_validator(mode="after")
    def _whom_for(self) -> Self:
        if (self.function is Function.REPRESENTATIVE) and self.municipality is None:
            raise MistakeError(
                "representative_from_nowhere", "a representative is from one", field="municipality"
            )
        if (self.function is Function.CONTACT) != (self.partner is not None):
            raise MistakeError("contact_of_partner", "a contact has one, and nobody else", field="partner")
        return self


class StandDown(_Command):
    """Register the last day of a person in a function."""

    kind: Literal["stand_down"] = "stand_down"
    number: Number
    last_day: Day


class AddPartner(_Command):
    """Register an organisation the network works with (H18-07, R26-27, R26-29)."""

    kind: Literal["add_partner"] = "add_partner"
    partner_kind: PartnerKind
    partner_name: Name
    region: Region | None = None
    from_day: Day

    @model_validator(mode="after")
    def _region_of_bufetat(self) -> Self:
        if self.region is not None and self.partner_kind is not PartnerKind.BUFETAT:
            raise MistakeError("region_of_bufetat", "only Bufetat has regions", field="region")
        return self


class EndPartner(_Command):
    """Register the last day of a partner."""

    kind: Literal["end_partner"] = "end_partner"
    number: Number
    last_day: Day


class AskHelp(_Command):
    """Register that help was asked for: of a partner, or to find one (H18-12, R26-65, R26-29)."""

    kind: Literal["ask_help"] = "ask_help"
    partner_kind: PartnerKind
    partner: Number | None = None
    asked_by: Asker
    asked_on: Day
    about: Text


class GiveHelp(_Command):
    """Register what help was given."""

    kind: Literal["give_help"] = "give_help"
    number: Number
    given_on: Day
    given: Text


class LogFollowUp(_Command):
    """Write a line in the follow-up log (H18-11, R26-62)."""

    kind: Literal["log_follow_up"] = "log_follow_up"
    entry: FollowUp
    held_on: Day
    text: Text


NetworkCommand: TypeAlias = (
    TakeApplication
    | RenameNetwork
    | EndNetwork
    | JoinNetwork
    | ConsentToNetwork
    | LeaveNetwork
    | AgreeToMember
    | AddService
    | EndService
    | NamePerson
    | StandDown
    | AddPartner
    | EndPartner
    | AskHelp
    | GiveHelp
    | LogFollowUp
)
"""What can be asked of a network that exists."""
