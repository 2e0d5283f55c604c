"""The applications of a round in their places, held against the frame (T11, B21-48, I21-25, R26-50)."""

from typing import Any

from domain.facts import FrameFacts
from domain.money import kroner
from domain.ranking import PotRanking, Standing, ranking
from storage.rulesets import load_rule_sets
from tests.domain.lives import LEADER, OFFICER, SIGNATORY, Life, Office, at, refusal


def frame(kr: int, committed_kr: int = 0) -> FrameFacts:
    return FrameFacts(mandate="26/1", amount_ore=kroner(kr), committed_ore=kroner(committed_kr))


def of_learning(office: Office, given: FrameFacts | None) -> PotRanking:
    cases = [life.now for life in office.lives.values()]
    [found] = ranking(cases, {"learning": given} if given else {})
    return found


def assessed(office: Office, kr: int, place: int | None = None) -> Life:
    life = office.submit(applied_kr=kr).assessed(kr)
    return life if place is None else life.ranked(place)


def numbers(found: PotRanking) -> list[str]:
    return [one.case.case_no.rpartition("-")[2] for one in found.cases]


def test_applications_stand_by_their_places_then_what_is_assessed_then_the_rest() -> None:
    office = Office()
    office.submit()
    assessed(office, 100_000)
    assessed(office, 100_000, place=2)
    assessed(office, 100_000, place=1)

    assert numbers(of_learning(office, None)) == ["4", "3", "2", "1"]


def test_the_cut_stands_where_the_sum_goes_beyond_the_frame() -> None:
    office = Office()
    for place, kr in enumerate((300_000, 200_000, 100_000), start=1):
        assessed(office, kr, place)

    found = of_learning(office, frame(500_000))

    assert [(one.sum_ore, one.over) for one in found.cases] == [
        (kroner(300_000), False),
        (kroner(500_000), False),
        (kroner(600_000), True),
    ]
    assert found.first_over is found.cases[2]
    assert (found.sum_ore, found.over_ore) == (kroner(600_000), kroner(100_000))


def test_what_is_over_the_frame_is_recommended_all_the_same() -> None:
    office = Office(frames_kr={"learning": 100_000})
    life = assessed(office, 300_000)

    assert of_learning(office, frame(100_000)).over_ore == kroner(200_000)
    assert life.recommended_again(300_000).now.recommendation is not None


def test_without_a_frame_nothing_is_over() -> None:
    office = Office()
    assessed(office, 300_000)
    found = of_learning(office, None)

    assert (found.frame_ore, found.first_over, found.over_ore) == (None, None, 0)


def test_what_other_rounds_have_used_of_the_frame_is_used() -> None:
    office = Office()
    assessed(office, 300_000, place=1)
    office.submit(applied_kr=200_000).granted(200_000)

    found = of_learning(office, frame(600_000, committed_kr=350_000))

    assert found.elsewhere_ore == kroner(150_000)
    assert found.sum_ore == kroner(650_000)


def test_the_newest_word_on_a_case_counts() -> None:
    office = Office()
    standing: dict[str, tuple[Life, Standing, int]] = {
        "applied": (office.submit(applied_kr=100_000), Standing.APPLIED, 0),
        "proposed": (assessed(office, 100_000), Standing.PROPOSED, 100_000),
        "recommended": (office.submit(applied_kr=90_000).recommended(80_000), Standing.RECOMMENDED, 80_000),
        "granted": (office.submit(applied_kr=70_000).granted(60_000), Standing.GRANTED, 60_000),
        "refused": (
            assessed(office, 50_000).do(OFFICER, "recommend", **refusal()),
            Standing.REFUSED,
            0,
        ),
    }
    found = {one.case.case_id: one for one in of_learning(office, None).cases}

    for life, expected, kr in standing.values():
        one = found[life.case_id]
        assert (one.standing, one.amount_ore) == (expected, kroner(kr))


def test_what_was_sent_back_counts_as_it_was_assessed() -> None:
    office = Office()
    life = office.submit(applied_kr=100_000).assessed(90_000)
    life.recommended_again(100_000).do(LEADER, "send_back", comment="Se på summen")

    [one] = of_learning(office, None).cases
    assert (one.standing, one.amount_ore) == (Standing.PROPOSED, kroner(90_000))


def test_what_is_withdrawn_or_dismissed_takes_no_place() -> None:
    office = Office()
    office.submit().do(SIGNATORY, "withdraw")
    office.submit().dismissed()
    office.submit()

    assert numbers(of_learning(office, None)) == ["3"]


def test_each_pot_has_its_own_frame_and_cut() -> None:
    innlandet: dict[str, Any] = {
        "rules": load_rule_sets()["2021-innlandet"],
        "now": at("2021-04-01T12:00"),
    }
    office = Office(**innlandet)
    office.submit(applied_kr=100_000)
    office.submit(applied_kr=100_000, project_type="foster_home")

    found = ranking([life.now for life in office.lives.values()], {"self_initiated": frame(50_000)})

    assert [(one.pot, one.frame_ore, len(one.cases)) for one in found] == [
        ("foster_home", None, 1),
        ("self_initiated", kroner(50_000), 1),
    ]
