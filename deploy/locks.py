"""Makes the lock files and tells, without the network, whether they still answer to pyproject.toml.

A lock begins with a fingerprint of the requirements it was made from; the check compares that line, so it
costs nothing and works where no package registry can be reached.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PYPROJECT: Final = ROOT / "pyproject.toml"

# Lock file -> the dependency groups it holds beside the project's own requirements.
LOCKS: Final[dict[str, tuple[str, ...]]] = {
    "requirements.lock": (),
    "requirements-dev.lock": ("dev",),
    "requirements-node.lock": ("node",),
    "requirements-uv.lock": ("uv",),
}

# Groups that are installed beside the others, and locked without the project's own requirements.
ALONE: Final = frozenset({("node",), ("uv",)})

PREFIX: Final = "# made by `make lock` from requirements with sha256 "


def fingerprint(pyproject: str, groups: tuple[str, ...]) -> str:
    """Hash the requirements that decide a lock.

    Args:
        pyproject: The text of pyproject.toml.
        groups: Names of the dependency groups in the lock.

    Returns:
        A SHA-256 in hex over the Python floor, the requirements and the groups, in a canonical order.
    """
    table = tomllib.loads(pyproject)
    project = table["project"]
    wanted = {
        "python": project["requires-python"],
        "dependencies": [] if groups in ALONE else sorted(project["dependencies"]),
        "groups": {name: sorted(table["dependency-groups"][name]) for name in groups},
    }
    return hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()


def stale_locks(root: Path = ROOT) -> list[str]:
    """Name the lock files under *root* that are missing or were made from other requirements."""
    pyproject = (root / "pyproject.toml").read_text("utf-8")
    stale = []
    for name, groups in LOCKS.items():
        lock = root / name
        first = lock.read_text("utf-8").partition("\n")[0] if lock.exists() else ""
        if first != PREFIX + fingerprint(pyproject, groups):
            stale.append(name)
    return stale


def write_locks(*, upgrade: bool = False) -> None:
    """Resolve the requirements with uv and write the lock files, with hashes and without addresses.

    Args:
        upgrade: Take the newest releases; otherwise what is locked stays where it still fits.

    Raises:
        subprocess.CalledProcessError: The requirements cannot be met; uv has said why on stderr.
    """
    for name, groups in LOCKS.items():
        lock = ROOT / name
        command = [
            *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"),
            *("--no-header", "--python-version", "3.11", "--output-file", str(lock)),
            *(() if groups in ALONE else ("pyproject.toml",)),
            *(part for group in groups for part in ("--group", group)),
            *(("--upgrade",) if upgrade else ()),
        ]
        subprocess.run(command, check=True, cwd=ROOT)
        body = lock.read_text("utf-8")
        if "://" in body:
            raise SystemExit(f"{name} holds an address; a lock must name packages and hashes only")
        lock.write_text(PREFIX + fingerprint(PYPROJECT.read_text("utf-8"), groups) + "\n" + body, "utf-8")


def main() -> None:
    """Write the locks, or with ``--check`` only say which of them are stale."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when a lock is stale")
    parser.add_argument("--upgrade", action="store_true", help="take the newest releases that fit")
    options = parser.parse_args()
    if not options.check:
        write_locks(upgrade=options.upgrade)
    stale = stale_locks()
    if stale:
        sys.exit(f"out of date: {', '.join(stale)}. Run `make lock` and commit the result.")


if __name__ == "__main__":
    main()
