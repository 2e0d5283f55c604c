"""`saksgang rules`: what scripts are given, what people read, and which exit status says what."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert
from typer.testing import CliRunner, Result

from cli.environment import Environment
from cli.main import app
from deploy.local.home import Home
from deploy.local.postgres import EmbeddedPostgres
from domain.rulebook.values import values
from storage import tables
from storage.rulesets import load_incomplete_rule_sets, load_rows, load_rule_sets, rule_set_text
from tests.databases import new_database
from tests.storage.test_rule_use import a_round

KEYS = ["2018-hordaland", "2021-bufdir", "2021-innlandet", "2023-bufdir", "2026-bufdir"]


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """A folder in which nothing runs: the rule book needs no database."""
    return Environment(environ={}, home=Home(tmp_path))


@pytest.fixture
def rules(environment: Environment) -> "Rules":
    return Rules(environment)


class Rules:
    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __call__(self, *words: object) -> Result:
        result = CliRunner().invoke(app, ["rules", *map(str, words)], obj=self._environment)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def json(self, *words: object) -> Any:
        result = self(*words, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)


# --- list, show, diff ------------------------------------------------------------------------------------------------


def test_the_list_has_the_five_rule_sets_and_nothing_else(rules: Rules) -> None:
    assert rules.json("list") == [
        {"key": "2018-hordaland", "year": 2018, "source_incomplete": True},
        {"key": "2021-bufdir", "year": 2021, "source_incomplete": True},
        {"key": "2021-innlandet", "year": 2021, "source_incomplete": True},
        {"key": "2023-bufdir", "year": 2023, "source_incomplete": True},
        {"key": "2026-bufdir", "year": 2026, "source_incomplete": False},
    ]


def test_a_person_also_reads_which_years_have_no_source(rules: Rules) -> None:
    text = rules("list").stdout

    assert all(key in text for key in KEYS)
    assert "2022-incomplete" in text


@pytest.mark.parametrize("key", [*KEYS, *load_incomplete_rule_sets()])
def test_a_rule_set_is_shown_whole(rules: Rules, key: str) -> None:
    shape = rules.json("show", key)
    known = {**load_rule_sets(), **load_incomplete_rule_sets()}[key]

    assert [one["key"] for one in shape["values"]] == [value.key for value in values(known)]
    assert shape["silent"] == [one["key"] for one in shape["values"] if one["silent"]]
    assert all(one["name"] and one["rule"] for one in shape["values"])
    rows = load_rows()
    assert all(one["section"] == rows[one["rule"]].section for one in shape["values"] if one["rule"] in rows)


def test_a_shown_value_has_its_rule_its_source_and_its_words(rules: Rules) -> None:
    shape = rules.json("show", "2026-bufdir")

    (limit,) = [one for one in shape["values"] if one["key"] == "reporting.threshold_kr"]
    assert limit == {
        "key": "reporting.threshold_kr",
        "name": "grensen for rapportering",
        "value": 1_000_000,
        "silent": False,
        "rule": "R26-52",
        "source": "Retningslinjer for tilskudd til kommunale læringsnettverk og barnevernsledernettverk",
        "section": "3",
        "quote": "rapportere på tilskudd som utgjør mer enn 1 million",
        "note": "",
    }
    assert shape["compared_with"] == "2023-bufdir"
    assert "strands.learning.checks.plan" in [one["key"] for one in shape["differences"]]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "nb",
            (
                "grensen for rapportering",
                "kr 1 000 000",
                "R26-52",
                "Det kilden ikke sier noe om",
                "Annerledes enn",
            ),
        ),
        (
            "nn",
            (
                "grensa for rapportering",
                "kr 1 000 000",
                "R26-52",
                "Det kjelda ikkje seier noko om",
                "Annleis enn",
            ),
        ),
        (
            "en",
            (
                "limit for reports",
                "NOK 1,000,000",
                "R26-52",
                "What the source does not say",
                "Other than 2023-bufdir",
            ),
        ),
    ],
)
def test_a_person_reads_it_in_their_language(rules: Rules, lang: str, words: tuple[str, ...]) -> None:
    text = rules("show", "2026-bufdir", "--lang", lang).stdout.replace("\xa0", " ")

    assert [word for word in words if word not in text] == []
    assert "«rapportere på tilskudd som utgjør mer enn 1" in text
    assert "none" not in text


@pytest.mark.parametrize("key", [*KEYS, *load_incomplete_rule_sets()])
@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_rule_set_can_be_read_in_every_language(rules: Rules, key: str, lang: str) -> None:
    assert rules("show", key, "--lang", lang).exit_code == 0


def test_a_year_without_a_source_shows_what_offices_pages_say_of_it(rules: Rules) -> None:
    shape = rules.json("show", "2019-incomplete")

    assert {"about": "use_deadline_years_after", "words": "31.12 of next year"} in shape["known"]
    assert "31.12 of next year" in rules("show", "2019-incomplete").stdout
    assert rules.json("show", "2026-bufdir")["known"] == []


def test_what_differs_between_two_rule_sets(rules: Rules) -> None:
    shape = rules.json("diff", "2021-bufdir", "2026-bufdir")

    changed = {one["key"]: one for one in shape["differences"]}
    assert (shape["before"], shape["after"]) == ("2021-bufdir", "2026-bufdir")
    plan = changed["strands.learning.checks.plan"]
    assert (plan["before"]["value"], plan["before"]["rule"]) == ("error", "B21-15")
    assert (plan["after"]["value"], plan["after"]["rule"]) == ("warning", "R26-23")
    assert changed["pots.leader"]["before"] is None


def test_a_difference_is_read_side_by_side(rules: Rules) -> None:
    lines = rules("diff", "2021-bufdir", "2026-bufdir").stdout.splitlines()

    (plan,) = [line for line in lines if line.startswith("plan for arbeidet")]
    assert "må (B21-15)" in plan
    assert "bør (R26-23)" in plan


def test_a_strand_that_only_one_of_them_has_is_told_once(rules: Rules) -> None:
    text = rules("diff", "2023-bufdir", "2026-bufdir").stdout

    assert text.count("barnevernsledernettverk, øremerket (R26-06)") == 1
    assert "fast arena for lederne" not in text


def test_a_rule_set_and_itself_do_not_differ(rules: Rules) -> None:
    assert rules.json("diff", "2026-bufdir", "2026-bufdir")["differences"] == []
    assert "Ingen forskjell." in rules("diff", "2026-bufdir", "2026-bufdir").stdout


@pytest.mark.parametrize(
    "words", [("show", "2027-bufdir"), ("diff", "2026-bufdir", "x"), ("show",), ("nonsense",)]
)
def test_what_there_is_not_is_unusable(rules: Rules, words: tuple[str, ...]) -> None:
    assert rules(*words).exit_code == 2


def test_an_unknown_key_is_told_with_those_there_are(rules: Rules) -> None:
    result = rules("show", "2027-bufdir", "--json")

    assert json.loads(result.stdout)["outcome"] == "unusable"
    assert all(key in result.stderr for key in KEYS)


# --- duty, deadlines, appeal-due ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "basis", "reporting", "audit"),
    [
        (["2026-bufdir", 999_999], 999_999, "none", "none"),
        (["2026-bufdir", 1_000_000], 1_000_000, "choice", "choice"),
        (["2026-bufdir", 1_000_001], 1_000_001, "statutory", "required"),
        (["2026-bufdir", 400_000, 400_000, 400_000], 1_200_000, "statutory", "collected"),
        (["2026-bufdir", 400_000, 400_000, 400_000, "--ended-early"], 1_200_000, "statutory", "required"),
        (["2026-bufdir", 300_000, "--reporting-required"], 300_000, "discretionary", "none"),
        (
            ["2026-bufdir", 800_000, "--ended-early", "--reporting-required"],
            800_000,
            "discretionary",
            "required",
        ),
        (["2026-bufdir", 800_000, "--ended-early"], 800_000, "none", "none"),
        (["2026-bufdir", 1_000_000, "--ended-early"], 1_000_000, "choice", "none"),
        (["2021-innlandet", 200_000], 200_000, "statutory", "none"),
        (["2021-innlandet", 200_001], 200_001, "statutory", "required"),
        (["2018-hordaland", 650_000], 650_000, "unknown", "unknown"),
        (["2021-bufdir", 650_000], 650_000, "unknown", "unknown"),
        (["2023-bufdir", 9_000_000], 9_000_000, "unknown", "unknown"),
    ],
)
def test_duty(rules: Rules, words: list[Any], basis: int, reporting: str, audit: str) -> None:
    key, *rest = words
    grants = [part for one in rest if isinstance(one, int) for part in ("--grant", one)]
    flags = [one for one in rest if not isinstance(one, int)]

    shape = rules.json("duty", "--ruleset", key, *grants, *flags)

    assert list(shape) == ["basis", "reporting", "audit", "reasons"]
    assert (shape["basis"], shape["reporting"], shape["audit"]) == (basis, reporting, audit)
    assert all(list(reason) == ["rule", "text"] and reason["text"] for reason in shape["reasons"])


def test_the_reasons_are_said_in_the_reader_s_language(rules: Rules) -> None:
    words = ("duty", "--ruleset", "2026-bufdir", "--grant", 1_200_000)

    said = [
        rules.json(*words, "--lang", lang)["reasons"][0]["text"].replace("\xa0", " ")
        for lang in ("nb", "nn", "en")
    ]

    assert said == [
        "kr 1 200 000 er mer enn kr 1 000 000: tilskuddet skal rapporteres.",
        "kr 1 200 000 er meir enn kr 1 000 000: tilskotet skal rapporterast.",
        "NOK 1,200,000 is more than NOK 1,000,000: the grant must be reported.",
    ]
    assert "R26-52" in rules(*words).stdout


@pytest.mark.parametrize("grant", ["0", "-1", "1.5", "mye", "10000000000"])
def test_a_grant_that_is_none_is_unusable(rules: Rules, grant: str) -> None:
    assert rules("duty", "--ruleset", "2026-bufdir", "--grant", grant).exit_code == 2


def test_duty_needs_a_grant_and_a_rule_set(rules: Rules) -> None:
    assert rules("duty", "--ruleset", "2026-bufdir").exit_code == 2
    assert rules("duty", "--grant", "1").exit_code == 2
    assert rules("duty", "--ruleset", "x", "--grant", "1").exit_code == 2


def test_deadlines_are_the_last_second_inside(rules: Rules) -> None:
    shape = rules.json("deadlines", "--ruleset", "2026-bufdir", "--grant-year", 2026)

    assert shape["use_within"] == "2026-12-31T22:59:59Z"
    assert shape["use_deadline"] == "2027-12-31T22:59:59Z"
    assert shape["in_force"] is True
    assert (
        "31.12.2027 (R26-32)" in rules("deadlines", "--ruleset", "2026-bufdir", "--grant-year", 2026).stdout
    )


def test_where_the_source_is_silent_there_is_no_deadline(rules: Rules) -> None:
    shape = rules.json("deadlines", "--ruleset", "2023-bufdir", "--grant-year", 2023)

    assert (shape["use_within"], shape["use_deadline"], shape["rules"]["use_deadline"]) == (
        None,
        None,
        "W23-19",
    )


def test_another_year_s_money_is_shown_with_a_warning(rules: Rules) -> None:
    words = ("deadlines", "--ruleset", "2021-innlandet", "--grant-year", 2022)

    assert rules.json(*words)["in_force"] is False
    assert rules.json(*words)["use_deadline"] == "2023-12-31T22:59:59Z"
    assert "2021-innlandet gjelder 2021, ikke 2022" in rules(*words).stdout


@pytest.mark.parametrize("year", ["1999", "2100", "i fjor"])
def test_a_year_that_cannot_be_meant_is_unusable(rules: Rules, year: str) -> None:
    assert rules("deadlines", "--ruleset", "2026-bufdir", "--grant-year", year).exit_code == 2


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-02", "2026-11-23"),
        ("2026-12-04", "2026-12-28"),
        ("2026-12-05", "2026-12-28"),
        ("2026-12-11", "2027-01-04"),
        ("2026-03-12", "2026-04-07"),
        ("2027-04-26", "2027-05-18"),
    ],
)
def test_appeal_due(rules: Rules, received: str, due: str) -> None:
    assert rules.json("appeal-due", "--received", received) == {"due": due}


@pytest.mark.parametrize("received", ["2026-13-01", "2026-02-29", "1.2.2026", "20260201", ""])
def test_a_day_that_is_none_is_unusable(rules: Rules, received: str) -> None:
    assert rules("appeal-due", "--received", received).exit_code == 2


# --- preview -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def next_year(tmp_path: Path) -> Path:
    """Guidelines for 2027 that raise the limit, in a key of their own."""
    text = rule_set_text("2026-bufdir")
    for old, new in (
        ('key = "2026-bufdir"', 'key = "2027-bufdir"'),
        ("grant_year = 2026", "grant_year = 2027"),
        ("valid_from = 2026-01-01\nvalid_to = 2026-12-31", "valid_from = 2027-01-01\nvalid_to = 2027-12-31"),
        (
            'threshold_kr = { value = 1_000_000, rule = "R26-52"',
            'threshold_kr = { value = 1_500_000, rule = "R27-52"',
        ),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    file = tmp_path / "2027-bufdir.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_new_year_s_file_touches_nothing_that_is_open_and_says_what_new_rounds_would_do(
    rules: Rules, next_year: Path
) -> None:
    shape = rules.json("preview", next_year)

    assert (shape["key"], shape["year"], shape["compared_with"]) == ("2027-bufdir", 2027, "2026-bufdir")
    assert [(one["key"], one["before"]["value"], one["after"]["value"]) for one in shape["differences"]] == [
        ("reporting.threshold_kr", 1_000_000, 1_500_000)
    ]
    assert shape["touched"] == {"rounds": 0, "cases": 0}
    assert shape["pinned"] is None
    assert shape["missing_rows"] == ["R27-52"]
    assert shape["unsettled"] == []


def test_a_person_reads_the_preview(rules: Rules, next_year: Path) -> None:
    text = rules("preview", next_year).stdout.replace("\xa0", " ")

    assert "kr 1 000 000 (R26-52)" in text
    assert "kr 1 500 000 (R27-52)" in text
    assert "ingen. De er festet" in text
    assert "Databasen svarer ikke" in text


def test_a_changed_file_is_compared_with_the_one_it_takes_the_place_of(rules: Rules, tmp_path: Path) -> None:
    file = tmp_path / "changed.toml"
    file.write_text(rule_set_text("2021-innlandet").replace("200_000", "100_000", 1), "utf-8")

    shape = rules.json("preview", file)

    assert shape["compared_with"] == "2021-innlandet"
    assert [one["key"] for one in shape["differences"]] == ["audit.threshold_kr"]


def test_a_file_that_leaves_open_what_a_round_must_know_says_so(rules: Rules, tmp_path: Path) -> None:
    file = tmp_path / "2023-bufdir.toml"
    file.write_text(rule_set_text("2023-bufdir"), "utf-8")

    assert rules.json("preview", file)["unsettled"] == ["use.deadline_years_after", "unspent_repaid"]
    assert "før en person har fylt inn" in rules("preview", file).stdout


def test_a_file_with_mistakes_is_unusable_and_names_them(rules: Rules, tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(rule_set_text("2026-bufdir").replace("grant_year = 2026", "grant_yaer = 2026"), "utf-8")

    result = rules("preview", file)

    assert result.exit_code == 2
    assert "grant_yaer: ukjent nøkkel" in result.stderr
    assert "grant_year: nøkkelen mangler" in result.stderr
    assert rules("preview", tmp_path / "nowhere.toml").exit_code == 2


async def test_where_a_database_answers_what_is_open_is_counted(
    postgres: EmbeddedPostgres, tmp_path: Path, next_year: Path
) -> None:
    async with new_database(postgres) as database:
        environment = Environment(environ={"DATABASE_URL": database.service_dsn}, home=Home(tmp_path))

        shape = await asyncio.to_thread(Rules(environment).json, "preview", next_year)
        read = await asyncio.to_thread(Rules(environment), "preview", next_year)

    assert shape["pinned"] == {"rounds": 0, "cases": 0}
    assert "Åpne runder: 0. Saker som ikke er avsluttet: 0." in read.stdout


@pytest.fixture
def stricter_year(next_year: Path) -> Path:
    """Next year's file, which asks for a plan."""
    text = next_year.read_text("utf-8")
    next_year.write_text(text.replace('plan = { value = "warning"', 'plan = { value = "error"'), "utf-8")
    return next_year


