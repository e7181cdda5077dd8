"""Load -> graded warnings; pure."""
