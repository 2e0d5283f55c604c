"""Every table by name, so that one place says what is stored and which index each list relies on.

Plain SQLAlchemy Core: rows are written by hand-made statements, and nothing loads lazily. Instants are ``timestamptz``,
money is whole øre, and streams are compared byte by byte (collation ``C``) so that their order is the same in the
database, in Python and in the file of signed heads.

There are no foreign keys from the tables that can be built again from the trail (heads, deadlines, tasks): their truth
is the trail, and a key would only add locks. The money ledgers have them.
"""

from typing import Any, Final

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    DateTime,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    false,
    func,
    literal_column,
    text,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

from domain.case import UNDECIDED

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _required(name: str, kind: TypeEngine[Any], default: str | None = None) -> Column[Any]:
    return Column(name, kind, nullable=False, server_default=None if default is None else text(default))


def _optional(name: str, kind: TypeEngine[Any]) -> Column[Any]:
    return Column(name, kind, nullable=True)


def _stream() -> Column[Any]:
    """``case:<uuid>``, ``round:<uuid>``, ``mandate:<office>-<year>``, or another register's (``domain.register_states``)."""
    return Column("stream", Text(collation="C"), nullable=False)


INSTANT: Final = DateTime(timezone=True)

# --- what is said of the installation itself ----------------------------------------------------------------------

installation: Final = Table(
    "installation",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False, server_default=text("1")),
    _required("kind", Text()),
    _required("clock_shift_us", BigInteger(), "0"),
    _required("spread_seconds", Integer(), "600"),
    CheckConstraint("id = 1", name="one_row"),
    CheckConstraint("kind in ('local', 'real')", name="kind"),
    CheckConstraint("kind = 'local' or clock_shift_us = 0", name="real_time_where_it_is_real"),
    CheckConstraint("spread_seconds >= 0", name="spread"),
)

rule_set: Final = Table(
    "rule_set",
    metadata,
    _required("key", Text()),
    _required("sha256", Text()),
    _required("text", Text()),
    _required("first_used_at", INSTANT),
    PrimaryKeyConstraint("key", "sha256"),
)

office_setting: Final = Table(
    "office_setting",
    metadata,
    Column("office", Text, primary_key=True),
    _required("attestor_may_recommend", Boolean(), "false"),
    # Until a leader has set it, nothing is given up without the directorate.
    _optional("write_off_limit_ore", BigInteger()),
)

counter: Final = Table(
    "counter",
    metadata,
    Column("name", Text, primary_key=True),
    _required("value", BigInteger()),
)

# --- what was said, and what came of it ---------------------------------------------------------------------------

inbox: Final = Table(
    "inbox",
    metadata,
    Column("command_id", Uuid, primary_key=True),
    _stream(),
    _required("kind", Text()),
    _required("actor", JSONB()),
    _required("content", JSONB()),
    # Emptied when a private text of the command is erased: with it, short texts could be guessed from the digest.
    _optional("content_salt", LargeBinary()),
    _required("content_digest", Text()),
    # Case time: legally dated acts count from here.
    _required("received_at", INSTANT),
    _optional("expected_seq", Integer()),
    _required("status", Text(), "'pending'"),
    _optional("answer", JSONB(none_as_null=True)),
    _optional("first_seq", Integer()),
    _optional("last_seq", Integer()),
    _optional("settled_at", INSTANT),
    _required("attempts", Integer(), "0"),
    _optional("last_attempt_at", INSTANT),
    CheckConstraint("status in ('pending', 'done', 'refused')", name="status"),
    CheckConstraint("(status = 'pending') = (settled_at is null)", name="settled_when_answered"),
    CheckConstraint(
        "(first_seq is null) = (last_seq is null) and (first_seq is null or status = 'done')",
        name="seqs_when_done",
    ),
)
Index("ix_inbox_pending", inbox.c.received_at, postgresql_where=inbox.c.status == text("'pending'"))
Index(None, inbox.c.stream, inbox.c.received_at)
Index(
    "ix_inbox_actor",
    inbox.c.actor["unit"].astext,
    inbox.c.actor["role"].astext,
    inbox.c.actor["subject"].astext,
    inbox.c.received_at,
)

