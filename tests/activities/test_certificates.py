"""With whom we speak is checked, and what it is checked against is read once."""

import ssl

import pytest

from activities.certificates import believed


@pytest.mark.parametrize("environment", [True, False])
def test_a_certificate_must_be_vouched_for_and_bear_the_name(environment: bool) -> None:
    found = believed(environment=environment)
    assert found.verify_mode is ssl.CERT_REQUIRED
    assert found.check_hostname


@pytest.mark.parametrize("environment", [True, False])
def test_what_is_believed_is_read_once(environment: bool) -> None:
    assert believed(environment=environment) is believed(environment=environment)
