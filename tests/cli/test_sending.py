"""A command is done, refused, or received and not carried out yet; scripts tell which by the exit status."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.cli.conftest import EXAMPLES, Terminal

OFFICER = ("--as", "case_officer@SFIN")
LEADER = ("--as", "leader@SFIN")
SIGNATORY = ("--as", "applicant_signatory@970540008")


async def test_a_command_that_is_done_says_what_happened_and_where_the_case_stands(opened: Terminal) -> None:
    await opened.stage.submit()

    result = await opened(
        "case", "do", "declare_impartiality", "--id", "SFIN-2026-1", *OFFICER, "--set", "impartial=ja"
    )

    assert result.exit_code == 0, result.output
    assert "Habilitetserklæring: habil" in result.stdout
    assert "SFIN-2026-1: Innsendt" in result.stdout
    assert result.stderr == ""


async def test_a_refusal_names_reason_mending_and_rule_on_standard_error(opened: Terminal) -> None:
    await opened.stage.submit()

    result = await opened("case", "do", "grant", "--id", "SFIN-2026-1", *OFFICER)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "Ikke gjort",
        "  Du handler som saksbehandler, og den rollen kan ikke innvilge tilskuddet.",
        "  Dette kan gjøres av leder.",
        "  Regel: T13",
    ]


async def test_a_refusal_in_json_has_code_rule_and_words(opened: Terminal) -> None:
    await opened.stage.submit()

    answer = await opened.json(
        "case", "do", "grant", "--id", "SFIN-2026-1", *LEADER, "--lang", "en", status=1
    )

    assert answer["outcome"] == "refused"
    assert (answer["code"], answer["rule"], answer["case_no"]) == ("not_possible_now", "T13", "SFIN-2026-1")
    assert answer["params"]["stage"] == "submitted"
    assert answer["reason"].startswith("It is not possible")


async def test_with_the_engine_down_a_command_is_received_and_carried_out_when_asked_for_again(
    opened: Terminal,
) -> None:
    case_id = await opened.stage.submit()
    away = opened.without_engine()

    told = await away(
        "case", "do", "declare_impartiality", "--id", case_id, *OFFICER, "--set", "impartial=ja"
    )
    command_id = told.stdout.split()[-1]
    still = await away("case", "command", command_id)
    done = await opened("case", "command", command_id)

    assert told.exit_code == 3
    assert f"saksgang case command {command_id}" in told.stdout
    assert still.exit_code == 3
    assert done.exit_code == 0
    assert "Habilitetserklæring: habil" in done.stdout
    assert (await opened.stage.case(case_id)).impartial == ("case_officer@SFIN",)


async def test_received_in_json_names_the_command_and_how_to_ask_again(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    command_id = str(uuid4())

    answer = await opened.without_engine().json(
        "case",
        "do",
        "withdraw",
        "--id",
        case_id,
        *OFFICER,
        "--set",
        "reason=Brev",
        "--command-id",
        command_id,
        status=3,
    )

    assert answer == {
        "outcome": "received",
        "command_id": command_id,
        "case_id": str(case_id),
        "case_no": None,
        "ask_again": f"saksgang case command {command_id}",
    }


async def test_without_a_worker_a_command_is_received(opened: Terminal) -> None:
    hurried = replace(opened.environment, task_queue="nobody-listens", patience=timedelta(seconds=0.3))

    result = await replace(opened, environment=hurried)(
        "submit", EXAMPLES / "application-2026-hedmarken.json", "--round", "SFIN-2026-R1", *SIGNATORY
    )

    assert result.exit_code == 3


async def test_the_same_command_sent_again_has_one_effect_and_the_same_answer(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    command = ("case", "do", "declare_impartiality", "--id", case_id, *OFFICER, "--set", "impartial=ja")
    again = (*command, "--command-id", uuid4())

    first, second = await opened.json(*again), await opened.json(*again)

    assert first == second
    assert (await opened.stage.kinds(case_id)).count("ImpartialityDeclared") == 1


async def test_the_same_command_id_with_other_content_is_refused(opened: Terminal) -> None:
    case_id, command_id = await opened.stage.submit(), uuid4()
    command = ("case", "do", "declare_impartiality", "--id", case_id, *OFFICER, "--command-id", command_id)
    await opened(*command, "--set", "impartial=ja")

    answer = await opened.json(*command, "--set", "impartial=nei", "--set", "reason=Slekt", status=1)

    assert answer["code"] == "command_id_reused"


@pytest.mark.edge("E39")
async def test_a_command_on_an_older_case_than_there_is_is_refused(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    await opened("case", "do", "declare_impartiality", "--id", case_id, *OFFICER, "--set", "impartial=ja")

    answer = await opened.json(
        "case", "do", "dismiss", "--id", case_id, *LEADER, "--set", "ground=not_eligible", "--set", "reason=Utenfor",
        "--expected-seq", 1, status=1,
    )  # fmt: skip

    assert answer["code"] == "case_has_moved_on"


@pytest.mark.edge("E39")
async def test_a_reminder_that_the_clock_sent_meanwhile_does_not_stand_in_the_way(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    seen = (await opened.stage.case(case_id)).seq
    await opened.stage.move_to(datetime(2026, 3, 6, 9, 0, tzinfo=UTC), [case_id])
    assert (await opened.stage.kinds(case_id))[seen:] == ["LadderStepReached"]

    answer = await opened.json(
        "case", "do", "declare_impartiality", "--id", case_id, *OFFICER, "--set", "impartial=ja", "--expected-seq", seen,
    )  # fmt: skip

    assert answer["outcome"] == "done"


async def test_asking_for_a_command_that_never_came_says_so(opened: Terminal) -> None:
    result = await opened("case", "command", uuid4())

    assert result.exit_code == 2
    assert "Ingenting er mottatt" in result.stderr


async def test_asking_for_a_register_command_says_it_is_done(opened: Terminal) -> None:
    command_id = uuid4()
    await opened(
        "mandate", "set", "--office", "SFIN", "--year", 2026, "--reference", "26/9", "--frame", "learning=6000000",
        *LEADER, "--command-id", command_id,
    )  # fmt: skip

    answer = await opened.json("case", "command", command_id)

    assert answer["outcome"] == "done"
    assert answer["mandate"] == "SFIN-2026"


async def test_a_refusal_calls_a_rounds_own_criterion_what_the_round_calls_it(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    for command in (
        ("declare_impartiality", "impartial=ja"),
        ("assign", "officer=case_officer@SFIN"),
    ):
        await opened("case", "do", command[0], "--id", case_id, *OFFICER, "--set", command[1])

    result = await opened(
        "case", "do", "assess", "--id", case_id, *OFFICER,
        "--set", "answers.purpose=Ja, treffer", "--set", "proposed_kr=1", "--json",
        "--set", "answers.good_for_all_members=Ja, for alle", "--set",
        "answers.participation_and_diversity=Ja, begge deler",
    )  # fmt: skip

    answer = json.loads(result.stdout)
    assert answer["code"] == "criteria_unanswered"
    assert answer["params"]["criteria"] == ["feasibility"]
    assert "gjennomførbarhet" in answer["reason"]
