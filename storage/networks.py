"""Networks as they are registered, and as applications describe them where nobody has registered them."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    Select,
    Text,
    bindparam,
    cast,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    text,
    true,
    tuple_,
)
from sqlalchemy.dialects.postgresql import JSONB, array
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.application import Application
from domain.instants import local_day
from domain.lifecycle import Stage
from domain.networks.applied import Applied, network_as_applied
from domain.networks.parts import Network
from domain.officework.desk import KnownNetwork
from domain.organisations.directory import Directory
from domain.register_states import state_from
from storage.keys import NameCursor
from storage.register_heads import state_of, states
from storage.searching import municipality_mark
from storage.tables import CASE_WORDS, case_head, commitment, network, project, register_head

_NETWORK: Final = "network"
#: What was applied for and is not meant any more.
TAKEN_BACK: Final = (Stage.WITHDRAWN.value, Stage.DISMISSED.value)
_DOUBLED: Final = re.compile(r"(.)\1+")

#: The newest application of each case, of those that are still meant.
_APPLIED: Final = """
    SELECT DISTINCT ON (h.network_id) h.network_id, h.case_no, h.office, h.state ->> 'received_at' AS received_at,
           said.application
      FROM case_head h
      JOIN LATERAL (
           SELECT content -> 'application' AS application FROM inbox
            WHERE stream = 'case:' || h.case_id AND kind IN ('submit', 'supplement') AND status = 'done'
            ORDER BY last_seq DESC LIMIT 1
           ) said ON true
     WHERE h.stage NOT IN ('withdrawn', 'dismissed')
       AND (CAST(:office AS text) IS NULL OR h.office = :office)
       {living}
       AND (CAST(:network_ids AS uuid[]) IS NULL OR h.network_id = ANY(:network_ids))
       AND (CAST(:case_no AS text) IS NULL OR h.case_no = :case_no)
       AND (NOT :unregistered
            OR NOT EXISTS (SELECT FROM register_head r WHERE r.stream = 'network:' || h.network_id))
     ORDER BY h.network_id, received_at DESC
    """
_APPLIED_EVER: Final = text(_APPLIED.format(living=""))
# Written out: only then are the many cases that have ended left alone.
_APPLIED_AND_OPEN: Final = text(_APPLIED.format(living="AND h.finished = false"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectCase:
    """One year's case of a project. Money in øre."""

    case_no: str
    office: str
    host: str
    grant_year: int
    pot: str
    stage: str
    finished: bool
    applied_ore: int
    granted_ore: int
    paid_ore: int
    refunded_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """A project with its cases over the years, the oldest first: linked by the project, whoever is the host (E5)."""

    project_id: UUID
    network_id: UUID
    title: str
    network_name: str
    office: str
    granted_ore: int
    """Sum of its approved grants, reversals taken off: what the reporting threshold looks at."""
    cases: tuple[ProjectCase, ...]

    @property
    def cursor(self) -> NameCursor:
        return NameCursor(name=self.title, id=self.project_id)

    @property
    def hosts(self) -> tuple[str, ...]:
        """Its hosts, each once, in the order they came."""
        return tuple(dict.fromkeys(case.host for case in self.cases))


async def network_state(conn: AsyncConnection, network_id: UUID) -> Network | None:
    """Return a network as it is registered; None where nobody has registered it."""
    found = await state_of(conn, f"{_NETWORK}:{network_id}")
    return found if isinstance(found, Network) else None


async def any_network(conn: AsyncConnection, network_id: UUID, directory: Directory) -> KnownNetwork | None:
    """Return a network as it is registered, else as its newest application describes it."""
    cases = (await open_cases(conn, [network_id])).get(network_id, ())
    registered = await network_state(conn, network_id)
    if registered is not None:
        return KnownNetwork(network=registered, open_cases=cases)
    applied = await applied_of(conn, network_id=network_id)
    if applied is None:
        return None
    return KnownNetwork(network=network_as_applied(applied, directory), open_cases=cases, registered=False)


async def networks_of(
    conn: AsyncConnection, office: str | None, directory: Directory, *, living: bool = False
) -> list[KnownNetwork]:
    """Return every network of an office or of all, registered or applied for, by name.

    Where only what is *living* is asked for, a network that nobody has registered must have an open case.
    """
    registered = await registered_networks(conn, office)
    applied = await _applied(conn, office=office, unregistered=True, living=living)
    found = await _known(conn, registered, applied, directory)
    return sorted(found, key=lambda one: (one.network.name.casefold(), one.network.network_id))


