"""How a command can end, as an exit status that scripts can tell apart and a sentence that people can act on.

The tree::

    CliError
    ├── UnusableError    what was given cannot be used; nothing was stored
    └── AwayError        nothing runs here, or the database or the engine does not answer

A refusal is no error: it is ``domain.refusal.Refused``, an answer with a rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from domain.refusal import Param


class Status(IntEnum):
    """Exit statuses. Typer itself ends with 2 where options cannot be understood."""

    DONE = 0
    REFUSED = 1
    UNUSABLE = 2
    RECEIVED = 3
    AWAY = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text of the catalogues that is not yet in a language.

    Args:
        key: Its key, in ``cli/locales``.
        params: What it shows.
    """

    key: str
    params: Mapping[str, "Param | Phrase"] = field(default_factory=dict)


Line: TypeAlias = Phrase | str
"""One line to a person: words of ours, a problem (``domain.problems``), or text from elsewhere."""


class CliError(Exception):
    """A command that did not come to an answer.

    Args:
        lines: What is wrong, a line each.
    """

    status: Status

    def __init__(self, *lines: Line) -> None:
        super().__init__(*lines)
        self.lines = lines


class UnusableError(CliError):
    """What was given cannot be used. Nothing was stored."""

    status = Status.UNUSABLE


class AwayError(CliError):
    """What the command needs does not run, or does not answer."""

    status = Status.AWAY
