"""A municipality in its own case: what it must do, by when and why; the decision, the money and the claims in one place."""

import re
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain import commands as c
from domain.actors import Role
from domain.claims import ClaimState
from domain.private import Private
from domain.terms import Terms
from letters.formats import Language
from tests.stage import ACCOUNTANT, FULL_DUTY, LEADER, OFFICER, SIGNATORY, Stage
from tests.web.applicants import HAMAR_EDITOR, HAMAR_SIGNATORY, LOTEN_SIGNATORY, words
from tests.web.conftest import Browser, Site
from tests.web.people import Person, person
from web.words import has

OFFICER_HERE = person(Role.CASE_OFFICER)
AFTER = datetime(2028, 1, 3, 8, 0, tzinfo=UTC)


async def open_case(browser: Browser, stage: Stage, case_id: UUID) -> str:
    found = await browser.get(f"/saker/{(await stage.case(case_id)).case_no}")
    assert found.status_code == 200, found.text
    return found.text


def must(page: str) -> list[str]:
    """Return what must be done, a line each, as it is read."""
    table = re.search(r'<table class="ds-table cards owed">.*?</table>', page, re.DOTALL)
    if table is None:
        return []
    return [words(row).strip() for row in re.findall(r"<tr>(.*?)</tr>", table[0], re.DOTALL)[1:]]


@pytest.fixture
async def hamar(site: Site) -> Browser:
    return await site.browser(HAMAR_SIGNATORY)


async def granted(site: Site, amount_kr: int = 1_200_000, terms: Terms = FULL_DUTY) -> UUID:
    case_id = await site.stage.submit(applied_kr=amount_kr, budget=[], own_funding=[], own_funding_kr=0)
    await site.stage.grant(case_id, amount_kr, terms)
    return case_id


async def test_before_the_decision_nothing_is_asked_and_the_application_can_be_withdrawn(
    site: Site, hamar: Browser
) -> None:
    page = await open_case(hamar, site.stage, await site.stage.submit())

    assert "Dere trenger ikke å gjøre noe i saken nå." in page
    assert "/gjor/withdraw" in page


@pytest.mark.parametrize("reader", [HAMAR_SIGNATORY, OFFICER_HERE])
async def test_a_case_that_has_ended_is_shown_with_its_end(site: Site, reader: Person) -> None:
    case_id = await site.stage.submit()
    await site.stage.do(case_id, SIGNATORY, c.Withdraw())

    page = await open_case(await site.browser(reader), site.stage, case_id)

    assert '<p class="ended"><span class="ds-tag" data-color="neutral">Trukket</span></p>' in page
    assert "1 av 6: Innsendt" in words(page)


async def test_a_return_says_what_must_be_sent_by_when(site: Site, hamar: Browser) -> None:
    case_id = await site.stage.submit()
    await site.stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    await site.stage.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    returned = c.ReturnForSupplement.model_validate(
        {"deficiencies": ["plan_missing"], "explanation": "Planen mangler", "last_day": "2026-06-30"}
    )
    await site.stage.do(case_id, OFFICER, returned)

    (row,) = must(await open_case(hamar, site.stage, case_id))

    assert row.startswith("30.06.2026")
    assert "Send det som mangler i søknaden" in row


async def test_after_the_grant_the_account_is_asked_for_before_the_authority_lapses(
    site: Site, hamar: Browser
) -> None:
    page = await open_case(hamar, site.stage, await granted(site))

    (row,) = must(page)
    assert row.startswith("31.12.2026")
    assert "Bekreft kontonummeret" in row
    assert "/gjor/confirm_account" in page
    assert re.search(r"Tilskuddsbrevet</a>", page)


async def test_paid_money_is_to_be_accounted_for_and_what_can_change_stands_beside(
    site: Site, hamar: Browser
) -> None:
    case_id = await granted(site)
    await site.stage.pay(case_id)
    page = await open_case(hamar, site.stage, case_id)

    report, audit = must(page)
    assert report.startswith("01.04.2027")
    assert "Lever rapport og regnskap for 2026" in report
    assert "samlede bekreftelse" in audit
    assert "Meld at prosjektet slutter før tiden" in page
    assert "Siste dag for å bruke pengene er 31.12.2027" in page.replace("\xa0", " ")


async def test_the_form_of_a_report_says_what_the_letter_adds_to_it(site: Site, hamar: Browser) -> None:
    asked = FULL_DUTY.model_copy(update={"added_questions": Private(text="Hvem har dere rekruttert?")})
    case_id = await granted(site, terms=asked)
    await site.stage.pay(case_id)
    address = f"/saker/{(await site.stage.case(case_id)).case_no}/gjor"

    assert "Hvem har dere rekruttert?" in (await hamar.get(f"{address}/deliver_report?om=2026")).text
    assert "rekruttert" not in (await hamar.get(f"{address}/end_early")).text


