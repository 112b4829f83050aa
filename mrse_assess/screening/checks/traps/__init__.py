"""What the guidance bars for single sub-categories: an audit of equipment for 2.2, mere attendance for 8.1.

Each is looked for only in items that are cited for the sub-category, and prompts a person to look. Clauses: the notes
N1.1, N1.2, N2.2, N3 and N7, the texts C2 to C4, S3, S4.2, S5.1, S6.1, S8.1 and S8.2, and G8b.
"""

from mrse_assess.screening.checks.traps.look import look

__all__ = ["look"]
