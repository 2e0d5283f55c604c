"""From application to assessment: submit, register, assign, return, supplement, withdraw, dismiss (T03–T09)."""

from datetime import datetime
from typing import Any, Final

from domain import commands as c
from domain import events as e
from domain.actors import MUNICIPAL_ROLES, Role
from domain.application import Application
from domain.authority import check_authority, check_impartial, check_other_hand
from domain.case import UNDECIDED
from domain.checks import Finding, formal_findings, other_form
from domain.decisions.context import Context
from domain.facts import Facts, RoundFacts
from domain.instants import end_of_day
from domain.lifecycle import Move
from domain.organisations.payees import with_main_unit
from domain.paper import stopping
from domain.refusal import Refused
from domain.ruleset import Check, ProjectType, RuleSet, Severity


def submit(command: c.Command, body: c.Submit, facts: Facts, rules: RuleSet, now: datetime) -> list[e.Event]:
    """Receive an application. It counts from when it arrived; late ones are received and marked (E20).

    Raises:
        Refused: when the round does not take it, or an error of the formal checks stands (T03).
    """
    actor, round_ = command.actor, facts.round
    application = with_main_unit(body.application, facts.host_main_unit)
    check_authority("submit", actor, office=round_.office, host=application.host)
    if body.by_hand != (actor.role is Role.CASE_OFFICER):
        raise Refused("by_hand_is_for_officers", "T04", role=actor.role.value)
    _check_round(application, round_, now)
    if not facts.host_is_municipality:
        raise Refused("host_not_municipality", "E46", org_number=application.host)
    if facts.host_office not in {None, round_.office}:
        raise Refused("host_of_other_office", "E24", office=round_.office, host_office=facts.host_office)
    findings = _findings(application, rules, round_)
    _refuse(stopping(findings, by_hand=body.by_hand))
    pot = rules.pot_for(application.strand, application.project_type)
    project_id = str(application.project.id or command.case_id)
    network_id = str(application.network.id or project_id)
    return [
        e.Submitted(
            case_no=facts.case_no,
            office=round_.office,
            round_id=round_.round_id,
            appeal_regime=round_.appeal_regime,
            appeal_body=round_.appeal_body,
            rule_set=round_.rule_set,
            strand=application.strand,
            project_type=application.case_type,
            pot=pot.key,
            project_id=project_id,
            network_id=network_id,
            host=application.host,
            grant_year=round_.grant_year,
            language=facts.host_language or application.language,
            applied_ore=application.applied_ore,
            received_at=now,
            late=now >= round_.closes_at,
            by=actor.subject,
            by_hand=body.by_hand,
            form_version=application.form_version,
            municipalities=tuple(sorted({member.municipality for member in application.members})),
            remarks=_remarks(findings),
            contact=application.contact.email,
            account=application.account,
            content_digest=command.content_digest,
            attachments=body.attachments,
            members=_members(application, rules),
            unanchored=_unanchored(findings),
            foreign_members=facts.foreign_members,
            foster_home=_is_foster_home(application),
        )
    ]


def _is_foster_home(application: Application) -> bool:
    return application.project.foster_home or application.project_type is ProjectType.FOSTER_HOME


def _members(application: Application, rules: RuleSet) -> dict[str, str]:
    """Return who is asked to stand behind it: nobody where the rules do not ask (Q3, Q9)."""
    if rules.of_strand(application.strand).checks[Check.ANCHORING].value in {None, Severity.OFF}:
        return {}
    return {member.org_number: member.municipality for member in application.members}


def _unanchored(findings: list[Finding]) -> tuple[str, ...]:
    """Return the numbers of the municipalities that lack a word of their management, where the rules ask for one."""
    return tuple(str(found.params["municipality"]) for found in findings if found.code == _UNANCHORED)


#: What the formal checks say of a member that nobody has anchored.
_UNANCHORED: Final = "anchoring_missing"


def _check_round(application: Application, round_: RoundFacts, now: datetime) -> None:
    if now < round_.opens_at:
        raise Refused("round_not_open", "T01", opens_at=round_.opens_at.isoformat())
    if application.strand is not round_.strand:
        raise Refused(
            "wrong_strand", "R26-06", strand=application.strand.value, round_strand=round_.strand.value
        )


