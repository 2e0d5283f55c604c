"""Money between frames: free money by a leader's choice, earmarked money only with the directorate's document."""

from typing import Any, Final

import pytest
from pydantic import ValidationError

from domain.actors import Actor, Role
from domain.money import kroner
from domain.ruleset import Pot
from domain.transfers import FrameTransferred, HeldFrame, TransferMoney, transfer_money
from storage.rulesets import load_rule_sets
from tests.domain.lives import LEADER, OFFICER, person, refused

SHA: Final = "a" * 64
SAID_YES: Final[dict[str, Any]] = {"reference": "Bufdir 26/01234-5", "document_sha256": SHA}


def pots(key: str) -> dict[str, Pot]:
    return {pot.key: pot for pot in load_rule_sets()[key].pots}


R26, B21 = pots("2026-bufdir"), pots("2021-bufdir")


def held(amount_kr: int, committed_kr: int = 0, *, earmarked: bool = False) -> HeldFrame:
    return HeldFrame(amount_ore=kroner(amount_kr), committed_ore=kroner(committed_kr), earmarked=earmarked)


FRAMES: Final = {"learning": held(3_000_000, 2_600_000), "leader": held(500_000, earmarked=True)}
TWO_POTS: Final = {"self_initiated": held(1_150_000), "foster_home": held(2_400_000)}


def move(
    source: str,
    target: str,
    who: Actor = LEADER,
    frames: dict[str, HeldFrame] = FRAMES,
    rules: dict[str, Pot] = R26,
    **changes: Any,
) -> FrameTransferred:
    body = {
        "office": "SFIN",
        "grant_year": 2026,
        "from_pot": source,
        "to_pot": target,
        "amount_ore": kroner(100_000),
        "reason": "Mange gode søknader",
    }
    return transfer_money(TransferMoney.model_validate(body | changes), who, frames, rules)


@pytest.mark.edge("Q2")
def test_free_learning_money_goes_to_leader_networks_by_a_leaders_choice() -> None:
    with refused("role_not_allowed", "R26-05", role="case_officer", allowed=["leader"]):
        move("learning", "leader", OFFICER)
    with refused("other_office", "R26-45"):
        move("learning", "leader", person(Role.LEADER, unit="SFVL"))

    event = move("learning", "leader")

    assert (event.rule, event.amount_ore, event.reference) == ("R26-05", kroner(100_000), None)


def test_a_transfer_has_a_reason() -> None:
    with pytest.raises(ValidationError, match="reason"):
        move("learning", "leader", reason="")


@pytest.mark.edge("E26", "Q2")
@pytest.mark.parametrize("given", [{}, {"reference": "Bufdir 26/1"}, {"document_sha256": SHA}])
def test_earmarked_money_never_moves_without_the_directorates_document(given: dict[str, Any]) -> None:
    with refused("directorates_document_missing", "R26-06", pot="leader"):
        move("leader", "learning", **given)


@pytest.mark.edge("E26")
def test_earmarked_money_moves_with_the_document_and_by_a_leader() -> None:
    with refused("role_not_allowed", "R26-06"):
        move("leader", "learning", OFFICER, **SAID_YES)

    event = move("leader", "learning", **SAID_YES)

    assert (event.rule, event.reference, event.document_sha256) == ("R26-06", "Bufdir 26/01234-5", SHA)


def test_a_frame_that_lost_its_mark_is_earmarked_by_the_rules_all_the_same() -> None:
    frames = FRAMES | {"leader": held(500_000, earmarked=False)}

    with refused("directorates_document_missing", "R26-06"):
        move("leader", "learning", frames=frames)


def test_a_frame_that_the_letter_earmarks_is_earmarked_in_any_year() -> None:
    frames = {"learning": held(500_000, earmarked=True), "leader": held(0)}

    with refused("directorates_document_missing", "R26-06"):
        move("learning", "leader", frames=frames, rules={})


@pytest.mark.edge("C9")
@pytest.mark.parametrize(
    ("source", "target"), [("self_initiated", "foster_home"), ("foster_home", "self_initiated")]
)
def test_the_two_pots_of_2021_were_kept_apart_by_the_directorate(source: str, target: str) -> None:
    with refused("directorates_document_missing", "B21-13", pot=source):
        move(source, target, frames=TWO_POTS, rules=B21)

    assert move(source, target, frames=TWO_POTS, rules=B21, **SAID_YES).rule == "B21-13"


def test_only_what_is_free_moves() -> None:
    with refused(
        "not_enough_free_money",
        "R26-05",
        pot="learning",
        free_ore=kroner(400_000),
        amount_ore=kroner(400_001),
    ):
        move("learning", "leader", amount_ore=kroner(400_001))

    assert move("learning", "leader", amount_ore=kroner(400_000)).amount_ore == kroner(400_000)


def test_frames_move_in_whole_kroner() -> None:
    with refused("transfer_not_whole_kroner", "E34", amount_ore=12_345):
        move("learning", "leader", amount_ore=12_345)


def test_without_a_mandate_there_is_nothing_to_move() -> None:
    with refused("no_mandate", "I21-03", office="SFIN", year=2026, pot="learning"):
        move("learning", "leader", frames={})
    with refused("pot_not_in_mandate", "I21-02", pot="foster_home", pots=["leader", "learning"]):
        move("learning", "foster_home")
    with refused("pot_not_in_mandate", "I21-02", pot="foster_home"):
        move("foster_home", "learning")


def test_money_does_not_move_to_where_it_is() -> None:
    with pytest.raises(ValidationError, match="is the pot the money comes from"):
        move("learning", "learning")
