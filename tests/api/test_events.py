"""Following along: what happened is pulled in one order, by those whose cases it is, and nobody misses or gets too much."""

from typing import Any

from domain import commands as c
from domain.actors import Role
from domain.sight import OFFICES_OWN
from tests.api.conftest import Caller, Service
from tests.domain.applications import ORG_HAMAR
from tests.stage import LEADER, OFFICER, SIGNATORY
from tests.web.people import ORG_OTHER, OTHER_OFFICE

OFFICER_KEY = "6b1f0a52-6a3c-4c1e-9a55-0f6f1f1f5a11"


async def follow(caller: Caller, path: str = "/events?after=0&limit=3") -> list[dict[str, Any]]:
    """Ask for page after page until nothing is new."""
    found: list[dict[str, Any]] = []
    while True:
        page = (await caller.client.get(f"/api/v1{path}")).json()
        if not page["items"]:
            return found
        found += page["items"]
        path = page["next"].removeprefix("/api/v1")


async def test_who_follows_along_hears_in_order_all_of_a_case_that_is_theirs_to_hear(
    service: Service,
) -> None:
    case_id = await service.stage.submit()
    await service.stage.assess(case_id, 300_000)
    kinds = await service.stage.kinds(case_id)

    officer = await follow(service.program(Role.CASE_OFFICER))
    host = await follow(service.program(Role.APPLICANT_EDITOR, ORG_HAMAR))

    assert [one["kind"] for one in officer] == kinds
    assert [one["seq"] for one in officer] == list(range(1, len(kinds) + 1))
    assert host == [one for one in officer if one["kind"] not in OFFICES_OWN] != officer
    assert await follow(service.person(Role.STATE_AUDITOR, "-")) == officer


async def test_a_municipality_does_not_hear_that_something_was_dropped_which_it_never_heard_of(
    service: Service,
) -> None:
    stage, case_id = service.stage, await service.stage.submit()
    await stage.grant(case_id, 300_000)
    await stage.pay(case_id)
    for heard in (False, True):
        number = 2 if heard else 1
        proposed = {"ground": "breach", "amount_ore": 100, "reason": "Annet formål"}
        await stage.do(case_id, OFFICER, c.ProposeClaim.model_validate(proposed))
        if heard:
            await stage.do(case_id, OFFICER, c.GiveClaimNotice(claim=number))
            await stage.do(
                case_id, SIGNATORY, c.ReplyToClaim.model_validate({"claim": number, "text": "Nei"})
            )
        await stage.do(case_id, LEADER, c.DropClaim.model_validate({"claim": number, "reason": "Brukt rett"}))

    officer = await follow(service.program(Role.CASE_OFFICER))
    host = await follow(service.program(Role.APPLICANT_EDITOR, ORG_HAMAR))
    one_by_one = await follow(service.program(Role.APPLICANT_EDITOR, ORG_HAMAR), "/events?after=0&limit=1")

    dropped = [one for one in officer if one["kind"] == "ClaimDropped"]
    assert len(dropped) == 2
    assert [one for one in host if one["kind"] == "ClaimDropped"] == dropped[1:]
    assert one_by_one == host


async def test_nobody_hears_of_another_s_case(service: Service) -> None:
    await service.stage.submit()

    assert await follow(service.program(Role.CASE_OFFICER, OTHER_OFFICE)) == []
    assert await follow(service.program(Role.APPLICANT_SIGNATORY, ORG_OTHER)) == []


async def test_an_event_tells_no_more_than_ids_kind_and_instants(service: Service) -> None:
    await service.stage.submit()

    [first, *_] = await follow(service.program(Role.CASE_OFFICER))

    assert set(first) == {"position", "case_no", "case_id", "seq", "kind", "occurred_at", "recorded_at"}


async def test_what_comes_later_comes_after_the_cursor(service: Service) -> None:
    case_id = await service.stage.submit()
    officer = service.program(Role.CASE_OFFICER)
    page = (await officer.get("/events?limit=200")).json()
    assert (await officer.client.get(page["next"])).json() == {"items": [], "next": page["next"]}

    await service.stage.assess(case_id, 300_000)

    later = (await officer.client.get(page["next"])).json()["items"]
    assert [one["seq"] for one in later] == list(
        range(len(page["items"]) + 1, len(page["items"]) + 1 + len(later))
    )


async def test_a_webhook_is_asked_for_once_and_shown_without_its_secret(service: Service) -> None:
    officer, key = service.program(Role.CASE_OFFICER), OFFICER_KEY
    first = await officer.post("/webhooks", {"url": "https://fag.example/hook"}, key)
    again = await officer.post("/webhooks", {"url": "https://fag.example/hook"}, key)

    assert (first.status_code, first.headers["location"]) == (201, f"/api/v1/webhooks/{key}")
    assert first.json()["secret"].startswith("whsec_")
    assert again.json() == first.json()
    [listed] = (await officer.get("/webhooks")).json()["items"]
    assert "secret" not in listed
    assert listed["webhook_id"] == key


async def test_a_webhook_is_its_owner_s_alone(service: Service) -> None:
    officer = service.program(Role.CASE_OFFICER)
    await officer.post("/webhooks", {"url": "https://fag.example/hook"}, OFFICER_KEY)
    for other in (
        service.program(Role.CASE_OFFICER, OTHER_OFFICE),
        service.program(Role.APPLICANT_EDITOR, ORG_HAMAR),
        service.person(Role.LEADER),
    ):
        assert (await other.get("/webhooks")).json()["items"] == []
        assert (await other.get(f"/webhooks/{OFFICER_KEY}")).status_code == 404
        assert (await other.client.delete(f"/api/v1/webhooks/{OFFICER_KEY}")).status_code == 404
        assert (await other.post(f"/webhooks/{OFFICER_KEY}/resume", {"after": 0})).status_code == 404
        taken = await other.post("/webhooks", {"url": "https://fag.example/hook"}, OFFICER_KEY)
        assert (taken.status_code, taken.json()["errors"][0]["field"]) == (422, "Idempotency-Key")

    assert (await officer.client.delete(f"/api/v1/webhooks/{OFFICER_KEY}")).status_code == 204
    assert (await officer.get("/webhooks")).json()["items"] == []


async def test_a_webhook_is_told_again_from_where_its_owner_says(service: Service) -> None:
    officer = service.program(Role.CASE_OFFICER)
    await service.stage.submit()
    made = (await officer.post("/webhooks", {"url": "https://fag.example/hook"}, OFFICER_KEY)).json()
    assert made["position"] > 0

    resumed = await officer.post(f"/webhooks/{OFFICER_KEY}/resume", {"after": 0})

    assert resumed.json()["position"] == 0


async def test_no_one_has_more_webhooks_than_may_be(service: Service) -> None:
    officer = service.program(Role.CASE_OFFICER)
    answers = [await officer.post("/webhooks", {"url": "https://fag.example/hook"}) for _ in range(11)]

    assert [one.status_code for one in answers] == [201] * 10 + [409]
    assert answers[-1].json()["code"] == "too_many_webhooks"


async def test_an_address_that_cannot_be_is_refused_with_its_field(service: Service) -> None:
    officer = service.program(Role.CASE_OFFICER)

    found = await officer.post("/webhooks", {"url": "ftp://fag.example/hook"})

    assert found.status_code == 422
    assert found.json()["errors"][0]["field"] == "url"
