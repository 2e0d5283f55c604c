"""The demonstration: its script in the order of time, its conductor in any year, and the whole of it once."""

import ast
import email
import email.policy
import inspect
import io
import json
import os
import re
import subprocess
import sys
import uuid
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from rich.console import Console
from temporalio.client import Client

from activities.door import Door
from activities.register import Register
from cli import demo
from cli.demonstration import calls, judging, lives_nordland, places, verbs
from cli.demonstration.conductor import Conductor
from cli.demonstration.forms import application, new_id
from cli.demonstration.house import House, temporary_folder
from cli.demonstration.language import (
    HOST,
    LEADER,
    OFFICER,
    Act,
    Call,
    Life,
    Refusal,
    Script,
    moments,
    on,
    refused,
)
from cli.demonstration.performance import Performance, case_id_of
from cli.demonstration.record import Delivered, Ending, Overdue, Record, Trail
from cli.demonstration.showing import show
from deploy.local.home import Home
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain import commands as c
from domain.case import TERMINAL
from domain.checks import formal_findings
from domain.identity import is_account_number
from domain.instants import end_of_day, morning_of
from domain.lifecycle import Stage
from domain.ruleset import Severity, Strand
from storage import queries
from storage.reference import municipalities, municipality_org_numbers
from storage.rulesets import load_rule_sets
from tests.databases import new_database
from worker import compose
from workflows.sandbox import CONVERTER

REPOSITORY: Final = Path(demo.__file__).parents[1]
WHOLE: Final = demo.whole_script()


# --- the script -----------------------------------------------------------------------------------------------------


def a_call(year: int) -> Call:
    """A round of the rules of 2026 that happens in another year; it opens while they hold."""
    dates = {
        "opens_at": datetime(min(year, 2026), 2, 16, 7, tzinfo=UTC),
        "closes_at": end_of_day(date(year, 4, 15)),
        "addresses": (),
    }
    return replace(
        calls.AGDER,
        announced=datetime(min(year, 2026), 2, 2, 9, tzinfo=UTC),
        round=calls.AGDER.round.model_copy(update=dates),
        days=replace(calls.SPRING, assign=f"{year}-04-13"),
    )


def a_life(call: Call, *stretches: tuple[Act, ...], path: tuple[Stage, ...] = (), key: str = "one") -> Life:
    form = application(call, "Arendal, Grimstad", 100_000, "Øst", f"Prosjekt {key}")
    return verbs.life(key, "A life", call, form, *stretches, path=path)


def handed_in(call: Call, year: int) -> tuple[Act, ...]:
    form = application(call, "Arendal, Grimstad", 100_000, "Øst", "Prosjekt")
    return verbs.received(call, form, f"{year}-04-10 09:00")


def script_of(call: Call, *lives: Life) -> Script:
    return Script(allocations=(), calls=(call,), lives=lives)


def test_everything_happens_in_the_order_of_time() -> None:
    plan = moments(WHOLE, datetime(2027, 5, 4, 10, tzinfo=UTC))

    instants = [moment.at for moment in plan]
    assert instants == sorted(set(instants))
    everything = len(WHOLE.allocations) + len(WHOLE.calls) + sum(len(life.acts) for life in WHOLE.lives)
    assert sum(moment.size for moment in plan) == everything


def test_each_life_keeps_its_own_order_also_within_one_instant() -> None:
    done: dict[str, list[int]] = {life.key: [] for life in WHOLE.lives}
    for moment in moments(WHOLE):
        for life, acts in moment.acts:
            done[life.key] += [act.step for act in acts]

    assert done == {life.key: list(range(1, len(life.acts) + 1)) for life in WHOLE.lives}


def test_what_happens_at_the_same_instant_in_several_lives_is_one_moment() -> None:
    (together,) = [m for m in moments(WHOLE) if m.at == datetime(2026, 5, 18, 8, tzinfo=UTC)]

    assert len(together.acts) > 10


def test_the_look_is_a_moment_of_its_own_or_the_last_thing_of_one() -> None:
    at = datetime(2027, 5, 4, 10, tzinfo=UTC)

    assert [(m.at, m.size) for m in moments(WHOLE, at) if m.look] == [(at, 0)]
    assert not any(moment.look for moment in moments(WHOLE))


