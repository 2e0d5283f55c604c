"""Nor does anybody get another's draft, attachment, control package or webhook, or hear of another's case by one."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import pytest

from activities.announcing import Announcements
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain.actors import OFFICE_ROLES, Actor, Role
from storage import drafts
from storage.feed import FOLLOWERS
from storage.organisations import packed_municipalities
from tests.api.test_borders import READERS
from tests.api.world import World, acting, caller, in_agder, new_world, readers
from tests.domain.applications import LOTEN, ORG_HAMAR, ORG_LOTEN
from tests.stage import OFFICE
from tests.web.addresses import FILE, begun_draft
from web.api.resources.uploads import SENDERS
from web.guard.drafts import REGISTRARS
from web.guard.readers import APPLICANTS


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """A draft, whose it is, and who else is asked to take part in it."""

    draft_id: UUID
    owner: str
    asked: frozenset[str] = frozenset()

    def is_shown_to(self, who: Actor) -> bool:
        """Say whether *who* may look at it."""
        writers = REGISTRARS if who.role in OFFICE_ROLES else APPLICANTS
        return who.role in writers and who.unit in {self.owner} | self.asked


@dataclass(frozen=True, kw_only=True)
class Place:
    """The world with drafts in it."""

    world: World
    drafts: list[Drafted]


@pytest.fixture(scope="module")
async def place(postgres: EmbeddedPostgres, temporal_server: DevServer) -> AsyncIterator[Place]:
    async with new_world(postgres, temporal_server) as world:
        yield Place(world=world, drafts=await _drafts(world))


async def _drafts(world: World) -> list[Drafted]:
    """Begin Hamar's, which asks Løten; Løten's own; one in Agder; and one that the office registers from paper."""
    stage = world.service.stage
    agder = next(one for one in packed_municipalities().values() if one.org_number == in_agder()[0])
    begun = [
        Drafted(draft_id=await begun_draft(stage), owner=ORG_HAMAR, asked=frozenset({ORG_LOTEN})),
        Drafted(draft_id=await begun_draft(stage, municipality=LOTEN), owner=ORG_LOTEN),
        Drafted(draft_id=await begun_draft(stage, municipality=agder.number), owner=in_agder()[0]),
        Drafted(draft_id=await begun_draft(stage, OFFICE), owner=OFFICE),
    ]
    async with stage.database.engine.begin() as conn:
        for one in begun:
            for partner in await drafts.partners(conn, one.draft_id):
                if partner.org_number not in {one.owner, *one.asked}:
                    await drafts.strike(conn, one.draft_id, partner.municipality, await stage.now())
        await drafts.invite(conn, begun[0].draft_id, LOTEN, ORG_LOTEN, await stage.now())
    return begun


#: What is one draft's: its page, what others write in it, its file.
OF_A_DRAFT: Final = (
    "/soknader/{draft_id}",
    "/soknader/{draft_id}/steg/network",
    "/soknader/{draft_id}/steg/network/andre",
    "/soknader/{draft_id}/vedlegg/" + FILE,
)
#: What only the owner has.
OF_ITS_OWNER: Final = ("/soknader/{draft_id}/slett", "/soknader/{draft_id}/kvittering")

#: What is sent to a draft.
TO_A_DRAFT: Final = (
    "/soknader/{draft_id}/steg/network",
    "/soknader/{draft_id}/vedlegg",
    "/soknader/{draft_id}/vedlegg/" + FILE + "/fjern",
    "/soknader/{draft_id}/send",
    "/soknader/{draft_id}/slett",
    "/soknader/{draft_id}/bekreft",
)


@READERS
async def test_a_draft_and_its_files_are_its_owner_s_and_those_who_are_asked(place: Place, who: Any) -> None:
    browser = await place.world.service.browser(who)
    for one in place.drafts:
        for path in (*OF_A_DRAFT, *OF_ITS_OWNER):
            found = await browser.get(path.format(draft_id=one.draft_id))
            shown = one.is_shown_to(acting(who)) and (path in OF_A_DRAFT or who.unit == one.owner)
            assert (found.status_code < 400) is shown, (
                path,
                found.status_code,
                found.headers.get("location"),
                one,
            )
            assert shown or "plan.pdf" not in found.text


@READERS
async def test_nobody_writes_in_sends_or_throws_away_another_s_draft(place: Place, who: Any) -> None:
    browser = await place.world.service.browser(who)
    others = [one for one in place.drafts if not one.is_shown_to(acting(who))]
    for one in others:
        for path in TO_A_DRAFT:
            found = await browser.post(path.format(draft_id=one.draft_id), {"network.name": "another's"})
            assert found.status_code in {403, 404}, path
    async with place.world.service.stage.database.engine.connect() as conn:
        for one in others:
            assert await drafts.draft_by(conn, one.draft_id) is not None
            assert "another's" not in {
                line.value for line in (await drafts.written(conn, one.draft_id)).values()
            }


@READERS
async def test_no_list_of_drafts_names_another_s(place: Place, who: Any) -> None:
    browser = await place.world.service.browser(who)
    others = [one for one in place.drafts if not one.is_shown_to(acting(who))]
    for path in ("/soknader", "/oversikt", "/i-dag", "/runder/SFIN-2026-R1/papir"):
        told = (await browser.get(path)).text
        assert not [one for one in others if str(one.draft_id) in told], path


#: What is made of one case: proof, corrections, answers, forms. Not all are for all who see the case.
MADE_OF_A_CASE: Final = (
    "/saker/{case_no}/kontrollpakke",
    "/saker/{case_no}/rett",
    "/saker/{case_no}/svar/{command_id}",
    "/saker/{case_no}/gjor/declare_impartiality",
    "/saker/{case_no}/gjor/withdraw",
    "/saker/{case_no}/utfyll",
)


@READERS
async def test_what_is_made_of_a_case_is_had_by_nobody_who_does_not_see_it(place: Place, who: Any) -> None:
    world = place.world
    theirs, browser = await world.theirs(acting(who)), await world.service.browser(who)
    for thing in world.things:
        for path in MADE_OF_A_CASE:
            found = await browser.get(path.format(**thing.parts))
            assert thing.case_no in theirs or found.status_code in {403, 404}, path


@READERS
async def test_the_feed_tells_of_one_s_own_cases_and_of_all_of_them(place: Place, who: Any) -> None:
    found = await caller(place.world, who).get("/events?limit=200")

    if who.role not in FOLLOWERS:
        assert found.status_code == 403
        return
    assert {one["case_no"] for one in found.json()["items"]} == await place.world.theirs(acting(who))


async def test_a_webhook_is_told_of_its_owner_s_cases_alone(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: dict[str, set[str]] = {}

    async def heard(url: str, body: bytes, _headers: object, *, local: bool) -> int:
        assert local
        told.setdefault(url, set()).add(json.loads(body)["data"]["case_no"])
        return 200

    monkeypatch.setattr("activities.announcing.reach", heard)
    followers = {f"http://localhost:9/{one.subject}": one for one in readers() if one.role in FOLLOWERS}
    for url, who in followers.items():
        made = await caller(place.world, who).post("/webhooks", {"url": url, "after": 0})
        assert made.status_code == 201, made.text

    announcements = Announcements(place.world.service.stage.database.engine)
    while await announcements.tell_due():
        pass

    for url, who in followers.items():
        assert told.get(url, set()) == await place.world.theirs(acting(who)), who.subject


@READERS
async def test_an_upload_is_its_own_organisation_s(place: Place, who: Any) -> None:
    owner = next(one for one in readers() if one.role is Role.APPLICANT_SIGNATORY and one.unit == ORG_HAMAR)
    kept = (await caller(place.world, owner).upload("plan.pdf", b"%PDF-1.7 ours")).json()
    asking, may_ask = caller(place.world, who), who.role in SENDERS
    own = may_ask and who.unit == ORG_HAMAR
    case_no = next(iter(await place.world.theirs(acting(owner))))
    change = {"change": "Two gatherings", "attachments": [kept["sha256"]]}

    listed, shown = await asking.get("/files"), await asking.get(f"/files/{kept['sha256']}")
    named = await asking.post(f"/cases/{case_no}/commands/ask_change", change)
    gone = await asking.client.delete(f"/api/v1/files/{kept['sha256']}")

    assert listed.status_code == (200 if may_ask else 403)
    assert (kept["sha256"] in listed.text) is own
    assert shown.status_code == (200 if own else 404 if may_ask else 403)
    # The case is theirs and not paid yet; for whoever sees it without owning the file, the file is not there.
    assert named.status_code == 409 if own else named.status_code in {403, 404, 422}
    assert gone.status_code == (204 if own else shown.status_code)


@READERS
async def test_a_webhook_is_looked_at_resumed_and_given_up_by_its_own_alone(place: Place, who: Any) -> None:
    owner = next(one for one in readers() if one.role in FOLLOWERS and one.unit == ORG_HAMAR)
    made = (await caller(place.world, owner).post("/webhooks", {"url": "http://localhost:9/own"})).json()
    path, asking = f"/webhooks/{made['webhook_id']}", caller(place.world, who)
    own = (who.role, who.unit) == (owner.role, owner.unit)
    expected = 200 if own else 404 if who.role in FOLLOWERS else 403

    shown, resumed = await asking.get(path), await asking.post(f"{path}/resume", {"after": 0})
    gone = await asking.client.delete(f"/api/v1{path}")

    assert shown.status_code == resumed.status_code == expected
    assert gone.status_code == (204 if own else expected)
    await caller(place.world, owner).client.delete(f"/api/v1{path}")
