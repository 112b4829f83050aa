"""Files as items of evidence: which file is one, under what label, and which folder is."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mrse_assess.intake.front.contents_list import Entry
from mrse_assess.intake.items.counted_anew import folders_of_codes
from mrse_assess.intake.items.marks import is_part
from mrse_assess.intake.items.own_titles import as_written, core, heading_of, spelt_out
from mrse_assess.intake.items.segmentation import Piece
from mrse_assess.intake.text.labels import Label, file_label, plain, read_label, squeezed, stem
from mrse_assess.intake.text.lines import FileLines, PageLines
from mrse_assess.intake.text.words import FILE_NAME_FILLERS, FRONT_FILE_NAMES, FRONT_FILE_WORDS
from mrse_assess.model.places import Locator
from mrse_assess.model.problem import Problem
from mrse_assess.terms import MediaKind, Severity

_SHORTEST_NAME: Final = 4
_SHORTEST_TITLE: Final = 6  # letters of a title that is looked for in files' names
_RANGE: Final = re.compile(r"\s*(?:-|to\b|and\b|&)\s*(?:[A-Za-z]{1,9}\s?)?\d{1,3}\b", re.IGNORECASE)
_WORDS: Final = re.compile(r"[a-z]+")
_ANNEX: Final = re.compile(
    r"\b(?:annexe?|appendix|appx?|att(?:achment)?|encl(?:osure)?)\.?\s*([A-Z]|\d{1,2})\b", re.IGNORECASE
)
_BEFORE_FIRST: Final = re.compile(r"0+[a-z]?")  # "00b", set before item 1
_PARTS: Final = frozenset({"section", "part", "folder"})
_PAPERS: Final = frozenset({MediaKind.PDF, MediaKind.DOCX, MediaKind.TEXT, MediaKind.SPREADSHEET, MediaKind.SLIDES})


@dataclass(frozen=True, kw_only=True)
class Part:
    """Pages of one file for one item; ``folder`` tells items of the same label apart."""

    id: str
    label: Label
    file: str
    pages: tuple[int, ...]
    whole_file: bool
    folder: str


def folder_of(file: str) -> str:
    """The path of the folder that a file lies in, "" for none."""
    return file.replace("\\", "/").rpartition("/")[0]


def own_label(file: str, expected: Collection[str]) -> Label | None:
    """The label that a file's name bears, else that of the folder it lies in."""
    return file_label(file) or _lettered(file, expected) or _folder_label(folder_of(file), expected)


def _lettered(file: str, expected: Collection[str]) -> Label | None:
    """The letter that a file's name begins with, without a separator behind it, where an item is labelled so.

    "A" and "I" may be words of a title, which goes on in small letters then.
    """
    name = " ".join(plain(stem(file)).replace("_", " ").split())
    letter, _, rest = name.partition(" ")
    word = letter in {"A", "I"} and not rest[:1].isupper()
    if letter not in expected or not (letter.isalpha() and letter.isupper()) or not rest[:1].isalnum() or word:
        return None
    return Label("", letter, letter, rest)


def named_by_file(evidence: Sequence[FileLines], files: int, expected: Collection[str]) -> bool:
    """Whether the applicant labels items by the names of their files or folders: most files of evidence are so."""
    return files > 1 and 2 * sum(own_label(file.file, expected) is not None for file in evidence) > len(evidence)


def owners(evidence: Sequence[FileLines], expected: Collection[str]) -> dict[str, str]:
    """Files by the expected label that they alone bear in their names or folders."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in evidence:
        label = own_label(file.file, expected)
        if label is not None and label.id in expected and not names_a_range(file.file):
            found[label.id].append(file.file)
    return {each: files[0] for each, files in found.items() if len(files) == 1}


def names_a_range(file: str) -> bool:
    """Whether a file's name is that of a range of items: "01-03 governance.pdf"."""
    label = file_label(file)
    name = plain(stem(file)).replace("_", " ").strip()
    start = name.find(label.written) if label is not None else -1
    return label is not None and start >= 0 and bool(_RANGE.match(name, start + len(label.written)))


