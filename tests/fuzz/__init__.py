"""The API is asked everything that its description lets one ask, and much that it does not."""
