"""A list for Excel reads as Norwegians read it, and nothing in it is run."""

from datetime import date

import pytest

from web.excel import Cell, Ore, csv_text


def line(cell: Cell) -> str:
    return csv_text(["Hode"], [[cell]]).splitlines()[1]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("Hamar", "Hamar"),
        ("a;b", '"a;b"'),
        ('sa "ja"', '"sa ""ja"""'),
        (None, '""'),
        (2026, "2026"),
        (date(2027, 12, 31), "31.12.2027"),
        (Ore(100_000_000), "1 000 000,00"),
        (Ore(24_999_950), "249 999,50"),
        (Ore(0), "0,00"),
        (Ore(-5), "-0,05"),
    ],
)
def test_a_cell_reads_as_norwegians_read_it(cell: Cell, shown: str) -> None:
    assert line(cell) == shown


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+47 12", "-1", "@SUM(A1)", " =1", "\N{NO-BREAK SPACE}=1", "\t=1", "＝1", '=HYPERLINK("x")'],
)
def test_a_text_that_excel_would_calculate_is_only_text(text: str) -> None:
    assert line(text).lstrip('"').startswith("'")


def test_the_file_begins_with_the_mark_that_tells_excel_its_letters() -> None:
    assert csv_text(["Kárášjohka"], []) == "\N{ZERO WIDTH NO-BREAK SPACE}Kárášjohka\r\n"
