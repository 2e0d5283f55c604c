"""What there is to call for the outreach list of an office and year."""

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
    name="outreach",
    help="Which municipalities were invited, answered and joined; and those in no network.",
    no_args_is_help=True,
)

Year: TypeAlias = Annotated[
    int | None, typer.Option("--year", metavar="YYYY", help="The year; this year where left out.")
]
Tick: TypeAlias = Annotated[
    str, typer.Argument(metavar="[invited|answered|joined]", help="How far they have come.")
]


@app.command("list")
def list_(
    ctx: typer.Context,
    *,
    office: Office,
    year: Year = None,
    outside: Annotated[bool, typer.Option("--outside", help="Only municipalities in no network.")] = False,
    acting: As = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """List an office's municipalities; special attention only as a person of the office (--as)."""
    from cli.outreach_list import show_outreach

    run(
        ctx,
        lambda session: show_outreach(session, office, year, acting, outside=outside),
        as_json=as_json,
        lang=lang,
    )


@app.command()
def tick(
    ctx: typer.Context,
    *,
    tick: Tick,
    municipality: Annotated[
        list[str] | None, typer.Argument(metavar="[MUNICIPALITY]...", help="Numbers or names.")
    ] = None,
    everyone: Annotated[
        bool, typer.Option("--everyone", help="All of the office that are not ticked yet.")
    ] = False,
    office: Office,
    year: Year = None,
    day: OnDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Tick municipalities as invited, answered or joined."""
    values = {
        "office": office,
        "year": year,
        "tick": tick,
        "municipalities": municipality or [],
        "everyone": everyone,
        "ticked_on": day,
    }
    _change(ctx, "tick_municipalities", values, (acting, command_id, as_json, lang))


@app.command()
def untick(
    ctx: typer.Context,
    *,
    tick: Tick,
    municipality: Annotated[str, typer.Argument(metavar="MUNICIPALITY", help="Number or name.")],
    office: Office,
    year: Year = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Take a tick back that was set by mistake."""
    values = {"office": office, "year": year, "tick": tick, "municipality": municipality}
    _change(ctx, "untick_municipality", values, (acting, command_id, as_json, lang))


@app.command()
def attention(
    ctx: typer.Context,
    *,
    municipality: Annotated[str, typer.Argument(metavar="MUNICIPALITY", help="Number or name.")],
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why; never about single children.")],
    access: Annotated[
        str,
        typer.Option(
            "--access", metavar="CLASS", help="open, internal or confidential: assessed beforehand."
        ),
    ],
    remove: Annotated[bool, typer.Option("--remove", help="Take the mark away.")] = False,
    office: Office,
    year: Year = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Mark a municipality for special attention; only the office sees it."""
    values = {
        "office": office,
        "year": year,
        "municipality": municipality,
        "marked": not remove,
        "access": access,
        "note": note,
    }
    _change(ctx, "mark_attention", values, (acting, command_id, as_json, lang))


def _change(
    ctx: typer.Context, kind: str, values: dict[str, Any], common: tuple[str | None, Any, bool, Any]
) -> None:
    acting, command_id, as_json, lang = common

    def work(session: "Session") -> "Awaitable[Status]":
        from cli.outreach_list import change_outreach

        return change_outreach(session, acting, command_id, kind, values)

    run(ctx, work, as_json=as_json, lang=lang)
