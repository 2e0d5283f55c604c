"""Stands in for the worker: says it is ready, notes who it was given, and waits for its stop signal."""

import json
import os
import pathlib
import signal
import sys

KEYS = (
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "DATABASE_OWNER_URL_FILE",
    "TEMPORAL_ADDRESS",
    "SAKSGANG_HOME",
    "SAKSGANG_METRICS_ADDRESS",
)

home = pathlib.Path(os.environ["SAKSGANG_HOME"])
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
(home / "worker.json").write_text(
    json.dumps({"pid": os.getpid(), **{key: os.environ.get(key) for key in KEYS}})
)
pathlib.Path(os.environ["SAKSGANG_READY_FILE"]).touch()
while True:
    signal.pause()
