"""A third development set: places inside items, sub-items, other forms of the table, people who write as they like.

Twelve families take turns, so that seed modulo 12 says what a case is about: places inside items, sub-items, several
files with many items each, printed numbers, inverted tables, tick matrices, a whole DOCX, titles, orphans and
references that lead nowhere, tables by category, in two columns and in two versions, messy wording, folders and zips.
Any seed can be built.

Where ``case.py`` and the README of the sets leave it open, the truth says what an assessor would mean:

- A section hint is the number, letter, date or heading alone. "table ", "figure ", "slide ", "row ", "step " stand
  before it, and in the same way "bullet " and "sheet " (for tab, sheet and worksheet). Nothing stands before
  sections, headings without their quotation marks, paragraphs, clauses, points, minutes, chapters, parts, appendices
  and annexes of an item, and dates of e-mails as written. Of "section 2 (Findings)" it is the 2.
- "final paragraph", "second half" and "opening paragraph" are section hints in these words; the first leads to the
  item's last page, the last to its first, a half to the whole item. "3rd page" is page 3, counted in the item.
- A section named without a page leads to the page on which it begins, two of them to both pages, a run of them to
  every page on which one of them begins. An item's own list of contents and sentences that speak of a later part are
  not its beginning.
- "3(a)" is item 3a, "3(i)" is 3i. An item that comes in parts 3a and 3b has no other pages: "E3" is a reference to 3
  that leads to all of them, and none of them is then an orphan. "3a and b" is two references. "Part 2" of an item
  that has but one label is a section hint.
- "Ditto", "as above" and "as for 2.1" repeat the references with their hints. Below a simulated row they are not
  used.
- "(simulated)" behind a code or in the row's remarks holds for each reference of the row; "real case, not simulated",
  "redacted" and the like are no notes. P and S in a matrix with a key for primary and supporting are plain ticks.
- A page beyond the item, counted in the item, leads to the whole item. Items "to follow" in the contents list are not
  sent.
- The title is what the contents list or the divider says, without a subtitle in smaller print. Where only one of them
  gives a title it is that; a divider without one has the name of the item alone.
- With two versions of the table the one that is called final is in force, wherever it stands; only its pages are the
  table's.
- A roman-numbered front is not counted by printed numbers. "Page 3 of 5" in the corner is the document's own and not
  meant where a sentence or the numbers themselves speak of the foot of the page.
- Files in a zip inside the portfolio are ``evidence.zip/name.pdf``. An e-mail has page 1.
"""

from .build import build

__all__ = ["build"]
