"""Fills a database with copies of real lives, process by process, and goes on where it was stopped.

While it is filled the database is unguarded: triggers and indexes are away, and come back when it is full. Sums of the
ledgers and counters are made then. Whoever fills is the server's superuser; nothing of this is in the service's reach.
"""

import asyncio
import io
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import blake2b
from multiprocessing import get_context
from pathlib import Path
from typing import Final
from uuid import UUID

import asyncpg

from benchmarks.scale.lives import LONG, Lived, Worlds, columns, read
from benchmarks.scale.pattern import TABLES, Mould, own_ids, place_words
from domain.offices import OFFICES
from storage.reference import Municipality, municipalities

#: Cases in one transaction.
CHUNK: Final = 1_000
#: So many cases may be open, and no more than six of ten.
_OPEN: Final = 10_000
_OPEN_SHARE: Final = 0.6
#: From there on the texts, messages and settled commands of finished cases are kept for one in three.
_THIN_FROM: Final = 1_001
_WHOLE_EVERY: Final = 3
_LONG_AT: Final = (7, 507)
_LONG_EVERY: Final = 2_500
_CASES_A_NETWORK: Final = 50
_OFFICERS: Final = 12
#: Those before have cases of their own in the lives.
_FIRST_OFFICER: Final = 3

#: The days on which copies were written (real time): a case somewhere in nine years.
_FIRST_DAY: Final = date(2018, 1, 2)
_DAYS: Final = 3_250

_BIG: Final = (*TABLES,)

_BEGIN: Final = """
    CREATE SCHEMA IF NOT EXISTS scale;
    CREATE TABLE IF NOT EXISTS scale.chunk (first int PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS scale.definition (place serial PRIMARY KEY, undo text NOT NULL);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stretch of cases that are written in one go: *first* to *last*, so many of them open; all at one *office*, or spread."""

    first: int
    last: int
    open: int
    office: str | None = None

    def is_open(self, number: int) -> bool:
        """Say whether case *number* is open: they lie evenly among the others."""
        size, place = self.last - self.first + 1, number - self.first
        return (place + 1) * self.open // size > place * self.open // size


def stages(cases: int, small: int = 1_000, office: str | None = None) -> list[Stage]:
    """Return the stages up to *cases*: first the *small* number, to compare with, then the rest.

    A thousand at one *office* fill its pages as a hundred thousand do: then what is compared shows as many rows.
    """
    few = min(cases, small)
    begun = Stage(first=1, last=few, open=int(few * _OPEN_SHARE), office=office)
    if cases <= small:
        return [begun]
    left = min(int((cases - few) * _OPEN_SHARE), _OPEN - begun.open)
    return [begun, Stage(first=few + 1, last=cases, open=left)]


