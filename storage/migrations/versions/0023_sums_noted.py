"""How much came in with each voucher, in cases of an older build: their events said it, the state did not keep it."""

from collections.abc import Sequence
from typing import Final

from alembic import op

revision: Final = "0023"
down_revision: Final[str | None] = "0022"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None

SUMS: Final = """
update public.case_head h set state = jsonb_set(h.state, '{claims}', found.claims)
  from (select c.case_id, jsonb_agg(one.claim || jsonb_build_object('sums', coalesce(said.sums, '[]'::jsonb))
               order by one.place) as claims
          from public.case_head c
         cross join lateral jsonb_array_elements(c.state -> 'claims') with ordinality one(claim, place)
          left join lateral (
                select jsonb_agg(cast(t.envelope as jsonb) #> '{body,amount_ore}' order by t.seq) as sums
                  from public.trail t
                 where t.stream = 'case:' || c.case_id and t.kind = 'RepaymentReceived'
                   and cast(t.envelope as jsonb) #>> '{body,number}' = one.claim ->> 'number'
               ) said on true
         where c.state -> 'claims' <> '[]'::jsonb
         group by c.case_id) found
 where found.case_id = h.case_id
"""


def upgrade() -> None:
    op.execute(SUMS)


def downgrade() -> None:
    """Nothing to take back: a build that does not know them passes them by."""
