"""Drafts: what a municipality has begun and not sent, in rows that are deleted with it."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0008"
down_revision: Final[str | None] = "0007"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None

_INSTANT: Final = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("begun_at", _INSTANT, nullable=False),
        sa.Column("changed_at", _INSTANT, nullable=False),
        sa.Column("keep_until", _INSTANT, nullable=False),
        sa.Column("command_id", sa.Uuid(), nullable=True),
        sa.Column("sent_at", _INSTANT, nullable=True),
        sa.Column("emptied_at", _INSTANT, nullable=True),
        sa.CheckConstraint("kind in ('application', 'supplement', 'report')", name=op.f("ck_draft_kind")),
        sa.CheckConstraint("(command_id is null) = (sent_at is null)", name=op.f("ck_draft_sent")),
        sa.PrimaryKeyConstraint("draft_id", name=op.f("pk_draft")),
    )
    op.create_index(op.f("ix_draft_host"), "draft", ["host"])
    op.create_index(op.f("ix_draft_keep_until"), "draft", ["keep_until"])
    op.create_index(
        "ix_draft_sent",
        "draft",
        ["command_id"],
        postgresql_where=sa.text("command_id is not null and emptied_at is null"),
    )
    _of_draft(
        "draft_field",
        "path",
        sa.Column("path", sa.Text(collation="C"), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("by_subject", sa.Text(), nullable=False),
        sa.Column("by_role", sa.Text(), nullable=False),
        sa.Column("by_unit", sa.Text(), nullable=False),
        sa.Column("changed_at", _INSTANT, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
    )
    _of_draft(
        "draft_partner",
        "municipality",
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("org_number", sa.Text(), nullable=False),
        sa.Column("invited_at", _INSTANT, nullable=False),
        sa.Column("reminded_at", _INSTANT, nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", _INSTANT, nullable=True),
        sa.Column("anchored_by", sa.Text(), nullable=True),
        sa.Column("anchored_as", sa.Text(), nullable=True),
        sa.CheckConstraint("answer in ('confirmed', 'declined')", name=op.f("ck_draft_partner_answer")),
        sa.CheckConstraint(
            "(answer is null) = (answered_at is null)", name=op.f("ck_draft_partner_answered")
        ),
    )
    op.create_index(op.f("ix_draft_partner_org_number"), "draft_partner", ["org_number"])
    _of_draft(
        "draft_presence",
        "subject",
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("seen_at", _INSTANT, nullable=False),
    )
    _of_draft(
        "draft_file",
        "sha256",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("scan", sa.Text(), nullable=False),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.CheckConstraint("size = octet_length(content)", name=op.f("ck_draft_file_size")),
        sa.CheckConstraint("scan in ('clean', 'not_scanned')", name=op.f("ck_draft_file_scan")),
    )


def _of_draft(name: str, key: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        *parts,
        sa.PrimaryKeyConstraint("draft_id", key, name=op.f(f"pk_{name}")),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.draft_id"], name=op.f(f"fk_{name}_draft"), ondelete="CASCADE"
        ),
    )
