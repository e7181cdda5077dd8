"""Files -> recordings: one reader for each format, told apart by content."""
