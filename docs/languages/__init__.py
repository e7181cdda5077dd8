"""What translators get, and the pseudo-locale: development only."""
