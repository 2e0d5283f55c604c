"""Checks a control package without Saksgang: ``python kontroller.py`` in the folder where it was unpacked.

Needs nothing but Python. Every event's hash is the SHA-256 over the hash before it and the event's own text; before the
first stands the SHA-256 over 32 zero bytes and the stream's name. Documents are held against their SHA-256, and every file that an event names must
be among them, or be said to be erased.
"""

import hashlib
import json
import sys
from pathlib import Path


def problems(folder: Path) -> list[str]:
    """Return what does not fit in the package unpacked in *folder*; nothing when all fits."""
    proof = json.loads((folder / "bevis.json").read_text("utf-8"))
    events = json.loads((folder / "historikk.json").read_text("utf-8"))
    found = []
    last = hashlib.sha256(bytes(32) + proof["stream"].encode()).digest()
    for number, event in enumerate(events, 1):
        last = hashlib.sha256(last + event["envelope"].encode()).digest()
        if event["seq"] != number or last.hex() != event["hash"]:
            found.append(f"historikk.json: {number}")
            last = bytes.fromhex(event["hash"])
    if last.hex() != proof["last_hash"]:
        found.append("bevis.json: last_hash")
    signed = proof["signed"]
    if signed and events[signed["seq"] - 1]["hash"] != signed["hash"]:
        found.append(f"bevis.json: signed {signed['seq']}")
    for document in proof["documents"]:
        content = (folder / document["file"]).read_bytes()
        if hashlib.sha256(content).hexdigest() != document["sha256"]:
            found.append(document["file"])
    kept = {document["sha256"] for document in proof["documents"]} | set(proof["erased"])
    found += [f"dokumenter: {one}" for event in events for one in named(event["envelope"]) if one not in kept]
    return found


def named(envelope: str) -> list[str]:
    """Return the SHA-256 of the files that came with an event; none where the event cannot be read."""
    try:
        return list(json.loads(envelope)["body"].get("attachments", ()))
    except (ValueError, LookupError, AttributeError, TypeError):
        return []


if __name__ == "__main__":
    wrong = problems(Path(__file__).parent)
    sys.stdout.write("\n".join(wrong or ["OK"]) + "\n")
    sys.exit(bool(wrong))