async def registered_networks(conn: AsyncConnection, office: str | None) -> list[Network]:
    """Return every network that an office, or any, has registered."""
    return [one for one in await states(conn, _NETWORK, office) if isinstance(one, Network)]


async def known_networks(
    conn: AsyncConnection, office: str, directory: Directory, ids: Sequence[UUID]
) -> dict[UUID, KnownNetwork]:
    """Return those of the networks *ids* that *office* answers for, registered or applied for, by id."""
    kept = register_head.c
    streams = [f"{_NETWORK}:{one}" for one in ids]
    query = select(kept.stream, kept.state).where(kept.stream.in_(streams), kept.office == office)
    states_ = [state_from(row.stream, row.state) for row in await conn.execute(query)]
    registered = [one for one in states_ if isinstance(one, Network)]
    applied = await _applied(conn, office=office, network_ids=list(ids), unregistered=True)
    found = await _known(conn, registered, applied, directory)
    return {UUID(one.network.network_id): one for one in found}


async def _known(
    conn: AsyncConnection, registered: Sequence[Network], applied: Sequence[Applied], directory: Directory
) -> list[KnownNetwork]:
    ids = [UUID(one.network_id) for one in registered] + [UUID(one.network_id) for one in applied]
    cases = await open_cases(conn, ids)
    found = [KnownNetwork(network=one, open_cases=cases.get(UUID(one.network_id), ())) for one in registered]
    return found + [
        KnownNetwork(
            network=network_as_applied(one, directory),
            open_cases=cases.get(UUID(one.network_id), ()),
            registered=False,
        )
        for one in applied
    ]


async def applied_from(conn: AsyncConnection, office: str, numbers: Iterable[str]) -> set[str]:
    """Return which of the municipalities *numbers* have applied to *office* in a network that nobody has registered."""
    head = case_head.c
    number = func.unnest(cast(list(numbers), ARRAY(Text))).column_valued("number")
    words = cast(array([literal(office), literal(municipality_mark("")) + number]), ARRAY(Text))
    registered = exists().where(register_head.c.stream == f"{_NETWORK}:" + cast(head.network_id, Text))
    applied = exists().where(
        CASE_WORDS.op("@>", is_comparison=True)(words),
        head.office == office,
        head.stage.not_in(TAKEN_BACK),
        ~registered,
    )
    # Each of the two has an index of its own.
    either = or_(applied.where(head.finished == false()), applied.where(head.finished == true()))
    return set(await conn.scalars(select(number).where(either)))


async def networks_with_members_of(conn: AsyncConnection, office: str) -> list[Network]:
    """Return the registered networks, of whichever office, that have had a member of *office*'s area."""
    wanted = bindparam("wanted", [{"office": office}], type_=JSONB)
    query = select(register_head.c.stream, register_head.c.state).where(
        register_head.c.kind == _NETWORK, register_head.c.state["members"].contains(wanted)
    )
    rows = await conn.execute(query.order_by(register_head.c.stream))
    found = [state_from(row.stream, row.state) for row in rows]
    return [one for one in found if isinstance(one, Network)]


async def applied_of(
    conn: AsyncConnection, *, network_id: UUID | None = None, case_no: str | None = None
) -> Applied | None:
    """Return the newest application of a network, or the one of a case."""
    ids = None if network_id is None else [network_id]
    return next(iter(await _applied(conn, network_ids=ids, case_no=case_no)), None)


async def find_networks(conn: AsyncConnection, given: str) -> list[tuple[UUID, str]]:
    """Return the ids and names of the networks that *given* may mean: an id, or a part of the name; at most ten.

    A letter counts once however often it stands: the guidelines themselves write barnevernsledernettverk in three ways (C16).
    """
    name = func.regexp_replace(func.lower(network.c.name), _DOUBLED.pattern, r"\1", "g")
    conditions = [name.contains(_DOUBLED.sub(r"\1", given.strip().lower()), autoescape=True)]
    with suppress(ValueError):
        conditions.append(network.c.network_id == UUID(given))
    query = select(network.c.network_id, network.c.name).where(or_(*conditions))
    rows = (await conn.execute(query.order_by(network.c.name, network.c.network_id).limit(10))).all()
    whole = [row for row in rows if row.name.lower() == given.strip().lower()]
    return [(row.network_id, row.name) for row in (whole if len(whole) == 1 else rows)]


