"""The rule book in the repository is the one that was read: every rule set quotes it word for word."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from domain.rulebook.rows import SOURCES, source_of
from storage.rulesets import (
    load_incomplete_rule_sets,
    load_rows,
    load_rule_sets,
    load_years_between,
    rule_set_text,
)

SETS = load_rule_sets()
ROWS = load_rows()

#: The documents themselves, where this repository lies beside them.
SHARED = Path(__file__).resolve().parents[3] / "shared" / "domain"
FILES = {
    "H18": "H18-hordaland-2018.txt",
    "B21": "B21-bufdir-2021.txt",
    "I21": "I21-innlandet-2021.txt",
    "W23": "W23-bufdir-2023.txt",
    "R26": "R26-bufdir-2026.txt",
}

beside_the_sources = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the sources do not lie beside the repository"
)


def quoting(value: Any) -> Iterator[Mapping[str, Any]]:
    """Return every table in *value* that names a rule."""
    if isinstance(value, Mapping):
        if "rule" in value:
            yield value
        for inner in value.values():
            yield from quoting(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quoting(inner)


def tables(key: str) -> list[Mapping[str, Any]]:
    return list(quoting(tomllib.loads(rule_set_text(key))))


def test_there_are_194_rows_and_each_has_its_source() -> None:
    assert len(ROWS) == 194
    assert Counter(source.key for rule in ROWS if (source := source_of(rule))) == {
        "H18": 20,
        "B21": 57,
        "I21": 30,
        "W23": 20,
        "R26": 67,
    }


def test_what_is_no_row_has_no_source() -> None:
    assert [source_of(rule) for rule in ("Q1", "E33", "T13", "L-05", "§1b")] == [None] * 5


def test_every_row_has_a_quote_of_at_most_twelve_words() -> None:
    assert [row.rule for row in ROWS.values() if not 1 <= len(row.quote.split()) <= 12] == []


@pytest.mark.parametrize("key", sorted(SETS))
def test_every_quote_stands_word_for_word_in_the_row_it_names(key: str) -> None:
    wrong = [
        table["rule"]
        for table in tables(key)
        if table.get("quote") and table["quote"] not in ROWS[table["rule"]].quote
    ]

    assert wrong == []


@pytest.mark.parametrize("key", sorted(SETS))
def test_every_rule_of_a_source_is_a_row_of_the_book(key: str) -> None:
    unknown = [
        table["rule"] for table in tables(key) if source_of(table["rule"]) and table["rule"] not in ROWS
    ]

    assert unknown == []


@pytest.mark.parametrize("key", sorted(SETS))
def test_every_value_of_a_source_is_quoted_or_explained(key: str) -> None:
    # A ladder and its rungs bear the rule of what they remind of; that value has the quote.
    bare = [
        table["rule"]
        for table in tables(key)
        if source_of(table["rule"])
        and not (table.get("quote") or table.get("note"))
        and not table.keys() & {"steps", "act"}
    ]

    assert bare == []


def test_the_years_between_quote_the_book_too() -> None:
    quoted = [
        table
        for year in load_years_between().values()
        for table in quoting(year.model_dump())
        if table.get("quote")
    ]

    assert quoted
    assert [table["rule"] for table in quoted if table["quote"] not in ROWS[table["rule"]].quote] == []


@beside_the_sources
def test_every_row_is_in_the_table_and_its_quote_in_the_source() -> None:
    domain = (SHARED / "DOMAIN.md").read_text("utf-8")
    texts = {key: (SHARED / "sources" / name).read_text("utf-8") for key, name in FILES.items()}
    # The signature of H18-18 is quoted without the comma between the two titles.
    sources = {key: " ".join(text.replace(", ", " ").split()) for key, text in texts.items()}

    for rule, row in ROWS.items():
        assert f"| {rule} | {row.section} | «{row.quote}» |" in domain
        assert row.quote.replace(", ", " ") in sources[rule[:3]], rule


@beside_the_sources
def test_what_is_heard_of_a_year_stands_in_the_table_of_parameters() -> None:
    text = (SHARED / "DOMAIN.md").read_text("utf-8")
    table = text[text.index("### 1b.") : text.index("### 1c.")]

    assert [
        one.words for year in load_years_between().values() for one in year.known if one.words not in table
    ] == []


def test_every_source_is_the_source_of_a_rule_set() -> None:
    years = {rules.grant_year for rules in SETS.values()}

    assert {source.year for source in SOURCES.values()} == years
    assert years.isdisjoint(rules.grant_year for rules in load_incomplete_rule_sets().values())
