"""The items of evidence and the pages each takes up, over all files of the portfolio."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from mrse_assess.intake.front.contents_list import ContentsList, Entry
from mrse_assess.intake.items.counted_anew import fitting_entry, listed_in_folders
from mrse_assess.intake.items.in_order import marks_in_order
from mrse_assess.intake.items.item_files import (
    Part,
    by_folder,
    file_names,
    folder_of,
    is_annexed,
    is_front,
    named_by_file,
    names_a_range,
    own_label,
    owners,
    told_apart,
    whole_file,
    without_shared_titles,
)
from mrse_assess.intake.items.label_words import chosen_words
from mrse_assess.intake.items.list_marks import page_marks, title_marks
from mrse_assess.intake.items.marks import Mark, Source, is_part, marks_of
from mrse_assess.intake.items.own_titles import as_written, title_on
from mrse_assess.intake.items.segmentation import Piece, cut
from mrse_assess.intake.text.labels import Label, id_key, names_file, stem
from mrse_assess.intake.text.lines import FileLines
from mrse_assess.model.places import Locator, PageSpan
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Severity

_FIRM: Final = frozenset({Source.BOOKMARK, Source.DIVIDER, Source.LISTED_BOOKMARK})
_COMBINED: Final = 2  # items in one file that make it a combined file


@dataclass(frozen=True, kw_only=True)
class FoundItems:
    """The items with what was odd about them.

    ``by_file``: ids of items that are a whole file, by the file's names. ``own_titles``: the titles that their pages,
    bookmarks or names give, by id.
    """

    items: tuple[EvidenceItem, ...]
    by_file: Mapping[str, str]
    problems: tuple[Problem, ...]
    own_titles: Mapping[str, str]


def find_items(
    files: Sequence[FileLines],
    front: Mapping[str, Collection[int]],
    contents: ContentsList | None,
    cited: Collection[str],
) -> FoundItems:
    """The items of evidence. ``front`` gives, for each file, the pages of the table, the contents list and the like.

    ``cited`` are the ids that the table names, which help to tell labels from other numbers.
    """
    entries = contents.entries if contents else ()
    titles = contents.titles if contents else ()
    expected = frozenset({entry.id for entry in entries} | set(cited))
    front_files = {file.file for file in files if is_front(file, front, entries)}
    evidence = [file for file in files if file.file not in front_files]
    named = named_by_file(evidence, len(files), expected)
    owned = owners(evidence, expected) if named else {}
    owned = owned if 2 * len(owned) > len(evidence) else {}
    marks = {
        file.file: _own_marks(file, marks_of(file, front.get(file.file, ()), expected), expected, owned, named=named)
        for file in files
    }
    listed = frozenset(entry.id for entry in entries)
    words = chosen_words([mark for found in marks.values() for mark in found], expected, listed)
    firm = _firmly_placed(marks)
    counts = _are_counts(entries, owned, files)
    parts: list[Part] = []
    placed: list[Problem] = []
    left_out: list[Problem] = []
    for file in files:
        skipped = front.get(file.file, ())
        found = marks[file.file] + title_marks(file, entries, skipped)
        by_page = () if counts else _not_elsewhere(page_marks(file, entries, found, skipped), file.file, firm)
        ordered = marks_in_order(file, entries, (*found, *by_page), skipped)
        pieces = cut(file, (*found, *by_page, *ordered), words, skipped, expected)
        if len(pieces) >= _COMBINED or (pieces and len(files) == 1):
            parts.extend(_part(file, piece, titles) for piece in pieces)
            placed.extend([_placed_in_order(file, ordered)] if ordered else [])
        elif len(files) > 1 and file.file not in front_files:
            parts.append(whole_file(file, pieces, skipped, expected, entries, titles))
        elif len(files) > 1 and file.file not in front:
            left_out.append(_left_out(file))
    firsts = {file.file: file.pages[0] for file in files if file.pages}
    parts = without_shared_titles(parts, firsts)
    parts, problems = told_apart(by_folder(parts, expected, firsts, titles))
    items = tuple(sorted(_items(parts, _entry_of(parts, contents, files)), key=lambda item: id_key(item.id)))
    own = {part.id: part.label.rest for part in reversed(parts) if part.label.rest}
    return FoundItems(items=items, by_file=file_names(parts), problems=(*left_out, *placed, *problems), own_titles=own)


def _firmly_placed(marks: Mapping[str, Sequence[Mark]]) -> Mapping[str, Collection[str]]:
    """The files in which each item bears a mark that cannot be a coincidence, by the item's id."""
    files: dict[str, set[str]] = defaultdict(set)
    for file, found in marks.items():
        for mark in found:
            if mark.source in _FIRM:
                files[mark.label.id].add(file)
    return files


def _not_elsewhere(marks: Sequence[Mark], file: str, firm: Mapping[str, Collection[str]]) -> tuple[Mark, ...]:
    """Page numbers of the contents list, without those of items that are firmly placed in other files only.

    The numbers of a list that goes through several files happen to be pages of each of them.
    """
    return tuple(mark for mark in marks if file in firm.get(mark.label.id, (file,)))


