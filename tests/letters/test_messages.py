"""The messages say what the letter table asks for, in the municipality's language, and never invent what is erased."""

from typing import Any
from uuid import UUID

import pytest

from letters.bundles import MissingTextError, TextError
from letters.formats import Language
from letters.messages import compose, file_digests, text_refs
from tests.letters.catalogues import letters

HOST = "964966850"
REF = UUID("6c1c2a5e-3f0f-4f0e-9d57-0d4d0c5f5a01")
FILE = "ab" * 32

TERMS: dict[str, Any] = {
    "reporting": "required",
    "report_last_day": "2027-03-01",
    "final_report_last_day": "2028-03-01",
    "audit": "collected",
    "audit_last_day": "2028-04-01",
    "interest_and_vat": False,
    "cost_from": None,
    "knowledge_environment": None,
}
NO_TERMS: dict[str, Any] = dict.fromkeys(TERMS) | {
    "reporting": "none",
    "audit": "none",
    "interest_and_vat": False,
}

PARAMS: dict[str, dict[str, Any]] = {
    "L01": {"title": "Læringsnettverk 2026", "closes_at": "2026-06-01T22:00:00+00:00"},
    "round_reminder": {"title": "Læringsnettverk 2026", "closes_at": "2026-06-01T22:00:00+00:00"},
    "audit_invitation": {
        "unit": "970540008",
        "last_day": "2027-04-01",
        "link": "https://saksgang.example/saker/SFIN-2026-1",
    },
    "anchoring_reminder": {
        "network": "Læringsnettverk 2026",
        "unit": "970540008",
        "closes_at": "2026-06-01T22:00:00+00:00",
        "link": "https://saksgang.example/soknader/1/bekreft",
    },
    "L02": {"received_at": "2026-06-01T21:59:30+00:00", "applied_ore": 125_000_000, "late": False},
    "L04": {"deficiencies": ["plan_missing"], "explanation_ref": str(REF), "last_day": "2026-07-01"},
    "L05": {
        "decision_no": 1,
        "amount_ore": 125_000_000,
        "applied_ore": 125_000_000,
        "more": False,
        "difference_reason_ref": None,
        "acceptance_day": None,
        "use_last_day": "2027-12-31",
        "terms": TERMS,
        "appeal_regime": "individual_decision",
        "appeal_body": None,
        "appeal_day": "2026-11-23",
    },
    "L06": {
        "decision_no": 1,
        "amount_ore": 30_000_000,
        "applied_ore": 125_000_000,
        "more": False,
        "difference_reason_ref": str(REF),
        "use_last_day": "2027-12-31",
        "acceptance_day": "2026-09-22",
        "budget_day": "2026-09-22",
        "terms": NO_TERMS,
        "appeal_regime": "request_for_reversal",
        "appeal_body": None,
        "appeal_day": None,
    },
    "supplement_reminder": {
        "clock": "supplement",
        "last_day": "2026-04-01",
        "passed": False,
        "answer_day": None,
    },
    "acceptance_reminder": {
        "clock": "acceptance",
        "last_day": "2026-09-22",
        "passed": False,
        "answer_day": None,
    },
    "budget_reminder": {
        "clock": "budget",
        "last_day": "2026-09-22",
        "passed": False,
        "answer_day": None,
    },
    "L03": {"expected_day": "2026-11-23", "on_appeal": False},
    "L16": {
        "acceptance_day": None,
        "decision_no": 2,
        "reversed_no": 1,
        "before_ore": 120_000_000,
        "amount_ore": 90_000_000,
        "annulled": False,
        "ground": "other_law",
        "use_last_day": "2027-12-31",
        "terms": NO_TERMS,
        "appeal_regime": "individual_decision",
        "appeal_body": None,
        "appeal_day": "2026-11-23",
    },
    "L17": {
        "assessment_ref": str(REF),
        "appeal_body": "Klagenemnda",
        "enclosures": ["decision", "appeal", f"sha256:{FILE}"],
    },
    "appeal_receipt": {
        "received_at": "2026-11-23T21:59:30+00:00",
        "appeal_regime": "individual_decision",
        "late": True,
    },
    "appeal_outcome": {"outcome": "changed", "decided_on": "2027-02-01"},
    "appeal_outcome_corrected": {"outcome": "changed", "decided_on": None},
    "appeal_declined": {"late": False, "reason_ref": str(REF)},
    "reversal_notice": {
        "before_ore": 120_000_000,
        "amount_ore": 90_000_000,
        "ground": "other_law",
        "explanation_ref": str(REF),
        "last_day": "2026-11-23",
    },
    "set_aside": {"decision_no": 2},
    "project_duty_lapsed": {"still_asked": False},
    "L07": {
        "decision_no": 1,
        "ground": "priority",
        "reason_ref": str(REF),
        "appeal_regime": "individual_decision",
        "appeal_body": None,
        "appeal_day": "2026-11-23",
    },
    "L08": {
        "ground": "late",
        "reason_ref": str(REF),
        "appeal_regime": "individual_decision",
        "appeal_body": None,
        "appeal_day": "2026-11-23",
    },
    "L09": {"clock": "use", "last_day": "2027-12-31"},
    "L10": {"clock": "audit", "last_day": "2028-04-01", "passed": False},
    "L11": {"clock": "claim", "last_day": "2028-06-01", "passed": True, "answer_day": "2028-06-30"},
    "L12": {"duty": "2026"},
    "extension": {"use_last_day": "2028-12-31", "final_report_last_day": "2029-04-01"},
    "change_approved": {"number": 1},
    "office_changed": {},
    "host_changed": {"reason_ref": str(REF), "unpaid": True},
    "change_declined": {"reason_ref": str(REF)},
    "extension_declined": {"reason_ref": str(REF)},
    "claim_notice": {
        "amount_ore": 24_999_950,
        "ground": "breach",
        "last_day": "2028-06-01",
        "reason_ref": str(REF),
    },
    "collection": {"outstanding_ore": 9_999_950},
    "claim_waived": {"amount_ore": 3_700, "outstanding_ore": 9_996_250, "whole": False},
    "overpayment_returned": {"amount_ore": 100_050, "returned_on": "2028-06-01"},
    "L14": {
        "amount_ore": 24_999_950,
        "due_day": "2028-06-01",
        "appeal_regime": "individual_decision",
        "appeal_body": None,
        "appeal_day": "2028-02-01",
    },
    "claim_deferred": {"due_day": "2028-06-01", "reason_ref": str(REF)},
    "claim_reduced": {
        "before_ore": 24_999_950,
        "amount_ore": 10_000_000,
        "lifted": False,
        "overpaid_ore": 5_000_000,
        "paid_back": True,
    },
    "L15": {"refunded_ore": 24_999_950},
    "L19": {},
    "reopened": {"reason_ref": str(REF), "source": "RR 2028/14"},
    "L20": {"granted_ore": 30_000_000, "paid_ore": 30_000_000, "refunded_ore": 0},
    "payment": {"amount_ore": 30_000_000, "paid_on": "2026-10-01"},
    "payment_corrected": {"paid_on": "2026-10-02"},
    "repayment_corrected": {"received_on": "2028-05-30"},
    "overpayment_corrected": {"returned_on": "2028-05-31"},
    "near_limit": {"basis_ore": 80_000_000, "limit_ore": 100_000_000},
    "project_duty": {
        "carried_by_no": "2026/12",
        "basis_ore": 120_000_000,
        "asks_more": True,
        "terms": TERMS,
    },
    "use_question": {"paid_ore": 30_000_000},
    "audit_chosen": {"audit_last_day": "2027-06-15"},
    "ended_early": {"end_day": "2027-03-15", "audit_last_day": "2027-06-15"},
}


