"""What the documents room hands out besides readings: stored files, page pictures, and the limits it keeps."""

import hashlib
from dataclasses import dataclass

from mrse_assess.errors import BadRequestError, UnreadablePortfolioError
from mrse_assess.model.pages import Word
from mrse_assess.model.portfolio import Document
from mrse_assess.model.problem import Problem
from mrse_assess.terms import MediaKind

MEBIBYTE = 1024 * 1024


class PortfolioLockedError(UnreadablePortfolioError):
    """Every entry of the archive is encrypted and no password, or a wrong one, was given (exit 2)."""


class PasswordNeededError(BadRequestError):
    """A page of an encrypted document was asked for without its password, or with a wrong one (exit 1)."""


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """One file of the portfolio, kept read-only as ``originals/<sha256>``.

    ``name`` is the applicant's path with ``/`` between its parts: shown (through :func:`visible`), never used as a
    path. ``size`` is in bytes. ``media`` and ``form`` come from the content, not the name; ``form`` is the finer kind
    ("jpeg", "doc", "zip") that messages are worded from.
    """

    name: str
    sha256: str
    size: int
    media: MediaKind
    form: str


def stored_file(document: Document) -> StoredFile:
    """The file behind a document of a portfolio."""
    return StoredFile(
        name=document.name, sha256=document.sha256, size=document.size, media=document.media, form=document.form
    )


@dataclass(frozen=True, kw_only=True)
class TakenIn:
    """The files of a portfolio in the order in which they were found, and what could not be taken in."""

    files: tuple[StoredFile, ...]
    problems: tuple[Problem, ...]

    @property
    def digest(self) -> str:
        """SHA-256 over every name and content: the same portfolio taken in again gives the same digest."""
        total = hashlib.sha256()
        for line in sorted(f"{file.sha256} {file.name}" for file in self.files):
            total.update(line.encode("utf-8", "surrogatepass") + b"\0")
        return total.hexdigest()


@dataclass(frozen=True, kw_only=True)
class PagePicture:
    """One page drawn. Words and size are in points of the page as drawn (its own and the asked rotation applied).

    ``data`` is a PNG or JPEG of ``width_px`` by ``height_px`` pixels, ``media_type`` says which. A page so large that
    the asked resolution would pass the pixel limit is drawn at a lower one: ``dpi`` is the one used.
    """

    page: int
    width_px: int
    height_px: int
    width_pt: float
    height_pt: float
    dpi: float
    media_type: str
    data: bytes
    words: tuple[Word, ...]


@dataclass(frozen=True, kw_only=True)
class IntakeLimits:
    """What a portfolio may hold. Counted while reading, never believed from an archive's own claims."""

    files: int = 2000
    total_bytes: int = 1024 * MEBIBYTE
    file_bytes: int = 300 * MEBIBYTE
    ratio: int = 200  # unpacked to packed
    ratio_from_bytes: int = 5 * MEBIBYTE  # small entries may pack well; below this no ratio is looked at
    depth: int = 3  # archives and e-mails inside each other
    name_characters: int = 1000
    batch_files: int = 50
    batch_bytes: int = 64 * MEBIBYTE
    batch_seconds: float = 120.0


@dataclass(frozen=True, kw_only=True)
class ReadingLimits:
    """What reading one document may cost.

    A batch of pages that fails is read again page by page; after ``pages_lost`` pages ended by a limit the rest of the
    document is given up, so that a hostile file cannot hold an assessor's evening.
    """

    pages: int = 5000
    batch_pages: int = 32
    batch_seconds: float = 60.0
    page_seconds: float = 15.0
    pages_lost: int = 5
    recognition_seconds: float = 90.0  # of one page, which takes 2 to 3 where nothing else is going on
    pictures_seconds: float = 60.0  # of all pictures of a document that may hold words; a label takes a quarter of one
    conversion_seconds: float = 120.0
    words_on_page: int = 20_000
    rulings_on_page: int = 2000
    headings_on_page: int = 200
    batch_bytes: int = 128 * MEBIBYTE  # of one answer of the worker
