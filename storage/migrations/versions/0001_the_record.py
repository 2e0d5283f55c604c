"""The record: every table and index, as ``storage.tables`` describes them."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: Final = "0001"
down_revision: Final[str | None] = None
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None


def upgrade() -> None:
    # A trusted extension: the owner of a database may make it. The search field needs it.
    op.execute("create extension if not exists pg_trgm")
    op.create_table(
        "access_log",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(collation="C"), nullable=False),
        sa.Column("command_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_log")),
    )
    op.create_index(op.f("ix_access_log_at"), "access_log", ["at"], unique=False)
    op.create_table(
        "case_head",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("case_no", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("rule_set", sa.Text(), nullable=False),
        sa.Column("rule_set_sha256", sa.Text(), nullable=False),
        sa.Column("strand", sa.Text(), nullable=False),
        sa.Column("grant_year", sa.Integer(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("state", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("applied_ore", sa.BigInteger(), nullable=False),
        sa.Column("granted_ore", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("paid_ore", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("refunded_ore", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("officer", sa.Text(), nullable=True),
        sa.Column("next_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_cause", sa.Text(), nullable=True),
        sa.Column("overdue", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("finished", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("adopted_seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("search", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_head")),
        sa.UniqueConstraint("case_no", name=op.f("uq_case_head_case_no")),
    )
    op.create_index(
        "ix_case_head_due",
        "case_head",
        ["next_due", "case_id"],
        unique=False,
        postgresql_where=sa.text("finished = false"),
    )
    op.create_index(op.f("ix_case_head_host"), "case_head", ["host"], unique=False)
    op.create_index(
        op.f("ix_case_head_office_finished_next_due_case_id"),
        "case_head",
        ["office", "finished", "next_due", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_case_head_office_stage_next_due_case_id"),
        "case_head",
        ["office", "stage", "next_due", "case_id"],
        unique=False,
    )
    op.create_index(op.f("ix_case_head_project_id"), "case_head", ["project_id"], unique=False)
    op.create_index(op.f("ix_case_head_round_id"), "case_head", ["round_id"], unique=False)
    op.create_index(
        "ix_case_head_search",
        "case_head",
        ["search"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.create_index(
        "ix_case_head_unadopted",
        "case_head",
        ["changed_at"],
        unique=False,
        postgresql_where=sa.text("adopted_seq < seq"),
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "deadline",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("clock", sa.Text(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("overdue_rung", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "clock", name=op.f("pk_deadline")),
    )
    op.create_index(
        op.f("ix_deadline_due_case_id_clock"), "deadline", ["due", "case_id", "clock"], unique=False
    )
    op.create_table(
        "document",
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("stream", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("size = octet_length(content)", name=op.f("ck_document_size")),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_stream"), "document", ["stream"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("command_id", sa.Uuid(), nullable=False),
        sa.Column("stream", sa.Text(collation="C"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("actor", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("content", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("content_salt", sa.LargeBinary(), nullable=True),
        sa.Column("content_digest", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expected_seq", sa.Integer(), nullable=True),
        sa.Column("status", sa.Text(), server_default=sa.text("'pending'"), nullable=False),
        sa.Column("answer", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("first_seq", sa.Integer(), nullable=True),
        sa.Column("last_seq", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("last_attempt_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(first_seq is null) = (last_seq is null) and (first_seq is null or status = 'done')",
            name=op.f("ck_inbox_seqs_when_done"),
        ),
        sa.CheckConstraint(
            "(status = 'pending') = (settled_at is null)", name=op.f("ck_inbox_settled_when_answered")
        ),
        sa.CheckConstraint("status in ('pending', 'done', 'refused')", name=op.f("ck_inbox_status")),
        sa.PrimaryKeyConstraint("command_id", name=op.f("pk_inbox")),
    )
    op.create_index(
        "ix_inbox_pending",
        "inbox",
        ["received_at"],
        unique=False,
        postgresql_where=sa.text("status = 'pending'"),
    )
    op.create_index(op.f("ix_inbox_stream_received_at"), "inbox", ["stream", "received_at"], unique=False)
    op.create_table(
        "installation",
        sa.Column("id", sa.SmallInteger(), server_default=sa.text("1"), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("clock_shift_us", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("spread_seconds", sa.Integer(), server_default=sa.text("600"), nullable=False),
        sa.CheckConstraint(
            "kind = 'local' or clock_shift_us = 0", name=op.f("ck_installation_real_time_where_it_is_real")
        ),
        sa.CheckConstraint("kind in ('local', 'real')", name=op.f("ck_installation_kind")),
        sa.CheckConstraint("id = 1", name=op.f("ck_installation_one_row")),
        sa.CheckConstraint("spread_seconds >= 0", name=op.f("ck_installation_spread")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_installation")),
    )
    op.create_table(
        "mandate",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("grant_year", sa.Integer(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "grant_year", name=op.f("pk_mandate")),
    )
    op.create_table(
        "network",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("strand", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("network_id", name=op.f("pk_network")),
    )
    op.create_index(op.f("ix_network_office"), "network", ["office"], unique=False)
    op.create_table(
        "office_setting",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("attestor_may_recommend", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.PrimaryKeyConstraint("office", name=op.f("pk_office_setting")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("stream", sa.Text(collation="C"), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Text(), server_default=sa.text("'pending'"), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(status = 'done') = (done_at is not null)", name=op.f("ck_outbox_done_when_done")
        ),
        sa.CheckConstraint("status in ('pending', 'done', 'parked')", name=op.f("ck_outbox_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("stream", "seq", "part", name=op.f("uq_outbox_stream_seq_part")),
    )
    op.create_index(
        "ix_outbox_pending",
        "outbox",
        ["next_attempt_at"],
        unique=False,
        postgresql_where=sa.text("status = 'pending'"),
    )
    op.create_index(
        "ix_outbox_pending_in_stream",
        "outbox",
        ["stream", "id"],
        unique=False,
        postgresql_where=sa.text("status = 'pending'"),
    )
    op.create_table(
        "private_text",
        sa.Column("ref", sa.Uuid(), nullable=False),
        sa.Column("stream", sa.Text(collation="C"), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(text is null) = (erased_at is not null) and (text is null) = (salt is null)",
            name=op.f("ck_private_text_erased_whole"),
        ),
        sa.PrimaryKeyConstraint("ref", name=op.f("pk_private_text")),
    )
    op.create_index(op.f("ix_private_text_stream"), "private_text", ["stream"], unique=False)
    op.create_table(
        "project",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("granted_ore", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("case_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("project_id", name=op.f("pk_project")),
    )
    op.create_index(op.f("ix_project_network_id"), "project", ["network_id"], unique=False)
    op.create_table(
        "round",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("round_no", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("grant_year", sa.Integer(), nullable=False),
        sa.Column("strand", sa.Text(), nullable=False),
        sa.Column("rule_set", sa.Text(), nullable=False),
        sa.Column("rule_set_sha256", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_cause", sa.Text(), nullable=True),
        sa.Column("adopted_seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_round")),
        sa.UniqueConstraint("round_no", name=op.f("uq_round_round_no")),
    )
    op.create_index(
        "ix_round_due",
        "round",
        ["next_due", "round_id"],
        unique=False,
        postgresql_where=sa.text("finished = false"),
    )
    op.create_index(op.f("ix_round_office_grant_year"), "round", ["office", "grant_year"], unique=False)
    op.create_index(
        "ix_round_unadopted",
        "round",
        ["changed_at"],
        unique=False,
        postgresql_where=sa.text("adopted_seq < seq"),
    )
    op.create_table(
        "rule_set",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("first_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", "sha256", name=op.f("pk_rule_set")),
    )
    op.create_table(
        "task",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column(
            "params", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False
        ),
        sa.PrimaryKeyConstraint("case_id", "task", name=op.f("pk_task")),
    )
    op.create_index(
        op.f("ix_task_office_role_due_case_id_task"),
        "task",
        ["office", "role", "due", "case_id", "task"],
        unique=False,
    )
    op.create_table(
        "trail",
        sa.Column("stream", sa.Text(collation="C"), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("command_id", sa.Uuid(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("envelope", sa.Text(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("octet_length(hash) = 32", name=op.f("ck_trail_hash")),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_trail_seq")),
        sa.PrimaryKeyConstraint("stream", "seq", name=op.f("pk_trail")),
    )
    op.create_index(
        "ix_trail_cause_once",
        "trail",
        ["stream", "cause"],
        unique=True,
        postgresql_where=sa.text("cause IS NOT NULL"),
    )
    op.create_index(op.f("ix_trail_command_id"), "trail", ["command_id"], unique=False)
    op.create_table(
        "frame",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("grant_year", sa.Integer(), nullable=False),
        sa.Column("pot", sa.Text(), nullable=False),
        sa.Column("amount_ore", sa.BigInteger(), nullable=False),
        sa.Column("committed_ore", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("paid_ore", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("earmarked", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint("amount_ore >= 0", name=op.f("ck_frame_amount")),
        sa.CheckConstraint("committed_ore between 0 and amount_ore", name=op.f("ck_frame_not_overspent")),
        sa.CheckConstraint(
            "paid_ore between 0 and committed_ore", name=op.f("ck_frame_paid_within_committed")
        ),
        sa.ForeignKeyConstraint(
            ["office", "grant_year"], ["mandate.office", "mandate.grant_year"], name=op.f("fk_frame_mandate")
        ),
        sa.PrimaryKeyConstraint("office", "grant_year", "pot", name=op.f("pk_frame")),
    )
    op.create_table(
        "commitment",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("decision_no", sa.Integer(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("grant_year", sa.Integer(), nullable=False),
        sa.Column("pot", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("amount_ore", sa.BigInteger(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amount_ore <> 0", name=op.f("ck_commitment_amount")),
        sa.ForeignKeyConstraint(
            ["office", "grant_year", "pot"],
            ["frame.office", "frame.grant_year", "frame.pot"],
            name=op.f("fk_commitment_frame"),
        ),
        sa.PrimaryKeyConstraint("case_id", "decision_no", name=op.f("pk_commitment")),
    )
    op.create_index(
        op.f("ix_commitment_office_grant_year_pot"),
        "commitment",
        ["office", "grant_year", "pot"],
        unique=False,
    )
    op.create_index(op.f("ix_commitment_project_id"), "commitment", ["project_id"], unique=False)
    op.create_table(
        "disbursement",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("payment_no", sa.Integer(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("grant_year", sa.Integer(), nullable=False),
        sa.Column("pot", sa.Text(), nullable=False),
        sa.Column("amount_ore", sa.BigInteger(), nullable=False),
        sa.Column("voucher", sa.Text(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.CheckConstraint("amount_ore > 0", name=op.f("ck_disbursement_amount")),
        sa.ForeignKeyConstraint(
            ["office", "grant_year", "pot"],
            ["frame.office", "frame.grant_year", "frame.pot"],
            name=op.f("fk_disbursement_frame"),
        ),
        sa.PrimaryKeyConstraint("case_id", "payment_no", name=op.f("pk_disbursement")),
        sa.UniqueConstraint(
            "office", "grant_year", "voucher", name=op.f("uq_disbursement_office_grant_year_voucher")
        ),
    )
    op.create_index(
        op.f("ix_disbursement_office_grant_year_pot"),
        "disbursement",
        ["office", "grant_year", "pot"],
        unique=False,
    )
