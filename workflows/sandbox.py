"""One sandbox and one converter for the worker, the tests and the replays, so that all three see the same code."""

import dataclasses
from typing import Final

from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from workflows.failures import DiscreetFailureConverter

#: The domain is pure, and checked to be by ruff and import-linter: it need not be loaded again for each workflow.
SANDBOX: Final = SandboxedWorkflowRunner(
    restrictions=SandboxRestrictions.default.with_passthrough_modules("domain", "statemachine", "pydantic")
)

CONVERTER: Final = dataclasses.replace(
    pydantic_data_converter, failure_converter_class=DiscreetFailureConverter
)
