"""``rules list``, ``show`` and ``diff``: the guidelines as a person reads them, each value with its rule and its words."""

from collections.abc import Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from cli import tables
from cli.errors import Status
from cli.rule_words import answer, rule_set, said
from cli.session import Session
from domain.problems import shown
from domain.rulebook.comparing import Difference, differences, predecessor
from domain.rulebook.rows import source_of
from domain.rulebook.values import RuleValue, values
from domain.ruleset import RuleSet
from letters.rule_values import full_name, name, sections, value_text
from storage.rulesets import load_rows, load_rule_sets, load_years_between


async def list_rule_sets(session: Session) -> Status:
    """Answer with the rule sets that have a source, the oldest first."""
    sets = list(load_rule_sets().values())
    shape = [
        {"key": one.key, "year": one.grant_year, "source_incomplete": one.source_incomplete} for one in sets
    ]
    heads = ("rules-key", "rules-year", "rules-title", "rules-sources")
    table = tables.table(*(said(session, head) for head in heads), wide=(2,))
    for one in sets:
        state = "rules-incomplete" if one.source_incomplete else "rules-complete"
        table.add_row(Text(one.key, style="bold"), str(one.grant_year), one.title, said(session, state))
    years = [f"{year.year} ({year.key})" for year in load_years_between().values()]
    answer(session, shape, table, "", said(session, "rules-between", years=years))
    return Status.DONE


async def show_rule_set(session: Session, key: str) -> Status:
    """Answer with one rule set: its values, what is silent, what is told beside, what differs from the one before."""
    rules = rule_set(session, key)
    before = predecessor(rules, load_rule_sets().values())
    changed = differences(before, rules) if before else ()
    answer(session, _shape(session, rules, before, changed), *_lines(session, rules, before, changed))
    return Status.DONE


async def diff_rule_sets(session: Session, first: str, second: str) -> Status:
    """Answer with what the second rule set says otherwise than the first."""
    before, after = rule_set(session, first), rule_set(session, second)
    changed = differences(before, after)
    shape = {"before": before.key, "after": after.key} | {"differences": difference_shapes(session, changed)}
    answer(session, shape, *difference_lines(session, before.key, after.key, changed))
    return Status.DONE


def difference_shapes(session: Session, changed: Sequence[Difference]) -> list[dict[str, Any]]:
    """Return *changed* as scripts take it."""
    return [
        {
            "key": one.key,
            "name": name(session.language, one.key),
            "before": _value(session, one.before) if one.before else None,
            "after": _value(session, one.after) if one.after else None,
        }
        for one in changed
    ]


def difference_lines(
    session: Session, before: str, after: str, changed: Sequence[Difference]
) -> list[RenderableType]:
    """Return *changed* as a table."""
    if not changed:
        return [said(session, "rules-same")]
    heads = (
        said(session, "rules-setting"),
        said(session, "rules-before", rule_set=before),
        said(session, "rules-after", rule_set=after),
    )
    table = tables.table(*heads, wide=(0, 1, 2))
    for one in changed:
        if not _of_strand_alone(one, changed):
            called = full_name(session.language, one.key)
            table.add_row(called, _side(session, one.before), _side(session, one.after))
    return [table]


def _of_strand_alone(one: Difference, changed: Sequence[Difference]) -> bool:
    """Say whether *one* stands in a strand that only one of the two has: its pot has already told that."""
    section, _, rest = one.key.partition(".")
    form = f"strands.{rest.partition('.')[0]}.simple_form"
    whole = next((other for other in changed if other.key == form), None)
    return section == "strands" and whole is not None and None in {whole.before, whole.after}


def _side(session: Session, value: RuleValue | None) -> Text:
    text = Text(value_text(session.language, value))
    return text.append(f" ({value.rule})", style="dim") if value else text


