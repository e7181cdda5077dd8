"""Activities -> daily load and its metrics; pure."""
