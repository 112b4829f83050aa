"""Heads of sub-categories without the scheme's codes: "1i", or words or figures below the numbers of the categories."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.grids.rulings import horizontals, positions, verticals
from mrse_assess.intake.table.tick_axes import (
    Axis,
    Entry,
    Kind,
    are_codes,
    heads,
    level_entries,
    lone_code,
    new_entry,
    upright_lines,
)
from mrse_assess.intake.text.codes import ORDINALS, read_code, read_other_form
from mrse_assess.intake.text.lines import Line, PageLines
from mrse_assess.model.pages import Word

_OTHER: Final = re.compile(r"(?<!\S)\S{0,5}\d(?:[.-]?(?:i{1,3}|iv|[a-d])|-[1-4])[).:]?(?!\S)")
_FIGURE: Final = re.compile(r"\d")
_LEAST: Final = 6  # heads of another form
_NARROWEST: Final = 6.0  # points of a column
_TALLEST: Final = 160.0  # points of the heads below the categories

_Column = tuple[float, float]


def every_row(page: PageLines, level: PageLines, codes: Sequence[str]) -> tuple[Axis, ...]:
    """Every row of heads that the page may hold, from the top; ``level`` is the page without upright words."""
    found = (*heads(page, level, codes), *said_heads(page, level, codes))
    return tuple(sorted(found, key=lambda axis: (axis.top, not axis.worded, -len(axis.entries))))


def said_heads(page: PageLines, level: PageLines, codes: Sequence[str]) -> Iterator[Axis]:
    """Every row of such heads on a page; ``level`` is the page without upright words."""
    fewest = sum("." in code for code in codes)
    for upper, lower in pairwise(level.lines):
        if len(lower.words) >= fewest and (figured := _two_rows(upper, lower, codes)) is not None:
            yield figured
    for line in level.lines:
        if len(line.words) < _LEAST or not _FIGURE.search(line.text):
            continue
        likely = len(_OTHER.findall(line.text)) >= _LEAST / 2
        if likely and (other := _other_form(level_entries(line), codes)) is not None:
            yield other
        elif (numbers := _categories(line, codes)) and (worded := _worded(page, level, line, numbers, codes)):
            yield worded
    upright = sorted(upright_lines(page), key=lambda pair: pair[1].x0) if level is not page else ()
    if (other := _other_form(upright, codes)) is not None:
        yield other


def _two_rows(upper: Line, lower: Line, codes: Sequence[str]) -> Axis | None:
    """The heads of two rows: major categories, and below them each sub-category's own figure, "1 2" or "i ii"."""
    figures = [(figure, word) for word in lower.words if (figure := figure_of(word.text))]
    wanted = [code for code in codes if "." in code]
    if [figure for figure, _ in figures] != [code.partition(".")[2] for code in wanted]:
        return None
    entries = [new_entry(code, code, word) for code, (_, word) in zip(wanted, figures, strict=True)]
    alone = {code: word for word in upper.words if (code := lone_code(word.text, codes)) and "." not in code}
    entries += [new_entry(code, code, word._replace(y1=lower.y1)) for code, word in alone.items() if code not in wanted]
    ordered = sorted(entries, key=lambda entry: entry.x0)
    rising = [codes.index(entry.name) for entry in ordered]
    return Axis(Kind.CODES, tuple(ordered), worded=True) if rising == sorted(set(rising)) else None


def figure_of(text: str) -> str:
    """A sub-category's last figure as written under its category's head; "" for any other text."""
    bare = text.strip("().").lower()
    if bare in ORDINALS:
        return str(ORDINALS[bare])
    return bare if bare.isdecimal() and len(bare) == 1 else ""


def _other_form(texts: Sequence[tuple[str, Word]], codes: Sequence[str]) -> Axis | None:
    """Heads such as "1i", "1a" or "1-1" in the scheme's order, which items' heads are not."""
    read = [(text, word, head_code(text, codes)) for text, word in texts]
    found = [new_entry(code, text, word) for text, word, code in read if code]
    names = [entry.name for entry in found]
    dotted = sum(entry.name in entry.written for entry in found if "." in entry.name)
    if dotted or len(found) < _LEAST or not are_codes(names, codes):
        return None
    return Axis(Kind.CODES, tuple(found), worded=True)


