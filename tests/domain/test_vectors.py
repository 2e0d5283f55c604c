"""The test vectors of DOMAIN §7.1, one by one, in the order of the table."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from domain import events as e
from domain.actors import Role
from domain.checks import formal_findings
from domain.identity import is_kid_mod10, is_kid_mod11, kid_mod11
from domain.instants import end_of_minute
from domain.lifecycle import Stage
from domain.money import kroner
from domain.offices import COORDINATOR
from domain.refusal import AUTHORITY_CODES
from domain.ruleset import Strand
from domain.sight import may_see
from domain.terms import Terms
from domain.workdays import on_or_after
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets
from tests.domain.applications import HAMAR, LOTEN, application, learning
from tests.domain.lives import (
    ATTESTOR,
    COLLECTED,
    CONTROLS,
    DISCRETIONARY,
    INNLANDET,
    LEADER,
    NO_DUTY,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    assessment,
    at,
    granted,
    paid,
    person,
    refused,
    report,
    with_terms,
)

BUFDIR_2021 = load_rule_sets()["2021-bufdir"]
CHOSEN = with_terms(NO_DUTY, reporting_reason="Lite prosjekt, godt kjent")
IN_2021 = Terms.model_validate(
    {
        "reporting": "required",
        "report_last_day": "2022-04-01",
        "final_report_last_day": "2023-04-01",
        "audit": "none",
    }
)


def duty(life: Life) -> str:
    return str(life.only(e.ThresholdEvaluated).result)


# --- thresholds -----------------------------------------------------------------------------------------------------------


@pytest.mark.edge("E1", "E2", "C7")
@pytest.mark.parametrize(
    ("kr", "terms", "expected"),
    [(999_999, NO_DUTY, "none"), (1_000_000, CHOSEN, "choice"), (1_000_001, COLLECTED, "statutory")],
)
def test_threshold(kr: int, terms: Terms, expected: str) -> None:
    assert duty(granted(kr, terms)) == expected


@pytest.mark.edge("E3", "C8")
def test_threshold_multi_year() -> None:
    office = Office()
    first = office.submit().granted()
    second = office.submit_to(first).granted()

    third = office.submit_to(first).granted(400_000, COLLECTED)

    assert [duty(life) for life in (first, second, third)] == ["none", "none", "statutory"]
    assert third.now.threshold_basis_ore == kroner(1_200_000)
    assert sum(life.now.reports[0].available_ore for life in (first, second, third)) == kroner(1_200_000)


@pytest.mark.edge("E4", "Q7")
def test_threshold_two_projects_of_600_000() -> None:
    office = Office()
    one = office.submit(applied_kr=600_000).granted(600_000)

    other = office.submit_in_network_of(one, applied_kr=600_000).granted(600_000, CHOSEN)

    assert [duty(one), duty(other)] == ["none", "none"]
    assert other.only(e.ThresholdEvaluated).network_basis_ore == kroner(1_200_000)


@pytest.mark.edge("C7", "Q8")
def test_threshold_2021_innlandet() -> None:
    then = at("2021-04-01T12:00")

    assert not granted(200_000, IN_2021, rules=INNLANDET, now=then).now.audits
    with refused("audit_required", "I21-30"):
        granted(200_001, IN_2021, rules=INNLANDET, now=then)


@pytest.mark.edge("E9")
def test_discretionary_without_an_internal_note() -> None:
    with refused("internal_justification_missing", "R26-56"):
        granted(300_000, with_terms(DISCRETIONARY, reporting_reason=None))


@pytest.mark.edge("E11")
def test_a_letter_without_a_reporting_term() -> None:
    with refused("terms_incomplete", "R26-51", missing=["reporting"]):
        granted(300_000, with_terms(NO_DUTY, reporting=None))


# --- early end ------------------------------------------------------------------------------------------------------------


@pytest.mark.edge("E12", "E13")
@pytest.mark.parametrize(
    ("kr", "terms", "audits"),
    [
        (1_200_000, COLLECTED, ["collected"]),
        (800_000, DISCRETIONARY, ["early"]),
        (800_000, NO_DUTY, []),
        (1_000_000, CHOSEN, []),
    ],
)
def test_early_end(kr: int, terms: Terms, audits: list[str]) -> None:
    life = paid(kr, terms)
    life.office.move_to(at("2027-03-16T12:00"))

    life.do(SIGNATORY, "end_early", end_day="2027-03-15", reason="Ferdig", audit_last_day="2027-06-15")
    if terms.reporting == "required":
        life.reported(kr // 1000 * 900, kr // 1000 * 100)
    else:
        life.do(SIGNATORY, "answer_use", unspent_ore=kroner(kr // 1000 * 100))

    assert [audit.name for audit in life.now.audits] == audits
    assert life.now.unclaimed_ore == kroner(kr // 1000 * 100)


# --- instants -------------------------------------------------------------------------------------------------------------


@pytest.mark.edge("E15", "E17")
def test_use_deadline_of_grant_year_2026() -> None:
    life = paid()
    assert life.now.decision is not None
    assert life.now.decision.use_deadline - timedelta(seconds=1) == at("2027-12-31T22:59:59")

    life.office.move_to(at("2027-12-31T22:59:59"))
    inside = life.now.use_ended
    life.office.move_to(at("2027-12-31T23:00:00"))

    assert (inside, life.now.use_ended) == (False, True)


@pytest.mark.edge("E17", "E20")
@pytest.mark.parametrize(
    ("deadline", "received", "late"),
    [
        ("2026-06-01T23:59", "2026-06-01T21:59:00", False),
        ("2026-06-01T23:59", "2026-06-01T21:59:59", False),
        ("2026-06-01T23:59", "2026-06-01T22:00:00", True),
        # Winter time, five days after the clocks changed; the minute itself is still in time.
        ("2019-11-01T23:00", "2019-11-01T22:00:00", False),
        ("2019-11-01T23:00", "2019-11-01T22:01:00", True),
    ],
)
def test_application_deadlines(deadline: str, received: str, late: bool) -> None:
    closes = end_of_minute(datetime.fromisoformat(deadline))
    office = Office(opens_at=closes - timedelta(days=60), closes_at=closes, now=at(received))

    assert office.submit().now.late is late


@pytest.mark.edge("E18")
@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 11, 2), date(2026, 11, 23)),
        (date(2026, 12, 4), date(2026, 12, 28)),
        (date(2026, 12, 5), date(2026, 12, 28)),
        (date(2026, 12, 11), date(2027, 1, 4)),
        (date(2026, 3, 12), date(2026, 4, 7)),
        (date(2027, 4, 26), date(2027, 5, 18)),
    ],
)
def test_appeals_end_on_a_working_day(received: date, due: date) -> None:
    assert on_or_after(received + timedelta(weeks=3)) == due


# --- applications and assessments -----------------------------------------------------------------------------------------

ONE_SERVICE = {
    "services": [{"name": "Hedmarken barnevern", "kind": "barnevern", "municipalities": [HAMAR, LOTEN]}],
    "initiator": "Hedmarken barnevern",
}


@pytest.mark.edge("C1")
def test_one_intermunicipal_service_in_2026() -> None:
    with refused("application_not_acceptable", "R26-10"):
        Office().submit(**ONE_SERVICE)


@pytest.mark.edge("C1", "Q1")
def test_one_intermunicipal_service_in_innlandet_2021() -> None:
    with refused("application_not_acceptable", "B21-03"):
        Office(rules=INNLANDET, now=at("2021-04-01T12:00")).submit(**ONE_SERVICE)


def test_a_school_in_2020() -> None:
    school = {"name": "Hamar skole", "kind": "school", "municipalities": [HAMAR]}
    form = application(learning() | {"services": [*learning()["services"], school]})

    flagged = formal_findings(form, load_incomplete_rule_sets()["2020-incomplete"])

    assert [(one.code, one.rule) for one in flagged] == [("other_service_takes_part", "W23-09")]


def bufdir_2021(project_type: str, *partners: str) -> Life:
    """Return an application of 2021 on paper, on the officer's table, with *partners* and no others."""
    office = Office(rules=BUFDIR_2021, now=at("2021-04-01T12:00"))
    listed = [{"kind": kind, "name": "En partner"} for kind in partners]
    form = office.application(project_type=project_type, partners=listed)
    return office.begin().do(OFFICER, "submit", round_id="round", application=form, by_hand=True).assigned()


