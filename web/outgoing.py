"""What has left the house for a case, as its reader saw it."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from activities.names import names
from letters import messages
from letters.formats import Language
from letters.messages import Message
from storage import documents, private_texts
from storage.case_file import SentLetter

_NO_FILES: Mapping[str, str] = {}


async def read_message(
    conn: AsyncConnection, language: Language, case_id: UUID, letter: SentLetter
) -> Message | None:
    """Return a message of a case as it was sent, with what it quotes; as ``message_of``."""
    refs, digests = messages.text_refs(letter.payload), messages.file_digests(letter.payload)
    texts = await private_texts.texts(conn, list(refs)) if refs else {}
    files = await documents.names(conn, f"case:{case_id}", digests) if digests else _NO_FILES
    return message_of(language, letter, texts, files)


def message_of(
    language: Language,
    letter: SentLetter,
    texts: Mapping[UUID, str | None],
    files: Mapping[str, str] = _NO_FILES,
) -> Message | None:
    """Return a message as it was sent, with the private *texts* it quotes and the *files* it names, by their SHA-256.

    None where its form is not known any more.
    """
    try:
        return messages.compose(letter.payload, texts, {**names(language), **files})
    except (KeyError, ValueError):
        return None
