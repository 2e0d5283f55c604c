from datetime import date

import pytest

from domain import events as e
from domain.actors import Role
from domain.claims import ClaimState
from domain.lifecycle import Stage
from domain.money import kroner
from tests.domain.lives import (
    ACCOUNTANT,
    COLLECTED,
    DISCRETIONARY,
    LEADER,
    OFFICER,
    SEEN,
    SIGNATORY,
    Life,
    at,
    granted,
    paid,
    person,
    refused,
    report,
)

OFFICER_AS_LEADER = person(Role.LEADER, OFFICER.subject)
DUE = {"claim": 1, "due_day": "2028-03-01"}


def told(unspent_kr: int = 100_000, kr: int = 400_000) -> Life:
    """Return a case without duties in January after its use deadline, in which *unspent_kr* is left."""
    life = paid(kr)
    life.office.move_to(at("2028-01-10T12:00"))
    return life.do(SIGNATORY, "answer_use", unspent_ore=kroner(unspent_kr))


def propose(life: Life, amount_ore: int = kroner(100_000), ground: str = "unused") -> Life:
    return life.do(OFFICER, "propose_claim", ground=ground, amount_ore=amount_ore, reason="Ubrukt")


def decide(life: Life) -> Life:
    return life.do(LEADER, "decide_claim", **DUE)


# --- proposal (T30, E29, E30) ---------------------------------------------------------------------------------------------


def test_no_more_unspent_money_is_claimed_than_was_told() -> None:
    life = told()

    with refused("more_than_can_be_claimed", "R26-33", given_ore=10_000_001, most_ore=10_000_000):
        propose(life, 10_000_001)

    assert propose(life, 10_000_000).tasks == ["decide_claim:1"]


@pytest.mark.edge("E30")
def test_the_smallest_unspent_amount_is_claimed_too() -> None:
    life = told(37)

    assert life.tasks == ["propose_claim"]
    assert propose(life, kroner(37)).now.unclaimed_ore == 0


@pytest.mark.edge("E29")
def test_a_breach_is_claimed_to_what_was_paid_whatever_else_is_claimed() -> None:
    life = propose(told())

    with refused("more_than_can_be_claimed", "T30", most_ore=kroner(300_000)):
        propose(life, kroner(300_001), "breach")

    assert propose(life, kroner(300_000), "breach").now.claimed_ore == life.now.paid_ore


def test_what_was_claimed_for_a_breach_is_not_claimed_again_as_unspent() -> None:
    life = propose(told(), kroner(350_000), "breach")

    assert life.now.unclaimed_ore == kroner(50_000)
    with refused("more_than_can_be_claimed", "R26-33", most_ore=kroner(50_000)):
        propose(life, kroner(100_000))
    assert propose(life, kroner(50_000)).now.claimed_ore == kroner(400_000)


def test_money_that_may_still_be_used_is_not_claimed_as_unspent() -> None:
    life = paid().do(SIGNATORY, "answer_use", unspent_ore=kroner(100_000))

    with refused("more_than_can_be_claimed", "R26-33", most_ore=0):
        propose(life)

    assert propose(life, ground="breach").now.claims[0].ground == "breach"


def test_nothing_is_claimed_that_was_not_paid() -> None:
    with refused("not_possible_now", "T30", command="propose_claim", stage="granted"):
        propose(granted(), ground="breach")


def test_a_case_that_has_ended_is_claimed_on_when_it_is_reopened() -> None:
    closed = told(0).do(OFFICER, "close")
    refunded = told().claimed(kroner(100_000)).repaid(kroner(100_000))

    for life, stage in ((closed, "closed"), (refunded, "refunded")):
        with refused("not_possible_now", "T30", stage=stage):
            propose(life, ground="breach")


# --- decision (T31) -------------------------------------------------------------------------------------------------------


