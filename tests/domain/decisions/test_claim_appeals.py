"""An appeal against a claim, and what a leader may do meanwhile (T31, T36–T40, L-26, L-27, fvl. § 42)."""

from datetime import date
from typing import Any

from domain import events as e
from domain.actors import Role
from domain.appeals import AppealRegime
from domain.claims import ClaimState
from domain.lifecycle import Stage
from domain.money import kroner
from tests.domain.lives import (
    ACCOUNTANT,
    LEADER,
    OFFICER,
    SIGNATORY,
    Life,
    at,
    paid,
    person,
    refused,
)

FORMAL: dict[str, Any] = {"appeal_regime": AppealRegime.INDIVIDUAL_DECISION}
OTHER_LEADER = person(Role.LEADER, "another leader")
OFFICER_AS_LEADER = person(Role.LEADER, OFFICER.subject)


def claimed(kr: int = 100_000, **office: Any) -> Life:
    """Return a case with a claim of 10 January 2028 on what was told as unspent, invoiced."""
    life = paid(**(office or FORMAL)).declared(OFFICER, LEADER, OTHER_LEADER)
    life.office.move_to(at("2028-01-10T12:00"))
    return life.do(SIGNATORY, "answer_use", unspent_ore=kroner(kr)).claimed(kroner(kr))


def appealed(**office: Any) -> Life:
    return claimed(**office).do(SIGNATORY, "file_appeal", claim=1, text="Vi har brukt mer")


def prepared(view: str = "uphold", **office: Any) -> Life:
    return appealed(**office).do(OFFICER, "prepare_appeal", appeal=1, view=view, assessment="Nye bilag")


def letter(life: Life, code: str) -> dict[str, object]:
    (found,) = [item.payload["params"] for item in life.sent if item.payload.get("letter") == code]
    return dict(found)


def test_the_claim_says_until_when_it_can_be_appealed_against() -> None:
    assert letter(claimed(), "L14")["appeal_day"] == "2028-01-31"
    assert letter(claimed(appeal_regime=AppealRegime.REQUEST_FOR_REVERSAL), "L14")["appeal_day"] is None


def test_an_appeal_against_a_claim_has_its_own_three_weeks() -> None:
    in_time = appealed().only(e.AppealFiled)
    late = claimed()
    late.office.move_to(at("2028-02-01T12:00"))
    late.do(SIGNATORY, "file_appeal", claim=1, text="For sent")

    assert (in_time.claim, in_time.due_day, in_time.late) == (1, date(2028, 1, 31), False)
    assert (late.only(e.AppealFiled).late, late.tasks) == (True, ["late_appeal:1"])


def test_one_appeal_is_open_against_each_decision() -> None:
    life = appealed()

    with refused("appeal_open", "T36", appeal=1):
        life.do(SIGNATORY, "file_appeal", claim=1, text="En gang til")
    # The decision on the grant is another.
    assert life.do(SIGNATORY, "file_appeal", text="Og tilskuddet").now.appeals[1].claim is None


def test_only_a_claim_that_was_decided_is_appealed_against() -> None:
    life = paid(**FORMAL).do(OFFICER, "propose_claim", ground="breach", amount_ore=kroner(1), reason="Brudd")
    with refused("claim_not_ready", "T36", claim=1, state="proposed"):
        life.do(SIGNATORY, "file_appeal", claim=1, text="Nei")
    with refused("no_such_claim", "T36", claim=2):
        life.do(SIGNATORY, "file_appeal", claim=2, text="Nei")


def test_the_office_upholds_an_appeal_by_claiming_less() -> None:
    life = prepared()
    with refused("claim_not_lower", "L-27", amount_ore=None, claimed_ore=kroner(100_000)):
        life.do(LEADER, "uphold_appeal", appeal=1)
    with refused("claim_not_lower", "L-27", amount_ore=kroner(100_000)):
        life.do(LEADER, "uphold_appeal", appeal=1, claim_amount_ore=kroner(100_000))
    with refused("decider_is_preparer", "T37"):
        life.do(OFFICER_AS_LEADER, "uphold_appeal", appeal=1, claim_amount_ore=0)

    life.do(LEADER, "uphold_appeal", appeal=1, claim_amount_ore=kroner(60_000))

    (claim,) = life.now.claims
    assert (claim.amount_ore, claim.reduced_ore, claim.outstanding_ore) == (
        kroner(60_000),
        kroner(40_000),
        kroner(60_000),
    )
    assert (life.now.appeals[0].state, life.now.unclaimed_ore) == ("upheld", 0)
    assert letter(life, "claim_reduced")["amount_ore"] == kroner(60_000)
    assert life.repaid(kroner(60_000)).now.stage is Stage.REFUNDED


