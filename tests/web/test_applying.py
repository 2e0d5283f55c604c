"""The application as a municipality fills it in: nothing typed is lost, what is lacking is said with its rule, one receipt."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from activities.deliver import Deliverer, DeliverySettings
from activities.names import names
from activities.reconcile import reconcile, tidy
from domain.commands import Submit, parse_body
from domain.rounds import RoundCriterion
from domain.ruleset import Check, CountOf, Strand
from letters.formats import Language
from letters.messages import compose
from storage.tables import case_head, document, draft, draft_field, inbox
from tests.domain.applications import HAMAR, LOTEN
from tests.stage import CRITERIA
from tests.web.applicants import (
    HAMAR_EDITOR,
    HAMAR_SIGNATORY,
    LOTEN_SIGNATORY,
    MONEY,
    WHO,
    Applying,
    begin,
    filled_in,
    seen,
    value,
    words,
)
from tests.web.conftest import Site
from web.app import create_app
from web.house import House
from web.words import has


async def cases(hamar: Applying) -> list[str]:
    """Return the case that came of a draft, if one did."""
    query = select(case_head.c.case_no).join(draft, draft.c.case_id == case_head.c.case_id)
    async with hamar.site.stage.database.engine.connect() as conn:
        return list(await conn.scalars(query.where(draft.c.draft_id == hamar.draft_id)))


async def left_of(hamar: Applying) -> set[str]:
    """Return the paths of what is still written in a draft."""
    query = select(draft_field.c.path).where(draft_field.c.draft_id == hamar.draft_id)
    async with hamar.site.stage.database.engine.connect() as conn:
        return set(await conn.scalars(query))


# --- calls ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", list(Language))
def test_whatever_a_round_can_ask_has_words(language: Language) -> None:
    keys = [f"asked-{check}" for check in Check] + [f"asked-least-{count}" for count in CountOf]

    assert [key for key in keys if not has(language, key)] == []


async def test_a_call_says_by_when_who_and_by_which_rule_to_whoever_asks(shared: Site) -> None:
    async with shared.stranger() as stranger:
        number = re.findall(r"/utlysninger/([A-Z0-9-]+)\"", (await stranger.get("/utlysninger")).text)[0]
        page = words((await stranger.get(f"/utlysninger/{number}")).text)

    assert "01.06.2026 kl. 23.59 norsk tid" in page
    assert "Kommuner i Innlandet" in page
    assert re.search(r"Må Minst 2 barnevernstjenester deltar.* Retningslinjer 2026 punkt", page)
    assert "Start søknad" not in page


async def test_a_call_that_has_closed_is_not_among_them(site: Site) -> None:
    await site.stage.set_clock(datetime.fromisoformat("2026-06-01T22:00:00+00:00"))
    async with site.stranger() as stranger:
        page = words((await stranger.get("/utlysninger")).text)

    assert "Ingen utlysninger er åpne nå" in page


# --- writing --------------------------------------------------------------------------------------------------------


async def test_what_is_typed_stands_there_when_one_comes_back(shared: Site) -> None:
    hamar = await begin(shared)

    sent = await hamar.send("applicant", **{"network.name": "Nettverk <b> & co"})
    page = await hamar.open("applicant")

    assert sent.headers["location"] == f"{hamar.address}/steg/plan"
    assert value(page, "network.name") == "Nettverk <b> & co"


async def test_it_saves_by_itself_and_says_when(shared: Site) -> None:
    hamar = await begin(shared)
    content = {"csrf": hamar.browser.token, "seen": "{}", "applied": "400000"}

    answer = await hamar.browser.client.post(
        f"{hamar.address}/steg/network", data=content, headers={"hx-request": "true"}
    )

    assert "Lagret kl. 10.00. Dere kan lukke siden." in words(answer.text)
    assert value(await hamar.open("network"), "applied") == "400\u00a0000"


async def test_what_cannot_be_read_is_kept_and_said_at_its_field(shared: Site) -> None:
    hamar = await begin(shared)
    await hamar.send("network", "stay", applied="ni hundre tusen")

    page = await hamar.open("network")

    assert value(page, "applied") == "ni hundre tusen"
    assert 'href="#i-applied"' in page
    assert "«Søkt tilskudd» kan ikke leses. Skriv et beløp" in words(page)


async def test_a_budget_that_does_not_add_up_says_by_how_much(shared: Site) -> None:
    hamar = await begin(shared)
    await hamar.send("network", "stay", **{**MONEY, "applied": "360 000"})

    page = words(await hamar.open("network"))

    assert "Finansieringen er kr 40 000 lavere enn kostnadene" in page
    assert "Sum kostnader 450 000" in page


async def test_nothing_is_said_of_a_step_that_nobody_has_been_to(shared: Site) -> None:
    hamar = await begin(shared)

    assert "må rettes" not in words(await hamar.open("network"))


async def test_a_national_identity_number_is_warned_of_and_never_refused(shared: Site) -> None:
    hamar = await filled_in(shared)
    await hamar.send("plan", "stay", **{"project.plan": "Kontakt 13097248022 om planen"})

    page = words(await hamar.open("plan"))

    assert "Teksten ser ut til å ha et fødselsnummer. Ta det bort" in page
    assert "må rettes" not in words(await hamar.open("check"))


async def test_rows_come_and_go(shared: Site) -> None:
    hamar = await begin(shared)
    added = await hamar.send("network", "add:cost", **{"new.cost.kind": "training"})
    page = await hamar.open("network")
    assert added.headers["location"].endswith("/steg/network#cost.5")
    assert value(page, "cost.5.kind") == "training"

    await hamar.send("network", "remove:cost.5")

    assert 'name="cost.5.kind"' not in await hamar.open("network")


async def test_only_fields_of_the_step_are_taken(shared: Site) -> None:
    hamar = await begin(shared)
    await hamar.send("applicant", "stay", **{"applied": "1", "visited.check": "yes", "cost.x.amount": "1"})

    paths = await left_of(hamar)
    assert paths.isdisjoint({"applied", "visited.check", "cost.x.amount"})


# --- together -------------------------------------------------------------------------------------------------------


async def test_each_municipality_answers_with_its_own_login(shared: Site) -> None:
    hamar = await begin(shared)
    await hamar.send("network", "invite", **{"new.member": LOTEN})
    loten = await hamar.as_(LOTEN_SIGNATORY)
    assert "Du er bedt" not in words((await loten.browser.get("/soknader")).text)
    assert "Dere er bedt om å delta" in words((await loten.browser.get("/soknader")).text)

    await hamar.answer("yes", anchored_by="En", anchored_as="kommunedirektør")
    page = words(await hamar.open("network"))
    assert "Løten Barnevernstjenesten i Løten Ikke svart" in page

    await loten.answer("yes", anchored_by="To", anchored_as="barnevernsleder")
    page = words(await hamar.open("network"))
    assert "Løten Barnevernstjenesten i Løten Bekreftet" in page
    assert "barnevernsleder" in page


async def test_a_yes_says_who_stands_behind_it(shared: Site) -> None:
    hamar = await begin(shared)

    answered = await hamar.answer("yes", anchored_by="En", anchored_as=" ")

    assert answered.status_code == 422
    assert 'value="En"' in answered.text
    assert "Stilling: Fyll ut dette." in words(answered.text)


async def test_who_says_no_is_not_counted(shared: Site) -> None:
    hamar = await filled_in(shared)
    await (await hamar.as_(LOTEN_SIGNATORY)).answer("no")

    page = words(await hamar.open("check"))

    assert "Nettverket har 1 barnevernstjenester, og må ha minst 2" in page


async def test_a_municipality_that_is_asked_writes_too_and_cannot_send(shared: Site) -> None:
    hamar = await begin(shared)
    await hamar.send("network", "invite", **{"new.member": LOTEN})
    loten = await hamar.as_(LOTEN_SIGNATORY)

    await loten.send("plan", **{"project.title": "Fra Løten"})
    sent = await loten.browser.post(f"{hamar.address}/send")
    struck = await loten.send("network", f"strike:{HAMAR}")

    assert value(await hamar.open("plan"), "project.title") == "Fra Løten"
    assert sent.status_code == 404
    assert struck.status_code == 303
    assert "Hamar (vert)" in words(await hamar.open("network"))


async def test_others_in_the_draft_are_seen_and_what_they_changed(shared: Site) -> None:
    hamar = await begin(shared)
    revision = re.findall(r"andre\?sett=(\d+)", await hamar.open("plan"))[0]
    editor = await hamar.as_(HAMAR_EDITOR)
    await editor.send("plan", "stay", **{"project.title": "Ny tittel"})

    told = await hamar.browser.get(f"{hamar.address}/steg/plan/andre?sett={revision}")

    assert "Søker med skrivetilgang, Hamar, redigerer nå: Plan og mål." in words(told.text)
    assert "Prosjektets navn. Hent endringene" in words(told.text)


async def test_two_in_one_field_keep_both_texts_until_one_is_chosen(shared: Site) -> None:
    hamar = await begin(shared)
    before = seen(await hamar.open("plan"))
    editor = await hamar.as_(HAMAR_EDITOR)
    await editor.send("plan", "stay", **{"project.title": "Deres"})
    address = f"{hamar.address}/steg/plan"

    asked = await hamar.browser.post(address, {"seen": before, "do": "next", "project.title": "Mitt"})
    assert value(asked.text, "project.title") == "Mitt"
    assert "Prosjektets navn Deres Mitt" in words(asked.text)

    chosen = {"seen": seen(asked.text), "do": "stay", "project.title": "Mitt", "choose.project.title": "mine"}
    await hamar.browser.post(address, chosen)
    assert value(await hamar.open("plan"), "project.title") == "Mitt"


async def test_the_other_text_can_be_chosen_too(shared: Site) -> None:
    hamar = await begin(shared)
    before = seen(await hamar.open("plan"))
    editor = await hamar.as_(HAMAR_EDITOR)
    await editor.send("plan", "stay", **{"project.title": "Deres"})

    chosen = {"seen": before, "do": "stay", "project.title": "Mitt", "choose.project.title": "theirs"}
    await hamar.browser.post(f"{hamar.address}/steg/plan", chosen)

    assert value(await hamar.open("plan"), "project.title") == "Deres"


# --- files ----------------------------------------------------------------------------------------------------------


async def attach(hamar: Applying, name: str, content: bytes) -> str:
    sent = await hamar.browser.client.post(
        f"{hamar.address}/vedlegg",
        data={"csrf": hamar.browser.token},
        files={"file": (name, content, "text/html")},
        follow_redirects=True,
    )
    return sent.text


async def test_a_file_is_handed_out_as_a_file(shared: Site) -> None:
    hamar = await begin(shared)
    page = await attach(hamar, "plan.html", b"%PDF-1.7 plan")
    href = re.findall(r'href="([^"]+/vedlegg/[0-9a-f]{64})"', page)[0]

    found = await hamar.browser.get(href)

    assert found.content == b"%PDF-1.7 plan"
    assert found.headers["content-type"] == "application/octet-stream"
    assert found.headers["content-disposition"] == "attachment; filename*=UTF-8''plan.pdf"


async def test_what_is_not_taken_says_why(shared: Site) -> None:
    hamar = await begin(shared)

    page = words(await attach(hamar, "plan.pdf", b"<script>alert(1)</script>\x00"))

    assert "Filtypen tas ikke imot." in page
    assert "Ingen vedlegg." in page


# --- sending --------------------------------------------------------------------------------------------------------


async def test_an_application_that_lacks_something_is_not_sent(shared: Site) -> None:
    hamar = await begin(shared)

    sent = await hamar.browser.post(f"{hamar.address}/send")

    assert sent.headers["location"] == f"{hamar.address}/steg/check?sendt=nei"
    page = words(await hamar.open("check"))
    assert "«Nettverkets navn» er ikke fylt ut" in page
    assert "Hamar kommune har ikke bekreftet deltakelsen" in page
    assert await cases(hamar) == []


async def test_the_receipt_says_when_it_was_received_and_the_case_is_there(shared: Site) -> None:
    hamar = await filled_in(shared)
    await attach(hamar, "plan.pdf", b"%PDF-1.7 plan")

    sent = await hamar.browser.post(f"{hamar.address}/send")
    receipt = words((await hamar.browser.get(sent.headers["location"])).text)

    assert "Søknaden er mottatt 01.03.2026 kl. 10.0" in receipt
    assert "Den kom innen fristen." in receipt
    [case_no] = await cases(hamar)
    assert case_no in receipt
    async with shared.stage.database.engine.connect() as conn:
        case_id = await conn.scalar(select(draft.c.case_id).where(draft.c.draft_id == hamar.draft_id))
        content = await conn.scalar(select(inbox.c.content).where(inbox.c.stream == f"case:{case_id}"))
        filed = list(
            await conn.scalars(select(document.c.name).where(document.c.stream == f"case:{case_id}"))
        )
    body = parse_body(content)
    assert isinstance(body, Submit)
    assert [one.municipality for one in body.application.members] == [HAMAR, LOTEN]
    assert all(one.anchoring and one.consented_on for one in body.application.members)
    assert body.application.own_funding[0].municipality == HAMAR
    assert filed == ["plan.pdf"]
    assert await left_of(hamar) == set()


async def test_pressed_twice_it_is_one_application(shared: Site) -> None:
    hamar = await filled_in(shared)

    for _ in range(2):
        await hamar.browser.post(f"{hamar.address}/send")

    assert len(await cases(hamar)) == 1


async def test_who_writes_does_not_send(shared: Site) -> None:
    hamar = await filled_in(shared)
    editor = await hamar.as_(HAMAR_EDITOR)

    sent = await editor.browser.post(f"{hamar.address}/send")

    assert sent.status_code == 403
    assert "Be signataren logge inn" in words(await editor.open("check"))


async def test_with_the_engine_away_it_is_received_all_the_same(site: Site) -> None:
    hamar = await filled_in(site)
    house = site.house
    alone = House(settings=house.settings, engine=house.engine, client=None, task_queue=house.task_queue)
    app, site.app = site.app, create_app(alone)
    stranded = await hamar.as_(HAMAR_SIGNATORY)

    sent = await stranded.browser.post(f"{hamar.address}/send")
    waiting = words((await stranded.browser.get(sent.headers["location"])).text)
    assert "Mottatt kl. 10.0" in waiting
    assert await cases(hamar) == []

    site.app = app
    await reconcile(house.engine, house.door, house.now() + timedelta(minutes=1))
    receipt = words((await hamar.browser.get(f"{hamar.address}/kvittering")).text)
    assert "Søknaden er mottatt" in receipt


async def test_drafts_are_emptied_by_the_clock_where_nobody_looks_at_the_receipt(site: Site) -> None:
    hamar = await filled_in(site)
    await hamar.browser.post(f"{hamar.address}/send")

    await tidy(site.house.engine, site.house.now())

    assert await left_of(hamar) == set()


async def test_a_draft_is_deleted_when_that_is_confirmed(shared: Site) -> None:
    hamar = await begin(shared)

    asked = await hamar.browser.post(f"{hamar.address}/slett")
    assert asked.headers["location"] == f"{hamar.address}/slett"
    assert "Slette kladden?" in words((await hamar.browser.get(asked.headers["location"])).text)

    await hamar.browser.post(f"{hamar.address}/slett", {"sure": "yes"})
    assert (await hamar.browser.get(hamar.address)).status_code == 404


# --- networks of leaders --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
async def leaders(shared: Site) -> str:
    """The number of a round for networks of leaders."""
    await shared.stage.mandate(pot="leader")
    round_id = await shared.stage.open_round(
        strand=Strand.LEADER,
        title="Barnevernsledernettverk 2026",
        criteria=tuple(RoundCriterion(key=key, nb="Kriterium", nn="Kriterium") for key in CRITERIA),
    )
    async with shared.stage.database.engine.connect() as conn:
        found = await conn.scalar(text("select round_no from round where round_id = :id"), {"id": round_id})
    return str(found)


async def test_a_network_of_leaders_applies_with_the_simple_form(shared: Site, leaders: str) -> None:
    hamar = await begin(shared, round_no=leaders)
    await hamar.send(
        "applicant",
        **{
            "network.name": "Lederne i Hedmarken",
            "contact.name": "Leder",
            "contact.email": "post@hamar.example",
        },
    )
    await hamar.send("leaders", "invite", **{"new.member": LOTEN})
    page = await hamar.open("leaders")
    assert "Bekreftelse" not in words(page)
    typed: dict[str, Any] = {
        "project.title": "Lederarena",
        "arena": "Hver sjette uke.",
        "participants": "8",
        "activities": ["leadership_training", ""],
        "person.1.municipality": HAMAR,
        "person.1.role": "child_welfare_leader",
        "person.1.name": "Leder i Hamar",
        "person.2.municipality": LOTEN,
        "person.2.role": "child_welfare_leader",
        "person.2.name": "Leder i Løten",
    }
    await hamar.send("leaders", **typed)
    await hamar.send("amount", applied="150 000", received="no")

    sent = await hamar.browser.post(f"{hamar.address}/send")

    assert sent.headers["location"] == f"{hamar.address}/kvittering", words(await hamar.open("check"))
    assert len(await cases(hamar)) == 1


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("strand", list(Strand))
async def test_every_step_can_be_read_in_every_language(
    shared: Site, leaders: str, language: Language, strand: Strand
) -> None:
    hamar = await begin(shared, round_no=leaders if strand is Strand.LEADER else "")
    hamar.browser.client.cookies.set("saksgang_language", language.value)
    shown = await hamar.open("applicant")

    for step in re.findall(rf'href="{hamar.address}/steg/([a-z]+)"', shown):
        assert f'lang="{language.value}"' in await hamar.open(step)
    assert (await hamar.browser.get("/soknader")).status_code == 200
    assert (await hamar.browser.get(f"{hamar.address}/bekreft")).status_code == 200


async def outbox(site: Site) -> list[dict[str, Any]]:
    async with site.stage.database.engine.connect() as conn:
        rows = await conn.execute(text("SELECT payload FROM outbox WHERE stream LIKE 'draft:%' ORDER BY id"))
        return [row.payload for row in rows]


def mails(spool: Path) -> str:
    return "".join(file.read_text() for file in spool.glob("draft*.eml"))


async def test_a_member_that_has_not_answered_is_written_to_with_the_way_to_its_answer(
    site: Site, tmp_path: Path
) -> None:
    hamar = await begin(site)
    await hamar.send("applicant", **WHO)
    await hamar.send("network", "invite", **{"new.member": LOTEN})
    address = {f"mail.{LOTEN}.address": "postmottak@loten.example"}

    for _ in range(2):
        await hamar.send("network", f"remind:{LOTEN}", **address)

    # Pressed twice in a day it is sent once.
    (sent,) = await outbox(site)
    assert sent["address"] == "postmottak@loten.example"
    message = compose(sent, {}, names(Language.NB))
    assert "Hamar kommune søker tilskudd for «Læringsnettverk Hedmarken»" in message.body
    assert f"{hamar.address}/bekreft" in message.body
    settings = DeliverySettings(spool_dir=tmp_path, payment_dir=tmp_path)
    await Deliverer(site.stage.database.engine, settings, site.house.door.send_for_outbox).deliver_due()
    assert "To: postmottak@loten.example" in mails(tmp_path)
    assert "påminnet" in words(await hamar.open("network"))


async def test_without_an_address_nobody_is_said_to_be_reminded(site: Site) -> None:
    hamar = await begin(site)
    await hamar.send("network", "invite", **{"new.member": LOTEN})

    answered = await hamar.send("network", f"remind:{LOTEN}")

    assert "Skriv e-postadressen til kommunen" in (await hamar.browser.get(answered.headers["location"])).text
    assert "påminnet" not in words(await hamar.open("network"))
    assert await outbox(site) == []


async def test_only_who_applies_reminds(site: Site) -> None:
    hamar = await begin(site)
    await hamar.send("network", "invite", **{"new.member": LOTEN})
    loten = await hamar.as_(LOTEN_SIGNATORY)

    await loten.send("network", f"remind:{LOTEN}", **{f"mail.{LOTEN}.address": "alle@loten.example"})

    assert await outbox(site) == []
