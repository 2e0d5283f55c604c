import pytest

from domain.identity import is_org_number
from domain.offices import COORDINATOR, OFFICES, OwnLanguage, office_of_county, own_language_of_county


def test_ten_offices_share_the_fifteen_counties() -> None:
    counties = [county for office in OFFICES.values() for county in office.counties]

    assert len(OFFICES) == 10
    assert len(counties) == len(set(counties)) == 15


def test_every_office_has_an_organisation_number_of_its_own() -> None:
    numbers = {office.org_number for office in OFFICES.values()}

    assert len(numbers) == 10
    assert all(is_org_number(number) for number in numbers)


@pytest.mark.parametrize(
    ("county", "code"),
    [("03", "SFOBOA"), ("33", "SFOBOA"), ("34", "SFIN"), ("40", "SFVT"), ("46", "SFVL"), ("56", "SFTF")],
)
def test_a_county_belongs_to_one_office(county: str, code: str) -> None:
    assert office_of_county(county) is OFFICES[code]


@pytest.mark.parametrize("county", ["30", "38", "54", "3", ""])
def test_a_county_of_before_2024_belongs_to_none(county: str) -> None:
    with pytest.raises(KeyError):
        office_of_county(county)


def test_an_office_is_named_in_both_languages() -> None:
    assert OFFICES["SFVL"].name_nn == "Statsforvaltaren i Vestland"
    assert OFFICES["SFIN"].name_nb == "Statsforvalteren i Innlandet"
    assert OFFICES["SFTL"].parallel_names == ("Trööndelagen staatehaaltoje",)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("SFOBOA", OwnLanguage.NB),
        ("SFVL", OwnLanguage.NN),
        ("SFMR", OwnLanguage.NN),
        ("SFAG", OwnLanguage.NEUTRAL),
        ("SFVT", OwnLanguage.MIXED),
        ("SFTF", OwnLanguage.MIXED),
    ],
)
def test_an_office_has_a_language_of_its_own(code: str, language: OwnLanguage) -> None:
    assert OFFICES[code].own_language is language


def test_where_the_counties_of_an_office_differ_the_county_says_which_language() -> None:
    assert own_language_of_county("39") is OwnLanguage.NEUTRAL
    assert own_language_of_county("40") is OwnLanguage.NN
    assert own_language_of_county("55") is OwnLanguage.NEUTRAL
    assert own_language_of_county("56") is OwnLanguage.NB


def test_vestland_coordinates_the_foster_home_projects() -> None:
    assert OFFICES[COORDINATOR].name_nb == "Statsforvalteren i Vestland"
