"""An application that came on paper is registered by a case officer, in the steps the municipality has."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select

from domain.actors import Role
from domain.codec import case_of
from storage import queries
from storage.tables import case_head, document
from tests.domain.applications import HAMAR, LOTEN
from tests.web.applicants import HAMAR_SIGNATORY, LOTEN_SIGNATORY, MONEY, PLAN, WHO, Applying, words
from tests.web.conftest import Site
from tests.web.people import person

OFFICER = person(Role.CASE_OFFICER)

STAMPED = {"paper.day": "14.3.2026", "paper.time": "14.05"}
SCAN = {"file": ("soknad.pdf", b"%PDF-1.7 skannet", "application/pdf")}


async def begun(site: Site) -> Applying:
    """Begin to register an application of Hamar, some weeks after the round opened."""
    await site.stage.set_clock(datetime(2026, 3, 20, 9, tzinfo=UTC))
    async with site.stage.database.engine.connect() as conn:
        row = await queries.round_by(conn, UUID(site.stage.round_id))
    assert row is not None
    browser = await site.browser(OFFICER)
    found = await browser.post(f"/runder/{row.round_no}/papir", {"host": HAMAR})
    assert found.status_code == 303
    return Applying(site=site, browser=browser, address=found.headers["location"])


async def upload(paper: Applying) -> None:
    sent = await paper.browser.client.post(
        f"{paper.address}/vedlegg", data={"csrf": paper.browser.token}, files=SCAN
    )
    assert sent.headers["location"].endswith("/steg/files")


async def typed_in(site: Site, **stamped: str) -> Applying:
    """Type in a paper that says nothing of what its members have confirmed."""
    paper = await begun(site)
    await paper.send("applicant", **WHO | STAMPED | stamped)
    await paper.send("plan", **PLAN)
    await paper.send("network", "invite", **{"new.member": LOTEN})
    await paper.send("network", **MONEY)
    await paper.send("support", received="no")
    return paper


async def test_it_counts_from_when_it_came_and_what_it_lacks_is_a_remark(site: Site) -> None:
    paper = await typed_in(site)
    await upload(paper)
    await paper.send("files")
    whole = words(await paper.open("check"))
    assert "Søknaden kan registreres" in whole
    assert "merknader" in whole

    await paper.browser.post(f"{paper.address}/send")

    receipt = words((await paper.browser.get(f"{paper.address}/kvittering")).text)
    assert "Søknaden er registrert, mottatt 14.03.2026 kl. 14.05" in receipt
    assert "SFIN-2026-1" in receipt
    async with site.stage.database.engine.connect() as conn:
        head = await queries.case_by(conn, "SFIN-2026-1")
        assert head is not None
        kept = (await conn.execute(select(document.c.name, document.c.received_at))).one()
    case = case_of(head.state)
    assert any(remark.startswith("error:anchoring_missing") for remark in case.remarks)
    assert (kept.name, kept.received_at) == ("soknad.pdf", datetime(2026, 3, 14, 13, 5, tzinfo=UTC))


async def test_what_the_paper_says_of_a_member_is_its_word(site: Site) -> None:
    paper = await typed_in(site)
    said = {"day": "10.03.2026", "by": "Den som leder", "role": "kommunedirektør"}
    for number in (int(HAMAR), int(LOTEN)):
        await paper.send("network", **{f"said.{number}.{part}": text for part, text in said.items()})
    await upload(paper)

    await paper.browser.post(f"{paper.address}/send")

    async with site.stage.database.engine.connect() as conn:
        head = await queries.case_by(conn, "SFIN-2026-1")
    assert head is not None
    assert not [
        remark for remark in case_of(head.state).remarks if "anchoring" in remark or "consent" in remark
    ]


async def test_without_its_original_or_its_day_it_is_not_registered(site: Site) -> None:
    paper = await typed_in(site, **{"paper.day": "", "paper.time": ""})

    await paper.browser.post(f"{paper.address}/send")

    page = words(await paper.open("check"))
    assert "«Mottatt dato» er ikke fylt ut" in page
    assert "«Originalen, skannet» er ikke fylt ut" in page
    async with site.stage.database.engine.connect() as conn:
        assert (await conn.execute(select(case_head.c.case_no))).all() == []


async def test_a_time_that_has_not_come_is_said_at_its_field(site: Site) -> None:
    paper = await begun(site)

    await paper.send("applicant", **WHO | {"paper.day": "1.1.2030", "paper.time": ""})

    assert "Tidspunktet er ikke kommet ennå." in words(await paper.open("applicant"))


async def test_its_municipalities_never_see_the_office_s_draft(site: Site) -> None:
    paper = await typed_in(site)

    for one in (HAMAR_SIGNATORY, LOTEN_SIGNATORY):
        browser = await site.browser(one)
        assert (await browser.get(paper.address)).status_code == 404
        assert paper.address not in (await browser.get("/soknader")).text


async def test_what_is_begun_is_found_again_and_can_be_deleted(site: Site) -> None:
    paper = await begun(site)
    await paper.send("applicant", **WHO)
    listed = (await paper.browser.get("/runder")).text
    assert "/papir" in listed
    registering = f"/runder/{listed.partition('/papir')[0].rpartition('/runder/')[2]}/papir"
    assert "Læringsnettverk Hedmarken" in (await paper.browser.get(registering)).text

    await paper.browser.post(f"{paper.address}/slett", {"sure": "yes"})

    assert "Læringsnettverk Hedmarken" not in (await paper.browser.get(registering)).text


async def test_a_municipality_of_another_office_is_not_registered_here(site: Site) -> None:
    paper = await begun(site)
    listed = (await paper.browser.get("/runder")).text
    registering = f"/runder/{listed.partition('/papir')[0].rpartition('/runder/')[2]}/papir"

    assert (await paper.browser.post(registering, {"host": "4601"})).status_code == 422
