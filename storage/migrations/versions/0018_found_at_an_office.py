"""A search looks among the words of one office's cases, and a piece of a case number is a stretch of the numbers' index.

One index takes the place of four: the parts of a case's text and its words lie together, and its amounts are words.
The rare strand has an index of its own, so that its cases need not be looked for among a hundred times as many.
"""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0018"
down_revision: Final[str | None] = "0017"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None

_WORDS: Final = (
    "string_to_array(search, ' ') || ARRAY[office, 'ENDED' || CAST(finished AS text),"
    " 'ORE' || CAST(applied_ore AS text), 'ORE' || CAST(granted_ore AS text)]"
)


def upgrade() -> None:
    for name in ("words", "search", "applied_ore", "granted"):
        op.drop_index(f"ix_case_head_{name}", "case_head")
    op.execute('ALTER TABLE case_head ALTER COLUMN case_no TYPE text COLLATE "C"')
    op.create_index(
        "ix_case_head_search",
        "case_head",
        ["search", sa.text(f"({_WORDS})")],
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.create_index(
        "ix_case_head_ended_leader",
        "case_head",
        ["changed_at", "case_id", "office", "stage", "grant_year", "officer"],
        postgresql_where=sa.text("finished = true AND strand = 'leader'"),
    )
