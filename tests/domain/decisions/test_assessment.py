from typing import Any, Final

import pytest

from domain import events as e
from domain.actors import Role
from domain.lifecycle import Stage
from domain.money import kroner
from domain.ruleset import Strand
from storage.rulesets import load_rule_sets
from tests.domain.applications import HAMAR, LOTEN, ORG_HAMAR, ORG_LOTEN, application, learning, member
from tests.domain.lives import (
    BUFDIR,
    CRITERIA,
    LEADER,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    assessment,
    at,
    person,
    recommendation,
    refusal,
    refused,
)

OTHER_OFFICER = person(Role.CASE_OFFICER, "another officer")


def assigned(**office: Any) -> Life:
    return Office(**office).submit().assigned()


def assess(life: Life, **changes: Any) -> Life:
    return life.do(OFFICER, "assess", **(assessment(100_000) | changes))


def recommend(life: Life, **changes: Any) -> Life:
    return life.do(OFFICER, "recommend", **(recommendation(100_000) | changes))


#: One municipality does not say who stands behind it.
UNANCHORED: Final = {
    "members": [member(HAMAR, ORG_HAMAR), member(LOTEN, ORG_LOTEN) | {"anchoring": None}],
}


def on_paper(**lacking: Any) -> Life:
    """Return an application that was registered by hand with what it lacks, and assigned."""
    body = {"by_hand": True, "round_id": "round"}
    return (
        Office()
        .begin()
        .do(OFFICER, "submit", application=application(learning() | lacking), **body)
        .assigned()
    )


# --- assessment (T10) -----------------------------------------------------------------------------------------------------


def test_every_criterion_of_the_round_is_answered() -> None:
    life = assigned()
    answers = assessment()["answers"]

    with refused("criteria_unanswered", "T10", criteria=["feasibility"]):
        assess(life, answers=answers[:1])

    assert assess(life).now.stage is Stage.ASSESSED


def test_no_criterion_is_answered_that_the_round_does_not_ask_or_twice() -> None:
    life = assigned()
    answers = assessment()["answers"]
    unknown = {"criterion": "weather", "met": True, "reason": "Sol"}

    with refused("criteria_unknown", "T10", criteria=["weather"]):
        assess(life, answers=[*answers, unknown])
    with refused("criteria_unknown", "T10", criteria=sorted([*CRITERIA, CRITERIA[0]])):
        assess(life, answers=[*answers, answers[0]])

    assert assess(life, answers=answers[::-1]).now.assessment is not None


def test_an_application_with_an_error_is_assessed_to_be_refused_and_not_to_be_granted() -> None:
    life = on_paper(**UNANCHORED)

    with refused("application_lacks", "R26-12", lacking=["anchoring_missing|R26-12"]):
        assess(life)

    assert assess(life, proposed_ore=0).now.stage is Stage.ASSESSED
    with refused("application_lacks", "R26-12"):
        recommend(life)
    assert recommend(life, **refusal()).now.stage is Stage.AWAITING_APPROVAL


def test_an_error_that_was_supplemented_after_the_assessment_stands_no_longer() -> None:
    life = assess(on_paper(**UNANCHORED), proposed_ore=0)
    life.do(
        OFFICER,
        "return_for_supplement",
        deficiencies=["anchoring_missing"],
        explanation="Hvem i Løten står bak?",
        last_day="2026-04-01",
    )

    life.do(SIGNATORY, "supplement", application=application(learning()))

    assert assess(life).now.stage is Stage.ASSESSED


def test_what_only_should_be_there_stops_no_grant() -> None:
    life = on_paper(network_leader=None)

    assert recommend(assess(life)).now.remarks == ("warning:network_leader_missing:R26-24",)


@pytest.mark.parametrize("missing", ["knowledge_environment_needed", "knowledge_environment_reason"])
def test_a_learning_network_s_assessment_answers_the_need_for_a_knowledge_environment(missing: str) -> None:
    life = assigned()

    with refused("need_not_assessed", "R26-16"):
        assess(life, **{missing: None})

    assert assess(life, leader_effect=None, leader_effect_reason=None).now.stage is Stage.ASSESSED


