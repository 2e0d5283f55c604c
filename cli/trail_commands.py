"""What there is to call for the trail."""

from typing import Annotated, Final

import typer

from cli.options import AsJson, Lang
from cli.running import run

app: Final = typer.Typer(
    name="trail", help="The record: is it whole, and who bears witness.", no_args_is_help=True
)


@app.command("verify")
def verify(
    ctx: typer.Context,
    *,
    case: Annotated[str | None, typer.Option("--case", metavar="CASE", help="One case only.")] = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Check the chain, the signed heads, and every case evolved anew against what is shown; 1 when not whole."""
    from cli.trail import check

    run(ctx, lambda session: check(session, case), as_json=as_json, lang=lang)


@app.command("sign")
def sign(ctx: typer.Context, *, as_json: AsJson = False, lang: Lang = None) -> None:
    """Sign the newest event of every stream into a file under SAKSGANG_HOME/heads; run it daily."""
    from cli.trail import sign as sign_heads

    run(ctx, sign_heads, as_json=as_json, lang=lang)
