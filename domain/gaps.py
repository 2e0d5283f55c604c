"""What an application can lack, one function for each check: what is not there, where it should stand, what the words show.

A check says what is there or not; how hard it speaks, and whether at all, is the rule set's (``domain.checks``).
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from domain.application import (
    Activity,
    Application,
    CostKind,
    Member,
    PartnerKind,
    RepresentativeRole,
    Service,
    ServiceKind,
    leaves,
)
from domain.identity import holds_identity_number
from domain.money import kroner
from domain.private import Private
from domain.refusal import Param
from domain.ruleset import Check, CountOf, ProjectType, StrandRules

#: Who counts as the management of the child-welfare service or of the municipality (I21-12).
_MANAGEMENT: Final = frozenset(
    {
        RepresentativeRole.SERVICE_LEADER,
        RepresentativeRole.MUNICIPAL_MANAGEMENT,
        RepresentativeRole.CHILD_WELFARE_LEADER,
    }
)

#: What "two representatives" means; the word stands in the name of the check.
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is not there: the code of its words, its place in the form, and what the words show."""

    code: str
    field: str
    params: Mapping[str, Param] = dataclasses.field(default_factory=dict)


# --- how many ------------------------------------------------------------------------------------------------------

#: What is counted among the services; the rest among the members.
OF_SERVICES: Final = frozenset({CountOf.SERVICES, CountOf.BARNEVERN_SERVICES})


def _municipalities(application: Application) -> set[str]:
    return {member.municipality for member in application.members}


def _services(application: Application) -> set[str]:
    """Return the names of the services that serve a member; the application holds each name once."""
    members = _municipalities(application)
    return {service.name for service in application.services if members.intersection(service.municipalities)}


def _barnevern_services(application: Application) -> set[str]:
    kind = {service.name: service.kind for service in application.services}
    return {name for name in _services(application) if kind[name] is ServiceKind.BARNEVERN}


def _leaders(application: Application) -> list[Member]:
    """Return one entry for each child-welfare leader: the member they come from."""
    return [
        member
        for member in application.members
        for representative in member.representatives
        if representative.role is RepresentativeRole.CHILD_WELFARE_LEADER
    ]


def _leader_municipalities(application: Application) -> set[str]:
    return {member.municipality for member in _leaders(application)}


#: Who or what is counted, for each of the minimums (C1).
COUNTED: Final[Mapping[CountOf, Callable[[Application], set[str] | list[Member]]]] = {
    CountOf.SERVICES: _services,
    CountOf.MUNICIPALITIES: _municipalities,
    CountOf.BARNEVERN_SERVICES: _barnevern_services,
    CountOf.LEADERS: _leaders,
    CountOf.LEADER_MUNICIPALITIES: _leader_municipalities,
}


# --- the project and its money -------------------------------------------------------------------------------------


def _plan(application: Application, _: StrandRules) -> Iterator[Gap]:
    if application.project.plan is None:
        yield Gap("plan_missing", "project.plan")


def _project_template(application: Application, _: StrandRules) -> Iterator[Gap]:
    if application.project.template is None:
        yield Gap("project_template_missing", "project.template")


def _budget(application: Application, _: StrandRules) -> Iterator[Gap]:
    if not application.budget:
        yield Gap("budget_missing", "budget")


def _budget_adds_up(application: Application, _: StrandRules) -> Iterator[Gap]:
    if not application.budget:
        return
    support = application.other_support.lines if application.other_support else ()
    costs = sum(line.amount_kr for line in application.budget)
    funding = application.applied_kr + application.own_funding_kr + sum(line.amount_kr for line in support)
    if costs != funding:
        params: dict[str, Param] = {
            "costs_ore": kroner(costs),
            "funding_ore": kroner(funding),
            "difference_ore": kroner(abs(costs - funding)),
        }
        yield Gap("budget_does_not_add_up", "budget", params)


def _other_public_support(application: Application, _: StrandRules) -> Iterator[Gap]:
    declared = application.other_support
    if declared is None:
        yield Gap("other_support_not_declared", "other_support")
    elif declared.received and not declared.lines:
        yield Gap("other_support_without_lines", "other_support.lines")


# --- the network and its members -----------------------------------------------------------------------------------


def _applicant_is_member(application: Application, _: StrandRules) -> Iterator[Gap]:
    if application.host not in {member.org_number for member in application.members}:
        yield Gap("host_is_no_member", "host", {"host": application.host})


def _distinct_municipalities(application: Application, _: StrandRules) -> Iterator[Gap]:
    times = Counter(member.municipality for member in application.members)
    for municipality, entries in times.items():
        if entries > 1:
            yield Gap("municipality_twice", "members", {"municipality": municipality})


def _services_of_members(application: Application, _: StrandRules) -> Iterator[Gap]:
    inside = _services(application)
    for index, service in enumerate(application.services):
        if service.name not in inside:
            yield Gap(
                "service_outside_network", f"services[{index}].municipalities", {"service": service.name}
            )


