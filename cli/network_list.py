"""``network list``: the networks there are, and which of them need somebody."""

from datetime import date
from typing import Any

from rich.text import Text

from cli import tables
from cli.errors import Status, UnusableError
from cli.network_register import said
from cli.session import Session
from cli.wall_clock import day
from domain.instants import local_day
from domain.networks.parts import Function
from domain.networks.standing import below_minimum, serving
from domain.officework.desk import KnownNetwork
from domain.problems import MistakeError, Problem
from letters import catalogue
from storage.networks import networks_of
from storage.office_duties import rules_in_force
from storage.organisations import directory


async def show_networks(session: Session, office: str | None, as_of: str | None, *, ended: bool) -> Status:
    """Answer with the networks of one office, or of all, as they stand on a day."""
    async with session.record() as record:
        on_day = day_given(as_of) or local_day(session.now(record))
        async with record.engine.connect() as conn:
            known = await networks_of(conn, office, await directory(conn))
    found = [one for one in known if ended or one.network.exists_on(on_day)]
    shape = {"as_of": on_day, "networks": [network_shape(one, on_day) for one in found]}
    if not found:
        session.say(shape, said(session, "network-none"))
        return Status.DONE
    heads = ("network-name", "network-strand", "network-municipalities", "network-services", "network-cases")
    table = tables.table(*(said(session, head) for head in heads), "", wide=(0, 4, 5), right=(2, 3))
    for one in found:
        network = one.network
        table.add_row(
            Text(tables.safe(network.name), style="bold"),
            catalogue.text(session.language, f"strand-{network.strand}"),
            str(len(network.municipalities_on(on_day))),
            str(len(serving(network, on_day))),
            ", ".join(one.open_cases) or tables.NOTHING,
            _remark(session, one, on_day),
        )
    session.say(shape, table)
    return Status.DONE


def network_shape(known: KnownNetwork, on_day: date) -> dict[str, Any]:
    """Return a network as scripts take it in a list."""
    network = known.network
    rules = rules_in_force(network.office, on_day.year)
    gaps = below_minimum(network, rules, on_day) if rules else ()
    return {
        "network_id": network.network_id,
        "name": network.name,
        "office": network.office,
        "strand": network.strand,
        "first_day": network.first_day,
        "last_day": network.last_day,
        "registered": known.registered,
        "municipalities": sorted(network.municipalities_on(on_day)),
        "services": len(serving(network, on_day)),
        "has_leader": bool(network.people_on(Function.LEADER, on_day)),
        "open_cases": known.open_cases,
        "below_minimum": [{"code": gap.code, "rule": gap.rule, **gap.params} for gap in gaps],
    }


def _remark(session: Session, known: KnownNetwork, on_day: date) -> Text:
    rules = rules_in_force(known.network.office, on_day.year)
    if not known.network.exists_on(on_day):
        return Text(said(session, "network-has_ended"), style="dim")
    if rules is not None and below_minimum(known.network, rules, on_day):
        return Text(said(session, "network-too_small"), style=tables.LATE)
    return Text("" if known.registered else said(session, "network-as_applied"), style="dim")


def day_given(as_of: str | None) -> date | None:
    """Return the day in ``--as-of``.

    Raises:
        UnusableError: It is none.
    """
    try:
        return None if as_of is None else day(as_of)
    except MistakeError as error:
        raise UnusableError(Problem.of("--as-of", error)) from None
