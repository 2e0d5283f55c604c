"""``outreach``: who was reached and who is in no network; special attention is shown to the office alone."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from rich.text import Text

from cli import tables
from cli.acting import person
from cli.errors import Status
from cli.network_register import (
    carry_out,
    command_of,
    day_or_today,
    municipality_number,
    municipality_numbers,
    said,
    texts_of,
)
from cli.session import Session
from domain.instants import local_year
from domain.organisations.directory import MunicipalityPeriod
from domain.outreach import (
    MarkAttention,
    Reached,
    Tick,
    TickMunicipalities,
    UntickMunicipality,
    may_see_attention,
)
from letters import formats
from storage.office_registers import outreach_of, registers_of

_COMMANDS: Final[Mapping[str, type[Any]]] = {
    str(model.model_fields["kind"].default): model
    for model in (TickMunicipalities, UntickMunicipality, MarkAttention)
}


async def change_outreach(
    session: Session, acting: str | None, command_id: UUID | None, kind: str, values: Mapping[str, Any]
) -> Status:
    """Tick, take a tick back, or mark for special attention."""
    async with session.record() as record:
        fields = dict(values)
        fields["year"] = fields["year"] or local_year(session.now(record))
        if "ticked_on" in fields:
            fields["ticked_on"] = day_or_today(session, record, fields["ticked_on"])
        if "municipality" in fields:
            fields["municipality"] = municipality_number(session, fields["municipality"])
        if "municipalities" in fields:
            fields["municipalities"] = municipality_numbers(session, fields["municipalities"])
        body = command_of(_COMMANDS[kind], fields)
        return await carry_out(
            session,
            record,
            acting,
            command_id,
            lambda register, envelope: register.change_outreach(envelope, body),
        )


async def show_outreach(
    session: Session, office: str | None, year: int | None, acting: str | None, *, outside: bool
) -> Status:
    """Answer with the municipalities of an office and how far each has come."""
    async with session.record() as record:
        reader = None if acting is None else person(record, acting)
        now = session.now(record)
        asked = year or local_year(now)
        async with record.engine.connect() as conn:
            registers = await registers_of(conn, str(office), now)
            state = await outreach_of(conn, str(office), asked)
            reached = state.reached if state else {}
            refs = [one.note.ref for one in reached.values() if one.note is not None]
            sees = may_see_attention(reader, str(office))
            notes = await texts_of(conn, record, refs) if sees else {}
    listed = registers.directory.of_office(str(office), date(asked, 1, 1))
    rows = [one for one in listed if not outside or one.number in registers.outside]
    shapes = [
        _shape(
            one, reached.get(one.number, Reached()), one.number in registers.outside, notes if sees else None
        )
        for one in rows
    ]
    shape = {"office": office, "year": asked, "outside": len(registers.outside), "municipalities": shapes}
    session.say(
        shape,
        _table(session, shapes, attention=sees),
        said(session, "outreach-outside_of", outside=len(registers.outside), listed=len(listed)),
    )
    return Status.DONE


def _shape(
    municipality: MunicipalityPeriod,
    reached: Reached,
    in_no_network: bool,
    notes: Mapping[str, str | None] | None,
) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "municipality": municipality.number,
        "name": municipality.name,
        "in_no_network": in_no_network,
        "ticks": {tick.value: reached.ticks.get(tick.value) for tick in Tick},
    }
    if notes is None:
        return plain
    note = notes.get(reached.note.ref or "") if reached.note is not None else None
    return plain | {
        "attention": reached.attention,
        "access": reached.access if reached.attention else None,
        "note": note if reached.attention else None,
    }


def _table(session: Session, shapes: list[dict[str, Any]], *, attention: bool) -> Any:
    heads = ["network-municipality", *(f"outreach_tick-{tick}" for tick in Tick), "outreach-in_network"]
    shown = [said(session, head) for head in heads]
    table = tables.table(*shown, *([said(session, "outreach-attention")] if attention else []), wide=(5,))
    for one in shapes:
        days = [
            formats.day(session.language, day) if day else tables.NOTHING for day in one["ticks"].values()
        ]
        network = tables.NOTHING if one["in_no_network"] else "✓"
        marked = [_marked(session, one)] if attention else []
        table.add_row(f"{one['municipality']} {one['name']}", *days, network, *marked)
    return table


def _marked(session: Session, one: Mapping[str, Any]) -> Text:
    if not one["attention"]:
        return Text(tables.NOTHING)
    access = said(session, f"outreach_access-{one['access']}")
    return Text(f"{access}: {tables.safe(one['note'])}", style="bold")