def test_the_proposer_does_not_decide() -> None:
    life = propose(told())

    with refused("decider_is_proposer", "T31"):
        life.do(OFFICER_AS_LEADER, "decide_claim", **DUE)
    with refused("decider_is_proposer", "T31"):
        life.do(OFFICER_AS_LEADER, "drop_claim", claim=1, reason="Nei")

    assert decide(life).letters[-1] == "L14"


def test_the_day_for_payment_lies_ahead() -> None:
    life = propose(told())

    with refused("day_not_in_future", "T31", given_day="2028-01-10"):
        life.do(LEADER, "decide_claim", claim=1, due_day="2028-01-10")

    assert decide(life).now.claims[0].due_day == date(2028, 3, 1)


def test_a_dropped_proposal_leaves_the_money_to_be_claimed_or_written_off() -> None:
    life = propose(told()).do(LEADER, "drop_claim", claim=1, reason="Feil beløp")

    assert (life.now.unclaimed_ore, life.tasks) == (kroner(100_000), ["propose_claim"])
    with refused("claim_not_ready", "T31", claim=1, state="dropped"):
        decide(life)
    assert propose(life).now.claims[1].number == 2


def test_there_is_no_claim_by_that_number() -> None:
    life = told()

    for rule, who, kind, fields in (
        ("T31", LEADER, "decide_claim", DUE),
        ("T31", LEADER, "drop_claim", {"claim": 1, "reason": "Nei"}),
        ("T32", ACCOUNTANT, "invoice_claim", {"claim": 1, "kid": "123"}),
        ("T35", LEADER, "write_off_claim", {"claim": 1, "reason": "Nei"}),
    ):
        with refused("no_such_claim", rule, claim=1):
            life.do(who, kind, **fields)
    with refused("no_such_claim", "T33", claim=1):
        life.repaid(100)


# --- invoice and money (T32, T33, T34) ------------------------------------------------------------------------------------


def test_an_invoice_bears_a_valid_payment_reference() -> None:
    life = decide(propose(told()))

    with refused("kid_invalid", "L-15", kid="2026000011"):
        life.do(ACCOUNTANT, "invoice_claim", claim=1, kid="2026000011")

    # No digit checks this base in modulus 11: its reference ends in a dash.
    life.do(ACCOUNTANT, "invoice_claim", claim=1, kid="2026000017-")
    assert life.now.claims[0].state is ClaimState.INVOICED


def test_money_is_registered_on_an_invoice() -> None:
    life = decide(propose(told()))

    with refused("claim_not_ready", "T33", claim=1, state="decided"):
        life.repaid(kroner(100_000))


def test_a_claim_is_paid_in_parts_and_the_case_ends_refunded_with_the_last_of_them() -> None:
    life = told().claimed(kroner(100_000)).repaid(kroner(60_000))
    assert (life.now.claims[0].state, life.now.stage) == (ClaimState.PART_PAID, Stage.CARRY_OVER)

    life.repaid(kroner(40_000))
    assert (life.now.claims[0].state, life.now.refunded_ore) == (ClaimState.PAID, kroner(100_000))
    assert (life.now.stage, life.now.finished, life.letters[-1]) == (Stage.REFUNDED, True, "L15")


def test_money_did_not_come_in_tomorrow_nor_before_it_was_paid() -> None:
    life = told().claimed(kroner(100_000))
    money = {"claim": 1, "amount_ore": 100, "voucher": "R-1"}

    for day in ("2028-01-11", "2026-02-28"):
        with refused("repaid_day_impossible", "T33", given_day=day, paid_day="2026-03-01"):
            life.do(ACCOUNTANT, "register_repayment", received_on=day, **money)

    assert (
        life.do(ACCOUNTANT, "register_repayment", received_on="2028-01-10", **money).now.refunded_ore == 100
    )