def is_front(file: FileLines, front: Mapping[str, Collection[int]], entries: Sequence[Entry]) -> bool:
    """A file that holds the parts around the evidence: the table, the contents list, the authentication, a CV."""
    if front.get(file.file):
        return True
    if file.reading.media not in _PAPERS or entry_by_name(file.file, entries) is not None:
        return False
    if _folder_label(folder_of(file.file), ()) is not None:
        return False
    words = set(_WORDS.findall(plain(stem(file.file)).lower())) - FILE_NAME_FILLERS
    if not may_be_front(file.file):
        return _is_numbered_front(file.file, words)
    return bool(words & FRONT_FILE_WORDS) or 2 * len(words & FRONT_FILE_NAMES) > len(words) or not words


def _is_numbered_front(file: str, words: Collection[str]) -> bool:
    """Whether the number only puts the file in its place: "01 Contents", "02 Experience Cross Reference Table"."""
    label = file_label(file)
    bare = label is not None and not label.word and label.written.isdigit()
    return bare and bool(FRONT_FILE_WORDS.intersection(words)) and FRONT_FILE_NAMES.issuperset(words)


def may_be_front(file: str) -> bool:
    """Whether a file's name bears no label, or one before that of the first item ("00 Cover")."""
    label = file_label(file)
    return label is None or bool(_BEFORE_FIRST.fullmatch(label.id))


def is_annexed(file: str, label: Label) -> bool:
    """Whether a file's name says that it is an annex of an item that has another label."""
    annex = _ANNEX.search(plain(stem(file)).replace("_", " "))
    return annex is not None and annex.group(1).upper().lstrip("0") != label.id.upper()


def entry_by_name(file: str, entries: Sequence[Entry]) -> Entry | None:
    """The entry of the contents list whose title the file's name is, versions and the like aside; or None."""
    name = plain(stem(file)).replace("_", " ")
    label = file_label(file)
    names = {core(text) for text in (name, label.rest if label is not None else name)} - {""}
    fitting = [entry for entry in entries if len(key := core(entry.title)) >= _SHORTEST_TITLE and key in names]
    return fitting[0] if len(fitting) == 1 else None


def whole_file(
    file: FileLines,
    pieces: Sequence[Piece],
    front: Collection[int],
    expected: Collection[str],
    entries: Sequence[Entry],
    listed: Sequence[str],
) -> Part:
    """A file that is one item: its label from its name, else from its pages, else from its title in the contents list.

    Where none of them says, the name is the label. ``listed``: titles of a contents list without labels.
    """
    label = file_label(file.file) or _lettered(file.file, expected)
    if label is None or label.id not in expected:
        inside = pieces[0].label if pieces else None
        entry = entry_by_name(file.file, entries)
        if inside is not None and (label is None or inside.id in expected):
            label = inside
        elif entry is not None:
            label = entry.label._replace(rest=entry.title)
    name = stem(file.file)
    found = label or Label("", name, name, "")
    rest = found.rest or (name if label is None else "")
    pages = tuple(page.number for page in file.pages if page.number not in front)
    first = file.pages[0] if file.pages else None
    said = " ".join(rest.replace("_", " ").split())
    title = as_written(said, first, listed)
    title = (spelt_out(rest, first) if title == said else None) or title
    return Part(
        id=found.id,
        label=found._replace(rest=title),
        file=file.file,
        pages=pages,
        whole_file=True,
        folder=folder_of(file.file),
    )


def without_shared_titles(parts: Sequence[Part], firsts: Mapping[str, PageLines]) -> list[Part]:
    """The parts, with the first heading of a file as its title where files share what their names say beside the label.

    What "Vale_MRSE_Evidence7.pdf" has before its label is the applicant's and no title.
    """
    shared = Counter(part.label.rest for part in parts if part.whole_file and part.label.rest)
    found: list[Part] = []
    for part in parts:
        title = ""
        if part.whole_file and shared[part.label.rest] > 1 and part.file in firsts:
            title = heading_of(firsts[part.file])
        found.append(replace(part, label=part.label._replace(rest=title)) if title else part)
    return found


