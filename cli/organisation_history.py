"""``organisation``: what is known of a number today and through the years, and how it is changed."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, get_args
from uuid import UUID

from cli import tables
from cli.errors import Status
from cli.network_register import carry_out, command_of, day_or_today, municipality_number, said
from cli.session import Session
from domain.instants import local_day
from domain.organisations.commands import OrganisationCommand
from domain.organisations.directory import Directory, MunicipalityPeriod
from letters import catalogue, formats
from storage.organisations import directory

_COMMANDS: Final[Mapping[str, type[Any]]] = {
    str(model.model_fields["kind"].default): model for model in get_args(OrganisationCommand)
}

#: Kinds whose last day is today where nobody says otherwise.
_ENDING: Final = ("stop_payee",)


async def change_organisations(
    session: Session, acting: str | None, command_id: UUID | None, kind: str, values: Mapping[str, Any]
) -> Status:
    """Register a merger or split, a number, a sub-unit, or another payee."""
    async with session.record() as record:
        fields = dict(values)
        if "from_day" in fields:
            fields["from_day"] = day_or_today(session, record, fields["from_day"])
        if kind in _ENDING:
            fields["last_day"] = day_or_today(session, record, fields["last_day"])
        if "municipality" in fields:
            fields["municipality"] = municipality_number(session, fields["municipality"])
        for name in ("ended", "begun"):
            if name in fields:
                fields[name] = [_named(text) for text in fields[name]]
        body = command_of(_COMMANDS[kind], fields)
        return await carry_out(
            session,
            record,
            acting,
            command_id,
            lambda register, envelope: register.change_organisations(envelope, body),
        )


def _named(text: str) -> dict[str, str]:
    """Read ``NUMBER``, ``NUMBER=NAME`` or ``NUMBER=NAME=ORGNR``."""
    parts = [part.strip() for part in text.split("=")]
    return {name: part for name, part in zip(("number", "name", "org_number"), parts, strict=False) if part}


async def show_organisation(session: Session, number: str, office: str | None) -> Status:
    """Answer with what is known of a municipality number or an organisation number."""
    async with session.record() as record:
        today = local_day(session.now(record))
        async with record.engine.connect() as conn:
            known = await directory(conn)
    plain = number.replace(" ", "")
    found = known.municipality(plain) or known.with_org_number(plain, today)
    payee = None if office is None else known.payee(plain, office, today)
    shape = {
        "number": plain,
        "municipality": found,
        "valid": found is not None and found.holds_on(today),
        "payee": payee,
        "language": known.registered.languages.get(found.number) if found else None,
        "main_unit": known.main_unit(plain, today),
    }
    session.say(shape, *_lines(session, known, shape, today))
    return Status.DONE


def _lines(session: Session, known: Directory, shape: Mapping[str, Any], today: date) -> list[Any]:
    rows: list[tuple[str, Any]] = []
    found, payee = shape["municipality"], shape["payee"]
    if found is not None:
        rows += _municipality(session, known, found)
    if shape["main_unit"] is not None:
        owner = known.with_org_number(shape["main_unit"], today)
        named = f" ({owner.name})" if owner else ""
        rows.append(
            (said(session, "organisation-main_unit"), f"{formats.org_number(shape['main_unit'])}{named}")
        )
    if payee is not None:
        rows.append((said(session, "organisation-payee"), said(session, f"organisation_kind-{payee.kind}")))
    if not rows:
        return [said(session, "organisation-unknown", text=tables.safe(shape["number"]))]
    return [tables.grid(*rows)]


def _municipality(session: Session, known: Directory, found: MunicipalityPeriod) -> list[tuple[str, str]]:
    language = session.language
    days = [formats.day(language, one) if one else "" for one in (found.first_day, found.last_day)]
    number = formats.org_number(found.org_number) if found.org_number else tables.NOTHING
    rows = [
        (said(session, "network-municipality"), f"{found.number} {found.name}"),
        (said(session, "network-office"), catalogue.office_name(language, found.office)),
        (said(session, "organisation-org_number"), number),
        (said(session, "network-days"), "–".join(days)),
    ]
    if adopted := known.registered.languages.get(found.number):
        called = said(session, f"organisation_language-{adopted}")
        rows.append((said(session, "organisation-language"), called))
    if found.became:
        became = ", ".join(f"{one} {known.name_of(one)}" for one in found.became)
        rows.append((said(session, "organisation-became"), became))
    return rows
