"""The varied set: ``build(seed, folder)`` makes one portfolio with its answers.

How a seed becomes a portfolio, a module for each step:
``axes`` chooses (without building), ``plan`` names items, rows and ids, ``evidence`` writes the papers, ``sheets``
typesets them, ``layout`` puts them into files, ``references`` draws which pages a row means and counts them as the
applicant does, ``writing`` puts that into words, ``tables`` and ``matrices`` make the table, ``front_making`` the front
matter, ``binding`` and ``scanning`` the files, ``truth`` the answers.

What the answers hold where more than one reading is possible:
- A reference without a page hint leads to the whole item, also where it names a section, table or paragraph.
- A hint beyond the item's pages leads to the whole item; it is no part of ``page_counting``.
- ``page_counting_also`` are the countings by which every hint of the portfolio leads to the same pages.
- A reference to an item in several files has ``spans`` beside ``file`` and ``pages``, which are of the first file.
- "4" for 4a and 4b is one reference to "4" with the pages of both; neither is an orphan then.
- Where the portfolio has no table every item is an orphan, and there are no references.
- "(hypothetical)", "*" and "(S)" with a legend, and "Simulated" in a column of comments are all the note "simulated".
- The date of a cover is given as an ISO date. An unsigned authentication has no date.
- A layer of recognised words has mistakes; the truth is what the picture says.
"""

from .build import build

__all__ = ["build"]
