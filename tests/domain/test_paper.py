"""What came on paper counts from when it reached the office, and nothing it lacks stops it (T04)."""

from datetime import UTC, date, datetime

import pytest

from domain.checks import Finding
from domain.paper import arrived, came_on, stopping
from domain.problems import MistakeError
from domain.ruleset import Severity

NOW = datetime(2026, 6, 2, 10, tzinfo=UTC)


def test_it_counts_from_the_norwegian_minute_it_is_stamped() -> None:
    assert arrived(datetime.fromisoformat("2026-06-01T23:59"), NOW) == datetime(
        2026, 6, 1, 21, 59, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("stamped", "code"),
    [("2026-06-02T12:01", "ahead"), ("2026-03-29T02:30", "left_out_minute")],
)
def test_a_stamp_that_cannot_be_is_not_taken(stamped: str, code: str) -> None:
    with pytest.raises(MistakeError) as found:
        arrived(datetime.fromisoformat(stamped), NOW)

    assert found.value.code == code


@pytest.mark.parametrize(
    ("day", "came"),
    [
        ("2026-05-20", datetime(2026, 5, 19, 22, tzinfo=UTC)),
        ("2026-05-13", datetime(2026, 5, 13, 12, tzinfo=UTC)),
        ("2026-06-02", None),
    ],
)
def test_a_day_counts_from_its_beginning_but_not_before_what_it_answers(
    day: str, came: datetime | None
) -> None:
    happened = [datetime(2026, 5, 13, hour, tzinfo=UTC) for hour in (9, 12)]

    assert came_on(date.fromisoformat(day), NOW, happened) == came


@pytest.mark.parametrize(("day", "code"), [("2026-06-03", "ahead"), ("2026-05-12", "before_case")])
def test_a_day_that_cannot_be_is_not_taken(day: str, code: str) -> None:
    with pytest.raises(MistakeError) as found:
        came_on(date.fromisoformat(day), NOW, [datetime(2026, 5, 13, 9, tzinfo=UTC)])

    assert found.value.code == code


def test_an_error_stops_a_form_and_not_a_paper() -> None:
    error = Finding(severity=Severity.ERROR, rule="R26-10", code="plan_missing", field="project.plan")
    warning = Finding(severity=Severity.WARNING, rule="R26-24", code="network_leader_missing", field="x")

    assert stopping([error, warning], by_hand=False) == [error]
    assert stopping([error, warning], by_hand=True) == []
