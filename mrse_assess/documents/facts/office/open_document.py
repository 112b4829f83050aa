"""What an OpenDocument file carries: its data, changes and comments, links, embedded and active parts."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mrse_assess.documents.facts.addresses import leading
from mrse_assess.documents.facts.days import iso_day
from mrse_assess.documents.facts.photos import of_bytes
from mrse_assess.documents.facts.values import KINDS, FactLimits, Found
from mrse_assess.documents.facts.wording import properties, short
from mrse_assess.documents.word.package import Package
from mrse_assess.documents.word.tree import attr, child, descendants, local
from mrse_assess.model.facts import Carried, Photo, Trace

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_META = {
    "initial-creator": "author",
    "creator": "last_modified_by",
    "title": "title",
    "subject": "subject",
    "keyword": "keywords",
    "generator": "creator",
    "creation-date": "created",
    "date": "modified",
}
_UNSEEN = frozenset({"covers", "hidden"})
_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")
_MOST_PHOTOS = 300
_CHANGES = {"insertion": "insertion", "deletion": "deletion"}


def open_document_facts(path: Path, limits: FactLimits) -> Found:
    """The facts of the file; words that it does not show are not looked for.

    Raises:
        DamagedPackageError: it cannot be unpacked.
    """
    package = Package(path)
    package.check_size()
    content = package.xml("content.xml")
    if content is None:
        return Found(properties=_properties(package), unseen=KINDS - {"properties", "revisions"})
    photos = (
        of_bytes(package.data(part) or b"") for part in package.parts()[:_MOST_PHOTOS] if part.endswith(_PICTURES)
    )
    return Found(
        properties=_properties(package),
        traces=tuple(_traces(content))[: limits.of_a_kind],
        carried=(*_parts(package), *_links(content))[: limits.of_a_kind],
        photos=tuple(Photo(1, said.located, said.taken_on, said.named) for said in photos if said),
        unseen=_UNSEEN,
    )


def _properties(package: Package) -> dict[str, str]:
    root = package.xml("meta.xml")
    found: dict[str, object] = {}
    for node in descendants(root, *_META) if root is not None else ():
        name = _META[local(node)]
        found[name] = iso_day(node.text) if name in {"created", "modified"} else node.text
    return properties(found)


def _traces(content: "Element") -> Iterator[Trace]:
    for node in descendants(content, "annotation", *_CHANGES):
        about = child(node, "change-info")
        about = node if about is None else about
        author, day = child(about, "creator"), child(about, "date")
        kind = _CHANGES.get(local(node), "comment")
        yield Trace(
            kind, short(author.text if author is not None else ""), iso_day(day.text if day is not None else ""), 1
        )


def _parts(package: Package) -> Iterator[Carried]:
    names = package.parts()
    if any(name.startswith(("basic/", "scripts/")) for name in names):
        yield Carried("macro", 1)
    objects = {name.split("/")[0] for name in names if name.startswith("object ")}
    yield from (Carried("embedded_object", 1) for _ in sorted(objects))
    for name in names:
        head = (package.data(name) or b"")[:4096] if name.endswith(".xml") else b""
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            yield Carried("document_type", 1, short(name))


def _links(content: "Element") -> Iterator[Carried]:
    for node in descendants(content, "a", "image", "object", "object-ole", "event-listener", "section-source"):
        address = attr(node, "href") or ""
        inside = address.startswith(("./", "#", "Pictures/", "Object ", "media/")) or not address
        where = None if inside else leading(address)
        if where is not None:
            kind = where.kind if local(node) == "a" else "external_relationship"
            yield Carried(kind, 1, short(where.name))
