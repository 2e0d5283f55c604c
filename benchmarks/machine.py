"""What a benchmark ran on: without it a number means nothing."""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from sqlalchemy import text
from temporalio.api.workflowservice.v1 import GetSystemInfoRequest

from benchmarks.house import House, engine_of
from deploy.local.postgres import DATABASE

#: What decides whether a commit waits for the disk.
_DURABILITY: Final = ("fsync", "synchronous_commit", "full_page_writes", "wal_sync_method")
_PACKAGES: Final = ("temporalio", "sqlalchemy", "asyncpg", "pydantic")


async def machine(house: House) -> dict[str, str]:
    """Return what this runs on, in lines for people."""
    info = await house.client.workflow_service.get_system_info(GetSystemInfoRequest())
    async with engine_of(house, DATABASE) as engine, engine.connect() as conn:
        postgres = await conn.scalar(text("SHOW server_version"))
        settings = [f"{name} {await conn.scalar(text(f'SHOW {name}'))}" for name in _DURABILITY]
    load = " ".join(f"{average:.1f}" for average in os.getloadavg())
    return {
        "at": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "machine": f"{_cpu()}; {len(os.sched_getaffinity(0))} cores, {_memory_gib():.0f} GiB; load before {load}",
        "system": f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        "packages": ", ".join(f"{name} {version(name)}" for name in _PACKAGES),
        "Temporal": f"server {info.server_version}, development server on a file (SQLite)",
        "PostgreSQL": f"{postgres}; {', '.join(settings)}",
    }


def _cpu() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.machine()


def _memory_gib() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
