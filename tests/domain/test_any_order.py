"""Whatever anybody asks, in whatever order, whenever: what must always hold of every case.

``SAKSGANG_ORDERS=20000`` tries that many orders, with new chance each time, instead of the same few.
"""

import os
import re
from collections import defaultdict
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Final

from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain import events as e
from domain.actors import OFFICE_ROLES, Role
from domain.appeals import AppealRegime
from domain.authority import MAY
from domain.case import Case
from domain.clocks import running_clocks
from domain.codec import case_of, case_state, event_body, event_of
from domain.commands import BODIES
from domain.lifecycle import Stage, after, moves
from domain.money import kroner
from domain.possible import possible
from domain.refusal import Refused
from domain.ruleset import RuleSet, Strand
from domain.terms import Terms
from tests.domain.lives import BUFDIR, INNLANDET, Entry, Life, Office, at, person
from tests.domain.owed import owed
from tests.domain.ways import PEOPLE, TERMS, Act, finish, first, next_act
from tests.domain.wishes import Choose, wish

#: What may stand behind a refusal: a rule of a source, a settled reading, an edge case, a transition, a law.
RULE: Final = re.compile(r"(H18|B21|I21|W23|R26)-\d\d|[QEC][1-9]\d?|T\d\d|L-\d\d")

ROLES: Final = tuple(Role)
KINDS: Final = tuple(kind for kind in BODIES if kind != "submit")


