"""From a seed to a whole plan; nothing is drawn here."""

import re
from dataclasses import replace
from random import Random
from typing import Final

from ..more_references.chance import chance  # noqa: TID252 - the set is imported by two names
from ..more_references.model import People  # noqa: TID252 - as above
from ..more_references.plan import _people  # noqa: TID252 - the same people apply in both sets
from ..more_references.topics import CODES  # noqa: TID252 - as above
from . import names as n
from .hints import hint_for
from .model import Hint, Item, Plan, Ref, Row
from .names import Style
from .works import GENRES, parts_of

FAMILIES: Final = (
    *("sections", "sub-items", "volumes", "numbers", "inverted", "ticks"),
    *("word", "titles", "nowhere", "layouts", "messy", "files"),
)
FORMS: Final = {
    "inverted": (
        "cards",
        "lines",
        "category columns",
        "boxes",
        "pairs",
        "codes then items",
        "stacked",
        "rules inverted",
    ),
    "ticks": ("marks down", "primary", "halves", "places", "two heads", "yes no", "shaded heads", "items across"),
    "word": ("w grid", "w inverted", "w ticks", "w boxes", "w category", "w bullets", "w marks", "w pairs", "w cards"),
    "layouts": ("per category", "two column", "two versions", "columns by weight", "per category list"),
}
BY_CODE: Final = ("grid", "grid", "split", "typed", "rules", "columns by weight", "merged", "zebra")
BY_ITEM: Final = (*FORMS["inverted"], *FORMS["ticks"])
WITHOUT_HINTS: Final = frozenset(
    (
        *("category columns", "boxes", "marks down", "primary", "halves", "two heads", "yes no", "shaded heads"),
        *("items across", "w ticks", "w boxes", "w marks", "codes then items"),
    )
)
LISTS: Final = ("table", "plain", "dotted", "claims", "brackets")
HEADINGS: Final = ("{h}: {t}", "{h}\n{t}", "{h} - {t}", "{h} | {t}", "{h}. {t}")


def plan(seed: int) -> Plan:
    """The portfolio of this seed."""
    rng = chance("more again", seed)
    family, turn = FAMILIES[seed % len(FAMILIES)], seed // len(FAMILIES)
    form = _form(rng, family, turn)
    carrier, segments, counting = _carried(rng, family, turn)
    style = n.STYLES[(seed * 5 + turn) % len(n.STYLES)]
    if family == "sub-items":
        style = n.STYLES[(0, 1, 2, 3, 6)[turn % 5]]
    items = _items(rng, family, style, carrier, turn)
    items = _filed(rng, items, carrier, turn, style)
    messy = family == "messy" or rng.random() < 0.12
    hinted = form not in WITHOUT_HINTS
    short = family == "messy" and turn % 3 == 0
    writer = _Writer(rng, style, counting if hinted else "none", carrier, messy=messy, short=short)
    writer.alone = form in BY_ITEM
    writer.ordinals = counting in {"item", "item_after_divider"} and (counting != "item" or segments != "dividers")
    writer.beyond = family == "nowhere" and counting == "item"
    writer.sections = (0.8 if family in {"sections", "word"} else 0.45) if hinted else 0.0
    rows = _rows(writer, items, _orphans(rng, family, items))
    simulated, legend = _simulated(rng, rows, form, turn)
    if short:
        legend = (_abbreviations(style), *legend)
    if messy:
        simulated = _mess(rng, simulated, form)
    draft = _rows(writer, items, set()) if form == "two versions" else ()
    listing = rng.choice(LISTS)
    if family == "titles" and turn % 3 == 2:
        listing = "none"
    return Plan(
        seed=seed,
        family=family,
        form=form,
        carrier=carrier,
        segments=segments,
        counting=counting if hinted else "none",
        word=style.cells[0],
        heading=style.heading,
        items=items,
        rows=tuple(simulated),
        people=_applicant(seed, rng),
        listing=listing,
        claims=listing == "claims",
        statement=rng.choice(n.STATEMENTS[counting]) if hinted and counting != "none" and rng.random() < 0.5 else "",
        legend=legend,
        draft=tuple(draft),
        draft_first=turn % 2 == 0,
        roman=family == "numbers" and turn % 2 == 0,
        restart=family == "numbers" and (turn % 2 == 0 or turn % 3 == 0),
        counters=family == "numbers" and turn % 3 != 0,
        front=_front(rng, carrier),
        front_docx=family == "files" and turn % 4 == 1,
        messy=messy,
        traits=(family, f"form: {form}", f"items: {style.heading} {style.by}"),
    )


