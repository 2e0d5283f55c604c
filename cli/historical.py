"""``case import``, ``case historical`` and ``case meet-historical``: cases from before this system (E45)."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.network_options import OnDay
from cli.options import As, AsJson, CommandId, Lang, Office
from cli.running import run

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from cli.errors import Status
    from cli.session import Session


def add_to(app: typer.Typer) -> None:
    """Put these commands on *app*."""
    app.command("import")(import_)
    app.command("historical")(historical)
    app.command("meet-historical")(met)


def import_(
    ctx: typer.Context,
    *,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="Spreadsheet as CSV: semicolons, UTF-8, headings first."),
    ] = None,
    template: Annotated[bool, typer.Option("--template", help="Print the headings instead.")] = False,
    office: Office = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Bring in old cases as historical; nothing is stored when any row has a mistake."""

    def work(session: "Session") -> "Awaitable[Status]":
        from cli.historical_cases import import_file, show_template

        if template:
            return show_template(session)
        return import_file(session, acting, command_id, file, office)

    run(ctx, work, as_json=as_json, lang=lang)


def historical(
    ctx: typer.Context, *, office: Office = None, as_json: AsJson = False, lang: Lang = None
) -> None:
    """List old cases, the newest year first."""
    from cli.historical_cases import show_cases

    run(ctx, lambda session: show_cases(session, office), as_json=as_json, lang=lang)


def met(
    ctx: typer.Context,
    *,
    reference: Annotated[str, typer.Argument(metavar="REFERENCE", help="The old case's number.")],
    kind: Annotated[
        str, typer.Argument(metavar="[use_until|report_due|audit_due]", help="Which date is met.")
    ],
    office: Office,
    year: Annotated[int, typer.Option("--year", metavar="YYYY", help="Its grant year.")],
    day: OnDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Note that what was waited for in an old case has come."""
    values: dict[str, Any] = {
        "office": office,
        "grant_year": year,
        "reference": reference,
        "date_kind": kind,
        "met_on": day,
    }

    def work(session: "Session") -> "Awaitable[Status]":
        from cli.historical_cases import meet

        return meet(session, acting, command_id, values)

    run(ctx, work, as_json=as_json, lang=lang)
