"""Cases under the guidelines of each year, and what the years say against each other (docs/edge-cases.md, C1 to C16)."""

from dataclasses import replace
from typing import Final

from cli.demonstration.calls import (
    HORDALAND_2018,
    MORE_2023,
    ROGALAND,
    ROGALAND_2021,
    TROMS_OG_FINNMARK_2022,
)
from cli.demonstration.forms import application, one_service, with_one_representative
from cli.demonstration.language import HOST, LEADER, OFFICER, Act, Life, on, refused
from cli.demonstration.verbs import (
    AT_SECOND_TRY,
    CHOSEN,
    NO_DUTY,
    TO_MONEY,
    approved,
    closed,
    granted_and_paid,
    hand_in,
    impartial,
    life,
    not_acceptable,
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

_BACK_WITH_REASONS: Final = "Skriv hvorfor vi ikke krever rapport og revisjon."


def _asked_and_closed(year: int) -> tuple[Act, ...]:
    """The one question is answered after the use deadline, and the case closed."""
    return (*on(f"{year + 2}-01-10", HOST, used()), *closed(f"{year + 2}-01-17"))


def silent_2018() -> Life:
    """2018 asks for little and says nothing of reports: one service will do, and a person chooses (H18-04, H18-08, Q9)."""
    call, kr = HORDALAND_2018, 300_000
    whole = application(call, "Voss, Kvam, Ulvik", kr, "Hardanger og Voss", "Frå melding til tiltak")
    form = with_one_representative(one_service(whole, "Felles barnevernteneste for Voss, Kvam og Ulvik"))
    refusal = refused("choice_needs_reason", basis_ore=kroner(kr), limit_ore=None)
    return life(
        "h2018",
        "2018: one service, and no word of reports",
        call,
        form,
        received(call, form, "2018-04-13 09:10"),
        recommended(call, kr, NO_DUTY),
        on(call.days.decide, LEADER, impartial()),
        on(call.days.decide, LEADER, c.Grant(), refusal=refusal),
        on(call.days.decide, LEADER, send_back(_BACK_WITH_REASONS)),
        on(call.days.decide, OFFICER, recommend(kr, CHOSEN), hour="13:00"),
        on(call.days.decide, LEADER, c.Grant(), hour="14:00"),
        paid(call, form, kr, voucher="HO-1"),
        _asked_and_closed(2018),
        path=(*AT_SECOND_TRY, Stage.CARRY_OVER, Stage.CLOSED),
        granted_kr=kr,
        leaves=("GrantYearEnded", "UseDeadlinePassed"),
        shows=("C1", "C2", "C4"),
    )


def self_initiated_2021() -> Life:
    """2021 asks a self-initiated project for a knowledge environment, from a pot of its own (B21-13, B21-36)."""
    call, kr = ROGALAND_2021, 350_000
    form = application(call, "Sandnes, Gjesdal, Time", kr, "Jæren", "Foreldrestøtte på tvers")
    alone = form.model_copy(update={"partners": ()})
    refusal = not_acceptable(
        "knowledge_environment_missing|B21-36|partners",
        "knowledge_environment_or_bufetat_missing|B21-24|partners",
    )
    return life(
        "b2021-self",
        "2021: self-initiated, not without knowledge environment",
        call,
        form,
        on("2021-04-13", HOST, hand_in(alone), hour="09:00", refusal=refusal),
        granted_and_paid(call, form, kr, CHOSEN, applied="2021-04-13 09:10", voucher="RO21-1"),
        _asked_and_closed(2021),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.CLOSED),
        granted_kr=kr,
        shows=("C5", "C6", "C9", "C12"),
    )


def foster_home_2021() -> Life:
    """The same network's foster home project does with Bufetat, from the other pot (B21-25, B21-37, Q5)."""
    call, kr = ROGALAND_2021, 500_000
    form = application(
        call,
        "Sandnes, Gjesdal, Time",
        kr,
        "Jæren",
        "Fosterheimar som varer",
        project_type="foster_home",
        partners=[{"kind": "bufetat", "name": "Bufetat, region vest"}],
    )
    return life(
        "b2021-foster",
        "… its foster home project: Bufetat will do",
        call,
        form,
        granted_and_paid(call, form, kr, CHOSEN, applied="2021-04-13 09:20", voucher="RO21-2"),
        _asked_and_closed(2021),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.CLOSED),
        granted_kr=kr,
        shows=("C5", "C6", "C9", "C12"),
    )


