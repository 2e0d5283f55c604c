"""Keys of lists that are sorted by words: an id and the words, as one text that can stand in an address."""

from typing import Final
from uuid import UUID

#: An id is written so long.
_ID: Final = 36


def id_and_words(text: str) -> tuple[UUID, str]:
    """Return what a text says that an id was written before words in.

    Raises:
        ValueError: It was not.
    """
    if "\0" in text:
        # No text of ours holds it, and no table takes it.
        raise ValueError("no text of ours")
    return UUID(text[:_ID]), text[_ID:]
