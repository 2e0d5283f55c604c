"""What an office does that belongs to no case: by which rule, until when, and which tasks wait for it."""