class Caster:
    """Casts case after case from the moulds."""

    def __init__(self, lived: Worlds) -> None:
        began, ended = datetime.fromisoformat(lived.began), datetime.fromisoformat(lived.ended)
        moulds = [Mould.of(one, began, ended) for one in lived.cases]
        # A case that names another one would lead nowhere when copied alone.
        alone = {one.key for one in lived.cases if not _names_another(one, lived)}
        usual = [one for one in moulds if one.lived.key in alone and len(one.trail) < LONG]
        self._long = [one for one in moulds if len(one.trail) >= LONG]
        self._open = [one for one in usual if not one.lived.finished]
        years = sorted({one.lived.year for one in usual})
        self._finished = [
            [one for one in usual if one.lived.finished and one.lived.year == year] for year in years
        ]
        self._rounds = {one.key: one for one in lived.rounds}
        self._places = {code: _places(code) for code in OFFICES}

    def cast(self, number: int, *, is_open: bool, office: str | None = None) -> Iterator[tuple[str, str]]:
        """Give the lines of case *number* by table, at *office* or at any."""
        dice = int.from_bytes(blake2b(b"%d" % number, digest_size=8).digest())
        mould = self._mould(number, dice, is_open=is_open)
        at = office or tuple(OFFICES)[dice // 1_000 % len(OFFICES)]
        thin = not is_open and number >= _THIN_FROM and number % _WHOLE_EVERY > 0
        group = number // (_CASES_A_NETWORK * (1 if office else len(OFFICES)))
        words = self._words(mould, number, dice, at, group)
        return mould.copy(words, f"case:{words['key']}", thin=thin)

    def _mould(self, number: int, dice: int, *, is_open: bool) -> Mould:
        if self._long and (number in _LONG_AT or number % _LONG_EVERY == 0):
            return self._long[0]
        if is_open and self._open:
            return self._open[dice % len(self._open)]
        of_year = self._finished[dice % len(self._finished)]
        return of_year[dice // 7 % len(of_year)]

    def _words(self, mould: Mould, number: int, dice: int, office: str, group: int) -> dict[str, str]:
        places = self._places[office]
        first = group * 3 + dice % 2
        name = f"{places[group * 3 % len(places)].name} og {places[(group * 3 + 1) % len(places)].name}"
        named = f"{mould.kind} {name} {group + 1}"
        case_no = f"{office}-{mould.lived.year}-{number}"
        ids = own_ids(b"case %d" % number, mould.ids + 1)
        return {
            **{f"id{place}": one for place, one in enumerate(ids)},
            **place_words(places, first, len(mould.places)),
            "key": ids[-1],
            "network": own_ids(f"{office} {named}".encode(), 1)[0],
            "round": self.round_id(office, mould.lived.round_id),
            "round_no": round_no(self._rounds[mould.lived.round_id], office),
            "office": office,
            "case_no": case_no,
            "case_words": case_no.lower(),
            "officer": f"case_officer@{office}:{_FIRST_OFFICER + dice % _OFFICERS}",
            "voucher": f"V{number}",
            "network_name": named,
            "network_words": named.lower(),
            "day": str(_FIRST_DAY + timedelta(days=dice % _DAYS)),
        }

    @staticmethod
    def round_id(office: str, lived: str) -> str:
        """Return the id of the copy of a round at *office*."""
        return own_ids(f"round {office} {lived}".encode(), 1)[0]


def round_no(lived: Lived, office: str) -> str:
    """Return the number of a round's copy at *office*: every office gets a copy of each, so it tells them apart."""
    return f"{office}-{lived.year}-R{1 + int(UUID(lived.key)) % 9_000}"


def registers(lived: Worlds, caster: Caster) -> Iterator[tuple[str, str]]:
    """Give the lines of the rounds and mandates: each of them at each office."""
    began, ended = datetime.fromisoformat(lived.began), datetime.fromisoformat(lived.ended)
    years = {one.year: one for one in lived.mandates}
    for office in OFFICES:
        for one in (*lived.rounds, *years.values()):
            mould = Mould.of(one, began, ended)
            is_round = bool(one.round_id)
            key = caster.round_id(office, one.key) if is_round else f"{office}-{one.year}"
            ids = own_ids(f"{office} {one.key}".encode(), mould.ids)
            words = {
                **{f"id{place}": given for place, given in enumerate(ids)},
                **place_words(_places(office), 0, len(mould.places)),
                "key": key,
                "round": key,
                "round_no": round_no(one, office) if is_round else "",
                "office": office,
                "officer": f"case_officer@{office}",
                "day": str(_FIRST_DAY),
            }
            yield from mould.copy(words, f"{'round' if is_round else 'mandate'}:{key}")


def _names_another(one: Lived, lived: Worlds) -> bool:
    told = "\n".join(one.rows["trail"])
    return any(other.key in told for other in lived.cases if other.key != one.key)


def _places(office: str) -> Sequence[Municipality]:
    return [one for one in municipalities().values() if one.office == office and one.org_number]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What is filled, from what, and who is told.

    Args:
        dsn: Of the superuser.
        lives: The file of what was lived.
        stage: Which cases.
        tell: Told how many cases are done.
    """

    dsn: str
    lives: Path
    stage: Stage
    tell: Callable[[int], None]

    async def fill(self) -> None:
        """Write the cases that are not there yet, and make the database whole again."""
        connection = await asyncpg.connect(self.dsn)
        try:
            await connection.execute(_BEGIN)
            there = {row["first"] for row in await connection.fetch("SELECT first FROM scale.chunk")}
            wanted = [
                first for first in range(self.stage.first, self.stage.last + 1, CHUNK) if first not in there
            ]
            if wanted:
                await _lay_open(connection)
                await _registers(connection, self.lives)
            await asyncio.to_thread(self._in_processes, wanted)
            if await connection.fetchval("SELECT count(*) FROM scale.definition"):
                await _make_whole(connection)
        finally:
            await connection.close()

    def _in_processes(self, wanted: Sequence[int]) -> None:
        done = self.stage.last - self.stage.first + 1 - sum(self._size(first) for first in wanted)
        self.tell(done)
        # Each a new one: what this process has open is not theirs.
        with ProcessPoolExecutor(os.cpu_count(), get_context("spawn"), _prepare, (self.lives,)) as pool:
            running = {pool.submit(_chunk, self.dsn, self.stage, first): first for first in wanted}
            for finished in as_completed(running):
                finished.result()
                done += self._size(running[finished])
                self.tell(done)

    def _size(self, first: int) -> int:
        return min(first + CHUNK - 1, self.stage.last) - first + 1


_caster: Caster | None = None


def _prepare(lives: Path) -> None:
    global _caster  # noqa: PLW0603 - each process reads the lives once
    _caster = Caster(read(lives))


def _chunk(dsn: str, stage: Stage, first: int) -> None:
    assert _caster is not None  # noqa: S101 - see _prepare
    lines: dict[str, list[str]] = {}
    for number in range(first, min(first + CHUNK - 1, stage.last) + 1):
        for table, text in _caster.cast(number, is_open=stage.is_open(number), office=stage.office):
            lines.setdefault(table, []).append(text)
    asyncio.run(_write(dsn, first, lines))


async def _write(dsn: str, first: int, lines: dict[str, list[str]]) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        async with connection.transaction():
            await connection.execute("SET LOCAL synchronous_commit = off")
            # Cases share networks: each is written with the first of them.
            await _copied(connection, lines)
            await connection.execute("INSERT INTO scale.chunk VALUES ($1)", first)
    finally:
        await connection.close()


async def _copied(connection: "asyncpg.Connection[asyncpg.Record]", lines: dict[str, list[str]]) -> None:
    for table, texts in lines.items():
        source = io.BytesIO("".join(texts).encode())
        if table != "network":
            await connection.copy_to_table(table, source=source, columns=columns(table))
            continue
        await connection.execute("CREATE TEMP TABLE brought (LIKE network) ON COMMIT DROP")
        await connection.copy_to_table("brought", source=source, columns=columns(table))
        await connection.execute(
            "INSERT INTO network SELECT DISTINCT ON (network_id) * FROM brought ON CONFLICT DO NOTHING"
        )


async def _registers(connection: "asyncpg.Connection[asyncpg.Record]", lives: Path) -> None:
    if await connection.fetchval("SELECT count(*) FROM round"):
        return
    lived = await asyncio.to_thread(read, lives)
    lines: dict[str, list[str]] = {"rule_set": [f"{line}\n" for line in lived.rule_sets]}
    for table, text in registers(lived, Caster(lived)):
        lines.setdefault(table, []).append(text)
    async with connection.transaction():
        await _copied(connection, lines)
        await connection.execute("UPDATE frame SET committed_ore = 0, paid_ore = 0")


async def _lay_open(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    """Take indexes and triggers away, and remember them in the database itself."""
    if await connection.fetchval("SELECT count(*) FROM scale.definition"):
        return
    big = [table for table in _BIG if table != "network"]
    async with connection.transaction():
        for table in (*big, "frame", "round", "mandate"):
            triggers = await connection.fetch(
                "SELECT tgname FROM pg_trigger WHERE tgrelid = $1::regclass AND tgenabled = 'A'", table
            )
            undo = [f"ALTER TABLE {table} ENABLE TRIGGER ALL"]
            undo += [f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {row['tgname']}" for row in triggers]
            await _remember(connection, undo)
            await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        for row in await connection.fetch(
            """
            SELECT conrelid::regclass::text AS of, conname, pg_get_constraintdef(oid) AS said FROM pg_constraint
             WHERE contype IN ('p', 'u') AND conrelid::regclass::text = ANY($1::text[])
            """,
            big,
        ):
            await _remember(
                connection, [f"ALTER TABLE {row['of']} ADD CONSTRAINT {row['conname']} {row['said']}"]
            )
            await connection.execute(f"ALTER TABLE {row['of']} DROP CONSTRAINT {row['conname']}")
        for row in await connection.fetch(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY($1::text[])", big
        ):
            await _remember(connection, [row["indexdef"]])
            await connection.execute(f"DROP INDEX {row['indexname']}")


async def _remember(connection: "asyncpg.Connection[asyncpg.Record]", statements: Sequence[str]) -> None:
    await connection.executemany(
        "INSERT INTO scale.definition (undo) VALUES ($1)", [(one,) for one in statements]
    )


async def _make_whole(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    await connection.execute("SET maintenance_work_mem = '1GB'")
    for ledger, summed in (("commitment", "committed_ore"), ("disbursement", "paid_ore")):
        await connection.execute(
            f"UPDATE frame f SET {summed} = s.ore FROM (SELECT office, grant_year, pot, sum(amount_ore) AS ore"  # noqa: S608
            f" FROM {ledger} GROUP BY 1, 2, 3) s WHERE (s.office, s.grant_year, s.pot) = (f.office, f.grant_year, f.pot)"
        )
    for row in await connection.fetch("SELECT place, undo FROM scale.definition ORDER BY place"):
        async with connection.transaction():
            await connection.execute(row["undo"])
            await connection.execute("DELETE FROM scale.definition WHERE place = $1", row["place"])
    await _ended_words(connection)
    await connection.execute(
        """
        INSERT INTO counter (name, value)
        SELECT 'case:' || office || ':' || grant_year, max(split_part(case_no, '-', 3)::int)
          FROM case_head GROUP BY office, grant_year
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """
    )
    for table in (*_BIG, "ended_word", "frame", "round"):
        await connection.execute(f"VACUUM (ANALYZE) {table}")


async def _ended_words(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    """Write what the ended cases are found by, which their trigger has not seen."""
    async with connection.transaction():
        await connection.execute("TRUNCATE ended_word")
        await connection.execute("ALTER TABLE ended_word DROP CONSTRAINT pk_ended_word")
        await connection.execute(
            "INSERT INTO ended_word (word, office, changed_at, case_id)"
            " SELECT w.word, h.office, h.changed_at, h.case_id FROM case_head h, ended_words(h) w(word) WHERE h.finished"
        )
        await connection.execute(
            "ALTER TABLE ended_word ADD CONSTRAINT pk_ended_word PRIMARY KEY (word, office, changed_at, case_id)"
        )
