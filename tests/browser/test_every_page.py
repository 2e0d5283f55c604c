"""Every page there is, as each kind of reader sees it: nothing for axe to say at any width, nothing cut, one language."""

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final
from uuid import UUID, uuid4

import pytest

from domain import commands as c
from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, READING_ROLES, Role
from domain.authority import MAY
from storage.bulk import NewRun, keep
from tests.browser.conftest import Live, check
from tests.domain.applications import learning
from tests.stage import ACCOUNTANT, FULL_DUTY, OFFICER
from tests.web.addresses import addresses, of_case
from tests.web.matrix import ROWS
from tests.web.people import Person, person
from web.forms.fields import OWN_PAGES

pytestmark = pytest.mark.timeout(300)

GETS: Final = sorted(path for method, path in ROWS if method == "GET")

#: Whose pages are drawn otherwise than others': one of each kind reads a page, the first here that it is for.
KINDS: Final[tuple[tuple[Role, ...], ...]] = (
    (Role.LEADER, *sorted(OFFICE_ROLES)),
    (Role.APPLICANT_SIGNATORY, *sorted(MUNICIPAL_ROLES - {Role.MUNICIPAL_AUDITOR})),
    (Role.MUNICIPAL_AUDITOR,),
    (Role.STATE_AUDITOR, *sorted(READING_ROLES)),
    (Role.OPERATOR,),
)

#: The steps of an application; each is a page.
STEPS: Final = ("applicant", "plan", "network", "support", "files", "check")

#: What the office reads of a case; the municipality has all of it on one page.
VIEWS: Final = ("", "?vis=tasks", "?vis=application", "?vis=budget", "?vis=assessment")

#: Cases that have what these pages are about; all other pages are about one that was only just submitted.
RETURNED: Final = ("/saker/{case_no}/utfyll",)
PAID: Final = (
    "/saker/{case_no}/brev/{number}",
    "/saker/{case_no}",
    "/saker/{case_no}/historikk",
    "/saker/{case_no}/rett",
    "/saker/{case_no}/rapport/{duty}",
    "/saker/{case_no}/revisor/{duty}",
)


#: What a municipality typed; no word of it tells bokmål from nynorsk.
WRITTEN: Final = {
    "project": {"title": "Trygg start", "plan": "Felles plan.", "first_year": 2026, "last_year": 2027},
    "members": [
        one
        | {
            "representatives": [
                {"role": role, "name": f"Fagperson {number} i {one['municipality']}"}
                for number, role in enumerate(("child_welfare_leader", "other"))
            ]
        }
        for one in learning()["members"]
    ],
    "network_leader": "Fagperson 1 i 3403",
    "partners": [{"kind": "knowledge_environment", "name": "NTNU"}],
    "local_risk_assessment": {"day": "2026-01-15", "summary": "Nytt i 2026."},
}


def readers(path: str) -> list[Person]:
    """Return one of each kind of reader that the page at *path* is for."""
    row = ROWS["GET", path]
    # Its row says that a run is nobody's but theirs who asked for it.
    roles = row.roles or {Role.CASE_OFFICER}
    found = [next(role for role in kind if role in roles) for kind in KINDS if roles.intersection(kind)]
    return [person(role) for role in found[: 1 if row.public else None]]


@pytest.fixture(scope="module")
async def known(live: Live) -> dict[str, dict[str, str]]:
    """What stands in addresses: of a case that was submitted, of one that came back, and of one that is paid."""
    stage = live.stage
    submitted = await addresses(stage, **WRITTEN)
    paid = await stage.submit(**WRITTEN | {"applied_kr": 1_200_000, "budget": []})
    returned = await stage.submit(**WRITTEN)
    await stage.do(returned, OFFICER, c.DeclareImpartiality(impartial=True))
    await stage.do(returned, OFFICER, c.Assign(officer=OFFICER.subject))
    content = {"deficiencies": ["plan_missing"], "explanation": "Når?", "last_day": "2026-05-29"}
    await stage.do(returned, OFFICER, c.ReturnForSupplement.model_validate(content))
    await stage.grant(paid, 1_200_000, FULL_DUTY)
    await stage.pay(paid, "V-70")
    wrong = c.CorrectDisbursement.model_validate({"payment": 1, "voucher": "V-71", "reason": "V-70"})
    await stage.do(paid, ACCOUNTANT, wrong)
    run = NewRun(
        run_id=uuid4(),
        kind="declare_impartiality",
        made_at=datetime.now(UTC),
        items=((submitted["case_no"], UUID(submitted["command_id"])),),
    )
    async with stage.database.engine.begin() as conn:
        await keep(conn, OFFICER, run)
    submitted |= {"run_id": str(run.run_id)}
    return {
        "submitted": submitted,
        "returned": submitted | await of_case(stage, returned),
        "paid": submitted | await of_case(stage, paid),
    }


#: Nobody comes back from a login that nobody began; a house that names nobody to tell of a weakness has no such file.
STATUS: Final = {
    "/logg-inn/tilbake": HTTPStatus.BAD_REQUEST,
    "/.well-known/security.txt": HTTPStatus.NOT_FOUND,
}


def places(path: str, known: dict[str, dict[str, str]], who: Person) -> list[str]:
    """Return the addresses of the pages that *path* stands for to *who*."""
    case = "returned" if path in RETURNED else "paid" if path in PAID else "submitted"
    filled = known[case]
    if who.role in OFFICE_ROLES:
        # An office writes what came to it on paper.
        filled = filled | {"draft_id": filled["paper_id"]}
    steps = STEPS if "{step}" in path else STEPS[:1]
    views = VIEWS if path == "/saker/{case_no}" and who.role not in MUNICIPAL_ROLES else VIEWS[:1]
    return [path.format(**filled | {"step": step}) + view for step in steps for view in views]


@pytest.mark.parametrize("path", GETS)
@pytest.mark.parametrize("language", ["nb", "nn"])
async def test_it_is_for_everybodys_eyes(
    live: Live, known: dict[str, dict[str, str]], path: str, language: str
) -> None:
    for who in readers(path):
        page = await live.known_as(who.subject, language)
        for address in places(path, known, who):
            answer = await page.request.get(address)
            if ROWS["GET", path].case and answer.status == HTTPStatus.NOT_FOUND:
                continue
            assert answer.status == STATUS.get(path, HTTPStatus.OK), f"{who.subject}: {address}"
            # The rest are files to keep, and parts of pages.
            if b"<!doctype html>" in await answer.body():
                await page.goto(address)
                await check(page)


FORMS: Final = sorted(command for command, (roles, _rule) in MAY.items() if roles != {Role.SYSTEM})


@pytest.mark.parametrize("command", [one for one in FORMS if one not in OWN_PAGES])
async def test_the_form_of_every_command_is_for_everybodys_eyes(
    live: Live, known: dict[str, dict[str, str]], command: str
) -> None:
    roles, _rule = MAY[command]
    who = person(next(role for kind in KINDS for role in kind if role in roles))
    page = await live.known_as(who.subject, "nn")
    answer = await page.goto(f"/saker/{known['paid']['case_no']}/gjor/{command}")

    assert answer is not None
    assert answer.status == HTTPStatus.OK
    await check(page)
