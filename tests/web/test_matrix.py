"""Every route × every role × own and other office and municipality; nobody gets what is not theirs, and that is noted."""

import hashlib
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, select, text

from domain.actors import OFFICE_ROLES
from domain.codec import case_of
from domain.sight import may_see
from letters.formats import Language
from storage import queries, sent_drafts
from storage.organisations import packed_municipalities
from storage.sent_drafts import File
from storage.tables import document, outbox
from tests.domain.applications import HAMAR
from tests.stage import OFFICE, OFFICER, SIGNATORY
from tests.web.conftest import Site
from tests.web.matrix import ROWS, Row
from tests.web.people import Person, everybody
from web.app import pages
from web.applying.opened import begin
from web.login.hats import Hat

#: What stands in an address, filled in with something that exists.
FILLED = {
    "language": "nn",
    "command": "declare_impartiality",
    "key": "R26-52",
    "duty": "2026",
    # Nobody's: whoever asked for it is not among these.
    "run_id": "4f0c8a53-8c2f-4a6e-9a55-0f6f1f1f5a11",
}

#: Nothing of the page was given: it is not there, it is for others, or the login comes first.
SHUT = {401, 403, 404}


def routes() -> set[tuple[str, str]]:
    return {(method, route.path) for route in pages() for method in route.methods or ()}


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    assert routes() == set(ROWS)


async def ask(site: Site, method: str, path: str, person: Person) -> int:
    browser = await site.browser(person)
    asked = browser.get if method == "GET" else browser.post
    return (await asked(path)).status_code


async def denials(site: Site) -> int:
    async with site.stage.database.engine.connect() as conn:
        return int(await conn.scalar(text("SELECT count(*) FROM access_log")) or 0)


@pytest.fixture(scope="module")
async def known(shared: Site) -> dict[str, str]:
    """What stands in addresses: a case, its letter, its document, a command to it."""
    case_id = await shared.stage.submit()
    case = await shared.stage.case(case_id)
    document_id, content = uuid4(), b"%PDF-1.7"
    async with shared.stage.database.engine.begin() as conn:
        await conn.execute(
            insert(document).values(
                document_id=document_id,
                stream=f"case:{case_id}",
                name="plan.pdf",
                media_type="application/pdf",
                sha256=hashlib.sha256(content).hexdigest(),
                size=len(content),
                content=content,
                received_at=shared.house.now(),
            )
        )
        letter = await conn.scalar(
            select(outbox.c.id).where(outbox.c.stream == f"case:{case_id}", outbox.c.kind == "message")
        )
    draft_id, paper_id = await begun_draft(shared), await begun_draft(shared, OFFICE)
    return FILLED | {
        "draft_id": str(draft_id),
        "paper_id": str(paper_id),
        "step": "network",
        "sha256": "ab" * 32,
        "round_no": await round_no(shared),
        "case_no": case.case_no,
        "number": str(letter),
        "network_id": case.network_id,
        "municipality": HAMAR,
        "document_id": str(document_id),
        "command_id": str(shared.stage.answers[-1].command_id),
    }


async def begun_draft(site: Site, office: str | None = None) -> UUID:
    """Begin an application for Hamar, with a file: Hamar's own, or one that an office registers from paper."""
    file = File(
        sha256="ab" * 32,
        name="plan.pdf",
        media_type="application/pdf",
        size=4,
        scan="clean",
        received_at=site.house.now(),
    )
    async with site.stage.database.engine.begin() as conn:
        row = await queries.round_by(conn, UUID(site.stage.round_id))
        assert row is not None
        hamar = packed_municipalities()[HAMAR]
        draft_id = await begin(
            conn,
            row,
            hamar,
            who=OFFICER if office else SIGNATORY,
            language=Language.NB,
            now=await site.stage.now(),
            office=office,
        )
        await sent_drafts.keep_file(conn, draft_id, file, b"%PDF")
    return draft_id


async def round_no(site: Site) -> str:
    async with site.stage.database.engine.connect() as conn:
        row = await queries.round_by(conn, UUID(site.stage.round_id))
    assert row is not None
    return row.round_no


#: Each route, and those about drafts twice: about a municipality's own, and about one that an office registers.
ASKED = [
    (method, path, paper) for method, path in sorted(ROWS) for paper in (False, ROWS[method, path].draft)
]


@pytest.mark.parametrize(("method", "path", "paper"), sorted(set(ASKED)))
async def test_a_page_is_given_to_those_it_belongs_to_and_to_nobody_else(
    shared: Site, known: dict[str, str], method: str, path: str, paper: bool
) -> None:
    row = ROWS[method, path]
    address = path.format(**known | {"draft_id": known["paper_id" if paper else "draft_id"]})
    differing = []
    for person in everybody():
        before = await denials(shared)
        status = await ask(shared, method, address, person)
        given = status not in SHUT
        if given != await belongs(shared, row, person, known["case_no"], paper=paper):
            differing.append(f"{person.subject}: {status}")
        if (
            (row.case or row.draft or row.office)
            and person.role in row.roles
            and not given
            and await denials(shared) == before
        ):
            differing.append(f"{person.subject}: denied without a note")

    assert differing == []


async def belongs(site: Site, row: Row, person: Person, case_no: str, *, paper: bool) -> bool:
    if row.public:
        return True
    if person.role not in row.roles:
        return False
    if row.draft:
        return person.own and (person.role in OFFICE_ROLES) is paper
    if row.office:
        return person.own
    if not row.case:
        return True
    async with site.stage.database.engine.connect() as conn:
        head = await queries.case_by(conn, case_no)
    assert head is not None
    return may_see(Hat(role=person.role, unit=person.unit).actor(person.subject), case_of(head.state))


@pytest.mark.parametrize(("method", "path"), sorted(key for key, row in ROWS.items() if not row.public))
async def test_without_a_login_there_is_only_the_way_to_it(
    shared: Site, known: dict[str, str], method: str, path: str
) -> None:
    address = path.format(**known)
    async with shared.stranger() as stranger:
        found = await stranger.request(method, address)

    assert found.status_code in {303, 401, 403}
    if found.status_code == 303:
        assert found.headers["location"].startswith("/logg-inn?til=")
