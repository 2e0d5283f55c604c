"""What an ended case is found by, word by word in the list's order: a page of what very many have costs what it shows.

The index of a case's words names every case that has one before the first can be shown. Here the cases of an office
with a word stand as they are listed, so that fifty are read for a page, and a thousand to say that there are more. A
case is written here once, when it ends; while it runs it costs nothing.
"""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0020"
down_revision: Final[str | None] = "0019"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None

# Beside the words of its text, in capitals, which no word there has: its amounts, its network, and all that its number
# begins with.
_WORDS: Final = """
create function public.ended_words(h public.case_head) returns setof text language sql stable rows 25
set search_path = '' as $$
    select unnest(string_to_array(h.search, ' ')) as word except select ''
    union select 'ORE' || h.applied_ore where h.applied_ore > 0
    union select 'ORE' || h.granted_ore where h.granted_ore > 0
    union select 'NET' || h.network_id
    union select 'NO' || left(h.case_no, k)
      from generate_series(length(h.case_no) - length(split_part(h.case_no, '-', 3)) - 1, length(h.case_no)) k
     where left(h.case_no, k) not like '%-'
$$
"""

_KEPT: Final = """
create function public.ended_words_kept() returns trigger language plpgsql set search_path = '' as $$
begin
    if tg_op <> 'INSERT' and old.finished then
        delete from public.ended_word e using public.ended_words(old) w(word)
         where e.word = w.word and e.office = old.office and e.changed_at = old.changed_at and e.case_id = old.case_id;
    end if;
    if tg_op <> 'DELETE' and new.finished then
        insert into public.ended_word (word, office, changed_at, case_id)
        select w.word, new.office, new.changed_at, new.case_id from public.ended_words(new) w(word);
    end if;
    return null;
end $$
"""

_SAID: Final = "finished office changed_at search applied_ore granted_ore network_id case_no"


def upgrade() -> None:
    op.execute(_WORDS)
    op.create_table(
        "ended_word",
        sa.Column("word", sa.Text(collation="C"), nullable=False),
        sa.Column("office", sa.Text(collation="C"), nullable=False),
        sa.Column("changed_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
    )
    op.execute(
        "insert into public.ended_word (word, office, changed_at, case_id)"
        " select w.word, h.office, h.changed_at, h.case_id from public.case_head h, public.ended_words(h) w(word)"
        " where h.finished"
    )
    # After the rows: sorted once, not row by row.
    op.create_primary_key("pk_ended_word", "ended_word", ["word", "office", "changed_at", "case_id"])
    op.execute(_KEPT)
    old, new = (", ".join(f"{row}.{name}" for name in _SAID.split(" ")) for row in ("old", "new"))
    for name, when, which in (
        ("ended_at_once", "insert", "new.finished"),
        (
            "ended_or_changed",
            "update",
            f"(old.finished or new.finished) and ({old}) is distinct from ({new})",
        ),
        ("ended_and_gone", "delete", "old.finished"),
    ):
        op.execute(
            f"create trigger {name} after {when} on public.case_head for each row when ({which})"
            " execute function public.ended_words_kept()"
        )
