"""One portfolio of the set: the files that an applicant sent, and what reading them should find."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol

AXES: Final[Mapping[str, tuple[str, ...]]] = {
    "file": ("pdf", "docx", "folder", "zip"),
    "table": (
        *("ruled", "rules", "zebra", "bare", "typed", "ticks", "inverted", "two_headers", "per_category"),
        *("merged", "broken_rows", "landscape", "two_column", "picture", "docx", "none"),
    ),
    "source": ("digital", "ocr_layer", "scan"),
    "counting": ("item", "item_after_divider", "file", "portfolio", "printed", "none"),
    "segments": ("bookmarks", "dividers", "stamps", "headings", "contents_pages", "files", "folders", "sub_items"),
}
"""The axes along which results are broken down, with their values. A case has one value of each."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A portfolio and its answers.

    ``portfolio`` is what ``mrse-assess inspect`` is given: a folder, a zip, a PDF or a DOCX. ``truth`` has the keys of
    ``inspect --json`` that the measure looks at, known from the making and never from the project's own reading.
    ``axes`` has one value of each of :data:`AXES`; ``traits`` are free words for what else is special ("decoy audit",
    "two tables").
    """

    name: str
    portfolio: Path
    truth: Mapping[str, Any]
    axes: Mapping[str, str]
    traits: tuple[str, ...] = field(default=())


class Builder(Protocol):
    """A package of the set offers this: the same seed gives the same bytes and the same answers."""

    def __call__(self, seed: int, folder: Path) -> Case:
        """Make the portfolio of this seed inside ``folder``, which exists and is empty."""
        ...
