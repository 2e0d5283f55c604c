"""``schema``: what an application file may hold, as JSON Schema made from the model."""

from pathlib import Path

from cli.errors import Status
from cli.session import Session
from domain.application import application_schema


async def show_schema(session: Session) -> Status:
    """Print the schema."""
    session.out.file.write(application_schema())
    return Status.DONE


async def check_schema(session: Session, file: Path) -> Status:
    """Answer whether *file* holds the schema of this build."""
    fresh = _is_fresh(file)
    shape = {"outcome": "fresh" if fresh else "stale", "file": str(file)}
    said = session.word("schema-fresh" if fresh else "schema-stale", path=str(file))
    if fresh or session.as_json:
        session.say(shape, said)
    if not fresh:
        session.complain(said)
    return Status.DONE if fresh else Status.REFUSED


def _is_fresh(file: Path) -> bool:
    return file.is_file() and file.read_text("utf-8") == application_schema()
