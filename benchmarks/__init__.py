"""What this shape costs, as ratios measured side by side: `make bench`."""
