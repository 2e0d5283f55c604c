"""Prints the description of the API: ``python -m web.api.describe``."""

import json
import sys

from web.api.app import bare_api


def main() -> None:
    """Print it."""
    sys.stdout.write(json.dumps(bare_api().openapi(), ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
