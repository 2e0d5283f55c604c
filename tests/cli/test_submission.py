"""An application on paper is registered as it came, when it came; one from the municipality is handed in."""

import asyncio
import hashlib
import io
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from storage.media_types import media_type
from tests.cli.conftest import EXAMPLES, Terminal

WHOLE = EXAMPLES / "application-2026-hedmarken.json"
LACKING = EXAMPLES / "application-2026-kongsvinger-mangler.json"
HAMAR = ("--as", "applicant_signatory@970540008")
ROUND = ("--round", "SFIN-2026-R1")
PAPER = ("--original", EXAMPLES / "README.md")
PDF = b"%PDF-1.7 en skannet side"


async def documents(terminal: Terminal) -> list[dict[str, Any]]:
    async with terminal.stage.database.engine.connect() as conn:
        return [dict(row) for row in (await conn.execute(text("SELECT * FROM document"))).mappings()]


async def test_the_municipality_hands_in_its_application(opened: Terminal) -> None:
    answer = await opened.json("submit", WHOLE, *ROUND, *HAMAR)

    assert (answer["outcome"], answer["case_no"], answer["events"]) == ("done", "SFIN-2026-1", ["Submitted"])
    assert answer["stage"] == "submitted"


async def test_an_application_that_lacks_something_is_refused_with_every_field(opened: Terminal) -> None:
    result = await opened("submit", LACKING, *ROUND, "--as", "applicant_signatory@944117784")

    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines[1] == "  Søknaden kan ikke sendes inn ennå:"
    assert "    members[1].anchoring: forankring i en kommune mangler (R26-12)" in lines
    assert "    services: for få barnevernstjenester (R26-10)" in lines


async def test_a_refused_application_takes_no_case_number(opened: Terminal) -> None:
    await opened("submit", LACKING, *ROUND, "--as", "applicant_signatory@944117784")

    case_id = await opened.stage.submit()

    assert (await opened.stage.case(case_id)).case_no == "SFIN-2026-1"


async def test_on_paper_the_same_is_registered_and_what_it_lacks_becomes_remarks(opened: Terminal) -> None:
    registered = await opened("submit", LACKING, *ROUND, *PAPER)

    shown = await opened("case", "show", "SFIN-2026-1")

    assert registered.exit_code == 0
    assert "registrert for hånd" in registered.stdout
    assert "forankring i en kommune mangler (× 3)" in shown.stdout


async def test_a_paper_application_counts_from_when_it_came_and_its_original_is_kept(
    opened: Terminal, tmp_path: Path
) -> None:
    original = tmp_path / "søknad.pdf"
    original.write_bytes(PDF)
    await opened.stage.set_clock(datetime(2026, 6, 3, 9, tzinfo=UTC))

    result = await opened("submit", WHOLE, *ROUND, "--received", "2026-06-01T23:59", "--original", original)

    assert result.exit_code == 0, result.output
    shown = await opened.json("case", "show", "SFIN-2026-1")
    assert (shown["received_at"], shown["late"]) == ("2026-06-01T21:59:00Z", False)
    assert shown["documents"][0]["media_type"] == "application/pdf"
    (kept,) = await documents(opened)
    assert kept["stream"] == f"case:{shown['case']['case_id']}"
    assert (kept["name"], kept["content"], kept["size"]) == ("søknad.pdf", PDF, len(PDF))
    assert kept["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert kept["received_at"] == datetime(2026, 6, 1, 21, 59, tzinfo=UTC)


async def test_what_came_a_minute_later_is_late_and_says_so(opened: Terminal) -> None:
    await opened.stage.set_clock(datetime(2026, 6, 3, 9, tzinfo=UTC))

    result = await opened("submit", WHOLE, *ROUND, *PAPER, "--received", "2026-06-02T00:00")

    assert result.exit_code == 0
    assert "etter fristen" in result.stdout
    assert "1. juni 2026 kl. 23.59" in result.stdout


async def test_a_day_alone_counts_from_its_beginning(opened: Terminal) -> None:
    await opened.stage.set_clock(datetime(2026, 6, 3, 9, tzinfo=UTC))
    await opened("submit", WHOLE, *ROUND, *PAPER, "--received", "2026-06-01")

    assert (await opened.json("case", "show", "SFIN-2026-1"))["received_at"] == "2026-05-31T22:00:00Z"


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--received", "2026-03-02T12:00"), "ligger fram i tid"),
        (("--received", "2026-02-29"), "--received: den dagen finnes ikke"),
        (("--received", "i går"), "--received: er verken et minutt"),
        ((*HAMAR, "--received", "2026-02-27"), "bare søknader som en saksbehandler registrerer"),
        ((*HAMAR, "--original", WHOLE), "bare søknader som en saksbehandler registrerer"),
        (("--original", "no-such-file.pdf"), "no-such-file.pdf"),
        (("--original", "/dev/null"), "fila er tom"),
        ((), "registreres med originalen"),
    ],
)
async def test_what_cannot_be_said_of_its_arrival_is_unusable(
    unchanged: Terminal, options: tuple[str, ...], problem: str
) -> None:
    before = await unchanged.stored()

    result = await unchanged("submit", WHOLE, *ROUND, *options)

    assert result.exit_code == 2, result.output
    assert problem in result.stderr
    assert await unchanged.stored() == before


