"""Whole lives of cases in memory: ``decide`` and ``evolve`` with hands, a clock and registers, and no input or output.

An ``Office`` keeps what a decision must know beyond its case, as ``activities/facts.py`` reads it. A ``Life`` is one case:
it does what ``activities/record.py`` does, with the deadlines that fell due applied before each command.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

import pytest

from domain import commands as c
from domain import events as e
from domain.actors import CLOCK, Actor, Role
from domain.appeals import AppealBody, AppealRegime
from domain.application import Application
from domain.case import Case
from domain.clocks import next_step, running_clocks, steps
from domain.decisions import decide, on_due
from domain.evolve import evolve, evolve_all
from domain.facts import ApprovedGrant, Facts, FrameFacts, RoundFacts
from domain.identity import kid_mod10
from domain.money import kroner
from domain.outgoing import Outgoing, outgoing
from domain.private import seal
from domain.refusal import Refused
from domain.ruleset import RuleSet, Strand
from domain.tasks import tasks
from domain.terms import Terms
from storage.rulesets import load_rule_sets
from tests.domain.applications import ORG_HAMAR, application, leader, learning

OFFICE: Final = "SFIN"
START: Final = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
TICK: Final = timedelta(seconds=1)
"""How long a command takes."""
CRITERIA: Final = ("purpose", "feasibility")
BUFDIR: Final = load_rule_sets()["2026-bufdir"]
INNLANDET: Final = load_rule_sets()["2021-innlandet"]


def person(role: Role, name: str | None = None, unit: str | None = None) -> Actor:
    """Return a person in a role; the same role and unit is the same person unless named otherwise."""
    if unit is None:
        unit = ORG_HAMAR if role.value.startswith(("applicant", "municipal")) else OFFICE
    return Actor(subject=name or f"{role.value}@{unit}", role=role, unit=unit)


OFFICER: Final = person(Role.CASE_OFFICER)
LEADER: Final = person(Role.LEADER)
ATTESTOR: Final = person(Role.ATTESTOR)
ACCOUNTANT: Final = person(Role.ACCOUNTANT)
SIGNATORY: Final = person(Role.APPLICANT_SIGNATORY)
AUDITOR: Final = person(Role.MUNICIPAL_AUDITOR)

#: Neither report nor audit, said so in the letter.
NO_DUTY: Final = Terms.model_validate({"reporting": "none", "audit": "none"})

#: A report for each year, and one statement of the auditor after the last.
COLLECTED: Final = Terms.model_validate(
    {
        "reporting": "required",
        "report_last_day": "2027-04-01",
        "final_report_last_day": "2028-04-01",
        "audit": "collected",
        "audit_last_day": "2028-05-01",
    }
)

#: A report and a statement for each year.
YEARLY: Final = COLLECTED.model_copy(
    update=Terms.model_validate({"audit": "required", "audit_last_day": "2027-05-01"}).model_dump(
        include={"audit", "audit_last_day"}
    )
)

#: A report below the limit, for special reasons that are written down inside the house.
DISCRETIONARY: Final = Terms.model_validate(
    {
        "reporting": "required",
        "reporting_reason": {"ref": "note", "digest": "0" * 64},
        "report_last_day": "2027-04-01",
        "final_report_last_day": "2028-04-01",
        "audit": "none",
    }
)


def with_terms(terms: Terms, **changes: Any) -> Terms:
    """Return *terms* with *changes*, read as they would be from outside."""
    return Terms.model_validate(terms.model_dump() | changes)


@contextmanager
def refused(code: str, rule: str, **params: object) -> Iterator[None]:
    """Expect the refusal *code* by *rule*, with at least *params*."""
    with pytest.raises(Refused) as caught:
        yield
    found = caught.value
    assert (found.code, found.rule) == (code, rule)
    assert params.items() <= found.params.items(), found.params


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event of a trail."""

    event: e.Event
    at: datetime
    handled_at: datetime
    cause: str | None

    @property
    def kind(self) -> str:
        """The stable name of the event."""
        return type(self.event).__name__


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One line of the ledger: a grant, or the difference that a reversal makes."""

    amount_ore: int
    pot: str
    decided_at: datetime


@dataclass(kw_only=True, repr=False)
class Office:
    """One office in one grant year: its clock, its round, its frames and all its cases."""

    rules: RuleSet = BUFDIR
    now: datetime = START
    strand: Strand = Strand.LEARNING
    frames_kr: dict[str, int] = field(
        default_factory=lambda: {
            "learning": 50_000_000,
            "leader": 500_000,
            "self_initiated": 50_000_000,
            "foster_home": 50_000_000,
        }
    )
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    per_network: bool = False
    form_version: str | None = None
    appeal_regime: AppealRegime = AppealRegime.REQUEST_FOR_REVERSAL
    acceptance_required: bool = False
    appeal_body: AppealBody | None = None
    attestor_may_recommend: bool = False
    write_off_limit_ore: int | None = kroner(500_000)
    host_is_municipality: bool = True
    host_office: str | None = None
    host_language: str | None = None
    foreign_members: tuple[str, ...] = ()
    not_agreed: tuple[str, ...] = ()
    lives: dict[str, "Life"] = field(default_factory=dict)
    grants: list[tuple["Life", Commitment]] = field(default_factory=list)
    vouchers: set[str] = field(default_factory=set)
    errands: list[tuple[str, c.Body]] = field(default_factory=list)

    @property
    def round(self) -> RoundFacts:
        """The round that all its cases belong to."""
        year = self.rules.grant_year
        return RoundFacts(
            round_id="round",
            office=OFFICE,
            grant_year=year,
            strand=self.strand,
            rule_set=self.rules.key,
            opens_at=self.opens_at or datetime(year, 3, 1, 9, 0, tzinfo=UTC),
            closes_at=self.closes_at or datetime(year, 6, 1, 22, 0, tzinfo=UTC),
            criteria=CRITERIA,
            per_network=self.per_network,
            form_version=self.form_version,
            appeal_regime=self.appeal_regime,
            acceptance_required=self.acceptance_required,
            appeal_body=self.appeal_body,
        )

    def begin(self, name: str | None = None) -> "Life":
        """Return a life that has not begun: there is no application yet."""
        case_id = str(uuid5(NAMESPACE_URL, name or f"case {len(self.lives) + 1}"))
        life = Life(office=self, case_id=case_id)
        self.lives[case_id] = life
        return life

    def submit(self, **changes: Any) -> "Life":
        """Hand in the usual application with *changes*; its round is of the strand."""
        return self.begin().do(SIGNATORY, "submit", round_id="round", application=self.application(**changes))

    def application(self, **changes: Any) -> Application:
        """Return the usual application of the strand with *changes*, its budget in balance."""
        if self.strand is Strand.LEADER:
            return application(leader(), **changes)
        base = learning()
        applied = changes.get("applied_kr", base["applied_kr"])
        funding = applied + base["own_funding_kr"] + base["other_support"]["lines"][0]["amount_kr"]
        return application(base, **({"budget": [{"kind": "meetings", "amount_kr": funding}]} | changes))

    def submit_to(self, project_of: "Life", **changes: Any) -> "Life":
        """Hand in another application for the project of an earlier case."""
        project = learning()["project"] | {"id": project_of.now.project_id}
        network = learning()["network"] | {"id": project_of.now.network_id}
        return self.submit(project=project, network=network, **changes)

    def submit_in_network_of(self, other: "Life", **changes: Any) -> "Life":
        """Hand in an application for another project of the network of an earlier case."""
        return self.submit(network=learning()["network"] | {"id": other.now.network_id}, **changes)

    # --- time ---------------------------------------------------------------------------------------------------

    def move_to(self, instant: datetime) -> None:
        """Let time pass until *instant* with the engine awake: each step is handled when it falls due."""
        while (found := self._due_first()) is not None and found[0] <= instant:
            self.now = max(self.now, found[0])
            found[1].handle_next(self.now)
        self.now = max(self.now, instant)

    def sleep_until(self, instant: datetime) -> None:
        """Let time pass until *instant* while the worker is down: nothing is handled."""
        self.now = max(self.now, instant)

    def wake(self) -> None:
        """Handle everything that fell due while the worker was down."""
        for life in self.lives.values():
            life.catch_up(self.now)

    def _due_first(self) -> tuple[datetime, "Life"] | None:
        found = [(due.instant, life) for life in self.lives.values() if (due := life.due()) is not None]
        return min(found, key=lambda one: one[0], default=None)

    def run_errands(self) -> None:
        """Carry the commands that cases send to each other, as the outbox does."""
        while self.errands:
            case_id, body = self.errands.pop(0)
            self.lives[case_id].carry_out(CLOCK, body)

    # --- registers ----------------------------------------------------------------------------------------------

    @property
    def kids(self) -> set[str]:
        """The payment references that claims of the office have."""
        claims = (claim for life in self.lives.values() if life.case for claim in life.now.claims)
        return {claim.kid for claim in claims if claim.kid is not None}

    def committed_ore(self, pot: str) -> int:
        """Return what is granted from *pot*, in øre."""
        return sum(granted.amount_ore for _, granted in self.grants if granted.pot == pot)

    def facts(self, life: "Life", body: c.Body | None) -> Facts:
        """Return what ``activities/facts.py`` would read for *body*, or for a deadline where it is None."""
        case, known = life.case, self._of_body(body)
        decides_money = isinstance(body, c.Grant | c.Reverse | c.UpholdAppeal)
        if case is None or not (decides_money or (body is None and case.threshold is None)):
            return Facts(round=self.round, **known)
        lives = [life for life in self.lives.values() if life.case is not None]
        grants = self._grants([life for life in lives if life.now.project_id == case.project_id])
        network = self._grants([life for life in lives if life.now.network_id == case.network_id])
        frame = None
        if decides_money and case.pot in self.frames_kr:
            frame = FrameFacts(
                mandate="26/1",
                amount_ore=kroner(self.frames_kr[case.pot]),
                committed_ore=self.committed_ore(case.pot),
            )
        return Facts(
            round=self.round,
            project_grants=grants,
            network_grants=network,
            frame=frame,
            not_agreed=self.not_agreed,
        )

    def _of_body(self, body: c.Body | None) -> dict[str, Any]:
        """Return what is read for a decision on *body* alone."""
        read: dict[type[c.Body], Callable[[Any], dict[str, Any]]] = {
            c.Submit: lambda _: {
                "case_no": f"{OFFICE}-{self.rules.grant_year}-{len(self.lives)}",
                **self._host,
                "host_office": self.host_office,
                "foreign_members": self.foreign_members,
            },
            c.ChangeHost: lambda _: self._host,
            c.Supplement: lambda _: {
                "changed_fields": ("applied_kr",),
                "foreign_members": self.foreign_members,
            },
            c.RegisterDisbursement: lambda asked: {"voucher_taken": asked.voucher in self.vouchers},
            c.CorrectDisbursement: lambda asked: {"voucher_taken": asked.voucher in self.vouchers},
            c.InvoiceClaim: lambda asked: {"kid_taken": asked.kid in self.kids},
            c.AttestPayment: lambda _: self._settings,
            c.WriteOffClaim: lambda _: self._settings,
        }
        return read[type(body)](body) if body is not None and type(body) in read else {}

    @property
    def _host(self) -> dict[str, Any]:
        return {"host_is_municipality": self.host_is_municipality, "host_language": self.host_language}

    @property
    def _settings(self) -> dict[str, Any]:
        return {
            "attestor_may_recommend": self.attestor_may_recommend,
            "write_off_limit_ore": self.write_off_limit_ore,
        }

    def _grants(self, lives: list["Life"]) -> tuple[ApprovedGrant, ...]:
        """Return what each of *lives* has, in the order of the newest decision, as the ledger's sums are read."""
        sums: dict[str, tuple[int, datetime]] = {}
        for life, line in self.grants:
            if life in lives:
                before, at_ = sums.get(life.case_id, (0, line.decided_at))
                sums[life.case_id] = (before + line.amount_ore, max(at_, line.decided_at))
        found = [
            ApprovedGrant(case_id=case_id, amount_ore=amount, decided_at=decided_at)
            for case_id, (amount, decided_at) in sums.items()
            if amount > 0
        ]
        return tuple(sorted(found, key=lambda grant: (grant.decided_at, grant.case_id)))


