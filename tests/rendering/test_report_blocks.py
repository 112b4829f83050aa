"""Blocks that only reports have: a list of contents, pictures, tables of counts."""

import base64
import re
from collections.abc import Callable
from dataclasses import replace

import pymupdf
import pytest

from mrse_assess.isolation import WorkerPool
from mrse_assess.model.letter import (
    CountCell,
    CountTable,
    Heading,
    Paragraph,
    Picture,
    Sentence,
    StructuredDocument,
)
from mrse_assess.rendering.render import KINDS, render

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80" width="200" height="80">'
    b'<rect x="10" y="10" width="100" height="30" fill="#123456"/></svg>'
)
FILL = tuple(part / 255 for part in bytes.fromhex("123456"))  # of its bar
COUNTS = CountTable(
    header=("", "Award", "Waiting"),
    rows=(
        ("Radiographer", (CountCell(main="55 %", detail="32 of 58; 42 to 67 %"), CountCell(main="7"))),
        ("Engineer", (CountCell(main="withheld"), CountCell(main="0"))),
    ),
)


def said(text: str) -> Sentence:
    return Sentence(text=text)


def wide(columns: int, rows: int = 3) -> CountTable:
    cells = tuple(CountCell(main=f"{number} of 30") for number in range(columns))
    return CountTable(
        header=("Reason", *(f"{number} column" for number in range(columns))),
        rows=tuple((f"reason {number}", cells) for number in range(rows)),
    )


@pytest.fixture
def report(hostile: str) -> StructuredDocument:
    return StructuredDocument(
        title="Report",
        compact=True,
        contents="Contents",
        head=(said("Head"),),
        blocks=(
            Heading(level=1, sentence=said("Report")),
            Paragraph(sentences=(said("Before the contents."),)),
            Heading(level=2, sentence=said(f"One, {hostile}")),
            Paragraph(sentences=(said("Counted: applications."),)),
            Picture(svg=SVG, alt=said(f"Bars of two roles, {hostile}.")),
            replace(COUNTS, rows=(*COUNTS.rows, (hostile, (CountCell(main=hostile, detail=hostile),) * 2))),
            Heading(level=2, sentence=said("Two")),
            wide(16),
        ),
    )


@pytest.fixture
def page(report: StructuredDocument, pool: WorkerPool) -> str:
    return render(report, ".html", pool).decode()


def test_the_contents_lead_to_every_chapter_and_stand_before_the_first(page: str) -> None:
    targets = re.findall(r'<li><a href="#(part-\d+)">', page)
    assert targets == ["part-1", "part-2"]
    assert re.findall(r'<h2 id="(part-\d+)"', page) == targets
    assert page.index("Before the contents.") < page.index("<nav") < page.index('id="part-1"')


def test_a_picture_is_inside_the_page_and_can_neither_run_nor_fetch(page: str) -> None:
    (data,) = re.findall(r'<img src="data:image/svg\+xml;base64,([^"]+)" alt="Bars of two roles', page)
    assert base64.b64decode(data) == SVG
    assert "default-src 'none'" in page
    assert "img-src data:" in page
    assert "script-src" not in page
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!data:image/svg|#part-)', page)


def test_a_page_without_pictures_allows_none(document: Callable[..., StructuredDocument], pool: WorkerPool) -> None:
    assert "img-src" not in render(document(), ".html", pool).decode()


def test_every_number_has_its_row_and_column_as_header_cells(page: str) -> None:
    assert '<th scope="row">Radiographer</th><td>55 % <small>32 of 58; 42 to 67 %</small></td><td>7</td>' in page
    assert '<tr><td></td><th scope="col">Award</th><th scope="col">Waiting</th></tr>' in page  # no empty header cell


def test_a_wide_table_can_be_reached_and_scrolled_by_keyboard(page: str) -> None:
    assert page.count('role="region" tabindex="0" aria-label="Reason"') == 1


def test_the_pdf_has_the_picture_with_its_words_and_bookmarks(report: StructuredDocument, pool: WorkerPool) -> None:
    pdf = pymupdf.open(stream=render(report, ".pdf", pool))
    assert [title for level, title, _ in pdf.get_toc() if level == 2] == ["Contents", f"One, {_plain(report)}", "Two"]
    fills = [drawing["fill"] for page in pdf for drawing in page.get_drawings() if drawing["fill"]]
    assert any(fill == pytest.approx(FILL, abs=0.01) for fill in fills)
    alternatives = [
        pdf.xref_get_key(number, "Alt")[1]
        for number in range(1, pdf.xref_length())
        if pdf.xref_get_key(number, "Alt")[0] != "null"
    ]
    assert any(text.startswith("Bars of two roles") for text in alternatives)
    text = pdf[0].get_text()
    assert "32 of 58; 42 to 67 %" in text
    assert "withheld" in text


def test_a_wide_table_lies_on_its_side_unless_its_picture_has_the_numbers(pool: WorkerPool) -> None:
    table, picture = wide(16), Picture(svg=SVG, alt=said("All numbers."))
    alone = StructuredDocument(title="Report", compact=True, blocks=(Heading(level=1, sentence=said("R")), table))
    sizes = {(page.rect.width > page.rect.height, "reason 2" in page.get_text()) for page in _pages(alone, pool)}
    assert (True, True) in sizes
    pictured = replace(alone, blocks=(alone.blocks[0], picture, table))
    assert not any("reason 2" in page.get_text() for page in _pages(pictured, pool))
    narrow = replace(alone, blocks=(alone.blocks[0], picture, wide(8)))
    assert any("reason 2" in page.get_text() for page in _pages(narrow, pool))


def test_no_column_runs_out_of_the_page_or_into_another(pool: WorkerPool) -> None:
    for columns in (1, 3, 5, 6, 8, 16):
        cells = tuple(CountCell(main="> 99 %", detail="158 of 159; 97 to 100 %") for _ in range(columns))
        table = CountTable(header=("", *["Not satisfactory"] * columns), rows=(("4.3 Non-medical items", cells),))
        document = StructuredDocument(title="R", compact=True, blocks=(Heading(level=1, sentence=said("R")), table))
        for page in _pages(document, pool):
            words = [pymupdf.Rect(word[:4]) for word in page.get_text("words")]
            assert all(page.rect.contains(word) for word in words), columns
            assert not any(_overlap(one, other) for n, one in enumerate(words) for other in words[:n]), columns


@pytest.mark.parametrize("kind", KINDS)
def test_formats_without_pictures_say_what_they_show(kind: str, report: StructuredDocument, pool: WorkerPool) -> None:
    made = render(report, kind, pool)
    assert made == render(report, kind, pool)
    if kind in {".md", ".txt"}:
        text = " ".join(made.decode().split())
        assert "Bars of two roles" in text
        assert "55 % (32 of 58; 42 to 67 %)" in text


def _overlap(one: pymupdf.Rect, other: pymupdf.Rect) -> bool:
    return abs(one & other) > 0.15 * min(abs(one), abs(other))


def _pages(document: StructuredDocument, pool: WorkerPool) -> list[pymupdf.Page]:
    return list(pymupdf.open(stream=render(document, ".pdf", pool)))


def _plain(report: StructuredDocument) -> str:
    heading = report.blocks[2]
    assert isinstance(heading, Heading)
    return heading.sentence.text.removeprefix("One, ")
