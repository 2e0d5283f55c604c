"""What a municipality sends files with names each file in its event, so that none can be exchanged unseen."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from pydantic import ValidationError

from domain.bodies import read_body
from domain.commands import BODIES, WithFiles, parse_body
from domain.money import kroner
from domain.problems import ProblemsError
from tests.domain.lives import LEADER, OFFICER, SIGNATORY, YEARLY, Life, Office, at, granted, paid, report
from tests.domain.test_tasks_come_and_go import returned

FILES: Final = ["ab" * 32, "0c" * 32]


def noticed() -> Life:
    life = paid()
    life.do(LEADER, "declare_impartiality", impartial=True)
    life.do(OFFICER, "propose_claim", ground="breach", amount_ore=kroner(1_000), reason="Til annet formål")
    return life.do(OFFICER, "give_claim_notice", claim=1)


def to_report() -> Life:
    life = paid(1_200_000, YEARLY)
    life.office.move_to(at("2027-01-15T12:00"))
    return life


def in_use() -> Life:
    life = paid()
    life.office.move_to(at("2027-11-10T12:00"))
    return life


ASKED: Final[dict[str, tuple[Callable[[], Life], dict[str, Any]]]] = {
    "submit": (lambda: Office().begin(), {"round_id": "round", "application": Office().application()}),
    "supplement": (returned, {"application": Office().application()}),
    "deliver_report": (to_report, report(1_200_000)),
    "ask_change": (paid, {"change": "To samlinger i stedet for fire"}),
    "ask_extension": (in_use, {"last_day": "2028-06-30", "reason": "Lederen var syk"}),
    "end_early": (in_use, {"end_day": "2027-11-01", "reason": "Lederen sluttet"}),
    "file_appeal": (granted, {"text": "Vi er uenige"}),
    "reply_to_claim": (noticed, {"claim": 1, "text": "Pengene gikk til samlinger"}),
}


def test_every_command_that_takes_files_is_tried() -> None:
    assert ASKED.keys() == {kind for kind, body in BODIES.items() if issubclass(body, WithFiles)}


@pytest.mark.parametrize("kind", sorted(ASKED))
def test_the_event_names_the_files_that_came(kind: str) -> None:
    begin, fields = ASKED[kind]

    life = begin().do(SIGNATORY, kind, **fields, attachments=FILES)

    named = [event.attachments for event in life.last if hasattr(event, "attachments")]
    assert named == [tuple(FILES)]


def test_whoever_sends_no_files_first_names_none() -> None:
    with pytest.raises(ProblemsError) as found:
        read_body("ask_change", {"change": "En samling", "attachments": FILES})

    assert [(one.field, one.code) for one in found.value.problems] == [("attachments", "unknown_key")]


def test_a_file_that_is_named_twice_came_once() -> None:
    body = read_body("ask_change", {"change": "En samling", "attachments": FILES + FILES}, files=True)

    assert isinstance(body, WithFiles)
    assert body.attachments == tuple(FILES)


@pytest.mark.parametrize("files", [["soknad.pdf"], ["ab" * 32] * 21])
def test_a_file_is_named_by_its_digest_and_there_are_twenty_at_most(files: list[str]) -> None:
    with pytest.raises(ValidationError):
        parse_body({"kind": "ask_change", "change": "En samling", "attachments": files})
