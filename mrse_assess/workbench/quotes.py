"""Words of the evidence pinned to a judgement: kept by file, page and text, and found again when reading changes."""

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite

from mrse_assess.documents import PageWords
from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import PinnedQuote, Withdrawal
from mrse_assess.model.judgement import Judgement
from mrse_assess.model.places import Box
from mrse_assess.model.portfolio import Document, EvidenceItem
from mrse_assess.records.payloads import Value
from mrse_assess.terms import EventKind
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.evidence import document_of, item_places, place_in_words
from mrse_assess.workbench.evidence_views import QuoteView
from mrse_assess.workbench.folding import HYPHENS
from mrse_assess.workbench.page_text import Run, is_broken, places_of, spellings
from mrse_assess.workbench.recording import case_of, record
from mrse_assess.workbench.views import Receipt, Unit
from mrse_assess.workbench.words import words_made, words_there

LONGEST_QUOTE = 600  # characters
MOST_QUOTES = 40  # of one unit
_TOLERANCE = 2.0  # points beyond the page's edge, for what a selection rounds
_SOFT = "\N{SOFT HYPHEN}"


def own_quotes(assessment: Assessment, unit: Unit) -> tuple[PinnedQuote, ...]:
    """This assessor's quotes of the unit in force, in the order in which they were first pinned."""
    order = {event.event: number for number, event in enumerate(assessment.events)}
    mine = [
        quote
        for quote in assessment.in_force.quotes
        if quote.by == assessment.assessor and (quote.sub_category, quote.evidence_id) == unit
    ]
    return tuple(sorted(mine, key=lambda quote: order.get(quote.event, 0)))


def quote_views(assessment: Assessment, unit: Unit) -> tuple[QuoteView, ...]:
    """The unit's quotes with their places as the file is read now."""
    item = assessment.portfolio.item(unit.evidence_id)
    return tuple(_view(assessment, item, quote) for quote in own_quotes(assessment, unit))


def quote_and_place(assessment: Assessment, unit: Unit) -> tuple[str, str]:
    """The text of the unit's first quote and its place in words, for the judgement; ("", "") without one."""
    return _said(assessment, unit, own_quotes(assessment, unit))


# ---------------------------------------------------------------- acts


def pin(assessment: Assessment, unit: Unit, text: str, number: int, boxes: Sequence[Box]) -> Receipt:
    """Pin words of page ``number`` of the item; the judgement in force is recorded again with its first quote.

    Raises:
        BadRequestError: the words do not stand on that page, are too long, or the place is not on the page.
    """
    document, page = _page_of(assessment, unit, number)
    _check_boxes(document, page, boxes)
    words = words_made(assessment.workspace, document).page(page)
    run = place_of(words, text, boxes)
    if run is None:
        raise BadRequestError(_not_there(words, text))
    there = own_quotes(assessment, unit)
    for quote in there:
        on_page = (quote.sha256, quote.page) == (document.sha256, page)
        if on_page and place_of(words, quote.text, quote.boxes) == run and quote.recorded_at:
            return Receipt(saved_at=quote.recorded_at.astimezone(), event=quote.event, head=assessment.head)
    if len(there) >= MOST_QUOTES:
        raise BadRequestError(f"This item has {MOST_QUOTES} quotes here; take one off before you pin another.")
    quote = PinnedQuote(
        **case_of(assessment),
        sub_category=unit.sub_category,
        evidence_id=unit.evidence_id,
        pin=assessment.workspace.new_id(),
        text=checked_text(quoted(words, run)),
        file=document.name,
        sha256=document.sha256,
        page=page,
        boxes=words.boxes_of(*run),
    )
    return record(assessment, quote, *_judged_again(assessment, unit, (*there, quote)))


def unpin(assessment: Assessment, unit: Unit, name: str) -> Receipt:
    """Take a quote off; the judgement in force is recorded again with the quote that is first then.

    Raises:
        BadRequestError: the unit has no such quote.
    """
    there = own_quotes(assessment, unit)
    if name not in {quote.pin for quote in there}:
        raise BadRequestError("This quote is not pinned here any more. Reload the page to see what is.")
    left = tuple(quote for quote in there if quote.pin != name)
    gone = Withdrawal(**case_of(assessment), of=EventKind.QUOTE, unit=(*unit, name))
    return record(assessment, gone, *_judged_again(assessment, unit, left))


def _judged_again(assessment: Assessment, unit: Unit, quotes: Sequence[PinnedQuote]) -> tuple[Value, ...]:
    """The judgement in force with the first of these quotes, () where that changes nothing."""
    judgement = assessment.judgement(*unit)
    if judgement is None:
        return ()
    quote, place = _said(assessment, unit, quotes)
    said = replace(judgement, quote=quote, page=place or judgement.page, recorded_at=None, event="")
    return () if _same_words(said, judgement) else (said,)


