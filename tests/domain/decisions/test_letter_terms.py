from typing import Any

import pytest

from domain.money import kroner
from domain.ruleset import RuleSet
from domain.terms import Terms
from tests.domain.lives import (
    BUFDIR,
    COLLECTED,
    DISCRETIONARY,
    INNLANDET,
    NO_DUTY,
    YEARLY,
    Life,
    Office,
    at,
    refused,
    with_terms,
)


def grant(kr: int, terms: Terms, rules: RuleSet = BUFDIR) -> Life:
    """Try to grant *kr* on *terms*."""
    office = Office(rules=rules, now=at(f"{rules.grant_year}-04-01T12:00"))
    return office.submit(applied_kr=kr).granted(kr, terms)


def changed(part: str, **values: Any) -> RuleSet:
    """Return the rules of 2026 with values of one part changed."""
    old = getattr(BUFDIR, part)
    new = {name: getattr(old, name).model_copy(update={"value": value}) for name, value in values.items()}
    return BUFDIR.model_copy(update={part: old.model_copy(update=new)})


# --- completeness (R26-51) ------------------------------------------------------------------------------------------------


def test_silence_about_reporting_and_audit_cannot_be_approved_and_none_can() -> None:
    with refused("terms_incomplete", "R26-51", missing=["reporting", "audit"]):
        grant(400_000, Terms())
    with refused("terms_incomplete", "R26-51", missing=["reporting"]):
        grant(400_000, with_terms(NO_DUTY, reporting=None))

    assert grant(400_000, NO_DUTY).now.decision is not None


def test_what_is_asked_for_has_its_days_all_named_at_once() -> None:
    asked = Terms.model_validate({"reporting": "required", "audit": "required"})

    with refused(
        "terms_incomplete", "R26-51", missing=["report_last_day", "final_report_last_day", "audit_last_day"]
    ):
        grant(1_200_000, asked)

    assert grant(1_200_000, YEARLY).now.audits


def test_audit_alone_names_its_day_too() -> None:
    with refused("terms_incomplete", "R26-51", missing=["audit_last_day"]):
        grant(1_200_000, with_terms(COLLECTED, audit_last_day=None))


# --- days (E16) -----------------------------------------------------------------------------------------------------------


@pytest.mark.edge("E16")
@pytest.mark.parametrize(
    ("terms", "term", "early", "earliest"),
    [
        (COLLECTED, "report_last_day", "2026-12-31", "2027-01-01"),
        (COLLECTED, "final_report_last_day", "2027-12-30", "2027-12-31"),
        (YEARLY, "audit_last_day", "2026-12-31", "2027-01-01"),
        (COLLECTED, "audit_last_day", "2027-12-30", "2027-12-31"),
    ],
)
def test_a_day_lies_after_what_it_accounts_for(terms: Terms, term: str, early: str, earliest: str) -> None:
    with refused("term_too_early", "E16", term=term, given_day=early, earliest_day=earliest):
        grant(1_200_000, with_terms(terms, **{term: early}))

    assert grant(1_200_000, with_terms(terms, **{term: earliest})).now.reports


# --- reporting ------------------------------------------------------------------------------------------------------------


def test_above_the_limit_the_letter_asks_for_a_report() -> None:
    with refused("reporting_required", "R26-52", basis_ore=kroner(1_200_000), limit_ore=kroner(1_000_000)):
        grant(1_200_000, NO_DUTY)

    assert grant(1_200_000, COLLECTED).now.threshold == "statutory"


@pytest.mark.edge("E9")
def test_below_the_limit_a_report_is_asked_for_with_a_reason_written_down_inside_the_house() -> None:
    with refused("internal_justification_missing", "R26-56"):
        grant(300_000, with_terms(DISCRETIONARY, reporting_reason=None))

    life = grant(300_000, DISCRETIONARY)
    assert life.now.reports[0].ground == "discretionary"
    assert "reporting_reason" not in life.sent[-1].payload["params"]["terms"]


ADDED = {"added_questions": "Hvordan gikk rekrutteringen?"}
INTEREST = {"interest_and_vat": True}


@pytest.mark.parametrize("more", [ADDED, INTEREST])
def test_a_report_for_special_reasons_asks_more_than_the_form_only_with_a_reason(
    more: dict[str, Any],
) -> None:
    with refused("added_questions_need_reason", "R26-57"):
        grant(300_000, with_terms(DISCRETIONARY, **more))
    assert grant(300_000, with_terms(DISCRETIONARY, **more, added_questions_reason="Nytt tiltak")).now.reports


def test_what_is_added_to_a_report_stands_in_the_letter_and_why_does_not() -> None:
    life = grant(300_000, with_terms(DISCRETIONARY, **ADDED, added_questions_reason="Nytt tiltak"))
    params = life.sent[-1].payload["params"]
    assert params["added_questions_ref"]
    assert not {"added_questions", "added_questions_reason", "reporting_reason"} & params["terms"].keys()
    assert grant(300_000, DISCRETIONARY).sent[-1].payload["params"]["added_questions_ref"] is None


