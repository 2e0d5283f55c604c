"""``office``: the settings of an office, changed by its leader, and shown as they hold."""

from uuid import UUID

from rich.text import Text

from cli import tables
from cli.errors import Status
from cli.network_register import carry_out, command_of
from cli.session import Session
from domain.money import kroner
from domain.office_settings import SetOffice
from letters import catalogue, formats
from storage import record_sql as sql


async def set_office(  # noqa: PLR0917 - each is an option of the command
    session: Session,
    acting: str | None,
    command_id: UUID | None,
    office: str | None,
    attestor_may_recommend: bool | None,
    write_off_limit_kr: int | None,
) -> Status:
    """Change what is given, and tell what changed."""
    limit = None if write_off_limit_kr is None else kroner(write_off_limit_kr)
    values = {
        "office": office,
        "attestor_may_recommend": attestor_may_recommend,
        "write_off_limit_ore": limit,
    }
    body = command_of(SetOffice, values)
    async with session.record() as record:
        return await carry_out(
            session,
            record,
            acting,
            command_id,
            lambda register, envelope: register.set_office(envelope, body),
        )


async def show_office(session: Session, office: str) -> Status:
    """Answer with the settings; strict where nothing was set."""
    async with session.record() as record, record.engine.connect() as conn:
        found = await sql.office_settings(conn, office)
    word, limit = session.word, found["write_off_limit_ore"]
    said = word("no-limit-set") if limit is None else formats.money(session.language, limit)
    attestor = word("allowed-yes") if found["attestor_may_recommend"] else word("allowed-no")
    title = Text(catalogue.office_name(session.language, office), style="bold")
    rows = ((word("attestor-may-recommend"), attestor), (word("write-off-limit"), said))
    session.say({"office": office, **found}, title, tables.grid(*rows))
    return Status.DONE
