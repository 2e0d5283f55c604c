"""A municipality's own case: what it must do, what it may do, and what it has sent."""
