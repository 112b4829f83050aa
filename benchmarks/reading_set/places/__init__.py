"""A development set about places inside items, messy names of items, and portfolios without a table.

The truth follows the docstring of ``more_again``. In addition:

- Nothing stands before questions, boxes, parts, minutes, hazards of a log and entries of a diary: of "Q3" the hint is
  "3", of "minute 23/041" it is "23/041", of "entry of 14 March 2024" the date as written. Of "step 4" it is "step 4".
- Of "Annex B, table 2" the hint is "B, table 2", of "sections 2 and 5" "2, 5", of "sections 2-4" "2-4". The annex and
  its table begin on the same page.
- A heading quoted in part ("under 'Controls at the door'" for "Controls at the door of the magnet room") is the hint as
  quoted, without dots.
- A place begins on the page of its heading, even if all its text stands on the next. A heading repeated with
  "continued", a running header, the item's own contents list and sentences that speak of a place are not its beginning.
- A mapping in prose, a list of contents with claimed sub-categories, and tables of evidence that only look like a
  cross reference table are no table: the truth's table is null and every item is an orphan.
"""

from .build import build

__all__ = ["build"]
