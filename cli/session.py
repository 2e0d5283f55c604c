"""What a command works with: a language, a database, and one way to answer people and scripts."""

import json
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import IO, TYPE_CHECKING, Any, Final, TypeAlias, cast

from rich.console import Console, RenderableType
from rich.text import Text

from cli.environment import Environment
from cli.errors import CliError, Line
from cli.shapes import plain
from cli.unbroken import UnbrokenOut, held
from cli.words import has_word, line, word
from letters.formats import Language

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

Shape: TypeAlias = Mapping[str, Any]

#: Where output is no terminal, lines are not broken at eighty signs.
_PAGE_WIDTH: Final = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The database a command works on, and what it says of itself.

    Args:
        engine: As the service.
        kind: ``local`` or ``real``.
        shift: How far case time is ahead of real time.
    """

    engine: "AsyncEngine"
    kind: str
    shift: timedelta

    @property
    def is_local(self) -> bool:
        """Whether one may act as any person here, and move the clock."""
        return self.kind == "local"


@dataclass(frozen=True, kw_only=True)
class Session:
    """What a command works with."""

    environment: Environment
    language: Language
    as_json: bool
    out: Console = field(default_factory=lambda: _console(stderr=False))
    err: Console = field(default_factory=lambda: _console(stderr=True))

    @asynccontextmanager
    async def record(self, *, patient: bool = False) -> AsyncIterator[Record]:
        """Have the database while the body runs; *patient* lets a statement take as long as it needs.

        Raises:
            AwayError: It does not answer, has no tables, or goes away meanwhile.
        """
        # Loaded where it is used: the rule book and the check of applications need no database.
        from cli.database import opened

        async with opened(self.environment.database_url(), patient=patient) as record:
            yield record

    def now(self, record: Record) -> datetime:
        """Return case time (UTC)."""
        return self.environment.now() + record.shift

    def word(self, key: str, **params: Any) -> str:
        """Return one of the command line's own texts."""
        return word(self.language, key, params)

    def word_or(self, key: str, otherwise: str, **params: Any) -> str:
        """Return one of the command line's own texts, or *otherwise* where a newer part of the house is not known yet."""
        return self.word(key, **params) if has_word(self.language, key) else otherwise

    def say(self, shape: Shape, *lines: RenderableType) -> None:
        """Answer: *shape* to scripts, *lines* to people."""
        if self.as_json:
            text = json.dumps(plain(shape), ensure_ascii=False, indent=2)
            self.out.file.write(f"{text}\n")
            return
        for shown in lines:
            self.out.print(held(shown))

    def fail(self, error: CliError) -> None:
        """Say on standard error why there is no answer; to scripts, on standard output too."""
        lines = [line(self.language, said) for said in error.lines]
        if self.as_json:
            self.say({"outcome": error.status.name.lower(), "problems": lines})
        self.complain(word(self.language, f"outcome-{error.status.name.lower()}"), *lines)

    def complain(self, title: str, *lines: Line) -> None:
        """Write a title and lines to standard error."""
        self.err.print(Text(title, style="bold"))
        for said in lines:
            self.err.print(Text(f"  {line(self.language, said)}"), soft_wrap=True)


def _console(*, stderr: bool) -> Console:
    stream = cast("IO[str]", UnbrokenOut(sys.stderr if stderr else sys.stdout))
    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _PAGE_WIDTH
    return console