async def test_a_preview_says_which_rounds_with_an_office_s_own_demands_could_open_again(
    postgres: EmbeddedPostgres, tmp_path: Path, stricter_year: Path
) -> None:
    rows = [
        a_round(number, state={"override": asking(key, value)}, finished=True)
        for number, (key, value) in enumerate(
            [
                ("strands.learning.checks.plan", "error"),
                ("strands.learning.checks.plan", "warning"),
                ("strands.learning.checks.gone", "error"),
            ],
            start=1,
        )
    ]
    async with new_database(postgres) as database:
        async with database.engine.begin() as conn:
            await conn.execute(insert(tables.round_), rows)
        environment = Environment(environ={"DATABASE_URL": database.service_dsn}, home=Home(tmp_path))

        shape = await asyncio.to_thread(Rules(environment).json, "preview", stricter_year)
        read = await asyncio.to_thread(Rules(environment), "preview", stricter_year)

    assert [(one["round"], one["holds"], one.get("code")) for one in shape["overrides"]] == [
        ("SFIN-2026-R1", True, None),
        ("SFIN-2026-R2", False, "may_only_tighten"),
        ("SFIN-2026-R3", False, None),
    ]
    assert "SFIN-2026-R1 kan åpnes likt igjen" in read.stdout
    assert "SFIN-2026-R2: Runden kan ikke be om mindre enn regelverket" in read.stdout
    assert "SFIN-2026-R3 setter noe som disse reglene ikke har" in read.stdout


def asking(key: str, value: str) -> dict[str, Any]:
    """Return what an office asks for in a round, as it is stored."""
    setting = {"key": key, "value": value, "reason": "Erfaring"}
    return {"document": "Utlysing 2026", "settings": [setting]}
