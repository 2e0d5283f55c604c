"""The money of Innlandet 2021 and of leader networks goes by rules of its own: uses, reports, what is left."""

import pytest

from domain import events as e
from domain.lifecycle import Stage
from domain.money import kroner
from domain.ruleset import RuleSet, Strand
from domain.tasks import tasks
from domain.terms import Terms
from tests.domain.lives import (
    BUFDIR,
    INNLANDET,
    NO_DUTY,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    at,
    granted,
    refused,
    report,
)

#: Everyone reports, whatever the size; the audit has a limit of its own.
REPORTED: dict[str, str] = {
    "reporting": "required",
    "report_last_day": "2022-04-01",
    "final_report_last_day": "2023-04-01",
    "audit": "none",
}


def in_2021(instant: str) -> Life:
    """Return a paid case of Innlandet 2021 at *instant*."""
    life = granted(
        150_000, Terms.model_validate(REPORTED), rules=INNLANDET, now=at("2021-04-01T12:00")
    ).paid()
    life.office.move_to(at(instant))
    return life


def delivered(
    life: Life, duty: str, spent_kr: int, unused_kr: int, until: str, *, final: bool = False
) -> Life:
    body = report(spent_kr, unused_kr, duty, final=final, until=until)
    return life.do(SIGNATORY, "deliver_report", **body)


# --- Innlandet 2021 ---------------------------------------------------------------------------------------------------


def test_the_second_year_s_report_of_2021_is_owed_because_everyone_reports() -> None:
    life = delivered(in_2021("2022-03-01T12:00"), "2021", 100_000, 50_000, "2021-12-31").approved("2021")

    assert [duty.rule for duty in life.now.reports] == ["I21-29", "I21-29"]


def test_a_report_of_2021_comes_in_its_own_year_by_the_same_rule() -> None:
    life = delivered(in_2021("2021-10-01T12:00"), "2021", 100_000, 50_000, "2021-09-30").approved("2021")

    with refused("report_too_early", "I21-29", duty="2022"):
        delivered(life, "2022", 50_000, 0, "2021-09-30")


def test_money_of_2021_is_used_by_the_end_of_the_year_after() -> None:
    life = in_2021("2023-02-01T12:00")

    with refused("used_after_deadline", "I21-28", given_day="2023-01-01", last_day="2022-12-31"):
        delivered(life, "2021", 150_000, 0, "2023-01-01")


def test_what_is_left_of_2021_goes_back_to_the_treasury() -> None:
    life = delivered(in_2021("2023-02-01T12:00"), "2021", 100_000, 50_000, "2022-12-31", final=True).approved(
        "2021"
    )

    assert [(task, rule) for task, rule in rules_of(life) if task == "propose_claim"] == [
        ("propose_claim", "I21-23")
    ]
    with refused("more_than_can_be_claimed", "I21-23", most_ore=kroner(50_000)):
        life.do(OFFICER, "propose_claim", ground="unused", amount_ore=kroner(50_001), reason="Ubrukt")


def rules_of(life: Life) -> list[tuple[str, str]]:
    return [(task.name, task.rule) for task in tasks(life.now, life.office.rules)]


# --- leader networks --------------------------------------------------------------------------------------------------


def leaders(rules: RuleSet = BUFDIR) -> Life:
    office = Office(rules=rules, strand=Strand.LEADER)
    return office.submit(applied_kr=150_000)


def test_a_leader_network_s_money_ends_with_the_others_by_the_rule_that_says_so() -> None:
    life = leaders().granted(150_000).paid()
    life.office.move_to(at("2028-01-01T00:00"))

    [passed] = [entry.event for entry in life.trail if isinstance(entry.event, e.UseDeadlinePassed)]
    assert (passed.rule, passed.deadline) == ("R26-43", at("2027-12-31T23:00"))


def test_a_learning_network_s_money_ends_by_its_own_rule() -> None:
    life = granted(150_000, NO_DUTY).paid()
    life.office.move_to(at("2028-01-01T00:00"))

    [passed] = [entry.event for entry in life.trail if isinstance(entry.event, e.UseDeadlinePassed)]
    assert passed.rule == "R26-32"


def test_where_the_rules_say_nothing_of_leader_networks_a_person_must() -> None:
    said = BUFDIR.use.same_for_leaders
    apart = BUFDIR.use.model_copy(update={"same_for_leaders": said.model_copy(update={"value": False})})

    with refused("rule_set_silent", "R26-43", what="use_deadline"):
        leaders(BUFDIR.model_copy(update={"use": apart})).granted(150_000)

    assert leaders().granted(150_000).now.stage is Stage.GRANTED


@pytest.mark.parametrize("unspent_kr", [0, 10_000])
def test_what_a_leader_network_has_left_goes_back_like_all_else(unspent_kr: int) -> None:
    life = leaders().granted(150_000).paid()
    life.office.move_to(at("2028-01-02T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=kroner(unspent_kr))

    found = [rule for task, rule in rules_of(life) if task == "propose_claim"]
    assert found == (["R26-33"] if unspent_kr else [])
