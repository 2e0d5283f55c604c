"""How much one client may ask and send, and the headers that tell it (RateLimit, as the IETF's draft writes them)."""

from typing import Final

from fastapi import Request

from web.api.problems import ProblemError
from web.guard.rates import Rate, Taken

STRANGERS_PER_MINUTE: Final = 60
_WINDOW: Final = 60

#: Where a request keeps what its answer tells of the limit.
STATE: Final = "limit"


class Limits:
    """The buckets of one process.

    Args:
        reads_per_minute: How much one client may ask.
        writes_per_minute: How much one client may send.
        strangers_per_minute: How much one address may try without a token that holds.
    """

    def __init__(
        self, reads_per_minute: int, writes_per_minute: int, strangers_per_minute: int = STRANGERS_PER_MINUTE
    ) -> None:
        self._rates = {
            "reads": Rate(reads_per_minute),
            "writes": Rate(writes_per_minute),
            "strangers": Rate(strangers_per_minute),
        }

    def client(self, request: Request, client: str, *, writes: bool, cost: int = 1) -> None:
        """Count one request of *client*, that costs as much as *cost* others.

        Raises:
            ProblemError: ``too_many``.
        """
        self._count(request, "writes" if writes else "reads", client, cost)

    def stranger(self, request: Request) -> None:
        """Count one request of an address without a token that holds; as ``client``."""
        self._count(request, "strangers", request.client.host if request.client else "-")

    def _count(self, request: Request, policy: str, key: str, cost: int = 1) -> None:
        rate = self._rates[policy]
        taken = rate.take(key, cost)
        request.scope["state"][STATE] = _headers(policy, rate.per_minute, taken)
        if not taken.allowed:
            raise ProblemError("too_many", headers={"Retry-After": str(taken.wait)})


def _headers(policy: str, quota: int, taken: Taken) -> dict[str, str]:
    return {
        "RateLimit-Policy": f'"{policy}";q={quota};w={_WINDOW}',
        "RateLimit": f'"{policy}";r={taken.left};t={taken.wait}',
    }
