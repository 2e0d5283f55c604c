"""Which words the registers before the case need: their tasks, their commands, and what the command line says of them."""

import ast
import re
from typing import get_args

from domain.application import Activity, PartnerKind
from domain.historical import DateKind, Decided, ImportHistorical, MeetHistoricalDate
from domain.networks.commands import NetworkCommand, RegisterNetwork
from domain.networks.noticing import NOTICE_CODES
from domain.networks.parts import Asker, FollowUp, Function, Region
from domain.officework.access import AccessCommand
from domain.officework.desk import OFFICE_TASK_CODES
from domain.officework.dispatch import DispatchCommand
from domain.officework.erasing import EraseContent
from domain.officework.yearly import YearlyCommand
from domain.organisations.commands import OrganisationCommand, PayeeForm
from domain.organisations.directory import PayeeKind
from domain.outreach import Access, OutreachCommand, Tick
from domain.transfers import TransferMoney
from tests.letters.catalogues import ROOT

#: The modules of the command line that say them.
SPEAKERS = (
    "network*.py",
    "project*.py",
    "outreach*.py",
    "organisation*.py",
    "historical*.py",
    "transfer*.py",
    "office*.py",
    "dispatch*.py",
)

SPOKEN = re.compile(
    r"(?:network|project|outreach|organisation|historical|transfer|office|dispatch)-[a-z][a-z_-]*"
)

#: Families by code, said of a value: ``network_partner-bufetat``.
FAMILIES = {
    "network_partner": PartnerKind,
    "network_function": Function,
    "network_follow_up": FollowUp,
    "network_region": Region,
    "network_asker": Asker,
    "network_activity": Activity,
    "network_notice": NOTICE_CODES,
    "outreach_tick": Tick,
    "outreach_access": Access,
    "organisation_form": PayeeForm,
    "organisation_kind": PayeeKind,
    "organisation_language": ("nb", "nn", "neutral"),
    "historical_decided": Decided,
    "historical_date": DateKind,
}


def commands() -> set[str]:
    kinds = [*get_args(NetworkCommand), *get_args(OrganisationCommand), *get_args(OutreachCommand)]
    kinds += [*get_args(YearlyCommand | AccessCommand), *get_args(DispatchCommand)]
    kinds += [EraseContent, RegisterNetwork, TransferMoney, ImportHistorical, MeetHistoricalDate]
    return {str(kind.model_fields["kind"].default) for kind in kinds}


def constants(*patterns: str, room: str = "cli") -> set[str]:
    """Return every text that is a constant in the modules that *patterns* name."""
    paths = [path for pattern in patterns for path in sorted((ROOT / room).glob(pattern))]
    nodes = (node for path in paths for node in ast.walk(ast.parse(path.read_text())))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def mistakes() -> set[str]:
    """Return the codes of the mistakes that a file of old cases can have."""
    tree = ast.parse((ROOT / "domain" / "historical_file.py").read_text())
    codes = {"granted_though_not", "paid_more_than_granted", "used_more_than_paid"}
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", "")
        place = {"_problem": 2, "_CellError": 0}.get(name)
        if place is not None and len(call.args) > place and isinstance(call.args[place], ast.Constant):
            codes.add(str(call.args[place].value))  # type: ignore[attr-defined]
    return codes


def network_words() -> set[str]:
    """Return every key of ``networks.ftl`` and ``office.ftl`` but those of refusals and events."""
    words = {f"task-{code}" for code in OFFICE_TASK_CODES} | {f"command-{kind}" for kind in commands()}
    words |= {f"{family}-{code}" for family, codes in FAMILIES.items() for code in codes}
    words |= {f"historical_mistake-{code}" for code in mistakes()}
    return words | {text for text in constants(*SPEAKERS) if SPOKEN.fullmatch(text)}