def _same_words(one: Judgement, other: Judgement) -> bool:
    return (one.quote, one.page) == (other.quote, other.page)


def _said(assessment: Assessment, unit: Unit, quotes: Sequence[PinnedQuote]) -> tuple[str, str]:
    if not quotes:
        return "", ""
    item, first = assessment.portfolio.item(unit.evidence_id), quotes[0]
    number = _number(assessment, item, first)
    place = place_in_words(item, number) if item else ""
    return first.text, place or f"page {first.page} of {first.file}"


# ---------------------------------------------------------------- places


def place_of(words: PageWords, text: str, boxes: Sequence[Box]) -> Run | None:
    """Where the text stands on the page: of several places the one that lies most in the boxes; None for nowhere."""
    runs = places_of(spellings(words), text)
    return max(runs, key=lambda run: _inside(words, run, boxes), default=None)


def _inside(words: PageWords, run: Run, boxes: Sequence[Box]) -> int:
    """How many words of the run have their middle in one of the boxes."""
    middles = [((x0 + x1) / 2, (y0 + y1) / 2) for x0, y0, x1, y1 in words.boxes[run.first : run.last + 1]]
    return sum(any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes) for x, y in middles)


def quoted(words: PageWords, run: Run) -> str:
    """The words of the run as they are printed; one broken at a line's end is put together and keeps its hyphen."""
    parts = []
    for at in range(run.first, run.last + 1):
        goes_on = at < run.last and is_broken(words, at)
        parts.append(words.texts[at].rstrip(_SOFT) if goes_on else f"{words.texts[at]} ")
    return " ".join("".join(parts).split())


def checked_text(text: str) -> str:
    """The text.

    Raises:
        BadRequestError: it is longer than a quote may be.
    """
    if len(text) > LONGEST_QUOTE:
        raise BadRequestError(
            f"The words have {len(text)} characters; a quote has at most {LONGEST_QUOTE}. Select fewer."
        )
    return text


def _not_there(words: PageWords, text: str) -> str:
    if not words.texts:
        return "This page is a picture without words, so nothing of it can be pinned. Describe it in a note."
    if not text.strip(HYPHENS + " \n\t\r"):
        return "Select the words to pin first."
    return "These words do not stand on this page as they were selected. Select them again, line by line."


def _check_boxes(document: Document, page: int, boxes: Sequence[Box]) -> None:
    width, height = document.page_sizes[page - 1] if page <= len(document.page_sizes) else (1e5, 1e5)
    for box in boxes:
        x0, y0, x1, y1 = box
        on_page = -_TOLERANCE <= x0 <= x1 <= width + _TOLERANCE and -_TOLERANCE <= y0 <= y1 <= height + _TOLERANCE
        if not on_page or not all(map(isfinite, box)):
            raise BadRequestError("The place of the words is not on this page. Select them again.")


def _page_of(assessment: Assessment, unit: Unit, number: int) -> tuple[Document, int]:
    """The file and its page that page ``number`` of the unit's item is."""
    portfolio = assessment.portfolio
    item = portfolio.item(unit.evidence_id)
    places = item_places(item) if item else ()
    if unit.sub_category not in assessment.scheme.codes or not 1 <= number <= len(places):
        raise BadRequestError(f"Item {unit.evidence_id} has no page {number} that words could be pinned from.")
    file, page = places[number - 1]
    return document_of(portfolio, file), page


def _number(assessment: Assessment, item: EvidenceItem | None, quote: PinnedQuote) -> int:
    """The page of the item, from 1, on which the quote stands; 0 when that page is not the item's now."""
    files = {document.name for document in assessment.portfolio.documents if document.sha256 == quote.sha256}
    for number, (file, page) in enumerate(item_places(item) if item else (), start=1):
        if file in files and page == quote.page:
            return number
    return 0


def _view(assessment: Assessment, item: EvidenceItem | None, quote: PinnedQuote) -> QuoteView:
    """The quote; words that lie ready are looked at, others are trusted to be where they were (same bytes)."""
    documents = [one for one in assessment.portfolio.documents if one.sha256 == quote.sha256]
    words = words_there(assessment.workspace, documents[0], quote.page) if documents else PageWords()
    run = place_of(words, quote.text, quote.boxes) if words is not None else None
    boxes = words.boxes_of(*run) if words is not None and run else quote.boxes
    found = words is None or run is not None
    return QuoteView(
        pin=quote.pin,
        text=quote.text,
        number=_number(assessment, item, quote),
        boxes=boxes if found else (),
        found=found,
        pinned_at=(quote.recorded_at or assessment.workspace.clock()).astimezone(),
        recognised=bool(documents) and quote.page in documents[0].pages_recognised,
    )