def test_a_claim_that_is_lifted_leaves_the_case_to_be_closed() -> None:
    life = prepared().do(LEADER, "uphold_appeal", appeal=1, claim_amount_ore=0)

    assert (life.now.claims[0].state, life.tasks) == (ClaimState.LIFTED, ["close"])
    assert life.do(OFFICER, "close").now.stage is Stage.CLOSED


def test_what_came_in_on_a_claim_that_is_reduced_goes_back() -> None:
    life = appealed().repaid(kroner(100_000))
    assert (life.now.stage, life.now.finished) == (Stage.CARRY_OVER, False)
    life.do(OFFICER, "prepare_appeal", appeal=1, view="uphold", assessment="Nye bilag")

    life.do(LEADER, "uphold_appeal", appeal=1, claim_amount_ore=kroner(70_000))

    assert (life.now.claims[0].overpaid_ore, life.tasks) == (kroner(30_000), ["return_overpayment:1"])
    life.do(ACCOUNTANT, "return_overpayment", claim=1, returned_on="2028-01-10", voucher="R-9")
    assert (life.now.stage, life.now.refunded_ore) == (Stage.REFUNDED, kroner(70_000))


def test_a_refunded_case_whose_claim_is_lifted_is_closed_when_the_money_has_gone_back() -> None:
    life = claimed().repaid(kroner(100_000))
    assert (life.now.stage, life.now.finished) == (Stage.REFUNDED, True)
    life.do(LEADER, "reduce_claim", claim=1, amount_ore=0, reason="Feil i regnskapet")
    assert not life.now.finished

    life.do(ACCOUNTANT, "return_overpayment", claim=1, returned_on="2028-01-10", voucher="R-9")

    assert (life.now.stage, life.now.refunded_ore) == (Stage.CLOSED, 0)
    assert life.only(e.Closed).outcome == "claim_lifted"


def test_what_was_given_up_is_not_paid_back() -> None:
    life = claimed().repaid(kroner(40_000))
    life.do(LEADER, "write_off_claim", claim=1, reason="Resten er liten")
    life.do(LEADER, "reduce_claim", claim=1, amount_ore=kroner(70_000), reason="Nye bilag")

    (claim,) = life.now.claims
    assert (claim.written_off_ore, claim.overpaid_ore, claim.kept_ore) == (kroner(30_000), 0, kroner(40_000))


def test_a_part_that_was_given_up_settles_what_is_left_of_a_reduced_claim() -> None:
    life = claimed()
    life.do(LEADER, "write_off_claim", claim=1, amount_ore=kroner(40_000), reason="Forlik")

    life.do(LEADER, "reduce_claim", claim=1, amount_ore=kroner(30_000), reason="Nye bilag")

    (claim,) = life.now.claims
    assert (claim.state, claim.written_off_ore) == (ClaimState.WRITTEN_OFF, kroner(30_000))


def test_what_came_in_settles_a_claim_that_is_reduced_to_it() -> None:
    life = claimed().repaid(kroner(40_000))

    life.do(LEADER, "reduce_claim", claim=1, amount_ore=kroner(40_000), reason="Nye bilag")

    assert (life.now.claims[0].state, life.now.stage) == (ClaimState.PAID, Stage.REFUNDED)


