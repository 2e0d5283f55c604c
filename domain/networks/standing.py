"""How a network stands on a day under a year's rules: whether it is large enough, and what it lacks.

The same rules and the same words as for an application (``domain.checks``); here they are asked of the register, where
members come and go.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from domain.application import PartnerKind, RepresentativeRole, ServiceKind
from domain.checks import Finding
from domain.networks.parts import Function, Network, ServicePart, on
from domain.refusal import Param
from domain.ruleset import Check, CountOf, MinimumMembers, RuleSet, Severity

#: Who counts as the management of the child-welfare service or of the municipality (I21-12).
MANAGEMENT: Final = frozenset(
    {
        RepresentativeRole.SERVICE_LEADER,
        RepresentativeRole.MUNICIPAL_MANAGEMENT,
        RepresentativeRole.CHILD_WELFARE_LEADER,
    }
)

#: What "two representatives" means; the word stands in the name of the check.
_TWO: Final = 2


def count(network: Network, what: CountOf, day: date) -> int:
    """Return how many of *what* the network has on *day*; a service counts once, and only when it serves a member."""
    return _COUNTED[what](network, day)


def below_minimum(network: Network, rules: RuleSet, day: date) -> tuple[Finding, ...]:
    """Return each minimum of *rules* that the network does not reach on *day* (E22)."""
    if network.strand not in rules.strands:
        return ()
    return tuple(_too_few(network, rules.strands[network.strand].minimum_members, day))


def lacks(network: Network, rules: RuleSet, day: date) -> tuple[Finding, ...]:
    """Return what the network lacks on *day* under *rules*, the minimum first; how hard is said by the rules."""
    if network.strand not in rules.strands:
        return ()
    found = list(below_minimum(network, rules, day))
    checks = rules.strands[network.strand].checks
    for check, gaps in _CHECKS.items():
        ruled = checks[check]
        if ruled.value is None or ruled.value is Severity.OFF:
            continue
        for code, params in gaps(network, day):
            found.append(
                Finding(severity=ruled.value, rule=ruled.rule, code=code, field=check.value, params=params)
            )
    return tuple(found)


_Gaps = Iterator[tuple[str, Mapping[str, Param]]]


def _too_few(network: Network, minimums: tuple[MinimumMembers, ...], day: date) -> Iterator[Finding]:
    for minimum in minimums:
        found = count(network, minimum.count_of, day)
        if found < minimum.at_least:
            yield Finding(
                severity=Severity.ERROR,
                rule=minimum.rule,
                code=f"too_few_{minimum.count_of}",
                field="members",
                params={"found": found, "at_least": minimum.at_least},
            )


# --- how many ------------------------------------------------------------------------------------------------------


def serving(network: Network, day: date) -> tuple[ServicePart, ...]:
    """Return the services of the whole network that serve a member on *day*."""
    members = network.municipalities_on(day)
    return tuple(
        one
        for one in on(network.services, day)
        if one.project_id is None and members.intersection(one.municipalities)
    )


def _barnevern(network: Network, day: date) -> int:
    return sum(1 for one in serving(network, day) if one.kind is ServiceKind.BARNEVERN)


def _leaders(network: Network, day: date) -> list[str]:
    """Return the municipality of each child-welfare leader who takes part for a member."""
    members = network.municipalities_on(day)
    return [
        person.municipality
        for person in network.people_on(Function.REPRESENTATIVE, day)
        if person.role is RepresentativeRole.CHILD_WELFARE_LEADER and person.municipality in members
    ]


_COUNTED: Final[Mapping[CountOf, Callable[[Network, date], int]]] = {
    CountOf.SERVICES: lambda network, day: len(serving(network, day)),
    CountOf.MUNICIPALITIES: lambda network, day: len(network.municipalities_on(day)),
    CountOf.BARNEVERN_SERVICES: _barnevern,
    CountOf.LEADERS: lambda network, day: len(_leaders(network, day)),
    CountOf.LEADER_MUNICIPALITIES: lambda network, day: len(set(_leaders(network, day))),
}


# --- what it lacks -------------------------------------------------------------------------------------------------


def _consent(network: Network, day: date) -> _Gaps:
    for member in on(network.members, day):
        if member.consented_on is None:
            yield "consent_missing", {"municipality": member.municipality}


def _two_representatives(network: Network, day: date) -> _Gaps:
    people = [one.municipality for one in network.people_on(Function.REPRESENTATIVE, day)]
    for municipality in sorted(network.municipalities_on(day)):
        found = people.count(municipality)
        if found < _TWO:
            params: dict[str, Param] = {"municipality": municipality, "found": found, "at_least": _TWO}
            yield "too_few_representatives", params


def _management_representative(network: Network, day: date) -> _Gaps:
    people = network.people_on(Function.REPRESENTATIVE, day)
    led = {one.municipality for one in people if one.role in MANAGEMENT}
    for municipality in sorted(network.municipalities_on(day) - led):
        yield "management_representative_missing", {"municipality": municipality}


def _network_leader(network: Network, day: date) -> _Gaps:
    if not network.people_on(Function.LEADER, day):
        yield "network_leader_missing", {}


def _steering_group(network: Network, day: date) -> _Gaps:
    if not network.people_on(Function.STEERING, day) and not network.steering_group:
        yield "steering_group_missing", {}


def unrepresented(network: Network, day: date) -> tuple[str, ...]:
    """Return the members whose municipal management nobody represents in the steering group by name (B21-20)."""
    sitting = {
        one.municipality for one in network.people_on(Function.STEERING, day) if one.role in MANAGEMENT
    }
    return tuple(sorted(network.municipalities_on(day) - sitting))


def _management_in_steering_group(network: Network, day: date) -> _Gaps:
    if network.people_on(Function.STEERING, day):
        lacking = bool(unrepresented(network, day))
    else:
        # Known from an application alone, which names nobody.
        lacking = network.steering_group and not network.management_in_steering_group
    if lacking:
        yield "management_not_in_steering_group", {}


def _works_with(network: Network, day: date, *kinds: PartnerKind) -> bool:
    return any(partner.kind in kinds for partner in on(network.partners, day))


def _knowledge_environment_or_bufetat(network: Network, day: date) -> _Gaps:
    asked = any(one.kind is PartnerKind.BUFETAT for one in network.helps)
    if not asked and not _works_with(network, day, PartnerKind.KNOWLEDGE_ENVIRONMENT, PartnerKind.BUFETAT):
        yield "knowledge_environment_or_bufetat_missing", {}


def _knowledge_environment(network: Network, day: date) -> _Gaps:
    if not _works_with(network, day, PartnerKind.KNOWLEDGE_ENVIRONMENT):
        yield "knowledge_environment_missing", {}


def _other_services(network: Network, day: date) -> _Gaps:
    for service in on(network.services, day):
        if service.kind is not ServiceKind.BARNEVERN:
            yield (
                "other_service_takes_part",
                {"service": service.name, "service_kind": service.kind.value},
            )


#: The checks that concern a network as it stands; the others ask about an application.
_CHECKS: Final[Mapping[Check, Callable[[Network, date], _Gaps]]] = {
    Check.CONSENT: _consent,
    Check.TWO_REPRESENTATIVES: _two_representatives,
    Check.MANAGEMENT_REPRESENTATIVE: _management_representative,
    Check.NETWORK_LEADER: _network_leader,
    Check.STEERING_GROUP: _steering_group,
    Check.MANAGEMENT_IN_STEERING_GROUP: _management_in_steering_group,
    Check.KNOWLEDGE_ENVIRONMENT_OR_BUFETAT: _knowledge_environment_or_bufetat,
    # Where even foster-home projects need one, every network does (I21-20); elsewhere it is the project's matter.
    Check.FOSTER_KNOWLEDGE_ENVIRONMENT: _knowledge_environment,
    Check.OTHER_SERVICES: _other_services,
}
