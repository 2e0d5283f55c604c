"""A document can be erased, and never changed: its row stays, empty, and its digest with it."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0014"
down_revision: Final[str | None] = "0013"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None

_ONLY_ERASED: Final = """
create function public.document_only_erased() returns trigger language plpgsql as $$
begin
    raise exception 'document % can be erased, not changed', old.document_id using errcode = 'restrict_violation';
end $$
"""

_TRIGGER: Final = """
create trigger only_erased before update on public.document for each row
when (new.erased_at is null
    or (old.document_id, old.stream, old.media_type, old.sha256, old.size, old.received_at)
        is distinct from (new.document_id, new.stream, new.media_type, new.sha256, new.size, new.received_at))
execute function public.document_only_erased()
"""


def upgrade() -> None:
    op.add_column("document", sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
    op.drop_constraint(op.f("ck_document_size"), "document", type_="check")
    op.create_check_constraint(
        op.f("ck_document_size"), "document", "size = octet_length(content) or erased_at is not null"
    )
    op.create_check_constraint(
        op.f("ck_document_erased_whole"), "document", "erased_at is null or (name = '' and content = '')"
    )
    op.execute(_ONLY_ERASED)
    op.execute(_TRIGGER)
    # Also where a session calls itself a replica, which silences ordinary triggers.
    op.execute("alter table public.document enable always trigger only_erased")
