"""The guards: what no caller can do, however buggy, because the database itself refuses.

* The trail and the money ledgers only grow, also for the role that owns them.
* A frame cannot be overspent, and a case cannot be paid more than it was granted: the ledgers' own triggers count, and
  the service may not write the sums.
* A command is carried out once: its events lie within the numbers its settled inbox row names, and a settled row stays.
* A private text can be erased, and never changed.
"""

from collections.abc import Sequence
from typing import Final

from alembic import op

revision: Final = "0002"
down_revision: Final[str | None] = "0001"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None

_ONLY_GROWS: Final = """
create function public.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table % only grows: % is refused', tg_table_name, lower(tg_op)
        using errcode = 'restrict_violation';
end $$
"""

_COMMITMENT_COUNTS: Final = """
create function public.commitment_counts() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    update public.frame f set committed_ore = f.committed_ore + new.amount_ore
     where (f.office, f.grant_year, f.pot) = (new.office, new.grant_year, new.pot);
    perform public.case_within_commitment(new.case_id, new.office, new.grant_year, new.pot);
    return null;
end $$
"""

_DISBURSEMENT_COUNTS: Final = """
create function public.disbursement_counts() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    update public.frame f set paid_ore = f.paid_ore + new.amount_ore
     where (f.office, f.grant_year, f.pot) = (new.office, new.grant_year, new.pot);
    perform public.case_within_commitment(new.case_id, new.office, new.grant_year, new.pot);
    return null;
end $$
"""

# Called after the frame's row was locked by the update above, so that two payments of one case are seen by each other.
_CASE_WITHIN: Final = """
create function public.case_within_commitment(the_case uuid, the_office text, the_year integer, the_pot text)
returns void language plpgsql set search_path = '' as $$
declare
    committed bigint;
    paid bigint;
begin
    select coalesce(sum(c.amount_ore), 0) into committed from public.commitment c
     where c.case_id = the_case and (c.office, c.grant_year, c.pot) = (the_office, the_year, the_pot);
    select coalesce(sum(d.amount_ore), 0) into paid from public.disbursement d
     where d.case_id = the_case and (d.office, d.grant_year, d.pot) = (the_office, the_year, the_pot);
    if paid > committed then
        raise exception 'case % has % øre paid and % øre committed from %/%/%',
            the_case, paid, committed, the_office, the_year, the_pot using errcode = 'check_violation';
    end if;
end $$
"""

_SETTLED_STAYS: Final = """
create function public.settled_stays() returns trigger language plpgsql as $$
begin
    raise exception 'command % is settled and stays so', old.command_id using errcode = 'restrict_violation';
end $$
"""

# Deferred to the commit, so that trail and inbox may be written in any order within the transaction.
_WITHIN_COMMAND: Final = """
create function public.trail_within_command() returns trigger language plpgsql set search_path = '' as $$
begin
    if not exists (
        select from public.inbox i
         where i.command_id = new.command_id and i.stream = new.stream and i.status = 'done'
           and new.seq between i.first_seq and i.last_seq
    ) then
        raise exception '% % is not among the events of command %', new.stream, new.seq, new.command_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$
"""

_OUTBOX_WAKES: Final = """
create function public.outbox_wakes() returns trigger language plpgsql as $$
begin
    perform pg_catalog.pg_notify('outbox', new.stream);
    return null;
end $$
"""

_ONLY_ERASED: Final = """
create function public.only_erased() returns trigger language plpgsql as $$
begin
    raise exception 'private text % can be erased, not changed', old.ref using errcode = 'restrict_violation';
end $$
"""

_TRIGGERS: Final = (
    """
    create trigger commitment_counts after insert on public.commitment
    for each row execute function public.commitment_counts()
    """,
    """
    create trigger disbursement_counts after insert on public.disbursement
    for each row execute function public.disbursement_counts()
    """,
    """
    create trigger settled_stays before update on public.inbox for each row
    when (old.status <> 'pending' and (old.status, old.answer, old.first_seq, old.last_seq, old.settled_at)
        is distinct from (new.status, new.answer, new.first_seq, new.last_seq, new.settled_at))
    execute function public.settled_stays()
    """,
    """
    create constraint trigger trail_within_command after insert on public.trail deferrable initially deferred
    for each row when (new.command_id is not null) execute function public.trail_within_command()
    """,
    """
    create trigger outbox_wakes after insert on public.outbox
    for each row execute function public.outbox_wakes()
    """,
    """
    create trigger only_erased before update on public.private_text for each row
    when (new.text is not null or (old.ref, old.stream, old.field, old.digest, old.created_at)
        is distinct from (new.ref, new.stream, new.field, new.digest, new.created_at))
    execute function public.only_erased()
    """,
)

_GROWING: Final = ("trail", "commitment", "disbursement")


def upgrade() -> None:
    for function in (
        _ONLY_GROWS,
        _CASE_WITHIN,
        _COMMITMENT_COUNTS,
        _DISBURSEMENT_COUNTS,
        _SETTLED_STAYS,
        _WITHIN_COMMAND,
        _OUTBOX_WAKES,
        _ONLY_ERASED,
    ):
        op.execute(function)
    for trigger in _TRIGGERS:
        op.execute(trigger)
    for table in _GROWING:
        # For the statement, not the row: an UPDATE that matches nothing is refused too.
        op.execute(
            f"create trigger only_grows before update or delete or truncate on public.{table}"
            " for each statement execute function public.refuse_change()"
        )
    for table, trigger in (
        *((table, "only_grows") for table in _GROWING),
        ("commitment", "commitment_counts"),
        ("disbursement", "disbursement_counts"),
        ("inbox", "settled_stays"),
        ("trail", "trail_within_command"),
        ("private_text", "only_erased"),
    ):
        # Also where a session calls itself a replica, which silences ordinary triggers.
        op.execute(f"alter table public.{table} enable always trigger {trigger}")
