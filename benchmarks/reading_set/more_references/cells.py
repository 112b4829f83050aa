# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""The rows of the table as planned, and the words that stand in them."""

from collections.abc import Callable
from random import Random

from . import wordings as w
from .hints import hint_for
from .labels import FIRST_TO_LAST, SEVERAL, Style
from .model import Cell, Hint, Item, Reference
from .topics import CODES

LABEL_AND_TITLE = ("{label} ({title})", "{label} – {title}", "{label}: {title}")
TITLE_ALONE = ("“{title}”", "‘{title}’", '"{title}"')


def rows_of(
    rng: Random, style: Style, items: tuple[Item, ...], files: dict[str, str], *, pages: bool, bare: bool
) -> list[Cell]:
    """A cell for each sub-category: most with references, some blank, some that repeat another."""
    orphans = set(rng.sample([item.index for item in items if item.sent], rng.randint(0, 2)))
    pool = [item for item in items if item.index not in orphans]
    waiting = rng.sample(pool, len(pool))
    blank = set(rng.sample(CODES, rng.randint(0, 3)))
    rows: list[Cell] = []
    for code in CODES:
        if code in blank:
            rows.append(Cell(code=code, references=(), text=rng.choice(w.NOT_CLAIMED)))
        elif rng.random() < 0.05 and (copy := _repeating(rng, code, rows, style)):
            rows.append(copy)
        else:
            count = rng.choice((1, 1, 2, 2, 3))
            chosen = [waiting.pop() for _ in range(min(count, len(waiting)))]
            chosen += rng.sample([item for item in pool if item not in chosen], count - len(chosen))
            rows.append(
                _cell(rng, code, sorted(chosen, key=lambda item: item.index), style, files, pages=pages, bare=bare)
            )
    if waiting:
        repeated = [row.references for row in rows if row.text is not None]
        able = [place for place, row in enumerate(rows) if row.text is None and row.references not in repeated]
        row = able[-1]
        kept = [reference.item for reference in rows[row].references]
        rows[row] = _cell(rng, rows[row].code, [*kept, *waiting], style, files, pages=pages, bare=bare)
    return rows


def _repeating(rng: Random, code: str, rows: list[Cell], style: Style) -> Cell | None:
    if style.numbering == "dotted" or style.name == "number alone" or not rows:
        return None
    words = rng.choice(w.AS_ELSEWHERE)
    if "{code}" not in words:
        return (
            Cell(code=code, references=rows[-1].references, text=words)
            if rows[-1].references and rows[-1].text is None
            else None
        )
    others = [row for row in rows if row.references and row.text is None and "." in row.code]
    if not others or (" above" in words and not others):
        return None
    other = rng.choice(others)
    return Cell(code=code, references=other.references, text=words.format(code=other.code))


def _cell(
    rng: Random, code: str, items: list[Item], style: Style, files: dict[str, str], *, pages: bool, bare: bool
) -> Cell:
    several = _several(rng, items, style)
    if several and not bare:
        return Cell(
            code=code,
            several=several,
            before=_maybe(rng, w.BEFORE, 0.15),
            after=_maybe(rng, w.WHOLE, 0.15),
            references=tuple(Reference(item=item, hint=Hint(), label=item.number) for item in items),
        )
    references = tuple(
        Reference(
            item=item,
            hint=(hint := hint_for(rng, item, style, pages=pages, bare=bare)),
            label=_label(rng, item, style, files, hint),
        )
        for item in items
    )
    single = len(references) == 1 and not references[0].hint.pages and not references[0].hint.parts and not bare
    return Cell(
        code=code,
        references=references,
        between=_between(rng, references, style),
        before=_maybe(rng, w.BEFORE, 0.12) if not bare else "",
        after=_maybe(rng, w.WHOLE, 0.4) if single else "",
    )


def _maybe(rng: Random, words: tuple[str, ...], share: float) -> str:
    return rng.choice(words) if rng.random() < share else ""


def _several(rng: Random, items: list[Item], style: Style) -> str:
    """The words that name all these items after one word, or none."""
    if not style.many or len(items) < 2 or rng.random() > 0.3:
        return ""
    run = [item.index for item in items] == list(range(items[0].index, items[0].index + len(items)))
    if run and len(items) > 2 and style.numbering == "number" and rng.random() < 0.6:
        return rng.choice(style.many) + rng.choice(FIRST_TO_LAST).format(items[0].number, items[-1].number)
    fitting = [
        form for form in SEVERAL if form.count("{") == len(items) and not (style.name == "number alone" and "/" in form)
    ]
    return rng.choice(style.many) + rng.choice(fitting).format(*(item.number for item in items)) if fitting else ""


def _label(rng: Random, item: Item, style: Style, files: dict[str, str], hint: Hint) -> str:
    """What the item is called here: by its label, rarely with its title or by its title or file alone."""
    plain = rng.choice(style.cells[:2] if rng.random() < 0.5 else style.cells).format(n=item.number, z=item.padded)
    chance = rng.random()
    if not item.sent or hint.page_words == "bare" or chance > 0.16:
        return plain
    name = files.get(item.id, "").rsplit("/", 1)[-1]
    if chance < 0.08 and [file.rsplit("/", 1)[-1] for file in files.values()].count(name) == 1:
        return name if rng.random() < 0.6 else name.rsplit(".", 1)[0]
    form = rng.choice(LABEL_AND_TITLE + TITLE_ALONE)
    return form.format(label=plain, title=item.title)


def _between(rng: Random, references: tuple[Reference, ...], style: Style) -> str:
    if style.name == "number alone":
        return rng.choice(("\n", ";\n", "; "))
    used = "".join(
        hint.joined + hint.both_words + hint.page_words + hint.part_words
        for hint in (reference.hint for reference in references)
        if hint.pages or hint.parts
    )
    fits = [words for words in w.BETWEEN if not words.strip() or words.strip("\n ") not in used]
    return rng.choice(fits)


def text_of(cell: Cell, page_number: Callable[[Item, int], int], simulated: str, bare: str) -> str:
    """The words of a cell. ``page_number`` says how this applicant writes a text page of an item."""
    if cell.text is not None:
        return cell.text
    if cell.several:
        return f"{cell.before}{cell.several}{cell.after}"
    written = []
    for reference in cell.references:
        words = _reference(reference, page_number, bare)
        written.append(simulated.format(ref=words) if reference.simulated and simulated else words)
    bullet = "• " if "•" in cell.between and not cell.before else ""
    return f"{bullet}{cell.before}{cell.between.join(written)}{cell.after}"


def _reference(reference: Reference, page_number: Callable[[Item, int], int], bare: str) -> str:
    hint = reference.hint
    if not hint.pages and not hint.parts:
        return reference.label
    pages = [page_number(reference.item, page) for page in hint.pages]
    if hint.page_words == "bare":
        run = str(pages[0]) if len(pages) == 1 else f"{pages[0]}-{pages[-1]}"
        words = bare.format(r=run)
        return f"{reference.label}{'' if words.startswith(':') else ' '}{words}"
    page = part = ""
    if pages:
        page = hint.page_words.format(
            a=pages[0], b=pages[1 if "{d}" in hint.page_words else -1], c=pages[-1], d=pages[-1]
        )
    if hint.parts:
        part = hint.part_words.format(x=hint.parts[0].number, y=hint.parts[-1].number)
    both = hint.both_words.format(page=page, part=part) if page and part else page or part
    return hint.joined.format(label=reference.label, hint=both)
