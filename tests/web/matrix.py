"""Who may do what where: one row for every route. A route without a row is a failing test.

A row says which roles a page is for. Where the page is about a case, ``case`` says that only those to whom the case
belongs get it (``domain.sight``), and that to anybody else it does not exist.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, READING_ROLES, Role
from domain.authority import MAY

EVERYBODY: Final = frozenset(Role) - {Role.SYSTEM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One route.

    Args:
        roles: Whose it is.
        public: Also those who are not logged in.
        case: Only those to whom the case belongs.
        draft: Only whose draft it is: the municipality's, or the office's that registers a paper.
        office: Only the office whose round, network or municipality it is.
    """

    roles: frozenset[Role] = EVERYBODY
    public: bool = False
    case: bool = False
    draft: bool = False
    office: bool = False


OFFICE: Final = Row(roles=OFFICE_ROLES)
OF_OFFICE: Final = Row(roles=OFFICE_ROLES, office=True)
OPERATOR: Final = Row(roles=frozenset({Role.OPERATOR}))
HANDS: Final = Row(roles=frozenset({Role.CASE_OFFICER, Role.LEADER}))
LEADER: Final = Row(roles=frozenset({Role.LEADER}))
FRAME_READERS: Final = Row(roles=OFFICE_ROLES | {Role.STATE_AUDITOR})
CASE_READERS: Final = Row(roles=OFFICE_ROLES | READING_ROLES)
APPLICANTS: Final = MUNICIPAL_ROLES - {Role.MUNICIPAL_AUDITOR}
#: Whoever may see the case; what can be done in it is asked for there.
CASE: Final = Row(case=True)
ACTING_IN_CASE: Final = Row(case=True, roles=frozenset(MAY["declare_impartiality"][0]))
APPLICANT: Final = Row(roles=APPLICANTS)
APPLICANT_IN_CASE: Final = Row(case=True, roles=APPLICANTS)
SIGNATORY_IN_CASE: Final = Row(case=True, roles=frozenset({Role.APPLICANT_SIGNATORY}))
#: Who registers what came on paper.
REGISTRARS: Final = frozenset({Role.CASE_OFFICER})
DRAFT: Final = Row(roles=APPLICANTS | REGISTRARS, draft=True)
SENT_DRAFT: Final = Row(roles=REGISTRARS | {Role.APPLICANT_SIGNATORY}, draft=True)
ASKED_DRAFT: Final = Row(roles=APPLICANTS, draft=True)
SIGNED_DRAFT: Final = Row(roles=frozenset({Role.APPLICANT_SIGNATORY}), draft=True)
PUBLIC: Final = Row(public=True)
LOGGED_IN: Final = Row()

