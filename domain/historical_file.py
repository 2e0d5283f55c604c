"""A spreadsheet of old cases as text: read cell by cell, so that each mistake is named by its line and column."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from pydantic import ValidationError

from domain.historical import MAX_ROWS, Decided, HistoricalCase
from domain.identity import is_municipality_number, is_org_number
from domain.instants import FIRST_YEAR, LAST_YEAR
from domain.money import MAX_ORE, ORE_PER_KRONE
from domain.problems import shown
from domain.refusal import Param
from domain.ruleset import ProjectType, Strand

#: Each field of an old case, and the heading of its column in the office's spreadsheet. Both are understood.
HEADINGS: Final[Mapping[str, str]] = {
    "reference": "saksnummer",
    "grant_year": "tilskuddsår",
    "network_name": "nettverk",
    "project_title": "prosjekt",
    "strand": "ordning",
    "project_type": "prosjekttype",
    "host": "vertskommune",
    "municipalities": "kommuner",
    "applied_ore": "søkt",
    "granted_ore": "innvilget",
    "paid_ore": "utbetalt",
    "used_ore": "brukt",
    "repaid_ore": "tilbakebetalt",
    "decided": "resultat",
    "decided_on": "vedtaksdato",
    "use_until_day": "bruksfrist",
    "report_due_day": "rapportfrist",
    "audit_due_day": "revisjonsfrist",
    "network_id": "nettverks-id",
    "project_id": "prosjekt-id",
    "note": "merknad",
}

_REQUIRED: Final = ("reference", "grant_year", "network_name", "project_title", "host", "decided")

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "strand": {"læringsnettverk": Strand.LEARNING, "barnevernsledernettverk": Strand.LEADER},
    "project_type": {"egeninitiert": ProjectType.SELF_INITIATED, "fosterhjem": ProjectType.FOSTER_HOME},
    "decided": {
        "innvilget": Decided.GRANTED,
        "avslått": Decided.REJECTED,
        "avslag": Decided.REJECTED,
        "avvist": Decided.DISMISSED,
        "trukket": Decided.WITHDRAWN,
    },
}

_KRONER: Final = re.compile(r"([0-9]{1,10})(?:[.,]([0-9]{1,2}))?")
_SPACES: Final = re.compile(r"[ \u00a0\u202f]")
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NORWEGIAN: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_ID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

_MAX_CELL: Final = 200
_MAX_NOTE: Final = 20_000

#: Stands for the heading line and the file as a whole.
_HEAD: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """One mistake.

    Args:
        line: Line in the file, from 1.
        column: Heading of the column; empty where the whole line is meant.
        code: What is wrong, a key in the catalogues.
        params: What the message shows.
    """

    line: int
    column: str
    code: str
    params: Mapping[str, Param] = field(default_factory=dict)


class HistoricalFileError(Exception):
    """A file with mistakes; nothing of it may be stored.

    Args:
        problems: Every mistake, in the order of the file.
    """

    def __init__(self, problems: Iterable[RowProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} mistakes")


def read_cases(text: str) -> tuple[HistoricalCase, ...]:
    """Return the old cases in *text*: semicolons between cells, headings in the first line.

    Raises:
        HistoricalFileError: with every mistake found.
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";", strict=True)
    problems: list[RowProblem] = []
    cases: list[tuple[int, HistoricalCase]] = []
    try:
        columns = _columns(next(reader, []))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                case = _case(reader.line_num, columns, cells, problems)
                cases += [(reader.line_num, case)] if case else []
            if len(cases) > MAX_ROWS:
                raise HistoricalFileError([_problem(reader.line_num, "", "too_many_rows", at_most=MAX_ROWS)])
    except csv.Error as error:
        line = max(reader.line_num, _HEAD)
        raise HistoricalFileError([*problems, _problem(line, "", "not_csv")]) from error
    problems += _twice(cases)
    if not cases and not problems:
        problems.append(_problem(_HEAD, "", "no_rows"))
    if problems:
        raise HistoricalFileError(sorted(problems, key=lambda one: one.line))
    return tuple(case for _, case in cases)


def _columns(headings: list[str]) -> list[str]:
    """Return the field of each column."""
    known = {heading: name for name, heading in HEADINGS.items()} | {name: name for name in HEADINGS}
    given = [heading.strip().casefold() for heading in headings]
    if len(given) <= 1:
        raise HistoricalFileError([_problem(_HEAD, "", "no_semicolons")])
    problems = [
        _problem(_HEAD, shown(heading), "unknown_column") for heading in given if heading not in known
    ]
    fields = [known.get(heading, "") for heading in given]
    problems += [
        _problem(_HEAD, HEADINGS[name], "column_twice")
        for name in dict.fromkeys(fields)
        if name and fields.count(name) > 1
    ]
    problems += [
        _problem(_HEAD, HEADINGS[name], "column_missing") for name in _REQUIRED if name not in fields
    ]
    if problems:
        raise HistoricalFileError(problems)
    return fields


