"""Help, and what was not understood, in three languages: nothing is missing, nothing is left over, one choice of language."""

import json
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer import rich_utils
from typer.testing import CliRunner, Result

from cli.main import app
from cli.spoken import HELP, TITLES, USAGE, translated

TEXTS: dict[str, dict[str, str]] = tomllib.loads(HELP.read_text("utf-8"))


def said_in(command: Any, context: Any) -> Iterator[str]:
    """Return every text that the help of *command* and of all below it shows."""
    for one in (command, *command.get_params(context)):
        shown = (getattr(one, name, None) for name in ("help", "short_help", "epilog", "rich_help_panel"))
        yield from (text.strip() for text in shown if text)
    for inner in getattr(command, "commands", {}).values():
        yield from said_in(inner, context)


def run(*words: str, **environ: str) -> Result:
    return CliRunner().invoke(app, list(words), env={"SAKSGANG_LANG": None, **environ})


def every_text() -> set[str]:
    command = typer.main.get_command(app)
    context = command.make_context("saksgang", ["rules"], resilient_parsing=True)
    return {*said_in(command, context), *(getattr(rich_utils, name) for name in TITLES), USAGE}


def test_every_text_of_the_help_is_there_in_both_forms_of_norwegian() -> None:
    assert sorted(every_text() - TEXTS.keys()) == []
    assert [text for text, said in TEXTS.items() if said.keys() != {"nb", "nn"}] == []


def test_no_text_is_left_over() -> None:
    assert sorted(TEXTS.keys() - every_text()) == []


def test_what_stands_in_a_text_for_something_else_stands_in_every_language() -> None:
    assert [
        text
        for text, said in TEXTS.items()
        if any(one.count("{}") != text.count("{}") for one in said.values())
    ] == []


@pytest.mark.parametrize(
    ("words", "environ", "said"),
    [
        (["--help"], {}, "Saker: se dem, og handle i dem."),
        (["--lang", "nn", "--help"], {}, "Saker: sjå dei, og handle i dei."),
        (["--help", "--lang=nn"], {}, "Saker: sjå dei, og handle i dei."),
        (["--help"], {"SAKSGANG_LANG": "en"}, "Cases: see them, and act in them."),
        (["--lang", "nb", "--help"], {"SAKSGANG_LANG": "en"}, "Saker: se dem, og handle i dem."),
        (["--lang", "nn", "case"], {}, "List opp saker, den neste fristen først."),
        (["case", "show", "--help", "--lang", "en"], {}, "Show one case"),
    ],
)
def test_the_language_is_chosen_as_that_of_every_other_word(
    words: list[str], environ: dict[str, str], said: str
) -> None:
    assert said in " ".join(run(*words, **environ).output.replace("│", " ").split())


def test_help_in_one_language_leaves_no_trace_in_the_next() -> None:
    nynorsk = run("case", "show", "--help", "--lang", "nn").output
    english = run("case", "show", "--help", "--lang", "en").output

    assert "Bruk:" in nynorsk
    assert "Usage:" in english
    assert "Options" in english
    assert "[kravd]" not in english


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["case", "show", "X", "--nosuch"], "--nosuch er ikke et valg her"),
        (["case", "do", "--comand-id", "1"], "--comand-id er ikke et valg her. Mente du --command-id?"),
        (["case", "show"], "CASE mangler"),
        (["round", "lst"], "lst er ingen kommando her. Mente du list?"),
        (["nothing"], "nothing er ingen kommando her"),
        (["tasks", "--limit", "x"], "--limit: må være et heltall"),
        (["tasks", "--limit", "0"], "--limit: må være minst 1"),
        (["tasks", "--lang", "se"], "--lang: må være nb, nn eller en"),
        (["tasks", "--role", "king"], "--role: må være accountant"),
        (["case", "command", "abc"], "COMMAND_ID: er ingen id (UUID)"),
        (["case", "list", "5", "6"], "5 6 er for mye: kommandoen tar det ikke"),
        (
            ["rules", "duty", "--ruleset"],
            "--ruleset brukes ikke slik: valget krever en verdi, eller tar ingen",
        ),
    ],
)
def test_what_is_not_understood_is_said_in_the_reader_s_language_and_is_unusable(
    words: list[str], said: str
) -> None:
    result = run(*words)

    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_where_it_was_not_understood_the_way_to_the_help_is_told() -> None:
    assert "  Slik blir han brukt: saksgang case show --help\n" in run("case", "show", "--lang", "nn").stderr


def test_in_json_what_was_not_understood_is_a_problem_as_any_other() -> None:
    result = run("case", "show", "--json", "--lang", "en")

    assert (result.exit_code, json.loads(result.stdout)) == (
        2,
        {"outcome": "unusable", "problems": ["CASE is missing"]},
    )


def test_what_nobody_has_translated_stands_in_english() -> None:
    assert translated("Never said.", "nn") == "Never said."
