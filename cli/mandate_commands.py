"""What there is to call for mandates."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final
from uuid import uuid4

import typer

from cli.errors import Status
from cli.options import As, AsJson, CommandId, Lang, Office
from cli.running import run

if TYPE_CHECKING:
    from cli.session import Session

app: Final = typer.Typer(
    name="mandate",
    help="The directorate's letter of allocation to an office, and its frames.",
    no_args_is_help=True,
)

Year = Annotated[int | None, typer.Option("--year", metavar="YYYY", help="The grant year.")]


@app.command("set")
def set_(
    ctx: typer.Context,
    *,
    file: Annotated[
        Path | None, typer.Argument(help="The mandate (TOML); or give the options below.")
    ] = None,
    office: Office = None,
    year: Year = None,
    reference: Annotated[str | None, typer.Option(help="Reference of the letter.")] = None,
    frames: Annotated[
        list[str] | None,
        typer.Option(
            "--frame", metavar="POT=KRONER[:earmarked]", help="One pot; may be given several times."
        ),
    ] = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register a mandate, or a change of it, as a leader of the office."""
    from cli.mandates import mandate_of, set_mandate

    async def work(session: "Session") -> Status:
        body = mandate_of(file, office, year, reference, frames or [])
        return await set_mandate(session, body, acting, command_id or uuid4())

    run(ctx, work, as_json=as_json, lang=lang)


@app.command("show")
def show(
    ctx: typer.Context,
    *,
    office: Office = None,
    year: Year = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show the frames: given, granted, paid, free."""
    from cli.mandates import show_mandates

    run(ctx, lambda session: show_mandates(session, office, year), as_json=as_json, lang=lang)


@app.command("national")
def national(ctx: typer.Context, *, year: Year = None, as_json: AsJson = False, lang: Lang = None) -> None:
    """Show the country's sums of a year, where the source tells them, beside what the offices were given."""
    from cli.mandates import show_national

    run(ctx, lambda session: show_national(session, year), as_json=as_json, lang=lang)