def payload(letter: str, language: str = "nb", office: str = "SFAG", **changes: Any) -> dict[str, Any]:
    return {
        "letter": letter,
        "language": language,
        "contact": None,
        "host": HOST,
        "office": office,
        "case_no": "2026/17",
        "grant_year": 2026,
        "params": PARAMS[letter] | changes,
    }


def body(letter: str, language: str = "nb", **changes: Any) -> str:
    message = compose(payload(letter, language, **changes), {REF: "Planen kom aldri."}, {})
    return message.body.replace("\xa0", " ")


def test_a_claim_that_was_told_before_it_could_be_appealed_against_does_not_deny_it() -> None:
    old = payload("L14")
    old["params"] = {"amount_ore": 100, "due_day": "2028-06-01"}

    message = compose(old, {}, {})

    assert "Det formelle brevet sier hvordan dere kan klage" in message.body
    assert "ikke et enkeltvedtak" not in message.body


def test_a_letter_names_the_appeal_body_of_its_round_or_else_the_directorate() -> None:
    appealed = {"appeal_regime": "individual_decision", "appeal_day": "2026-11-23"}

    assert "familiedirektoratet" in body("L07", **appealed, appeal_body=None)
    of_the_round = body("L07", **appealed, appeal_body="Klagenemnda for tilskudd")
    assert "Dere kan klage på vedtaket til Klagenemnda for tilskudd." in of_the_round
    assert "familiedirektoratet" not in of_the_round


