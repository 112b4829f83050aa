"""What a file carries beside the words of its pages, as the worker saw it: plain values, no library types.

None of it is shown as it stands: the texts are the applicant's, some of them personal.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mrse_assess.model.places import Box
from mrse_assess.terms import Tri


class Trace(NamedTuple):
    """Somebody's mark on the text: an insertion, a deletion, a comment. ``on`` is an ISO day, or ""."""

    kind: str  # insertion, deletion, comment
    author: str
    on: str
    page: int


class Carried(NamedTuple):
    """Something linked, embedded or active.

    ``kind``: link_web, link_drive, link_file, embedded_object, attachment, dead_icon, macro, javascript, launch,
    external_relationship, document_type. ``page`` is 1 where the file as a whole is meant. ``name`` is the host of a
    link or the name of an attachment, never a whole address.
    """

    kind: str
    page: int
    name: str = ""
    box: Box | None = None


class Cover(NamedTuple):
    """Something opaque with words under it. ``readable``: whether those words can still be read from the file.

    ``kind``: fill (a drawn box), redact_annotation (marked and never applied), picture. UNDETERMINED is what pixels
    could not decide, as with a picture over text that may be its own text layer.
    """

    page: int
    kind: str
    box: Box
    words: int
    readable: Tri


class Hidden(NamedTuple):
    """Words that the page does not show: invisible, of the paper's colour, outside the page, kept in a revision."""

    page: int
    kind: str  # invisible, paper_coloured, outside, hidden_style, revision
    words: int
    box: Box | None = None


class Photo(NamedTuple):
    """What a picture's own data say. ``taken_on`` is an ISO day, or ""."""

    page: int
    located: bool  # GPS coordinates
    taken_on: str
    named: bool  # a person's name or a serial number


class Signature(NamedTuple):
    """A signature field of a PDF: whether it is signed, and what day it says, or ""."""

    page: int
    signed: bool
    on: str = ""


@dataclass(frozen=True, kw_only=True)
class FileFacts:
    """What one file carries. ``unseen`` names the kinds of facts that could not be looked for in this file.

    ``properties`` are the file's own data by plain names: author, title, company, creator, created, modified,
    last_modified_by. ``revisions`` counts earlier versions that the file still holds.
    """

    file: str
    properties: Mapping[str, str] = field(default_factory=dict)
    traces: tuple[Trace, ...] = ()
    carried: tuple[Carried, ...] = ()
    covers: tuple[Cover, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    photos: tuple[Photo, ...] = ()
    signatures: tuple[Signature, ...] = ()
    revisions: int = 0
    unseen: frozenset[str] = frozenset()
