"""What there is to call for who is logged in."""

from typing import Annotated, Final

import typer

from cli.options import AsJson, Lang
from cli.running import run

app: Final = typer.Typer(name="access", help="Who is logged in.", no_args_is_help=True)


@app.callback()
def access() -> None:
    """Who is logged in."""


@app.command("end-sessions")
def end_sessions(
    ctx: typer.Context,
    *,
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT", help="The login's name for the person, as the history has it.")
    ],
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Log somebody out everywhere, at once; what the person may do stays. That it was done is noted."""
    from cli import access

    run(ctx, lambda session: access.end_sessions(session, subject), as_json=as_json, lang=lang)
