from datetime import datetime
from typing import Any

import pytest

from domain import events as e
from domain.actors import Actor, Role
from domain.instants import end_of_minute
from domain.lifecycle import Stage
from domain.ruleset import ProjectType, Strand
from tests.domain.applications import HAMAR, LOTEN, ORG_LOTEN, application, leader, learning
from tests.domain.lives import (
    ACCOUNTANT,
    ATTESTOR,
    AUDITOR,
    INNLANDET,
    LEADER,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    assessment,
    at,
    person,
    refused,
)

ONE_SERVICE = [{"name": "Hedmarken barnevern", "kind": "barnevern", "municipalities": [HAMAR, LOTEN]}]
OTHER_OFFICER = person(Role.CASE_OFFICER, "another officer")


def submit(office: Office, who: Actor = SIGNATORY, **fields: Any) -> Life:
    """Send an application as *who*."""
    body = {"round_id": "round", "application": application(learning()), **fields}
    return office.begin().do(who, "submit", **body)


# --- submission (T03, T04) ------------------------------------------------------------------------------------------------


def test_an_application_becomes_a_case_on_the_rules_of_its_round() -> None:
    case = Office().submit(applied_kr=250_000).now

    assert case.stage is Stage.SUBMITTED
    assert (case.case_no, case.rule_set, case.pot) == ("SFIN-2026-1", "2026-bufdir", "learning")
    assert (case.applied_ore, case.grant_year, case.late) == (25_000_000, 2026, False)
    assert case.project_id == case.network_id == case.case_id


@pytest.mark.edge("C12")
def test_an_application_may_continue_a_project_and_a_network() -> None:
    office = Office()
    earlier = office.submit()

    case = office.submit_to(earlier).now

    assert (case.project_id, case.network_id) == (earlier.now.project_id, earlier.now.network_id)


def test_an_application_is_received_once() -> None:
    life = Office().submit()

    with refused("already_submitted", "T03", case_no="SFIN-2026-1"):
        life.do(SIGNATORY, "submit", round_id="round", application=application(learning()))


def test_nothing_can_be_done_in_a_case_that_does_not_exist() -> None:
    with refused("no_such_case", "T03"):
        Office().begin().do(OFFICER, "assign", officer=OFFICER.subject)


@pytest.mark.edge("E20")
@pytest.mark.parametrize(
    ("received", "late"),
    [("2026-06-01T21:59:00", False), ("2026-06-01T21:59:59", False), ("2026-06-01T22:00:00", True)],
)
def test_an_application_is_in_time_to_and_including_the_last_minute(received: str, late: bool) -> None:
    office = Office(now=at("2026-06-05T12:00"))

    life = office.begin().do(
        SIGNATORY,
        "submit",
        received_at=at(received),
        round_id="round",
        application=application(learning()),
    )

    assert life.now.late is late
    assert life.now.received_at == at(received)
    assert life.sent[0].payload["params"]["late"] is late


@pytest.mark.edge("E18")
@pytest.mark.parametrize(("received", "late"), [("2021-08-01T21:59:59", False), ("2021-08-01T22:00", True)])
def test_a_deadline_on_a_sunday_is_not_moved(received: str, late: bool) -> None:
    closes = end_of_minute(datetime(2021, 8, 1, 23, 59))  # noqa: DTZ001 - the Norwegian wall clock, as announced
    office = Office(rules=INNLANDET, opens_at=at("2021-03-01T12:00"), closes_at=closes, now=at(received))

    assert office.submit().now.late is late


def test_an_application_before_the_round_opens_is_refused_and_one_at_its_first_instant_is_not() -> None:
    office = Office(opens_at=at("2026-03-01T09:00"), now=at("2026-03-01T08:59"))

    with refused("round_not_open", "T01", opens_at="2026-03-01T09:00:00+00:00"):
        submit(office)

    office.now = at("2026-03-01T09:00")
    assert submit(office).now.stage is Stage.SUBMITTED


@pytest.mark.edge("E25")
def test_a_round_for_one_strand_takes_no_application_for_the_other() -> None:
    with refused("wrong_strand", "R26-06", strand="leader", round_strand="learning"):
        submit(Office(), application=application(leader()))

    assert submit(Office(strand=Strand.LEADER), application=application(leader())).now.pot == "leader"


@pytest.mark.edge("E46")
def test_a_host_that_is_no_municipality_is_refused() -> None:
    with refused("host_not_municipality", "E46", org_number="970540008"):
        Office(host_is_municipality=False).submit()