def between_2022() -> Life:
    """No guidelines of 2022 are known: the round fills in what it must, and its money comes after its decision (I21-03)."""
    call, kr = TROMS_OG_FINNMARK_2022, 400_000
    form = application(call, "Tromsø, Balsfjord, Karlsøy", kr, "Nord-Troms", "Sammen om ungdom")
    later = replace(call, days=replace(call.days, decide="2022-05-22"))
    return life(
        "between-2022",
        "2022: no guidelines known, and the money late",
        call,
        form,
        received(call, form, "2022-04-13 09:10"),
        recommended(call, kr, CHOSEN),
        on(call.days.decide, LEADER, impartial()),
        on(call.days.decide, LEADER, c.Grant(), refusal=refused("no_mandate")),
        approved(later),
        paid(call, form, kr, voucher="TF22-1"),
        _asked_and_closed(2022),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.CLOSED),
        granted_kr=kr,
        shows=("C13",),
    )


def plan_2023() -> Life:
    """In 2023 a plan is a must, and representatives and leader are not mentioned (W23-16)."""
    call, kr = MORE_2023, 450_000
    form = with_one_representative(
        application(call, "Molde, Hustadvika, Gjemnes", kr, "Romsdal", "Barnet i sentrum")
    )
    unplanned = form.model_copy(update={"project": form.project.model_copy(update={"plan": None})})
    return life(
        "b2023",
        "2023: not without a plan",
        call,
        form,
        on(
            "2023-04-13", HOST, hand_in(unplanned), refusal=not_acceptable("plan_missing|W23-16|project.plan")
        ),
        granted_and_paid(call, form, kr, CHOSEN, applied="2023-04-13 10:10", voucher="MR23-1"),
        _asked_and_closed(2023),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.CLOSED),
        granted_kr=kr,
        shows=("C2", "C3", "C4"),
    )


def bare_2026() -> Life:
    """2026 asks for two child-welfare services; plan, leader and representatives are no must, and one pot takes all (R26-10)."""
    call, kr = ROGALAND, 250_000
    whole = application(
        call, "Stavanger, Sola", kr, "Nord-Jæren", "Fosterheim nær heime", project_type="foster_home"
    )
    plain = whole.project.model_copy(update={"plan": None, "foster_home": True})
    form = with_one_representative(whole.model_copy(update={"project": plain, "partners": ()}))
    alone = one_service(form, "Felles barneverntjeneste for Stavanger og Sola")
    terms = NO_DUTY.model_validate(NO_DUTY.model_dump() | {"knowledge_environment": "payment"})
    met = c.MeetCondition(
        condition="knowledge_environment", note=Private(text="Avtale med et kunnskapsmiljø.")
    )
    money = paid(call, form, kr, voucher="RO-1")
    return life(
        "bare-2026",
        "2026: one service is refused, no plan is not",
        call,
        form,
        on(
            "2026-04-13",
            HOST,
            hand_in(alone),
            hour="09:00",
            refusal=not_acceptable("too_few_barnevern_services|R26-10|services"),
        ),
        received(call, form, "2026-04-13 09:10"),
        recommended(call, kr, terms),
        approved(call),
        money[:1],
        on(call.days.order, LEADER, c.OrderPayment(), hour="08:30", refusal=refused("condition_not_met")),
        on(call.days.order, OFFICER, met, hour="09:00"),
        money[1:],
        on("2026-12-10", HOST, used()),
        closed("2028-01-17"),
        path=(*TO_MONEY, Stage.CLOSED),
        granted_kr=kr,
        leaves=("ConditionMet",),
        shows=("C1", "C2", "C3", "C4", "C5", "C9"),
    )


def lives() -> tuple[Life, ...]:
    """Return these cases."""
    return (
        silent_2018(),
        self_initiated_2021(),
        foster_home_2021(),
        between_2022(),
        plan_2023(),
        bare_2026(),
    )
