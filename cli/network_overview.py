"""``network overview``: an office's networks of a year in numbers, for itself and for the directorate."""

from rich.console import RenderableType

from cli import tables
from cli.errors import Status, UnusableError
from cli.network_register import said
from cli.session import Session
from domain.instants import local_year
from domain.networks.counting import Overview, overview
from letters import catalogue, formats
from storage.network_grants import grants_of


async def show_overview(session: Session, office: str | None, year: int | None) -> Status:
    """Answer with the numbers of one office and year."""
    if office is None:
        raise UnusableError(said(session, "network-office_missing"))
    async with session.record() as record, record.engine.connect() as conn:
        asked = year or local_year(session.now(record))
        found = overview(await grants_of(conn, office, asked), asked)
    shape = {
        "office": office,
        "year": found.year,
        "new": found.new,
        "continued": found.continued,
        "carried_over": found.carried_over,
        "pots": found.pots,
        "topics": {one.activity: one.municipalities for one in found.topics},
    }
    session.say(shape, *_lines(session, found))
    return Status.DONE


def _lines(session: Session, found: Overview) -> list[RenderableType]:
    language = session.language
    lines: list[RenderableType] = [
        tables.heading(said(session, "network-overview", year=found.year)),
        said(session, "network-new_and_continued", new=found.new, continued=found.continued),
    ]
    if found.pots:
        heads = ("network-pot", "network-granted", "network-networks", "network-municipalities")
        table = tables.table(*(said(session, head) for head in heads), right=(1, 2, 3))
        for pot, reach in found.pots.items():
            known = catalogue.has(language, f"pot-{pot}")
            table.add_row(
                catalogue.text(language, f"pot-{pot}") if known else pot,
                formats.money(language, reach.granted_ore),
                str(reach.networks),
                str(reach.municipalities),
            )
        lines.append(table)
    if found.carried_over:
        lines.append(tables.heading(said(session, "network-carried_over", year=found.year - 1)))
        carried = ("network-case", "network-granted", "network-unspent")
        table = tables.table(*(said(session, head) for head in carried), right=(1, 2))
        for one in found.carried_over:
            table.add_row(
                one.case_no,
                formats.money(language, one.granted_ore),
                tables.NOTHING if one.unspent_ore is None else formats.money(language, one.unspent_ore),
            )
        lines.append(table)
    for topic in found.topics:
        called = said(session, f"network_activity-{topic.activity}")
        lines.append(said(session, "network-topic", topic=called, municipalities=topic.municipalities))
    return lines
