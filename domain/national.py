"""The country's sums of a year beside what the offices were given: for the directorate's control (W23-15)."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.money import kroner
from domain.ruleset import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalLine:
    """One pot of the whole country, in øre: what the source says there is, and what the offices' frames add up to."""

    rule: str
    pot: str
    national_ore: int
    allotted_ore: int

    @property
    def left_ore(self) -> int:
        """What no registered frame holds; below zero where the frames hold more than there is."""
        return self.national_ore - self.allotted_ore


def national_lines(rules: RuleSet, allotted_ore: Mapping[str, int]) -> tuple[NationalLine, ...]:
    """Return a line for each pot that *rules* give a sum for the whole country; few years do.

    Args:
        rules: Of the year.
        allotted_ore: The sum of every office's frame, by pot.
    """
    return tuple(
        NationalLine(
            rule=said.rule, pot=pot, national_ore=kroner(said.value), allotted_ore=allotted_ore.get(pot, 0)
        )
        for pot, said in rules.national_kr.items()
        if said.value is not None
    )
