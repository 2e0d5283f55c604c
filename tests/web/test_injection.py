"""What is typed is never more than text: tried at every input of every route, and at every text of an application.

The inputs are found in the code: every name that a page reads of an address or a form, and every field of a template.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pytest

from domain.actors import OFFICE_ROLES, Role
from tests.web.addresses import addresses
from tests.web.conftest import Site
from tests.web.injections import PAYLOADS, check, check_whole, poisoned
from tests.web.matrix import ROWS, Row
from tests.web.people import EVERY_ROLE, Person, person

WEB: Final = Path(__file__).parents[2] / "web"

_READ: Final = re.compile(r"""(?:\.get\(|(?:params|form|typed|query_params)\[)["']([a-zA-Z0-9_.æøå-]+)["']""")
_FIELD: Final = re.compile(r"""\bname="([a-zA-Z0-9_.æøå-]+)\"""")


@cache
def inputs() -> tuple[str, ...]:
    """Return every name that is read of an address or a form, but the token's."""
    modules = [path for path in WEB.rglob("*.py") if not {"api", "login"} & set(path.parts)]
    names = {found for path in modules for found in _READ.findall(path.read_text("utf-8"))}
    names |= {found for path in WEB.rglob("*.html") for found in _FIELD.findall(path.read_text("utf-8"))}
    return tuple(sorted(name for name in names - {"csrf"} if not name.startswith("SAKSGANG")))


def reader(row: Row, *, paper: bool = False) -> Person:
    """Return somebody whom a route lets in."""
    allowed = [role for role in EVERY_ROLE if role in row.roles] or [Role.CASE_OFFICER]
    office = [role for role in allowed if role in OFFICE_ROLES]
    municipal = [role for role in allowed if role not in OFFICE_ROLES]
    first, second = (office, municipal) if paper or not row.draft else (municipal, office)
    return person((first or second)[0])


@pytest.fixture(scope="module")
async def known(shared: Site) -> dict[str, str]:
    return await addresses(shared.stage)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
@pytest.mark.parametrize(("method", "path"), sorted(key for key in ROWS if key[1] != "/logg-ut"))
async def test_what_stands_in_an_address_or_a_form_is_text(
    shared: Site,
    known: dict[str, str],
    method: str,
    path: str,
    payload: str,
) -> None:
    row = ROWS[method, path]
    who = reader(row)
    browser = await shared.browser(who)
    typed = dict.fromkeys(inputs(), payload)
    address = path.format(**known)

    if method == "GET":
        # Twice: all of it at once may be refused by the first that is read.
        halves = [dict(list(typed.items())[begin::2]) for begin in (0, 1)]
        found = [await browser.client.get(address, params=half) for half in halves]
    else:
        found = [await browser.post(address, typed)]
    names = re.findall(r"\{(\w+)\}", path)
    for name in names:
        broken = path.format(**known | {name: quote(payload, safe="")})
        found.append(await browser.client.request(method, broken, data={"csrf": browser.token}))

    for one in found:
        check(one, f"{method} {path} as {who.subject}")


async def test_after_all_that_the_record_stands(shared: Site) -> None:
    """Runs behind the others."""
    await check_whole(shared.stage)


# --- what an application says ---------------------------------------------------------------------------------------


async def test_what_an_application_says_is_text_on_every_page_in_every_letter_and_every_file(
    site: Site,
) -> None:
    known = await addresses(site.stage, **poisoned())
    seen = 0
    for method, path in sorted(ROWS):
        if method != "GET" or "{language}" in path:
            continue
        for role in sorted(ROWS[method, path].roles | {Role.CASE_OFFICER}):
            who = person(role)
            browser = await site.browser(who)
            found = await browser.get(path.format(**known))
            check(found, f"{path} as {who.subject}")
            seen += "&lt;svg onload=alert(1)&gt;" in found.text

    assert seen > 10, "it is shown, as text"
