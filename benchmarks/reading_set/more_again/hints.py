# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""Wordings for the place in an item to which a reference leads, and the choice of one. Mostly plain data."""

from random import Random
from typing import Final

from .markup import BEGIN, END
from .model import Hint, Item, Part

WORDS: Final = {
    "section": (
        *("section {x}", "Section {x}", "sec. {x}", "Sec {x}", "sect. {x}", "§{x}", "§ {x}", "s. {x}", "s{x}", "S.{x}"),
        *(
            "see section {x}",
            "section {x} only",
            "section {x} ({h})",
            "section {x}, “{h}”",
            f"section {{x}} ({BEGIN}{{h}}{END})",
            "heading {x}",
        ),
        *("sub-section {x}", "section no. {x}", "in section {x}", "from section {x}", "Sect. {x} - {h}"),
        *("the section on {h} (section {x})", "particularly section {x}", "section {x} in particular"),
    ),
    "paragraph": (
        *("para {x}", "para. {x}", "paragraph {x}", "¶{x}", "clause {x}", "cl. {x}", "Clause {x}", "§{x}", "point {x}"),
        *("at paragraph {x}", "see para {x}", "numbered paragraph {x}", "par. {x}", "subclause {x}", "section {x}"),
    ),
    "email": (
        *("e-mail of {x}", "email dated {x}", "my e-mail of {x}", "the message of {x}", "reply of {x}", "email, {x}"),
        *("e-mail sent {x}", "Email {x}", "correspondence of {x}"),
    ),
    "slide": ("slide {x}", "Slide {x}", "slide no. {x}", "slide #{x}", "sl. {x}", "on slide {x}", "the slide {x}"),
    "row": ("row {x}", "Row {x}", "row no. {x}", "line {x} of the table", "at row {x}", "row number {x}"),
    "minute": (
        *("minute {x}", "item {x} of the minutes", "agenda item {x}", "section {x}", "min. {x}", "paragraph {x}"),
        *("point {x} of the minutes", "Minute {x}"),
    ),
    "sheet": (
        *("sheet “{x}”", "tab “{x}”", "the {x} tab", "worksheet {x}", "sheet {x}", "tab {x}", "'{x}' sheet"),
        *("tab: {x}", "“{x}” worksheet"),
    ),
    "heading": (
        *("“{x}”", "section “{x}”", "the section headed “{x}”", "under “{x}”", "heading ‘{x}’", "section: {x}"),
        *("see '{x}'", "paragraph headed “{x}”", "'{x}' section", "the part called “{x}”", "under the heading {x}"),
        *('section entitled "{x}"', "{x} section", "see heading: {x}"),
        *(
            f"section {BEGIN}{{x}}{END}",
            f"under {BEGIN}{{x}}{END}",
            f"{BEGIN}{{x}}{END} section",
            f"see {BEGIN}{{x}}{END}",
        ),
    ),
    "chapter": ("chapter {x}", "Chapter {x}", "ch. {x}", "Ch {x}", "chap. {x}", "chapter {x} ({h})"),
    "part": ("part {x}", "Part {x}", "pt {x}", "pt. {x}", "part {x} only", "in part {x}"),
    "step": ("step {x}", "Step {x}", "step no. {x}", "at step {x}", "from step {x}"),
    "bullet": ("bullet {x}", "bullet point {x}", "Bullet {x}", "bullet no. {x}"),
    "appendix": ("appendix {x}", "Appendix {x}", "app. {x}", "its Appendix {x}", "Appendix {x} therein", "Appx {x}"),
    "annex": ("annex {x}", "Annex {x}", "its Annex {x}", "see Annex {x}", "Annexe {x}"),
    "table": (
        "table {x}",
        "Table {x}",
        "Tab. {x}",
        "tbl {x}",
        "in Table {x}",
        "data in Table {x}",
        "results (Table {x})",
    ),
    "figure": ("Fig. {x}", "figure {x}", "Fig {x}", "fig. {x}", "graph in Figure {x}", "shown in Fig. {x}"),
}
TWO: Final = {
    "section": ("sections {x} and {y}", "§{x} & §{y}", "secs. {x}, {y}", "section {x} and {y}", "ss. {x} and {y}"),
    "paragraph": ("paras {x} and {y}", "paras. {x}, {y}", "clauses {x} & {y}", "paragraphs {x} and {y}"),
    "slide": ("slides {x} and {y}", "slides {x}, {y}", "slides {x} & {y}"),
    "row": ("rows {x} and {y}", "rows {x}, {y}"),
    "step": ("steps {x} and {y}", "steps {x}, {y}"),
    "chapter": ("chapters {x} and {y}",),
    "part": ("parts {x} and {y}", "parts {x} & {y}"),
}
RANGES: Final = {
    "section": ("sections {x}-{y}", "sections {x} to {y}", "§§{x}–{y}", "sec. {x}–{y}"),
    "paragraph": ("paras {x}-{y}", "paragraphs {x} to {y}", "clauses {x}–{y}"),
    "slide": ("slides {x}-{y}", "slides {x} to {y}"),
    "row": ("rows {x}-{y}", "rows {x} to {y}"),
    "step": ("steps {x}-{y}", "steps {x}–{y}"),
}
LEGEND: Final = {"section": "s{x}", "paragraph": "para {x}", "table": "t{x}", "figure": "f{x}", "slide": "sl{x}"}
"""Abbreviations that a legend explains."""

