"""What numbers are called; the web says the same."""

from activities.names import names, short_name, short_names

__all__ = ["names", "short_name", "short_names"]
