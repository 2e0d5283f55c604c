"""Appeals (T36–T39, L-21, L-23, L-24), each refusal seen firing beside what is allowed."""

from datetime import date, timedelta
from typing import Any, Final

import pytest

from domain import events as e
from domain.actors import Role
from domain.appeals import AppealRegime, AppealState
from domain.lifecycle import Stage
from domain.money import kroner
from tests.domain.lives import (
    ATTESTOR,
    CONTROLS,
    DISCRETIONARY,
    LEADER,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    at,
    granted,
    paid,
    person,
    refused,
)

FORMAL: Final[dict[str, Any]] = {"appeal_regime": AppealRegime.INDIVIDUAL_DECISION}
OTHER_LEADER = person(Role.LEADER, "another leader")
BOTH = person(Role.LEADER, OFFICER.subject)


def filed(**office: Any) -> Life:
    """A grant of 300 000 of the 400 000 that were asked for, and an appeal against it."""
    return Office(**office).submit().granted(300_000).do(SIGNATORY, "file_appeal", text="Vi er uenige")


def prepared(**office: Any) -> Life:
    life = filed(**(FORMAL | office)).declared(OFFICER, LEADER)
    return life.do(OFFICER, "prepare_appeal", appeal=1, view="keep", assessment="Vedtaket bør stå")


def forwarded() -> Life:
    return prepared().do(LEADER, "forward_appeal", appeal=1, assessment="Vedtaket bør stå")


def ruled(outcome: str) -> Life:
    answer = {"outcome": outcome, "decided_on": "2026-03-01", "reference": "2026/77-1"}
    return forwarded().do(OFFICER, "register_appeal_outcome", appeal=1, **answer)


def state(life: Life) -> AppealState:
    return life.now.appeals[-1].state


# --- when ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-02", "2026-11-23"),
        ("2026-12-04", "2026-12-28"),
        ("2026-12-05", "2026-12-28"),
        ("2026-12-11", "2027-01-04"),
        ("2026-03-12", "2026-04-07"),
    ],
)
def test_the_deadline_of_an_appeal_counts_from_the_day_of_the_decision(received: str, due: str) -> None:
    life = granted(**FORMAL, now=at(f"{received}T09:00"), closes_at=at("2026-12-31T12:00"))
    last_minute = at(f"{due}T22:58" if not "04" <= due[5:7] <= "10" else f"{due}T21:58")
    in_time = life.do(SIGNATORY, "file_appeal", text="Nei", received_at=None)
    assert in_time.now.appeals[0].due_day == date.fromisoformat(due)

    life.do(SIGNATORY, "withdraw_appeal", appeal=1)
    life.office.sleep_until(last_minute)
    assert not life.do(SIGNATORY, "file_appeal", text="Nei").last[0].late  # type: ignore[attr-defined]
    life.do(SIGNATORY, "withdraw_appeal", appeal=2)
    life.office.sleep_until(last_minute + timedelta(minutes=2))
    assert life.do(SIGNATORY, "file_appeal", text="Nei").last[0].late  # type: ignore[attr-defined]
    assert state(life) is AppealState.LATE


def test_there_is_nothing_to_appeal_against_before_the_decision() -> None:
    with refused("not_possible_now", "T36"):
        Office().submit().do(SIGNATORY, "file_appeal", text="Nei")


def test_one_appeal_at_a_time() -> None:
    with refused("appeal_open", "T36", appeal=1):
        filed().do(SIGNATORY, "file_appeal", text="Igjen")


def test_a_request_for_reversal_has_no_deadline_and_holds_no_payment() -> None:
    life = granted()
    life.office.sleep_until(at("2026-06-01T12:00"))
    life.do(SIGNATORY, "file_appeal", text="Nei")

    assert (life.now.appeals[0].due_day, state(life)) == (None, AppealState.RECEIVED)
    assert life.paid().now.stage is Stage.DISBURSED


# --- late ---------------------------------------------------------------------------------------------------------------


def late(day: str) -> Life:
    life = granted(**FORMAL)
    life.office.sleep_until(at(f"{day}T12:00"))
    return life.do(SIGNATORY, "file_appeal", text="Nei")


def test_a_late_appeal_is_accepted_within_a_year_or_dismissed() -> None:
    accepted = late("2027-03-01").do(LEADER, "accept_late_appeal", appeal=1, reason="Særlige grunner")
    assert state(accepted) is AppealState.RECEIVED

    with refused("appeal_too_late", "L-23", last_day="2027-03-01"):
        late("2027-03-02").do(LEADER, "accept_late_appeal", appeal=1, reason="Særlige grunner")

    dismissed = late("2027-03-02").do(LEADER, "decline_appeal", appeal=1, reason="For sent")
    assert state(dismissed) is AppealState.DECLINED
    assert dismissed.letters[-1] == "appeal_declined"