def test_a_statutory_report_may_be_asked_more_without_a_reason_and_so_may_one_where_the_rules_are_silent() -> (
    None
):
    assert grant(1_200_000, with_terms(YEARLY, **ADDED)).now.reports

    rules = changed("reporting", only_what_is_needed=None)
    assert grant(300_000, with_terms(DISCRETIONARY, **ADDED), rules).now.reports


@pytest.mark.parametrize("more", [ADDED, INTEREST])
def test_a_letter_that_asks_for_no_report_adds_no_questions_to_it(more: dict[str, Any]) -> None:
    with refused("questions_without_report", "R26-51"):
        grant(300_000, with_terms(NO_DUTY, **more))


def test_where_the_rules_ask_for_no_reason_none_is_needed() -> None:
    rules = changed("reporting", internal_justification=False)

    assert grant(300_000, with_terms(DISCRETIONARY, reporting_reason=None), rules).now.reports


def test_where_the_rules_do_not_let_the_office_ask_it_may_not() -> None:
    rules = changed("reporting", discretionary=False)

    with refused("discretionary_not_allowed", "R26-55"):
        grant(300_000, DISCRETIONARY, rules)

    assert not grant(300_000, NO_DUTY, rules).now.reports


def test_where_the_source_names_no_limit_a_person_chooses_with_a_reason() -> None:
    rules = changed("reporting", threshold_kr=None)

    with refused("choice_needs_reason", "R26-52", limit_ore=None):
        grant(300_000, NO_DUTY, rules)

    chosen = with_terms(NO_DUTY, reporting_reason="Lite tilskudd")
    assert grant(300_000, chosen, rules).now.threshold == "unknown"


def in_2021(**changes: Any) -> Terms:
    """Return terms that ask for a report, as the rules of Innlandet 2021 do of everyone."""
    terms = {
        "reporting": "required",
        "report_last_day": "2022-04-01",
        "final_report_last_day": "2023-04-01",
        "audit": "none",
    }
    return Terms.model_validate(terms | changes)


@pytest.mark.edge("Q8")
def test_in_innlandet_2021_everyone_reports_whatever_the_size() -> None:
    with refused("reporting_required", "I21-29", limit_ore=None):
        grant(50_000, NO_DUTY, INNLANDET)

    assert grant(50_000, in_2021(), INNLANDET).now.reports[0].ground == "everyone"


# --- audit ----------------------------------------------------------------------------------------------------------------


def test_in_innlandet_2021_audit_is_required_above_200_000_and_a_reason_does_not_help() -> None:
    reason = in_2021(audit_reason="Liten kommune")
    with refused("audit_required", "I21-30", basis_ore=kroner(200_001), limit_ore=kroner(200_000)):
        grant(200_001, reason, INNLANDET)

    assert not grant(200_000, in_2021(), INNLANDET).now.audits
    audited = in_2021(audit="required", audit_last_day="2022-05-01")
    assert grant(200_001, audited, INNLANDET).now.audits[0].rule == "I21-30"


@pytest.mark.edge("E11")
def test_in_2026_audit_follows_the_report_duty_unless_a_reason_is_written() -> None:
    without = with_terms(COLLECTED, audit="none", audit_last_day=None)
    with refused("audit_required", "E11", limit_ore=None):
        grant(1_200_000, without)

    assert not grant(1_200_000, with_terms(without, audit_reason="Fylkesrevisjonen ser på det")).now.audits


def test_where_the_source_says_nothing_of_audit_a_person_chooses_with_a_reason() -> None:
    rules = changed("audit", follows_reporting=None)

    with refused("choice_needs_reason", "R26-51"):
        grant(400_000, NO_DUTY, rules)

    assert grant(400_000, with_terms(NO_DUTY, audit_reason="Lite tilskudd"), rules).now.decision is not None


@pytest.mark.edge("E11")
def test_there_is_no_audit_without_a_report() -> None:
    with refused("audit_without_report", "E11"):
        grant(400_000, with_terms(NO_DUTY, audit="required", audit_last_day="2027-05-01"))

    audited = with_terms(DISCRETIONARY, audit="required", audit_last_day="2027-05-01")
    assert grant(400_000, audited).now.audits


@pytest.mark.edge("E14")
def test_one_statement_for_several_years_needs_a_rule_that_allows_it() -> None:
    collected = in_2021(audit="collected", audit_last_day="2023-05-01")
    with refused("collected_audit_not_allowed", "B21-07"):
        grant(300_000, collected, INNLANDET)

    assert grant(1_200_000, COLLECTED).now.audits[0].collected
