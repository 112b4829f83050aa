"""The items of evidence and the pages each takes up, over all files of the portfolio."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from mrse_assess.intake.contents_list import ContentsList
from mrse_assess.intake.labels import Label, file_label, id_key, plain, read_label, stem
from mrse_assess.intake.lines import FileLines
from mrse_assess.intake.marks import Mark, Source, chosen_words, marks_of
from mrse_assess.intake.segmentation import Piece, cut
from mrse_assess.intake.words import FRONT_FILE_WORDS
from mrse_assess.model.places import Locator, PageSpan
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.model.problem import Problem
from mrse_assess.terms import MediaKind, Severity

_COMBINED: Final = 2  # items in one file that make it a combined file
_NOUGHTS: Final = frozenset({"0", "00", "000"})
_SHORTEST_NAME: Final = 4
_RANGE: Final = re.compile(r"\s*(?:-|to\b|and\b|&)\s*(?:[A-Za-z]{1,9}\s?)?\d{1,3}\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class FoundItems:
    """The items with what was odd about them. ``by_file``: ids of items that are a whole file, by the file's names."""

    items: tuple[EvidenceItem, ...]
    by_file: Mapping[str, str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True)
class _Part:
    """Pages of one file for one item; ``folder`` tells items of the same label apart."""

    id: str
    label: Label
    file: str
    pages: tuple[int, ...]
    whole_file: bool
    folder: str


def find_items(
    files: Sequence[FileLines],
    front: Mapping[str, Collection[int]],
    contents: ContentsList | None,
    cited: Collection[str],
) -> FoundItems:
    """The items of evidence. ``front`` gives, for each file, the pages of the table, the contents list and the like.

    ``cited`` are the ids that the table names, which help to tell labels from other numbers.
    """
    listed = {entry.id for entry in contents.entries} if contents else set()
    expected = frozenset(listed | set(cited))
    named = _named_by_file(files, front)
    marks = {
        file.file: _own_marks(file, marks_of(file, front.get(file.file, ()), expected), named=named) for file in files
    }
    words = chosen_words([mark for found in marks.values() for mark in found], expected)
    many = len(files) > 1
    parts: list[_Part] = []
    left_out: list[Problem] = []
    for file in files:
        pieces = cut(file, marks[file.file], words, front.get(file.file, ()), expected)
        if len(pieces) >= _COMBINED or (pieces and not many):
            parts.extend(_part(file, piece) for piece in pieces)
        elif many and not _is_front(file, front):
            parts.append(_whole(file, pieces, front.get(file.file, ()), expected))
        elif many and file.file not in front:
            left_out.append(_left_out(file))
    parts, problems = _told_apart(_by_folder(parts, expected))
    items = tuple(sorted(_items(parts, contents), key=lambda item: id_key(item.id)))
    by_file = _file_names(parts)
    return FoundItems(items=items, by_file=by_file, problems=(*left_out, *problems))


def _named_by_file(files: Sequence[FileLines], front: Mapping[str, Collection[int]]) -> bool:
    """Whether the applicant labels items by the names of their files: most files of evidence are named so."""
    evidence = [file for file in files if not _is_front(file, front)]
    return len(files) > 1 and 2 * sum(file_label(file.file) is not None for file in evidence) > len(evidence)


def _own_marks(file: FileLines, marks: Sequence[Mark], *, named: bool) -> tuple[Mark, ...]:
    """The marks without the numbered headings of the work itself, where files' names are what labels the items.

    A file named for a range of items keeps them.
    """
    label = file_label(file.file)
    name = plain(stem(file.file)).replace("_", " ").strip()
    if not named or (label is not None and _RANGE.match(name, len(label.written))):
        return tuple(marks)
    kept = {Source.BOOKMARK, Source.DIVIDER} if label is None else set()
    return tuple(mark for mark in marks if mark.label.word or mark.source in kept)


def _part(file: FileLines, piece: Piece) -> _Part:
    return _Part(
        id=piece.id, label=piece.label, file=file.file, pages=piece.pages, whole_file=False, folder=_folder(file.file)
    )


def _whole(file: FileLines, pieces: Sequence[Piece], front: Collection[int], expected: Collection[str]) -> _Part:
    """A file that is one item: its label from its name, else from its pages, else its name is the label."""
    label = file_label(file.file)
    inside = pieces[0].label if pieces else None
    if inside is not None and (label is None or (label.id not in expected and inside.id in expected)):
        label = inside
    name = stem(file.file)
    found = label or Label("", name, name, "")
    rest = found.rest or (name if label is None else "")
    pages = tuple(page.number for page in file.pages if page.number not in front)
    return _Part(
        id=found.id,
        label=found._replace(rest=_spaced(rest)),
        file=file.file,
        pages=pages,
        whole_file=True,
        folder=_folder(file.file),
    )


