"""One file per custom control."""
