"""The command line, put together: what there is to call, and nothing of what it does."""

from importlib.metadata import version
from typing import Annotated, Final

import typer

from cli import (
    access_commands,
    case_commands,
    check,
    dispatch,
    erasing_commands,
    everyday_commands,
    historical,
    installation_commands,
    mandate_commands,
    network,
    office,
    office_setting,
    organisation,
    outreach,
    project,
    round_commands,
    rules,
    trail_commands,
    transfer,
)
from cli.options import Lang
from cli.spoken import speaking

app: Final = typer.Typer(
    name="saksgang",
    epilog="Exit status: 0 done, 1 refused, 2 unusable input, 3 received but not carried out yet, 4 nothing answers.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
installation_commands.add_to(app)
everyday_commands.add_to(app)
check.add_to(app)
app.add_typer(mandate_commands.app)
app.add_typer(round_commands.app)
app.add_typer(rules.app)
app.add_typer(case_commands.app)
app.add_typer(network.app)
app.add_typer(project.app)
app.add_typer(outreach.app)
app.add_typer(organisation.app)
app.add_typer(office.app)
app.add_typer(dispatch.app)
transfer.add_to(mandate_commands.app)
office_setting.add_to(office.app)
historical.add_to(case_commands.app)
erasing_commands.add_to(case_commands.app)
app.add_typer(access_commands.app)
app.add_typer(trail_commands.app)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(version("saksgang"))
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
]


@app.callback()
def root(ctx: typer.Context, *, lang: Lang = None, _version: Version = False) -> None:
    """Durable handling of state grant cases, from application to audited accounts or money returned."""
    # Here, so that help and version need not wait for everything a command needs.
    from cli.environment import Environment

    ctx.obj = ctx.obj or Environment.of_process()
    ctx.meta["lang"] = lang


speaking(app)

if __name__ == "__main__":
    app()
