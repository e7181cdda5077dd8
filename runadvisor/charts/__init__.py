"""Load, warnings and plan as matplotlib figures, for window, command line and print alike."""
