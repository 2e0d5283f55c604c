"""``round``: announce a round from a file in which deadlines are Norwegian wall clock, and see the rounds there are."""

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StrictBool, ValidationError
from rich.text import Text

from activities.door import Door
from activities.register import Envelope, Register
from cli import tables
from cli.acting import person
from cli.errors import Status, UnusableError
from cli.reading import read_toml
from cli.reads import find_round
from cli.session import Session
from cli.wall_clock import minute
from domain.appeals import AppealBody
from domain.codec import round_of
from domain.instants import end_of_minute
from domain.problems import MistakeError, Problem, problems
from domain.rounds import OpenRound, Round, RoundCriterion
from domain.rulebook.tightening import RoundOverride
from domain.ruleset import RuleSetError
from domain.wall_clock import instant_of
from letters import catalogue, formats
from letters.formats import Language
from letters.rule_values import setting_text
from storage import queries
from storage.rows import RoundRow

#: A day alone begins with its first minute, and as a deadline ends with its last.
_FIRST, _LAST = time(0), time(23, 59)


class RoundFile(BaseModel):
    """A round as a file gives it; the rest is checked as the command it becomes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    office: str
    grant_year: int
    strand: str
    rule_set: str
    title: str
    form_version: str
    opens: Any
    deadline: Any
    criteria: tuple[RoundCriterion, ...]
    threshold_per_network: StrictBool = False
    addresses: tuple[str, ...] = ()
    appeal_regime: str = "request_for_reversal"
    override: RoundOverride | None = None
    acceptance_required: StrictBool = False
    appeal_body: AppealBody | None = None

    def command(self) -> OpenRound:
        """Return it as the command the register takes.

        Raises:
            UnusableError: A minute is none.
        """
        problems_found: list[Problem] = []
        local = {}
        for name, of_day in (("opens", _FIRST), ("deadline", _LAST)):
            try:
                local[name] = minute(getattr(self, name), of_day=of_day)
            except MistakeError as error:
                problems_found.append(Problem.of(name, error))
        if problems_found:
            raise UnusableError(*problems_found)
        plain = self.model_dump(exclude={"opens", "deadline"})
        return OpenRound.model_validate(
            plain | {"opens_at": instant_of(local["opens"]), "closes_at": end_of_minute(local["deadline"])}
        )


def round_in(file: Path) -> OpenRound:
    """Return the round in *file*.

    Raises:
        UnusableError: naming each field that cannot be used.
    """
    try:
        return RoundFile.model_validate(read_toml(file)).command()
    except ValidationError as error:
        raise UnusableError(*problems(error)) from error


async def open_round(session: Session, body: OpenRound, acting: str | None, command_id: UUID) -> Status:
    """Announce a round; where the engine is away, its workflow starts when the engine is back."""
    async with session.record() as record:
        actor = person(record, acting)
        envelope = Envelope(command_id=command_id, actor=actor, real_now=session.environment.now())
        try:
            answer = await Register(record.engine).open_round(envelope, body)
        except RuleSetError as error:
            raise UnusableError(*error.problems) from error
        client = await session.environment.engine_client()
        door = Door(record.engine, client, session.environment.task_queue)
        started = await door.start_round(UUID(answer["round_id"]))
        async with record.engine.connect() as conn:
            row = await find_round(conn, answer["round_id"])
    shape = {
        "outcome": "done",
        "command_id": command_id,
        "started": started,
        **_shape(row, session.now(record)),
    }
    said = session.word("round-done", number=row.round_no, closes_at=row.closes_at.isoformat())
    notes = [] if started else [session.word("round-later")]
    session.say(shape, Text(f"✓ {said}", style="bold"), *notes)
    return Status.DONE


async def list_rounds(session: Session, office: str | None) -> Status:
    """Answer with the rounds, the newest year first."""
    async with session.record() as record, record.engine.connect() as conn:
        rows = await queries.rounds(conn, office)
        now = session.now(record)
    language, word = session.language, session.word
    shape = {"rounds": [_shape(row, now) for row in rows]}
    if not rows:
        session.say(shape, word("no-rounds"))
        return Status.DONE
    table = tables.table(
        word("round"), word("year"), word("strand"), word("stage"), word("deadline"), word("title"), wide=(5,)
    )
    for row in rows:
        table.add_row(
            Text(row.round_no, style="bold"),
            str(row.grant_year),
            catalogue.text(language, f"strand-{row.strand}"),
            catalogue.text(language, f"round_stage-{row.stage_at(now)}"),
            formats.last_minute(language, row.closes_at),
            tables.safe(row.title),
        )
    session.say(shape, table)
    return Status.DONE


async def show_round(session: Session, given: str) -> Status:
    """Answer with one round."""
    async with session.record() as record, record.engine.connect() as conn:
        row = await find_round(conn, given)
        entries = await queries.history(conn, f"round:{row.round_id}")
        now = session.now(record)
    language, word = session.language, session.word
    state = round_of(row.state)
    criteria = [one.nn if language is Language.NN else one.nb for one in state.criteria]
    shape = _shape(row, now) | {
        "form_version": state.form_version,
        "criteria": [one.model_dump() for one in state.criteria],
        "addresses": state.addresses,
        "threshold_per_network": state.threshold_per_network,
        "override": state.override.model_dump() if state.override else None,
        "acceptance_required": state.acceptance_required,
        "appeal_body": state.appeal_body.model_dump() if state.appeal_body else None,
    }
    facts = tables.grid(
        (word("stage"), catalogue.text(language, f"round_stage-{row.stage_at(now)}")),
        (word("strand"), catalogue.text(language, f"strand-{row.strand}")),
        (word("year"), str(row.grant_year)),
        (word("rule-set"), f"{row.rule_set} ({row.rule_set_sha256[:12]})"),
        (word("opens"), formats.instant(language, row.opens_at)),
        (word("deadline"), formats.last_minute(language, row.closes_at)),
        (word("criteria"), "\n".join(tables.safe(one) for one in criteria)),
        (word("addresses"), str(len(state.addresses))),
        *([("", word("round-acceptance"))] if state.acceptance_required else []),
        *_override_lines(session, state),
    )
    table = tables.table("#", word("when"), word("what"), wide=(2,), right=(0,))
    for entry in entries:
        line = catalogue.event(language, entry.kind, entry.body)
        table.add_row(str(entry.seq), tables.clock(language, entry.occurred_at), line)
    title = Text(f"{row.round_no}  {tables.safe(row.title)}\n", style="bold")
    session.say(shape, title, facts, "", table)
    return Status.DONE


def _override_lines(session: Session, state: Round) -> Iterator[tuple[str, str]]:
    """Tell what the office asks for in the round beside its rule set, and why (Q1, R26-47)."""
    if state.override is None:
        return
    yield session.word("round-override"), tables.safe(state.override.document)
    for one in state.override.settings:
        yield "", f"{setting_text(session.language, one)}. {tables.safe(one.reason)}"


def _shape(row: RoundRow, now: datetime) -> dict[str, Any]:
    names = ("round_id", "round_no", "office", "grant_year", "strand", "rule_set", "title")
    instants = ("opens_at", "closes_at", "next_due", "finished")
    shape = {name: getattr(row, name) for name in (*names, *instants)}
    return shape | {"stage": row.stage_at(now)}
