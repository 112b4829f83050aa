"""A fifth development set: tables where only the shape tells what they are.

Tick matrices of every habit, tables made with spaces and dots, rows for each of many items with several sub-categories,
and tables of Word files; of twenty seeds three are Word files and four are short scans. Half hold a decoy table. Any
seed can be built. The truth follows the docstring of ``shapes``. In addition:

- "W", "R", "P" and "M" with a key for how the applicant took part, "1", full dots and open rings are plain ticks; a
  total is no item and no sub-category, and a row of totals belongs to the table's page only.
- An item called "E23-04" or "Doc 23/04" is 23-04 or 23/04: the year is part of its name.
- "1i" is 1.1. "Cat 1 (1.1, 1.2)" claims what the brackets hold, "Cat 3" the third.
- Heads in words without codes stand in the scheme's order below the numbers of the categories.
- In Word, changes that are tracked count as accepted: what is inserted is claimed, what is struck out is not.
- A table begins on the page of the sentence above it. "p2" in a cell of a matrix is its page hint.
"""

from .build import build

__all__ = ["build"]
