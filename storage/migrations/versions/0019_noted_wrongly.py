"""A payment's voucher and day can be corrected in the ledger; its money cannot, and no row goes away."""

from collections.abc import Sequence
from typing import Final

from alembic import op

revision: Final = "0019"
down_revision: Final[str | None] = "0018"
branch_labels: Final[Sequence[str] | None] = None
depends_on: Final[Sequence[str] | None] = None


def upgrade() -> None:
    op.execute("drop trigger only_grows on public.disbursement")
    # For the statement, not the row: an UPDATE that matches nothing is refused too.
    op.execute(
        "create trigger only_grows before update of case_id, payment_no, office, grant_year, pot, amount_ore"
        " or delete or truncate on public.disbursement for each statement execute function public.refuse_change()"
    )
    # Also where a session calls itself a replica, which silences ordinary triggers.
    op.execute("alter table public.disbursement enable always trigger only_grows")
