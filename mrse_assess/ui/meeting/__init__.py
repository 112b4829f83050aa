"""The panel page: agenda, judgements side by side, what the panel records, and its effect before it is recorded."""
