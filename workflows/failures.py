"""What Temporal is told of a failure: its type and where in the code it happened, never its words.

The words of an exception can hold anything: a statement with its parameters, a row that breaks a constraint, the input that
a model refused. The log of the process has them; the engine's history is kept for weeks and read by others.
"""

from temporalio.api.failure.v1 import Failure
from temporalio.converter import DefaultFailureConverter, PayloadConverter
from temporalio.exceptions import ApplicationError, FailureError


class DiscreetFailureConverter(DefaultFailureConverter):
    """Turns exceptions into failures; the words of those that Temporal's SDK or we raise for it are ours, and kept."""

    def to_failure(
        self, exception: BaseException, payload_converter: PayloadConverter, failure: Failure
    ) -> None:
        """Fill *failure* from *exception* and, each by itself, from its causes."""
        if not isinstance(exception, FailureError):
            name = type(exception).__name__
            told = ApplicationError(name, type=name)
            told.__traceback__ = exception.__traceback__
            told.__cause__ = exception.__cause__
            exception = told
        super().to_failure(exception, payload_converter, failure)
