"""What there is to call every day: hand in, see what waits, see what is late; and the schema of an application."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final
from uuid import uuid4

import typer

from cli.options import As, AsJson, CommandId, Lang, Limit, Office, RoleName
from cli.running import run

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from cli.errors import Status
    from cli.session import Session

_SCHEMA: Final = Path("examples/application.schema.json")


def add_to(app: typer.Typer) -> None:
    """Put these commands on *app*."""
    for command in (submit, tasks, overdue, schema):
        app.command()(command)


def submit(
    ctx: typer.Context,
    *,
    file: Annotated[Path, typer.Argument(help="The application (JSON), or - for standard input.")],
    round_no: Annotated[str, typer.Option("--round", metavar="NO", help="Number or id of the round.")],
    received: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD[THH:MM]", help="When it reached the office, on the Norwegian clock."
        ),
    ] = None,
    original: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The file as it came, at most 20 MB; kept with the case."),
    ] = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register an application by hand as case officer; as applicant_signatory@ORGNR hand it in."""
    from cli.submission import Submission
    from cli.submission import submit as hand_in

    def work(session: "Session") -> "Awaitable[Status]":
        given = Submission(
            file=file,
            round_no=round_no,
            received=received,
            original=original,
            acting=acting,
            command_id=command_id or uuid4(),
        )
        return hand_in(session, given)

    run(ctx, work, as_json=as_json, lang=lang)


def tasks(
    ctx: typer.Context,
    *,
    office: Office = None,
    role: RoleName = None,
    limit: Limit = 50,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show what waits for somebody, the most pressing first; with --office also what belongs to no case."""
    from cli import lists

    run(ctx, lambda session: lists.show_tasks(session, office, role, limit), as_json=as_json, lang=lang)


def overdue(
    ctx: typer.Context,
    *,
    office: Office = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="As the list stands on that day.")
    ] = None,
    limit: Limit = 50,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show what is past its date, from the database: right also when the engine is down. With --office its own duties too."""
    from cli import lists

    run(ctx, lambda session: lists.show_overdue(session, office, as_of, limit), as_json=as_json, lang=lang)


def schema(
    ctx: typer.Context,
    *,
    check: Annotated[bool, typer.Option("--check", help="Say whether FILE is this build's schema.")] = False,
    file: Annotated[Path, typer.Option(metavar="FILE", help="What --check looks at.")] = _SCHEMA,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Print the JSON Schema of an application file."""
    from cli.schema import check_schema, show_schema

    if check:
        run(ctx, lambda session: check_schema(session, file), as_json=as_json, lang=lang)
    else:
        run(ctx, show_schema, lang=lang)
