"""Cross reference tables of other shapes: tick matrix, one row for each item, lines typed with spaces."""

from random import Random
from textwrap import wrap

from benchmarks.reading_set.set_aside.claims import Claims, Ref
from benchmarks.reading_set.set_aside.grid import CODE_STYLES, Cell, Grid, code_words, line
from benchmarks.reading_set.set_aside.labels import ranged
from benchmarks.reading_set.set_aside.tables import Teller
from benchmarks.reading_set.set_aside.words import SHORT, SUB_CATEGORIES
from benchmarks.reading_set.set_aside.writing import page_words


def all_ids(claims: Claims) -> list[str]:
    """Items that serve a sub-category, in order, those that were not sent last."""
    named = {ref.item for ref in claims.refs}
    return [item.id for item in claims.items if item.id in named] + list(claims.missing)


def draw_ticks(rng: Random, teller: Teller) -> Grid:
    """A matrix: sub-categories across and items down, seldom the other way; a mark or page numbers in the cell."""
    claims = teller.claims
    style = rng.choice([one for one in CODE_STYLES if one not in {"named", "lead"}])
    mark = rng.choice(("\u2713", "\u2713", "X", "x", "\u25cf", "Y"))
    by_pair = {(ref.sub, ref.item): ref for ref in claims.refs}

    def said(sub: str, item: str) -> str:
        ref = by_pair.get((sub, item))
        return "" if ref is None else _mark(teller, ref, mark)

    ids = all_ids(claims)
    if rng.random() < 0.75:
        titled = rng.random() < 0.6
        heads = ("Evidence", "Title") if titled else ("Evidence",)
        head = line(*heads, *(code_words(sub, style) for sub in SUB_CATEGORIES))
        rows = [line(*_named(teller, one, titled), *(said(sub, one) for sub in SUB_CATEGORIES)) for one in ids]
        return Grid(headers=(head,), rows=tuple(rows), widths=((2.0, 4.0) if titled else (2.4,)) + (1.0,) * 16)
    head = line("Sub-category", *(claims.labels.brief(one) for one in ids))
    rows = [line(f"{code_words(sub, style)} {SHORT[sub]}", *(said(sub, one) for one in ids)) for sub in SUB_CATEGORIES]
    return Grid(headers=(head,), rows=tuple(rows), widths=(4.5, *(1.0 for _ in ids)))


def _mark(teller: Teller, ref: Ref, mark: str) -> str:
    said = mark if ref.pages is None else ranged([teller.page_of(ref.item, page) for page in ref.pages])
    return f"{said} S" if ref.simulated else said


def _named(teller: Teller, item_id: str, titled: bool) -> tuple[str, ...]:
    item = teller.claims.item(item_id)
    name = teller.claims.labels.brief(item_id)
    return (name, item.title if item else "to follow") if titled else (name,)


def draw_inverted(rng: Random, teller: Teller) -> Grid:
    """One row for each item, with the sub-categories that it serves; items that serve none are left out."""
    style = rng.choice([one for one in CODE_STYLES if one not in {"named", "bracket", "point"}])
    labels = teller.claims.labels
    dated = rng.random() < 0.4
    rows = []
    for one in all_ids(teller.claims):
        refs = [ref for ref in teller.claims.refs if ref.item == one]
        item = teller.claims.item(one)
        joint = "; " if any(ref.pages or ref.part for ref in refs) else ", "
        served = joint.join(_served(teller, ref, style) for ref in refs)
        name = labels.long(one) if teller.manner.long else labels.brief(one)
        middle = (str(rng.randint(2020, 2025)),) if dated else ()
        rows.append(line(name, item.title if item else "Sent separately", *middle, served))
    heads = (
        "Evidence",
        "Title",
        *(("Year",) if dated else ()),
        rng.choice(("Sub-categories", "Experience sub-categories met", "Relevant to")),
    )
    widths = (2.2, 4.5, *((1.2,) if dated else ()), 4.5)
    return Grid(headers=(line(*heads),), rows=tuple(rows), widths=widths)


def _served(teller: Teller, ref: Ref, style: str) -> str:
    inside = []
    if ref.pages is not None:
        inside.append(page_words(teller.manner, [teller.page_of(ref.item, page) for page in ref.pages]))
    inside += [ref.part.written] if ref.part else []
    inside += ["simulated"] if ref.simulated else []
    code = code_words(ref.sub, style)
    return f"{code} ({', '.join(inside)})" if inside else code


def draw_typed(rng: Random, teller: Teller) -> list[str]:
    """Lines kept in columns by spaces; what does not fit goes on below, under its column."""
    style = rng.choice(CODE_STYLES)
    titled = rng.random() < 0.6
    left = 18 if not titled else 34
    lines = [f"{'SUB-CATEGORY':<{left}}EVIDENCE", ""]
    for sub in SUB_CATEGORIES:
        refs = teller.claims.of(sub)
        name = f"{code_words(sub, style)} {SHORT[sub]}" if titled else code_words(sub, style)
        texts = [
            part
            for piece in (teller.cell(refs).split("\n") if refs else ["-"])
            for part in wrap(piece, 84 - left, break_on_hyphens=False)
        ]
        lines.append(f"{name:<{left}}{texts[0]}")
        lines += [" " * left + text for text in texts[1:]]
        lines += [""] if rng.random() < 0.15 else []
    return lines


def plain(grid: Grid) -> list[list[Cell]]:
    """Header and body rows in one list."""
    return [list(row) for row in (*grid.headers, *grid.rows)]
