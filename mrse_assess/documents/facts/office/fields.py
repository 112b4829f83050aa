"""Links that a Word file writes as fields: addresses, pictures and texts fetched from elsewhere, data exchange."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mrse_assess.documents.facts.addresses import leading
from mrse_assess.documents.facts.wording import short
from mrse_assess.documents.word.tree import attr, descendants, local
from mrse_assess.model.facts import Carried

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FIELD = re.compile(
    r"\s*(HYPERLINK|INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|LINK|DDEAUTO|DDE)\b(.{0,2000})", re.IGNORECASE | re.DOTALL
)
_QUOTED = re.compile(r'"([^"]{1,1500})"|(\S{1,1500})')
_LOCAL = re.compile(r"\s*\\l\b", re.IGNORECASE)
_MOST_INSTRUCTION = 4000


def field_links(roots: Iterable["Element"]) -> Iterator[Carried]:
    """Where the fields of a text lead. Links that are elements of their own are told by their relationships."""
    for root in roots:
        for instruction in _instructions(root):
            found = _FIELD.match(instruction)
            if found is None or _LOCAL.match(found.group(2)):
                continue
            words = [quoted or plain for quoted, plain in _QUOTED.findall(found.group(2))]
            address = _address(found.group(1).upper(), words)
            where = leading(address.replace("\\\\", "\\") if "\\\\\\\\" in address else address)
            if where is None:
                continue
            if found.group(1).upper() == "HYPERLINK":
                yield Carried(where.kind, 1, short(where.name))
            else:
                yield Carried("external_relationship", 1, short(where.name))


def _address(kind: str, words: list[str]) -> str:
    """The address among a field's words; after the name of a program where data are exchanged."""
    named = [word for word in words if not word.startswith("\\") or word.startswith("\\\\")]
    at = 1 if kind in {"LINK", "DDE", "DDEAUTO"} and len(named) > 1 else 0
    return named[at] if len(named) > at else ""


def _instructions(root: "Element") -> Iterator[str]:
    """The instructions of simple fields, and of those written in pieces between a begin and an end."""
    open_fields: list[list[str]] = []
    for node in descendants(root, "fldSimple", "fldChar", "instrText"):
        name = local(node)
        if name == "fldSimple":
            yield (attr(node, "instr") or "")[:_MOST_INSTRUCTION]
        elif name == "instrText":
            if open_fields:
                open_fields[-1].append((node.text or "")[:_MOST_INSTRUCTION])
        elif attr(node, "fldCharType") == "begin":
            open_fields.append([])
        elif open_fields and attr(node, "fldCharType") in {"separate", "end"}:
            pieces = open_fields[-1]
            yield "".join(pieces)
            pieces.clear()
            if attr(node, "fldCharType") == "end":
                open_fields.pop()
