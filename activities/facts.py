"""What a decision must know beyond its case: read only where it is asked for, in one lock order."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from activities.transaction import Transaction
from domain import commands as c
from domain.application import Application
from domain.case import Case
from domain.facts import ApprovedGrant, Facts, FrameFacts
from domain.identity import is_org_number
from domain.instants import local_day
from domain.networks.parts import from_then_on
from domain.organisations.directory import Directory
from domain.refusal import Refused
from storage import record_sql as sql
from storage.networks import network_state
from storage.organisations import directory


async def facts_for(tx: Transaction, command: c.Command | None) -> Facts:
    """Return the facts for *command*, or for a deadline where it is None.

    Locks are taken in the order head, project, network, frame.
    """
    body = command.body if command else None
    if isinstance(body, c.Submit):
        return await _for_submission(tx, body)
    case = tx.case
    if case is None:
        raise Refused("no_such_case", "T03")
    decides_money = isinstance(body, c.Grant | c.Reverse | c.UpholdAppeal)
    if decides_money or (body is None and case.decision is not None and case.threshold is None):
        facts = await _for_money(tx, case, frame=decides_money)
        return replace(facts, not_agreed=await _not_agreed(tx, case)) if isinstance(body, c.Grant) else facts
    return Facts(round=tx.round, **await _for_body(tx, case, body))


async def _for_body(tx: Transaction, case: Case, body: c.Body | None) -> dict[str, Any]:
    """Return the one fact, if any, that a decision on *body* turns on."""
    if isinstance(body, c.Supplement):
        known, today = await directory(tx.held), local_day(tx.now)
        # A sub-unit stands for its municipality (E46).
        main_unit = (
            None if body.application.host == case.host else known.main_unit(body.application.host, today)
        )
        return {
            "changed_fields": await _changed_fields(tx, body),
            "host_main_unit": main_unit,
            "foreign_members": _foreign(known, body.application, case.office),
        }
    if isinstance(body, c.ChangeHost):
        return _payee(await directory(tx.held), body.org_number, case.office, local_day(tx.now))
    if isinstance(body, c.AttestPayment | c.WriteOffClaim):
        return await sql.office_settings(tx.conn, case.office)
    if isinstance(body, c.RegisterDisbursement | c.CorrectDisbursement) and body.voucher:
        taken = await sql.voucher_taken(tx.conn, case.frame_office, case.grant_year, body.voucher)
        return {"voucher_taken": taken}
    if isinstance(body, c.InvoiceClaim):
        return {"kid_taken": await sql.kid_taken(tx.conn, case.office, body.kid)}
    return {}


async def _for_submission(tx: Transaction, body: c.Submit) -> Facts:
    round_ = tx.round
    series = f"case:{round_.office}:{round_.grant_year}"
    host, known, today = body.application.host, await directory(tx.held), local_day(tx.now)
    payee = _payee(known, host, round_.office, today)
    municipality = known.with_org_number(payee["host_main_unit"] or host, today)
    number = "" if tx.case else await _case_no(tx, series, round_.office, round_.grant_year)
    return Facts(
        round=round_,
        case_no=number,
        **payee,
        host_office=municipality.office if municipality else None,
        foreign_members=_foreign(known, body.application, round_.office),
    )


def _payee(known: Directory, host: str, office: str, today: date) -> dict[str, Any]:
    """Return what is known of *host* as one who may be paid (E46), by the names of ``Facts``."""
    payee = known.payee(host, office, today)
    return {
        "host_is_municipality": payee is not None and is_org_number(host),
        "host_main_unit": payee.org_number if payee is not None and payee.org_number != host else None,
        "host_language": known.language_of(payee.org_number, today) if payee else None,
    }


def _foreign(known: Directory, application: Application, office: str) -> tuple[str, ...]:
    """Return the numbers of the members that are another office's municipalities (E24)."""
    numbers = dict.fromkeys(member.municipality for member in application.members)
    found = ((number, known.municipality(number)) for number in numbers)
    return tuple(number for number, one in found if one is not None and one.office != office)


async def _not_agreed(tx: Transaction, case: Case) -> tuple[str, ...]:
    """Return the members of another office's area whose office has not agreed in the register of networks (E24)."""
    if not case.foreign_members:
        return ()
    network = await network_state(tx.held, UUID(case.network_id))
    members = from_then_on(network.members, local_day(tx.now)) if network else []
    agreed = {member.municipality for member in members if member.agreed}
    return tuple(number for number in case.foreign_members if number not in agreed)


async def _case_no(tx: Transaction, series: str, office: str, year: int) -> str:
    return f"{office}-{year}-{await sql.next_number(tx.held, series)}"


async def _for_money(tx: Transaction, case: Case, *, frame: bool) -> Facts:
    rows = await sql.network_grants(tx.held, UUID(case.project_id))
    found = await sql.frame(tx.held, case.frame_office, case.grant_year, case.pot) if frame else None
    return Facts(
        round=tx.round,
        project_grants=_grants(row for row in rows if str(row.project_id) == case.project_id),
        network_grants=_grants(rows),
        frame=FrameFacts(
            mandate=found.mandate, amount_ore=found.amount_ore, committed_ore=found.committed_ore
        )
        if found
        else None,
    )


def _grants(rows: Iterable[Row[Any]]) -> tuple[ApprovedGrant, ...]:
    return tuple(
        ApprovedGrant(case_id=str(row.case_id), amount_ore=row.amount_ore, decided_at=row.decided_at)
        for row in rows
    )


async def _changed_fields(tx: Transaction, body: c.Supplement) -> tuple[str, ...]:
    """Return the names of the application's fields that differ, comparing sealed texts by what they say."""
    texts = await sql.private_texts(tx.held, tx.stream)
    before = _opened(await sql.last_application(tx.held, tx.stream), texts)
    after = _opened(body.application.model_dump(mode="json"), texts)
    return tuple(sorted(name for name in after if before.get(name) != after[name]))


def _opened(value: Any, texts: dict[str, str | None]) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"ref", "digest"}:
            return texts.get(value["ref"])
        return {key: _opened(inner, texts) for key, inner in value.items()}
    if isinstance(value, list):
        return [_opened(inner, texts) for inner in value]
    return value