def test_every_letter_is_tried_here() -> None:
    assert letters().keys() == PARAMS.keys()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("letter", sorted(PARAMS))
def test_every_letter_can_be_written(letter: str, language: str) -> None:
    message = compose(payload(letter, language), {REF: "Planen kom aldri."}, {HOST: "Grimstad kommune"})

    assert message.language is Language(language)
    assert "2026/17" in message.subject or "Læringsnettverk 2026" in message.subject
    assert "\n" not in message.subject
    assert "2026/17" in message.body
    assert "Agder" in message.body
    assert "Grimstad kommune" in message.body
    assert "{" not in message.body
    assert "none" not in message.body


def test_a_letter_opens_with_its_sender_recipient_and_reference() -> None:
    message = compose(payload("L19"), {}, {HOST: "Grimstad kommune"})

    assert message.body.splitlines()[:6] == [
        "Statsforvalteren i Agder",
        "",
        "Til: Grimstad kommune, organisasjonsnummer 964\xa0966\xa0850",
        "Vår referanse: 2026/17",
        "",
        "Søknaden er trukket, sak 2026/17",
    ]


def test_an_office_with_names_in_sami_and_kven_bears_them() -> None:
    message = compose(payload("L19", office="SFTF"), {}, {})

    assert "Romssa ja Finnmárkku stáhtahálddašeaddji\nTromssan ja Finmarkun staatinhallittija" in message.body


def test_a_host_without_a_name_is_shown_by_its_number() -> None:
    assert "Til: 964 966 850\n" in body("L19")


def test_what_a_round_sends_goes_to_all_and_says_the_last_minute() -> None:
    sent = payload("L01")
    del sent["host"], sent["contact"]

    message = compose(sent | {"address": "post@kommune.invalid"}, {}, {})

    assert "Til: kommunene i embetet\n" in message.body
    assert "Søknadsfrist: 1. juni 2026 kl. 23.59, norsk tid." in message.body
    assert message.subject == "Søknadsrunden er åpen: Læringsnettverk 2026"


def test_a_receipt_says_when_the_application_came_and_what_was_asked_for() -> None:
    said = body("L02")

    assert "1. juni 2026 kl. 23.59, norsk tid" in said
    assert "kr 1 250 000" in said
    assert "etter søknadsfristen" not in said


def test_a_receipt_says_that_the_application_came_late() -> None:
    assert "\n\nSøknaden kom etter søknadsfristen. Embetet vurderer om den kan behandles.\n\n" in body(
        "L02", late=True
    )


