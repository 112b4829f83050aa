"""What a workbook or a presentation says by its own parts: which slide is which page, hidden sheets, comments."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mrse_assess.documents.facts.days import iso_day
from mrse_assess.documents.facts.values import Found
from mrse_assess.documents.facts.wording import short
from mrse_assess.documents.word.package import Package
from mrse_assess.documents.word.tree import attr, descendants, local
from mrse_assess.model.facts import Hidden, Trace

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_UNSEEN = frozenset({"covers", "hidden"})
_HIDDEN_STATES = frozenset({"hidden", "veryHidden"})


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The page of each part (in lower case) where it is known, and what was found."""

    pages: Mapping[str, int] = field(default_factory=dict)
    found: Found = field(default_factory=Found)


def shown_in(package: Package, form: str) -> Shown:
    """The facts of the parts of a workbook or a presentation. Shapes laid over words are not looked for."""
    if form == "pptx":
        return _presentation(package)
    hidden = tuple(_hidden_sheets(package))
    return Shown(found=Found(traces=tuple(_notes(package)), hidden=hidden, unseen=_UNSEEN))


def _presentation(package: Package) -> Shown:
    main = package.main_part()
    root = package.xml(main)
    related = package.relationships(main)
    ids = [attr(node, "id") or "" for node in descendants(root, "sldId")] if root is not None else []
    slides = _targets(root, related) if ids else []
    pages = {slide.lower(): number for number, slide in enumerate(slides, start=1)}
    hidden = tuple(
        Hidden(number, "hidden_style", _count(slide))
        for number, slide in enumerate(map(package.xml, slides), start=1)
        if slide is not None and attr(slide, "show") in {"0", "false"}
    )
    return Shown(pages=pages, found=Found(traces=tuple(_remarks(package, pages)), hidden=hidden, unseen=_UNSEEN))


def _targets(root: "Element | None", related: Mapping[str, object]) -> list[str]:
    """The slides' parts in their order: an entry has an id of its own beside that of its relationship."""
    found = []
    for node in descendants(root, "sldId") if root is not None else ():
        for key, said in node.attrib.items():
            one = related.get(str(said)) if str(key).startswith("{") else None
            if one is not None:
                found.append(str(getattr(one, "target", "")))
    return found


def _count(root: "Element") -> int:
    return sum(len((node.text or "").split()) for node in descendants(root, "t"))


def _remarks(package: Package, pages: Mapping[str, int]) -> Iterator[Trace]:
    """Comments on slides, the older kind and the newer."""
    authors = {
        attr(node, "id") or "": attr(node, "name") or ""
        for part in package.parts()
        if part.endswith(("commentauthors.xml", "ppt/authors.xml"))
        for node in _every(package.xml(part), "cmAuthor", "author")
    }
    on = {
        one.target.lower(): page
        for slide, page in pages.items()
        for one in package.relationships(slide).values()
        if one.kind == "comments"
    }
    for part in package.parts():
        if posixpath.dirname(part) == "ppt/comments":
            for node in _every(package.xml(part), "cm"):
                day = iso_day(attr(node, "dt") or attr(node, "created"))
                yield Trace("comment", short(authors.get(attr(node, "authorId") or "", "")), day, on.get(part, 1))


def _notes(package: Package) -> Iterator[Trace]:
    """Comments in the cells of a workbook."""
    people = {
        attr(node, "id") or "": attr(node, "displayName") or ""
        for part in package.parts()
        if part.startswith("xl/persons/")
        for node in _every(package.xml(part), "person")
    }
    for part in package.parts():
        if part.startswith("xl/threadedcomments/"):
            for node in _every(package.xml(part), "threadedComment"):
                author = people.get(attr(node, "personId") or "", "")
                yield Trace("comment", short(author), iso_day(attr(node, "dT")), 1)
        elif part.startswith("xl/comments") and part.endswith(".xml"):
            root = package.xml(part)
            authors = [node.text or "" for node in _every(root, "author")]
            for node in _every(root, "comment"):
                at = attr(node, "authorId") or ""
                known = at.isdecimal() and int(at) < len(authors)
                yield Trace("comment", short(authors[int(at)] if known else ""), "", 1)


def _hidden_sheets(package: Package) -> Iterator[Hidden]:
    """Sheets that the workbook does not show, with how many cells of words they hold."""
    main = package.main_part()
    related = package.relationships(main)
    root = package.xml(main)
    for node in _every(root, "sheet"):
        if attr(node, "state") in _HIDDEN_STATES:
            ids = [str(said) for key, said in node.attrib.items() if local_name(str(key)) == "id"]
            targets = [related[one].target for one in ids if one in related]
            words = sum(len(list(_every(package.xml(target), "v", "t"))) for target in targets)
            if words:
                yield Hidden(1, "hidden_style", words)


def local_name(key: str) -> str:
    """A name without its namespace."""
    return key.rpartition("}")[2]


def _every(root: "Element | None", *names: str) -> Iterator["Element"]:
    if root is not None:
        if local(root) in names:
            yield root
        yield from descendants(root, *names)
