"""How Saksgang runs: on one machine, in containers, and under watch."""
