"""Shows where a started installation is reached and what can be tried first."""

import sys
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from deploy.local.home import Home, Runtime

TO_TRY = (
    ("demo", "cases live their whole lives, in seconds"),
    ("case list", "the cases that are here"),
    ("trail verify", "is the record whole?"),
)


def banner(home: Home, runtime: Runtime) -> RenderableType:
    """Make the panel for *runtime*; it holds no password."""
    places = Table.grid(padding=(0, 2))
    for label, value in (
        *((("Web pages", runtime.web),) if runtime.web else ()),
        *(
            (("Log in as", "any role at any office or municipality, without a password"),)
            if runtime.login
            else ()
        ),
        *(
            (("API", f"{runtime.web}/api/v1; keys of programs: {home.folder / 'programs'}"),)
            if runtime.login
            else ()
        ),
        *(
            (("Cases", "made up; their clock stands at 23 November 2026. EMPTY=1 starts without"),)
            if runtime.practice
            else ()
        ),
        ("Temporal's pages", runtime.temporal_ui or "where the cluster has them"),
        ("Temporal", runtime.temporal_address or "as the TEMPORAL_* settings say"),
        ("PostgreSQL", without_password(runtime.database_url)),
        ("Metrics", runtime.metrics),
        ("Data", str(home.folder)),
        ("Logs", str(home.logs)),
    ):
        places.add_row(Text(label, style="bold"), Text(value, overflow="fold"))
    commands = Table.grid(padding=(0, 2))
    for command, what in TO_TRY:
        commands.add_row(Text(f"{_program()} {command}", style="cyan"), Text(what, style="dim"))
    return Panel(
        Group(places, Text("\nTry, in another window:"), commands, Text("\nCtrl-C stops everything.")),
        title="Saksgang runs",
        expand=False,
    )


def without_password(url: str) -> str:
    """Give *url* as it may be shown."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _program() -> str:
    """Give our command as it was called, so that what is shown can be typed as it stands."""
    called = sys.argv[0]
    return called if Path(called).name == "saksgang" else "saksgang"
