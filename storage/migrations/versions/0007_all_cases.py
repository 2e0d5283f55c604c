"""The list of all cases: leafed through by date or change, found by municipality and amount, kept as one's own view."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0007"
down_revision: Final[str | None] = "0006"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None

#: Cases are found by every municipality that took part in the application: those from before are told apart here.
_WORDS_OF_MEMBERS: Final = """
    UPDATE case_head h SET search = h.search || said.words
      FROM (SELECT i.stream, string_agg(' ' || (m.one->>'org_number') || ' kommune:' || (m.one->>'municipality'), '')
                     AS words
              FROM inbox i, jsonb_array_elements(i.content->'application'->'members') AS m(one)
             WHERE i.kind = 'submit' AND i.status = 'done'
             GROUP BY i.stream) said
     WHERE said.stream = 'case:' || h.case_id
"""


_FIRST_DEADLINES: Final = """
    UPDATE case_head h SET first_due = d.due, first_clock = d.clock
      FROM (SELECT DISTINCT ON (case_id) case_id, due, clock FROM deadline ORDER BY case_id, due, clock) d
     WHERE d.case_id = h.case_id
"""


def upgrade() -> None:
    op.add_column("case_head", sa.Column("first_due", sa.DateTime(timezone=True), nullable=True))
    op.add_column("case_head", sa.Column("first_clock", sa.Text(), nullable=True))
    op.execute(_FIRST_DEADLINES)
    for sorted_by in ("finished", "stage"):
        op.drop_index(f"ix_case_head_office_{sorted_by}_next_due_case_id", "case_head")
        op.create_index(
            op.f(f"ix_case_head_office_{sorted_by}_first_due_case_id"),
            "case_head",
            ["office", sorted_by, "first_due", "case_id"],
        )
    op.create_index(
        "ix_case_head_first_due",
        "case_head",
        ["first_due", "case_id"],
        postgresql_where=sa.text("finished = false"),
    )
    op.create_index(
        "ix_case_head_undated",
        "case_head",
        ["finished", "changed_at", "case_id"],
        postgresql_where=sa.text("first_due IS NULL"),
    )
    op.create_index(
        "ix_case_head_officer",
        "case_head",
        ["office", "officer"],
        postgresql_where=sa.text("finished = false"),
    )
    op.create_index(op.f("ix_case_head_applied_ore"), "case_head", ["applied_ore"])
    op.create_index(
        "ix_case_head_granted", "case_head", ["granted_ore"], postgresql_where=sa.text("granted_ore > 0")
    )
    op.execute(_WORDS_OF_MEMBERS)
    op.create_table(
        "saved_view",
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("subject", "role", "unit", "name", name=op.f("pk_saved_view")),
    )
