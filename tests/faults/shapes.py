"""Whole lives of cases on a stage, one for each way they can end: for the tests that read what the engine keeps of them."""

from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from domain import commands as c
from domain.application import Application
from domain.money import kroner
from tests.domain.applications import learning
from tests.faults.lives import assessment
from tests.stage import AUDITOR, FULL_DUTY, LEADER, OFFICER, SIGNATORY, Stage

#: An application above the threshold, with a budget that fits it.
LARGE: Final[dict[str, Any]] = {
    "applied_kr": 1_212_000,
    "budget": [
        {"kind": "salaries", "amount_kr": 1_162_000},
        {"kind": "meetings", "amount_kr": 120_000, "note": "Samlinger på Hamar"},
    ],
}

REPORT_TEXT: Final = "Samlingene ble holdt som planlagt, med Ola Nordmann som leder."
AUDITOR_NAME: Final = "Revisor Kari Normann"
REJECTION: Final = "Andre søknader går foran denne."
EXPLANATION: Final = "Vi mangler underskriften fra kommunedirektøren."


async def closed(stage: Stage) -> UUID:
    """A small grant without duties: closed after the use question."""
    case_id = await stage.submit()
    await stage.grant(case_id, 400_000)
    await stage.pay(case_id, "V-11")
    await stage.move_to(datetime(2027, 1, 2, tzinfo=UTC), [case_id])
    await stage.move_to(datetime(2028, 1, 2, tzinfo=UTC), [case_id])
    await stage.do(case_id, SIGNATORY, c.AnswerUse(unspent_ore=0))
    await stage.do(case_id, OFFICER, c.Close())
    return case_id


async def audited(stage: Stage) -> UUID:
    """A grant above the threshold: reported for both years, and audited."""
    case_id = await stage.submit(**LARGE)
    await stage.grant(case_id, 1_212_000, FULL_DUTY)
    await stage.pay(case_id, "V-12")
    await stage.move_to(datetime(2027, 1, 15, tzinfo=UTC), [case_id])
    await _report(stage, case_id, 2026, spent_kr=700_000, unused_kr=512_000)
    await stage.move_to(datetime(2028, 1, 15, tzinfo=UTC), [case_id])
    await _report(stage, case_id, 2027, spent_kr=512_000, unused_kr=0)
    statement = {"duty": "collected", "amount_ore": kroner(1_212_000), "auditor": AUDITOR_NAME}
    await stage.do(case_id, AUDITOR, c.DeliverAudit.model_validate({**statement, "signed_on": "2028-01-14"}))
    accepted = c.AcceptAudit(duty="collected", names_grant=True, names_period=True, own_auditor=True)
    await stage.do(case_id, OFFICER, accepted)
    return case_id


async def rejected(stage: Stage) -> UUID:
    """An application that is returned, comes back, and is refused."""
    case_id = await stage.submit()
    await stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    await stage.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    returned = {"deficiencies": ["signature_missing"], "explanation": EXPLANATION, "last_day": "2026-04-01"}
    await stage.do(case_id, OFFICER, c.ReturnForSupplement.model_validate(returned))
    await stage.do(case_id, SIGNATORY, c.Supplement(application=Application.model_validate(learning())))
    await stage.do(case_id, OFFICER, assessment())
    refusal = {"grant": False, "reason": REJECTION, "rejection_ground": "criteria"}
    await stage.do(case_id, OFFICER, c.Recommend.model_validate(refusal))
    await stage.do(case_id, LEADER, c.DeclareImpartiality(impartial=True))
    await stage.do(case_id, LEADER, c.Reject.model_validate({"reason": REJECTION}))
    return case_id


async def _report(stage: Stage, case_id: UUID, year: int, *, spent_kr: int, unused_kr: int) -> None:
    report = {
        "duty": str(year),
        "spent_ore": kroner(spent_kr),
        "unused_ore": kroner(unused_kr),
        "final": unused_kr == 0,
        "spent_until": f"{year}-12-31",
        "text": REPORT_TEXT,
    }
    await stage.do(case_id, SIGNATORY, c.DeliverReport.model_validate(report))
    await stage.do(case_id, LEADER, c.SecondReport(duty=str(year)))
    await stage.do(case_id, OFFICER, c.ApproveReport(duty=str(year)))
