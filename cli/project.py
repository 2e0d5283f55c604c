"""What there is to call for projects."""

from typing import Annotated, Final

import typer

from cli.options import AsJson, Lang, Office
from cli.running import run

app: Final = typer.Typer(
    name="project", help="Projects over the years, whoever was their host.", no_args_is_help=True
)


@app.command("list")
def list_(
    ctx: typer.Context,
    *,
    office: Office = None,
    network: Annotated[
        str | None,
        typer.Option("--network", metavar="NETWORK", help="Of one network: its id, or a part of its name."),
    ] = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """List projects; those that look alike are told (a network may have several)."""
    from cli.project_list import show_projects

    run(ctx, lambda session: show_projects(session, office, network), as_json=as_json, lang=lang)


@app.command()
def show(
    ctx: typer.Context,
    *,
    project: Annotated[str, typer.Argument(metavar="ID", help="Id of the project; `project list` has it.")],
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show one project: each year's case with host, stage and money."""
    from cli.project_list import show_project

    run(ctx, lambda session: show_project(session, project), as_json=as_json, lang=lang)
