"""A command's form: what is typed is sent, what is wrong is said at its place, and nothing typed is lost."""

import itertools
import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import Request

from domain import commands as c
from domain.actors import Role
from domain.authority import MAY
from domain.codec import case_of, round_of
from domain.commands import BODIES
from domain.report_form import AskedInReport
from letters.formats import Language
from storage import queries
from storage.rows import Head
from storage.rulesets import load_rule_sets
from tests.stage import CRITERIA, LEADER, OFFICER, Stage
from tests.web.conftest import Browser, Site
from tests.web.people import person
from web.forms.fields import OWN_PAGES, fields_of
from web.forms.filling import beginning, filled
from web.report_asks import ReportAsks
from web.visit import Visit


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None
    return found[1]


async def address_of(stage: Stage, case_id: UUID) -> str:
    return f"/saker/{(await stage.case(case_id)).case_no}"


async def fill_in(browser: Browser, address: str, **typed: object) -> "tuple[int, str, str]":
    """Open a form, type, and send it as a browser does; return the status, where to, and the page."""
    opened = (await browser.get(address)).text
    content = {"command_id": hidden(opened, "command_id"), "seen": hidden(opened, "seen"), **typed}
    sent = await browser.post(address, content)
    return sent.status_code, sent.headers.get("location", ""), sent.text


@pytest.mark.parametrize("command", sorted(BODIES.keys() - OWN_PAGES))
def test_every_field_of_every_command_can_be_drawn(command: str) -> None:
    model = {name for name in BODIES[command].model_fields if name != "kind"}

    assert {one.name.partition(".")[0] for one in fields_of(command)} == model


async def test_every_form_has_all_its_words_in_every_language(site: Site) -> None:
    case_id = await site.stage.submit()
    async with site.stage.database.engine.connect() as conn:
        head = await queries.case_by(conn, case_id)
    assert head is not None
    case, round_ = case_of(head.state), round_of(await _round_state(site, head))
    every_question = tuple(
        AskedInReport(rule=one.rule, question=one.key, required=one.required)
        for rules in load_rule_sets().values()
        for one in rules.report_questions
    )
    for language, command in itertools.product(Language, sorted(BODIES.keys() - OWN_PAGES)):
        if MAY[command][0] == {Role.SYSTEM}:
            continue
        fields = filled(language, fields_of(command), case, round_, OFFICER)
        page = site.app.state.templates.render(
            "command.html",
            Visit(request=_request(site), house=site.house, language=language, actor=OFFICER),
            {
                "head": head,
                "case": case,
                "command": command,
                "action": "/",
                "fields": fields,
                "asks": ReportAsks(questions=every_question if command == "deliver_report" else ()),
                "values": beginning(language, command, case, None),
                "errors": {one.name: "missing" for one in fields},
                "refusal": None,
                "blocked": None,
                "moved_on": False,
                "enclosed": None,
                "warned": [],
                "command_id": uuid4(),
                "seen": 1,
            },
        )
        assert "<form" in page, command
        assert ("B21-09" in page) is (command == "deliver_report")


def _request(site: Site) -> Request:
    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": "/",
            "query_string": b"",
            "headers": [],
            "server": ("localhost", 8000),
            "scheme": "http",
            "app": site.app,
        }
    )


async def _round_state(site: Site, head: Head) -> dict[str, Any]:
    async with site.stage.database.engine.connect() as conn:
        row = await queries.round_by(conn, head.round_id)
    assert row is not None
    return row.state


async def test_a_command_is_carried_out_and_the_case_says_what_was_written(site: Site) -> None:
    address = await address_of(site.stage, await site.stage.submit())
    browser = await site.browser(person(Role.CASE_OFFICER))

    status, to, _ = await fill_in(browser, f"{address}/gjor/declare_impartiality", impartial="yes")

    assert status == 303
    assert to.startswith(f"{address}?svar=")
    assert "Habilitetserklæring: habil" in (await browser.get(to)).text


async def test_sent_twice_it_happens_once(site: Site) -> None:
    case_id = await site.stage.submit()
    address = await address_of(site.stage, case_id)
    browser = await site.browser(person(Role.CASE_OFFICER))
    content = {"command_id": str(uuid4()), "seen": "1", "impartial": "yes"}

    for _ in range(2):
        await browser.post(f"{address}/gjor/declare_impartiality", content)

    assert (await site.stage.kinds(case_id)).count("ImpartialityDeclared") == 1


async def test_what_cannot_be_read_is_said_at_its_field_and_what_was_typed_stays(site: Site) -> None:
    case_id = await site.stage.submit()
    await site.stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    await site.stage.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    address = await address_of(site.stage, case_id)
    browser = await site.browser(person(Role.CASE_OFFICER))

    status, _, page = await fill_in(
        browser,
        f"{address}/gjor/return_for_supplement",
        deficiencies="plan_missing",
        explanation="Planen mangler datoer",
        last_day="i morgen",
    )

    assert status == 422
    assert 'href="#f-last_day"' in page
    assert "Planen mangler datoer" in page
    assert 'value="i morgen"' in page


