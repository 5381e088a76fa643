"""New packs."""
