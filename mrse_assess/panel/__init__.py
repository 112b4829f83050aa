"""The panel: where assessors differ, what hangs on it, and what the panel settles. Pure functions of the records."""
