"""Tasks about one network: too few members, another office's word, a year without contact, help that was asked for."""

from collections.abc import Iterator
from datetime import timedelta

from domain.instants import months_after
from domain.networks.parts import FollowUp, Network, on
from domain.networks.standing import below_minimum
from domain.officework.desk import Desk, KnownNetwork, OfficeTask
from domain.officework.duties import Matter


def of_network(desk: Desk, known: KnownNetwork) -> Iterator[OfficeTask]:
    """Return the tasks of one network."""
    network = known.network
    if desk.registers.rules is not None:
        for gap in below_minimum(network, desk.registers.rules, desk.today):
            yield desk.task(
                "membership_below_minimum",
                f"{network.network_id}:{gap.code}",
                "E22",
                network.name,
                None,
                cases=list(known.open_cases),
                minimum_rule=gap.rule,
                **gap.params,
            )
    yield from _not_agreed(desk, known)
    yield from _follow_up(desk, network)
    yield from _reorganised(desk, network)
    yield from _help(desk, network)


def _not_agreed(desk: Desk, known: KnownNetwork) -> Iterator[OfficeTask]:
    """Say which other office is waited for: nothing is granted to the network before it agrees to its member (E24)."""
    network = known.network
    for member in on(network.members, desk.today):
        if member.office != desk.office and not member.agreed:
            yield desk.task(
                "await_agreement",
                f"{network.network_id}:{member.municipality}",
                "E24",
                network.name,
                None,
                municipality=member.municipality,
                member_office=member.office,
                cases=list(known.open_cases),
            )


def _follow_up(desk: Desk, network: Network) -> Iterator[OfficeTask]:
    """Remind once a year; a contact or a meeting is following up, a note is not (H18-11, R26-62)."""
    duty = desk.registers.duties.follow_up
    met = [one.held_on for one in network.log if one.entry is not FollowUp.NOTE]
    last_day = months_after(max([network.first_day, *met]), duty.every_months)
    if desk.today >= last_day - timedelta(days=duty.notice_days):
        yield desk.task(
            "follow_up_network", network.network_id, desk.rule(Matter.FOLLOW_UP), network.name, last_day
        )


def _reorganised(desk: Desk, network: Network) -> Iterator[OfficeTask]:
    """Ask who goes on in the network, where a member was merged or split (E23)."""
    for member in on(network.members, desk.today):
        known = desk.registers.directory.municipality(member.municipality)
        if known is not None and not known.holds_on(desk.today):
            yield desk.task(
                "member_reorganised",
                f"{network.network_id}:{member.municipality}",
                "E23",
                network.name,
                None,
                municipality=member.municipality,
                became=list(known.became),
            )


def _help(desk: Desk, network: Network) -> Iterator[OfficeTask]:
    """Keep help that was asked for on the table until it is given (R26-65, R26-29)."""
    for one in network.helps:
        if one.given_on is None:
            matter = Matter.HELP_BUFETAT if one.kind == "bufetat" else Matter.HELP
            last_day = one.asked_on + timedelta(days=desk.registers.duties.help.answer_days)
            yield desk.task(
                "answer_help",
                f"{network.network_id}:{one.number}",
                desk.rule(matter),
                network.name,
                last_day,
                number=one.number,
            )
