"""Cases in Innlandet: its own stricter rules of 2021, and around the reporting threshold in 2026."""

from datetime import date
from typing import Final

from cli.demonstration.calls import INNLANDET, INNLANDET_2021
from cli.demonstration.forms import application, one_service, with_one_representative
from cli.demonstration.language import HOST, LEADER, OFFICER, Life, on, refused
from cli.demonstration.verbs import (
    AT_SECOND_TRY,
    NO_DUTY,
    TO_APPROVAL,
    TO_MONEY,
    approved,
    assess,
    audited,
    closed,
    duties,
    granted_and_paid,
    hand_in,
    impartial,
    life,
    not_acceptable,
    paid,
    received,
    recommend,
    recommended,
    reported,
    send_back,
    used,
)
from domain import commands as c
from domain.lifecycle import Stage
from domain.money import kroner
from domain.private import Private

#: In 2021 two services are asked for, and from that year on they may be of other kinds (B21-03, B21-26).
_SERVICES: Final = [
    {"name": "Barneverntjenesten i Elverum", "kind": "barnevern", "municipalities": ["3420"]},
    {"name": "Barneverntjenesten i Trysil", "kind": "barnevern", "municipalities": ["3421"]},
    {"name": "Helsestasjonen i Elverum", "kind": "health", "municipalities": ["3420"]},
]


def audit_above_200_000() -> Life:
    """In Innlandet 2021 everybody reports, and above 200 000 kroner the accounts are audited (I21-29, I21-30)."""
    call, kr = INNLANDET_2021, 350_000
    form = application(
        call, "Gjøvik, Østre Toten, Vestre Toten", kr, "Gjøvikregionen", "Barnevern og helsestasjon sammen"
    )
    terms = duties(2021, report_last_day=date(2022, 3, 1), audit_last_day=date(2022, 5, 2))
    return life(
        "i2021-audit",
        "Innlandet 2021: audit above 200,000",
        call,
        form,
        granted_and_paid(call, form, kr, terms, applied="2021-05-28 09:10", voucher="I21-1"),
        reported("2021", delivered="2022-02-14", approved_on="2022-02-21", spent_kr=kr, until="2022-01-28"),
        audited("2021", kr, delivered="2022-04-04", accepted="2022-04-11"),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.REPORTED, Stage.AUDITED),
        granted_kr=kr,
        leaves=("ReportDutyArose", "AuditDutyArose"),
        letters=("L12",),
        shows=("C7",),
    )


def no_audit_up_to_200_000() -> Life:
    """In Innlandet 2021 exactly 200 000 kroner is reported and not audited: the case ends with its report."""
    call, kr = INNLANDET_2021, 200_000
    form = application(
        call,
        "Elverum, Trysil",
        kr,
        "Sør-Østerdal",
        "Fosterhjem i slekt og nettverk",
        project_type="foster_home",
        services=_SERVICES,
    )
    terms = duties(2021, report_last_day=date(2022, 3, 1), audit="none", audit_last_day=None)
    return life(
        "i2021-report",
        "Innlandet 2021: no audit at 200,000",
        call,
        form,
        granted_and_paid(call, form, kr, terms, applied="2021-05-28 09:20", voucher="I21-2"),
        on("2021-12-10", HOST, used()),
        reported("2021", delivered="2022-02-14", approved_on="2022-02-21", spent_kr=kr, until="2021-12-03"),
        path=(*TO_MONEY, Stage.REPORTED, Stage.CLOSED),
        granted_kr=kr,
        leaves=("ReportDutyArose",),
        letters=("L12", "L20"),
        shows=("C7", "C8"),
    )


