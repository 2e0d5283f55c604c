"""An application as it arrives, from a file or a form: read strictly, so that nothing unclear is stored.

Names of people and free text are ``Private``; names of services, networks and projects are not personal. What an
application lacks under the rules is not said here but by ``domain.checks``: this module refuses only what cannot be read.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
    model_validator,
)

from domain.identity import MunicipalityNumber, OrgNumber, is_account_number
from domain.instants import FIRST_YEAR, LAST_YEAR
from domain.json_content import json_value
from domain.money import kroner
from domain.private import MAX_TEXT, Private
from domain.problems import MistakeError, Problem, ProblemsError, problems
from domain.ruleset import ProjectType, Strand

#: A larger file is no application of this scheme.
MAX_BYTES: Final = 1_000_000

_MAX_NAME: Final = 200
_MAX_SHORT: Final = 320
_MAX_KR: Final = 9_999_999_999

#: Norway has 357 municipalities; a longer list is a mistake.
_MAX_LIST: Final = 400

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE: Final = re.compile(r"\+?[0-9 ()]{4,24}")
_SPACING: Final = re.compile(r"[ .]")


def _printable(text: str) -> str:
    if _CONTROL.search(text):
        raise MistakeError("control_characters", "holds control characters")
    return text


def _printable_private(private: Private) -> Private:
    _printable((private.text or "").replace("\r\n", "\n"))
    return private


def _short(private: Private) -> Private:
    if private.text is not None and (len(private.text) > _MAX_SHORT or "\n" in private.text):
        raise MistakeError(
            "one_line", f"must be one line of at most {_MAX_SHORT} characters", most=_MAX_SHORT
        )
    return private


def _account(private: Private) -> Private:
    if private.text is None:
        return private
    number = _SPACING.sub("", private.text)
    if not is_account_number(number):
        raise MistakeError("account", "not a bank account (eleven digits, the last of them a check digit)")
    return Private(text=number)


def _email(private: Private) -> Private:
    if private.text is not None and not _EMAIL.fullmatch(private.text):
        raise MistakeError("email", "not an e-mail address")
    return private


def _phone(private: Private) -> Private:
    if private.text is not None and not _PHONE.fullmatch(private.text):
        raise MistakeError("phone", "not a telephone number")
    return private


def _iso_day(value: Any) -> Any:
    # pydantic would also take a number of seconds since 1970, which in a file is a mistake.
    if type(value) is date or (isinstance(value, str) and _ISO_DAY.fullmatch(value)):
        return value
    raise MistakeError("day", "not a day (such as 2026-03-31)")


def _plausible_day(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise MistakeError(
            "year",
            f"the year must lie between {FIRST_YEAR} and {LAST_YEAR}",
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    return day


def _text_schema(max_length: int) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "minLength": 1, "maxLength": max_length})


Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=_MAX_NAME),
    AfterValidator(_printable),
]
Year = Annotated[int, Field(strict=True, ge=FIRST_YEAR, le=LAST_YEAR)]
Kroner = Annotated[int, Field(strict=True, ge=0, le=_MAX_KR)]
PositiveKroner = Annotated[int, Field(strict=True, gt=0, le=_MAX_KR)]
Day = Annotated[date, BeforeValidator(_iso_day), AfterValidator(_plausible_day)]
Text = Annotated[Private, AfterValidator(_printable_private), _text_schema(MAX_TEXT)]
ShortText = Annotated[Text, AfterValidator(_short), _text_schema(_MAX_SHORT)]
AccountText = Annotated[
    Private, AfterValidator(_account), WithJsonSchema({"type": "string", "examples": ["1234.56.78903"]})
]
EmailText = Annotated[
    ShortText, AfterValidator(_email), WithJsonSchema({"type": "string", "format": "email"})
]
PhoneText = Annotated[ShortText, AfterValidator(_phone), _text_schema(25)]


class ServiceKind(StrEnum):
    """What a municipal service does (R26-11)."""

    BARNEVERN = "barnevern"
    HEALTH = "health"
    SCHOOL = "school"
    FOLLOW_UP = "follow_up"
    OTHER = "other"


class RepresentativeRole(StrEnum):
    """As what a person takes part in the network (I21-12, R26-36)."""

    SERVICE_LEADER = "service_leader"
    MUNICIPAL_MANAGEMENT = "municipal_management"
    CHILD_WELFARE_LEADER = "child_welfare_leader"
    OTHER = "other"


class PartnerKind(StrEnum):
    """Whom a network works with beside its members."""

    KNOWLEDGE_ENVIRONMENT = "knowledge_environment"
    BUFETAT = "bufetat"
    KS = "ks"
    LEADERSHIP_ENVIRONMENT = "leadership_environment"
    OTHER = "other"


class CostKind(StrEnum):
    """What money goes to (I21-21, R26-41)."""

    SALARIES = "salaries"
    PURCHASED_SERVICES = "purchased_services"
    MEETINGS = "meetings"
    TRAINING = "training"
    TRAVEL = "travel"
    EVALUATION = "evaluation"
    OTHER = "other"


class Activity(StrEnum):
    """What the money is asked for; the sources' lists are examples (B21-10, B21-30, R26-40)."""

    SERVICE_DEVELOPMENT = "service_development"
    TRAINING = "training"
    WORKSHOPS = "workshops"
    GATHERINGS = "gatherings"
    GUIDANCE = "guidance"
    PROCESS_SUPPORT = "process_support"
    TEAM_DEVELOPMENT = "team_development"
    LEADERSHIP_TRAINING = "leadership_training"
    FOSTER_HOME_SUPPORT = "foster_home_support"
    EVALUATION = "evaluation"
    OTHER = "other"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class ApplyingNetwork(_Part):
    """The network; without an id it is new to the office."""

    id: UUID | None = None
    name: Name