def test_a_life_that_goes_back_in_time_is_not_performed() -> None:
    call = a_call(2026)
    life = a_life(call, on("2026-04-10", HOST, c.Withdraw()), on("2026-04-09", HOST, c.Withdraw()))

    with pytest.raises(ValueError, match="one: goes back in time"):
        moments(script_of(call, life))


def test_a_life_does_not_begin_before_its_round_is_announced() -> None:
    call = a_call(2026)

    with pytest.raises(ValueError, match="one: begins before its round"):
        moments(script_of(call, a_life(call, on("2026-02-01", HOST, c.Withdraw()))))


def test_no_script_asks_what_day_it_is() -> None:
    asking = {"now", "today", "utcnow", "time"}
    pure = [file for file in (REPOSITORY / "cli" / "demonstration").glob("*.py") if file.stem not in _CLOCKED]

    found = [
        f"{file.name}:{node.lineno}"
        for file in pure
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in asking
    ]

    assert not found


#: The conductor turns case time into real time, and the performance stamps what arrives; nothing else may.
_CLOCKED: Final = {"conductor", "performance"}


@pytest.mark.parametrize("life", WHOLE.lives, ids=lambda life: life.key)
def test_each_application_is_one_that_its_rules_take(life: Life) -> None:
    errors = [
        found
        for found in formal_findings(life.form, calls.rules_of(life.call))
        if found.severity is Severity.ERROR
    ]

    assert not errors
    assert life.form.host in municipality_org_numbers()
    assert life.form.account is not None
    assert is_account_number(life.form.account.text or "")
    assert life.path[-1] in TERMINAL


def test_the_lives_are_those_that_were_asked_for() -> None:
    ends = {life.path[-1] for life in WHOLE.lives}
    planned = {act.refusal.code for life in WHOLE.lives for act in life.acts if act.refusal}
    offices = {call.round.office for call in WHOLE.calls}

    assert len(WHOLE.lives) >= 12
    assert len({life.key for life in WHOLE.lives}) == len(WHOLE.lives)
    assert ends == TERMINAL
    assert planned == {
        "application_not_acceptable",
        "choice_needs_reason",
        "claim_reply_awaited",
        "condition_not_met",
        "directorate_answer_missing",
        "frame_exceeded",
        "no_mandate",
        "notice_runs",
    }
    assert len(offices) >= 4
    assert {call.round.strand for call in WHOLE.calls} == set(Strand)
    assert {life.form.language for life in WHOLE.lives} == {"nb", "nn"}


def test_each_year_s_rules_are_lived_by_and_a_year_that_has_none() -> None:
    used = {life.call.round.rule_set for life in WHOLE.lives}

    assert used == {*load_rule_sets(), "2022-incomplete"}


def test_each_contradiction_that_a_case_can_show_is_shown() -> None:
    # A note on the programme's period, a reform that is history and a spelling are nothing that happens to a case.
    of_no_case = {"C10", "C15", "C16"}

    shown = {number for life in WHOLE.lives for number in life.shows}

    assert shown == {f"C{number}" for number in range(1, 17)} - of_no_case


def test_every_municipality_has_an_address_where_no_letter_arrives_and_an_account_that_passes() -> None:
    for found in municipalities().values():
        assert places.address(found).isascii()
        assert places.address(found).endswith(".example.no")
        assert is_account_number(places.account(found))


# --- the conductor and the performance ------------------------------------------------------------------------------


@pytest.fixture
async def house(
    postgres: EmbeddedPostgres, temporal_server: DevServer, tmp_path: Path
) -> AsyncIterator[House]:
    """A house on the session's servers, with the worker that real cases have and no standing workflows."""
    async with new_database(postgres) as database:
        client = await Client.connect(temporal_server.address, data_converter=CONVERTER)
        queue = f"test-{uuid.uuid4()}"
        async with compose(client, database.engine, {"SAKSGANG_HOME": str(tmp_path)}, queue):
            yield House(
                home=Home(tmp_path),
                engine=database.engine,
                door=Door(database.engine, client, queue),
                register=Register(database.engine),
            )


