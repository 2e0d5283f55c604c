"""What cannot be used is refused with the name of the field, by exit status 2, and leaves nothing behind."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import EXAMPLES, Terminal
from tests.domain.applications import learning

SUBMIT = ("--round", "SFIN-2026-R1")
OFFICER = ("--as", "case_officer@SFIN")


def changed(**changes: Any) -> bytes:
    return json.dumps(learning() | changes).encode()


def deep() -> bytes:
    return b"[" * 100_000


BAD_APPLICATIONS: dict[str, tuple[bytes, str]] = {
    "unknown field": (changed(colour="blue"), "colour: ukjent nøkkel"),
    "unknown field inside": (
        changed(contact={"name": "R", "email": "a@b.no", "age": 3}),
        "contact.age: ukjent nøkkel",
    ),
    "missing field": (
        json.dumps({k: v for k, v in learning().items() if k != "host"}).encode(),
        "host: nøkkelen mangler",
    ),
    "wrong type": (changed(applied_kr="400000"), "applied_kr: "),
    "a list where a table should be": (changed(network=[]), "network: må være en tabell av nøkler"),
    "an amount below zero": (changed(own_funding_kr=-1), "own_funding_kr: "),
    "an amount of eleven digits": (changed(applied_kr=10_000_000_000), "applied_kr: "),
    "an amount with decimals": (changed(applied_kr=400_000.5), "applied_kr: "),
    "a day that does not exist": (
        changed(local_risk_assessment={"day": "2026-02-30", "summary": "Kort."}),
        "local_risk_assessment.day: ",
    ),
    "a number for a day": (
        changed(local_risk_assessment={"day": 1_767_225_600, "summary": "Kort."}),
        "local_risk_assessment.day: er ingen dag",
    ),
    "a year that cannot be meant": (
        changed(local_risk_assessment={"day": "1826-02-01", "summary": "Kort."}),
        "local_risk_assessment.day: ",
    ),
    "an organisation number with a wrong check digit": (changed(host="970540009"), "host: "),
    "a sealed text from outside": (
        changed(network_leader={"ref": "a", "digest": "b"}),
        "network_leader: må være tekst",
    ),
    "half a sign of an emoji": (
        changed(network={"name": "NAME"}).replace(b"NAME", b"\\ud800"),
        "network.name: ",
    ),
    "a NUL": (
        changed(network={"name": "NAME"}).replace(b"NAME", b"a\\u0000b"),
        "network.name: inneholder styretegn",
    ),
    "a key given twice": (changed().replace(b'"host":', b'"host": "970540008", "host":', 1), "nøkkelen host"),
    "broken UTF-8": (b'{"strand": "l\xe6ring"}', "er ikke UTF-8 fra byte"),
    "no JSON": (b"strand = learning", "er ikke JSON"),
    "nothing": (b"", "er ikke JSON"),
    "too deep": (deep(), "er ikke JSON"),
    "a number of five thousand digits": (b'{"applied_kr": ' + b"9" * 5_000 + b"}", "er ikke JSON"),
}


@pytest.mark.parametrize("name", BAD_APPLICATIONS)
async def test_a_bad_application_is_named_and_nothing_is_stored(
    unchanged: Terminal, tmp_path: Path, name: str
) -> None:
    content, problem = BAD_APPLICATIONS[name]
    file = tmp_path / "application.json"
    file.write_bytes(content)
    before = await unchanged.stored()

    result = await unchanged("submit", file, *SUBMIT)

    assert result.exit_code == 2, result.output
    assert problem in result.stderr
    assert result.stdout == ""
    assert await unchanged.stored() == before


async def test_a_file_of_fifty_megabytes_is_not_read_to_its_end(unchanged: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as sparse:
        sparse.truncate(50_000_000)
    before = await unchanged.stored()

    results = [
        await unchanged("submit", file, *SUBMIT),
        await unchanged("submit", "-", *SUBMIT, stdin=bytes(2_000_000)),
        await unchanged("submit", EXAMPLES / "application-2026-hedmarken.json", *SUBMIT, "--original", file),
        await unchanged("round", "open", file, "--as", "leader@SFIN"),
    ]

    assert [result.exit_code for result in results] == [2, 2, 2, 2]
    assert "større enn 1 MB" in results[0].stderr
    assert "større enn 20 MB" in results[2].stderr
    assert await unchanged.stored() == before


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        (["assign", "officer=a", "colour=blue"], "colour: ukjent nøkkel"),
        (["assign"], "officer: nøkkelen mangler"),
        (["assign", "officer"], "--set officer: skriv NØKKEL=VERDI"),
        (["assign", "officer=a", "officer=b"], "officer: står to ganger"),
        (["recommend", "grant=kanskje", "reason=x"], "grant: "),
        (["recommend", "grant=ja", "reason=x", "amount_kr=-5"], "amount_kr: kan ikke være under null"),
        (["recommend", "grant=ja", "reason=x", "amount_ore=-5"], "amount_ore: "),
        (["recommend", "grant=ja", "reason=x", "amount_kr=10000000000"], "amount_kr: har flere enn ti siffer"),
        (["recommend", "grant=ja", "reason=x", "amount_kr=mye"], "amount_kr: må være kroner"),
        (["recommend", "grant=ja", "reason=x", "terms.colour=blue"], "terms.colour: ukjent nøkkel"),
        (["recommend", "grant=ja", "reason=x", "terms.reporting=litt"], "terms.reporting: "),
        (["recommend", "grant=ja", "reason=x", "reason.ref=a"], "reason"),
        (["return_for_supplement", "deficiencies=plan_missing", "explanation=x", "last_day=2026-02-29"], "last_day: den dagen finnes ikke"),
        (["decide_claim", "claim=1", "due_day=20270101"], "due_day: er ingen dag"),
        (["decide_claim", "claim=en", "due_day=2027-01-01"], "claim: må være et heltall"),
        (["assess", "answers.purpose=Kanskje, ja", "proposed_kr=1"], "answers.purpose: skriv Ja eller Nei"),
        (["assess", "answers.purpose=Ja", "proposed_kr=1"], "answers.purpose: skriv Ja eller Nei"),
        (["confirm_account", "account.ref=a", "account.digest=b"], "account: må være tekst"),
        (["no_such_command"], "no_such_command er ingen kommando her"),
        (["submit"], "submit er ingen kommando her"),
        (["note_project_duty"], "note_project_duty er ingen kommando her"),
    ],
)  # fmt: skip
async def test_a_bad_setting_is_named_and_nothing_is_stored(
    unchanged: Terminal, settings: list[str], problem: str
) -> None:
    before = await unchanged.stored()
    name, *pairs = settings

    result = await unchanged(
        "case",
        "do",
        name,
        "--id",
        "SFIN-2026-1",
        *OFFICER,
        *(word for pair in pairs for word in ("--set", pair)),
    )

    assert result.exit_code == 2, result.output
    assert problem in result.stderr
    assert await unchanged.stored() == before


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'{"officer": "a\\u0000b"}', "officer: inneholder styretegn"),
        (b'{"officer": "a", "kind": "dismiss"}', "kind: "),
        (b'{"officer": "a", "officer": "b"}', "nøkkelen officer står to ganger"),
        (b'["a"]', "må være en tabell av nøkler"),
        (b"\xff", "er ikke UTF-8"),
    ],
)
async def test_a_bad_body_is_named(unchanged: Terminal, content: bytes, problem: str) -> None:

    result = await unchanged(
        "case", "do", "assign", "--id", "SFIN-2026-1", *OFFICER, "--file", "-", stdin=content
    )

    assert result.exit_code == 2
    assert problem in result.stderr


async def test_a_number_of_seconds_is_no_day_in_a_body(unchanged: Terminal) -> None:
    result = await unchanged(
        "case", "do", "decide_claim", "--id", "SFIN-2026-1", "--as", "leader@SFIN", "--file", "-",
        stdin='{"claim": 1, "due_day": 1767225600}',
    )  # fmt: skip

    assert result.exit_code == 2
    assert "due_day: er ingen dag" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("case", "show", "SFIN-2026-99"),
        ("case", "show", "a\0b"),
        ("case", "history", "SFIN-2026-99"),
        ("case", "do", "grant", "--id", "SFIN-2026-99", *OFFICER),
        ("case", "do", "grant", *OFFICER),
        ("case", "list", "--after", "nonsense"),
        ("round", "show", "SFIN-2026-R9"),
        ("submit", EXAMPLES / "application-2026-hedmarken.json", "--round", "SFIN-2026-R9"),
        ("submit", "no-such-file.json", *SUBMIT),
        ("overdue", "--as-of", "2026-02-30"),
        ("tasks", "--office", "SFXX"),
        ("tasks", "--role", "boss"),
        ("trail", "verify", "--case", "SFIN-2026-99"),
        ("case", "command", "not-a-uuid"),
        ("case", "list", "--limit", "0"),
        ("case", "list", "--no-such-option"),
    ],
)
async def test_what_is_not_there_is_unusable(unchanged: Terminal, words: tuple[str, ...]) -> None:
    result = await unchanged(*words)

    assert result.exit_code == 2
    assert result.stderr
    assert result.stdout == ""


async def test_in_json_the_problems_are_listed_too(unchanged: Terminal) -> None:

    answer = await unchanged.json("case", "do", "assign", "--id", "SFIN-2026-1", *OFFICER, status=2)

    assert answer == {"outcome": "unusable", "problems": ["officer: nøkkelen mangler"]}


async def test_what_a_person_typed_cannot_steer_the_terminal(unchanged: Terminal) -> None:
    result = await unchanged("case", "show", "SFIN\x1b[2J")

    assert result.exit_code == 2
    assert "\x1b" not in result.stderr


MANDATE = (
    'office = "SFIN"\ngrant_year = 2026\nreference = "26/1"\n[[frames]]\npot = "learning"\namount_kr = 1\n'
)
ROUND = (
    'office = "SFIN"\ngrant_year = 2026\nstrand = "learning"\nrule_set = "2026-bufdir"\ntitle = "Runde"\n'
    'form_version = "1"\nopens = "2026-02-20"\ndeadline = "2026-06-01T23:59"\n'
    '[[criteria]]\nkey = "purpose"\nnb = "Formål"\nnn = "Formål"\n'
)
OVERRIDE = '[override]\ndocument = "Utlysing"\nsettings = []'
ASKING = OVERRIDE.replace(
    "[]", '[{ key = "strands.learning.checks.plan", value = "error", reason = "Erfaring" }]'
)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("amount_kr = 1", "amount_kr = -1", "frames[0].amount_kr: "),
        ("amount_kr = 1", "amount_kr = 10_000_000_000", "frames[0].amount_kr: "),
        ("amount_kr = 1", "amount_kr = 0.5", "frames[0].amount_kr: "),
        ("amount_kr = 1", "amount_kr = 1\ncolour = 1", "frames[0].colour: ukjent nøkkel"),
        ('"SFIN"', '"SFXX"', "office: må være SFAG"),
        ("2026\n", "1926\n", "grant_year: "),
        ('reference = "26/1"\n', "", "reference: nøkkelen mangler"),
        ("[[frames]]", "[frames]", "frames: må være en liste"),
        ("office", "office = 1\noffice", "er ikke TOML"),
    ],
)
async def test_a_bad_mandate_is_named(
    unchanged: Terminal, tmp_path: Path, old: str, new: str, problem: str
) -> None:
    await _is_unusable(unchanged, tmp_path, ("mandate", "set"), MANDATE.replace(old, new, 1), problem)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("06-01T23:59", "06-31T23:59", "deadline: det minuttet finnes ikke"),
        ("06-01T23:59", "06-01T25:59", "deadline: det minuttet finnes ikke"),
        ('"2026-02-20"', '"i morgen"', "opens: er verken et minutt"),
        ('"2026-02-20"', '"2026-03-29T02:30"', "opens: det minuttet finnes ikke på norske klokker"),
        ('"2026-02-20"', "2026-02-20T08:00:00Z", "opens: skriv norsk klokkeslett"),
        ('"2026-02-20"', "20260220", "opens: er verken et minutt"),
        ('"2026-02-20"', '"1926-02-20"', "opens: året må være fra"),
        ('"learning"', '"fishing"', "strand: "),
        ("office =", 'addresses = ["not an address"]\noffice =', "addresses[0]: "),
        ("[[criteria]]", "[[criteria]]\ncolour = 1", "criteria[0].colour: ukjent nøkkel"),
        ("[[criteria]]", "[override]\n[[criteria]]", "override.document: nøkkelen mangler"),
        ("[[criteria]]", f"{OVERRIDE}\n[[criteria]]", "override.settings: må ha minst 1"),
        (
            "[[criteria]]",
            f"{ASKING.replace('.plan', '.pan')}\n[[criteria]]",
            "override: strands.learning.checks.pan: ukjent nøkkel",
        ),
        (
            "[[criteria]]",
            f"{ASKING.replace('error', 'loud')}\n[[criteria]]",
            "override: strands.learning.checks.plan.value: må være error",
        ),
    ],
)
async def test_a_bad_round_is_named(
    unchanged: Terminal, tmp_path: Path, old: str, new: str, problem: str
) -> None:
    await _is_unusable(unchanged, tmp_path, ("round", "open"), ROUND.replace(old, new, 1), problem)


async def _is_unusable(
    unchanged: Terminal, tmp_path: Path, command: tuple[str, str], content: str, problem: str
) -> None:
    file = tmp_path / "given.toml"
    file.write_text(content, "utf-8")
    before = await unchanged.stored()

    result = await unchanged(*command, file, "--as", "leader@SFIN")

    assert result.exit_code == 2, result.output
    assert problem in result.stderr
    assert await unchanged.stored() == before


async def test_a_plain_way_to_a_database_on_another_machine_is_no_way(terminal: Terminal) -> None:
    environ = {"DATABASE_URL": "postgresql://a:h3mmelig@db.example/saksgang"}
    away = replace(terminal, environment=replace(terminal.environment, environ=environ))

    result = await away("tasks")

    assert result.exit_code == 2
    assert "sslmode=verify-full" in result.output
    assert "h3mmelig" not in result.output
