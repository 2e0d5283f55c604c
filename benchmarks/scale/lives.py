"""The real lives that the million is made of: the demonstration's, lived through the service itself and taken out row by row.

Two worlds are lived. In one everybody does all they have to do: its cases end. In the other people stop somewhere on the
way while the clocks go on: its cases are open, some of them late. The frames are so large that all copies fit in them.
"""

import asyncio
import io
import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import asyncpg
from sqlalchemy import select

from activities.door import Door
from activities.record import Recorder
from cli.demo import whole_script
from cli.demonstration.conductor import Conductor
from cli.demonstration.forms import application, new_id
from cli.demonstration.house import House, house, temporary_folder
from cli.demonstration.language import HOST, OFFICER, Allocation, Life, Script, instant, moments
from cli.demonstration.performance import Performance
from deploy.local.credentials import SUPERUSER
from domain import commands as c
from domain.actors import Actor
from domain.engine import RecordInput
from domain.mandates import Frame
from storage.tables import metadata

#: Case time at which the benchmark stands (UTC): some reports are late, and the autumn's money is in use.
AS_OF: Final = instant("2027-05-04", "12:00")

#: A case with so many events at least.
LONG: Final = 500

#: Whoever is not in the year's own round has ended long ago.
_OPEN_YEAR: Final = 2026
#: How far those come who stop on the way; the lives take turns.
_SHARES: Final = (0.15, 0.35, 0.5, 0.65, 0.8, 0.9, 1.0)
#: In øre, the most that a frame can be: what a million grants fit in.
_FRAME_ORE: Final = 999_999_999_900
_LONG_ROUND: Final = "innlandet-2026"
_LONG_DAY: Final = instant("2026-04-10")

#: What a case consists of, and by what it is found: ``$1`` its id, ``$2`` its stream.
CASE_TABLES: Final[Mapping[str, str]] = {
    "network": "network_id = (SELECT network_id FROM case_head WHERE case_id = $1) AND $2::text <> ''",
    "project": "project_id = (SELECT project_id FROM case_head WHERE case_id = $1) AND $2::text <> ''",
    "inbox": "stream = $2 AND $1::uuid IS NOT NULL ORDER BY received_at, command_id",
    "trail": "stream = $2 AND $1::uuid IS NOT NULL ORDER BY seq",
    "private_text": "stream = $2 AND $1::uuid IS NOT NULL",
    "document": "stream = $2 AND $1::uuid IS NOT NULL",
    "outbox": "stream = $2 AND $1::uuid IS NOT NULL ORDER BY id",
    "commitment": "case_id = $1 AND $2::text <> ''",
    "disbursement": "case_id = $1 AND $2::text <> ''",
    "case_head": "case_id = $1 AND $2::text <> ''",
    "deadline": "case_id = $1 AND $2::text <> ''",
    "task": "case_id = $1 AND $2::text <> ''",
}

#: The same of a round, and of the letter that gave an office its money.
ROUND_TABLES: Final = {
    "round": "round_id = $1 AND $2::text <> ''",
    **{table: CASE_TABLES[table] for table in ("inbox", "trail", "outbox")},
}
MANDATE_TABLES: Final = {
    "mandate": "$1::uuid IS NULL AND 'mandate:' || office || '-' || grant_year = $2",
    "frame": "$1::uuid IS NULL AND 'mandate:' || office || '-' || grant_year = $2",
    **dict.fromkeys(("inbox", "trail"), "stream = $2 AND $1::uuid IS NULL"),
}

#: Lines as COPY writes them, by table.
Rows = dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """One case, round or mandate as it lies in the database.

    Args:
        key: Its id; the name of the stream's rest for a mandate.
        year: Grant year.
        round_id: The round of a case; its own for a round.
        finished: Whether it has ended.
        rows: Its rows.
    """

    key: str
    office: str
    year: int
    round_id: str
    finished: bool
    rows: Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Worlds:
    """Everything that is copied, and when it was lived in real time (UTC, ISO)."""

    began: str
    ended: str
    cases: list[Lived]
    rounds: list[Lived]
    mandates: list[Lived]
    rule_sets: list[str]


