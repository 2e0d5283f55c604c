"""Whoever clicks a rule reads what it says, and who may do what by it."""

import re

import pytest

from tests.web.applicants import words
from tests.web.conftest import Site


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
