"""Is it as quick with a million cases as with a thousand: a database filled by a command, and what pages cost on it."""