def _findings(application: Application, rules: RuleSet, round_: RoundFacts) -> list[Finding]:
    return [*formal_findings(application, rules), *other_form(application, rules, round_.form_version)]


def _refuse(errors: list[Finding]) -> None:
    if errors:
        listed = [f"{finding.code}|{finding.rule}|{finding.field}" for finding in errors]
        raise Refused("application_not_acceptable", errors[0].rule, findings=listed)


def _remarks(findings: list[Finding]) -> tuple[str, ...]:
    return tuple(f"{finding.severity}:{finding.code}:{finding.rule}" for finding in findings)


def declare_impartiality(ctx: Context[c.DeclareImpartiality]) -> list[e.Event]:
    """Note a declaration. Disqualification needs a reason; it can be taken back only by declaring anew (E40)."""
    if not ctx.body.impartial and ctx.body.reason is None:
        raise Refused("reason_missing", "E40")
    return [
        e.ImpartialityDeclared(subject=ctx.by, impartial=ctx.body.impartial, reason=ctx.body.reason),
    ]


def assign(ctx: Context[c.Assign]) -> list[e.Event]:
    """Give the case to an officer who has declared to be impartial (T05)."""
    ctx.need(Move.ASSIGN, "T05")
    officer = ctx.body.officer
    if officer in ctx.case.disqualified:
        raise Refused("officer_disqualified", "E40", officer=officer)
    if officer not in ctx.case.impartial:
        raise Refused("officer_has_not_declared", "T05", officer=officer)
    if officer == ctx.case.officer:
        raise Refused("already_assigned", "T05", officer=officer)
    return [e.Assigned(officer=officer, by=ctx.by)]


def return_for_supplement(ctx: Context[c.ReturnForSupplement]) -> list[e.Event]:
    """Send the application back with at least one named deficiency and a date (T06)."""
    ctx.need(Move.RETURN, "T06")
    check_impartial(ctx.case, ctx.actor, declared=True)
    ctx.need_future(ctx.body.last_day, "T06")
    return [
        e.ReturnedForSupplement(
            deficiencies=ctx.body.deficiencies,
            explanation=ctx.body.explanation,
            last_day=ctx.body.last_day,
            by=ctx.by,
        )
    ]


def supplement(ctx: Context[c.Supplement]) -> list[e.Event]:
    """Receive what was missing; it counts from when it arrived (T07)."""
    ctx.need(Move.SUPPLEMENT, "T07")
    application = with_main_unit(ctx.body.application, ctx.facts.host_main_unit)
    same = (
        application.strand is ctx.case.strand
        and application.host == ctx.case.host
        # A tag may be added; the type itself is another project.
        and ctx.case.project_type in {application.project_type, application.case_type}
    )
    if not same:
        raise Refused("another_application", "T07", host=ctx.case.host, strand=ctx.case.strand.value)
    last_day = ctx.case.supplement_last_day
    # What a member has said itself is said, whatever the host's form leaves out.
    said = ctx.case.anchored_by_themselves
    findings = [
        found
        for found in _findings(application, ctx.rules, ctx.facts.round)
        if found.code != _UNANCHORED or found.params["municipality"] not in said
    ]
    return [
        e.Supplemented(
            received_at=ctx.now,
            in_time=last_day is None or ctx.now < end_of_day(last_day),
            applied_ore=application.applied_ore,
            changed=ctx.facts.changed_fields,
            remarks=_remarks(findings),
            contact=application.contact.email,
            account=application.account,
            content_digest=ctx.command.content_digest,
            attachments=ctx.body.attachments,
            by=ctx.by,
            members=_members(application, ctx.rules),
            unanchored=_unanchored(findings),
            foreign_members=ctx.facts.foreign_members,
            foster_home=_is_foster_home(application),
        )
    ]


