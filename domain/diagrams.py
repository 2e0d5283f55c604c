"""The pictures of the machines, made from the statecharts themselves, so that no picture says what the code does not."""

from collections.abc import Sequence
from typing import Final

from domain.appeals import AppealChart
from domain.authority import MAY
from domain.claims import ClaimChart
from domain.duties import DutyChart
from domain.lifecycle import Lifecycle, Move, Stage, StrictChart

_INTRODUCTION: Final = """\
<!-- Made from domain/lifecycle.py, domain/duties.py, domain/claims.py and domain/appeals.py by `make generated`. Do not edit. -->

# Stages

A grant case moves along one axis, from the application to audited accounts or money back, with side paths beside it. Its
report duties, audit duties, claims and appeals are small machines of their own that run beside the axis. What a picture shows is
possible at all; whether it is possible now, and for whom, is decided in `domain/decisions`, which names the rule. `audited` is
an end too: only money that comes back, or a reopening, leads on from it.
"""

#: What moves a case where it is not the command of the same name: a command of another name, or none at all.
_MOVED_BY: Final = {
    Move.ORDER_PAYMENT: "attest_payment",
    Move.FAIL_PAYMENT: "register_payment_fault",
    Move.DISBURSE: "register_disbursement",
    Move.ANNUL: "reverse",
    Move.SET_ASIDE: "reverse",
}
_BY_ITSELF: Final = {
    Move.CARRY_OVER: ("clock: 31 December of the grant year", "T19"),
    Move.COMPLETE_REPORTS: ("follows from the last approved report", "T23"),
    Move.COMPLETE_AUDITS: ("follows from the last accepted statement", "T25"),
    Move.REFUND: ("follows when nothing is open and money came back", "T34"),
}


def stages_document() -> str:
    """Return the text of ``docs/stages.md``: each machine as a Mermaid diagram and a table of its ways."""
    parts = [_INTRODUCTION]
    parts.append(f"## The case\n\n{_picture(Lifecycle)}\n{_ways_of_the_case()}")
    parts.append(f"## A report, or an auditor's statement\n\n{_picture(DutyChart)}\n{_ways(DutyChart)}")
    parts.append(f"## A claim for money back\n\n{_picture(ClaimChart)}\n{_ways(ClaimChart)}")
    parts.append(f"## An appeal, or a request for reversal\n\n{_picture(AppealChart)}\n{_ways(AppealChart)}")
    return "\n".join(parts)


def picture_of_the_case() -> str:
    """Return the stages of a case as a Mermaid diagram, for a page that shows no more than that."""
    return _picture(Lifecycle)


def ways(chart: type[StrictChart]) -> list[tuple[str, str, str]]:
    """Return every way of *chart* as state, move and next state, in the order they are written.

    The library's picture leaves out the ways that lead from a state to itself; here they stand.
    """
    return [
        (str(state.value), str(transition.event), str(transition.target.value))
        for state in chart.states
        for transition in state.transitions
        if transition.target is not None
    ]


def _picture(chart: type[StrictChart]) -> str:
    return f"```mermaid\n{f'{chart:mermaid}'.strip()}\n```\n"


def _ways_of_the_case() -> str:
    rows = [(*way, *_cause(Stage(way[0]), Move(way[1]))) for way in ways(Lifecycle)]
    return _table(("From", "Move", "To", "Moved by", "Transition"), rows)


def _cause(stage: Stage, move: Move) -> tuple[str, str]:
    """Return who or what makes *move* from *stage*, and the transition that says so."""
    if (stage, move) == (Stage.REPORTED, Move.CLOSE):
        return "follows where no statement is owed and nothing is open", "T26"
    if (stage, move) == (Stage.REFUNDED, Move.CLOSE):
        return "follows where a claim was lifted after it was paid", "T40"
    if move is Move.CANCEL_PAYMENT:
        return "`cancel_payment` by accountant", "T16"
    if (stage, move) == (Stage.REOPENED, Move.REFUND):
        return "`close` by case_officer, where money came back", "T34"
    if move in _BY_ITSELF:
        return _BY_ITSELF[move]
    command = _MOVED_BY.get(move, move.value)
    roles, rule = MAY[command]
    return f"`{command}` by {', '.join(sorted(role.value for role in roles))}", rule


def _ways(chart: type[StrictChart]) -> str:
    return _table(("From", "Move", "To"), ways(chart))


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
