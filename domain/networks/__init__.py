"""Networks across the years: who takes part, who leads, whom they work with, and how the office follows them up.

A network is no legal person and belongs to no case (H18-10): it lives across rounds and grants, in a stream of its own.
Days are Norwegian calendar days, and a last day is still inside.
"""
