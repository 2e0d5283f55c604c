"""The formal checks of an application: what it lacks under its rule set, each finding with the rule that asks for it.

A check says what is there or not; how hard it speaks, and whether at all, stands in the rule set. Where the source is
silent nothing is asked. Checks look at whether a private text is there, never at what it says, so they give the same
findings before and after sealing; only the search for identity numbers (E41) reads texts that are still plain.
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from domain.application import (
    Application,
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
from domain.refusal import Param, Refused
from domain.ruleset import Check, CountOf, MinimumMembers, ProjectType, RuleSet, Severity, StrandRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something an application lacks.

    Args:
        severity: How hard the rule set lets it speak; ``off`` only for what is let pass.
        rule: The rule that asks for it.
        code: Stable identifier, a key in the message catalogues.
        field: Where in the application, such as ``members[2].anchoring``.
        params: What the message shows; units by name as in ``domain.refusal.Param``.
    """

    severity: Severity
    rule: str
    code: str
    field: str
    params: Mapping[str, Param] = dataclasses.field(default_factory=dict)


#: Every code a finding can have, with the names of its parameters.
FINDING_CODES: Final[Mapping[str, tuple[str, ...]]] = {
    "too_few_services": ("found", "at_least"),
    "too_few_municipalities": ("found", "at_least"),
    "too_few_barnevern_services": ("found", "at_least"),
    "too_few_leaders": ("found", "at_least"),
    "too_few_leader_municipalities": ("found", "at_least"),
    "no_pot": ("strand", "project_type"),
    "plan_missing": (),
    "project_template_missing": (),
    "budget_missing": (),
    "budget_does_not_add_up": ("costs_ore", "funding_ore", "difference_ore"),
    "other_support_not_declared": (),
    "other_support_without_lines": (),
    "host_is_no_member": ("host",),
    "municipality_twice": ("municipality",),
    "service_outside_network": ("service",),
    "consent_missing": ("municipality",),
    "anchoring_missing": ("municipality",),
    "local_risk_assessment_missing": (),
    "too_few_representatives": ("municipality", "found", "at_least"),
    "management_representative_missing": ("municipality",),
    "network_leader_missing": (),
    "steering_group_missing": (),
    "management_not_in_steering_group": (),
    "knowledge_environment_missing": (),
    "knowledge_environment_or_bufetat_missing": (),
    "other_service_takes_part": ("service", "service_kind"),
    "initiator_missing": (),
    "initiator_not_barnevern": ("service", "service_kind"),
    "representative_is_no_leader": ("municipality", "role"),
    "arena_missing": (),
    "participants_not_stated": (),
    "too_many_participants": ("found", "at_most"),
    "identity_number_in_text": (),
}

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


def formal_findings(application: Application, rules: RuleSet) -> list[Finding]:
    """Return what *application* lacks under *rules*, in the order of the form.

    Raises:
        Refused: ``strand_not_in_rule_set`` when the rule set does not pay for such networks at all.
    """
    strand = rules.of_strand(application.strand)
    found = [*_without_pot(application, rules), *_too_few(application, strand.minimum_members)]
    for check in Check:
        ruled = strand.checks[check]
        if ruled.value is not None and ruled.value is not Severity.OFF:
            gaps = _CHECKS[check](application, strand)
            found += [_finding(ruled.value, ruled.rule, gap) for gap in gaps]
    return found


def let_pass(application: Application, rules: RuleSet) -> list[Finding]:
    """Return what *application* lacks and *rules* let pass in the source's own words: the rule says why nobody asks.

    A foster-home project of 2021 needs no knowledge environment (B21-37), a simple application no plan (R26-44).
    """
    strand = rules.of_strand(application.strand)
    spoken = ((check, strand.checks[check]) for check in Check)
    return [
        _finding(Severity.OFF, ruled.rule, gap)
        for check, ruled in spoken
        if ruled.value is Severity.OFF and ruled.quote
        for gap in _CHECKS[check](application, strand)
    ]


def count(application: Application, what: CountOf) -> int:
    """Return how many of *what* take part in the network of *application*.

    A service counts once however many municipalities it serves (C1), and only when it serves a member.
    """
    return len(_COUNTED[what](application))


@dataclass(frozen=True, slots=True)
class _Gap:
    code: str
    field: str
    params: Mapping[str, Param] = dataclasses.field(default_factory=dict)


def _finding(severity: Severity, rule: str, gap: _Gap) -> Finding:
    return Finding(severity=severity, rule=rule, code=gap.code, field=gap.field, params=gap.params)


