"""Every format says the same sentences in the same order; words that look like mark-up stay words."""

import io
import re
from collections.abc import Callable
from html.parser import HTMLParser

import docx
import mistune
import pymupdf
import pytest

from mrse_assess.isolation import WorkerPool
from mrse_assess.model.letter import StructuredDocument
from mrse_assess.rendering.payload import payload_of, texts
from mrse_assess.rendering.render import KINDS, render

Documents = Callable[..., StructuredDocument]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", ["plain", "hostile"])
def test_every_format_says_the_same_in_the_same_order(
    kind: str, words: str, document: Documents, hostile: str, pool: WorkerPool
) -> None:
    made = document(hostile=hostile if words == "hostile" else "plain words")
    expected = _squeezed("".join(texts(payload_of(made))))
    assert _squeezed(READ[kind](render(made, kind, pool))) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_a_compact_sheet_says_the_same_in_the_same_order(kind: str, document: Documents, pool: WorkerPool) -> None:
    made = document(compact=True)
    assert _squeezed(READ[kind](render(made, kind, pool))) == _squeezed("".join(texts(payload_of(made))))


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_document_gives_the_same_bytes(kind: str, document: Documents, pool: WorkerPool) -> None:
    assert render(document(), kind, pool) == render(document(), kind, pool)


@pytest.mark.parametrize("kind", KINDS)
def test_the_mark_of_a_draft_stands_in_every_format(kind: str, document: Documents, pool: WorkerPool) -> None:
    assert "DRAFT, CANNOT BE ISSUED" in READ_ALL[kind](render(document(mark="DRAFT, CANNOT BE ISSUED"), kind, pool))


@pytest.mark.parametrize("kind", KINDS)
def test_characters_that_break_or_reorder_a_file_are_shown_as_a_mark(
    kind: str, document: Documents, pool: WorkerPool
) -> None:
    made = document(hostile="a\x00b\x1bc\ud800d\u202ee\nf")
    assert "a□b□c□d□ef" in _squeezed(READ[kind](render(made, kind, pool)))


def test_a_name_in_another_script_does_not_stop_the_pdf(document: Documents, pool: WorkerPool) -> None:
    made = render(document(hostile="Zażółć Nguyễn Ελένη Ольга"), ".pdf", pool)
    assert "Zażółć Nguyễn Ελένη Ольга" in pymupdf.open(stream=made)[0].get_text().replace("\n", " ")
    assert render(document(hostile="\U000f0000"), ".pdf", pool).startswith(b"%PDF")


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _docx(made: bytes) -> str:
    parts = []
    for block in docx.Document(io.BytesIO(made)).iter_inner_content():
        if isinstance(block, docx.table.Table):
            parts += [cell.text for row in block.rows for cell in row.cells]
        else:
            parts.append(block.text)
    return "".join(parts)


def _docx_all(made: bytes) -> str:
    return _docx(made) + docx.Document(io.BytesIO(made)).sections[0].header.paragraphs[0].text


def _pdf(made: bytes) -> str:
    text = "\n".join(page.get_text() for page in pymupdf.open(stream=made))
    text = re.sub(r"Letter EX-0001-1-A · record 5f1c9a27\npage \d+ of \d+\n", "", text)
    return re.sub(r"^• ", "", text, flags=re.MULTILINE)


class _Text(HTMLParser):
    def __init__(self, *, everything: bool) -> None:
        super().__init__()
        self.kept: list[str] = []
        self.inside: list[str] = []
        self.skipped = {"style", "title"} | (set() if everything else {"footer", "del"})

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the names are the library's
        if tag not in {"meta", "br", "hr"}:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the name is the library's
        self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.skipped & set(self.inside):
            self.kept.append(data)


def _html(made: bytes) -> str:
    parser = _Text(everything=False)
    parser.feed(made.decode())
    return "".join(parser.kept)


def _markdown(made: bytes) -> str:
    drawn = mistune.create_markdown(plugins=["table", "strikethrough", "url"])(made.decode())
    return _html(str(drawn).encode()).replace(" · ", "").replace("Letter EX-0001-1-Arecord 5f1c9a27", "")


def _plain(made: bytes) -> str:
    text = made.decode().replace("Letter EX-0001-1-A\nrecord 5f1c9a27", "").replace(" / ", "")
    return re.sub(r"^(?:- |[-=]+$)", "", text, flags=re.MULTILINE)


READ = {".docx": _docx, ".pdf": _pdf, ".html": _html, ".md": _markdown, ".txt": _plain}
READ_ALL = READ | {".docx": _docx_all}
