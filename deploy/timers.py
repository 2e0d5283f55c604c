"""docs/timers.md: every task and timer, what it waits for, what happens when, whose it is, and when it goes away by itself.

Ladders, periods, roles and rules are read from the data; only the words of causes and ends are written here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.actors import Role
from domain.officework.duties import MonthDay, OfficeDuties, Yearly
from domain.ruleset import Act, Clock, RuleSet, Step, Timer


@dataclass(frozen=True, slots=True)
class Told:
    """What nobody can read from the data: why it runs or stands, and what makes it go away."""

    cause: str
    ends: str


@dataclass(frozen=True, slots=True)
class ToldTask:
    """The same of a task, with whose it is and its rule; a rule that a rule set or the duties give is left out."""

    role: Role
    rule: str | None
    cause: str
    ends: str


CLOCKS: Final[Mapping[Clock, Told]] = {
    Clock.ROUND: Told("a round is announced", "the deadline: the round closes"),
    Clock.ASSIGN: Told("an application was submitted", "the case is assigned, dismissed or withdrawn"),
    Clock.ASSESS: Told(
        "an officer has the case; anew when it comes back", "it is assessed, returned, dismissed or withdrawn"
    ),
    Clock.SUPPLEMENT: Told(
        "the application was returned with a date", "the supplement came, or it is withdrawn"
    ),
    Clock.APPROVE: Told("a recommendation waits", "it is approved, sent back or withdrawn"),
    Clock.BUDGET: Told(
        "less is granted than was applied for",
        "the budget of what is granted is in, a report is, or the use is over",
    ),
    Clock.ACCEPTANCE: Told("the round asks for acceptance of the terms", "the terms are accepted"),
    Clock.PAYMENT: Told("a grant is not paid in its year", "it is paid or annulled, or the year ends"),
    Clock.GRANT_YEAR_END: Told(
        "a grant is unpaid, or paid and in use", "31 December of the grant year: what is left is carried over"
    ),
    Clock.USE: Told(
        "paid money may be used; anew when the deadline is moved",
        "the deadline: the use ends and every payee is asked; earlier when the project ends. Reminders stop when"
        " nothing is left",
    ),
    Clock.USE_QUESTION: Told(
        "the use is over and nobody has told what is left", "the answer, or the last report"
    ),
    Clock.REPORT: Told(
        "a report is owed for paid money; anew when it is returned", "the report is delivered"
    ),
    Clock.REPORT_REVIEW: Told(
        "a report or a statement was delivered", "it is approved or accepted, or returned"
    ),
    Clock.AUDIT: Told(
        "an auditor's statement is owed; anew when it is returned", "the statement is delivered"
    ),
    Clock.DIRECTORATE: Told("the directorate was asked for more time", "its answer is registered"),
    Clock.CLAIM_NOTICE: Told(
        "a breach was notified", "the municipality replies, or the claim is decided or dropped"
    ),
    Clock.CLAIM: Told("a claim is decided and not paid", "it is paid, given up or sent to collection"),
    Clock.COLLECTION: Told("a claim was sent to collection", "it is paid or given up"),
    Clock.PRELIMINARY_REPLY: Told(
        "an application or an appeal has no answer, where decisions are individual",
        "the reply is sent, or the answer given",
    ),
    Clock.APPEAL_REVIEW: Told(
        "an appeal is at the office", "it is upheld, forwarded, declined or taken back"
    ),
    Clock.APPEAL_FOLLOW_UP: Told("an appeal is at the appeal body", "its outcome is registered"),
    Clock.REVERSAL_NOTICE: Told("a reversal was notified", "it is decided or dropped"),
}

#: At the deadline itself these do more than their step says.
_AT_DEADLINE: Final[Mapping[Clock, str]] = {
    Clock.ROUND: "the round closes",
    Clock.GRANT_YEAR_END: "what is left is carried over, with a letter",
    Clock.USE: "the use ends; the question goes to every payee that has not told",
}

TASKS: Final[Mapping[str, ToldTask]] = {
    "assign": ToldTask(
        Role.CASE_OFFICER, "T05", "an application was submitted", "assigned, dismissed, withdrawn"
    ),
    "assess": ToldTask(
        Role.CASE_OFFICER, "T10", "the case is in assessment", "assessed, returned, dismissed, withdrawn"
    ),
    "late_application": ToldTask(
        Role.LEADER, "E20", "an application came after its deadline", "it is taken up, or dismissed"
    ),
    "decide_dismissal": ToldTask(
        Role.LEADER, "T09", "an officer recommended to dismiss", "dismissed, or gone on with"
    ),
    "recommend": ToldTask(Role.CASE_OFFICER, "T11", "the case is assessed", "recommended, withdrawn"),
    "approve": ToldTask(Role.LEADER, "T13", "a recommendation waits", "approved, sent back, withdrawn"),
    "impartiality_missing": ToldTask(
        Role.LEADER,
        "E40",
        "nobody who may decide has declared to be impartial",
        "somebody has; the case moves on",
    ),
    "reassign": ToldTask(Role.LEADER, "E40", "the officer is disqualified", "another has the case"),
    "prepare_anew": ToldTask(
        Role.LEADER, "E40", "a disqualified hand prepared what waits", "sent back and recommended by another"
    ),
    "condition": ToldTask(
        Role.CASE_OFFICER, "R26-17", "a condition before payment is open", "the condition is met"
    ),
    "acceptance": ToldTask(Role.CASE_OFFICER, "T15", "the terms are not accepted", "the terms are accepted"),
    "account": ToldTask(
        Role.CASE_OFFICER,
        "E36",
        "the account is not confirmed, or the bank refused it",
        "the account is confirmed",
    ),
    "order_payment": ToldTask(Role.LEADER, "T16", "nothing holds the payment", "the payment is ordered"),
    "attest": ToldTask(Role.ATTESTOR, "T16", "a payment is ordered", "attested, or taken back"),
    "register_voucher": ToldTask(
        Role.ACCOUNTANT, "T17", "a payment was sent", "the voucher, or the fault, is registered"
    ),
    "lapsed": ToldTask(
        Role.LEADER,
        "E37",
        "the grant year ended before it was paid",
        "annulled, or the directorate lets it be paid",
    ),
    "second_report": ToldTask(
        Role.CASE_OFFICER,
        "T23",
        "a delivered report needs a second pair of eyes",
        "somebody else has read it",
    ),
    "review_report": ToldTask(Role.CASE_OFFICER, "T23", "a report was delivered", "approved or returned"),
    "audit_differs": ToldTask(
        Role.CASE_OFFICER,
        "E43",
        "a statement has come that differs from its reports",
        "it is accepted with whose figure applies, or sent back",
    ),
    "review_audit": ToldTask(Role.CASE_OFFICER, "T25", "a statement was delivered", "accepted or returned"),
    "ask_directorate": ToldTask(
        Role.CASE_OFFICER, None, "more time was asked for", "the directorate is asked, or declined"
    ),
    "decide_extension": ToldTask(Role.LEADER, "T41", "the directorate has answered", "extended or declined"),
    "decide_change": ToldTask(
        Role.LEADER, "T41", "the municipality asked to use the money otherwise", "approved or declined"
    ),
    "propose_claim": ToldTask(
        Role.CASE_OFFICER, None, "money is unspent and not claimed", "the claim is proposed"
    ),
    "give_claim_notice": ToldTask(
        Role.CASE_OFFICER, "T30", "a breach is proposed as a claim", "notice is given, or dropped"
    ),
    "decide_claim": ToldTask(
        Role.LEADER, "T31", "a claim is proposed, or the reply is in", "decided or dropped"
    ),
    "invoice_claim": ToldTask(Role.ACCOUNTANT, "T32", "a claim is decided", "invoiced or written off"),
    "return_overpayment": ToldTask(Role.ACCOUNTANT, "T33", "more came in than was claimed", "it went back"),
    "confirm_duty": ToldTask(
        Role.LEADER,
        "E7",
        "another case's reversal brought the sum below the limit, and this letter asks for a report by law",
        "a leader lets it stand or reverses it, or the report comes",
    ),
    "early_audit": ToldTask(
        Role.LEADER,
        None,
        "a project ended early in a year whose source is silent about audited accounts",
        "a leader has said whether they are due",
    ),
    "close": ToldTask(Role.CASE_OFFICER, "T24", "the use is over and told, and no report is owed", "closed"),
    "reopen": ToldTask(
        Role.LEADER, "T42", "a claim was lifted after the end, and money is unspent", "the case is reopened"
    ),
    "follow_up_reopening": ToldTask(Role.CASE_OFFICER, "T42", "the case was reopened", "closed again"),
    "take_over": ToldTask(
        Role.LEADER, "T43", "the office is asked to take a case over", "taken over, or not"
    ),
    "give_officer": ToldTask(
        Role.LEADER, "T43", "a case in use or after it has no officer", "somebody has it"
    ),
    "late_appeal": ToldTask(
        Role.LEADER, "L-23", "an appeal came after its three weeks", "accepted or declined"
    ),
    "prepare_appeal": ToldTask(Role.CASE_OFFICER, "T36", "an appeal came", "prepared or taken back"),
    "decide_appeal": ToldTask(
        Role.LEADER, "T37", "an appeal is prepared", "upheld, forwarded, declined, taken back"
    ),
    "carry_out_ruling": ToldTask(
        Role.CASE_OFFICER, "T39", "the appeal body changed the decision", "concluded"
    ),
    "reversal_notice": ToldTask(
        Role.CASE_OFFICER,
        "L-22",
        "a reversal to detriment is recommended",
        "notice is given, or it is dropped",
    ),
    "decide_reversal": ToldTask(Role.LEADER, "T40", "a reversal waits", "reversed or dropped"),
}

OFFICE_TASKS: Final[Mapping[str, ToldTask]] = {
    "register_mandate": ToldTask(
        Role.LEADER, None, "the year, or its round, has no allocation letter", "it is registered"
    ),
    "open_round": ToldTask(
        Role.LEADER, None, "the year, or a strand with money, has no round", "a round is announced"
    ),
    "ranking_ready": ToldTask(
        Role.LEADER,
        None,
        "a round is closed and all its applications are assessed",
        "none waits to be recommended",
    ),
    "review_rules": ToldTask(Role.LEADER, None, "next year's guidelines are not a file", "the file is there"),
    "reach_out": ToldTask(
        Role.CASE_OFFICER, None, "municipalities are in no network", "one of them is ticked this year"
    ),
    "await_answers": ToldTask(
        Role.CASE_OFFICER, None, "invited municipalities have not answered", "all have answered or joined"
    ),
    "follow_up_network": ToldTask(
        Role.CASE_OFFICER, None, "a network had no contact for a year", "a contact or meeting is logged"
    ),
    "membership_below_minimum": ToldTask(
        Role.CASE_OFFICER, "E22", "a network has too few members or services", "it has enough, or has ended"
    ),
    "agree_to_member": ToldTask(
        Role.LEADER, "E24", "another office's network has a member from here", "agreed, or the member left"
    ),
    "await_agreement": ToldTask(
        Role.CASE_OFFICER,
        "E24",
        "a member's own office has not agreed to this network",
        "it agreed, or the member left",
    ),
    "member_reorganised": ToldTask(
        Role.CASE_OFFICER, "E23", "a member was merged or split", "somebody settled who goes on"
    ),
    "host_not_payable": ToldTask(
        Role.CASE_OFFICER,
        "E23",
        "a host was merged away, or its number may not be paid",
        "another is paid, or it may be",
    ),
    "answer_help": ToldTask(Role.CASE_OFFICER, None, "a network asked for help", "the help is given"),
    "historical_date": ToldTask(
        Role.CASE_OFFICER, "E45", "a date was typed in with an old case", "it is met"
    ),
    "dispatch_failed": ToldTask(
        Role.CASE_OFFICER, None, "a message was given up", "it is sent again, or came there otherwise"
    ),
    "dispatch_waiting": ToldTask(Role.CASE_OFFICER, None, "a message waits to leave", "it has left"),
    "payment_order_stopped": ToldTask(Role.ACCOUNTANT, None, "an order to pay has not left", "it has left"),
    "report_to_directorate": ToldTask(
        Role.LEADER, None, "the office had money for the year", "somebody says it is done"
    ),
    "accounts_closing": ToldTask(
        Role.ACCOUNTANT, None, "the office had money for the year", "somebody says it is done"
    ),
    "impartiality_list": ToldTask(
        Role.LEADER, None, "the office has money for the year", "somebody says it is done"
    ),
    "access_review": ToldTask(
        Role.LEADER, None, "the office had money for the year", "somebody says it is done"
    ),
    "coordinator_overview": ToldTask(
        Role.CASE_OFFICER, None, "the office has the coordinating function", "somebody says it is done"
    ),
}

#: DOMAIN §2.7, item by item, with what keeps it: a clock by its name in the rule sets, or a task by its code.
ITEMS: Final[tuple[tuple[str, str], ...]] = (
    ("Register mandate (Feb)", "`register_mandate`"),
    ("Open round", "`open_round`; then the clock `round`"),
    ("Assign new application (3 wd)", "clock `assign`, task `assign`"),
    ("Preliminary reply (1 month)", "clock `preliminary_reply`"),
    ("Supplement overdue", "clock `supplement`"),
    ("Ranking ready", "`ranking_ready`"),
    ("Approve (5 wd)", "clock `approve`, task `approve`"),
    (
        "Dispatch failed/unread after 7 d",
        "`dispatch_failed`, `dispatch_waiting`, `payment_order_stopped`. *Unread:* not here; e-mail tells nobody that it was read",
    ),
    ("Account unconfirmed", "`account`, and the clock `payment`"),
    ("Granted unpaid 15.11/1.12/15.12", "clock `payment`; after New Year `lapsed`"),
    ("Use milestone 31.12.Y", "clock `grant_year_end`"),
    ("Use deadline 31.12.Y+1 (−90/−30/−7/0)", "clock `use`"),
    ("Use question to all payees (Jan Y+2)", "clock `use`, then the clock `use_question`"),
    ("Report due (−30/−7/0, +7, +30, +60)", "clock `report`, up to the leader's choice"),
    ("Audit due likewise", "clock `audit`"),
    ("Report review 30 d", "clock `report_review`, also of statements"),
    ("Claim notice reply 3 wk", "clock `claim_notice`"),
    ("Claim due, reminder +14, collection", "clock `claim`, then the clock `collection`"),
    (
        "Appeal due 3 wk",
        "no clock: a date in the letter; nothing happens when it passes, and an appeal that comes later is `late_appeal`",
    ),
    ("Appeal follow-up", "clocks `appeal_review` and `appeal_follow_up`"),
    ("Bufdir question unanswered 30 d", "clock `directorate`"),
    ("Rule-set revision Dec", "`review_rules`"),
    ("Yearly report to Bufdir", "`report_to_directorate`"),
    ("Accounts closing dates", "`accounts_closing`"),
    (
        "Impartiality missing",
        "`impartiality_missing`, `reassign`, `prepare_anew`; each December `impartiality_list`",
    ),
    (
        "Inactive user review",
        "`access_review`, each January. No users are kept here: roles come with each login, or are asserted on a local installation",
    ),
    (
        "Organisation number changed in Enhetsregisteret",
        "`host_not_payable`, `member_reorganised`, from the change that a person registers: nothing is looked up by itself",
    ),
    ("Membership below minimum", "`membership_below_minimum`"),
)

#: What §2.4 asks for beside §2.7.
TRANSITIONS: Final[tuple[tuple[str, str], ...]] = (
    ("T01 outreach list; −14 d, −3 d, close", "`reach_out`; clock `round`"),
    (
        "T02 draft purge",
        "nothing waits for a person: the reconciler deletes a draft 90 days after its deadline",
    ),
    ("T04 transcribe", "nothing waits: what comes on paper is registered whole, or returned for supplement"),
    ("T05 assess by date", "clock `assess`, task `assess`"),
    ("T06 wait; T07 review the difference", "clock `supplement`; then `assess` anew"),
    ("T09 dismissal on recommendation, E20 late application", "`decide_dismissal`, `late_application`"),
    ("T12 redo", "`recommend`"),
    ("T13 revised budget by a date (L06)", "clock `budget`"),
    ("T15 acceptance deadline", "clock `acceptance`, task `acceptance`"),
    ("T18 fix account", "`account`"),
    ("T21 review, T23 second eye, T25", "`review_report`, `second_report`, `review_audit`, `audit_differs`"),
    ("T24 confirm use, T27 close", "`close`"),
    ("T28 audited accounts at an early end", "`early_audit`, where the source is silent"),
    (
        "T30–T33 claim",
        "`propose_claim`, `give_claim_notice`, `decide_claim`, `invoice_claim`, `return_overpayment`",
    ),
    ("T36 office handling target", "clock `appeal_review`"),
    ("T37–T39 appeal", "`prepare_appeal`, `decide_appeal`, `carry_out_ruling`, `late_appeal`"),
    (
        "T40 reversal; E7 duty below the limit",
        "`reversal_notice`, `decide_reversal`, clock `reversal_notice`; `confirm_duty`",
    ),
    ("T41 ask Bufdir", "`ask_directorate`, `decide_extension`, `decide_change`, clock `directorate`"),
    ("T42 per finding", "`reopen`, where a claim was lifted after the end; then `follow_up_reopening`"),
    ("T43 transfer", "`take_over`, in the list of the office that is asked; then `give_officer`"),
)

_INTRODUCTION: Final = """\
<!-- Made from the rule sets, domain/officework/duties.toml and deploy/timers.py by `make generated`. Do not edit. -->

