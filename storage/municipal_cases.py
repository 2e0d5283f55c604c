"""A municipality as one office sees it: the cases that it hosts there, and sums over them."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Any, Final

from sqlalchemy import Select, false, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.rows import Head
from storage.tables import case_head, network

_MOST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSum:
    """What a host has at an office. Money in øre."""

    host: str
    cases: int
    open_cases: int
    granted_ore: int


def host_sums_query(office: str, hosts: Collection[str]) -> Select[Any]:
    """Return the statement behind ``host_sums``."""
    head = case_head.c
    return (
        select(
            head.host,
            func.count().label("cases"),
            func.count().filter(head.finished == false()).label("open_cases"),
            func.sum(head.granted_ore).label("granted_ore"),
        )
        .where(head.office == office, head.host.in_(hosts))
        .group_by(head.host)
    )


async def host_sums(conn: AsyncConnection, office: str, hosts: Collection[str]) -> dict[str, HostSum]:
    """Return what each of *hosts* has at *office*, by organisation number."""
    rows = (await conn.execute(host_sums_query(office, hosts))).mappings()
    return {row["host"]: HostSum(**{**row, "granted_ore": int(row["granted_ore"])}) for row in rows}


async def hosted(conn: AsyncConnection, office: str, host: str) -> list[tuple[Head, str]]:
    """Return the cases that *host* has at *office*, the newest year first, each with its network's name."""
    columns = [case_head.c[field.name] for field in fields(Head)]
    query = (
        select(*columns, func.coalesce(network.c.name, "").label("network"))
        .outerjoin(network, network.c.network_id == case_head.c.network_id)
        .where(case_head.c.host == host, case_head.c.office == office)
        .order_by(case_head.c.grant_year.desc(), case_head.c.case_no)
        .limit(_MOST)
    )
    found = []
    for row in (await conn.execute(query)).mappings():
        values = dict(row)
        name = str(values.pop("network"))
        found.append((Head(**values), name))
    return found
