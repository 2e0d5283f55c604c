"""What is wrong with something a person wrote, one line a problem, each naming the field it is about."""

from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

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


def problems(error: ValidationError) -> tuple[str, ...]:
    """Return one line per problem in *error*: the path of the field, then what is wrong there.

    What the person wrote is not repeated: it may be personal, and errors are logged.
    """
    details = error.errors(include_url=False, include_input=False)
    lines = tuple(f"{path(detail['loc'])}: {_words(detail)}" for detail in details[:MAX_PROBLEMS])
    return lines if len(details) <= MAX_PROBLEMS else (*lines, f"... and {len(details) - MAX_PROBLEMS} more")


def path(location: tuple[str | int, ...]) -> str:
    """Return *location* the way the file would say it: ``members[2].anchoring.day``."""
    text = ""
    for part in location:
        if isinstance(part, int):
            text += f"[{part}]"
        elif part != "[key]":
            text += f".{shown(part)}" if text else shown(part)
    return text or "(the whole)"


def shown(text: str) -> str:
    """Return *text* from outside so that it can stand in a line on any terminal: short, nothing but printable."""
    printable = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return printable if len(printable) <= MAX_SHOWN else printable[:MAX_SHOWN] + "..."


def _words(detail: ErrorDetails) -> str:
    if "[key]" in detail["loc"]:
        return "unknown key"
    if detail.get("ctx", {}).get("class_name") == "Private":
        return "must be text"
    return _WORDS.get(detail["type"], detail["msg"].removeprefix("Value error, "))
