"""Applications through the API: handed in once, checked without being handed in, read as they were sent."""

from typing import Any
from uuid import uuid4

import pytest

from domain.actors import Role
from tests.api.conftest import Service
from tests.domain.applications import ORG_HAMAR, learning
from tests.web.people import ORG_OTHER

ROUND = "SFIN-2026-R1"


def plain(application: Any) -> Any:
    """Return an application as JSON has it."""
    from domain.application import Application

    return Application.model_validate(application).model_dump(mode="json", exclude_none=True)


async def test_a_municipality_s_program_applies_and_gets_a_case(shared: Service) -> None:
    program, key = shared.program(Role.APPLICANT_SIGNATORY, ORG_HAMAR), uuid4()
    sent = {"round": ROUND, "application": plain(learning())}

    found = await program.post("/applications", sent, key)
    again = await program.post("/applications", sent, key)

    told = found.json()
    assert found.status_code == again.status_code == 201
    assert told == again.json()
    assert found.headers["location"] == f"/api/v1/cases/{told['case_no']}"
    assert [one["kind"] for one in told["events"]][:1] == ["Submitted"]


async def test_an_application_is_read_as_it_was_sent_with_the_end_of_its_account(shared: Service) -> None:
    case_id = await shared.stage.submit(account="12345678903")
    case = await shared.stage.case(case_id)

    found = await shared.program(Role.CASE_OFFICER).get(f"/applications/{case.case_no}")

    told = found.json()["application"]
    assert told["project"]["title"] == learning()["project"]["title"]
    assert told["account"] == "…8903"


async def test_nobody_applies_for_another_municipality(shared: Service) -> None:
    sent = {"round": ROUND, "application": plain(learning())}

    found = await shared.program(Role.APPLICANT_SIGNATORY, ORG_OTHER).post("/applications", sent)

    assert found.status_code == 403
    assert found.json()["code"] == "other_municipality"


@pytest.mark.parametrize(
    ("sent", "field", "code"),
    [
        ({}, "application", "missing_key"),
        ({"round": ROUND, "application": {}}, "application.strand", "missing_key"),
        ({"round": ROUND, "application": []}, "application", "table"),
        ({"round": 7, "application": {}}, "round", "text"),
        ({"round": "nothing", "application": plain(learning())}, "round", "no_such_round"),
        ({"round": ROUND, "application": plain(learning()), "by_hand": True}, "by_hand", "unknown_key"),
    ],
)
async def test_what_cannot_be_read_is_said_by_its_field_and_not_received(
    shared: Service, sent: dict[str, Any], field: str, code: str
) -> None:
    program, key = shared.program(Role.APPLICANT_SIGNATORY, ORG_HAMAR), uuid4()

    found = await program.post("/applications", sent, key)

    assert found.status_code == 422
    assert (field, code) in {(one["field"], one["code"]) for one in found.json()["errors"]}
    assert (await program.get(f"/commands/{key}")).status_code == 404


async def test_a_check_finds_what_the_command_line_finds_and_stores_nothing(shared: Service) -> None:
    whole = plain(learning())
    application = whole | {"members": whole["members"][:1]}
    before = (await shared.program(Role.CASE_OFFICER).get("/cases?view=all")).json()

    found = await shared.program(Role.APPLICANT_EDITOR, ORG_HAMAR, mode="read").post(
        "/checks", {"application": application, "ruleset": "2026-bufdir"}
    )

    told = found.json()
    assert found.status_code == 200
    assert told["ruleset"] == "2026-bufdir"
    assert told["acceptable"] is False
    assert [(one["severity"], one["rule"], one["field"]) for one in told["findings"]][:1] == [
        ("error", "R26-10", "services")
    ]
    assert (await shared.program(Role.CASE_OFFICER).get("/cases?view=all")).json() == before


async def test_a_check_by_rules_that_are_not_there_is_refused(shared: Service) -> None:
    found = await shared.program(Role.CASE_OFFICER).post(
        "/checks", {"application": plain(learning()), "ruleset": "1814"}
    )

    assert found.status_code == 422
    assert found.json()["errors"][0]["code"] == "no_such_rules"
