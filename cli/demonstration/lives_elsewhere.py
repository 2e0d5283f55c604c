"""Cases in Agder, around the edge of its frame, and in Trøndelag, a network of leaders."""

from cli.demonstration.calls import AGDER, TRONDELAG
from cli.demonstration.forms import application
from cli.demonstration.language import HOST, LEADER, OFFICER, Life, on, refused
from cli.demonstration.verbs import (
    AT_SECOND_TRY,
    NO_DUTY,
    TO_MONEY,
    closed,
    granted_and_paid,
    hand_in,
    impartial,
    life,
    paid,
    received,
    recommend,
    recommended,
    send_back,
    used,
)
from domain import commands as c
from domain.lifecycle import Stage
from domain.money import kroner
from domain.private import Private


def most_of_the_frame() -> Life:
    """600 000 of a frame of 650 000."""
    call, kr = AGDER, 600_000
    form = application(call, "Arendal, Grimstad, Froland", kr, "Østre Agder", "Sammen om de yngste")
    return life(
        "frame-1",
        "600,000 of a frame of 650,000",
        call,
        form,
        granted_and_paid(call, form, kr, NO_DUTY, applied="2026-04-13 09:10", voucher="AG-1"),
        on("2026-12-10", HOST, used()),
        closed("2028-01-17"),
        path=(*TO_MONEY, Stage.CLOSED),
        granted_kr=kr,
    )


def over_the_frame() -> Life:
    """60 000 more would overspend it by 10 000: refused, nothing recorded; 50 000 are granted instead (T13)."""
    call, wanted, kr = AGDER, 60_000, 50_000
    form = application(call, "Lyngdal, Farsund", wanted, "Lister", "Felles fagdager")
    refusal = refused("frame_exceeded", over_ore=kroner(10_000), frame_ore=kroner(650_000))
    return life(
        "frame-2",
        "10,000 over the frame: refused, then less",
        call,
        form,
        received(call, form, "2026-04-13 09:20"),
        recommended(call, wanted, NO_DUTY),
        on("2026-05-21", LEADER, impartial()),
        on("2026-05-21", LEADER, c.Grant(), refusal=refusal),
        on("2026-05-21", LEADER, send_back("Rammen tåler 50 000.")),
        on("2026-05-21", OFFICER, recommend(kr, NO_DUTY), hour="13:00"),
        on("2026-05-22", LEADER, c.Grant(), hour="09:00"),
        paid(call, form, kr, voucher="AG-2"),
        on("2028-01-10", HOST, used()),
        closed("2028-01-17"),
        path=(*AT_SECOND_TRY, Stage.CARRY_OVER, Stage.CLOSED),
        granted_kr=kr,
        leaves=("SentBack",),
        letters=("L06",),
    )


def late() -> Life:
    """Half an hour after the deadline: received and marked late; an officer recommends, a leader dismisses it (E20, T09)."""
    call = AGDER
    form = application(call, "Flekkefjord, Sirdal", 200_000, "Vest-Agder", "Nettverk for nye ansatte")
    why = Private(text="Kom inn 16. april kl. 00.30.")
    recommended = c.RecommendDismissal(ground="late", reason=why)
    return life(
        "late",
        "Half an hour late: dismissed",
        call,
        form,
        on("2026-04-16", HOST, hand_in(form), hour="00:30"),
        on("2026-04-17", OFFICER, impartial(), recommended),
        on("2026-04-17", LEADER, impartial(), c.Dismiss(ground="late", reason=why), hour="13:00"),
        path=(Stage.SUBMITTED, Stage.DISMISSED),
        leaves=("Dismissed",),
        letters=("L02", "L08"),
    )


def leader_network() -> Life:
    """A network of child-welfare leaders, on the simple form and the earmarked frame (R26-06, R26-44)."""
    call, kr = TRONDELAG, 180_000
    form = application(
        call, "Steinkjer, Verdal, Levanger, Inderøy", kr, "Innherred", "Lederskap i små tjenester"
    )
    return life(
        "leaders",
        "Leader network, simple form, earmarked",
        call,
        form,
        granted_and_paid(call, form, kr, NO_DUTY, applied="2026-04-13 09:10", voucher="TL-1"),
        on("2026-12-10", HOST, used()),
        closed("2028-01-17"),
        path=(*TO_MONEY, Stage.CLOSED),
        granted_kr=kr,
    )


def lives() -> tuple[Life, ...]:
    """Return the cases of these offices."""
    return (most_of_the_frame(), over_the_frame(), late(), leader_network())
