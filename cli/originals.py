"""The original of an application that came on paper or by e-mail: kept as it is, with its digest, beside the case."""

import hashlib
import zipfile
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from cli.errors import UnusableError
from cli.reading import read_bytes
from domain.problems import Problem, shown
from storage.tables import document

MAX_BYTES: Final = 20_000_000

#: By how a file begins; its name says nothing that can be relied on.
_BEGINNINGS: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)

_IN_ZIP: Final = (
    ("word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)
_OPEN_DOCUMENT: Final = "application/vnd.oasis.opendocument.text"
_UNKNOWN: Final = "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file as it came."""

    name: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Its digest in hex."""
        return hashlib.sha256(self.content).hexdigest()


def read_original(path: Path) -> Original:
    """Return the file at *path*.

    Raises:
        UnusableError: It cannot be read, is empty, or is larger than ``MAX_BYTES``.
    """
    content = read_bytes(path, MAX_BYTES)
    if not content:
        raise UnusableError(Problem("--original", "empty", "is empty"))
    return Original(name=shown(path.name), media_type=media_type(content), content=content)


def media_type(content: bytes) -> str:
    """Return what *content* is, by its first bytes."""
    for beginning, found in _BEGINNINGS:
        if content.startswith(beginning):
            return found
    if content.startswith(b"PK\x03\x04"):
        return _of_zip(content)
    if b"\0" in content:
        return _UNKNOWN
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _UNKNOWN
    return "text/plain"


async def keep(
    conn: AsyncConnection, original: Original, *, case_id: UUID, command_id: UUID, received_at: datetime
) -> UUID:
    """Store *original* with the case that *command_id* is about, once however often it is sent; return its id."""
    document_id = uuid5(command_id, "original")
    row = insert(document).values(
        document_id=document_id,
        stream=f"case:{case_id}",
        name=original.name,
        media_type=original.media_type,
        sha256=original.sha256,
        size=len(original.content),
        content=original.content,
        received_at=received_at,
    )
    await conn.execute(row.on_conflict_do_nothing())
    return document_id


def _of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < len(_OPEN_DOCUMENT) * 4:
                said = archive.read("mimetype").decode("ascii", "replace").strip()
                return said if said.startswith("application/vnd.oasis.opendocument.") else "application/zip"
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return _UNKNOWN
    found = (kind for folder, kind in _IN_ZIP if any(name.startswith(folder) for name in names))
    return next(found, "application/zip")
