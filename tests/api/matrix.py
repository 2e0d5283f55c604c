"""Who may do what by the API: one row for every route. A route without a row is a failing test.

Rows are those of the pages (``tests.web.matrix``): which roles, and whether only those to whom the case belongs.
"""

from collections.abc import Mapping
from typing import Final

from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, READING_ROLES, Role
from domain.authority import MAY
from domain.commands import BODIES
from tests.web.matrix import APPLICANTS, CASE, CASE_READERS, EVERYBODY, FRAME_READERS, OFFICE, PUBLIC, Row

CASE_LISTS: Final = Row(roles=OFFICE_ROLES | READING_ROLES | MUNICIPAL_ROLES)
FOLLOWERS: Final = Row(roles=OFFICE_ROLES | APPLICANTS | {Role.STATE_AUDITOR})
#: Whoever sends what files can come with.
SENDERS: Final = Row(roles=frozenset({Role.CASE_OFFICER, Role.LEADER, Role.APPLICANT_SIGNATORY}))
WITH_TOKEN: Final = Row(roles=EVERYBODY)
#: The command in the address is nobody's of these.
NOBODY: Final = Row(roles=frozenset())

_SENT_BY_NOBODY: Final = {"submit", "note_project_duty", "note_project_duty_lapsed"}

ROWS: Final[Mapping[tuple[str, str], Row]] = {
    ("GET", "/openapi.json"): PUBLIC,
    ("GET", "/cases"): CASE_LISTS,
    ("GET", "/cases/{case_no}"): CASE,
    ("GET", "/cases/{case_no}/history"): CASE,
    ("GET", "/cases/{case_no}/documents"): CASE,
    ("GET", "/cases/{case_no}/documents/{document_id}"): CASE,
    ("GET", "/cases/{case_no}/letters"): CASE,
    ("GET", "/cases/{case_no}/letters/{number}"): CASE,
    ("GET", "/files"): SENDERS,
    ("POST", "/files"): SENDERS,
    # The file in the address is nobody's of these.
    ("GET", "/files/{sha256}"): NOBODY,
    ("DELETE", "/files/{sha256}"): NOBODY,
    ("GET", "/commands/{command_id}"): NOBODY,
    ("POST", "/applications"): Row(roles=MAY["submit"][0]),
    ("GET", "/applications/{case_no}"): CASE,
    ("POST", "/checks"): WITH_TOKEN,
    ("GET", "/tasks"): OFFICE,
    ("GET", "/overdue"): OFFICE,
    ("GET", "/rounds"): WITH_TOKEN,
    ("GET", "/rounds/{round_no}"): WITH_TOKEN,
    ("GET", "/frames"): FRAME_READERS,
    ("GET", "/networks"): OFFICE,
    ("GET", "/projects"): OFFICE,
    ("GET", "/rule-sets"): WITH_TOKEN,
    ("GET", "/rule-sets/{key}"): WITH_TOKEN,
    ("GET", "/exports/cases.csv"): CASE_READERS,
    ("GET", "/events"): FOLLOWERS,
    ("GET", "/webhooks"): FOLLOWERS,
    ("POST", "/webhooks"): FOLLOWERS,
    # The webhook in the address is nobody's of these.
    ("GET", "/webhooks/{webhook_id}"): NOBODY,
    ("POST", "/webhooks/{webhook_id}/resume"): NOBODY,
    ("DELETE", "/webhooks/{webhook_id}"): NOBODY,
} | {
    ("POST", f"/cases/{{case_no}}/commands/{kind}"): Row(case=True, roles=MAY[kind][0])
    for kind in BODIES.keys() - _SENT_BY_NOBODY
}

assert frozenset({Role.MUNICIPAL_AUDITOR}) | APPLICANTS == MUNICIPAL_ROLES
