"""``mandate``: the directorate's letter of allocation, read from a file or from options, and how its money stands."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError
from rich.table import Table
from rich.text import Text

from activities.register import Envelope, Register
from cli import tables
from cli.acting import person
from cli.errors import Phrase, Status, UnusableError
from cli.reading import read_toml
from cli.session import Session
from domain.application import Kroner
from domain.instants import local_year
from domain.mandates import Frame, SetMandate
from domain.money import kroner
from domain.national import NationalLine, national_lines
from domain.problems import problems, shown
from domain.rulebook.comparing import BUFDIR
from letters import catalogue, formats
from storage import queries
from storage.rows import FrameRow
from storage.rulesets import load_rule_sets

_EARMARKED: Final = "earmarked"


class FrameLine(BaseModel):
    """One pot as a file gives it: in whole kroner."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pot: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]
    amount_kr: Kroner
    earmarked: StrictBool = False


class MandateFile(BaseModel):
    """A mandate as a file gives it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    office: str
    grant_year: int
    reference: str
    frames: tuple[FrameLine, ...]

    def command(self) -> SetMandate:
        """Return it as the command the register takes."""
        frames = [
            Frame(pot=line.pot, amount_ore=kroner(line.amount_kr), earmarked=line.earmarked)
            for line in self.frames
        ]
        return SetMandate.model_validate(
            {
                "office": self.office,
                "grant_year": self.grant_year,
                "reference": self.reference,
                "frames": frames,
            }
        )


def mandate_of(
    file: Path | None, office: str | None, year: int | None, reference: str | None, frames: Sequence[str]
) -> SetMandate:
    """Return the mandate in *file*, or in the options.

    Raises:
        UnusableError: naming each field that cannot be used.
    """
    options = {"office": office, "grant_year": year, "reference": reference}
    given = {name: value for name, value in options.items() if value is not None}
    if file is not None and (given or frames):
        raise UnusableError(Phrase("file-or-options"))
    content: Any = (
        read_toml(file) if file is not None else {**given, "frames": [_frame(one) for one in frames]}
    )
    try:
        return MandateFile.model_validate(content).command()
    except ValidationError as error:
        raise UnusableError(*problems(error)) from error


async def set_mandate(session: Session, body: SetMandate, acting: str | None, command_id: UUID) -> Status:
    """Register a mandate, or a change of it."""
    async with session.record() as record:
        actor = person(record, acting)
        envelope = Envelope(command_id=command_id, actor=actor, real_now=session.environment.now())
        answer = await Register(record.engine).set_mandate(envelope, body)
        async with record.engine.connect() as conn:
            rows = await queries.frames(conn, body.office, body.grant_year)
    shape = {
        "outcome": "done",
        "command_id": command_id,
        "mandate": answer["mandate"],
        "frames": _shapes(rows),
    }
    title = session.word("mandate-done", office_code=body.office, year=body.grant_year)
    session.say(shape, Text(f"✓ {title}", style="bold"), _table(session, rows))
    return Status.DONE


async def show_mandates(session: Session, office: str | None, year: int | None) -> Status:
    """Answer with the frames and what is left of them."""
    async with session.record() as record, record.engine.connect() as conn:
        rows = await queries.frames(conn, office, year)
    session.say({"frames": _shapes(rows)}, _table(session, rows) if rows else session.word("no-mandates"))
    return Status.DONE


async def show_national(session: Session, year: int | None) -> Status:
    """Answer with the country's sums of a year beside what the offices were given."""
    async with session.record() as record, record.engine.connect() as conn:
        asked = year or local_year(session.now(record))
        allotted: dict[str, int] = {}
        for row in await queries.frames(conn, None, asked):
            allotted[row.pot] = allotted.get(row.pot, 0) + row.amount_ore
    of_year = (one for one in load_rule_sets().values() if one.grant_year == asked and one.issuer == BUFDIR)
    found = [line for rules in of_year for line in national_lines(rules, allotted)]
    lines = [
        {"pot": one.pot, "rule": one.rule, "national_ore": one.national_ore}
        | {"allotted_ore": one.allotted_ore, "left_ore": one.left_ore}
        for one in found
    ]
    sums = {"national_ore": sum(one.national_ore for one in found)}
    shape = {"year": asked, "pots": lines} | sums
    session.say(shape, _national(session, found) if found else session.word("no-national", year=asked))
    return Status.DONE


def _national(session: Session, found: list[NationalLine]) -> Table:
    word, language = session.word, session.language
    heads = ("pot", "national", "frames-given", "free", "rule-head")
    table = tables.table(*(word(head) for head in heads), right=(1, 2, 3))
    for one in found:
        amounts = (one.national_ore, one.allotted_ore, one.left_ore)
        table.add_row(_pot(session, one.pot), *(formats.money(language, ore) for ore in amounts), one.rule)
    return table


def _frame(text: str) -> dict[str, Any]:
    """Read ``POT=KRONER`` or ``POT=KRONER:earmarked``."""
    pot, _, rest = text.partition("=")
    amount, _, mark = rest.partition(":")
    digits = amount.replace(" ", "").replace("_", "")
    if not digits.isdecimal() or mark not in {"", _EARMARKED}:
        raise UnusableError(Phrase("frame-form", {"text": shown(text)}))
    return {"pot": pot.strip(), "amount_kr": int(digits), "earmarked": mark == _EARMARKED}


def _shapes(rows: list[FrameRow]) -> list[dict[str, Any]]:
    return [
        {name: getattr(row, name) for name in FrameRow.__dataclass_fields__} | {"free_ore": row.free_ore}
        for row in rows
    ]


def _table(session: Session, rows: list[FrameRow]) -> Table:
    language, word = session.language, session.word
    heads = ("office", "year", "pot", "reference", "frame", "granted", "paid", "free")
    table = tables.table(*(word(head) for head in heads), right=(4, 5, 6, 7), wide=(2,))
    for row in rows:
        pot = _pot(session, row.pot) + (f" ({word('earmarked')})" if row.earmarked else "")
        amounts = (row.amount_ore, row.committed_ore, row.paid_ore, row.free_ore)
        table.add_row(
            row.office,
            str(row.grant_year),
            pot,
            tables.safe(row.reference),
            *(formats.money(language, amount) for amount in amounts),
        )
    return table


def _pot(session: Session, key: str) -> str:
    known = catalogue.has(session.language, f"pot-{key}")
    return catalogue.text(session.language, f"pot-{key}") if known else key
