"""Help, and what was not understood, in the reader's language, chosen as every other word is: ``--lang``, ``SAKSGANG_LANG``.

Commands are written with their English help, as Typer shows it; ``locales/help.toml`` has the other languages by it. What
is shown is put in its place while Typer shows it, so that every command says it alike.
"""

import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from cli.errors import Line, Phrase, Status

if TYPE_CHECKING:
    from domain.problems import Problem
    from letters.formats import Language

HELP: Final = Path(__file__).with_name("locales") / "help.toml"

#: The names under which Typer keeps its own words.
TITLES: Final = (
    "ARGUMENTS_PANEL_TITLE",
    "OPTIONS_PANEL_TITLE",
    "COMMANDS_PANEL_TITLE",
    "REQUIRED_LONG_STRING",
    "DEFAULT_STRING",
    "ENVVAR_STRING",
)
USAGE: Final = "Usage:"

_LANGUAGE: ContextVar[str] = ContextVar("language of help", default="nb")

_NO_SUCH_COMMAND: Final = re.compile(r"No such command '(?P<text>[^']*)'\.")
_EXTRA: Final = re.compile(r"Got unexpected extra argument\S* \((?P<text>.*)\)")
_ONE_OF: Final = re.compile(r" is not one of (?P<names>'.*')\.$")


def speaking(app: typer.Typer) -> typer.Typer:
    """Return *app* with every command of it telling its help in the reader's language."""
    app.info.cls = SpokenGroup
    _let_speak(app)
    return app


def _let_speak(app: typer.Typer) -> None:
    for command in app.registered_commands:
        command.cls = SpokenCommand
    for group in app.registered_groups:
        group.cls = SpokenGroup
        if group.typer_instance is not None:
            group.typer_instance.info.cls = SpokenGroup
            _let_speak(group.typer_instance)


def translated(english: str, language: str) -> str:
    """Return what stands in the code as *english* in another language; the same where nobody has translated it."""
    plain = english.strip()
    return english if language == "en" else _texts().get(plain, {}).get(language, english)


@cache
def _texts() -> dict[str, dict[str, str]]:
    return tomllib.loads(HELP.read_text("utf-8"))


class _Spoken:
    """What a command and a group of them do alike."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        with _in_the_reader_s_language(self, ctx):
            super().format_help(ctx, formatter)  # type: ignore[misc]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), f"{translated(USAGE, _LANGUAGE.get())} ")


class SpokenCommand(_Spoken, TyperCommand):
    """A command that tells its help in the reader's language."""


class SpokenGroup(_Spoken, TyperGroup):
    """A group of commands; the one at the root also tells what was not understood."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line, and end the process with its status."""
        words = list(sys.argv[1:] if args is None else args)
        before = _LANGUAGE.set(asked_for(words))
        try:
            status = super().main(words, prog_name, complete_var, False, windows_expand_args, **extra)
        except typer.Abort:
            typer.echo(_word("usage-aborted"), err=True)
            status = Status.REFUSED.value
        except Exception as error:
            # Typer tells what it does not understand by exceptions that say how they are shown.
            if not standalone_mode or not hasattr(error, "format_message"):
                raise
            status = _complain(error, as_json="--json" in words)
        finally:
            _LANGUAGE.reset(before)
        if not standalone_mode:
            return status
        sys.exit(status if isinstance(status, int) else Status.DONE.value)


def asked_for(words: Sequence[str]) -> str:
    """Return the language that a command line asks for, before anybody has understood it."""
    given = [after for word, after in pairwise(words) if word == "--lang"]
    given += [word.partition("=")[2] for word in words if word.startswith("--lang=")]
    for code in (*given, os.environ.get("SAKSGANG_LANG", "")):
        if code in {"nb", "nn", "en"}:
            return code
    return "nb"


@contextmanager
def _in_the_reader_s_language(command: Any, ctx: Any) -> Iterator[None]:
    """Let *command*, its options and the commands in it have their words in the reader's language while the body runs."""
    from typer import rich_utils

    language = _LANGUAGE.get()
    inner = [command.get_command(ctx, name) for name in getattr(command, "commands", ())]
    spoken = [command, *command.get_params(ctx), *inner]
    changes = [
        (one, name, translated(said, language))
        for one in spoken
        for name in ("help", "short_help", "epilog", "rich_help_panel")
        if (said := getattr(one, name, None))
    ]
    changes += [(rich_utils, name, translated(getattr(rich_utils, name), language)) for name in TITLES]
    before = [(one, name, getattr(one, name)) for one, name, _ in changes]
    try:
        for one, name, said in changes:
            setattr(one, name, said)
        yield
    finally:
        for one, name, said in before:
            setattr(one, name, said)


def _complain(error: Any, *, as_json: bool) -> int:
    """Say what was not understood, and how the command is used; return the status."""
    ctx, language = getattr(error, "ctx", None), _language()
    if type(error).__name__ == "NoArgsIsHelpError":
        # Its making has shown the help.
        return Status.UNUSABLE.value
    from cli.environment import Environment
    from cli.errors import UnusableError
    from cli.session import Session

    lines = [_what(error)]
    if ctx is not None and not as_json:
        lines.append(Phrase("usage-help", {"program": ctx.command_path}))
    Session(environment=Environment.of_process(), language=language, as_json=as_json).fail(
        UnusableError(*lines)
    )
    return Status.UNUSABLE.value


def _what(error: Any) -> Line:
    kind, said = type(error).__name__, str(error.message)
    if kind in _BY_KIND:
        return _BY_KIND[kind](error)
    if found := _NO_SUCH_COMMAND.search(said):
        known = re.findall(r"'([^']*)'", said[found.end() :])
        return Phrase("usage-no_such_command", {"text": found["text"], "known": known})
    if found := _EXTRA.search(said):
        return Phrase("usage-extra", {"text": found["text"]})
    return Phrase("usage-other", {"said": said})


def _about_a_value(error: Any) -> "Problem":
    """Return what is wrong with the value of an option, as the house tells it of a field."""
    from pydantic import ValidationError

    from domain.problems import MistakeError, Problem, problems

    option = _called(error.param) if error.param is not None else ""
    cause = error.__cause__
    if isinstance(cause, MistakeError):
        return Problem.of(option, cause)
    if found := _ONE_OF.search(str(error.message)):
        names = re.findall(r"'([^']*)'", found["names"])
        return Problem(option, "one_of", str(error.message), {"expected": names})
    if isinstance(cause, ValidationError):
        return problems(cause)[0].about(option)
    return Problem(option, "other", str(error.message), {"said": str(error.message)})


#: What Typer's exceptions are about; others tell it in a sentence.
_BY_KIND: Final[dict[str, Callable[[Any], Line]]] = {
    "NoSuchOption": lambda error: Phrase(
        "usage-no_such_option", {"option": error.option_name, "known": list(error.possibilities or ())}
    ),
    "MissingParameter": lambda error: Phrase("usage-missing", {"named": _called(error.param)}),
    "BadOptionUsage": lambda error: Phrase("usage-value", {"option": error.option_name}),
    "BadParameter": _about_a_value,
}


def _called(param: Any) -> str:
    """Return what an option or an argument is called where it is used: ``--office``, ``CASE``."""
    named = str([*param.opts, ""][0])
    return named if named.startswith("-") else str(param.metavar or named.upper())


def _language() -> "Language":
    from letters.formats import Language

    return Language(_LANGUAGE.get())


def _word(key: str) -> str:
    from cli.words import word

    return word(_language(), key)
