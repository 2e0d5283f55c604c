"""What every register command asks first: may this person, and at which office."""

from datetime import date
from typing import Final

from domain.actors import Actor, Role
from domain.refusal import Refused

#: Those who keep the office's registers.
KEEPERS: Final = frozenset({Role.CASE_OFFICER, Role.LEADER})

LEADERS: Final = frozenset({Role.LEADER})


def check_keeper(
    command: str, actor: Actor, office: str, rule: str, roles: frozenset[Role] = KEEPERS
) -> None:
    """Refuse *command* unless *actor* has one of *roles* at *office*.

    Raises:
        Refused: ``role_not_allowed`` or ``other_office``; these also go to the access log.
    """
    if actor.role not in roles:
        allowed = sorted(role.value for role in roles)
        raise Refused("role_not_allowed", rule, role=actor.role.value, allowed=allowed, command=command)
    if actor.unit != office:
        raise Refused("other_office", "R26-45", office=office, unit=actor.unit)


def check_not_ahead(day: date, today: date, rule: str) -> None:
    """Refuse a *day* on which something is said to have happened, where it lies ahead of *today*."""
    if day > today:
        raise Refused("day_ahead", rule, given_day=day.isoformat(), today_day=today.isoformat())


def check_order(first_day: date, last_day: date | None, rule: str) -> None:
    """Refuse a last day before the first."""
    if last_day is not None and last_day < first_day:
        raise Refused(
            "last_day_before_first",
            rule,
            first_day=first_day.isoformat(),
            last_day=last_day.isoformat(),
        )
