"""Everything that is kept, as one folder a person can read without the app; no Qt."""
