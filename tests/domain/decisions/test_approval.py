from typing import Any

import pytest

from domain import events as e
from domain.actors import Role
from domain.lifecycle import Stage
from domain.money import kroner
from domain.ruleset import ThresholdBasis
from tests.domain.lives import (
    BUFDIR,
    COLLECTED,
    INNLANDET,
    LEADER,
    NO_DUTY,
    OFFICER,
    Life,
    Office,
    at,
    person,
    recommendation,
    refusal,
    refused,
    with_terms,
)

OFFICER_AS_LEADER = person(Role.LEADER, OFFICER.subject)


def waiting(kr: int = 400_000, office: Office | None = None, **terms: Any) -> Life:
    """Return a case on the leader's table, the leader having declared to be impartial."""
    life = (office or Office()).submit(applied_kr=kr)
    return life.recommended(kr, with_terms(NO_DUTY, **terms)).declared(LEADER)


def grant(life: Life) -> Life:
    return life.do(LEADER, "grant")


# --- hands ----------------------------------------------------------------------------------------------------------------


def test_the_approver_is_another_person_than_the_recommender() -> None:
    life = waiting()

    with refused("approver_is_recommender", "T13"):
        life.do(OFFICER_AS_LEADER, "grant")

    assert grant(life).now.stage is Stage.GRANTED


def test_the_one_who_refuses_is_another_person_than_the_recommender() -> None:
    life = Office().submit().assessed().do(OFFICER, "recommend", **refusal()).declared(LEADER)

    with refused("approver_is_recommender", "T14"):
        life.do(OFFICER_AS_LEADER, "reject", reason="Ikke prioritert")

    assert life.do(LEADER, "reject", reason="Ikke prioritert").now.stage is Stage.REJECTED


@pytest.mark.edge("E40")
def test_the_approver_has_declared_to_be_impartial() -> None:
    life = Office().submit().recommended()

    with refused("impartiality_not_declared", "E40"):
        grant(life)

    assert grant(life.declared(LEADER)).now.stage is Stage.GRANTED


def test_a_decision_follows_its_recommendation() -> None:
    to_grant = waiting()
    to_refuse = Office().submit().assessed().do(OFFICER, "recommend", **refusal()).declared(LEADER)

    with refused("recommended_otherwise", "T14", recommended="grant"):
        to_grant.do(LEADER, "reject", reason="Nei")
    with refused("recommended_otherwise", "T13", recommended="reject"):
        grant(to_refuse)


def test_nothing_is_decided_that_was_not_recommended() -> None:
    with refused("not_possible_now", "T13", stage="assessed"):
        Office().submit().assessed().declared(LEADER).do(LEADER, "grant")


@pytest.mark.edge("E24")
def test_no_grant_before_the_other_office_has_agreed_to_its_members() -> None:
    office = Office(foreign_members=("3412",), not_agreed=("3412",))
    life = waiting(office=office)
    with refused("other_office_has_not_agreed", "E24", municipalities=["3412"]):
        grant(life)

    office.not_agreed = ()
    assert grant(life).now.stage is Stage.GRANTED


def test_a_refusal_says_its_ground_and_leaves_its_letter_outstanding() -> None:
    life = Office().submit().assessed().ranked()
    life.do(OFFICER, "recommend", **refusal("frame")).declared(LEADER)

    life.do(LEADER, "reject", reason="Rammen er brukt opp")

    assert life.only(e.Rejected).ground == "frame"
    assert (life.now.letters_outstanding, life.letters[-1], life.now.finished) == (("L07",), "L07", True)


# --- the frame ------------------------------------------------------------------------------------------------------------


def test_no_grant_is_decided_without_a_mandate() -> None:
    office = Office(frames_kr={})
    life = waiting(office=office)

    with refused("no_mandate", "I21-03", office="SFIN", year=2026, pot="learning"):
        grant(life)

    office.frames_kr = {"learning": 400_000}
    assert grant(life).only(e.Granted).mandate == "26/1"


