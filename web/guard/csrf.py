"""That a form was ours: the session's token, masked anew on each page, and the browser's own word for where it came from."""

import base64
import binascii
import hmac
import secrets
from collections.abc import Mapping
from typing import Final

SIZE: Final = 32


def new_token() -> bytes:
    """Make a session's token."""
    return secrets.token_bytes(SIZE)


def masked(token: bytes) -> str:
    """Return *token* as a page shows it: never twice the same, so that a compressed page does not give it away."""
    pad = secrets.token_bytes(SIZE)
    return base64.urlsafe_b64encode(pad + _xor(pad, token)).decode()


def is_token(given: str, token: bytes) -> bool:
    """Say whether *given* is *token*, masked."""
    try:
        raw = base64.urlsafe_b64decode(given.encode())
    except (binascii.Error, ValueError):
        return False
    return len(raw) == 2 * SIZE and hmac.compare_digest(_xor(raw[:SIZE], raw[SIZE:]), token)


def is_same_origin(headers: Mapping[str, str], address: str) -> bool:
    """Say whether the browser tells that the request comes from a page of ours at *address*."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    return origin in {None, address}


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))