@dataclass(kw_only=True, repr=False)
class Life:
    """One case, from its application on."""

    office: Office
    case_id: str
    case: Case | None = None
    trail: list[Entry] = field(default_factory=list)
    sent: list[Outgoing] = field(default_factory=list)
    last: list[e.Event] = field(default_factory=list)
    """The events of the last command."""
    texts: int = 0

    @property
    def now(self) -> Case:
        """The case as it is."""
        assert self.case is not None
        return self.case

    @property
    def kinds(self) -> list[str]:
        """The kinds of all its events, in order."""
        return [entry.kind for entry in self.trail]

    @property
    def letters(self) -> list[str]:
        """The codes of all messages that left the house, in order."""
        return [str(item.payload["letter"]) for item in self.sent if item.kind == "message"]

    @property
    def tasks(self) -> list[str]:
        """The names of the tasks that are open."""
        return [task.name for task in tasks(self.now, self.office.rules)]

    @property
    def clocks(self) -> list[str]:
        """The names of the clocks that run."""
        return [clock.name for clock in running_clocks(self.now, self.office.rules)]

    @property
    def ahead(self) -> list[tuple[str, datetime]]:
        """Every step that is still to come, with its instant."""
        return [(due.cause, due.instant) for due in steps(self.now, self.office.rules)]

    def only(self, kind: type[e.Event]) -> Any:
        """Return the one event of *kind*."""
        (found,) = self.all(kind)
        return found.event

    def all(self, kind: type[e.Event]) -> list[Entry]:
        """Return every event of *kind*."""
        return [entry for entry in self.trail if isinstance(entry.event, kind)]

    def replayed(self) -> Case | None:
        """Return the case that its trail makes."""
        return evolve_all(self.case_id, [(entry.event, entry.at) for entry in self.trail])

    # --- commands -----------------------------------------------------------------------------------------------

    def do(self, who: Actor, kind: str, **fields: Any) -> "Life":
        """Send a command as it would come from outside, and let what follows at once follow.

        Beside the fields of its body it may say ``received_at``: when it arrived, if that is not now.
        """
        received_at = fields.pop("received_at", None)
        body, _texts = seal(c.parse_body({"kind": kind, **fields}), self._ref, lambda: b"salt")
        return self.carry_out(who, body, received_at=received_at)

    def carry_out(self, who: Actor, body: c.Body, *, received_at: datetime | None = None) -> "Life":
        """Carry out *body*: deadlines that fell due first, then the command, then the errands it sends."""
        office = self.office
        dated = type(body).model_fields["kind"].default in c.DATED_BY_RECEIPT
        arrived = received_at or office.now
        now = arrived if dated else office.now
        self.catch_up(now)
        command = c.Command(
            command_id=f"{self.case_id}-{len(self.trail)}",
            case_id=self.case_id,
            actor=who,
            body=body,
            received_at=arrived,
            content_digest="0" * 64,
        )
        events = decide(self.case, command, office.facts(self, body), office.rules, now)
        assert events, "a command that is carried out leaves an event"
        self.last = events
        self._append(events, now, cause=None)
        # The evaluation that follows a grant is due at once; the engine does not wait for another command.
        office.now += TICK
        self.catch_up(office.now)
        office.run_errands()
        return self

    def catch_up(self, until: datetime) -> None:
        """Handle every deadline that fell due up to *until*, each at its own time, in order."""
        while (due := self.due()) is not None and due.instant <= until:
            self.handle_next(self.office.now)

    def due(self) -> Any:
        """Return the step that comes next, if the case waits for one."""
        return None if self.case is None or self.case.finished else next_step(self.case, self.office.rules)

    def handle_next(self, handled_at: datetime) -> None:
        """Handle the step that comes next."""
        due = self.due()
        events = on_due(self.now, due, self.office.facts(self, None), self.office.rules, handled_at)
        self._append(events, due.instant, cause=due.cause)
        self.office.run_errands()

    def _append(self, events: list[e.Event], at: datetime, cause: str | None) -> None:
        for number, event in enumerate(events):
            self.case = evolve(self.case, event, case_id=self.case_id, at=at)
            named = cause if cause is None or number == 0 else f"{cause}#{number}"
            self.trail.append(Entry(event=event, at=at, handled_at=self.office.now, cause=named))
            self._send(event)
            if isinstance(event, e.Granted):
                line = Commitment(amount_ore=event.amount_ore, pot=event.pot, decided_at=event.decided_at)
                self.office.grants.append((self, line))
            if isinstance(event, e.Reversed) and event.amount_ore != event.before_ore:
                more = event.amount_ore - event.before_ore
                line = Commitment(amount_ore=more, pot=event.pot, decided_at=event.decided_at)
                self.office.grants.append((self, line))
            if isinstance(event, e.Disbursed):
                self.office.vouchers.add(event.voucher)
            if isinstance(event, e.DisbursementCorrected) and event.voucher is not None:
                paid = (payment for life in self.office.lives.values() for payment in life.now.payments)
                self.office.vouchers = {payment.voucher for payment in paid if payment.voucher is not None}

    def _send(self, event: e.Event) -> None:
        for item in outgoing(event, self.now):
            json.dumps(item.payload)
            self.sent.append(item)
            if item.kind == "command":
                errand = (str(item.payload["case_id"]), c.parse_body(item.payload["body"]))
                self.office.errands.append(errand)

    def _ref(self) -> str:
        self.texts += 1
        return str(uuid5(NAMESPACE_URL, f"{self.case_id} {self.texts}"))

    # --- ways -----------------------------------------------------------------------------------------------------

    def declared(self, *people: Actor) -> "Life":
        """Let *people* declare that they are impartial."""
        for one in people:
            self.do(one, "declare_impartiality", impartial=True)
        return self

    def assigned(self, officer: Actor = OFFICER) -> "Life":
        """Give the case to *officer*."""
        return self.declared(officer).do(officer, "assign", officer=officer.subject)

    def ranked(self, place: int = 1) -> "Life":
        """Give an assessed case its place in the round."""
        return self.do(OFFICER, "rank", place=place, reason="Treffer formålet")

    def dismissal_recommended(self, ground: str = "not_eligible", officer: Actor = OFFICER) -> "Life":
        """Have an officer recommend to dismiss the application."""
        reason = "Oppfyller ikke vilkårene"
        return self.declared(officer).do(officer, "recommend_dismissal", ground=ground, reason=reason)

    def dismissed(self, ground: str = "not_eligible") -> "Life":
        """Dismiss the application by two hands."""
        self.dismissal_recommended(ground).declared(LEADER)
        return self.do(LEADER, "dismiss", ground=ground, reason="Oppfyller ikke vilkårene")

    def assessed(self, kr: int = 400_000, officer: Actor = OFFICER) -> "Life":
        """Bring a submitted case to its assessment; what came late is taken up first (E20)."""
        life = self.assigned(officer)
        if life.now.late_undecided:
            life.taken_up()
        return life.do(officer, "assess", **assessment(kr))

    def taken_up(self) -> "Life":
        """Have the leader take up what came late."""
        return self.declared(LEADER).do(LEADER, "accept_late_application", reason="Posten var forsinket")

    def recommended(self, kr: int = 400_000, terms: Terms = NO_DUTY, officer: Actor = OFFICER) -> "Life":
        """Bring a submitted case to the leader's table, with a grant recommended."""
        return self.assessed(kr, officer).do(officer, "recommend", **recommendation(kr, terms))

    def recommended_again(self, kr: int = 400_000, terms: Terms = NO_DUTY) -> "Life":
        """Recommend a grant in a case that is assessed."""
        return self.do(OFFICER, "recommend", **recommendation(kr, terms))

    def granted(self, kr: int = 400_000, terms: Terms = NO_DUTY) -> "Life":
        """Bring a submitted case to an approved grant."""
        return self.recommended(kr, terms).declared(LEADER).do(LEADER, "grant")

    def ordered(self) -> "Life":
        """Bring a granted case to an ordered payment."""
        return self.do(SIGNATORY, "confirm_account", account="12345678903").do(LEADER, "order_payment")

    def attested(self) -> "Life":
        """Bring a granted case to an attested payment."""
        return self.ordered().do(ATTESTOR, "attest_payment", **CONTROLS)

    def paid(self) -> "Life":
        """Bring a granted case to the paid state."""
        return self.attested().do(ACCOUNTANT, "register_disbursement", **self.voucher())

    def voucher(self, **changes: Any) -> dict[str, Any]:
        """Return what the accounts register for this case's payment."""
        return {
            "amount_ore": self.now.granted_ore,
            "org_number": self.now.host,
            "voucher": f"V-{len(self.office.vouchers) + 1}",
            "paid_on": self.office.now.date(),
        } | changes

    def reported(
        self, spent_kr: int, unused_kr: int = 0, duty: str = "2026", *, final: bool = False
    ) -> "Life":
        """Deliver a report and have it approved."""
        self.do(SIGNATORY, "deliver_report", **report(spent_kr, unused_kr, duty, final=final))
        return self.approved(duty)

    def approved(self, duty: str = "2026") -> "Life":
        """Have a delivered report read by one and approved by another."""
        return self.do(LEADER, "second_report", duty=duty).do(OFFICER, "approve_report", duty=duty)

    def claimed(self, amount_ore: int, ground: str = "unused") -> "Life":
        """Propose, decide and invoice a claim."""
        self.do(OFFICER, "propose_claim", ground=ground, amount_ore=amount_ore, reason="Ubrukt")
        number = len(self.now.claims)
        due_day = (self.office.now + timedelta(days=30)).date()
        if self.now.needs_notice(self.now.claims[-1]):
            self.do(OFFICER, "give_claim_notice", claim=number)
            self.do(SIGNATORY, "reply_to_claim", claim=number, text="Vi er uenige")
        self.do(LEADER, "decide_claim", claim=number, due_day=due_day)
        return self.do(ACCOUNTANT, "invoice_claim", claim=number, kid=self.kid(number))

    def kid(self, claim: int) -> str:
        """Return the payment reference of a claim of this case."""
        return kid_mod10(f"{self.now.case_no.rpartition('-')[2]:0>8}{claim:02}")

    def repaid(self, amount_ore: int, claim: int = 1) -> "Life":
        """Register money that came in."""
        day = self.office.now.date()
        return self.do(
            ACCOUNTANT,
            "register_repayment",
            claim=claim,
            amount_ore=amount_ore,
            received_on=day,
            voucher=f"R-{len(self.trail)}",
        )


