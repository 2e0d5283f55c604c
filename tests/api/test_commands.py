"""Commands through the API: three answers, once however often they are sent, and never past what somebody else did."""

from uuid import uuid4

from domain import commands as c
from domain.actors import Role
from tests.api.conftest import Service
from tests.domain.applications import ORG_HAMAR
from tests.stage import OFFICER


async def test_a_command_that_is_done_tells_what_happened(shared: Service) -> None:
    case = await shared.stage.case(await shared.stage.submit())
    key = uuid4()

    found = await shared.person(Role.CASE_OFFICER).post(
        f"/cases/{case.case_no}/commands/declare_impartiality", {"impartial": True}, key
    )

    told = found.json()
    assert found.status_code == 200
    assert told["outcome"] == "done"
    assert told["command_id"] == str(key)
    assert [one["kind"] for one in told["events"]] == ["ImpartialityDeclared"]
    assert found.headers["etag"] == f'"{told["seq"]}"'


async def test_a_refusal_is_a_problem_with_code_rule_and_what_mends_it(shared: Service) -> None:
    case = await shared.stage.case(await shared.stage.submit())

    found = await shared.person(Role.LEADER).post(f"/cases/{case.case_no}/commands/grant")

    told = found.json()
    assert found.status_code == 409
    assert found.headers["content-type"] == "application/problem+json"
    assert told["code"] == "not_possible_now"
    assert told["rule"] == "T13"
    assert told["type"] == "urn:saksgang:problem:not_possible_now"
    assert told["mend"]


async def test_a_problem_is_in_the_language_that_is_asked_for(shared: Service) -> None:
    case = await shared.stage.case(await shared.stage.submit())
    leader = shared.person(Role.LEADER)

    said = {
        language: (
            await leader.post(f"/cases/{case.case_no}/commands/grant", headers={"Accept-Language": language})
        )
        for language in ("nb", "nn;q=0.9, nb;q=0.1", "en-GB", "fr", "no")
    }

    assert [one.headers["content-language"] for one in said.values()] == ["nb", "nn", "en", "nb", "nb"]
    assert len({one.json()["title"] for one in said.values()}) == 2
    assert said["en-GB"].json()["title"] == "Refused"


async def test_the_same_key_is_carried_out_once(shared: Service) -> None:
    case_id = await shared.stage.submit()
    case = await shared.stage.case(case_id)
    officer, key = shared.person(Role.CASE_OFFICER), uuid4()
    address = f"/cases/{case.case_no}/commands/declare_impartiality"

    answers = [await officer.post(address, {"impartial": True}, key) for _ in range(3)]
    other = await officer.post(address, {"impartial": False}, key)

    assert [one.json() for one in answers] == [answers[0].json()] * 3
    assert other.status_code == 409
    assert other.json()["code"] == "command_id_reused"
    assert (await shared.stage.kinds(case_id)).count("ImpartialityDeclared") == 1


async def test_a_key_must_be_given(shared: Service) -> None:
    case = await shared.stage.case(await shared.stage.submit())
    officer = shared.person(Role.CASE_OFFICER)

    found = await officer.client.post(
        f"/api/v1/cases/{case.case_no}/commands/declare_impartiality", json={"impartial": True}
    )

    assert found.status_code == 422
    assert found.json()["errors"] == [
        {"field": "Idempotency-Key", "code": "missing_key", "message": "Idempotency-Key: nøkkelen mangler"}
    ]


async def test_what_was_seen_before_somebody_acted_is_not_written_over(shared: Service) -> None:
    case_id = await shared.stage.submit()
    case = await shared.stage.case(case_id)
    officer = shared.person(Role.CASE_OFFICER)
    seen = (await officer.get(f"/cases/{case.case_no}")).headers["etag"]
    await shared.stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))

    found = await officer.post(
        f"/cases/{case.case_no}/commands/assign", {"officer": OFFICER.subject}, headers={"If-Match": seen}
    )

    assert found.status_code == 412
    assert found.json()["code"] == "case_has_moved_on"
    assert "OfficerAssigned" not in await shared.stage.kinds(case_id)


async def test_while_the_engine_is_away_a_command_is_received_and_asked_for_by_its_address(
    service: Service,
) -> None:
    case_id = await service.stage.submit()
    case = await service.stage.case(case_id)
    officer, key = service.person(Role.CASE_OFFICER), uuid4()

    with service.without_engine():
        received = await officer.post(
            f"/cases/{case.case_no}/commands/declare_impartiality", {"impartial": True}, key
        )
        waiting = await officer.get(f"/commands/{key}")
    done = await officer.get(f"/commands/{key}")

    assert received.status_code == 202
    assert received.headers["location"] == f"/api/v1/commands/{key}"
    assert waiting.json()["outcome"] == received.json()["outcome"] == "received"
    assert done.json()["outcome"] == "done"


async def test_a_command_is_told_of_to_its_sender_and_to_those_who_see_the_case(shared: Service) -> None:
    case = await shared.stage.case(await shared.stage.submit())
    key = uuid4()
    refused = await shared.person(Role.LEADER).post(f"/cases/{case.case_no}/commands/grant", key=key)
    assert refused.json()["command_id"] == str(key)

    own = await shared.person(Role.CASE_OFFICER).get(f"/commands/{key}")
    other = await shared.person(Role.CASE_OFFICER, "SFAG").get(f"/commands/{key}")
    nobody = await shared.person(Role.CASE_OFFICER).get(f"/commands/{uuid4()}")

    assert own.json()["outcome"] == "refused"
    assert own.json()["problem"]["code"] == "not_possible_now"
    assert other.status_code == nobody.status_code == 404


async def test_four_eyes_hold_from_a_page_to_a_program(service: Service) -> None:
    case_id = await service.stage.submit()
    await service.stage.recommend(case_id, 100_000)
    case = await service.stage.case(case_id)
    same = service.person(Role.LEADER, subject=OFFICER.subject)
    await same.post(f"/cases/{case.case_no}/commands/declare_impartiality", {"impartial": True})

    found = await same.post(f"/cases/{case.case_no}/commands/grant")

    assert found.status_code == 409
    assert found.json()["code"] == "approver_is_recommender"


async def test_a_program_without_a_person_decides_nothing(shared: Service) -> None:
    case = await shared.stage.case(await shared.stage.submit())

    found = await shared.program(Role.LEADER).post(f"/cases/{case.case_no}/commands/grant")

    assert found.status_code == 403
    assert found.json()["code"] == "person_required"
    assert found.json()["rule"] == "E40"


async def test_a_municipality_s_program_speaks_for_it(shared: Service) -> None:
    case = await shared.stage.case(await shared.stage.submit())

    found = await shared.program(Role.APPLICANT_SIGNATORY, ORG_HAMAR).post(
        f"/cases/{case.case_no}/commands/withdraw", {"reason": "Vi søker heller neste år"}
    )

    assert found.status_code == 200
    assert found.json()["stage"] == "withdrawn"
