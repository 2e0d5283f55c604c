"""The years that no source gives rules for: what is known all the same, and a rule set in which the rest is silent.

A round for such a year opens only when a person has filled in what it cannot do without (``domain.rulebook.opening``).
Until then the rule set serves to check an application: it flags what is known, such as other services before 2021.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from domain.problems import problems
from domain.ruleset import (
    Audit,
    Check,
    Clock,
    Key,
    Pot,
    Reporting,
    Ruled,
    RuleSet,
    RuleSetError,
    Severity,
    Strand,
    StrandRules,
    Timer,
    Use,
    Year,
)

#: The rule behind a silence that no source explains: the table of parameters by year.
_TABLE: Final = "§1b"

#: What holds in every year: the program's own checks, and the chapter of the budget.
_ALWAYS: Final = {
    Check.BUDGET_ADDS_UP: {"value": Severity.ERROR, "rule": "E33"},
    Check.APPLICANT_IS_MEMBER: {"value": Severity.WARNING, "rule": "E46"},
    Check.LEADERS_ONLY: {"value": Severity.OFF, "rule": _TABLE},
    Check.FIXED_ARENA: {"value": Severity.OFF, "rule": _TABLE},
    Check.LIMITED_PARTICIPANTS: {"value": Severity.OFF, "rule": _TABLE},
    Check.NO_IDENTITY_NUMBERS: {"value": Severity.WARNING, "rule": "E41"},
}

_SILENT: Final[Mapping[str, object]] = MappingProxyType({"silent": True, "rule": _TABLE})


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Hearsay(_Part):
    """What offices' public pages say of a year: a help for the person who fills it in, and no rule."""

    about: Key
    words: Annotated[str, Field(min_length=1, max_length=120)]


class YearBetween(_Part):
    """A year without a source.

    Args:
        year: The grant year.
        pots: The pots of that year, by what other sources say.
        checks: The few checks that other sources settle for that year.
        known: What offices' public pages say.
    """

    year: Year
    pots: tuple[Pot, ...]
    checks: dict[Check, Ruled[Severity]]
    known: tuple[Hearsay, ...]

    @property
    def key(self) -> str:
        """The key of its rule set, which is not one of the guidelines' five."""
        return f"{self.year}-incomplete"


class _Years(_Part):
    years: tuple[YearBetween, ...]


def parse_years(text: str) -> Mapping[int, YearBetween]:
    """Return every year without a source that the TOML *text* describes, by its number.

    Raises:
        RuleSetError: naming every key that is missing, unknown or wrong.
    """
    try:
        years = _Years.model_validate(tomllib.loads(text)).years
    except ValidationError as error:
        raise RuleSetError(problems(error)) from error
    return MappingProxyType({one.year: one for one in years})


def rules_of(year: YearBetween, timers: Mapping[Clock, Timer]) -> RuleSet:
    """Return the rule set of *year*: what is known is a value, everything else is silent.

    Args:
        year: The year.
        timers: The ladders of reminders and tasks; they are the house's own and the same every year.
    """
    return RuleSet.model_validate(
        {
            "key": year.key,
            "title": f"{year.year}: ingen retningslinjer blant kildene",
            "issuer": "bufdir",
            "grant_year": year.year,
            "valid_from": date(year.year, 1, 1),
            "valid_to": date(year.year, 12, 31),
            "source_document": "Ingen kilde for dette året",
            "source_incomplete": True,
            "budget_item": {"value": "kap. 854 post 61", "rule": "§6.4"},
            "strands": {Strand.LEARNING: _strand(year)},
            "pots": [pot.model_dump() for pot in year.pots],
            "use": _all_silent(Use),
            "reporting": _all_silent(Reporting),
            "audit": _all_silent(Audit),
            "timers": dict(timers),
            "paid_in_grant_year": _SILENT,
            "unspent_repaid": _SILENT,
        }
    )


def _strand(year: YearBetween) -> dict[str, Any]:
    known = {check: ruled.model_dump() for check, ruled in year.checks.items()}
    lists = {"minimum_members": {"rule": _TABLE}, "criteria": {"rule": _TABLE}}
    return {
        **_all_silent(StrandRules),
        "silent_lists": lists,
        "minimum_members": (),
        "criteria": (),
        "checks": {check: known.get(check, _ALWAYS.get(check, _SILENT)) for check in Check},
    }


def _all_silent(part: type[BaseModel]) -> dict[str, Any]:
    return {name: _SILENT for name, field in part.model_fields.items() if field.is_required()}
