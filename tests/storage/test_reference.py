import dataclasses
from collections import Counter

import pytest

from domain.identity import is_municipality_number, is_org_number
from domain.offices import OFFICES
from storage.reference import municipalities


def test_there_are_357_municipalities_in_fifteen_counties() -> None:
    assert len(municipalities()) == 357
    assert len({municipality.county for municipality in municipalities().values()}) == 15


def test_each_office_has_as_many_municipalities_as_the_table_says() -> None:
    expected = {
        "SFOBOA": 52,
        "SFIN": 46,
        "SFVT": 23,
        "SFAG": 25,
        "SFRO": 23,
        "SFVL": 43,
        "SFMR": 27,
        "SFTL": 38,
        "SFNO": 41,
        "SFTF": 39,
    }

    assert Counter(municipality.office for municipality in municipalities().values()) == expected
    assert expected.keys() == OFFICES.keys()


def test_numbers_are_text_and_well_formed() -> None:
    for number, municipality in municipalities().items():
        assert number == municipality.number
        assert is_municipality_number(number)
        assert number.startswith(municipality.county)
        assert municipality.org_number is None or is_org_number(municipality.org_number)


def test_only_the_two_municipalities_of_2024_have_no_organisation_number() -> None:
    without = {one.name for one in municipalities().values() if one.org_number is None}

    assert without == {"Ålesund", "Haram"}


def test_a_municipality_has_its_norwegian_and_its_official_name() -> None:
    oslo, hamaroy = municipalities()["0301"], municipalities()["1875"]

    assert (oslo.name, oslo.county_name, oslo.org_number) == ("Oslo", "Oslo", "958935420")
    assert (hamaroy.name, hamaroy.official_name) == ("Hamarøy", "Hábmer - Hamarøy")


def test_no_organisation_number_belongs_to_two_municipalities() -> None:
    numbers = [one.org_number for one in municipalities().values() if one.org_number]

    assert len(numbers) == len(set(numbers))


def test_the_list_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        municipalities()["0000"] = municipalities()["0301"]  # type: ignore[index]
    with pytest.raises(dataclasses.FrozenInstanceError):
        municipalities()["0301"].name = "Kristiania"  # type: ignore[misc]
