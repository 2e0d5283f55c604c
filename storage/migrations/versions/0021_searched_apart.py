"""Open cases and ended ones are searched in an index of each: what a search costs among the few open ones, they alone decide.

A case is in one of the two: while it runs, every command writes to the small one.
"""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0021"
down_revision: Final[str | None] = "0020"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None

_WORDS: Final = (
    "string_to_array(search, ' ') || ARRAY[office, 'ORE' || CAST(applied_ore AS text),"
    " 'ORE' || CAST(granted_ore AS text), 'NET' || CAST(network_id AS text)]"
)


def upgrade() -> None:
    op.drop_index("ix_case_head_search", "case_head")
    for name, finished in (("open", "false"), ("ended", "true")):
        op.create_index(
            f"ix_case_head_{name}_search",
            "case_head",
            ["search", sa.text(f"({_WORDS})")],
            postgresql_using="gin",
            postgresql_ops={"search": "gin_trgm_ops"},
            postgresql_where=sa.text(f"finished = {finished}"),
        )
