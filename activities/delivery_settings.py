"""Where what leaves the house goes: a mail server or a spool folder, and the folder for payment orders."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from activities.secret import secret

_YES: Final = frozenset({"1", "true", "yes", "on"})
_NO: Final = frozenset({"0", "false", "no", "off"})

#: An address that can stand in a header and in the envelope; the mail server knows the rest.
ADDRESS: Final = re.compile(r"[!-?A-~]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Smtp:
    """A mail server.

    Args:
        host: Its name.
        port: 587 for submission with STARTTLS.
        user: Whom to log in as; None sends without a login.
        password: Never shown.
        starttls: Encrypt before anything is said. Only a server on this machine can do without.
        sender: Address that messages come from; it receives what bounces.
        timeout_seconds: For each answer of the server.
    """

    host: str
    port: int = 587
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    starttls: bool = True
    sender: str
    timeout_seconds: float = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverySettings:
    """What a ``Deliverer`` must know.

    Args:
        spool_dir: Messages are written here as ``.eml`` files where no mail server is given.
        payment_dir: Payment orders are written here, for the accounts to take.
        smtp: The mail server, or None.
        patience_seconds: How long one run of the activity waits for work altogether.
        poll_seconds: How often it looks for rows that have become due again.
        gather_seconds: How long it lets new rows gather before it sends them: people who wait for an answer go first,
            and what one act after another brings about leaves together.
        heartbeat_seconds: How often it says that it lives, also while it sends.
    """

    spool_dir: Path
    payment_dir: Path
    smtp: Smtp | None = None
    patience_seconds: float = 45.0
    poll_seconds: float = 5.0
    gather_seconds: float = 1.0
    heartbeat_seconds: float = 5.0

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], home: Path) -> Self:
        """Read ``SAKSGANG_SMTP_HOST`` and its kin from *environ*; folders lie in *home* where nothing else is said.

        Raises:
            ValueError: naming the variable that cannot be used.
        """
        return cls(
            spool_dir=Path(environ.get("SAKSGANG_SPOOL_DIR") or home / "spool"),
            payment_dir=Path(environ.get("SAKSGANG_PAYMENT_DIR") or home / "payments"),
            smtp=_smtp(environ) if environ.get("SAKSGANG_SMTP_HOST") else None,
        )


def _smtp(environ: Mapping[str, str]) -> Smtp:
    sender = environ.get("SAKSGANG_SMTP_SENDER", "")
    if not ADDRESS.fullmatch(sender):
        raise ValueError("SAKSGANG_SMTP_SENDER must be an e-mail address when SAKSGANG_SMTP_HOST is set")
    port = environ.get("SAKSGANG_SMTP_PORT", "587")
    if not port.isdecimal():
        raise ValueError("SAKSGANG_SMTP_PORT must be a number")
    return Smtp(
        host=environ["SAKSGANG_SMTP_HOST"],
        port=int(port),
        user=environ.get("SAKSGANG_SMTP_USER") or None,
        password=secret(environ, "SAKSGANG_SMTP_PASSWORD"),
        starttls=_yes_or_no(environ, "SAKSGANG_SMTP_STARTTLS", default=True),
        sender=sender,
    )


def _yes_or_no(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    word = environ.get(name, "").strip().lower()
    if word not in _YES | _NO | {""}:
        raise ValueError(f"{name} must be yes or no")
    return word in _YES if word else default