def test_the_appeal_body_s_answer_is_carried_out_on_the_claim() -> None:
    life = prepared("keep")
    less = {"claim": 1, "amount_ore": kroner(50_000), "reason": "Klageinstansen"}
    with refused("appeal_open", "T36", appeal=1):
        life.do(LEADER, "reduce_claim", **less)
    life.do(LEADER, "forward_appeal", appeal=1, assessment="Kravet bør stå")
    ruling = {"outcome": "changed", "decided_on": "2028-01-10", "reference": "2028/77"}
    life.do(OFFICER, "register_appeal_outcome", appeal=1, **ruling)
    assert life.tasks == ["carry_out_ruling:1"]

    life.do(LEADER, "reduce_claim", **less)

    assert (life.now.appeals[0].state, life.now.claims[0].amount_ore) == ("concluded", kroner(50_000))
    assert life.only(e.ClaimReduced).appeal == 1


def test_a_request_is_answered_by_the_office_itself() -> None:
    life = prepared("keep", appeal_regime=AppealRegime.REQUEST_FOR_REVERSAL)
    with refused("no_appeal_body", "L-24"):
        life.do(LEADER, "forward_appeal", appeal=1, assessment="Kravet bør stå")

    life.do(LEADER, "decline_appeal", appeal=1, reason="Bilagene er fra året før")

    assert (life.now.appeals[0].state, life.now.claims[0].amount_ore) == ("declined", kroner(100_000))


def test_who_proposed_a_claim_does_not_reverse_it_and_neither_does_who_has_not_declared() -> None:
    less = {"claim": 1, "amount_ore": 0, "reason": "Feil"}

    with refused("decider_is_proposer", "T40"):
        claimed().do(OFFICER_AS_LEADER, "reduce_claim", **less)
    with refused("impartiality_not_declared", "E40"):
        claimed().do(person(Role.LEADER, "a third leader"), "reduce_claim", **less)


# --- deferral (fvl. § 42) ---------------------------------------------------------------------------------------------------


def test_an_appeal_alone_moves_no_deadline_and_a_leader_may() -> None:
    life = appealed()
    assert "claim:1" in life.clocks
    later = {"claim": 1, "due_day": "2028-06-01", "reason": "Til klagen er avgjort"}
    with refused("role_not_allowed", "L-26"):
        life.do(OFFICER, "defer_claim", **later)

    life.do(LEADER, "defer_claim", **later)

    assert "claim:1:1" in life.clocks
    life.office.move_to(at("2028-05-01T12:00"))
    assert "L11" not in life.letters
    life.office.move_to(at("2028-06-16T12:00"))
    assert "L11" in life.letters


def test_a_claim_is_collected_under_appeal_unless_it_is_deferred() -> None:
    collect = {"claim": 1, "reason": "Ikke betalt"}
    life, deferred = appealed(), appealed()
    deferred.do(LEADER, "defer_claim", claim=1, due_day="2028-06-01", reason="Klage")
    for one in (life, deferred):
        one.office.move_to(at("2028-03-01T12:00"))

    with refused("reminder_first", "T32", reminder_day="2028-06-15"):
        deferred.do(LEADER, "send_claim_to_collection", **collect)
    assert (
        life.do(LEADER, "send_claim_to_collection", **collect).now.claims[0].state is ClaimState.IN_COLLECTION
    )


def test_a_deferral_is_later_than_the_day_it_moves() -> None:
    life = claimed()

    with refused("deferral_not_longer", "L-26", given_day="2028-02-09", due_day="2028-02-09"):
        life.do(LEADER, "defer_claim", claim=1, due_day="2028-02-09", reason="Klage")
    with refused("day_not_in_future", "L-26", given_day="2028-01-10"):
        life.do(LEADER, "defer_claim", claim=1, due_day="2028-01-10", reason="Klage")


def test_what_is_settled_or_with_the_collector_is_not_deferred() -> None:
    settled, collected = claimed(), claimed()
    settled.do(LEADER, "write_off_claim", claim=1, reason="Lite beløp")
    collected.office.move_to(at("2028-03-01T12:00"))
    collected.do(LEADER, "send_claim_to_collection", claim=1, reason="Ikke betalt")

    for life, state in ((settled, "written_off"), (collected, "in_collection")):
        with refused("claim_not_ready", "L-26", state=state):
            life.do(LEADER, "defer_claim", claim=1, due_day="2029-01-01", reason="Klage")