trail: Final = Table(
    "trail",
    metadata,
    _stream(),
    _required("seq", Integer()),
    _required("kind", Text()),
    _required("occurred_at", INSTANT),
    _required("recorded_at", INSTANT),
    _optional("command_id", Uuid()),
    _optional("cause", Text()),
    # Canonical text, never jsonb: the hash is over these very bytes.
    _required("envelope", Text()),
    _required("hash", LargeBinary()),
    # One order over all streams, for who follows along; no part of the chain (``storage.feed``).
    Column("position", BigInteger, Identity(always=True), nullable=False),
    PrimaryKeyConstraint("stream", "seq"),
    CheckConstraint("seq >= 1", name="seq"),
    CheckConstraint("octet_length(hash) = 32", name="hash"),
)
Index(None, trail.c.command_id)
Index(None, trail.c.position, unique=True)
Index(
    "ix_trail_cause_once",
    trail.c.stream,
    trail.c.cause,
    unique=True,
    postgresql_where=trail.c.cause.is_not(None),
)

private_text: Final = Table(
    "private_text",
    metadata,
    Column("ref", Uuid, primary_key=True),
    _stream(),
    _required("field", Text()),
    _optional("salt", LargeBinary()),
    _optional("text", Text()),
    _required("digest", Text()),
    _required("created_at", INSTANT),
    _optional("erased_at", INSTANT),
    CheckConstraint(
        "(text is null) = (erased_at is not null) and (text is null) = (salt is null)", name="erased_whole"
    ),
)
Index(None, private_text.c.stream)

document: Final = Table(
    "document",
    metadata,
    Column("document_id", Uuid, primary_key=True),
    _stream(),
    _required("name", Text()),
    _required("media_type", Text()),
    _required("sha256", Text()),
    _required("size", Integer()),
    _required("content", LargeBinary()),
    _required("received_at", INSTANT),
    _optional("erased_at", INSTANT),
    CheckConstraint("size = octet_length(content) or erased_at is not null", name="size"),
    CheckConstraint("erased_at is null or (name = '' and content = '')", name="erased_whole"),
)
Index(None, document.c.stream)

access_log: Final = Table(
    "access_log",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    _required("at", INSTANT),
    _required("subject", Text()),
    _required("role", Text()),
    _required("unit", Text()),
    _stream(),
    _optional("command_id", Uuid()),
    _required("code", Text()),
)
Index(None, access_log.c.at)

# --- what must leave the house ------------------------------------------------------------------------------------

outbox: Final = Table(
    "outbox",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    _stream(),
    _required("seq", Integer()),
    _required("part", Integer(), "0"),
    _required("kind", Text()),
    _required("payload", JSONB()),
    _required("created_at", INSTANT),
    _required("status", Text(), "'pending'"),
    _required("attempts", Integer(), "0"),
    _required("next_attempt_at", INSTANT),
    _optional("last_error", Text()),
    _optional("done_at", INSTANT),
    UniqueConstraint("stream", "seq", "part"),
    CheckConstraint("status in ('pending', 'done', 'parked')", name="status"),
    CheckConstraint("(status = 'done') = (done_at is not null)", name="done_when_done"),
)
_PENDING = outbox.c.status == text("'pending'")
Index("ix_outbox_pending", outbox.c.next_attempt_at, postgresql_where=_PENDING)
Index("ix_outbox_pending_in_stream", outbox.c.stream, outbox.c.id, postgresql_where=_PENDING)
Index("ix_outbox_not_done", outbox.c.created_at, postgresql_where=outbox.c.status != text("'done'"))

# --- how each case and round stands: built again from the trail when asked ----------------------------------------