def _applicant(seed: int, rng: Random) -> People:
    people = _people(chance("more again, people", seed))
    return people if rng.random() < 0.9 else replace(people, submitted=None)


def _form(rng: Random, family: str, turn: int) -> str:
    if family in FORMS:
        return FORMS[family][turn % len(FORMS[family])]
    if family == "files" and turn % 4 == 1:
        return rng.choice(FORMS["word"])
    if family in {"sub-items", "volumes", "numbers", "titles", "nowhere"} and rng.random() < 0.3:
        return rng.choice(BY_ITEM)
    return rng.choice(BY_CODE)


def _carried(rng: Random, family: str, turn: int) -> tuple[str, str, str]:
    """What is sent, how items are told apart, what page numbers count."""
    fixed = {
        "word": ("docx", "headings", "none"),
        "volumes": ("volumes", rng.choice(("dividers", "headings")), ("portfolio", "printed", "file")[turn % 3]),
        "numbers": ("pdf", rng.choice(("dividers", "headings", "stamps")), "printed"),
        "files": (("folder", "zip")[turn % 2], "folders", ("item", "none")[turn // 2 % 2]),
    }
    if family in fixed:
        return fixed[family]
    if (family == "nowhere" and turn % 2) or (family == "inverted" and turn % 3 == 2):
        return "folder", "files", "item" if family == "nowhere" else rng.choice(("item", "none"))
    segments = rng.choice(("dividers", "dividers", "headings", "stamps", "bookmarks"))
    if family in {"titles", "sub-items"}:
        segments = rng.choice(("dividers", "headings"))
    counts = ("item", "portfolio", "none") + ("item_after_divider",) * 2 * (segments == "dividers")
    return "pdf", "sub_items" if family == "sub-items" and segments == "headings" else segments, rng.choice(counts)


def _front(rng: Random, carrier: str) -> str:
    return rng.choice(n.FRONTS) if carrier in {"volumes", "folder", "zip"} else ""


# Items


def _items(rng: Random, family: str, style: Style, carrier: str, turn: int) -> tuple[Item, ...]:
    labels = _labels(rng, family, style, turn)
    titles = rng.sample(n.TITLES, len(labels))
    missing = set(rng.sample(range(len(labels)), 2)) if family == "nowhere" else set()
    made = []
    for index, (label, parent) in enumerate(labels):
        genre = rng.choice(GENRES)
        pages = rng.choice((1, 2, 2, 3, 3, 4, 5))
        pages = max(pages, 2) if genre == "annexed" else pages
        pages = min(pages, 5) if carrier != "docx" else min(pages, 3)
        made.append(
            Item(
                index=index,
                id=re.sub(r"[()]", "", label),
                label=label,
                title=titles[index],
                genre=genre,
                pages=pages,
                parts=parts_of(rng, genre, pages),
                parent=parent,
                sent=index not in missing,
                subtitle=rng.choice(n.SUBTITLES) if family == "titles" and rng.random() < 0.4 else "",
                listed=not (family == "titles" and turn % 3 == 2),
                shown=not (family == "titles" and turn % 3 == 1),
            )
        )
    return tuple(made)


def _labels(rng: Random, family: str, style: Style, turn: int) -> list[tuple[str, str]]:
    """The number of each item and of the item that it is a part of."""
    count = rng.randint(8, 11)
    if style.by == "letter":
        return [(chr(ord("A") + at), "") for at in range(count)]
    if style.by == "triple":
        codes = sorted(rng.sample([code for code in CODES if "." in code], 5))
        return [(f"{code}.{at}", "") for code in codes for at in (1, 2)]
    if family != "sub-items":
        return [(str(at + 1), "") for at in range(count)]
    forms = (("a", "b", "c"), ("(a)", "(b)", "(c)"), (".1", ".2", ".3"), ("(i)", "(ii)", "(iii)"), ("A", "B", "C"))
    split = set(rng.sample(range(2, 9), 3))
    found = []
    for at in range(1, 9):
        ends = forms[turn % len(forms)][: rng.choice((2, 2, 3))] if at in split else ("",)
        found += [(f"{at}{end}", str(at) if end else "") for end in ends]
    return found


def _filed(rng: Random, items: tuple[Item, ...], carrier: str, turn: int, style: Style) -> tuple[Item, ...]:
    if carrier in {"pdf", "docx"}:
        return items
    if carrier == "volumes":
        files = n.VOLUMES[turn % len(n.VOLUMES)]
        third = (len(items) + 2) // 3
        return tuple(replace(item, file=files[item.index // third]) for item in items)
    form, folder = rng.choice(n.FILE_FORMS), rng.choice(n.CATEGORY_FOLDERS)
    made = []
    for item in items:
        title = " ".join(re.sub(r"[:/,()]", "", item.title).split()[:5])
        name = form.format(h=style.heading.format(n=item.label), t=title)
        ending = ".docx" if turn % 3 == 0 and item.index % 3 == 1 else ".pdf"
        place = {0: f"{folder.format(k=item.index % 8 + 1)}/", 1: "evidence.zip/"}.get(turn % 3, "Evidence/")
        if item.genre == "emails" and turn % 3:
            ending, flat = ".eml", tuple(replace(part, page=1) for part in item.parts)
            made.append(replace(item, file=f"{place}{name}{ending}", pages=1, parts=flat))
            continue
        made.append(replace(item, file=f"{place}{name}{ending}"))
    return tuple(made)


# Rows


class _Writer:
    """What all rows of one portfolio are written with."""

    def __init__(self, rng: Random, style: Style, counting: str, carrier: str, *, messy: bool, short: bool) -> None:
        self.rng, self.style, self.counting, self.carrier = rng, style, counting, carrier
        self.messy, self.short, self.sections = messy, short, 0.45
        self.ordinals = self.beyond = self.alone = False
        self.forms = style.cells if messy else rng.sample(style.cells, 1)

    def hint(self, item: Item) -> Hint:
        paged = self.counting != "none" and not item.file.endswith((".docx", ".eml")) and self.carrier != "docx"
        if self.beyond and paged and item.sent and self.rng.random() < 0.15:
            return Hint(form="page {0}", pages=(item.pages + 4,))
        return hint_for(
            self.rng,
            item,
            pages=0.5 if paged else 0.0,
            sections=self.sections,
            ordinals=self.ordinals and self.sections > 0,
            short=self.short,
        )

    def ref(self, item: Item) -> Ref:
        label = self.rng.choice(self.forms).format(n=item.label)
        return Ref(id=item.id, label=label, items=(item,), hint=self.hint(item))

    def whole(self, items: tuple[Item, ...]) -> Ref:
        label = self.rng.choice(self.forms).format(n=items[0].parent)
        return Ref(id=items[0].parent, label=label, items=items)

    def several(self, items: tuple[Item, ...]) -> list[Ref]:
        """Sub-items of one item behind one word: "E3a and b"."""
        first = self.rng.choice(self.forms).format(n=items[0].label)
        end = items[1].label.removeprefix(items[1].parent)
        joint = self.rng.choice((" and ", "/", " & ", ", ")) if not end.startswith(".") else " and "
        second = items[1].label if end.startswith(".") else end
        return [
            Ref(id=items[0].id, label=f"{first}{joint}{second}", items=items[:1]),
            Ref(id=items[1].id, label="", items=items[1:2]),
        ]


def _orphans(rng: Random, family: str, items: tuple[Item, ...]) -> set[int]:
    sent = [item.index for item in items if item.sent and not item.parent]
    return set(rng.sample(sent, 2 if family == "nowhere" else rng.choice((0, 0, 1))))


def _rows(writer: _Writer, items: tuple[Item, ...], orphans: set[int]) -> list[Row]:
    rng = writer.rng
    pool = [item for item in items if item.index not in orphans]
    waiting = rng.sample(pool, len(pool))
    blank = set(rng.sample(CODES, rng.randint(0, 2)))
    rows: list[Row] = []
    for code in CODES:
        if code in blank:
            rows.append(Row(code=code, refs=(), text=rng.choice(n.NOT_CLAIMED)))
            continue
        count = rng.choice((1, 1, 2, 2, 3))
        chosen = [waiting.pop() for _ in range(min(count, len(waiting)))]
        chosen += rng.sample([item for item in pool if item not in chosen], count - len(chosen))
        rows.append(Row(code=code, refs=tuple(_refs(writer, sorted(chosen, key=lambda item: item.index), items))))
    return rows


def _refs(writer: _Writer, chosen: list[Item], items: tuple[Item, ...]) -> list[Ref]:
    made: list[Ref] = []
    for item in chosen:
        if any(item in ref.items for ref in made):
            continue
        kin = item.parent and not writer.alone
        group = tuple(one for one in items if kin and one.parent == item.parent)
        how = writer.rng.random()
        if group and how < 0.3 and not any(one in ref.items for ref in made for one in group):
            made.append(writer.whole(group))
        elif group and how < 0.5 and group[0] is item:
            made += writer.several(group)
        else:
            made.append(writer.ref(item))
    return made


def _simulated(rng: Random, rows: list[Row], form: str, turn: int) -> tuple[list[Row], tuple[str, ...]]:
    """One or two rows with simulated items, said behind the item, behind the code, in a comment or by a mark."""
    made = list(rows)
    legend: tuple[str, ...] = ()
    if form in WITHOUT_HINTS:
        return made, ()
    able = [at for at, row in enumerate(rows) if row.refs and all(ref.label for ref in row.refs)]
    mark = rng.choice(n.MARKS)
    how = ("behind", "code", "mark", "comment", "none")[turn % 5]
    if how in {"code", "comment"} and form not in {"grid", "rules", "zebra", "split", "merged"}:
        how = "behind"
    for at in rng.sample(able, rng.randint(1, 2)) if how != "none" else []:
        row = made[at]
        one = rng.randrange(len(row.refs))
        if how in {"code", "comment"}:
            refs = tuple(replace(ref, simulated=True) for ref in row.refs)
            words = rng.choice(("simulated", "hypothetical", "simulated case"))
            made[at] = replace(row, refs=refs)
            made[at] = (
                replace(made[at], code_note=f" ({words})")
                if how == "code"
                else replace(made[at], comment=f"{words.capitalize()}, see the note in the item")
            )
        else:
            said = rng.choice(n.SIMULATED) if how == "behind" else mark[0]
            legend = (mark[1],) if how == "mark" else ()
            refs = tuple(
                replace(ref, simulated=True, said=said) if place == one else ref for place, ref in enumerate(row.refs)
            )
            made[at] = replace(row, refs=refs)
    return made, legend


def _mess(rng: Random, rows: list[Row], form: str) -> list[Row]:
    """Neutral notes, ditto, a full stop at the end."""
    made: list[Row] = []
    for at, row in enumerate(rows):
        new = row
        if row.refs and rng.random() < 0.3 and not row.refs[-1].said and row.refs[-1].label:
            last = replace(row.refs[-1], said=rng.choice(n.NEUTRAL))
            new = replace(row, refs=(*row.refs[:-1], last))
        tail = rng.choice(("", "", ".", ";", "..", " ."))
        new = replace(new, tail=tail) if row.refs else new
        above = made[-1] if made else None
        plain = above is not None and above.refs and not any(ref.simulated for ref in (*above.refs, *row.refs))
        if (
            plain
            and above
            and rng.random() < 0.2
            and form in {"grid", "rules", "zebra", "merged", "typed", "w grid", "w category"}
        ):
            kept = {one.index for other in (*made, *rows[at + 1 :]) for ref in other.refs for one in ref.items}
            if all(one.index in kept for ref in row.refs for one in ref.items):
                new = Row(code=row.code, refs=above.refs, text=rng.choice(n.DITTO))
        made.append(_as_elsewhere(rng, made, new, rows[at + 1 :]) if form in {"grid", "rules", "zebra"} else new)
    return made


def _as_elsewhere(rng: Random, above: list[Row], row: Row, below: list[Row]) -> Row:
    """The same as a row further up, now and then, where nothing is lost by it."""
    able = [one for one in above if one.refs and one.text is None and not any(ref.simulated for ref in one.refs)]
    named = {item.index for other in (*above, *below) for ref in other.refs for item in ref.items}
    lost = any(item.index not in named or ref.simulated for ref in row.refs for item in ref.items)
    if not able or lost or not row.refs or rng.random() > 0.12:
        return row
    like = rng.choice(able)
    return Row(code=row.code, refs=like.refs, text=rng.choice(n.AS_FOR).format(c=like.code))


def _abbreviations(style: Style) -> str:
    return f"Key: {style.heading.format(n='').strip()} = item; s = section; t = table; f = figure; sl = slide; p = page"
