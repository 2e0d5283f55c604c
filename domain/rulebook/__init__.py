"""The rule book: what the rule sets say beside each other, what an office may change in them, and what follows from them."""
