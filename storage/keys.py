"""Keys of lists that are sorted by words: an id and the words, as one text that can stand in an address."""

from dataclasses import dataclass
from typing import Final, Self
from uuid import UUID

#: An id is written so long.
_ID: Final = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCursor:
    """Where a page begins or ends in a list that is sorted by name; ``name`` is what it is sorted by."""

    name: str
    id: UUID

    def __str__(self) -> str:
        return f"{self.id}{self.name}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the cursor that *text* stands for.

        Raises:
            ValueError: It stands for none.
        """
        if "\0" in text:
            # No text of ours holds it, and no table takes it.
            raise ValueError("no text of ours")
        return cls(name=text[_ID:], id=UUID(text[:_ID]))
