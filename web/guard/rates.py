"""How much one session may send and one address may try, in one process: a bucket that fills again with time."""

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil
from time import monotonic
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of asking for one.

    Args:
        allowed: Whether there was one.
        left: How many more there are now.
        wait: Seconds until there is one again; 0 where there is one.
    """

    allowed: bool
    left: int
    wait: int


#: More are forgotten, the longest unused first: memory must not be a stranger's choice.
_MOST: Final = 20_000


class Rate:
    """Lets *per_minute* through for each key, all of them at once or spread.

    Args:
        per_minute: How many.
    """

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self._most = float(per_minute)
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def lets(self, key: str) -> bool:
        """Take one from the bucket of *key*; say whether there was one."""
        return self.take(key).allowed

    def take(self, key: str) -> Taken:
        """Take one from the bucket of *key*, if there is one."""
        now = monotonic()
        left, since = self._buckets.pop(key, (self._most, now))
        left = min(self._most, left + (now - since) * self._most / 60)
        allowed = left >= 1
        left = left - 1 if allowed else left
        self._buckets[key] = (left, now)
        if len(self._buckets) > _MOST:
            self._buckets.popitem(last=False)
        return Taken(allowed=allowed, left=int(left), wait=max(0, ceil((1 - left) * 60 / self._most)))