def _consent(application: Application, _: StrandRules) -> Iterator[Gap]:
    for index, member in enumerate(application.members):
        if member.consented_on is None:
            params = {"municipality": member.municipality}
            yield Gap("consent_missing", f"members[{index}].consented_on", params)


def _anchoring(application: Application, _: StrandRules) -> Iterator[Gap]:
    for index, member in enumerate(application.members):
        if member.anchoring is None:
            params = {"municipality": member.municipality}
            yield Gap("anchoring_missing", f"members[{index}].anchoring", params)


def _local_risk_assessment(application: Application, _: StrandRules) -> Iterator[Gap]:
    if application.local_risk_assessment is None:
        yield Gap("local_risk_assessment_missing", "local_risk_assessment")


def _two_representatives(application: Application, _: StrandRules) -> Iterator[Gap]:
    for index, member in enumerate(application.members):
        found = len(member.representatives)
        if found < _TWO:
            params: dict[str, Param] = {"municipality": member.municipality, "found": found, "at_least": _TWO}
            yield Gap("too_few_representatives", f"members[{index}].representatives", params)


def _management_representative(application: Application, _: StrandRules) -> Iterator[Gap]:
    for index, member in enumerate(application.members):
        if not _MANAGEMENT.intersection(person.role for person in member.representatives):
            params = {"municipality": member.municipality}
            yield Gap("management_representative_missing", f"members[{index}].representatives", params)


def _network_leader(application: Application, _: StrandRules) -> Iterator[Gap]:
    if application.network_leader is None:
        yield Gap("network_leader_missing", "network_leader")


def _steering_group(application: Application, _: StrandRules) -> Iterator[Gap]:
    if not application.steering_group:
        yield Gap("steering_group_missing", "steering_group")


def _management_in_steering_group(application: Application, _: StrandRules) -> Iterator[Gap]:
    if application.steering_group and not application.management_in_steering_group:
        yield Gap("management_not_in_steering_group", "management_in_steering_group")


# --- partners and services -----------------------------------------------------------------------------------------


def _works_with(application: Application, *kinds: PartnerKind) -> bool:
    return any(partner.kind in kinds for partner in application.partners)


def _is_foster_project(application: Application) -> bool:
    return application.project_type is ProjectType.FOSTER_HOME


def _knowledge_environment(application: Application, _: StrandRules) -> Iterator[Gap]:
    if not _is_foster_project(application):
        yield from _without_knowledge_environment(application)


def _foster_knowledge_environment(application: Application, _: StrandRules) -> Iterator[Gap]:
    if _is_foster_project(application):
        yield from _without_knowledge_environment(application)


def _without_knowledge_environment(application: Application) -> Iterator[Gap]:
    if not _works_with(application, PartnerKind.KNOWLEDGE_ENVIRONMENT):
        yield Gap("knowledge_environment_missing", "partners")


def _knowledge_environment_or_bufetat(application: Application, _: StrandRules) -> Iterator[Gap]:
    if not _works_with(application, PartnerKind.KNOWLEDGE_ENVIRONMENT, PartnerKind.BUFETAT):
        yield Gap("knowledge_environment_or_bufetat_missing", "partners")


def _about(service: Service) -> Mapping[str, Param]:
    return {"service": service.name, "service_kind": service.kind.value}


def _other_services(application: Application, _: StrandRules) -> Iterator[Gap]:
    for index, service in enumerate(application.services):
        if service.kind is not ServiceKind.BARNEVERN:
            yield Gap("other_service_takes_part", f"services[{index}]", _about(service))


def _barnevern_initiates(application: Application, _: StrandRules) -> Iterator[Gap]:
    initiator = application.initiating_service
    kinds = {service.kind for service in application.services}
    if initiator is None and kinds != {ServiceKind.BARNEVERN}:
        yield Gap("initiator_missing", "initiator")
    elif initiator is not None and initiator.kind is not ServiceKind.BARNEVERN:
        yield Gap("initiator_not_barnevern", "initiator", _about(initiator))


# --- networks of leaders -------------------------------------------------------------------------------------------


def _leaders_only(application: Application, _: StrandRules) -> Iterator[Gap]:
    for index, member in enumerate(application.members):
        for person, representative in enumerate(member.representatives):
            if representative.role is not RepresentativeRole.CHILD_WELFARE_LEADER:
                params = {"municipality": member.municipality, "role": representative.role.value}
                where = f"members[{index}].representatives[{person}].role"
                yield Gap("representative_is_no_leader", where, params)


def _fixed_arena(application: Application, _: StrandRules) -> Iterator[Gap]:
    if application.arena is None:
        yield Gap("arena_missing", "arena")


def _limited_participants(application: Application, strand: StrandRules) -> Iterator[Gap]:
    limit = strand.participants_limit.value
    if application.participants is None:
        yield Gap("participants_not_stated", "participants")
    elif limit is not None and application.participants > limit:
        params = {"found": application.participants, "at_most": limit}
        yield Gap("too_many_participants", "participants", params)


