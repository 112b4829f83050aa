"""Annexes in files of their own beside an item, and files beside the evidence that are no items."""

import pytest

from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.leading.annex_files import named_file
from mrse_assess.intake.leading.said_counting import said_counting
from mrse_assess.intake.table.pages_beside import hints_of
from mrse_assess.terms import Counting

FILES = ("Evidence 3 Annex A.pdf", "Evidence_3_Annex_B.pdf", "Evidence 3 Audit.pdf")
PAGES = tuple((file, page) for file in FILES for page in (1, 2))


@pytest.mark.parametrize(
    ("part", "said", "file"),
    [
        ("B", "Evidence 3, Annex B", FILES[1]),
        ("A", "E3 see appendix A", FILES[0]),
        ("C", "Evidence 3, Annex C", None),
        ("A", "Evidence 3, section A", None),
        ("A", "Evidence 3, table A", None),
    ],
)
def test_an_annex_of_an_item_is_the_file_that_is_called_so(part, said, file):
    assert named_file(part, said, PAGES) == (((file, 1), (file, 2)) if file else ())


def test_an_item_of_one_file_has_no_such_annex():
    assert named_file("A", "Evidence 3, Annex A", PAGES[:2]) == ()


def test_the_pages_of_an_item_count_before_those_of_its_annexes(segments):
    front = segments.drawn(file="00 Front.pdf")
    claims = segments.claims | {"1.2": "Evidence 2, page 2", "2.1": "Evidence 2, Annex B", "4.3": "Evidence 2, page 1"}
    segments.with_table(front, claims)
    files = [segments.drawn(file=f"Evidence {number} {title}.pdf") for number, _, title in segments.numbered()]
    files.extend(segments.drawn(file=f"Evidence 2 Annex {letter}.pdf") for letter in "AB")
    for file in files:
        file.evidence("", pages=2)
    found = segments.read(front, *sorted(files, key=lambda file: file.file)).cross_references
    by_row = {each.sub_category: each for each in found}
    assert [(span.file, span.first) for span in by_row["1.2"].spans] == [("Evidence 2 Bed lift memo.pdf", 2)]
    assert [span.file for span in by_row["2.1"].section_spans] == ["Evidence 2 Annex B.pdf"]


@pytest.mark.parametrize(
    "name", ["Covering letter", "Accompanying letter", "Application form", "CV", "Applicant details"]
)
def test_a_letter_a_form_and_a_cv_are_no_items(segments, name):
    front = segments.front("table.pdf")
    files = [segments.drawn(file=f"E{number:02} {title}.pdf") for number, _, title in segments.numbered()]
    beside = segments.drawn(file=f"{name}.pdf")
    for file in (*files, beside):
        file.evidence("", pages=1)
    found = segments.read(front, *files, beside)
    assert len(found.evidence) == len(files)
    assert not found.orphans


def test_an_appendix_in_a_column_of_places_is_one_of_the_item():
    known = Known(ids=frozenset({"1", "6"}))
    assert hints_of("Appendix C", known).sections == "C"
    assert hints_of("Item 6", known).sections is None
    assert hints_of("Appendix C", Known(ids=frozenset({"B", "C"}))).sections is None


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("Pages are counted within each item, its first page being page 1.", {Counting.IN_ITEM}),
        (
            "Page references are to the page of the individual document, not counting its divider.",
            {Counting.AFTER_DIVIDER},
        ),
        ("Page numbers run through the whole PDF, the cover being page 1.", {Counting.IN_FILE, Counting.IN_PORTFOLIO}),
        ("Page numbers refer to those printed at the foot of the pages.", {Counting.PRINTED}),
        ("This portfolio is about the whole PDF of the policy.", set()),
    ],
)
def test_a_sentence_before_the_evidence_says_what_page_numbers_count(sentence, counted):
    assert said_counting([sentence]) == counted


def test_what_is_said_of_page_numbers_decides_where_several_countings_fit(segments):
    def counting(*said):
        portfolio = segments.drawn()
        portfolio.page("A statement.", *said, title="About this portfolio")
        segments.with_table(portfolio, segments.claims | {"4.2": "Evidence 2, page 2", "5.1": "Evidence 4, page 3"})
        for number in range(1, 13):
            portfolio.page(title=f"Evidence {number}")
            portfolio.evidence("", pages=3)
        return segments.read(portfolio).page_counting.counted

    assert counting() is Counting.IN_ITEM
    assert counting("Pages are counted from the page after the divider of each item.") is Counting.AFTER_DIVIDER
