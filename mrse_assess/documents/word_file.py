"""The words of a document's pages by themselves, one page readable without the others.

The cached reading holds much more (rulings, headings, tables) and is packed as a whole: to find a phrase in it, or the
words of one page, it would have to be unpacked and parsed altogether. This file is made beside it in the same moment.
On 500 pages it has 4 to 6 MB; what search keeps of it in memory is the text alone, since boxes are read for hits only.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import ne
from pathlib import Path
from typing import BinaryIO

from mrse_assess.documents.codec import UntrustedAnswerError
from mrse_assess.model.pages import Word
from mrse_assess.model.places import Box

_MAGIC = b"MRSE words 1\n"
_HUNDREDTHS = 100
_MOST_PAGES = 5000
_LARGEST_PAGE = 16 * 1024 * 1024  # bytes
_NUMBERS = 5  # of a word: four edges and its line


@dataclass(frozen=True, kw_only=True)
class PageWords:
    """The words of one page in reading order; ``lines`` numbers the line of each, boxes are in points as shown."""

    texts: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    lines: tuple[int, ...] = ()

    def boxes_of(self, first: int, last: int) -> tuple[Box, ...]:
        """One box for each line of the words from ``first`` to ``last``, both included."""
        found: list[Box] = []
        for at in range(first, last + 1):
            left, top, right, bottom = self.boxes[at]
            if found and self.lines[at] == self.lines[at - 1]:
                x0, y0, x1, y1 = found[-1]
                found[-1] = (min(x0, left), min(y0, top), max(x1, right), max(y1, bottom))
            else:
                found.append((left, top, right, bottom))
        return tuple(found)


def page_words(words: Sequence[Word]) -> PageWords:
    """The words of a page as it was read or drawn."""
    return PageWords(
        texts=tuple(word.text for word in words),
        boxes=tuple((word.x0, word.y0, word.x1, word.y1) for word in words),
        lines=_numbered(words),
    )


def _numbered(words: Sequence[Word]) -> tuple[int, ...]:
    lines = [word[5:] for word in words]  # block and line
    return tuple(accumulate(map(ne, lines, lines[1:]), initial=0)) if lines else ()


def packed(pages: Iterable[Sequence[Word]]) -> bytes:
    """The file's bytes for the words of all pages in order."""
    return bound([packed_page(words) for words in pages])


def bound(parts: Sequence[bytes]) -> bytes:
    """The file's bytes for pages that are packed each by itself."""
    head = struct.pack(f"<I{len(parts)}I", len(parts), *map(len, parts))
    return b"".join([_MAGIC, head, *parts])


def packed_page(words: Sequence[Word]) -> bytes:
    """The words of one page in the file."""
    texts = "\n".join([word.text for word in words]).encode("utf-8", "replace")
    edges = [round(edge * _HUNDREDTHS) for word in words for edge in word[:4]]
    count = len(words)
    return b"".join(
        [struct.pack("<II", count, len(texts)), texts, struct.pack(f"<{4 * count}i{count}I", *edges, *_numbered(words))]
    )


class WordFile:
    """A file of words, open for reading pages of it. Nothing is kept in memory but where its pages begin."""

    def __init__(self, path: Path) -> None:
        """Read the head.

        Raises:
            UntrustedAnswerError: the file is not one of these.
            OSError: there is none.
        """
        self.path = path
        with path.open("rb") as stream:
            self._places = _places(stream)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._places)

    def page(self, number: int) -> PageWords:
        """The words of page ``number``, from 1; none for a page that the file does not have."""
        return next(self.some([number]))

    def some(self, numbers: Iterable[int]) -> Iterator[PageWords]:
        """The words of these pages, from 1.

        Raises:
            UntrustedAnswerError: a page is damaged.
        """
        with self.path.open("rb") as stream:
            for number in numbers:
                yield self._read(stream, number)

    def texts(self, numbers: Iterable[int]) -> Iterator[PageWords]:
        """The words of these pages with their lines but without boxes: a third of the work."""
        with self.path.open("rb") as stream:
            for number in numbers:
                texts, rest = _texts_in(self._bytes(stream, number))
                lines = struct.unpack(f"<{len(texts)}I", rest[4 * (_NUMBERS - 1) * len(texts) :])
                yield PageWords(texts=texts, lines=lines)

    def _read(self, stream: BinaryIO, number: int) -> PageWords:
        data = self._bytes(stream, number)
        return _page_in(data) if data else PageWords()

    def _bytes(self, stream: BinaryIO, number: int) -> bytes:
        if not 1 <= number <= self.pages:
            return b""
        begin, length = self._places[number - 1]
        stream.seek(begin)
        data = stream.read(length)
        if not data:
            raise UntrustedAnswerError("a page of words is missing")
        return data


def _places(stream: BinaryIO) -> tuple[tuple[int, int], ...]:
    """Where each page begins and how long it is."""
    head = stream.read(len(_MAGIC) + 4)
    if len(head) != len(_MAGIC) + 4 or not head.startswith(_MAGIC):
        raise UntrustedAnswerError("a file of words has another head")
    (count,) = struct.unpack_from("<I", head, len(_MAGIC))
    lengths = stream.read(4 * count) if count <= _MOST_PAGES else b""
    if count > _MOST_PAGES or len(lengths) != 4 * count:
        raise UntrustedAnswerError("a file of words has a damaged head")
    places, begin = [], len(head) + len(lengths)
    for length in struct.unpack(f"<{count}I", lengths):
        if length > _LARGEST_PAGE:
            raise UntrustedAnswerError("a page of words is larger than any can be")
        places.append((begin, length))
        begin += length
    return tuple(places)


def _texts_in(data: bytes) -> tuple[tuple[str, ...], bytes]:
    """The texts of a page's words, and the bytes that follow."""
    if not data:
        return (), b""
    try:
        count, size = struct.unpack_from("<II", data)
        texts = tuple(data[8 : 8 + size].decode("utf-8").split("\n")) if count else ()
    except (struct.error, UnicodeDecodeError) as error:
        raise UntrustedAnswerError("a page of words is damaged") from error
    if len(texts) != count or len(data) != 8 + size + 4 * _NUMBERS * count:
        raise UntrustedAnswerError("a page of words is damaged")
    return texts, data[8 + size :]


def _page_in(data: bytes) -> PageWords:
    texts, rest = _texts_in(data)
    count = len(texts)
    numbers = struct.unpack(f"<{4 * count}i{count}I", rest)
    edges = [edge / _HUNDREDTHS for edge in numbers[: 4 * count]]
    boxes = zip(edges[0::4], edges[1::4], edges[2::4], edges[3::4], strict=True)
    return PageWords(texts=texts, boxes=tuple(boxes), lines=numbers[4 * count :])