def each_grant_alone_2021() -> Life:
    """A second grant to a project of Innlandet 2021: each is tried alone, so neither is audited (I21-30)."""
    call, kr = INNLANDET_2021, 150_000
    form = application(
        call,
        "Elverum, Trysil",
        kr,
        "Sør-Østerdal",
        "Fosterhjem i slekt og nettverk",
        project_type="foster_home",
    )
    terms = duties(2021, report_last_day="2022-03-01", audit="none", audit_last_day=None)
    return life(
        "i2021-again",
        "… 150,000 more to it: each grant alone, no audit",
        call,
        form,
        granted_and_paid(call, form, kr, terms, applied="2021-05-28 09:30", voucher="I21-3"),
        on("2021-12-10", HOST, used()),
        reported("2021", delivered="2022-02-14", approved_on="2022-02-21", spent_kr=kr, until="2021-12-03"),
        path=(*TO_MONEY, Stage.REPORTED, Stage.CLOSED),
        granted_kr=kr,
        shows=("C8",),
    )


def tightened_2021() -> Life:
    """Innlandet 2021 asks for more than the directorate: two services, two representatives, a leader, a budget (I21-10 to I21-19)."""
    call, kr = INNLANDET_2021, 900_000
    form = application(
        call, "Hamar, Løten, Stange, Ringsaker, Åmot", kr, "Hedmark", "Fra bekymring til handling"
    )
    poor = with_one_representative(
        one_service(form, "Felles barneverntjeneste for fem", budget=(), own_funding_kr=0)
    )
    lacking = (
        "too_few_services|B21-03|services",
        "budget_missing|I21-19|budget",
        *(f"too_few_representatives|I21-11|members[{number}].representatives" for number in range(5)),
        "network_leader_missing|I21-10|network_leader",
    )
    last = c.Rank(place=9, reason=Private(text="Andre når flere kommuner for samme beløp."))
    refusal = c.Recommend(grant=False, rejection_ground="priority", reason=Private(text="Rammen er brukt."))
    return life(
        "i2021-more",
        "Innlandet 2021: one service for five is refused",
        call,
        form,
        on("2021-05-28", HOST, hand_in(poor), hour="09:00", refusal=not_acceptable(*lacking)),
        received(call, form, "2021-05-28 09:40"),
        on(call.days.assess, OFFICER, assess(call, 0)),
        on(call.days.recommend, OFFICER, last, refusal),
        on(
            call.days.decide,
            LEADER,
            impartial(),
            c.Reject(reason=Private(text="Godt prosjekt, men andre går foran innenfor rammen.")),
        ),
        path=(*TO_APPROVAL, Stage.REJECTED),
        leaves=("Rejected",),
        letters=("L07",),
        shows=("C1", "C2", "C4", "C11"),
    )


def above_the_threshold() -> Life:
    """More than a million: the letter must ask for a report, and the accounts are audited (R26-52, E11)."""
    call, kr = INNLANDET, 1_200_000
    form = application(
        call, "Hamar, Ringsaker, Løten, Stange", kr, "Hedmarken", "Én dør inn: felles mottak av meldinger"
    )
    return life(
        "above",
        "Above the threshold: reported, audited",
        call,
        form,
        granted_and_paid(call, form, kr, duties(2026), applied="2026-04-13 09:10", voucher="IN-1"),
        on("2026-12-10", HOST, used()),
        reported("2026", delivered="2027-02-15", approved_on="2027-02-22", spent_kr=kr, until="2026-12-04"),
        audited("2026", kr, delivered="2027-05-03", accepted="2027-05-10"),
        path=(*TO_MONEY, Stage.REPORTED, Stage.AUDITED),
        granted_kr=kr,
        leaves=("ThresholdEvaluated", "ReportDutyArose", "AuditDutyArose"),
        letters=("L05", "L12"),
        shows=("C7", "C14"),
    )


def below_the_threshold() -> Life:
    """Less than a million and nothing asked for in the letter: one question about the use, then closed (E28)."""
    call, kr = INNLANDET, 400_000
    form = application(call, "Lillehammer, Øyer, Gausdal", kr, "Gudbrandsdalen", "Tidlig innsats sammen")
    return life(
        "below",
        "Below it: closed after the use question",
        call,
        form,
        granted_and_paid(call, form, kr, NO_DUTY, applied="2026-04-13 09:20", voucher="IN-2"),
        on("2028-01-10", HOST, used()),
        closed("2028-01-17"),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.CLOSED),
        granted_kr=kr,
        leaves=("GrantYearEnded", "UseDeadlinePassed", "use@-90d", "use@-7d", "UseAnswered"),
        letters=("use_question", "L20"),
    )


