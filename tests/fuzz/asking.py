"""Lets schemathesis loose on a whole service: real database, engine and worker, the API on a port, a token for each role."""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from deploy.generated import ROOT
from deploy.local import ports
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain.actors import Role
from tests.api.conftest import Service, new_service
from tests.domain.applications import ORG_HAMAR
from tests.stage import OFFICE
from tests.web.serving import served
from web.api import PATH
from web.api.limits import Limits

DESCRIPTION: Final = ROOT / "docs" / "openapi.json"

#: In whose name it is asked, and of which case: each kind of role that may do something else, where it has something to do.
ASKERS: Final = (
    (Role.CASE_OFFICER, OFFICE, "SFIN-2026-4"),
    (Role.LEADER, OFFICE, "SFIN-2026-2"),
    (Role.APPLICANT_SIGNATORY, ORG_HAMAR, "SFIN-2026-3"),
    (Role.STATE_AUDITOR, "-", "SFIN-2026-1"),
)

#: Every way of making requests up: at the borders of what is described, by chance, and one after another.
PHASES: Final = ("examples", "coverage", "fuzzing", "stateful")

#: What an answer must be. What is left out: it asks for 2xx where the description's examples cannot know the state of a case,
#: and for a refusal by form where the domain refuses first (404 before 422 tells nobody what exists).
CHECKS: Final = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "unsupported_method",
    "ignored_auth",
    "use_after_free",
)


_REPORT: Final = "report.json"

#: A whole run takes longer than a token usually lives (seconds).
_LONG: Final = 3_600


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What came of one run.

    Args:
        role: In whose name.
        cases: How many requests were made up and sent.
        operations: Of how many operations.
        failures: What the answers were not, as schemathesis tells it; empty where all is well.
    """

    role: Role
    cases: int
    operations: int
    failures: str


@asynccontextmanager
async def open_service(
    postgres: EmbeddedPostgres, temporal_server: DevServer
) -> AsyncIterator[tuple[Service, str]]:
    """Have a service with cases at several stages, and its address, while the body runs."""
    async with new_service(postgres, temporal_server) as service:
        stage = service.stage
        for until in (stage.assess, stage.recommend, stage.grant, None):
            case_id = await stage.submit()
            if until is not None:
                await until(case_id, 300_000)
        # It asks without a token too, more often than a stranger may.
        service.api.state.limits = Limits(1_000_000, 1_000_000, 1_000_000)
        port = ports.any_free()
        async with served(service.app, port):
            yield service, f"http://{ports.HOST}:{port}{PATH}"


async def ask(
    service: Service,
    address: str,
    role: Role,
    unit: str,
    case_no: str,
    *,
    examples: int,
    seed: int,
    phases: Sequence[str],
) -> Asked:
    """Let schemathesis ask in the name of *role*."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        asking = _command(folder, address, service.token(role, unit, exp=int(time.time()) + _LONG), case_no)
        asking += ["--max-examples", str(examples), "--seed", str(seed), "--phases", ",".join(phases)]
        process = await asyncio.create_subprocess_exec(
            *asking, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, cwd=folder
        )
        said, _ = await process.communicate()
        told = _report(folder)
    well = process.returncode == 0 and told.get("complete") is True
    return Asked(
        role=role,
        cases=told.get("test_cases", {}).get("generated", 0),
        operations=told.get("operations", {}).get("tested", 0),
        failures="" if well else said.decode(),
    )


def _command(folder: Path, address: str, token: str, case_no: str) -> list[str]:
    """Return how schemathesis is called; what it asks of a case is about one that is there."""
    (folder / "schemathesis.toml").write_text(f'[parameters]\n"path.case_no" = "{case_no}"\n')
    return [
        *(sys.executable, "-m", "schemathesis.cli", "run", str(DESCRIPTION)),
        *("--url", address, "--header", f"Authorization: Bearer {token}", "--checks", ",".join(CHECKS)),
        # One at a time: two threads that read Python at once fail in 3.11 ("AST constructor recursion depth mismatch").
        *("--workers", "1", "--continue-on-failure", "--warnings", "off", "--no-color"),
        *("--generation-database", "none", "--report-json-path", str(folder / _REPORT)),
    ]


def _report(folder: Path) -> dict[str, Any]:
    report = folder / _REPORT
    found: dict[str, Any] = json.loads(report.read_text()) if report.exists() else {}
    return found
