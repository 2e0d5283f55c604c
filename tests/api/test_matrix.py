"""Every route × every role × own and other office and municipality; nobody gets what is not theirs, and that is noted."""

from uuid import uuid4

import pytest
from sqlalchemy import text

from domain.actors import Role
from domain.codec import case_of
from domain.sight import is_member, may_see
from storage import queries
from tests.api.conftest import Caller, Service
from tests.api.matrix import ROWS
from tests.web.addresses import addresses
from tests.web.matrix import Row
from tests.web.people import Person, everybody
from web.api import PATH
from web.api.app import routes
from web.login.hats import Hat

#: What is sent there is stored nowhere.
CHECKS = ("POST", "/checks")

#: Nothing was given or carried out: the token is not enough, or it is not there.
SHUT = {401, 403, 404}


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    assert {(method, route.path) for route in routes() for method in route.methods or ()} == set(ROWS)


@pytest.fixture(scope="module")
async def known(shared: Service) -> dict[str, str]:
    """What stands in addresses."""
    # A command and a webhook that are nobody's here, and a rule set.
    mine = {"command_id": str(uuid4()), "webhook_id": str(uuid4()), "key": "2026-bufdir"}
    return await addresses(shared.stage) | mine


async def denials(service: Service) -> int:
    async with service.stage.database.engine.connect() as conn:
        return int(await conn.scalar(text("SELECT count(*) FROM access_log")) or 0)


async def ask(caller: Caller, method: str, path: str) -> int:
    # An unknown field is refused once somebody is in: nothing is changed by the whole matrix.
    headers = {"Idempotency-Key": str(uuid4())}
    content = None if method == "GET" else {"nothing": True}
    answer = await caller.client.request(method, f"{PATH}{path}", json=content, headers=headers)
    return answer.status_code


@pytest.mark.parametrize(("method", "path"), sorted(ROWS))
async def test_a_resource_is_given_to_those_it_belongs_to_and_to_nobody_else(
    shared: Service, known: dict[str, str], method: str, path: str
) -> None:
    row, address = ROWS[method, path], path.format(**known)
    differing = []
    for who in everybody():
        before = await denials(shared)
        status = await ask(shared.person(who.role, who.unit, who.subject), method, address)
        given = status not in SHUT
        if given != await belongs(shared, row, who, known["case_no"], path):
            differing.append(f"{who.subject}: {status}")
        if row.case and who.role in row.roles and not given and await denials(shared) == before:
            differing.append(f"{who.subject}: denied without a note")

    assert differing == []


async def belongs(service: Service, row: Row, who: Person, case_no: str, path: str) -> bool:
    if row.public:
        return True
    if who.role not in row.roles:
        return False
    if row.office:
        return who.own
    if not row.case:
        return True
    async with service.stage.database.engine.connect() as conn:
        head = await queries.case_by(conn, case_no)
    assert head is not None
    sees = is_member if path.endswith("/confirm_anchoring") else may_see
    return sees(Hat(role=who.role, unit=who.unit).actor(who.subject), case_of(head.state))


@pytest.mark.parametrize(("method", "path"), sorted(key for key, row in ROWS.items() if not row.public))
async def test_without_a_token_nothing_is_given(
    shared: Service, known: dict[str, str], method: str, path: str
) -> None:
    from web.api.limits import Limits

    shared.api.state.limits = Limits(100_000, 100_000)

    assert await ask(shared.caller(), method, path.format(**known)) == 401


@pytest.mark.parametrize(
    ("method", "path"),
    sorted(key for key, row in ROWS.items() if key[0] != "GET" and row.roles and key != CHECKS),
)
async def test_a_token_for_reading_sends_nothing_anywhere(
    shared: Service, known: dict[str, str], method: str, path: str
) -> None:
    statuses = {
        await ask(shared.person(who.role, who.unit, who.subject, mode="read"), method, path.format(**known))
        for who in everybody()
        if who.role in ROWS[method, path].roles
    }

    assert statuses == {403}


def test_the_system_has_no_scope() -> None:
    from web.api.clients import _SCOPES

    assert Role.SYSTEM not in {role for role, _mode in _SCOPES.values()}
