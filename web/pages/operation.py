"""«Status»: whether the service does its work, what stands still, and what is safe to do about it. No case content."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import perf_counter
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy import select, text

from activities.reconcile import retry
from domain.actors import Role
from storage import access, operation, outbox
from storage.heads import signed_under
from storage.operation import Queue, Standstill, Stuck
from storage.tables import installation
from web.engine import EngineState, engine_state
from web.guard.gate import Gate
from web.visit import Visit

router: Final = APIRouter()
OPERATORS: Final = Gate(roles=frozenset({Role.OPERATOR}))
BY_ITSELF: Final = Gate(roles=frozenset({Role.OPERATOR}), quiet=True)

PATH: Final = "/drift"

#: How long something may wait before it is a fault; the alerts of deploy/prometheus are a little more patient.
_LIMITS: Final = {
    "inbox": timedelta(seconds=60),
    "message": timedelta(minutes=15),
    "payment_order": timedelta(minutes=15),
}
_ELSE: Final = timedelta(minutes=15)

#: A worker that has not asked for so long is gone or busy dying.
_WORKER_SEEN: Final = timedelta(minutes=2)

#: What the operator may set going again: each is carried out once, however often it is asked for.
_RETRIED: Final = frozenset({Standstill.COMMAND, Standstill.HEAD, Standstill.DEADLINE, Standstill.DELIVERY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """A queue as the page shows it."""

    name: str
    waiting: int
    age: timedelta | None
    limit: timedelta

    @property
    def is_over(self) -> bool:
        return self.age is not None and self.age > self.limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Something the service stands on. ``state`` is up, slow or down."""

    name: str
    state: str
    detail: str = ""


@router.get(PATH)
async def status(visit: Annotated[Visit, Depends(OPERATORS)]) -> Response:
    """Show how it goes, now."""
    return await _page(visit)


@router.get(f"{PATH}/naa")
async def refreshed(visit: Annotated[Visit, Depends(BY_ITSELF)]) -> Response:
    """Show the same to a page that asks again by itself: nobody is there because of it."""
    return await _page(visit)


async def _page(visit: Visit) -> Response:
    real_now = visit.house.now()
    async with visit.read() as conn:
        began = perf_counter()
        await conn.execute(text("SELECT 1"))
        took_ms = round((perf_counter() - began) * 1000)
        spread = timedelta(seconds=await conn.scalar(select(installation.c.spread_seconds)) or 0)
        stuck = await operation.standing_still(conn, visit.now, real_now, spread)
        loads = await operation.clock_loads(conn, visit.now)
        running = await operation.open_cases(conn)
        inbox = _waits(await operation.commands(conn, visit.now), visit.now)
        deliveries = [_waits(queue, real_now) for queue in await operation.deliveries(conn)]
    engine = await engine_state(visit.house.client, visit.house.task_queue)
    heads = signed_under(visit.house.settings.home)
    return visit.page(
        "operation.html",
        section=PATH,
        real_now=real_now,
        stuck=sorted(stuck, key=lambda one: one.since),
        retried=_RETRIED,
        loads=loads,
        running=running,
        took_ms=took_ms,
        queues=[inbox, *deliveries],
        engine=engine,
        worker_limit=_WORKER_SEEN,
        services=list(_services(visit, engine, deliveries, stuck)),
        signing=None if heads is None else heads.last_signing(),
        refreshes="stopp" not in visit.request.query_params,
        done=visit.request.query_params.get("gjort"),
    )


@router.post(f"{PATH}/prov")
async def try_again(visit: Annotated[Visit, Depends(OPERATORS)]) -> Response:
    """Set one thing going again; it happens once, whatever was asked before. That it was asked is noted."""
    form = await visit.form()
    stream, how = str(form.get("strom", "")), str(form.get("hva", ""))
    async with visit.read() as conn:
        known = await operation.is_known(conn, stream)
    if not known or how not in _RETRIED:
        return visit.to(PATH)
    async with visit.house.engine.begin() as conn:
        await access.log(conn, visit.who, stream, "retried", visit.now)
        if how == Standstill.DELIVERY:
            await outbox.hurry(conn, stream, visit.house.now())
    if how != Standstill.DELIVERY:
        await retry(visit.house.engine, visit.house.door, stream, visit.house.now())
    return visit.to(f"{PATH}?gjort={how}")


def _waits(queue: Queue, now: datetime) -> Waits:
    return Waits(
        name=queue.name,
        waiting=queue.waiting,
        age=None if queue.oldest is None else max(now - queue.oldest, timedelta()),
        limit=_LIMITS.get(queue.name, _ELSE),
    )


def _services(
    visit: Visit, engine: EngineState | None, deliveries: Iterable[Waits], stuck: Iterable[Stuck]
) -> Iterable[Service]:
    # The page is made by asking the database: where it is down, another page says so.
    yield Service(name="database", state="up")
    yield Service(name="engine", state="down" if engine is None else "up")
    yield Service(name="login", state="down" if visit.request.app.state.provider is None else "up")
    failing: Any = next((one for one in stuck if one.how in {Standstill.DELIVERY, Standstill.PARKED}), None)
    over = any(queue.is_over for queue in deliveries)
    detail = failing.error if failing is not None else ""
    yield Service(name="delivery", state="down" if over else "slow" if failing else "up", detail=detail or "")
