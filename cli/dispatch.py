"""What there is to call for messages that have not left the house."""

from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

import typer

from cli.network_options import OnDay
from cli.options import As, AsJson, CommandId, Lang, Office
from cli.running import run

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from cli.errors import Status
    from cli.session import Session

app: Final = typer.Typer(
    name="dispatch", help="Messages and orders to pay that have not left the house.", no_args_is_help=True
)

About: TypeAlias = Annotated[
    str, typer.Argument(metavar="CASE|ROUND", help="Number of the case or the round: SFIN-2026-17.")
]


@app.command("list")
def list_(ctx: typer.Context, *, office: Office, as_json: AsJson = False, lang: Lang = None) -> None:
    """List what was given up, and what still waits to be sent."""
    from cli.dispatching import show_stopped

    run(ctx, lambda session: show_stopped(session, str(office)), as_json=as_json, lang=lang)


@app.command()
def again(
    ctx: typer.Context,
    *,
    about: About,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Send what was given up, once what stopped it is mended."""
    _change(ctx, "send_again", {"about": about}, (acting, command_id, as_json, lang))


@app.command()
def otherwise(
    ctx: typer.Context,
    *,
    about: About,
    event: Annotated[
        int, typer.Option("--event", metavar="NO", help="The event it follows from; `case show` has it.")
    ],
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="How it was sent, and the proof.")],
    day: OnDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Say that a message came to its recipient in another way; it is then not sent."""
    values = {"about": about, "seq": event, "note": note, "sent_on": day}
    _change(ctx, "note_sent_otherwise", values, (acting, command_id, as_json, lang))


def _change(
    ctx: typer.Context, kind: str, values: dict[str, Any], common: tuple[str | None, Any, bool, Any]
) -> None:
    acting, command_id, as_json, lang = common

    def work(session: "Session") -> "Awaitable[Status]":
        from cli.dispatching import change_dispatch

        return change_dispatch(session, acting, command_id, kind, values)

    run(ctx, work, as_json=as_json, lang=lang)
