"""Organisation history: which municipalities there were and are, and who else can be paid (E23, E46)."""
