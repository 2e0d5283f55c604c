"""The demonstration: what happens in it is data (`lives_*`), how it happens is the real house with a moved clock."""
