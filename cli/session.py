"""What a command works with: a language, a database, and one way to answer people and scripts."""

import json
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import IO, Any, Final, TypeAlias, cast

import asyncpg
from rich.console import Console, RenderableType
from rich.text import Text
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine

from cli.environment import Environment
from cli.errors import AwayError, CliError, Line, Phrase, UnusableError
from cli.shapes import plain
from cli.unbroken import UnbrokenOut, held
from cli.words import has_word, line, word
from deploy.local.banner import without_password
from letters.formats import Language
from storage.engine import STATEMENT_TIMEOUT_MS, create_engine
from storage.tables import installation

Shape: TypeAlias = Mapping[str, Any]

#: Where output is no terminal, lines are not broken at eighty signs.
_PAGE_WIDTH: Final = 140

#: SQLSTATE of a table that is not there.
_NO_TABLE: Final = "42P01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The database a command works on, and what it says of itself.

    Args:
        engine: As the service.
        kind: ``local`` or ``real``.
        shift: How far case time is ahead of real time.
    """

    engine: AsyncEngine
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
        url = self.environment.database_url()
        timeout = 0 if patient else STATEMENT_TIMEOUT_MS
        try:
            engine = create_engine(
                url, pool_size=3, application_name="saksgang-cli", statement_timeout_ms=timeout
            )
        except ValueError as error:
            raise UnusableError(str(error)) from error
        try:
            yield await _open(engine, without_password(url))
        except (SQLAlchemyError, OSError) as error:
            if not _is_away(error):
                raise
            raise AwayError(Phrase("database-left", {"address": without_password(url)})) from error
        finally:
            await engine.dispose()

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


async def _open(engine: AsyncEngine, address: str) -> Record:
    """Ask the database what it is; the first contact, so what is wrong with it shows here."""
    columns = (installation.c.kind, installation.c.clock_shift_us)
    try:
        async with engine.connect() as conn:
            row = (await conn.execute(select(*columns))).one_or_none()
    except (SQLAlchemyError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        if getattr(getattr(error, "orig", None), "sqlstate", None) == _NO_TABLE:
            raise AwayError(Phrase("not-migrated", {"address": address})) from error
        reason = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
        raise AwayError(Phrase("database-away", {"address": address, "reason": reason})) from error
    if row is None:
        raise AwayError(Phrase("not-migrated", {"address": address}))
    return Record(engine=engine, kind=row.kind, shift=timedelta(microseconds=row.clock_shift_us))


def _is_away(error: Exception) -> bool:
    """Say whether *error* means that the database went away, and not that we asked for nonsense."""
    if isinstance(error, BrokenPipeError):
        return False
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return lost or isinstance(error, OSError | PoolTimeoutError)


def _console(*, stderr: bool) -> Console:
    stream = cast("IO[str]", UnbrokenOut(sys.stderr if stderr else sys.stdout))
    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _PAGE_WIDTH
    return console
