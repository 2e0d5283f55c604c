"""What a grant case *is*: pure rules without I/O and without a clock.

Everything here is a function of its arguments. The instant, the facts and the rule set come in from
outside; events or a refusal come out. Only the standard library, pydantic and python-statemachine are used.
"""
