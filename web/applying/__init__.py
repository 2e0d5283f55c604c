"""The application as a municipality fills it in: steps of fields, kept as they are typed, and read as an ``Application``."""
