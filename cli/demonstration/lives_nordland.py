"""Cases in Nordland: money that comes back, a project that ends early, a report that does not come, and two short ones."""

from datetime import date
from typing import Final

from cli.demonstration.calls import NORDLAND
from cli.demonstration.forms import application
from cli.demonstration.language import ACCOUNTANT, HOST, LEADER, OFFICER, Life, on
from cli.demonstration.verbs import (
    NO_DUTY,
    TO_APPROVAL,
    TO_MONEY,
    assess,
    audited,
    claimed,
    duties,
    granted_and_paid,
    impartial,
    life,
    received,
    repay,
    reported,
    used,
)
from domain import commands as c
from domain.identity import kid_mod11
from domain.lifecycle import Stage
from domain.private import Private

#: A few days after the missing report came to the leader's table, and two weeks before it is delivered.
OVERDUE_ON: Final = date(2027, 5, 4)

#: The life that is overdue then.
OVERDUE: Final = "overdue"


def unspent() -> Life:
    """Money left after the use deadline is claimed for the Treasury, and comes in two parts (R26-33, T30-T34)."""
    call, kr = NORDLAND, 500_000
    form = application(call, "Bodø, Gildeskål", kr, "Salten", "Traumebevisst omsorg")
    return life(
        "unspent",
        "Unspent: claimed, back in two parts",
        call,
        form,
        granted_and_paid(call, form, kr, NO_DUTY, applied="2026-04-13 09:10", voucher="NO-1"),
        on("2028-01-10", HOST, used(unspent_kr=100_000)),
        # The base of the published example: its check character is a dash.
        claimed(
            100_000,
            proposed="2028-01-17",
            decided="2028-01-18",
            invoiced="2028-01-19",
            due="2028-02-18",
            kid=kid_mod11("2026000017"),
        ),
        on("2028-02-14", ACCOUNTANT, repay(1, 60_000, voucher="R-1", received="2028-02-14")),
        on("2028-03-06", ACCOUNTANT, repay(1, 40_000, voucher="R-2", received="2028-03-06")),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.REFUNDED),
        granted_kr=kr,
        leaves=("ClaimProposed", "ClaimDecided", "ClaimInvoiced", "claim:1@+14d", "RepaymentReceived"),
        letters=("use_question", "L14", "L11", "L15"),
    )


def ended_early() -> Life:
    """A project that ends early owes audited accounts where its letter asks for a report (R26-61), and what is left."""
    call, kr, spent = NORDLAND, 800_000, 680_000
    form = application(call, "Rana, Hemnes", kr, "Helgeland nord", "Familieråd i alle saker")
    reason = "Nytt nettverk: kontoret vil følge det første året tett."
    terms = duties(2026, audit="none", audit_last_day=None, reporting_reason=reason)
    end = c.EndEarly(
        end_day=date(2027, 3, 15),
        reason=Private(text="Prosjektlederen har sluttet."),
        audit_last_day=date(2027, 6, 15),
    )
    return life(
        "ended-early",
        "Ended early: audited accounts, rest back",
        call,
        form,
        granted_and_paid(call, form, kr, terms, applied="2026-04-13 09:20", voucher="NO-2"),
        on("2027-03-16", HOST, end),
        reported(
            "2026",
            delivered="2027-03-22",
            approved_on="2027-03-29",
            spent_kr=spent,
            unused_kr=kr - spent,
            until="2027-03-12",
        ),
        claimed(
            kr - spent,
            proposed="2027-03-30",
            decided="2027-03-31",
            invoiced="2027-04-05",
            due="2027-05-07",
            kid=kid_mod11("2026000025"),
        ),
        on("2027-05-03", ACCOUNTANT, repay(1, kr - spent, voucher="R-3", received="2027-05-03")),
        audited("early", spent, delivered="2027-05-10", accepted="2027-05-18"),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.ENDED_EARLY, Stage.REPORTED, Stage.AUDITED, Stage.REFUNDED),
        granted_kr=kr,
        leaves=("EndedEarly", "AuditDutyArose", "AuditsCompleted", "Refunded"),
        letters=("ended_early", "L14", "L15"),
    )


def overdue() -> Life:
    """A report that does not come: reminders, the officer's table, the leader's table (§2.7). In the end it comes."""
    call, kr = NORDLAND, 1_150_000
    form = application(call, "Narvik, Lødingen, Evenes", kr, "Ofoten", "Barnets stemme i saken")
    return life(
        OVERDUE,
        "A report overdue, up to the leader",
        call,
        form,
        granted_and_paid(call, form, kr, duties(2026), applied="2026-04-13 09:30", voucher="NO-3"),
        reported("2026", delivered="2027-05-18", approved_on="2027-05-25", spent_kr=kr, until="2027-02-26"),
        audited("2026", kr, delivered="2027-05-28", accepted="2027-06-04"),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.REPORTED, Stage.AUDITED),
        granted_kr=kr,
        leaves=tuple(f"report:2026@{step}" for step in ("-30d", "-7d", "0d", "+7d", "+30d")),
        letters=("L10",),
    )


def rejected() -> Life:
    """Recommended for refusal, and refused by the leader (T14)."""
    call, kr = NORDLAND, 900_000
    form = application(call, "Vefsn, Grane", kr, "Vefsn", "Nytt fagsystem")
    refusal = c.Recommend(grant=False, rejection_ground="criteria", reason=Private(text="Utenfor formålet."))
    return life(
        "rejected",
        "Rejected",
        call,
        form,
        received(call, form, "2026-04-13 09:40"),
        on(call.days.assess, OFFICER, assess(call, 0, met=False)),
        on(call.days.recommend, OFFICER, refusal),
        on(
            call.days.decide,
            LEADER,
            impartial(),
            c.Reject(reason=Private(text="Innkjøp av fagsystem ligger utenfor formålet med tilskuddet.")),
        ),
        path=(*TO_APPROVAL, Stage.REJECTED),
        leaves=("Rejected",),
        letters=("L07",),
    )


def withdrawn() -> Life:
    """Taken back by the municipality while the case is assessed (T08)."""
    call = NORDLAND
    form = application(call, "Sortland, Øksnes", 350_000, "Vesterålen", "Veiledning i gruppe")
    return life(
        "withdrawn",
        "Withdrawn by the municipality",
        call,
        form,
        received(call, form, "2026-04-14 09:10"),
        on("2026-04-27", HOST, c.Withdraw(reason=Private(text="Kommunene mangler folk til å gjennomføre."))),
        path=(Stage.SUBMITTED, Stage.IN_ASSESSMENT, Stage.WITHDRAWN),
        leaves=("Withdrawn",),
        letters=("L19",),
    )


def lives() -> tuple[Life, ...]:
    """Return the cases of this office."""
    return (unspent(), ended_early(), overdue(), rejected(), withdrawn())
