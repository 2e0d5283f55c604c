"""The durable course of a case, a round, the outbox and the reconciler: deterministic, thin, and without content."""