case_head: Final = Table(
    "case_head",
    metadata,
    Column("case_id", Uuid, primary_key=True),
    # Byte by byte: what a number begins with is a stretch of its index.
    _required("case_no", Text(collation="C")),
    _required("office", Text()),
    _required("round_id", Uuid()),
    _required("project_id", Uuid()),
    _required("network_id", Uuid()),
    _required("rule_set", Text()),
    _required("rule_set_sha256", Text()),
    _required("strand", Text()),
    _required("grant_year", Integer()),
    _required("host", Text()),
    _required("seq", Integer()),
    _required("hash", LargeBinary()),
    _required("stage", Text()),
    _required("state", JSONB()),
    _required("applied_ore", BigInteger()),
    _required("granted_ore", BigInteger(), "0"),
    _required("paid_ore", BigInteger(), "0"),
    _required("refunded_ore", BigInteger(), "0"),
    _optional("officer", Text()),
    # Case time, the first instant after the deadline.
    _optional("next_due", INSTANT),
    _optional("next_cause", Text()),
    # The earliest deadline that is somebody's to keep, passed or not, and its clock: what lists are sorted by.
    _optional("first_due", INSTANT),
    _optional("first_clock", Text()),
    _required("overdue", Boolean(), "false"),
    _required("finished", Boolean(), "false"),
    _required("adopted_seq", Integer(), "0"),
    # Real time of the last change.
    _required("changed_at", INSTANT),
    # Lower-cased case number, titles and names of bodies (never of persons), for the search field.
    _required("search", Text(), "''"),
    UniqueConstraint("case_no"),
)
_UNFINISHED_CASE = case_head.c.finished == false()
#: Written alike in the index and in what asks for it, since only then the database sees that the one answers the other.
FOSTER_HOME_CASE: Final = literal_column(
    "((case_head.state ->> 'project_type') = 'foster_home' OR (case_head.state ->> 'foster_home') = 'true')",
    Boolean,
)

#: What a case is found by, word for word. With capitals, which no word of its text has, stand the office, its two amounts
#: and its network: so a word is looked for among the cases of one office.
_WORDS: Final = (
    "string_to_array({0}search, ' ') || ARRAY[{0}office, 'ORE' || {0}applied_ore::text,"
    " 'ORE' || {0}granted_ore::text, 'NET' || {0}network_id::text]"
)
CASE_WORDS: Final = literal_column(f"({_WORDS.format('case_head.')})", ARRAY(Text))


def _listed(name: str, columns: str, where: ColumnElement[bool]) -> None:
    """Behind what a list is sorted by stands what it may be narrowed to: what does not fit is passed over in the index."""
    Index(f"ix_case_head_{name}", *(case_head.c[one] for one in columns.split(" ")), postgresql_where=where)


_listed("open", "office first_due case_id stage grant_year strand officer", _UNFINISHED_CASE)
_listed("open_anywhere", "first_due case_id office stage grant_year strand officer", _UNFINISHED_CASE)
_listed(
    "undated",
    "changed_at case_id office stage grant_year strand officer",
    _UNFINISHED_CASE & case_head.c.first_due.is_(None),
)
_FINISHED_CASE = case_head.c.finished == true()
_listed("ended", "office changed_at case_id stage grant_year strand officer", _FINISHED_CASE)
_listed("ended_at_stage", "office stage changed_at case_id grant_year strand officer", _FINISHED_CASE)
_listed("ended_anywhere", "changed_at case_id stage grant_year strand officer", _FINISHED_CASE)
_listed("ended_anywhere_at_stage", "stage changed_at case_id grant_year strand officer", _FINISHED_CASE)
_listed("ended_anywhere_in_year", "grant_year changed_at case_id stage strand officer", _FINISHED_CASE)
# One case of a hundred: among all the others they were looked for in vain.
_listed(
    "ended_leader",
    "changed_at case_id office stage grant_year officer",
    _FINISHED_CASE & (case_head.c.strand == literal_column("'leader'")),
)
_listed(
    "foster_home",
    "finished first_due changed_at case_id office stage grant_year strand",
    FOSTER_HOME_CASE,
)
Index(None, case_head.c.office, case_head.c.stage, case_head.c.first_due, case_head.c.case_id)
Index("ix_case_head_due", case_head.c.next_due, case_head.c.case_id, postgresql_where=_UNFINISHED_CASE)
Index(
    "ix_case_head_unadopted",
    case_head.c.changed_at,
    postgresql_where=case_head.c.adopted_seq < case_head.c.seq,
)
Index("ix_case_head_officer", case_head.c.office, case_head.c.officer, postgresql_where=_UNFINISHED_CASE)
# What an overview of a year asks of the years before.
Index(
    "ix_case_head_granted_in_year",
    case_head.c.office,
    case_head.c.grant_year,
    case_head.c.network_id,
    case_head.c.granted_ore,
    postgresql_where=case_head.c.granted_ore > text("0"),
)
# What a municipality has at an office is summed from the index alone.
Index(
    "ix_case_head_hosted",
    case_head.c.host,
    case_head.c.office,
    case_head.c.finished,
    case_head.c.granted_ore,
)
# Few at any time: their members are looked for among them.
Index(
    "ix_case_head_undecided",
    case_head.c.case_no,
    postgresql_where=case_head.c.stage.in_(sorted(UNDECIDED)),
)
Index(None, case_head.c.project_id)
Index(None, case_head.c.network_id)
Index(None, case_head.c.round_id)
Index(
    "ix_case_head_claims",
    text("(state -> 'claims')"),
    _table=case_head,
    postgresql_using="gin",
    postgresql_ops={"(state -> 'claims')": "jsonb_path_ops"},
    postgresql_where=text("(state -> 'claims') <> '[]'::jsonb"),
)
# Parts of the text and whole words in one, so that a part too is looked for at one office; the few open ones apart.
for _name, _which in (("open", _UNFINISHED_CASE), ("ended", _FINISHED_CASE)):
    Index(
        f"ix_case_head_{_name}_search",
        case_head.c.search,
        text(_WORDS.format("").replace("::", r"\:\:")),
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
        postgresql_where=_which,
    )

