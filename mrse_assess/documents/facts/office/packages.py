"""What any file packed as Office Open XML carries: data of its own, links, embedded and active parts, pictures."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from mrse_assess.documents.facts.addresses import file_name, leading
from mrse_assess.documents.facts.days import iso_day
from mrse_assess.documents.facts.photos import of_bytes
from mrse_assess.documents.facts.values import Found
from mrse_assess.documents.facts.wording import properties, short
from mrse_assess.documents.word.package import Package, Relationship
from mrse_assess.documents.word.tree import descendants, local
from mrse_assess.model.facts import Carried, Photo, Signature

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_PARTS = 5000
_MOST_PHOTOS = 300
_PROLOGUE = 4096
_XML_BYTES = 64 * 1024 * 1024
_PHOTO_BYTES = 64 * 1024 * 1024
_PICTURES = (".jpg", ".jpeg", ".jpe", ".png", ".tif", ".tiff", ".webp", ".heic", ".gif")
_CORE = {
    "creator": "author",
    "title": "title",
    "subject": "subject",
    "keywords": "keywords",
    "lastModifiedBy": "last_modified_by",
    "created": "created",
    "modified": "modified",
}
_APP = {"Company": "company", "Application": "creator"}
_EMBEDDING = frozenset({"oleObject", "package", "aFChunk", "control", "activeXControlBinary"})
_OF_CHARTS = "/charts/"


def package_facts(package: Package, pages: Mapping[str, int]) -> Found:
    """The facts of the package; ``pages`` gives the page of a part where it is known."""
    return Found(
        properties=_properties(package),
        carried=(*_typed(package), *_macros(package), *_related(package, pages)),
        photos=tuple(_photos(package)),
        signatures=tuple(_signatures(package)),
    )


def _properties(package: Package) -> dict[str, str]:
    found: dict[str, object] = {}
    for part, names in (("docprops/core.xml", _CORE), ("docprops/app.xml", _APP)):
        root = package.xml(part)
        for node in root if root is not None else ():
            name = names.get(local(node))
            if name:
                found[name] = iso_day(node.text) if name in {"created", "modified"} else node.text
    return properties(found)


def _typed(package: Package) -> Iterator[Carried]:
    """Parts that declare a document type, which the format forbids."""
    for part in package.parts()[:_MOST_PARTS]:
        if part.endswith((".xml", ".rels", ".vml")):
            content = package.data(part, _XML_BYTES)
            head = (content or b"")[:_PROLOGUE].replace(b"\0", b"")  # so that UTF-16 is seen through
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                yield Carried("document_type", 1, short(file_name(part)))


def _macros(package: Package) -> Iterator[Carried]:
    if any(part.endswith(("vbaproject.bin", "vbadata.xml")) or "/macrosheets/" in part for part in package.parts()):
        yield Carried("macro", 1)


def _related(package: Package, pages: Mapping[str, int]) -> Iterator[Carried]:
    """What the parts refer to outside the file, and what is embedded in them."""
    for source, relationship in related(package):
        found = _one(package, source, relationship)
        if found is not None:
            yield Carried(found[0], pages.get(source, 1), short(found[1]))


def related(package: Package) -> Iterator[tuple[str, Relationship]]:
    """Every relationship with the part that has it, in lower case."""
    for part in package.parts()[:_MOST_PARTS]:
        folder, name = posixpath.split(part)
        if name.endswith(".rels") and posixpath.basename(folder) == "_rels":
            source = posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))
            for relationship in package.relationships(source).values():
                yield source, relationship


def _one(package: Package, source: str, relationship: Relationship) -> tuple[str, str] | None:
    kind, target, external = relationship
    if external and kind == "hyperlink":
        return leading(target)
    if external:
        where = leading(target)
        return "external_relationship", (where.name if where else "") or kind
    if kind not in _EMBEDDING or _OF_CHARTS in f"/{source}":
        return None
    known = target.lower() in package.parts()
    return ("embedded_object", file_name(target)) if known else ("dead_icon", "")


def _photos(package: Package) -> Iterator[Photo]:
    """Pictures that say where, when or by whom they were taken."""
    pictures = [part for part in package.parts() if part.endswith(_PICTURES)]
    for part in pictures[:_MOST_PHOTOS]:
        said = of_bytes(package.data(part, _PHOTO_BYTES) or b"")
        if said is not None:
            yield Photo(1, said.located, said.taken_on, said.named)


def _signatures(package: Package) -> Iterator[Signature]:
    """Digital signatures of the package, with the day that each says."""
    for part in package.parts():
        if part.startswith("_xmlsignatures/") and part.endswith(".xml"):
            root = package.xml(part)
            if root is not None:
                yield Signature(1, signed=True, on=_signed_on(root))


def _signed_on(root: "Element") -> str:
    days = (iso_day(node.text) for node in descendants(root, "Value", "SigningTime") if node.text)
    return next(filter(None, days), "")
