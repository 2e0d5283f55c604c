from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from domain.identity import (
    MunicipalityNumber,
    OrgNumber,
    holds_identity_number,
    is_account_number,
    is_kid,
    is_kid_mod10,
    is_kid_mod11,
    is_municipality_number,
    is_org_number,
    kid_mod10,
    kid_mod11,
)

DIGITS = st.text("0123456789", min_size=3, max_size=24)


@pytest.mark.parametrize("number", ["958935420", "944496394", "974761645", "986128433"])
def test_an_organisation_number_with_the_right_check_digit_is_well_formed(number: str) -> None:
    assert is_org_number(number)


@pytest.mark.parametrize(
    "number",
    [
        "958935421",
        "158935420",
        "95893542",
        "9589354200",
        "958 935 420",
        "95893542a",
        "٩٥٨٩٣٥٤٢٠",
        "",
        "958935420\n",
    ],
)
def test_an_organisation_number_of_another_form_is_not(number: str) -> None:
    assert not is_org_number(number)


@pytest.mark.parametrize("number", ["12345678903", "86011117947"])
def test_an_account_number_with_the_right_check_digit_is_well_formed(number: str) -> None:
    assert is_account_number(number)


@pytest.mark.parametrize("number", ["12345678904", "1234567890", "1234.56.78903", ""])
def test_an_account_number_of_another_form_is_not(number: str) -> None:
    assert not is_account_number(number)


def test_a_municipality_number_keeps_its_leading_zero() -> None:
    assert is_municipality_number("0301")
    assert not is_municipality_number("301")
    assert not is_municipality_number("03010")


@pytest.mark.parametrize(("base", "check"), [("12345678", "2"), ("2026000017", "7")])
def test_the_mod_10_check_digit_is_the_published_one(base: str, check: str) -> None:
    assert kid_mod10(base) == base + check


@pytest.mark.parametrize(("base", "check"), [("12345678", "5"), ("2026000017", "-")])
def test_the_mod_11_check_character_is_the_published_one(base: str, check: str) -> None:
    assert kid_mod11(base) == base + check


def test_a_dash_is_accepted_in_mod_11_only() -> None:
    assert is_kid_mod11("2026000017-")
    assert not is_kid_mod10("2026000017-")
    assert is_kid("2026000017-")


@pytest.mark.parametrize("text", ["", "12", "123", "1" * 26, "12a4", "-123"])
def test_a_payment_reference_has_4_to_25_characters(text: str) -> None:
    assert not is_kid(text)


@pytest.mark.parametrize("make", [kid_mod10, kid_mod11])
@pytest.mark.parametrize("base", ["", "12", "1" * 25, "12x4"])
def test_a_payment_reference_is_not_made_of_anything_else(make: Callable[[str], str], base: str) -> None:
    with pytest.raises(ValueError, match="3 to 24 digits"):
        make(base)


@given(DIGITS)
def test_every_payment_reference_made_is_accepted(base: str) -> None:
    assert is_kid_mod10(kid_mod10(base))
    assert is_kid_mod11(kid_mod11(base))


@given(DIGITS, st.data())
def test_one_wrong_digit_in_a_payment_reference_is_found(base: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(base) - 1))
    wrong = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != base[position]]))
    changed = base[:position] + wrong + base[position + 1 :]

    assert not is_kid_mod10(changed + kid_mod10(base)[-1])
    assert not is_kid_mod11(changed + kid_mod11(base)[-1])


@given(st.sampled_from("89"), st.text("0123456789", min_size=7, max_size=7))
def test_at_most_one_check_digit_makes_an_organisation_number(first: str, middle: str) -> None:
    assert sum(is_org_number(first + middle + last) for last in "0123456789") <= 1


@given(st.text("0123456789", min_size=11, max_size=11), st.integers(0, 9))
def test_two_neighbouring_digits_swapped_make_no_account_number(number: str, position: int) -> None:
    swapped = number[:position] + number[position + 1] + number[position] + number[position + 2 :]

    assert swapped == number or not (is_account_number(number) and is_account_number(swapped))


@pytest.mark.edge("E41")
# The month is above 80: a number made for tests, which nobody bears.
@pytest.mark.parametrize("text", ["01810012583", "barn 018100 12583, født", "018100-12583"])
def test_a_national_identity_number_in_a_text_is_found(text: str) -> None:
    assert holds_identity_number(text)


@pytest.mark.parametrize(
    "text", ["", "01810012584", "1018100125831", "konto 1234.56.78903", "tlf. 22 00 00 00"]
)
def test_other_numbers_in_a_text_are_let_be(text: str) -> None:
    assert not holds_identity_number(text)


def test_the_types_for_input_name_what_is_wrong() -> None:
    assert TypeAdapter(OrgNumber).validate_python("958935420") == "958935420"
    assert TypeAdapter(MunicipalityNumber).validate_python("0301") == "0301"
    with pytest.raises(ValidationError, match="not an organisation number"):
        TypeAdapter(OrgNumber).validate_python("958935421")
    with pytest.raises(ValidationError, match="not a municipality number"):
        TypeAdapter(MunicipalityNumber).validate_python("301")
    with pytest.raises(ValidationError):
        TypeAdapter(MunicipalityNumber).validate_python(301)
