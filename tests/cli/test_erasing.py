"""Erasure at a terminal: by id, without showing what goes, as a leader."""

from tests.cli.conftest import Terminal


async def test_a_leader_erases_by_id_and_the_trail_stays_whole(opened: Terminal) -> None:
    case = await opened.stage.case(await opened.stage.submit())
    listed = await opened.json("case", "erasable", case.case_no)
    text = next(one["id"] for one in listed["texts"] if not one["field"].endswith("account"))
    asked = ("case", "erase", case.case_no, "--text", text, "--reason", "Skulle ikke vært her")

    refused = await opened.json(*asked, "--as", "case_officer@SFIN", status=1)
    done = await opened.json(*asked, "--as", "leader@SFIN")

    assert refused["code"] == "role_not_allowed"
    assert (done["outcome"], done["texts"], done["documents"]) == ("done", 1, 0)
    left = await opened.json("case", "erasable", case.case_no)
    assert text not in {one["id"] for one in left["texts"]}
    assert (await opened.json("trail", "verify"))["outcome"] == "whole"


async def test_the_list_names_fields_and_shows_no_text(opened: Terminal) -> None:
    case = await opened.stage.case(await opened.stage.submit())

    shown = (await opened("case", "erasable", case.case_no)).stdout

    assert "contact" in shown
    assert "Kari" not in shown
