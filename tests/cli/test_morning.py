"""The morning at work that an empty local installation begins with: lived through the doors, and something for everybody."""

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from cli.demonstration.calls import ALLOCATIONS
from cli.demonstration.house import house
from cli.demonstration.language import moments
from cli.demonstration.morning import AUTUMN, MORNING, script
from cli.demonstration.populate import live_until_morning
from storage.office_registers import office_overdue_rows
from storage.tables import case_head, round_, task


def test_nothing_in_it_happens_after_the_morning() -> None:
    assert max(moment.at for moment in moments(script())) <= MORNING


def test_every_life_of_the_autumn_has_a_project_of_its_own() -> None:
    lives = script().lives
    autumn = [life.form.project.id for life in lives if life.call is AUTUMN]

    assert len(set(autumn)) == len(autumn)
    assert not set(autumn) & {life.form.project.id for life in lives if life.call is not AUTUMN}


@pytest.mark.timeout(240)
async def test_it_is_lived_as_written_and_leaves_every_stage_and_a_task_for_every_role(
    tmp_path: Path,
) -> None:
    async with house(tmp_path, lambda _what: None) as built:
        acts = await live_until_morning(built)
        async with built.engine.connect() as conn:
            stages = Counter(await conn.scalars(select(case_head.c.stage)))
            roles = set(await conn.scalars(select(task.c.role).where(task.c.office == "SFIN")))
            open_rounds = await conn.execute(
                select(round_.c.office, round_.c.strand)
                .where(round_.c.stage == "open")
                .order_by(round_.c.office)
            )
            offered = [(row.office, row.strand) for row in open_rounds]
            duties = [
                row
                for office in sorted({one.mandate.office for one in ALLOCATIONS})
                for row in await office_overdue_rows(conn, office, MORNING)
            ]

    assert acts > 200
    assert {"submitted", "in_assessment", "returned_for_supplement", "assessed", "awaiting_approval"} <= set(
        stages
    )
    assert {"granted", "payment_ordered", "disbursed", "closed"} <= set(stages)
    assert roles == {"case_officer", "leader", "attestor", "accountant"}
    assert offered == [("SFIN", "learning"), ("SFTL", "leader")]
    # Nobody comes to a desk that was left for years.
    assert [row for row in duties if row.due.year < 2026] == []
