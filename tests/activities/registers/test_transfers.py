"""Money between frames on a real database: the sums hold, the document is kept, and a later letter undoes nothing."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest

from activities.registers.transfers import Attachment
from domain.money import kroner
from domain.refusal import Refused
from domain.transfers import TransferMoney
from tests.activities.registers.doors import LEADER, House

LETTER = Attachment(name="svar.pdf", media_type="application/pdf", content=b"%PDF-1.7 ja")


def body(source: str, target: str, amount_kr: int, **changes: Any) -> TransferMoney:
    plain = {
        "office": "SFIN",
        "grant_year": 2026,
        "from_pot": source,
        "to_pot": target,
        "amount_ore": kroner(amount_kr),
        "reason": "Mange gode søknader",
    }
    return TransferMoney.model_validate(plain | changes)


async def move(house: House, command: TransferMoney, attachment: Attachment | None = None) -> dict[str, Any]:
    return await house.register.transfer_money(house.envelope(LEADER), command, attachment)


async def amounts(house: House) -> dict[str, int]:
    return {pot: row.amount_ore for pot, row in (await house.frames()).items()}


async def test_free_money_moves_from_one_frame_to_the_other(house: House) -> None:
    await house.mandate(learning=3_000_000, leader=500_000)

    await move(house, body("learning", "leader", 200_000))

    assert await amounts(house) == {"learning": kroner(2_800_000), "leader": kroner(700_000)}
    assert await house.trail("mandate:SFIN-2026") == ["MandateRegistered", "FrameTransferred"]
    assert await house.problems() == []


async def test_earmarked_money_moves_with_the_directorates_document_which_is_kept(house: House) -> None:
    await house.mandate(learning=3_000_000, leader=500_000)
    with pytest.raises(Refused, match="directorates_document_missing"):
        await move(house, body("leader", "learning", 100_000))
    said_yes = {"reference": "Bufdir 26/01234-5", "document_sha256": LETTER.sha256}

    await move(house, body("leader", "learning", 100_000, **said_yes), LETTER)

    assert await amounts(house) == {"learning": kroner(3_100_000), "leader": kroner(400_000)}
    [kept] = await house.rows("SELECT stream, name, sha256, content FROM document")
    assert tuple(kept) == ("mandate:SFIN-2026", "svar.pdf", LETTER.sha256, LETTER.content)
    with pytest.raises(ValueError, match="is not the document"):
        await move(
            house, body("leader", "learning", 100_000, **said_yes | {"document_sha256": "0" * 64}), LETTER
        )


async def test_money_that_is_granted_does_not_move(house: House) -> None:
    await house.mandate(learning=3_000_000, leader=500_000)
    await grant(house, 2_900_000)

    with pytest.raises(Refused, match="not_enough_free_money"):
        await move(house, body("learning", "leader", 100_001))

    await move(house, body("learning", "leader", 100_000))
    assert (await house.frames())["learning"].free_ore == 0


async def test_two_who_move_the_same_money_at_once_do_not_both_get_it(house: House) -> None:
    await house.mandate(learning=300_000, leader=0)
    moves = [move(house, body("learning", "leader", 200_000)) for _ in range(2)]

    answers = await asyncio.gather(*moves, return_exceptions=True)

    assert sorted(type(answer).__name__ for answer in answers) == ["Refused", "dict"]
    assert await amounts(house) == {"learning": kroner(100_000), "leader": kroner(200_000)}


async def test_a_later_letter_does_not_undo_what_was_moved(house: House) -> None:
    await house.mandate(learning=3_000_000, leader=500_000)
    await move(house, body("learning", "leader", 200_000))

    await house.mandate(learning=3_500_000, leader=500_000)

    assert await amounts(house) == {"learning": kroner(3_300_000), "leader": kroner(700_000)}
    with pytest.raises(Refused, match="frame_below_committed"):
        await house.mandate(learning=199_999, leader=500_000)


async def test_a_pot_that_a_later_letter_leaves_out_keeps_only_what_was_moved_to_it(house: House) -> None:
    await house.mandate(learning=3_000_000, leader=500_000)
    await move(house, body("learning", "leader", 200_000))

    await house.mandate(learning=3_000_000)

    assert await amounts(house) == {"learning": kroner(2_800_000), "leader": kroner(200_000)}


async def grant(house: House, amount_kr: int) -> UUID:
    """Let a grant take from the learning frame, as its ledger would."""
    case_id = uuid4()
    async with house.database.engine.begin() as conn:
        from sqlalchemy import text

        await conn.execute(
            text(
                "INSERT INTO commitment (case_id, decision_no, office, grant_year, pot, project_id, amount_ore,"
                " decided_at) VALUES (:id, 1, 'SFIN', 2026, 'learning', :id, :amount, now())"
            ),
            {"id": case_id, "amount": kroner(amount_kr)},
        )
    return case_id