async def test_the_same_submission_sent_again_is_one_case_with_one_original(
    opened: Terminal, tmp_path: Path
) -> None:
    original = tmp_path / "a.pdf"
    original.write_bytes(PDF)
    command = ("submit", WHOLE, *ROUND, "--original", original, "--command-id", uuid4())

    first, second = await opened.json(*command), await opened.json(*command)

    assert first == second
    assert len(await documents(opened)) == 1
    assert len((await opened.json("case", "list"))["cases"]) == 1


async def test_handed_in_while_the_engine_is_down_and_before_the_deadline_it_is_on_time(
    opened: Terminal,
) -> None:
    await opened.stage.set_clock(datetime(2026, 6, 1, 21, 50, tzinfo=UTC))
    told = await opened.without_engine()("submit", WHOLE, *ROUND, *HAMAR)
    await opened.stage.set_clock(datetime(2026, 6, 1, 21, 50, tzinfo=UTC) + timedelta(days=2))

    done = await opened("case", "command", told.stdout.split()[-1])

    assert (told.exit_code, done.exit_code) == (3, 0)
    assert (await opened.json("case", "show", "SFIN-2026-1"))["late"] is False


async def test_an_application_can_come_on_standard_input(opened: Terminal) -> None:
    content = await asyncio.to_thread(WHOLE.read_bytes)

    result = await opened("submit", "-", *ROUND, *HAMAR, stdin=content)

    assert result.exit_code == 0, result.output


async def test_every_example_is_taken_as_its_readme_says(opened: Terminal) -> None:
    for number, name in enumerate(
        ("hedmarken", "nord-osterdal-foster", "nord-gudbrandsdal", "lillehammer"), 1
    ):
        answer = await opened.json("submit", EXAMPLES / f"application-2026-{name}.json", *ROUND, *PAPER)

        assert answer["case_no"] == f"SFIN-2026-{number}"


def zipped(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PDF, "application/pdf"),
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"II*\x00....", "image/tiff"),
        (b"{\\rtf1", "application/rtf"),
        ("Søknad på æøå".encode(), "text/plain"),
        ("Søknad på æøå".encode("latin-1"), "application/octet-stream"),
        (b"a\x00b", "application/octet-stream"),
        (
            zipped("word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (zipped("xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (zipped("mimetype"), "application/vnd.oasis.opendocument.text"),
        (zipped("anything"), "application/zip"),
        (b"PK\x03\x04 and no more", "application/octet-stream"),
    ],
    ids=[
        "pdf",
        "png",
        "jpeg",
        "tiff",
        "rtf",
        "text",
        "latin-1",
        "nul",
        "docx",
        "xlsx",
        "odt",
        "zip",
        "torn zip",
    ],
)
def test_a_file_is_what_its_first_bytes_say(content: bytes, expected: str) -> None:
    assert media_type(content) == expected
