"""``office``: the duties of a year, and that they are done."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from rich.text import Text

from cli import tables
from cli.errors import Status
from cli.network_register import carry_out, command_of, day_or_today, said
from cli.session import Session
from domain.instants import end_of_day
from domain.officework.duties import Yearly
from domain.officework.yearly import DoYearlyDuty, UndoYearlyDuty
from letters import catalogue, formats
from storage.office_duties import load_duties
from storage.office_registers import year_of

_COMMANDS: Final[Mapping[str, type[Any]]] = {
    str(model.model_fields["kind"].default): model for model in (DoYearlyDuty, UndoYearlyDuty)
}


async def change_duty(
    session: Session, acting: str | None, command_id: UUID | None, kind: str, values: Mapping[str, Any]
) -> Status:
    """Say that a duty of the year is done, or take it back."""
    async with session.record() as record:
        fields = dict(values)
        if "done_on" in fields:
            fields["done_on"] = day_or_today(session, record, fields["done_on"])
        body = command_of(_COMMANDS[kind], fields)
        return await carry_out(
            session,
            record,
            acting,
            command_id,
            lambda register, envelope: register.change_yearly(envelope, body),
        )


async def show_duties(session: Session, office: str, year: int) -> Status:
    """Answer with what the office does about one year."""
    async with session.record() as record:
        now = session.now(record)
        async with record.engine.connect() as conn:
            state = await year_of(conn, office, year)
    done = state.done if state is not None else {}
    shapes: list[dict[str, Any]] = [
        {
            "duty": key.value,
            "role": duty.role.value,
            "rule": duty.rule,
            "opens": duty.opens_on(year),
            "last_day": duty.last_day(year),
            "done_on": done.get(key),
        }
        for key, duty in ((key, load_duties().yearly[key]) for key in Yearly)
        if duty.is_of(office, year)
    ]
    language, word = session.language, session.word
    table = tables.table(
        said(session, "office-duty"),
        said(session, "office-key"),
        word("last-day"),
        said(session, "office-done_on"),
        word("who"),
        word("rule-head"),
        wide=(0,),
    )
    for one in shapes:
        late = one["done_on"] is None and end_of_day(one["last_day"]) <= now
        due = Text(formats.day(language, one["last_day"]), style=tables.LATE if late else "")
        table.add_row(
            catalogue.text(language, f"duty-{one['duty']}"),
            one["duty"],
            due,
            formats.day(language, one["done_on"]) if one["done_on"] else tables.NOTHING,
            tables.role(language, one["role"]),
            one["rule"],
        )
    shape = {"office": office, "year": year, "duties": shapes}
    session.say(shape, table if shapes else said(session, "office-no_duties", year=year))
    return Status.DONE
