"""The files an applicant sent, made into pages: stored by hash, read by an isolated worker, drawn one at a time.

Importing this room imports no parser: everything that touches an applicant's bytes runs in the worker.
"""

from mrse_assess.documents.names import visible
from mrse_assess.documents.page_pictures import picture_of, render_page, submit_page
from mrse_assess.documents.places import reader_name
from mrse_assess.documents.reading import forget_reading, read_document
from mrse_assess.documents.taking_in import take_in
from mrse_assess.documents.unlocking import unlock
from mrse_assess.documents.values import (
    IntakeLimits,
    PagePicture,
    PasswordNeededError,
    PortfolioLockedError,
    ReadingLimits,
    StoredFile,
    TakenIn,
    stored_file,
)
from mrse_assess.documents.word_file import PageWords, WordFile, page_words
from mrse_assess.documents.words import make_words, open_words

__all__ = [
    "IntakeLimits",
    "PagePicture",
    "PageWords",
    "PasswordNeededError",
    "PortfolioLockedError",
    "ReadingLimits",
    "StoredFile",
    "TakenIn",
    "WordFile",
    "forget_reading",
    "make_words",
    "open_words",
    "page_words",
    "picture_of",
    "read_document",
    "reader_name",
    "render_page",
    "stored_file",
    "submit_page",
    "take_in",
    "unlock",
    "visible",
]
