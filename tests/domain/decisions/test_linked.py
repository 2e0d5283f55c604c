"""Grants that are held against the reporting limit together: each case answers for its own (R26-53, E3, E7, Q7)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import events as e
from domain.actors import CLOCK
from domain.duties import Ground
from domain.lifecycle import Stage
from domain.money import kroner
from domain.terms import Terms
from tests.domain.lives import (
    BUFDIR,
    COLLECTED,
    DISCRETIONARY,
    LEADER,
    NO_DUTY,
    OFFICER,
    SIGNATORY,
    YEARLY,
    Life,
    Office,
    at,
    in_doubt,
    refused,
    report,
    with_terms,
)


def two_grants(first: Terms = NO_DUTY, second: Terms = COLLECTED, **office: Any) -> tuple[Life, Life]:
    """Return two paid grants of 600 000 to one project; the second brings it above the limit."""
    made = Office(**office)
    one = made.submit(applied_kr=600_000).granted(600_000, first).paid()
    return one, made.submit_to(one, applied_kr=600_000).granted(600_000, second).paid()


def reverse(life: Life, kr: int, terms: Terms) -> None:
    """Reduce a grant that is not paid yet, after notice."""
    life.declared(OFFICER, LEADER)
    lower = {"ground": "other_law", "amount_ore": kroner(kr), "terms": terms, "reason": "Rammen"}
    life.do(OFFICER, "recommend_reversal", **lower)
    day = life.office.now.date().replace(day=25)
    life.do(OFFICER, "give_reversal_notice", explanation="Rammen", last_day=day)
    life.office.move_to(at(f"{day.replace(day=27)}T12:00"))
    life.do(LEADER, "reverse")


@pytest.mark.edge("E4", "Q7")
def test_a_network_that_is_counted_as_one_tells_the_cases_of_its_other_projects() -> None:
    office = Office(per_network=True)
    one = office.submit(applied_kr=600_000).granted(600_000)
    other = office.submit_in_network_of(one, applied_kr=600_000).granted(600_000, COLLECTED)

    assert one.now.project_id != other.now.project_id
    assert one.now.duty_carried_by == other.now.case_no
    assert one.now.reports[0].available_ore == kroner(600_000)


@pytest.mark.edge("E4")
def test_projects_that_are_counted_one_by_one_tell_each_other_nothing() -> None:
    office = Office()
    one = office.submit(applied_kr=600_000).granted(600_000)
    chosen = with_terms(NO_DUTY, reporting_reason="Nettverkets sum, men to ulike prosjekter")
    office.submit_in_network_of(one, applied_kr=600_000).granted(600_000, chosen)

    assert (one.now.reports, one.all(e.ProjectDutyNoted)) == ((), [])


@pytest.mark.edge("E31")
def test_what_a_letter_asks_beside_the_accounts_is_asked_of_the_other_grants_too() -> None:
    one, _other = two_grants(second=with_terms(COLLECTED, interest_and_vat=True))
    one.office.move_to(at("2027-03-10T12:00"))

    with refused("report_lacks_answers", "E31"):
        one.reported(600_000)


@pytest.mark.edge("E3")
def test_the_other_grants_follow_the_letter_that_crossed_the_limit_in_the_next_year_too() -> None:
    one, _other = two_grants(second=YEARLY)
    one.office.move_to(at("2027-03-10T12:00"))

    one.reported(400_000, 200_000)

    assert [(duty.name, duty.last_day) for duty in one.now.reports] == [
        ("2026", date(2027, 4, 1)),
        ("2027", date(2028, 4, 1)),
    ]
    assert [duty.name for duty in one.now.audits] == ["2026", "2027"]


@pytest.mark.edge("E3")
def test_a_report_that_was_asked_for_already_stands_and_only_the_audit_comes_to_it() -> None:
    one, _other = two_grants(first=DISCRETIONARY)

    assert [(duty.ground, duty.rule) for duty in one.now.reports] == [("discretionary", "R26-55")]
    assert [duty.name for duty in one.now.audits] == ["collected"]
    assert one.now.duty_terms is not None
    assert one.now.duty_terms.audit == "collected"


def test_who_is_asked_for_all_of_it_already_is_only_told() -> None:
    one, _other = two_grants(first=with_terms(COLLECTED, reporting_reason="Særlig grunn"))

    assert one.only(e.ProjectDutyNoted).terms is None
    assert (len(one.now.reports), len(one.now.audits)) == (1, 1)
    assert one.now.letters_outstanding == ("L05",)


def test_a_case_that_has_come_to_its_end_is_only_told() -> None:
    office = Office()
    one = office.submit(applied_kr=600_000).granted(600_000).paid()
    office.move_to(at("2028-01-10T12:00"))
    one.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")
    body = {"carried_by": "x", "carried_by_no": "SFIN-2028-1", "basis_ore": kroner(1_200_000)}

    one.do(CLOCK, "note_project_duty", rule="R26-52", terms=YEARLY, **body)

    assert (one.now.stage, one.now.reports, one.letters[-1]) == (Stage.CLOSED, (), "project_duty")


def test_a_grant_that_is_told_late_ends_early_with_audited_accounts() -> None:
    """R26-60: the limit is tried on the whole grant period, and the statement is the one already asked for."""
    one, _other = two_grants()
    one.office.move_to(at("2026-06-01T12:00"))

    one.do(SIGNATORY, "end_early", end_day="2026-05-01", reason="Ferdig")

    assert [duty.name for duty in one.now.audits] == ["collected"]
    assert one.now.threshold_basis_ore == kroner(1_200_000)


def test_more_time_moves_the_final_report_that_the_other_letter_asked_for() -> None:
    one, _other = two_grants()
    one.office.move_to(at("2027-10-10T12:00"))
    one.do(SIGNATORY, "ask_extension", last_day="2028-06-30", reason="Forsinket")
    one.do(OFFICER, "ask_directorate", question="Kan vi?")
    one.do(OFFICER, "register_directorate_answer", allowed=True, reference="Bufdir 2027/9")

    with refused("terms_incomplete", "E16", missing=["final_report_last_day"]):
        one.do(LEADER, "extend_use", last_day="2028-06-30")
    one.do(LEADER, "extend_use", last_day="2028-06-30", final_report_last_day="2028-09-01")

    assert one.now.duty_terms is not None
    assert one.now.duty_terms.final_report_last_day == date(2028, 9, 1)


# --- the sum falls below the limit again (E7) ---------------------------------------------------------------------------


def unpaid_pair() -> tuple[Life, Life]:
    office = Office()
    one = office.submit(applied_kr=600_000).granted(600_000)
    return one, office.submit_to(one, applied_kr=600_000).granted(600_000, COLLECTED)


@pytest.mark.edge("E7")
def test_what_only_the_sum_brought_falls_away_with_it() -> None:
    one, other = unpaid_pair()

    reverse(other, 300_000, NO_DUTY)

    assert (one.now.reports, one.now.audits, one.now.duty_carried_by) == ((), (), None)
    assert one.now.threshold_basis_ore == kroner(600_000)
    assert one.letters[-1] == "project_duty_lapsed"
    gone = [entry.event for entry in one.all(e.DutyLapsed)]
    assert [(event.kind, event.rule) for event in gone if isinstance(event, e.DutyLapsed)] == [
        ("report", "E7"),
        ("audit", "E7"),
    ]


@pytest.mark.edge("E7")
def test_what_a_letter_itself_asks_for_stands_until_it_is_reversed() -> None:
    one, other = unpaid_pair()

    reverse(one, 300_000, NO_DUTY)

    # The one that is reduced is free; the other's own letter asks for a report, and is told that the reason is gone.
    assert (one.now.reports, one.now.duty_carried_by) == ((), None)
    assert [duty.name for duty in other.now.reports] == ["2026"]
    told = [
        item.payload["params"] for item in other.sent if item.payload.get("letter") == "project_duty_lapsed"
    ]
    assert told == [{"still_asked": True}]


@pytest.mark.edge("E7")
def test_a_leader_is_asked_whether_the_own_letter_s_report_stands_and_lets_it_stand_with_a_reason() -> None:
    life = in_doubt()
    assert "confirm_duty" in life.tasks
    with refused("role_not_allowed", "E7"):
        life.do(OFFICER, "keep_duty", reason="Stor usikkerhet")

    life.do(LEADER, "keep_duty", reason="Stor usikkerhet")

    assert life.only(e.DutyKept).rule == "R26-55"
    assert [(duty.ground, duty.is_open) for duty in life.now.reports] == [(Ground.DISCRETIONARY, True)]
    assert "confirm_duty" not in life.tasks
    with refused("not_possible_now", "E7", command="keep_duty"):
        life.do(LEADER, "keep_duty", reason="Stor usikkerhet")


@pytest.mark.edge("E7")
def test_the_report_falls_away_by_a_reversal_to_benefit() -> None:
    life = in_doubt()
    none = {"ground": "benefit", "amount_ore": kroner(600_000), "terms": NO_DUTY, "reason": "Under grensen"}

    life.do(OFFICER, "recommend_reversal", **none)
    assert "confirm_duty" not in life.tasks
    life.do(LEADER, "reverse")

    assert (life.now.reports, "confirm_duty" in life.tasks) == ((), False)


@pytest.mark.edge("E7")
def test_a_report_that_came_meanwhile_leaves_nothing_to_confirm() -> None:
    life = in_doubt().paid()
    life.office.move_to(at("2027-03-10T12:00"))
    assert "confirm_duty" in life.tasks

    life.do(SIGNATORY, "deliver_report", **report(600_000))

    assert "confirm_duty" not in life.tasks


def test_a_report_that_was_a_choice_all_along_is_not_asked_about_again() -> None:
    office = Office()
    one = office.submit(applied_kr=600_000).granted(600_000)
    below = office.submit_to(one, applied_kr=300_000).granted(300_000, DISCRETIONARY)
    office.submit_to(one, applied_kr=600_000).granted(600_000, COLLECTED)

    reverse(one, 0, NO_DUTY)

    assert [duty.ground for duty in below.now.reports] == [Ground.DISCRETIONARY]
    assert "confirm_duty" not in below.tasks


def test_where_no_report_may_be_asked_for_below_the_limit_none_is_kept() -> None:
    reporting = BUFDIR.reporting
    never = reporting.model_copy(
        update={"discretionary": reporting.discretionary.model_copy(update={"value": False})}
    )
    life = in_doubt(rules=BUFDIR.model_copy(update={"reporting": never}))

    with refused("discretionary_not_allowed", "R26-55"):
        life.do(LEADER, "keep_duty", reason="Stor usikkerhet")


def test_a_grant_that_is_reduced_while_the_sum_is_above_the_limit_is_still_reported() -> None:
    one, _other = unpaid_pair()

    with refused("reporting_required", "R26-52", basis_ore=kroner(1_100_000)):
        reverse(one, 500_000, NO_DUTY)


def test_a_report_that_was_delivered_before_stays() -> None:
    one, other = two_grants()
    one.office.move_to(at("2027-03-10T12:00"))
    one.do(SIGNATORY, "deliver_report", **report(600_000))

    one.do(
        CLOCK,
        "note_project_duty_lapsed",
        carried_by=other.case_id,
        carried_by_no=other.now.case_no,
        rule="E7",
    )

    assert [duty.state for duty in one.now.reports] == ["delivered"]
    one.approved()
    assert one.now.stage is Stage.REPORTED


# --- no krone twice (R26-33) --------------------------------------------------------------------------------------------------


def test_what_was_claimed_as_unused_is_unused_in_the_report_that_comes_after_it() -> None:
    office = Office()
    one = office.submit(applied_kr=600_000).granted(600_000).paid()
    office.move_to(at("2028-01-10T12:00"))
    one.do(SIGNATORY, "answer_use", unspent_ore=kroner(100_000)).claimed(kroner(100_000))
    body = {"carried_by": "x", "carried_by_no": "SFIN-2028-1", "basis_ore": kroner(1_200_000)}
    terms = with_terms(COLLECTED, report_last_day="2029-04-01", final_report_last_day="2030-04-01")
    one.do(CLOCK, "note_project_duty", rule="R26-52", terms=terms, **body)

    with refused("less_than_claimed", "E42", unused_ore=kroner(60_000), claimed_ore=kroner(100_000)):
        one.do(SIGNATORY, "deliver_report", **report(540_000, 60_000))
    one.reported(450_000, 150_000)

    assert one.now.unclaimed_ore == kroner(50_000)


def test_an_answer_takes_nothing_back_that_was_claimed() -> None:
    office = Office()
    one = office.submit().granted().paid()
    office.move_to(at("2028-01-10T12:00"))
    one.do(SIGNATORY, "answer_use", unspent_ore=kroner(100_000)).claimed(kroner(60_000)).repaid(
        kroner(60_000)
    )

    with refused("less_than_claimed", "E28", claimed_ore=kroner(60_000)):
        one.do(SIGNATORY, "answer_use", unspent_ore=kroner(50_000))
    one.do(SIGNATORY, "answer_use", unspent_ore=kroner(60_000))

    assert one.now.stage is Stage.REFUNDED


def test_an_answer_beside_a_report_claims_nothing() -> None:
    one, _other = two_grants()
    one.office.move_to(at("2028-01-10T12:00"))

    one.do(SIGNATORY, "answer_use", unspent_ore=kroner(100_000))

    assert (one.now.unspent_ore, one.now.unclaimed_ore) == (None, 0)
    assert "use_question" not in one.clocks
    with refused("more_than_can_be_claimed", "R26-33", most_ore=0):
        one.do(OFFICER, "propose_claim", ground="unused", amount_ore=1, reason="Ubrukt")
    one.reported(400_000, 200_000)
    assert one.now.unclaimed_ore == kroner(200_000)


@pytest.mark.parametrize("per_network", [False, True])
@given(
    granted=st.lists(st.integers(300_000, 900_000), min_size=2, max_size=3),
    unused=st.lists(st.integers(0, 30_000_000), min_size=3, max_size=3),
    answers=st.lists(st.integers(0, 30_000_000), min_size=3, max_size=3),
)
@settings(max_examples=20, deadline=None)
def test_claims_over_all_cases_come_to_what_was_paid_and_not_used(
    granted: list[int], unused: list[int], answers: list[int], *, per_network: bool
) -> None:
    office = Office(per_network=per_network)
    terms = with_terms(COLLECTED, reporting_reason="Valgt")
    lives: list[Life] = []
    for number, kr in enumerate(granted):
        link = office.submit_in_network_of if per_network else office.submit_to
        life = link(lives[0], applied_kr=kr) if lives else office.submit(applied_kr=kr)
        # Whoever stays below the limit is asked for nothing; the last one asks all for a report.
        above = sum(granted[: number + 1]) >= 1_000_000
        lives.append(life.granted(kr, terms if above else NO_DUTY).paid())
    office.move_to(at("2028-01-10T12:00"))

    for life, answer, left in zip(lives, answers, unused, strict=False):
        life.do(SIGNATORY, "answer_use", unspent_ore=min(answer, life.now.paid_ore))
        if life.now.reports:
            told = report(0) | {
                "spent_ore": life.now.paid_ore - left,
                "unused_ore": left,
                "spent_until": "2027-12-31",
            }
            life.do(SIGNATORY, "deliver_report", **told).approved()
        if life.now.unclaimed_ore:
            life.claimed(life.now.unclaimed_ore)

    told_unused = sum(
        left if life.now.reports else min(answer, life.now.paid_ore)
        for life, answer, left in zip(lives, answers, unused, strict=False)
    )
    assert sum(life.now.claimed_ore for life in lives) == told_unused
    assert all(life.now.claimed_ore <= life.now.paid_ore for life in lives)
