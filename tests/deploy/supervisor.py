"""Runs the real supervisor with a stand-in for the worker, as a process that a test may kill.

python supervisor.py HOME [web]
"""

import asyncio
import atexit
import sys
import time
from pathlib import Path

from rich.console import Console

from deploy.local.errors import LocalError
from deploy.local.home import Home
from deploy.local.up import Kind, Steps, up

atexit.register(time.sleep, 0.05)


async def no_migration(_owner_dsn: str, _service_role: str, _kind: Kind) -> None:
    """Leave the database as it is."""


def main() -> None:
    """Run until stopped, as `saksgang up` does."""
    home = Home(Path(sys.argv[1]))
    steps = Steps(
        migrate=no_migration,
        worker=(sys.executable, str(Path(__file__).with_name("fake_worker.py"))),
        rebuild=(sys.executable, "-c", f"open({str(home.folder / 'rebuilt')!r}, 'a').write('x')"),
        cases=None,
        web=(sys.executable, str(Path(__file__).with_name("fake_web.py"))) if "web" in sys.argv else None,
    )
    try:
        asyncio.run(up(home, console=Console(), steps=steps))
    except LocalError as error:
        sys.exit(str(error))


main()