def _shape(
    session: Session, rules: RuleSet, before: RuleSet | None, changed: Sequence[Difference]
) -> dict[str, Any]:
    found = values(rules)
    year = load_years_between().get(rules.grant_year)
    return {
        "key": rules.key,
        "title": rules.title,
        "issuer": rules.issuer,
        "year": rules.grant_year,
        "valid_from": rules.valid_from,
        "valid_to": rules.valid_to,
        "source_document": rules.source_document,
        "source_incomplete": rules.source_incomplete,
        "values": [_value(session, value) for value in found],
        "silent": [value.key for value in found if value.silent],
        "notes": [note.model_dump() | _where(note.rule) for note in rules.notes],
        "known": [one.model_dump() for one in year.known] if year and year.key == rules.key else [],
        "compared_with": before.key if before else None,
        "differences": difference_shapes(session, changed),
    }


def _value(session: Session, value: RuleValue) -> dict[str, Any]:
    return {
        "key": value.key,
        "name": name(session.language, value.key),
        "value": value.value,
        "silent": value.silent,
        "rule": value.rule,
        **_where(value.rule),
        "quote": value.quote,
        "note": value.note,
    }


def _where(rule: str) -> dict[str, Any]:
    source, row = source_of(rule), load_rows().get(rule)
    return {"source": source.title if source else None, "section": row.section if row else None}


def _lines(
    session: Session, rules: RuleSet, before: RuleSet | None, changed: Sequence[Difference]
) -> list[RenderableType]:
    found = values(rules)
    lines: list[RenderableType] = [
        Text(f"{rules.key}  {rules.title}", style="bold"),
        _valid(session, rules),
    ]
    lines.append(said(session, "rules-source", document=rules.source_document))
    for title, spoken in sections(session.language, rules):
        lines += [tables.heading(title), _table(session, spoken)]
    if silent := [value for value in found if value.silent]:
        lines += [tables.heading(said(session, "rules-silent")), _table(session, silent)]
    lines += _beside(session, rules)
    if before is not None:
        lines.append(tables.heading(said(session, "rules-differs", rule_set=before.key)))
        lines += difference_lines(session, before.key, rules.key, changed)
    return lines


def _valid(session: Session, rules: RuleSet) -> Text:
    params = {"from_day": rules.valid_from.isoformat()}
    if rules.valid_to is None:
        text = said(session, "rules-valid", **params)
    else:
        text = said(session, "rules-valid_until", **params, to_day=rules.valid_to.isoformat())
    mark = f" ({said(session, 'rules-incomplete')})" if rules.source_incomplete else ""
    return Text(f"{text}{mark}")


def _table(session: Session, found: Sequence[RuleValue]) -> RenderableType:
    columns = ("rules-setting", "rules-value", "rules-rule", "rules-section", "rules-quote")
    heads = [said(session, column) for column in columns]
    if silent := all(value.silent for value in found):
        del heads[1]
    table = tables.table(*heads, wide=(0, 2 if silent else 1, len(heads) - 1))
    rows = load_rows()
    for value in found:
        called = [(full_name if silent else name)(session.language, value.key)]
        says = [] if silent else [value_text(session.language, value)]
        row = rows.get(value.rule)
        where = row.section if row else said(session, "rules-own_reading")
        quote = f"«{value.quote}»" if value.quote else tables.NOTHING
        table.add_row(*called, *says, value.rule, where, quote)
    return table


def _beside(session: Session, rules: RuleSet) -> list[RenderableType]:
    """Return what the source tells beside its rules, and what offices' pages say of a year without one."""
    lines: list[RenderableType] = []
    if rules.notes:
        notes = [(said(session, f"note-{note.key}"), f"{note.rule} «{note.quote}»") for note in rules.notes]
        lines += [tables.heading(said(session, "rules-notes")), tables.grid(*notes)]
    year = load_years_between().get(rules.grant_year)
    if year is not None and year.key == rules.key:
        heard = [(name(session.language, one.about), shown(one.words)) for one in year.known]
        lines += [tables.heading(said(session, "rules-known")), tables.grid(*heard)]
    return lines