#: A payment reference with its check digit, of no claim here.
KID: Final = kid_mod10("2026000017")

CONTROLS: Final[dict[str, Any]] = {
    "legal_ground": True,
    "budget_cover": True,
    "soundness": True,
    "recipient": True,
}


#: What an auditor's statement is seen to say.
SEEN: Final[dict[str, Any]] = {"names_grant": True, "names_period": True, "own_auditor": True}


def assessment(kr: int = 400_000) -> dict[str, Any]:
    """Return an assessment that says all that both strands ask."""
    return {
        "answers": [{"criterion": key, "met": True, "reason": "Ja"} for key in CRITERIA],
        "knowledge_environment_needed": False,
        "knowledge_environment_reason": "Nettverket har kompetansen selv",
        "leader_effect": True,
        "leader_effect_reason": "Styrker rollen",
        "proposed_ore": kroner(kr),
    }


def recommendation(kr: int = 400_000, terms: Terms = NO_DUTY) -> dict[str, Any]:
    """Return the recommendation of a grant."""
    return {
        "grant": True,
        "amount_ore": kroner(kr),
        "difference_reason": "Rammen rekker ikke til alt",
        "terms": terms,
        "reason": "Godt prosjekt",
    }


def refusal(ground: str | None = "criteria") -> dict[str, Any]:
    """Return the recommendation of a refusal."""
    return {"grant": False, "reason": "Svakt prosjekt", "rejection_ground": ground}


