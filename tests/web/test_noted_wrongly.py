"""What was noted wrongly is said anew on «Rett en feil», with a reason, and the case shows what is right."""

import re
from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.actors import Role
from domain.terms import ConditionBlocks
from tests.stage import NO_DUTY
from tests.web.applicants import words
from tests.web.conftest import Browser, Site
from tests.web.people import person


@pytest.fixture
async def case_id(site: Site) -> UUID:
    """A case that is paid."""
    case_id = await site.stage.submit()
    await site.stage.grant(case_id, 400_000)
    await site.stage.pay(case_id)
    await site.stage.set_clock(datetime(2026, 3, 9, 12, tzinfo=UTC))
    return case_id


@pytest.fixture
async def case_no(site: Site, case_id: UUID) -> str:
    return (await site.stage.case(case_id)).case_no


def buttons(page: str, about: str) -> dict[str, str]:
    """Return the ways that are offered for one entry: what stands on each button, and where it leads."""
    (row,) = [one for one in re.findall(r"<tr>.*?</tr>", page, re.DOTALL) if about in one]
    found = re.findall(r'class="ds-button"[^>]*href="([^"]+)">([^<]+)', row)
    return {label: href for href, label in found}


async def correct(browser: Browser, case_no: str, **typed: str) -> int:
    where = f"/saker/{case_no}/gjor/correct_disbursement?om=1"
    return (await browser.post(where, {"payment": "1", **typed})).status_code


async def test_the_accounts_correct_a_voucher_and_the_case_shows_the_right_one_and_why(
    site: Site, case_no: str
) -> None:
    accountant = await site.browser(person(Role.ACCOUNTANT))
    offered = buttons((await accountant.get(f"/saker/{case_no}/rett")).text, "Utbetalt")
    assert offered == {"Rett bilag eller dag": f"/saker/{case_no}/gjor/correct_disbursement?om=1"}

    assert await correct(accountant, case_no, voucher="V-77", reason="Tastefeil") == 303

    officer = await site.browser(person(Role.CASE_OFFICER))
    shown = words((await officer.get(f"/saker/{case_no}")).text)
    assert "01.03.2026, bilag V-77" in shown
    assert "Rettet 09.03.2026: Utbetaling 1 er rettet. Bilagsnummeret er V-77. «Tastefeil»" in shown
    row = words((await officer.get(f"/saker/{case_no}/rett")).text)
    assert "bilag V-1" in row
    assert "Bilagsnummeret er V-77." in row


async def test_a_correction_without_a_reason_or_without_anything_to_correct_is_not_made(
    site: Site, case_no: str
) -> None:
    accountant = await site.browser(person(Role.ACCOUNTANT))

    assert await correct(accountant, case_no, voucher="V-77", reason="") == 422
    assert await correct(accountant, case_no, voucher="", paid_on="", reason="Tastefeil") == 409


async def test_the_municipality_reads_the_right_day_and_not_the_reason(site: Site, case_no: str) -> None:
    accountant = await site.browser(person(Role.ACCOUNTANT))
    await correct(accountant, case_no, paid_on="03.03.2026", reason="Feil linje i banken")

    signatory = await site.browser(person(Role.APPLICANT_SIGNATORY))
    shown = words((await signatory.get(f"/saker/{case_no}")).text)

    assert "Rettet dag for utbetaling" in shown
    assert "Feil linje" not in shown


async def test_the_history_counts_it_among_the_corrections(site: Site, case_no: str) -> None:
    accountant = await site.browser(person(Role.ACCOUNTANT))
    await correct(accountant, case_no, voucher="V-77", reason="Tastefeil")

    auditor = await site.browser(person(Role.STATE_AUDITOR))
    history = words((await auditor.get(f"/saker/{case_no}/historikk?vis=correction")).text)

    assert "Utbetaling 1 er rettet. Bilagsnummeret er V-77." in history
    assert "«Tastefeil»" in history


async def test_corrections_of_what_was_noted_do_not_fill_the_list_of_what_can_be_done(
    site: Site, case_no: str
) -> None:
    accountant = await site.browser(person(Role.ACCOUNTANT))

    page = (await accountant.get(f"/saker/{case_no}")).text

    assert "/gjor/correct_disbursement" not in page
    assert f'href="/saker/{case_no}/rett"' in page


async def test_a_condition_that_was_relied_on_says_what_to_do_instead(site: Site) -> None:
    case_id = await site.stage.submit()
    terms = NO_DUTY.model_copy(update={"knowledge_environment": ConditionBlocks.PAYMENT})
    await site.stage.grant(case_id, 400_000, terms)
    case_no = (await site.stage.case(case_id)).case_no
    officer = await site.browser(person(Role.CASE_OFFICER))
    met = {"condition": "knowledge_environment", "note": "Avtale"}
    await officer.post(f"/saker/{case_no}/gjor/meet_condition", met)
    assert "Rett vilkåret" in buttons((await officer.get(f"/saker/{case_no}/rett")).text, "Vilkår oppfylt")

    await site.stage.pay(case_id, "V-2")

    page = (await officer.get(f"/saker/{case_no}/rett")).text
    assert "Rett vilkåret" not in buttons(page, "Vilkår oppfylt")
    assert "pengene er betalt. Da kan ikke notatet bare rettes." in words(page)
