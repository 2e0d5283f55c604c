"""``round ranking``: the applications of a round in their places, with the running sum, the frame and the cut."""

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from cli import tables
from cli.errors import Status
from cli.names import names
from cli.reads import find_round
from cli.session import Session
from domain.codec import case_of
from domain.facts import FrameFacts
from domain.ranking import PotRanking, Ranked, ranking
from letters import catalogue, formats
from storage import queries


async def show_ranking(session: Session, given: str) -> Status:
    """Answer with the applications of one round; what is over the frame is red, and allowed (T11)."""
    async with session.record() as record, record.engine.connect() as conn:
        row = await find_round(conn, given)
        states = await queries.cases_of_round(conn, row.round_id)
        frames = await queries.frames(conn, row.office, row.grant_year)
    known = {
        one.pot: FrameFacts(mandate=one.reference, amount_ore=one.amount_ore, committed_ore=one.committed_ore)
        for one in frames
    }
    pots = ranking([case_of(state) for state in states], known)
    shape = {"round_no": row.round_no, "title": row.title, "pots": [_shape(pot) for pot in pots]}
    title = Text(f"{row.round_no}  {tables.safe(row.title)}", style="bold")
    session.say(shape, title, *_pictures(session, pots))
    return Status.DONE


def _pictures(session: Session, pots: tuple[PotRanking, ...]) -> Iterator[RenderableType]:
    if not pots:
        yield session.word("no-applications")
    for pot in pots:
        yield ""
        yield from _picture(session, pot)


def _picture(session: Session, pot: PotRanking) -> Iterator[RenderableType]:
    language, word = session.language, session.word
    frame = word("no-frame") if pot.frame_ore is None else formats.money(language, pot.frame_ore)
    facts = [(word("pot"), catalogue.text(language, f"pot-{pot.pot}")), (word("frame"), frame)]
    if pot.elsewhere_ore:
        facts.append((word("elsewhere"), formats.money(language, pot.elsewhere_ore)))
    yield tables.grid(*facts)
    heads = ("place", "case", "host", "standing", "amount", "sum")
    table = tables.table(*(word(head) for head in heads), right=(0, 4, 5), wide=(2,))
    called = names(language)
    for one in pot.cases:
        if one is pot.first_over:
            table.add_row("", Text(word("cut"), style=tables.LATE), "", "", "", "")
        table.add_row(*_row(session, one, called), style=tables.LATE if one.over else None)
    yield table
    if pot.over_ore:
        yield Text(word("over-frame", over_ore=pot.over_ore), style=tables.LATE)


def _row(session: Session, one: Ranked, called: Any) -> tuple[str, ...]:
    language = session.language
    return (
        str(one.case.place) if one.case.place else tables.NOTHING,
        one.case.case_no,
        called.get(one.case.host, one.case.host),
        session.word(f"standing-{one.standing}"),
        formats.money(language, one.amount_ore),
        formats.money(language, one.sum_ore),
    )


def _shape(pot: PotRanking) -> dict[str, Any]:
    return {
        "pot": pot.pot,
        "frame_ore": pot.frame_ore,
        "elsewhere_ore": pot.elsewhere_ore,
        "sum_ore": pot.sum_ore,
        "over_ore": pot.over_ore,
        "cut_before": pot.first_over.case.case_no if pot.first_over else None,
        "cases": [
            {
                "case_no": one.case.case_no,
                "place": one.case.place,
                "host": one.case.host,
                "stage": one.case.stage.value,
                "standing": one.standing.value,
                "applied_ore": one.case.applied_ore,
                "amount_ore": one.amount_ore,
                "sum_ore": one.sum_ore,
                "over": one.over,
            }
            for one in pot.cases
        ],
    }
