"""Options that many commands share, so that each is called and explained alike everywhere."""

from typing import Annotated, Literal, TypeAlias
from uuid import UUID

import typer


def _known_office(code: str | None) -> str | None:
    from domain.offices import OFFICES

    return _one_of(code, sorted(OFFICES))


def _known_role(role: str | None) -> str | None:
    from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES

    return _one_of(role, sorted(one.value for one in OFFICE_ROLES | MUNICIPAL_ROLES))


def _one_of(given: str | None, known: list[str]) -> str | None:
    if given is None or given in known:
        return given
    from domain.problems import MistakeError

    mistake = MistakeError("one_of", f"must be one of {', '.join(known)}", expected=known)
    raise typer.BadParameter(str(mistake)) from mistake


Code: TypeAlias = Literal["nb", "nn", "en"]

AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Answer in JSON on standard output.")]

Lang: TypeAlias = Annotated[
    Code | None,
    typer.Option("--lang", envvar="SAKSGANG_LANG", help="Language of the answer; bokmål where left out."),
]

As: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="ROLE@UNIT[:NAME]",
        help="Whom you act as, on a local installation: leader@SFIN, applicant_signatory@945578564.",
    ),
]

Office: TypeAlias = Annotated[
    str | None,
    typer.Option("--office", metavar="CODE", callback=_known_office, help="One office only, such as SFIN."),
]

RoleName: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--role", metavar="ROLE", callback=_known_role, help="One role only: case_officer, leader …"
    ),
]

CommandId: TypeAlias = Annotated[
    UUID | None,
    typer.Option("--command-id", metavar="UUID", help="The command's id; sending again with it is safe."),
]

CaseArgument: TypeAlias = Annotated[
    str, typer.Argument(metavar="CASE", help="Case number (SFIN-2026-17) or id.", show_default=False)
]

Limit: TypeAlias = Annotated[int, typer.Option("--limit", min=1, max=10_000, help="At most so many.")]

After: TypeAlias = Annotated[
    str | None, typer.Option("--after", metavar="TOKEN", help="The next page: the token the last one gave.")
]
