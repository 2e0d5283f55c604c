"""The container files say the same as the code, and name nothing that is not there."""

import asyncio
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from temporalio.api.operatorservice.v1 import ListSearchAttributesRequest
from temporalio.client import Client

from deploy.local.postgres import LARGE_OBJECTS
from deploy.local.temporal import SEARCH_ATTRIBUTES, DevServer, cli_path

DEPLOY = Path(__file__).parents[2] / "deploy"
NAMESPACE_SCRIPT = DEPLOY / "container" / "temporal-namespace.sh"


@pytest.fixture
def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    return found


def test_every_service_waits_for_services_that_exist_and_can_reach_the_awaited_state(
    services: dict[str, Any],
) -> None:
    for name, service in services.items():
        for awaited, how in service.get("depends_on", {}).items():
            assert awaited in services, name
            if how["condition"] == "service_healthy":
                assert "healthcheck" in services[awaited], f"{name} waits for {awaited}"
            else:
                assert services[awaited]["restart"].startswith("on-failure"), f"{awaited} is to end"


def test_every_file_that_a_service_mounts_is_in_the_repository(services: dict[str, Any]) -> None:
    sources = [volume.split(":")[0] for service in services.values() for volume in service.get("volumes", [])]

    assert [source for source in sources if source.startswith(".") and not (DEPLOY / source).is_file()] == []


def test_no_port_is_open_beyond_this_machine_and_no_password_has_a_default(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", [])]
    settings = [
        str(value) for service in services.values() for value in service.get("environment", {}).values()
    ]

    assert all(port.startswith("127.0.0.1:") for port in ports)
    assert not [value for value in settings if re.search(r"PASSWORD:?-", value)]


def test_the_namespace_script_names_our_search_attributes() -> None:
    named = re.findall(r"\b([A-Z]\w+)=(\w+)", NAMESPACE_SCRIPT.read_text().partition("for attribute in")[2])

    assert dict(named) == dict(SEARCH_ATTRIBUTES)


async def test_the_namespace_script_can_run_twice_against_a_real_server(temporal_server: DevServer) -> None:
    path = f"{cli_path().parent}{os.pathsep}{os.environ['PATH']}"
    env = {"PATH": path, "TEMPORAL_ADDRESS": temporal_server.address, "TEMPORAL_NAMESPACE": "grants"}
    command = ["sh", str(NAMESPACE_SCRIPT)]
    for _ in range(2):
        done = await asyncio.to_thread(
            subprocess.run, command, env=env, capture_output=True, check=False, timeout=50
        )
        assert done.returncode == 0, done.stderr

    client = await Client.connect(temporal_server.address)
    known = await client.operator_service.list_search_attributes(
        ListSearchAttributesRequest(namespace="grants")
    )
    assert set(SEARCH_ATTRIBUTES) <= set(known.custom_attributes)


def test_the_image_takes_every_package_and_no_other_folder() -> None:
    copied = re.findall(
        r"^COPY (?!--from)(\S+) /app", (DEPLOY / "container" / "Containerfile").read_text(), re.MULTILINE
    )
    let_in = re.findall(r"^!(\S+)", (DEPLOY.parent / ".dockerignore").read_text(), re.MULTILINE)

    built_from = {
        "requirements.lock",
        "requirements-node.lock",
        "package.json",
        "package-lock.json",
        ".npmrc",
    }
    assert set(copied) | built_from == set(let_in)


def test_the_script_for_a_container_s_database_takes_away_what_the_local_one_does() -> None:
    script = (DEPLOY / "container" / "postgres-roles.sh").read_text()

    assert f"REVOKE EXECUTE ON FUNCTION {LARGE_OBJECTS} FROM PUBLIC" in script
    assert "REVOKE ALL ON DATABASE saksgang FROM PUBLIC" in script
