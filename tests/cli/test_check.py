"""`saksgang check`: the answer's exact shape, the exit status, the rules it chooses, and ten thousand files."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from cli.environment import Environment
from cli.main import app
from deploy.local.home import Home
from tests.domain.applications import HAMAR, learning

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
WHOLE = EXAMPLES / "application-2026-hedmarken.json"
LACKING = EXAMPLES / "application-2026-kongsvinger-mangler.json"
WARNED = EXAMPLES / "application-2026-lillehammer.json"
LEADER = EXAMPLES / "application-2026-leder-valdres.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def check(tmp_path: Path) -> "Check":
    return Check(Environment(environ={}, home=Home(tmp_path)))


class Check:
    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __call__(self, *words: object, stdin: bytes | None = None) -> Result:
        result = CliRunner().invoke(app, ["check", *map(str, words)], input=stdin, obj=self._environment)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def json(self, *words: object, status: int = 0) -> Any:
        result = self(*words, "--json")
        assert result.exit_code == status, result.output
        return json.loads(result.stdout)


def written(folder: Path, name: str, **changes: Any) -> Path:
    """Write a whole learning application with *changes* into *folder*."""
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}.json"
    file.write_text(json.dumps(learning() | changes), "utf-8")
    return file


def project(first: int, last: int) -> dict[str, Any]:
    base: dict[str, Any] = learning()["project"]
    return base | {"first_year": first, "last_year": last}


def test_an_application_that_lacks_nothing_is_acceptable(check: Check) -> None:
    shape = check.json(WHOLE)

    assert [shape[name] for name in ("ruleset", "acceptable", "findings")] == ["2026-bufdir", True, []]


def test_one_that_lacks_what_it_must_have_is_not(check: Check) -> None:
    shape = check.json(LACKING, status=1)

    assert list(shape) == ["ruleset", "acceptable", "findings", "allowed"]
    assert shape["acceptable"] is False
    assert shape["findings"][0] == {
        "severity": "error",
        "rule": "R26-10",
        "field": "services",
        "message": "Nettverket har 1 barnevernstjenester, og må ha minst 2. En interkommunal tjeneste teller som én.",
        "mend": "Ta med flere barnevernstjenester i nettverket.",
    }
    assert {one["severity"] for one in shape["findings"]} == {"error", "warning", "hint"}


def test_warnings_and_hints_do_not_stop_an_application(check: Check) -> None:
    shape = check.json(WARNED)

    assert shape["acceptable"] is True
    assert {one["severity"] for one in shape["findings"]} == {"warning", "hint"}


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("nb", "Nettverket har ikke valgt leder."),
        ("nn", "Nettverket har ikkje valt leiar."),
        ("en", "The network has not chosen a leader."),
    ],
)
def test_the_findings_are_said_in_three_languages(check: Check, lang: str, message: str) -> None:
    (leaderless,) = [one for one in check.json(WARNED, "--lang", lang)["findings"] if one["rule"] == "R26-24"]

    assert leaderless["message"] == message
    assert message in check(WARNED, "--lang", lang).stdout


def test_what_the_rules_let_pass_in_so_many_words_is_said_with_the_rule(check: Check) -> None:
    allowed = check.json(LEADER)["allowed"]

    assert [one["rule"] for one in allowed] == ["R26-44", "R26-44"]
    assert "tillatt  R26-44  project.plan\n  Søknaden har ingen plan for arbeidet." in check(LEADER).stdout


def test_municipalities_are_called_by_name(check: Check) -> None:
    assert any("Sør-Odal kommune" in one["message"] for one in check.json(LACKING, status=1)["findings"])


def test_a_person_reads_severity_rule_field_message_and_what_mends_it(check: Check) -> None:
    result = check(LACKING)

    assert result.exit_code == 1
    assert result.stdout.startswith("Søknaden kan ikke sendes inn ennå etter 2026-bufdir.")
    assert "feil  R26-10  services" in result.stdout
    assert "Ta med flere barnevernstjenester i nettverket." in result.stdout


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"strand": "learning"}', b"\xff\xfe", b" " * 1_000_001], ids=range(6)
)
def test_what_is_no_application_is_unusable(check: Check, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(content)

    result = check(file, "--json")

    assert result.exit_code == 2
    assert json.loads(result.stdout)["outcome"] == "unusable"


def test_a_file_that_is_not_there_is_unusable(check: Check, tmp_path: Path) -> None:
    assert check(tmp_path / "nowhere.json").exit_code == 2
    assert check().exit_code == 2


def test_an_application_comes_on_standard_input_too(check: Check) -> None:
    assert check("-", stdin=WHOLE.read_bytes()).exit_code == 0


# --- by which rules --------------------------------------------------------------------------------------------------


def test_the_rules_can_be_named(check: Check) -> None:
    shape = check.json(WARNED, "--ruleset", "2021-bufdir", status=1)

    assert shape["ruleset"] == "2021-bufdir"
    assert ("error", "B21-15") in [(one["severity"], one["rule"]) for one in shape["findings"]]


def test_rules_that_are_not_there_are_unusable(check: Check) -> None:
    assert check(WHOLE, "--ruleset", "2027-bufdir").exit_code == 2


@pytest.mark.parametrize(
    ("years", "key"),
    [
        ((2026, 2028), "2026-bufdir"),
        ((2021, 2021), "2021-innlandet"),
        ((2023, 2023), "2023-bufdir"),
        ((2018, 2018), "2018-hordaland"),
        ((2020, 2020), "2020-incomplete"),
    ],
)
def test_left_to_itself_it_takes_the_newest_for_the_strand_and_years(
    check: Check, folder: Path, years: tuple[int, int], key: str
) -> None:
    assert check.json(written(folder, "one", project=project(*years)))["ruleset"] == key


def test_a_host_outside_innlandet_is_checked_by_the_directorate_s_rules(check: Check, folder: Path) -> None:
    bergen = learning()["members"][0] | {"municipality": "4601", "org_number": "964338531"}
    file = written(
        folder,
        "bergen",
        project=project(2021, 2021),
        host="964338531",
        members=[bergen, learning()["members"][1]],
    )

    assert json.loads(check(file, "--json").stdout)["ruleset"] == "2021-bufdir"


def test_a_year_without_rules_is_unusable_until_rules_are_named(check: Check, folder: Path) -> None:
    file = written(folder, "next", project=project(2027, 2028))

    result = check(file)
    assert result.exit_code == 2
    assert "Det finnes ikke regelverk for læringsnettverk i 2027–2028" in result.stderr
    assert check(file, "--ruleset", "2026-bufdir").exit_code == 0


def test_a_strand_that_the_named_rules_do_not_pay_for_is_an_error_of_the_application(check: Check) -> None:
    shape = check.json(LEADER, "--ruleset", "2021-bufdir", status=1)

    (finding,) = shape["findings"]
    assert (finding["severity"], finding["rule"], finding["field"]) == ("error", "B21-13", "strand")


def test_a_school_in_2020_is_flagged(check: Check, folder: Path) -> None:
    school = {"name": "Hamar skole", "kind": "school", "municipalities": [HAMAR]}
    services = [*learning()["services"], school]

    shape = check.json(written(folder, "school", project=project(2020, 2020), services=services), status=1)

    assert [(one["severity"], one["rule"]) for one in shape["findings"]] == [("error", "W23-09")]


# --- many ------------------------------------------------------------------------------------------------------------


def test_a_folder_is_checked_file_by_file_without_the_schema(check: Check) -> None:
    shape = check.json(EXAMPLES, status=1)

    applications = len(list(EXAMPLES.glob("application-*.json")))
    assert {name: shape[name] for name in ("files", "acceptable", "lacking", "unusable")} == {
        "files": applications,
        "acceptable": applications - 1,
        "lacking": 1,
        "unusable": 0,
    }
    (lacking,) = [one for one in shape["results"] if not one["acceptable"]]
    assert lacking["file"] == str(LACKING)
    assert lacking["findings"][0]["rule"] == "R26-10"


def test_a_person_reads_only_what_is_wrong_and_the_sum(
    check: Check, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(folder, "good")
    written(folder, "poor", other_support=None)
    monkeypatch.chdir(folder)

    text = check("good.json", "poor.json").stdout

    assert "poor.json" in text
    assert "(E33)" in text
    assert "good.json" not in text
    assert "2 kontrollert: 1 kan sendes inn, 1 mangler noe, 0 kan ikke leses." in text


def test_one_file_that_cannot_be_read_does_not_keep_the_others_from_being_checked(
    check: Check, folder: Path
) -> None:
    written(folder, "whole")
    (folder / "bad.json").write_text("{", "utf-8")

    result = check(folder, "--json")

    shape = json.loads(result.stdout)
    assert result.exit_code == 2
    assert [one.get("acceptable") for one in shape["results"]] == [None, True]
    assert shape["results"][0]["problems"][0].startswith("(hele fila): er ikke JSON")


def test_all_of_them_acceptable_is_exit_0(check: Check) -> None:
    assert check(WHOLE, WARNED).exit_code == 0


def test_an_empty_folder_is_unusable(check: Check, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert check(tmp_path / "empty").exit_code == 2


def test_a_long_list_is_cut_for_people_and_not_for_scripts(check: Check, folder: Path) -> None:
    folder.mkdir()
    for number in range(205):
        shutil.copy(LACKING, folder / f"{number:03}.json")

    assert len(check.json(folder, status=1)["results"]) == 205
    text = check(folder).stdout
    assert "… 5" in text
    assert "204.json" not in text
