"""Files come with an appeal, a request or a reply: sent with it, kept while the form stays, and with the case for both sides."""

import hashlib
import io
import json
import re
import zipfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import func, select

from activities.door import Door
from activities.reconcile import reconcile, tidy
from domain.actors import Role
from storage import documents
from storage.case_file import attached
from storage.tables import document, draft_file
from tests.web.applicants import HAMAR_SIGNATORY, words
from tests.web.conftest import Browser, Site
from tests.web.people import person
from tests.web.test_command import hidden
from web.check_history import problems

PLAN = ("plan.pdf", b"%PDF-1.7 plan", "application/pdf")
MINUTES = ("referat.txt", b"Kommunestyret, sak 3", "text/plain")
PROGRAM = ("plan.exe", b"MZ\x90\x00", "application/pdf")


@dataclass(kw_only=True)
class Form:
    """The form of one command, as a browser without scripts has it."""

    site: Site
    case_id: UUID
    browser: Browser
    address: str
    page: str

    async def send(self, *files: tuple[str, bytes, str], button: str = "", **typed: str) -> httpx2.Response:
        """Type, choose files and press a button; the page that comes back is the form from then on."""
        name, _, value = button.partition("=")
        sent = await self.browser.client.post(
            self.address,
            data={
                "csrf": self.browser.token,
                "command_id": hidden(self.page, "command_id"),
                "seen": hidden(self.page, "seen"),
                **({name: value} if button else {}),
                **typed,
            },
            files=[("attachments", file) for file in files or [("", b"", "application/octet-stream")]],
        )
        self.page = sent.text or self.page
        return sent

    @property
    def case_address(self) -> str:
        return self.address.partition("/gjor/")[0]

    async def filed(self) -> list[str]:
        """Return the names of the case's documents."""
        async with self.site.stage.database.engine.connect() as conn:
            rows = await conn.scalars(
                select(document.c.name).where(document.c.stream == f"case:{self.case_id}")
            )
            return sorted(rows)

    async def held(self) -> int:
        """Return how many files wait for their command."""
        async with self.site.stage.database.engine.connect() as conn:
            return int(await conn.scalar(select(func.count()).select_from(draft_file)) or 0)


async def opened(site: Site, command: str = "file_appeal", who: Any = HAMAR_SIGNATORY) -> Form:
    """Open a form in a case with a grant; a project that ends early was paid."""
    await site.stage.mandate()
    case_id = await site.stage.submit()
    await site.stage.grant(case_id, 300_000)
    if command == "end_early":
        await site.stage.pay(case_id)
    browser = await site.browser(who)
    address = f"/saker/{(await site.stage.case(case_id)).case_no}/gjor/{command}"
    page = (await browser.get(address)).text
    return Form(site=site, case_id=case_id, browser=browser, address=address, page=page)


async def test_an_appeal_comes_with_its_files_and_both_sides_have_them(site: Site) -> None:
    form = await opened(site)

    sent = await form.send(PLAN, MINUTES, text="Vi er uenige")

    assert sent.status_code == 303
    assert "Klage 1 kom inn, med 2 vedlegg" in (await form.browser.get(sent.headers["location"])).text
    assert (await form.filed(), await form.held()) == (["plan.pdf", "referat.txt"], 0)
    for browser in (form.browser, await site.browser(person(Role.CASE_OFFICER))):
        page = (await browser.get(form.case_address)).text
        found = re.search(r'href="([^"]*/dokument/[^"]*)"[^>]*>plan\.pdf', page)
        assert found is not None
        file = await browser.get(found[1])
        assert file.content == PLAN[1]
        assert file.headers["content-disposition"].startswith("attachment")


async def test_the_office_sees_what_a_document_came_with(site: Site) -> None:
    form = await opened(site)
    await form.send(PLAN, text="Vi er uenige")

    page = (await (await site.browser(person(Role.CASE_OFFICER))).get(form.case_address)).text

    assert "Kom med: klage" in words(page)


async def test_a_file_that_is_not_taken_keeps_the_form_with_its_words_and_the_other_files(site: Site) -> None:
    form = await opened(site)

    refused = await form.send(PLAN, PROGRAM, text="Vi er uenige")

    assert refused.status_code == 422
    assert "Filtypen tas ikke imot" in form.page
    assert "Vi er uenige" in form.page
    assert "AppealFiled" not in await site.stage.kinds(form.case_id)
    assert (await form.send(text="Vi er uenige")).status_code == 303
    assert await form.filed() == ["plan.pdf"]


