"""Where a task is done: the address of the form, or of the case where there is more than one way on."""

from typing import Final
from urllib.parse import quote

#: Task -> the command that does it; other tasks are done from the case's page.
COMMAND_OF: Final = {
    "approve": "grant",
    "assign": "assign",
    "give_officer": "assign",
    "assess": "assess",
    "recommend": "recommend",
    "register_voucher": "register_disbursement",
    "decide_claim": "decide_claim",
    "give_claim_notice": "give_claim_notice",
    "return_overpayment": "return_overpayment",
    "invoice_claim": "invoice_claim",
    "attest": "attest_payment",
    "condition": "meet_condition",
    "order_payment": "order_payment",
    "propose_claim": "propose_claim",
    "close": "close",
    "reopen": "reopen",
    "ask_directorate": "ask_directorate",
    "prepare_appeal": "prepare_appeal",
    "reversal_notice": "give_reversal_notice",
}


def case_address(case_no: str) -> str:
    """Return the address of a case."""
    return f"/saker/{quote(case_no)}"


def command_address(case_no: str, command: str, about: str | None = None) -> str:
    """Return the address of the form for a command, about one duty or claim where it is."""
    return f"{case_address(case_no)}/gjor/{command}" + (f"?om={quote(about)}" if about else "")


def address_of(case_no: str, task: str, code: str) -> str:
    """Return where the task is done; *task* may name what it is about: ``decide_claim:1``."""
    command = COMMAND_OF.get(code)
    # Grant or refuse, as it was recommended: that is seen on the case's page.
    if command is None or code == "approve":
        return case_address(case_no)
    return command_address(case_no, command, task.partition(":")[2] or None)
