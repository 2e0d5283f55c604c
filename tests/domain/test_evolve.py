from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from domain import events as e
from domain.case import Case
from domain.evolve import BrokenTrailError, evolve, evolve_all
from domain.lifecycle import Stage
from domain.private import Private
from tests.domain.lives import COLLECTED, OFFICER, Life, Office, at, granted, paid
from tests.domain.whole_lives import WHOLE_LIVES

SEALED = Private(ref="r", digest="0" * 64)
BY: dict[str, Any] = {"by": "somebody"}


@pytest.mark.parametrize("live", WHOLE_LIVES, ids=lambda live: live.__name__)
def test_the_trail_of_a_whole_life_makes_the_case(live: Callable[[], Life]) -> None:
    for life in live().office.lives.values():
        assert life.replayed() == life.case
        assert life.now.seq == len(life.trail)
        assert life.now.finished


def test_the_whole_lives_have_every_kind_of_event() -> None:
    seen = {kind for live in WHOLE_LIVES for life in live().office.lives.values() for kind in life.kinds}

    assert seen == set(e.EVENTS)


def test_an_empty_trail_makes_no_case() -> None:
    assert evolve_all("case", []) is None


def broken(case: Case | None, event: e.Event, match: str) -> None:
    with pytest.raises(BrokenTrailError, match=match):
        evolve(case, event, case_id="case", at=at("2027-01-01T12:00"))


def test_a_trail_begins_with_one_application() -> None:
    life = Office().submit()

    broken(life.case, life.only(e.Submitted), "submitted twice")
    broken(None, e.Withdrawn(reason=None, **BY), "before the application")


def test_a_trail_takes_no_way_that_the_statechart_does_not_have() -> None:
    broken(paid().case, e.Withdrawn(reason=None, **BY), "no way out of disbursed")


@pytest.mark.parametrize(
    ("event", "match"),
    [
        (e.ReportApproved(duty="2030", note=None, seconded_by=None, **BY), "no duty called 2030"),
        (e.ReportReturned(duty="2030", reason=SEALED, last_day=at("2027-05-01T12:00").date(), **BY), "2030"),
        (e.AuditReturned(duty="2030", reason=SEALED, last_day=at("2027-05-01T12:00").date(), **BY), "2030"),
        (e.ReportApproved(duty="2026", note=None, seconded_by=None, **BY), "2026"),
        (
            e.AuditAccepted(duty="collected", difference_ore=0, difference_reason=None, applies=None, **BY),
            "collected",
        ),
        (e.ClaimDropped(number=1, reason=SEALED, **BY), "claim 1 cannot drop"),
        (
            e.RepaymentReceived(
                number=1,
                amount_ore=1,
                received_on=at("2027-01-01T12:00").date(),
                voucher="R",
                posting=None,
                **BY,
            ),
            "no claim 1",
        ),
    ],
)
def test_a_trail_is_about_duties_and_claims_that_are_there_and_ready(event: e.Event, match: str) -> None:
    broken(paid(1_200_000, COLLECTED).case, event, match)


def test_a_claim_in_a_trail_goes_the_ways_of_a_claim() -> None:
    life = paid().claimed(100, "breach").repaid(100)

    broken(life.case, e.ClaimInvoiced(number=1, kid="1", **BY), "claim 1 cannot invoice")


def test_a_payment_in_a_trail_was_ordered() -> None:
    attested = e.PaymentAttested(payment_no=1, amount_ore=1, account=SEALED, **BY)

    broken(granted().case, attested, "no payment 1")


def test_a_supplement_with_another_account_must_be_confirmed_anew() -> None:
    life = Office().submit().assigned()
    life.do(
        OFFICER, "return_for_supplement", deficiencies=["x"], explanation="Mangler", last_day="2026-04-01"
    )
    case = replace(life.now, account_confirmed=True)
    supplement = e.Supplemented(
        received_at=at("2026-03-20T12:00"),
        in_time=True,
        applied_ore=1,
        changed=("account",),
        remarks=(),
        contact=None,
        account=case.account,
        content_digest="0",
        attachments=(),
        members={},
        unanchored=(),
        foreign_members=(),
        foster_home=False,
        **BY,
    )

    same = evolve(case, supplement, case_id=case.case_id, at=at("2026-03-20T12:00"))
    other = evolve(case, replace(supplement, account=SEALED), case_id=case.case_id, at=at("2026-03-20T12:00"))

    assert (same.account_confirmed, same.contact, same.stage) == (True, case.contact, Stage.IN_ASSESSMENT)
    assert (other.account_confirmed, other.account) == (False, SEALED)
