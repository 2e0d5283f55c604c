"""The record in PostgreSQL: what was said, what was decided, and what is still to be sent.

The trail is the truth; every other table is either what people sent (inbox), what must leave the house (outbox), a
ledger that guards money (frame, commitment, disbursement), or a view that could be built again from the trail.
"""