def _case(
    line: int, columns: list[str], cells: list[str], problems: list[RowProblem]
) -> HistoricalCase | None:
    if len(cells) > len(columns):
        problems.append(_problem(line, "", "too_many_cells"))
        return None
    values: dict[str, Any] = {}
    before = len(problems)
    for name, cell in zip(columns, cells, strict=False):
        text = cell.strip()
        if not text:
            continue
        try:
            values[name] = _read(name, text)
        except _CellError as error:
            problems.append(_problem(line, HEADINGS[name], error.code, **error.params))
            values[name] = None
    problems += [_problem(line, HEADINGS[name], "cell_missing") for name in _REQUIRED if name not in values]
    if len(problems) > before:
        return None
    try:
        return HistoricalCase.model_validate(values)
    except ValidationError as error:
        problems += _of_model(line, error)
        return None


def _of_model(line: int, error: ValidationError) -> Iterator[RowProblem]:
    for detail in error.errors(include_url=False, include_input=False):
        name = str(detail["loc"][0]) if detail["loc"] else ""
        if name:
            yield _problem(line, HEADINGS[name], "unusable")
        else:
            # The model says which sums contradict each other by a code of ours.
            yield _problem(line, "", detail["msg"].removeprefix("Value error, "))


def _twice(cases: list[tuple[int, HistoricalCase]]) -> Iterator[RowProblem]:
    first: dict[tuple[int, str], int] = {}
    for line, case in cases:
        key = (case.grant_year, case.reference)
        if key in first:
            yield _problem(line, HEADINGS["reference"], "reference_twice", first_line=first[key])
        first.setdefault(key, line)


# --- cells -----------------------------------------------------------------------------------------------------------


class _CellError(Exception):
    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code)
        self.code, self.params = code, params


def _read(name: str, text: str) -> Any:
    if len(text) > (_MAX_NOTE if name == "note" else _MAX_CELL):
        raise _CellError("cell_too_long", at_most=_MAX_NOTE if name == "note" else _MAX_CELL)
    return _READ.get(name, _text)(name, text)


def _text(_name: str, text: str) -> str:
    if any(not sign.isprintable() and sign not in "\n\r\t" for sign in text):
        raise _CellError("control_characters")
    return text


def _year(_name: str, text: str) -> int:
    if not text.isdecimal() or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise _CellError("not_a_year", first=FIRST_YEAR, last=LAST_YEAR)
    return int(text)


def _ore(_name: str, text: str) -> int:
    found = _KRONER.fullmatch(_SPACES.sub("", text).removesuffix(",-"))
    if found is None:
        raise _CellError("not_kroner")
    amount = int(found[1]) * ORE_PER_KRONE + int((found[2] or "").ljust(2, "0"))
    if amount > MAX_ORE:
        raise _CellError("not_kroner")
    return amount


def _day(_name: str, text: str) -> date:
    iso, norwegian = _ISO.fullmatch(text), _NORWEGIAN.fullmatch(text)
    parts = iso.groups() if iso else norwegian.groups()[::-1] if norwegian else None
    try:
        found = date(*(int(part) for part in parts or ()))
    except (TypeError, ValueError):
        raise _CellError("not_a_day") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise _CellError("not_a_day")
    return found


def _org_number(_name: str, text: str) -> str:
    number = _SPACES.sub("", text)
    if not is_org_number(number):
        raise _CellError("not_an_org_number")
    return number


def _municipalities(_name: str, text: str) -> list[str]:
    numbers = text.replace(",", " ").split()
    for number in numbers:
        if not is_municipality_number(number):
            raise _CellError("not_a_municipality")
    return numbers


def _code(name: str, text: str) -> str:
    words = _WORDS[name]
    plain = text.casefold()
    if plain not in words and plain not in set(words.values()):
        raise _CellError("unknown_word", known=sorted(words))
    return str(words.get(plain, plain))


def _id(_name: str, text: str) -> str:
    if not _ID.fullmatch(text.casefold()):
        raise _CellError("not_an_id")
    return text.casefold()


_READ: Final[Mapping[str, Callable[[str, str], Any]]] = {
    "grant_year": _year,
    "strand": _code,
    "project_type": _code,
    "decided": _code,
    "host": _org_number,
    "municipalities": _municipalities,
    **dict.fromkeys(("applied_ore", "granted_ore", "paid_ore", "used_ore", "repaid_ore"), _ore),
    **dict.fromkeys(("decided_on", "use_until_day", "report_due_day", "audit_due_day"), _day),
    **dict.fromkeys(("network_id", "project_id"), _id),
}


def _problem(line: int, column: str, code: str, **params: Param) -> RowProblem:
    return RowProblem(line=line, column=column, code=code, params=params)
