"""What there is to call to check applications without submitting them."""

from pathlib import Path
from typing import Annotated

import typer

from cli.options import AsJson, Lang
from cli.running import run


def add_to(app: typer.Typer) -> None:
    """Put this command on *app*."""
    app.command()(check)


def check(
    ctx: typer.Context,
    *,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Applications (JSON), folders of them, or - for standard input."
        ),
    ],
    key: Annotated[
        str | None,
        typer.Option(
            "--ruleset",
            metavar="KEY",
            help="By which rules; the newest for the application's strand and year.",
        ),
    ] = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Check applications without submitting them: exit 0 acceptable, 1 not, 2 unusable."""
    from cli.checking import check_applications

    run(ctx, lambda session: check_applications(session, files, key), as_json=as_json, lang=lang)
