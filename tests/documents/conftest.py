"""One worker for the whole room's tests, a workspace for each test, and builders of small files."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
import pymupdf
import pytest
from PIL import Image

from mrse_assess.documents import PagePicture, StoredFile, TakenIn, read_document, render_page, take_in
from mrse_assess.isolation import Limits, WorkerPool
from mrse_assess.model.pages import DocumentReading


@pytest.fixture(scope="session")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(Limits(seconds=60)) as opened:
        yield opened


@dataclass(frozen=True)
class Room:
    """A workspace of its own, and the room's functions applied to it."""

    folder: Path
    pool: WorkerPool

    @property
    def originals(self) -> Path:
        return self.folder / "originals"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def sent(self, name: str, content: bytes) -> Path:
        """A file as the applicant sent it."""
        path = self.folder / "sent" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def take(self, source: Path, **options) -> TakenIn:
        return take_in(source, self.originals, self.pool, **options)

    def stored(self, name: str, content: bytes) -> StoredFile:
        return self.take(self.sent(name, content)).files[0]

    def read(self, stored: StoredFile, **options) -> DocumentReading:
        return read_document(stored, self.originals, self.cache, self.pool, **options)

    def reading(self, name: str, content: bytes, **options) -> DocumentReading:
        return self.read(self.stored(name, content), **options)

    def picture(self, stored: StoredFile, page: int = 1, **options) -> PagePicture:
        return render_page(stored, self.originals, self.cache, self.pool, page, **options)


@pytest.fixture
def room(tmp_path: Path, pool: WorkerPool) -> Room:
    return Room(tmp_path, pool)


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """Builds a PDF with a page for each text."""

    def build(*texts: str, **options) -> bytes:
        document = pymupdf.open()
        for text in texts:
            page = document.new_page()
            page.insert_textbox((60, 60, 540, 780), text, fontsize=11)
        return document.tobytes(**options)

    return build


@pytest.fixture
def picture() -> Callable[..., bytes]:
    """Builds a picture file of one colour."""

    def build(form: str = "PNG", size: tuple[int, int] = (120, 80), colour: object = (200, 30, 30), **options) -> bytes:
        out = io.BytesIO()
        Image.new("RGB", size, colour).save(out, form, **options)
        return out.getvalue()

    return build


@pytest.fixture
def archive() -> Callable[..., bytes]:
    """Builds a zip archive of (name, content) pairs."""

    def build(*entries: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", compression) as target:
            for name, content in entries:
                target.writestr(name, content)
        return out.getvalue()

    return build


@pytest.fixture
def word() -> Callable[[Callable[..., object]], bytes]:
    """Builds a Word file: the function gets a new python-docx document to fill."""

    def build(fill: Callable[..., object]) -> bytes:
        document = docx.Document()
        fill(document)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return build


def words(reading: DocumentReading, page: int | None = None) -> str:
    """The words of a reading, or of one of its pages, in one line."""
    pages = reading.pages if page is None else (reading.pages[page - 1],)
    return " ".join(word.text for one in pages for word in one.words)


@pytest.fixture(name="words")
def words_fixture() -> Callable[..., str]:
    return words


def codes(problems) -> list[str]:
    """The codes of problems, sorted."""
    return sorted(problem.code for problem in problems)


@pytest.fixture(name="codes")
def codes_fixture() -> Callable[..., list[str]]:
    return codes
