"""Networks and projects are leafed through by name, and what a municipality has at an office is summed from an index."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0017"
down_revision: Final[str | None] = "0016"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None


def upgrade() -> None:
    op.drop_index("ix_network_office", "network")
    op.create_index("ix_network_office_name", "network", ["office", sa.text("lower(name)"), "network_id"])
    op.create_index("ix_project_title_project_id", "project", ["title", "project_id"])
    op.drop_index("ix_case_head_host", "case_head")
    op.create_index("ix_case_head_hosted", "case_head", ["host", "office", "finished", "granted_ore"])
