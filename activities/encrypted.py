"""Between machines nothing of ours is open to read: a process does not start where its way to another one is plain.

Who has a network of one's own between them says so by ``SAKSGANG_PLAIN_INSIDE=accepted``.
"""

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any, Final

from domain.problems import MistakeError
from storage.engine import database_url

ACCEPTED: Final = "SAKSGANG_PLAIN_INSIDE"

#: The only way in which a server of PostgreSQL must show that it is the one that was meant.
_CHECKED: Final = "verify-full"


def may_be_plain(environ: Mapping[str, str], host: str) -> bool:
    """Say whether what goes to *host* may be read on the way: it stays on this machine, or somebody has accepted it."""
    return environ.get(ACCEPTED) == "accepted" or _is_this_machine(host)


def check_database(environ: Mapping[str, str], address: str, name: str = "DATABASE_URL") -> None:
    """Look at the way to the database at *address*, the setting *name*.

    Raises:
        MistakeError: It is on another machine, and nobody asks for its certificate; or it is no address.
    """
    url = database_url(address)
    mode = url.query.get("ssl") or environ.get("PGSSLMODE")
    host = url.host or str(url.query.get("host", ""))
    if mode != _CHECKED and not may_be_plain(environ, host):
        english = f"leads to another machine and must end in ?sslmode={_CHECKED}; or set {ACCEPTED}=accepted"
        raise MistakeError("plain_database", english, field=name, variable=ACCEPTED)


def check_engine(environ: Mapping[str, str], config: Mapping[str, Any]) -> None:
    """Look at the way to the engine; *config* is what the TEMPORAL_* settings make.

    Raises:
        MistakeError: It is on another machine, and is not reached encrypted.
    """
    host = str(config.get("target_host", "")).rpartition(":")[0]
    if not config.get("tls") and not may_be_plain(environ, host):
        english = f"must be set where the engine is on another machine; or set {ACCEPTED}=accepted"
        raise MistakeError("plain_engine", english, field="TEMPORAL_TLS", variable=ACCEPTED)


def _is_this_machine(host: str) -> bool:
    if not host or host == "localhost" or host.startswith("/"):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
