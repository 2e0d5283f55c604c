"""Changing a network: the fields as they were typed become a command, which goes through the register's door."""

from collections.abc import Mapping
from typing import Any, Final, get_args
from uuid import UUID

from cli.errors import Status
from cli.network_register import (
    carry_out,
    command_of,
    day_or_today,
    municipality_number,
    municipality_numbers,
    network_id_of,
)
from cli.session import Record, Session
from domain.networks.commands import NetworkCommand, RegisterNetwork

_COMMANDS: Final[Mapping[str, type[Any]]] = {
    str(model.model_fields["kind"].default): model for model in get_args(NetworkCommand)
}

#: Days that are today where nobody says otherwise. A day of consent is not: no consent is not one given today.
_TODAY: Final = ("from_day", "last_day", "held_on", "asked_on", "given_on")


async def register_network(
    session: Session, acting: str | None, command_id: UUID | None, values: Mapping[str, Any]
) -> Status:
    """Register a network that has not applied for anything."""
    async with session.record() as record:
        body = command_of(RegisterNetwork, _dated(session, record, values))
        return await carry_out(
            session,
            record,
            acting,
            command_id,
            lambda register, envelope: register.register_network(envelope, body),
        )


async def change_network(
    session: Session,
    acting: str | None,
    command_id: UUID | None,
    *,
    given: str,
    kind: str,
    values: Mapping[str, Any],
) -> Status:
    """Carry out the command *kind* on the network that *given* means."""
    async with session.record() as record:
        fields = _dated(session, record, values)
        if kind == "consent_to_network":
            fields["consented_on"] = day_or_today(session, record, fields.get("consented_on"))
        if fields.get("municipality") is not None:
            fields["municipality"] = municipality_number(session, fields["municipality"])
        if "municipalities" in fields:
            fields["municipalities"] = municipality_numbers(session, fields["municipalities"])
        body = command_of(_COMMANDS[kind], fields)
        async with record.engine.connect() as conn:
            network_id = await network_id_of(session, conn, given)
        return await carry_out(
            session,
            record,
            acting,
            command_id,
            lambda register, envelope: register.change_network(envelope, network_id, body),
        )


def _dated(session: Session, record: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: day_or_today(session, record, value) if name in _TODAY else value
        for name, value in values.items()
    }
