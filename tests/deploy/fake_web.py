"""Stands in for the web: notes what it was told, and listens until its stop signal."""

import json
import os
import pathlib
import signal
import socketserver
import sys

KEYS = (
    "SAKSGANG_WEB_ADDRESS",
    "SAKSGANG_OIDC_ISSUER",
    "SAKSGANG_OIDC_CLIENT_ID",
    "SAKSGANG_OIDC_CLIENT_SECRET",
)

home = pathlib.Path(os.environ["SAKSGANG_HOME"])
(home / "web.json").write_text(json.dumps({key: os.environ.get(key) for key in KEYS}))
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
host, _, port = os.environ["SAKSGANG_WEB_LISTEN"].rpartition(":")
socketserver.TCPServer.allow_reuse_address = True
with socketserver.TCPServer((host, int(port)), socketserver.BaseRequestHandler) as server:
    server.serve_forever()
