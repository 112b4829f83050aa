"""The letter as it will go out, block by block, each sentence under the number that it has there.

A draft that is refused says so in sentences of its own, which the trace counts. On the sheet they are neither shown nor
counted: no number changes when a ground comes or goes, and each is that of the issued letter's trace.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mrse_assess.letter.edits import anchor_of
from mrse_assess.model.letter import (
    Block,
    Heading,
    Letter,
    Listing,
    Notice,
    Paragraph,
    RuleTable,
    Sentence,
    block_sentences,
)
from mrse_assess.workbench.letter_life.digests import DAY_OF_ISSUE, OF_DRAFTS
from mrse_assess.workbench.letter_life.page_views import SheetBlock, SheetPart, SheetSentence

ANCHOR = 16
"""So many signs of an anchor tell the sentences of one letter apart."""

Run = tuple[SheetSentence, ...]


@dataclass(frozen=True, kw_only=True)
class Marked:
    """Which sentences are to be marked: by number on the sheet, those refused; by text, those of the issued letter.

    ``issued`` is None while no letter stands, or when it is as the records give it now.
    """

    refused: frozenset[int] = frozenset()
    issued: frozenset[str] | None = None


def sheet_of(letter: Letter, marked: Marked) -> tuple[SheetBlock, ...]:
    """Head, blocks and foot, without what only a draft says of itself."""
    sheet = _Sheet(letter, marked)
    head = SheetBlock(part=SheetPart.HEAD, lines=sheet.lines(letter.head))
    blocks = tuple(view for block in letter.blocks for view in _views(block, sheet) if not _is_of_draft(block))
    return (head, *blocks, SheetBlock(part=SheetPart.FOOT, lines=sheet.lines(letter.foot)))


def on_sheet(letter: Letter) -> tuple[tuple[int, Sentence], ...]:
    """The sentences of the sheet in order, each with its number in the trace of the draft."""
    return tuple((at, one) for at, one in enumerate(letter.sentences(), 1) if one.section != OF_DRAFTS)


def sheet_numbers(letter: Letter) -> dict[int, int]:
    """From numbers in the trace of a draft to those on the sheet, both from 1."""
    return {at: number for number, (at, _) in enumerate(on_sheet(letter), 1)}


def short_anchor(sentence: Sentence) -> str:
    """The beginning of the sentence's anchor, by which a page names it."""
    return anchor_of(sentence)[:ANCHOR]


class _Sheet:
    """The sentences of a letter, handed out in reading order."""

    def __init__(self, letter: Letter, marked: Marked) -> None:
        numbers = sheet_numbers(letter)
        self._next = (_sentence(one, numbers.get(at, 0), marked) for at, one in enumerate(letter.sentences(), 1))

    def run(self, sentences: Sequence[Sentence], last: str = "") -> Run:
        """These sentences, one running on into the next; ``last`` is printed behind the last of them."""
        said = [next(self._next) for _ in sentences]
        return tuple(replace(one, after=last if one is said[-1] else " ") for one in said)

    def lines(self, sentences: Sequence[Sentence]) -> tuple[Run, ...]:
        """These sentences, each by itself."""
        return tuple(self.run((one,)) for one in sentences)


def _is_of_draft(block: Block) -> bool:
    return all(sentence.section == OF_DRAFTS for sentence in block_sentences(block))


def _sentence(sentence: Sentence, number: int, marked: Marked) -> SheetSentence:
    return SheetSentence(
        number=number,
        anchor=short_anchor(sentence),
        text=sentence.text,
        gap=any(slot.gap for slot in sentence.slots),
        edited=sentence.edit is not None,
        rests=bool(sentence.rows),
        refused=number in marked.refused,
        moved=marked.issued is not None and sentence.text not in marked.issued and sentence.passage != DAY_OF_ISSUE,
    )


def _views(block: Block, sheet: _Sheet) -> Iterator[SheetBlock]:
    match block:
        case Heading(level=level, sentence=sentence):
            yield SheetBlock(part=SheetPart.HEADING, level=level, lines=sheet.lines((sentence,)))
        case Paragraph(sentences=sentences, lead=lead, apart=apart):
            said = (lead, *sentences) if lead else sentences
            yield SheetBlock(part=SheetPart.PARAGRAPH, lines=(sheet.run(said),), lead=lead is not None, apart=apart)
        case Listing(entries=entries, between=between, end=end):
            ends = (*(between for _ in entries[1:]), end)
            runs = tuple(sheet.run(entry, last) for entry, last in zip(entries, ends, strict=True))
            yield SheetBlock(part=SheetPart.LIST, lines=runs)
        case RuleTable(header=header, rows=rows):
            cells = (*header, *(cell for row in rows for cell in row))
            yield SheetBlock(part=SheetPart.TABLE, columns=len(header), lines=sheet.lines(cells))
        case Notice(lead=lead, entries=entries):
            yield SheetBlock(part=SheetPart.PARAGRAPH, lines=sheet.lines((lead,)), lead=True)
            yield SheetBlock(part=SheetPart.LIST, lines=tuple(sheet.run(entry) for entry in entries))
