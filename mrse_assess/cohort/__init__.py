"""Many applications at once: long frames from the records, what is counted in them, and what of it may be published."""
