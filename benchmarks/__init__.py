"""How long the work takes, against a floor measured in the same run."""
