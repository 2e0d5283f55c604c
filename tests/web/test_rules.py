"""Whoever clicks a rule reads what it says, and who may do what by it."""

import re
from pathlib import Path

import pytest

import domain
from letters.formats import Language
from tests.web.applicants import words
from tests.web.conftest import Site
from web.rules import rule_link

#: Keys as they stand in the program and in the rule sets.
CITED = re.compile(r'"([TEQC][0-9]{1,2}|L-[0-9]{2}|§[0-9.]+[a-z]?)"')

#: No rule of a case: two contradictions of the sources that lists of rules name.
UNTOLD = {"C8", "C9"}


async def page(site: Site, key: str) -> str:
    async with site.stranger() as stranger:
        return words((await stranger.get(f"/regler/{key}")).text)


async def test_a_rule_of_the_guidelines_stands_word_for_word_with_its_place(shared: Site) -> None:
    assert re.search(
        r"«[^»]+».*Retningslinjer 2026|Retningslinjer 2026.*«[^»]+»", await page(shared, "R26-52")
    )


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("T13", "Innvilge tilskuddet leder"),
        ("T16", "Attestere utbetalingen attestant"),
        ("T12", "Sende innstillingen tilbake saksbehandler, leder"),
    ],
)
async def test_a_step_of_the_course_says_who_may_take_it(shared: Site, key: str, said: str) -> None:
    assert said in await page(shared, key)


async def test_what_is_no_key_of_a_rule_is_no_page(shared: Site) -> None:
    async with shared.stranger() as stranger:
        assert (await stranger.get("/regler/noe")).status_code == 404


@pytest.mark.parametrize("language", list(Language))
def test_every_rule_of_saksgangs_own_has_a_name_beside_its_key(language: Language) -> None:
    folder = Path(domain.__file__).parent
    files = [*folder.rglob("*.py"), *folder.rglob("*.toml")]
    keys = {key for file in files for key in CITED.findall(file.read_text("utf-8"))} - UNTOLD
    assert "T16" in keys

    links = [rule_link(language, key) for key in sorted(keys)]

    assert [link.key for link in links if link and not (link.name or link.about)] == []


async def test_a_key_is_never_a_page_s_only_name_for_a_rule(shared: Site) -> None:
    assert "Reglene om bestilling og attestasjon av utbetaling" in await page(shared, "T16")


async def test_the_rules_of_a_year_are_read_value_by_value_each_with_its_rule(shared: Site) -> None:
    async with shared.stranger() as stranger:
        answer = await stranger.get("/regelverk/2026-bufdir")
        unknown = await stranger.get("/regelverk/1999-bufdir")

    said = words(answer.text).replace("\xa0", " ")
    assert "Retningslinjer for tilskudd til kommunale læringsnettverk" in said
    assert "kr 1 000 000 Retningslinjer 2026 punkt 3 (R26" in said
    assert unknown.status_code == 404