async def test_what_is_uploaded_first_stays_with_the_words_and_can_be_taken_away(site: Site) -> None:
    form = await opened(site)

    await form.send(PLAN, button="enclose=yes", text="Vi er uenige")
    await form.send(MINUTES, button="enclose=yes", text="Vi er uenige")
    drop = re.search(r'name="drop" value="([0-9a-f]{64})">[^/]*</span></button>', form.page)
    assert drop is not None
    await form.send(button=f"drop={drop[1]}", text="Vi er uenige")

    assert "Vi er uenige" in form.page
    assert "AppealFiled" not in await site.stage.kinds(form.case_id)
    assert await form.held() == 1


async def test_a_refused_command_keeps_its_files_for_the_next_try(site: Site) -> None:
    form = await opened(site, "end_early")

    refused = await form.send(PLAN, end_day="1.1.2020", reason="Lederen sluttet")

    assert refused.status_code == 409
    assert "plan.pdf" in form.page
    today = f"{await site.stage.now():%d.%m.%Y}"
    assert (await form.send(end_day=today, reason="Lederen sluttet")).status_code == 303
    assert (await form.filed(), await form.held()) == (["plan.pdf"], 0)


async def test_sent_twice_it_is_one_appeal_with_one_file(site: Site) -> None:
    form = await opened(site)
    first = form.page

    await form.send(PLAN, text="Vi er uenige")
    form.page = first
    again = await form.send(PLAN, text="Vi er uenige")

    assert again.status_code == 303
    assert (await site.stage.kinds(form.case_id)).count("AppealFiled") == 1
    assert await form.filed() == ["plan.pdf"]


async def test_with_the_engine_away_the_files_come_to_the_case_when_the_appeal_does(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = await opened(site)
    monkeypatch.setattr(site.app.state, "house", replace(site.house, client=None))

    await form.send(PLAN, text="Vi er uenige")
    assert (await form.filed(), await form.held()) == ([], 1)
    stage, later = site.stage, datetime.now(UTC).replace(year=2099)
    await reconcile(stage.database.engine, Door(stage.database.engine, stage.client, stage.task_queue), later)
    await tidy(stage.database.engine, datetime.now(UTC))

    assert (await form.filed(), await form.held()) == (["plan.pdf"], 0)


async def test_an_officer_registers_an_appeal_that_came_on_paper_with_its_original(site: Site) -> None:
    form = await opened(site, who=person(Role.CASE_OFFICER))

    assert (await form.send(PLAN, text="Vi er uenige")).status_code == 303

    assert await form.filed() == ["plan.pdf"]


async def test_files_under_somebody_elses_command_are_not_reached(site: Site) -> None:
    form = await opened(site)
    await form.send(PLAN, button="enclose=yes", text="Vi er uenige")
    officer = replace(form, browser=await site.browser(person(Role.CASE_OFFICER)))

    assert (await officer.send(button="enclose=yes", text="x")).status_code == 404


async def test_a_form_that_takes_no_files_keeps_none(site: Site) -> None:
    form = await opened(site, "withdraw_appeal")
    form.page = f'name="command_id" value="{uuid4()}" name="seen" value="1"'

    await form.send(PLAN, appeal="1")

    assert await form.held() == 0


async def test_the_control_package_holds_the_files_that_the_history_names(site: Site, tmp_path: Path) -> None:
    form = await opened(site)
    await form.send(PLAN, text="Vi er uenige")
    auditor = await site.browser(person(Role.STATE_AUDITOR))
    package = (await auditor.get(f"{form.case_address}/kontrollpakke")).content
    zipfile.ZipFile(io.BytesIO(package)).extractall(tmp_path)
    assert problems(tmp_path) == []

    proof = json.loads((tmp_path / "bevis.json").read_text("utf-8"))
    (tmp_path / "bevis.json").write_text(json.dumps(proof | {"documents": []}), "utf-8")

    assert problems(tmp_path) == [f"dokumenter: {hashlib.sha256(PLAN[1]).hexdigest()}"]


async def test_an_erased_file_is_said_to_be_erased_and_the_package_is_still_whole(
    site: Site, tmp_path: Path
) -> None:
    form = await opened(site)
    await form.send(PLAN, text="Vi er uenige")
    engine = site.stage.database.engine
    async with engine.begin() as conn:
        (file,) = await attached(conn, form.case_id)
        await documents.erase(conn, [file.document_id], datetime.now(UTC))

    page = (await form.browser.get(form.case_address)).text
    auditor = await site.browser(person(Role.STATE_AUDITOR))
    package = (await auditor.get(f"{form.case_address}/kontrollpakke")).content
    zipfile.ZipFile(io.BytesIO(package)).extractall(tmp_path)

    assert "(Dokumentet er slettet.)" in page
    assert "plan.pdf" not in page
    assert (await form.browser.get(f"{form.case_address}/dokument/{file.document_id}")).status_code == 404
    assert problems(tmp_path) == []
    assert "Sporet er ikke helt" not in (await auditor.get(f"{form.case_address}/historikk")).text
