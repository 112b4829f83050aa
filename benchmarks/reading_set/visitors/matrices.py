"""Tables of other shapes: a row for each item, ticks, a column for each sub-category, and lines without any table."""

from .blocks import Block, Cell, Grid, Para
from .chance import chance
from .claims import of_item
from .data import codes
from .dates import day
from .model import Item, Ref
from .numbers import in_figures
from .phrases import Phrases

MARK = "table"


def _items(phrases: Phrases) -> list[Item]:
    """The items that the table names, in their order."""
    return [item for item in phrases.plan.items if of_item(phrases.refs, item)]


def inverted(phrases: Phrases) -> list[Block]:
    """A row for each item, with the sub-categories that it serves."""
    habits = phrases.habits
    rng = chance("inverted", habits.seed)
    dated, simulated = rng.random() < 0.4, habits.simulated == "column"
    join = rng.choice(("; ", "\n", "\n"))
    heads = [phrases.head("evidence"), phrases.head("item_title"), *(["Date"] if dated else []), phrases.head("claims")]
    heads += [phrases.head("simulated")] if simulated else []
    rows = [[Cell(text=head, bold=True, shade=True) for head in heads]]
    for item in _items(phrases):
        claims = [_claim(phrases, ref) for ref in of_item(phrases.refs, item)]
        plain = all(not ref.pages and not ref.part for ref in of_item(phrases.refs, item))
        cells = [phrases.marked(item, item.name), item.title, *([day(item.dated, "short")] if dated else [])]
        cells.append((", " if plain else join).join(claims))
        cells += [("Yes" if item.simulated else "No")] if simulated else []
        rows.append([Cell(text=text) for text in cells])
    widths = [2.0, 4.0, *([1.7] if dated else []), 3.2, *([1.5] if simulated else [])]
    return [Grid(rows=rows, widths=widths, lines=habits.lines, mark=MARK, size=-1)]


def _claim(phrases: Phrases, ref: Ref) -> str:
    place, code = phrases.place(ref), phrases.short_code(ref.code)
    return f"{code} ({place})" if place else code


def ticks(phrases: Phrases) -> list[Block]:
    """Items down, sub-categories across; a tick, a cross or the pages where both meet."""
    habits = phrases.habits
    rng = chance("ticks", habits.seed)
    sign = rng.choice(("\u2713", "X", "\u2713", "x"))
    titled = rng.random() < 0.5
    head = Cell(text=phrases.head("evidence"), bold=True, shade=True)
    across = [Cell(text=phrases.short_code(code), bold=True, shade=True, middle=True) for code in codes()]
    rows = [[head, *across]]
    for item in _items(phrases):
        said = phrases.marked(item, item.name) + (f" {item.title}" if titled else "")
        mine = {ref.code: ref for ref in of_item(phrases.refs, item)}
        rows.append(
            [Cell(text=said), *(Cell(text=_tick(phrases, mine.get(code), sign), middle=True) for code in codes())]
        )
    grid = Grid(rows=rows, widths=[5.0 if titled else 3.2, *[1.0] * 16], lines=habits.lines, mark=MARK, size=-3)
    if not any(ref.pages for ref in phrases.refs):
        return [grid]
    return [grid, Para(text=f"A number in a box is the page; {sign} stands for the whole item.", size=-1)]


def _tick(phrases: Phrases, ref: Ref | None, sign: str) -> str:
    if ref is None:
        return ""
    return in_figures(phrases.numbers.shown(ref)) if ref.pages else sign


def transposed(phrases: Phrases) -> list[Block]:
    """A column for each sub-category and one row of evidence, in two bands one above the other."""
    made: list[Block] = []
    for half in (codes()[:8], codes()[8:]):
        heads = [phrases.code(code) for code in half]
        refs = [[ref for ref in phrases.refs if ref.code == code] for code in half]
        cells = [phrases.cell(own, placed=False) for own in refs]
        rows = [
            [Cell(text=phrases.head("code"), bold=True, shade=True), *(Cell(text=head, bold=True) for head in heads)]
        ]
        rows.append([Cell(text=phrases.head("evidence"), bold=True, shade=True), *(Cell(text=cell) for cell in cells)])
        if any(ref.pages for own in refs for ref in own):
            places = [Cell(text=phrases.places(own) if own else "") for own in refs]
            rows.append([Cell(text=phrases.head("place"), bold=True, shade=True), *places])
        made.append(Grid(rows=rows, widths=[1.4, *[1.5] * 8], lines=phrases.habits.lines, mark=MARK, size=-2))
        made.append(Para(text=" "))
    return made


def typed(phrases: Phrases) -> list[Block]:
    """Lines of text."""
    style = chance("typed", phrases.habits.seed).choice(("colon", "below", "arrow"))
    made: list[Block] = []
    for code, refs in phrases.rows():
        said = phrases.cell(refs).replace("\n", "; ")
        line = {"colon": f"{phrases.code(code)}: {said}", "arrow": f"{phrases.code(code)} \u2192 {said}"}.get(style)
        if line:
            made.append(Para(text=line, mark=MARK))
        else:
            made += [Para(text=phrases.code(code), bold=True, mark=MARK), Para(text=said, mark=MARK)]
    return made