async def perform(house: House, script: Script) -> Performance:
    performance = Performance(house, Conductor(house.engine, house.door), lambda _at, _done: None)
    await performance.perform(moments(script), date.min)
    return performance


async def ending(house: House, performance: Performance, life: Life) -> Ending:
    async with house.engine.connect() as conn:
        return await judging.ending_of(conn, life, performance.lived[life.key])


@pytest.fixture(autouse=True)
def _ids_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cases of different tests share one engine, so their workflows must not share names."""
    monkeypatch.setattr("cli.demonstration.forms.IDS", uuid.uuid4())


@pytest.mark.parametrize("year", [2018, 2096])
async def test_the_conductor_stops_at_every_deadline_in_the_past_and_in_the_future(
    house: House, year: int
) -> None:
    call = a_call(year)
    back = c.ReturnForSupplement.model_validate(
        {"deficiencies": ["plan_missing"], "explanation": "Planen.", "last_day": date(year, 4, 30)}
    )
    life = a_life(
        call,
        handed_in(call, year),
        on(f"{year}-04-14", OFFICER, back),
        on(f"{year}-05-20", HOST, c.Withdraw()),
        path=(Stage.SUBMITTED, Stage.IN_ASSESSMENT, Stage.RETURNED, Stage.WITHDRAWN),
    )

    performance = await perform(house, script_of(call, life))

    async with house.engine.connect() as conn:
        assert await judging.rounds_problems(conn) == []
        (row,) = await queries.rounds(conn)
        of_round = await queries.history(conn, f"round:{row.round_id}")
        of_case = await queries.history(conn, f"case:{case_id_of(life)}")
    assert (await ending(house, performance, life)).problems == ()
    assert [entry.occurred_at for entry in of_round[1:]] == [
        datetime(min(year, 2026), 2, 16, 7, tzinfo=UTC),
        morning_of(date(year, 4, 1)),
        morning_of(date(year, 4, 12)),
        end_of_day(date(year, 4, 15)),
    ]
    assert {entry.cause: entry.occurred_at for entry in of_case if entry.cause} == {
        "supplement:1@-3d": morning_of(date(year, 4, 27)),
        "supplement:1@0d": end_of_day(date(year, 4, 30)),
    }


async def test_time_never_goes_back(house: House) -> None:
    conductor = Conductor(house.engine, house.door)
    later, earlier = datetime(2030, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
    await conductor.advance_to(later)
    await conductor.advance_to(earlier)

    answer = await house.door.receive(
        uuid.uuid4(), uuid.uuid4(), WHOLE.lives[0].actor(HOST), c.Withdraw(), real_now=datetime.now(UTC)
    )

    assert answer.status == "pending"
    async with house.engine.connect() as conn:
        oldest = await queries.inbox_pending_oldest(conn)
    assert oldest is not None
    assert later <= oldest < later + timedelta(minutes=1)


async def test_a_step_that_is_refused_stops_its_life_and_no_other(house: House) -> None:
    call = a_call(2026)
    path = (Stage.SUBMITTED, Stage.IN_ASSESSMENT, Stage.WITHDRAWN)
    wrong = a_life(
        call,
        handed_in(call, 2026),
        on("2026-04-14", LEADER, c.Grant()),
        on("2026-04-15", HOST, c.Withdraw()),
        path=path,
        key="wrong",
    )
    right = a_life(call, handed_in(call, 2026), on("2026-04-15", HOST, c.Withdraw()), path=path, key="right")

    performance = await perform(house, script_of(call, wrong, right))

    stopped, ended = await ending(house, performance, wrong), await ending(house, performance, right)
    (problem,) = stopped.problems
    assert problem.startswith("step 4 (grant, 2026-04-14): not_possible_now (T13): ")
    assert "Granting" in problem or "grant" in problem.partition("): ")[2]
    assert stopped.stage is Stage.IN_ASSESSMENT
    assert ended.as_planned


@pytest.mark.parametrize(
    ("who", "plan", "said"),
    [
        (HOST, refused("frame_exceeded"), "done, and should have been refused: frame_exceeded"),
        (OFFICER, refused("frame_exceeded"), "refused, but not as planned (frame_exceeded): "),
        (OFFICER, refused("written_request_missing", role="x"), "refused, but not as planned"),
    ],
)
async def test_a_planned_refusal_must_come_and_be_the_planned_one(
    house: House, who: Any, plan: Refusal, said: str
) -> None:
    call = a_call(2026)
    withdrawal = on("2026-04-14", who, c.Withdraw(), refusal=plan)
    life = a_life(call, handed_in(call, 2026), withdrawal, path=(Stage.SUBMITTED,))

    performance = await perform(house, script_of(call, life))

    (problem,) = (await ending(house, performance, life)).problems
    assert problem.startswith(f"step 4 (withdraw, 2026-04-14): {said}")


async def test_a_life_that_ends_elsewhere_is_named_with_all_that_differs(house: House) -> None:
    call = a_call(2026)
    plan = a_life(call, handed_in(call, 2026), path=(Stage.SUBMITTED, Stage.CLOSED))
    life = replace(plan, granted_kr=1, leaves=("Granted",), letters=("L05",))

    performance = await perform(house, script_of(call, life))

    assert (await ending(house, performance, life)).problems == (
        "went submitted → in_assessment, planned was submitted → closed",
        "is not finished: in_assessment",
        "was granted 0 øre, planned were 100",
        "its trail lacks Granted",
        "letter L05 did not leave",
    )


# --- what is shown --------------------------------------------------------------------------------------------------


def a_record(*problems: str) -> Record:
    life = WHOLE.lives[0]
    ended = Ending(
        life=life, case_no="SFIN-2021-1", stage=Stage.AUDITED, path=life.path, days=318, problems=problems
    )
    return Record(
        endings=(ended,),
        overdue=Overdue(as_of=date(2027, 5, 4), rows=(), tasks={}),
        frames=(),
        trail=Trail(events=1, streams=1, problems=()),
        delivered=Delivered(),
        commands=1,
        deadlines=1,
    )


def test_what_differs_from_the_plan_is_said_last_and_by_name() -> None:
    console = Console(record=True, width=160, file=io.StringIO())

    show(a_record("step 4 (grant, 2026-04-14): not_possible_now"), console)

    assert console.export_text().splitlines()[-2:] == [
        "0 of 1 cases ended where they should.",
        "✗ h2018: step 4 (grant, 2026-04-14): not_possible_now",
    ]


def test_a_life_that_must_be_overdue_and_is_not_on_the_leaders_table_is_a_problem() -> None:
    record = a_record()
    wanted = frozenset({record.endings[0].life.key})

    assert judging.overdue_problems(record.overdue, record.endings, wanted) == [
        "h2018 is not on the leader's table on 2027-05-04"
    ]


def test_rows_that_did_not_leave_and_files_that_are_missing_are_problems() -> None:
    assert judging.delivery_problems(Delivered(messages=3, message_files=2, undelivered=1)) == [
        "1 rows of the outbox did not leave",
        "3 messages left, and 2 files are there",
    ]


async def test_the_folder_goes_unless_it_is_kept() -> None:
    async with temporary_folder(keep=False) as gone:
        assert gone.is_dir()
    async with temporary_folder(keep=True) as kept:
        pass

    assert not gone.exists()
    assert kept.is_dir()
    kept.rmdir()


# --- the whole of it ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path, str]:
    """The demonstration as a person starts it, in a process whose settings point elsewhere and far away."""
    folder = tmp_path_factory.mktemp("demo")
    elsewhere = {
        "TMPDIR": str(folder),
        "TZ": "Pacific/Auckland",
        "DATABASE_URL": "postgresql://nobody@192.0.2.1/nothing",
        "TEMPORAL_ADDRESS": "192.0.2.1:7233",
        "SAKSGANG_SMTP_HOST": "192.0.2.1",
        "SAKSGANG_SMTP_SENDER": "post@example.no",
    }
    ended = subprocess.run(
        [sys.executable, "-m", "cli.demo", "--json", "--keep"],
        cwd=REPOSITORY,
        env=os.environ | elsewhere,
        capture_output=True,
        text=True,
        check=False,
        timeout=150,
    )
    assert ended.returncode == 0, ended.stderr + ended.stdout[-4000:]
    (kept,) = folder.iterdir()
    return json.loads(ended.stdout), kept, ended.stderr


@pytest.mark.timeout(160)
def test_the_whole_demonstration_ends_where_it_should(whole: tuple[dict[str, Any], Path, str]) -> None:
    shown, folder, errors = whole

    assert shown["problems"] == []
    assert shown["holds"]
    assert len(shown["cases"]) == len(WHOLE.lives)
    assert all(case["stage"] == case["expected"] and case["as_planned"] for case in shown["cases"])
    assert shown["trail"]["problems"] == []
    assert errors.strip() == f"Kept: {folder}"


@pytest.mark.timeout(160)
def test_the_readme_quotes_cases_as_they_ended(whole: tuple[dict[str, Any], Path, str]) -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    cases = {case["case_no"]: case for case in whole[0]["cases"]}

    quoted = re.findall(r"^(SF\w+-\d+-\d+)  (\S+) .* ([\d,]+)  \S.* (\w+) +✓$", readme, re.MULTILINE)

    assert len(quoted) > 10
    for case_no, municipality, granted, end in quoted:
        found = cases[case_no]
        said = (municipality, int(granted.replace(",", "")) * 100, end)
        assert said == (found["municipality"], found["granted_ore"], found["stage"]), case_no
    assert f"All {len(cases)} cases ended where they should." in readme


@pytest.mark.timeout(160)
def test_the_overdue_list_is_that_of_its_day(whole: tuple[dict[str, Any], Path, str]) -> None:
    overdue = whole[0]["overdue"]

    assert overdue["as_of"] == lives_nordland.OVERDUE_ON.isoformat()
    assert [(row["clock"], row["last_day"], row["tasks"]) for row in overdue["rows"]] == [
        ("report:2026", "2027-04-01", ["case_officer", "leader"])
    ]


@pytest.mark.timeout(160)
def test_no_frame_is_overspent_and_the_last_ten_thousand_were_refused(
    whole: tuple[dict[str, Any], Path, str],
) -> None:
    frames = {(row["office"], row["grant_year"], row["pot"]): row for row in whole[0]["frames"]}
    refusals = {case["key"]: case["refusals"] for case in whole[0]["cases"] if case["refusals"]}

    assert all(row["free_ore"] >= 0 for row in frames.values())
    assert frames["SFAG", 2026, "learning"]["free_ore"] == 0
    assert frames["SFTL", 2026, "leader"]["earmarked"]
    assert refusals["frame-2"] == ["frame_exceeded"]
    assert refusals["exactly"] == ["choice_needs_reason"]
    assert refusals["bare-2026"] == ["application_not_acceptable", "condition_not_met"]


@pytest.mark.timeout(160)
def test_messages_and_payment_orders_lie_in_its_own_folder(
    whole: tuple[dict[str, Any], Path, str],
) -> None:
    shown, folder, _ = whole
    letters = [_text(file) for file in (folder / "spool").glob("*.eml")]

    assert len(letters) == shown["delivered"]["messages"]
    assert len(list((folder / "payments").glob("*.json"))) == shown["delivered"]["payment_orders"] == 28
    assert shown["delivered"]["undelivered"] == 0
    assert sum("Tilskotet skal rapporterast" in letter for letter in letters) == 2
    assert sum("Dere skal levere regnskap bekreftet av revisor" in letter for letter in letters) == 1
    assert sum("Statsforvaltaren i Vestland" in letter for letter in letters) > 20
    assert not any("Statsforvalteren i Vestland" in letter for letter in letters)


def _text(file: Path) -> str:
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    return f"{message['subject']}\n{message.get_content()}"


def test_the_signature_is_the_one_the_command_line_calls() -> None:
    assert list(inspect.signature(demo.run_demo).parameters)[:2] == ["json_output", "as_of"]


def test_ids_come_from_names() -> None:
    assert new_id("case one") == new_id("case one") != new_id("case two")
