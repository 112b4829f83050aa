"""A PDF that a screen reader can follow: tags, language, title, header cells, reading order."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pymupdf
import pytest

from mrse_assess.isolation import WorkerPool
from mrse_assess.model.letter import StructuredDocument
from mrse_assess.rendering.render import render


@dataclass
class Element:
    kind: str
    content: list["Element | tuple[int, int]"] = field(default_factory=list)  # a mark is a page object and a number

    @property
    def children(self) -> list["Element"]:
        return [child for child in self.content if isinstance(child, Element)]

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            yield from child.walk()

    def marks(self) -> Iterator[tuple[int, int]]:
        for child in self.content:
            yield from child.marks() if isinstance(child, Element) else (child,)


@pytest.fixture
def pdf(document: Callable[..., StructuredDocument], pool: WorkerPool) -> pymupdf.Document:
    return pymupdf.open(stream=render(document(mark="DRAFT, CANNOT BE ISSUED", rows=45), ".pdf", pool))


def test_the_file_is_tagged_and_names_its_language_and_title(pdf: pymupdf.Document) -> None:
    catalog = pdf.xref_object(pdf.pdf_catalog(), compressed=True)
    assert "/Lang(en-GB)" in catalog
    assert "/Marked true" in catalog
    assert "/DisplayDocTitle true" in catalog
    assert pdf.metadata["title"] == "Your MR Safety Expert portfolio: a report"
    assert pdf.metadata["author"] == "Example Certification Office"
    assert "pdfuaid:part>1<" in pdf.get_xml_metadata()


def test_no_time_of_making_stands_in_the_file(pdf: pymupdf.Document) -> None:
    assert not pdf.metadata["creationDate"]
    assert not pdf.metadata["modDate"]


def test_there_is_one_first_heading_and_no_level_is_skipped(pdf: pymupdf.Document) -> None:
    headings = [element.kind for element in _tree(pdf).walk() if re.fullmatch(r"H\d", element.kind)]
    assert headings == ["H1", "H2", "H3"]


def test_the_header_row_of_the_table_holds_header_cells(pdf: pymupdf.Document) -> None:
    elements = list(_tree(pdf).walk())
    (head,) = [element for element in elements if element.kind == "THead"]
    assert [cell.kind for cell in head.walk()][1:] == ["TR", "TH", "TH", "TH", "TH"]
    rows = [element for element in elements if element.kind == "TR"]
    assert all(len(row.children) == 4 for row in rows)
    assert len(rows) == 46


def test_every_line_of_the_head_is_a_paragraph(pdf: pymupdf.Document) -> None:
    (document,) = _tree(pdf).children
    assert [child.kind for child in document.children[:5]] == ["P", "P", "P", "H1", "P"]


def test_lists_are_lists(pdf: pymupdf.Document) -> None:
    lists = [element for element in _tree(pdf).walk() if element.kind == "L"]
    assert [sum(child.kind == "LI" for child in one.children) for one in lists] == [2, 2]


def test_the_tags_are_read_in_the_order_in_which_the_text_is_written(pdf: pymupdf.Document) -> None:
    tagged = list(_tree(pdf).marks())
    written = [(page.xref, int(mark)) for page in pdf for mark in re.findall(rb"/MCID (\d+)", page.read_contents())]
    assert tagged == written
    assert len(tagged) > 180


def test_every_page_bears_the_mark_and_its_number(pdf: pymupdf.Document) -> None:
    assert len(pdf) > 1
    for number, page in enumerate(pdf, 1):
        text = page.get_text()
        assert "DRAFT, CANNOT BE ISSUED" in text
        assert f"page {number} of {len(pdf)}" in text


def test_the_header_row_is_repeated_on_the_next_page(pdf: pymupdf.Document) -> None:
    assert all("Requirement" in pdf[number].get_text() for number in (0, 1))


def test_no_letter_is_smaller_than_eleven_points(pdf: pymupdf.Document) -> None:
    sizes = {round(span["size"], 1) for page in pdf for span in _spans(page)}
    assert min(sizes) >= 11


def test_large_print_is_set_in_eighteen_points(document: Callable[..., StructuredDocument], pool: WorkerPool) -> None:
    made = pymupdf.open(stream=render(document(), ".pdf", pool, large_print=True))
    sizes = [round(span["size"], 1) for page in made for span in _spans(page)]
    assert max(set(sizes), key=sizes.count) == 18


def test_only_fonts_that_come_with_the_program_are_used(pdf: pymupdf.Document) -> None:
    fonts = {font[3].split("+")[-1] for page in pdf for font in page.get_fonts()}
    assert {font.split("-")[0] for font in fonts} == {"LibertinusSerif"}


def _spans(page: pymupdf.Page) -> Iterator[dict[str, float]]:
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            yield from line["spans"]


def _tree(pdf: pymupdf.Document) -> Element:
    root = int(pdf.xref_get_key(pdf.pdf_catalog(), "StructTreeRoot")[1].split()[0])
    return _element(pdf, root, 0)


def _element(pdf: pymupdf.Document, xref: int, page: int) -> Element:
    kind, own_page = pdf.xref_get_key(xref, "S")[1], pdf.xref_get_key(xref, "Pg")
    page = int(own_page[1].split()[0]) if own_page[0] == "xref" else page
    element = Element(kind=kind.lstrip("/"))
    for token in re.findall(r"<<.*?>>|\d+ 0 R|\d+", pdf.xref_get_key(xref, "K")[1], flags=re.DOTALL):
        if token.startswith("<<"):
            of_page = re.search(r"/Pg (\d+) 0 R", token)
            element.content.append((int(of_page[1]) if of_page else page, int(re.search(r"/MCID (\d+)", token)[1])))
        elif token.endswith("R"):
            element.content.append(_element(pdf, int(token.split()[0]), page))
        else:
            element.content.append((page, int(token)))
    return element