class AppliedProject(_Part):
    """The project; with an id it continues one, and the grants to it are added up (E3)."""

    id: UUID | None = None
    """The project it continues."""
    title: Name
    description: Text | None = None
    """What is to be done."""
    plan: Text | None = None
    """The plan for the work (R26-23)."""
    template: Name | None = None
    """Version of the office's project template that the plan follows (R26-48)."""
    first_year: Year
    last_year: Year
    increase: Text | None = None
    """What is done beside ordinary work, where the money must give more activity (B21-40)."""
    foster_home: StrictBool = False
    """Tagged as foster-home work, for the coordinator's overview (R26-04)."""

    @model_validator(mode="after")
    def _in_order(self) -> "AppliedProject":
        if self.last_year < self.first_year:
            raise MistakeError("backwards", "lies before first_year", field="last_year", before="first_year")
        return self


class Anchoring(_Part):
    """Who in the municipality stands behind the decision to take part, and since when (R26-12)."""

    day: Day
    role: Name
    by: ShortText


class Representative(_Part):
    """A person who takes part for a municipality."""

    role: RepresentativeRole
    name: ShortText


class Member(_Part):
    """A municipality in the network, with its own consent and anchoring (R26-09, R26-12)."""

    municipality: MunicipalityNumber
    org_number: OrgNumber
    consented_on: Day | None = None
    anchoring: Anchoring | None = None
    representatives: Annotated[tuple[Representative, ...], Field(max_length=_MAX_LIST)] = ()


class Service(_Part):
    """A municipal service that takes part; an intermunicipal one stands once, with all its municipalities."""

    name: Name
    kind: ServiceKind
    municipalities: Annotated[tuple[MunicipalityNumber, ...], Field(min_length=1, max_length=_MAX_LIST)]


class Partner(_Part):
    """An organisation the network works with, or has asked."""

    kind: PartnerKind
    name: Name


class RiskAssessment(_Part):
    """The local assessment of risk and state the project builds on; never about single children (B21-16, E41)."""

    day: Day
    summary: Text


class BudgetLine(_Part):
    """One line of costs."""

    kind: CostKind
    amount_kr: Kroner
    note: Text | None = None


class OwnFundingLine(_Part):
    """What one of the municipalities puts in itself, in money or in working hours."""

    municipality: MunicipalityNumber | None = None
    amount_kr: Kroner
    note: Text | None = None


class SupportLine(_Part):
    """Money from another public scheme."""

    source: Name
    amount_kr: PositiveKroner


class OtherSupport(_Part):
    """The declaration about other public support: an explicit yes or no (R26-49)."""

    received: StrictBool
    lines: Annotated[tuple[SupportLine, ...], Field(max_length=_MAX_LIST)] = ()

    @model_validator(mode="after")
    def _agrees(self) -> "OtherSupport":
        if self.lines and not self.received:
            raise MistakeError("support_denied", "lines are given, but received is false")
        return self


class Contact(_Part):
    """Whom the office writes to: work contact, nothing else."""

    name: ShortText
    email: EmailText
    phone: PhoneText | None = None


