"""What every decision looks at, and the questions that many of them ask."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from domain.actors import Actor
from domain.case import Case
from domain.commands import Body, Command
from domain.facts import Facts
from domain.instants import local_day, local_year
from domain.lifecycle import Move, after, moves
from domain.refusal import Refused
from domain.ruleset import RuleSet, Severity

B_co = TypeVar("B_co", bound=Body, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(Generic[B_co]):
    """One command with all that it is decided on.

    Args:
        case: The case before the command.
        body: What is asked.
        command: The envelope: who, when it arrived.
        facts: What was read under locks.
        rules: The rule set that the case is pinned to.
        now: The instant the decision counts from (UTC): receipt for legally dated acts, else the present.
    """

    case: Case
    body: B_co
    command: Command
    facts: Facts
    rules: RuleSet
    now: datetime

    @property
    def actor(self) -> Actor:
        """Who asks."""
        return self.command.actor

    @property
    def by(self) -> str:
        """The subject who asks, as it goes into events."""
        return self.command.actor.subject

    @property
    def today(self) -> date:
        """The Norwegian day of the decision."""
        return local_day(self.now)

    def need(self, move: Move, rule: str) -> None:
        """Refuse unless the statechart has *move* from the case's stage.

        Raises:
            Refused: ``not_possible_now``, with what the stage does allow.
        """
        if after(self.case.stage, move) is None:
            possible = sorted(found.value for found in moves(self.case.stage))
            raise Refused(
                "not_possible_now", rule, command=move.value, stage=self.case.stage.value, possible=possible
            )

    def not_now(self, rule: str) -> Refused:
        """Return the refusal of a command that the stage of the case does not take."""
        kind: str = type(self.body).model_fields["kind"].default
        possible = sorted(found.value for found in moves(self.case.stage))
        return Refused("not_possible_now", rule, command=kind, stage=self.case.stage.value, possible=possible)

    def need_nothing_lacking(self) -> None:
        """Refuse to give money while an error of the formal checks stands: what came on paper was received with it.

        Raises:
            Refused: ``application_lacks``, with every error as ``code|rule``.
        """
        remarks = (remark.split(":") for remark in self.case.remarks)
        errors = [(code, rule) for severity, code, rule in remarks if severity == Severity.ERROR]
        if errors:
            raise Refused("application_lacks", errors[0][1], lacking=["|".join(error) for error in errors])

    def need_budget_year(self) -> None:
        """Refuse once the grant year is over: the authority to spend its money has ended (R26-02, I21-27, E15, E37).

        Raises:
            Refused: ``authority_lapsed``.
        """
        within = self.rules.paid_in_grant_year
        if local_year(self.now) > self.case.grant_year:
            rule = within.rule if within.value else "E37"
            raise Refused("authority_lapsed", rule, year=self.case.grant_year)

    def need_future(self, day: date, rule: str) -> None:
        """Refuse a last day that is not after today.

        Raises:
            Refused: ``day_not_in_future``.
        """
        if day <= self.today:
            raise Refused(
                "day_not_in_future", rule, given_day=day.isoformat(), today_day=self.today.isoformat()
            )
