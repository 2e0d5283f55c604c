"""When and how a workflow rolls over to a new run: its history has grown, or a new build of the worker is current."""

from typing import NoReturn

from temporalio import workflow


def should_roll() -> bool:
    """Say whether to continue as new; both reasons are asked, since neither tells of the other."""
    info = workflow.info()
    return info.is_continue_as_new_suggested() or info.is_target_worker_deployment_version_changed()


def roll(*given: str) -> NoReturn:
    """Go on in a new run, with the input *given*, on the build that is current.

    Without the second a pinned run goes on where it was, sees that another build is current, and rolls over for ever.
    """
    workflow.continue_as_new(
        args=list(given), initial_versioning_behavior=workflow.ContinueAsNewVersioningBehavior.AUTO_UPGRADE
    )
