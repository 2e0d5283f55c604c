"""``mandate transfer``: money moved between the frames of an office and year."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import As, AsJson, CommandId, Lang, Office
from cli.running import run

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from cli.errors import Status
    from cli.session import Session


def add_to(app: typer.Typer) -> None:
    """Put this command on *app*."""
    app.command()(transfer)


def transfer(
    ctx: typer.Context,
    *,
    office: Office,
    year: Annotated[int, typer.Option("--year", metavar="YYYY", help="The grant year.")],
    source: Annotated[str, typer.Option("--from", metavar="POT", help="The frame it leaves.")],
    target: Annotated[str, typer.Option("--to", metavar="POT", help="The frame it goes to.")],
    amount: Annotated[int, typer.Option("--amount", metavar="KRONER", min=1, help="Whole kroner.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why the leader moves it.")],
    reference: Annotated[
        str | None, typer.Option("--reference", metavar="REF", help="The directorate's reference.")
    ] = None,
    document: Annotated[
        Path | None,
        typer.Option("--document", metavar="FILE", help="The directorate's answer, kept with it."),
    ] = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Move free money between frames; earmarked money only with the directorate's document."""

    def work(session: "Session") -> "Awaitable[Status]":
        from cli.transfer_money import move

        values = {
            "office": office,
            "grant_year": year,
            "from_pot": source,
            "to_pot": target,
            "amount_kr": amount,
            "reason": reason,
            "reference": reference,
        }
        return move(session, acting, command_id, values, document)

    run(ctx, work, as_json=as_json, lang=lang)
