"""What has left the house for a case, as its reader saw it."""

from collections.abc import Mapping
from uuid import UUID

from activities.names import names
from letters import messages
from letters.formats import Language
from letters.messages import Message
from storage.case_file import SentLetter


def message_of(language: Language, letter: SentLetter, texts: Mapping[UUID, str | None]) -> Message | None:
    """Return a message as it was sent, with the private *texts* it quotes; None where its form is not known any more."""
    try:
        return messages.compose(letter.payload, texts, names(language))
    except (KeyError, ValueError):
        return None
