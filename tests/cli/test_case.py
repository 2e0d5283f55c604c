"""A case as people and scripts see it, through its whole life."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from cli.bodies import COMMANDS
from domain import commands as c
from domain.actors import Role
from domain.authority import MAY
from tests.cli.conftest import EXAMPLES, Terminal
from tests.stage import FULL_DUTY

OFFICER, LEADER = ("--as", "case_officer@SFIN"), ("--as", "leader@SFIN")
HAMAR = ("--as", "applicant_signatory@970540008")
ATTESTOR, ACCOUNTANT = ("--as", "attestor@SFIN"), ("--as", "accountant@SFIN")


def settings(*pairs: str) -> tuple[str, ...]:
    return tuple(word for pair in pairs for word in ("--set", pair))


#: A grant above the limit, from assignment to payment, in the order people do it.
LIFE: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("declare_impartiality", OFFICER, settings("impartial=ja")),
    ("assign", OFFICER, settings("officer=case_officer@SFIN")),
    (
        "return_for_supplement",
        OFFICER,
        settings("deficiencies=plan_missing,other", "explanation=Planen mangler", "last_day=2026-03-20"),
    ),
    ("supplement", HAMAR, ("--file", "APPLICATION")),
    (
        "assess",
        OFFICER,
        settings(
            "answers.purpose=Ja, treffer formålet", "answers.feasibility=Nei, litt knapt med tid",
            "answers.good_for_all_members=Ja, for alle", "answers.participation_and_diversity=Ja, begge deler",
            "knowledge_environment_needed=nei", "knowledge_environment_reason=Har høgskolen med",
            "proposed_kr=1 200 000",
        ),
    ),
    (
        "recommend",
        OFFICER,
        settings(
            "grant=ja", "amount_kr=1200000", "terms.reporting=required", "terms.report_last_day=2027-04-01",
            "terms.final_report_last_day=2028-04-01", "terms.audit=collected", "terms.audit_last_day=2028-05-01",
            "reason=Godt prosjekt",
        ),
    ),
    ("declare_impartiality", LEADER, settings("impartial=ja")),
    ("grant", LEADER, ()),
    ("confirm_account", HAMAR, settings("account=1234.56.78903")),
    ("order_payment", LEADER, ()),
    (
        "attest_payment",
        ATTESTOR,
        settings("legal_ground=ja", "budget_cover=yes", "soundness=true", "recipient=ja"),
    ),
    (
        "register_disbursement",
        ACCOUNTANT,
        settings("amount_kr=1200000", "org_number=970540008", "voucher=V-17", "paid_on=2026-03-01"),
    ),
    (
        "deliver_report",
        HAMAR,
        settings(
            "duty=2026", "spent_kr=1 199 999,50", "unused_kr=0.5", "final=nei", "spent_until=2026-03-01",
            "text=Alt gikk bra",
        ),
    ),
    ("return_report", OFFICER, settings("duty=2026", "reason=Regnskapet mangler", "last_day=2026-04-01")),
    (
        "deliver_report",
        HAMAR,
        settings("duty=2026", "spent_kr=1200000", "unused_kr=0", "final=ja", "spent_until=2026-03-01", "text=Nå også"),
    ),
    ("second_report", LEADER, settings("duty=2026")),
    ("approve_report", OFFICER, settings("duty=2026")),
    (
        "deliver_audit",
        ("--as", "municipal_auditor@970540008"),
        settings("duty=collected", "amount_kr=1200000", "auditor=Hedmark Revisjon", "signed_on=2026-03-01"),
    ),
    ("accept_audit", OFFICER, settings("duty=collected", "names_grant=ja", "names_period=ja", "own_auditor=ja")),
)  # fmt: skip


async def test_a_case_lives_its_whole_life_and_shows_before_each_act_that_it_is_possible(
    opened: Terminal, tmp_path: Any
) -> None:
    application = EXAMPLES / "application-2026-hedmarken.json"
    await opened("submit", application, "--round", "SFIN-2026-R1", *HAMAR)

    for command, who, content in LIFE:
        possible = (await opened.json("case", "show", "SFIN-2026-1"))["possible"]
        assert command in [one["command"] for one in possible]
        given = [application if word == "APPLICATION" else word for word in content]
        result = await opened("case", "do", command, "--id", "SFIN-2026-1", *who, *given)
        assert result.exit_code == 0, (command, result.output)

    shown = await opened.json("case", "show", "sfin-2026-1")
    assert (shown["case"]["stage"], shown["case"]["finished"]) == ("audited", True)
    assert (shown["tasks"], shown["deadlines"]) == ([], [])
    commands = [one["command"] for one in shown["possible"]]
    assert commands == [
        "declare_impartiality",
        "correct_disbursement",
        "propose_claim",
        "file_appeal",
        "reopen",
    ]
    assert shown["money"]["paid_ore"] == 120_000_000
    assert shown["reports"][0]["state"] == "approved"
    assert (await opened("case", "show", "SFIN-2026-1")).stdout.count("Saken er ferdig.") == 1
    assert (await opened.json("trail", "verify"))["outcome"] == "whole"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nb",
            ["Innsendt → ", "Søkt", "kr\xa01\xa0100\xa0000", "Plikter", "Rapport for 2026", "tilskuddsbrev"],
        ),
        (
            "nn",
            ["Innsend → ", "Søkt", "kr\xa01\xa0100\xa0000", "Plikter", "Rapport for 2026", "tilskotsbrev"],
        ),
        ("en", ["Submitted → ", "Applied", "NOK\xa01,100,000", "Duties", "Report for 2026", "grant letter"]),
    ],
)
async def test_a_granted_case_is_shown_with_its_money_duties_and_the_letter_that_is_outstanding(
    granted: Terminal, language: str, words: list[str]
) -> None:
    result = await granted("case", "show", "SFIN-2026-1", "--lang", language)

    assert result.exit_code == 0, result.output
    assert [word for word in words if word not in result.stdout] == []


async def test_the_language_comes_from_the_program_or_the_command(granted: Terminal) -> None:
    of_program = await granted("--lang", "en", "case", "show", "SFIN-2026-1")
    of_command = await granted("--lang", "en", "case", "show", "SFIN-2026-1", "--lang", "nn")

    assert "Applied" in of_program.stdout
    assert "Uteståande" not in of_command.stdout
    assert "Søkt" in of_command.stdout


async def test_amounts_are_never_split_over_two_lines(granted: Terminal) -> None:
    for width in ("60", "70", "80"):
        environ = {"COLUMNS": width}
        result = await granted("case", "history", "SFIN-2026-1", env=environ)

        assert "kr\n" not in result.stdout
        assert "kr \n" not in result.stdout
        assert "1\xa0100\xa0000" in result.stdout


async def test_the_history_tells_who_when_what_and_why(granted: Terminal) -> None:
    events = (await granted.json("case", "history", "SFIN-2026-1"))["events"]

    submitted, threshold = events[0], next(one for one in events if one["kind"] == "ThresholdEvaluated")
    assert [one["seq"] for one in events] == list(range(1, len(events) + 1))
    assert submitted["text"] == "Søknad om kr\xa01\xa0100\xa0000 mottatt"
    assert threshold["actor"]["role"] == "system"
    assert threshold["body"]["rule"] == "R26-52"
    assert next(one["reason"] for one in events if one["kind"] == "Recommended") == "Godt prosjekt"


async def test_an_automatic_step_shows_its_rule_its_input_and_its_result(granted: Terminal) -> None:
    result = await granted("case", "history", "SFIN-2026-1", "--after", 7)

    flat = " ".join(result.stdout.replace("\xa0", " ").split())
    assert "prøvd mot grensen på kr 1 000 000: rapporteringsplikt etter regelverket" in flat
    assert "Regel R26-52 (2026-bufdir) · Grunnlag: tilskudd: kr 1 100 000" in flat
    assert "systemet" in flat


@pytest.mark.edge("E16")
async def test_days_for_the_letter_are_proposed_until_it_has_its_own(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    await opened.stage.assess(case_id, 100_000)

    assert (await opened.json("case", "show", case_id))["proposed_days"][
        "final_report_last_day"
    ] == "2028-04-03"
    assert "frist for sluttrapport 03.04.2028" in " ".join(
        (await opened("case", "show", case_id)).stdout.split()
    )


@pytest.mark.edge("E16")
async def test_no_days_are_proposed_for_a_letter_that_has_its_own(granted: Terminal) -> None:
    assert (await granted.json("case", "show", "SFIN-2026-1"))["proposed_days"] is None


async def test_what_was_handled_long_after_its_deadline_says_when(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    await opened.stage.move_to(datetime(2026, 3, 10, tzinfo=UTC), [case_id])

    result = await opened("case", "history", case_id)

    assert "Håndtert 10.03.2026" in result.stdout


async def test_a_history_after_its_end_says_so(granted: Terminal) -> None:
    result = await granted("case", "history", "SFIN-2026-1", "--after", 999)

    assert "Ingen hendelser etter 999." in result.stdout


async def test_what_has_not_left_the_house_is_named(granted: Terminal) -> None:
    shown = await granted("case", "show", "SFIN-2026-1")

    # No outbox runs at this stage, so everything waits.
    assert "Ikke sendt ut" in shown.stdout
    assert "melding L05" in shown.stdout


async def test_a_case_is_found_by_its_id_too(granted: Terminal) -> None:
    by_number = await granted.json("case", "show", "SFIN-2026-1")
    by_id = await granted.json("case", "show", by_number["case"]["case_id"])

    assert by_id["case"]["case_no"] == "SFIN-2026-1"


async def test_claims_are_shown_with_what_is_outstanding(granted: Terminal) -> None:
    stage = granted.stage
    case_id = UUID((await granted.json("case", "show", "SFIN-2026-1"))["case"]["case_id"])
    await stage.pay(case_id)
    for command, who, content in (
        ("propose_claim", OFFICER, settings("ground=breach", "amount_kr=1000", "reason=Brudd")),
        ("give_claim_notice", OFFICER, settings("claim=1")),
        ("reply_to_claim", HAMAR, settings("claim=1", "text=Vi er uenige")),
        ("decide_claim", LEADER, settings("claim=1", "due_day=2026-05-01")),
    ):
        result = await granted("case", "do", command, "--id", case_id, *who, *content)
        assert result.exit_code == 0, result.output

    shown = await granted("case", "show", case_id)

    assert "Krav om tilbakebetaling" in shown.stdout
    assert "brudd på vilkår" in shown.stdout
    assert "invoice_claim" in shown.stdout


@pytest.fixture
async def granted(opened: Terminal) -> Terminal:
    """A grant of 1 100 000 kr with its duties, and the formal letter outstanding."""
    case_id = await opened.stage.submit(applied_kr=1_100_000, own_funding_kr=0, budget=())
    await opened.stage.grant(case_id, 1_100_000, FULL_DUTY)
    return opened


def test_every_command_that_can_be_given_is_known_by_its_roles() -> None:
    by_people = {kind for kind, (roles, _) in MAY.items() if roles != {Role.SYSTEM}}

    assert set(COMMANDS) == by_people - {"submit"}
    assert set(COMMANDS) < c.BODIES.keys()
