"""What there is to call for the office's own duties of the year."""

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
    name="office",
    help="What an office does once for each year, and what it sets for itself.",
    no_args_is_help=True,
)

Year: TypeAlias = Annotated[int, typer.Option("--year", metavar="YYYY", help="The year it is about.")]
Duty: TypeAlias = Annotated[
    str, typer.Argument(metavar="DUTY", help="Its key; `office duties` has them: report_to_directorate …")
]


@app.command()
def duties(
    ctx: typer.Context, *, office: Office, year: Year, as_json: AsJson = False, lang: Lang = None
) -> None:
    """List the duties about one year: when each is due, and when it was done."""
    from cli.office_year import show_duties

    run(ctx, lambda session: show_duties(session, str(office), year), as_json=as_json, lang=lang)


@app.command()
def done(
    ctx: typer.Context,
    *,
    duty: Duty,
    office: Office,
    year: Year,
    day: OnDay = None,
    reference: Annotated[
        str | None,
        typer.Option("--reference", metavar="NO", help="The document's number in the archive; no names."),
    ] = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Say that a duty is done; its task goes away."""
    values = {"office": office, "year": year, "duty": duty, "done_on": day, "reference": reference}
    _change(ctx, "do_yearly_duty", values, (acting, command_id, as_json, lang))


@app.command()
def undo(
    ctx: typer.Context,
    *,
    duty: Duty,
    office: Office,
    year: Year,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Take back what was said by mistake."""
    values = {"office": office, "year": year, "duty": duty}
    _change(ctx, "undo_yearly_duty", values, (acting, command_id, as_json, lang))


def _change(
    ctx: typer.Context, kind: str, values: dict[str, Any], common: tuple[str | None, Any, bool, Any]
) -> None:
    acting, command_id, as_json, lang = common

    def work(session: "Session") -> "Awaitable[Status]":
        from cli.office_year import change_duty

        return change_duty(session, acting, command_id, kind, values)

    run(ctx, work, as_json=as_json, lang=lang)
