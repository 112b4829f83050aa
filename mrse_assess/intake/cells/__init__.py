"""What one cell of the table says: items, pages, sections and notes, with a sign for every doubt."""