def test_a_grant_says_every_term_and_that_the_letter_follows() -> None:
    said = body("L05")

    assert "tilskudd på kr 1 250 000 for 2026" in said
    assert "kan brukes til 31.12.2027" in said
    assert "skal betales tilbake" in said
    assert "Frist for rapport er 01.03.2027, og for sluttrapport 01.03.2028." in said
    assert "samlet for hele perioden. Frist for revisorbekreftelsen er 01.04.2028." in said
    assert "Riksrevisjonen" in said
    assert "Det formelle tilskuddsbrevet følger." in said


@pytest.mark.edge("C14")
def test_a_grant_says_that_the_municipality_reports_for_the_network_it_is_the_host_of() -> None:
    said = body("L05")

    assert "Til: 964 966 850" in said
    assert "Kommunen skal rapportere for nettverket" in said


def test_a_grant_says_also_that_nothing_is_asked_for() -> None:
    said = body("L06", language="nn")

    assert "De søkte om kr 1 250 000" in said
    assert "Tilskotet skal ikkje rapporterast." in said
    assert "Rekneskapen treng ikkje revisorstadfesting." in said
    assert "Det er ikkje sett vilkår om samarbeid med eit kunnskapsmiljø." in said


def test_a_grant_says_what_the_report_also_answers_and_nothing_where_nothing_is_added() -> None:
    sent = payload("L05")
    sent["params"] |= {"added_questions_ref": str(REF)}

    added = compose(sent, {REF: "Hvordan gikk rekrutteringen?"}, {}).body

    assert "01.03.2028. Rapporten skal også svare på dette: Hvordan gikk rekrutteringen?\n" in added
    assert "svare på dette" not in body("L05")


@pytest.mark.parametrize(("blocks", "waits"), [("payment", True), ("grant", False)])
def test_a_condition_stands_in_the_letter(blocks: str, waits: bool) -> None:
    said = body("L05", terms=TERMS | {"knowledge_environment": blocks})

    assert "Nettverket skal samarbeide med et kunnskapsmiljø." in said
    assert ("ikke utbetalt før dette er på plass" in said) is waits


@pytest.mark.edge("E31")
@pytest.mark.parametrize("asked", [True, False])
def test_a_letter_may_ask_the_report_about_interest_and_value_added_tax(asked: bool) -> None:
    said = body("L05", terms=TERMS | {"interest_and_vat": asked})

    assert ("hvor mye merverdiavgift kommunen fikk kompensert" in said) is asked


@pytest.mark.edge("E35")
def test_the_cost_period_is_said_where_it_was_set() -> None:
    assert "kostnader fra 01.03.2026, og kan brukes til 31.12.2027" in body(
        "L05", terms=TERMS | {"cost_from": "2026-03-01"}
    )


@pytest.mark.parametrize("letter", ["L05", "L06", "L07", "L08", "L14"])
def test_a_decision_says_that_the_formal_letter_follows(letter: str) -> None:
    assert "følger" in body(letter)
    assert "klage" in body(letter)


def test_what_is_missing_is_listed_with_the_explanation_and_the_date() -> None:
    said = body("L04", deficiencies=["plan_missing", "budget_missing"])

    assert (
        "Dette mangler:\n\n– plan mangler\n– budsjett mangler\n\nPlanen kom aldri.\n\nFrist: 01.07.2026."
        in said
    )


def test_a_deficiency_of_the_officers_own_points_to_the_explanation() -> None:
    assert "– annet, se forklaringen" in body("L04", deficiencies=["fjord"])


def test_a_report_that_is_returned_lists_nothing() -> None:
    said = body("L04", deficiencies=[])

    assert "Vi kan ikke godkjenne det dere har sendt, før det er rettet." in said
    assert "Dette mangler" not in said


@pytest.mark.parametrize("texts", [{}, {REF: None}])
def test_an_erased_text_is_said_to_be_erased(texts: dict[UUID, str | None]) -> None:
    message = compose(payload("L07"), texts, {})

    assert "(Teksten er slettet.)" in message.body


