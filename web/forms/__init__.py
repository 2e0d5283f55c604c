"""Forms made from what a command takes: described once from its model, drawn by one template, read back into its body."""
