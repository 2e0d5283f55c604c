"""Mandates and rounds, read from the example files and from options."""

from pathlib import Path
from uuid import uuid4

import pytest

from domain import commands as c
from tests.cli.conftest import EXAMPLES, Terminal
from tests.stage import OFFICER

LEADER = ("--as", "leader@SFIN")
MANDATE = EXAMPLES / "mandate-2026-sfin.toml"


async def test_a_mandate_is_registered_from_a_file_in_kroner(terminal: Terminal) -> None:
    answer = await terminal.json("mandate", "set", MANDATE, *LEADER)

    assert (answer["outcome"], answer["mandate"]) == ("done", "SFIN-2026")
    assert [(frame["pot"], frame["amount_ore"], frame["earmarked"]) for frame in answer["frames"]] == [
        ("leader", 60_000_000, True),
        ("learning", 430_000_000, False),
    ]


async def test_a_mandate_is_registered_from_options(terminal: Terminal) -> None:
    result = await terminal(
        "mandate", "set", "--office", "SFIN", "--year", 2026, "--reference", "26/7",
        "--frame", "learning=4 000 000", "--frame", "leader=600000:earmarked", *LEADER,
    )  # fmt: skip

    assert result.exit_code == 0, result.output
    assert "kr\xa04\xa0000\xa0000" in result.stdout
    assert "barnevernsledernettverk (øremerket)" in result.stdout


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ((MANDATE, "--year", "2026"), "enten en fil eller valgene"),
        (("--office", "SFIN", "--year", "2026", "--reference", "x", "--frame", "learning"), "skriv POTT=KRONER"),
        (("--office", "SFIN", "--year", "2026", "--reference", "x", "--frame", "learning=-1"), "skriv POTT=KRONER"),
        (("--office", "SFIN", "--year", "2026", "--reference", "x", "--frame", "learning=1:mine"), "skriv POTT=KRONER"),
        (("--office", "SFIN", "--year", "2026", "--frame", "learning=1"), "reference: nøkkelen mangler"),
        (("--office", "SFIN", "--year", "2026", "--reference", "x"), "frames: "),
        ((), "office: nøkkelen mangler"),
    ],
)  # fmt: skip
async def test_a_mandate_that_cannot_be_read_is_unusable(
    unchanged: Terminal, options: tuple[object, ...], problem: str
) -> None:
    result = await unchanged("mandate", "set", *options, *LEADER)

    assert result.exit_code == 2
    assert problem in result.stderr


async def test_a_mandate_by_another_than_a_leader_of_the_office_is_refused(unchanged: Terminal) -> None:
    before = await unchanged.stored()

    officer = await unchanged.json("mandate", "set", MANDATE, "--as", "case_officer@SFIN", status=1)
    stranger = await unchanged.json("mandate", "set", MANDATE, "--as", "leader@SFVL", status=1)

    assert (officer["code"], stranger["code"]) == ("role_not_allowed", "other_office")
    assert await unchanged.stored() == before


async def test_a_round_is_announced_with_its_deadline_on_the_norwegian_clock(terminal: Terminal) -> None:
    result = await terminal("round", "open", EXAMPLES / "round-2026-learning-sfin.toml", *LEADER)
    listed = await terminal.json("round", "list")

    assert result.exit_code == 0, result.output
    assert "Runde SFIN-2026-R1 er kunngjort, søknadsfrist 1. juni 2026 kl. 23.59" in result.stdout
    (round_,) = listed["rounds"]
    assert (round_["opens_at"], round_["closes_at"]) == ("2026-02-19T23:00:00Z", "2026-06-01T22:00:00Z")


async def test_a_round_announced_while_the_engine_is_down_starts_later(terminal: Terminal) -> None:
    away = terminal.without_engine()

    answer = await away.json("round", "open", EXAMPLES / "round-2026-leader-sfin.toml", *LEADER)

    assert (answer["outcome"], answer["started"]) == ("done", False)
    assert (await terminal("rebuild")).exit_code == 0


async def test_the_same_round_announced_again_is_one_round(terminal: Terminal) -> None:
    command = ("round", "open", EXAMPLES / "round-2026-learning-sfin.toml", *LEADER, "--command-id", uuid4())

    first, second = await terminal.json(*command), await terminal.json(*command)

    assert first["round_id"] == second["round_id"]
    assert len((await terminal.json("round", "list"))["rounds"]) == 1


