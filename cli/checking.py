"""``check``: what one application lacks, or ten thousand of them; nothing is stored and nobody is told."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from rich.console import RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from activities.checking import Checked, checked, rules_for
from cli import tables
from cli.errors import Line, Status, UnusableError
from cli.reading import STDIN, read_bytes
from cli.rule_words import answer, rule_set, said
from cli.session import Session
from cli.words import line
from domain.application import Application, ApplicationError, parse_application
from domain.problems import shown
from domain.ruleset import RuleSet, Severity

#: In a folder, these are applications and those are not.
_IN_FOLDER: Final = "*.json"
_SCHEMA: Final = ".schema.json"

#: A person reads so many files that lack something; scripts get them all.
_MAX_ROWS: Final = 200


class Verdict(StrEnum):
    """What came of one file, and the word for it."""

    OK = "check-ok"
    LACKING = "check-lacking"
    UNUSABLE = "check-unusable"


async def check_applications(session: Session, paths: Sequence[Path], key: str | None) -> Status:
    """Check one application and say all about it, or many and say which lack something."""
    rules = None if key is None else rule_set(session, key)
    if len(paths) == 1 and (paths[0] == STDIN or not paths[0].is_dir()):
        return _check_one(session, paths[0], rules)
    return _check_many(session, paths, rules)


def _check_one(session: Session, path: Path, rules: RuleSet | None) -> Status:
    checked = _checked(session, path, rules)
    verdict = "check-acceptable" if checked.acceptable else "check-not_acceptable"
    lines: list[RenderableType] = [Text(said(session, verdict, rule_set=checked.rule_set), style="bold")]
    answer(session, checked.shape, *lines, *_told(session, checked))
    return Status.DONE if checked.acceptable else Status.REFUSED


def _checked(session: Session, path: Path, rules: RuleSet | None) -> Checked:
    """Check the application in *path*.

    Raises:
        UnusableError: It cannot be read, or no rule set fits it.
    """
    try:
        application = parse_application(read_bytes(path))
    except ApplicationError as error:
        raise UnusableError(*error.problems) from error
    return checked(session.language, application, rules or _rules_for(session, application))


def _rules_for(session: Session, application: Application) -> RuleSet:
    found = rules_for(application)
    if found is not None:
        return found
    project = application.project
    years = sorted({str(project.first_year), str(project.last_year)})
    raise UnusableError(
        said(session, "check-no_rules", strand=application.strand.value, years="–".join(years))
    )


def _told(session: Session, checked: Checked) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for one in checked.findings:
        severity = one["severity"]
        called = said(session, f"severity-{severity}")
        head = Text(f"\n{called}  ", style="bold red" if severity == Severity.ERROR else "bold")
        head.append(f"{one['rule']}  {shown(one['field'])}", style="dim")
        lines += [head, Text(f"  {one['message']}"), Text(f"  {one['mend']}", style="dim")]
    for one in checked.allowed:
        head = Text(f"\n{said(session, 'check-allowed')}  ", style="dim")
        lines += [
            head.append(f"{one['rule']}  {shown(one['field'])}"),
            Text(f"  {one['message']}", style="dim"),
        ]
    return lines


# --- many ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    path: Path
    checked: Checked | None
    problems: tuple[Line, ...] = ()

    @property
    def verdict(self) -> Verdict:
        if self.checked is None:
            return Verdict.UNUSABLE
        return Verdict.OK if self.checked.acceptable else Verdict.LACKING


def _check_many(session: Session, paths: Sequence[Path], rules: RuleSet | None) -> Status:
    files = list(_files(paths))
    if not files:
        raise UnusableError(said(session, "check-no_files"))
    done: list[_File] = []
    with _bar(session) as bar:
        task = bar.add_task(said(session, "check-checking"), total=len(files))
        for path in files:
            done.append(_try(session, path, rules))
            bar.advance(task)
    counts = Counter(file.verdict for file in done)
    sums = {
        "files": len(done),
        "acceptable": counts[Verdict.OK],
        "lacking": counts[Verdict.LACKING],
        "unusable": counts[Verdict.UNUSABLE],
    }
    shape = sums | {"results": [_shape(session, file) for file in done]} if session.as_json else {}
    answer(session, shape, *_table(session, done), said(session, "check-sum", **sums))
    if counts[Verdict.UNUSABLE]:
        return Status.UNUSABLE
    return Status.REFUSED if counts[Verdict.LACKING] else Status.DONE


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            found = (one for one in path.rglob(_IN_FOLDER) if not one.name.endswith(_SCHEMA))
            yield from sorted(one for one in found if one.is_file())
        else:
            yield path


def _try(session: Session, path: Path, rules: RuleSet | None) -> _File:
    try:
        return _File(path=path, checked=_checked(session, path, rules))
    except UnusableError as error:
        return _File(path=path, checked=None, problems=error.lines)


def _bar(session: Session) -> Progress:
    """Return a bar on standard error; where that is no terminal, nothing is drawn."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=session.err, transient=True, disable=not session.err.is_terminal)


def _shape(session: Session, file: _File) -> dict[str, Any]:
    name = {"file": str(file.path)}
    if file.checked is not None:
        return name | file.checked.shape
    return name | {"problems": [line(session.language, said) for said in file.problems]}


def _table(session: Session, done: Sequence[_File]) -> list[RenderableType]:
    """Return the files that lack something or cannot be read, with what is wrong first."""
    wrong = [file for file in done if file.verdict is not Verdict.OK]
    if not wrong or session.as_json:
        return []
    heads = (said(session, "check-file"), said(session, "check-result"), said(session, "rules-setting"))
    table = tables.table(*heads, wide=(0, 2))
    for file in wrong[:_MAX_ROWS]:
        first = _first(session, file)
        table.add_row(shown(str(file.path)), said(session, file.verdict.value), first)
    more = [f"… {len(wrong) - _MAX_ROWS}"] if len(wrong) > _MAX_ROWS else []
    return [table, *more, ""]


def _first(session: Session, file: _File) -> str:
    if file.checked is None:
        return line(session.language, file.problems[0])
    errors = [one for one in file.checked.findings if one["severity"] == Severity.ERROR]
    return f"{errors[0]['message']} ({errors[0]['rule']})"
