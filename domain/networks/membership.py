"""Municipalities join and leave, each by its own free choice (B21-14, R26-09)."""

from domain.events import Event
from domain.networks import commands as c
from domain.networks import events as e
from domain.networks.parts import from_then_on
from domain.networks.within import Within
from domain.refusal import Refused


def join(within: Within, command: c.JoinNetwork) -> list[Event]:
    """Let a municipality join; one from another office's area waits for that office to agree (E24)."""
    municipality = within.need_municipality(command.municipality, command.from_day)
    network = within.network
    members = from_then_on(network.members, command.from_day)
    if any(one.municipality == command.municipality for one in members):
        raise Refused("already_a_member", within.rule, municipality=command.municipality)
    if command.consented_on is not None:
        within.need_not_ahead(command.consented_on)
    return [
        e.MemberJoined(
            municipality=command.municipality,
            member_office=municipality.office,
            org_number=municipality.org_number,
            consented_on=command.consented_on,
            agreed=municipality.office == network.office,
            from_day=command.from_day,
            by=within.by,
        )
    ]


def consent(within: Within, command: c.ConsentToNetwork) -> list[Event]:
    """Note the consent of a member."""
    within.need_not_ahead(command.consented_on)
    within.need_member(command.municipality, within.today)
    return [
        e.MemberConsented(municipality=command.municipality, consented_on=command.consented_on, by=within.by)
    ]


def leave(within: Within, command: c.LeaveNetwork) -> list[Event]:
    """Let a municipality leave; those who sat there for it stand down the same day."""
    within.need_member(command.municipality, command.last_day)
    left = e.MemberLeft(
        municipality=command.municipality, last_day=command.last_day, reason=command.reason, by=within.by
    )
    # Also those who were to begin later: they never do.
    people = [
        one
        for one in from_then_on(within.network.people, command.last_day)
        if one.municipality == command.municipality
    ]
    return [
        left,
        *(
            e.PersonStoodDown(
                number=one.number,
                function=one.function,
                municipality=one.municipality,
                last_day=command.last_day,
                by=within.by,
            )
            for one in people
        ),
    ]


def agree(within: Within, command: c.AgreeToMember) -> list[Event]:
    """Note that the member's own office agrees."""
    member = within.need_member(command.municipality, within.today)
    if member.agreed:
        raise Refused("nothing_to_agree_to", within.rule, municipality=command.municipality)
    return [e.MembershipAgreed(municipality=command.municipality, member_office=member.office, by=within.by)]
