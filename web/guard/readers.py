"""Which roles may read what: the one table that the pages and the API share."""

from typing import Final

from domain.actors import OFFICE_ROLES, READING_ROLES, Role

APPLICANTS: Final = frozenset({Role.APPLICANT_EDITOR, Role.APPLICANT_SIGNATORY})

#: Everybody who can log in, or has a token.
EVERYBODY: Final = frozenset(Role) - {Role.SYSTEM}

#: Lists of cases of an office, or of all.
CASE_LISTS: Final = OFFICE_ROLES | READING_ROLES

#: The frames: of one's own office, or of all.
FRAMES: Final = OFFICE_ROLES | {Role.STATE_AUDITOR}

#: Authority, rule and evidence in a case's history, and what people wrote.
AUDITING: Final = OFFICE_ROLES | {Role.STATE_AUDITOR}
