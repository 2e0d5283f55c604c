"""Cases in Vestland, in nynorsk: one project with three grants, and money carried over to the next year."""

from dataclasses import replace
from datetime import date
from typing import Final

from cli.demonstration.calls import VESTLAND, VESTLAND_AUTUMN
from cli.demonstration.forms import application
from cli.demonstration.language import Call, Life
from cli.demonstration.verbs import (
    NO_DUTY,
    TO_MONEY,
    audited,
    duties,
    granted_and_paid,
    life,
    reported,
)
from domain.application import Application
from domain.lifecycle import Stage
from domain.terms import Terms

_SHARE: Final = 400_000

#: The third grant is decided the day after the second, so that there is a third.
_LATER: Final = replace(VESTLAND_AUTUMN, days=replace(VESTLAND_AUTUMN.days, decide="2026-10-15"))


def _indre_sogn(call: Call) -> Application:
    return application(call, "Sogndal, Luster, Lærdal", _SHARE, "Indre Sogn", "Born i to heimar")


def _grant(number: int, title: str, call: Call, applied: str, terms: Terms = NO_DUTY) -> Life:
    """One grant of the project, reported and audited on its own money; told so where its own letter does not ask."""
    form = _indre_sogn(call)
    told = terms is NO_DUTY
    return life(
        f"three-{number}",
        title,
        call,
        form,
        granted_and_paid(call, form, _SHARE, terms, applied=applied, voucher=f"VL-{number}"),
        reported(
            "2026", delivered="2027-02-15", approved_on="2027-02-22", spent_kr=_SHARE, until="2027-01-29"
        ),
        audited("2026", _SHARE, delivered="2027-05-03", accepted="2027-05-10"),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.REPORTED, Stage.AUDITED),
        granted_kr=_SHARE,
        leaves=("ThresholdEvaluated", "ReportDutyArose", *(["ProjectDutyNoted"] if told else [])),
        letters=("project_duty",) if told else (),
        shows=("C8",),
    )


def three_grants() -> tuple[Life, Life, Life]:
    """Three times 400 000 to one project: the duty arises at the third decision, for the whole period (R26-53)."""
    return (
        _grant(1, "3 × 400,000 to one project: the first", VESTLAND, "2026-04-13 09:10"),
        _grant(2, "… the second: near the limit", VESTLAND_AUTUMN, "2026-09-10 09:10"),
        _grant(3, "… the third: the duty, for all three", _LATER, "2026-09-10 09:20", duties(2026)),
    )


def carried_over() -> Life:
    """Money left at the end of the year goes on to the next, which has a report of its own (R26-31, R26-58, R26-59)."""
    call, kr = VESTLAND, 1_100_000
    form = application(call, "Voss, Vaksdal, Samnanger", kr, "Bergsdalen", "Samarbeid med skulen")
    terms = duties(2026, audit="collected", audit_last_day=date(2028, 6, 1))
    return life(
        "carried-over",
        "Carried over: a second report",
        call,
        form,
        granted_and_paid(call, form, kr, terms, applied="2026-04-13 09:20", voucher="VL-4"),
        reported(
            "2026",
            delivered="2027-03-15",
            approved_on="2027-03-22",
            spent_kr=700_000,
            unused_kr=400_000,
            until="2026-12-18",
            final=False,
        ),
        reported(
            "2027", delivered="2028-02-14", approved_on="2028-02-21", spent_kr=400_000, until="2027-12-10"
        ),
        audited("collected", kr, delivered="2028-05-02", accepted="2028-05-09"),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.REPORTED, Stage.AUDITED),
        granted_kr=kr,
        leaves=("GrantYearEnded", "AuditDutyArose"),
        letters=("L09", "L12"),
    )


def lives() -> tuple[Life, ...]:
    """Return the cases of this office."""
    return (*three_grants(), carried_over())