# --- what the money is for -----------------------------------------------------------------------------------------


def _project_type(application: Application, _: StrandRules) -> Iterator[Gap]:
    if application.project_type is None:
        yield Gap("no_pot", "project_type", {"strand": application.strand.value, "project_type": None})


def _activities(application: Application, _: StrandRules) -> Iterator[Gap]:
    if not application.activities:
        yield Gap("activities_not_stated", "activities")


def _project_positions(application: Application, _: StrandRules) -> Iterator[Gap]:
    yield from _not_described(application, CostKind.SALARIES)


def _purchased_expertise(application: Application, _: StrandRules) -> Iterator[Gap]:
    yield from _not_described(application, CostKind.PURCHASED_SERVICES)


def _not_described(application: Application, kind: CostKind) -> Iterator[Gap]:
    for index, line in enumerate(application.budget):
        if line.kind is kind and line.note is None:
            yield Gap("cost_not_described", f"budget[{index}].note", {"cost_kind": kind.value})


# --- foster homes --------------------------------------------------------------------------------------------------


def _foster_goals(application: Application, _: StrandRules) -> Iterator[Gap]:
    if _is_foster_project(application) and Activity.FOSTER_HOME_SUPPORT not in application.activities:
        yield Gap("foster_goal_missing", "activities")


def _foster_increase(application: Application, _: StrandRules) -> Iterator[Gap]:
    if _is_foster_project(application) and application.project.increase is None:
        yield Gap("foster_increase_missing", "project.increase")


def _foster_bufetat(application: Application, _: StrandRules) -> Iterator[Gap]:
    foster = _is_foster_project(application) or application.project.foster_home
    if foster and not _works_with(application, PartnerKind.BUFETAT):
        yield Gap("bufetat_not_asked", "partners")


def _foster_tag(application: Application, _: StrandRules) -> Iterator[Gap]:
    if _is_foster_project(application) and not application.project.foster_home:
        yield Gap("foster_tag_missing", "project.foster_home")


# --- personal data -------------------------------------------------------------------------------------------------


def _no_identity_numbers(application: Application, _: StrandRules) -> Iterator[Gap]:
    for where, value in leaves(application):
        text = value.text if isinstance(value, Private) else value
        # An account number has as many digits, and one in a hundred passes for an identity number.
        if isinstance(text, str) and where != "account" and holds_identity_number(text):
            yield Gap("identity_number_in_text", where)


_Checker: TypeAlias = Callable[[Application, StrandRules], Iterator[Gap]]

#: The function of each check.
CHECKS: Final[Mapping[Check, _Checker]] = {
    Check.PLAN: _plan,
    Check.PROJECT_TEMPLATE: _project_template,
    Check.BUDGET: _budget,
    Check.BUDGET_ADDS_UP: _budget_adds_up,
    Check.OTHER_PUBLIC_SUPPORT: _other_public_support,
    Check.APPLICANT_IS_MEMBER: _applicant_is_member,
    Check.DISTINCT_MUNICIPALITIES: _distinct_municipalities,
    Check.SERVICES_OF_MEMBERS: _services_of_members,
    Check.CONSENT: _consent,
    Check.ANCHORING: _anchoring,
    Check.LOCAL_RISK_ASSESSMENT: _local_risk_assessment,
    Check.TWO_REPRESENTATIVES: _two_representatives,
    Check.MANAGEMENT_REPRESENTATIVE: _management_representative,
    Check.NETWORK_LEADER: _network_leader,
    Check.STEERING_GROUP: _steering_group,
    Check.MANAGEMENT_IN_STEERING_GROUP: _management_in_steering_group,
    Check.KNOWLEDGE_ENVIRONMENT: _knowledge_environment,
    Check.FOSTER_KNOWLEDGE_ENVIRONMENT: _foster_knowledge_environment,
    Check.KNOWLEDGE_ENVIRONMENT_OR_BUFETAT: _knowledge_environment_or_bufetat,
    Check.OTHER_SERVICES: _other_services,
    Check.BARNEVERN_INITIATES: _barnevern_initiates,
    Check.LEADERS_ONLY: _leaders_only,
    Check.FIXED_ARENA: _fixed_arena,
    Check.LIMITED_PARTICIPANTS: _limited_participants,
    Check.NO_IDENTITY_NUMBERS: _no_identity_numbers,
    Check.PROJECT_TYPE: _project_type,
    Check.ACTIVITIES: _activities,
    Check.PROJECT_POSITIONS: _project_positions,
    Check.PURCHASED_EXPERTISE: _purchased_expertise,
    Check.FOSTER_GOALS: _foster_goals,
    Check.FOSTER_INCREASE: _foster_increase,
    Check.FOSTER_BUFETAT: _foster_bufetat,
    Check.FOSTER_TAG: _foster_tag,
}
