"""Runs the local OpenID provider beside the web: the real protocol, with a list of roles instead of passwords."""

import asyncio
import json
import secrets
from pathlib import Path
from typing import Final

from deploy import assets
from deploy.local import ports
from deploy.local.credentials import write_private
from deploy.local.errors import CannotStartError
from deploy.local.logins import logins
from deploy.local.processes import Child
from deploy.local.programs import programs, signing_key

PROGRAM: Final = Path(__file__).resolve().parents[1] / "oidc" / "provider.mjs"
CLIENT_ID: Final = "saksgang"
READY_SECONDS: Final = 30.0


class LocalLogin:
    """One provider on 127.0.0.1, for one web and its API; it forgets everything when it ends.

    Args:
        web: The address of the web that people come from and go back to.
        port: Where it listens.
        folder: Where its settings lie, and the keys of the programs, readable for their owner alone.
        log_file: Where its messages go.
    """

    def __init__(self, web: str, port: int, *, folder: Path, log_file: Path) -> None:
        self.issuer = f"http://{ports.HOST}:{port}"
        self.client_secret = secrets.token_urlsafe(32)
        self.programs = folder / "programs"
        self._web = web
        self._port = port
        self._settings = folder / "login.json"
        self._said = {
            "issuer": self.issuer,
            "port": port,
            "client_id": CLIENT_ID,
            "client_secret": self.client_secret,
            "cookie_key": secrets.token_urlsafe(32),
            "redirect_uris": [f"{web}/logg-inn/tilbake"],
            "after_logout": [f"{web}/"],
        }
        self._log_file = log_file
        self.child: Child | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What the web must be told to use it."""
        return {
            "SAKSGANG_OIDC_ISSUER": self.issuer,
            "SAKSGANG_OIDC_CLIENT_ID": CLIENT_ID,
            "SAKSGANG_OIDC_CLIENT_SECRET": self.client_secret,
            "SAKSGANG_API_ISSUER": f"{self.issuer}/maskinporten",
        }

    async def start(self) -> Child:
        """Start it and return when it answers.

        Raises:
            CannotStartError: Node.js or the provider is not here.
            LocalError: It did not get ready.
        """
        try:
            node = assets.node()
        except assets.NoNodeError as error:
            raise CannotStartError(str(error)) from error
        if not (assets.ROOT / assets.MODULES / "oidc-provider").is_dir():
            raise CannotStartError("The local login is not here. `make setup` brings it.")
        said = self._said | {
            "logins": logins(),
            "signing_key": signing_key(),
            "programs": programs(self.issuer, f"{self._web}/api/v1", self.programs),
        }
        write_private(self._settings, json.dumps(said))
        self.child = Child(
            "The local login", [*node, str(PROGRAM), str(self._settings)], log_file=self._log_file
        )
        await self.child.start()
        await self.child.ready(self._answers, seconds=READY_SECONDS)
        return self.child

    async def stop(self) -> None:
        """End it; its settings go with it."""
        if self.child is not None:
            await self.child.stop()
        self._settings.unlink(missing_ok=True)
        for file in self.programs.glob("*.json"):
            file.unlink()

    async def _answers(self) -> bool:
        return await listens(self._port)


async def listens(port: int) -> bool:
    """Say whether somebody answers on *port* of this machine."""
    try:
        _, writer = await asyncio.open_connection(ports.HOST, port)
    except OSError:
        return False
    writer.close()
    await writer.wait_closed()
    return True
