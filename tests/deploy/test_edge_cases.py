"""Every number of docs/edge-cases.md has a test that bears it, and no test bears a number that is none."""

from pathlib import Path

import pytest

from deploy.edge_cases import NUMBERS, EdgeCaseError, edge_cases, marked_tests

DOCUMENT = "# Edge cases\n\n" + "".join(f"| {number} | What is done. | |\n" for number in NUMBERS)
TESTED = {number: ["[a test](../tests/test_it.py)"] for number in NUMBERS}


def without(number: str) -> dict[str, list[str]]:
    return {one: tests for one, tests in TESTED.items() if one != number}


def test_the_tests_of_each_number_stand_in_its_row() -> None:
    tests = TESTED | {"E12": ["[one](../tests/a.py)", "[another](../tests/b.py)"]}

    written = edge_cases(DOCUMENT, tests)

    assert "| E12 | What is done. | [one](../tests/a.py)<br>[another](../tests/b.py) |\n" in written
    assert edge_cases(written, tests) == written
    assert written.startswith("# Edge cases\n\n| Q1 |")


@pytest.mark.parametrize(
    "document",
    [
        DOCUMENT.replace("| E12 | What is done. | |\n", ""),
        DOCUMENT.replace("| E12 |", "| E48 |"),
        DOCUMENT.replace("| E12 |", "| X |").replace("| E13 |", "| E12 |").replace("| X |", "| E13 |"),
    ],
)
def test_every_number_stands_once_in_its_place(document: str) -> None:
    with pytest.raises(EdgeCaseError):
        edge_cases(document, TESTED)


def test_a_number_without_a_test_is_told_unless_it_is_said_not_to_be_kept() -> None:
    with pytest.raises(EdgeCaseError, match=r"\['E12'\]"):
        edge_cases(DOCUMENT, without("E12"))

    not_yet = DOCUMENT.replace("| E12 | What", "| E12 | *Not yet:* what")
    assert edge_cases(not_yet, without("E12")).count("*Not yet:*") == 1
    with pytest.raises(EdgeCaseError, match=r"\['E12'\]"):
        edge_cases(not_yet, TESTED)


def test_a_mark_that_is_no_number_is_told() -> None:
    with pytest.raises(EdgeCaseError, match=r"\['E99'\]"):
        edge_cases(DOCUMENT, TESTED | {"E99": ["[a test](../tests/test_it.py)"]})


def test_marks_are_found_on_tests_that_run_and_on_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "tests" / "deep").mkdir(parents=True)
    (tmp_path / "tests" / "deep" / "test_it.py").write_text(
        "import pytest\n"
        '@pytest.mark.edge("E1", "C2")\n'
        '@pytest.mark.parametrize("kr", [1])\n'
        "def test_two_numbers(kr): ...\n"
        '@pytest.mark.edge("E1")\n'
        "async def test_another(): ...\n"
        '@pytest.mark.skip\n@pytest.mark.edge("E1")\ndef test_skipped(): ...\n'
        '@pytest.mark.xfail(reason="E1")\n@pytest.mark.edge("E1")\ndef test_that_fails(): ...\n'
        '@pytest.mark.edge("E1")\ndef no_test(): ...\n'
        'def test_unmarked(): "E1"\n'
    )

    two, another = "[two numbers](../tests/deep/test_it.py)", "[another](../tests/deep/test_it.py)"
    assert marked_tests(tmp_path) == {"E1": [two, another], "C2": [two]}
