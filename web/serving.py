"""Where the web listens, and with which certificate: beyond this machine it is not heard in plain."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

import uvicorn

from activities.encrypted import ACCEPTED, may_be_plain
from web.settings import SettingsError

_LISTEN: Final = "127.0.0.1:8000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """Where it listens.

    Args:
        host: Its address there.
        port: Its port.
        certificate: A file with its certificate and those between it and one that is known; None: it speaks plain HTTP.
        key: A file with the certificate's key.
        proxies: Whose word about who came is believed.
    """

    host: str
    port: int
    certificate: str | None
    key: str | None
    proxies: str

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings.

        Raises:
            SettingsError: One is missing or cannot be, or people's words would be open to read on the way to us.
        """
        host, _, port = environ.get("SAKSGANG_WEB_LISTEN", _LISTEN).rpartition(":")
        certificate, key = environ.get("SAKSGANG_WEB_CERTIFICATE"), environ.get("SAKSGANG_WEB_KEY")
        if not host or not port.isdecimal():
            raise SettingsError("SAKSGANG_WEB_LISTEN must be like 127.0.0.1:8000")
        if bool(certificate) != bool(key):
            raise SettingsError("SAKSGANG_WEB_CERTIFICATE and SAKSGANG_WEB_KEY belong together")
        if not certificate and not may_be_plain(environ, host):
            raise SettingsError(
                "SAKSGANG_WEB_CERTIFICATE and SAKSGANG_WEB_KEY are missing: beyond this machine"
                f" the web is not heard in plain; or set {ACCEPTED}=accepted"
            )
        proxies = environ.get("SAKSGANG_WEB_PROXIES", "127.0.0.1")
        return cls(
            host=host, port=int(port), certificate=certificate or None, key=key or None, proxies=proxies
        )

    def config(self, app: Any) -> uvicorn.Config:
        """Return how *app* is served there; with a certificate by TLS 1.2 at least, as Python has it."""
        return uvicorn.Config(
            app,
            host=self.host,
            port=self.port,
            log_level="warning",
            server_header=False,
            forwarded_allow_ips=self.proxies,
            ssl_certfile=self.certificate,
            ssl_keyfile=self.key,
        )
