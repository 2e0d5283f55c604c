"""When a row is proven, and what is said of one that is not."""

import pytest

from domain.rulebook.rows import Row
from storage.rulesets import load_rows
from tests.rules import book
from tests.rules.evidence import Evidence, load

WHOLE = Evidence(fires="a::fires", silent="a::silent", changes={"2026-bufdir x: 1 -> 2": "a::fires"})


def row(kind: str, rule: str = "R26-99") -> Row:
    return Row(rule=rule, section="3", quote="q", meaning="m", in_force="2026", kind=kind, must="m")


@pytest.mark.parametrize(
    ("lacks", "why"),
    [
        (Evidence(), "nothing in the program keeps it"),
        (Evidence(fires=None, silent="s", changes=WHOLE.changes), "no test saw it come out"),
        (Evidence(fires="f", silent=None, changes=WHOLE.changes), "without its coming out"),
        (Evidence(fires="f", silent="s", changes={"x: 1 -> 2": None}), "no test fails on: x: 1 -> 2"),
    ],
)
def test_a_row_that_lacks_one_of_the_three_is_open_and_says_which(lacks: Evidence, why: str) -> None:
    assert book.standing(row("guard"), lacks) == book.OPEN
    assert why in book.lacking(lacks)[0]


def test_a_row_with_all_three_is_proven_and_one_that_informs_asks_for_nothing() -> None:
    assert book.standing(row("guard"), WHOLE) == book.PROVEN
    assert book.standing(row("info"), Evidence()) == book.TOLD


def test_no_row_is_open() -> None:
    found = load()

    assert [rule for rule, one in load_rows().items() if book.standing(one, found[rule]) == book.OPEN] == []


def test_every_row_stands_on_the_page() -> None:
    page = book.rendered({})

    assert [rule for rule in load_rows() if f"| {rule} |" not in page] == []


def test_evidence_of_guards_that_have_changed_and_of_tests_that_are_gone_is_old() -> None:
    gone = Evidence(fires="tests/rules/test_book.py::test_gone", changes={"domain/x.py f: never (a)": None})
    found = book.problems({"R26-52": gone})

    assert "R26-52: there is no test tests/rules/test_book.py::test_gone" in found
    assert "R26-52: no longer there: domain/x.py f: never (a)" in found
    assert any(
        line.startswith("R26-52: not looked at yet: 2026-bufdir reporting.threshold_kr") for line in found
    )
    assert "R26-51: no run has looked at it" in found


def test_only_the_words_of_a_letter_are_kept_elsewhere() -> None:
    assert book.asks(row("guard + letter"))
    assert not book.asks(row("letter text"))
    assert list(book._of_elsewhere(load_rows(), {})) == []
