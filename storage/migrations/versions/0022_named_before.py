"""What older cases name since this build: the files of an appeal, and the vouchers of what went back of an overpayment.

Their events said both already; the state of the case did not keep them.
"""

from collections.abc import Sequence
from typing import Final

from alembic import op

revision: Final = "0022"
down_revision: Final[str | None] = "0021"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None

#: For each appeal or claim of a case: what its events of one kind say, beside what the state has.
_FILLED: Final = """
update public.case_head h set state = jsonb_set(h.state, '{{{things}}}', found.things)
  from (select c.case_id, jsonb_agg(one.thing || jsonb_build_object('{name}', coalesce(said.named, '[]'::jsonb))
               order by one.place) as things, bool_or(said.named is not null) as any_named
          from public.case_head c
         cross join lateral jsonb_array_elements(c.state -> '{things}') with ordinality one(thing, place)
          left join lateral (
                select {aggregate} as named
                  from public.trail t
                 where t.stream = 'case:' || c.case_id and t.kind = '{kind}'
                   and cast(t.envelope as jsonb) #>> '{{body,number}}' = one.thing ->> 'number'
               ) said on true
         where c.state -> '{things}' <> '[]'::jsonb
         group by c.case_id) found
 where found.case_id = h.case_id and found.any_named
"""

APPEALS: Final = _FILLED.format(
    things="appeals",
    name="attachments",
    kind="AppealFiled",
    # One event each; those from before files could come say nothing.
    aggregate="max(cast(t.envelope as jsonb) #> '{body,attachments}' #>> '{}')::jsonb",
)
RETURNS: Final = _FILLED.format(
    things="claims",
    name="returns",
    kind="OverpaymentReturned",
    aggregate="jsonb_agg(cast(t.envelope as jsonb) #> '{body,voucher}' order by t.seq)",
)


def upgrade() -> None:
    op.execute(APPEALS)
    op.execute(RETURNS)


def downgrade() -> None:
    """Nothing to take back: a build that does not know them passes them by."""