@pytest.mark.edge("Q3")
@pytest.mark.parametrize("missing", ["leader_effect", "leader_effect_reason"])
def test_a_leader_network_s_assessment_answers_the_effect_on_leadership(missing: str) -> None:
    life = assigned(strand=Strand.LEADER)

    with refused("leader_effect_not_assessed", "R26-37"):
        assess(life, **{missing: None})

    need = {"knowledge_environment_needed": None, "knowledge_environment_reason": None}
    assert assess(life, **need).now.stage is Stage.ASSESSED


@pytest.mark.edge("Q3")
@pytest.mark.parametrize("key", ["2021-bufdir", "2021-innlandet"])
def test_the_rules_of_2021_ask_for_neither(key: str) -> None:
    life = assigned(rules=load_rule_sets()[key], now=at("2021-04-01T12:00"))
    asked = ("knowledge_environment_needed", "knowledge_environment_reason", "leader_effect")

    assert assess(life, **dict.fromkeys(asked)).now.stage is Stage.ASSESSED


@pytest.mark.edge("E34")
def test_an_amount_is_whole_kroner() -> None:
    life = assigned()

    with refused("not_whole_kroner", "E34", amount_ore=10_000_050):
        assess(life, proposed_ore=10_000_050)

    assert assess(life, proposed_ore=kroner(400_000)).now.stage is Stage.ASSESSED


def test_the_officer_of_the_case_assesses_and_nobody_else() -> None:
    life = assigned().declared(OTHER_OFFICER)

    with refused("not_your_case", "T05", officer=OFFICER.subject):
        life.do(OTHER_OFFICER, "assess", **assessment())

    life.assigned(OTHER_OFFICER).do(OTHER_OFFICER, "assess", **assessment())
    assert life.now.assessment is not None


def test_an_application_is_assigned_before_it_is_assessed() -> None:
    life = Office().submit().declared(OFFICER)

    with refused("not_possible_now", "T10", stage="submitted", possible=["assign", "dismiss", "withdraw"]):
        assess(life)


def test_an_assessment_may_be_written_anew() -> None:
    life = assess(assess(assigned()), proposed_ore=kroner(50_000))

    assert life.now.assessment is not None
    assert life.now.assessment.proposed_ore == kroner(50_000)
    assert life.now.path.count(Stage.ASSESSED) == 1


# --- recommendation (T11, T12) --------------------------------------------------------------------------------------------


def test_a_recommended_grant_has_an_amount() -> None:
    life = assess(assigned())

    with refused("amount_missing", "T11"):
        recommend(life, amount_ore=0)
    with refused("not_whole_kroner", "E34"):
        recommend(life, amount_ore=150)

    assert recommend(life, amount_ore=100).now.stage is Stage.AWAITING_APPROVAL


@pytest.mark.parametrize(
    ("kr", "code"), [(399_999, "cut_without_reason"), (400_001, "more_without_reason"), (400_000, None)]
)
def test_another_amount_than_was_applied_for_needs_a_reason_that_the_letter_tells(
    kr: int, code: str | None
) -> None:
    life = assess(assigned())
    if code is not None:
        with refused(code, "T13", amount_ore=kroner(kr), applied_ore=kroner(400_000)):
            recommend(life, amount_ore=kroner(kr), difference_reason=None)
    given = recommend(life, amount_ore=kroner(kr), difference_reason="Rammen" if code else None)

    given.declared(LEADER).do(LEADER, "grant")

    letter = next(item.payload for item in life.sent if item.payload.get("letter") in {"L05", "L06"})
    assert letter["letter"] == ("L06" if kr < 400_000 else "L05")
    assert letter["params"]["more"] == (kr > 400_000)
    assert (letter["params"]["difference_reason_ref"] is not None) == (code is not None)
    assert life.now.letters_outstanding == (letter["letter"],)


def test_the_two_refusals_of_another_amount_are_named() -> None:
    life = assess(assigned())

    with refused("cut_without_reason", "T13"):
        recommend(life, amount_ore=kroner(399_999), difference_reason=None)
    with refused("more_without_reason", "T13"):
        recommend(life, amount_ore=kroner(400_001), difference_reason=None)


