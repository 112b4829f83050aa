"""Whole files opened by themselves, and the files behind an item."""

from dataclasses import replace

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model.places import PageSpan
from mrse_assess.terms import MediaKind
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.files_behind import files_behind, how_shown, pages_in_words, size_in_words
from mrse_assess.workbench.items import item_view
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.views import Place, Unit
from mrse_assess.workbench.whole_files import any_item, whole_file, whole_id


def test_a_whole_file_opens_as_an_item_of_all_its_pages(bench):
    item = bench.item("file:1")
    assert (item.label, item.title, item.whole) == ("File 1", "Portfolio.pdf", True)
    assert [(page.number, page.file, page.file_page) for page in item.pages] == [
        (n, "Portfolio.pdf", n) for n in range(1, 7)
    ]
    assert bench.evidence.is_known("file:1")
    words = bench.page_picture("file:1", 1, 72).result(timeout=60).words
    assert "Applicant:" in {word.text for word in words}


@pytest.mark.parametrize(
    "name", ["file:0", "file:2", "file:01", "file:", "file:-1", "file:1 ", "File:1", "file:9999999", "file::1"]
)
def test_other_names_open_nothing(bench, name):
    assert not bench.evidence.is_known(name)
    with pytest.raises(BadRequestError):
        bench.item(name)
    with pytest.raises(BadRequestError):
        bench.page_picture(name, 1, 72)


def test_the_place_in_a_whole_file_is_remembered(bench, workspace, application):
    bench.remember_place(Place(Unit("", "file:1"), 2))
    assert OpenWorkbench(Assessment(workspace, application, "A1")).place() == Place(Unit("", "file:1"), 2)


def test_an_item_of_the_applicant_with_that_very_id_wins(bench):
    portfolio = bench._assessment.portfolio
    item = replace(portfolio.evidence[0], id="file:1")
    both = replace(portfolio, evidence=(item,))
    assert any_item(both, "file:1") is item
    assert not item_view(both, "file:1").whole
    assert whole_id(both, both.documents[0]) == "file::1"
    assert whole_file(both, "file::1").title == "Portfolio.pdf"


def test_a_reference_of_that_very_id_wins_too(bench):
    portfolio = bench._assessment.portfolio
    entry = replace(portfolio.cross_references[0], evidence_id="file:1", spans=())
    both = replace(portfolio, cross_references=(entry,))
    assert any_item(both, "file:1") is None
    assert "names item file:1" in item_view(both, "file:1").why_empty


def test_the_file_behind_an_item_is_named_with_its_pages(bench):
    (info,) = bench.evidence.files("1")
    document = bench._assessment.portfolio.documents[0]
    assert (info.name, info.sha256, info.kind) == ("Portfolio.pdf", document.sha256, "PDF document")
    assert (info.pages, info.whole) == ("pages 3 to 4 of 6", "file:1")
    assert info.shown == f"Pages as the applicant sent them, drawn and read with {document.reader}."
    assert bench.evidence.files("file:1")[0].pages == "all 6 pages"
    assert bench.evidence.files("9") == ()
    with pytest.raises(BadRequestError):
        bench.evidence.files("77")


def test_each_file_of_an_item_is_named_once(bench):
    portfolio = bench._assessment.portfolio
    (document,) = portfolio.documents
    other = replace(
        document, name="b.png", media=MediaKind.IMAGE, form="png", rendered_by="Pillow 12", pages=1, size=999
    )
    spans = (
        PageSpan(file="Portfolio.pdf", first=5, last=5),
        PageSpan(file="b.png", first=1, last=1),
        PageSpan(file="Portfolio.pdf", first=1, last=2),
    )
    both = replace(portfolio, documents=(document, other))
    first, second = files_behind(both, replace(portfolio.evidence[0], spans=spans))
    assert first.pages == "pages 1 to 2 and 5 of 6"
    assert (second.kind, second.size, second.pages, second.whole) == (
        "picture (PNG)",
        "999 bytes",
        "its one page",
        "file:2",
    )
    assert second.shown == (
        "A picture, drawn again and laid out on a page by Pillow 12; the layout may differ from the applicant's."
    )


def test_a_word_file_says_that_its_layout_may_differ(bench):
    document = replace(bench._assessment.portfolio.documents[0], media=MediaKind.DOCX, rendered_by="the converter 3")
    assert how_shown(document) == (
        "Drawn from a Word file by the converter 3; the layout may differ from the applicant's."
    )


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "1 byte"),
        (812, "812 bytes"),
        (34_400, "34 kB"),
        (999_400, "999 kB"),
        (999_600, "1.0 MB"),
        (1_240_000, "1.2 MB"),
    ],
)
def test_sizes_are_said_as_people_read_them(size, words):
    assert size_in_words(size) == words


@pytest.mark.parametrize(
    ("pages", "total", "words"),
    [
        ((1,), 1, "its one page"), ((1, 2), 2, "all 2 pages"), ((4,), 12, "page 4 of 12"),
        ((3, 4, 5, 6, 9), 12, "pages 3 to 6 and 9 of 12"), ((1, 3, 5), 5, "pages 1, 3 and 5 of 5"),
    ],
)  # fmt: skip
def test_pages_are_said_in_words(pages, total, words):
    assert pages_in_words(pages, total) == words
