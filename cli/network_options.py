"""Options that the commands of networks share, and how each of them is sent."""

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias
from uuid import UUID

import typer

from cli.running import run

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from cli.errors import Status
    from cli.session import Session

Network: TypeAlias = Annotated[
    str, typer.Argument(metavar="NETWORK", help="Id of the network, or a part of its name.")
]
Municipality: TypeAlias = Annotated[
    str, typer.Argument(metavar="MUNICIPALITY", help="Number (3403) or name (Hamar).")
]
OfMunicipality: TypeAlias = Annotated[
    str | None, typer.Option("--municipality", metavar="NUMBER|NAME", help="Of which member.")
]
Name: TypeAlias = Annotated[str | None, typer.Option("--name", metavar="NAME", help="Who or what it is.")]
FromDay: TypeAlias = Annotated[
    str | None, typer.Option("--from", metavar="YYYY-MM-DD", help="First day; today where left out.")
]
LastDay: TypeAlias = Annotated[
    str | None, typer.Option("--last-day", metavar="YYYY-MM-DD", help="Last day; today where left out.")
]
OnDay: TypeAlias = Annotated[
    str | None, typer.Option("--on", metavar="YYYY-MM-DD", help="The day; today where left out.")
]
End: TypeAlias = Annotated[
    int | None, typer.Option("--end", metavar="NUMBER", help="End this one; `network show` has the numbers.")
]
AsOf: TypeAlias = Annotated[
    str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="As it stands on that day.")
]

Common: TypeAlias = tuple[str | None, UUID | None, bool, Any]
"""Whom one acts as, the command's id, whether in JSON, and the language."""


def ask(ctx: typer.Context, network: str, kind: str, values: dict[str, Any], common: Common) -> None:
    """Ask a network for *kind*; *values* are the fields of the command, the day left out where it is today."""
    acting, command_id, as_json, lang = common

    def work(session: "Session") -> "Awaitable[Status]":
        from cli.networking import change_network

        return change_network(session, acting, command_id, given=network, kind=kind, values=values)

    run(ctx, work, as_json=as_json, lang=lang)


def begin_or_end(
    begin: str, values: dict[str, Any], finish: str, ending: tuple[int | None, str | None]
) -> tuple[str, dict[str, Any]]:
    """Return the command that is meant: to end a number on a last day, or else to begin what *values* describe.

    Raises:
        typer.BadParameter: Both or neither is meant; the first of *values* is the name.
    """
    number, last_day = ending
    named = next(iter(values.values())) is not None
    if named == (number is not None):
        raise typer.BadParameter("give either --name, or --end with a number")
    return (begin, values) if number is None else (finish, {"number": number, "last_day": last_day})
