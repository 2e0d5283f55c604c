"""What touches the world on behalf of a workflow: record, enforce, deliver, reconcile."""
