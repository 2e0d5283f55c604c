"""What there is to call for networks: see them, register them, and let municipalities come and go."""

from pathlib import Path
from typing import Annotated, Final

import typer

from cli import network_people, network_support
from cli.network_options import AsOf, FromDay, LastDay, Municipality, Network, OnDay, ask
from cli.options import As, AsJson, CommandId, Lang, Office
from cli.running import run

app: Final = typer.Typer(
    name="network",
    help="Networks across the years: members, services, people, partners, follow-up.",
    no_args_is_help=True,
)


@app.command("list")
def list_(
    ctx: typer.Context,
    *,
    office: Office = None,
    as_of: AsOf = None,
    ended: Annotated[bool, typer.Option("--ended", help="Those that have ended, too.")] = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """List the networks of an office, or of all: registered ones, and those an application describes."""
    from cli.network_list import show_networks

    run(ctx, lambda session: show_networks(session, office, as_of, ended=ended), as_json=as_json, lang=lang)


@app.command()
def show(
    ctx: typer.Context,
    *,
    network: Network,
    as_of: AsOf = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show one network: members, services, people, partners, what it lacks, projects, follow-up."""
    from cli.network_picture import show_network

    run(ctx, lambda session: show_network(session, network, as_of), as_json=as_json, lang=lang)


@app.command()
def overview(
    ctx: typer.Context,
    *,
    office: Office = None,
    year: Annotated[int | None, typer.Option("--year", metavar="YYYY", help="The grant year.")] = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Count an office's networks of a year: new, continued, on money carried over; municipalities reached."""
    from cli.network_overview import show_overview

    run(ctx, lambda session: show_overview(session, office, year), as_json=as_json, lang=lang)


@app.command("foster-overview")
def foster_overview(
    ctx: typer.Context,
    *,
    year: Annotated[int | None, typer.Option("--year", metavar="YYYY", help="The grant year.")] = None,
    publish: Annotated[
        Path | None,
        typer.Option("--publish", metavar="FILE", help="Write it to a new file (CSV), as a leader."),
    ] = None,
    acting: As = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show the foster-home projects of every office, as the office that coordinates them; no person is in it."""
    from cli.network_foster import show_foster_overview

    run(ctx, lambda session: show_foster_overview(session, year, acting, publish), as_json=as_json, lang=lang)


@app.command()
def register(
    ctx: typer.Context,
    *,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the network is called.")],
    office: Office,
    strand: Annotated[
        str, typer.Option("--strand", metavar="STRAND", help="learning or leader.")
    ] = "learning",
    from_day: FromDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register a network that has not applied for anything."""
    from cli.networking import register_network

    values = {"office": office, "network_name": name, "strand": strand, "from_day": from_day}
    run(
        ctx,
        lambda session: register_network(session, acting, command_id, values),
        as_json=as_json,
        lang=lang,
    )


@app.command()
def take(
    ctx: typer.Context,
    *,
    network: Network,
    case: Annotated[str, typer.Argument(metavar="CASE", help="Number of the case (SFIN-2026-17).")],
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Take over what an application says of its network; nobody is struck off by it."""
    values = {"case_no": case.strip().upper()}
    ask(ctx, network, "take_application", values, (acting, command_id, as_json, lang))


@app.command()
def rename(
    ctx: typer.Context,
    *,
    network: Network,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The new name.")],
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Give a network another name."""
    values = {"network_name": name}
    ask(ctx, network, "rename_network", values, (acting, command_id, as_json, lang))


@app.command()
def end(
    ctx: typer.Context,
    *,
    network: Network,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")],
    last_day: LastDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register that a network ceases to exist; its cases live on."""
    values = {"last_day": last_day, "reason": reason}
    ask(ctx, network, "end_network", values, (acting, command_id, as_json, lang))


@app.command()
def join(
    ctx: typer.Context,
    *,
    network: Network,
    municipality: Municipality,
    consented: Annotated[
        str | None, typer.Option("--consented", metavar="YYYY-MM-DD", help="Day of its own consent.")
    ] = None,
    from_day: FromDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Let a municipality join, with its own consent."""
    values = {"municipality": municipality, "from_day": from_day, "consented_on": consented}
    ask(ctx, network, "join_network", values, (acting, command_id, as_json, lang))


@app.command()
def consent(
    ctx: typer.Context,
    *,
    network: Network,
    municipality: Municipality,
    day: OnDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register a member's consent; its own signatory may."""
    values = {"municipality": municipality, "consented_on": day}
    ask(ctx, network, "consent_to_network", values, (acting, command_id, as_json, lang))


@app.command()
def leave(
    ctx: typer.Context,
    *,
    network: Network,
    municipality: Municipality,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Only if one is given.")
    ] = None,
    last_day: LastDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Let a municipality leave; taking part is voluntary, and its own signatory may say so."""
    values = {"municipality": municipality, "last_day": last_day, "reason": reason}
    ask(ctx, network, "leave_network", values, (acting, command_id, as_json, lang))


@app.command()
def agree(
    ctx: typer.Context,
    *,
    network: Network,
    municipality: Municipality,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Agree as the member's own office to a network that crosses the border of two offices."""
    values = {"municipality": municipality}
    ask(ctx, network, "agree_to_member", values, (acting, command_id, as_json, lang))


network_people.add_to(app)
network_support.add_to(app)