def test_a_frame_is_used_to_its_last_krone_and_not_beyond() -> None:
    office = Office(frames_kr={"learning": 650_000})
    waiting(600_000, office)
    one, other = [waiting(kr, office) for kr in (60_000, 50_000)]
    grant(next(iter(office.lives.values())))

    with refused(
        "frame_exceeded",
        "R26-05",
        over_ore=kroner(10_000),
        frame_ore=kroner(650_000),
        committed_ore=kroner(600_000),
        pot="learning",
    ):
        grant(one)

    assert "Granted" not in one.kinds
    assert one.now.stage is Stage.AWAITING_APPROVAL
    assert grant(other).now.stage is Stage.GRANTED
    assert office.committed_ore("learning") == kroner(650_000)


@pytest.mark.edge("E25")
def test_a_learning_project_cannot_charge_the_frame_of_the_leader_networks() -> None:
    life = waiting(office=Office(frames_kr={"leader": 500_000}))

    with refused("no_mandate", "I21-03", pot="learning"):
        grant(life)


# --- the year, the conditions, what the rules leave open ------------------------------------------------------------------


@pytest.mark.edge("E15", "E37")
def test_nothing_is_granted_after_the_grant_year_has_ended_in_norway() -> None:
    life = waiting()
    life.office.move_to(at("2026-12-31T23:00:00"))

    with refused("authority_lapsed", "R26-02", year=2026):
        grant(life)

    in_time = waiting()
    in_time.office.move_to(at("2026-12-31T22:59:58"))
    assert grant(in_time).now.stage is Stage.GRANTED


def test_the_rule_behind_the_year_is_that_of_the_rule_set() -> None:
    life = waiting(office=Office(rules=INNLANDET, now=at("2021-04-01T12:00")))
    life.office.move_to(at("2022-01-02T12:00"))

    with refused("authority_lapsed", "I21-27"):
        grant(life)


def test_where_the_source_is_silent_about_the_year_the_authority_still_ends_with_it() -> None:
    within = BUFDIR.paid_in_grant_year.model_copy(update={"value": None})
    life = waiting(office=Office(rules=BUFDIR.model_copy(update={"paid_in_grant_year": within})))
    life.office.move_to(at("2027-01-02T12:00"))

    with refused("authority_lapsed", "E37"):
        grant(life)


def test_a_condition_before_the_grant_is_met_before_the_grant() -> None:
    life = waiting(knowledge_environment="grant")

    with refused("condition_not_met", "R26-17", condition="knowledge_environment"):
        grant(life)

    life.do(OFFICER, "meet_condition", condition="knowledge_environment", note="Avtale med høgskolen")
    assert grant(life).now.stage is Stage.GRANTED


def test_a_condition_before_payment_does_not_hold_the_grant() -> None:
    assert grant(waiting(knowledge_environment="payment")).now.stage is Stage.GRANTED


def test_a_rule_set_that_does_not_say_until_when_money_is_used_cannot_be_granted_on() -> None:
    silent = BUFDIR.use.deadline_years_after.model_copy(update={"value": None})
    use = BUFDIR.use.model_copy(update={"deadline_years_after": silent})

    with refused("rule_set_silent", "R26-32", what="use_deadline"):
        grant(waiting(office=Office(rules=BUFDIR.model_copy(update={"use": use}))))


def test_a_grant_says_until_when_its_money_is_used() -> None:
    assert grant(waiting()).only(e.Granted).use_deadline == at("2027-12-31T23:00:00")


def test_a_partial_grant_has_a_letter_of_its_own() -> None:
    part = Office().submit(applied_kr=1_500_000).granted(900_000)

    assert part.now.letters_outstanding == ("L06",)
    assert part.only(e.ThresholdEvaluated).basis_ore == kroner(900_000)
    assert grant(waiting()).now.letters_outstanding == ("L05",)


