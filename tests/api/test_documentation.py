"""docs/api.md is true: every request on it is sent to a real house, in order, and answered as the page shows."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
import pytest

from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain import commands as c
from domain.actors import Role
from domain.lifecycle import Stage
from storage import queries
from tests.api.documented import ROOT, Exchange, body_of, differences, steps
from tests.api.local import Local, new_local
from tests.stage import ATTESTOR, DUTY_BELOW_THE_LIMIT, LEADER

PAGE = ROOT / "docs" / "api.md"

#: What the page calls its tokens.
TOKENS: Mapping[str, tuple[Role, dict[str, str]]] = {
    "$MUNICIPALITY": (Role.APPLICANT_SIGNATORY, {}),
    "$LEADER_S_PROGRAM": (Role.LEADER, {}),
    "$OFFICER": (Role.CASE_OFFICER, {"sub": "case_officer@SFIN"}),
    "$ACCOUNTS": (Role.ACCOUNTANT, {}),
}


@pytest.fixture
async def local(
    postgres: EmbeddedPostgres, temporal_server: DevServer, tmp_path: Path
) -> AsyncIterator[Local]:
    async with new_local(postgres, temporal_server, tmp_path) as made:
        yield made


async def case_id(local: Local, case_no: str = "SFIN-2026-1") -> UUID:
    async with local.service.stage.database.engine.connect() as conn:
        head = await queries.case_by(conn, case_no)
    assert head is not None
    return head.case_id


async def the_office_grants_and_orders(local: Local) -> None:
    stage, case = local.service.stage, await case_id(local)
    await stage.grant(case, 300_000, DUTY_BELOW_THE_LIMIT)


async def the_engine_goes_away(local: Local) -> None:
    local.service.api.state.house = replace(local.service.house, client=None)


async def the_engine_comes_back(local: Local) -> None:
    local.service.api.state.house = local.service.house


async def the_office_pays(local: Local) -> None:
    stage, case = local.service.stage, await case_id(local)
    found = await stage.case(case)
    await stage.do(case, LEADER, c.OrderPayment())
    await stage.do(
        case,
        ATTESTOR,
        c.AttestPayment(legal_ground=True, budget_cover=True, soundness=True, recipient=True),
    )
    assert found.stage is Stage.GRANTED


async def a_year_passes(local: Local) -> None:
    stage, case = local.service.stage, await case_id(local)
    await stage.move_to(datetime(2027, 1, 15, 9, tzinfo=UTC), [case])


MEANWHILE: Mapping[str, Callable[[Local], Awaitable[None]]] = {
    "the office grants 300 000 kr, with reports and an auditor's statement": the_office_grants_and_orders,
    "the engine goes away": the_engine_goes_away,
    "the engine comes back": the_engine_comes_back,
    "a leader orders the payment, and another person attests it": the_office_pays,
    "the year ends": a_year_passes,
}


async def perform(local: Local, exchange: Exchange, client: httpx2.AsyncClient) -> httpx2.Response:
    """Send a request of the page."""
    method, path = exchange.request.first.split(" ", 1)
    headers = dict(exchange.request.headers)
    named = headers.get("Authorization", "").removeprefix("Bearer ")
    if named in TOKENS:
        role, more = TOKENS[named]
        headers["Authorization"] = f"Bearer {await local.token(role, **more)}"
    address = local.address + path
    if headers.get("Content-Type", "").startswith("multipart/"):
        form = exchange.request.body.replace("\n", "\r\n")
        return await client.request(method, address, headers=headers, content=form.encode())
    return await client.request(method, address, headers=headers, json=body_of(exchange.request))


async def test_every_request_of_the_page_is_answered_as_it_says(local: Local) -> None:
    differing: list[str] = []
    async with httpx2.AsyncClient(timeout=30) as client:
        for step in steps(PAGE):
            if isinstance(step, str):
                await MEANWHILE[step](local)
                continue
            found = await perform(local, step, client)
            differing += [f"{step.request.first} {one}" for one in compared(step, found)]

    assert differing == []


def compared(exchange: Exchange, found: httpx2.Response) -> list[str]:
    status = int(exchange.answer.first.split(" ")[1])
    shown = {name.lower(): value for name, value in exchange.answer.headers.items()}
    differing = [] if found.status_code == status else [f"status {found.status_code}"]
    differing += differences(shown, {name: found.headers.get(name) for name in shown}, "headers")
    if found.headers["content-type"].startswith("text/csv"):
        return [
            *differing,
            *differences(exchange.answer.body.split("\n"), found.text.strip().split("\r\n"), "lines"),
        ]
    return [*differing, *differences(json.loads(exchange.answer.body), found.json())]


def run(local: Local, *arguments: str) -> str:
    keys = str(local.login.programs / "applicant_signatory.json")
    told = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "client.py"), keys, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    return told.stdout or told.stderr


async def test_the_client_applies_follows_and_reports(local: Local, tmp_path: Path) -> None:
    from asyncio import to_thread

    stage, plan = local.service.stage, tmp_path / "plan.txt"
    plan.write_text("Planen for nettverket.", "utf-8")
    applied = json.loads(
        await to_thread(
            run, local, "apply", "SFIN-2026-R1", "examples/application-2026-hedmarken.json", str(plan)
        )
    )
    case, number = UUID(applied["case_id"]), applied["case_no"]
    await stage.grant(case, 300_000, DUTY_BELOW_THE_LIMIT)
    await stage.pay(case)
    await stage.move_to(datetime(2027, 1, 15, 9, tzinfo=UTC), [case])
    followed = await to_thread(run, local, "follow", number)
    report = tmp_path / "report.json"
    report.write_text(json.dumps(REPORT))
    reported = json.loads(await to_thread(run, local, "report", number, str(report)))
    refused = await to_thread(run, local, "report", number, str(report))

    assert applied["events"][0]["text"].endswith("with one attachment")
    assert '"stage": "carry_over"' in followed
    assert followed.splitlines()[0].startswith("2026-03-01")
    assert "ReportDelivered" in {one["kind"] for one in reported["events"]}
    assert refused.startswith("duty_not_ready: ")


REPORT: dict[str, Any] = {
    "duty": "2026",
    "spent_ore": 20_000_000,
    "unused_ore": 10_000_000,
    "final": False,
    "spent_until": "2026-12-31",
    "text": "Felles mottak i fire kommuner, to samlinger.",
}
