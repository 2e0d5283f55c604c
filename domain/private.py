"""Personal data and free text, kept apart from the events so that they can be erased.

A command arrives with plain text. Before it is stored the text is *sealed*: it moves to a row of its own, and the
command and its events hold only the row's id and a salted SHA-256. Erasing the row leaves the trail whole.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Final, TypeVar, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from domain.problems import MistakeError

MAX_TEXT: Final = 20_000

M = TypeVar("M", bound=BaseModel)


class Private(BaseModel):
    """A text that is either plain (``text``) or sealed (``ref`` and ``digest``).

    Reads a bare string as plain text. The text itself is never part of an event.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=MAX_TEXT)] | None = None
    ref: str | None = None
    digest: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        # PostgreSQL keeps no NUL; nobody types one.
        return {"text": value.strip().replace("\x00", "")} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_form(self) -> "Private":
        sealed = self.ref is not None and self.digest is not None
        if (self.text is None) != sealed:
            raise MistakeError("text", "give either a text, or both ref and digest")
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        # From outside only the text itself is taken: who could name a sealed text could name somebody else's.
        return {"type": "string", "minLength": 1, "maxLength": MAX_TEXT}

    @model_serializer
    def _serialize(self) -> str | dict[str, str | None]:
        return self.text if self.text is not None else {"ref": self.ref, "digest": self.digest}


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedText:
    """A row for the store of private texts.

    Args:
        ref: Id of the row.
        salt: Random bytes that keep short texts from being guessed from their digest.
        text: What was written.
        digest: SHA-256 in hex over salt and text.
        field: Where in the command it stood, for the people who erase.
    """

    ref: str
    salt: bytes
    text: str
    digest: str
    field: str


def digest(salt: bytes, text: str) -> str:
    """Return the salted SHA-256 (hex) by which a sealed text can be recognised."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


def seal(model: M, new_ref: Callable[[], str], new_salt: Callable[[], bytes]) -> tuple[M, list[SealedText]]:
    """Return *model* with every plain text sealed, and the rows that now hold the texts.

    Randomness comes in as *new_ref* and *new_salt*: the domain has none of its own.
    """
    rows: list[SealedText] = []

    def sealed(value: Any, field: str) -> Any:
        if isinstance(value, Private):
            if value.text is None:
                return value
            salt, ref = new_salt(), new_ref()
            row = SealedText(
                ref=ref, salt=salt, text=value.text, digest=digest(salt, value.text), field=field
            )
            rows.append(row)
            return Private(ref=ref, digest=row.digest)
        if isinstance(value, BaseModel):
            changed = {
                name: sealed(inner, f"{field}.{name}" if field else name) for name, inner in _fields(value)
            }
            return value.model_copy(update=changed)
        if isinstance(value, tuple | list):
            return type(value)(sealed(inner, f"{field}[{i}]") for i, inner in enumerate(value))
        return value

    return cast("M", sealed(model, "")), rows


def _fields(model: BaseModel) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(model, name)) for name in type(model).model_fields)
