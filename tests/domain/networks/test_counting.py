"""An office's networks of a year in numbers, and projects that look alike."""

import pytest

from domain.networks.counting import (
    CarriedOver,
    GrantOfNetwork,
    NetworksCounted,
    PotReach,
    Topic,
    overview,
)
from domain.networks.projects import Twin, twins


def grant(network: str, year: int, **changes: object) -> GrantOfNetwork:
    plain: dict[str, object] = {
        "network": network,
        "case_no": f"SFIN-{year}-{network}",
        "grant_year": year,
        "pot": "self_initiated",
        "granted_ore": 40_000_000,
        "municipalities": ("3403", "3412"),
        "activities": ("training",),
    }
    return GrantOfNetwork(**(plain | changes))  # type: ignore[arg-type]


def test_five_networks_are_new_or_continued_and_eight_run_on_money_from_the_year_before() -> None:
    """I21-13 and I21-14: "fem nye/videreførte", "åtte nettverk med overførte midler fra 2020"."""
    before = [grant(str(number), 2020, carried_over=True, unspent_ore=100) for number in range(8)]
    now = [grant(str(number), 2021) for number in range(6, 11)]

    found = overview([*before, *now], 2021)

    assert (found.new, found.continued) == (3, 2)
    assert len(found.carried_over) == 8
    assert found.networks == NetworksCounted(rule="I21-13", new=3, continued=2)
    assert found.carried_over[0] == CarriedOver(
        rule="I21-14", case_no="SFIN-2020-0", network="0", granted_ore=40_000_000, unspent_ore=100
    )


def test_a_year_without_grants_counts_nothing() -> None:
    found = overview([grant("1", 2020)], 2021)

    assert (found.networks, found.new, found.continued, found.pots, found.topics) == (None, 0, 0, {}, ())


def test_money_that_was_used_up_or_is_older_is_not_carried_over() -> None:
    found = overview([grant("1", 2020), grant("2", 2019, carried_over=True)], 2021)

    assert found.carried_over == ()


def test_how_far_the_money_reached_is_counted_by_pot() -> None:
    grants = [
        grant("1", 2021),
        grant("1", 2021, case_no="x", municipalities=("3412", "3413")),
        grant("2", 2021, pot="foster_home", municipalities=("3403",)),
        grant("3", 2021, granted_ore=0),
    ]

    found = overview(grants, 2021)

    assert found.pots == {
        "foster_home": PotReach(rule="B21-41", granted_ore=40_000_000, networks=1, municipalities=1),
        "self_initiated": PotReach(rule="B21-41", granted_ore=80_000_000, networks=1, municipalities=3),
    }


def test_a_topic_counts_each_municipality_once() -> None:
    grants = [
        grant("1", 2021, activities=("training", "guidance")),
        grant("2", 2021, municipalities=("3403", "3420"), activities=("training",)),
    ]

    assert overview(grants, 2021).topics == (
        Topic(rule="B21-47", activity="guidance", municipalities=2),
        Topic(rule="B21-47", activity="training", municipalities=3),
    )


def twin(number: str, title: str = "Tidlig innsats", network: str = "n", host: str = "970540008") -> Twin:
    return Twin(
        project_id=number, network_id=network, title=title, hosts=(host,), case_nos=(f"SFIN-{number}",)
    )


@pytest.mark.edge("E21")
def test_projects_with_one_title_and_host_in_one_network_are_told_and_others_not() -> None:
    assert twins([twin("1"), twin("2", "  tidlig   INNSATS")]) == {"1": ["SFIN-2"], "2": ["SFIN-1"]}
    assert twins([twin("1"), twin("2", "Noe annet")]) == {}
    assert twins([twin("1"), twin("2", network="m")]) == {}
    assert twins([twin("1"), twin("2", host="964950679")]) == {}
