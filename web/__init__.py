"""The place where people work: pages, login, and the door to the cases. Nothing is decided here."""
