"""Files from outside, read so that nothing unclear gets further: not too large, UTF-8, no key twice."""

import errno
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from cli.errors import Line, Phrase, UnusableError
from domain.application import MAX_BYTES
from domain.json_content import json_value
from domain.problems import ProblemsError, shown, unreadable

#: The usual reasons why a file cannot be read.
_REASONS: Final = {
    errno.ENOENT: "file-missing",
    errno.EACCES: "file-forbidden",
    errno.EPERM: "file-forbidden",
    errno.EISDIR: "file-is_folder",
    errno.ENOTDIR: "file-missing",
}

#: Stands for standard input.
STDIN: Final = Path("-")


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return what is in *path*, or on standard input for ``-``.

    Raises:
        UnusableError: It cannot be read, or is larger than *limit* bytes.
    """
    name = shown(str(path))
    try:
        if path == STDIN:
            content = sys.stdin.buffer.read(limit + 1)
        else:
            with path.open("rb") as file:
                content = file.read(limit + 1)
    except OSError as error:
        raise UnusableError(Phrase("file-unreadable", {"path": name, "reason": reason_of(error)})) from error
    if len(content) > limit:
        raise UnusableError(Phrase("file-too-large", {"path": name, "megabytes": limit // 1_000_000}))
    return content


def reason_of(error: OSError) -> Line:
    """Return why the system did not give a file: in words of ours where they are known, else in its own."""
    known = _REASONS.get(error.errno or 0)
    return Phrase(known) if known else error.strerror or str(error)


def read_text(path: Path) -> str:
    """Return the text in *path*.

    Raises:
        UnusableError: as ``read_bytes``, and where it is not UTF-8.
    """
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableError(unreadable("UTF-8", error).about(shown(str(path)))) from error


def read_json(path: Path) -> Any:
    """Return the JSON value in *path*.

    Raises:
        UnusableError: as ``read_text``, and where it is not JSON or gives a key twice.
    """
    try:
        return json_value(read_bytes(path))
    except ProblemsError as error:
        raise UnusableError(*(one.about(shown(str(path))) for one in error.problems)) from error


def read_toml(path: Path) -> Mapping[str, Any]:
    """Return the tables in the TOML file *path*.

    Raises:
        UnusableError: as ``read_text``, and where it is not TOML.
    """
    text = read_text(path)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnusableError(unreadable("TOML", error).about(shown(str(path)))) from error
