"""The newcomers: eighty applicants by a hand that knows nothing of how intake works. Measured, never developed on.

``choice`` deals the habits, ``items`` and ``documents`` write the evidence, ``claims`` draws references, ``wording``
puts them into words, ``rows``, ``matrices`` and ``tables`` make the table, ``front`` and ``vouching`` the rest,
``binding``, ``loose`` and ``word`` the files, ``scanner`` the scans, ``truth`` the answers; ``check`` proves them.

Where the README of the sets leaves it open the truth says what an assessor would mean:

- A section, table, figure, slide, row, step or minute that is named without a page leads to the page where it begins.
  The hint of a minute is its number; two sections are "2, 4"; a paragraph named behind a page is its number.
- A run ("3, 5-7") claims each of its items. A contents list with "-" for an item names no sub-category.
- A simulated item is marked wherever the table names it; in a list of items the mark stands beside its title.
- Where pages count with or without a divider sheet, or could be taken for others, a sentence says which.
- With two versions of the table the one that is called current is in force. The scheme's own table is none.
- Where an inverted table is the only list of the evidence, nothing is asked about the contents list or its claims.
- A CV in a folder is no item.
- Pages of Word files, spreadsheets and slide shows are not known.
"""

from .build import build

__all__ = ["build"]