async def open_cases(conn: AsyncConnection, ids: Iterable[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Return the numbers of the unfinished cases of each network."""
    query = (
        select(case_head.c.network_id, func.array_agg(case_head.c.case_no).label("numbers"))
        .where(case_head.c.network_id.in_(list(ids)), case_head.c.finished == false())
        .group_by(case_head.c.network_id)
    )
    return {row.network_id: tuple(sorted(row.numbers)) for row in await conn.execute(query)}


async def projects(
    conn: AsyncConnection,
    *,
    office: str | None = None,
    network_id: UUID | None = None,
    project_id: UUID | None = None,
) -> list[ProjectRow]:
    """Return projects with their cases, by title: of an office, of a network, or one."""
    query = _PROJECTS
    for column, wanted in (
        (network.c.office, office),
        (project.c.network_id, network_id),
        (project.c.project_id, project_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    return await _with_cases(conn, query)


async def projects_page(
    conn: AsyncConnection, office: str, limit: int, after: NameCursor | None
) -> list[ProjectRow]:
    """Return a page of an office's projects, by title: those that follow *after*."""
    return await _with_cases(conn, projects_query(office, limit, after))


def projects_query(office: str, limit: int, after: NameCursor | None) -> Select[Any]:
    """Return the statement behind ``projects_page``."""
    query = _PROJECTS.where(network.c.office == office).limit(limit)
    if after is None:
        return query
    key = tuple_(project.c.title, project.c.project_id)
    return query.where(key > tuple_(after.name, after.id))


def _projects() -> Select[Any]:
    total = func.coalesce(func.sum(commitment.c.amount_ore), 0)
    granted = select(total).where(commitment.c.project_id == project.c.project_id).scalar_subquery()
    return (
        select(
            project.c.project_id,
            project.c.network_id,
            project.c.title,
            network.c.name.label("network_name"),
            network.c.office,
            granted.label("granted_ore"),
        )
        .join(network, network.c.network_id == project.c.network_id)
        .order_by(project.c.title, project.c.project_id)
    )


_PROJECTS: Final = _projects()


async def _with_cases(conn: AsyncConnection, query: Select[Any]) -> list[ProjectRow]:
    rows = (await conn.execute(query)).mappings().all()
    cases = await _cases(conn, [row["project_id"] for row in rows])
    return [
        ProjectRow(**{**row, "granted_ore": int(row["granted_ore"])}, cases=cases.get(row["project_id"], ()))
        for row in rows
    ]


async def _cases(conn: AsyncConnection, ids: list[UUID]) -> dict[UUID, tuple[ProjectCase, ...]]:
    pot = case_head.c.state["pot"].astext.label("pot")
    columns = [pot if name == "pot" else case_head.c[name] for name in ProjectCase.__dataclass_fields__]
    query = select(case_head.c.project_id, *columns).where(case_head.c.project_id.in_(ids))
    found: dict[UUID, list[ProjectCase]] = {}
    for row in (await conn.execute(query.order_by(case_head.c.grant_year, case_head.c.case_no))).mappings():
        values = dict(row)
        found.setdefault(values.pop("project_id"), []).append(ProjectCase(**values))
    return {key: tuple(cases) for key, cases in found.items()}


async def _applied(
    conn: AsyncConnection,
    *,
    office: str | None = None,
    network_ids: list[UUID] | None = None,
    case_no: str | None = None,
    unregistered: bool = False,
    living: bool = False,
) -> list[Applied]:
    asked: dict[str, Any] = {
        "office": office,
        "network_ids": network_ids,
        "case_no": case_no,
        "unregistered": unregistered,
    }
    return [
        Applied(
            case_no=row.case_no,
            network_id=str(row.network_id),
            office=row.office,
            received_on=local_day(datetime.fromisoformat(row.received_at)),
            application=Application.model_validate(row.application),
        )
        for row in await conn.execute(_APPLIED_AND_OPEN if living else _APPLIED_EVER, asked)
    ]
