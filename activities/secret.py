"""Secrets that a process is given: in a variable, or in a file that ``…_FILE`` names, as container engines hand them out."""

from collections.abc import Mapping
from pathlib import Path

from domain.problems import MistakeError


def secret(environ: Mapping[str, str], name: str) -> str | None:
    """Return the secret *name*: what the variable holds, else what the file holds that ``<name>_FILE`` names.

    Args:
        environ: The settings.
        name: The variable.

    Returns:
        The secret without the line break at its end; None where neither is given.

    Raises:
        MistakeError: The file cannot be read, or holds nothing.
    """
    if given := environ.get(name):
        return given
    file = environ.get(f"{name}_FILE")
    if not file:
        return None
    try:
        found = Path(file).read_text("utf-8").strip()
    except (OSError, ValueError):
        found = ""
    if not found:
        # What stands in it is not said, and why it cannot be read is the operator's to see.
        raise MistakeError(
            "secret_file", "names no file with a secret that can be read", field=f"{name}_FILE"
        )
    return found