def test_an_appeal_in_time_is_not_accepted_as_late_or_turned_down_by_the_office() -> None:
    with refused("appeal_not_ready", "L-23", state="received"):
        filed(**FORMAL).do(LEADER, "accept_late_appeal", appeal=1, reason="Ja")
    with refused("appeal_is_forwarded", "L-23"):
        prepared().do(LEADER, "decline_appeal", appeal=1, reason="Nei")
    with refused("no_such_appeal", "T36", appeal=2):
        filed().do(SIGNATORY, "withdraw_appeal", appeal=2)


# --- the office's answer ---------------------------------------------------------------------------------------------------


def test_who_prepared_an_appeal_does_not_decide_it() -> None:
    life = prepared()
    with refused("decider_is_preparer", "T38"):
        life.do(BOTH, "forward_appeal", appeal=1, assessment="Vedtaket bør stå")
    with refused("decider_is_preparer", "T37"):
        life.do(BOTH, "uphold_appeal", appeal=1)
    request = prepared(appeal_regime=AppealRegime.REQUEST_FOR_REVERSAL)
    with refused("decider_is_preparer", "T36"):
        request.do(BOTH, "decline_appeal", appeal=1, reason="Nei")

    assert state(request.do(LEADER, "decline_appeal", appeal=1, reason="Nei")) is AppealState.DECLINED


def test_a_person_who_is_not_impartial_prepares_no_appeal() -> None:
    biased = person(Role.CASE_OFFICER, "biased")
    life = filed().do(biased, "declare_impartiality", impartial=False, reason="Slekt")
    with refused("disqualified", "E40"):
        life.do(biased, "prepare_appeal", appeal=1, view="keep", assessment="Nei")


def test_a_request_for_reversal_goes_to_nobody_above_the_office() -> None:
    with refused("no_appeal_body", "L-24"):
        prepared(appeal_regime=AppealRegime.REQUEST_FOR_REVERSAL).do(
            LEADER, "forward_appeal", appeal=1, assessment="Nei"
        )

    assert forwarded().letters[-1] == "L17"


def test_the_letter_that_forwards_an_appeal_names_what_follows_it() -> None:
    life = Office(**FORMAL).submit().granted(300_000).declared(OFFICER, LEADER)
    life.do(SIGNATORY, "file_appeal", text="Vi er uenige", attachments=["ab" * 32])
    life.do(OFFICER, "prepare_appeal", appeal=1, view="keep", assessment="Nei")
    life.do(LEADER, "forward_appeal", appeal=1, assessment="Nei")

    assert life.sent[-1].payload["params"]["enclosures"] == ["decision", "appeal", f"sha256:{'ab' * 32}"]


def test_an_appeal_is_upheld_by_a_reversal_to_the_municipalitys_benefit() -> None:
    life = prepared()
    with refused("no_reversal_waits", "T40"):
        life.do(LEADER, "uphold_appeal", appeal=1)
    less = {"ground": "invalid", "amount_ore": kroner(200_000), "reason": "Feil"}
    life.do(OFFICER, "recommend_reversal", **less)
    with refused("not_to_benefit", "T37"):
        life.do(LEADER, "uphold_appeal", appeal=1)
    life.do(LEADER, "drop_reversal", reason="Nei")
    life.do(OFFICER, "recommend_reversal", ground="benefit", amount_ore=kroner(350_000), reason="Ja")

    life.do(LEADER, "uphold_appeal", appeal=1)

    assert state(life) is AppealState.UPHELD
    assert (life.now.granted_ore, life.only(e.Reversed).appeal) == (kroner(350_000), 1)


# --- the appeal body -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2026-02-28", "2026-03-02"])
def test_the_ruling_comes_after_the_forwarding_and_not_in_the_future(day: str) -> None:
    answer = {"outcome": "upheld", "decided_on": day, "reference": "2026/77-1"}
    with refused("ruling_day_impossible", "T39"):
        forwarded().do(OFFICER, "register_appeal_outcome", appeal=1, **answer)


def test_a_decision_that_stands_ends_the_appeal_and_another_ruling_is_carried_out() -> None:
    assert state(ruled("upheld")) is AppealState.CONCLUDED

    life = ruled("changed")
    assert "carry_out_ruling:1" in life.tasks
    assert state(life.do(LEADER, "conclude_appeal", appeal=1, note="Gjort")) is AppealState.CONCLUDED

    life = ruled("annulled")
    life.do(OFFICER, "recommend_reversal", ground="appeal_ruling", amount_ore=0, reason="Opphevet")
    life.do(LEADER, "reverse")
    assert (state(life), life.now.stage) == (AppealState.CONCLUDED, Stage.ANNULLED)
    assert life.now.finished