def _are_counts(entries: Sequence[Entry], owned: Mapping[str, str], files: Sequence[FileLines]) -> bool:
    """Whether the list's numbers say how many pages items have: those of the files that are the items."""
    lengths = {file.file: len(file.pages) for file in files}
    there = [entry for entry in entries if entry.page is not None and entry.id in owned]
    same = sum(entry.page == lengths[owned[entry.id]] for entry in there)
    return len(there) >= _COMBINED and same > len(there) / 2


def _own_marks(
    file: FileLines, marks: Sequence[Mark], expected: Collection[str], owned: Mapping[str, str], *, named: bool
) -> tuple[Mark, ...]:
    """The marks without the numbered headings of the work itself, where files' names are what labels the items.

    A file named for a range of items keeps them. ``owned``: files that are an item by their name, by its id; a file
    that has a label in its name does not hold what another one is named for.
    """
    if not named or names_a_range(file.file):
        return tuple(marks)
    label = own_label(file.file, expected)
    kept = {Source.BOOKMARK, Source.DIVIDER} if label is None else set()
    return tuple(
        mark
        for mark in marks
        if (mark.label.word or mark.source in kept)
        and (label is None or not _is_of_another(mark, label, owned, file.file))
    )


def _is_of_another(mark: Mark, label: Label, owned: Mapping[str, str], file: str) -> bool:
    """Whether a mark in a file with a label of its own is of another file's item, or of a part such as an appendix."""
    if not owned:
        return False
    if owned.get(mark.label.id, file) != file:
        return True
    alike = mark.label.id[:1].isdecimal() == label.id[:1].isdecimal()
    return not alike and mark.source not in _FIRM and not is_part(mark.label.id, label.id)


def _part(file: FileLines, piece: Piece, titles: Sequence[str]) -> Part:
    pages = [file.page(number) for number in piece.pages[:2]]
    said = piece.label.rest if any(map(str.isalpha, piece.label.rest)) else ""  # no "3/3"
    if names_file(said):  # a bookmark made of a file's name
        title = as_written(" ".join(stem(said).replace("_", " ").split()), pages[0] if pages else None, titles)
    else:
        title = as_written(said, None, titles) if said else title_on(pages)
    return Part(
        id=piece.id,
        label=piece.label._replace(rest=title),
        file=file.file,
        pages=piece.pages,
        whole_file=False,
        folder=folder_of(file.file),
    )


def _left_out(file: FileLines) -> Problem:
    return Problem(
        code="file-not-an-item",
        severity=Severity.NOTE,
        found=f"No item of evidence was found in {file.file}.",
        advice="It may hold a statement or a form. Open it, and add it as evidence if it was meant so.",
        locator=Locator(file=file.file, page=1),
    )


def _placed_in_order(file: FileLines, marks: Sequence[Mark]) -> Problem:
    named = ", ".join(mark.label.id for mark in marks)
    return Problem(
        code="items-placed-in-order",
        severity=Severity.WARNING,
        found=f"No page of {file.file} names these items: {named}. They were taken to follow in the list's order.",
        advice="See whether each begins where it is shown to, and correct its pages if not.",
        locator=Locator(file=file.file, page=min(mark.page for mark in marks)),
    )


def _entry_of(parts: Sequence[Part], contents: ContentsList | None, files: Sequence[FileLines]) -> Mapping[str, Entry]:
    """The entry of each item in the contents list: of several with one label the folder's, or that with its title."""
    if contents is None:
        return {}
    entries = {entry.id: entry for entry in contents.entries}
    again = {part.id: part for part in reversed(parts) if "/" in part.id and part.id not in entries}
    file = next(each for each in files if each.file == contents.file)
    in_folders = listed_in_folders(contents, file, {part.folder for part in parts}) if contents.twice else {}
    for each, part in again.items():
        alike = [entry for entry in contents.every if entry.id == each.rpartition("/")[2]]
        fitting = fitting_entry(alike, part.label.rest) or (alike[0] if alike and not contents.twice else None)
        entry = in_folders.get(each) or fitting
        entries.update({each: entry} if entry is not None else {})
    return entries


def _items(parts: Sequence[Part], entries: Mapping[str, Entry]) -> list[EvidenceItem]:
    grouped: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        grouped[part.id].append(part)
    items = []
    for each, parts_of_it in grouped.items():
        group = sorted(parts_of_it, key=lambda part: is_annexed(part.file, part.label))  # its pages count first
        entry = entries.get(each)
        spans = tuple(span for part in group for span in _spans(part))
        own = next((part.label.rest for part in group if part.label.rest), "")
        if spans:
            items.append(
                EvidenceItem(
                    id=each,
                    label=entry.label.written if entry else group[0].label.written,
                    title=entry.title if entry and entry.title else own,
                    spans=spans,
                    claimed=entry.claimed if entry else (),
                )
            )
    return items


def _spans(part: Part) -> list[PageSpan]:
    """The pages as runs without gaps."""
    runs = [
        [number for _, number in group]
        for _, group in groupby(enumerate(sorted(set(part.pages))), key=lambda pair: pair[1] - pair[0])
    ]
    return [PageSpan(file=part.file, first=run[0], last=run[-1]) for run in runs]
