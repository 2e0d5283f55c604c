"""Cases that are taken up again: an appeal, reversals, more time, a claim after notice, a reopening (T36 to T42, E29, E44)."""

from dataclasses import replace
from datetime import date
from typing import Any

from cli.demonstration.calls import AUTUMN, ROGALAND, VESTFOLD_OG_TELEMARK
from cli.demonstration.forms import application
from cli.demonstration.language import ACCOUNTANT, HOST, LEADER, OFFICER, Act, Life, on, refused
from cli.demonstration.verbs import (
    NO_DUTY,
    TO_APPROVAL,
    TO_MONEY,
    approved,
    assess,
    closed,
    duties,
    granted_and_paid,
    impartial,
    life,
    paid,
    propose,
    received,
    recommend,
    recommended,
    repay,
    used,
)
from domain import commands as c
from domain.identity import kid_mod11
from domain.lifecycle import Stage
from domain.money import kroner
from domain.private import Private


def appealed() -> Life:
    """A refusal is appealed against, kept by the office and changed by the directorate: judged anew, and granted (T36-T39)."""
    call, kr = VESTFOLD_OG_TELEMARK, 300_000
    anew = replace(call, days=AUTUMN)
    form = application(call, "Skien, Porsgrunn", kr, "Grenland", "Trygg overgang til voksenlivet")
    refusal = c.Recommend(grant=False, rejection_ground="criteria", reason=Private(text="For smalt."))
    prepared = {"appeal": 1, "view": "keep", "assessment": "Ikke noe nytt i klagen."}
    ruling = {"appeal": 1, "outcome": "changed", "decided_on": "2026-09-14", "reference": "26/4711"}
    return life(
        "appealed",
        "Appeal: the directorate changes a refusal",
        call,
        form,
        received(call, form, "2026-04-13 09:10"),
        on(call.days.assess, OFFICER, assess(call, 0, met=False)),
        on(call.days.recommend, OFFICER, refusal),
        on(call.days.decide, LEADER, impartial(), c.Reject(reason=Private(text="Utenfor kriteriene."))),
        on("2026-06-01", HOST, c.FileAppeal(text=Private(text="Vi mener kriteriene er oppfylt."))),
        on("2026-06-15", OFFICER, c.PrepareAppeal.model_validate(prepared)),
        on(
            "2026-06-15",
            LEADER,
            c.ForwardAppeal(appeal=1, assessment=Private(text="Vi holder fast.")),
            hour="13:00",
        ),
        on(AUTUMN.assign, OFFICER, c.RegisterAppealOutcome.model_validate(ruling)),
        on(AUTUMN.assign, OFFICER, _reversal("appeal_ruling", "Direktoratet har omgjort."), hour="11:00"),
        on(AUTUMN.assign, LEADER, c.Reverse(), hour="13:00"),
        on(AUTUMN.recommend, OFFICER, recommend(kr, NO_DUTY)),
        on(AUTUMN.decide, LEADER, c.Grant()),
        paid(anew, form, kr, voucher="VT-1"),
        on("2026-12-10", HOST, used()),
        closed("2028-01-17"),
        path=(*TO_APPROVAL, Stage.REJECTED, *TO_MONEY[2:], Stage.CLOSED),
        granted_kr=kr,
        leaves=("AppealFiled", "AppealForwarded", "AppealDecided", "RefusalSetAside", "AppealConcluded"),
        letters=("appeal_receipt", "L17", "appeal_outcome"),
    )


def reversed_down() -> Life:
    """A grant above the limit is reversed below it before it is paid, after notice: its duty falls away (T40, E7)."""
    call, kr, less = VESTFOLD_OG_TELEMARK, 1_200_000, 900_000
    later = replace(call, days=AUTUMN)
    form = application(call, "Larvik, Sandefjord, Færder", kr, "Vestfold", "Barnevernsvakt sammen")
    return life(
        "reversed",
        "Reversed below the limit, after notice",
        call,
        form,
        received(call, form, "2026-04-13 09:20"),
        recommended(call, kr, duties(2026)),
        approved(call),
        _reversed_after_notice(less, "Rammen ble satt ned av Stortinget.", terms=NO_DUTY),
        paid(later, form, less, voucher="VT-2"),
        on("2026-12-10", HOST, used()),
        closed("2028-01-17"),
        path=(*TO_MONEY, Stage.CLOSED),
        granted_kr=less,
        leaves=("ReportDutyArose", "ReversalNoticeGiven", "DutyLapsed", "Reversed"),
        letters=("reversal_notice", "L16"),
    )


def annulled() -> Life:
    """A grant that is not paid is reversed to nothing: the network has been dissolved (T40)."""
    call, kr = VESTFOLD_OG_TELEMARK, 150_000
    form = application(call, "Notodden, Tinn", kr, "Øst-Telemark", "Felles fagteam")
    return life(
        "annulled",
        "Reversed to nothing",
        call,
        form,
        received(call, form, "2026-04-13 09:30"),
        recommended(call, kr, NO_DUTY),
        approved(call),
        _reversed_after_notice(0, "Nettverket er oppløst.", terms=NO_DUTY),
        path=(*TO_APPROVAL, Stage.GRANTED, Stage.ANNULLED),
        leaves=("ReversalNoticeGiven", "Reversed"),
        letters=("L16",),
    )


def _reversal(ground: str, reason: str, **more: Any) -> c.Body:
    return c.RecommendReversal.model_validate({"ground": ground, "reason": reason} | more)