@pytest.mark.edge("C5")
def test_the_self_initiated_pot_of_2021_without_a_knowledge_environment() -> None:
    with refused("application_not_acceptable", "B21-36"):
        Office(rules=BUFDIR_2021, now=at("2021-04-01T12:00")).submit(partners=[])

    on_paper = bufdir_2021("self_initiated", "bufetat")
    with refused("application_lacks", "B21-36"):
        on_paper.do(OFFICER, "assess", **assessment())


@pytest.mark.edge("C5", "Q5")
def test_the_foster_pot_of_2021_with_bufetat_as_a_partner() -> None:
    life = bufdir_2021("foster_home", "bufetat")

    assert life.now.pot == "foster_home"
    assert life.do(OFFICER, "assess", **assessment()).now.stage is Stage.ASSESSED


@pytest.mark.edge("C5", "Q3")
def test_2026_with_the_need_for_a_knowledge_environment_unanswered() -> None:
    unanswered = assessment() | {"knowledge_environment_needed": None}

    with refused("need_not_assessed", "R26-16"):
        Office().submit().assigned().do(OFFICER, "assess", **unanswered)


@pytest.mark.parametrize("blocks", ["grant", "payment"])
def test_2026_with_the_office_s_condition_not_confirmed(blocks: str) -> None:
    life = (
        Office()
        .submit()
        .recommended(terms=with_terms(NO_DUTY, knowledge_environment=blocks))
        .declared(LEADER)
    )

    if blocks == "grant":
        with refused("condition_not_met", "R26-17"):
            life.do(LEADER, "grant")
    else:
        life.do(LEADER, "grant").do(SIGNATORY, "confirm_account", account="12345678903")
        with refused("condition_not_met", "R26-17"):
            life.do(LEADER, "order_payment")


