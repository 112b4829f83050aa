"""What a PDF carries as a whole: its data, attached files, scripts and actions."""
# mypy: disable-error-code="no-untyped-call, attr-defined"
# The PDF library carries no types for most of its calls.

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from mrse_assess.documents.facts.days import iso_day, pdf_day
from mrse_assess.documents.facts.pdf.actions import actions, events
from mrse_assess.documents.facts.pdf.objects import has, references, text
from mrse_assess.documents.facts.values import PAGE_KINDS, FactLimits, Found
from mrse_assess.documents.facts.wording import properties, short
from mrse_assess.documents.opened import opened
from mrse_assess.model.facts import Carried, Signature

if TYPE_CHECKING:
    import pymupdf

_MOST_OBJECTS = 100_000
_MOST_FIELDS = 500
_PACKET_CHARACTERS = 1_000_000
_PACKET = {
    "creator": "author",  # dc:creator, the people; the program is CreatorTool
    "title": "title",
    "description": "subject",  # dc:description is what programs write as the subject; dc:subject are key words
    "Keywords": "keywords",
    "Company": "company",
    "LastModifiedBy": "last_modified_by",
    "LastSavedBy": "last_modified_by",
    "CreatorTool": "creator",
    "CreateDate": "created",
    "ModifyDate": "modified",
}


def pdf_facts(path: str, password: str | None, limits: FactLimits) -> Found:
    """The facts of the file; ``pages`` says how many of its pages are to be looked at.

    Raises:
        UnopenedError: it cannot be opened.
    """
    document = opened(path, password)
    pages = int(document.page_count)
    carried = tuple(_attached(document, limits.on_a_page)) + tuple(_active(document))
    return Found(
        pages=min(pages, limits.pages),
        properties=_properties(document),
        carried=carried[: limits.of_a_kind],
        signatures=tuple(_loose_signatures(document)),
        unseen=frozenset() if 1 <= pages <= limits.pages else PAGE_KINDS,
    )


def _properties(document: "pymupdf.Document") -> dict[str, str]:
    """The information dictionary before the packet of metadata, which programs forget to keep up."""
    told = document.metadata or {}
    own = {
        "author": told.get("author"),
        "title": told.get("title"),
        "subject": told.get("subject"),
        "keywords": told.get("keywords"),
        "creator": told.get("creator") or told.get("producer"),
        "company": text(document, -1, "Info/Company"),
        "last_modified_by": text(document, -1, "Info/LastModifiedBy"),
        "created": pdf_day(told.get("creationDate")),
        "modified": pdf_day(told.get("modDate")),
    }
    return {**properties(_packet(document)), **properties(own)}


def _packet(document: "pymupdf.Document") -> Mapping[str, str]:
    """What the packet of metadata (XMP) says, by our names."""
    from lxml import etree

    written = document.get_xml_metadata()[:_PACKET_CHARACTERS]
    if not written or "<!DOCTYPE" in written or "<!ENTITY" in written:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(written.encode("utf-8", "ignore"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    found: dict[str, str] = {}
    for node in root.iter() if root is not None else ():
        pairs = [(node.tag, " ".join(node.itertext())), *node.attrib.items()]
        for key, said in pairs:
            name = _PACKET.get(str(key).rpartition("}")[2])
            if name and str(said).strip():
                found.setdefault(name, iso_day(str(said)) if name in {"created", "modified"} else str(said))
    return found


def _attached(document: "pymupdf.Document", most: int) -> Iterator[Carried]:
    """The files attached to the document as a whole."""
    for index in range(min(document.embfile_count(), most)):
        told = document.embfile_info(index)
        yield Carried("attachment", 1, short(told.get("ufilename") or told.get("filename") or told.get("name")))


def _active(document: "pymupdf.Document") -> Iterator[Carried]:
    """What would run or be started when the file is opened; else any script or action of its objects."""
    catalog = document.pdf_catalog()
    found = [*actions(document, catalog, "OpenAction", 1), *events(document, catalog, 1)]
    if has(document, catalog, "Names/JavaScript"):
        found.append(Carried("javascript", 1))
    known = {one.kind for one in found}
    for kind in _anywhere(document):
        if kind not in known:
            known.add(kind)
            found.append(Carried(kind, 1))
    yield from found


def _anywhere(document: "pymupdf.Document") -> Iterator[str]:
    """Scripts and program starts in any object, whatever refers to it."""
    kinds = {"JavaScript": "javascript", "Launch": "launch"}
    for xref in range(1, min(document.xref_length(), _MOST_OBJECTS)):
        kind = kinds.get(text(document, xref, "S"))
        if kind:
            yield kind


def _loose_signatures(document: "pymupdf.Document") -> Iterator[Signature]:
    """Signature fields that stand on no page."""
    catalog = document.pdf_catalog()
    for field in references(document, catalog, "AcroForm/Fields")[:_MOST_FIELDS]:
        placed = text(document, field, "Subtype") == "Widget" or has(document, field, "Kids")
        if text(document, field, "FT") == "Sig" and not placed:
            yield signature(document, field, 1)


def signature(document: "pymupdf.Document", field: int, page: int) -> Signature:
    """What a signature field says."""
    signed = has(document, field, "V/Contents") or has(document, field, "V/ByteRange")
    return Signature(page, signed, pdf_day(text(document, field, "V/M")) if signed else "")
