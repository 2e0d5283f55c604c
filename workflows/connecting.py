"""How a process reaches the engine: the standard TEMPORAL_* settings, our converter, metrics, and its build."""

from collections.abc import Mapping

from temporalio.client import Client
from temporalio.common import VersioningBehavior, WorkerDeploymentVersion
from temporalio.envconfig import ClientConfig
from temporalio.runtime import PrometheusConfig, Runtime, TelemetryConfig
from temporalio.worker import WorkerDeploymentConfig

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


async def connect(runtime: Runtime | None = None) -> Client:
    """Connect where the TEMPORAL_* settings point, else to this machine."""
    config = ClientConfig.load_client_connect_config()
    config.setdefault("target_host", "127.0.0.1:7233")
    return await Client.connect(**config, data_converter=CONVERTER, runtime=runtime)


def versioning(environ: Mapping[str, str]) -> WorkerDeploymentConfig | None:
    """Pin cases to this build where SAKSGANG_BUILD_ID is set; they move on when they roll over."""
    build = environ.get("SAKSGANG_BUILD_ID")
    if not build:
        return None
    version = WorkerDeploymentVersion(environ.get("TEMPORAL_DEPLOYMENT_NAME", "saksgang"), build)
    return WorkerDeploymentConfig(
        version=version, use_worker_versioning=True, default_versioning_behavior=VersioningBehavior.PINNED
    )
