"""A whole Saksgang on one machine: PostgreSQL, Temporal and the worker, started in order and stopped in reverse."""