def test_where_all_is_granted_no_reason_is_kept() -> None:
    life = recommend(assess(assigned()), amount_ore=kroner(400_000), difference_reason="Uten betydning")

    assert life.only(e.Recommended).difference_reason is None


def test_a_recommended_refusal_has_a_ground_and_no_amount() -> None:
    life = assess(assigned())

    with refused("rejection_ground_missing", "T14"):
        life.do(OFFICER, "recommend", **refusal(None))

    life.do(OFFICER, "recommend", **refusal("criteria"))
    assert life.now.recommendation is not None
    assert (life.now.recommendation.amount_ore, life.now.recommendation.rejection_ground) == (0, "criteria")


@pytest.mark.parametrize(
    ("key", "rule"),
    [("2026-bufdir", "R26-50"), ("2021-bufdir", "B21-48"), ("2021-innlandet", "I21-25")],
)
@pytest.mark.parametrize("ground", ["priority", "frame"])
def test_a_refusal_for_others_sake_is_recommended_when_the_case_has_its_place_in_the_round(
    key: str, rule: str, ground: str
) -> None:
    rules = load_rule_sets()[key]
    life = assess(assigned(rules=rules, now=at(f"{rules.grant_year}-04-01T12:00")))
    with refused("not_ranked", rule):
        life.do(OFFICER, "recommend", **refusal(ground))

    life.ranked(3).do(OFFICER, "recommend", **refusal(ground))

    assert (life.now.place, life.now.stage) == (3, Stage.AWAITING_APPROVAL)


def test_where_the_source_says_nothing_of_ranking_a_refusal_needs_no_place() -> None:
    silent = BUFDIR.model_copy(
        update={"prioritising": BUFDIR.prioritising.model_copy(update={"value": None})}
    )
    life = assess(assigned(rules=silent))

    assert life.do(OFFICER, "recommend", **refusal("priority")).now.place is None


def test_what_is_assessed_is_ranked_and_ranked_anew_until_it_is_decided() -> None:
    life = assigned()
    with refused("not_possible_now", "R26-50", command="rank", stage="in_assessment"):
        life.ranked()

    recommend(assess(life).ranked(2)).ranked(1)

    assert life.now.place == 1
    with refused("not_possible_now", "R26-50", command="rank"):
        life.declared(LEADER).do(LEADER, "grant").ranked()


def test_who_ranks_has_declared_to_be_impartial() -> None:
    with refused("impartiality_not_declared", "E40"):
        assess(assigned()).do(OTHER_OFFICER, "rank", place=1, reason="Treffer formålet")


def test_a_recommended_grant_carries_no_ground_for_refusal() -> None:
    life = recommend(assess(assigned()), rejection_ground="frame")

    assert life.now.recommendation is not None
    assert life.now.recommendation.rejection_ground is None


def test_the_officer_of_the_case_recommends() -> None:
    life = assess(assigned()).declared(OTHER_OFFICER)

    with refused("not_your_case", "T05"):
        life.do(OTHER_OFFICER, "recommend", **recommendation())
    with refused("role_not_allowed", "T11"):
        life.do(LEADER, "recommend", **recommendation())


def test_what_was_sent_back_is_recommended_anew_under_a_new_number() -> None:
    life = recommend(assess(assigned())).do(LEADER, "send_back", comment="Se på summen")
    assert life.now.stage is Stage.ASSESSED

    recommend(life)

    assert life.now.recommendations == 2
    with refused("not_possible_now", "T11", stage="awaiting_approval"):
        recommend(life)


def test_whoever_has_the_case_takes_a_recommendation_back_as_long_as_nothing_is_decided() -> None:
    life = recommend(assess(assigned())).do(OFFICER, "send_back", comment="Skrivefeil i summen")

    assert life.now.stage is Stage.ASSESSED
    with refused("not_your_case", "T05"):
        recommend(life).do(OTHER_OFFICER, "send_back", comment="Ikke min")


def test_only_a_recommendation_is_sent_back() -> None:
    with refused("not_possible_now", "T12", command="send_back", stage="assessed"):
        assess(assigned()).do(LEADER, "send_back", comment="Se på summen")
