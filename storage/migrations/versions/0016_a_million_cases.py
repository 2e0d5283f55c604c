"""Every list that can be asked for walks an index of its own, also where a million cases have ended.

What a list may be narrowed to stands in its index behind what it is sorted by: rows that do not fit are passed over in
the index itself, and the table is read for those alone that are shown.
"""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0016"
down_revision: Final[str | None] = "0015"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None

_OPEN: Final = "finished = false"
_ENDED: Final = "finished = true"
_FOSTER_HOME: Final = "((state ->> 'project_type') = 'foster_home' OR (state ->> 'foster_home') = 'true')"

_INDEXES: Final = {
    "open": ("office first_due case_id stage grant_year strand officer", _OPEN),
    "open_anywhere": ("first_due case_id office stage grant_year strand officer", _OPEN),
    "undated": (
        "changed_at case_id office stage grant_year strand officer",
        f"{_OPEN} AND first_due IS NULL",
    ),
    "ended": ("office changed_at case_id stage grant_year strand officer", _ENDED),
    "ended_at_stage": ("office stage changed_at case_id grant_year strand officer", _ENDED),
    "ended_anywhere": ("changed_at case_id stage grant_year strand officer", _ENDED),
    "ended_anywhere_at_stage": ("stage changed_at case_id grant_year strand officer", _ENDED),
    "ended_anywhere_in_year": ("grant_year changed_at case_id stage strand officer", _ENDED),
    "foster_home": (
        "finished first_due changed_at case_id office stage grant_year strand",
        _FOSTER_HOME,
    ),
}


def upgrade() -> None:
    op.drop_index("ix_case_head_office_finished_first_due_case_id", "case_head")
    op.drop_index("ix_case_head_first_due", "case_head")
    op.drop_index("ix_case_head_undated", "case_head")
    for name, (columns, which) in _INDEXES.items():
        op.create_index(
            f"ix_case_head_{name}", "case_head", columns.split(" "), postgresql_where=sa.text(which)
        )
    op.create_index(
        "ix_case_head_granted_in_year",
        "case_head",
        ["office", "grant_year", "network_id", "granted_ore"],
        postgresql_where=sa.text("granted_ore > 0"),
    )
    # A municipality among the members is one word of a case; the index of all words' parts takes long to say so.
    op.create_index(
        "ix_case_head_words",
        "case_head",
        [sa.text("string_to_array(search, ' ')")],
        postgresql_using="gin",
    )
    # A payment reference is looked for among the few cases that have a claim.
    op.create_index(
        "ix_case_head_claims",
        "case_head",
        [sa.text("(state -> 'claims')")],
        postgresql_using="gin",
        postgresql_ops={"(state -> 'claims')": "jsonb_path_ops"},
        postgresql_where=sa.text("(state -> 'claims') <> '[]'::jsonb"),
    )
