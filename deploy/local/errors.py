"""What can keep a local installation from running, said so that a person can act on it.

LocalError
├── AlreadyRunningError    somebody else has this folder in use
├── CannotStartError       a part could not be started here at all
├── NotReadyError          a part started and did not get ready in time
└── StoppedByItselfError   a part that should run until told otherwise ended
"""


class LocalError(Exception):
    """The local installation cannot go on; the text says what a person can do."""


class AlreadyRunningError(LocalError):
    """Another supervisor or server has the folder in use."""


class CannotStartError(LocalError):
    """A part cannot be started here: a program, a permission or a file is missing."""


class NotReadyError(LocalError):
    """A part runs, yet did not answer within its time."""


class StoppedByItselfError(LocalError):
    """A part ended that should have run until it was told to stop."""