# What each ended case is found by, as the list of them is sorted; a trigger of ``case_head`` writes it. In capitals stand
# its amounts (``ORE``), its network (``NET``), and all that its number begins with (``NO``).
ended_word: Final = Table(
    "ended_word",
    metadata,
    Column("word", Text(collation="C"), primary_key=True),
    Column("office", Text(collation="C"), primary_key=True),
    Column("changed_at", INSTANT, primary_key=True),
    Column("case_id", Uuid, primary_key=True),
)

round_: Final = Table(
    "round",
    metadata,
    Column("round_id", Uuid, primary_key=True),
    _required("round_no", Text()),
    _required("office", Text()),
    _required("grant_year", Integer()),
    _required("strand", Text()),
    _required("rule_set", Text()),
    _required("rule_set_sha256", Text()),
    _required("title", Text()),
    _required("state", JSONB()),
    _required("seq", Integer()),
    _required("hash", LargeBinary()),
    _required("stage", Text()),
    _required("opens_at", INSTANT),
    _required("closes_at", INSTANT),
    _optional("next_due", INSTANT),
    _optional("next_cause", Text()),
    _required("adopted_seq", Integer(), "0"),
    _required("changed_at", INSTANT),
    _required("finished", Boolean(), "false"),
    UniqueConstraint("round_no"),
)
Index(None, round_.c.office, round_.c.grant_year)
Index("ix_round_due", round_.c.next_due, round_.c.round_id, postgresql_where=round_.c.finished == false())
Index("ix_round_unadopted", round_.c.changed_at, postgresql_where=round_.c.adopted_seq < round_.c.seq)

deadline: Final = Table(
    "deadline",
    metadata,
    _required("case_id", Uuid()),
    _required("clock", Text()),
    _required("due", INSTANT),
    _required("last_day", Date()),
    _required("about", Text()),
    _required("rule", Text()),
    _required("role", Text()),
    _required("overdue_rung", Integer(), "0"),
    PrimaryKeyConstraint("case_id", "clock"),
)
Index(None, deadline.c.due, deadline.c.case_id, deadline.c.clock)

task: Final = Table(
    "task",
    metadata,
    _required("case_id", Uuid()),
    _required("task", Text()),
    _required("code", Text()),
    _required("role", Text()),
    _required("office", Text()),
    _required("opened_at", INSTANT),
    _optional("due", INSTANT),
    _required("rule", Text()),
    _required("params", JSONB(), "'{}'"),
    PrimaryKeyConstraint("case_id", "task"),
)
Index(None, task.c.office, task.c.role, task.c.due, task.c.case_id, task.c.task)

