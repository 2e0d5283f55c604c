"""Keeps the files that are made from the code true to it: one list of them, one way to write, one to check."""

import argparse
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from deploy.dependencies import LicenceError, dependencies_document
from deploy.edge_cases import EdgeCaseError, edge_cases, marked_tests
from deploy.timers import timers_document
from domain.application import application_schema
from domain.diagrams import picture_of_the_case, stages_document
from storage.office_duties import load_duties
from storage.rulesets import load_rule_sets

ROOT: Final = Path(__file__).resolve().parent.parent


class Generated(NamedTuple):
    """One committed file and the function that makes its text."""

    path: str  # under the repository's root
    render: Callable[[], str]


README: Final = "README.md"
_OPENS: Final = "<!-- stages: made from the statechart by `make generated` -->"
_CLOSES: Final = "<!-- /stages -->"


def _readme() -> str:
    """Return the README with the picture of the stages as the statechart has it now."""
    before, _, rest = (ROOT / README).read_text("utf-8").partition(_OPENS)
    _old, _, after = rest.partition(_CLOSES)
    return f"{before}{_OPENS}\n\n{picture_of_the_case()}\n\n{_CLOSES}{after}"


EDGE_CASES: Final = "docs/edge-cases.md"


def _edge_cases() -> str:
    return edge_cases((ROOT / EDGE_CASES).read_text("utf-8"), marked_tests(ROOT))


def _api() -> str:
    """Return the description of the API. The web lies above this room: it is asked as a program."""
    asked = [sys.executable, "-m", "web.api.describe"]
    return subprocess.run(asked, check=True, capture_output=True, text=True, cwd=ROOT).stdout


# Add a line here and run `make generated`; from then on `make check` compares.
GENERATED: Final[tuple[Generated, ...]] = (
    Generated("examples/application.schema.json", application_schema),
    Generated("docs/stages.md", stages_document),
    Generated(README, _readme),
    Generated(EDGE_CASES, _edge_cases),
    Generated("docs/dependencies.md", dependencies_document),
    Generated("docs/openapi.json", _api),
    Generated("docs/timers.md", lambda: timers_document(load_rule_sets(), load_duties())),
)


def stale(files: tuple[Generated, ...], root: Path = ROOT) -> list[str]:
    """Name the *files* under *root* that are missing or whose text is no longer what the code makes."""
    return [
        file.path
        for file in files
        if not (root / file.path).is_file() or (root / file.path).read_text("utf-8") != file.render()
    ]


def write(files: tuple[Generated, ...], root: Path = ROOT) -> list[str]:
    """Write the stale ones of *files* under *root* and return their paths."""
    written = stale(files, root)
    for file in files:
        if file.path in written:
            target = root / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(file.render(), "utf-8")
    return written


def main() -> None:
    """Write the generated files, or with ``--check`` only say which of them are stale."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when a file is stale")
    check = parser.parse_args().check
    try:
        found = stale(GENERATED) if check else write(GENERATED)
    except (EdgeCaseError, LicenceError) as error:
        sys.exit(str(error))
    if check and found:
        sys.exit(f"no longer what the code makes: {', '.join(found)}. Run `make generated` and commit.")
    for path in found:
        print(path)  # noqa: T201 (the command's answer)


if __name__ == "__main__":
    main()
