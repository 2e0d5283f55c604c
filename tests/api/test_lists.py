"""What else can be read: histories, files, tasks, what is overdue, the registers, and the list of cases as a file."""

import csv
import io
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from domain.actors import Role
from domain.sight import OFFICES_OWN
from tests.api.conftest import Caller, Service
from tests.domain.applications import ORG_HAMAR
from tests.stage import START
from tests.web.addresses import of_case
from tests.web.people import OTHER_OFFICE


async def all_of(caller: Caller, address: str) -> list[dict[str, object]]:
    """Follow the links to the end."""
    found: list[dict[str, object]] = []
    while address:
        page = (await caller.get(address)).json()
        found += page["items"]
        address = (page["next"] or "").removeprefix("/api/v1")
    return found


async def test_the_office_is_told_more_of_a_history_than_the_municipality(shared: Service) -> None:
    case_id = await shared.stage.submit()
    await shared.stage.assess(case_id, 100_000)
    case = await shared.stage.case(case_id)

    office = await all_of(shared.program(Role.CASE_OFFICER), f"/cases/{case.case_no}/history?limit=2")
    own = await all_of(shared.program(Role.APPLICANT_EDITOR, ORG_HAMAR), f"/cases/{case.case_no}/history")

    assert [one["seq"] for one in office] == list(range(1, len(office) + 1))
    heard = [one for one in office if one["kind"] not in OFFICES_OWN]
    assert [(one["seq"], one["text"]) for one in heard] == [(one["seq"], one["text"]) for one in own]
    assert own != office
    assert all(one["body"] is not None and one["subject"] for one in office)
    hidden = ("body", "subject", "command_id", "recorded_at", "reason")
    assert all(one[name] is None for one in own for name in hidden)


async def test_documents_and_letters_are_handed_out_as_files_and_texts(shared: Service) -> None:
    case_id = await shared.stage.submit()
    case = await shared.stage.case(case_id)
    filed = await of_case(shared.stage, case_id)
    own = shared.program(Role.APPLICANT_EDITOR, ORG_HAMAR)

    listed = (await own.get(f"/cases/{case.case_no}/documents")).json()["items"]
    document = await own.get(f"/cases/{case.case_no}/documents/{filed['document_id']}")
    letters = (await own.get(f"/cases/{case.case_no}/letters")).json()["items"]
    letter = await own.get(f"/cases/{case.case_no}/letters/{filed['number']}")

    assert [one["document_id"] for one in listed] == [filed["document_id"]]
    assert document.content == b"%PDF-1.7"
    assert document.headers["content-type"] == "application/octet-stream"
    assert document.headers["content-disposition"].startswith("attachment;")
    assert filed["number"] in {str(one["number"]) for one in letters}
    assert case.case_no in letter.json()["body"] + letter.json()["subject"]


async def test_another_case_s_document_and_letter_are_not_there(shared: Service) -> None:
    first, second = await shared.stage.submit(), await shared.stage.submit()
    filed = await of_case(shared.stage, first)
    other = await shared.stage.case(second)
    own = shared.program(Role.APPLICANT_EDITOR, ORG_HAMAR)

    statuses = {
        (await own.get(f"/cases/{other.case_no}/documents/{filed['document_id']}")).status_code,
        (await own.get(f"/cases/{other.case_no}/letters/{filed['number']}")).status_code,
        (await own.get(f"/cases/{other.case_no}/documents/{uuid4()}")).status_code,
    }

    assert statuses == {404}


async def test_tasks_are_those_of_the_office_page_by_page(service: Service) -> None:
    for _ in range(3):
        await service.stage.submit()
    officer = service.program(Role.CASE_OFFICER)

    paged = await all_of(officer, "/tasks?limit=1")
    whole = (await officer.get("/tasks?limit=200")).json()

    assert len(paged) >= 3
    assert paged == whole["items"]
    assert all(one["case_id"] is None for one in whole["office"])
    assert (await service.program(Role.CASE_OFFICER, OTHER_OFFICE).get("/tasks")).json()["items"] == []


async def test_what_is_overdue_is_told_as_of_any_day(service: Service) -> None:
    for _ in range(3):
        await service.stage.submit()
    officer = service.program(Role.CASE_OFFICER)
    later = (START + timedelta(days=600)).date().isoformat()

    now = (await officer.get("/overdue")).json()
    paged = await all_of(officer, f"/overdue?as_of={later}&limit=2")

    assert now["items"] == []
    assert len({one["case_id"] for one in paged}) == 3
    assert [one["due"] for one in paged] == sorted(str(one["due"]) for one in paged)


