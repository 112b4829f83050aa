"""The sentences of an item without running heads, each with its place and whether it is commentary or stationery."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Final

from mrse_assess.intake.text.lines import Line
from mrse_assess.intake.text.running import RunningKeys, body_lines, running_keys
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.screening.material import Material
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.phrases import Phrases, words_of

_ENDS: Final = re.compile(r"[.!?:;][\"')\]]*$")
_ASKS: Final = re.compile(r"[?:][\"')\]]*$")
_WIDE: Final = 1.4  # usual distances of lines from which a gap parts paragraphs
_SPACE: Final = 6.0  # points
_LONGEST_BEGINNING: Final = 8  # words
_LONGEST_LABEL: Final = 24  # characters
_LABEL: Final = 4  # words up to which a paragraph is a label of a form


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence, or a line that is none.

    ``words`` are in small letters. ``label``: a question, a lead or a few words by themselves, as forms print them.
    ``commentary``: marked as the applicant's words about the evidence.
    """

    page: PageText
    lines: tuple[Line, ...]
    words: tuple[str, ...]
    label: bool
    commentary: bool

    @property
    def place(self) -> Locator:
        """Where it stands, without its words."""
        boxes = [line.box for line in self.lines]
        box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        return Locator(file=self.page.file, page=self.page.number, box=box)


@dataclass(frozen=True)
class ProseReader:
    """Reads items as sentences; which beginnings mean commentary and which sentences are stationery is the data's."""

    material: Material
    begins: Phrases
    stationery: Phrases
    labels: frozenset[str]

    @classmethod
    def of(cls, material: Material, lists: Mapping[str, Sequence[str]]) -> "ProseReader":
        """The reader for lists of the data: ``commentary_begins``, ``boilerplate``, ``evidence_begins``."""
        begins, stationery = (Phrases.of(lists[name]) for name in ("commentary_begins", "boilerplate"))
        return cls(material, begins, stationery, frozenset(lists["evidence_begins"]))

    @cached_property
    def _running(self) -> Mapping[str, RunningKeys]:
        return {file.file: running_keys(file) for file in self.material.files}

    def sentences_of(self, item: EvidenceItem) -> tuple[Sentence, ...]:
        """The sentences of the item's readable pages, without stationery."""
        pages = (page for page in self.material.pages_of(item) if page.seen)
        every = (sentence for page in pages for sentence in self._page(page))
        return tuple(each for each in every if not any(self.stationery.find(each.words)))

    def _page(self, page: PageText) -> Iterator[Sentence]:
        heads = {" ".join(head.text.split()) for head in page.lines.page.headings}
        under = False
        for paragraph in self._paragraphs(body_lines(page.lines, self._running[page.file]), heads):
            words = [word for line in paragraph for word in words_of(line.text)]
            begun = self._begun(words[:_LONGEST_BEGINNING])
            is_head = paragraph[0].text in heads
            if is_head or begun or self._is_label(paragraph[0].text):
                under = bool(begun) and (is_head or begun == len(words))
            yield from _sentences(page, paragraph, commentary=under or bool(begun))

    def _paragraphs(self, lines: Sequence[Line], heads: set[str]) -> Iterator[tuple[Line, ...]]:
        """Lines that belong together: a heading by itself, else up to a wider gap, a label or a line cut short."""
        if not lines:
            return
        steps = [lower.y0 - upper.y0 for upper, lower in pairwise(lines)]
        limit = _WIDE * median(steps) if steps else 0.0
        right = max(line.x1 for line in lines)
        under_way = [lines[0]]
        for step, line in zip(steps, lines[1:], strict=True):
            upper = under_way[-1]
            parted = step > limit or (line.text in heads) != (upper.text in heads) or _ended(upper, line, right)
            if parted or self._is_label(line.text):
                yield tuple(under_way)
                under_way = []
            under_way.append(line)
        yield tuple(under_way)

    def _is_label(self, text: str) -> bool:
        """Whether a line begins as the head of a document or a message does."""
        lead, colon, _ = text.partition(":")
        words = words_of(lead[:_LONGEST_LABEL])
        return bool(colon and words) and len(lead) <= _LONGEST_LABEL and words[0] in self.labels

    def _begun(self, words: Sequence[str]) -> int:
        """How many words of the paragraph's beginning say that commentary begins."""
        return max((hit.end for hit in self.begins.find(words) if hit.first == 0), default=0)


def _ended(upper: Line, lower: Line, right: float) -> bool:
    """Whether the lower line begins anew: with a capital that would have had room on the line above."""
    first = lower.words[0]
    room = right - upper.x1 > first.x1 - first.x0 + _SPACE
    return room and not first.text[:1].islower()


def _sentences(page: PageText, paragraph: Sequence[Line], *, commentary: bool) -> Iterator[Sentence]:
    short = sum(len(line.words) for line in paragraph) <= _LABEL
    said: list[str] = []
    lines: list[Line] = []
    for line in paragraph:
        lines.append(line)
        for word in line.words:
            said.append(word.text)
            if _ENDS.search(word.text[-3:]):
                yield from _sentence(page, lines, said, short=short, commentary=commentary)
                said, lines = [], [line]
        if not said:
            lines = []
    yield from _sentence(page, lines, said, short=short, commentary=commentary)


def _sentence(
    page: PageText, lines: Sequence[Line], said: Sequence[str], *, short: bool, commentary: bool
) -> Iterator[Sentence]:
    words = tuple(words_of(" ".join(said)))
    if words:
        label = short or bool(_ASKS.search(said[-1][-3:]))
        yield Sentence(page=page, lines=tuple(lines), words=words, label=label, commentary=commentary)
