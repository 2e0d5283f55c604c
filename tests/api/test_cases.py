"""Cases through the API: who sees them, how they are narrowed and paged, and what a case tells."""

import pytest

from domain.actors import Role
from tests.api.conftest import Service
from tests.domain.applications import ORG_HAMAR
from tests.stage import DUTY_BELOW_THE_LIMIT
from tests.web.people import ORG_OTHER, OTHER_OFFICE


async def test_an_office_lists_its_cases_and_no_others(shared: Service) -> None:
    case_id = await shared.stage.submit()

    own = await shared.program(Role.CASE_OFFICER).get("/cases")
    other = await shared.program(Role.CASE_OFFICER, OTHER_OFFICE).get("/cases")

    assert str(case_id) in {one["case_id"] for one in own.json()["items"]}
    assert other.json() == {"items": [], "next": None}


async def test_a_municipality_lists_its_own_cases_without_the_officer(shared: Service) -> None:
    case_id = await shared.stage.submit()
    await shared.stage.assess(case_id, 100_000)

    own = await shared.program(Role.APPLICANT_EDITOR, ORG_HAMAR).get("/cases?view=all")
    other = await shared.program(Role.APPLICANT_EDITOR, ORG_OTHER).get("/cases?view=all")

    line = next(one for one in own.json()["items"] if one["case_id"] == str(case_id))
    assert line["host"] == ORG_HAMAR
    assert line["officer"] is None
    assert other.json()["items"] == []


async def test_pages_follow_each_other_by_their_links_and_lose_nothing(service: Service) -> None:
    cases = {str(await service.stage.submit()) for _ in range(5)}
    officer = service.program(Role.CASE_OFFICER)

    seen: list[str] = []
    address = "/cases?limit=2&view=all"
    while address:
        found = await officer.get(address)
        seen += [one["case_id"] for one in found.json()["items"]]
        following = found.json()["next"]
        assert found.headers.get("link") == (f'<{following}>; rel="next"' if following else None)
        address = (following or "").removeprefix("/api/v1")

    assert len(seen) == 5
    assert set(seen) == cases


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=201", "after=x", "stage=gone", "unknown=1", "after=eA=="]
)
async def test_what_cannot_be_asked_for_is_said_by_its_field(shared: Service, query: str) -> None:
    found = await shared.program(Role.CASE_OFFICER).get(f"/cases?{query}")

    assert found.status_code == 422
    assert found.json()["code"] == "unusable"
    assert found.json()["errors"][0]["field"] == query.partition("=")[0]


async def test_a_case_is_told_with_its_number_as_tag_and_what_can_be_done(shared: Service) -> None:
    case_id = await shared.stage.submit()
    case = await shared.stage.case(case_id)

    found = await shared.person(Role.CASE_OFFICER).get(f"/cases/{case.case_no}")

    told = found.json()
    assert found.headers["etag"] == f'"{told["seq"]}"'
    assert told["stage"] == "submitted"
    assert told["money"]["applied_ore"] == case.applied_ore
    assert {"command": "declare_impartiality", "about": None} in told["can"]


async def test_somebody_else_s_case_does_not_exist_and_that_it_was_asked_for_is_noted(
    shared: Service,
) -> None:
    from sqlalchemy import text

    case_id = await shared.stage.submit()
    case = await shared.stage.case(case_id)
    other = shared.program(Role.APPLICANT_SIGNATORY, ORG_OTHER)

    found = await other.get(f"/cases/{case.case_no}")
    nowhere = await other.get("/cases/SFIN-2026-99999")

    assert found.status_code == nowhere.status_code == 404
    assert found.json()["code"] == nowhere.json()["code"] == "not_found"
    async with shared.stage.database.engine.connect() as conn:
        noted = await conn.scalar(
            text("SELECT count(*) FROM access_log WHERE stream = :stream AND subject = 'client:program'"),
            {"stream": f"case:{case_id}"},
        )
    assert noted == 1


async def test_a_program_is_told_what_takes_a_person_and_is_called_a_program(shared: Service) -> None:
    case = await shared.stage.case(await shared.stage.submit())
    program = shared.program(Role.CASE_OFFICER)
    await shared.program(Role.APPLICANT_SIGNATORY, ORG_HAMAR).post(
        f"/cases/{case.case_no}/commands/withdraw", {"reason": "Nei"}
    )
    other = await shared.stage.case(await shared.stage.submit())

    told = (await program.get(f"/cases/{other.case_no}")).json()
    events = (await program.get(f"/cases/{case.case_no}/history")).json()["items"]

    assert told["can"] == []
    assert "person_required" in {one["code"] for one in told["cannot"]}
    assert events[-1]["who"].startswith("Fagsystem, Hamar")


async def test_an_auditor_lists_the_cases_that_a_statement_is_asked_for_in(service: Service) -> None:
    await service.stage.submit()
    audited = await service.stage.submit()
    await service.stage.grant(audited, 300_000, DUTY_BELOW_THE_LIMIT)
    own = service.program(Role.MUNICIPAL_AUDITOR, ORG_HAMAR)

    listed = (await own.get("/cases?view=all")).json()["items"]
    other = await service.program(Role.MUNICIPAL_AUDITOR, ORG_OTHER).get("/cases?view=all")

    assert [one["case_id"] for one in listed] == [str(audited)]
    assert (await own.get(f"/cases/{listed[0]['case_no']}")).status_code == 200
    assert other.json()["items"] == []
