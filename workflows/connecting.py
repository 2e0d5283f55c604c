"""How a process reaches the engine: the standard TEMPORAL_* settings, our converter, metrics, and its build."""

from collections.abc import Mapping

from temporalio.client import Client
from temporalio.common import VersioningBehavior, WorkerDeploymentVersion
from temporalio.envconfig import ClientConfig, ClientConnectConfig
from temporalio.runtime import PrometheusConfig, Runtime, TelemetryConfig
from temporalio.worker import WorkerDeploymentConfig

from activities.encrypted import check_engine
from workflows.sandbox import CONVERTER


def metrics_runtime(environ: Mapping[str, str]) -> Runtime:
    """Return the process's one runtime; its figures are served at SAKSGANG_METRICS_ADDRESS (host:port)."""
    metrics = PrometheusConfig(
        bind_address=environ.get("SAKSGANG_METRICS_ADDRESS", "127.0.0.1:9464"),
        counters_total_suffix=True,
        unit_suffix=True,
        durations_as_seconds=True,
    )
    return Runtime(telemetry=TelemetryConfig(metrics=metrics))


def engine_config(environ: Mapping[str, str], otherwise: str = "127.0.0.1:7233") -> ClientConnectConfig:
    """Return how the engine is reached by the TEMPORAL_* settings; at *otherwise* where they do not say where.

    Raises:
        MistakeError: It is on another machine, and the way there would be plain.
    """
    config = ClientConfig.load_client_connect_config(override_env_vars=dict(environ))
    config.setdefault("target_host", otherwise)
    check_engine(environ, config)
    return config


async def connect(environ: Mapping[str, str], runtime: Runtime | None = None) -> Client:
    """Connect to the engine; as for ``engine_config``."""
    return await Client.connect(**engine_config(environ), data_converter=CONVERTER, runtime=runtime)


def versioning(environ: Mapping[str, str]) -> WorkerDeploymentConfig | None:
    """Pin cases to this build where SAKSGANG_BUILD_ID is set; they move on when they roll over."""
    build = environ.get("SAKSGANG_BUILD_ID")
    if not build:
        return None
    version = WorkerDeploymentVersion(environ.get("TEMPORAL_DEPLOYMENT_NAME", "saksgang"), build)
    return WorkerDeploymentConfig(
        version=version, use_worker_versioning=True, default_versioning_behavior=VersioningBehavior.PINNED
    )
