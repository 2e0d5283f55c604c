"""``case erasable`` and ``case erase``: what of a case can be erased, and is."""

from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from cli.options import As, AsJson, CaseArgument, CommandId, Lang
from cli.running import run

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from cli.errors import Status
    from cli.session import Session


def add_to(app: typer.Typer) -> None:
    """Put these commands on *app*."""
    app.command("erasable")(erasable)
    app.command("erase")(erase)


def erasable(ctx: typer.Context, *, case: CaseArgument, as_json: AsJson = False, lang: Lang = None) -> None:
    """List the private texts and documents of a case that can be erased, by id, without what stands in them."""
    from cli.erasing import show_erasable

    run(ctx, lambda session: show_erasable(session, case), as_json=as_json, lang=lang)


def erase(
    ctx: typer.Context,
    *,
    case: CaseArgument,
    texts: Annotated[
        list[UUID] | None, typer.Option("--text", metavar="ID", help="A private text; again for more.")
    ] = None,
    documents: Annotated[
        list[UUID] | None, typer.Option("--document", metavar="ID", help="A document; again for more.")
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it must go; it is kept.")],
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Erase private texts and documents of a case for good, as a leader. That they were there stays, and why they went."""

    def work(session: "Session") -> "Awaitable[Status]":
        from cli.erasing import erase as have_erased

        values = {"texts": texts or [], "documents": documents or [], "reason": reason}
        return have_erased(session, acting, command_id, case, values)

    run(ctx, work, as_json=as_json, lang=lang)
