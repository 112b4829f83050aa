"""Word's list numbers: counted here, since the file holds only the rule for them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mrse_assess.documents.word.tree import attr, child, children, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BULLETS = {
    "\uf0b7": "\u2022",
    "\uf0a7": "\u25aa",
    "\uf0d8": "\u27a2",
    "\uf0fc": "\u2713",
    "o": "\u25e6",
    "\uf0a8": "\u2610",
    "\uf06f": "\u2610",
}
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LEVELS = 9
_MOST_ROMAN = 4000


@dataclass(frozen=True, kw_only=True)
class _Level:
    form: str
    text: str
    start: int
    legal: bool  # every number of the label in digits


@dataclass(kw_only=True)
class Numbering:
    """The lists of one file; :meth:`label` counts on each time it is asked."""

    lists: dict[str, tuple[str, dict[int, _Level]]]  # numId -> (abstract id, levels)
    restarts: dict[tuple[str, int], int]  # (numId, level) -> start of an override
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _seen: set[tuple[str, int]] = field(default_factory=set)

    def label(self, num_id: str, level: int) -> str | None:
        """The label of the next paragraph of this list; None where the paragraph is not numbered after all."""
        if num_id not in self.lists or not 0 <= level < _LEVELS:
            return None
        abstract, levels = self.lists[num_id]
        rule = levels.get(level)
        if rule is None or rule.form == "none":
            return None
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        override = self.restarts.get((num_id, level))
        if override is not None and (num_id, level) not in self._seen:
            counts[level] = None
        self._seen.add((num_id, level))
        present = counts[level]
        counts[level] = (override if override is not None else rule.start) if present is None else present + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        if rule.form == "bullet":
            return _BULLETS.get(
                rule.text,
                rule.text if rule.text.isprintable() and rule.text.strip() and rule.text < "\ue000" else "\u2022",
            )
        return _fill(rule, levels, counts)


def read_numbering(root: "Element | None") -> Numbering:
    """The numbering part."""
    abstracts = {attr(node, "abstractNumId") or "": _levels(node) for node in children(root, "abstractNum")}
    lists: dict[str, tuple[str, dict[int, _Level]]] = {}
    restarts: dict[tuple[str, int], int] = {}
    for node in children(root, "num"):
        num_id = attr(node, "numId") or ""
        abstract = value(node, "abstractNumId") or ""
        levels = dict(abstracts.get(abstract, {}))
        for override in children(node, "lvlOverride"):
            level = number(attr(override, "ilvl"))
            if child(override, "lvl") is not None:
                levels[level] = _level(child(override, "lvl"))
            if value(override, "startOverride") is not None:
                restarts[num_id, level] = number(value(override, "startOverride"), 1)
        lists[num_id] = (abstract, levels)
    return Numbering(lists=lists, restarts=restarts)


def _levels(abstract: "Element") -> dict[int, _Level]:
    return {number(attr(node, "ilvl")): _level(node) for node in children(abstract, "lvl")}


def _level(node: "Element | None") -> _Level:
    return _Level(
        form=value(node, "numFmt") or "decimal",
        text=value(node, "lvlText") or "",
        start=number(value(node, "start"), 1),
        legal=child(node, "isLgl") is not None,
    )


def _fill(rule: _Level, levels: dict[int, _Level], counts: list[int | None]) -> str:
    """The label's pattern with the counts of the levels above put in."""
    text = rule.text
    for index in range(_LEVELS):
        if f"%{index + 1}" in text:
            of = levels.get(index)
            count = counts[index] if counts[index] is not None else (of.start if of else 1)
            text = text.replace(
                f"%{index + 1}", _written("decimal" if rule.legal or of is None else of.form, count or 0)
            )
    return text


def _written(form: str, count: int) -> str:
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * min(1 + (count - 1) // 26, 20)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < count < _MOST_ROMAN:
        roman = _roman(count)
        return roman if form == "lowerRoman" else roman.upper()
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for size, letters in _ROMAN:
        while count >= size:
            written += letters
            count -= size
    return written
