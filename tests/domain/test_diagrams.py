from pathlib import Path

from domain.appeals import AppealChart
from domain.authority import MAY
from domain.claims import ClaimChart
from domain.diagrams import picture_of_the_case, stages_document, ways
from domain.duties import DutyChart
from domain.lifecycle import Lifecycle, Move

COMMITTED = Path(__file__).parents[2] / "docs" / "stages.md"


def test_the_committed_pictures_are_what_the_statecharts_make() -> None:
    assert COMMITTED.read_text("utf-8") == stages_document(), "run `make generated` and commit"


def test_the_picture_of_the_case_is_the_one_in_the_document() -> None:
    assert picture_of_the_case() in stages_document()


def test_every_way_of_every_machine_stands_in_the_document() -> None:
    lines = stages_document().splitlines()

    for chart in (Lifecycle, DutyChart, ClaimChart, AppealChart):
        for way in ways(chart):
            assert any(line.startswith(f"| {' | '.join(way)} |") for line in lines), way


def test_every_move_of_the_case_says_who_makes_it_and_by_which_transition() -> None:
    rows = [line.split(" | ") for line in stages_document().splitlines() if line.startswith("| ")]
    of_the_case = [row for row in rows if len(row) == 5 and row[1] in set(Move)]

    assert {row[1] for row in of_the_case} == {move.value for move in Move}
    assert all(
        row[3].strip("`").split("`")[0] in MAY or row[3].startswith(("follows", "clock"))
        for row in of_the_case
    )
    assert all(row[4].removesuffix(" |").startswith("T") for row in of_the_case)
