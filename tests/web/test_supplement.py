"""An application that came back: the form opens with all that was sent, and what was changed is shown to both sides."""

from uuid import UUID

import pytest

from domain import commands as c
from domain.actors import Role
from letters.formats import Language
from storage.case_file import application_of
from tests.stage import OFFICER
from tests.web.applicants import HAMAR_EDITOR, HAMAR_SIGNATORY, Applying, value, words
from tests.web.conftest import Browser, Site
from tests.web.people import person
from web.applying.answered import fields_of
from web.applying.changed import changes


@pytest.fixture
async def hamar(site: Site) -> Browser:
    return await site.browser(HAMAR_SIGNATORY)


async def returned(site: Site) -> tuple[UUID, str]:
    case_id = await site.stage.submit()
    await site.stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    await site.stage.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    content = {
        "deficiencies": ["plan_missing"],
        "explanation": "Skriv når samlingene er.",
        "last_day": "2026-06-30",
    }
    await site.stage.do(case_id, OFFICER, c.ReturnForSupplement.model_validate(content))
    return case_id, f"/saker/{(await site.stage.case(case_id)).case_no}"


async def begun(site: Site, browser: Browser, address: str) -> Applying:
    sent = await browser.post(f"{address}/utfyll")
    assert sent.status_code == 303
    return Applying(site=site, browser=browser, address=sent.headers["location"])


async def test_what_is_asked_for_is_said_before_the_form_is_opened(site: Site, hamar: Browser) -> None:
    _, address = await returned(site)

    page = words((await hamar.get(f"{address}/utfyll")).text)

    assert "Dette mangler. Frist: 30.06.2026" in page
    assert "Skriv når samlingene er." in page


async def test_the_form_opens_with_everything_that_was_sent_and_nothing_lacks(
    site: Site, hamar: Browser
) -> None:
    _, address = await returned(site)
    form = await begun(site, hamar, address)

    assert value(await form.open("applicant"), "network.name") == "Læringsnettverk Hedmarken"
    assert value(await form.open("network"), "applied") == "400\xa0000"
    assert "Skriv når samlingene er." in await form.open("plan")
    check = words(await form.open("check"))
    assert "må rettes" not in check
    assert "Send det som manglet" in check


async def test_two_who_begin_complete_the_same_form(site: Site, hamar: Browser) -> None:
    _, address = await returned(site)
    editor = await site.browser(HAMAR_EDITOR)

    assert (await begun(site, hamar, address)).address == (await begun(site, editor, address)).address


async def test_completed_it_is_received_once_and_both_sides_see_what_was_changed(
    site: Site, hamar: Browser
) -> None:
    case_id, address = await returned(site)
    form = await begun(site, hamar, address)
    await form.send("plan", **{"project.plan": "Samlinger i mars, mai, august og oktober."})

    await hamar.post(f"{form.address}/send")

    receipt = words((await hamar.get(f"{form.address}/kvittering")).text)
    assert "Utfyllingen er mottatt" in receipt
    assert "Supplemented" in await site.stage.kinds(case_id)
    officer = await site.browser(person(Role.CASE_OFFICER))
    for page in ((await hamar.get(address)).text, (await officer.get(f"{address}?vis=application")).text):
        said = words(page)
        assert "Endret i utfyllingen" in said
        assert "Fire samlinger, to arbeidsgrupper. Samlinger i mars, mai, august og oktober." in said


async def test_the_fields_of_what_was_sent_say_what_the_case_has(site: Site) -> None:
    case_id, _ = await returned(site)
    async with site.stage.database.engine.connect() as conn:
        sent = await application_of(conn, case_id)
    assert sent is not None
    fields = fields_of(sent)

    assert changes(Language.NB, fields, fields) == []
    moved = fields | {"applied": "500\xa0000", "cost.1.kind": "travel"}
    assert {one.label for one in changes(Language.NB, fields, moved)} == {"Søkt tilskudd", "Type kostnad"}


async def test_where_nothing_was_asked_for_there_is_no_such_form(site: Site, hamar: Browser) -> None:
    case_id = await site.stage.submit()
    address = f"/saker/{(await site.stage.case(case_id)).case_no}"

    for asked in (await hamar.get(f"{address}/utfyll"), await hamar.post(f"{address}/utfyll")):
        assert asked.status_code == 303
        assert asked.headers["location"] == address
