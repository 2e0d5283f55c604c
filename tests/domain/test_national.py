"""The country's sums beside what the offices were given."""

import pytest

from domain.money import kroner
from domain.national import NationalLine, national_lines
from storage.rulesets import load_rule_sets

SETS = load_rule_sets()


def test_the_sums_of_2023_are_22_and_10_million_and_32_together() -> None:
    found = national_lines(SETS["2023-bufdir"], {"foster_home": kroner(2_400_000), "learning": kroner(1)})

    assert found == (
        NationalLine(
            rule="W23-15",
            pot="foster_home",
            national_ore=kroner(22_000_000),
            allotted_ore=kroner(2_400_000),
        ),
        NationalLine(rule="W23-15", pot="self_initiated", national_ore=kroner(10_000_000), allotted_ore=0),
    )
    assert sum(one.national_ore for one in found) == kroner(32_000_000)
    assert [one.left_ore for one in found] == [kroner(19_600_000), kroner(10_000_000)]


@pytest.mark.parametrize("key", sorted(SETS.keys() - {"2023-bufdir"}))
def test_no_other_source_tells_sums_of_the_country(key: str) -> None:
    assert national_lines(SETS[key], {"foster_home": kroner(2_400_000)}) == ()


def test_frames_that_hold_more_than_there_is_show_below_zero() -> None:
    [foster, _] = national_lines(SETS["2023-bufdir"], {"foster_home": kroner(22_000_001)})

    assert foster.left_ore == -kroner(1)