def _without_pot(application: Application, rules: RuleSet) -> Iterator[Finding]:
    try:
        rules.pot_for(application.strand, application.project_type)
    except Refused as refused:
        params = {name: refused.params[name] for name in FINDING_CODES["no_pot"]}
        yield _finding(Severity.ERROR, refused.rule, _Gap("no_pot", "project_type", params))


# --- how many ------------------------------------------------------------------------------------------------------


def _too_few(application: Application, minimums: tuple[MinimumMembers, ...]) -> Iterator[Finding]:
    for minimum in minimums:
        found = count(application, minimum.count_of)
        if found < minimum.at_least:
            where = "services" if minimum.count_of in _OF_SERVICES else "members"
            params = {"found": found, "at_least": minimum.at_least}
            yield _finding(Severity.ERROR, minimum.rule, _Gap(f"too_few_{minimum.count_of}", where, params))


_OF_SERVICES: Final = frozenset({CountOf.SERVICES, CountOf.BARNEVERN_SERVICES})


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


_COUNTED: Final[Mapping[CountOf, Callable[[Application], set[str] | list[Member]]]] = {
    CountOf.SERVICES: _services,
    CountOf.MUNICIPALITIES: _municipalities,
    CountOf.BARNEVERN_SERVICES: _barnevern_services,
    CountOf.LEADERS: _leaders,
    CountOf.LEADER_MUNICIPALITIES: _leader_municipalities,
}


# --- the project and its money -------------------------------------------------------------------------------------


def _plan(application: Application, _: StrandRules) -> Iterator[_Gap]:
    if application.project.plan is None:
        yield _Gap("plan_missing", "project.plan")


def _project_template(application: Application, _: StrandRules) -> Iterator[_Gap]:
    if application.project.template is None:
        yield _Gap("project_template_missing", "project.template")


def _budget(application: Application, _: StrandRules) -> Iterator[_Gap]:
    if not application.budget:
        yield _Gap("budget_missing", "budget")


def _budget_adds_up(application: Application, _: StrandRules) -> Iterator[_Gap]:
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
        yield _Gap("budget_does_not_add_up", "budget", params)


def _other_public_support(application: Application, _: StrandRules) -> Iterator[_Gap]:
    declared = application.other_support
    if declared is None:
        yield _Gap("other_support_not_declared", "other_support")
    elif declared.received and not declared.lines:
        yield _Gap("other_support_without_lines", "other_support.lines")


# --- the network and its members -----------------------------------------------------------------------------------


def _applicant_is_member(application: Application, _: StrandRules) -> Iterator[_Gap]:
    if application.host not in {member.org_number for member in application.members}:
        yield _Gap("host_is_no_member", "host", {"host": application.host})


def _distinct_municipalities(application: Application, _: StrandRules) -> Iterator[_Gap]:
    times = Counter(member.municipality for member in application.members)
    for municipality, entries in times.items():
        if entries > 1:
            yield _Gap("municipality_twice", "members", {"municipality": municipality})


def _services_of_members(application: Application, _: StrandRules) -> Iterator[_Gap]:
    inside = _services(application)
    for index, service in enumerate(application.services):
        if service.name not in inside:
            yield _Gap(
                "service_outside_network", f"services[{index}].municipalities", {"service": service.name}
            )


def _consent(application: Application, _: StrandRules) -> Iterator[_Gap]:
    for index, member in enumerate(application.members):
        if member.consented_on is None:
            params = {"municipality": member.municipality}
            yield _Gap("consent_missing", f"members[{index}].consented_on", params)


def _anchoring(application: Application, _: StrandRules) -> Iterator[_Gap]:
    for index, member in enumerate(application.members):
        if member.anchoring is None:
            params = {"municipality": member.municipality}
            yield _Gap("anchoring_missing", f"members[{index}].anchoring", params)


def _local_risk_assessment(application: Application, _: StrandRules) -> Iterator[_Gap]:
    if application.local_risk_assessment is None:
        yield _Gap("local_risk_assessment_missing", "local_risk_assessment")


def _two_representatives(application: Application, _: StrandRules) -> Iterator[_Gap]:
    for index, member in enumerate(application.members):
        found = len(member.representatives)
        if found < _TWO:
            params: dict[str, Param] = {"municipality": member.municipality, "found": found, "at_least": _TWO}
            yield _Gap("too_few_representatives", f"members[{index}].representatives", params)


