"""What a person is shown as possible in a case, and what as not possible yet: what ``decide`` itself says."""

from collections.abc import Callable

import pytest

from domain import commands as c
from domain.actors import Actor
from domain.authority import MAY
from domain.facts import Facts
from domain.outlook import ACTING, Outlook, outlook
from tests.domain.lives import COLLECTED, LEADER, OFFICER, SIGNATORY, Life, Office, granted, person, report
from tests.domain.whole_lives import WHOLE_LIVES

PEOPLE = tuple(person(role) for role in sorted(ACTING))


def seen_by(life: Life, actor: Actor, command: c.Body | None = None) -> Outlook:
    """Return what *actor* is shown, with the facts as they would be read for *command*."""
    facts = life.office.facts(life, command) if command else Facts(round=life.office.round)
    return outlook(life.now, actor, facts, life.office.rules, life.office.now)


def against(found: Outlook) -> dict[str, str]:
    return {one.command: one.refused.code for one in found.cannot}


def possible_in(found: Outlook) -> set[str]:
    return {one.command for one in found.can}


def test_who_has_not_declared_is_told_so_at_what_it_stops() -> None:
    life = Office().submit().assigned()

    found = seen_by(life, person(OFFICER.role, "another"))

    assert against(found)["return_for_supplement"] == "impartiality_not_declared"
    assert "declare_impartiality" in possible_in(found)


def test_the_leader_is_told_of_a_frame_that_does_not_reach() -> None:
    life = Office(frames_kr={"learning": 1}).submit().recommended()
    life.declared(LEADER)

    assert against(seen_by(life, LEADER, c.Grant()))["grant"] == "frame_exceeded"


def test_a_report_that_needs_two_readers_is_not_offered_for_approval_before_the_other_has_read_it() -> None:
    life = granted(1_200_000, COLLECTED).paid()
    life.do(SIGNATORY, "deliver_report", **report(1_200_000, final=True, until="2026-03-01"))
    before = seen_by(life, OFFICER)
    life.do(LEADER, "second_report", duty="2026")

    assert against(before)["approve_report"] == "second_eye_missing"
    assert "approve_report" in possible_in(seen_by(life, OFFICER))


def test_who_has_read_a_report_is_not_asked_to_read_or_to_approve_it() -> None:
    life = granted(1_200_000, COLLECTED).paid()
    life.do(SIGNATORY, "deliver_report", **report(1_200_000, final=True, until="2026-03-01"))
    life.do(OFFICER, "second_report", duty="2026")

    found = against(seen_by(life, OFFICER))

    assert found["second_report"] == "already_seconded"
    assert found["approve_report"] == "approver_is_second_reader"


def test_what_a_colleague_does_next_is_told_with_who_that_is() -> None:
    life = Office().submit().recommended()

    [waits] = [one for one in seen_by(life, OFFICER, c.Grant()).cannot if one.command == "grant"]

    assert waits.refused.code == "role_not_allowed"
    assert waits.refused.params["allowed"] == ["leader"]


def test_who_is_asked_to_take_a_case_over_is_shown_that_alone_and_who_asks_is_not() -> None:
    life = Office().submit().do(LEADER, "ask_transfer", office="SFAG", reason="Flytter")

    there, here = (seen_by(life, leader) for leader in (person(LEADER.role, unit="SFAG"), LEADER))

    assert possible_in(there) == {"accept_transfer", "decline_transfer"}
    assert "accept_transfer" not in possible_in(here) | against(here).keys()


def test_a_municipality_is_not_told_of_the_steps_of_the_office() -> None:
    life = Office().submit()

    assert seen_by(life, SIGNATORY).cannot == ()


@pytest.mark.parametrize("live", WHOLE_LIVES, ids=lambda live: live.__name__)
def test_nothing_that_people_do_was_shown_as_impossible(
    live: Callable[[], Life], monkeypatch: pytest.MonkeyPatch
) -> None:
    carry_out = Life.carry_out
    denied: list[str] = []

    def watched(life: Life, who: Actor, body: c.Body, **more: object) -> Life:
        shown = None
        if life.case is not None and who.role in ACTING:
            life.catch_up(life.office.now)
            shown = seen_by(life, who, body)
        done = carry_out(life, who, body, **more)  # type: ignore[arg-type]
        kind = body.kind  # type: ignore[attr-defined]
        about = next(
            (str(value) for name in ("duty", "claim", "appeal") if (value := getattr(body, name, None))), None
        )
        if shown is not None:
            denied.extend(
                f"{kind}: {one.refused.code}"
                for one in shown.cannot
                if one.command == kind and one.about in {about, None} and one.refused.code != "use_unanswered"
            )
            assert all(who.role in MAY[one.command][0] for one in shown.can)
        return done

    monkeypatch.setattr(Life, "carry_out", watched)
    live()

    assert denied == []
