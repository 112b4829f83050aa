"""Where on its line something stands: the cell it is in, what is printed before it, and what stands over it."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from mrse_assess.intake.text.lines import Line, segments
from mrse_assess.model.pages import Word
from mrse_assess.screening.page_text import PageText

_TOKENS: Final = re.compile(r"[A-Za-z']+|\d[\d.]*")
_WORDS: Final = re.compile(r"[a-z']+")
_SENTENCE_END: Final = re.compile(
    r"(?<!\b[A-Za-z])(?<!\b(?:[Nn]o|[Dd]r))(?<!\b(?:[Aa]cq|[Rr]ev|[Vv]er|[Rr]ef))[.!?;]\s"  # "A. Example", "no. 4"
)
_BULLETS: Final = " \u2022*-([|#"
_PARTS: Final = re.compile(r"[\t|;\u2022]")
_ONLY_NUMBERS: Final = re.compile(r"(?:[\W\d_]|[A-Z]{1,4}(?![A-Za-z]))*")  # and letters of a code: "Form MR-F2"
_UNHEARD: Final = frozenset({"the", "this", "our", "was", "were", "been"})
_LONGEST_LEAD: Final = 3  # words that may stand before a label that a colon follows: "Report completed:"
_LONGEST_PHRASE: Final = 6  # words
_HEAD_LINES: Final = 16
_LONGEST_TITLE: Final = 9  # words
_LONGEST_HEAD: Final = 200  # characters
_AMOUNT: Final = re.compile(r"\b(?:\d+|of|few|some|about) minutes")
_SEEN_BACK: Final = 90  # characters
_HIGHEST_ABOVE: Final = 2  # lines
_BEGUN: Final = 3  # words of a sentence that a line may end with before its label is whole
_FULL_LINE: Final = 8  # words from which a line may be one of running text


class Label(NamedTuple):
    """A label of the data before a value.

    Its kind, whether it begins its cell, how many words stand between it and the value, what those are, and what its
    cell holds before it.
    """

    kind: str
    leads: bool
    between: int
    words: tuple[str, ...] = ()
    rest: str = ""
    lead: str = ""


@dataclass(frozen=True)
class Labels:
    """Phrases of the data by kind. The nearest to the value counts, and of those that end there the longest.

    Kinds of ``beside`` count only where nothing stands between the phrase and the value; those of ``stronger`` also
    where another label follows them ("Template, issue 3").
    """

    kinds: Mapping[tuple[str, ...], str]
    beside: frozenset[str] = frozenset()
    stronger: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        lists: Mapping[str, Sequence[str]],
        names: Sequence[str],
        beside: Sequence[str] = (),
        stronger: Sequence[str] = (),
    ) -> "Labels":
        """The labels of these lists."""
        each = ((name, phrase.lower().split()) for name in names for phrase in lists.get(name, ()))
        phrases = {tuple(word for word in words if word not in _UNHEARD): name for name, words in each}
        return cls(phrases, frozenset(beside), frozenset(stronger))

    @cached_property
    def _last_words(self) -> frozenset[str]:
        return frozenset(phrase[-1] for phrase in self.kinds)

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self.kinds)

    def may_begin(self, text: str) -> bool:
        """Whether a label can begin a cell of the line: a quick look that saves a slow one."""
        return not self._first_words.isdisjoint(_WORDS.findall(text.lower()))

    def leading(self, cell: str) -> int:
        """How long the longest label is with which the cell begins, 0 for none."""
        bare = cell.lstrip(_BULLETS)
        first = _TOKENS.search(bare)
        if first is None or first.group().lower().strip(".") not in self._first_words:
            return 0
        colon = bare.find(":", first.end())
        said = _TOKENS.finditer(bare, 0, colon if colon >= 0 else len(bare))
        found = ((match.group().lower().strip("."), match.end()) for match in said)
        tokens = list(islice((each for each in found if each[0] not in _UNHEARD), _LONGEST_PHRASE))
        for count in range(len(tokens), 0, -1):
            if tuple(token[0] for token in tokens[:count]) in self.kinds:
                return tokens[count - 1][1] + len(cell) - len(bare)
        return 0

    def before(self, text: str) -> Label | None:
        """The nearest label in the text that stands before a value, cells parted by tabulators."""
        text = text[-_SEEN_BACK:]
        found = ((match.group().lower().strip("."), match) for match in _TOKENS.finditer(text))
        tokens = [(word, match.start(), match.end()) for word, match in found if word not in _UNHEARD]
        for end in range(len(tokens), 0, -1):
            if tokens[end - 1][0] not in self._last_words:
                continue
            for begin in range(max(0, end - _LONGEST_PHRASE), end):
                words = tuple(token[0] for token in tokens[begin:end])
                if words in self.kinds and (end == len(tokens) or self.kinds[words] not in self.beside):
                    lead = _PARTS.split(text[: tokens[begin][1]])[-1]
                    rest = text[tokens[end - 1][2] :]
                    return self._label(words, lead, len(tokens) - end, rest)
        return None

    def _label(self, words: tuple[str, ...], lead: str, between: int, rest: str) -> Label:
        """The label, which also begins its cell where only another stands before it: "Issue 3, dated"."""
        said = [word for word in lead.strip(_BULLETS).split() if word.lower() not in _UNHEARD]
        kind, bare = self.kinds[words], not said
        outer = None if bare else self.before(lead)
        if outer is None or not outer.leads or not _ONLY_NUMBERS.fullmatch(outer.rest):
            ends = rest.lstrip().startswith(":") and len(words[-1]) > len("date") and len(lead.split()) <= _LONGEST_LEAD
            return Label(kind, bare or ends, between, words, rest, lead)
        return Label(
            outer.kind if outer.kind in self.stronger else kind, leads=True, between=between, words=words, rest=rest
        )


@dataclass(frozen=True)
class Rows:
    """The lines of one page with their cells, for places found in the page's text."""

    page: PageText
    _parted: dict[int, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line.text) + 1
        return starts

    @property
    def lines(self) -> Sequence[Line]:
        """The page's lines, top to bottom."""
        return self.page.lines.lines

    def line_at(self, place: int) -> int:
        """Which line a place of the text stands in."""
        return bisect_right(self._starts, place) - 1

    def start_of(self, line: int) -> int:
        """Where a line begins in the page's text."""
        return self._starts[line]

    def parted(self, line: int) -> str:
        """The line's text, a tabulator in place of the space between two cells; worked out once."""
        known = self._parted.get(line)
        if known is None:
            known = self._parted[line] = self._in_cells(line)
        return known

    def _in_cells(self, line: int) -> str:
        begin = self._starts[line]
        text = self.page.text[begin : begin + len(self.lines[line].text)]
        at, parts = 0, []
        for cell in segments(self.lines[line]):
            length = sum(len(word.text) + 1 for word in cell)
            parts.append(text[at : at + length - 1])
            at += length
        return "\t".join(parts)

    def cells(self, line: int) -> tuple[tuple[Word, ...], ...]:
        """The words of each of the line's cells."""
        return segments(self.lines[line])

    def before(self, place: int) -> str:
        """What the line holds before a place, cells parted by tabulators; of the place's own cell the last sentence."""
        line = self.line_at(place)
        cells = self.parted(line)[: place - self._starts[line]].split("\t")
        return "\t".join([*cells[:-1], _SENTENCE_END.split(cells[-1])[-1]])

    def led_on(self, line: int) -> str:
        """The few words of a sentence begun at the end of the line above, where running text leads on; else ""."""
        above = self.parted(line - 1) if line else ""
        if "\t" in above + self.parted(line) or len(above.split()) < _FULL_LINE:
            return ""
        *before, begun = _SENTENCE_END.split(above)
        if begun.rstrip().endswith((".", "!", "?")):
            return ""
        return f"{begun} " if before and len(begun.split()) <= _BEGUN else ""

    def over(self, start: int, end: int) -> str:
        """The nearest words on the lines above that stand over the place, or ""."""
        line = self.line_at(start)
        box = self.page.place(start, end).box
        if box is None:
            return ""
        for upper in range(line - 1, max(-1, line - 1 - _HIGHEST_ABOVE), -1):
            cells = [cell for cell in segments(self.lines[upper]) if cell[0].x0 < box[2] and box[0] < cell[-1].x1]
            if cells:
                return " ".join(word.text for word in cells[0])
        return ""

    def under(self, line: int, start: int, end: int) -> tuple[int, str]:
        """Where the cell under a place begins and what it holds; nothing where the next line has none there."""
        box = self.page.place(start, end).box
        if box is None or line + 1 >= len(self.lines):
            return start, ""
        at = self._starts[line + 1]
        for cell in self.parted(line + 1).split("\t"):
            below = self.page.place(at, at + len(cell)).box
            if below and below[0] < box[2] and box[0] < below[2]:
                return at, cell
            at += len(cell) + 1
        return start, ""

    def top(self, line: int) -> float:
        """How far down the page a line stands, 0 at the top and 1 at the foot."""
        return self.lines[line].y0 / max(1.0, self.page.lines.page.height)


def is_titled(rows: Rows, phrases: Sequence[str], within: int = _HEAD_LINES) -> bool:
    """Whether a line near the top that is no sentence bears one of the phrases, and not as an amount ("22 minutes")."""
    heads = (line.text.lower() for line in rows.lines[:within])
    short = (text for text in heads if len(text) <= _LONGEST_HEAD and len(text.split()) <= _LONGEST_TITLE)
    titles = [_AMOUNT.sub("", text) for text in short if not text.endswith((".", ";"))]
    return any(phrase in title for title in titles for phrase in phrases)