KEPT: Final = ("table", "figure", "slide", "row", "step", "bullet", "sheet")
"""Kinds whose word stands in the section hint; of others only the number, letter, date or heading does."""

ONE_PAGE: Final = (
    *("p{0}", "p. {0}", "p.{0}", "page {0}", "Page {0}", "pg {0}", "pg.{0}", "P.{0}", "page no {0}", "on p. {0}"),
    *("see p.{0}", "at page {0}", "page {0} only", "(page {0})", "pge {0}"),
)
RUN: Final = (
    *("pp {0}-{1}", "pp. {0}–{1}", "pages {0} to {1}", "pages {0}-{1}", "p{0}-{1}", "p. {0}-{1}", "pgs {0}–{1}"),
    *("page {0} to {1}", "pages {0} – {1}", "pp{0}-{1}", "pages {0} through {1}"),
)
APART: Final = (
    "pp {0}, {1}",
    "pages {0} and {1}",
    "p. {0} and p. {1}",
    "pp. {0} & {1}",
    "p{0}, p{1}",
    "pages {0} + {1}",
)
ORDINALS: Final = ("1st", "2nd", "3rd", "4th", "5th", "6th")
ORDINAL_WORDS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")
LOOSE: Final = (("final paragraph", -1), ("last paragraph", -1), ("second half", 0), ("opening paragraph", 1))
BOTH: Final = ("{p}, {s}", "{s}, {p}", "{s} ({p})", "{p} ({s})", "{s} on {p}", "{p} {s}", "{p} - {s}", "{s}; {p}")


def hint_for(rng: Random, item: Item, *, pages: float, sections: float, ordinals: bool, short: bool) -> Hint:
    """A hint: with this probability one that names pages, and with that one a part of the item, or both."""
    named = bool(item.parts) and rng.random() < sections
    paged = rng.random() < pages
    if named:
        form, section, led = _part(rng, item, short=short)
        if not paged:
            return Hint(form=form, section=section, led=led)
        on = tuple(range(led[0], led[-1] + 1))
        numbers = rng.choice(RUN[:7] if len(on) > 1 else ONE_PAGE[:8])
        both = rng.choice(BOTH if form[:1] not in "(“‘'" else BOTH[:2])
        return Hint(form=both.format(p=numbers, s=form), pages=on, section=section, led=on)
    if ordinals and rng.random() < 0.2:
        return _ordinal(rng, item)
    return _pages(rng, item) if paged else Hint()


def _ordinal(rng: Random, item: Item) -> Hint:
    if rng.random() < 0.4:
        words, at = rng.choice(LOOSE)
        page = {-1: item.pages, 1: 1}.get(at)
        return Hint(form=f"{rng.choice(('', 'the '))}{words}", section=words, led=(page,) if page else ())
    page = rng.randint(1, item.pages)
    word = rng.choice((ORDINALS, ORDINAL_WORDS))[page - 1]
    return Hint(form=f"{rng.choice(('', 'the ', 'see '))}{word} page", pages=(page,), led=(page,))


def _pages(rng: Random, item: Item) -> Hint:
    last = item.pages
    kind = rng.choice(["one"] + ["run"] * (last > 1) + ["apart"] * (last > 2))
    if kind == "one":
        return Hint(form=rng.choice(ONE_PAGE), pages=(page := (rng.randint(1, last),)), led=page)
    if kind == "apart":
        first = rng.randint(1, last - 2)
        two = (first, rng.randint(first + 2, last))
        return Hint(form=rng.choice(APART), pages=two, led=two)
    first = rng.randint(1, last - 1)
    run = tuple(range(first, rng.randint(first + 1, last) + 1))
    return Hint(form=rng.choice(RUN), pages=run, led=run)


def _part(rng: Random, item: Item, *, short: bool) -> tuple[str, str, tuple[int, ...]]:
    part = rng.choice(item.parts)
    same = [one for one in item.parts if one.kind == part.kind]
    how = rng.random()
    if how < 0.15 and len(same) > 2 and part.kind in TWO:
        one, other = sorted(rng.sample(range(len(same)), 2))
        words = rng.choice(TWO[part.kind]).format(x=same[one].number, y=same[other].number)
        section = f"{_kept(part)}{same[one].number}, {same[other].number}"
        return words, section, tuple(sorted({same[one].page, same[other].page}))
    if how < 0.25 and len(same) > 3 and part.kind in RANGES:
        start = rng.randrange(len(same) - 2)
        run = same[start : start + 3]
        words = rng.choice(RANGES[part.kind]).format(x=run[0].number, y=run[-1].number)
        section = f"{_kept(part)}{run[0].number}-{run[-1].number}"
        return words, section, tuple(sorted({one.page for one in run}))
    form = LEGEND[part.kind] if short and part.kind in LEGEND else rng.choice(WORDS[part.kind])
    return form.format(x=part.number, h=part.heading), _kept(part) + part.number, (part.page,)


def _kept(part: Part) -> str:
    return f"{part.kind} " if part.kind in KEPT else ""
