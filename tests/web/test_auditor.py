"""The municipality asks its auditor for a statement, and the auditor finds the case and delivers there."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from activities.names import names
from domain.actors import Role
from letters.formats import Language
from letters.messages import compose
from tests.stage import FULL_DUTY
from tests.web.applicants import HAMAR_EDITOR, HAMAR_SIGNATORY, words
from tests.web.conftest import Browser, Site
from tests.web.people import person

AUDITED = datetime(2028, 1, 20, 8, 0, tzinfo=UTC)


@pytest.fixture
async def hamar(site: Site) -> Browser:
    return await site.browser(HAMAR_SIGNATORY)


async def audited(site: Site) -> tuple[UUID, str]:
    case_id = await site.stage.submit(applied_kr=1_200_000, budget=[], own_funding_kr=0)
    await site.stage.grant(case_id, 1_200_000, FULL_DUTY)
    await site.stage.pay(case_id)
    return case_id, f"/saker/{(await site.stage.case(case_id)).case_no}"


async def invitations(site: Site) -> list[dict[str, Any]]:
    async with site.stage.database.engine.connect() as conn:
        rows = await conn.execute(text("SELECT payload FROM outbox WHERE stream LIKE 'invitation:%'"))
        return [row.payload for row in rows]


async def test_the_auditor_is_written_to_with_the_way_to_the_case(site: Site, hamar: Browser) -> None:
    _, address = await audited(site)

    for _ in range(2):
        await hamar.post(f"{address}/revisor/collected", {"address": "post@revisjon.example"})

    # Asked twice in a day it is sent once.
    (sent,) = await invitations(site)
    message = compose(sent, {}, names(Language.NB))
    assert sent["address"] == "post@revisjon.example"
    assert "Hamar kommune har fått tilskudd som skal revideres" in message.body
    assert message.body.count(address) == 1
    assert "Revisor er invitert" in (await hamar.get(f"{address}/revisor/collected")).text


async def test_what_is_no_address_is_said_at_its_field_and_nothing_is_sent(
    site: Site, hamar: Browser
) -> None:
    _, address = await audited(site)

    refused = await hamar.post(f"{address}/revisor/collected", {"address": "revisor"})

    assert refused.status_code == 422
    assert 'value="revisor"' in refused.text
    assert await invitations(site) == []


async def test_an_editor_sees_it_and_the_signatory_invites(site: Site) -> None:
    _, address = await audited(site)
    editor = await site.browser(HAMAR_EDITOR)

    assert "Bare signataren" in (await editor.get(f"{address}/revisor/collected")).text
    sent = await editor.post(f"{address}/revisor/collected", {"address": "post@revisjon.example"})
    assert sent.status_code == 403


async def test_the_auditor_finds_what_is_asked_for_and_nothing_of_other_municipalities(site: Site) -> None:
    _, address = await audited(site)
    own = await site.browser(person(Role.MUNICIPAL_AUDITOR))
    other = await site.browser(person(Role.MUNICIPAL_AUDITOR, own=False))

    listed = (await own.get("/oppdrag")).text
    assert f'href="{address}"' in listed
    assert "01.05.2028" in words(listed)
    assert "/gjor/deliver_audit" in (await own.get(address)).text
    assert address not in (await other.get("/oppdrag")).text