network: Final = Table(
    "network",
    metadata,
    Column("network_id", Uuid, primary_key=True),
    _required("name", Text()),
    _required("office", Text()),
    _required("strand", Text()),
    _required("created_at", INSTANT),
)
Index("ix_network_office_name", network.c.office, func.lower(network.c.name), network.c.network_id)

#: The row that is locked while the reporting threshold is decided for all cases of one project.
project: Final = Table(
    "project",
    metadata,
    Column("project_id", Uuid, primary_key=True),
    _required("network_id", Uuid()),
    _required("title", Text()),
    _required("granted_ore", BigInteger(), "0"),
    _required("case_count", Integer(), "0"),
)
Index(None, project.c.network_id)
Index(None, project.c.title, project.c.project_id)

# --- registers beside the cases: how each stream stands, built again from the trail when asked --------------------

register_head: Final = Table(
    "register_head",
    metadata,
    Column("stream", Text(collation="C"), primary_key=True),
    _required("kind", Text()),
    # Empty where the register is everybody's.
    _optional("office", Text()),
    _required("seq", Integer()),
    _required("hash", LargeBinary()),
    _required("state", JSONB()),
    # Real time of the last change.
    _required("changed_at", INSTANT),
)
Index(None, register_head.c.kind, register_head.c.office)

#: Cases from before this system (E45). The truth is the stream ``historical:<office>-<year>``.
historical_case: Final = Table(
    "historical_case",
    metadata,
    _required("office", Text()),
    _required("grant_year", Integer()),
    _required("reference", Text()),
    _required("network_name", Text()),
    _required("project_title", Text()),
    _required("strand", Text()),
    _optional("project_type", Text()),
    _required("host", Text()),
    _required("municipalities", JSONB()),
    _optional("applied_ore", BigInteger()),
    _optional("granted_ore", BigInteger()),
    _optional("paid_ore", BigInteger()),
    _optional("used_ore", BigInteger()),
    _optional("repaid_ore", BigInteger()),
    _required("decided", Text()),
    _optional("decided_on", Date()),
    _optional("use_until_day", Date()),
    _optional("report_due_day", Date()),
    _optional("audit_due_day", Date()),
    _optional("network_id", Uuid()),
    _optional("project_id", Uuid()),
    _optional("note_ref", Uuid()),
    # Which of the dates are met, and when.
    _required("met", JSONB(), "'{}'"),
    PrimaryKeyConstraint("office", "grant_year", "reference"),
)
Index(None, historical_case.c.project_id)

# --- money: ledgers that only grow, and the frames they may not break ---------------------------------------------

mandate: Final = Table(
    "mandate",
    metadata,
    _required("office", Text()),
    _required("grant_year", Integer()),
    _required("reference", Text()),
    _required("registered_at", INSTANT),
    PrimaryKeyConstraint("office", "grant_year"),
)

frame: Final = Table(
    "frame",
    metadata,
    _required("office", Text()),
    _required("grant_year", Integer()),
    _required("pot", Text()),
    _required("amount_ore", BigInteger()),
    # Only the triggers of the two ledgers below change these two.
    _required("committed_ore", BigInteger(), "0"),
    _required("paid_ore", BigInteger(), "0"),
    _required("earmarked", Boolean(), "false"),
    PrimaryKeyConstraint("office", "grant_year", "pot"),
    ForeignKeyConstraint(["office", "grant_year"], ["mandate.office", "mandate.grant_year"]),
    CheckConstraint("amount_ore >= 0", name="amount"),
    CheckConstraint("committed_ore between 0 and amount_ore", name="not_overspent"),
    CheckConstraint("paid_ore between 0 and committed_ore", name="paid_within_committed"),
)

_FRAME_KEY: Final = ["office", "grant_year", "pot"]

