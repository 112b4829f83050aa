"""What a Word file carries beside its words: who changed and commented, what is hidden, covered, linked, embedded."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mrse_assess.documents.facts.days import iso_day
from mrse_assess.documents.facts.office.fields import field_links
from mrse_assess.documents.facts.office.icons import word_icons
from mrse_assess.documents.facts.office.rendering import Rendering
from mrse_assess.documents.facts.office.word_hidden import covered_and_hidden
from mrse_assess.documents.facts.values import KINDS, Found
from mrse_assess.documents.facts.wording import short
from mrse_assess.documents.word.package import Package
from mrse_assess.documents.word.styles import Styles
from mrse_assess.documents.word.tree import attr, children, descendants, local
from mrse_assess.model.facts import Trace

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHANGES = {"ins": "insertion", "moveTo": "insertion", "del": "deletion", "moveFrom": "deletion"}
_TEXTS = frozenset({"header", "footer", "footnotes", "endnotes"})
_MOST_TRACES = 2001
_UNSEEN = Found(unseen=KINDS - {"properties", "photos", "signatures", "revisions"})


def word_facts(package: Package, rendering: Rendering) -> Found:
    """The facts of the text and of the parts that belong to it."""
    main = package.main_part()
    related = package.relationships(main)
    root = package.xml(main)
    if root is None:
        return _UNSEEN
    beside = [one.target for one in related.values() if one.kind in _TEXTS and not one.external]
    roots = [root, *(found for found in map(package.xml, beside) if found is not None)]
    parts = {one.kind: one.target for one in related.values() if not one.external}
    comments = package.xml(parts["comments"]) if "comments" in parts else None
    styles = Styles(package.xml(parts["styles"]) if "styles" in parts else None)
    covers, hidden = covered_and_hidden(roots, styles, rendering)
    return Found(
        traces=(*_changes(roots, rendering), *_comments(comments, rendering))[:_MOST_TRACES],
        carried=(*field_links(roots), *word_icons(root, related, rendering)),
        covers=covers,
        hidden=hidden,
    )


def _changes(roots: list["Element"], rendering: Rendering) -> Iterator[Trace]:
    """Tracked insertions and deletions; those that follow each other by one hand on one day are one."""
    last: Trace | None = None
    count = 0
    for root in roots:
        for node in descendants(root, *_CHANGES):
            trace = _change(node, rendering)
            if trace != last:
                yield trace
                count += 1
            last = trace
            if count >= _MOST_TRACES:
                return


def _change(node: "Element", rendering: Rendering) -> Trace:
    words = "".join(found.text or "" for found in descendants(node, "t", "delText"))
    kind = _CHANGES[local(node)]
    return Trace(kind, short(attr(node, "author")), iso_day(attr(node, "date")), rendering.page_of(words))


def _comments(comments: "Element | None", rendering: Rendering) -> Iterator[Trace]:
    for node in children(comments, "comment"):
        words = "".join(found.text or "" for found in descendants(node, "t"))
        yield Trace("comment", short(attr(node, "author")), iso_day(attr(node, "date")), rendering.page_of(words))
