"""A fourth development set: the cross reference table in forms that are hard for a machine, each a habit of its own.

Designs take turns by seed; any seed can be built. Inverted tables, tick matrices, typed tables, spreadsheets sent as
PDF, tables by category, in columns, on turned pages, broken over pages, in two versions, beside the scheme's own empty
one or an audit, and tables of Word files. About a sixth are scans or have a poor layer of recognised words.

Where ``case.py`` and the README of the sets leave it open, the truth says what an assessor would mean:

- A run of sub-categories ("4.1-4.3") stays inside one category, and each code of it is claimed.
- A shaded, ticked, dotted or lettered cell is one claim; "S" is simulated where a key says so. A page number in a cell
  of a matrix is its page hint, "s.2" its section.
- A section leads to the page on which it begins. A row without a code is known by the title of its sub-category.
- Where the table is the contents list too, nothing is asked about the list or its claims.
- With two versions that which is called final is in force, and only its pages are the table's; an empty copy of the
  scheme's own table and a table of audit clauses are no part of it.
- An item that the table does not name has no row or column in an inverted table or matrix.
"""

from .build import build

__all__ = ["build"]