def test_one_repayment_is_registered_once_and_may_say_where_it_is_posted() -> None:
    life = told().claimed(kroner(100_000))
    money = {"claim": 1, "amount_ore": kroner(40_000), "received_on": "2028-01-10", "voucher": "R-7"}
    life.do(ACCOUNTANT, "register_repayment", posting="5309.29", **money)

    with refused("repayment_registered", "T33", voucher="R-7"):
        life.do(ACCOUNTANT, "register_repayment", **money)

    assert (life.only(e.RepaymentReceived).posting, life.now.refunded_ore) == ("5309.29", kroner(40_000))


def test_each_claim_has_a_payment_reference_of_its_own() -> None:
    first = paid().claimed(kroner(1), "overpaid")
    life = first.office.submit().granted().paid()
    life.do(OFFICER, "propose_claim", ground="overpaid", amount_ore=kroner(1), reason="For mye")
    life.do(LEADER, "decide_claim", claim=1, due_day="2026-04-01")

    with refused("kid_taken", "L-15", kid=first.kid(1)):
        life.do(ACCOUNTANT, "invoice_claim", claim=1, kid=first.kid(1))

    assert life.do(ACCOUNTANT, "invoice_claim", claim=1, kid=life.kid(1)).now.claims[0].kid == life.kid(1)


# --- collection (T32, L-10) -----------------------------------------------------------------------------------------------

COLLECT = {"claim": 1, "reason": "Ikke betalt etter purring"}


def test_an_unpaid_claim_is_reminded_of_and_then_sent_to_collection_by_a_leader() -> None:
    life = told().claimed(kroner(100_000)).repaid(kroner(40_000))
    due = life.now.claims[0].due_day
    assert due == date(2028, 2, 9)
    life.office.move_to(at("2028-02-23T12:00"))
    assert (life.letters[-1], life.tasks) == ("L11", ["overdue:claim:1:case_officer"])
    with refused("reminder_first", "T32", claim=1, reminder_day="2028-02-23"):
        life.do(LEADER, "send_claim_to_collection", **COLLECT)
    life.office.move_to(at("2028-02-24T12:00"))
    with refused("decider_is_proposer", "T32"):
        life.do(OFFICER_AS_LEADER, "send_claim_to_collection", **COLLECT)
    with refused("role_not_allowed", "T32"):
        life.do(OFFICER, "send_claim_to_collection", **COLLECT)

    life.do(LEADER, "send_claim_to_collection", **COLLECT)

    claim = life.now.claims[0]
    assert (claim.state, claim.outstanding_ore) == (ClaimState.IN_COLLECTION, kroner(60_000))
    assert (life.letters[-1], life.clocks, life.tasks) == ("collection", ["collection:1"], [])
    life.office.move_to(at("2028-05-25T12:00"))
    assert life.tasks == ["overdue:collection:1:case_officer"]


def test_the_collector_s_money_settles_the_claim_and_the_case() -> None:
    life = told().claimed(kroner(100_000))
    life.office.move_to(at("2028-02-24T12:00"))
    life.do(LEADER, "send_claim_to_collection", **COLLECT).repaid(kroner(30_000))
    assert life.now.claims[0].state is ClaimState.IN_COLLECTION

    life.repaid(kroner(70_000))

    assert (life.now.claims[0].state, life.now.stage) == (ClaimState.PAID, Stage.REFUNDED)


def test_a_claim_is_not_collected_before_it_is_invoiced() -> None:
    life = decide(propose(told()))
    life.office.move_to(at("2028-06-01T12:00"))

    with refused("claim_not_ready", "T32", state="decided"):
        life.do(LEADER, "send_claim_to_collection", **COLLECT)


# --- what is given up (T35, E30) ------------------------------------------------------------------------------------------


@pytest.mark.edge("E30")
def test_what_cannot_be_had_is_written_off_after_it_was_tried() -> None:
    life = told().claimed(kroner(100_000))
    lost = {"claim": 1, "ground": "uncollectible", "reason": "Ingen dekning"}
    with refused("collection_first", "T35", claim=1):
        life.do(LEADER, "write_off_claim", **lost)
    life.office.move_to(at("2028-02-24T12:00"))
    life.do(LEADER, "send_claim_to_collection", **COLLECT)

    life.do(LEADER, "write_off_claim", **lost)

    assert (life.now.claims[0].state, life.letters[-1]) == (ClaimState.WRITTEN_OFF, "collection")


