"""Signed heads: once a day the last event of every stream is signed into a file outside the database.

Whoever rules the database can rewrite a chain from any point on, and its head with it. What was signed before cannot be
rewritten unseen. What was cut *after* the last signing, with the head rewritten, cannot be found by this.

A file has a line for each stream (canonical JSON, sorted by stream) and a last line with the time, the SHA-256 over the
lines before it, the same number from the file before, and the Ed25519 signature over these.
"""

import base64
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final, TextIO

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.trail import Problem, ProblemCode, canonical, instant_text

BATCH: Final = 2_000

#: Under the installation's home.
FOLDER: Final = "heads"
KEY: Final = "heads.key"

#: How a file's name begins; the instant of its signing follows.
_NAMED: Final = "heads-"

_LAST_EVENTS: Final = text(
    "select distinct on (stream) stream, seq, hash from trail order by stream, seq desc"
)

_AT_NUMBERS: Final = text("""
    select s.stream, s.seq, t.hash
      from unnest(cast(:streams as text[]), cast(:seqs as int[])) as s(stream, seq)
      left join trail t on t.stream = s.stream and t.seq = s.seq
""")


class HeadsDoNotHoldError(Exception):
    """What was signed last time is no longer in the trail: nothing new is signed over it.

    Args:
        problems: What is wrong.
    """

    def __init__(self, problems: list[Problem]) -> None:
        first = problems[0]
        super().__init__(
            f"{len(problems)} signed heads do not hold, the first: {first.stream} {first.seq} {first.code}"
        )
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedHeads:
    """Where signed heads lie, and what they are checked with.

    Args:
        folder: Of the files.
        public_key: File of the public key. Keep a copy where the database's rulers cannot reach.
    """

    folder: Path
    public_key: Path

    def newest(self) -> Path | None:
        """Return the newest file, or None where nothing was signed yet; what has another name than we give is none of ours."""
        return max(filter(_signed_at, self.folder.glob(f"{_NAMED}*.jsonl")), default=None)

    def newest_at(self) -> datetime | None:
        """Return when the newest file was signed (real time, UTC); None where nothing was signed yet.

        Its name says it, and not the file system: whoever restores a file from a copy makes it young again.
        """
        file = self.newest()
        return None if file is None else _signed_at(file)

    def of_stream(self, stream: str) -> tuple[int, str] | None:
        """Return number and hash (hex) of the event of *stream* that was signed last; None where none was."""
        file = self.newest()
        found = (head for head in _heads(file) if head[0] == stream) if file else iter(())
        head = next(found, None)
        return None if head is None else head[1:]

    def last_signing(self) -> dict[str, Any] | None:
        """Return what the newest file's last line says: ``at``, ``root``, ``streams``, ``previous``, ``signature``."""
        file = self.newest()
        return None if file is None else _last_line(file)


def signed_under(home: Path) -> SignedHeads | None:
    """Return where heads are signed under *home*, as ``saksgang trail sign`` and the worker do; None where they never were."""
    folder, public_key = home / FOLDER, public_key_of(home / KEY)
    if not folder.is_dir() or not public_key.is_file():
        return None
    return SignedHeads(folder=folder, public_key=public_key)


def generate_key(path: Path) -> Path:
    """Make a signing key at *path*, readable by its owner alone, and return the file of its public key beside it.

    Raises:
        FileExistsError: There is one; a key is never replaced by accident.
    """
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(private)
    public_file = public_key_of(path)
    public_file.write_bytes(public)
    return public_file


def public_key_of(key_file: Path) -> Path:
    """Return where the public key beside *key_file* lies."""
    return key_file.with_name(key_file.name + ".pub")


