"""What there is to call for organisations: mergers and splits, verified numbers, sub-units, other payees."""

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeAlias

import typer

from cli.network_options import FromDay, LastDay
from cli.options import As, AsJson, CommandId, Lang, Office
from cli.running import run

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from cli.errors import Status
    from cli.session import Session

app: Final = typer.Typer(
    name="organisation",
    help="Municipalities through the years, and who else can be paid.",
    no_args_is_help=True,
)

Number: TypeAlias = Annotated[str, typer.Argument(metavar="ORGNR", help="Nine digits.")]
Until: TypeAlias = Annotated[
    str | None, typer.Option("--last-day", metavar="YYYY-MM-DD", help="Last day; open where left out.")
]
Named: TypeAlias = Annotated[
    list[str],
    typer.Option(metavar="NUMBER[=NAME[=ORGNR]]", help="May be given several times; a new one has a name."),
]


@app.command()
def show(
    ctx: typer.Context,
    *,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="Of a municipality, or an organisation.")],
    office: Office = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show what is known of a municipality number or an organisation number."""
    from cli.organisation_history import show_organisation

    run(ctx, lambda session: show_organisation(session, number, office), as_json=as_json, lang=lang)


@app.command()
def reorganise(
    ctx: typer.Context,
    *,
    ended: Named,
    begun: Named,
    from_day: Annotated[str, typer.Option("--from", metavar="YYYY-MM-DD", help="First day of the new.")],
    office: Office,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register a merger, a split or a new number: --ended 1507=Ålesund --begun 1508 --begun 1580."""
    values = {"office": office, "ended": ended, "begun": begun, "from_day": from_day}
    _change(ctx, "reorganise_municipalities", values, (acting, command_id, as_json, lang))


@app.command()
def verify(
    ctx: typer.Context,
    *,
    municipality: Annotated[str, typer.Argument(metavar="MUNICIPALITY", help="Number or name.")],
    number: Number,
    office: Office,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register a municipality's organisation number as Enhetsregisteret has it."""
    values = {"office": office, "municipality": municipality, "org_number": number}
    _change(ctx, "verify_org_number", values, (acting, command_id, as_json, lang))


@app.command()
def language(
    ctx: typer.Context,
    *,
    municipality: Annotated[str, typer.Argument(metavar="MUNICIPALITY", help="Number or name.")],
    adopted: Annotated[
        Literal["nb", "nn", "neutral"], typer.Argument(metavar="nb|nn|neutral", help="What it has adopted.")
    ],
    office: Office,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Register which written language a municipality has adopted; it is written to in it from its next application on."""
    values = {"office": office, "municipality": municipality, "language": adopted}
    _change(ctx, "set_municipality_language", values, (acting, command_id, as_json, lang))


@app.command("sub-unit")
def sub_unit(
    ctx: typer.Context,
    *,
    number: Number,
    main: Annotated[str, typer.Option("--main", metavar="ORGNR", help="The municipality's own number.")],
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="What the unit is called.")],
    office: Office,
    from_day: FromDay = None,
    last_day: Until = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Map a sub-unit's number to its municipality, which is who is paid."""
    values = {
        "office": office,
        "sub_unit": number,
        "main_unit": main,
        "unit_name": name,
        "from_day": from_day,
        "last_day": last_day,
    }
    _change(ctx, "map_sub_unit", values, (acting, command_id, as_json, lang))


@app.command()
def allow(
    ctx: typer.Context,
    *,
    number: Number,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="What it is called.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why the leader allows it.")],
    form: Annotated[
        str,
        typer.Option("--form", metavar="FORM", help="task_community, intermunicipal_company or other."),
    ],
    office: Office,
    from_day: FromDay = None,
    last_day: Until = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Let a payee that is no municipality be paid; a leader's choice with a reason."""
    values = {
        "office": office,
        "org_number": number,
        "payee_name": name,
        "form": form,
        "from_day": from_day,
        "last_day": last_day,
        "reason": reason,
    }
    _change(ctx, "allow_payee", values, (acting, command_id, as_json, lang))


@app.command()
def stop(
    ctx: typer.Context,
    *,
    number: Number,
    office: Office,
    last_day: LastDay = None,
    acting: As = None,
    command_id: CommandId = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """End the permission of another payee."""
    values = {"office": office, "org_number": number, "last_day": last_day}
    _change(ctx, "stop_payee", values, (acting, command_id, as_json, lang))


def _change(
    ctx: typer.Context, kind: str, values: dict[str, Any], common: tuple[str | None, Any, bool, Any]
) -> None:
    acting, command_id, as_json, lang = common

    def work(session: "Session") -> "Awaitable[Status]":
        from cli.organisation_history import change_organisations

        return change_organisations(session, acting, command_id, kind, values)

    run(ctx, work, as_json=as_json, lang=lang)