@pytest.mark.edge("E30")
def test_what_is_waived_is_told_to_the_municipality() -> None:
    life = told().claimed(kroner(100_000))

    life.do(LEADER, "write_off_claim", claim=1, amount_ore=kroner(30_000), reason="Liten kommune")

    (said,) = [item.payload["params"] for item in life.sent if item.payload.get("letter") == "claim_waived"]
    assert said == {"amount_ore": kroner(30_000), "outstanding_ore": kroner(70_000), "whole": False}


@pytest.mark.edge("E30")
def test_a_leader_gives_up_what_the_office_has_set_and_more_only_on_the_directorate_s_answer() -> None:
    life = told().claimed(kroner(100_000))
    life.office.write_off_limit_ore = kroner(40_000)
    part = {"claim": 1, "amount_ore": kroner(30_000), "reason": "Liten kommune"}
    life.do(LEADER, "write_off_claim", **part)

    # The limit is the claim's: it is not passed in small parts.
    with refused("beyond_write_off_authority", "T35", amount_ore=kroner(60_000), limit_ore=kroner(40_000)):
        life.do(LEADER, "write_off_claim", **part)
    life.do(LEADER, "write_off_claim", reference="Bufdir 2028/9", **part)

    assert [entry.event.reference for entry in life.all(e.ClaimWrittenOff)] == [None, "Bufdir 2028/9"]  # type: ignore[attr-defined]


@pytest.mark.edge("E30")
def test_nothing_is_given_up_by_an_office_that_has_set_no_limit() -> None:
    life = told(37).claimed(kroner(37))
    life.office.write_off_limit_ore = None

    with refused("beyond_write_off_authority", "T35", limit_ore=None):
        life.do(LEADER, "write_off_claim", claim=1, reason="Lite beløp")


def test_the_proposer_does_not_write_off() -> None:
    life = told().claimed(kroner(100_000))

    with refused("decider_is_proposer", "T35"):
        life.do(OFFICER_AS_LEADER, "write_off_claim", claim=1, reason="Lite beløp")

    life.do(LEADER, "write_off_claim", claim=1, reason="Lite beløp")
    assert life.now.claims[0].written_off_ore == kroner(100_000)


@pytest.mark.edge("E30")
def test_a_claim_that_was_written_off_before_any_money_came_leaves_the_case_to_be_closed() -> None:
    life = told().claimed(kroner(100_000)).do(LEADER, "write_off_claim", claim=1, reason="Lite beløp")

    assert life.tasks == ["close"]
    assert life.do(OFFICER, "close").now.stage is Stage.CLOSED


def test_a_claim_that_was_written_off_after_part_of_the_money_came_ends_refunded() -> None:
    life = told().claimed(kroner(100_000)).repaid(kroner(60_000))

    life.do(LEADER, "write_off_claim", claim=1, reason="Resten er ikke å få inn")

    assert (life.now.claims[0].written_off_ore, life.now.stage) == (kroner(40_000), Stage.REFUNDED)


def test_a_proposal_is_dropped_and_not_written_off() -> None:
    with refused("claim_not_ready", "T35", state="proposed"):
        propose(told()).do(LEADER, "write_off_claim", claim=1, reason="Lite beløp")


@pytest.mark.edge("E34")
def test_the_leftover_is_claimed_to_the_ore() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2028-02-01T12:00"))
    spent, unused = 95_000_050, 24_999_950
    life.do(SIGNATORY, "deliver_report", **(report(0) | {"spent_ore": spent, "unused_ore": unused}))

    life.approved()

    assert life.now.unclaimed_ore == 24_999_950
    assert propose(life, 24_999_950).only(e.ClaimProposed).amount_ore == 24_999_950


