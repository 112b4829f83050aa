"""A structured document as plain values: what every format is made from, so that all say the same in the same order."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from mrse_assess.model.letter import (
    Block,
    CountTable,
    Heading,
    Listing,
    Notice,
    Paragraph,
    Picture,
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
_LISTED = 2  # level of the headings that a list of contents names


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
        "blocks": _blocks(document),
    }


def _blocks(document: StructuredDocument) -> list[Payload]:
    """The blocks, those that the list of contents names with a number, and the list before the first of them."""
    blocks, numbers = [_block(block) for block in document.blocks], count(1)
    if not document.contents:
        return blocks
    numbered = [block | {"number": next(numbers)} if _is_listed(block) else block for block in blocks]
    first = next((place for place, block in enumerate(numbered) if _is_listed(block)), len(numbered))
    return [*numbered[:first], {"kind": "contents", "text": clean(document.contents)}, *numbered[first:]]


def _is_listed(block: Payload) -> bool:
    return bool(block["kind"] == "heading" and block["level"] == _LISTED)


def in_words(payload: Payload) -> Payload:
    """The same for formats of words and simple tables: a picture as what it shows, counts as cells of text."""
    return payload | {"blocks": [_in_words(block) for block in payload["blocks"] if block["kind"] != "contents"]}


def _in_words(block: Payload) -> Payload:
    match block["kind"]:
        case "picture":
            return {"kind": "paragraph", "lead": "", "text": block["text"], "apart": False}
        case "counts":
            rows = [[name, *(f"{main} ({detail})" if detail else main for main, detail in cells)]
                    for name, cells in block["rows"]]  # fmt: skip
            return _laid_out(block["header"], rows)
        case _:
            return block


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
        case "counts":
            yield from block["header"]
            for name, cells in block["rows"]:
                yield name
                yield from (part for cell in cells for part in cell if part)
        case "picture" | "contents":
            yield block["text"]
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
        case Picture() | CountTable():
            return _figure(block)


def _entries(listing: Listing) -> list[str]:
    texts = [_run_on(entry) for entry in listing.entries]
    return [text + (listing.between if place < len(texts) else listing.end) for place, text in enumerate(texts, 1)]


def _figure(block: Picture | CountTable) -> Payload:
    if isinstance(block, Picture):
        return {"kind": "picture", "text": clean(block.alt.text), "svg": block.svg.decode()}
    return _counts(block)


def _counts(table: CountTable) -> Payload:
    rows = [(clean(name), [(clean(cell.main), clean(cell.detail)) for cell in cells]) for name, cells in table.rows]
    return {"kind": "counts", "header": [clean(name) for name in table.header], "rows": rows}


def _table(table: RuleTable) -> Payload:
    header = [clean(cell.text) for cell in table.header]
    return _laid_out(header, [[clean(cell.text) for cell in row] for row in table.rows])


def _laid_out(header: list[str], rows: list[list[str]]) -> Payload:
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
