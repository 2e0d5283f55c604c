"""Reaches an address that somebody else has chosen, and never one that lies inside our own house.

The name is looked up once, each address it stands for must be a public one, and the connection goes to the very address
that was checked: a name that means something else a moment later leads nowhere. Redirects are not followed.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

import httpx2

from activities.certificates import believed

_SECONDS: Final = 10.0
_LONGEST: Final = 500


class ForbiddenAddressError(Exception):
    """An address is none that we go to; the text is a code."""


def check_url(url: str, *, local: bool) -> str:
    """Return *url* where it can be an address outside.

    Args:
        url: What somebody wants to be told at.
        local: Also this machine, and without encryption.

    Raises:
        ForbiddenAddressError: ``not_an_address``, ``not_https`` or ``not_plain`` (a login, or a fragment, in it).
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ForbiddenAddressError("not_an_address") from None
    if (
        not parts.hostname
        or port == 0
        or len(url) > _LONGEST
        or not url.isascii()
        or not url.isprintable()
        or " " in url
    ):
        raise ForbiddenAddressError("not_an_address")
    if parts.scheme != "https" and not (local and parts.scheme == "http"):
        raise ForbiddenAddressError("not_https")
    if parts.username or parts.password or parts.fragment:
        raise ForbiddenAddressError("not_plain")
    return url


async def reach(url: str, body: bytes, headers: Mapping[str, str], *, local: bool) -> int:
    """Post *body* to *url*; return the status of the answer, whose content is not read.

    Raises:
        ForbiddenAddressError: As ``check_url``; ``inside`` where the name leads into a house.
        httpx2.HTTPError, OSError: It cannot be reached.
    """
    parts = urlsplit(check_url(url, local=local))
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = await _outside(host, port, local=local)
    shown = f"[{address}]" if ":" in address else address
    target = parts._replace(netloc=f"{shown}:{port}").geturl()
    async with (
        httpx2.AsyncClient(
            timeout=_SECONDS, follow_redirects=False, trust_env=False, verify=believed(environment=False)
        ) as client,
        client.stream(
            "POST",
            target,
            content=body,
            headers={**headers, "host": parts.netloc},
            # The certificate must be the name's, not the address's.
            extensions={"sni_hostname": host},
        ) as answer,
    ):
        return answer.status_code


async def _outside(host: str, port: int, *, local: bool) -> str:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(one[4][0]) for one in found]
    if not local and not all(is_public(address) for address in addresses):
        raise ForbiddenAddressError("inside")
    return addresses[0]


def is_public(address: str) -> bool:
    """Say whether an IP address is one that anybody may reach; the inner address counts where it is wrapped."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or ip
    return ip.is_global and not ip.is_multicast
