"""An office's settings, typed at a terminal."""

from tests.cli.conftest import Terminal


async def test_a_leader_sets_how_much_of_a_claim_may_be_given_up(terminal: Terminal) -> None:
    refused = await terminal.json(
        "office",
        "set",
        "--office",
        "SFIN",
        "--write-off-limit",
        10_000,
        "--as",
        "case_officer@SFIN",
        status=1,
    )
    assert (refused["code"], refused["rule"]) == ("role_not_allowed", "T16")

    answer = await terminal.json(
        "office", "set", "--office", "SFIN", "--write-off-limit", 10_000, "--as", "leader@SFIN"
    )

    assert (answer["outcome"], answer["write_off_limit_ore"]) == ("done", 1_000_000)
    shown = await terminal.json("office", "show", "--office", "SFIN")
    assert shown == {"office": "SFIN", "attestor_may_recommend": False, "write_off_limit_ore": 1_000_000}
    assert "kr\xa010\xa0000" in (await terminal("office", "show", "--office", "SFIN")).stdout
    assert "ikke satt" in (await terminal("office", "show", "--office", "SFAG")).stdout


async def test_nothing_to_set_is_no_command(terminal: Terminal) -> None:
    result = await terminal("office", "set", "--office", "SFIN", "--as", "leader@SFIN")

    assert result.exit_code == 2
    assert "at least one setting" in result.output
