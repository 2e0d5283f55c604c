from typing import Any

import pytest
from pydantic import ValidationError

from domain.actors import Actor, Role
from domain.mandates import Frame, MandateRegistered, SetMandate, set_mandate
from domain.money import MAX_ORE, kroner
from domain.office_settings import OfficeSettingChanged, SetOffice, set_office
from tests.domain.lives import LEADER, OFFICER, person, refused

AGDER = person(Role.LEADER, unit="SFAG")


def letter(*frames: tuple[str, int], office: str = "SFIN") -> SetMandate:
    """Return an allocation letter with frames in kroner."""
    made = [Frame(pot=pot, amount_ore=kroner(kr)) for pot, kr in frames]
    return SetMandate(office=office, grant_year=2026, reference="26/1", frames=tuple(made))


def register(body: SetMandate, who: Actor = LEADER, **committed_kr: int) -> MandateRegistered:
    return set_mandate(body, who, {pot: kroner(kr) for pot, kr in committed_kr.items()})


def test_a_leader_of_the_office_registers_its_mandate() -> None:
    body = letter(("learning", 650_000), ("leader", 500_000))
    with refused(
        "role_not_allowed", "I21-06", role="case_officer", allowed=["leader"], command="set_mandate"
    ):
        register(body, OFFICER)
    with refused("other_office", "R26-45", office="SFIN", unit="SFAG"):
        register(body, AGDER)

    event = register(body)
    assert (event.reference, event.by, len(event.frames)) == ("26/1", LEADER.subject, 2)


def test_each_pot_is_given_once() -> None:
    with refused("pot_given_twice", "B21-13", pots=["learning", "learning"]):
        register(letter(("learning", 1), ("learning", 2)))


@pytest.mark.parametrize("frames", [[("learning", 599_999)], [("leader", 1_000_000)]])
def test_a_frame_is_not_lowered_below_what_is_granted_from_it(frames: list[tuple[str, int]]) -> None:
    with refused("frame_below_committed", "T13", pot="learning", committed_ore=kroner(600_000)):
        register(letter(*frames), learning=600_000)

    assert register(letter(("learning", 600_000)), learning=600_000).frames[0].amount_ore == kroner(600_000)


@pytest.mark.parametrize(
    "changes",
    [
        {"office": "SFXX"},
        {"grant_year": 1999},
        {"frames": ()},
        {"frames": ({"pot": "learning", "amount_ore": -1},)},
        {"frames": ({"pot": "learning", "amount_ore": MAX_ORE + 1},)},
        {"frames": ({"pot": "Learning pot", "amount_ore": 1},)},
        {"note": "unknown field"},
    ],
)
def test_a_letter_that_cannot_be_one_is_not_read(changes: dict[str, Any]) -> None:
    whole = letter(("learning", 1)).model_dump()

    assert SetMandate.model_validate(whole).reference == "26/1"
    with pytest.raises(ValidationError):
        SetMandate.model_validate(whole | changes)


def test_a_leader_of_the_office_sets_what_the_law_leaves_to_it() -> None:
    body = SetOffice(office="SFIN", attestor_may_recommend=True)
    with refused("role_not_allowed", "T16", role="case_officer", allowed=["leader"], command="set_office"):
        set_office(body, OFFICER)
    with refused("other_office", "R26-45", office="SFIN", unit="SFAG"):
        set_office(body, AGDER)

    assert set_office(body, LEADER) == OfficeSettingChanged(
        office="SFIN", attestor_may_recommend=True, write_off_limit_ore=None, by=LEADER.subject
    )
    assert SetOffice(office="SFIN", write_off_limit_ore=0).changes() == {"write_off_limit_ore": 0}
    with pytest.raises(ValidationError, match="at least one"):
        SetOffice(office="SFIN")
