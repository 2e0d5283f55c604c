"""What came on paper counts from when it reached the office, and nothing it lacks stops it (T04)."""

from datetime import UTC, datetime

import pytest

from domain.checks import Finding
from domain.paper import arrived, stopping
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


def test_an_error_stops_a_form_and_not_a_paper() -> None:
    error = Finding(severity=Severity.ERROR, rule="R26-10", code="plan_missing", field="project.plan")
    warning = Finding(severity=Severity.WARNING, rule="R26-24", code="network_leader_missing", field="x")

    assert stopping([error, warning], by_hand=False) == [error]
    assert stopping([error, warning], by_hand=True) == []
