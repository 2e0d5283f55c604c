"""``network show``: who takes part, since when, what is missing under the year's rules, and what was done for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from cli import tables
from cli.errors import Status, UnusableError
from cli.names import names
from cli.network_list import day_given, network_shape
from cli.network_register import network_id_of, said, texts_of
from cli.project_list import notice_lines, notices_of, project_table, twin_notes
from cli.session import Session
from domain.instants import local_day
from domain.networks.parts import Network, on
from domain.networks.standing import lacks, unrepresented
from domain.officework.desk import KnownNetwork
from domain.private import Private
from letters import catalogue, formats
from storage.networks import ProjectRow, any_network, projects
from storage.office_duties import rules_in_force
from storage.organisations import directory


@dataclass(frozen=True, kw_only=True)
class _Picture:
    session: Session
    known: KnownNetwork
    day: date
    texts: Mapping[str, str | None]
    projects: list[ProjectRow]

    @property
    def network(self) -> Network:
        return self.known.network

    def text(self, private: Private | None) -> str:
        """Return what a sealed text says, where it may be read here."""
        if private is None or private.ref is None:
            return tables.NOTHING
        return tables.safe(self.texts.get(private.ref) or "") if self.texts else tables.NOTHING

    def municipality(self, number: str | None) -> str:
        return names(self.session.language).get(number, number) if number else tables.NOTHING

    def days(self, first: date, last: date | None) -> str:
        shown = [formats.day(self.session.language, one) if one else "" for one in (first, last)]
        return "–".join(shown)


async def show_network(session: Session, given: str, as_of: str | None) -> Status:
    """Answer with one network as it stands on a day."""
    picture = await _read(session, given, as_of)
    network, word = picture.network, session.language
    facts = tables.grid(
        (said(session, "network-office"), catalogue.office_name(word, network.office)),
        (said(session, "network-strand"), catalogue.text(word, f"strand-{network.strand}")),
        (said(session, "network-days"), picture.days(network.first_day, network.last_day)),
        (said(session, "network-id"), network.network_id),
        (said(session, "network-cases"), ", ".join(picture.known.open_cases) or tables.NOTHING),
    )
    title = Text(tables.safe(network.name), style="bold")
    source = (
        [] if picture.known.registered else [said(session, "network-as_applied_long", case=network.case_no)]
    )
    lines: list[RenderableType] = [title, *source, "", facts, *_lacking(picture), *_parts(picture)]
    session.say(_shape(picture), *lines, *_projects(picture), *_logged(picture, most=5))
    return Status.DONE


async def show_log(session: Session, given: str) -> Status:
    """Answer with the whole follow-up log, the newest first."""
    picture = await _read(session, given, None)
    lines = list(_logged(picture, most=None)) or [said(session, "network-no_log")]
    session.say({"network_id": picture.network.network_id, "log": _log_shape(picture)}, *lines)
    return Status.DONE


async def _read(session: Session, given: str, as_of: str | None) -> _Picture:
    async with session.record() as record:
        on_day = day_given(as_of) or local_day(session.now(record))
        async with record.engine.connect() as conn:
            network_id = await network_id_of(session, conn, given)
            known = await any_network(conn, network_id, await directory(conn))
            if known is None:
                raise UnusableError(said(session, "network-no_such", text=given))
            texts = await texts_of(conn, record, list(_refs(known.network)))
            found = await projects(conn, network_id=UUID(known.network.network_id))
    return _Picture(session=session, known=known, day=on_day, texts=texts, projects=found)


def _refs(network: Network) -> Iterator[str | None]:
    yield from (one.person.ref for one in network.people)
    yield from (one.text.ref for one in network.log)
    for one in network.helps:
        yield one.about.ref
        yield one.given.ref if one.given else None


def _lacking(picture: _Picture) -> Iterator[RenderableType]:
    session, network = picture.session, picture.network
    rules = rules_in_force(network.office, picture.day.year)
    found = lacks(network, rules, picture.day) if rules else ()
    if rules is None or not found:
        return
    yield tables.heading(said(session, "network-lacks", rule_set=rules.key))
    for one in found:
        text = catalogue.finding(session.language, one, names(session.language))
        severity = catalogue.text(session.language, f"severity-{one.severity}")
        yield Text(f"  {severity}: {text.reason} ({one.rule})")


def _parts(picture: _Picture) -> Iterator[RenderableType]:
    network = picture.network
    for key, table, parts in (
        ("network-members", _members(picture), network.members),
        ("network-all_services", _services(picture), network.services),
        ("network-people", _people(picture), network.people),
        ("network-partners", _partners(picture), network.partners),
        ("network-helps", _helps(picture), network.helps),
    ):
        if parts:
            yield tables.heading(said(picture.session, key))
            yield table


def _heads(picture: _Picture, *keys: str) -> list[str]:
    return [said(picture.session, key) if key else "" for key in keys]


def _members(picture: _Picture) -> Table:
    session, network = picture.session, picture.network
    heads = ("network-municipality", "network-days", "network-consent", "network-management", "")
    table = tables.table(*_heads(picture, *heads), wide=(0, 4))
    missing = unrepresented(network, picture.day)
    for one in network.members:
        consented = formats.day(session.language, one.consented_on) if one.consented_on else tables.NOTHING
        current = one in on(network.members, picture.day)
        sits = "✓" if current and one.municipality not in missing else tables.NOTHING
        waits = "" if one.agreed else said(session, "network-waits", member_office=one.office)
        table.add_row(
            picture.municipality(one.municipality),
            picture.days(one.first_day, one.last_day),
            consented,
            sits,
            waits,
            style="" if current else "dim",
        )
    return table


def _services(picture: _Picture) -> Table:
    heads = ("", "network-service", "network-kind", "network-serves", "network-days")
    table = tables.table(*_heads(picture, *heads), right=(0,), wide=(1, 3))
    for one in picture.network.services:
        serves = ", ".join(picture.municipality(number) for number in one.municipalities)
        table.add_row(
            str(one.number),
            tables.safe(one.name)
            + (f" ({said(picture.session, 'network-one_project')})" if one.project_id else ""),
            catalogue.text(picture.session.language, f"service_kind-{one.kind}"),
            serves,
            picture.days(one.first_day, one.last_day),
        )
    return table


def _people(picture: _Picture) -> Table:
    heads = ("", "network-function", "network-person", "network-role", "network-municipality", "network-days")
    table = tables.table(*_heads(picture, *heads), right=(0,), wide=(2, 4))
    partners = {one.number: one.name for one in picture.network.partners}
    for one in picture.network.people:
        of = picture.municipality(one.municipality)
        table.add_row(
            str(one.number),
            said(picture.session, f"network_function-{one.function}"),
            picture.text(one.person),
            tables.role(picture.session.language, one.role),
            tables.safe(partners[one.partner]) if one.partner in partners else of,
            picture.days(one.first_day, one.last_day),
            style="" if one in on(picture.network.people, picture.day) else "dim",
        )
    return table


def _partners(picture: _Picture) -> Table:
    heads = ("", "network-partner", "network-kind", "network-days")
    table = tables.table(*_heads(picture, *heads), right=(0,), wide=(1,))
    for one in picture.network.partners:
        kind = said(picture.session, f"network_partner-{one.kind}")
        region = f", {said(picture.session, f'network_region-{one.region}')}" if one.region else ""
        days = picture.days(one.first_day, one.last_day)
        table.add_row(str(one.number), tables.safe(one.name), kind + region, days)
    return table


def _helps(picture: _Picture) -> Table:
    session = picture.session
    heads = ("", "network-kind", "network-asked", "network-about", "network-given")
    table = tables.table(*_heads(picture, *heads), right=(0,), wide=(3, 4))
    for one in picture.network.helps:
        given = formats.day(session.language, one.given_on) if one.given_on else tables.NOTHING
        asker = said(session, f"network_asker-{one.asked_by}")
        table.add_row(
            str(one.number),
            said(session, f"network_partner-{one.kind}"),
            f"{formats.day(session.language, one.asked_on)}, {asker}",
            picture.text(one.about),
            f"{given} {picture.text(one.given) if one.given else ''}".strip(),
        )
    return table


def _projects(picture: _Picture) -> Iterator[RenderableType]:
    if picture.projects:
        yield tables.heading(said(picture.session, "project-projects"))
        yield project_table(picture.session, picture.projects)
        yield from twin_notes(picture.session, picture.projects)
        yield from notice_lines(picture.session, picture.projects)


def _logged(picture: _Picture, most: int | None) -> Iterator[RenderableType]:
    lines = sorted(picture.network.log, key=lambda one: one.held_on, reverse=True)
    if not lines:
        return
    yield tables.heading(said(picture.session, "network-log"))
    table = tables.table(*_heads(picture, "network-day", "network-kind", "network-text"), wide=(2,))
    for one in lines[:most]:
        table.add_row(
            formats.day(picture.session.language, one.held_on),
            said(picture.session, f"network_follow_up-{one.entry}"),
            picture.text(one.text),
        )
    yield table


# --- for scripts -----------------------------------------------------------------------------------------------------


def _shape(picture: _Picture) -> dict[str, Any]:
    network = picture.network
    rules = rules_in_force(network.office, picture.day.year)
    found = lacks(network, rules, picture.day) if rules else ()
    return network_shape(picture.known, picture.day) | {
        "as_of": picture.day,
        "case_no": network.case_no,
        "members": network.members,
        "service_parts": network.services,
        "people": [_plain(one, "person") | {"person": picture.text(one.person)} for one in network.people],
        "partners": network.partners,
        "helps": [
            _plain(one, "about", "given")
            | {"about": picture.text(one.about), "given": picture.text(one.given)}
            for one in network.helps
        ],
        "log": _log_shape(picture),
        "projects": picture.projects,
        "notices": [
            {"year": year, "rule": one.rule, "code": one.code, "params": dict(one.params)}
            for year, one in notices_of(picture.projects)
        ],
        "management_missing": unrepresented(network, picture.day),
        "lacks": [
            {"code": one.code, "rule": one.rule, "severity": one.severity, "params": dict(one.params)}
            for one in found
        ],
    }


def _log_shape(picture: _Picture) -> list[dict[str, Any]]:
    return [_plain(one, "text") | {"text": picture.text(one.text)} for one in picture.network.log]


def _plain(part: Any, *without: str) -> dict[str, Any]:
    return {name: getattr(part, name) for name in type(part).__dataclass_fields__ if name not in without}
