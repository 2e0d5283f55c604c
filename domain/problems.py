"""What is wrong with something a person wrote, one line a problem, each naming the field it is about.

A line reads as English where nobody translates it; its code and parameters say it in every language (``problem-<code>`` in
the catalogues).
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, LiteralString, Self

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from domain.refusal import Param

#: A person reads the list: beyond this many lines it only says how many there are.
MAX_PROBLEMS: Final = 50

#: A key longer than this is cut.
MAX_SHOWN: Final = 80

#: What pydantic says about keys and types is turned into words that do not presuppose Python.
_WORDS: Final = {
    "missing": "missing key",
    "extra_forbidden": "unknown key",
    "model_type": "must be a table of keys",
    "model_attributes_type": "must be a table of keys",
    "dict_type": "must be a table of keys",
    "tuple_type": "must be a list",
}

#: What pydantic finds, and the code it is said by; what is not here is said in pydantic's own words.
_CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "missing": "missing_key",
        "extra_forbidden": "unknown_key",
        "model_type": "table",
        "model_attributes_type": "table",
        "dict_type": "table",
        "tuple_type": "list",
        "string_type": "text",
        "int_type": "whole_number",
        "int_parsing": "whole_number",
        "int_from_float": "whole_number",
        "bool_type": "truth",
        "bool_parsing": "truth",
        "enum": "one_of",
        "literal_error": "one_of",
        "uuid_type": "id",
        "uuid_parsing": "id",
        "uuid_version": "id",
        "date_type": "day",
        "date_parsing": "day",
        "date_from_datetime_parsing": "day",
        "date_from_datetime_inexact": "day",
        "datetime_type": "instant",
        "datetime_parsing": "instant",
        "datetime_from_date_parsing": "instant",
        "timezone_aware": "instant",
        "greater_than": "greater_than",
        "greater_than_equal": "at_least",
        "less_than": "less_than",
        "less_than_equal": "at_most",
        "string_too_long": "too_long",
        "string_too_short": "too_short",
        "too_long": "too_many",
        "too_short": "too_few",
        "string_pattern_mismatch": "form",
    }
)

#: Parameters of pydantic's that words may show. What was written is not among them: it may be personal.
_SHOWN: Final = frozenset({"gt", "ge", "lt", "le", "max_length", "min_length", "expected"})

#: Where a parser of Python's own stopped: ``line 1 column 2`` (JSON) or ``at line 1, column 2`` (TOML).
_PLACE: Final = re.compile(r"line (?P<row>[0-9]+),? column (?P<column>[0-9]+)")

_QUOTED: Final = re.compile(r"'([^']*)'")


class MistakeError(ValueError):
    """What is wrong with a value.

    Args:
        code: Stable identifier, a key in the message catalogues (``problem-<code>``).
        english: The same in words, for people who read logs.
        field: Where inside the value, where it is about a part of it.
        params: What the words show.
    """

    def __init__(self, code: LiteralString, english: str, *, field: str = "", **params: Param) -> None:
        super().__init__(f"{field}: {english}" if field else english)
        self.code = code
        self.english = english
        self.field = field
        self.params: Mapping[str, Param] = params


class Problem(str):
    """One line about one field. As a text it is the field and what is wrong, in English.

    Args:
        field: Its path the way the file would say it: ``members[2].anchoring.day``; empty for the whole.
        code: Stable identifier, a key in the message catalogues.
        english: What is wrong.
        params: What the words show.
    """

    __slots__ = ("code", "english", "field", "params")

    field: str
    code: str
    english: str
    params: Mapping[str, Param]

    def __new__(cls, field: str, code: str, english: str, params: Mapping[str, Param] | None = None) -> Self:
        line = super().__new__(cls, f"... {english}" if code == MORE else f"{field or WHOLE}: {english}")
        line.field, line.code, line.english, line.params = field, code, english, params or {}
        return line

    @classmethod
    def of(cls, field: str, mistake: MistakeError) -> Self:
        """Return the line that tells *mistake* of *field*."""
        inside = ".".join(part for part in (field, mistake.field) if part)
        return cls(inside, mistake.code, mistake.english, mistake.params)

    def about(self, field: str) -> "Problem":
        """Return the same of another field."""
        return Problem(field, self.code, self.english, self.params)

    def within(self, where: str) -> "Problem":
        """Return the same with where its field stands before it: a file, or a section of one."""
        return self.about(f"{where}: {self.field or WHOLE}")


class ProblemsError(Exception):
    """Content that cannot be used.

    Args:
        problems: One line each: the field, then what is wrong there. What was written is not repeated.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


#: What stands where a problem is about no field.
WHOLE: Final = "(the whole)"

#: The code of the line that says how many more there are.
MORE: Final = "more"


def problems(error: ValidationError) -> tuple[Problem, ...]:
    """Return one line per problem in *error*: the path of the field, then what is wrong there.

    What the person wrote is not repeated: it may be personal, and errors are logged.
    """
    details = error.errors(include_url=False, include_input=False)
    lines = tuple(problem_of(detail) for detail in details[:MAX_PROBLEMS])
    if len(details) <= MAX_PROBLEMS:
        return lines
    rest = len(details) - MAX_PROBLEMS
    return (*lines, Problem("", MORE, f"and {rest} more", {"rest": rest}))


def unreadable(language: LiteralString, error: Exception) -> Problem:
    """Return why a file is no *language* (JSON, TOML): not UTF-8, a key twice, or not of that form at all."""
    if isinstance(error, MistakeError):
        return Problem.of("", error)
    if isinstance(error, UnicodeDecodeError):
        return Problem("", "not_utf8", f"not UTF-8 at byte {error.start}", {"at": error.start})
    said = shown(str(error))
    at = _PLACE.search(str(error))
    row, column = (int(at["row"]), int(at["column"])) if at else (None, None)
    params: dict[str, Param] = {"form": language, "said": said, "row": row, "column": column}
    return Problem("", "not_of_form", f"not {language}: {said}", params)


def path(location: tuple[str | int, ...]) -> str:
    """Return *location* the way the file would say it; empty for the whole."""
    text = ""
    for part in location:
        if isinstance(part, int):
            text += f"[{part}]"
        elif part != "[key]":
            text += f".{shown(part)}" if text else shown(part)
    return text


def shown(text: str) -> str:
    """Return *text* from outside so that it can stand in a line on any terminal: short, nothing but printable."""
    printable = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return printable if len(printable) <= MAX_SHOWN else printable[:MAX_SHOWN] + "..."


def problem_of(detail: ErrorDetails) -> Problem:
    """Return the line that tells one of pydantic's errors."""
    field = path(detail["loc"])
    context: Mapping[str, Any] = detail.get("ctx", {})
    if "[key]" in detail["loc"]:
        return Problem(field, "unknown_key", "unknown key")
    if context.get("class_name") == "Private":
        return Problem(field, "text", "must be text")
    if isinstance(mistake := context.get("error"), MistakeError):
        return Problem.of(field, mistake)
    english = _WORDS.get(detail["type"], detail["msg"].removeprefix("Value error, "))
    code = _CODES.get(detail["type"], "other")
    params = {name: _param(value) for name, value in context.items() if name in _SHOWN}
    return Problem(field, code, english, params if code != "other" else {"said": shown(english)})


def _param(value: Any) -> Param:
    """Return a parameter of pydantic's as words show it; what is expected is a list of names in quotes."""
    if isinstance(value, str):
        return _QUOTED.findall(value)
    return value if isinstance(value, int) else str(value)
