"""What there is to call for the rule book: read it, compare it, ask it, and try a new file."""

from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from cli.options import AsJson, Lang
from cli.running import run
from domain.instants import FIRST_YEAR, LAST_YEAR

app: Final = typer.Typer(name="rules", help="The guidelines of every year, as data.", no_args_is_help=True)

#: Ten digits of kroner are more than the whole scheme.
_MAX_KR: Final = 9_999_999_999

Key: TypeAlias = Annotated[str, typer.Argument(metavar="KEY", help="Such as 2026-bufdir; see `rules list`.")]
RuleSetOption: TypeAlias = Annotated[
    str, typer.Option("--ruleset", metavar="KEY", help="Such as 2026-bufdir; see `rules list`.")
]


@app.command("list")
def list_(ctx: typer.Context, *, as_json: AsJson = False, lang: Lang = None) -> None:
    """List the rule sets that have a source, and the years that have none."""
    from cli.rule_showing import list_rule_sets

    run(ctx, list_rule_sets, as_json=as_json, lang=lang)


@app.command()
def show(ctx: typer.Context, *, key: Key, as_json: AsJson = False, lang: Lang = None) -> None:
    """Show a rule set: each value with rule, source and quote; what is silent; what differs from the year before."""
    from cli.rule_showing import show_rule_set

    run(ctx, lambda session: show_rule_set(session, key), as_json=as_json, lang=lang)


@app.command()
def diff(ctx: typer.Context, *, first: Key, second: Key, as_json: AsJson = False, lang: Lang = None) -> None:
    """Show what the second rule set says otherwise than the first."""
    from cli.rule_showing import diff_rule_sets

    run(ctx, lambda session: diff_rule_sets(session, first, second), as_json=as_json, lang=lang)


@app.command()
def duty(
    ctx: typer.Context,
    *,
    key: RuleSetOption,
    grant: Annotated[
        list[int],
        typer.Option(
            min=1, max=_MAX_KR, metavar="KRONER", help="One year's grant; again for each further year."
        ),
    ],
    ended_early: Annotated[
        bool, typer.Option("--ended-early", help="The project ends before its time.")
    ] = False,
    reporting_required: Annotated[
        bool, typer.Option("--reporting-required", help="The letter asks for a report.")
    ] = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Say what the grants to one project must report and have audited, and why."""
    from cli.rule_trying import Tried, try_duty

    given = Tried(
        rule_set=key,
        grants_kr=tuple(grant),
        ended_early=ended_early,
        reporting_required=reporting_required,
    )
    run(ctx, lambda session: try_duty(session, given), as_json=as_json, lang=lang)


@app.command()
def deadlines(
    ctx: typer.Context,
    *,
    key: RuleSetOption,
    grant_year: Annotated[
        int, typer.Option("--grant-year", min=FIRST_YEAR, max=LAST_YEAR, help="The year of the money.")
    ],
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Say until when the money of a year is paid and used; instants are the last second inside."""
    from cli.rule_trying import show_deadlines

    run(ctx, lambda session: show_deadlines(session, key, grant_year), as_json=as_json, lang=lang)


@app.command("appeal-due")
def appeal_due(
    ctx: typer.Context,
    *,
    received: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="The day on which the decision reached the party.")
    ],
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Say until when a decision can be appealed: three weeks, never ending on a day off."""
    from cli.rule_trying import show_appeal_due

    run(ctx, lambda session: show_appeal_due(session, received), as_json=as_json, lang=lang)


@app.command()
def preview(
    ctx: typer.Context,
    *,
    file: Annotated[Path, typer.Argument(metavar="NEW.toml", help="A rule set that is not packed yet.")],
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show what new rounds would do otherwise under a new or changed rule set. What is open is pinned."""
    from cli.rule_preview import preview as preview_file

    run(ctx, lambda session: preview_file(session, file), as_json=as_json, lang=lang)
