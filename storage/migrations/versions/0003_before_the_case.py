"""Before the case: how the registers stand, and cases from before this system."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: Final = "0003"
down_revision: Final[str | None] = "0002"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None


def upgrade() -> None:
    op.create_table(
        "register_head",
        sa.Column("stream", sa.Text(collation="C"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("state", JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("stream", name=op.f("pk_register_head")),
    )
    op.create_index(op.f("ix_register_head_kind_office"), "register_head", ["kind", "office"])
    op.create_table(
        "historical_case",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("grant_year", sa.Integer(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("network_name", sa.Text(), nullable=False),
        sa.Column("project_title", sa.Text(), nullable=False),
        sa.Column("strand", sa.Text(), nullable=False),
        sa.Column("project_type", sa.Text(), nullable=True),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("municipalities", JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("applied_ore", sa.BigInteger(), nullable=True),
        sa.Column("granted_ore", sa.BigInteger(), nullable=True),
        sa.Column("paid_ore", sa.BigInteger(), nullable=True),
        sa.Column("used_ore", sa.BigInteger(), nullable=True),
        sa.Column("repaid_ore", sa.BigInteger(), nullable=True),
        sa.Column("decided", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("use_until_day", sa.Date(), nullable=True),
        sa.Column("report_due_day", sa.Date(), nullable=True),
        sa.Column("audit_due_day", sa.Date(), nullable=True),
        sa.Column("network_id", sa.Uuid(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.Column("note_ref", sa.Uuid(), nullable=True),
        sa.Column("met", JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.PrimaryKeyConstraint("office", "grant_year", "reference", name=op.f("pk_historical_case")),
    )
    op.create_index(op.f("ix_historical_case_project_id"), "historical_case", ["project_id"])
    op.create_index(op.f("ix_case_head_network_id"), "case_head", ["network_id"])