def columns(table: str) -> list[str]:
    """Return the columns of *table* that a copy brings along; the database numbers the others itself."""
    return [column.name for column in metadata.tables[table].columns if column.identity is None]


async def worlds(file: Path, progress: Callable[[str], None], *, quick: bool) -> Worlds:
    """Return what was lived before and kept in *file*, or live it now and keep it."""
    if await asyncio.to_thread(file.exists):
        return await asyncio.to_thread(read, file)
    began = datetime.now(UTC)
    script = _of(whole_script(), every=6 if quick else 1)
    progress("People live whole lives …")
    ended = await _live(script, None, with_long=True)
    progress("Others stop on the way …")
    going_on = await _live(_stopping(script), AS_OF, with_long=False)
    found = Worlds(
        began=began.isoformat(),
        ended=datetime.now(UTC).isoformat(),
        cases=[one for one in ended.cases if one.finished]
        + [one for one in going_on.cases if not one.finished],
        rounds=ended.rounds,
        mandates=ended.mandates,
        rule_sets=ended.rule_sets,
    )
    await asyncio.to_thread(_keep, file, found)
    return found


def read(file: Path) -> Worlds:
    """Return what is kept in *file*."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    lists = {name: [Lived(**one) for one in kept[name]] for name in ("cases", "rounds", "mandates")}
    return Worlds(**{**kept, **lists})


def _keep(file: Path, found: Worlds) -> None:
    file.write_text(json.dumps(asdict(found), ensure_ascii=False), encoding="utf-8")


def _of(script: Script, every: int) -> Script:
    """Return every so manieth life of *script*, with frames for all pots of a year at every office, and no end to them."""
    pots: dict[int, dict[str, bool]] = {}
    for allocation in script.allocations:
        for frame in allocation.mandate.frames:
            pots.setdefault(allocation.mandate.grant_year, {})[frame.pot] = frame.earmarked
    return replace(
        script,
        allocations=tuple(_endless(one, pots[one.mandate.grant_year]) for one in script.allocations),
        lives=script.lives[::every],
    )


def _endless(allocation: Allocation, pots: Mapping[str, bool]) -> Allocation:
    frames = tuple(
        Frame(pot=pot, amount_ore=_FRAME_ORE, earmarked=earmarked) for pot, earmarked in sorted(pots.items())
    )
    return replace(allocation, mandate=allocation.mandate.model_copy(update={"frames": frames}))


def _stopping(script: Script) -> Script:
    of_the_year = [life for life in script.lives if life.call.round.grant_year == _OPEN_YEAR]
    shares = (_SHARES[place % len(_SHARES)] for place in range(len(of_the_year)))
    lives = [
        replace(life, acts=life.acts[: max(1, int(len(life.acts) * share))])
        for life, share in zip(of_the_year, shares, strict=True)
    ]
    return replace(script, lives=tuple(lives))


async def _live(script: Script, until: datetime | None, *, with_long: bool) -> Worlds:
    plan = [moment for moment in moments(script) if until is None or moment.at <= until]
    async with temporary_folder(keep=False) as folder, house(folder, lambda _: None) as built:
        conductor = Conductor(built.engine, built.door)
        performance = Performance(built, conductor, lambda _at, _done: None)
        before = [moment for moment in plan if moment.at <= _LONG_DAY]
        await performance.perform(before, AS_OF.date())
        if with_long:
            await conductor.advance_to(_LONG_DAY)
            await _long_life(built, script)
        await performance.perform(plan[len(before) :], AS_OF.date())
        if until is not None:
            await conductor.advance_to(until)
        await conductor.everything_sent()
        return await _taken_out(built)


async def _long_life(built: House, script: Script) -> None:
    """Live a case whose officer changes all the time, until it is withdrawn; past the engine, which is not measured here."""
    call = next(call for call in script.calls if call.key == _LONG_ROUND)
    form = application(call, "Hamar, Stange, Løten", 500_000, "Mjøsa", "Fra melding til tiltak")
    life = Life(key="long", title="", call=call, form=form, acts=(), path=(), granted_kr=0)
    async with built.engine.connect() as conn:
        round_no = f"{call.round.office}-{call.round.grant_year}-R1"
        table = metadata.tables["round"]
        round_id = await conn.scalar(select(table.c.round_id).where(table.c.round_no == round_no))
    officers = [
        life.actor(OFFICER),
        replace(life.actor(OFFICER), subject=f"case_officer@{call.round.office}:2"),
    ]
    said: list[tuple[Actor, c.Body]] = [
        (life.actor(HOST), c.Submit(round_id=str(round_id), application=form)),
        *((officer, c.DeclareImpartiality(impartial=True)) for officer in officers),
    ]
    said += [
        (officers[n % 2], c.Assign(officer=officers[n % 2].subject)) for n in range(LONG - len(said) - 1)
    ]
    said.append((life.actor(HOST), c.Withdraw()))
    await _recorded(built, new_id("case long"), said)


async def _recorded(built: House, case_id: UUID, said: Sequence[tuple[Actor, c.Body]]) -> None:
    door, recorder = Door(built.engine, None), Recorder(built.engine)
    for step, (who, body) in enumerate(said):
        command_id, now = new_id(f"long {step}"), datetime.now(UTC)
        await door.receive(case_id, command_id, who, body, real_now=now)
        wanted = RecordInput(
            case_id=str(case_id), command_id=str(command_id), adopted_seq=step, engine_now=now
        )
        await recorder.record(wanted)


async def _taken_out(built: House) -> Worlds:
    async with _superuser(built) as connection:
        heads = await connection.fetch(
            "SELECT case_id, office, grant_year, round_id, finished FROM case_head ORDER BY case_id"
        )
        rounds = await connection.fetch("SELECT round_id, office, grant_year FROM round ORDER BY round_no")
        mandates = await connection.fetch("SELECT office, grant_year FROM mandate ORDER BY 2, 1")
        return Worlds(
            began="",
            ended="",
            cases=[
                Lived(
                    key=str(row["case_id"]),
                    office=row["office"],
                    year=row["grant_year"],
                    round_id=str(row["round_id"]),
                    finished=row["finished"],
                    rows=await _rows(connection, CASE_TABLES, row["case_id"], f"case:{row['case_id']}"),
                )
                for row in heads
            ],
            rounds=[
                Lived(
                    key=str(row["round_id"]),
                    office=row["office"],
                    year=row["grant_year"],
                    round_id=str(row["round_id"]),
                    finished=True,
                    rows=await _rows(connection, ROUND_TABLES, row["round_id"], f"round:{row['round_id']}"),
                )
                for row in rounds
            ],
            mandates=[
                Lived(
                    key=(key := f"{row['office']}-{row['grant_year']}"),
                    office=row["office"],
                    year=row["grant_year"],
                    round_id="",
                    finished=True,
                    rows=await _rows(connection, MANDATE_TABLES, None, f"mandate:{key}"),
                )
                for row in mandates
            ],
            rule_sets=await _lines(connection, "SELECT * FROM rule_set"),
        )


@asynccontextmanager
async def _superuser(built: House) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
    url = built.engine.url
    passwords = json.loads((built.home.folder / "credentials.json").read_text(encoding="utf-8"))
    connection = await asyncpg.connect(
        host=url.host, port=url.port, database=url.database, user=SUPERUSER, password=passwords[SUPERUSER]
    )
    try:
        yield connection
    finally:
        await connection.close()


async def _rows(
    connection: "asyncpg.Connection[asyncpg.Record]",
    tables: Mapping[str, str],
    key: UUID | None,
    stream: str,
) -> Rows:
    found: Rows = {}
    for table, which in tables.items():
        # Names and conditions are those above, never a person's.
        query = f"SELECT {', '.join(columns(table))} FROM {table} WHERE {which}"  # noqa: S608
        found[table] = await _lines(connection, query, key, stream)
    return found


async def _lines(connection: "asyncpg.Connection[asyncpg.Record]", query: str, *args: object) -> list[str]:
    out = io.BytesIO()
    await connection.copy_from_query(query, *args, output=out)
    return out.getvalue().decode().split("\n")[:-1]
