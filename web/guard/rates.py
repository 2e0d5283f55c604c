"""How much one session may send and one address may try, in one process: a bucket that fills again with time."""

from collections import OrderedDict
from time import monotonic
from typing import Final

#: More are forgotten, the longest unused first: memory must not be a stranger's choice.
_MOST: Final = 20_000


class Rate:
    """Lets *per_minute* through for each key, all of them at once or spread.

    Args:
        per_minute: How many.
    """

    def __init__(self, per_minute: int) -> None:
        self._most = float(per_minute)
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def lets(self, key: str) -> bool:
        """Take one from the bucket of *key*; say whether there was one."""
        now = monotonic()
        left, since = self._buckets.pop(key, (self._most, now))
        left = min(self._most, left + (now - since) * self._most / 60)
        allowed = left >= 1
        self._buckets[key] = (left - 1 if allowed else left, now)
        if len(self._buckets) > _MOST:
            self._buckets.popitem(last=False)
        return allowed
