"""The held-out set: eighty portfolios by hands that know nothing of how intake works. Measured, never developed on.

Seeds 0 to 79; every form, table and habit is dealt out so that each comes several times, and all else is drawn from the
seed. ``plan`` deals, ``choosing`` picks items, ``papers`` writes them, ``claims`` draws references, ``wording`` puts
them into words, ``tables``, ``matrices`` and ``front`` make the front, ``word`` the Word files, ``binding`` the files,
``truth`` the answers.

Where the README of the sets leaves it open the truth says what an assessor would mean:

- A section, table, slide, minute or e-mail that is named without a page leads to the page on which it begins. The hint
  of a minute is its number, of an e-mail in a chain its date as written, of a quoted heading its words, of an annex of
  the item its letter.
- "Evidence 3" for 3a and 3b is one reference to 3 that leads to both. A run ("E3-E5") claims each of its items.
- A note that evidence is simulated holds for every reference to that item, however it is said.
- Where pages count without the item's title sheet, or with it, a sentence says so.
- With two versions of the table the one that is called final is in force. An empty copy of the form is no table.
- Where an inverted table is the only list of the evidence, nothing is asked about the contents list or its claims.
- A CV or a covering letter in a folder is no item. An item "to follow" was not sent.
- A whole Word file has no pages: only items, references and cells are asked of it.
"""

from .build import build

__all__ = ["build"]
