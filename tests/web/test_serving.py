"""Beyond this machine the web is not heard in plain; with a certificate of its own it speaks TLS, and none that is old."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
import uvicorn

from deploy.local import ports
from deploy.local.login import listens
from tests.certificates import certificate
from tests.web.conftest import Site
from web.serving import Listening
from web.settings import SettingsError


@pytest.mark.parametrize(
    "environ",
    [
        {"SAKSGANG_WEB_LISTEN": "0.0.0.0:8000"},
        {"SAKSGANG_WEB_LISTEN": "10.0.0.7:8000"},
        {"SAKSGANG_WEB_LISTEN": "saksgang.example:443"},
        {"SAKSGANG_WEB_LISTEN": "8000"},
        {"SAKSGANG_WEB_CERTIFICATE": "web.pem"},
        {"SAKSGANG_WEB_KEY": "web.key"},
    ],
)
def test_a_plain_ear_beyond_this_machine_stops_the_start(environ: dict[str, str]) -> None:
    with pytest.raises(SettingsError):
        Listening.from_environment(environ)


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"SAKSGANG_WEB_LISTEN": "[::1]:8000"},
        {"SAKSGANG_WEB_LISTEN": "0.0.0.0:8000", "SAKSGANG_PLAIN_INSIDE": "accepted"},
        {
            "SAKSGANG_WEB_LISTEN": "0.0.0.0:8000",
            "SAKSGANG_WEB_CERTIFICATE": "a",
            "SAKSGANG_WEB_KEY": "b",
        },
    ],
)
def test_on_this_machine_or_encrypted_it_starts(environ: dict[str, str]) -> None:
    Listening.from_environment(environ)


@contextlib.asynccontextmanager
async def heard(site: Site, files: tuple[Path, Path]) -> AsyncIterator[str]:
    """Serve the web with a certificate, as ``python -m web`` does; give its address."""
    port = ports.any_free()
    environ = {
        "SAKSGANG_WEB_LISTEN": f"127.0.0.1:{port}",
        "SAKSGANG_WEB_CERTIFICATE": str(files[0]),
        "SAKSGANG_WEB_KEY": str(files[1]),
    }
    config = Listening.from_environment(environ).config(site.app)
    config.lifespan = "off"
    server = uvicorn.Server(config)
    server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign, assignment]
    serving = asyncio.create_task(server.serve())
    while not await listens(port):
        await asyncio.sleep(0.02)
    try:
        yield f"https://localhost:{port}"
    finally:
        server.should_exit = True
        await serving


async def test_with_a_certificate_it_is_heard_encrypted_alone_and_by_no_old_version(
    shared: Site, tmp_path: Path
) -> None:
    files = certificate(tmp_path, "localhost")
    trusting = ssl.create_default_context(cafile=str(files[0]))
    old = ssl.create_default_context(cafile=str(files[0]))
    with pytest.warns(DeprecationWarning, match="deprecated"):
        old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    async with heard(shared, files) as address:
        async with httpx2.AsyncClient(verify=trusting) as client:
            assert (await client.get(f"{address}/helse")).status_code == 200
        for stranger, to in ((old, address), (trusting, address.replace("https", "http"))):
            async with httpx2.AsyncClient(verify=stranger) as client:
                with pytest.raises(httpx2.TransportError):
                    await client.get(f"{to}/helse")