def test_a_forwarded_appeal_lists_what_follows_it() -> None:
    told = compose(payload("L17"), {REF: "Vedtaket bør stå."}, {FILE: "referat { $x }.pdf"}).body

    assert told.index("Vedtaket bør stå.") < told.index(
        "Dette følger med:\n– vedtaket\n– klagen\n– referat { $x }.pdf"
    )
    assert file_digests(payload("L17")) == (FILE,)


def test_a_file_that_is_erased_is_said_to_be_erased() -> None:
    assert "– klagen\n– (Dokumentet er slettet.)" in body("L17")


def test_an_appeal_that_was_forwarded_before_its_letter_listed_anything_lists_nothing() -> None:
    old = payload("L17")
    del old["params"]["enclosures"]

    assert "Dette følger med" not in compose(old, {REF: "Vedtaket bør stå."}, {}).body


def test_a_text_is_quoted_as_it_was_written() -> None:
    message = compose(payload("L07"), {REF: "{ $amount } æøå\nto linjer"}, {})

    assert "{ $amount } æøå\nto linjer" in message.body


@pytest.mark.parametrize(
    ("letter", "clock", "words"),
    [
        ("L09", "use", "kan brukes til"),
        ("L09", "use_question", "Svarfristen"),
        ("L10", "report", "Fristen for rapporten"),
        ("L10", "audit", "Fristen for revisorbekreftelsen"),
        ("L11", "report", "Fristen for rapporten var"),
        ("L11", "audit", "Fristen for revisorbekreftelsen var"),
        ("L11", "claim", "Betalingsfristen"),
    ],
)
def test_a_reminder_says_what_it_is_about(letter: str, clock: str, words: str) -> None:
    assert words in body(letter, clock=clock)


@pytest.mark.parametrize(
    ("day", "words"), [("2027-06-15", "Fristen er 15.06.2027"), (None, "ikke revidert regnskap")]
)
def test_an_early_end_says_whether_and_when_audited_accounts_are_asked_for(
    day: str | None, words: str
) -> None:
    assert words in body("ended_early", audit_last_day=day)


@pytest.mark.parametrize("clock", ["report", "audit"])
def test_before_the_date_a_reminder_does_not_say_that_something_is_missing(clock: str) -> None:
    before, after = (body("L10", clock=clock, passed=passed) for passed in (False, True))

    assert "påminnelse før fristen" in before
    assert "kan ikke se" not in before
    assert "kan ikke se" in after


def test_a_late_reminder_says_the_new_date_where_there_is_one_and_what_follows() -> None:
    assert "Vi venter til og med 30.06.2028." in body("L11")
    assert "Vi venter" not in body("L11", answer_day=None)
    assert "innkreving" in body("L11")
    assert "legger vi saken fram for leder" in body("L11", clock="report")


def test_the_texts_a_message_quotes_are_named_before_it_is_made() -> None:
    assert text_refs(payload("L04")) == (REF,)
    assert text_refs(payload("L19")) == ()


def test_an_unknown_letter_is_an_error() -> None:
    with pytest.raises(MissingTextError):
        compose(payload("L19") | {"letter": "L99"}, {}, {})


def test_a_payload_without_what_the_letter_must_say_is_an_error() -> None:
    with pytest.raises(TextError, match="due_day"):
        compose(payload("L14") | {"params": {"amount_ore": 1}}, {}, {})


def test_a_cut_names_the_day_by_which_its_budget_is_to_come_and_an_old_one_none() -> None:
    assert "send det til oss innen 22.09.2026." in body("L06")
    assert "send det til oss." in body("L06", budget_day=None)


def test_a_cut_is_told_with_its_reason_and_more_than_applied_for_too() -> None:
    assert "Grunnen er: Planen kom aldri." in body("L06")
    more = body("L05", more=True, applied_ore=100_000_000, difference_reason_ref=str(REF))
    assert "Det er mer enn de kr 1 000 000 dere søkte om. Grunnen er: Planen kom aldri." in more
    assert "hele beløpet" in body("L05")
