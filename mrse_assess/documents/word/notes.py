"""Comments, footnotes and endnotes of a Word file, by their ids."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.word.tree import attr, children, descendants, local
from mrse_assess.model.dates import day_in_words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Comment(NamedTuple):
    """One comment: its label ("IT1"), who wrote it, the day in words or "", its text."""

    label: str
    author: str
    day: str
    text: str


def read_comments(root: "Element | None") -> Mapping[str, Comment]:
    """The comments by id, numbered in the order of the part."""
    found = {}
    for index, node in enumerate(children(root, "comment"), start=1):
        author = attr(node, "author") or "unnamed"
        found[attr(node, "id") or ""] = Comment(
            f"{attr(node, 'initials') or ''}{index}", author, day_written(attr(node, "date")), plain_text(node)
        )
    return found


def read_notes(root: "Element | None", name: str) -> Mapping[str, "Element"]:
    """The footnotes or endnotes by id; separators are not notes."""
    return {attr(node, "id") or "": node for node in children(root, name) if attr(node, "type") in {None, "normal"}}


def day_written(written: str | None) -> str:
    """The day of "2024-03-05T10:00:00Z" as "5 March 2024"; "" where no date is given."""
    try:
        return day_in_words(date.fromisoformat((written or "")[:10]))
    except ValueError:
        return ""


def plain_text(node: "Element") -> str:
    """The words below a node that stand in the final text: paragraphs joined by a space, deletions left out."""
    words = ("".join(_text(run) for run in paragraph.iter()) for paragraph in descendants(node, "p"))
    return " ".join(filter(None, (" ".join(text.split()) for text in words)))


def _text(node: "Element") -> str:
    if local(node) == "t" and not any(local(up) in {"del", "moveFrom"} for up in node.iterancestors()):
        return node.text or ""
    return " " if local(node) in {"tab", "br", "cr"} else ""
