"""A portfolio of about 500 pages, made from a seed for tests and measures and never committed.

Sixty items in five PDF files (one of them scanned), two Word files and two e-mails; every sub-category claimed, twelve
claims in one, titles of 90 characters, references that lead nowhere, items that nobody cites. Its plan is the truth
that its reading is compared with.
"""

from .book import made

__all__ = ["made"]
