"""A structured document as plain values: what every format is made from, so that all say the same in the same order."""

from collections.abc import Iterator
from typing import Any

from mrse_assess.model.letter import (
    Block,
    Heading,
    Listing,
    Notice,
    Paragraph,
    RuleTable,
    Sentence,
    StructuredDocument,
)
from mrse_assess.rendering.clean import clean

Payload = dict[str, Any]
"""Keys: title, language, author, mark, compact, head, foot (lists of text), blocks (dicts with a ``kind``).

Text is clean.
"""

_LINE = 92  # characters in a line of the page, about
_SHORT = 22  # characters of a cell that is not to be broken
_GAP = 3


def payload_of(document: StructuredDocument) -> Payload:
    """The document as dicts, lists and clean text, fit for JSON."""
    return {
        "title": clean(document.title),
        "language": document.language,
        "author": clean(document.author),
        "mark": clean(document.mark),
        "compact": document.compact,
        "head": [clean(sentence.text) for sentence in document.head],
        "foot": [clean(sentence.text) for sentence in document.foot],
        "blocks": [_block(block) for block in document.blocks],
    }


def texts(payload: Payload) -> Iterator[str]:
    """Every piece of text in reading order: head, then each block; the foot of the pages is left out."""
    yield from payload["head"]
    for block in payload["blocks"]:
        yield from block_texts(block)


def block_texts(block: Payload) -> Iterator[str]:
    """The pieces of text of one block in reading order."""
    match block["kind"]:
        case "table":
            yield from block["header"]
            for row in block["rows"]:
                yield from row
        case "list":
            yield from block["entries"]
        case "notice":
            yield block["lead"]
            yield from block["entries"]
        case _:
            yield from filter(None, (block.get("lead", ""), block["text"]))


def _block(block: Block) -> Payload:
    match block:
        case Heading(level=level, sentence=sentence):
            return {"kind": "heading", "level": level, "text": clean(sentence.text)}
        case Paragraph(sentences=sentences, lead=lead, apart=apart):
            words = clean(lead.text) if lead else ""
            return {"kind": "paragraph", "lead": words, "text": _run_on(sentences), "apart": apart}
        case Listing():
            return {"kind": "list", "entries": _entries(block)}
        case Notice(lead=lead, entries=entries):
            return {"kind": "notice", "lead": clean(lead.text), "entries": [_run_on(entry) for entry in entries]}
        case RuleTable():
            return _table(block)


def _entries(listing: Listing) -> list[str]:
    texts = [_run_on(entry) for entry in listing.entries]
    return [text + (listing.between if place < len(texts) else listing.end) for place, text in enumerate(texts, 1)]


def _table(table: RuleTable) -> Payload:
    header = [clean(cell.text) for cell in table.header]
    rows = [[clean(cell.text) for cell in row] for row in table.rows]
    longest = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    short = [length <= _SHORT for length in longest]
    return {"kind": "table", "header": header, "rows": rows, "weights": _weights(longest, short), "short": short}


def _weights(longest: list[int], short: list[bool]) -> list[int]:
    """Shares of the line: columns of short cells get what they need, the others share the rest by their length."""
    needed = [length + _GAP if brief else 0 for length, brief in zip(longest, short, strict=True)]
    rest = max(_LINE - sum(needed), _SHORT)
    long_ones = sum(length for length, brief in zip(longest, short, strict=True) if not brief)
    return [need or max(rest * length // long_ones, _GAP) for need, length in zip(needed, longest, strict=True)]


def _run_on(sentences: tuple[Sentence, ...]) -> str:
    return clean(" ".join(sentence.text for sentence in sentences))