class AnyOrder(RuleBasedStateMachine):
    """One office with up to three cases, some of one project, and people who try everything."""

    @initialize(
        rules=st.sampled_from([BUFDIR, BUFDIR, INNLANDET]),
        strand=st.sampled_from([Strand.LEARNING, Strand.LEARNING, Strand.LEADER]),
        frame_kr=st.sampled_from([50_000_000, 1_300_000]),
        per_network=st.booleans(),
        lenient=st.booleans(),
        accepted=st.booleans(),
        regime=st.sampled_from(list(AppealRegime)),
        kr=st.sampled_from([200_000, 400_000, 1_000_000, 1_200_000]),
        stage=st.sampled_from([Stage.SUBMITTED, Stage.GRANTED, Stage.DISBURSED, Stage.DISBURSED]),
        terms=st.sampled_from(TERMS[:4]),
    )
    def open_office(  # noqa: PLR0917 - the machine gives what it drew by name
        self,
        rules: RuleSet,
        strand: Strand,
        frame_kr: int,
        regime: AppealRegime,
        kr: int,
        stage: Stage,
        terms: Terms,
        *,
        per_network: bool,
        lenient: bool,
        accepted: bool,
    ) -> None:
        year = rules.grant_year
        self.office = Office(
            rules=rules,
            now=at(f"{year}-03-02T12:00"),
            strand=strand if rules is BUFDIR else Strand.LEARNING,
            per_network=per_network,
            attestor_may_recommend=lenient,
            appeal_regime=regime,
            acceptance_required=accepted,
        )
        self.office.frames_kr = dict.fromkeys(self.office.frames_kr, frame_kr)
        self.seen: dict[str, int] = {}
        self.begin(kr, stage, terms)

    def begin(self, kr: int, stage: Stage, terms: Terms) -> None:
        """Begin with a case that has come some way: deep stages are where the surprises are."""
        life = self.office.submit(applied_kr=kr)
        while life.now.stage is not stage:
            act = next_act(life, first)
            assert act is not None
            if act.kind == "recommend" and self.office.rules is BUFDIR and kr <= 400_000:
                act.fields["terms"] = terms
            life.do(act.who, act.kind, **act.fields)

    # --- what happens -------------------------------------------------------------------------------------------

    @rule(
        kr=st.sampled_from([200_000, 400_000, 800_000, 1_000_000, 1_200_000]),
        link=st.sampled_from(["project", "network", None]),
    )
    def apply(self, kr: int, link: str | None) -> None:
        office = self.office
        if len(office.lives) == 3:
            return
        earlier = next(iter(office.lives.values()), None)
        changes: dict[str, Any] = {"applied_kr": kr}
        if earlier is not None and link is not None:
            base = office.application()
            for part in ("project", "network") if link == "project" else ("network",):
                known = earlier.now.project_id if part == "project" else earlier.now.network_id
                changes[part] = getattr(base, part).model_dump(
                    mode="json", exclude={"description", "plan"}
                ) | {"id": known}
            if link == "project" and office.strand is Strand.LEARNING:
                changes["project"] |= {"plan": "Fire samlinger.", "description": "Felles rutiner."}
        office.submit(**changes)

    @rule(data=st.data(), count=st.integers(1, 25))
    def go_on(self, data: st.DataObject, count: int) -> None:
        """Do what is sensible, several times."""
        life = self.pick(data)
        for _ in range(count):
            act = next_act(life, self.chooser(data))
            if act is not None:
                self.attempt(data, life, act)
            elif (due := life.due()) is not None:
                self.office.move_to(due.instant)

    @rule(data=st.data())
    def ask_anything(self, data: st.DataObject) -> None:
        """Ask for something, whoever one is and whether it makes sense or not."""
        life = self.pick(data)
        kind = data.draw(st.sampled_from(KINDS))
        role = data.draw(st.sampled_from(ROLES))
        unit = data.draw(st.sampled_from([None, None, life.now.office, "SFAG", "964950679"]))
        who = person(role, data.draw(st.sampled_from(PEOPLE)), unit)
        self.attempt(data, life, Act(who, kind, wish(life, kind, self.chooser(data))))

    @rule(data=st.data())
    def ask_in_the_right_role(self, data: st.DataObject) -> None:
        """Ask for something one may ask for, at any time."""
        life = self.pick(data)
        kind = data.draw(st.sampled_from(KINDS))
        role = data.draw(st.sampled_from(sorted(MAY[kind][0])))
        unit = life.now.office if role in OFFICE_ROLES else life.now.host
        who = person(role, data.draw(st.sampled_from(PEOPLE)), None if role is Role.SYSTEM else unit)
        self.attempt(data, life, Act(who, kind, wish(life, kind, self.chooser(data))))

    @rule(days=st.sampled_from([0, 1, 3, 20, 60, 200, 400]), awake=st.booleans())
    def wait(self, days: int, *, awake: bool) -> None:
        instant = self.office.now + timedelta(days=days)
        if awake:
            self.office.move_to(instant)
        else:
            self.office.sleep_until(instant)
            self.office.wake()

    @rule(days=st.integers(1, 400))
    def fall_asleep(self, days: int) -> None:
        self.office.sleep_until(self.office.now + timedelta(days=days))

    # --- how --------------------------------------------------------------------------------------------------------

    def chooser(self, data: st.DataObject) -> Choose:
        return lambda options: data.draw(st.sampled_from(list(options)))

    def pick(self, data: st.DataObject) -> Life:
        lives = sorted(self.office.lives.values(), key=lambda life: life.case_id)
        return data.draw(st.sampled_from(lives))

    def attempt(self, data: st.DataObject, life: Life, act: Act) -> None:
        """Carry *act* out, or see it refused in the proper form with nothing changed."""
        received_at = None
        if data.draw(st.integers(0, 9)) == 9:
            latest = max((entry.at for entry in life.trail if entry.cause is None), default=self.office.now)
            received_at = min(self.office.now, latest + timedelta(hours=data.draw(st.integers(1, 2000))))
        life.catch_up(received_at or self.office.now)
        life.catch_up(self.office.now)
        before, events = life.case, len(life.trail)
        offered = {(one.command, one.about) for one in possible(life.now)}
        no = refusal_of(life, act, received_at)
        if no is None:
            assert act.who.role is Role.SYSTEM or (act.kind, about(act)) in offered
            event(f"done {act.kind}")
            event(f"at {life.now.stage}")
        else:
            event(f"refused {no.code}")
            assert RULE.fullmatch(no.rule), no
            assert (life.case, len(life.trail)) == (before, events)

    # --- what always holds --------------------------------------------------------------------------------------------

    def each(self) -> list[Life]:
        return list(self.office.lives.values()) if hasattr(self, "office") else []

    @invariant()
    def the_trail_makes_the_case_and_both_survive_their_json(self) -> None:
        for life in self.each():
            done = self.seen.get(life.case_id, 0)
            for entry in life.trail[done:]:
                assert event_of(entry.kind, entry.event.schema, event_body(entry.event)) == entry.event
            if len(life.trail) > done:
                assert life.replayed() == life.case
                assert case_of(case_state(life.now)) == life.case
            self.seen[life.case_id] = len(life.trail)

    @invariant()
    def no_cause_has_its_effect_twice(self) -> None:
        for life in self.each():
            causes = [entry.cause for entry in life.trail if entry.cause is not None]
            assert len(causes) == len(set(causes))

    @invariant()
    def no_frame_is_overspent(self) -> None:
        if hasattr(self, "office"):
            for pot, frame_kr in self.office.frames_kr.items():
                assert self.office.committed_ore(pot) <= kroner(frame_kr)

    @invariant()
    def no_ore_is_lost_or_claimed_twice(self) -> None:
        for life in self.each():
            case = life.now
            assert case.granted_ore >= case.paid_ore >= case.claimed_ore >= case.refunded_ore
            for entry in life.all(e.Recommended):
                given = entry.event
                assert isinstance(given, e.Recommended)
                assert (
                    not given.grant or given.difference_reason or given.amount_ore == applied_at(life, entry)
                )
            for claim in case.claims:
                settled = claim.kept_ore + claim.written_off_ore + claim.outstanding_ore
                assert (
                    settled == (0 if claim.state == "dropped" else claim.amount_ore)
                    or claim.state == "dropped"
                )
            received = sum(entry.event.amount_ore for entry in life.all(e.RepaymentReceived))  # type: ignore[attr-defined]
            anew = [entry.event for entry in life.all(e.RepaymentCorrected)]
            said_anew = [one for one in anew if isinstance(one, e.RepaymentCorrected)]
            received += sum((one.amount_ore or 0) - (one.noted_ore or 0) for one in said_anew)
            returned = sum(entry.event.amount_ore for entry in life.all(e.OverpaymentReturned))  # type: ignore[attr-defined]
            over = sum(claim.overpaid_ore for claim in case.claims)
            assert received == case.refunded_ore + returned + over

    @invariant()
    def a_project_s_claims_are_never_more_than_was_paid_and_not_used(self) -> None:
        """R26-33, R26-53: whatever is told in which of its cases. A finding after the end stands for itself (E44)."""
        projects = defaultdict(list)
        for life in self.each():
            if not life.now.reopenings:
                projects[life.now.project_id].append(life.now)
        for cases in projects.values():
            paid = sum(case.paid_ore for case in cases)
            used = sum(used_ore(case) for case in cases)
            unused_claims = [claim for case in cases for claim in case.unused_claims]
            assert sum(claim.amount_ore - claim.written_off_ore for claim in unused_claims) <= paid - used
            assert sum(case.claimed_ore for case in cases) <= paid

    @invariant()
    def nobody_is_two_pairs_of_eyes(self) -> None:
        for life in self.each():
            for entry in life.all(e.Granted):
                assert entry.event.by != entry.event.recommended_by  # type: ignore[attr-defined]
            for one in (e.Reversed, e.RefusalSetAside):
                for entry in life.all(one):
                    assert entry.event.by != entry.event.recommended_by  # type: ignore[attr-defined]
            check_dismissal(life)
            for entry in life.all(e.ReportApproved):
                assert entry.event.by != entry.event.seconded_by  # type: ignore[attr-defined]
            check_appeals(life)
            check_payments(life)
            proposers = {entry.event.number: entry.event.by for entry in life.all(e.ClaimProposed)}  # type: ignore[attr-defined]
            for kind in (e.ClaimDecided, e.ClaimDropped, e.ClaimWrittenOff):
                for entry in life.all(kind):
                    assert proposers[entry.event.number] != entry.event.by  # type: ignore[attr-defined]

    @invariant()
    def who_owes_something_has_a_deadline_and_everybody_else_a_task_or_a_clock(self) -> None:
        for life in self.each():
            case, rules = life.now, self.office.rules
            clocks = {clock.name.partition(":")[0] for clock in running_clocks(case, rules)}
            if not case.finished:
                assert owed(case) <= clocks
                assert life.tasks or life.due(), f"{case.stage} waits for nobody and nothing"

    @invariant()
    def a_finished_case_is_at_rest(self) -> None:
        for life in self.each():
            case = life.now
            if case.finished:
                assert life.tasks == []
                assert not case.duties_open
                assert not any(claim.is_open for claim in case.claims)
                assert (case.stage is Stage.REFUNDED) == (case.refunded_ore > 0)
                assert life.clocks == []

    @invariant()
    def the_path_is_one_the_statechart_has(self) -> None:
        for life in self.each():
            path = life.now.path
            assert path[0] is Stage.SUBMITTED
            assert path[-1] is life.now.stage
            for one, other in pairwise(path):
                assert other in {after(one, move) for move in moves(one)}

    def teardown(self) -> None:
        """Every case can be brought to an end, wherever it stands, but for one whose money lapsed (E37)."""
        for life in self.each():
            self.office.now += timedelta(seconds=1)
            life.catch_up(self.office.now)
            end = finish(life)
            assert end, f"no way out of {life.now.stage}: {life.kinds}"
            event(f"ended {life.now.stage}")
        for check in (self.a_finished_case_is_at_rest, self.no_ore_is_lost_or_claimed_twice):
            check()


