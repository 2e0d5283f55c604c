"""Who has acted at an office, and who waits for its members, are found by an index."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0015"
down_revision: Final[str | None] = "0014"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None

_UNDECIDED: Final = "'assessed', 'awaiting_approval', 'in_assessment', 'returned_for_supplement', 'submitted'"


def upgrade() -> None:
    op.create_index(
        "ix_inbox_actor",
        "inbox",
        [
            sa.text("(actor ->> 'unit')"),
            sa.text("(actor ->> 'role')"),
            sa.text("(actor ->> 'subject')"),
            "received_at",
        ],
    )
    op.create_index(
        "ix_case_head_undecided",
        "case_head",
        ["case_no"],
        postgresql_where=sa.text(f"stage in ({_UNDECIDED})"),
    )
