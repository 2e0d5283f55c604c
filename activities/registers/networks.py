"""The door of the networks: registered by the office, or taken over from an application the first time they change."""

from typing import Any, Final
from uuid import UUID, uuid5

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.registers.writing import Envelope, Outcome, Received, carry_out
from domain.instants import local_day
from domain.networks.commands import (
    NetworkCommand,
    RegisterNetwork,
    RenameNetwork,
    TakeApplication,
)
from domain.networks.deciding import NetworkFacts, decide_network, register_network
from domain.networks.parts import Network
from storage import networks
from storage.office_duties import load_duties
from storage.organisations import directory
from storage.tables import network

#: Networks registered by the same command have the same id, however often it is sent.
_NETWORKS: Final = UUID("5b0f0d63-98d4-5f3e-8a0e-6e3c54e0a7c2")


class NetworkRegister:
    """Keeps the networks of one database."""

    _engine: AsyncEngine

    async def register_network(self, envelope: Envelope, body: RegisterNetwork) -> dict[str, Any]:
        """Register a network that has not applied for anything.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """
        network_id = uuid5(_NETWORKS, str(envelope.command_id))

        async def decide(conn: AsyncConnection, received: Received) -> Outcome:
            asked = RegisterNetwork.model_validate(received.body)
            facts = await _facts(conn, received, None, None)
            event = register_network(asked, envelope.actor, str(network_id), facts)
            row = {
                "network_id": network_id,
                "name": asked.network_name,
                "office": asked.office,
                "strand": asked.strand.value,
                "created_at": received.now,
            }
            await conn.execute(insert(network), row)
            return [event], {"status": "done", "network_id": str(network_id)}

        return await carry_out(self._engine, envelope, f"network:{network_id}", body, decide)

    async def change_network(
        self, envelope: Envelope, network_id: UUID, body: NetworkCommand
    ) -> dict[str, Any]:
        """Change what is registered of a network.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """

        async def decide(conn: AsyncConnection, received: Received) -> Outcome:
            asked = type(body).model_validate(received.body)
            registered = await networks.network_state(conn, network_id)
            facts = await _facts(conn, received, registered, network_id, asked)
            events = decide_network(registered, asked, envelope.actor, facts)
            if isinstance(asked, RenameNetwork):
                mine = network.c.network_id == network_id
                await conn.execute(update(network).where(mine).values(name=asked.network_name))
            kinds = [type(event).__name__ for event in events]
            return events, {"status": "done", "network_id": str(network_id), "events": kinds}

        return await carry_out(self._engine, envelope, f"network:{network_id}", body, decide)


async def _facts(
    conn: AsyncConnection,
    received: Received,
    registered: Network | None,
    network_id: UUID | None,
    asked: NetworkCommand | None = None,
) -> NetworkFacts:
    """Read what the decision needs: the application only where it is taken over."""
    applied = None
    if isinstance(asked, TakeApplication):
        applied = await networks.applied_of(conn, case_no=asked.case_no)
    elif registered is None and network_id is not None:
        applied = await networks.applied_of(conn, network_id=network_id)
    projects = await networks.projects(conn, network_id=network_id) if network_id else []
    return NetworkFacts(
        today=local_day(received.now),
        directory=await directory(conn),
        duties=load_duties(),
        projects=frozenset(str(one.project_id) for one in projects),
        applied=applied,
    )