# Tasks and timers

Nothing here is armed or closed by hand: which clocks run and which tasks stand follows from how things are
([ADR 0003](adr/0003-clocks-and-tasks-follow-from-the-state.md)), so each ends when its cause is gone. Every rung of a ladder is
handled once, at its own instant and in order, also after an outage. A clock reminds, asks and puts tasks on tables; it
never claims, refuses or decides.

Ladders stand in the rule sets ([domain/rulesets](../domain/rulesets)) under `timers`, and a case keeps those its round was opened
with. What the office does beside its cases stands in [domain/officework/duties.toml](../domain/officework/duties.toml). Days are
Norwegian calendar days; reminders leave at 08:00; *wd* are working days without Saturdays, Sundays and public holidays.
"""

_ACTS: Final[Mapping[Act, str]] = {
    Act.REMIND_GRANTEE: "the municipality is reminded",
    Act.TASK_OFFICER: "task for the case officer",
    Act.TASK_LEADER: "task for the leader",
    Act.CHOICE_LEADER: "the leader chooses",
}


def timers_document(rule_sets: Mapping[str, RuleSet], duties: OfficeDuties) -> str:
    """Return the text of ``docs/timers.md``.

    Args:
        rule_sets: By key; the newest is shown, and where another names another rule, that too.
        duties: What the office does beside its cases.
    """
    newest = max(rule_sets.values(), key=lambda rules: rules.grant_year)
    parts = [
        _INTRODUCTION,
        f"## Clocks of a round and of a case\n\nAs `{newest.key}` has them.\n\n{_clocks(newest, rule_sets)}",
        f"## Tasks of a case\n\n{_tasks()}",
        f"## Tasks of an office\n\n{_office(duties)}",
        f"## DOMAIN §2.7, item by item\n\n{_table(('Asked for', 'Kept by'), ITEMS)}",
        f"## DOMAIN §2.4, where it asks for more\n\n{_table(('Asked for', 'Kept by'), TRANSITIONS)}",
    ]
    return "\n".join(parts)


def _clocks(newest: RuleSet, rule_sets: Mapping[str, RuleSet]) -> str:
    rows = [
        (
            f"`{clock}`",
            CLOCKS[clock].cause,
            _ladder(clock, newest.timers[clock]),
            _rules(clock, newest, rule_sets),
            CLOCKS[clock].ends,
        )
        for clock in Clock
    ]
    return _table(("Clock", "Runs while", "Ladder", "Rule", "Ends by itself when"), rows)


def _ladder(clock: Clock, timer: Timer) -> str:
    by_time: dict[str, list[str]] = {}
    for step in timer.steps:
        what = _AT_DEADLINE.get(clock, "") if step.at == "0d" else ""
        by_time.setdefault(_when(step), []).append(f"{what or _ACTS[step.act]} ({step.rule})")
    rungs = [f"{when}: {' and '.join(acts)}" for when, acts in by_time.items()]
    return "<br>".join(([f"*{_period(timer.period)}*"] if timer.period else []) + rungs)


def _when(step: Step) -> str:
    if step.month_day is not None:
        month, day = step.month_day
        return f"{day}.{month}."
    days = step.days or 0
    return "deadline" if days == 0 else f"{'−' if days < 0 else '+'}{abs(days)} d"


def _period(period: str) -> str:
    number, unit = period.rstrip("wdm"), period.lstrip("0123456789")
    return f"{number} {({'d': 'd', 'wd': 'wd', 'm': 'month' if number == '1' else 'months'})[unit]}"


def _rules(clock: Clock, newest: RuleSet, rule_sets: Mapping[str, RuleSet]) -> str:
    rule = newest.timers[clock].rule
    other: dict[str, list[str]] = {}
    for key, rules in sorted(rule_sets.items()):
        if rules.timers[clock].rule != rule:
            other.setdefault(rules.timers[clock].rule, []).append(key)
    return "<br>".join([rule, *(f"{one} ({', '.join(keys)})" for one, keys in other.items())])


def _tasks() -> str:
    rows = [
        (f"`{code}`", told.cause, _role(told.role), told.rule or "the rule set's", told.ends)
        for code, told in TASKS.items()
    ]
    text = _table(("Task", "Stands while", "On whose table", "Rule", "Goes away when"), rows)
    return (
        f"{text}\nA rung that puts a task on a table makes `overdue_<clock>`, or `choose_<clock>` where the leader chooses; it goes"
        " away with its clock.\n"
    )


def _office(duties: OfficeDuties) -> str:
    rows = [
        (
            f"`{code}`",
            told.cause,
            _dates(code, duties),
            _role(told.role),
            told.rule or _office_rule(code, duties),
            told.ends,
        )
        for code, told in OFFICE_TASKS.items()
    ]
    return _table(("Task", "Stands while", "When", "On whose table", "Rule", "Goes away when"), rows)


def _dates(code: str, duties: OfficeDuties) -> str:
    if code in set(Yearly):
        duty = duties.yearly[Yearly(code)]
        after = "" if not duty.years_after else " of the year after"
        whose = "" if duty.office is None else f" ({duty.office}, from {duty.from_year})"
        return f"from {_day(duty.opens)} to {_day(duty.due)}{after}{whose}"
    own: Mapping[str, str] = {
        "register_mandate": f"from {_day(duties.mandate.opens)} to the end of month {duties.mandate.due_month}",
        "open_round": f"from {_day(duties.round.opens)} to {_day(duties.round.due)}",
        "review_rules": "from the rule set's `review_from` to 31.12.",
        "reach_out": f"from {_day(duties.outreach.opens)} to {_day(duties.outreach.due)}",
        "await_answers": (
            f"from {duties.answers.notice_days} days before {_day(duties.answers.due)}"
            f" ({duties.answers.first_year}–{duties.answers.last_year})"
        ),
        "follow_up_network": f"every {duties.follow_up.every_months} months, {duties.follow_up.notice_days} days before",
        "answer_help": f"{duties.help.answer_days} days",
        "historical_date": "the date",
        "dispatch_failed": f"at once; late after {duties.dispatch.unsent_days} days",
        "dispatch_waiting": f"after {duties.dispatch.unsent_days} days",
        "payment_order_stopped": f"at once where it was given up, else after {duties.dispatch.unsent_days} days",
    }
    return own.get(code, "at once")


def _office_rule(code: str, duties: OfficeDuties) -> str:
    if code in set(Yearly):
        return duties.yearly[Yearly(code)].rule
    own: Mapping[str, str] = {
        "open_round": duties.round.rule,
        "await_answers": duties.answers.rule,
        "ranking_ready": "the rule set's, or T10",
        "dispatch_failed": duties.dispatch.rule,
        "dispatch_waiting": duties.dispatch.rule,
        "payment_order_stopped": duties.dispatch.rule,
        "review_rules": "the rule set's",
    }
    return own.get(code, "by the year (`rules`)")


def _day(month_day: MonthDay) -> str:
    month, day = month_day.split("-")
    return f"{int(day)}.{int(month)}."


def _role(role: Role) -> str:
    return role.value.replace("_", " ")


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
