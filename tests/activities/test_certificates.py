"""With whom we speak is checked, and what it is checked against is read once."""

import ssl
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from httpx2 import ConnectError

from activities.certificates import believed
from activities.outside import reach
from deploy.local import ports
from web.api.tokens import _fetched


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was read of certificates after the first time."""
    for environment in (True, False):
        believed(environment=environment)
    found: list[Any] = []
    monkeypatch.setattr(ssl.SSLContext, "load_verify_locations", lambda *asked: found.append(asked))
    return found


@pytest.mark.parametrize("environment", [True, False])
def test_a_certificate_must_be_vouched_for_and_bear_the_name(environment: bool) -> None:
    found = believed(environment=environment)
    assert found.verify_mode is ssl.CERT_REQUIRED
    assert found.check_hostname


async def to_a_program(address: str) -> None:
    await reach(address, b"{}", {}, local=True)


@pytest.mark.parametrize("go", [to_a_program, _fetched], ids=["a message", "the keys of an issuer"])
async def test_on_the_way_to_others_no_certificates_are_read(
    go: Callable[[str], Awaitable[Any]], reads: list[Any]
) -> None:
    with pytest.raises(ConnectError):
        await go(f"http://127.0.0.1:{ports.any_free()}/")
    assert reads == []
