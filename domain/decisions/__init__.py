"""``decide``: from a wish to events, or to a refusal that names its rule. Nothing here writes, waits or asks the time."""

from domain.decisions.core import decide
from domain.decisions.deadlines import on_due

__all__ = ["decide", "on_due"]