async def test_a_refusal_says_reason_rule_and_what_mends_it(site: Site) -> None:
    case_id = await site.stage.submit()
    await site.stage.recommend(case_id, 100_000)
    browser = await site.browser(person(Role.LEADER))

    page = (await browser.get(f"{await address_of(site.stage, case_id)}/gjor/grant")).text

    assert "Du har ikke sagt om du er habil i denne saken." in page
    assert "/gjor/declare_impartiality" in page


async def test_what_a_colleague_did_meanwhile_is_told_and_the_typing_kept(site: Site) -> None:
    case_id = await site.stage.submit()
    address = await address_of(site.stage, case_id)
    browser = await site.browser(person(Role.CASE_OFFICER))
    seen = (await site.stage.case(case_id)).seq
    await site.stage.do(case_id, LEADER, c.DeclareImpartiality(impartial=True))

    sent = await browser.post(
        f"{address}/gjor/declare_impartiality",
        {"command_id": str(uuid4()), "seen": str(seen), "impartial": "no", "reason": "Naboen min søker"},
    )

    assert sent.status_code == 409
    assert "Saken er endret mens du skrev" in sent.text
    assert "Naboen min søker" in sent.text
    again = await browser.post(
        f"{address}/gjor/declare_impartiality",
        {
            "command_id": hidden(sent.text, "command_id"),
            "seen": hidden(sent.text, "seen"),
            "impartial": "no",
            "reason": "Naboen min søker",
        },
    )
    assert again.status_code == 303


async def test_another_office_is_chosen_by_its_name_and_asked_to_take_the_case_over(site: Site) -> None:
    case_id = await site.stage.submit()
    browser = await site.browser(person(Role.LEADER))
    address = f"{await address_of(site.stage, case_id)}/gjor/ask_transfer"

    page = (await browser.get(address)).text
    await fill_in(browser, address, office="SFAG", reason="Vertskommunen har byttet fylke")

    assert 'value="SFAG"' in page
    assert "Statsforvalteren i Agder" in page
    assert 'value="SFIN"' not in page
    assert (await site.stage.case(case_id)).transfer_to == "SFAG"


@pytest.mark.edge("E16")
async def test_days_for_the_letter_are_proposed_and_not_filled_in(site: Site) -> None:
    case_id = await site.stage.submit()
    await site.stage.assess(case_id, 100_000)
    browser = await site.browser(person(Role.CASE_OFFICER))

    page = (await browser.get(f"{await address_of(site.stage, case_id)}/gjor/recommend")).text

    assert "Forslag: 03.04.2028." in page
    assert 'value="03.04.2028"' not in page


async def test_the_whole_assessment_is_typed_into_one_form(site: Site) -> None:
    case_id = await site.stage.submit()
    await site.stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    await site.stage.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    browser = await site.browser(person(Role.CASE_OFFICER))
    answers = {f"answers.{key}.met": "yes" for key in CRITERIA}
    answers |= {f"answers.{key}.reason": "Godt begrunnet" for key in CRITERIA}

    status, _, page = await fill_in(
        browser,
        f"{await address_of(site.stage, case_id)}/gjor/assess",
        **answers,
        knowledge_environment_needed="no",
        knowledge_environment_reason="Har det selv",
        proposed_ore="400 000",
    )

    assert status == 303, page
    assessed = (await site.stage.case(case_id)).assessment
    assert assessed is not None
    assert assessed.proposed_ore == 40_000_000


async def test_with_the_engine_away_it_is_received_with_a_number_that_asks_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = await site.stage.submit()
    address = await address_of(site.stage, case_id)
    browser = await site.browser(person(Role.CASE_OFFICER))
    away = type(site.house)(
        settings=site.house.settings, engine=site.house.engine, client=None, task_queue=site.house.task_queue
    )
    monkeypatch.setattr(site.app.state, "house", away)

    _, to, _ = await fill_in(browser, f"{address}/gjor/declare_impartiality", impartial="yes")
    page = (await browser.get(to)).text

    assert "ikke behandlet ennå" in page
    assert 'hx-trigger="every 5s"' in page
    assert '<meta http-equiv="refresh"' in page


async def test_somebody_elses_command_is_not_shown_under_another_case(site: Site) -> None:
    one, other = await site.stage.submit(), await site.stage.submit()
    command_id = site.stage.answers[-2].command_id
    browser = await site.browser(person(Role.CASE_OFFICER))

    found = await browser.get(f"{await address_of(site.stage, other)}/svar/{command_id}")

    assert one != other
    assert found.status_code == 404


async def test_a_form_without_our_token_is_refused_and_nothing_is_written(site: Site) -> None:
    case_id = await site.stage.submit()
    browser = await site.browser(person(Role.CASE_OFFICER))
    browser.token = "AAAA"

    sent = await browser.post(
        f"{await address_of(site.stage, case_id)}/gjor/declare_impartiality", {"impartial": "yes"}
    )

    assert sent.status_code == 403
    assert await site.stage.kinds(case_id) == ["Submitted"]
