"""Keeps the passwords of an embedded PostgreSQL: made once, readable by its owner alone."""

import json
import os
import secrets
from pathlib import Path
from typing import Final

SUPERUSER: Final = "postgres"
OWNER_ROLE: Final = "saksgang_owner"
SERVICE_ROLE: Final = "saksgang_service"
ROLES: Final = (SUPERUSER, OWNER_ROLE, SERVICE_ROLE)


def load_or_make(file: Path) -> dict[str, str]:
    """Read the password of each role from *file*; make and store those that are missing.

    Args:
        file: A JSON object, role to password. It is created with access for its owner only.

    Returns:
        A password for every one of ``ROLES``, of letters and digits only.
    """
    stored: dict[str, str] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    complete = {role: stored.get(role) or secrets.token_hex(24) for role in ROLES}
    if complete != stored:
        write_private(file, json.dumps(complete, indent=2) + "\n")
    return complete


def write_private(file: Path, text: str) -> None:
    """Put *text* in *file* in one step, so that a reader sees all of it or nothing; only the owner may read."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
    draft.replace(file)
