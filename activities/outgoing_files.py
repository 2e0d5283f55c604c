"""Files that leave the house, each there whole or not at all, and once: written beside, synced, then renamed."""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid5

import rfc8785

from storage.outbox import Sending

#: Ids of what is sent are derived from the row: whoever receives it twice can tell.
_NAMESPACE: Final = UUID("6f0a1f0e-7f0b-5b9e-9a57-2d6c3c1b8f44")

#: Where the accounts put an order they have taken; what lies here is never written again.
TAKEN: Final = "taken"

PAYMENT_FORMAT: Final = "saksgang-payment-order/1"
CANCELLATION_FORMAT: Final = "saksgang-payment-cancellation/1"

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9-]")


def sending_id(sending: Sending) -> UUID:
    """Return the id of what *sending* sends: the same however often it is tried."""
    return uuid5(_NAMESPACE, f"{sending.stream}/{sending.seq}/{sending.part}")


def file_name(sending: Sending, ending: str) -> str:
    """Return the name of the file for *sending*; a folder lists a case's files in their order."""
    return f"{_UNSAFE.sub('-', sending.stream)}-{sending.seq:06}-{sending.part}.{ending}"


def write_whole(folder: Path, name: str, content: bytes) -> None:
    """Put *content* in *folder* under *name*, for our own user alone; a repeat replaces it by the same.

    Raises:
        OSError: Nothing, or the earlier file, is there.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=folder, prefix=f".{name}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(folder / name)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """Make the new name last: a rename that only the cache knows is lost with the machine."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_payment_order(folder: Path, sending: Sending, account: str) -> None:
    """Write the order of one payment, unless it was written before and perhaps taken already.

    Args:
        folder: Where the accounts look. They move what they take into its folder ``taken``.
        sending: The outbox row; its payload is ``domain.outgoing``'s.
        account: The account number, from the private texts.

    Raises:
        KeyError: The payload is not one.
        OSError: The order was not written.
    """
    name = file_name(sending, "json")
    if not any((place / name).exists() for place in (folder, folder / TAKEN)):
        write_whole(folder, name, _payment_order(sending, account))


def write_payment_cancellation(folder: Path, sending: Sending) -> None:
    """Take an order back: it is removed where it still lies, and a file tells those who took it.

    Args:
        folder: Where the accounts look.
        sending: The outbox row; its payload is ``domain.outgoing``'s.

    Raises:
        KeyError: The payload is not one.
        OSError: It could not be removed, or the file not be written.
    """
    name, asked = file_name(sending, "json"), sending.payload
    for order in folder.glob(f"{_UNSAFE.sub('-', sending.stream)}-*.json"):
        said = json.loads(order.read_bytes())
        if (said["format"], said["payment_no"]) == (PAYMENT_FORMAT, asked["payment_no"]):
            order.unlink()
    cancellation: dict[str, Any] = {
        "format": CANCELLATION_FORMAT,
        "cancellation_id": str(sending_id(sending)),
        "created_at": sending.created_at.isoformat(),
        "office": asked["office"],
        "case_no": asked["case_no"],
        "payment_no": asked["payment_no"],
    }
    if not any((place / name).exists() for place in (folder, folder / TAKEN)):
        write_whole(folder, name, _signed_off(cancellation))


def _payment_order(sending: Sending, account: str) -> bytes:
    asked = sending.payload
    order: dict[str, Any] = {
        "format": PAYMENT_FORMAT,
        "order_id": str(sending_id(sending)),
        "created_at": sending.created_at.isoformat(),
        "office": asked["office"],
        "case_no": asked["case_no"],
        "payment_no": asked["payment_no"],
        "grant_year": asked["grant_year"],
        "pot": asked["pot"],
        "currency": "NOK",
        "amount_ore": asked["amount_ore"],
        "payee": {"org_number": asked["payee"], "account": account},
    }
    return _signed_off(order)


def _signed_off(said: Mapping[str, Any]) -> bytes:
    text = json.dumps({**said, "sha256": order_digest(said)}, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def order_digest(order: Mapping[str, Any]) -> str:
    """Return the SHA-256 in hex over the canonical JSON (RFC 8785) of *order* without its own ``sha256``."""
    return hashlib.sha256(rfc8785.dumps({k: v for k, v in order.items() if k != "sha256"})).hexdigest()
