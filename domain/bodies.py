"""The body of a command as it comes from outside, read strictly: refused by the names of its fields before anything is stored."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from domain.application import leaves, sealed_fields
from domain.commands import BODIES, Body, WithFiles
from domain.problems import Problem, ProblemsError, problems


def read_body(kind: str, content: Mapping[str, Any], *, files: bool = False) -> Body:
    """Return the body of command *kind* in *content*, which may leave its kind out.

    Args:
        kind: The command.
        content: What was sent.
        files: Whether its sender may name files; whoever lets it, sees to it that they are there.

    Raises:
        ProblemsError: with every problem found, each with its field.
    """
    if content.get("kind", kind) != kind:
        english = f"the file is for another command than {kind}"
        raise ProblemsError((Problem("kind", "other_command", english, {"kind": kind}),))
    if not files and (named := WithFiles.model_fields.keys() & content.keys()):
        raise ProblemsError(tuple(Problem(name, "unknown_key", "unknown key") for name in sorted(named)))
    try:
        body = BODIES[kind].model_validate(content)
    except ValidationError as error:
        raise ProblemsError(problems(error)) from error
    if sealed := sealed_fields(body):
        raise ProblemsError(tuple(Problem(field, "text", "must be text") for field in sealed))
    if strange := tuple(_strange(body, content)):
        raise ProblemsError(strange)
    return body


def _strange(body: Body, content: Mapping[str, Any]) -> Iterator[Problem]:
    """Find what the models let pass: a number taken for a day (as seconds since 1970), and NUL, which no table keeps."""
    for field, value in leaves(body):
        if isinstance(value, str) and "\0" in value:
            yield Problem(field, "control_characters", "holds control characters")
        # An application reads its days strictly itself.
        if type(value) is date and not field.startswith("application."):
            written: Any = content
            for name in field.split("."):
                written = written[name]
            if written != value.isoformat():
                yield Problem(field, "day", "not a day (such as 2026-03-31)")
