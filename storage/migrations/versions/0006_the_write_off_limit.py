"""How much of a claim the leader of an office may give up alone (T35)."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0006"
down_revision: Final[str | None] = "0005"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None


def upgrade() -> None:
    op.add_column("office_setting", sa.Column("write_off_limit_ore", sa.BigInteger(), nullable=True))