def with_reporting(life: Life, ground: str) -> Life:
    """Recommend, and tell the municipality, that it is to report after all."""
    asked = {"amount_ore": kroner(300_000), "terms": DISCRETIONARY.model_dump(mode="json")}
    life.do(OFFICER, "recommend_reversal", ground=ground, reason="Rapport kreves", **asked)
    assert life.now.reversal is not None
    if life.now.reversal.needs_notice:
        life.do(OFFICER, "give_reversal_notice", last_day="2026-03-20", explanation="Dere skal rapportere")
        life.office.move_to(at("2026-03-22T12:00"))
    return life


def test_a_ruling_sets_no_report_that_is_the_office_s_own_to_ask_for() -> None:
    with refused("discretion_is_the_office_s", "R26-67"):
        with_reporting(ruled("changed"), "appeal_ruling").do(LEADER, "reverse")

    own = with_reporting(ruled("changed"), "invalid").do(LEADER, "reverse")
    assert own.now.decision is not None
    assert own.now.decision.terms.reporting == "required"


def test_a_ruling_about_the_amount_is_carried_out_and_the_report_left_alone() -> None:
    life = ruled("changed").do(
        OFFICER, "recommend_reversal", ground="appeal_ruling", amount_ore=kroner(350_000), reason="Mer"
    )

    assert life.do(LEADER, "reverse").now.granted_ore == kroner(350_000)


def test_a_ruling_is_no_ground_before_there_is_one() -> None:
    with refused("no_ruling", "T39"):
        granted().do(OFFICER, "recommend_reversal", ground="appeal_ruling", amount_ore=0, reason="Nei")


# --- meanwhile -------------------------------------------------------------------------------------------------------------


def test_the_payment_waits_for_the_answer_to_a_formal_appeal() -> None:
    life = granted(**FORMAL).do(SIGNATORY, "confirm_account", account="12345678903")
    life.do(SIGNATORY, "file_appeal", text="Nei")
    assert "order_payment" not in life.tasks
    with refused("appeal_hold", "T16", appeal=1):
        life.do(LEADER, "order_payment")
    life.do(SIGNATORY, "withdraw_appeal", appeal=1).do(LEADER, "order_payment")
    life.do(SIGNATORY, "file_appeal", text="Nei igjen")
    with refused("appeal_hold", "T16", appeal=2):
        life.do(ATTESTOR, "attest_payment", **CONTROLS)

    life.do(SIGNATORY, "withdraw_appeal", appeal=2).do(ATTESTOR, "attest_payment", **CONTROLS)
    assert life.now.stage is Stage.PAYMENT_ORDERED


def test_a_case_with_an_open_appeal_is_not_finished_and_not_closed() -> None:
    life = paid()
    life.office.move_to(at("2028-01-10T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=0).do(SIGNATORY, "file_appeal", text="Nei")
    with refused("dispute_open", "T27"):
        life.do(OFFICER, "close")
    life.do(SIGNATORY, "withdraw_appeal", appeal=1).do(OFFICER, "close")
    assert life.now.finished

    life.do(SIGNATORY, "file_appeal", text="Likevel")
    assert not life.now.finished
    assert life.tasks == ["prepare_appeal:2"]


def test_the_clocks_of_an_appeal_follow_it() -> None:
    life = filed(**FORMAL)
    assert {"appeal_review:1", "preliminary_reply:appeal:1"} <= set(life.clocks)
    life.do(OFFICER, "send_preliminary_reply", appeal=1, expected_day="2026-05-01")
    assert "preliminary_reply:appeal:1" not in life.clocks
    assert life.letters[-1] == "L03"

    assert "appeal_follow_up:1" in forwarded().clocks
    assert "preliminary_reply:appeal:1" not in filed().clocks


def test_a_preliminary_reply_is_owed_on_an_application_only_where_decisions_are_individual() -> None:
    formal, other = Office(**FORMAL).submit(), Office().submit()
    assert ("preliminary_reply" in formal.clocks, "preliminary_reply" in other.clocks) == (True, False)

    formal.do(OFFICER, "send_preliminary_reply", expected_day="2026-05-01")
    assert "preliminary_reply" not in formal.clocks


def test_no_preliminary_reply_once_there_is_an_answer_or_no_day_to_expect_it() -> None:
    with refused("not_possible_now", "L-21"):
        granted().do(OFFICER, "send_preliminary_reply", expected_day="2026-05-01")
    with refused("appeal_not_ready", "L-21", state="forwarded"):
        forwarded().do(OFFICER, "send_preliminary_reply", appeal=1, expected_day="2026-05-01")
    with refused("day_not_in_future", "L-21"):
        Office().submit().do(OFFICER, "send_preliminary_reply", expected_day="2026-03-01")


def test_decisions_say_whether_and_until_when_one_may_appeal() -> None:
    formal, other = granted(**FORMAL).sent, granted().sent

    def said(sent: Any) -> tuple[Any, Any]:
        params = next(item.payload["params"] for item in sent if item.payload.get("letter") == "L05")
        return params["appeal_regime"], params["appeal_day"]

    assert said(formal) == ("individual_decision", "2026-03-23")
    assert said(other) == ("request_for_reversal", None)
