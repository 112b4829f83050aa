"""Items of evidence as planned: how long, of which parts, under which numbers."""

from random import Random

from .labels import Style, number
from .model import Item, Part
from .topics import HEADINGS, TITLES


def items_of(rng: Random, style: Style) -> tuple[Item, ...]:
    """Items in their order; one in three portfolios lacks one or two of them."""
    count = rng.randint(9, 13)
    missing = set(rng.sample(range(3, count), rng.choice((0, 0, 1, 2))))
    titles = rng.sample(TITLES, count)
    made, first = [], 1
    for index in range(count):
        written, padded = number(style, index)
        pages = rng.choice((1, 2, 3, 3, 4, 4, 5))
        item = Item(
            index=index,
            number=written,
            padded=padded,
            title=titles[index],
            pages=pages,
            parts=parts_of(rng, pages),
            sent=index not in missing,
            first=first,
        )
        made.append(item)
    return tuple(made)


def parts_of(rng: Random, pages: int) -> tuple[Part, ...]:
    """The numbered parts of an item: at least one begins on each page, in their order."""
    form = rng.choice(
        ("numbered", "numbered", "deep", "lettered", "policy", "slides", "rows", "steps", "paragraphs", "none")
    )
    if form == "none":
        return ()
    headings = rng.sample(HEADINGS, len(HEADINGS)) * 3
    if form == "slides":
        return tuple(
            Part(kind="slide", number=str(page), page=page, heading=headings[page]) for page in range(1, pages + 1)
        )
    each = rng.choice((2, 3)) if form in {"rows", "steps", "policy", "paragraphs"} else rng.choice((1, 2))
    numbers = _numbers(form, pages * each)
    kind = {"rows": "row", "steps": "step", "policy": "clause", "paragraphs": "paragraph"}.get(form, "section")
    parts = [
        Part(kind=kind, number=text, page=place // each + 1, heading=headings[place])
        for place, text in enumerate(numbers)
    ]
    if kind == "section":
        parts += _captions(rng, pages)
        if pages > 2 and form != "lettered":
            parts += [Part(kind="appendix", number="A", page=pages, heading="Supporting figures")]
    return tuple(parts)


def _captions(rng: Random, pages: int) -> list[Part]:
    kind = rng.choice(("table", "figure"))
    on = sorted(rng.sample(range(1, pages + 1), min(pages, rng.choice((1, 3, 3)))))
    return [Part(kind=kind, number=str(place), page=page, heading="Results") for place, page in enumerate(on, start=1)]


def _numbers(form: str, count: int) -> list[str]:
    if form == "lettered":
        return [chr(ord("A") + place) for place in range(count)]
    if form in {"deep", "policy", "paragraphs"}:
        return [f"{place // 3 + 1}.{place % 3 + 1}" for place in range(count)]
    return [str(place + 1) for place in range(count)]
