"""Every kind of task, seen open and seen gone when its cause is gone; whose it is and by which rule, as docs/timers.md says."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import pytest

from deploy.timers import TASKS
from domain.actors import Role
from domain.ruleset import Act, Clock
from domain.tasks import Task, escalated, tasks
from tests.domain.decisions.test_appealing import FORMAL, filed, forwarded, prepared, ruled
from tests.domain.decisions.test_claim_notice import DECIDE, noticed, proposed, told
from tests.domain.decisions.test_extending import ASK, answered, in_use
from tests.domain.decisions.test_hands import OTHER, barred, in_other_hands
from tests.domain.decisions.test_reopening import FOUND, lifted_after_the_end, reopened
from tests.domain.decisions.test_reversing import partly, recommend, reversed_to
from tests.domain.decisions.test_use import silent_end
from tests.domain.lives import (
    ACCOUNTANT,
    ATTESTOR,
    AUDITOR,
    BUFDIR,
    COLLECTED,
    CONTROLS,
    KID,
    LEADER,
    NO_DUTY,
    OFFICER,
    SEEN,
    SIGNATORY,
    Life,
    Office,
    assessment,
    at,
    cut,
    granted,
    in_doubt,
    paid,
    person,
    recommendation,
    report,
    statement,
    with_terms,
)
from tests.letters.test_catalogue import task_codes

Way = Callable[[Life], object]


class Seen(NamedTuple):
    """A life in which the task stands, and the act, or the passing of time, that takes its cause away."""

    life: Callable[[], Life]
    settle: Way


def does(who: Any, kind: str, **fields: Any) -> Way:
    return lambda life: life.do(who, kind, **fields)


def on(instant: str, life: Callable[[], Life]) -> Callable[[], Life]:
    def later() -> Life:
        found = life()
        found.office.move_to(at(instant))
        return found

    return later


def after(instant: str, act: Way) -> Way:
    def later(life: Life) -> None:
        life.office.move_to(at(instant))
        act(life)

    return later


def returned() -> Life:
    body = {"deficiencies": ["plan_missing"], "explanation": "Mangler", "last_day": "2026-04-01"}
    return Office().submit().assigned().do(OFFICER, "return_for_supplement", **body)


def supplemented(life: Life) -> None:
    life.do(SIGNATORY, "supplement", application=life.office.application())


def conditioned() -> Life:
    return granted(400_000, with_terms(NO_DUTY, knowledge_environment="payment"))


def late_application() -> Life:
    return Office(now=at("2026-06-02T12:00")).submit()


def accepting() -> Life:
    return Office(acceptance_required=True).submit().granted()


def confirmed() -> Life:
    return granted().do(SIGNATORY, "confirm_account", account="12345678903")


def owing() -> Life:
    return paid(1_200_000, COLLECTED)


def reporting() -> Life:
    life = on("2027-03-01T12:00", owing)()
    return life.do(SIGNATORY, "deliver_report", **report(1_200_000))


def attested_by_auditor(kr: int = 1_200_000) -> Life:
    life = on("2027-03-01T12:00", owing)().reported(1_200_000)
    return life.do(AUDITOR, "deliver_audit", **statement(kr))


def asked() -> Life:
    return in_use().do(SIGNATORY, "ask_extension", **ASK)


def waiting_for_directorate() -> Life:
    return asked().do(OFFICER, "ask_directorate", question="Kan fristen flyttes?")


def unspent() -> Life:
    return told(100)


def claimed() -> Life:
    return proposed("unused").do(LEADER, "decide_claim", **DECIDE)


def disputed_late() -> Life:
    life = Office(**FORMAL).submit().granted(300_000)
    life.office.move_to(at("2026-05-02T12:00"))
    return life.do(SIGNATORY, "file_appeal", text="Vi er uenige")


def to_be_reversed() -> Life:
    return recommend(partly(), 200_000, "other_law")


def notified_reversal() -> Life:
    notice = {"explanation": "Rammen", "last_day": "2026-03-22"}
    return to_be_reversed().do(OFFICER, "give_reversal_notice", **notice)


def second(life: Life) -> None:
    life.do(OTHER, "second_report", duty="2026")


def read_by_two(life: Life) -> None:
    second(life)
    life.do(OFFICER, "approve_report", duty="2026")


REPORTED: Final = does(SIGNATORY, "deliver_report", **report(1_200_000))
SENT_BACK: Final = does(LEADER, "send_back", comment="Se på summen")
REPLIED: Final = does(OFFICER, "send_preliminary_reply", expected_day="2026-06-01")


def changing() -> Life:
    return paid().do(SIGNATORY, "ask_change", change="To samlinger i stedet for fire")


THERE: Final = person(Role.LEADER, unit="SFAG")
OFFICER_THERE: Final = person(Role.CASE_OFFICER, unit="SFAG")


def asked_over() -> Life:
    return paid().do(LEADER, "ask_transfer", office="SFAG", reason="Vertskommunen flytter")


BY_STATE: Final[dict[str, Seen]] = {
    "assign": Seen(lambda: Office().submit(), lambda life: life.assigned()),
    "assess": Seen(lambda: Office().submit().assigned(), does(OFFICER, "assess", **assessment())),
    "late_application": Seen(
        lambda: late_application().declared(LEADER),
        does(LEADER, "accept_late_application", reason="Posten var forsinket"),
    ),
    "decide_dismissal": Seen(
        lambda: Office().submit().dismissal_recommended().declared(LEADER),
        does(LEADER, "dismiss", ground="not_eligible", reason="Utenfor ordningen"),
    ),
    "recommend": Seen(lambda: Office().submit().assessed(), does(OFFICER, "recommend", **recommendation())),
    "approve": Seen(lambda: Office().submit().recommended().declared(LEADER), does(LEADER, "grant")),
    "impartiality_missing": Seen(
        lambda: Office().submit().recommended(), does(LEADER, "declare_impartiality", impartial=True)
    ),
    "reassign": Seen(lambda: barred(Office().submit().assigned(), OFFICER), in_other_hands),
    "prepare_anew": Seen(
        lambda: barred(Office().submit().recommended().declared(LEADER), OFFICER), SENT_BACK
    ),
    "condition": Seen(
        conditioned, does(OFFICER, "meet_condition", condition="knowledge_environment", note="Avtale")
    ),
    "acceptance": Seen(accepting, does(SIGNATORY, "accept_terms")),
    "account": Seen(granted, does(SIGNATORY, "confirm_account", account="12345678903")),
    "order_payment": Seen(confirmed, does(LEADER, "order_payment")),
    "attest": Seen(lambda: granted().ordered(), does(ATTESTOR, "attest_payment", **CONTROLS)),
    "register_voucher": Seen(
        lambda: granted().attested(),
        lambda life: life.do(ACCOUNTANT, "register_disbursement", **life.voucher()),
    ),
    "lapsed": Seen(on("2027-01-02T12:00", granted), lambda life: reversed_to(life, 0)),
    "second_report": Seen(reporting, second),
    "review_report": Seen(reporting, read_by_two),
    "review_audit": Seen(attested_by_auditor, does(OFFICER, "accept_audit", **SEEN, duty="collected")),
    "audit_differs": Seen(
        lambda: attested_by_auditor(1_100_000),
        does(
            OFFICER,
            "accept_audit",
            **SEEN,
            duty="collected",
            applies="report",
            difference_reason="Merverdiavgift",
        ),
    ),
    "ask_directorate": Seen(asked, does(OFFICER, "ask_directorate", question="Kan fristen flyttes?")),
    "decide_change": Seen(changing, does(LEADER, "approve_change")),
    "decide_extension": Seen(
        lambda: answered(allowed=True), does(LEADER, "extend_use", last_day="2028-06-30")
    ),
    "take_over": Seen(asked_over, does(THERE, "accept_transfer")),
    "give_officer": Seen(
        lambda: asked_over().do(THERE, "accept_transfer"),
        lambda life: life.declared(OFFICER_THERE).do(THERE, "assign", officer=OFFICER_THERE.subject),
    ),
    "propose_claim": Seen(
        unspent, does(OFFICER, "propose_claim", ground="unused", amount_ore=10_000, reason="Ubrukt")
    ),
    "give_claim_notice": Seen(proposed, does(OFFICER, "give_claim_notice", claim=1)),
    "decide_claim": Seen(lambda: proposed("unused"), does(LEADER, "decide_claim", **DECIDE)),
    "invoice_claim": Seen(claimed, does(ACCOUNTANT, "invoice_claim", claim=1, kid=KID)),
    "return_overpayment": Seen(
        lambda: told(100_000).claimed(10_000_000).repaid(10_000_050),
        does(ACCOUNTANT, "return_overpayment", claim=1, returned_on="2028-01-10", voucher="R-9"),
    ),
    "confirm_duty": Seen(in_doubt, does(LEADER, "keep_duty", reason="Stor usikkerhet")),
    "early_audit": Seen(silent_end, does(LEADER, "choose_audit", required=False, reason="Lite beløp")),
    "close": Seen(told, does(OFFICER, "close")),
    "reopen": Seen(lifted_after_the_end, does(LEADER, "reopen", **FOUND)),
    "follow_up_reopening": Seen(reopened, does(OFFICER, "close", note="Fulgt opp")),
    "late_appeal": Seen(disputed_late, does(SIGNATORY, "withdraw_appeal", appeal=1)),
    "prepare_appeal": Seen(
        filed, does(OFFICER, "prepare_appeal", appeal=1, view="keep", assessment="Vedtaket bør stå")
    ),
    "decide_appeal": Seen(prepared, does(LEADER, "forward_appeal", appeal=1, assessment="Vedtaket bør stå")),
    "carry_out_ruling": Seen(
        lambda: ruled("returned"), does(LEADER, "conclude_appeal", appeal=1, note="Behandlet på nytt")
    ),
    "reversal_notice": Seen(
        to_be_reversed, does(OFFICER, "give_reversal_notice", explanation="Rammen", last_day="2026-03-22")
    ),
    "decide_reversal": Seen(
        lambda: recommend(partly(), 350_000), does(LEADER, "drop_reversal", reason="Står")
    ),
}


def in_collection() -> Life:
    life = told(100_000).claimed(10_000_000)
    life.office.move_to(at("2028-03-01T12:00"))
    return life.do(LEADER, "send_claim_to_collection", claim=1, reason="Ikke betalt")


BY_CLOCK: Final[dict[str, Seen]] = {
    "overdue_assign": Seen(on("2026-03-20T12:00", lambda: Office().submit()), lambda life: life.assigned()),
    "overdue_assess": Seen(
        on("2026-06-02T12:00", lambda: Office().submit().assigned()), does(OFFICER, "assess", **assessment())
    ),
    "overdue_supplement": Seen(on("2026-04-02T12:00", returned), supplemented),
    "overdue_approve": Seen(on("2026-03-20T12:00", lambda: Office().submit().recommended()), SENT_BACK),
    "overdue_budget": Seen(
        on("2026-04-20T12:00", cut),
        does(SIGNATORY, "deliver_budget", text="Lønn 200 000, reise 100 000"),
    ),
    "overdue_acceptance": Seen(on("2026-04-20T12:00", accepting), does(SIGNATORY, "accept_terms")),
    "overdue_payment": Seen(on("2026-12-02T12:00", granted), lambda life: life.paid()),
    "overdue_use_question": Seen(on("2028-02-02T12:00", paid), does(SIGNATORY, "answer_use", unspent_ore=0)),
    "overdue_report": Seen(on("2027-04-09T12:00", owing), REPORTED),
    "choose_report": Seen(on("2027-06-01T12:00", owing), REPORTED),
    "overdue_report_review": Seen(on("2027-04-15T12:00", reporting), read_by_two),
    "overdue_audit": Seen(
        on("2028-05-09T12:00", owing), does(AUDITOR, "deliver_audit", **statement(1_200_000))
    ),
    "choose_audit": Seen(
        on("2028-07-02T12:00", owing), does(AUDITOR, "deliver_audit", **statement(1_200_000))
    ),
    "overdue_directorate": Seen(
        on("2027-12-12T12:00", waiting_for_directorate),
        does(OFFICER, "register_directorate_answer", allowed=False, reference="Bufdir 2027/9"),
    ),
    "overdue_claim_notice": Seen(
        on("2028-02-02T12:00", noticed), does(SIGNATORY, "reply_to_claim", claim=1, text="Vi er uenige")
    ),
    "overdue_claim": Seen(
        on("2028-06-20T12:00", claimed),
        lambda life: life.do(ACCOUNTANT, "invoice_claim", claim=1, kid=KID).repaid(10_000_000),
    ),
    "overdue_collection": Seen(on("2028-07-01T12:00", in_collection), lambda life: life.repaid(10_000_000)),
    "overdue_preliminary_reply": Seen(on("2026-04-02T12:00", lambda: Office(**FORMAL).submit()), REPLIED),
    "overdue_appeal_review": Seen(
        on("2026-04-02T12:00", filed), does(SIGNATORY, "withdraw_appeal", appeal=1)
    ),
    "overdue_appeal_follow_up": Seen(
        on("2026-06-03T12:00", forwarded),
        does(
            OFFICER,
            "register_appeal_outcome",
            appeal=1,
            outcome="upheld",
            decided_on="2026-06-01",
            reference="2026/77-1",
        ),
    ),
    "overdue_reversal_notice": Seen(
        on("2026-03-23T12:00", notified_reversal), does(LEADER, "drop_reversal", reason="Står")
    ),
}

#: The steps that put a task on a table, in the newest rules.
CLIMBED: Final = {
    escalated(step.act, clock)
    for clock, timer in BUFDIR.timers.items()
    for step in timer.steps
    if step.act is not Act.REMIND_GRANTEE and clock not in {Clock.ROUND, Clock.USE, Clock.GRANT_YEAR_END}
}


def standing(life: Life, code: str) -> list[Task]:
    return [task for task in tasks(life.now, life.office.rules) if task.code == code]


@pytest.mark.parametrize("code", [*BY_STATE, *BY_CLOCK])
def test_a_task_stands_while_its_cause_does_and_goes_with_it(code: str) -> None:
    seen = (BY_STATE | BY_CLOCK)[code]
    life = seen.life()
    assert standing(life, code), life.tasks

    seen.settle(life)

    assert standing(life, code) == []


@pytest.mark.parametrize("code", BY_STATE)
def test_a_task_is_whose_the_document_says_and_by_that_rule(code: str) -> None:
    [task, *_more] = standing(BY_STATE[code].life(), code)

    told = TASKS[code]
    assert task.role is told.role
    if told.rule is not None:
        assert task.rule == told.rule


@pytest.mark.parametrize("code", BY_CLOCK)
def test_a_task_of_a_clock_is_an_officer_s_or_a_leader_s_by_the_rule_of_its_step(code: str) -> None:
    clock = Clock(code.partition("_")[2])
    rules = {step.rule for step in BUFDIR.timers[clock].steps}

    for task in standing(BY_CLOCK[code].life(), code):
        assert task.role in {Role.CASE_OFFICER, Role.LEADER}
        assert task.rule in rules
        assert task.due is not None


def test_no_kind_of_task_is_left_out() -> None:
    unclimbed = {f"{word}_{clock}" for word in ("overdue", "choose") for clock in Clock}

    assert set(BY_STATE) == set(TASKS) == task_codes() - unclimbed
    assert set(BY_CLOCK) == CLIMBED
