"""That what changes cases and rounds is called by their own workflows alone."""

from temporalio import activity
from temporalio.exceptions import ApplicationError


def only_within_its_workflow() -> None:
    """Refuse an activity that was started by itself.

    Our workflows call theirs as local activities, with the engine's own time. Whoever reaches the engine's port can put an
    activity on the queue too, and give it any time: one at which deadlines have passed, or have not.

    Raises:
        ApplicationError: It is a task of the queue.
    """
    if activity.in_activity() and not activity.info().is_local:
        raise ApplicationError("only within its workflow", type="not_within_its_workflow", non_retryable=True)