def by_folder(
    parts: Sequence[Part], expected: Collection[str], firsts: Mapping[str, PageLines], listed: Sequence[str]
) -> list[Part]:
    """Files of a folder that is itself an item, taken under the folder's label.

    A folder is an item unless a file in it has an expected label that no file of another folder has: then the files are
    the items and the folder is a category. ``firsts``: the first page of each file; ``listed``: titles without labels.
    """
    folders: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        folders[part.id].add(part.folder)
    of_codes = folders_of_codes({part.file for part in parts}, expected)
    labels = {part.folder: None if part.folder in of_codes else _folder_label(part.folder, expected) for part in parts}
    for part in parts:
        label = labels[part.folder]
        if label is not None and (_is_own(part, label, folders, expected) or _is_numbered_in(part)):
            labels[part.folder] = None
    alone = Counter(part.folder for part in parts)
    found: list[Part] = []
    for part in parts:
        label = labels[part.folder]
        if label is None or not part.whole_file:
            found.append(part)
            continue
        if alone[part.folder] == 1:
            title = as_written(" ".join(label.rest.split()), firsts.get(part.file), listed)
            label = label._replace(rest=_of_one(part, title))
        found.append(replace(part, id=label.id, label=label, folder=folder_of(part.folder)))
    return found


def _of_one(part: Part, title: str) -> str:
    """The title of a folder that holds one file: its own, or the file's that is the same or says more."""
    own = part.label.rest
    short = not title or squeezed(own).startswith(squeezed(title))
    return own if own and short and core(own) else title or own


def _folder_label(folder: str, expected: Collection[str]) -> Label | None:
    """The label in a folder's name. Folders called parts or sections may be of categories: their word says nothing."""
    label = _read_folder(folder)
    if label is not None and label.word in _PARTS:
        label = label._replace(word="")
    return label if label is not None and (label.word or label.id in expected) else None


def _read_folder(folder: str) -> Label | None:
    name = folder.rsplit("/", 1)[-1].replace("_", " ")
    return (read_label(name, bare=True) or file_label(name)) if folder else None


def _is_own(part: Part, folder: Label, folders: Mapping[str, Collection[str]], expected: Collection[str]) -> bool:
    """Whether a file in a labelled folder is an item itself: by a label of its own that is expected and unique."""
    if not part.whole_file or part.id not in expected or len(folders[part.id]) > 1:
        return False
    own = file_label(part.file)
    return is_part(part.id, folder.id) or not folder.word or (own is not None and bool(own.word))


def _is_numbered_in(part: Part) -> bool:
    """Whether a file is one of a volume's: "Folder 2/Doc 1", where the documents are the items."""
    own, folder = file_label(part.file), _read_folder(part.folder)
    return folder is not None and folder.word in _PARTS and own is not None and bool(own.word)


def told_apart(parts: Sequence[Part]) -> tuple[list[Part], list[Problem]]:
    """Items of the same label in different folders get the folder's name before it."""
    folders: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        folders[part.id].add(part.folder)
    found: list[Part] = []
    problems: list[Problem] = []
    for part in parts:
        if len(folders[part.id]) > 1:
            problems.append(_same_label(part))
            found.append(replace(part, id=f"{part.folder}/{part.id}" if part.folder else part.id))
        else:
            found.append(part)
    return found, problems


def _same_label(part: Part) -> Problem:
    return Problem(
        code="label-used-twice",
        severity=Severity.WARNING,
        found=f"The label {part.id} is used for more than one item; this one is in {part.file}.",
        advice="Each is shown with its folder before the label. Check which of them a reference means.",
        locator=Locator(file=part.file, page=part.pages[0] if part.pages else 1),
    )


def file_names(parts: Sequence[Part]) -> dict[str, str]:
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
