"""Proves the rules anew, or says whether the proof still stands.

python -m tests.rules [--check | --of R26-52 ...]
"""

import argparse
import sys

from tests.rules.book import DOCUMENT, problems, rendered
from tests.rules.evidence import load, save
from tests.rules.running import run


def main() -> None:
    """Run the tests with every rule changed, and write what was found; with ``--check`` only compare."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument(
        "--check", action="store_true", help="run nothing; exit 1 when the evidence is old or lacking"
    )
    parser.add_argument("--of", nargs="+", default=(), metavar="RULE", help="look at these rows alone")
    asked = parser.parse_args()
    if not asked.check:
        found, failed = run(asked.of)
        if failed:
            sys.exit("\n".join(("These tests fail before any rule is changed:", *failed)))
        save(found)
        DOCUMENT.write_text(rendered(found), "utf-8")
    wrong = problems(load())
    if wrong:
        sys.exit("\n".join((*wrong, f"{len(wrong)} lacking. `make rules-coverage` looks anew.")))


if __name__ == "__main__":
    main()
