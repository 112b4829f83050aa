# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""Which pages and parts of its item a reference names, and the words for them."""

from random import Random

from . import wordings as w
from .labels import Style
from .model import Hint, Item, Part

_RUNS = ("-", "–", "—", " to ", "through", "between", "→")


def hint_for(rng: Random, item: Item, style: Style, *, pages: bool, bare: bool) -> Hint:
    """A hint of any kind; ``pages``: this applicant names pages at all; ``bare``: numbers of pages stand alone."""
    if bare:
        return _bare(rng, item) if rng.random() < 0.7 else Hint()
    parts = tuple(part for part in item.parts if part.kind not in style.barred)
    kinds = ["none", "none"] + ["page"] * 3 * pages + ["part"] * 3 * bool(parts) + ["both"] * 3 * bool(parts and pages)
    kind = rng.choice(kinds)
    if kind == "none":
        return Hint()
    joined = rng.choice(w.JOINS)
    if style.name == "number alone" and joined.startswith("{hint}"):  # "page 2 of 5" says something else
        joined = "{label}, {hint}"
    if kind == "page":
        found, words = _pages(rng, item)
        return Hint(pages=found, page_words=words, joined=_fitting(joined, words))
    chosen, words, section = _parts(rng, parts)
    if kind == "part":
        return Hint(parts=chosen, part_words=words, joined=_fitting(joined, words), section=section)
    first, last = chosen[0].page, chosen[-1].page
    on = tuple(sorted({part.page for part in chosen}))
    many = w.NEXT_PAGES[:13] if last > first else w.ONE_PAGE[:16]
    if last > first:
        on = tuple(range(first, last + 1))
    return Hint(
        pages=on,
        parts=chosen,
        page_words=(named := rng.choice(many)),
        part_words=words,
        both_words=_sensible(rng.choice(w.BOTH), named, words),
        joined=_fitting(joined, words),
        section=section,
    )


def _fitting(joined: str, words: str) -> str:
    """No preposition after a sign that is one itself, and no bracket inside brackets."""
    plain = words[:1] in "pPsS§¶TtFfRrCcA" and not words.startswith(("see", "top", "shown"))
    return (
        joined if plain or joined in {"{label}, {hint}", "{label} ({hint})", "{label} – {hint}"} else "{label}, {hint}"
    )


def _sensible(both: str, page: str, part: str) -> str:
    """Not two prepositions in a row."""
    doubled = "on {page}" in both and page.startswith(("on ", "at ", "only ", "from ", "between "))
    return "{page}, {part}" if doubled or part.startswith(("in ", "at ", "on ", "under ")) else both


def _bare(rng: Random, item: Item) -> Hint:
    first = rng.randint(1, item.pages)
    last = rng.randint(first, item.pages)
    return Hint(pages=tuple(range(first, last + 1)), page_words="bare", joined="{label} {hint}")


def _pages(rng: Random, item: Item) -> tuple[tuple[int, ...], str]:
    last = item.pages
    kinds = ["one"] + ["next"] * 2 * (last > 1) + ["apart"] * (last > 2) + ["mixed"] * (last > 3) + ["end"] * (last > 2)
    kind = rng.choice(kinds)
    if kind == "one":
        return (rng.choice((last, rng.randint(1, last))),), rng.choice(w.ONE_PAGE)
    if kind == "next":
        words = rng.choice(w.NEXT_PAGES)
        first = rng.randint(1, last - 1)
        to = rng.randint(first + 1, last) if any(sign in words for sign in _RUNS) else first + 1
        return tuple(range(first, to + 1)), words
    if kind == "apart":
        return (first := rng.randint(1, last - 2), rng.randint(first + 2, last)), rng.choice(w.APART)
    if kind == "mixed":
        first = rng.randint(1, last - 3)
        return (first, first + 1, first + 3), rng.choice(w.MIXED)
    return tuple(range(rng.randint(2, last - 1), last + 1)), rng.choice(w.TO_THE_END)


def _parts(rng: Random, parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], str, str]:
    """The parts that are named, the words, and the normal form of the hint."""
    kind = rng.choice(sorted({part.kind for part in parts}))
    same = [part for part in parts if part.kind == kind]
    ahead = "" if kind in {"section", "paragraph", "clause", "appendix"} else f"{kind} "
    how = rng.choice(["one"] * 2 + ["two", "range"] * (len(same) > 2 and kind in w.TWO_SECTIONS))
    start = rng.randint(0, len(same) - 1 if how == "one" else len(same) - 3)
    if how == "one":
        return (same[start],), rng.choice(w.SECTION_HINTS[kind]), ahead + same[start].number
    if how == "two":
        pair = (same[start], same[start + 1 + rng.randint(0, 1)])
        words = rng.choice(w.TWO_SECTIONS[kind])
        again = ahead if words.lower().count(kind) > 1 else ""
        return pair, words, f"{ahead}{pair[0].number}, {again}{pair[1].number}"
    run = tuple(same[start : start + 3])
    return run, rng.choice(w.A_RANGE[kind]), f"{ahead}{run[0].number}-{run[-1].number}"
