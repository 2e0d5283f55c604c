"""A client in a process of its own, that a test may kill: it asks what it was told to ask, all at once.

python -m tests.faults.caller '[{"case_id": …, "command_id": …, "actor": {…}, "body": {…}}, …]'
"""

import asyncio
import atexit
import json
import os
import sys
import time
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from activities.door import Door
from domain.actors import Actor, Role
from domain.commands import parse_body
from storage.engine import create_engine
from workflows.connecting import connect

atexit.register(time.sleep, 0.05)


async def main(asked: list[dict[str, Any]]) -> None:
    """Ask; the settings of database and engine are the worker's."""
    door = Door(create_engine(os.environ["DATABASE_URL"]), await connect(os.environ))
    async with asyncio.TaskGroup() as group:
        for one in asked:
            actor = Actor(**{**one["actor"], "role": Role(one["actor"]["role"])})
            body = parse_body(one["body"])
            now = datetime.now(UTC)
            group.create_task(
                door.ask(UUID(one["case_id"]), UUID(one["command_id"]), actor, body, real_now=now)
            )


if __name__ == "__main__":
    asyncio.run(main(json.loads(sys.argv[1])))
