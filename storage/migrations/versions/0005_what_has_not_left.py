"""What has not left the house is found without reading all that has."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0005"
down_revision: Final[str | None] = "0004"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None


def upgrade() -> None:
    op.create_index(
        "ix_outbox_not_done", "outbox", ["created_at"], postgresql_where=sa.text("status <> 'done'")
    )
