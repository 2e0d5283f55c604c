"""What there is to call for those who take part in a network: services, leader, steering group, representatives."""

from typing import Annotated, Any, TypeAlias

import typer

from cli.network_options import (
    End,
    FromDay,
    LastDay,
    Name,
    Network,
    OfMunicipality,
    ask,
    begin_or_end,
)
from cli.options import As, AsJson, CommandId, Lang

Role: TypeAlias = Annotated[
    str,
    typer.Option(
        "--role", metavar="ROLE", help="service_leader, municipal_management, child_welfare_leader or other."
    ),
]


def add_to(app: typer.Typer) -> None:
    """Put these commands on *app*."""
    for command in (service, leader, steering, representative, contact):
        app.command()(command)


def service(
    ctx: typer.Context,
    *,
    network: Network,
    name: Name = None,
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help="barnevern, health, school, follow_up or other.")
    ] = "barnevern",
    municipality: Annotated[
        list[str] | None,
        typer.Option(
            "--municipality", metavar="NUMBER|NAME", help="Whom it serves; may be given several times."
        ),
    ] = None,
    project: Annotated[
        str | None, typer.Option("--project", metavar="ID", help="Only in this project.")
    ] = None,
    from_day: FromDay = None,
    end: End = None,
    last_day: LastDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register a service, an intermunicipal one once; or end one."""
    values = {
        "service": name,
        "service_kind": kind,
        "municipalities": municipality or [],
        "project_id": project,
        "from_day": from_day,
    }
    meant, fields = begin_or_end("add_service", values, "end_service", (end, last_day))
    ask(ctx, network, meant, fields, (acting, command_id, as_json, lang))


def leader(
    ctx: typer.Context,
    *,
    network: Network,
    name: Name = None,
    role: Role = "other",
    municipality: OfMunicipality = None,
    from_day: FromDay = None,
    end: End = None,
    last_day: LastDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register the network's leader, who follows the one before; or end it."""
    values = _person("leader", name, role, municipality, from_day)
    meant, fields = begin_or_end("name_person", values, "stand_down", (end, last_day))
    ask(ctx, network, meant, fields, (acting, command_id, as_json, lang))


def steering(
    ctx: typer.Context,
    *,
    network: Network,
    name: Name = None,
    role: Role = "municipal_management",
    municipality: OfMunicipality = None,
    from_day: FromDay = None,
    end: End = None,
    last_day: LastDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register a member of the steering group; or end one."""
    values = _person("steering", name, role, municipality, from_day)
    meant, fields = begin_or_end("name_person", values, "stand_down", (end, last_day))
    ask(ctx, network, meant, fields, (acting, command_id, as_json, lang))


def representative(
    ctx: typer.Context,
    *,
    network: Network,
    name: Name = None,
    role: Role = "other",
    municipality: OfMunicipality = None,
    from_day: FromDay = None,
    end: End = None,
    last_day: LastDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register one of a municipality's two representatives; or end one."""
    values = _person("representative", name, role, municipality, from_day)
    meant, fields = begin_or_end("name_person", values, "stand_down", (end, last_day))
    ask(ctx, network, meant, fields, (acting, command_id, as_json, lang))


def contact(
    ctx: typer.Context,
    *,
    network: Network,
    name: Name = None,
    partner: Annotated[
        int | None, typer.Option("--partner", metavar="NUMBER", help="At which partner.")
    ] = None,
    from_day: FromDay = None,
    end: End = None,
    last_day: LastDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register a contact at a partner, such as a region of Bufetat; or end one."""
    values = _person("contact", name, "other", None, from_day) | {"partner": partner}
    meant, fields = begin_or_end("name_person", values, "stand_down", (end, last_day))
    ask(ctx, network, meant, fields, (acting, command_id, as_json, lang))


def _person(
    function: str, name: str | None, role: str, municipality: str | None, from_day: str | None
) -> dict[str, Any]:
    return {
        "person": name,
        "function": function,
        "role": role,
        "municipality": municipality,
        "from_day": from_day,
    }
