"""What every test may ask for: one PostgreSQL and one Temporal server for the whole session."""

import atexit
import time

# A thread of the Temporal SDK may still need the interpreter while it ends (temporalio/sdk-python#300);
# without this pause the test run can crash after its last line.
atexit.register(time.sleep, 0.05)