commitment: Final = Table(
    "commitment",
    metadata,
    _required("case_id", Uuid()),
    _required("decision_no", Integer()),
    _required("office", Text()),
    _required("grant_year", Integer()),
    _required("pot", Text()),
    _required("project_id", Uuid()),
    # Negative where a decision is reversed or annulled.
    _required("amount_ore", BigInteger()),
    _required("decided_at", INSTANT),
    PrimaryKeyConstraint("case_id", "decision_no"),
    ForeignKeyConstraint(_FRAME_KEY, [f"frame.{name}" for name in _FRAME_KEY]),
    CheckConstraint("amount_ore <> 0", name="amount"),
)
Index(None, commitment.c.project_id)
Index(None, commitment.c.office, commitment.c.grant_year, commitment.c.pot)

disbursement: Final = Table(
    "disbursement",
    metadata,
    _required("case_id", Uuid()),
    _required("payment_no", Integer()),
    _required("office", Text()),
    _required("grant_year", Integer()),
    _required("pot", Text()),
    _required("amount_ore", BigInteger()),
    _required("voucher", Text()),
    _required("paid_on", Date()),
    PrimaryKeyConstraint("case_id", "payment_no"),
    UniqueConstraint("office", "grant_year", "voucher"),
    ForeignKeyConstraint(_FRAME_KEY, [f"frame.{name}" for name in _FRAME_KEY]),
    CheckConstraint("amount_ore > 0", name="amount"),
)
Index(None, disbursement.c.office, disbursement.c.grant_year, disbursement.c.pot)

# --- people at work: plain tables without a trail, in real time ---------------------------------------------------

web_session: Final = Table(
    "web_session",
    metadata,
    # SHA-256 of what the browser's cookie holds: who reads the table cannot be anybody.
    Column("key", LargeBinary, primary_key=True),
    _required("subject", Text()),
    # In which roles the login lets the person act, and which of them is worn now; none until it is chosen.
    _required("hats", JSONB()),
    _optional("worn", Integer()),
    _required("csrf", LargeBinary()),
    _required("began_at", INSTANT),
    _required("seen_at", INSTANT),
    _required("ends_at", INSTANT),
)
Index(None, web_session.c.ends_at)

#: Somebody who was sent to the login and has not come back yet.
login_attempt: Final = Table(
    "login_attempt",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    _required("browser", LargeBinary()),
    _required("verifier", Text()),
    _required("nonce", Text()),
    _required("return_to", Text()),
    _required("ends_at", INSTANT),
)
Index(None, login_attempt.c.ends_at)

#: Where another program wants to be told what happens, and how far it has been told.
webhook: Final = Table(
    "webhook",
    metadata,
    Column("webhook_id", Uuid, primary_key=True),
    # In whose name it follows along: what that one may see is what it is told.
    _required("subject", Text()),
    _required("role", Text()),
    _required("unit", Text()),
    _required("url", Text()),
    _required("secret", LargeBinary()),
    _required("position", BigInteger()),
    _required("paused", Boolean(), "false"),
    _required("attempts", Integer(), "0"),
    _required("next_attempt_at", INSTANT),
    _optional("last_error", Text()),
    _required("made_at", INSTANT),
    CheckConstraint("octet_length(secret) >= 24", name="secret"),
)
Index(None, webhook.c.unit)

#: One command that somebody sent to many cases: which commands, so that each answer is found again.
bulk_run: Final = Table(
    "bulk_run",
    metadata,
    Column("run_id", Uuid, primary_key=True),
    _required("subject", Text()),
    _required("role", Text()),
    _required("unit", Text()),
    _required("kind", Text()),
    _required("made_at", INSTANT),
    _required("commands", JSONB()),
)

#: Who is away on which Norwegian days, and who stands in.
absence: Final = Table(
    "absence",
    metadata,
    _required("office", Text()),
    _required("subject", Text()),
    _required("first_day", Date()),
    _required("last_day", Date()),
    _required("substitute", Text()),
    _required("by_subject", Text()),
    _required("said_at", INSTANT),
    PrimaryKeyConstraint("office", "subject", "first_day"),
    CheckConstraint("last_day >= first_day", name="days"),
    CheckConstraint("substitute <> subject", name="substitute"),
)

#: A list that somebody wants to see again.
saved_view: Final = Table(
    "saved_view",
    metadata,
    _required("subject", Text()),
    _required("role", Text()),
    _required("unit", Text()),
    _required("name", Text()),
    _required("query", Text()),
    _required("saved_at", INSTANT),
    PrimaryKeyConstraint("subject", "role", "unit", "name"),
)