# --- frames and hands -----------------------------------------------------------------------------------------------------


@pytest.mark.edge("E25", "E26", "Q2")
def test_a_learning_project_on_a_leader_frame() -> None:
    office = Office(frames_kr={"leader": 500_000})

    with refused("no_mandate", "I21-03", pot="learning"):
        office.submit().granted()
    assert Office(strand=Strand.LEADER, frames_kr={"leader": 500_000}).submit().granted(150_000).now.decision


def test_a_frame_of_650_000_with_600_000_granted() -> None:
    office = Office(frames_kr={"learning": 650_000})
    office.submit(applied_kr=600_000).granted(600_000)
    more = office.submit(applied_kr=60_000).recommended(60_000).declared(LEADER)
    before = more.now

    with refused("frame_exceeded", "R26-05", over_ore=kroner(10_000)):
        more.do(LEADER, "grant")

    assert more.now == before


@pytest.mark.edge("C13")
def test_no_mandate() -> None:
    with refused("no_mandate", "I21-03"):
        Office(frames_kr={}).submit().granted()


def test_four_eyes() -> None:
    life = Office().submit().recommended().declared(LEADER)
    with refused("approver_is_recommender", "T13"):
        life.do(person(Role.LEADER, OFFICER.subject), "grant")
    life.do(LEADER, "grant").ordered()
    with refused("attestor_is_orderer", "L-05"):
        life.do(person(Role.ATTESTOR, LEADER.subject), "attest_payment", **CONTROLS)
    with refused("attestor_is_recommender", "T16"):
        life.do(person(Role.ATTESTOR, OFFICER.subject), "attest_payment", **CONTROLS)

    assert life.do(ATTESTOR, "attest_payment", **CONTROLS).now.stage is Stage.PAYMENT_ORDERED