async def sign_heads(conn: AsyncConnection, key_file: Path, out_dir: Path, now: datetime) -> Path:
    """Sign the last event of every stream into a new file in *out_dir*; older files stay.

    Args:
        conn: A connection that may read the trail.
        key_file: The signing key.
        out_dir: Where the files lie.
        now: Real time; it names the file.

    Returns:
        The file.

    Raises:
        HeadsDoNotHoldError: What was signed last time is not in the trail any more.
    """
    key = _private_key(key_file)
    signed = SignedHeads(folder=out_dir, public_key=public_key_of(key_file))
    problems = await check_heads(conn, signed)
    if problems:
        raise HeadsDoNotHoldError(problems)
    before = signed.newest()
    target = _target(out_dir, now)
    draft = target.with_suffix(".draft")
    with draft.open("w", encoding="utf-8") as file:
        root, streams = await _write_heads(conn, file)
        said = {
            "at": instant_text(now),
            "root": root,
            "streams": streams,
            "previous": None if before is None else _last_line(before)["root"],
        }
        signature = base64.b64encode(key.sign(canonical(said).encode())).decode()
        file.write(canonical({**said, "signature": signature}) + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft.rename(target)
    return target


async def check_heads(conn: AsyncConnection, signed: SignedHeads, stream: str | None = None) -> list[Problem]:
    """Compare the newest signed heads with the trail, for all streams or one; nothing signed, nothing wrong.

    Events that came later are not looked at: ``storage.verify`` follows the chain through them.
    """
    file = signed.newest()
    if file is None:
        return []
    wrong = _signature_problem(file, signed.public_key)
    if wrong is not None:
        return [wrong]
    problems: list[Problem] = []
    heads = (head for head in _heads(file) if stream in {None, head[0]})
    while batch := list(islice(heads, BATCH)):
        problems += await _compare(conn, batch)
    return problems


def _target(out_dir: Path, now: datetime) -> Path:
    out_dir.mkdir(parents=True, exist_ok=True)
    return out_dir / f"{_NAMED}{instant_text(now).replace(':', '')}.jsonl"


def _signed_at(file: Path) -> datetime | None:
    try:
        found = datetime.fromisoformat(file.stem.removeprefix(_NAMED))
    except ValueError:
        return None
    # We give an instant; a day, or an hour without a zone, was given by somebody else.
    return found if found.tzinfo else None


async def _write_heads(conn: AsyncConnection, file: TextIO) -> tuple[str, int]:
    root, streams = hashlib.sha256(), 0
    async with conn.stream(_LAST_EVENTS, execution_options={"yield_per": BATCH}) as rows:
        async for stream, seq, digest in rows:
            line = canonical({"stream": stream, "seq": seq, "hash": digest.hex()}) + "\n"
            root.update(line.encode())
            file.write(line)
            streams += 1
    return root.hexdigest(), streams


async def _compare(conn: AsyncConnection, batch: list[tuple[str, int, str]]) -> list[Problem]:
    signed = {(stream, seq): digest for stream, seq, digest in batch}
    numbers = {"streams": [stream for stream, _ in signed], "seqs": [seq for _, seq in signed]}
    problems = []
    for stream, seq, digest in await conn.execute(_AT_NUMBERS, numbers):
        if digest is None:
            detail = f"event {seq} was signed and is gone"
            problems.append(Problem(stream=stream, seq=seq, code=ProblemCode.CUT, detail=detail))
        elif digest.hex() != signed[stream, seq]:
            detail = f"event {seq} has another hash than was signed"
            problems.append(Problem(stream=stream, seq=seq, code=ProblemCode.REWRITTEN, detail=detail))
    return sorted(problems, key=lambda problem: (problem.stream, problem.seq))


def _heads(file: Path) -> Iterator[tuple[str, int, str]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            read = json.loads(line)
            if "stream" in read:
                yield read["stream"], read["seq"], read["hash"]


def _signature_problem(file: Path, public_key: Path) -> Problem | None:
    root, streams, last = hashlib.sha256(), -1, b""
    with file.open("rb") as lines:
        for line in lines:
            # The last line is about the ones before it, so each is counted when the next one is seen.
            root.update(last)
            streams, last = streams + 1, line
    try:
        said: dict[str, Any] = json.loads(last)
        signature = base64.b64decode(said.pop("signature"))
        _public_key(public_key).verify(signature, canonical(said).encode())
    except (InvalidSignature, KeyError, ValueError):
        return Problem(stream=file.name, seq=0, code=ProblemCode.SIGNATURE, detail="not signed with this key")
    if (said["root"], said["streams"]) != (root.hexdigest(), streams):
        return Problem(
            stream=file.name, seq=0, code=ProblemCode.SIGNATURE, detail="changed after it was signed"
        )
    return None


def _last_line(file: Path) -> dict[str, Any]:
    last = b"{}"
    with file.open("rb") as lines:
        for last in lines:  # noqa: B007 (only the last one is wanted)
            pass
    read: dict[str, Any] = json.loads(last)
    return read


def _private_key(file: Path) -> Ed25519PrivateKey:
    key = serialization.load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{file} holds no Ed25519 key")
    return key


def _public_key(file: Path) -> Ed25519PublicKey:
    key = serialization.load_pem_public_key(file.read_bytes())
    if not isinstance(key, Ed25519PublicKey):
        raise TypeError(f"{file} holds no Ed25519 key")
    return key
