"""``office set`` and ``office show``: what an office sets for itself where the law leaves it room."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import As, AsJson, CommandId, Lang, Office
from cli.running import run

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from cli.errors import Status
    from cli.session import Session


def add_to(app: typer.Typer) -> None:
    """Put these commands on *app*."""
    app.command("set")(set_)
    app.command("show")(show)


def set_(
    ctx: typer.Context,
    *,
    office: Office,
    attestor_may_recommend: Annotated[
        bool | None,
        typer.Option(
            "--attestor-may-recommend/--attestor-may-not-recommend",
            help="Whether who attests a payment may have recommended the grant.",
            show_default=False,
        ),
    ] = None,
    write_off_limit: Annotated[
        int | None,
        typer.Option(
            "--write-off-limit", metavar="KRONER", min=0, help="How much of one claim a leader may give up."
        ),
    ] = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Change settings of the office, as a leader of it; what is not given stays as it is."""

    def work(session: "Session") -> "Awaitable[Status]":
        from cli.office_settings import set_office

        return set_office(session, acting, command_id, office, attestor_may_recommend, write_off_limit)

    run(ctx, work, as_json=as_json, lang=lang)


def show(ctx: typer.Context, *, office: Office, as_json: AsJson = False, lang: Lang = None) -> None:
    """Show the settings of an office."""

    def work(session: "Session") -> "Awaitable[Status]":
        from cli.office_settings import show_office

        return show_office(session, str(office))

    run(ctx, work, as_json=as_json, lang=lang)
