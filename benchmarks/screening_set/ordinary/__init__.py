"""The development set of screening: sixty invented portfolios, each with its emphasis (seed modulo 12).

Emphases, in order: dates, authors, mhra, simulated, scope, traps, exam, phi, redactions, similar, active, passages.
Every case has the ordinary things of the others besides. ``words/`` holds the passages, ``check.py`` proves that
the answers stand in the files. What the truth means beyond the README of the set:

- Items have ``codes`` (sub-categories they are cited for) and ``measured``: false for an item whose words nobody
  can read and for a picture that is an item; their other keys are null and not measured. ``unseen`` lists pages
  where the right answer is "not checkable" (``why``: blurred scan, outlines): a finding there is neither right nor
  wrong. About one case in twelve has an item that is a readable scan; it is measured in full.
- Dates: the head of an item says when it was written, sent, held, measured or reviewed. Review due, expiry,
  printed, saved and downloaded dates, a template's revision and dates of earlier versions are not its date. Numbers
  are day first. The date of a message is that of the newest message, not of those it quotes. Of a document that the
  applicant reviewed it is the date of the review. The times of comments in Word files mean nothing.
- Author: the applicant who is merely copied in, named in a distribution list or on leave is not the author; a
  department, a team or nobody is "unclear". Minutes taken by another in which the applicant's part is shown have
  author null (not measured) and that part as role; without a part the author is "other". What the applicant wrote
  or sent has the role produce. Tracked changes are revise, comments are review.
- Simulated: ``simulated_said`` is "item" where the item says it and "note" where only the table does.
- References to the guidelines: a section without an edition and an edition without a section are mentions; a page
  counts as a section (``cited_page``, section null). An entry of a list to which a sentence of the same paragraph
  points is one reference with it. Sections of local rules, standards and tenders near the guidelines' name are none
  of theirs.
- Traps: an item that is the only one cited for category 3 has ``3_not_independent``. ``2_whole_document``: eight
  pages and more of local rules cited without a page. A change without a safety aim is also scope ``image_quality``.
- Personal data: every page that ``phi`` does not list is free of it, not only those of ``not_phi`` (pages with
  planted look-alikes); unseen pages are left out. Words under a cover that can still be read count as personal
  data, and so do those in a deletion that Word has kept. Hidden words have the kind ``hidden_text`` whatever they
  say. What an earlier revision or the metadata says is on page 1. NHS numbers begin with 999; CHI numbers pass the
  check but begin with a day that no month has.
- Redactions: ``good_redactions`` are pages with black bars, black heads of tables, banners, highlighters, grey
  fields and empty boxes under which nothing is hidden. A page with both is in ``bad_redactions`` alone. A picture
  over words is ``redactions_unsure``.
- Similar: pairs that are not listed are not alike (they share less than a third of their runs of five words).
  "none" are pairs with the same letterhead and the same paragraph of small print; "commentary_only" share a
  commentary.
- Active: links to public pages, to mail addresses and inside the file are harmless. ``of`` "file": belongs to the
  file and to no page. A file with a macro is sent along and is no item.
- Exam: ``present`` is true for the ABMRS certificate of the MRSE alone; ``kind`` says what was sent.
- Passages: one page of the item speaks of the sub-category; no other does, though rooms, staff and devices recur.
"""

from .build import build

__all__ = ["build"]
