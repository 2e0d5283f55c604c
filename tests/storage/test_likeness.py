"""Names are found however they are written from memory, and nothing else is."""

import pytest

from storage.likeness import alike, folded
from storage.reference import municipalities

NAMES = [(one.number, one.official_name) for one in municipalities().values()]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Hamar", "3403"),
        ("hamar kommune", "3403"),
        ("oystre slidre", "3453"),
        ("Øytsre Slidre", "3453"),
        ("ostre toten", "3442"),
        ("aalesund", "1508"),
        ("Ålesunn", "1508"),
        ("Karasjok", "5610"),
        ("karasjohka", "5610"),
        ("Karásjohka", "5610"),
        ("Guovdageaidnu", "5612"),
        ("unjarga", "5636"),
        ("Evenassi", "1853"),
        ("Porsanger", "5622"),
        ("porsangu", "5622"),
        ("kristiansannd", "4204"),
        ("Kristansand", "4204"),
        ("Laerdal", "4642"),
        ("indreostfold", "3118"),
        ("Sor Fron", "3438"),
    ],
)
def test_a_municipality_is_found_however_it_is_written(written: str, meant: str) -> None:
    assert meant in alike(written, NAMES)


def test_a_right_name_keeps_those_that_are_only_nearly_so_away() -> None:
    assert alike("Lund", NAMES) == ["1112"]
    assert alike("Nes", NAMES) == ["3228"]
    assert alike("Herøy", NAMES) == ["1515", "1818"]


@pytest.mark.parametrize("written", ["", "kommune", "nettverk", "xyzzy", "%", "Oz"])
def test_what_names_nobody_finds_nobody(written: str) -> None:
    assert alike(written, NAMES) == []


def test_a_number_keeps_its_doubled_digits() -> None:
    assert folded("3300 Nettverk") == ("3300", "netverk")


def test_a_misspelt_network_is_found() -> None:
    networks = [("a", "Barnevernsledernettverket i Lister"), ("b", "Læringsnettverk Østre Agder")]

    assert alike("barnevernleder nettverk lsiter", networks) == ["a"]
    assert alike("ostre agdr", networks) == ["b"]
    assert alike("leringsnettverk ostre", networks) == ["b"]