def test_two_grants_to_one_project_have_an_order_also_where_the_clocks_of_two_workers_disagree() -> None:
    office = Office()
    ahead = waiting(office=office)
    behind = office.submit_to(ahead).recommended().declared(LEADER)
    office.move_to(at("2026-05-01T12:00"))
    grant(ahead)
    office.now = at("2026-05-01T11:59")

    grant(behind)

    first, second = ahead.only(e.Granted).decided_at, behind.only(e.Granted).decided_at
    assert (second - first).total_seconds() == pytest.approx(1e-6)


# --- the threshold: when a person must choose, and when the letter must ask ------------------------------------------------


@pytest.mark.parametrize(
    ("kr", "code", "rule"),
    [(1_000_000, "choice_needs_reason", "E1"), (1_000_001, "reporting_required", "R26-52")],
)
def test_at_the_limit_a_person_chooses_and_above_it_the_letter_asks(kr: int, code: str, rule: str) -> None:
    with refused(code, rule, basis_ore=kroner(kr), limit_ore=kroner(1_000_000)):
        grant(waiting(kr))

    assert grant(waiting(999_999)).now.threshold == "none"


@pytest.mark.edge("E1")
@pytest.mark.parametrize("reporting", ["none", "required"])
def test_exactly_at_the_limit_either_choice_is_right_when_it_is_given_a_reason(reporting: str) -> None:
    asked = (
        {}
        if reporting == "none"
        else COLLECTED.model_dump(include={"report_last_day", "final_report_last_day"})
    )

    life = grant(waiting(1_000_000, reporting=reporting, reporting_reason="Nytt nettverk", **asked))

    assert life.now.threshold == "choice"
    assert bool(life.now.reports) is (reporting == "required")


def network_of_two(**office: Any) -> tuple[Life, Life]:
    """Return two projects of 600 000 in one network, the first of them granted."""
    made = Office(**office)
    one = grant(waiting(600_000, made))
    return one, made.submit_in_network_of(one, applied_kr=600_000)


@pytest.mark.edge("E4", "Q7")
def test_two_projects_of_one_network_are_counted_one_by_one_and_a_person_chooses_where_their_sum_is_above() -> (
    None
):
    one, other = network_of_two()
    assert one.now.threshold == "none"
    other.recommended(600_000).declared(LEADER)

    with refused("choice_needs_reason", "Q7", basis_ore=kroner(600_000)):
        grant(other)

    other.do(LEADER, "send_back", comment="Si hvorfor")
    terms = with_terms(NO_DUTY, reporting_reason="To prosjekter som ikke henger sammen")
    grant(other.do(OFFICER, "recommend", **recommendation(600_000, terms)))
    evaluated = other.only(e.ThresholdEvaluated)
    assert (evaluated.basis_ore, evaluated.network_basis_ore) == (kroner(600_000), kroner(1_200_000))
    assert not other.now.reports


@pytest.mark.edge("Q7")
def test_a_round_may_count_the_network_as_one() -> None:
    _one, other = network_of_two(per_network=True)
    other.recommended(600_000).declared(LEADER)

    with refused("reporting_required", "R26-52", basis_ore=kroner(1_200_000)):
        grant(other)


@pytest.mark.edge("C8")
def test_where_each_grant_is_counted_alone_earlier_ones_do_not_add_up() -> None:
    basis = BUFDIR.reporting.basis.model_copy(update={"value": ThresholdBasis.SINGLE_GRANT})
    reporting = BUFDIR.reporting.model_copy(update={"basis": basis})
    office = Office(rules=BUFDIR.model_copy(update={"reporting": reporting}))
    one = grant(waiting(600_000, office))
    other = office.submit_to(one, applied_kr=600_000).recommended(600_000).declared(LEADER)

    with refused("choice_needs_reason", "Q7"):
        # Nor is the network's sum lost sight of: it is shown, and a person chooses.
        grant(other)
