"""What there is to call for the installation itself: start, migrate, rebuild, demo, clock."""

from datetime import datetime
from typing import Annotated, Final

import typer

from cli.errors import CliError
from cli.options import AsJson, Lang
from cli.running import run, session_of

_PANEL: Final = "Installation"


def add_to(app: typer.Typer) -> None:
    """Put these commands on *app*."""
    for command in (up, demo, worker, migrate, rebuild, clock):
        app.command(rich_help_panel=_PANEL)(command)


def up(
    ctx: typer.Context,
    *,
    empty: Annotated[bool, typer.Option("--empty", help="Begin a new one without demo cases.")] = False,
    lang: Lang = None,
) -> None:
    """Start PostgreSQL, Temporal, the worker and the web here; Ctrl-C stops them, the next start goes on."""
    from cli import installation

    run(ctx, lambda session: installation.up(session, empty=empty), lang=lang)


def demo(
    *,
    as_of: Annotated[
        datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="Day of the overdue list.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Leave its folder, and say where.")] = False,
    as_json: AsJson = False,
) -> None:
    """Let many applications live their whole lives in seconds, in a house of their own."""
    from cli.demo import run_demo

    raise typer.Exit(run_demo(as_json, as_of.date() if as_of else None, keep=keep))


def worker(ctx: typer.Context, *, lang: Lang = None) -> None:
    """Run a worker in the foreground (DATABASE_URL, the TEMPORAL_* settings)."""
    from cli import installation

    try:
        installation.work(ctx.obj)
    except CliError as error:
        session_of(ctx, lang=lang).fail(error)
        raise typer.Exit(error.status.value) from None


def migrate(
    ctx: typer.Context,
    *,
    sql: Annotated[bool, typer.Option("--sql", help="Print the SQL instead of running it.")] = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Bring the database's tables to what this build needs (DATABASE_OWNER_URL)."""
    from cli import installation

    run(ctx, lambda session: installation.migrate(session, sql=sql), as_json=as_json, lang=lang)


def rebuild(ctx: typer.Context, *, as_json: AsJson = False, lang: Lang = None) -> None:
    """Give every open case and round its workflow again; safe at any time."""
    from cli import installation

    run(ctx, installation.rebuild, as_json=as_json, lang=lang)


def clock(
    ctx: typer.Context,
    *,
    at: Annotated[
        str | None,
        typer.Option("--at", metavar="YYYY-MM-DD[THH:MM]", help="Move the cases' time forward to here."),
    ] = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show the time the cases live in; on a local installation, move it to see what the years bring."""
    from cli import installation

    if at is None:
        run(ctx, installation.show_clock, as_json=as_json, lang=lang)
    else:
        run(ctx, lambda session: installation.set_clock(session, at), as_json=as_json, lang=lang)
