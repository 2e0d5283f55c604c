"""The API for other programs: it shows and hands in, as the pages do; nothing is decided here."""

from typing import Final

#: Where it is.
PATH: Final = "/api/v1"
