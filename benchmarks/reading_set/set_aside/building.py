"""One portfolio from its seed: decide, set, cut, write, and say what it is."""

from pathlib import Path
from typing import Any

from benchmarks.reading_set.case import Case
from benchmarks.reading_set.set_aside.binding import Bound, bind
from benchmarks.reading_set.set_aside.files import Cut, cut_up, write_folder, write_zip
from benchmarks.reading_set.set_aside.plan import plan
from benchmarks.reading_set.set_aside.story import Story, draw_story
from benchmarks.reading_set.set_aside.truth import Place, truth_of
from benchmarks.reading_set.set_aside.wordfile import table_file, whole_file


def build(seed: int, folder: Path) -> Case:
    """Make the portfolio of this seed inside ``folder``, which exists and is empty."""
    story = draw_story(seed, plan(seed).axes)
    bound = bind(story)
    portfolio, truth = _word(story, bound, folder) if story.axes["file"] == "docx" else _pages(story, bound, folder)
    return Case(
        name=f"aside-{seed:04}", portfolio=portfolio, truth=truth, axes=story.axes, traits=_traits(story, bound)
    )


def _word(story: Story, bound: Bound, folder: Path) -> tuple[Path, dict[str, Any]]:
    name = story.rng("name").choice(("Portfolio.docx", "MRSE portfolio final.docx", "application_v3.docx"))
    path = folder / name
    path.write_bytes(whole_file(bound.numbers))
    places = {item.id: Place(file=name, first=None) for item in story.claims.items}
    listed = {"file": name} if story.shape["contents"] == "yes" else None
    return path, truth_of(bound.numbers, places, {"file": name}, listed)


def _pages(story: Story, bound: Bound, folder: Path) -> tuple[Path, dict[str, Any]]:
    cuts, files = cut_up(story, bound)
    table = _located(cuts, bound.pages("t"))
    if story.axes["table"] == "docx":
        name = story.rng("table file").choice(("Cross reference table.docx", "01 Experience table.docx", "ECRT.docx"))
        files[name] = table_file(bound.numbers)
        table = {"file": name}
    places = {}
    for item in story.claims.items:
        cut = _holding(cuts, bound.firsts[item.id])
        places[item.id] = Place(file=cut.name, first=bound.firsts[item.id] - cut.first + 1)
    truth = truth_of(bound.numbers, places, table, _located(cuts, bound.pages("c")))
    if story.axes["file"] == "folder":
        return write_folder(files, folder), truth
    if story.axes["file"] == "zip":
        return write_zip(files, folder / "portfolio.zip"), truth
    path = folder / cuts[0].name
    path.write_bytes(files[cuts[0].name])
    return path, truth


def _holding(cuts: list[Cut], page: int) -> Cut:
    return next(cut for cut in cuts if cut.first <= page <= cut.last)


def _located(cuts: list[Cut], pages: list[int]) -> dict[str, Any] | None:
    if not pages:
        return None
    cut = _holding(cuts, pages[0])
    return {"file": cut.name, "pages": [page - cut.first + 1 for page in pages]}


def _traits(story: Story, bound: Bound) -> tuple[str, ...]:
    shape = story.shape
    chosen = {
        "two tables": shape["older"] == "yes",
        "copy of the guidance": shape["guidance"] == "yes",
        "contents on the same page": shape["shared"] == "yes"
        and shape["contents"] == "yes"
        and shape["table_last"] == "no",
        "table after the evidence": shape["table_last"] == "yes",
        "contents disagree": shape["contents_wrong"] == "yes" and shape["contents_subs"] == "yes",
        "counting explained": bound.numbers.noted,
        "labels like sub-categories": story.claims.labels.system == "decimal",
        "lettered": story.claims.labels.system == "letter",
        "missing items": bool(story.claims.missing) and story.axes["table"] != "none",
    }
    return tuple(name for name, true in chosen.items() if true)
