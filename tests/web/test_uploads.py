"""A file is what its content says, under a name that can do no harm, and one that nobody could look through is not kept."""

import asyncio
import io
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from web.guard.scanning import Scan, scan
from web.uploads import MAX_BYTES, UnacceptableError, cleaned, taken

NOW = datetime(2026, 5, 13, tzinfo=UTC)
PDF = b"%PDF-1.7 plan"

#: One entry of a ZIP's table, with a name of one letter.
ENTRY = b"PK\x01\x02" + bytes(24) + b"\x01" + bytes(17) + b"a"


def office_file(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Brukere\\plan for året.docx", "plan for året.pdf"),
        ("plan\u202efdp.exe", "planfdp.pdf"),
        ("plan.pdf.exe", "plan.pdf.pdf"),
        ("  .pdf", "pdf.pdf"),
        ("\x00\n", "fil.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("Kárášjohka avtale.pdf", "Kárášjohka avtale.pdf"),
    ],
)
def test_a_name_keeps_what_people_read_and_nothing_else(given: str, kept: str) -> None:
    assert cleaned(given, ".pdf") == kept


async def test_a_file_is_kept_by_what_it_is() -> None:
    file = await taken("regneark.exe", office_file("xl/workbook.xml"), NOW, None)

    assert file.about.name == "regneark.xlsx"
    assert file.about.scan == "not_scanned"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"MZ\x90\x00", "kind"),
        (office_file("word/document.xml", "word/vbaProject.bin"), "macros"),
        (b"%PDF-" + bytes(MAX_BYTES), "large"),
        (b"PK\x03\x04" + ENTRY * 400_000, "kind"),
    ],
)
async def test_what_cannot_be_taken_is_refused_with_its_reason(content: bytes, code: str) -> None:
    with pytest.raises(UnacceptableError, match=code):
        await taken("fil.pdf", content, NOW, None)


@asynccontextmanager
async def clamd(answer: bytes) -> AsyncIterator[tuple[str, list[bytes]]]:
    """Listen as ClamAV does, and give *answer* to whoever sends a file."""
    heard: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readuntil(b"\0") == b"zINSTREAM\0"
        content = b""
        while size := int.from_bytes(await reader.readexactly(4), "big"):
            content += await reader.readexactly(size)
        heard.append(content)
        writer.write(answer + b"\0")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}", heard


async def test_clamav_hears_the_whole_file() -> None:
    content = PDF + bytes(200_000)
    async with clamd(b"stream: OK") as (address, heard):
        assert await scan(content, address) is Scan.CLEAN

    assert heard == [content]


async def test_malware_is_not_taken() -> None:
    async with clamd(b"stream: Eicar-Signature FOUND") as (address, _):
        with pytest.raises(UnacceptableError, match="infected"):
            await taken("plan.pdf", PDF, NOW, address)


async def test_where_clamav_does_not_answer_nothing_is_taken() -> None:
    with pytest.raises(UnacceptableError, match="away"):
        await taken("plan.pdf", PDF, NOW, "127.0.0.1:1")


async def test_an_error_of_clamav_is_no_finding() -> None:
    async with clamd(b"INSTREAM size limit exceeded. ERROR") as (address, _):
        assert await scan(PDF, address) is Scan.AWAY