def _is_front(file: FileLines, front: Mapping[str, Collection[int]]) -> bool:
    """A file that holds the parts around the evidence: the table, the contents list, the authentication."""
    taken = front.get(file.file, ())
    words = set(plain(stem(file.file)).lower().replace("_", " ").replace("-", " ").split())
    named = (bool(words & FRONT_FILE_WORDS) and not file_label(file.file)) or words <= FRONT_FILE_WORDS | {
        "0",
        "00",
        "000",
    }
    if taken:
        return True
    return named and file.reading.media in {MediaKind.PDF, MediaKind.DOCX, MediaKind.TEXT}


def _by_folder(parts: Sequence[_Part], expected: Collection[str]) -> list[_Part]:
    """Files of a folder that is itself an item, taken under the folder's label."""
    found: list[_Part] = []
    for part in parts:
        label = read_label(part.folder.rsplit("/", 1)[-1].replace("_", " "), bare=True) if part.folder else None
        is_item = label is not None and (bool(label.word) or label.id in expected)
        if part.whole_file and label is not None and is_item and part.id not in expected:
            found.append(replace(part, id=label.id, label=label, folder=part.folder.rpartition("/")[0]))
        else:
            found.append(part)
    return found


def _told_apart(parts: Sequence[_Part]) -> tuple[list[_Part], list[Problem]]:
    """Items of the same label in different folders get the folder's name before it."""
    folders: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        folders[part.id].add(part.folder)
    found: list[_Part] = []
    problems: list[Problem] = []
    for part in parts:
        if len(folders[part.id]) > 1:
            problems.append(_same_label(part))
            found.append(replace(part, id=f"{part.folder}/{part.id}" if part.folder else part.id))
        else:
            found.append(part)
    return found, problems


def _left_out(file: FileLines) -> Problem:
    return Problem(
        code="file-not-an-item",
        severity=Severity.NOTE,
        found=f"No item of evidence was found in {file.file}.",
        advice="It may hold a statement or a form. Open it, and add it as evidence if it was meant so.",
        locator=Locator(file=file.file, page=1),
    )


def _same_label(part: _Part) -> Problem:
    return Problem(
        code="label-used-twice",
        severity=Severity.WARNING,
        found=f"The label {part.id} is used for more than one item; this one is in {part.file}.",
        advice="Each is shown with its folder before the label. Check which of them a reference means.",
        locator=Locator(file=part.file, page=part.pages[0] if part.pages else 1),
    )


def _items(parts: Sequence[_Part], contents: ContentsList | None) -> list[EvidenceItem]:
    entries = {entry.id: entry for entry in contents.entries} if contents else {}
    grouped: dict[str, list[_Part]] = defaultdict(list)
    for part in parts:
        grouped[part.id].append(part)
    items = []
    for each, group in grouped.items():
        entry = entries.get(each) or entries.get(each.rpartition("/")[2])
        spans = tuple(span for part in group for span in _spans(part))
        title = (
            entry.title if entry and entry.title else next((part.label.rest for part in group if part.label.rest), "")
        )
        label = entry.label.written if entry else group[0].label.written
        if spans:
            items.append(
                EvidenceItem(id=each, label=label, title=title, spans=spans, claimed=entry.claimed if entry else ())
            )
    return items


def _spans(part: _Part) -> list[PageSpan]:
    """The pages as runs without gaps."""
    runs = [
        [number for _, number in group]
        for _, group in groupby(enumerate(sorted(set(part.pages))), key=lambda pair: pair[1] - pair[0])
    ]
    return [PageSpan(file=part.file, first=run[0], last=run[-1]) for run in runs]


def _file_names(parts: Sequence[_Part]) -> dict[str, str]:
    """Names of files that are one item, with and without folder and ending, where they mean one item only."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for part in parts:
        if not part.whole_file:
            continue
        path = part.file.replace("\\", "/")
        for name in {path.lower(), path.rsplit("/", 1)[-1].lower(), stem(path).lower()}:
            if len(name) >= _SHORTEST_NAME:
                names[plain(name)] = part.id
                counts[plain(name)] += 1
    return {name: each for name, each in names.items() if counts[name] == 1}


def _folder(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[0]


def _spaced(text: str) -> str:
    return " ".join(text.replace("_", " ").split())