def report(
    spent_kr: int, unused_kr: int = 0, duty: str = "2026", *, final: bool = False, until: str = "2026-12-31"
) -> dict[str, Any]:
    """Return a report."""
    return {
        "duty": duty,
        "spent_ore": kroner(spent_kr),
        "unused_ore": kroner(unused_kr),
        "final": final,
        "spent_until": until,
        "text": "Fire samlinger.",
    }


def statement(kr: int, duty: str = "collected", signed_on: str = "2027-03-01") -> dict[str, Any]:
    """Return an auditor's statement."""
    return {"duty": duty, "amount_ore": kroner(kr), "auditor": "Revisjon Øst", "signed_on": signed_on}


def cut(terms: Terms = NO_DUTY) -> Life:
    """Return a grant of 300 000 where 400 000 was applied for."""
    return Office().submit(applied_kr=400_000).granted(300_000, terms)


def in_doubt(**office_with: Any) -> Life:
    """Return a case whose letter asks for a report by law, and whose project is below the limit since another's reversal."""
    office = Office(**office_with)
    other = office.submit(applied_kr=600_000).granted(600_000)
    life = office.submit_to(other, applied_kr=600_000).granted(600_000, COLLECTED)
    annul = {"ground": "other_law", "amount_ore": 0, "reason": "Ikke i gang"}
    other.do(OFFICER, "recommend_reversal", **annul)
    day = (office.now + timedelta(days=21)).date()
    other.do(OFFICER, "give_reversal_notice", explanation="Ikke i gang", last_day=day)
    office.move_to(office.now + timedelta(days=22))
    other.do(LEADER, "reverse")
    return life


def at(text: str) -> datetime:
    """Return the UTC instant written as ``2026-06-01T12:00``."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def granted(kr: int = 400_000, terms: Terms = NO_DUTY, **office: Any) -> Life:
    """Return a life with an approved grant of all that was applied for."""
    return Office(**office).submit(applied_kr=kr).granted(kr, terms)


def paid(kr: int = 400_000, terms: Terms = NO_DUTY, **office: Any) -> Life:
    """Return a life whose grant was paid on 1 March 2026."""
    return granted(kr, terms, **office).paid()
