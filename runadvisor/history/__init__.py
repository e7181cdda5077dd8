"""Activities kept: recordings as they came, merged into what the runner did."""
