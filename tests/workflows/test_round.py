"""A round opens, reminds and closes by itself, to the minute."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select, text

from activities.door import Answer
from activities.reconcile import rebuild
from domain import commands as c
from domain.application import Application
from domain.engine import case_workflow_id
from domain.refusal import Refused
from domain.rulebook.tightening import RoundOverride, Setting
from storage import pinned_rules, queries
from storage.reevolve import check_cases
from storage.tables import outbox
from storage.verify import verify
from tests.domain.applications import learning
from tests.stage import CRITERIA, LEADER, OFFICER, SIGNATORY, Stage

CLOSES = datetime(2026, 6, 1, 22, 0, tzinfo=UTC)


async def _history(stage: Stage, round_id: str) -> list[tuple[str, datetime]]:
    async with stage.database.engine.connect() as conn:
        return [(entry.kind, entry.occurred_at) for entry in await queries.history(conn, f"round:{round_id}")]


async def _sent(stage: Stage, round_id: str) -> list[Any]:
    query = select(outbox.c.payload).where(outbox.c.stream == f"round:{round_id}").order_by(outbox.c.id)
    async with stage.database.engine.connect() as conn:
        return list((await conn.scalars(query)).all())


async def test_a_round_opens_reminds_fourteen_and_three_days_before_and_closes_at_its_minute(
    stage: Stage,
) -> None:
    round_id = await stage.open_round()
    await stage.move_to(datetime(2026, 6, 2, tzinfo=UTC), [])

    history = await _history(stage, round_id)

    assert history[1:] == [
        ("RoundStarted", datetime(2026, 3, 1, 9, 0, tzinfo=UTC)),
        ("RoundReminded", datetime(2026, 5, 18, 6, 0, tzinfo=UTC)),
        ("RoundReminded", datetime(2026, 5, 29, 6, 0, tzinfo=UTC)),
        ("RoundClosed", CLOSES),
    ]


async def test_the_announcement_and_the_reminders_go_to_every_address_of_the_round(stage: Stage) -> None:
    round_id = await stage.open_round(addresses=("postmottak@hamar.example", "postmottak@loten.example"))
    await stage.move_to(datetime(2026, 5, 20, tzinfo=UTC), [])

    sent = await _sent(stage, round_id)

    assert [(row["letter"], row["address"]) for row in sent] == [
        ("L01", "postmottak@hamar.example"),
        ("L01", "postmottak@loten.example"),
        ("round_reminder", "postmottak@hamar.example"),
        ("round_reminder", "postmottak@loten.example"),
    ]


async def test_a_round_that_is_closed_is_not_reminded_of(stage: Stage) -> None:
    round_id = await stage.open_round()
    await stage.move_to(CLOSES, [])
    before = await _history(stage, round_id)
    await stage.move_to(datetime(2026, 9, 1, tzinfo=UTC), [])

    assert await _history(stage, round_id) == before


OWN = RoundOverride(
    document="Utlysing 2026",
    settings=(
        Setting(key="strands.learning.checks.plan", value="error", reason="Erfaring fra 2025"),
        Setting(key="strands.learning.leader_effect", value=True, reason="Ledelsen bærer tiltaket"),
    ),
)


def refusal(answer: Answer) -> tuple[str, str]:
    """Return the code and the rule of a refusal."""
    assert answer.outcome == "refused"
    return answer.detail["code"], answer.detail["rule"]


def without_plan() -> Application:
    """Return an application that the guidelines take with a warning."""
    given = learning()
    return Application.model_validate({**given, "project": {**given["project"], "plan": None}})


async def test_an_application_meets_what_the_office_asks_for_in_its_round(stage: Stage) -> None:
    await stage.open_round()
    submit = c.Submit(round_id=stage.round_id, application=without_plan())
    await stage.do(uuid4(), SIGNATORY, submit)
    await stage.open_round(override=OWN)

    answer = await stage.ask(uuid4(), SIGNATORY, submit.model_copy(update={"round_id": stage.round_id}))

    assert refusal(answer) == ("application_not_acceptable", "R26-47")
    assert answer.detail["params"]["findings"] == ["plan_missing|R26-47|project.plan"]


async def test_a_case_is_judged_by_the_tightened_rules_also_after_a_rebuild(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.open_round(override=OWN)
    case_id = await stage.submit()
    await stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    await stage.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    assessment = c.Assess.model_validate(
        {
            "answers": [{"criterion": key, "met": True, "reason": "Ja"} for key in CRITERIA],
            "knowledge_environment_needed": False,
            "knowledge_environment_reason": "Nettverket har kompetansen selv",
            "proposed_ore": 40_000_000,
        }
    )
    before = await stage.ask(case_id, OFFICER, assessment)
    await stage.client.get_workflow_handle(case_workflow_id(case_id)).terminate()
    # As in a process that never saw the round open.
    monkeypatch.setattr(pinned_rules, "_by_sha256", {})
    await rebuild(stage.database.engine, stage.door, lambda _done: None)

    after = await stage.ask(case_id, OFFICER, assessment)

    assert refusal(before) == refusal(after) == ("leader_effect_not_assessed", "R26-47")
    said = {"leader_effect": True, "leader_effect_reason": "Styrker ledelsen"}
    await stage.do(case_id, OFFICER, c.Assess.model_validate(assessment.model_dump(mode="json") | said))
    async with stage.database.engine.connect() as conn:
        assert await verify(conn) == []
        assert await check_cases(conn) == []


async def test_a_round_that_asks_for_it_pays_nothing_before_the_terms_are_accepted(stage: Stage) -> None:
    await stage.open_round(acceptance_required=True)
    case_id = await stage.submit()
    await stage.grant(case_id, 400_000)
    await stage.do(case_id, SIGNATORY, c.ConfirmAccount.model_validate({"account": "12345678903"}))

    answer = await stage.ask(case_id, LEADER, c.OrderPayment())
    await stage.do(case_id, SIGNATORY, c.AcceptTerms())

    assert refusal(answer) == ("terms_not_accepted", "T15")
    await stage.do(case_id, LEADER, c.OrderPayment())


async def test_each_version_of_the_rules_is_stored_once(stage: Stage) -> None:
    for override in (None, OWN, OWN, None):
        await stage.open_round(override=override)

    async with stage.database.engine.connect() as conn:
        kept = (await conn.execute(text("SELECT key, count(*) FROM rule_set GROUP BY key"))).all()
    assert [tuple(row) for row in kept] == [("2026-bufdir", 2)]


async def test_a_round_that_would_ask_for_less_leaves_nothing(stage: Stage) -> None:
    looser = RoundOverride(
        document="Utlysing 2026",
        settings=(Setting(key="strands.learning.checks.consent", value="off", reason="Enklere slik"),),
    )

    with pytest.raises(Refused) as refused:
        await stage.open_round(override=looser)

    assert (refused.value.code, refused.value.rule) == ("may_only_tighten", "R26-47")
    assert refused.value.params["key"] == "strands.learning.checks.consent"
    async with stage.database.engine.connect() as conn:
        assert (await conn.execute(text("SELECT count(*) FROM rule_set"))).scalar_one() == 0