class Application(_Part):
    """One application: one project, one round, one host municipality (C12)."""

    strand: Strand
    project_type: ProjectType | None = None
    language: Literal["nb", "nn"]
    form_version: Name
    """Version of the form that was filled in (I21-16)."""
    host: OrgNumber
    """Organisation number of the municipality that applies for the network and is paid (I21-17)."""
    network: ApplyingNetwork
    project: AppliedProject
    applied_kr: PositiveKroner
    """Whole kroner (E34)."""
    members: Annotated[tuple[Member, ...], Field(max_length=_MAX_LIST)]
    services: Annotated[tuple[Service, ...], Field(max_length=_MAX_LIST)]
    initiator: Name | None = None
    """Name of the service that began the cooperation (B21-27)."""
    network_leader: ShortText | None = None
    steering_group: StrictBool = False
    management_in_steering_group: StrictBool = False
    partners: Annotated[tuple[Partner, ...], Field(max_length=_MAX_LIST)] = ()
    local_risk_assessment: RiskAssessment | None = None
    budget: Annotated[tuple[BudgetLine, ...], Field(max_length=_MAX_LIST)] = ()
    own_funding_kr: Kroner = 0
    own_funding: Annotated[tuple[OwnFundingLine, ...], Field(max_length=_MAX_LIST)] = ()
    """Whose it is, where the form says it; the lines make up ``own_funding_kr``."""
    other_support: OtherSupport | None = None
    """Left out: nothing was declared, which is not a "no"."""
    arena: Text | None = None
    """Where and how often child-welfare leaders meet (R26-38)."""
    activities: Annotated[tuple[Activity, ...], Field(max_length=_MAX_LIST)] = ()
    participants: Annotated[int, Field(strict=True, ge=1, le=10_000)] | None = None
    account: AccountText | None = None
    contact: Contact

    @model_validator(mode="after")
    def _services_have_names_of_their_own(self) -> "Application":
        # Two entries of one name are one intermunicipal service or cannot be told apart: it would be counted wrong.
        names = [service.name.casefold() for service in self.services]
        twice = sorted(
            {service.name for service in self.services if names.count(service.name.casefold()) > 1}
        )
        if twice:
            called = ", ".join(twice)
            raise MistakeError(
                "service_twice",
                f"several are called {called}; enter an intermunicipal service once",
                field="services",
                names=twice,
            )
        return self

    @model_validator(mode="after")
    def _initiator_is_a_service(self) -> "Application":
        if self.initiator is not None and self.initiator not in [service.name for service in self.services]:
            raise MistakeError("no_such_service", "is not the name of one of the services", field="initiator")
        return self

    @model_validator(mode="after")
    def _own_funding_adds_up(self) -> "Application":
        if self.own_funding and sum(line.amount_kr for line in self.own_funding) != self.own_funding_kr:
            raise ValueError("own_funding_kr: is not the sum of own_funding")
        return self

    @model_validator(mode="after")
    def _steering_group_agrees(self) -> "Application":
        if self.management_in_steering_group and not self.steering_group:
            raise MistakeError(
                "no_steering_group", "there is no steering group", field="management_in_steering_group"
            )
        return self

    @property
    def applied_ore(self) -> int:
        """The amount applied for, in øre."""
        return kroner(self.applied_kr)

    @property
    def case_type(self) -> ProjectType | None:
        """The type its case is kept under: its own, or that of its tag where no pot asks for a type (R26-04)."""
        tagged = ProjectType.FOSTER_HOME if self.project.foster_home else None
        return self.project_type or tagged

    @property
    def initiating_service(self) -> Service | None:
        """The service that began the cooperation, where the application names it."""
        return next((service for service in self.services if service.name == self.initiator), None)


class ApplicationError(ProblemsError):
    """An application that cannot be read."""


def parse_application(content: bytes) -> Application:
    """Return the application in the JSON file *content*.

    Raises:
        ApplicationError: with every problem found, each with its field.
    """
    if len(content) > MAX_BYTES:
        raise ApplicationError(
            (Problem("", "too_large", f"larger than {MAX_BYTES} bytes", {"most": MAX_BYTES}),)
        )
    try:
        data = json_value(content)
    except ProblemsError as error:
        raise ApplicationError(error.problems) from error
    return read_application(data)


def read_application(data: Any) -> Application:
    """Return the application in *data*, a JSON value.

    Raises:
        ApplicationError: as ``parse_application``.
    """
    try:
        application = Application.model_validate(data)
    except ValidationError as error:
        raise ApplicationError(problems(error)) from error
    if sealed := sealed_fields(application):
        raise ApplicationError(tuple(Problem(field, "text", "must be text") for field in sealed))
    return application


def sealed_fields(model: BaseModel) -> list[str]:
    """Return the fields of *model* that refer to a sealed text.

    Whoever sends something from outside may not: the reference could be to somebody else's text.
    """
    return [field for field, value in leaves(model) if isinstance(value, Private) and value.text is None]


def leaves(value: Any, field: str = "") -> Iterator[tuple[str, Any]]:
    """Return every single value in *value*, a tree of models and tuples, with its field: ``members[2].municipality``."""
    if isinstance(value, BaseModel) and not isinstance(value, Private):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), f"{field}.{name}" if field else name)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from leaves(inner, f"{field}[{index}]")
    else:
        yield field, value


def application_schema() -> str:
    """Return the JSON Schema of an application file, as text."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Application.model_json_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
