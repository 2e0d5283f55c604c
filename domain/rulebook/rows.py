"""The 194 rows that the five sources were read into: every value of a rule set quotes one of them, word for word."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that rules come from.

    Args:
        key: How rule keys begin, such as ``R26``.
        title: What it is called.
        issuer: Who wrote it.
        year: Its grant year.
    """

    key: str
    title: str
    issuer: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One rule of one source.

    Args:
        rule: Its key, such as ``R26-52``.
        section: Where it stands: a heading number, ``s.`` a slide, ``avsn.`` a paragraph.
        quote: The source's own words, at most twelve.
        meaning: What it means.
        in_force: The years it is for.
        kind: What it asks of the program: guard, validation, timer, letter text, task, report, info.
        must: What the program must do for it.
    """

    rule: str
    section: str
    quote: str
    meaning: str
    in_force: str
    kind: str
    must: str


_OF_A_SOURCE: Final = re.compile(r"[A-Z][0-9]{2}-[0-9]{2}")

#: The documents, by the first letters of their rules.
SOURCES: Final[Mapping[str, Source]] = MappingProxyType(
    {
        source.key: source
        for source in (
            Source(
                key="H18",
                title="Invitasjon til deltaking i læringsnettverk for barneverntenesta",
                issuer="Fylkesmannen i Hordaland",
                year=2018,
            ),
            Source(
                key="B21",
                title="Retningslinjer for kommunale læringsnettverk",
                issuer="Bufdir",
                year=2021,
            ),
            Source(
                key="I21",
                title="Lysark om kommunale læringsnettverk",
                issuer="Statsforvalteren i Innlandet",
                year=2021,
            ),
            Source(
                key="W23",
                title="Nettsiden Kommunale læringsnettverk",
                issuer="Bufdir",
                year=2023,
            ),
            Source(
                key="R26",
                title="Retningslinjer for tilskudd til kommunale læringsnettverk og barnevernsledernettverk",
                issuer="Bufdir",
                year=2026,
            ),
        )
    }
)


def source_of(rule: str) -> Source | None:
    """Return the document behind *rule*, or None where it is a reading, an edge case or a transition of ours."""
    return SOURCES.get(rule.partition("-")[0])


def missing_rows(rules: Iterable[str], rows: Mapping[str, Row]) -> tuple[str, ...]:
    """Return which of *rules* name a row of a source that the book does not hold, such as next year's."""
    return tuple(sorted({rule for rule in rules if _OF_A_SOURCE.fullmatch(rule) and rule not in rows}))


def parse_rows(text: str) -> Mapping[str, Row]:
    """Return every row of the CSV file *text* by its rule key, in the order of the sources.

    Raises:
        TypeError: A row has other columns.
    """
    return MappingProxyType({line["rule"]: Row(**line) for line in csv.DictReader(text.splitlines())})
