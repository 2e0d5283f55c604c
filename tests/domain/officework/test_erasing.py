"""Erasure: a leader's, with a reason, of what is there and no longer needed."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.officework.erasing import ContentErased, EraseContent, Kept, decide_erasing
from tests.domain.lives import LEADER, OFFICER, person, refused

TEXT, ACCOUNT, FILE = uuid4(), uuid4(), uuid4()
KEPT = Kept(
    office="SFIN",
    texts=frozenset({TEXT, ACCOUNT}),
    documents=frozenset({FILE}),
    needed=frozenset({ACCOUNT}),
)


def erase(**changes: Any) -> EraseContent:
    sealed = {"ref": "reason", "digest": "0" * 64}
    plain = {"office": "SFIN", "case_no": "SFIN-2026-4", "texts": [TEXT], "documents": [FILE]}
    return EraseContent.model_validate(plain | {"reason": sealed} | changes)


def test_the_event_says_what_and_by_whom_and_not_what_stood_there() -> None:
    command = erase()

    assert decide_erasing(command, LEADER, KEPT) == ContentErased(
        office="SFIN",
        case_no="SFIN-2026-4",
        texts=(str(TEXT),),
        documents=(str(FILE),),
        reason=command.reason,
        by=LEADER.subject,
    )


def test_only_a_leader_of_the_office_has_something_erased() -> None:
    with refused("role_not_allowed", "ARCHITECTURE", command="erase_content"):
        decide_erasing(erase(), OFFICER, KEPT)
    with refused("other_office", "R26-45"):
        decide_erasing(erase(), person(LEADER.role, unit="SFAG"), KEPT)


@pytest.mark.parametrize(
    "changes", [{"texts": [], "documents": []}, {"texts": [uuid4()]}, {"documents": [uuid4()]}]
)
def test_what_is_not_there_is_not_erased(changes: dict[str, list[UUID]]) -> None:
    with refused("nothing_to_erase", "ARCHITECTURE", case_no="SFIN-2026-4"):
        decide_erasing(erase(**changes), LEADER, KEPT)
    with refused("nothing_to_erase", "ARCHITECTURE"):
        decide_erasing(erase(), LEADER, None)


def test_the_account_of_a_case_that_goes_on_is_kept() -> None:
    with refused("still_needed", "ARCHITECTURE", case_no="SFIN-2026-4"):
        decide_erasing(erase(texts=[ACCOUNT]), LEADER, KEPT)
