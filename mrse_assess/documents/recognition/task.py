"""The task of recognising one page, run in the worker after the plain reading of its document."""
# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

from dataclasses import replace
from typing import NamedTuple

from mrse_assess.documents.codec import encode_page
from mrse_assess.documents.drawn_shapes import MOST_DRAWN
from mrse_assess.documents.findings import Finding
from mrse_assess.documents.opened import opened
from mrse_assess.documents.recognition.journal import Finished
from mrse_assess.documents.recognition.picture_text import PERHAPS, TABLE
from mrse_assess.documents.values import ReadingLimits
from mrse_assess.model.pages import PageReading
from mrse_assess.terms import TextSource

PICTURES = frozenset({TABLE, PERHAPS})
"""What plain reading says of a page of words with pictures that hold some too, or may."""

UNSEEN = frozenset({"pages-without-text", "pages-recognised"}) | PICTURES
"""What plain reading says of a page that recognition then looks at, and says better."""


class PictureOfPage(NamedTuple):
    """Page ``number``, from 1, of a PDF."""

    path: str
    password: str | None
    number: int


def recognise_task(asked: PictureOfPage, limits: ReadingLimits) -> bytes:
    """The page as a line of JSON, its words recognised; a layer of words that is good is kept."""
    from mrse_assess.documents.extraction import read_page
    from mrse_assess.documents.recognition.drawn_ink import drawn_ink
    from mrse_assess.documents.recognition.engine import engine
    from mrse_assess.documents.recognition.layers import is_good
    from mrse_assess.documents.recognition.pages import as_marks, kept_words, page_picture, recognised
    from mrse_assess.documents.recognition.picture_words import with_pictures

    document = opened(asked.path, asked.password)
    page = document.load_page(asked.number - 1)
    label = (page.get_label() or "")[:60] or None if document.get_page_labels() else None
    plain, findings = read_page(page, label, limits, full=True)
    if plain.text_source is TextSource.LAYER and plain.has_text:
        picture, dpi = page_picture(page)
        if is_good(engine(), picture, dpi, plain.words):
            ink = drawn_ink(picture, dpi, plain.skew, [word[:4] for word in plain.words])
            inked, drawn = (*plain.inked, *ink.drawings), (*plain.drawn, *as_marks(ink.marks))
            return encode_page(replace(plain, inked=inked, drawn=drawn[:MOST_DRAWN]), findings)
    read = with_pictures if plain.has_text and kept_words(plain) else recognised
    reading, found = read(page, plain, limits, engine())
    kept = tuple(finding for finding in findings if finding.code not in UNSEEN)
    return encode_page(reading, (*kept, *found))


def wants_recognition(findings: tuple[Finding, ...]) -> bool:
    """Whether a page as plainly read is a picture of text, or came with a layer of words that has to be checked."""
    codes = {finding.code for finding in findings}
    return bool(codes & UNSEEN) and "page-partly-read" not in codes


def only_perhaps(findings: tuple[Finding, ...]) -> bool:
    """Whether the page's own words were read and all that is left to look at are pictures that may hold some."""
    return {finding.code for finding in findings} & UNSEEN == {PERHAPS}


def given_up(page: PageReading, findings: tuple[Finding, ...], reason: Finding) -> Finished:
    """The page as it was, with the reason why it was not recognised."""
    unread = {"pages-without-text", *PICTURES}
    kept = (*(found for found in findings if found.code not in unread), reason)
    return encode_page(page, kept), (page, kept)