def about(act: Act) -> str | None:
    """Return which duty, claim, condition or appeal *act* is about, as ``possible`` names it."""
    named = (act.fields.get(name) for name in ("duty", "claim", "appeal", "condition", "payment"))
    return next((str(one) for one in named if one is not None), None)


def used_ore(case: Case) -> int:
    """Return what was used in øre: by the final report and its auditor, else by the answer to the question, else all."""
    left = case.unspent_answer_ore if case.unspent_ore is None else case.unspent_ore
    return case.paid_ore - (left or 0)


def refusal_of(life: Life, act: Act, received_at: datetime | None) -> Refused | None:
    """Carry *act* out, or return why not."""
    try:
        life.do(act.who, act.kind, received_at=received_at, **act.fields)
    except Refused as no:
        return no
    return None


def applied_at(life: Life, until: Entry) -> int:
    """Return what was applied for when *until* happened, in øre."""
    applied = 0
    for entry in life.trail[: life.trail.index(until)]:
        if isinstance(entry.event, e.Submitted | e.Supplemented):
            applied = entry.event.applied_ore
    return applied


def check_payments(life: Life) -> None:
    """Check the hands of every payment: the recommender does not order, who orders or approves does not attest."""
    by = recommended_by = None
    orderers = {}
    for entry in life.trail:
        happened = entry.event
        if isinstance(happened, e.Granted | e.Reversed):
            by, recommended_by = happened.by, happened.recommended_by
        if isinstance(happened, e.PaymentOrdered):
            orderers[happened.payment_no] = happened.by
            assert happened.by != recommended_by
        if isinstance(happened, e.PaymentAttested):
            barred = {orderers[happened.payment_no], by}
            if not life.office.attestor_may_recommend:
                barred.add(recommended_by)
            assert happened.by not in barred


def check_dismissal(life: Life) -> None:
    """Check that whoever recommended a dismissal did not also decide it."""
    recommended_by = None
    for entry in life.trail:
        happened = entry.event
        if isinstance(happened, e.DismissalRecommended):
            recommended_by = happened.by
        if isinstance(happened, e.Dismissed):
            assert recommended_by is not None
            assert happened.by != recommended_by


def check_appeals(life: Life) -> None:
    """Check that whoever prepared an appeal did not also decide it."""
    prepared: dict[int, str] = {}
    for entry in life.trail:
        happened = entry.event
        if isinstance(happened, e.AppealPrepared):
            prepared[happened.number] = happened.by
        if isinstance(happened, e.AppealUpheld | e.AppealForwarded) or (
            isinstance(happened, e.AppealDeclined) and not happened.late
        ):
            assert happened.by != prepared[happened.number]


ORDERS: Final = int(os.environ.get("SAKSGANG_ORDERS", "0"))

TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=ORDERS or 60,
    stateful_step_count=30,
    derandomize=not ORDERS,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