@pytest.mark.edge("E24")
def test_the_office_of_the_host_is_the_responsible_one() -> None:
    with refused("host_of_other_office", "E24", office="SFIN", host_office="SFAG"):
        Office(host_office="SFAG").submit()

    assert Office(host_office="SFIN").submit().now.office == "SFIN"


@pytest.mark.edge("E24")
def test_members_of_another_office_s_area_are_known_by_their_numbers() -> None:
    assert Office(foreign_members=(LOTEN,)).submit().now.foreign_members == (LOTEN,)
    assert Office().submit().now.foreign_members == ()


def test_the_signatory_submits_and_the_officer_registers_by_hand() -> None:
    with refused("by_hand_is_for_officers", "T04", role="case_officer"):
        submit(Office(), OFFICER)
    with refused("by_hand_is_for_officers", "T04", role="applicant_signatory"):
        submit(Office(), SIGNATORY, by_hand=True)

    assert submit(Office(), OFFICER, by_hand=True).only(e.Submitted).by_hand is True


def test_a_form_with_an_error_is_refused_and_a_paper_with_the_same_error_is_received_with_a_remark() -> None:
    broken = application(learning() | {"services": ONE_SERVICE, "initiator": "Hedmarken barnevern"})

    with refused(
        "application_not_acceptable",
        "R26-10",
        findings=["too_few_barnevern_services|R26-10|services"],
    ):
        submit(Office(), application=broken)

    paper = submit(Office(), OFFICER, by_hand=True, application=broken)
    assert paper.now.remarks == ("error:too_few_barnevern_services:R26-10",)


@pytest.mark.edge("C1", "Q1")
def test_one_intermunicipal_service_for_several_municipalities_fails_the_rules_of_2021_too() -> None:
    broken = application(learning() | {"services": ONE_SERVICE, "initiator": "Hedmarken barnevern"})
    office = Office(rules=INNLANDET, now=at("2021-04-01T12:00"))

    with refused("application_not_acceptable", "B21-03"):
        submit(office, application=broken)


def test_a_warning_does_not_stop_an_application() -> None:
    case = Office().submit(network_leader=None).now

    assert case.remarks == ("warning:network_leader_missing:R26-24",)


@pytest.mark.edge("C6")
def test_the_project_type_chooses_the_pot_in_2021() -> None:
    office = Office(rules=INNLANDET, now=at("2021-04-01T12:00"))

    assert office.submit(project_type="foster_home").now.pot == "foster_home"
    assert office.submit(project_type="self_initiated").now.pot == "self_initiated"


def test_what_has_no_pot_in_its_rule_set_is_refused() -> None:
    office = Office(rules=INNLANDET, now=at("2021-04-01T12:00"))
    body = {"by_hand": True, "application": application(learning() | {"project_type": None})}

    with refused("no_pot", "B21-13", strand="learning", project_type=None):
        submit(office, OFFICER, **body)


def test_a_strand_that_the_rule_set_does_not_pay_for_is_refused() -> None:
    office = Office(rules=INNLANDET, now=at("2021-04-01T12:00"), strand=Strand.LEADER)

    with refused("strand_not_in_rule_set", "B21-13", strand="leader", rule_set="2021-innlandet"):
        submit(office, application=application(leader()))


# --- impartiality and assignment (T05, E40) -------------------------------------------------------------------------------


@pytest.mark.edge("E40")
def test_disqualification_needs_a_reason_and_impartiality_none() -> None:
    life = Office().submit()

    with refused("reason_missing", "E40"):
        life.do(OFFICER, "declare_impartiality", impartial=False)

    life.do(OFFICER, "declare_impartiality", impartial=True)
    assert life.now.impartial == (OFFICER.subject,)
    life.do(OFFICER, "declare_impartiality", impartial=False, reason="Satt i styringsgruppen")
    assert life.now.disqualified == (OFFICER.subject,)
    assert not life.now.impartial


@pytest.mark.edge("E40")
def test_a_disqualified_person_does_nothing_in_the_case_until_declaring_anew() -> None:
    life = Office().submit().assigned()
    life.do(OFFICER, "declare_impartiality", impartial=False, reason="I slekt med lederen")

    with refused("disqualified", "E40"):
        life.do(OFFICER, "assess", **assessment())

    life.declared(OFFICER).do(OFFICER, "assess", **assessment())
    assert life.now.stage is Stage.ASSESSED


