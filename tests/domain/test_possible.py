"""What a case offers people to do. That whatever is done was offered, ``test_any_order`` sees."""

from functools import reduce

from domain.actors import Role
from domain.authority import MAY
from domain.case import Case
from domain.commands import BODIES
from domain.evolve import evolve
from domain.possible import possible
from domain.ruleset import Strand
from tests.domain.lives import Life, Office
from tests.domain.whole_lives import WHOLE_LIVES

BY_PEOPLE = {kind for kind in BODIES if MAY[kind][0] != {Role.SYSTEM}} - {"submit"}


def offered(life: Life) -> set[str]:
    """Return every command that was offered at some time in a life."""
    found: set[str] = set()

    def step(case: Case | None, number: int) -> Case:
        entry = life.trail[number]
        after = evolve(case, entry.event, case_id=life.case_id, at=entry.at)
        found.update(one.command for one in possible(after))
        return after

    reduce(step, range(len(life.trail)), None)
    return found


def test_every_command_of_people_is_offered_in_some_life_and_no_other() -> None:
    found = set().union(*(offered(other) for life in WHOLE_LIVES for other in life().office.lives.values()))

    assert found == BY_PEOPLE


def test_what_is_offered_names_whom_it_is_for_in_the_order_of_a_life() -> None:
    listed = possible(Office().submit().now)

    assert [one.command for one in listed] == [
        "declare_impartiality",
        "assign",
        "confirm_anchoring",
        "withdraw",
        "recommend_dismissal",
        "send_preliminary_reply",
        "ask_transfer",
        "change_host",
    ]
    leader = possible(Office(strand=Strand.LEADER).submit().now)
    assert "confirm_anchoring" not in [one.command for one in leader]
    assert listed[1].roles == (Role.CASE_OFFICER, Role.LEADER)
