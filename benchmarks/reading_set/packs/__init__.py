"""A fifth development set: where a reference leads, in folders, zips, single PDFs and Word files beside PDFs.

Sixty applicants, one habit to each (seed modulo 60). Emphasis on folders in which numbering begins anew, on names of
files, on sub-items and items of several files, on references that lead nowhere and items that nobody cites, on notes
about simulated evidence, and on places inside items. The truth follows the docstrings of ``more_again`` and ``places``.
In addition:

- Where two folders hold an "Evidence 1" the id is the folder's name and the label: "1.1/1", "Category 2/1". A label
  that comes once keeps its own form. A row means the item of its own sub-category's or category's folder, unless it
  names another. What such a list of contents claims by its folders is not asked.
- An item's folder of several files, "part 1" and "part 2", and annexes in files of their own are one item with several
  spans. "Evidence 3, Annex B" leads to the file of that annex, and "B" is its section hint.
- "Evidence 4" for 4a, 4b and 4c leads to all of them. An item "to follow", "withdrawn", or listed without a file was
  not sent. A page beyond the item leads to the whole item.
- A CV, an application form and a covering letter are no items, and no orphans.
- Notes are "simulated" however it is said: behind a reference, by a mark with a key, in a column, in remarks, behind
  the sub-category (then of each reference of the row), or in a sentence that names the items (then of each reference
  to them). Other notes are none.
- What a column "What it shows" says of sections, pages or tables, and such words in titles, are no places.
"""

from .build import build

__all__ = ["build"]
