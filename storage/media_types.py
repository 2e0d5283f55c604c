"""What a file is, by its first bytes: its name says nothing that can be relied on."""

import zipfile
from io import BytesIO
from typing import Final

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

#: The sign before each entry in a ZIP's table; more of them are read for longer than anybody waits, and no document has so many.
_ENTRY: Final = b"PK\x01\x02"
_MOST_ENTRIES: Final = 10_000


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


def _of_zip(content: bytes) -> str:
    if content.count(_ENTRY) > _MOST_ENTRIES:
        return _UNKNOWN
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < len(_OPEN_DOCUMENT) * 4:
                said = archive.read("mimetype").decode("ascii", "replace").strip()
                return said if said.startswith("application/vnd.oasis.opendocument.") else "application/zip"
    except (zipfile.BadZipFile, OSError, RuntimeError):
        return _UNKNOWN
    found = (kind for folder, kind in _IN_ZIP if any(name.startswith(folder) for name in names))
    return next(found, "application/zip")