def _reversed_after_notice(kr: int, reason: str, **more: Any) -> tuple[Act, ...]:
    """An officer recommends to reverse, the municipality is heard, the leader decides."""
    notice = {"explanation": reason, "last_day": "2026-06-12"}
    return (
        *on(
            "2026-05-22", OFFICER, _reversal("other_law", reason, amount_ore=kroner(kr), **more), hour="11:00"
        ),
        *on("2026-05-22", OFFICER, c.GiveReversalNotice.model_validate(notice), hour="11:00"),
        *on("2026-06-01", LEADER, c.Reverse(), refusal=refused("notice_runs")),
        *on("2026-06-15", LEADER, c.Reverse()),
    )


def more_time() -> Life:
    """The directorate lets a municipality use the money for half a year more; without its answer nobody can (T41, E27)."""
    call, kr = ROGALAND, 350_000
    form = application(call, "Karmøy, Tysvær, Bokn", kr, "Haugalandet", "Språk og tillit")
    asked = {"last_day": "2028-06-30", "reason": "To samlinger måtte utsettes."}
    return life(
        "more-time",
        "More time to use it, by the directorate's answer",
        call,
        form,
        granted_and_paid(call, form, kr, NO_DUTY, applied="2026-04-13 09:20", voucher="RO-2"),
        on("2027-10-04", HOST, c.AskExtension.model_validate(asked)),
        on("2027-10-04", LEADER, _extend(), hour="11:00", refusal=refused("directorate_answer_missing")),
        on(
            "2027-10-04",
            OFFICER,
            c.AskDirectorate(question=Private(text="Kan fristen forlenges?")),
            hour="13:00",
        ),
        on("2027-11-01", OFFICER, c.RegisterDirectorateAnswer(allowed=True, reference="27/0815")),
        on("2027-11-01", LEADER, _extend(), hour="13:00"),
        on("2028-07-03", HOST, used()),
        closed("2028-07-10"),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.CLOSED),
        granted_kr=kr,
        leaves=("ExtensionAsked", "DirectorateAsked", "UseExtended", "UseDeadlinePassed"),
        letters=("extension", "use_question"),
    )


def _extend() -> c.Body:
    return c.ExtendUse(last_day=date(2028, 6, 30))


def breach() -> Life:
    """Money used for something else is claimed: the municipality is heard before the leader decides (T30, E29)."""
    call, kr, misused = ROGALAND, 400_000, 60_000
    form = application(call, "Eigersund, Lund, Sokndal", kr, "Dalane", "Veiledning i små tjenester")
    reply = {"claim": 1, "text": "Vi trodde lisensen var en del av prosjektet."}
    return life(
        "breach",
        "Used for something else: notice, then a claim",
        call,
        form,
        granted_and_paid(call, form, kr, NO_DUTY, applied="2026-04-13 09:30", voucher="RO-3"),
        on(
            "2027-03-16",
            OFFICER,
            propose(misused, "breach", "Lisens til fagsystem."),
            c.GiveClaimNotice(claim=1),
        ),
        on("2027-03-22", LEADER, _decide("2027-05-07"), refusal=refused("claim_reply_awaited")),
        on("2027-03-29", HOST, c.ReplyToClaim.model_validate(reply)),
        on("2027-03-31", LEADER, _decide("2027-05-07")),
        on("2027-04-05", ACCOUNTANT, c.InvoiceClaim(claim=1, kid=kid_mod11("2026000033"))),
        on("2027-05-03", ACCOUNTANT, repay(1, misused, voucher="R-4", received="2027-05-03")),
        on("2028-01-10", HOST, used()),
        path=(*TO_MONEY, Stage.CARRY_OVER, Stage.REFUNDED),
        granted_kr=kr,
        leaves=("ClaimNoticeGiven", "ClaimReplied", "ClaimDecided", "RepaymentReceived", "Refunded"),
        letters=("claim_notice", "L14", "L15"),
    )


def _decide(due: str) -> c.Body:
    return c.DecideClaim(claim=1, due_day=date.fromisoformat(due))


def reopened() -> Life:
    """A closed case is opened again on an auditor's finding; what was unspent after all comes back (T42, E44)."""
    call, kr, found = ROGALAND, 300_000, 40_000
    form = application(call, "Hå, Klepp", kr, "Sør-Jæren", "Barn som pårørende")
    finding = {"reason": "Kommunerevisor fant ubrukte midler.", "source": "KR 2028/14"}
    return life(
        "reopened",
        "Closed, reopened on a finding, paid back",
        call,
        form,
        granted_and_paid(call, form, kr, NO_DUTY, applied="2026-04-13 09:40", voucher="RO-4"),
        on("2026-12-10", HOST, used()),
        closed("2028-01-17"),
        on("2028-02-14", LEADER, c.Reopen.model_validate(finding)),
        on("2028-02-14", OFFICER, propose(found, "unused", "Funn i kontroll."), hour="13:00"),
        on("2028-02-14", OFFICER, c.GiveClaimNotice(claim=1), hour="14:00"),
        on("2028-02-18", HOST, c.ReplyToClaim.model_validate({"claim": 1, "text": "Det stemmer."})),
        on("2028-02-21", LEADER, _decide("2028-04-01")),
        on("2028-02-21", ACCOUNTANT, c.InvoiceClaim(claim=1, kid=kid_mod11("2026000041")), hour="13:00"),
        on("2028-03-06", ACCOUNTANT, repay(1, found, voucher="R-5", received="2028-03-06")),
        on("2028-03-06", OFFICER, c.Close(), hour="13:00"),
        path=(*TO_MONEY, Stage.CLOSED, Stage.REOPENED, Stage.REFUNDED),
        granted_kr=kr,
        leaves=("Reopened", "RepaymentReceived", "Refunded"),
        letters=("reopened", "claim_notice", "L14", "L15"),
    )


def lives() -> tuple[Life, ...]:
    """Return these cases."""
    return (appealed(), reversed_down(), annulled(), more_time(), breach(), reopened())
