"""The security documents name what exists, leave no requirement out, and claim nothing without evidence."""

import ast
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
ASVS = ROOT / "docs" / "asvs.md"
SECURITY = ROOT / "docs" / "security.md"

#: The levels of the requirements of each section of ASVS 5.0.0, in the order of their numbers.
LEVELS = {
    "1.1": "22",
    "1.2": "1111122223",
    "1.3": "112222222223",
    "1.4": "222",
    "1.5": "123",
    "2.1": "122",
    "2.2": "112",
    "2.3": "12223",
    "2.4": "23",
    "3.1": "3",
    "3.2": "113",
    "3.3": "12223",
    "3.4": "11222233",
    "3.5": "11122333",
    "3.6": "3",
    "3.7": "22333",
    "4.1": "12233",
    "4.2": "23333",
    "4.3": "22",
    "4.4": "1222",
    "5.1": "2",
    "5.2": "112333",
    "5.3": "113",
    "5.4": "222",
    "6.1": "122",
    "6.2": "111111112222",
    "6.3": "11223333",
    "6.4": "112233",
    "6.5": "22222333",
    "6.6": "2223",
    "6.7": "33",
    "6.8": "2222",
    "7.1": "222",
    "7.2": "1111",
    "7.3": "22",
    "7.4": "11222",
    "7.5": "223",
    "7.6": "22",
    "8.1": "1233",
    "8.2": "1123",
    "8.3": "133",
    "8.4": "23",
    "9.1": "111",
    "9.2": "1222",
    "10.1": "22",
    "10.2": "223",
    "10.3": "22223",
    "10.4": "1111122222233333",
    "10.5": "22222",
    "10.6": "22",
    "10.7": "222",
    "11.1": "2233",
    "11.2": "22233",
    "11.3": "11233",
    "11.4": "1222",
    "11.5": "23",
    "11.6": "23",
    "11.7": "33",
    "12.1": "12233",
    "12.2": "11",
    "12.3": "22223",
    "13.1": "2333",
    "13.2": "222223",
    "13.3": "2233",
    "13.4": "1222233",
    "14.1": "22",
    "14.2": "12223333",
    "14.3": "122",
    "15.1": "12233",
    "15.2": "12233",
    "15.3": "1222222",
    "15.4": "3333",
    "16.1": "2",
    "16.2": "22222",
    "16.3": "2222",
    "16.4": "222",
    "16.5": "2223",
    "17.1": "23",
    "17.2": "22223333",
    "17.3": "22",
}
ASKED = {
    f"{section}.{number}": level
    for section, levels in LEVELS.items()
    for number, level in enumerate(levels, 1)
    if level in "12"
}
STATUSES = {"holds", "**partly**", "**does not hold**", "not applicable"}

#: A file of ours, and perhaps a test in it.
NAMED = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)(?:::(\w+))?`")


class Row(NamedTuple):
    number: str
    level: str
    status: str
    evidence: str


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    cells = (line.strip("|").split("|") for line in ASVS.read_text().splitlines())
    return [
        Row(parts[0].strip(), parts[1].strip(), parts[3].strip(), parts[4].strip())
        for parts in cells
        if re.fullmatch(r"\d+\.\d+\.\d+", parts[0].strip())
    ]


def functions_in(path: Path) -> set[str]:
    """Return the names of the functions in *path*, those of classes too."""
    tree = ast.parse(path.read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_the_standard_is_wholly_known() -> None:
    assert Counter("".join(LEVELS.values())) == {"1": 70, "2": 183, "3": 92}


def test_every_requirement_of_levels_1_and_2_stands_there_once(rows: list[Row]) -> None:
    assert [(row.number, row.level) for row in rows] == list(ASKED.items())


def test_every_status_is_one_of_four_and_the_sums_are_right(rows: list[Row]) -> None:
    counted = Counter(row.status.strip("*") for row in rows)

    assert {row.status for row in rows} <= STATUSES
    sums = "| {holds} | {partly} | {does not hold} | {not applicable} |"
    assert sums.format(**counted) in ASVS.read_text()


def test_nothing_holds_without_evidence_and_whatever_does_not_says_why(rows: list[Row]) -> None:
    bare = [row.number for row in rows if row.status == "holds" and not _is_evidence(row)]

    assert [row.number for row in rows if not row.evidence] == []
    assert bare == []


def _is_evidence(row: Row) -> bool:
    return NAMED.search(row.evidence) is not None or re.search(r"\]\([\w./-]+\)", row.evidence) is not None


@pytest.mark.parametrize("document", [ASVS, SECURITY], ids=lambda path: path.name)
def test_every_file_and_every_test_that_is_named_exists(document: Path) -> None:
    text = document.read_text()
    named = NAMED.findall(text)
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", text)

    assert named
    assert [path for path, _ in named if not (ROOT / path).exists()] == []
    assert [link for link in linked if not (document.parent / link).exists()] == []
    absent = [f"{path}::{test}" for path, test in named if test and test not in functions_in(ROOT / path)]
    assert absent == []
