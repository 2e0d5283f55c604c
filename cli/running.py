"""One command from its options to its exit status: whatever comes of it, the same status says it everywhere.

What a command needs is loaded when one is run: help must be there at once.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

import typer

from cli.errors import CliError, Status

if TYPE_CHECKING:
    from cli.session import Session

Work: TypeAlias = "Callable[[Session], Awaitable[Status]]"


def run(ctx: typer.Context, work: Work, *, as_json: bool = False, lang: str | None = None) -> None:
    """Do the *work* of one command and end the process with its status.

    Raises:
        typer.Exit: always, with the status.
    """
    from cli.refusing import refuse
    from domain.refusal import Refused

    session = session_of(ctx, as_json=as_json, lang=lang)
    try:
        with _quiet():
            status = asyncio.run(_awaited(work, session))
    except Refused as refused:
        status = refuse(session, refused)
    except CliError as error:
        session.fail(error)
        status = error.status
    raise typer.Exit(status.value)


def session_of(ctx: typer.Context, *, as_json: bool = False, lang: str | None = None) -> "Session":
    """Return the session of the command that *ctx* belongs to."""
    from cli.session import Session
    from letters.formats import Language

    language = Language(lang or ctx.meta.get("lang") or Language.NB)
    return Session(environment=ctx.obj, language=language, as_json=as_json)


async def _awaited(work: Work, session: "Session") -> Status:
    return await work(session)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the house's log lines off the terminal: a command says in its own words what came of it."""
    import logging

    import structlog

    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    try:
        yield
    finally:
        structlog.configure(**before)
