"""Ties a program to its parent's life, then becomes that program.

Run as a script of its own, because the tie must be made inside the child after every change of user or
namespace (they undo it), and because code between fork and exec is unsafe in a process with threads.

    python -I -S leash.py SIGNAL PARENT_PID PROGRAM [ARGUMENT …]
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1


def main() -> None:
    """Ask the kernel to send SIGNAL when PARENT_PID dies, and exec PROGRAM."""
    signal_number, parent, *command = sys.argv[1:]
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_PDEATHSIG, int(signal_number), 0, 0, 0) != 0:
        sys.exit(f"prctl: {os.strerror(ctypes.get_errno())}")
    if os.getppid() != int(parent):
        sys.exit("the parent ended before its child began")
    try:
        os.execvp(command[0], command)  # noqa: S606 (that there is no shell is the point)
    except OSError as error:
        sys.exit(f"{command[0]}: {error.strerror}")


if __name__ == "__main__":
    main()
