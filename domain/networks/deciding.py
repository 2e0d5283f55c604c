"""Who may change what of a network, and when not: every command of the register becomes events or a refusal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from domain.actors import Actor, Role
from domain.application import PartnerKind
from domain.events import Event
from domain.networks import commands as c
from domain.networks import events as e
from domain.networks.applied import Applied, as_applied, news_of
from domain.networks.evolving import evolve_network
from domain.networks.membership import agree, consent, join, leave
from domain.networks.parties import (
    add_partner,
    add_service,
    end_partner,
    end_service,
    name_person,
    stand_down,
)
from domain.networks.parts import Function, Network
from domain.networks.support import ask_help, follow_up, give_help
from domain.networks.within import Within
from domain.officework.duties import Matter, OfficeDuties
from domain.organisations.directory import Directory
from domain.refusal import Refused
from domain.registering import check_keeper, check_not_ahead

#: What a municipality says for itself, by its signatory.
_OF_MEMBER: Final = (c.ConsentToNetwork, c.LeaveNetwork)

#: What each command is about, by which its rule is found.
_MATTERS: Final[Mapping[type[Any], Matter]] = {
    c.RegisterNetwork: Matter.NETWORK,
    c.TakeApplication: Matter.NETWORK,
    c.RenameNetwork: Matter.NETWORK,
    c.EndNetwork: Matter.MEMBERSHIP,
    c.JoinNetwork: Matter.MEMBERSHIP,
    c.ConsentToNetwork: Matter.MEMBERSHIP,
    c.LeaveNetwork: Matter.MEMBERSHIP,
    c.AddService: Matter.SERVICES,
    c.EndService: Matter.SERVICES,
    c.StandDown: Matter.LEADER,
    c.AddPartner: Matter.PARTNERS,
    c.EndPartner: Matter.PARTNERS,
    c.AskHelp: Matter.HELP,
    c.GiveHelp: Matter.HELP,
    c.LogFollowUp: Matter.FOLLOW_UP,
}

_OF_FUNCTION: Final[Mapping[Function, Matter]] = {
    Function.LEADER: Matter.LEADER,
    Function.STEERING: Matter.STEERING,
    Function.REPRESENTATIVE: Matter.REPRESENTATIVES,
    Function.CONTACT: Matter.CONTACTS,
}


def rule_of(command: c.NetworkCommand | c.RegisterNetwork, duties: OfficeDuties, year: int) -> str:
    """Return the rule by which *command* is asked for in *year*."""
    if isinstance(command, c.AgreeToMember):
        return "E24"
    if isinstance(command, c.NamePerson):
        return duties.rule(_OF_FUNCTION[command.function], year)
    if isinstance(command, c.AddService) and command.project_id is not None:
        return duties.rule(Matter.PROJECT_SERVICES, year)
    if isinstance(command, c.AskHelp) and command.partner_kind is PartnerKind.BUFETAT:
        return duties.rule(Matter.HELP_BUFETAT, year)
    return duties.rule(_MATTERS[type(command)], year)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFacts:
    """What a decision about a network must know beside it.

    Args:
        today: Norwegian day.
        directory: Which municipalities there are.
        duties: By which rules the office works.
        projects: Ids of the network's projects.
        applied: The newest application of a network that nobody has registered, or the one that is taken over.
    """

    today: date
    directory: Directory
    duties: OfficeDuties
    projects: frozenset[str] = frozenset()
    applied: Applied | None = None


def register_network(
    command: c.RegisterNetwork, actor: Actor, network_id: str, facts: NetworkFacts
) -> e.NetworkRegistered:
    """Return the registration of a new network.

    Raises:
        Refused: unless an officer or leader of the office asks, about a day that is not ahead.
    """
    rule = rule_of(command, facts.duties, facts.today.year)
    check_keeper(command.kind, actor, command.office, rule)
    check_not_ahead(command.from_day, facts.today, rule)
    return e.NetworkRegistered(
        network_id=network_id,
        network_name=command.network_name,
        office=command.office,
        strand=command.strand,
        from_day=command.from_day,
        case_no=None,
        by=actor.subject,
    )


def decide_network(
    network: Network | None, command: c.NetworkCommand, actor: Actor, facts: NetworkFacts
) -> list[Event]:
    """Return what *command* brings about.

    A network that is known from an application alone is registered as the application has it first.

    Raises:
        Refused: with the rule behind it. Then nothing happens.
    """
    events: list[Event] = []
    if network is None:
        if facts.applied is None:
            raise Refused("no_such_network", "B21-05")
        events = as_applied(facts.applied, facts.directory, actor.subject)
        for event in events:
            network = evolve_network(network, event)
        assert network is not None  # noqa: S101 - the first event makes one
    within = Within(
        network=network,
        by=actor.subject,
        today=facts.today,
        rule=rule_of(command, facts.duties, facts.today.year),
        directory=facts.directory,
        projects=facts.projects,
    )
    _check_may(within, command, actor)
    if isinstance(command, c.TakeApplication):
        return _take(within, command, facts.applied, events)
    return [*events, *_DECIDE[type(command)](within, command)]


def _check_may(within: Within, command: c.NetworkCommand, actor: Actor) -> None:
    network, rule = within.network, within.rule
    if isinstance(command, c.AgreeToMember):
        # Only the member's own office can agree; the membership says which that is.
        member = network.member_on(command.municipality, within.today)
        check_keeper(command.kind, actor, member.office if member else network.office, rule)
    elif isinstance(command, _OF_MEMBER) and actor.role is Role.APPLICANT_SIGNATORY:
        known = within.directory.municipality(command.municipality)
        if known is None or known.org_number != actor.unit:
            raise Refused("other_municipality", rule, unit=actor.unit)
    else:
        check_keeper(command.kind, actor, network.office, rule)
    if not network.exists_on(within.today) and not isinstance(command, c.LogFollowUp | c.GiveHelp):
        assert network.last_day is not None  # noqa: S101 - it has ended
        raise Refused("network_ended", rule, last_day=network.last_day.isoformat())


def _take(
    within: Within, command: c.TakeApplication, applied: Applied | None, events: list[Event]
) -> list[Event]:
    if applied is None or applied.case_no != command.case_no:
        raise Refused("no_such_application", within.rule, case_no=command.case_no)
    if applied.network_id != within.network.network_id:
        raise Refused("application_of_other_network", within.rule, case_no=command.case_no)
    news = [*events, *news_of(within.network, applied, within.directory, within.by)]
    if not news:
        raise Refused("nothing_new_in_application", within.rule, case_no=command.case_no)
    return news


def _rename(within: Within, command: c.RenameNetwork) -> list[Event]:
    return [e.NetworkRenamed(network_name=command.network_name, by=within.by)]


def _end(within: Within, command: c.EndNetwork) -> list[Event]:
    within.need_order(within.network.first_day, command.last_day)
    return [e.NetworkEnded(last_day=command.last_day, reason=command.reason, by=within.by)]


_DECIDE: Final[Mapping[type[Any], Callable[[Within, Any], list[Event]]]] = {
    c.RenameNetwork: _rename,
    c.EndNetwork: _end,
    c.JoinNetwork: join,
    c.ConsentToNetwork: consent,
    c.LeaveNetwork: leave,
    c.AgreeToMember: agree,
    c.AddService: add_service,
    c.EndService: end_service,
    c.NamePerson: name_person,
    c.StandDown: stand_down,
    c.AddPartner: add_partner,
    c.EndPartner: end_partner,
    c.AskHelp: ask_help,
    c.GiveHelp: give_help,
    c.LogFollowUp: follow_up,
}
