"""``rules preview``: what next year's file would change, before it is packed. What is open is pinned and stays."""

from pathlib import Path
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from cli.errors import AwayError, Status, UnusableError
from cli.reading import read_text
from cli.rule_showing import difference_lines, difference_shapes
from cli.rule_words import answer, said
from cli.session import Session
from domain.refusal import Refused
from domain.rulebook.comparing import differences, predecessor
from domain.rulebook.opening import unsettled
from domain.rulebook.rows import missing_rows
from domain.rulebook.tightening import RoundOverride, tighten
from domain.rulebook.values import code_of, values
from domain.ruleset import RuleSet, RuleSetError, parse_rule_set
from letters.catalogue import refusal
from storage.rule_use import Pinned, pinned, tightened_rounds
from storage.rulesets import load_rows, load_rule_sets


async def preview(session: Session, file: Path) -> Status:
    """Answer with what new rounds would do otherwise under the rule set in *file*, and what is open and stays."""
    rules = _read(file)
    base = _base(rules)
    changed = differences(base, rules) if base else ()
    open_now, own = await _in_the_record(session, rules, base)
    tried = {number: _not_again(rules, override) for number, override in own.items()}
    unread = missing_rows((value.rule for value in values(rules)), load_rows())
    needed = [code_of(key) for key in unsettled(rules)]
    shape = {
        "key": rules.key,
        "year": rules.grant_year,
        "source_incomplete": rules.source_incomplete,
        "compared_with": base.key if base else None,
        "differences": difference_shapes(session, changed),
        "unsettled": list(unsettled(rules)),
        "missing_rows": list(unread),
        "touched": {"rounds": 0, "cases": 0},
        "pinned": {"rounds": open_now.rounds, "cases": open_now.cases} if open_now else None,
        "overrides": [_tried_shape(number, no) for number, no in tried.items()],
    }
    lines: list[RenderableType] = [
        Text(said(session, "rules-preview_usable", rule_set=rules.key), style="bold")
    ]
    if needed:
        lines.append(said(session, "rules-preview_unsettled", needed=needed))
    if unread:
        lines.append(said(session, "rules-preview_missing_rows", rows=unread))
    if base is None:
        lines.append(said(session, "rules-preview_nothing_before"))
    else:
        lines += ["", said(session, "rules-preview_new", year=rules.grant_year, rule_set=base.key)]
        lines += difference_lines(session, base.key, rules.key, changed)
    if tried:
        lines += ["", said(session, "rules-preview_overrides")]
        lines += [_tried_line(session, number, no) for number, no in tried.items()]
    answer(session, shape, *lines, "", *_touched(session, open_now))
    return Status.DONE


def _read(file: Path) -> RuleSet:
    try:
        return parse_rule_set(read_text(file))
    except RuleSetError as error:
        raise UnusableError(*error.problems) from error


def _base(rules: RuleSet) -> RuleSet | None:
    """Return what *rules* would take the place of: the set of their key or of their issuer's year, else the year before."""
    known = load_rule_sets()
    if rules.key in known:
        return known[rules.key]
    same = [one for one in known.values() if (one.grant_year, one.issuer) == (rules.grant_year, rules.issuer)]
    return same[0] if same else predecessor(rules, known.values())


async def _in_the_record(
    session: Session, rules: RuleSet, base: RuleSet | None
) -> tuple[Pinned | None, dict[str, RoundOverride]]:
    """Count what is open under the rules of that year (None where no database answers), and find what offices asked for.

    A round of the rules before is one that the office may want to open again as it was.
    """
    first = base.grant_year if base else rules.grant_year
    try:
        async with session.record() as record, record.engine.connect() as conn:
            own = await tightened_rounds(conn, first, rules.grant_year)
            return await pinned(conn, rules.grant_year), own
    except AwayError:
        return None, {}


def _not_again(rules: RuleSet, override: RoundOverride) -> Refused | RuleSetError | None:
    """Return why a round that asks for *override* could not open under *rules*, or None where it could."""
    try:
        tighten(rules, override)
    except (Refused, RuleSetError) as no:
        return no
    return None


def _tried_shape(number: str, no: Refused | RuleSetError | None) -> dict[str, Any]:
    shape: dict[str, Any] = {"round": number, "holds": no is None}
    if isinstance(no, Refused):
        shape |= {"code": no.code, "rule": no.rule, "params": dict(no.params)}
    return shape


def _tried_line(session: Session, number: str, no: Refused | RuleSetError | None) -> str:
    if isinstance(no, Refused):
        why = refusal(session.language, no.code, no.rule, no.params)
        return f"  {number}: {why.reason} ({why.rule})"
    held = "rules-preview_override_holds" if no is None else "rules-preview_override_unknown"
    return f"  {said(session, held, round_no=number)}"


def _touched(session: Session, open_now: Pinned | None) -> list[RenderableType]:
    touched = said(session, "rules-preview_touched")
    if open_now is None:
        return [touched, said(session, "rules-preview_not_counted")]
    counts: dict[str, Any] = {"rounds": open_now.rounds, "cases": open_now.cases}
    return [touched, said(session, "rules-preview_counted", **counts)]
