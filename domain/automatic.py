"""What happens in a case by itself: for each such event, whoever's act it follows on, the rule behind it and what it looked at.

The result is told in words (``event-<Kind>.result`` in the catalogues). The web and the command line explain with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from domain.actors import CLOCK


@dataclass(frozen=True, slots=True)
class Automatic:
    """How an event that nobody asked for is explained.

    Args:
        inputs: What was looked at: fields of its body, or what earlier events had said (``reports``, ``audits``).
        rule: The rule behind it, where its body does not say it.
    """

    inputs: tuple[str, ...]
    rule: str | None = None


AUTOMATIC: Final[Mapping[str, Automatic]] = {
    "ThresholdEvaluated": Automatic(("grants_ore", "basis_ore", "network_basis_ore", "limit_ore")),
    "ReportDutyArose": Automatic(("ground", "available_ore")),
    "AuditDutyArose": Automatic(("name",)),
    "DutyLapsed": Automatic(("name",)),
    "ProjectDutyNoted": Automatic(("basis_ore", "carried_by_no")),
    "ProjectDutyLapsed": Automatic(("carried_by_no",)),
    "GrantYearEnded": Automatic(("paid_ore", "leftover_ore")),
    "UseDeadlinePassed": Automatic(("paid_ore", "unspent_ore")),
    "LadderStepReached": Automatic(("clock", "deadline", "step")),
    "ReportsCompleted": Automatic(("reports",), "T23"),
    "AuditsCompleted": Automatic(("audits",), "T25"),
    "Refunded": Automatic(("refunded_ore",), "T34"),
    "Closed": Automatic(("reports",), "T26"),
}

#: What was said before, and by which events.
_EARLIER: Final[Mapping[str, str]] = {"reports": "ReportApproved", "audits": "AuditAccepted"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Rule, rule set and input of one automatic event."""

    rule: str
    rule_set: str
    inputs: Mapping[str, Any]


def is_automatic(kind: str, body: Mapping[str, Any]) -> bool:
    """Say whether an event happened by itself: a person may close a case too."""
    return kind in AUTOMATIC and not (kind == "Closed" and body["by"] != CLOCK.subject)


def explanation(
    kind: str, body: Mapping[str, Any], earlier: Sequence[tuple[str, Mapping[str, Any]]], rule_set: str
) -> Explanation | None:
    """Return why an event happened by itself; None where a person did it.

    Args:
        kind: Of the event.
        body: Of the event, as it is stored (plain JSON values).
        earlier: Kind and body of the events of the case before it.
        rule_set: What the case is pinned to.
    """
    if not is_automatic(kind, body):
        return None
    automatic = AUTOMATIC[kind]
    return Explanation(
        rule=automatic.rule or body["rule"],
        rule_set=body.get("rule_set", rule_set),
        inputs={name: _input(name, body, earlier) for name in automatic.inputs},
    )


def _input(name: str, body: Mapping[str, Any], earlier: Sequence[tuple[str, Mapping[str, Any]]]) -> Any:
    if name not in _EARLIER:
        return body[name]
    return list(dict.fromkeys(said["duty"] for kind, said in earlier if kind == _EARLIER[name]))
