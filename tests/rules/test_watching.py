"""What counts as coming out, and as being asked for."""

from collections.abc import Callable, Iterator

import pytest

from domain.actors import Actor, Role
from domain.authority import check_authority
from domain.refusal import Refused
from domain.rulebook.values import values
from domain.threshold import reporting_threshold
from storage.rulesets import load_rule_sets
from tests.rules.watching import Seen, Watch

RULES = load_rule_sets()["2026-bufdir"]
ROWS = {"R26-45", "R26-52", "R26-54", "R26-23"}
OFFICER = Actor(subject="officer", role=Role.CASE_OFFICER, unit="SFIN")


@pytest.fixture
def watch() -> Iterator[Watch]:
    watch = Watch(ROWS)
    with watch.installed():
        yield watch


def seen(watch: Watch, act: Callable[[], object]) -> tuple[bool, bool]:
    """Return whether R26-45 came out of *act*, and whether it was asked for and did not."""
    watch.begin("it")
    act()
    watch.end()
    return "R26-45" in watch.fired(), "R26-45" in watch.silent()


def refused_elsewhere() -> None:
    with pytest.raises(Refused):
        check_authority("assess", OFFICER, office="SFVL", host="")


def test_a_refusal_of_the_program_lets_its_key_come_out(watch: Watch) -> None:
    assert seen(watch, refused_elsewhere) == (True, False)


def test_a_function_that_keeps_the_key_and_does_not_refuse_is_silent(watch: Watch) -> None:
    assert seen(watch, lambda: check_authority("assess", OFFICER, office="SFIN", host="")) == (False, True)


def test_what_the_test_itself_makes_says_nothing(watch: Watch) -> None:
    assert seen(watch, lambda: Refused("other_office", "R26-45")) == (False, False)


def test_a_value_that_is_tried_is_asked_for_and_one_that_is_shown_is_not(watch: Watch) -> None:
    watch.begin("tried")
    reporting_threshold(RULES, [1])
    watch.begin("shown")
    values(RULES)
    watch.end()

    assert watch.fired() == {"R26-52": ["tried"]}
    assert watch.silent() == {"R26-54": ["tried"]}


def test_afterwards_nothing_is_seen_any_more() -> None:
    watch = Watch(ROWS)
    with watch.installed():
        pass
    watch.begin("late")
    reporting_threshold(RULES, [1])
    watch.end()

    assert watch.tests["late"].fired | watch.tests["late"].read == Seen().fired
