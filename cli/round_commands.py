"""What there is to call for rounds."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final
from uuid import uuid4

import typer

from cli.errors import Status
from cli.options import As, AsJson, CommandId, Lang, Office
from cli.running import run

if TYPE_CHECKING:
    from cli.session import Session

app: Final = typer.Typer(name="round", help="Rounds of applications.", no_args_is_help=True)


@app.command("open")
def open_(
    ctx: typer.Context,
    *,
    file: Annotated[Path, typer.Argument(help="The round (TOML); deadlines are Norwegian wall clock.")],
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Announce a round, as a leader of the office."""
    from cli.rounds import open_round, round_in

    async def work(session: "Session") -> Status:
        return await open_round(session, round_in(file), acting, command_id or uuid4())

    run(ctx, work, as_json=as_json, lang=lang)


@app.command("list")
def list_(ctx: typer.Context, *, office: Office = None, as_json: AsJson = False, lang: Lang = None) -> None:
    """List the rounds, the newest year first."""
    from cli.rounds import list_rounds

    run(ctx, lambda session: list_rounds(session, office), as_json=as_json, lang=lang)


@app.command("show")
def show(
    ctx: typer.Context,
    *,
    number: Annotated[str, typer.Argument(metavar="ROUND", help="Round number (SFIN-2026-R1) or id.")],
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show one round with its criteria and what has happened."""
    from cli.rounds import show_round

    run(ctx, lambda session: show_round(session, number), as_json=as_json, lang=lang)


@app.command("ranking")
def ranking(
    ctx: typer.Context,
    *,
    number: Annotated[str, typer.Argument(metavar="ROUND", help="Round number (SFIN-2026-R1) or id.")],
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show the applications of a round in their places, held against the frame."""
    from cli.round_ranking import show_ranking

    run(ctx, lambda session: show_ranking(session, number), as_json=as_json, lang=lang)