def exactly_the_threshold() -> Life:
    """Exactly a million is said nothing about: a person chooses, and writes why (E1)."""
    call, kr = INNLANDET, 1_000_000
    form = application(call, "Tynset, Tolga, Alvdal", kr, "Nord-Østerdal", "Felles vakt, felles praksis")
    reason = "Nettverket har levert gode rapporter før; samtale i stedet for rapport."
    chosen = NO_DUTY.model_validate({"reporting": "none", "audit": "none", "reporting_reason": reason})
    refusal = refused("choice_needs_reason", basis_ore=kroner(kr), limit_ore=kroner(kr))
    return life(
        "exactly",
        "Exactly 1,000,000: a choice with a reason",
        call,
        form,
        received(call, form, "2026-04-13 09:30"),
        recommended(call, kr, NO_DUTY),
        on(call.days.decide, LEADER, impartial()),
        on(call.days.decide, LEADER, c.Grant(), refusal=refusal),
        on(call.days.decide, LEADER, send_back("Begrunn valget om rapportering.")),
        on("2026-05-20", OFFICER, recommend(kr, chosen), hour="13:00"),
        on("2026-05-21", LEADER, c.Grant()),
        paid(call, form, kr, voucher="IN-3"),
        on("2028-01-10", HOST, used()),
        closed("2028-01-17"),
        path=(*AT_SECOND_TRY, Stage.CARRY_OVER, Stage.CLOSED),
        granted_kr=kr,
        leaves=("SentBack", "ThresholdEvaluated"),
    )


def returned_for_supplement() -> Life:
    """An application on paper lacks consent and anchoring: registered as it is, returned, completed (T04, T06, T07)."""
    call, kr = INNLANDET, 300_000
    whole = application(call, "Kongsvinger, Eidskog", kr, "Glåmdalen", "Ungdom i overgangen")
    bare = whole.members[1].model_copy(update={"consented_on": None, "anchoring": None})
    paper = whole.model_copy(update={"members": (whole.members[0], bare)})
    back = c.ReturnForSupplement.model_validate(
        {
            "deficiencies": ["consent_missing", "anchoring_missing"],
            "explanation": "Samtykke og forankring mangler for Eidskog.",
            "last_day": date(2026, 5, 1),
        }
    )
    take = c.Assign(officer="case_officer@SFIN")
    return life(
        "supplement",
        "Returned for supplement",
        call,
        whole,
        on("2026-04-14", OFFICER, hand_in(paper, by_hand=True)),
        on(call.days.assign, OFFICER, impartial(), take),
        on("2026-04-17", OFFICER, back),
        on("2026-04-29", HOST, c.Supplement(application=whole)),
        on(call.days.assess, OFFICER, assess(call, kr)),
        on(call.days.recommend, OFFICER, recommend(kr, NO_DUTY)),
        approved(call),
        paid(call, whole, kr, voucher="IN-4"),
        on("2026-12-10", HOST, used()),
        closed("2028-01-17"),
        path=(Stage.SUBMITTED, Stage.IN_ASSESSMENT, Stage.RETURNED, *TO_MONEY[1:], Stage.CLOSED),
        granted_kr=kr,
        leaves=("ReturnedForSupplement", "supplement:1@-3d", "Supplemented"),
        letters=("L04",),
    )


def lives() -> tuple[Life, ...]:
    """Return the cases of this office."""
    return (
        audit_above_200_000(),
        no_audit_up_to_200_000(),
        each_grant_alone_2021(),
        tightened_2021(),
        above_the_threshold(),
        below_the_threshold(),
        exactly_the_threshold(),
        returned_for_supplement(),
    )
