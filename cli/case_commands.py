"""What there is to call for cases."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final
from uuid import UUID, uuid4

import typer

from cli.errors import Phrase, Status, UnusableError
from cli.options import After, As, AsJson, CaseArgument, CommandId, Lang, Limit, Office
from cli.running import run

if TYPE_CHECKING:
    from cli.session import Session

app: Final = typer.Typer(name="case", help="Cases: see them, and act in them.", no_args_is_help=True)

_SET_HELP: Final = (
    "One field; may be given several times. Tables with dots (terms.reporting=none), kroner for an _ore field "
    '(proposed_kr=400000), a criterion as answers.purpose="Ja, …", lists with commas.'
)


@app.command("list")
def list_(
    ctx: typer.Context,
    *,
    office: Office = None,
    stage: Annotated[
        str | None, typer.Option(metavar="STAGE", help="At one stage: submitted, granted …")
    ] = None,
    officer: Annotated[str | None, typer.Option(metavar="SUBJECT", help="Of one case officer.")] = None,
    host: Annotated[str | None, typer.Option(metavar="ORGNR", help="Of one municipality.")] = None,
    strand: Annotated[str | None, typer.Option(metavar="STRAND", help="learning or leader.")] = None,
    year: Annotated[int | None, typer.Option(metavar="YYYY", help="Of one grant year.")] = None,
    late: Annotated[bool, typer.Option("--overdue", help="Only those past a date.")] = False,
    search: Annotated[
        str,
        typer.Option(metavar="TEXT", help="A number, title, municipality, network or amount, roughly spelt."),
    ] = "",
    finished: Annotated[
        bool, typer.Option("--finished", help="Finished cases instead of open ones.")
    ] = False,
    after: After = None,
    limit: Limit = 50,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """List cases, the next deadline first."""
    from cli.case_list import Wanted, show_cases
    from storage.rows import Filters

    filters = Filters(
        finished=finished,
        stage=stage,
        officer=officer,
        host=host,
        strand=strand,
        grant_year=year,
    )
    wanted = Wanted(office=office, filters=filters, text=search, late=late)
    run(ctx, lambda session: show_cases(session, wanted, after, limit), as_json=as_json, lang=lang)


@app.command("show")
def show(ctx: typer.Context, *, case: CaseArgument, as_json: AsJson = False, lang: Lang = None) -> None:
    """Show one case: stage, money, duties, deadlines, tasks, and what can be done now."""
    from cli.case_picture import show_case

    run(ctx, lambda session: show_case(session, case), as_json=as_json, lang=lang)


@app.command("history")
def history(
    ctx: typer.Context,
    *,
    case: CaseArgument,
    after: Annotated[
        int, typer.Option("--after", metavar="SEQ", min=0, help="Only events after this one.")
    ] = 0,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show who did what, when, and why; automatic steps with rule, input and result."""
    from cli.case_history import show_history

    run(ctx, lambda session: show_history(session, case, after), as_json=as_json, lang=lang)


@app.command("explain")
def explain(ctx: typer.Context, *, case: CaseArgument, as_json: AsJson = False, lang: Lang = None) -> None:
    """Tell a case's life in plain language; each automatic step with rule, rule set, input and result."""
    from cli.case_explain import explain_case

    run(ctx, lambda session: explain_case(session, case), as_json=as_json, lang=lang)


@app.command("do")
def do(
    ctx: typer.Context,
    *,
    name: Annotated[
        str, typer.Argument(metavar="COMMAND", help="What to do; `case show` lists what can be.")
    ],
    case: Annotated[
        str | None, typer.Option("--id", "--case", metavar="CASE", help="Case number (SFIN-2026-17) or id.")
    ] = None,
    settings: Annotated[list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help=_SET_HELP)] = None,
    file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The content as JSON, or - ; for supplement: the application."),
    ] = None,
    acting: As = None,
    command_id: CommandId = None,
    expected_seq: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help="The newest event you saw; refused if more has happened."),
    ] = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Act in a case as a person: assign, assess, recommend, grant … ; see `case show`."""
    from cli.doing import Doing
    from cli.doing import do as act

    async def work(session: "Session") -> Status:
        if case is None:
            raise UnusableError(Phrase("case-missing"))
        doing = Doing(
            name=name,
            case=case,
            settings=tuple(settings or ()),
            file=file,
            acting=acting,
            command_id=command_id or uuid4(),
            expected_seq=expected_seq,
        )
        return await act(session, doing)

    run(ctx, work, as_json=as_json, lang=lang)


@app.command("command")
def command(
    ctx: typer.Context,
    *,
    command_id: Annotated[UUID, typer.Argument(metavar="COMMAND_ID", help="The id that was given.")],
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Ask again what came of a command; where it still waits, it is sent on once more."""
    from cli.sending import ask_again

    run(ctx, lambda session: ask_again(session, command_id), as_json=as_json, lang=lang)
