"""What the web is told by its environment, read once at the start; what is missing or impossible is said at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Final, Self
from urllib.parse import urlsplit

from activities.encrypted import ACCEPTED, check_database, may_be_plain
from activities.secret import secret
from domain.problems import MistakeError
from web.api import PATH as API

#: Nobody is logged in for longer than a working day, nor through a long meeting away from the desk.
ABSOLUTE: Final = timedelta(hours=10)
IDLE: Final = timedelta(minutes=60)

_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})


class SettingsError(Exception):
    """A setting is missing or cannot be; the text names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oidc:
    """The OpenID provider.

    Args:
        issuer: Its address; its metadata lies under it.
        client_id: What we are called there.
        client_secret: By which it knows us.
        acr: Levels of login that are enough.
        resource_prefix: What stands before our own role's name in the right that a login gives.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    acr: frozenset[str] = frozenset({"idporten-loa-substantial", "idporten-loa-high"})
    resource_prefix: str = "urn:altinn:resource:saksgang-"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSettings:
    """What the API is told.

    Args:
        issuer: Who issues programs their tokens, as Maskinporten does; its metadata lies under it.
        audience: What a token must be made for.
        scope_prefix: What stands before a role's name in a scope.
        reads_per_minute: How much one client may ask.
        writes_per_minute: How much one client may send.
    """

    issuer: str
    audience: str
    scope_prefix: str = "saksgang:"
    reads_per_minute: int = 600
    writes_per_minute: int = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the web is told.

    Args:
        database_url: As the service.
        address: Where people reach it, without a path.
        oidc: The login; None where there is none, and then nobody gets in.
        api: The API; None where there is none.
        idle: A session ends when nothing was asked for so long.
        absolute: A session ends after so long in any case.
        reads_per_minute: How much one session may ask, and one address without a session.
        writes_per_minute: How much one session may send.
        logins_per_minute: How often one address may begin to log in.
        home: Where signed heads lie, as for the worker.
        clamd: Where ClamAV looks through uploads: ``host:port``, or the path of its socket; None: nobody looks.
        security_contact: Whom to tell of a weakness, ``mailto:…`` or ``https://…``; None: the pages do not say.
    """

    database_url: str = field(repr=False)
    address: str = "http://localhost:8000"
    oidc: Oidc | None = None
    api: ApiSettings | None = None
    idle: timedelta = IDLE
    absolute: timedelta = ABSOLUTE
    reads_per_minute: int = 600
    writes_per_minute: int = 60
    logins_per_minute: int = 30
    home: Path = Path(".saksgang")
    clamd: str | None = None
    security_contact: str | None = None

    @property
    def secure(self) -> bool:
        """Whether the browser speaks to us encrypted; cookies are then bound to it."""
        return self.address.startswith("https://")

    def cookie(self, name: str) -> str:
        """Return what the cookie *name* is called: so that no other host and no unencrypted page can set it."""
        return f"__Host-{name}" if self.secure else name

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings.

        Raises:
            SettingsError: One is missing or cannot be.
        """
        address = environ.get("SAKSGANG_WEB_ADDRESS", "http://localhost:8000").rstrip("/")
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
            raise SettingsError("SAKSGANG_WEB_ADDRESS must be like https://saksgang.example")
        if parts.scheme == "http" and parts.hostname not in _LOCAL:
            raise SettingsError("SAKSGANG_WEB_ADDRESS must be https, except on this machine")
        database_url = _secret(environ, "DATABASE_URL")
        if not database_url:
            raise SettingsError("DATABASE_URL is missing")
        _encrypted(environ, database_url)
        return cls(
            database_url=database_url,
            address=address,
            oidc=_oidc(environ),
            api=_api(environ, address),
            idle=_minutes(environ, "SAKSGANG_WEB_IDLE_MINUTES", IDLE),
            absolute=_minutes(environ, "SAKSGANG_WEB_SESSION_MINUTES", ABSOLUTE),
            reads_per_minute=_number(environ, "SAKSGANG_WEB_READS_PER_MINUTE", 600),
            writes_per_minute=_number(environ, "SAKSGANG_WEB_WRITES_PER_MINUTE", 60),
            home=Path(environ.get("SAKSGANG_HOME", ".saksgang")),
            clamd=_clamd(environ),
            security_contact=_contact(environ),
        )


def _oidc(environ: Mapping[str, str]) -> Oidc | None:
    issuer = environ.get("SAKSGANG_OIDC_ISSUER")
    if not issuer:
        return None
    client_secret = _secret(environ, "SAKSGANG_OIDC_CLIENT_SECRET")
    client_id = environ.get("SAKSGANG_OIDC_CLIENT_ID")
    if not client_secret or not client_id:
        raise SettingsError("SAKSGANG_OIDC_CLIENT_ID and SAKSGANG_OIDC_CLIENT_SECRET (or …_FILE) are missing")
    found = Oidc(issuer=issuer.rstrip("/"), client_id=client_id, client_secret=client_secret)
    return Oidc(
        issuer=found.issuer,
        client_id=client_id,
        client_secret=client_secret,
        acr=frozenset(environ.get("SAKSGANG_OIDC_ACR", "").split()) or found.acr,
        resource_prefix=environ.get("SAKSGANG_OIDC_RESOURCE_PREFIX") or found.resource_prefix,
    )


def _api(environ: Mapping[str, str], address: str) -> ApiSettings | None:
    issuer = environ.get("SAKSGANG_API_ISSUER")
    if not issuer:
        return None
    parts = urlsplit(issuer)
    if parts.scheme != "https" and parts.hostname not in _LOCAL:
        raise SettingsError("SAKSGANG_API_ISSUER must be https, except on this machine")
    return ApiSettings(
        issuer=issuer,
        audience=environ.get("SAKSGANG_API_AUDIENCE") or f"{address}{API}",
        scope_prefix=environ.get("SAKSGANG_API_SCOPE_PREFIX") or "saksgang:",
        reads_per_minute=_number(environ, "SAKSGANG_API_READS_PER_MINUTE", 600),
        writes_per_minute=_number(environ, "SAKSGANG_API_WRITES_PER_MINUTE", 120),
    )


def _number(environ: Mapping[str, str], name: str, otherwise: int) -> int:
    text = environ.get(name) or str(otherwise)
    if not text.isdecimal() or not int(text):
        raise SettingsError(f"{name} must be a whole number above 0")
    return int(text)


def _clamd(environ: Mapping[str, str]) -> str | None:
    given = environ.get("SAKSGANG_CLAMD")
    if not given:
        return None
    host, _, port = given.rpartition(":")
    if given.startswith("/"):
        return given
    if not (host and port.isdecimal()):
        raise SettingsError("SAKSGANG_CLAMD must be host:port, or the path of a socket")
    if not may_be_plain(environ, host):
        # Its protocol knows no encryption.
        raise SettingsError(f"SAKSGANG_CLAMD must be on this machine; or set {ACCEPTED}=accepted")
    return given


def _contact(environ: Mapping[str, str]) -> str | None:
    given = environ.get("SAKSGANG_SECURITY_CONTACT")
    if not given:
        return None
    parts = urlsplit(given)
    named = "@" in parts.path if parts.scheme == "mailto" else parts.scheme == "https" and parts.hostname
    if not named or not given.isascii() or not given.isprintable() or " " in given:
        raise SettingsError(
            "SAKSGANG_SECURITY_CONTACT must be like mailto:security@saksgang.example or https://…"
        )
    return given


def _encrypted(environ: Mapping[str, str], database_url: str) -> None:
    try:
        check_database(environ, database_url)
    except MistakeError as error:
        raise SettingsError(str(error)) from error


def _secret(environ: Mapping[str, str], name: str) -> str | None:
    try:
        return secret(environ, name)
    except MistakeError as error:
        raise SettingsError(str(error)) from error


def _minutes(environ: Mapping[str, str], name: str, otherwise: timedelta) -> timedelta:
    text = environ.get(name)
    if not text:
        return otherwise
    if not text.isdecimal() or not int(text):
        raise SettingsError(f"{name} must be a number of minutes")
    return timedelta(minutes=int(text))
