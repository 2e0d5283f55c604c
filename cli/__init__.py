"""The `saksgang` command: what people, operators and scripts ask the house for. Nothing is decided here."""
