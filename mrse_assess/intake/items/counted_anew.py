"""Items that are counted anew in each folder: folders named for sub-categories, and the contents list of such items."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from mrse_assess.intake.front.contents_entries import list_label
from mrse_assess.intake.front.contents_list import ContentsList, Entry
from mrse_assess.intake.items.own_titles import core
from mrse_assess.intake.text.labels import file_label, plain
from mrse_assess.intake.text.lines import FileLines

_CODE: Final = re.compile(r"\d+(?:\.\d+)?")
_LEAST: Final = 2  # folders with a point in their number
_LONGEST: Final = 12  # words of a heading that names a folder


def folders_of_codes(files: Collection[str], expected: Collection[str]) -> frozenset[str]:
    """Folders named by a number alone that is a sub-category's: most beside them have a point, and their files labels.

    Where what the table or the contents list names are the folders' numbers, these are the items.
    """
    held: dict[str, list[str]] = defaultdict(list)
    for file in files:
        held[file.replace("\\", "/").rpartition("/")[0]].append(file)
    by_parent: dict[str, list[str]] = defaultdict(list)
    for folder in held:
        if _CODE.fullmatch(folder.rpartition("/")[2]):
            by_parent[folder.rpartition("/")[0]].append(folder)
    return frozenset(
        folder
        for beside in by_parent.values()
        if _are_codes([each.rpartition("/")[2] for each in beside], expected)
        for folder in beside
        if all((label := file_label(file)) is not None and label.word for file in held[folder])
    )


def _are_codes(names: Sequence[str], expected: Collection[str]) -> bool:
    dotted = [name for name in names if "." in name]
    cited = sum(name in expected for name in dotted)
    return len(dotted) >= _LEAST and 2 * len(dotted) > len(names) and 2 * cited <= len(dotted)


def listed_in_folders(contents: ContentsList, file: FileLines, folders: Collection[str]) -> Mapping[str, Entry]:
    """The entries of a list in parts, each headed by the name of a folder; by the folder and the label: "4.1/2".

    {} where the labels on the list's pages are not those of its entries in their order.
    """
    said = [each for each in _labels_under(contents, file, folders) if each[0]][: len(contents.every)]
    if [label for _, label in said] != [entry.id for entry in contents.every]:
        return {}
    return {f"{folder}/{label}": entry for (folder, label), entry in zip(said, contents.every, strict=True)}


def _labels_under(contents: ContentsList, file: FileLines, folders: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each label of the list's lines with the folder whose name stands above it."""
    entries = {entry.id for entry in contents.every}
    names = {_flat(folder.rpartition("/")[2]): folder for folder in folders if folder}
    above = ""
    for line in (line for number in contents.pages for line in file.page(number).lines):
        label = list_label(line.text)
        worded = label is not None and bool(label.word)
        if not worded and len(line.words) <= _LONGEST and (named := _named(line.text, names)) is not None:
            above = named
        elif label is not None and label.id in entries:
            yield above, label.id


def _named(text: str, names: Mapping[str, str]) -> str | None:
    """The folder that a heading names, with the word before it or not and a title behind it or not."""
    said = _flat(text).removeprefix("folder").lstrip(" :-")
    if said in names:
        return names[said]
    begun = [name for name in names if said.startswith(name) and not said[len(name)].isalnum() and not name.isdecimal()]
    return names[max(begun, key=len)] if begun else None


def _flat(text: str) -> str:
    return " ".join(plain(text).lower().replace("_", " ").split()).rstrip(":")


def fitting_entry(entries: Sequence[Entry], own_title: str) -> Entry | None:
    """The entry, of several of one label, whose title the item itself bears; or None."""
    own = core(own_title)
    fitting = [entry for entry in entries if own and (title := core(entry.title)) and _agree(title, own)]
    return fitting[0] if len(fitting) == 1 else None


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
