"""What came on paper or by e-mail: the office writes it down in its own voice, and it counts from the day it came."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.actors import Role
from domain.appeals import AppealRegime, AppealState
from tests.web.applicants import HAMAR_SIGNATORY, words
from tests.web.conftest import Browser, Site
from tests.web.people import person
from tests.web.test_command import hidden

OFFICER = person(Role.CASE_OFFICER)


async def decided(site: Site) -> UUID:
    """Grant on 1 March 2026 in a round with a right to appeal, and go on to a day after its three weeks."""
    site.stage.round_id = await site.stage.open_round(appeal_regime=AppealRegime.INDIVIDUAL_DECISION)
    case_id = await site.stage.submit()
    await site.stage.grant(case_id, 300_000)
    await site.stage.set_clock(datetime(2026, 3, 30, 10, tzinfo=UTC))
    return case_id


async def form_of(site: Site, browser: Browser, case_id: UUID) -> tuple[str, str]:
    address = f"/saker/{(await site.stage.case(case_id)).case_no}/gjor/file_appeal"
    return address, (await browser.get(address)).text


async def filed(site: Site, case_id: UUID, day: str) -> str:
    """Let the officer write an appeal down that came on *day*; return the page that comes back."""
    browser = await site.browser(OFFICER)
    address, page = await form_of(site, browser, case_id)
    typed = {"command_id": hidden(page, "command_id"), "seen": hidden(page, "seen"), "received_day": day}
    sent = await browser.post(address, typed | {"text": "Kommunen er uenig"})
    return sent.text if sent.status_code != 303 else (await browser.get(sent.headers["location"])).text


@pytest.mark.parametrize(
    ("day", "state", "came"),
    [
        ("20.03.2026", AppealState.RECEIVED, datetime(2026, 3, 19, 23, tzinfo=UTC)),
        ("29.03.2026", AppealState.LATE, datetime(2026, 3, 28, 23, tzinfo=UTC)),
        ("", AppealState.LATE, None),
        ("30.03.2026", AppealState.LATE, None),
    ],
)
async def test_an_appeal_on_paper_is_in_time_by_the_day_it_came(
    site: Site, day: str, state: AppealState, came: datetime | None
) -> None:
    case_id = await decided(site)

    page = await filed(site, case_id, day)

    [appeal] = (await site.stage.case(case_id)).appeals
    assert "Klage 1 kom" in page
    assert appeal.state is state
    if came is None:
        assert appeal.received_at >= datetime(2026, 3, 30, 10, tzinfo=UTC)
    else:
        assert appeal.received_at == came


async def test_what_came_on_the_day_of_the_decision_came_after_it(site: Site) -> None:
    case_id = await decided(site)

    await filed(site, case_id, "01.03.2026")

    case = await site.stage.case(case_id)
    assert case.decided_at is not None
    assert case.appeals[0].received_at >= case.decided_at


@pytest.mark.parametrize(
    ("day", "words_of_it"),
    [
        ("31.03.2026", "Tidspunktet er ikke kommet ennå."),
        ("28.02.2026", "Da fantes saken ikke ennå."),
        ("i går", "Skriv en dato"),
    ],
)
async def test_a_day_that_cannot_be_is_said_at_its_field_and_nothing_is_received(
    site: Site, day: str, words_of_it: str
) -> None:
    case_id = await decided(site)

    page = await filed(site, case_id, day)

    assert words_of_it in words(page)
    assert day in page
    assert (await site.stage.case(case_id)).appeals == ()


async def test_the_office_registers_and_the_municipality_sends(site: Site) -> None:
    case_id = await decided(site)

    _, office = await form_of(site, await site.browser(OFFICER), case_id)
    _, own = await form_of(site, await site.browser(HAMAR_SIGNATORY), case_id)

    assert "<h1>Registrer klage</h1>" in office
    assert 'name="received_day"' in office
    assert "<h1>Send klagen</h1>" in own
    assert 'name="received_day"' not in own


async def test_a_municipality_does_not_say_when_its_appeal_came(site: Site) -> None:
    case_id = await decided(site)
    browser = await site.browser(HAMAR_SIGNATORY)
    address, page = await form_of(site, browser, case_id)
    typed = {"command_id": hidden(page, "command_id"), "seen": hidden(page, "seen")}

    await browser.post(address, typed | {"received_day": "02.03.2026", "text": "Vi er uenige"})

    [appeal] = (await site.stage.case(case_id)).appeals
    assert appeal.state is AppealState.LATE
