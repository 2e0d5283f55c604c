"""The applications of one round, with what the leader's ranking shows of each: criteria met, and the officer's reason."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import private_texts
from storage.rows import Head
from storage.tables import case_head, network, round_, trail

#: No round of this scheme has more.
_MOST: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundCase:
    """One application.

    Args:
        head: The case.
        network: Its network's name.
        reason: Why the officer recommends as they do, else why the application has its place; None before that.
        met: How many criteria the newest assessment found met, of how many; None before it.
        asked: How many criteria it answered.
    """

    head: Head
    network: str
    reason: str | None
    met: int | None
    asked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundStage:
    """How many cases of a round stand at a stage, and their money in øre."""

    round_id: UUID
    stage: str
    cases: int
    applied_ore: int
    granted_ore: int


async def round_cases(conn: AsyncConnection, round_id: UUID) -> list[RoundCase]:
    """Return the applications of a round, by their numbers."""
    columns = [case_head.c[field.name] for field in fields(Head)]
    query = (
        select(*columns, func.coalesce(network.c.name, "").label("network"))
        .outerjoin(network, network.c.network_id == case_head.c.network_id)
        .where(case_head.c.round_id == round_id)
        .order_by(func.length(case_head.c.case_no), case_head.c.case_no)
        .limit(_MOST)
    )
    rows = [dict(row) for row in (await conn.execute(query)).mappings()]
    streams = [f"case:{row['case_id']}" for row in rows]
    said = await _newest(conn, streams)
    refs = [ref for kinds in said.values() if (ref := _reason_ref(kinds)) is not None]
    texts = await private_texts.texts(conn, refs) if refs else {}
    found = []
    for row in rows:
        name, kinds = row.pop("network"), said.get(f"case:{row['case_id']}", {})
        answers = kinds.get("Assessed", {}).get("answers")
        ref = _reason_ref(kinds)
        found.append(
            RoundCase(
                head=Head(**row),
                network=name,
                reason=texts.get(ref) if ref else None,
                met=None if answers is None else sum(answer["met"] for answer in answers),
                asked=len(answers or ()),
            )
        )
    return found


async def round_stages(conn: AsyncConnection, office: str) -> list[RoundStage]:
    """Return how the cases of each round of an office are spread over the stages."""
    query = (
        select(
            case_head.c.round_id,
            case_head.c.stage,
            func.count().label("cases"),
            func.sum(case_head.c.applied_ore).label("applied_ore"),
            func.sum(case_head.c.granted_ore).label("granted_ore"),
        )
        .join(round_, round_.c.round_id == case_head.c.round_id)
        .where(round_.c.office == office)
        .group_by(case_head.c.round_id, case_head.c.stage)
    )
    return [
        RoundStage(**{**row, "applied_ore": int(row["applied_ore"]), "granted_ore": int(row["granted_ore"])})
        for row in (await conn.execute(query)).mappings()
    ]


async def _newest(conn: AsyncConnection, streams: Sequence[str]) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the newest body of each telling kind of event, by stream."""
    query = (
        select(trail.c.stream, trail.c.kind, trail.c.envelope)
        .where(trail.c.stream.in_(streams), trail.c.kind.in_(("Assessed", "Recommended", "Ranked")))
        .order_by(trail.c.stream, trail.c.seq)
    )
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for row in await conn.execute(query):
        found.setdefault(row.stream, {})[row.kind] = json.loads(row.envelope)["body"]
    return found


def _reason_ref(kinds: dict[str, dict[str, Any]]) -> UUID | None:
    for kind in ("Recommended", "Ranked"):
        sealed = kinds.get(kind, {}).get("reason")
        if isinstance(sealed, dict) and sealed.get("ref"):
            return UUID(sealed["ref"])
    return None
