"""The field's nouns: frozen records with no behaviour beyond their own invariants."""
