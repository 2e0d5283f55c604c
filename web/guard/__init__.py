"""What stands before every page: who is there, what they may see, and that the request is their own."""
