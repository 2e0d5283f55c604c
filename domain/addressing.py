"""E-mails that a person has sent beside the letters of a case: to which address, and how often."""

from datetime import datetime, timedelta
from typing import Final

from pydantic import TypeAdapter, ValidationError

from domain.application import EmailText

#: Nobody is asked for the same thing more often.
_AGAIN_AFTER: Final = timedelta(days=1)

_EMAIL: Final[TypeAdapter[object]] = TypeAdapter(EmailText)


def is_address(text: str) -> bool:
    """Say whether *text* is an e-mail address."""
    try:
        _EMAIL.validate_python(text)
    except ValidationError:
        return False
    return True


def may_write_again(last_at: datetime | None, now: datetime) -> bool:
    """Say whether who was written to at *last_at* (UTC; None for never) may be written to again *now*."""
    return last_at is None or now >= last_at + _AGAIN_AFTER
