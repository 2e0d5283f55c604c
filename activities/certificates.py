"""Whose certificates we believe when we speak with others."""

from functools import cache
from ssl import SSLContext

from httpx2 import create_ssl_context


@cache
def believed(*, environment: bool) -> SSLContext:
    """Return what the certificates of others are checked against, as it was when it was first asked for.

    To read them takes 20 ms, in which the process does nothing else: too long for each login and each message. Whoever
    changes what the machine believes starts us anew.

    Args:
        environment: Also what SSL_CERT_FILE and SSL_CERT_DIR name.
    """
    return create_ssl_context(trust_env=environment)