def test_the_municipality_declares_nothing() -> None:
    with refused("role_not_allowed", "E40", role="applicant_signatory"):
        Office().submit().do(SIGNATORY, "declare_impartiality", impartial=True)


def test_a_case_is_given_to_an_officer_who_declared_to_be_impartial() -> None:
    life = Office().submit()

    with refused("officer_has_not_declared", "T05", officer=OFFICER.subject):
        life.do(LEADER, "assign", officer=OFFICER.subject)

    life.declared(OFFICER).do(LEADER, "assign", officer=OFFICER.subject)
    assert (life.now.officer, life.now.stage) == (OFFICER.subject, Stage.IN_ASSESSMENT)


@pytest.mark.edge("E40")
def test_a_case_is_not_given_to_a_disqualified_officer() -> None:
    life = Office().submit()
    life.do(OFFICER, "declare_impartiality", impartial=False, reason="I slekt med lederen")

    with refused("officer_disqualified", "E40", officer=OFFICER.subject):
        life.do(LEADER, "assign", officer=OFFICER.subject)


def test_a_case_changes_hands_and_stays_where_it_is() -> None:
    life = Office().submit().assigned()

    with refused("already_assigned", "T05", officer=OFFICER.subject):
        life.do(LEADER, "assign", officer=OFFICER.subject)

    life.assigned(OTHER_OFFICER)
    assert (life.now.officer, life.now.stage) == (OTHER_OFFICER.subject, Stage.IN_ASSESSMENT)
    assert life.now.path == (Stage.SUBMITTED, Stage.IN_ASSESSMENT)


# --- return and supplement (T06, T07) -------------------------------------------------------------------------------------


def returned(last_day: str = "2026-04-01") -> Life:
    life = Office().submit().assigned()
    return life.do(
        OFFICER,
        "return_for_supplement",
        deficiencies=["plan_missing"],
        explanation="Planen mangler",
        last_day=last_day,
    )


def test_an_application_goes_back_with_what_is_missing_and_a_day() -> None:
    life = returned()

    assert life.now.stage is Stage.RETURNED
    assert life.sent[-1].payload["params"]["deficiencies"] == ["plan_missing"]
    assert life.sent[-1].payload["params"]["last_day"] == "2026-04-01"


def test_the_day_for_a_supplement_lies_ahead() -> None:
    with refused("day_not_in_future", "T06", given_day="2026-03-01", today_day="2026-03-01"):
        returned("2026-03-01")

    assert returned("2026-03-02").now.supplement_last_day is not None


def test_only_an_impartial_officer_sends_an_application_back() -> None:
    life = Office().submit().assigned()
    back = {"deficiencies": ["plan_missing"], "explanation": "Mangler", "last_day": "2026-04-01"}

    with refused("impartiality_not_declared", "E40"):
        life.do(OTHER_OFFICER, "return_for_supplement", **back)

    assert life.declared(OTHER_OFFICER).do(OTHER_OFFICER, "return_for_supplement", **back).now.supplements


@pytest.mark.parametrize(
    ("received", "in_time"), [("2026-04-01T21:59:59", True), ("2026-04-01T22:00:00", False)]
)
def test_a_supplement_counts_from_when_it_arrived(received: str, in_time: bool) -> None:
    life = returned()
    life.office.sleep_until(at("2026-04-20T12:00"))

    life.do(
        SIGNATORY,
        "supplement",
        received_at=at(received),
        application=life.office.application(applied_kr=300_000),
    )

    event = life.only(e.Supplemented)
    assert (event.in_time, event.received_at, event.changed) == (in_time, at(received), ("applied_kr",))
    assert (life.now.applied_ore, life.now.stage) == (30_000_000, Stage.IN_ASSESSMENT)


def test_a_supplement_is_the_same_application_of_the_same_host() -> None:
    life = returned()

    for changes in ({"host": ORG_LOTEN}, {"project_type": "foster_home"}):
        with refused("another_application", "T07", host="970540008", strand="learning"):
            life.do(SIGNATORY, "supplement", application=life.office.application(**changes))

    same = life.office.application(project_type=ProjectType.SELF_INITIATED)
    assert life.do(SIGNATORY, "supplement", application=same).now.stage is Stage.IN_ASSESSMENT


def test_a_supplement_without_an_account_keeps_the_one_that_was_given() -> None:
    life = returned()
    account = life.now.account

    life.do(SIGNATORY, "supplement", application=life.office.application(account=None))

    assert life.now.account == account is not None


