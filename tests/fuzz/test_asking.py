"""The API is asked what its description lets one ask; `make fuzz` asks much more, in the name of every kind of role."""

import json

import pytest

from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from storage.verify import verify
from tests.fuzz.asking import ASKERS, DESCRIPTION, ask, open_service


@pytest.mark.timeout(240)
async def test_every_answer_is_one_that_the_description_names(
    postgres: EmbeddedPostgres, temporal_server: DevServer
) -> None:
    role, unit, case_no = ASKERS[0]
    described = json.loads(DESCRIPTION.read_text("utf-8"))
    async with open_service(postgres, temporal_server) as (service, address):
        found = await ask(service, address, role, unit, case_no, examples=1, seed=1, phases=("fuzzing",))
        async with service.stage.database.engine.connect() as conn:
            problems = await verify(conn)

    assert found.failures == ""
    assert found.operations == sum(len(path) for path in described["paths"].values())
    assert found.cases >= found.operations
    assert problems == []