def confirm_anchoring(ctx: Context[c.ConfirmAnchoring]) -> list[e.Event]:
    """Take a member's own word that its management stands behind it; the office need not prove it (B21-21, B21-22, R26-12)."""
    check = ctx.rules.of_strand(ctx.case.strand).checks[Check.ANCHORING]
    if ctx.case.stage not in UNDECIDED:
        raise ctx.not_now(check.rule)
    if check.value in {None, Severity.OFF}:
        raise Refused("anchoring_not_asked", check.rule)
    municipality = ctx.case.members.get(ctx.actor.unit)
    if municipality is None:
        raise Refused("other_municipality", check.rule, unit=ctx.actor.unit)
    if municipality in ctx.case.anchored_by_themselves:
        raise Refused("already_anchored", check.rule, municipality=municipality)
    if ctx.body.anchored_on > ctx.today:
        given = ctx.body.anchored_on.isoformat()
        raise Refused("anchored_in_future", check.rule, given_day=given, today_day=ctx.today.isoformat())
    return [
        e.AnchoringConfirmed(
            municipality=municipality,
            position=ctx.body.position,
            person=ctx.body.person,
            anchored_on=ctx.body.anchored_on,
            by=ctx.by,
        )
    ]


def resume_assessment(ctx: Context[c.ResumeAssessment]) -> list[e.Event]:
    """Judge the application on what there is: nothing came in time, and nothing is refused for that alone (T06)."""
    ctx.need(Move.RESUME, "T06")
    check_impartial(ctx.case, ctx.actor, declared=True)
    _need_silence(ctx)
    return [e.AssessmentResumed(by=ctx.by)]


def _need_silence(ctx: Context[Any]) -> None:
    """Refuse while the municipality still has time to send what is missing."""
    last_day = ctx.case.supplement_last_day
    if last_day is not None and ctx.now < end_of_day(last_day):
        raise Refused("supplement_awaited", "T06", last_day=last_day.isoformat())


def withdraw(ctx: Context[c.Withdraw]) -> list[e.Event]:
    """Take the application back before it is decided; an officer does it on a written request only (T08)."""
    ctx.need(Move.WITHDRAW, "T08")
    if ctx.actor.role not in MUNICIPAL_ROLES and ctx.body.reason is None:
        raise Refused("written_request_missing", "T08")
    return [e.Withdrawn(by=ctx.by, reason=ctx.body.reason)]


def accept_late_application(ctx: Context[c.AcceptLateApplication]) -> list[e.Event]:
    """Take up what came late; that it came late stays in the case (E20)."""
    if not ctx.case.late_undecided:
        raise ctx.not_now("E20")
    check_impartial(ctx.case, ctx.actor, declared=True)
    return [e.LateApplicationAccepted(reason=ctx.body.reason, by=ctx.by)]


def recommend_dismissal(ctx: Context[c.RecommendDismissal]) -> list[e.Event]:
    """Recommend to dismiss on a formal ground; *late* only what came late and was not taken up (T09, E20)."""
    ctx.need(Move.DISMISS, "T09")
    check_impartial(ctx.case, ctx.actor, declared=True)
    _need_silence(ctx)
    if ctx.body.ground == "late" and not ctx.case.late_undecided:
        raise Refused("not_late", "E20")
    return [e.DismissalRecommended(ground=ctx.body.ground, reason=ctx.body.reason, by=ctx.by)]


def dismiss(ctx: Context[c.Dismiss]) -> list[e.Event]:
    """Dismiss on the ground that another person recommended (T09, E40)."""
    ctx.need(Move.DISMISS, "T09")
    check_impartial(ctx.case, ctx.actor, declared=True)
    recommended = ctx.case.dismissal
    if recommended is None or recommended.ground != ctx.body.ground:
        raise Refused("dismissal_not_recommended", "T09", ground=ctx.body.ground)
    if recommended.by in ctx.case.disqualified:
        raise Refused("prepared_by_disqualified", "E40", officer=recommended.by)
    check_other_hand(ctx.actor, recommended.by, "approver_is_recommender", "T09")
    check_other_hand(ctx.actor, ctx.case.officer, "approver_is_officer", "T09")
    return [e.Dismissed(ground=ctx.body.ground, reason=ctx.body.reason, by=ctx.by)]