ROWS: Final[Mapping[tuple[str, str], Row]] = {
    ("GET", "/"): PUBLIC,
    ("GET", "/logg-inn"): PUBLIC,
    ("POST", "/logg-inn"): PUBLIC,
    ("GET", "/logg-inn/tilbake"): PUBLIC,
    ("GET", "/velg-rolle"): LOGGED_IN,
    ("POST", "/velg-rolle"): LOGGED_IN,
    ("POST", "/logg-ut"): LOGGED_IN,
    ("GET", "/velkommen"): LOGGED_IN,
    ("GET", "/innlogginger"): LOGGED_IN,
    ("POST", "/innlogginger/avslutt"): LOGGED_IN,
    ("POST", "/innlogginger/alle"): LOGGED_IN,
    ("GET", "/sprak/{language}"): PUBLIC,
    ("GET", "/regler/{key}"): PUBLIC,
    ("GET", "/regelverk/{rule_set}"): PUBLIC,
    ("GET", "/helse"): PUBLIC,
    ("GET", "/.well-known/security.txt"): PUBLIC,
    ("GET", "/hjelp"): PUBLIC,
    ("GET", "/tilgjengelighet"): PUBLIC,
    ("GET", "/personvern"): PUBLIC,
    ("GET", "/i-dag"): OFFICE,
    ("GET", "/godkjenning"): LEADER,
    ("GET", "/drift"): OPERATOR,
    ("GET", "/drift/naa"): OPERATOR,
    ("POST", "/drift/prov"): OPERATOR,
    ("GET", "/rammer"): FRAME_READERS,
    ("GET", "/rammer.csv"): FRAME_READERS,
    ("GET", "/rammer/tildelingsbrev"): LEADER,
    ("POST", "/rammer/tildelingsbrev"): LEADER,
    ("GET", "/frister"): OFFICE,
    ("GET", "/frister.csv"): OFFICE,
    ("GET", "/saker"): CASE_READERS,
    ("GET", "/saker.csv"): CASE_READERS,
    ("GET", "/samlet"): HANDS,
    ("POST", "/samlet"): HANDS,
    # The run in the address is nobody's of these.
    ("GET", "/samlet/{run_id}"): Row(roles=frozenset()),
    ("GET", "/runder"): OFFICE,
    ("GET", "/runder/{round_no}/rangering"): OF_OFFICE,
    ("GET", "/runder/{round_no}/rangering.csv"): OF_OFFICE,
    ("GET", "/runder/{round_no}/ledermote"): OF_OFFICE,
    ("POST", "/runder/{round_no}/rangering"): Row(roles=frozenset({Role.LEADER}), office=True),
    ("GET", "/runder/{round_no}/papir"): Row(roles=REGISTRARS, office=True),
    ("POST", "/runder/{round_no}/papir"): Row(roles=REGISTRARS, office=True),
    ("GET", "/nettverk"): OFFICE,
    ("GET", "/nettverk/{network_id}"): OF_OFFICE,
    ("POST", "/nettverk/{network_id}/registrer"): Row(roles=HANDS.roles, office=True),
    ("POST", "/nettverk/{network_id}/oppfolging"): Row(roles=HANDS.roles, office=True),
    ("GET", "/kommuner"): OFFICE,
    ("GET", "/kommuner/{municipality}"): OF_OFFICE,
    ("GET", "/kolleger"): HANDS,
    ("POST", "/kolleger"): HANDS,
    ("POST", "/kolleger/slett"): HANDS,
    ("POST", "/kolleger/tilgang"): LEADER,
    ("POST", "/visninger"): CASE_READERS,
    ("POST", "/visninger/slett"): CASE_READERS,
    ("GET", "/saker/{case_no}"): CASE,
    ("GET", "/saker/{case_no}/historikk"): CASE,
    ("GET", "/saker/{case_no}/rett"): Row(case=True, roles=OFFICE_ROLES),
    ("GET", "/saker/{case_no}/slett"): Row(case=True, roles=frozenset({Role.LEADER})),
    ("POST", "/saker/{case_no}/slett"): Row(case=True, roles=frozenset({Role.LEADER})),
    ("GET", "/saker/{case_no}/kontrollpakke"): Row(case=True, roles=OFFICE_ROLES | {Role.STATE_AUDITOR}),
    ("GET", "/saker/{case_no}/brev/{number}"): CASE,
    ("GET", "/saker/{case_no}/dokument/{document_id}"): CASE,
    ("GET", "/saker/{case_no}/gjor/{command}"): ACTING_IN_CASE,
    ("POST", "/saker/{case_no}/gjor/{command}"): ACTING_IN_CASE,
    ("GET", "/saker/{case_no}/svar/{command_id}"): CASE,
    ("GET", "/saker/{case_no}/rapport/{duty}"): APPLICANT_IN_CASE,
    ("POST", "/saker/{case_no}/rapport/{duty}"): APPLICANT_IN_CASE,
    ("POST", "/saker/{case_no}/rapport/{duty}/send"): SIGNATORY_IN_CASE,
    ("GET", "/saker/{case_no}/forankring"): APPLICANT_IN_CASE,
    ("POST", "/saker/{case_no}/forankring"): SIGNATORY_IN_CASE,
    ("GET", "/saker/{case_no}/utfyll"): APPLICANT_IN_CASE,
    ("POST", "/saker/{case_no}/utfyll"): APPLICANT_IN_CASE,
    ("GET", "/utlysninger"): PUBLIC,
    ("GET", "/utlysninger/{round_no}"): PUBLIC,
    ("GET", "/saker/{case_no}/revisor/{duty}"): APPLICANT_IN_CASE,
    ("POST", "/saker/{case_no}/revisor/{duty}"): SIGNATORY_IN_CASE,
    ("GET", "/oppdrag"): Row(roles=frozenset({Role.MUNICIPAL_AUDITOR})),
    ("GET", "/oversikt"): APPLICANT,
    ("GET", "/tilskudd"): APPLICANT,
    ("GET", "/soknader"): APPLICANT,
    ("POST", "/soknader"): APPLICANT,
    ("GET", "/soknader/{draft_id}"): DRAFT,
    ("GET", "/soknader/{draft_id}/slett"): DRAFT,
    ("POST", "/soknader/{draft_id}/slett"): DRAFT,
    ("GET", "/soknader/{draft_id}/steg/{step}"): DRAFT,
    ("POST", "/soknader/{draft_id}/steg/{step}"): DRAFT,
    ("GET", "/soknader/{draft_id}/steg/{step}/andre"): DRAFT,
    ("GET", "/soknader/{draft_id}/bekreft"): ASKED_DRAFT,
    ("POST", "/soknader/{draft_id}/bekreft"): SIGNED_DRAFT,
    ("POST", "/soknader/{draft_id}/vedlegg"): DRAFT,
    ("GET", "/soknader/{draft_id}/vedlegg/{sha256}"): DRAFT,
    ("POST", "/soknader/{draft_id}/vedlegg/{sha256}/fjern"): DRAFT,
    ("POST", "/soknader/{draft_id}/send"): SENT_DRAFT,
    ("GET", "/soknader/{draft_id}/kvittering"): DRAFT,
    ("GET", "/soknader/{draft_id}/kvittering/svar"): DRAFT,
    ("POST", "/soknader/{draft_id}/rett"): DRAFT,
}
