"""An office has drafts of its own: applications that came on paper."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0011"
down_revision: Final[str | None] = "0010"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None


def upgrade() -> None:
    op.add_column("draft", sa.Column("office", sa.Text(), nullable=True))
    op.create_check_constraint(op.f("ck_draft_office"), "draft", "office is null or kind = 'application'")
