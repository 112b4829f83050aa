"""Lines, labels, codes, dates and page numbers: what words may be, before tables and items are known."""
