"""The API for other programs, under ``/api/v1``: it shows and hands in, as the pages do; nothing is decided here."""
