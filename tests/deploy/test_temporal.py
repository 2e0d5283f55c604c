"""The development server answers with our search attributes and keeps its file."""

from pathlib import Path

import pytest
from temporalio.api.operatorservice.v1 import ListSearchAttributesRequest
from temporalio.client import Client

from deploy.local import temporal as module
from deploy.local.errors import AlreadyRunningError
from deploy.local.temporal import NAMESPACE, SEARCH_ATTRIBUTES, DevServer


async def registered(server: DevServer) -> set[str]:
    """Name the search attributes that *server* knows."""
    client = await Client.connect(server.address)
    answer = await client.operator_service.list_search_attributes(
        ListSearchAttributesRequest(namespace=NAMESPACE)
    )
    return set(answer.custom_attributes)


async def test_our_search_attributes_are_there_when_the_server_is_ready(temporal_server: DevServer) -> None:
    assert set(SEARCH_ATTRIBUTES) <= await registered(temporal_server)


async def test_a_server_on_a_file_goes_on_where_a_kill_left_it(tmp_path: Path) -> None:
    file, log_file = tmp_path / "temporal.db", tmp_path / "temporal.log"
    first = await DevServer(file, log_file=log_file, search_attributes={"Mark": "Keyword"}).start()
    assert first.child is not None
    first.child.kill()
    await first.child.wait()

    async with DevServer(file, log_file=log_file, search_attributes={}) as second:
        assert "Mark" in await registered(second)


async def test_a_second_server_on_the_same_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PREDECESSOR_SECONDS", 0.2)
    file, log_file = tmp_path / "temporal.db", tmp_path / "temporal.log"

    async with DevServer(file, log_file=log_file):
        with pytest.raises(AlreadyRunningError, match="in use"):
            await DevServer(file, log_file=log_file).start()
