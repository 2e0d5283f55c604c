"""``project``: projects over the years, whoever was their host, and old cases that belong to them."""

from typing import Any
from uuid import UUID

from rich.table import Table
from rich.text import Text

from cli import tables
from cli.errors import Status, UnusableError
from cli.names import short_name
from cli.network_register import network_id_of, said
from cli.session import Session
from domain.lifecycle import Stage
from domain.networks.noticing import AppliedFor, Notice, notices
from domain.networks.projects import Twin, twins
from domain.problems import shown
from letters import formats
from storage.historical import cases
from storage.networks import ProjectRow, projects
from storage.office_duties import load_duties


async def show_projects(session: Session, office: str | None, network: str | None) -> Status:
    """Answer with the projects of an office or of a network."""
    async with session.record() as record, record.engine.connect() as conn:
        network_id = None if network is None else await network_id_of(session, conn, network)
        found = await projects(conn, office=office, network_id=network_id)
    alike = twins(_twins(found))
    shape = {
        "projects": [project_shape(one) | {"looks_like": alike.get(str(one.project_id), [])} for one in found]
    }
    if not found:
        session.say(shape, said(session, "project-none"))
        return Status.DONE
    session.say(shape, project_table(session, found), *twin_notes(session, found))
    return Status.DONE


async def show_project(session: Session, given: str) -> Status:
    """Answer with one project: each year's case, its host, its money; old cases are told beside and not counted."""
    try:
        project_id = UUID(given.strip())
    except ValueError:
        raise UnusableError(said(session, "project-no_such", text=shown(given))) from None
    async with session.record() as record, record.engine.connect() as conn:
        found = await projects(conn, project_id=project_id)
        old = await cases(conn, project_id=project_id)
    if not found:
        raise UnusableError(said(session, "project-no_such", text=shown(given)))
    [project] = found
    language = session.language
    shape = project_shape(project) | {"historical": [_old_shape(row) for row in old]}
    facts = tables.grid(
        (said(session, "network-name"), tables.safe(project.network_name)),
        (said(session, "network-id"), str(project.project_id)),
        (said(session, "network-granted"), formats.money(language, project.granted_ore)),
    )
    title = Text(tables.safe(project.title), style="bold")
    notes = [said(session, "project-historical", count=len(old))] if old else []
    session.say(shape, title, "", facts, "", _cases(session, project, old), *notes)
    return Status.DONE


def twin_notes(session: Session, found: list[ProjectRow]) -> list[str]:
    """Return a line for each project that looks like another of its network (E21)."""
    alike = twins(_twins(found))
    return [
        said(session, "project-twin", title=tables.safe(one.title), known=alike[str(one.project_id)])
        for one in found
        if str(one.project_id) in alike
    ]


def notices_of(found: list[ProjectRow]) -> list[tuple[int, Notice]]:
    """Return what is worth noticing about a network's applications, year by year, the newest year first."""
    years = sorted({case.grant_year for one in found for case in one.cases}, reverse=True)
    return [
        (year, notice) for year in years for notice in notices(_applied(found, year), load_duties(), year)
    ]


def notice_lines(session: Session, found: list[ProjectRow]) -> list[str]:
    """Return what is worth noticing about a network's applications, a line each with its rule."""
    return [
        f"{year}: {said(session, f'network_notice-{one.code}', **one.params)} ({one.rule})"
        for year, one in notices_of(found)
    ]


def _applied(found: list[ProjectRow], year: int) -> list[AppliedFor]:
    return [
        AppliedFor(
            project_id=str(one.project_id),
            case_no=case.case_no,
            pot=case.pot,
            stage=Stage(case.stage),
            granted_ore=case.granted_ore,
        )
        for one in found
        for case in one.cases
        if case.grant_year == year
    ]


def project_table(session: Session, found: list[ProjectRow]) -> Table:
    """Return projects line by line: years, hosts, the sum that was granted."""
    heads = ("project-title", "network-name", "project-years", "project-hosts", "network-granted")
    table = tables.table(*(said(session, head) for head in heads), "", wide=(0, 1, 3), right=(4,))
    for one in found:
        years = [case.grant_year for case in one.cases]
        table.add_row(
            Text(tables.safe(one.title), style="bold"),
            tables.safe(one.network_name),
            f"{min(years)}–{max(years)}" if len(set(years)) > 1 else str(years[0] if years else ""),
            ", ".join(short_name(host) for host in one.hosts),
            tables.money(session.language, one.granted_ore),
            Text(str(one.project_id), style="dim"),
        )
    return table


def project_shape(project: ProjectRow) -> dict[str, Any]:
    """Return a project as scripts take it."""
    return {
        "project_id": project.project_id,
        "title": project.title,
        "network_id": project.network_id,
        "network": project.network_name,
        "office": project.office,
        "granted_ore": project.granted_ore,
        "hosts": project.hosts,
        "cases": project.cases,
    }


def _twins(found: list[ProjectRow]) -> list[Twin]:
    return [
        Twin(
            project_id=str(one.project_id),
            network_id=str(one.network_id),
            title=one.title,
            hosts=one.hosts,
            case_nos=tuple(case.case_no for case in one.cases),
        )
        for one in found
    ]


def _old_shape(row: dict[str, Any]) -> dict[str, Any]:
    names = ("reference", "office", "grant_year", "host", "decided", "granted_ore", "paid_ore")
    return {name: row[name] for name in names}


def _cases(session: Session, project: ProjectRow, old: list[dict[str, Any]]) -> Table:
    language = session.language
    heads = (
        "network-case",
        "project-year",
        "project-hosts",
        "project-stage",
        "network-granted",
        "project-paid",
    )
    table = tables.table(*(said(session, head) for head in heads), right=(4, 5))
    for row in sorted(old, key=lambda one: one["grant_year"]):
        table.add_row(
            tables.safe(row["reference"]),
            str(row["grant_year"]),
            short_name(row["host"]),
            said(session, f"historical_decided-{row['decided']}"),
            tables.money(language, row["granted_ore"]),
            tables.money(language, row["paid_ore"]),
            style="dim",
        )
    for one in project.cases:
        table.add_row(
            Text(one.case_no, style="bold"),
            str(one.grant_year),
            short_name(one.host),
            tables.stage(language, one.stage),
            tables.money(language, one.granted_ore),
            tables.money(language, one.paid_ore),
        )
    return table