def head_code(text: str, codes: Sequence[str]) -> str | None:
    """The sub-category that a head names in any form, and nothing else; None where it names none."""
    if not any(map(str.isdecimal, text)):
        return None
    usual = read_code(text, codes)
    if usual is not None and usual.code:
        return None if usual.rest or usual.also else usual.code
    return read_other_form(text, codes)


def counted_heads(categories: Sequence[str], texts: Sequence[str], codes: Sequence[str]) -> tuple[str, ...] | None:
    """The sub-categories of heads in words, given the category that stands above each; None where their number differs.

    They stand in the scheme's order; what stands above a head may be "" before the first of them.
    """
    first = next((at for at, category in enumerate(categories) if category), len(categories))
    if list(categories[first:]) != [code.partition(".")[0] for code in codes]:
        return None
    words = [text for text in texts[first:] if any(map(str.isalpha, text)) and head_code(text, codes) is None]
    return tuple(codes) if len(set(words)) >= len(codes) - 1 else None


def _categories(line: Line, codes: Sequence[str]) -> Mapping[str, Word] | None:
    """The words that number all major categories in order, each once; None where the line has them not."""
    wanted = list(dict.fromkeys(code.partition(".")[0] for code in codes))
    found = [(word.text.strip(".:()"), word) for word in line.words]
    found = [(number, word) for number, word in found if number in wanted]
    return dict(found) if [number for number, _ in found] == wanted else None


def _worded(
    page: PageLines, level: PageLines, line: Line, numbers: Mapping[str, Word], codes: Sequence[str]
) -> Axis | None:
    """The heads in words below the numbers: as many under each as its category has sub-categories."""
    upright = [
        word
        for _, word in upright_lines(page)
        if line.y0 <= word.y0 + 1 and word.y1 <= line.y1 + _TALLEST and level is not page
    ]
    columns = _ruled(page, line, numbers) or _in_turn(upright, numbers, codes)
    bottom = max((word.y1 for word in upright), default=0.0) or _head_end(page, line)
    if bottom is None:
        return None
    entries = []
    for number in numbers:
        names = [code for code in codes if code.partition(".")[0] == number]
        if len(columns.get(number, ())) != len(names):
            return None
        entries += [
            Entry(name, name, x0, line.y0, x1, bottom) for name, (x0, x1) in zip(names, columns[number], strict=True)
        ]
    return Axis(Kind.CODES, tuple(entries), worded=True)


def _ruled(page: PageLines, line: Line, numbers: Mapping[str, Word]) -> dict[str, list[_Column]]:
    """The columns under each number between drawn lines; {} where some number has no cell."""
    middle = (line.y0 + line.y1) / 2
    strokes = verticals(page.page.rulings)
    beside = positions([each for each in strokes if each.start < middle < each.end])
    below = positions([each for each in strokes if each.end > line.y1 + (line.y1 - line.y0)])
    found: dict[str, list[_Column]] = {}
    for number, word in numbers.items():
        left = max((at for at in beside if at <= word.x0 + 1), default=None)
        right = min((at for at in beside if at >= word.x1 - 1), default=None)
        if left is None or right is None:
            return {}
        edges = [at for at in below if left - 1 <= at <= right + 1]
        found[number] = [(one, two) for one, two in pairwise(edges) if two - one >= _NARROWEST]
    return found


def _in_turn(upright: Sequence[Word], numbers: Mapping[str, Word], codes: Sequence[str]) -> dict[str, list[_Column]]:
    """The upright heads in order where no lines are drawn: each number stands above those of its category; else {}."""
    if len(upright) != len(codes):
        return {}
    found: dict[str, list[_Column]] = {}
    for code, word in zip(codes, sorted(upright, key=lambda each: each.x0), strict=True):
        found.setdefault(code.partition(".")[0], []).append((word.x0, word.x1))
    beside = (max(word.x1 for word in upright) - min(word.x0 for word in upright)) / len(upright) / 2
    above = all(
        found[number][0][0] - beside <= (word.x0 + word.x1) / 2 <= found[number][-1][1] + beside
        for number, word in numbers.items()
    )
    return found if above else {}


def _head_end(page: PageLines, line: Line) -> float | None:
    """The second line drawn below the numbers: heads that stand level end there."""
    below = [at for at in positions(horizontals(page.page.rulings)) if line.y1 - 1 <= at <= line.y1 + _TALLEST]
    return below[1] if len(below) > 1 else None
