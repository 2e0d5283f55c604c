"""What there is to call for the office's support of a network: partners, help asked and given, the follow-up log."""

from typing import Annotated, Any

import typer

from cli.network_options import End, FromDay, LastDay, Name, Network, OnDay, ask, begin_or_end
from cli.options import As, AsJson, CommandId, Lang
from cli.running import run

_KINDS = "knowledge_environment, bufetat, ks, leadership_environment or other."


def add_to(app: typer.Typer) -> None:
    """Put these commands on *app*."""
    app.command()(partner)
    app.command("help")(help_)
    app.command()(log)


def partner(
    ctx: typer.Context,
    *,
    network: Network,
    name: Name = None,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help=_KINDS)] = "knowledge_environment",
    region: Annotated[
        str | None,
        typer.Option("--region", metavar="REGION", help="Of Bufetat: ost, sor, vest, midt or nord."),
    ] = None,
    from_day: FromDay = None,
    end: End = None,
    last_day: LastDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register an organisation the network works with; or end the work with one."""
    values = {"partner_name": name, "partner_kind": kind, "region": region, "from_day": from_day}
    meant, fields = begin_or_end("add_partner", values, "end_partner", (end, last_day))
    ask(ctx, network, meant, fields, (acting, command_id, as_json, lang))


def help_(
    ctx: typer.Context,
    *,
    network: Network,
    text: Annotated[
        str, typer.Option("--text", metavar="TEXT", help="What about; with --given: what was done.")
    ],
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help=_KINDS)] = "knowledge_environment",
    partner: Annotated[
        int | None,
        typer.Option("--partner", metavar="NUMBER", help="Of this partner; left out, to find one."),
    ] = None,
    asked_by: Annotated[
        str, typer.Option("--asked-by", metavar="WHO", help="office, municipality or network.")
    ] = "municipality",
    given: Annotated[
        int | None, typer.Option("--given", metavar="NUMBER", help="This help was given.")
    ] = None,
    day: OnDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register that help was asked for, or with --given that it was given; it is a task in between."""
    fields: dict[str, Any] = {
        "partner_kind": kind,
        "partner": partner,
        "asked_by": asked_by,
        "asked_on": day,
        "about": text,
    }
    meant = "ask_help"
    if given is not None:
        meant, fields = "give_help", {"number": given, "given_on": day, "given": text}
    ask(ctx, network, meant, fields, (acting, command_id, as_json, lang))


def log(
    ctx: typer.Context,
    *,
    network: Network,
    entry: Annotated[
        str | None, typer.Argument(metavar="[contact|meeting|note]", help="What to write; left out: show it.")
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="Never about single children.")
    ] = None,
    day: OnDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Write a line in the follow-up log, or show it; a contact or a meeting answers the yearly reminder."""
    if entry is None:
        from cli.network_picture import show_log

        run(ctx, lambda session: show_log(session, network), as_json=as_json, lang=lang)
        return
    values = {"entry": entry, "held_on": day, "text": text}
    ask(ctx, network, "log_follow_up", values, (acting, command_id, as_json, lang))