# --- after the money ------------------------------------------------------------------------------------------------------


@pytest.mark.edge("E34")
def test_leftover() -> None:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2028-02-01T12:00"))
    figures = {"spent_ore": 95_000_050, "unused_ore": 24_999_950}

    life.do(SIGNATORY, "deliver_report", **(report(0) | figures)).approved()

    assert life.now.unclaimed_ore == 24_999_950
    assert life.claimed(24_999_950).now.claims[0].amount_ore == 24_999_950


@pytest.mark.edge("E42")
def test_report_arithmetic() -> None:
    life = paid(1_200_000, COLLECTED)

    with refused("report_does_not_add_up", "E42", missing_ore=kroner(100_000)):
        life.do(SIGNATORY, "deliver_report", **report(700_000, 400_000))


@pytest.mark.edge("E28")
def test_silence_after_the_use_deadline() -> None:
    life = paid()

    life.office.move_to(at("2028-04-01T12:00"))

    assert life.tasks == ["overdue:use_question:case_officer", "overdue:use_question:leader"]
    assert not life.now.claims


def test_money_back_in_parts() -> None:
    life = paid()
    life.office.move_to(at("2028-01-02T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=kroner(100_000)).claimed(kroner(100_000))

    life.repaid(kroner(60_000)).repaid(kroner(40_000))

    assert (life.now.claims[0].state.value, life.now.stage) == ("paid", Stage.REFUNDED)


def test_a_payment_reference_that_ends_in_a_dash() -> None:
    assert kid_mod11("2026000017") == "2026000017-"
    assert (is_kid_mod11("2026000017-"), is_kid_mod10("2026000017-")) == (True, False)


# --- borders and outages --------------------------------------------------------------------------------------------------


def test_isolation() -> None:
    case = Office().submit()

    with refused("other_office", "R26-45", office="SFIN", unit="SFAG"):
        case.declared(person(Role.CASE_OFFICER, unit="SFAG"))

    assert "other_office" in AUTHORITY_CODES


@pytest.mark.edge("Q10")
@pytest.mark.parametrize(
    ("project", "reads"),
    [
        ({"project_type": "foster_home"}, True),
        ({"project": learning()["project"] | {"foster_home": True}}, True),
        ({}, False),
    ],
    ids=["of that type", "tagged", "neither"],
)
def test_the_coordinator_reads_foster_home_work_of_every_office_and_nothing_else(
    project: dict[str, Any], reads: bool
) -> None:
    office = Office()
    form = office.application(**project)
    case = office.begin().do(OFFICER, "submit", round_id="round", application=form, by_hand=True)
    coordinator = person(Role.COORDINATOR, unit=COORDINATOR)

    assert may_see(coordinator, case.now) is reads
    with refused("role_not_allowed", "T05"):
        case.do(coordinator, "assign", officer="kari")


@pytest.mark.parametrize(
    ("adopted", "application", "written"),
    [("nn", "nb", "nn"), (None, "nn", "nn"), (None, "nb", "nb")],
    ids=["adopted", "neutral and nn", "neutral and nb"],
)
def test_language(adopted: str | None, application: str, written: str) -> None:
    assert Office(host_language=adopted).submit(language=application).now.language == written


@pytest.mark.edge("E15")
def test_worker_stopped_over_31_december() -> None:
    life = paid()
    restart = at("2028-01-02T08:00")
    life.office.sleep_until(restart)

    life.office.wake()
    life.office.wake()

    (passed,) = life.all(e.UseDeadlinePassed)
    assert passed.at == at("2027-12-31T23:00:00")
    assert life.only(e.UseDeadlinePassed).handled_at == restart
