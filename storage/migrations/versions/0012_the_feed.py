"""What happened in the cases is told to other programs, in one order for all."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0012"
down_revision: Final[str | None] = "0011"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None


def upgrade() -> None:
    # What is there already gets its numbers in the order in which it was written.
    op.add_column("trail", sa.Column("position", sa.BigInteger(), sa.Identity(always=True), nullable=False))
    op.create_index(op.f("ix_trail_position"), "trail", ["position"], unique=True)
    op.create_table(
        "webhook",
        sa.Column("webhook_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("paused", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("webhook_id", name=op.f("pk_webhook")),
        sa.CheckConstraint("octet_length(secret) >= 24", name=op.f("ck_webhook_secret")),
    )
    op.create_index(op.f("ix_webhook_unit"), "webhook", ["unit"])
