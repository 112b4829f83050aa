"""Word files read from their own parts: content, tables, tracked changes, comments, notes, pictures. Worker only."""
