"""What table, contents list, items and authentication say of each other, as Problems."""
