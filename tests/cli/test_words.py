"""The command line's own words are there in all three languages, say the same, and are all used."""

import ast
import re

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from cli.errors import Phrase
from cli.words import CATALOGUE, line, printable, word
from domain.problems import Problem
from letters.bundles import MissingTextError, TextError
from letters.formats import Language

#: Keys that are put together where they are used.
FAMILIES = ("letter-", "outbox-", "severity-", "input-", "outcome-", "refusal-", "standing-")

CLI = CATALOGUE.folder.parent


class Variables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's way
        self.found.add(node.id.name)


def messages(language: Language) -> dict[str, set[str]]:
    found = {}
    for resource in CATALOGUE.resources(language).values():
        for entry in resource.body:
            if isinstance(entry, ftl.Message):
                seen = Variables()
                seen.visit(entry)
                found[entry.id.name] = seen.found
    return found


def sources() -> str:
    files = [path for path in CLI.glob("*.py") if path.name != "demo.py"]
    return "\n".join(path.read_text("utf-8") for path in files)


@pytest.mark.parametrize("language", list(Language))
def test_the_words_are_the_same_in_every_language(language: Language) -> None:
    assert messages(language) == messages(Language.NB)


def test_every_word_is_used() -> None:
    text = sources()
    unused = [
        key
        for key in messages(Language.NB)
        if not re.search(rf"""["']{key}["'.]""", text) and not key.startswith(FAMILIES)
    ]

    assert unused == []


def test_every_word_that_is_used_is_there() -> None:
    keys = set(messages(Language.NB))
    asked = set(re.findall(r'(?:\bword|\bPhrase)\(\s*"([a-z][A-Za-z0-9-]*)"', sources()))

    assert sorted(asked - keys) == []


def test_no_line_of_an_error_is_written_out_in_one_language() -> None:
    raised = [
        f"{path.name}:{call.lineno}"
        for path in sorted(CLI.glob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in {"UnusableError", "AwayError"}
        for said in call.args
        if isinstance(said, ast.JoinedStr | ast.Constant)
    ]

    assert raised == []


def test_a_problem_is_said_in_every_language_with_its_field() -> None:
    problem = Problem("members[2].anchoring.day", "day", "not a day (such as 2026-03-31)")
    why = Phrase("file-unreadable", {"path": "a.json", "reason": Phrase("file-missing")})

    assert [line(language, problem) for language in Language] == [
        "members[2].anchoring.day: er ingen dag (slik som 2026-03-31)",
        "members[2].anchoring.day: er ingen dag (slik som 2026-03-31)",
        "members[2].anchoring.day: is no day (such as 2026-03-31)",
    ]
    assert line(Language.NN, why) == "a.json kan ikkje brukast: fila finst ikkje"


def test_a_missing_word_is_an_error() -> None:
    with pytest.raises(MissingTextError):
        word(Language.NB, "no-such-word")


def test_a_word_without_its_parameter_is_an_error() -> None:
    with pytest.raises(TextError, match="seq"):
        word(Language.NB, "no-events")


def test_a_long_path_is_not_cut_short() -> None:
    path = "/en/lang/sti" * 20

    assert path in word(Language.NB, "signed", {"path": path})


def test_what_comes_from_outside_stays_on_one_line_and_cannot_steer_a_terminal() -> None:
    assert printable("a\nb\x1b[2J\tc\xa0d") == "a b\N{REPLACEMENT CHARACTER}[2J c\xa0d"


def test_the_catalogues_lie_beside_the_code() -> None:
    assert sorted(path.name for path in CATALOGUE.folder.iterdir()) == ["en", "help.toml", "nb", "nn"]