def silent() -> Life:
    """Return an application that was not supplemented in time."""
    life = returned("2026-04-01")
    life.office.move_to(at("2026-04-02T08:00"))
    return life


def test_three_days_before_the_day_for_a_supplement_the_municipality_is_reminded() -> None:
    life = returned("2026-04-01")

    life.office.move_to(at("2026-03-28T12:00"))
    assert life.letters[-1] == "L04"
    life.office.move_to(at("2026-03-29T12:00"))

    assert (life.letters[-1], life.sent[-1].payload["params"]["last_day"]) == (
        "supplement_reminder",
        "2026-04-01",
    )


def test_without_an_answer_in_time_the_officer_is_told_and_nothing_is_refused_by_itself() -> None:
    life = silent()

    assert "overdue:supplement:1:case_officer" in life.tasks
    assert life.now.stage is Stage.RETURNED


def test_without_an_answer_in_time_the_application_is_judged_on_what_there_is() -> None:
    life = returned("2026-04-01")
    with refused("supplement_awaited", "T06", last_day="2026-04-01"):
        life.do(OFFICER, "resume_assessment")
    life = silent()
    with refused("impartiality_not_declared", "E40"):
        life.do(OTHER_OFFICER, "resume_assessment")

    life.do(OFFICER, "resume_assessment")

    assert (life.now.stage, life.now.supplement_last_day) == (Stage.IN_ASSESSMENT, None)
    assert life.do(OFFICER, "assess", **assessment()).now.stage is Stage.ASSESSED


def test_only_what_was_sent_back_is_gone_on_with() -> None:
    with refused("not_possible_now", "T06", command="resume_assessment", stage="in_assessment"):
        Office().submit().assigned().do(OFFICER, "resume_assessment")


def test_without_an_answer_in_time_the_application_may_be_dismissed_and_not_before() -> None:
    with refused("supplement_awaited", "T06", last_day="2026-04-01"):
        returned("2026-04-01").dismissal_recommended()

    assert silent().dismissed().now.stage is Stage.DISMISSED


# --- withdrawal and dismissal (T08, T09) ----------------------------------------------------------------------------------


def test_the_municipality_withdraws_as_it_likes_and_the_officer_on_a_written_request() -> None:
    assert Office().submit().do(SIGNATORY, "withdraw").now.stage is Stage.WITHDRAWN
    life = Office().submit().declared(OFFICER)

    with refused("written_request_missing", "T08"):
        life.do(OFFICER, "withdraw")

    life.do(OFFICER, "withdraw", reason="Brev av 2. mars")
    assert (life.now.stage, life.letters[-1], life.now.finished) == (Stage.WITHDRAWN, "L19", True)


def test_an_application_can_be_withdrawn_until_it_is_decided_and_not_after() -> None:
    waiting = Office().submit().recommended()
    assert waiting.do(SIGNATORY, "withdraw").now.stage is Stage.WITHDRAWN
    granted = Office().submit().granted()

    with refused(
        "not_possible_now",
        "T08",
        command="withdraw",
        stage="granted",
        possible=["annul", "assign", "order_payment"],
    ):
        granted.do(SIGNATORY, "withdraw")


def late() -> Life:
    return Office(now=at("2026-06-02T12:00")).submit()


@pytest.mark.edge("E20")
def test_only_what_came_late_is_dismissed_as_late() -> None:
    with refused("not_late", "E20"):
        Office().submit().dismissal_recommended("late")

    assert late().dismissed("late").now.stage is Stage.DISMISSED


@pytest.mark.edge("E20")
def test_what_came_late_is_assessed_when_a_leader_has_taken_it_up() -> None:
    life = late().assigned()
    assert "late_application" in life.tasks
    with refused("late_not_decided", "E20"):
        life.do(OFFICER, "assess", **assessment())
    with refused("impartiality_not_declared", "E40"):
        life.do(LEADER, "accept_late_application", reason="Posten var forsinket")

    life.taken_up()

    assert "late_application" not in life.tasks
    assert (life.now.late, life.now.late_accepted) == (True, True)
    assert life.do(OFFICER, "assess", **assessment()).now.stage is Stage.ASSESSED


@pytest.mark.edge("E20")
def test_what_was_taken_up_is_no_longer_late_enough_to_dismiss() -> None:
    life = late().dismissal_recommended("late").taken_up()

    assert life.now.dismissal is None
    with refused("not_late", "E20"):
        life.do(OFFICER, "recommend_dismissal", ground="late", reason="Kom for sent")


