"""How much one session may ask and send and one address may try, in one process: a bucket that fills again with time."""

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
        wait: Seconds until there is so much, or one again; 0 where there is one.
    """

    allowed: bool
    left: int
    wait: int


#: A file of whole lists or of a whole case costs as much as so many pages.
EXPORT: Final = 30

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

    def take(self, key: str, cost: int = 1) -> Taken:
        """Take *cost* from the bucket of *key*, if there is so much; never more than a full one holds."""
        now, cost = monotonic(), min(cost, self.per_minute)
        left, since = self._buckets.pop(key, (self._most, now))
        left = min(self._most, left + (now - since) * self._most / 60)
        allowed = left >= cost
        if allowed:
            left, cost = left - cost, 1
        self._buckets[key] = (left, now)
        if len(self._buckets) > _MOST:
            self._buckets.popitem(last=False)
        return Taken(allowed=allowed, left=int(left), wait=max(0, ceil((cost - left) * 60 / self._most)))
