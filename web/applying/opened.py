"""A draft with all that its pages need: what is written in it, whose it is, and the round it goes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Actor
from domain.codec import round_of
from domain.instants import local_day
from domain.organisations.directory import MunicipalityPeriod
from domain.rounds import Round
from domain.ruleset import RuleSet, Strand
from letters.formats import Language
from storage import drafts, queries, sent_drafts
from storage.applicants import known_networks
from storage.drafts import Draft, Partner, Written
from storage.organisations import directory
from storage.pinned_rules import pinned_rules
from storage.rows import RoundRow
from storage.sent_drafts import File
from web.applying.forms import Form, form_of
from web.applying.lacking import Lack, lacks
from web.applying.reading import Known, Paper, Read, read
from web.words import say

#: A draft that is not sent is kept so long after the round's deadline.
KEPT_AFTER: Final = timedelta(days=90)

#: The lines that every budget begins with; the municipality takes away and adds.
_COSTS: Final = ("salaries", "meetings", "purchased_services", "travel")


@dataclass(frozen=True, kw_only=True)
class Opened:
    """One draft as it stands.

    Args:
        draft: The draft.
        round_: The round it goes to.
        rules: What the round asks for.
        fields: Every field as it was typed.
        partners: The municipalities that are asked, the host among them.
        files: What is attached.
        known: What need not be asked.
        now: Case time (UTC): nothing on a paper came later.
    """

    draft: Draft
    round_: Round
    rules: RuleSet
    fields: Mapping[str, Written]
    partners: Sequence[Partner]
    files: Sequence[File]
    known: Known
    now: datetime

    @cached_property
    def form(self) -> Form:
        """The form of the round."""
        return form_of(self.round_.strand, self.rules, on_paper=self.draft.office is not None)

    @cached_property
    def values(self) -> Mapping[str, str]:
        """The fields' values by path."""
        return {path: one.value for path, one in self.fields.items()}

    @cached_property
    def read(self) -> Read:
        """What stands in it, read."""
        came = None if self.draft.office is None else Paper(files=len(self.files), now=self.now)
        return read(self.values, self.partners, self.round_, self.draft.host, self.known, paper=came)

    def lacks(self, language: Language) -> list[Lack]:
        """Return what it lacks."""
        return lacks(language, self.form, self.read, self.rules)

    def is_own(self, who: Actor) -> bool:
        """Say whether *who* is of the municipality or the office whose draft it is."""
        return who.unit == self.draft.owner

    def partner(self, org_number: str) -> Partner | None:
        """Return the place of a municipality in the network."""
        return next((one for one in self.partners if one.org_number == org_number), None)

    @property
    def title(self) -> str:
        """What the network is called so far."""
        return self.values.get("network.name", "").strip()


async def opened(conn: AsyncConnection, draft: Draft, now: datetime) -> Opened:
    """Return *draft* with all that belongs to it, as it stands at *now* (case time)."""
    assert draft.round_id is not None  # noqa: S101 - drafts of applications have one
    row = await queries.round_by(conn, draft.round_id)
    assert row is not None  # noqa: S101 - a round is never deleted
    return Opened(
        draft=draft,
        round_=round_of(row.state),
        rules=await pinned_rules(conn, row.rule_set, row.rule_set_sha256),
        fields=await drafts.written(conn, draft.draft_id),
        partners=await drafts.partners(conn, draft.draft_id),
        files=await sent_drafts.files(conn, draft.draft_id),
        known=Known(networks=await known_networks(conn, draft.host, row.strand)),
        now=now,
    )


async def municipality_of(conn: AsyncConnection, org_number: str, now: datetime) -> MunicipalityPeriod | None:
    """Return the municipality that logs in with *org_number*."""
    known, today = await directory(conn), local_day(now)
    return known.with_org_number(known.main_unit(org_number, today) or org_number, today)


async def begin(
    conn: AsyncConnection,
    row: RoundRow,
    host: MunicipalityPeriod,
    *,
    who: Actor,
    language: Language,
    now: datetime,
    office: str | None = None,
) -> UUID:
    """Begin an application to a round for *host*, with what is known already; return the draft's id.

    Where an *office* registers it from paper, the draft is the office's.
    """
    unit = who.unit if office is None else host.org_number
    assert unit is not None  # noqa: S101 - an office chooses among those whose number is known
    draft = Draft(
        draft_id=uuid4(),
        kind="application",
        host=unit,
        office=office,
        round_id=row.round_id,
        case_id=None,
        about=None,
        revision=0,
        begun_at=now,
        changed_at=now,
        keep_until=max(row.closes_at, now) + KEPT_AFTER,
        command_id=None,
        sent_at=None,
        emptied_at=None,
    )
    await drafts.begin(conn, draft)
    await drafts.invite(conn, draft.draft_id, host.number, unit, now)
    first = {
        "language": "nn" if language is Language.NN else "nb",
        "project.first_year": str(row.grant_year),
        "project.last_year": str(row.grant_year),
        **first_rows(Strand(row.strand), host, 1, language),
    }
    if row.strand == Strand.LEARNING:
        first |= {f"cost.{number}.kind": kind for number, kind in enumerate(_COSTS, start=1)}
        first |= {f"cost.{number}.amount": "" for number in range(1, len(_COSTS) + 1)}
        first |= {"own.1.municipality": host.number, "own.1.amount": ""}
    await drafts.put(conn, draft.draft_id, first, who, now)
    return draft.draft_id


def first_rows(
    strand: Strand, municipality: MunicipalityPeriod, number: int, language: Language
) -> dict[str, str]:
    """Return the rows that a municipality brings with it: its service, or its leader."""
    if strand is Strand.LEADER:
        return {
            f"person.{number}.municipality": municipality.number,
            f"person.{number}.role": "child_welfare_leader",
            f"person.{number}.name": "",
        }
    return {
        f"service.{number}.name": say(language, "apply-first-service", {"place": municipality.name}),
        f"service.{number}.kind": "barnevern",
        f"service.{number}.municipalities": municipality.number,
    }
