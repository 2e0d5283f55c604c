"""Every route × every role × own and other office and municipality; nobody gets what is not theirs, and that is noted."""

import pytest
from sqlalchemy import text

from domain.actors import OFFICE_ROLES
from domain.codec import case_of
from domain.sight import may_see
from storage import queries
from tests.web.addresses import addresses
from tests.web.conftest import Site
from tests.web.matrix import ROWS, Row
from tests.web.people import Person, everybody
from web.app import pages
from web.login.hats import Hat

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
    return await addresses(shared.stage)


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