# --- drafts: what a municipality has begun and not sent; deleted whole when it is sent, or when its time is over -----

draft: Final = Table(
    "draft",
    metadata,
    Column("draft_id", Uuid, primary_key=True),
    _required("kind", Text()),
    # Organisation number of the municipality whose it is.
    _required("host", Text()),
    # The office that registers what came on paper; the municipality itself writes where it is empty.
    _optional("office", Text()),
    _optional("round_id", Uuid()),
    # The case it is about; that of an application is made when it is sent.
    _optional("case_id", Uuid()),
    # Which duty of the case a report is for, or which command files come with.
    _optional("about", Text()),
    # Counts the savings: whoever has seen an older one is told what is new.
    _required("revision", Integer(), "0"),
    _required("begun_at", INSTANT),
    _required("changed_at", INSTANT),
    # Case time: then it is deleted, sent or not.
    _required("keep_until", INSTANT),
    # The command it was sent with; the inbox says what came of it.
    _optional("command_id", Uuid()),
    _optional("sent_at", INSTANT),
    # From then on only the row is left.
    _optional("emptied_at", INSTANT),
    CheckConstraint("kind in ('application', 'supplement', 'report', 'files')", name="kind"),
    CheckConstraint("(command_id is null) = (sent_at is null)", name="sent"),
    CheckConstraint("office is null or kind in ('application', 'files')", name="office"),
)
Index(None, draft.c.host)
Index(None, draft.c.keep_until)
Index(
    "ix_draft_sent",
    draft.c.command_id,
    postgresql_where=draft.c.command_id.is_not(None) & draft.c.emptied_at.is_(None),
)


def _of_draft(table: str, *columns: Any) -> Table:
    """What a draft is made of goes when the draft goes."""
    return Table(
        table,
        metadata,
        _required("draft_id", Uuid()),
        *columns,
        ForeignKeyConstraint(["draft_id"], ["draft.draft_id"], ondelete="CASCADE"),
    )


#: One field as it was typed, readable or not: two people write in different fields without meeting.
draft_field: Final = _of_draft(
    "draft_field",
    _required("path", Text(collation="C")),
    _required("value", Text()),
    _required("by_subject", Text()),
    _required("by_role", Text()),
    _required("by_unit", Text()),
    _required("changed_at", INSTANT),
    _required("revision", Integer()),
    PrimaryKeyConstraint("draft_id", "path"),
)

#: A municipality that is asked to take part; its own login answers.
draft_partner: Final = _of_draft(
    "draft_partner",
    _required("municipality", Text()),
    _required("org_number", Text()),
    _required("invited_at", INSTANT),
    _optional("reminded_at", INSTANT),
    _optional("answer", Text()),
    _optional("answered_at", INSTANT),
    # Who stands behind the participation there, and as what (R26-12).
    _optional("anchored_by", Text()),
    _optional("anchored_as", Text()),
    PrimaryKeyConstraint("draft_id", "municipality"),
    CheckConstraint("answer in ('confirmed', 'declined')", name="answer"),
    CheckConstraint("(answer is null) = (answered_at is null)", name="answered"),
)
Index(None, draft_partner.c.org_number)

#: Who has the draft open now, and where.
draft_presence: Final = _of_draft(
    "draft_presence",
    _required("subject", Text()),
    _required("role", Text()),
    _required("unit", Text()),
    _required("step", Text()),
    _required("seen_at", INSTANT),
    PrimaryKeyConstraint("draft_id", "subject"),
)

draft_file: Final = _of_draft(
    "draft_file",
    # Hex: the file's name in the store, and what an address asks for.
    _required("sha256", Text()),
    _required("name", Text()),
    _required("media_type", Text()),
    _required("size", Integer()),
    _required("content", LargeBinary()),
    _required("scan", Text()),
    _required("received_at", INSTANT),
    PrimaryKeyConstraint("draft_id", "sha256"),
    CheckConstraint("size = octet_length(content)", name="size"),
    CheckConstraint("scan in ('clean', 'not_scanned')", name="scan"),
)
