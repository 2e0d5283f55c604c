"""Finds TCP ports on this machine that are free now."""

import socket
from typing import Final

HOST: Final = "127.0.0.1"
SEARCH_WIDTH: Final = 200  # how many ports above the wished one are tried


def is_free(port: int) -> bool:
    """Tell whether a server could listen on *port* of 127.0.0.1 now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As servers do: a port with only closed connections lingering on it counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def any_free() -> int:
    """Let the system name a free port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def free_from(wished: int) -> int:
    """Return *wished*, or the next free port above it, or any free one where all of those are taken."""
    last = min(wished + SEARCH_WIDTH, 65_535)
    return next((port for port in range(wished, last) if is_free(port)), 0) or any_free()
