"""A Word file's parts, opened under limits; a part that declares a document type is refused, as the format demands."""

import posixpath
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.archives import DAMAGED
from mrse_assess.documents.word.tree import attr, children

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_XML_BYTES = 64 * 1024 * 1024
_MEDIA_BYTES = 100 * 1024 * 1024
_ALL_BYTES = 600 * 1024 * 1024
_MOST_RATIO = 100  # unpacked to packed, of all parts together
_SMALL_BYTES = 64 * 1024 * 1024  # that no ratio is looked at for
_MOST_PARTS = 20_000
_PROLOGUE = 4096
_CHUNK = 1024 * 1024


class DamagedPackageError(Exception):
    """The main part of the file cannot be read, or is made as no word processor makes it."""


class Relationship(NamedTuple):
    """What a part refers to: the last word of its type, and a part name or, if ``external``, an address."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of one file. Bytes are counted while they are unpacked."""

    def __init__(self, path: Path) -> None:
        try:
            self._archive = zipfile.ZipFile(path)
        except DAMAGED as error:
            raise DamagedPackageError from error
        self._names = {name.lstrip("/").lower(): name for name in self._archive.namelist()}
        self._read = 0

    def check_size(self) -> None:
        """Make sure that a library may unpack all parts at once.

        Raises:
            DamagedPackageError: they say that they are larger together than those of any real file.
        """
        infos = self._archive.infolist()
        said = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        if said > _ALL_BYTES or said > _MOST_RATIO * packed + _SMALL_BYTES or len(infos) > _MOST_PARTS:
            raise DamagedPackageError

    def parts(self) -> tuple[str, ...]:
        """The names of all parts in lower case."""
        return tuple(self._names)

    def data(self, part: str, limit: int = _MEDIA_BYTES) -> bytes | None:
        """The bytes of a part; None when it is missing, damaged or beyond its limit."""
        name = self._names.get(part.lower())
        if name is None:
            return None
        chunks: list[bytes] = []
        size = 0
        try:
            with self._archive.open(name) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > limit or self._read + size > _ALL_BYTES:
                        return None
                    chunks.append(chunk)
        except DAMAGED:
            return None
        self._read += size
        return b"".join(chunks)

    def xml(self, part: str) -> "Element | None":
        """The root of an XML part, read without entities, document types or look-ups; None when it cannot be."""
        from lxml import etree

        content = self.data(part, _XML_BYTES)
        if content is None or _declares_type(content):
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
        )
        try:
            root: Element = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError):
            return None
        return None if root.getroottree().docinfo.internalDTD is not None else root

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """What a part refers to, by id. ``""`` gives those of the package itself."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for node in children(root, "Relationship"):
            external = attr(node, "TargetMode") == "External"
            target = attr(node, "Target") or ""
            if not external:
                target = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                )
            found[attr(node, "Id") or ""] = Relationship(
                (attr(node, "Type") or "").rpartition("/")[2], target, external
            )
        return found

    def main_part(self) -> str:
        """The name of the part that holds the text."""
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and not relationship.external:
                return relationship.target
        return "word/document.xml"


def _declares_type(content: bytes) -> bool:
    head = content[:_PROLOGUE].replace(b"\0", b"")  # so that UTF-16 is seen through
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head
