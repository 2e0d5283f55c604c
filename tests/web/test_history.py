"""Whoever audits a case sees who did what, when, on whose authority, by which rule; how it was on any day; and that it is whole."""

import asyncio
import io
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import httpx2
import pytest
from sqlalchemy import text

from domain import commands as c
from domain.actors import Role
from storage.engine import create_engine
from tests.stage import FULL_DUTY, OFFICER
from tests.web.conftest import Browser, Site
from tests.web.people import person
from web.check_history import problems

ROW = re.compile(r"<tr[^>]*>\s*<td class=\"seq\">(.*?)</tr>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
async def case(shared: Site) -> tuple[UUID, str]:
    """A case that was granted in May, with something refused on the way."""
    stage = shared.stage
    case_id = await stage.submit(applied_kr=1_200_000, budget=[])
    await stage.ask(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    await stage.set_clock(datetime(2026, 5, 20, 8, 0, tzinfo=UTC))
    await stage.grant(case_id, 1_200_000, FULL_DUTY)
    return case_id, (await stage.case(case_id)).case_no


@pytest.fixture
async def auditor(shared: Site) -> Browser:
    return await shared.browser(person(Role.STATE_AUDITOR))


async def page(browser: Browser, case: tuple[UUID, str], query: str = "") -> str:
    found = await browser.get(f"/saker/{case[1]}/historikk{query}")
    assert found.status_code == 200
    return found.text


def rows(page: str) -> list[str]:
    """Return each record as one line of words, the newest first."""
    return [" ".join(TAG.sub(" ", row).split()) for row in ROW.findall(page)]


class TestTheRecords:
    async def test_a_persons_act_has_authority_rule_and_evidence(
        self, auditor: Browser, case: tuple[UUID, str]
    ) -> None:
        (granted,) = [row for row in rows(await page(auditor, case)) if "Innvilget" in row]

        assert "20.05.2026" in granted
        assert "Leder" in granted
        assert "Budsjettfullmakt 26/1" in granted
        assert "T13" in granted
        assert "Tilskudd på" in granted

    async def test_an_automatic_step_says_what_it_follows_from_and_by_which_rule(
        self, auditor: Browser, case: tuple[UUID, str]
    ) -> None:
        found = rows(await page(auditor, case))
        (granted,) = [row for row in found if "Innvilget" in row]
        (duty,) = [row for row in found if "Rapport for 2026" in row]

        assert "Automatisk" in duty
        assert f"Følger av hendelse {_number(granted)}" in duty
        assert "Retningslinjer 2026 punkt 3" in duty.replace("\xa0", " ")
        assert "Regelsett 2026-bufdir" in duty

    async def test_what_was_refused_is_told_and_said_to_have_changed_nothing(
        self, auditor: Browser, case: tuple[UUID, str]
    ) -> None:
        (refused,) = rows(await page(auditor, case, "?vis=refused"))

        assert "Avvist: fordele saken" in refused
        assert "Ingen endring i saken" in refused

    async def test_what_people_wrote_stands_beside_what_they_did(
        self, auditor: Browser, case: tuple[UUID, str]
    ) -> None:
        assert "«Godt prosjekt»" in await page(auditor, case)

    async def test_each_family_can_be_looked_at_alone(self, auditor: Browser, case: tuple[UUID, str]) -> None:
        assert all("Automatisk" in row for row in rows(await page(auditor, case, "?vis=automatic")))
        assert len(rows(await page(auditor, case, "?vis=money"))) == 1

    async def test_pages_follow_each_other(
        self, auditor: Browser, case: tuple[UUID, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        whole = rows(await page(auditor, case))
        monkeypatch.setattr("web.pages.history._PAGE", 4)
        first = await page(auditor, case)
        older = re.search(r'href="([^"]+)">Eldre<', first)
        assert older is not None
        second = await page(auditor, case, older.group(1).replace("&amp;", "&"))

        assert rows(first) + rows(second) == whole[:8]


def _number(row: str) -> str:
    found = re.search(r"etter hendelse (\d+)", row)
    assert found is not None
    return found.group(1)


class TestTheCaseAsItWas:
    def fact(self, page: str, name: str) -> str:
        found = re.search(rf"<dt>{name}</dt><dd>(.*?)</dd>", page, re.DOTALL)
        assert found is not None
        return TAG.sub("", found.group(1)).replace("\xa0", " ").strip()

    async def test_it_is_evolved_anew_from_the_events_up_to_then(
        self, auditor: Browser, case: tuple[UUID, str]
    ) -> None:
        before, now = await page(auditor, case, "?hendelse=1"), await page(auditor, case)

        assert (self.fact(before, "Stadium"), self.fact(now, "Stadium")) == ("Innsendt", "Innvilget")
        assert (self.fact(before, "Innvilget"), self.fact(now, "Innvilget")) == ("–", "kr 1 200 000")
        assert self.fact(now, "Rapporteringsplikt").startswith("Ja, fra hendelse")

    @pytest.mark.parametrize(
        ("asked", "stage"),
        [
            ("?dato=01.03.2026&kl=23.59", "Innsendt"),
            ("?dato=2026-05-19", "Innsendt"),
            ("?dato=20.05.2026&kl=09:59", "Innsendt"),
            ("?dato=20.05.2026", "Innvilget"),
            ("?dato=1.1.2030", "Innvilget"),
            ("?dato=1.1.2020", "Innsendt"),
        ],
    )
    async def test_a_day_and_a_clock_lead_to_the_last_event_before_them(
        self, auditor: Browser, case: tuple[UUID, str], asked: str, stage: str
    ) -> None:
        found = await auditor.get(f"/saker/{case[1]}/historikk{asked}")
        assert found.status_code == 303
        shown = await auditor.get(found.headers["location"])

        assert self.fact(shown.text, "Stadium") == stage

    @pytest.mark.parametrize(
        ("asked", "said"),
        [("?dato=32.13.2026", "Skriv datoen slik"), ("?dato=01.05.2026&kl=25", "Skriv klokkeslettet slik")],
    )
    async def test_a_day_that_cannot_be_read_is_said_and_kept(
        self, auditor: Browser, case: tuple[UUID, str], asked: str, said: str
    ) -> None:
        found = await page(auditor, case, asked)

        assert said in found
        assert asked[6:].partition("&")[0] in found

    @pytest.mark.parametrize(
        "query", ["?hendelse=999", "?hendelse=0", "?hendelse=x", "?til=999999999", "?vis=x"]
    )
    async def test_an_event_that_is_not_there_is_the_newest(
        self, auditor: Browser, case: tuple[UUID, str], query: str
    ) -> None:
        assert self.fact(await page(auditor, case, query), "Stadium") == "Innvilget"


class TestWhoSeesWhat:
    async def test_the_municipality_reads_what_happened_without_what_is_the_offices_own(
        self, shared: Site, case: tuple[UUID, str]
    ) -> None:
        found = await page(await shared.browser(person(Role.APPLICANT_SIGNATORY)), case)

        assert "Innvilget" in found
        assert "Godt prosjekt" not in found
        assert "Fullmakt" not in found
        assert "kontrollpakke" not in found


class TestTheControlPackage:
    async def unpacked(self, browser: Browser, case: tuple[UUID, str], folder: Path) -> httpx2.Response:
        found = await browser.get(f"/saker/{case[1]}/kontrollpakke")
        assert found.status_code == 200
        ZipFile(io.BytesIO(found.content)).extractall(folder)
        return found

    async def test_it_can_be_checked_without_us(
        self, auditor: Browser, case: tuple[UUID, str], tmp_path: Path
    ) -> None:
        found = await self.unpacked(auditor, case, tmp_path)
        run = await asyncio.to_thread(
            subprocess.run, [sys.executable, "kontroller.py"], cwd=tmp_path, capture_output=True, check=False
        )

        assert found.headers["content-disposition"] == f'attachment; filename="kontrollpakke-{case[1]}.zip"'
        assert (run.returncode, run.stdout.strip()) == (0, b"OK")
        assert (tmp_path / "historikk.csv").read_text("utf-8-sig").startswith("Nr.;Tid;Hvem;Hva;")

    @pytest.mark.parametrize(("old", "new"), [("120000000", "130000000"), ("leader@", "loader@")])
    async def test_a_changed_event_is_found(
        self, auditor: Browser, case: tuple[UUID, str], tmp_path: Path, old: str, new: str
    ) -> None:
        await self.unpacked(auditor, case, tmp_path)
        file = tmp_path / "historikk.json"
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")

        assert problems(tmp_path) != []

    async def test_that_it_was_taken_is_noted(
        self, shared: Site, auditor: Browser, case: tuple[UUID, str], tmp_path: Path
    ) -> None:
        await self.unpacked(auditor, case, tmp_path)
        async with shared.stage.database.engine.connect() as conn:
            query = (
                "SELECT role, stream FROM access_log WHERE code = 'control_package' ORDER BY id DESC LIMIT 1"
            )
            noted = (await conn.execute(text(query))).one()

        assert tuple(noted) == ("state_auditor", f"case:{case[0]}")


async def test_a_trail_that_was_tampered_with_is_said_to_be_broken_and_can_still_be_taken(site: Site) -> None:
    case_id = await site.stage.submit()
    case_no = (await site.stage.case(case_id)).case_no
    engine = create_engine(site.stage.database.owner_dsn)
    async with engine.begin() as conn:
        await conn.execute(text("ALTER TABLE trail DISABLE TRIGGER ALL"))
        await conn.execute(
            text(
                "UPDATE trail SET envelope = replace(envelope, '40000000', '90000000') WHERE stream = :stream"
            ),
            {"stream": f"case:{case_id}"},
        )
    await engine.dispose()
    leader = await site.browser(person(Role.LEADER))
    found = await page(leader, (case_id, case_no))

    assert "Sporet er ikke helt" in found
    assert "ved hendelse 1" in found or "Hendelse 1 passer ikke" in found
    assert (await leader.get(f"/saker/{case_no}/kontrollpakke")).status_code == 200
