"""Amounts that are never split over two lines: rich breaks lines at every kind of space, the unbreakable one too.

Until a line is laid out, each unbreakable space is a sign that nobody breaks at; on its way out it is a space again.
"""

from typing import Any, Final, TextIO

from rich.text import Text

from letters.formats import NBSP

#: For private use: it stands in no text of ours and, being one cell wide, takes the room of a space.
_HELD: Final = "\ue000"


def held(shown: Any) -> Any:
    """Return a text or a string with its unbreakable spaces held together; anything else as it is."""
    if isinstance(shown, Text):
        # One sign for one sign: the styles stay where they are.
        copy = shown.copy()
        copy.plain = shown.plain.replace(NBSP, _HELD)
        return copy
    return shown.replace(NBSP, _HELD) if isinstance(shown, str) else shown


class UnbrokenOut:
    """A text stream on which what was held together is written as unbreakable spaces."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write *text* to the stream."""
        return self._stream.write(text.replace(_HELD, NBSP))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
