"""What a completed application has changed, field by field as the form has them: before, and now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from activities.names import names
from letters.formats import Language
from storage.case_file import applications_of
from web.applying.answered import fields_of
from web.applying.lacking import label_of
from web.words import say

#: Fields that hold codes, and the words of them.
CODES: Final[Mapping[str, str]] = {
    "language": "apply-language-",
    "project_type": "apply-type-",
    "activities": "apply-activity-",
    "received": "apply-",
    "steering_group": "apply-",
    "management_in_steering_group": "apply-",
    "project.template": "apply-",
    "cost.kind": "apply-cost-",
    "partner.kind": "apply-partner-",
    "person.role": "apply-person-",
    "service.kind": "apply-service-",
}

#: Fields whose words are the form's, not the applicant's.
CODED: Final = frozenset(CODES)

#: Numbers of rows and of projects, which say nothing to a reader.
SILENT: Final = frozenset({"initiator", "project.continues"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field: what it is called, and what stood and stands in it."""

    label: str
    before: str
    now: str


async def changed(conn: AsyncConnection, language: Language, case_id: UUID) -> list[Change]:
    """Return what the newest application of a case says otherwise than the one before it."""
    sent = await applications_of(conn, case_id, 2)
    if len(sent) != 2:  # noqa: PLR2004 - there is nothing to compare
        return []
    return changes(language, *(fields_of(one) for one in reversed(sent)))


def changes(language: Language, before: Mapping[str, str], now: Mapping[str, str]) -> list[Change]:
    """Return the fields of two applications that differ, in the order of the newer one."""
    paths = dict.fromkeys((*now, *before))
    return [
        Change(
            label=say(language, label_of(path)),
            before=said(language, path, before.get(path, "")),
            now=said(language, path, now.get(path, "")),
        )
        for path in paths
        if before.get(path, "") != now.get(path, "") and _plain(path) not in SILENT
    ]


def _plain(path: str) -> str:
    return ".".join(part for part in path.split(".") if not part.isdecimal())


def said(language: Language, path: str, value: str) -> str:
    """Return what stands in a field: codes and numbers of municipalities in words, of an account its end."""
    plain = _plain(path)
    if plain == "account" and value:
        return f"…{value[-4:]}"
    if plain in CODES:
        return ", ".join(say(language, f"{CODES[plain]}{code}") for code in value.split())
    if plain.endswith((".municipality", ".municipalities")):
        called: Mapping[str, Any] = names(language)
        return ", ".join(str(called.get(number, number)) for number in value.split())
    return value
