"""A municipality reports: begun with what is known, reckoned as it is typed, and sent once with its accounts."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from storage.case_file import attached
from storage.tables import draft_field
from tests.stage import FULL_DUTY
from tests.web.applicants import HAMAR_EDITOR, HAMAR_SIGNATORY, seen, value, words
from tests.web.conftest import Browser, Site

REPORTING = datetime(2027, 1, 20, 8, 0, tzinfo=UTC)

#: A budget of 1 250 000 kr, of which the municipalities pay 50 000 themselves.
BUDGET = {
    "applied_kr": 1_200_000,
    "budget": [
        {"kind": "salaries", "amount_kr": 1_000_000, "note": "Prosjektleder"},
        {"kind": "meetings", "amount_kr": 250_000},
    ],
    "own_funding_kr": 50_000,
    "other_support": {"received": False},
}


@pytest.fixture
async def hamar(site: Site) -> Browser:
    return await site.browser(HAMAR_SIGNATORY)


async def reporting(site: Site) -> tuple[UUID, str]:
    case_id = await site.stage.submit(**BUDGET)
    await site.stage.grant(case_id, 1_200_000, FULL_DUTY)
    await site.stage.pay(case_id)
    await site.stage.move_to(REPORTING, [case_id])
    return case_id, f"/saker/{(await site.stage.case(case_id)).case_no}/rapport/2026"


FIGURES = {
    "cost.1": "800 000",
    "cost.2": "150 000",
    "cost.other": "",
    "own": "50 000",
    "support": "0",
    "final": "no",
    "spent_until": "31.12.2026",
    "text": "Fire samlinger og to kurs.",
}


def said(page: str) -> str:
    return words(page).replace("\xa0", " ")


async def test_the_report_begins_with_the_budget_and_what_was_said_in_the_application(
    site: Site, hamar: Browser
) -> None:
    _, address = await reporting(site)
    page = (await hamar.get(address)).text

    assert "Prosjektleder" in page
    assert "1 000 000" in said(page)
    assert 'id="f-own" name="own" value="50\xa0000"' in page
    assert 'name="spent_until" value="31.12.2026"' in page
    assert "Tilskudd å gjøre rede for kr 1 200 000" in said(page)
    assert "Brukt av tilskuddet kr 0" in said(page)
    assert "field-error" not in page


async def test_what_was_used_and_what_is_left_is_reckoned_and_saved(site: Site, hamar: Browser) -> None:
    _, address = await reporting(site)

    page = said((await hamar.post(address, FIGURES)).text)

    assert "Sum kostnader kr 950 000" in page
    assert "Brukt av tilskuddet kr 900 000" in page
    assert "Ubrukt kr 300 000" in page
    assert "Fire samlinger og to kurs." in (await hamar.get(address)).text


async def test_more_than_the_grant_is_told_with_the_difference_and_not_sent(
    site: Site, hamar: Browser
) -> None:
    case_id, address = await reporting(site)

    sent = await hamar.post(f"{address}/send", FIGURES | {"cost.other": "400 000", "text": ""})

    assert sent.status_code == 422
    assert "kr 100 000 mer enn tilskuddet" in said(sent.text)
    assert 'href="#f-text"' in sent.text
    assert "ReportDelivered" not in await site.stage.kinds(case_id)


async def test_delivered_it_is_in_the_case_with_its_accounts_and_the_draft_is_gone(
    site: Site, hamar: Browser
) -> None:
    case_id, address = await reporting(site)
    await hamar.get(address)

    sent = await hamar.post(f"{address}/send", FIGURES)

    assert sent.status_code == 303
    assert "Gjort" in (await hamar.get(sent.headers["location"])).text
    report = (await site.stage.case(case_id)).report("2026")
    assert report is not None
    assert (report.spent_ore, report.unused_ore, report.final) == (90_000_000, 30_000_000, False)
    async with site.stage.database.engine.connect() as conn:
        left = (await conn.execute(select(draft_field.c.path))).all()
    assert left == []
    assert (await hamar.get(address)).headers["location"] == address.partition("/rapport")[0]


async def test_what_the_case_refuses_is_told_and_the_report_goes_on_being_written(
    site: Site, hamar: Browser
) -> None:
    _, address = await reporting(site)

    sent = await hamar.post(f"{address}/send", FIGURES | {"spent_until": "01.02.2027"})

    assert sent.status_code == 409
    assert "Ikke gjort" in sent.text
    assert (await hamar.post(f"{address}/send", FIGURES)).status_code == 303


async def test_its_files_come_to_the_case_with_it(site: Site, hamar: Browser) -> None:
    case_id, address = await reporting(site)
    page = (await hamar.get(address)).text
    upload = page.partition('id="upload" method="post" action="')[2].partition('"')[0]

    sent = await hamar.client.post(
        upload,
        data={"csrf": hamar.token},
        files={"file": ("regnskap.pdf", b"%PDF-1.7 tall", "application/pdf")},
    )

    assert sent.headers["location"] == address
    assert "regnskap.pdf" in (await hamar.get(address)).text
    await hamar.post(f"{address}/send", FIGURES)
    async with site.stage.database.engine.connect() as conn:
        assert [one.name for one in await attached(conn, case_id)] == ["regnskap.pdf"]


async def test_an_editor_writes_it_and_the_signatory_sends_it(site: Site, hamar: Browser) -> None:
    _, address = await reporting(site)
    editor = await site.browser(HAMAR_EDITOR)

    page = (await editor.post(address, FIGURES)).text
    refused = await editor.post(f"{address}/send", FIGURES)

    assert "Bare signataren for kommunen kan levere." in page
    assert refused.status_code == 403
    assert value((await hamar.get(address)).text, "spent_until") == "31.12.2026"


async def test_two_who_write_at_once_lose_nothing(site: Site, hamar: Browser) -> None:
    _, address = await reporting(site)
    editor = await site.browser(HAMAR_EDITOR)
    seen_by_both = seen((await hamar.get(address)).text)
    await editor.post(address, {"seen": seen_by_both, "cost.1": "700 000", "text": "Skrevet av en annen"})

    page = (await hamar.post(address, {"seen": seen_by_both, "cost.1": "800 000", "text": ""})).text

    # What only the other changed stays; what both changed is shown in both versions.
    assert "Skrevet av en annen" in page
    assert 'name="cost.1" value="800 000"' in page
    assert "700 000" in words(page)
    await hamar.post(address, {"seen": seen(page), "cost.1": "800 000"})
    assert 'name="cost.1" value="800 000"' in (await editor.get(address)).text


async def test_saved_by_itself_a_page_does_not_overwrite_what_it_does_not_show(
    site: Site, hamar: Browser
) -> None:
    _, address = await reporting(site)
    editor = await site.browser(HAMAR_EDITOR)
    mine = {"seen": seen((await hamar.get(address)).text), "text": ""}
    await editor.post(address, {"seen": mine["seen"], "text": "Skrevet av en annen"})

    for amount in ("800 000", "810 000"):
        quickly = await hamar.client.post(
            address, data={"csrf": hamar.token, "cost.1": amount, **mine}, headers={"hx-request": "true"}
        )
        mine["seen"] = seen(quickly.text)

    page = (await editor.get(address)).text
    assert "Skrevet av en annen" in page
    assert 'name="cost.1" value="810 000"' in page
