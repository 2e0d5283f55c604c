"""Files that come with an appeal, a request or a reply are held as a draft's are, until it is carried out."""

from collections.abc import Sequence
from typing import Final

from alembic import op

revision: Final = "0013"
down_revision: Final[str | None] = "0012"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None


def upgrade() -> None:
    for name, condition in (
        ("kind", "kind in ('application', 'supplement', 'report', 'files')"),
        ("office", "office is null or kind in ('application', 'files')"),
    ):
        op.drop_constraint(op.f(f"ck_draft_{name}"), "draft", type_="check")
        op.create_check_constraint(op.f(f"ck_draft_{name}"), "draft", condition)
