"""The register doors: what is known before and beside the cases, each written as record → trail, without the engine."""
