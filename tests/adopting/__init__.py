"""Word files made packs."""