def _management_representative(application: Application, _: StrandRules) -> Iterator[_Gap]:
    for index, member in enumerate(application.members):
        if not _MANAGEMENT.intersection(person.role for person in member.representatives):
            params = {"municipality": member.municipality}
            yield _Gap("management_representative_missing", f"members[{index}].representatives", params)


def _network_leader(application: Application, _: StrandRules) -> Iterator[_Gap]:
    if application.network_leader is None:
        yield _Gap("network_leader_missing", "network_leader")


def _steering_group(application: Application, _: StrandRules) -> Iterator[_Gap]:
    if not application.steering_group:
        yield _Gap("steering_group_missing", "steering_group")


def _management_in_steering_group(application: Application, _: StrandRules) -> Iterator[_Gap]:
    if application.steering_group and not application.management_in_steering_group:
        yield _Gap("management_not_in_steering_group", "management_in_steering_group")


# --- partners and services -----------------------------------------------------------------------------------------


def _works_with(application: Application, *kinds: PartnerKind) -> bool:
    return any(partner.kind in kinds for partner in application.partners)


def _is_foster_project(application: Application) -> bool:
    return application.project_type is ProjectType.FOSTER_HOME


def _knowledge_environment(application: Application, _: StrandRules) -> Iterator[_Gap]:
    if not _is_foster_project(application):
        yield from _without_knowledge_environment(application)


def _foster_knowledge_environment(application: Application, _: StrandRules) -> Iterator[_Gap]:
    if _is_foster_project(application):
        yield from _without_knowledge_environment(application)


def _without_knowledge_environment(application: Application) -> Iterator[_Gap]:
    if not _works_with(application, PartnerKind.KNOWLEDGE_ENVIRONMENT):
        yield _Gap("knowledge_environment_missing", "partners")


def _knowledge_environment_or_bufetat(application: Application, _: StrandRules) -> Iterator[_Gap]:
    if not _works_with(application, PartnerKind.KNOWLEDGE_ENVIRONMENT, PartnerKind.BUFETAT):
        yield _Gap("knowledge_environment_or_bufetat_missing", "partners")


def _about(service: Service) -> Mapping[str, Param]:
    return {"service": service.name, "service_kind": service.kind.value}


def _other_services(application: Application, _: StrandRules) -> Iterator[_Gap]:
    for index, service in enumerate(application.services):
        if service.kind is not ServiceKind.BARNEVERN:
            yield _Gap("other_service_takes_part", f"services[{index}]", _about(service))


def _barnevern_initiates(application: Application, _: StrandRules) -> Iterator[_Gap]:
    initiator = application.initiating_service
    kinds = {service.kind for service in application.services}
    if initiator is None and kinds != {ServiceKind.BARNEVERN}:
        yield _Gap("initiator_missing", "initiator")
    elif initiator is not None and initiator.kind is not ServiceKind.BARNEVERN:
        yield _Gap("initiator_not_barnevern", "initiator", _about(initiator))


# --- networks of leaders -------------------------------------------------------------------------------------------


def _leaders_only(application: Application, _: StrandRules) -> Iterator[_Gap]:
    for index, member in enumerate(application.members):
        for person, representative in enumerate(member.representatives):
            if representative.role is not RepresentativeRole.CHILD_WELFARE_LEADER:
                params = {"municipality": member.municipality, "role": representative.role.value}
                where = f"members[{index}].representatives[{person}].role"
                yield _Gap("representative_is_no_leader", where, params)


def _fixed_arena(application: Application, _: StrandRules) -> Iterator[_Gap]:
    if application.arena is None:
        yield _Gap("arena_missing", "arena")


def _limited_participants(application: Application, strand: StrandRules) -> Iterator[_Gap]:
    limit = strand.participants_limit.value
    if application.participants is None:
        yield _Gap("participants_not_stated", "participants")
    elif limit is not None and application.participants > limit:
        params = {"found": application.participants, "at_most": limit}
        yield _Gap("too_many_participants", "participants", params)


# --- personal data -------------------------------------------------------------------------------------------------


def _no_identity_numbers(application: Application, _: StrandRules) -> Iterator[_Gap]:
    for where, value in leaves(application):
        text = value.text if isinstance(value, Private) else value
        # An account number has as many digits, and one in a hundred passes for an identity number.
        if isinstance(text, str) and where != "account" and holds_identity_number(text):
            yield _Gap("identity_number_in_text", where)


_Checker: TypeAlias = Callable[[Application, StrandRules], Iterator[_Gap]]

_CHECKS: Final[Mapping[Check, _Checker]] = {
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
}
