"""What a run found of each row, as it is kept in ``evidence.json``: places, tests and changes, and no path of a machine."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("evidence.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a run found of one row.

    Args:
        fires: A test that saw the key come out; None without one.
        silent: A test in which it was asked for and did not come out; None without one.
        changes: Every change of the rule by its name, with the test that fails on it; None where none does.
    """

    fires: str | None = None
    silent: str | None = None
    changes: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def survived(self) -> tuple[str, ...]:
        """The changes that no test saw."""
        return tuple(name for name, test in self.changes.items() if test is None)

    @property
    def proven(self) -> bool:
        """It fires, it stays silent, and no change of it goes unseen."""
        return bool(self.fires and self.silent and self.changes and not self.survived)

    @property
    def tests(self) -> frozenset[str]:
        """Every test that is named."""
        return frozenset(test for test in (self.fires, self.silent, *self.changes.values()) if test)


def load() -> dict[str, Evidence]:
    """Return the evidence of the last run by row; nothing before the first."""
    if not FILE.exists():
        return {}
    return {rule: Evidence(**found) for rule, found in json.loads(FILE.read_text("utf-8")).items()}


def save(found: Mapping[str, Evidence]) -> None:
    """Keep *found* in the place of what was kept before."""
    rows = {rule: asdict(evidence) for rule, evidence in found.items()}
    FILE.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
