"""What a Word file carries of those who edited its template, taken out. Run in the worker only."""

from typing import Any, Final

_APP: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_NOT_WANTED: Final = frozenset(
    {
        "thumbnail",
        "custom-properties",
        "customXml",
        "people",
        "comments",
        "commentsExtended",
        "commentsIds",
        "commentsExtensible",
        "attachedTemplate",
        "stylesWithEffects",
        "keyMapCustomizations",
        "printerSettings",
        "docMetadata",
    }
)
"""Last words of the types of parts that say who worked on a file, where it lay, or with what it was printed."""
_OF_CORE: Final = frozenset({"title", "creator", "language"})
_TRACES: Final = ("rsids", "attachedTemplate", "documentProtection", "mailMerge", "docVars")
"""Settings that name sessions of editing, paths, or data of another merge."""


def scrub(document: Any) -> None:
    """Leave title, author and language to the file, and nothing of who made it, when, where and with what."""
    for part in document.part.package.iter_parts():
        _drop(part.rels)
        if str(part.partname) == "/docProps/app.xml":
            part._blob = _APP  # noqa: SLF001 - the library has no public way to write it
        element = getattr(part, "element", None)
        if element is not None:
            _forget_sessions(element)
    _drop(document.part.package.rels)
    _of_settings(document.settings.element)
    _of_core(document.core_properties._element)  # noqa: SLF001 - the library cannot remove a property


def _drop(rels: Any) -> None:
    for key in [key for key, rel in rels.items() if rel.reltype.rsplit("/", 1)[-1] in _NOT_WANTED]:
        del rels[key]


def _forget_sessions(root: Any) -> None:
    """Take out the numbers by which Word tells sessions of editing apart."""
    for element in root.iter():
        for name in [name for name in element.attrib if name.rsplit("}", 1)[-1].startswith("rsid")]:
            del element.attrib[name]


def _of_settings(settings: Any) -> None:
    for child in list(settings):
        if _name(child) in _TRACES:
            settings.remove(child)


def _of_core(core: Any) -> None:
    for child in list(core):
        if _name(child) not in _OF_CORE:
            core.remove(child)


def _name(element: Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1]
