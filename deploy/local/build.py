"""Tells one build of the workflows from another, so that a history is never replayed by code it does not fit.

A developer's change of code would make running workflows fail on replay. The database is the record and the
engine can be rebuilt from it, so on another build the engine's file is set aside and a new one is filled.
"""

import hashlib
import importlib.metadata
from pathlib import Path
from typing import Final

from deploy.local.home import Home

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGES: Final = ("activities", "domain", "storage", "workflows")
SQLITE_PARTS: Final = ("", "-wal", "-shm")


def fingerprint(root: Path = ROOT) -> str:
    """Hash what decides how a workflow replays: the code of ``PACKAGES`` and the SDK's version."""
    digest = hashlib.sha256(importlib.metadata.version("temporalio").encode())
    for package in PACKAGES:
        for file in sorted((root / package).rglob("*.py")):
            digest.update(f"\0{file.relative_to(root).as_posix()}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def stored(home: Home) -> str | None:
    """Give the build that last filled the engine; None before the first start."""
    return home.build_file.read_text("utf-8").strip() if home.build_file.exists() else None


def store(home: Home, build: str) -> None:
    """Remember *build* as the one that the engine's workflows were started by."""
    home.build_file.write_text(build + "\n", "utf-8")


def set_aside_when_changed(home: Home, build: str) -> bool:
    """Rename the engine's file to ``.old`` if another build than *build* filled it.

    Returns:
        Whether the engine now starts empty although the installation is not new, so that it must be rebuilt.
    """
    before = stored(home)
    if before != build:
        for part in SQLITE_PARTS:
            file = Path(f"{home.temporal_file}{part}")
            if file.exists():
                file.replace(Path(f"{home.temporal_file}.old{part}"))
    return before is not None and not home.temporal_file.exists()
