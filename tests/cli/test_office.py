"""The office's own duties, and what has not left the house, typed at a terminal."""

from datetime import UTC, datetime

from sqlalchemy import text

from tests.cli.conftest import Terminal

LEADER, OFFICER = "leader@SFIN", "case_officer@SFIN"

_PARK = text("UPDATE outbox SET status = 'parked', last_error = 'recipient_missing' WHERE kind = 'message'")


async def park(terminal: Terminal) -> None:
    """Give up every message that waits, as a deliverer does after a dozen tries."""
    async with terminal.stage.database.engine.begin() as conn:
        await conn.execute(_PARK)


async def test_a_duty_of_the_year_is_done_shown_and_taken_back(opened: Terminal) -> None:
    await opened.stage.move_to(datetime(2027, 1, 20, 9, tzinfo=UTC), [])
    words = ("report_to_directorate", "--office", "SFIN", "--year", "2026", "--as", LEADER)

    told = await opened("office", "done", *words, "--reference", "27/114")
    listed = await opened.json("office", "duties", "--office", "SFIN", "--year", "2026")

    assert "Årsrapporten til direktoratet for 2026 gjort 20.01.2027, 27/114" in told.stdout
    assert {one["duty"]: one["done_on"] for one in listed["duties"]} == {
        "report_to_directorate": "2027-01-20",
        "accounts_closing": None,
        "impartiality_list": None,
        "access_review": None,
    }
    shown = await opened("office", "duties", "--office", "SFIN", "--year", "2026", "--lang", "nn")
    assert "Gjennomgangen av habiliteten" in shown.stdout
    again = await opened.json("office", "done", *words, status=1)
    assert (again["code"], again["rule"]) == ("yearly_duty_done", "§2.7")
    assert (await opened("office", "undo", *words)).exit_code == 0
    overdue = await opened.json("overdue", "--office", "SFIN", "--as-of", "2027-02-01")
    assert "report_to_directorate" in [one["about"] for one in overdue["overdue"]]


async def test_a_duty_nobody_knows_is_unusable(opened: Terminal) -> None:
    told = await opened("office", "done", "tidying", "--office", "SFIN", "--year", "2026", "--as", LEADER)

    assert told.exit_code == 2


async def test_what_was_given_up_is_listed_sent_again_or_said_to_have_come_otherwise(
    opened: Terminal,
) -> None:
    await opened.stage.submit()
    assert "Alt er sendt" in (await opened("dispatch", "list", "--office", "SFVL")).stdout
    await park(opened)

    listed = await opened.json("dispatch", "list", "--office", "SFIN")
    [given_up] = [one for one in listed["stopped"] if one["about"] == "SFIN-2026-1"]
    assert (given_up["kind"], given_up["given_up"], given_up["sendings"]) == ("message", True, 1)
    shown = await opened("dispatch", "list", "--office", "SFIN", "--lang", "en")
    assert "SFIN-2026-1" in shown.stdout
    tasks = await opened.json("tasks", "--office", "SFIN", "--role", "case_officer")
    assert "dispatch_failed" in [one["code"] for one in tasks["tasks"]]

    again = await opened("dispatch", "again", "sfin-2026-1", "--as", OFFICER)
    assert "sendes på nytt: 1" in again.stdout
    await park(opened)
    otherwise = await opened(
        "dispatch", "otherwise", "SFIN-2026-1", "--event", "1", "--note", "Sendt i posten", "--as", OFFICER
    )
    assert "kom fram på annen måte 01.03.2026: 1" in otherwise.stdout
    stopped = (await opened.json("dispatch", "list", "--office", "SFIN"))["stopped"]
    assert "SFIN-2026-1" not in [one["about"] for one in stopped]
    gone = await opened.json("dispatch", "again", "SFIN-2026-1", "--as", OFFICER, status=1)
    assert gone["code"] == "nothing_given_up"
