"""Lists come from the database, page by page; nothing to show is said with the next step."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from domain import commands as c
from tests.cli.conftest import Terminal
from tests.stage import OFFICER


async def test_cases_come_with_the_next_deadline_first_and_page_by_page(opened: Terminal) -> None:
    for _ in range(3):
        await opened.stage.submit()

    first = await opened.json("case", "list", "--limit", 2)
    second = await opened.json("case", "list", "--limit", 2, "--after", first["next"])

    numbers = [case["case_no"] for page in (first, second) for case in page["cases"]]
    assert sorted(numbers) == ["SFIN-2026-1", "SFIN-2026-2", "SFIN-2026-3"]
    assert (len(first["cases"]), second["next"]) == (2, None)


async def test_a_page_tells_people_how_to_get_the_next(opened: Terminal) -> None:
    for _ in range(2):
        await opened.stage.submit()

    result = await opened("case", "list", "--limit", 1)

    assert "Neste side: --after " in result.stdout


async def test_a_list_of_cases_shows_names_money_and_days_as_people_read_them(opened: Terminal) -> None:
    await opened.stage.submit()

    result = await opened("case", "list")

    (row,) = [line for line in result.stdout.splitlines() if line.startswith("SFIN-2026-1")]
    assert row.split("  ")[0] == "SFIN-2026-1"
    assert "Hamar" in row
    assert "kr\xa0400\xa0000" in row
    assert "04.03.2026 fordeling av saken" in row


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--stage", "submitted"), 1),
        (("--stage", "granted"), 0),
        (("--office", "SFVL"), 0),
        (("--host", "970540008"), 1),
        (("--strand", "leader"), 0),
        (("--year", "2026"), 1),
        (("--search", "tidlig INNSATS"), 1),
        (("--officer", "nobody"), 0),
        (("--finished",), 0),
        (("--overdue",), 0),
    ],
)
async def test_a_list_of_cases_can_be_narrowed(
    unchanged: Terminal, options: tuple[str, ...], found: int
) -> None:
    assert len((await unchanged.json("case", "list", *options))["cases"]) == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("case", "list"), "saksgang submit FIL"),
        (("case", "list", "--year", "2021"), "--finished"),
        (("tasks",), "Ingen oppgaver venter."),
        (("overdue",), "Ingenting er over fristen 01.03.2026."),
        (("round", "list"), "saksgang round open"),
        (("mandate", "show"), "saksgang mandate set"),
    ],
)
async def test_an_empty_list_says_so_and_what_comes_next(
    terminal: Terminal, words: tuple[str, ...], said: str
) -> None:
    result = await terminal(*words)

    assert result.exit_code == 0
    assert said in result.stdout


async def test_tasks_are_listed_for_one_role_or_for_all(opened: Terminal) -> None:
    await opened.stage.submit()

    everybody = await opened.json("tasks")
    leaders = await opened.json("tasks", "--office", "SFIN", "--role", "leader")

    assert [(task["case_no"], task["code"], task["role"]) for task in everybody["tasks"]] == [
        ("SFIN-2026-1", "assign", "case_officer")
    ]
    assert everybody["tasks"][0]["late"] is False
    assert leaders["tasks"] == []


async def test_the_overdue_list_is_right_while_the_engine_is_down(opened: Terminal) -> None:
    await opened.stage.submit()
    away = opened.without_engine()

    on_the_last_day = await away.json("overdue", "--as-of", "2026-03-04")
    the_day_after = await away.json("overdue", "--as-of", "2026-03-05")
    shown = await away("overdue", "--as-of", "2026-03-06", "--lang", "en")

    assert on_the_last_day == {"as_of": "2026-03-04", "overdue": [], "more": False}
    (row,) = the_day_after["overdue"]
    assert (row["case_no"], row["last_day"], row["days_over"]) == ("SFIN-2026-1", "2026-03-04", 1)
    assert (row["role"], row["rule"], row["rung"]) == ("case_officer", "T03", 0)
    assert shown.exit_code == 0
    assert "Overdue on 6 March 2026" in shown.stdout


async def test_the_overdue_list_follows_the_cases_own_time(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    await opened.stage.move_to(datetime(2026, 3, 10, tzinfo=UTC), [case_id])

    answer = await opened.json("overdue")

    assert answer["as_of"] == "2026-03-10"
    assert [row["rung"] for row in answer["overdue"]] == [1]


async def test_what_was_done_in_time_is_not_overdue(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    await opened.stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    await opened.stage.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))

    assert (await opened.json("overdue", "--as-of", "2026-04-01"))["overdue"] == []
    (target,) = (await opened.json("overdue", "--as-of", "2026-12-01"))["overdue"]
    assert (target["about"], target["last_day"]) == ("assess", "2026-05-30")


async def test_an_unknown_case_hints_at_the_list(opened: Terminal) -> None:
    result = await opened("case", "show", uuid4())

    assert result.exit_code == 2
    assert "saksgang case list" in result.stderr


# --- what belongs to no case ------------------------------------------------------------------------------------------


async def test_an_office_sees_its_own_tasks_among_those_of_its_cases(opened: Terminal) -> None:
    await opened.stage.submit()

    mine = (await opened.json("tasks", "--office", "SFIN"))["tasks"]

    assert [(one["code"], one["case_no"], one["due"]) for one in mine] == [
        ("assign", "SFIN-2026-1", "2026-03-04T23:00:00Z"),
        ("reach_out", "2026", "2026-04-30T22:00:00Z"),
    ]
    assert (mine[1]["case_id"], mine[1]["rule"], mine[1]["params"]["year"]) == (None, "R26-64", 2026)
    shown = await opened("tasks", "--office", "SFIN", "--lang", "en")
    assert "Municipalities are in no network: invite them" in shown.stdout


async def test_an_office_sees_its_own_tasks_by_role_and_page(terminal: Terminal) -> None:
    leaders = await terminal.json("tasks", "--office", "SFIN", "--role", "leader")
    one = await terminal.json("tasks", "--office", "SFIN", "--limit", "1")

    assert [task["code"] for task in leaders["tasks"]] == ["register_mandate", "open_round"]
    assert (len(one["tasks"]), one["more"]) == (1, True)


async def test_an_office_s_own_duty_is_overdue_from_the_day_after_its_last(terminal: Terminal) -> None:
    away = terminal.without_engine()

    in_time = await away.json("overdue", "--office", "SFIN", "--as-of", "2026-02-28")
    late = await away.json("overdue", "--office", "SFIN", "--as-of", "2026-03-01")
    other = await away.json("overdue", "--as-of", "2026-03-01")
    shown = await away("overdue", "--office", "SFIN", "--as-of", "2026-03-02")

    assert in_time["overdue"] == []
    (row,) = late["overdue"]
    assert (row["about"], row["last_day"], row["days_over"], row["case_id"]) == (
        "register_mandate",
        "2026-02-28",
        1,
        None,
    )
    assert other["overdue"] == []
    assert "Registrer tildelingsbrevet" in shown.stdout
