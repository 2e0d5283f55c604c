"""How long the tests are, the seed by which one of them can be repeated, and the house in which most of them live."""

import os
import random
from collections.abc import AsyncIterator
from typing import Final

import pytest

from tests.faults.house import House

#: The long form is for ``make faults``.
LONG: Final = os.environ.get("SAKSGANG_FAULTS") == "long"


@pytest.fixture
def long_form() -> bool:
    """Whether this is the long form."""
    return LONG


@pytest.fixture
def chance() -> random.Random:
    """Chance that can be repeated: SAKSGANG_FAULTS_SEED takes the number that a failed test has printed."""
    seed = int(os.environ.get("SAKSGANG_FAULTS_SEED") or random.SystemRandom().randrange(2**32))
    print(f"SAKSGANG_FAULTS_SEED={seed}")  # noqa: T201 - shown with what failed
    return random.Random(seed)  # noqa: S311 - nothing secret hangs on it


@pytest.fixture(scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """One installation of real processes. Each test leaves it running, with the clock where it likes, never back."""
    async with House(tmp_path_factory.mktemp("house")) as made:
        yield made
