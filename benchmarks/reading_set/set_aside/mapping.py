"""The Experience Cross Reference Table as typst source, whatever its sort."""

from dataclasses import replace

from benchmarks.reading_set.set_aside.blocks import quoted
from benchmarks.reading_set.set_aside.engine import draw
from benchmarks.reading_set.set_aside.grid import Grid, code_words
from benchmarks.reading_set.set_aside.setting import MARK, heading, preamble, set_grid
from benchmarks.reading_set.set_aside.story import Story
from benchmarks.reading_set.set_aside.tables import Teller, draw_grids
from benchmarks.reading_set.set_aside.tables_odd import draw_inverted, draw_ticks, draw_typed
from benchmarks.reading_set.set_aside.words import SHORT, SUB_CATEGORIES


def table_heading(story: Story) -> str:
    """The heading above the table."""
    texts = (
        "Experience Cross Reference Table",
        "EXPERIENCE CROSS REFERENCE TABLE",
        "Experience cross-reference",
        "Cross reference table: experience and evidence",
    )
    tail = " (final version)" if story.shape["older"] == "yes" else ""
    return MARK.format("t") + heading(story.look, story.rng("heading").choice(texts) + tail)


def table_words(story: Story) -> str:
    """The heading's words, for a table that is not set with typst."""
    return story.rng("heading").choice(
        ("Experience Cross Reference Table", "Experience cross-reference table", "Cross reference table")
    )


def grids_of(teller: Teller, story: Story) -> tuple[Grid, ...]:
    """The cells of the table of this portfolio."""
    rng = story.rng("table")
    kind = story.axes["table"]
    if kind == "ticks":
        return (draw_ticks(rng, teller),)
    if kind == "inverted":
        return (draw_inverted(rng, teller),)
    if kind == "docx":
        kind = rng.choice(("ruled", "merged", "per_category", "two_headers", "ruled"))
    grids = draw_grids(rng, kind, teller)
    return halves(grids[0]) if kind == "two_column" else grids


def halves(grid: Grid) -> tuple[Grid, ...]:
    """A table in two, so that the second stands beside the first: cut before a row that begins a sub-category."""
    middle = len(grid.rows) // 2
    place = next(
        (row for row in range(middle, len(grid.rows)) if all(cell.text for cell in grid.rows[row][:2])), middle
    )
    return replace(grid, rows=grid.rows[:place]), replace(grid, rows=grid.rows[place:])


def table_source(teller: Teller, story: Story, pictures: dict[str, bytes]) -> str:
    """The table without its heading; pictures of it are put into ``pictures``."""
    kind = story.axes["table"]
    if kind == "typed":
        lines = draw_typed(story.rng("table"), teller)
        if story.manner.form != "bare" and story.rng("typed as").random() < 0.65:
            return _told(teller, story) + footnote(story, starred=story.manner.simulated == " *")
        return _typed(lines) + footnote(story, starred=any(line.endswith(" *") for line in lines))
    grids = grids_of(teller, story)
    if kind == "picture":
        return _pictured(story, grids, pictures)
    repeated = story.rng("repeat").random() < 0.6
    size = 0.72 if kind == "ticks" else 0.92
    between = "#colbreak()\n" if kind == "two_column" else ""
    said = between.join(
        (heading(story.look, grid.heading, 1.1) if grid.heading else "")
        + set_grid(grid, story.look, mark="t", breaking=kind == "broken_rows", repeated=repeated, size=size)
        for grid in grids
    )
    return said + footnote(story, starred=starred(grids))


def footnote(story: Story, *, starred: bool) -> str:
    """What signs in the table mean."""
    text = footnote_words(story, starred=starred)
    return f"#block[#text(size: 0.85em)[{quoted(text)}]]\n" if text else ""


def starred(grids: tuple[Grid, ...]) -> bool:
    """Whether a reference in these tables bears the star of simulated evidence."""
    cells = [cell for grid in grids for row in grid.rows for cell in row]
    return any(line.endswith(" *") for cell in cells for line in cell.text.replace("; ", "\n").split("\n"))


def footnote_words(story: Story, *, starred: bool) -> str:
    """The words of the footnote, or none."""
    simulated = any(ref.simulated for ref in story.claims.refs)
    if story.axes["table"] == "ticks":
        pages = "A number in a cell is the page. " if story.axes["counting"] != "none" else ""
        return pages + ("S: simulated evidence." if simulated else "")
    return "* simulated evidence" if starred else ""


def older_body(teller: Teller, story: Story) -> str:
    """A draft of the table that the applicant says is replaced: other evidence stands in it."""
    rng = story.rng("older")
    kept = tuple(
        replace(ref, sub=rng.choice(SUB_CATEGORIES), simulated=False)
        for ref in teller.claims.refs
        if rng.random() < 0.7
    )
    ordered = {(ref.sub, ref.item): ref for ref in sorted(kept, key=lambda ref: SUB_CATEGORIES.index(ref.sub))}
    draft = replace(teller, claims=replace(teller.claims, refs=tuple(ordered.values())))
    words = rng.choice(
        (
            "Experience Cross Reference Table, draft 1: SUPERSEDED",
            "SUPERSEDED - earlier version of the cross reference table",
        )
    )
    note = "#par[This version was sent to my referee for comment and is replaced by the final version that follows.]\n"
    grids = draw_grids(rng, "ruled", draft)
    return heading(story.look, words) + note + "".join(set_grid(grid, story.look) for grid in grids)


def _typed(lines: list[str]) -> str:
    mark = MARK.format("t")
    shown = "\n".join(
        f"#block(above: 0pt, below: 3pt)[{mark}{quoted(text.replace(' ', chr(160)) or chr(160))}]" for text in lines
    )
    return f'#block[#set text(font: ("Liberation Mono", "DejaVu Sans Mono"), size: 8.6pt)\n{shown}]\n'


def _told(teller: Teller, story: Story) -> str:
    """A paragraph for each sub-category instead of a table."""
    style = story.rng("told").choice(("plain", "lead", "point", "named"))
    said = []
    for sub in SUB_CATEGORIES:
        refs = teller.claims.of(sub)
        cell = teller.cell(refs).replace("\n", "; ") if refs else "not claimed"
        said.append(
            f"#par[{MARK.format('t')}{quoted(f'{code_words(sub, style)} {SHORT[sub]}: {cell}')}{MARK.format('t')}]\n"
        )
    return "".join(said)


def _pictured(story: Story, grids: tuple[Grid, ...], pictures: dict[str, bytes]) -> str:
    source = (
        preamble(story.look)
        + "#set page(width: 17cm, height: 21cm, margin: 6pt)\n"
        + "".join(set_grid(grid, story.look) for grid in grids)
        + footnote(story, starred=starred(grids))
    )
    shown = []
    for place, picture in enumerate(draw(source, 150)):
        pictures[f"table{place}.png"] = picture
        shown.append(f'#block(breakable: false)[{MARK.format("t")}#image("table{place}.png", width: 16cm)]\n')
    return "".join(shown)
