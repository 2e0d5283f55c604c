from dataclasses import fields
from datetime import datetime
from uuid import UUID

import pytest

from domain.engine import DueInput, Head, Recorded, RecordInput, case_workflow_id, round_workflow_id

ID = "7d444840-9dc0-11d1-b245-5ffdce74fad2"


@pytest.mark.parametrize("given", [ID, UUID(ID)])
def test_a_workflow_is_found_by_the_id_of_its_case_or_round(given: str | UUID) -> None:
    assert case_workflow_id(given) == f"case-{ID}"
    assert round_workflow_id(given) == f"round-{ID}"


@pytest.mark.parametrize("words", [Head, RecordInput, DueInput, Recorded])
def test_the_engine_hears_ids_stages_and_instants_and_nothing_else(words: type) -> None:
    harmless = {str, int, bool, datetime, datetime | None, str | None, Head | None}

    assert {field.type for field in fields(words)} <= harmless
    names = {field.name for field in fields(words)}
    assert not names & {
        "subject",
        "name",
        "text",
        "reason",
        "account",
        "amount_ore",
        "body",
        "content",
        "host",
    }
