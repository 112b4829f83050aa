"""A set for screening, written by a hand that knew nothing of how screening works. It is measured, never developed on.

Conventions beside those of the set's README:

- A key of an item that is not measured is null and named in the item's ``unmeasured``. Of an item that is blurred past
  reading, or whose letters are outlines, nothing is measured. ``unseen`` names pages without words: "scan" (dots that
  can be read), "outlines" and "blurred".
- ``author`` is applicant where a by-line, a signature, a sender's line or minutes name the applicant as maker, alone or
  among others; other where only others are named as makers; unclear where nobody is, or only a department. It is not
  measured where people would differ: a version by another that the applicant revised, minutes in which the applicant
  advised on another's paper, a log or report about the applicant that nobody signed.
- ``roles``: a paper that the applicant made shows produce, and initiate besides where it says so; advice by e-mail
  shows propose. A relay of conditions shows none. Of commentaries, reflections and logs roles are not measured.
- ``date``: the latest day on which the version shown was written, issued, sent, held, measured or reviewed. A report
  with a day of the visit and one of issue has the latter. The date of tracked changes is not measured.
- A numbered note and its text below are one reference; two sections in one sentence are two. A section or page always
  comes with an edition, except where the words say that the unit was assessed or complies.
- ``scope`` has a place for each page with a passage of the kind. Hidden words, earlier versions and a file's own data
  are ``phi`` of those kinds alone. Words under a bad cover are personal data too. Every page that is not in ``phi`` is
  free of personal data.
- A course certificate without a reflection has both traps of 8.1; of fewer than two independent pieces for category 3
  every piece has the trap. Local rules of eight pages and more cited without a page have their trap and no passages.
- ``similar``: "commentary_only" are two different papers with one and the same commentary; "none" share letterhead,
  small print or a mail's ending. Pairs that are not listed are not alike.
- What belongs to a whole file (script, attachment, metadata, Word files) is on page 1.
"""

from .build import build

__all__ = ["build"]