async def test_an_open_round_is_everybody_s_and_one_that_is_over_its_office_s(service: Service) -> None:
    own, other = service.program(Role.CASE_OFFICER), service.program(Role.APPLICANT_EDITOR, ORG_HAMAR)
    open_ = [(await one.get("/rounds")).json()["items"] for one in (own, other)]

    await service.stage.set_clock(datetime(2026, 7, 1, tzinfo=UTC))
    over = [(await one.get("/rounds/SFIN-2026-R1")).status_code for one in (own, other)]

    assert open_[0] == open_[1]
    assert [one["round_no"] for one in open_[0]] == ["SFIN-2026-R1"]
    assert over == [200, 404]


async def test_a_round_is_open_and_over_by_its_instants_whatever_the_engine_has_come_to(
    service: Service,
) -> None:
    own = service.program(Role.CASE_OFFICER)
    told = []
    for instant in (datetime(2026, 6, 1, 21, 59, tzinfo=UTC), datetime(2026, 6, 1, 22, tzinfo=UTC)):
        # The engine sleeps in real time: it is not told that the clock was moved.
        await service.stage.set_clock(instant)
        told.append((await own.get("/rounds/SFIN-2026-R1")).json()["stage"])

    assert told == ["open", "closed"]


async def test_frames_networks_and_projects_are_those_of_the_office(service: Service) -> None:
    await service.stage.submit()
    own, other = service.program(Role.LEADER), service.program(Role.LEADER, OTHER_OFFICE)
    lists = ("/frames", "/networks", "/projects")

    mine = [(await own.get(one)).json()["items"] for one in lists]
    theirs = [(await other.get(one)).json()["items"] for one in lists]

    assert [len(one) for one in mine] == [1, 1, 1]
    assert mine[0][0]["amount_ore"] == 500_000_000
    assert mine[0][0]["free_ore"] == 500_000_000
    assert mine[2][0]["cases"][0]["stage"] == "submitted"
    assert theirs == [[], [], []]


async def test_projects_are_paged_by_title(service: Service) -> None:
    from tests.domain.applications import learning

    project = learning()["project"]
    for title in ("Åpne dører", "Ett lag", "Ett lag", "Vi"):
        await service.stage.submit(project=project | {"title": title})

    found = await all_of(service.program(Role.LEADER), "/projects?limit=1")

    assert [one["title"] for one in found] == ["Ett lag", "Ett lag", "Vi", "Åpne dører"]


async def test_networks_are_paged_by_name(service: Service) -> None:
    from tests.domain.applications import learning

    network = learning()["network"]
    for name in ("Ådalen", "hedmarken", "Valdres"):
        await service.stage.submit(network=network | {"name": name})

    found = await all_of(service.program(Role.LEADER), "/networks?limit=1")

    assert [one["name"] for one in found] == ["hedmarken", "Valdres", "Ådalen"]
    assert [one["open_cases"] for one in found] == [["SFIN-2026-2"], ["SFIN-2026-3"], ["SFIN-2026-1"]]


async def test_rule_sets_are_told_with_rule_and_quote(shared: Service) -> None:
    caller = shared.program(Role.APPLICANT_EDITOR, ORG_HAMAR)

    listed = (await caller.get("/rule-sets")).json()["items"]
    one = (await caller.get("/rule-sets/2026-bufdir")).json()

    assert "2026-bufdir" in {line["key"] for line in listed}
    threshold = next(value for value in one["values"] if value["key"] == "reporting.threshold_kr")
    assert threshold["value"] == 1_000_000
    assert threshold["rule"] == "R26-52"
    assert threshold["quote"]
    assert (await caller.get("/rule-sets/1814")).status_code == 404


async def test_the_export_has_every_case_once_and_no_formulas(service: Service) -> None:
    cases = {str(await service.stage.submit(network={"name": "=1+1"})) for _ in range(3)}

    found = await service.program(Role.CASE_OFFICER).get("/exports/cases.csv?view=all")

    rows = list(csv.DictReader(io.StringIO(found.text)))
    assert found.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(rows) == len(cases)
    assert {row["network"] for row in rows} == {"'=1+1"}
    assert {row["finished"] for row in rows} == {"false"}
    assert all(int(row["applied_ore"]) > 0 for row in rows)
