from domain.actors import Role
from domain.tasks import Task, tasks
from tests.domain.lives import (
    ACCOUNTANT,
    ATTESTOR,
    AUDITOR,
    COLLECTED,
    CONTROLS,
    KID,
    LEADER,
    NO_DUTY,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    assessment,
    at,
    paid,
    recommendation,
    report,
    statement,
    with_terms,
)


def open_tasks(life: Life) -> tuple[Task, ...]:
    return tasks(life.now, life.office.rules)


def test_a_case_on_its_way_to_the_money_always_waits_for_one_role() -> None:
    life = Office().submit()
    seen = [life.tasks]
    for who, kind, fields in (
        (OFFICER, "declare_impartiality", {"impartial": True}),
        (OFFICER, "assign", {"officer": OFFICER.subject}),
        (OFFICER, "assess", assessment()),
        (OFFICER, "recommend", recommendation(terms=with_terms(NO_DUTY, knowledge_environment="payment"))),
        (LEADER, "declare_impartiality", {"impartial": True}),
        (LEADER, "grant", {}),
        (OFFICER, "meet_condition", {"condition": "knowledge_environment", "note": "Avtale"}),
        (SIGNATORY, "confirm_account", {"account": "12345678903"}),
        (LEADER, "order_payment", {}),
        (ATTESTOR, "attest_payment", CONTROLS),
    ):
        life.do(who, kind, **fields)
        if seen[-1] != life.tasks:
            seen.append(life.tasks)
    life.do(ACCOUNTANT, "register_disbursement", **life.voucher())

    assert seen == [
        ["assign"],
        ["assess"],
        ["recommend"],
        ["approve", "impartiality_missing"],
        ["approve"],
        ["condition"],
        ["account"],
        ["order_payment"],
        ["attest"],
        ["register_voucher"],
    ]
    assert life.tasks == []


def test_a_task_says_whose_it_is_by_which_rule_and_until_when() -> None:
    life = Office().submit()

    (task,) = open_tasks(life)

    assert (task.code, task.role, task.rule, task.due) == (
        "assign",
        Role.CASE_OFFICER,
        "T05",
        at("2026-03-04T23:00"),
    )


def test_what_was_delivered_is_to_be_reviewed() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-03-01T12:00"))

    life.do(SIGNATORY, "deliver_report", **report(1_200_000)).do(
        AUDITOR, "deliver_audit", **statement(1_200_000)
    )

    assert [(task.name, task.role) for task in open_tasks(life)] == [
        ("review_audit:collected", Role.CASE_OFFICER),
        ("review_report:2026", Role.CASE_OFFICER),
        ("second_report:2026", Role.CASE_OFFICER),
    ]


def test_money_back_goes_from_the_officer_to_the_leader_to_the_accountant() -> None:
    life = paid()
    life.office.move_to(at("2028-01-02T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=100)
    seen = list(open_tasks(life))
    for who, kind, fields in (
        (OFFICER, "propose_claim", {"ground": "unused", "amount_ore": 100, "reason": "Ubrukt"}),
        (LEADER, "decide_claim", {"claim": 1, "due_day": "2028-03-01"}),
        (ACCOUNTANT, "invoice_claim", {"claim": 1, "kid": KID}),
    ):
        life.do(who, kind, **fields)
        seen += open_tasks(life)

    assert [(task.name, task.role, task.rule) for task in seen] == [
        ("propose_claim", Role.CASE_OFFICER, "R26-33"),
        ("decide_claim:1", Role.LEADER, "T31"),
        ("invoice_claim:1", Role.ACCOUNTANT, "T32"),
    ]


def test_a_case_whose_use_is_told_is_to_be_closed() -> None:
    life = paid()
    life.office.move_to(at("2028-01-02T12:00"))
    assert life.tasks == []

    life.do(SIGNATORY, "answer_use", unspent_ore=0)

    assert [(task.name, task.rule) for task in open_tasks(life)] == [("close", "T24")]


def test_a_finished_case_has_no_task() -> None:
    assert Office().submit().do(SIGNATORY, "withdraw").tasks == []
