from pathlib import Path

import pytest

from domain.application import Application, parse_application
from domain.checks import formal_findings
from domain.ruleset import Severity, Strand
from storage.reference import municipalities
from storage.rulesets import load_rule_sets

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILES = sorted(EXAMPLES.glob("application-*.json"))
DEFICIENT = "application-2026-kongsvinger-mangler.json"


def read(file: Path) -> Application:
    return parse_application(file.read_bytes())


def errors(file: Path) -> set[str]:
    rules = load_rule_sets()["2021-innlandet" if "-2021-" in file.name else "2026-bufdir"]
    return {one.code for one in formal_findings(read(file), rules) if one.severity is Severity.ERROR}


def test_the_readme_names_every_example() -> None:
    readme = (EXAMPLES / "README.md").read_text("utf-8")

    assert len(FILES) >= 8
    assert [file.name for file in FILES if file.name not in readme] == []


@pytest.mark.parametrize(
    "file", [file for file in FILES if file.name != DEFICIENT], ids=lambda file: file.stem
)
def test_an_example_meets_its_rules(file: Path) -> None:
    assert errors(file) == set()


def test_the_deficient_example_shows_several_errors() -> None:
    assert errors(EXAMPLES / DEFICIENT) == {
        "too_few_barnevern_services",
        "budget_does_not_add_up",
        "other_support_not_declared",
        "consent_missing",
        "anchoring_missing",
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_municipalities_of_an_example_are_real(file: Path) -> None:
    application = read(file)

    for member in application.members:
        assert municipalities()[member.municipality].org_number == member.org_number
    for service in application.services:
        assert set(service.municipalities) <= municipalities().keys()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_address_of_an_example_reaches_nobody(file: Path) -> None:
    email = read(file).contact.email.text

    assert email is not None
    assert email.endswith(".example")


def test_the_examples_cover_both_strands_and_both_languages() -> None:
    applications = [read(file) for file in FILES]

    assert {one.strand for one in applications} == set(Strand)
    assert {one.language for one in applications} == {"nb", "nn"}
