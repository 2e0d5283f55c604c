"""A whole small installation for tests: real database, real engine, real worker, and hands that act in roles."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import text
from temporalio.client import Client
from temporalio.testing import TimeSkipper
from temporalio.worker import Worker

from activities.door import Answer, Door, Outcome
from activities.record import Recorder
from activities.register import Envelope, Register
from activities.round_record import RoundRecorder
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain import commands as c
from domain.actors import Actor, Role
from domain.application import Application
from domain.case import Case
from domain.codec import case_of
from domain.engine import case_workflow_id, round_workflow_id
from domain.mandates import Frame, SetMandate
from domain.money import kroner
from domain.rounds import OpenRound, RoundCriterion
from domain.ruleset import Strand
from domain.terms import Terms
from storage import queries
from tests.databases import Database, new_database
from tests.domain.applications import ORG_HAMAR, learning
from workflows.grant_case import GrantCase
from workflows.round import Round
from workflows.sandbox import CONVERTER, SANDBOX

OFFICE: Final = "SFIN"
START: Final = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def actor(role: Role, unit: str = OFFICE, name: str | None = None) -> Actor:
    """Return a person in a role; the same role and unit is the same person unless named otherwise."""
    return Actor(subject=name or f"{role.value}@{unit}", role=role, unit=unit)


OFFICER: Final = actor(Role.CASE_OFFICER)
LEADER: Final = actor(Role.LEADER)
ATTESTOR: Final = actor(Role.ATTESTOR)
ACCOUNTANT: Final = actor(Role.ACCOUNTANT)
SIGNATORY: Final = actor(Role.APPLICANT_SIGNATORY, ORG_HAMAR)
AUDITOR: Final = actor(Role.MUNICIPAL_AUDITOR, ORG_HAMAR)

CRITERIA: Final = ("purpose", "good_for_all_members", "participation_and_diversity", "feasibility")

NO_DUTY: Final = Terms.model_validate({"reporting": "none", "audit": "none"})
FULL_DUTY: Final = Terms.model_validate(
    {
        "reporting": "required",
        "report_last_day": "2027-04-01",
        "final_report_last_day": "2028-04-01",
        "audit": "collected",
        "audit_last_day": "2028-05-01",
    }
)

#: Below the limit a report is asked for with a reason.
DUTY_BELOW_THE_LIMIT: Final = Terms.model_validate(
    FULL_DUTY.model_dump() | {"reporting_reason": "Et nytt nettverk"}
)


@dataclass(kw_only=True)
class Stage:
    """One installation with its worker; every act goes through the door, as a person's would."""

    database: Database
    client: Client
    task_queue: str
    door: Door
    register: Register
    round_id: str = ""
    answers: list[Answer] = field(default_factory=list)

    async def set_clock(self, instant: datetime) -> None:
        """Make case time be *instant* from now on."""
        shift = instant - datetime.now(UTC)
        async with self.database.engine.begin() as conn:
            await conn.execute(
                text("UPDATE installation SET clock_shift_us = :us, spread_seconds = 0"),
                {"us": shift // timedelta(microseconds=1)},
            )

    async def open_round(self, office: str = OFFICE, **changes: Any) -> str:
        """Register a mandate of 5 000 000 kr and announce a round for learning networks; return its id."""
        await self.mandate(office=office)
        body = OpenRound(
            office=office,
            grant_year=2026,
            strand=Strand.LEARNING,
            rule_set="2026-bufdir",
            title="Læringsnettverk 2026",
            form_version="2026-1",
            criteria=tuple(RoundCriterion(key=key, nb="Kriterium", nn="Kriterium") for key in CRITERIA),
            opens_at=START,
            closes_at=datetime(2026, 6, 1, 22, 0, tzinfo=UTC),
        ).model_copy(update=changes)
        answer = await self.register.open_round(self.envelope(actor(Role.LEADER, office)), body)
        self.round_id = answer["round_id"]
        await self.door.start_round(UUID(self.round_id))
        return self.round_id

    async def mandate(
        self,
        amount_kr: int = 5_000_000,
        pot: str = "learning",
        grant_year: int = 2026,
        office: str = OFFICE,
    ) -> None:
        """Register the mandate of the office."""
        frame = Frame(pot=pot, amount_ore=kroner(amount_kr))
        body = SetMandate(office=office, grant_year=grant_year, reference="26/1", frames=(frame,))
        await self.register.set_mandate(self.envelope(actor(Role.LEADER, office)), body)

    def envelope(self, who: Actor) -> Envelope:
        """Return a fresh envelope from *who*."""
        return Envelope(command_id=uuid4(), actor=who, real_now=datetime.now(UTC))

    async def ask(
        self, case_id: UUID, who: Actor, body: c.Body, command_id: UUID | None = None, **more: Any
    ) -> Answer:
        """Send one command and return its answer, with its events where it was done."""
        answer = await self.door.ask(
            case_id, command_id or uuid4(), who, body, real_now=datetime.now(UTC), **more
        )
        if answer.outcome is Outcome.DONE:
            answer = await self.door.answer(case_id, answer.command_id)
            assert answer.outcome is Outcome.DONE, "what the engine says is done is done in the database"
        self.answers.append(answer)
        return answer

    async def do(self, case_id: UUID, who: Actor, body: c.Body) -> Answer:
        """Send one command that must be carried out."""
        answer = await self.ask(case_id, who, body)
        assert answer.outcome == "done", answer
        return answer

    async def submit(self, **changes: Any) -> UUID:
        """Hand in the usual application; return the id of its case."""
        case_id = uuid4()
        application = Application.model_validate({**learning(), **changes})
        await self.do(case_id, SIGNATORY, c.Submit(round_id=self.round_id, application=application))
        return case_id

    async def assess(self, case_id: UUID, amount_kr: int) -> None:
        """Have a submitted case assessed."""
        await self.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
        await self.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
        answers = tuple(
            c.Answer.model_validate({"criterion": key, "met": True, "reason": "Ja"}) for key in CRITERIA
        )
        assessed = c.Assess.model_validate(
            {
                "answers": [answer.model_dump() for answer in answers],
                "knowledge_environment_needed": False,
                "knowledge_environment_reason": "Nettverket har kompetansen selv",
                "proposed_ore": kroner(amount_kr),
            }
        )
        await self.do(case_id, OFFICER, assessed)

    async def recommend(self, case_id: UUID, amount_kr: int, terms: Terms = NO_DUTY) -> None:
        """Bring a submitted case to the leader's table."""
        await self.assess(case_id, amount_kr)
        recommended = {
            "grant": True,
            "amount_ore": kroner(amount_kr),
            "difference_reason": "Rammen rekker ikke til alt",
            "terms": terms,
            "reason": "Godt prosjekt",
        }
        await self.do(case_id, OFFICER, c.Recommend.model_validate(recommended))

    async def grant(self, case_id: UUID, amount_kr: int, terms: Terms = NO_DUTY) -> None:
        """Bring a submitted case to an approved grant."""
        await self.recommend(case_id, amount_kr, terms)
        await self.do(case_id, LEADER, c.DeclareImpartiality(impartial=True))
        await self.do(case_id, LEADER, c.Grant())

    async def pay(self, case_id: UUID, voucher: str = "V-1", who: Actor = SIGNATORY) -> None:
        """Bring a granted case to the paid state."""
        case = await self.case(case_id)
        await self.do(case_id, who, c.ConfirmAccount.model_validate({"account": "12345678903"}))
        await self.do(case_id, LEADER, c.OrderPayment())
        await self.do(
            case_id,
            ATTESTOR,
            c.AttestPayment(legal_ground=True, budget_cover=True, soundness=True, recipient=True),
        )
        paid = c.RegisterDisbursement(
            amount_ore=case.granted_ore,
            org_number=case.host,
            voucher=voucher,
            paid_on=(await self.now()).date(),
        )
        await self.do(case_id, ACCOUNTANT, paid)

    async def a_moment_passes(self, case_id: UUID) -> None:
        """Let so much time pass for the workflow of the case that what it has to show is shown."""
        handle = self.client.get_workflow_handle(case_workflow_id(case_id))
        assert await TimeSkipper(self.client).fast_forward(handle, timedelta(seconds=6))

    async def now(self) -> datetime:
        """Return case time."""
        async with self.database.engine.connect() as conn:
            shift = (await conn.execute(text("SELECT clock_shift_us FROM installation"))).scalar_one()
        return datetime.now(UTC) + timedelta(microseconds=shift)

    async def case(self, case_id: UUID) -> Case:
        """Return the case as the database has it."""
        async with self.database.engine.connect() as conn:
            state = await conn.execute(
                text("SELECT state FROM case_head WHERE case_id = :id"), {"id": case_id}
            )
            return case_of(state.scalar_one())

    async def kinds(self, case_id: UUID) -> list[str]:
        """Return the kinds of the case's events in order."""
        async with self.database.engine.connect() as conn:
            return [entry.kind for entry in await queries.history(conn, f"case:{case_id}")]

    async def move_to(self, instant: datetime, case_ids: Sequence[UUID]) -> None:
        """Move the clock to *instant* and let the cases handle what fell due."""
        await self.set_clock(instant)
        for case_id in case_ids:
            await self.door.nudge(case_workflow_id(case_id))
        await self.door.nudge(round_workflow_id(self.round_id))
        async with asyncio.timeout(20):
            while await self._unhandled(instant):
                await asyncio.sleep(0.02)

    async def _unhandled(self, instant: datetime) -> bool:
        async with self.database.engine.connect() as conn:
            return bool(await queries.deadlines_unhandled(conn, instant, 1))


@asynccontextmanager
async def new_stage(postgres: EmbeddedPostgres, temporal_server: DevServer) -> AsyncIterator[Stage]:
    """Set up an installation, run its worker, and tear both down."""
    async with new_database(postgres) as database:
        client = await Client.connect(temporal_server.address, data_converter=CONVERTER)
        task_queue = f"test-{uuid.uuid4()}"
        door = Door(database.engine, client, task_queue)
        cases, rounds = Recorder(database.engine), RoundRecorder(database.engine)
        stage = Stage(
            database=database,
            client=client,
            task_queue=task_queue,
            door=door,
            register=Register(database.engine),
        )
        await stage.set_clock(START)
        worker = Worker(
            client,
            task_queue=task_queue,
            workflows=[GrantCase, Round],
            activities=[*cases.all, *rounds.all],
            workflow_runner=SANDBOX,
        )
        async with worker:
            yield stage
