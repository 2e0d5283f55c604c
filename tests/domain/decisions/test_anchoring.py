"""Each member municipality may say itself that its management stands behind taking part (B21-21, B21-22, R26-12, R26-13)."""

from typing import Any

import pytest

from domain import events as e
from domain.actors import Role
from domain.lifecycle import Stage
from domain.ruleset import Strand
from tests.domain.applications import LOTEN, ORG_LOTEN, learning
from tests.domain.lives import (
    BUFDIR,
    INNLANDET,
    LEADER,
    NO_DUTY,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    assessment,
    at,
    person,
    recommendation,
    refused,
)

IN_LOTEN = person(Role.APPLICANT_SIGNATORY, unit=ORG_LOTEN)
WORD: dict[str, Any] = {
    "position": "kommunedirektør",
    "person": "Kommunedirektør i Løten",
    "anchored_on": "2026-02-27",
}


def without_a_word_from_loten() -> Any:
    """Return an application in which the host says nothing of the other member."""
    one, other = learning()["members"]
    return Office().application(members=[one, other | {"anchoring": None}])


def on_paper(office: Office | None = None) -> Life:
    """Return an application that came on paper and lacks a member's anchoring."""
    life = (office or Office()).begin()
    application = without_a_word_from_loten()
    return life.do(OFFICER, "submit", round_id="round", application=application, by_hand=True)


def confirm(life: Life, **changes: Any) -> Life:
    return life.do(IN_LOTEN, "confirm_anchoring", **(WORD | changes))


@pytest.mark.parametrize(("rules", "rule"), [(BUFDIR, "R26-12"), (INNLANDET, "B21-21")])
def test_no_grant_while_a_municipality_lacks_the_word_of_its_management(rules: Any, rule: str) -> None:
    office = Office(rules=rules, now=at(f"{rules.grant_year}-03-02T12:00"))
    life = on_paper(office).assigned()
    assert life.now.unanchored == (LOTEN,)

    with refused("application_lacks", rule, lacking=[f"anchoring_missing|{rule}"]):
        life.do(OFFICER, "assess", **assessment())

    confirm(life, anchored_on=f"{rules.grant_year}-02-27").do(OFFICER, "assess", **assessment())
    assert not life.now.unanchored
    assert not life.now.remarks
    assert life.now.stage is Stage.ASSESSED


def test_a_member_s_word_stands_beside_the_host_s() -> None:
    life = confirm(Office().submit())

    assert life.only(e.AnchoringConfirmed).municipality == LOTEN
    assert life.now.anchored_by_themselves == (LOTEN,)
    with refused("already_anchored", "R26-12", municipality=LOTEN):
        confirm(life)


def test_only_a_member_says_it_and_of_itself() -> None:
    life = Office().submit()

    with refused("other_municipality", "R26-12", unit="999999999"):
        life.do(person(Role.APPLICANT_SIGNATORY, unit="999999999"), "confirm_anchoring", **WORD)
    with refused("role_not_allowed", "R26-12", role="case_officer"):
        life.do(OFFICER, "confirm_anchoring", **WORD)

    life.do(SIGNATORY, "confirm_anchoring", **WORD)
    assert life.only(e.AnchoringConfirmed).municipality == "3403"


def test_a_member_that_is_not_the_host_says_nothing_else_in_the_case() -> None:
    with refused("other_municipality", "T08", unit=ORG_LOTEN):
        Office().submit().do(IN_LOTEN, "withdraw")


def test_a_case_from_before_members_were_kept_knows_none() -> None:
    life = Office().submit()
    object.__setattr__(life.now, "members", {})

    with refused("other_municipality", "R26-12", unit="970540008"):
        life.do(SIGNATORY, "confirm_anchoring", **WORD)


def test_anchoring_lies_behind_and_not_ahead() -> None:
    life = Office().submit()

    with refused("anchored_in_future", "R26-12", given_day="2026-03-02", today_day="2026-03-01"):
        confirm(life, anchored_on="2026-03-02")

    assert confirm(life, anchored_on="2026-03-01").now.anchored_by_themselves == (LOTEN,)


def test_where_the_rules_ask_for_no_anchoring_nobody_confirms_any() -> None:
    life = Office(strand=Strand.LEADER).submit()

    with refused("anchoring_not_asked", "Q3"):
        life.do(SIGNATORY, "confirm_anchoring", **WORD)


def test_anchoring_comes_before_the_decision() -> None:
    with refused("not_possible_now", "R26-12", command="confirm_anchoring", stage="granted"):
        confirm(Office().submit().granted())


def test_what_a_member_has_said_stands_when_the_host_s_form_comes_again_without_it() -> None:
    life = confirm(on_paper()).assigned()
    life.do(
        OFFICER,
        "return_for_supplement",
        deficiencies=["budget_missing"],
        explanation="Budsjettet mangler",
        last_day="2026-04-01",
    )

    life.do(SIGNATORY, "supplement", application=without_a_word_from_loten())

    assert (life.now.unanchored, life.now.remarks) == ((), ())
    life.do(OFFICER, "assess", **assessment()).do(OFFICER, "recommend", **recommendation(400_000, NO_DUTY))
    assert life.declared(LEADER).do(LEADER, "grant").now.stage is Stage.GRANTED


def test_a_supplement_that_takes_a_word_back_leaves_it_lacking() -> None:
    life = Office().submit().assigned()
    life.do(
        OFFICER,
        "return_for_supplement",
        deficiencies=["budget_missing"],
        explanation="Budsjettet mangler",
        last_day="2026-04-01",
    )

    life.do(SIGNATORY, "supplement", application=without_a_word_from_loten())

    assert life.now.unanchored == (LOTEN,)
