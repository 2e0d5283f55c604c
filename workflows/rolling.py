"""When a workflow rolls over to a new run: its history has grown, or a new build of the worker is current."""

from temporalio import workflow


def should_roll() -> bool:
    """Say whether to continue as new; both reasons are asked, since neither tells of the other."""
    info = workflow.info()
    return info.is_continue_as_new_suggested() or info.is_target_worker_deployment_version_changed()
