"""What the visitor can do in a case now, asked of the domain with what the database knows at this moment."""

from domain.codec import round_of
from domain.letter_days import LetterDays, proposed_days
from domain.outlook import ACTING, Outlook, outlook
from domain.rounds import Round
from storage import queries
from storage.pinned_rules import pinned_rules
from storage.prospects import prospects
from web.guard.gate import CaseVisit

_NOTHING = Outlook(can=(), cannot=())


async def outlook_of(visit: CaseVisit) -> Outlook:
    """Return what the visitor can do in the case; nothing for those who only read."""
    if visit.who.role not in ACTING:
        return _NOTHING
    async with visit.read() as conn:
        row = await queries.round_by(conn, visit.head.round_id)
        assert row is not None  # noqa: S101 - a case has a round
        facts = await prospects(conn, visit.case, row)
        rules = await pinned_rules(conn, visit.head.rule_set, visit.head.rule_set_sha256)
    return outlook(visit.case, visit.who, facts, rules, visit.now)


async def days_of_letter(visit: CaseVisit) -> LetterDays:
    """Return the days that a letter of the case may name."""
    async with visit.read() as conn:
        rules = await pinned_rules(conn, visit.head.rule_set, visit.head.rule_set_sha256)
    return proposed_days(rules, visit.case.strand, visit.case.grant_year)


async def round_of_case(visit: CaseVisit) -> Round:
    """Return the round of the case."""
    async with visit.read() as conn:
        row = await queries.round_by(conn, visit.head.round_id)
    assert row is not None  # noqa: S101 - a case has a round
    return round_of(row.state)