async def test_after_the_use_deadline_the_one_question_is_asked_with_its_button(
    site: Site, hamar: Browser
) -> None:
    case_id = await site.stage.submit()
    await site.stage.grant(case_id, 400_000)
    await site.stage.pay(case_id)
    await site.stage.move_to(AFTER, [case_id])

    page = await open_case(hamar, site.stage, case_id)

    assert [row for row in must(page) if "Svar om ubrukte penger" in row]
    assert "/gjor/answer_use" in page


async def test_a_claim_is_told_with_its_reckoning_its_due_day_and_its_payment_reference(
    site: Site, hamar: Browser
) -> None:
    case_id = await claimed(site)
    proposed = await open_case(hamar, site.stage, case_id)
    await site.stage.do(case_id, LEADER, c.DecideClaim(claim=1, due_day=date(2028, 3, 1)))
    await site.stage.do(case_id, ACCOUNTANT, c.InvoiceClaim(claim=1, kid="20260000177"))

    page = await open_case(hamar, site.stage, case_id)

    assert "Krav om tilbakebetaling" not in proposed
    (row,) = must(page)
    assert row.startswith("01.03.2028")
    assert "Betal tilbake kr 100 000" in row.replace("\xa0", " ")
    said = words(page).replace("\xa0", " ")
    assert "Brukt av tilskuddet kr 300 000" in said
    assert "2026 0000 177" in said
    assert "/gjor/file_appeal?om=1" in page
    assert [state for state in ClaimState if not has(Language.NB, f"own-claim-{state}")] == ["proposed"]


async def claimed(site: Site) -> UUID:
    case_id = await site.stage.submit()
    await site.stage.grant(case_id, 400_000)
    await site.stage.pay(case_id)
    await site.stage.move_to(AFTER, [case_id])
    await site.stage.do(case_id, SIGNATORY, c.AnswerUse(unspent_ore=10_000_000))
    if not (await site.stage.case(case_id)).claims:
        claim = c.ProposeClaim.model_validate(
            {"ground": "unused", "amount_ore": 10_000_000, "reason": "Internt notat"}
        )
        await site.stage.do(case_id, OFFICER, claim)
    return case_id


async def test_who_only_edits_sees_the_duties_and_no_button_for_the_signatory(site: Site) -> None:
    editor = await site.browser(HAMAR_EDITOR)
    page = await open_case(editor, site.stage, await granted(site))

    assert len(must(page)) == 1
    assert "/gjor/" not in page


async def test_the_page_is_whole_in_every_language(site: Site, hamar: Browser) -> None:
    case_id = await claimed(site)
    for language in Language:
        hamar.client.cookies.set("saksgang_language", language.value)
        page = await open_case(hamar, site.stage, case_id)
        assert f'<html lang="{language.value}">' in page


async def test_what_the_office_weighs_is_not_on_the_municipalitys_page(site: Site, hamar: Browser) -> None:
    case_id = await site.stage.submit()
    await site.stage.recommend(case_id, 300_000)
    page = await open_case(hamar, site.stage, case_id)

    assert "Godt prosjekt" not in page
    assert "300" not in words(page).replace("\xa0", "")


async def test_the_overview_has_what_must_be_done_in_every_case_the_nearest_first(
    site: Site, hamar: Browser
) -> None:
    first = await granted(site)
    second = await granted(site)
    await site.stage.pay(second)
    await hamar.post("/soknader", {"round": (await site.stage.case(first)).round_id})

    page = (await hamar.get("/oversikt")).text

    rows = must(page)
    assert [row[:10] for row in rows] == ["01.06.2026", "31.12.2026", "01.04.2027", "01.05.2028"]
    assert (await site.stage.case(second)).case_no in rows[2]
    assert "Send inn søknaden" in rows[0]


async def test_the_grants_are_listed_once_they_are_decided(site: Site, hamar: Browser) -> None:
    undecided = (await site.stage.case(await site.stage.submit())).case_no
    decided = (await site.stage.case(await granted(site))).case_no

    page = (await hamar.get("/tilskudd")).text

    assert f"/saker/{decided}" in page
    assert f"/saker/{undecided}" not in page


async def test_a_municipality_without_cases_is_shown_the_way_to_the_calls(site: Site) -> None:
    loten = await site.browser(LOTEN_SIGNATORY)

    assert "Dere har ingenting å gjøre nå." in (await loten.get("/oversikt")).text
    assert "Ingen saker ennå." in (await loten.get("/tilskudd")).text
