"""The held-out set for screening. It is measured, never developed on.

Conventions beside those of the set's README:

- A key of an item that is not measured is null and named in the item's ``unmeasured``. Of an item that is blurred past
  reading nothing is measured. ``unseen`` names pages without words: "scan" (dots that can be read), "outlines" (letters
  as outlines, to be read by the eye) and "blurred".
- ``author`` is other for minutes taken by somebody else, for certificates and for another's paper that the applicant
  reviewed or revised; what the applicant did there is in ``roles``. A paper by the applicant shows produce; advice sent
  by e-mail shows propose; in minutes it is what the initials did (a matter raised and a paper asked for: initiate; a
  draft presented: produce). A relay of conditions proposes nothing.
- Of a paper with a history of versions the date is that of the last version; of an e-mail that of the sender's, not of
  the one quoted below.
- The date of tracked changes is not measured, nor are the roles of an item that is commentary only.
- A numbered note and its entry at the end are one reference, on the page of the number. A reference by page alone has
  no section and is traceable; a section without words that assess, comply or justify is traceable.
- Of fewer than two independent pieces for category 3 the trap is on every piece. A course certificate without a
  reflection has both traps of 8.1.
- ``scope`` has a place for each page with a passage of the kind. Hidden words, earlier versions and a file's own data
  are ``phi`` of those kinds alone, whatever they hold. Words under a bad cover are personal data too.
- A note of simulation may stand in the table alone. A commentary that only repeats another item is ``a`` of its pair.
- What belongs to a whole file (script, attachment, metadata, Word files) is on page 1.
"""

from .build import build

__all__ = ["build"]
