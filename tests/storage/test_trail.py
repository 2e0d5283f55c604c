"""The form of the trail stays what it was on the first day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from domain.actors import Actor, Role
from storage.trail import Entry, canonical, entry_hash, genesis, instant_text, parse

ENTRY = Entry(
    stream="case:00000000-0000-0000-0000-000000000001",
    seq=1,
    kind="submitted",
    schema=1,
    occurred_at=datetime(2026, 3, 1, 11, tzinfo=UTC),
    recorded_at=datetime(2026, 3, 1, 11, 0, 0, 5, tzinfo=UTC),
    actor=Actor(subject="s-1", role=Role.APPLICANT_EDITOR, unit="940192226"),
    command_id=UUID(int=7),
    body={"title": "Læringsnettverk", "amount_ore": 600_000_00},
)


def test_an_event_is_stored_as_canonical_text() -> None:
    stored = ENTRY.row(genesis(ENTRY.stream))["envelope"]

    assert stored == (
        '{"actor":{"asserted":false,"role":"applicant_editor","subject":"s-1","unit":"940192226"},'
        '"body":{"amount_ore":60000000,"title":"Læringsnettverk"},"cause":null,'
        '"command_id":"00000000-0000-0000-0000-000000000007","kind":"submitted",'
        '"occurred_at":"2026-03-01T11:00:00.000000Z","recorded_at":"2026-03-01T11:00:00.000005Z","schema":1,'
        '"seq":1,"stream":"case:00000000-0000-0000-0000-000000000001"}'
    )


def test_a_stored_event_is_read_as_it_was() -> None:
    assert parse(canonical(ENTRY.envelope())) == ENTRY


def test_an_event_without_a_command_is_read_as_it_was() -> None:
    clocked = replace(ENTRY, command_id=None, cause="use:0d")

    assert parse(canonical(clocked.envelope())) == clocked


def test_the_hash_of_the_first_event_never_changes() -> None:
    row = ENTRY.row(genesis(ENTRY.stream))

    assert row["hash"].hex() == "614b2bb9fd4b8d3a1fd4265fd11194aecf519a2d777f95dd9e7fc542fa4f40af"


def test_two_streams_never_share_a_chain() -> None:
    assert genesis("case:a") != genesis("case:b")
    assert entry_hash(genesis("case:a"), "{}") != entry_hash(genesis("case:b"), "{}")


@pytest.mark.parametrize("hours", [0, 2])
def test_an_instant_is_written_in_utc_to_the_microsecond(hours: int) -> None:
    local = datetime(2026, 7, 1, hours, tzinfo=timezone(timedelta(hours=hours)))

    assert instant_text(local) == "2026-07-01T00:00:00.000000Z"
