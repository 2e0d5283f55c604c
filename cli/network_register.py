"""What the commands of the registers share: content checked by its model, a door to go through, and what came of it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, TypeAlias, TypeVar
from uuid import UUID, uuid4

from pydantic import BaseModel, ValidationError
from rich.text import Text
from sqlalchemy.ext.asyncio import AsyncConnection

from activities.register import Envelope, Register
from cli.acting import person
from cli.errors import Status, UnusableError
from cli.names import names
from cli.session import Record, Session
from domain.identity import is_municipality_number
from domain.instants import local_day
from domain.problems import problems, shown
from letters import catalogue
from storage import inbox, private_texts, queries
from storage.networks import find_networks
from storage.reference import municipalities

M = TypeVar("M", bound=BaseModel)

Work: TypeAlias = Callable[[Register, Envelope], Awaitable[dict[str, Any]]]
"""Sends one command through the register's door."""

#: How an id of a network or project begins where only a part of it is shown.
SHORT_ID: Final = 8


def said(session: Session, key: str, **params: Any) -> str:
    """Return a text of the house's catalogues in the reader's language."""
    return catalogue.text(session.language, key, **params)


def command_of(model: type[M], values: Mapping[str, Any]) -> M:
    """Return the command that *values* make; what is None was not said.

    Raises:
        UnusableError: naming each field that cannot be used.
    """
    given = {name: value for name, value in values.items() if value is not None}
    try:
        return model.model_validate(given)
    except ValidationError as error:
        raise UnusableError(*problems(error)) from error


async def carry_out(
    session: Session, record: Record, acting: str | None, command_id: UUID | None, work: Work
) -> Status:
    """Send one command through the register's door, and tell what happened."""
    actor = person(record, acting)
    named = command_id or uuid4()
    envelope = Envelope(command_id=named, actor=actor, real_now=session.environment.now())
    answer = await work(Register(record.engine), envelope)
    lines = await _happened(session, record, named)
    shape = {"outcome": "done", "command_id": named} | {
        name: value for name, value in answer.items() if name != "status"
    }
    session.say(shape, *(Text(f"✓ {line}", style="bold") for line in lines))
    return Status.DONE


async def _happened(session: Session, record: Record, command_id: UUID) -> list[str]:
    async with record.engine.connect() as conn:
        settled = await inbox.get_answer(conn, command_id)
        if settled is None or settled.first_seq is None or settled.last_seq is None:
            return []
        first, last = settled.first_seq, settled.last_seq
        entries = await queries.history(conn, settled.stream, first - 1, last - first + 1)
    called = names(session.language)
    return [catalogue.event(session.language, entry.kind, entry.body, called) for entry in entries]


def day_or_today(session: Session, record: Record, day: str | None) -> str:
    """Return *day*, or the Norwegian day of case time where none was given."""
    return day or local_day(session.now(record)).isoformat()


def municipality_number(session: Session, text: str) -> str:
    """Return the number of the municipality that *text* names, by number or by a name that only one has.

    Raises:
        UnusableError: None has it, or several have.
    """
    plain = text.strip()
    if is_municipality_number(plain):
        return plain
    found = [one for one in municipalities().values() if one.name.casefold() == plain.casefold()]
    if len(found) == 1:
        return found[0].number
    if not found:
        raise UnusableError(said(session, "network-no_such_municipality", text=shown(plain)))
    known = [f"{one.number} ({one.county_name})" for one in found]
    raise UnusableError(said(session, "network-several_municipalities", text=shown(plain), known=known))


def municipality_numbers(session: Session, texts: list[str] | None) -> list[str] | None:
    """Return the numbers of the municipalities that *texts* name."""
    return None if texts is None else [municipality_number(session, text) for text in texts]


async def network_id_of(session: Session, conn: AsyncConnection, given: str) -> UUID:
    """Return the id of the network that *given* means: an id, or a part of its name.

    Raises:
        UnusableError: None is meant, or several may be.
    """
    found = await find_networks(conn, given) if given.isprintable() and given.strip() else []
    if len(found) == 1:
        return found[0][0]
    if not found:
        raise UnusableError(said(session, "network-no_such", text=shown(given)))
    lines = [f"  {name}  {network_id}" for network_id, name in found]
    raise UnusableError(said(session, "network-several", text=shown(given)), *lines)


async def texts_of(conn: AsyncConnection, record: Record, refs: list[str | None]) -> Mapping[str, str | None]:
    """Return private texts by their ids; none on a real installation: they are not for its operator."""
    if not record.is_local:
        return {}
    wanted = [UUID(ref) for ref in refs if ref]
    found = await private_texts.texts(conn, wanted) if wanted else {}
    return {str(ref): text for ref, text in found.items()}