# --- closing (T24, T26) ---------------------------------------------------------------------------------------------------


def test_a_case_is_closed_when_its_use_is_over_and_told() -> None:
    life = paid()

    with refused("use_not_over", "T24", use_deadline_at="2027-12-31T23:00:00+00:00"):
        life.do(OFFICER, "close")

    life.office.move_to(at("2027-12-31T23:00:00"))
    with refused("use_unanswered", "E28"):
        life.do(OFFICER, "close")
    life.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")
    assert (life.now.stage, life.letters[-1]) == (Stage.CLOSED, "L20")


@pytest.mark.edge("E28")
def test_a_case_that_nobody_answers_for_is_closed_with_a_note() -> None:
    life = paid()
    life.office.move_to(at("2028-05-01T12:00"))

    life.do(OFFICER, "close", note="Bekreftet på telefon av økonomisjefen")

    assert life.only(e.Closed).note is not None


def test_a_case_with_duties_is_not_closed_by_hand() -> None:
    life = paid(300_000, DISCRETIONARY)
    life.office.move_to(at("2028-05-01T12:00"))

    with refused("duties_open", "T24", duties=["2026"]):
        life.do(OFFICER, "close", note="Ferdig")

    life.reported(300_000)
    assert (life.now.stage, life.only(e.Closed).outcome) == (Stage.CLOSED, "reported")


def test_a_reported_case_names_the_statement_it_waits_for() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2027-02-01T12:00"))
    life.reported(1_200_000)

    with refused("duties_open", "T24", duties=["collected"]):
        life.do(OFFICER, "close")


def test_a_case_with_money_open_is_not_closed() -> None:
    life = told()

    with refused("claim_open", "R26-33", unclaimed_ore=kroner(100_000)):
        life.do(OFFICER, "close")
    with refused("claim_open", "R26-33", unclaimed_ore=0):
        propose(life).do(OFFICER, "close")


def test_a_reported_case_is_held_by_its_claim_and_not_by_its_use() -> None:
    life = paid(300_000, DISCRETIONARY)
    life.office.move_to(at("2027-02-01T12:00"))
    life.reported(200_000, 100_000, final=True)

    with refused("claim_open", "R26-33", unclaimed_ore=kroner(100_000)):
        life.do(OFFICER, "close")


def test_a_case_that_never_was_in_use_is_not_closed() -> None:
    with refused("not_possible_now", "T24", command="close", stage="granted"):
        granted().do(OFFICER, "close")


def test_a_case_closed_on_a_note_after_money_came_back_ends_refunded() -> None:
    life = paid().claimed(kroner(50_000), "breach").repaid(kroner(50_000))
    life.office.move_to(at("2028-05-01T12:00"))
    assert life.now.stage is Stage.CARRY_OVER

    life.do(OFFICER, "close", note="Resten er brukt, sier revisor")

    assert (life.now.stage, life.now.finished) == (Stage.REFUNDED, True)


@pytest.mark.parametrize("unspent_kr", [0, 100_000])
def test_an_audited_case_with_money_left_is_not_finished_until_it_came_back(unspent_kr: int) -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2028-02-01T12:00"))
    life.reported(1_200_000 - unspent_kr, unspent_kr)
    life.do(
        OFFICER,
        "deliver_audit",
        duty="collected",
        amount_ore=life.now.reports[0].spent_ore,
        auditor="R",
        signed_on="2028-02-01",
    )
    life.do(OFFICER, "accept_audit", **SEEN, duty="collected")

    assert (life.now.stage, life.now.finished) == (Stage.AUDITED, unspent_kr == 0)
    if unspent_kr:
        life.claimed(kroner(unspent_kr)).repaid(kroner(unspent_kr))
        assert (life.now.stage, life.now.finished) == (Stage.REFUNDED, True)