async def test_a_round_whose_deadline_has_passed_is_refused(terminal: Terminal) -> None:
    result = await terminal("round", "open", EXAMPLES / "round-2021-sfin.toml", *LEADER)

    assert result.exit_code == 1
    assert "1. juni 2021 kl. 23.59" in result.stderr


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ["Søknadsfrist", "1. juni 2026 kl. 23.59", "Tiltaket er i tråd med formålet med ordningen"]),
        ("nn", ["Søknadsfrist", "1. juni 2026 kl. 23.59", "Tiltaket er i tråd med formålet med ordninga"]),
        ("en", ["Closes", "1 June 2026 at 23:59", "Tiltaket er i tråd med formålet med ordningen"]),
    ],
)
async def test_a_round_is_shown_with_its_criteria_and_what_has_happened(
    terminal: Terminal, language: str, words: list[str]
) -> None:
    await terminal("round", "open", EXAMPLES / "round-2026-learning-sfin.toml", *LEADER)

    result = await terminal("round", "show", "sfin-2026-r1", "--lang", language)

    assert result.exit_code == 0, result.output
    assert [word for word in words if word not in result.stdout] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ["Embetet ber om mer", "Utlysning 2026, andre runde", "plan for arbeidet: ", "Uten en plan"]),
        ("nn", ["Embetet ber om meir", "plan for arbeidet: ", "talet på kommunar: 3"]),
        ("en", ["The office asks for more", "Uten en plan"]),
    ],
)
async def test_what_the_office_asks_for_beside_the_rules_is_shown_with_its_reasons(
    terminal: Terminal, language: str, words: list[str]
) -> None:
    opened = await terminal.json("round", "open", EXAMPLES / "round-2026-stricter-sfin.toml", *LEADER)

    read = await terminal("round", "show", opened["round_no"], "--lang", language)
    shape = await terminal.json("round", "show", opened["round_no"])

    assert [word for word in words if word not in " ".join(read.stdout.split())] == []
    assert [one["value"] for one in shape["override"]["settings"]] == ["error", 3]


async def test_a_round_that_asks_for_less_than_the_rules_is_refused_with_the_rule_and_the_value(
    unchanged: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "looser.toml"
    text = (EXAMPLES / "round-2026-stricter-sfin.toml").read_text("utf-8")
    file.write_text(text.replace('value = "error"', 'value = "off"'), "utf-8")
    before = await unchanged.stored()

    answer = await unchanged.json("round", "open", file, *LEADER, status=1)

    assert (answer["code"], answer["rule"]) == ("may_only_tighten", "R26-47")
    assert answer["params"]["key"] == "strands.learning.checks.plan"
    assert answer["params"]["value_rule"] == "R26-23"
    assert await unchanged.stored() == before


async def test_no_round_opens_for_a_year_whose_rules_are_not_there(
    unchanged: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "next.toml"
    text = (EXAMPLES / "round-2026-learning-sfin.toml").read_text("utf-8")
    for old, new in (("grant_year = 2026", "grant_year = 2027"), ("2026-bufdir", "2027-bufdir")):
        text = text.replace(old, new)
    file.write_text(text, "utf-8")

    answer = await unchanged.json("round", "open", file, *LEADER, status=1)

    assert (answer["code"], answer["rule"]) == ("rule_set_missing_for_year", "R26-66")


async def test_what_is_left_of_the_frames_follows_the_grants(opened: Terminal) -> None:
    await opened.stage.grant(await opened.stage.submit(), 400_000)

    (frame,) = (await opened.json("mandate", "show", "--office", "SFIN", "--year", 2026))["frames"]

    assert (frame["amount_ore"], frame["committed_ore"], frame["free_ore"]) == (
        500_000_000,
        40_000_000,
        460_000_000,
    )


async def test_the_applications_of_a_round_are_shown_in_their_places_with_the_cut(opened: Terminal) -> None:
    stage = opened.stage
    await stage.mandate(500_000)
    for place, kr in enumerate((300_000, 250_000), start=1):
        case_id = await stage.submit()
        await stage.recommend(case_id, kr)
        body = {"place": place, "reason": "Treffer formålet"}
        await stage.do(case_id, OFFICER, c.Rank.model_validate(body))

    shape = await opened.json("round", "ranking", "SFIN-2026-R1")
    read = " ".join((await opened("round", "ranking", "SFIN-2026-R1")).stdout.replace("\xa0", " ").split())

    [pot] = shape["pots"]
    assert [(one["case_no"], one["place"], one["over"]) for one in pot["cases"]] == [
        ("SFIN-2026-1", 1, False),
        ("SFIN-2026-2", 2, True),
    ]
    assert (pot["over_ore"], pot["cut_before"]) == (5_000_000, "SFIN-2026-2")
    assert "her er rammen brukt opp" in read
    assert "Over rammen med kr 50 000" in read


async def test_a_round_without_applications_has_nothing_to_rank(opened: Terminal) -> None:
    assert (await opened.json("round", "ranking", "SFIN-2026-R1"))["pots"] == []
    assert "Ingen søknader i runden" in (await opened("round", "ranking", "SFIN-2026-R1")).stdout
    assert (await opened("round", "ranking", "SFIN-2026-R9")).exit_code == 2
