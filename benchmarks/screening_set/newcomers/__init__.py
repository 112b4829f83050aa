"""A set for screening, written by a hand that knew nothing of how screening works: measured, never developed on.

Conventions beside those of the set's README:

- A key of an item that is not measured is null and named in the item's ``unmeasured``. Of pictures, and of items whose
  letters are outlines or blurred past reading, nothing is measured. ``unseen`` names pages without words: "scan" (dots
  that can be read), "outlines" and "blurred".
- ``author`` is applicant where a by-line, a signature, a sender's line, a signed mail from a shared mailbox or minutes
  name the applicant as maker, alone or among others; other where only others are named; unclear where nobody is, or
  only a department. It is not measured of certificates, commentaries, changed papers and papers first written by
  another and revised by the applicant.
- ``roles``: a paper that the applicant made shows produce; advice by mail and proposals in minutes show propose; a
  reviewer's line shows review. Of letters, memos, reflections, commentaries, mails that only report and papers that
  are proposals they are not measured.
- ``date``: the latest day on which the version shown was written, issued, sent, held or measured. ``date_kind`` is null
  where more than one kind would do. Days of other things in the text are not the item's. The date of papers with
  tracked changes is not measured.
- A table of clauses has a reference in each row; a numbered note and its text below are one.
- ``scope``: a passage out of scope within a work, or a work that is so as a whole. Of software it is not measured.
- Bad covers hide personal data, which are ``phi`` too; a cover that is a picture hides a project's code. What belongs
  to a whole file (script, attachment, metadata, earlier versions, Word files) is on page 1.
- A course certificate has both traps of 8.1. Of fewer than two pieces, or two alike, for category 3 each has the trap.
- ``similar``: "near" and "duplicate" are one work twice; "commentary_only" two works with the same commentary; "none"
  share small print. Pairs that are not listed are not alike.
"""

from .build import build

__all__ = ["build"]
