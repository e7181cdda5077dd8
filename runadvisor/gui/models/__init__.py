"""Qt item models over our records."""
