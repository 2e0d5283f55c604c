"""«Slett innhold»: what a leader has erased is gone everywhere, and that it was there, who erased it and why, is not."""

import re
from uuid import UUID, uuid4

from sqlalchemy import text

from domain.actors import Role
from storage.reevolve import check_cases
from storage.verify import verify
from tests.domain.applications import learning
from tests.web.addresses import of_case
from tests.web.conftest import Browser, Site
from tests.web.people import person

LEADER = person(Role.LEADER)
SECRET = "Barnet heter Kari og bor i Storgata 1"


async def _case(site: Site) -> tuple[UUID, str]:
    """Return a case with a document and a text that should not be there."""
    case_id = await site.stage.submit(project=learning()["project"] | {"description": SECRET})
    parts = await of_case(site.stage, case_id)
    return case_id, parts["case_no"]


def _choices(page: str, name: str) -> dict[str, str]:
    """Return what stands at each box called *name*, by its value."""
    found = re.findall(rf'name="{name}" value="([^"]+)"[^>]*> <span translate="no">([^<]*)</span>', page)
    return {shown: value for value, shown in found}


async def _everywhere(site: Site) -> str:
    """Return all that the database keeps of texts and documents."""
    async with site.stage.database.engine.connect() as conn:
        tables = ("private_text", "document", "inbox", "trail", "case_head", "outbox")
        return "".join(
            [str((await conn.execute(text(f"SELECT t::text FROM {one} t"))).all()) for one in tables]  # noqa: S608
        )


async def _erase(browser: Browser, case_no: str, reason: str = "Personopplysninger om et barn") -> int:
    page = (await browser.get(f"/saker/{case_no}/slett")).text
    chosen = {
        "tekst": _choices(page, "tekst")[SECRET],
        "dokument": _choices(page, "dokument")["plan.pdf"],
        "grunn": reason,
        "command_id": str(uuid4()),
    }
    return (await browser.post(f"/saker/{case_no}/slett", chosen)).status_code


async def test_what_is_erased_is_gone_and_that_it_was_there_stays(site: Site) -> None:
    case_id, case_no = await _case(site)
    leader, officer = await site.browser(LEADER), await site.browser(person(Role.CASE_OFFICER))
    assert SECRET in (await officer.get(f"/saker/{case_no}?vis=application")).text

    assert await _erase(leader, case_no) == 303

    page = (await leader.get(f"/saker/{case_no}/slett")).text
    assert SECRET not in page
    assert "Personopplysninger om et barn" in page
    assert SECRET not in (await officer.get(f"/saker/{case_no}?vis=application")).text
    assert SECRET not in await _everywhere(site)
    assert "plan.pdf" not in await _everywhere(site)
    async with site.stage.database.engine.connect() as conn:
        assert await verify(conn) == []
        assert await check_cases(conn, case_id, lambda _done: None) == []
        [event] = (await conn.execute(text("SELECT kind FROM trail WHERE stream = 'erasure:SFIN'"))).all()
    assert event.kind == "ContentErased"


async def test_without_a_choice_and_a_reason_nothing_is_erased(site: Site) -> None:
    _, case_no = await _case(site)
    leader = await site.browser(LEADER)

    nothing = await leader.post(f"/saker/{case_no}/slett", {"grunn": "Fordi"})
    without_reason = await _erase(leader, case_no, reason=" ")

    assert (nothing.status_code, without_reason) == (422, 422)
    assert "Velg minst én tekst" in nothing.text
    assert SECRET in (await leader.get(f"/saker/{case_no}/slett")).text


async def test_what_is_another_case_s_is_not_erased_here(site: Site) -> None:
    _, other = await _case(site)
    _, case_no = await _case(site)
    leader = await site.browser(LEADER)
    page = (await leader.get(f"/saker/{other}/slett")).text

    refused = await leader.post(
        f"/saker/{case_no}/slett", {"tekst": _choices(page, "tekst")[SECRET], "grunn": "Fordi"}
    )

    assert refused.status_code == 409
    assert "Ingenting er slettet" in refused.text
    assert SECRET in (await leader.get(f"/saker/{other}/slett")).text


async def test_where_the_money_goes_is_not_offered_as_long_as_the_case_lives(site: Site) -> None:
    _, case_no = await _case(site)

    page = (await (await site.browser(LEADER)).get(f"/saker/{case_no}/slett")).text

    assert learning()["account"] not in page
