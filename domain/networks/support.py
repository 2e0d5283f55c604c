"""How the office supports a network: help asked and given, and the follow-up log (H18-11, H18-12, R26-62, R26-65)."""

from domain.events import Event
from domain.networks import commands as c
from domain.networks import events as e
from domain.networks.within import Within
from domain.refusal import Refused


def ask_help(within: Within, command: c.AskHelp) -> list[Event]:
    """Note that help was asked for; it is a task until it is given."""
    within.need_not_ahead(command.asked_on)
    if command.partner is not None and command.partner not in {one.number for one in within.network.partners}:
        raise Refused("no_such_number", within.rule, number=command.partner)
    return [
        e.HelpAsked(
            number=len(within.network.helps) + 1,
            partner_kind=command.partner_kind,
            partner=command.partner,
            asked_by=command.asked_by,
            asked_on=command.asked_on,
            about=command.about,
            by=within.by,
        )
    ]


def give_help(within: Within, command: c.GiveHelp) -> list[Event]:
    """Note what help was given."""
    asked = next((one for one in within.network.helps if one.number == command.number), None)
    if asked is None:
        raise Refused("no_such_number", within.rule, number=command.number)
    if asked.given_on is not None:
        raise Refused(
            "ended_already", within.rule, number=command.number, last_day=asked.given_on.isoformat()
        )
    within.need_not_ahead(command.given_on)
    within.need_order(asked.asked_on, command.given_on)
    return [e.HelpGiven(number=command.number, given_on=command.given_on, given=command.given, by=within.by)]


def follow_up(within: Within, command: c.LogFollowUp) -> list[Event]:
    """Write a line in the log."""
    within.need_not_ahead(command.held_on)
    return [e.FollowedUp(entry=command.entry, held_on=command.held_on, text=command.text, by=within.by)]