@pytest.mark.edge("E20")
def test_another_ground_stands_though_the_late_application_is_taken_up() -> None:
    life = late().dismissal_recommended("not_eligible").taken_up()

    assert life.now.dismissal is not None


def test_what_came_in_time_is_not_taken_up_as_late() -> None:
    with refused("not_possible_now", "E20", command="accept_late_application"):
        Office().submit().taken_up()


def test_a_dismissal_is_recommended_by_one_and_decided_by_another() -> None:
    life = Office().submit().declared(LEADER)
    dismissal = {"ground": "not_eligible", "reason": "Utenfor"}
    with refused("dismissal_not_recommended", "T09", ground="not_eligible"):
        life.do(LEADER, "dismiss", **dismissal)
    life.dismissal_recommended("wrong_applicant")
    with refused("dismissal_not_recommended", "T09", ground="not_eligible"):
        life.do(LEADER, "dismiss", **dismissal)
    life.dismissal_recommended()
    with refused("approver_is_recommender", "T09"):
        life.do(person(Role.LEADER, OFFICER.subject), "dismiss", **dismissal)

    assert life.do(LEADER, "dismiss", **dismissal).letters[-1] == "L08"
    assert life.now.dismissal is None


def test_the_officer_of_the_case_does_not_dismiss_it_as_leader() -> None:
    life = Office().submit().assigned().dismissal_recommended(officer=OTHER_OFFICER)

    with refused("approver_is_officer", "T09"):
        life.do(person(Role.LEADER, OFFICER.subject), "dismiss", ground="not_eligible", reason="Utenfor")


@pytest.mark.edge("E40")
def test_a_dismissal_that_a_disqualified_hand_recommended_is_not_decided() -> None:
    life = Office().submit().dismissal_recommended().declared(LEADER)
    life.do(OFFICER, "declare_impartiality", impartial=False, reason="I slekt med lederen")

    with refused("prepared_by_disqualified", "E40", officer=OFFICER.subject):
        life.do(LEADER, "dismiss", ground="not_eligible", reason="Utenfor")

    assert life.dismissal_recommended(officer=OTHER_OFFICER).now.dismissal is not None


@pytest.mark.parametrize("further", ["assessed", "returned"])
def test_a_recommended_dismissal_falls_when_the_case_goes_on(further: str) -> None:
    life = Office().submit().assigned().dismissal_recommended()
    if further == "assessed":
        life.do(OFFICER, "assess", **assessment())
    else:
        life.do(
            OFFICER,
            "return_for_supplement",
            deficiencies=["plan_missing"],
            explanation="Planen mangler",
            last_day="2026-04-01",
        )

    assert life.now.dismissal is None
    assert "decide_dismissal" not in life.tasks


def test_an_assessed_application_is_no_longer_dismissed() -> None:
    life = Office().submit().assessed()

    with refused("not_possible_now", "T09", command="dismiss", stage="assessed"):
        life.dismissal_recommended()


# --- who (DOMAIN §2.3) ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [SIGNATORY, AUDITOR, ATTESTOR, ACCOUNTANT])
def test_only_an_officer_or_a_leader_assigns(who: Actor) -> None:
    life = Office().submit().declared(OFFICER)

    with refused("role_not_allowed", "T05", allowed=["case_officer", "leader"], command="assign"):
        life.do(who, "assign", officer=OFFICER.subject)

    assert life.do(OFFICER, "assign", officer=OFFICER.subject).now.officer == OFFICER.subject


def test_an_officer_of_another_office_is_refused() -> None:
    life = Office().submit()
    agder = person(Role.CASE_OFFICER, unit="SFAG")

    with refused("other_office", "R26-45", office="SFIN", unit="SFAG"):
        life.do(agder, "declare_impartiality", impartial=True)
    with refused("other_office", "R26-45"):
        submit(Office(), agder, by_hand=True)


def test_the_signatory_of_another_municipality_is_refused() -> None:
    life = Office().submit()
    stranger = person(Role.APPLICANT_SIGNATORY, unit=ORG_LOTEN)

    with refused("other_municipality", "T08", unit=ORG_LOTEN):
        life.do(stranger, "withdraw")
    with refused("other_municipality", "T03", unit=ORG_LOTEN):
        submit(Office(), stranger)

    assert life.do(SIGNATORY, "withdraw").now.finished
