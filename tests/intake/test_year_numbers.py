"""Items numbered within a year: "E24-01", "Doc 23/04"."""

import pytest

from mrse_assess.intake.cells.years_said import read_typed

from .conftest import CODES

WIDTHS = [50, 180, 220]


@pytest.fixture
def portfolio(drawn):
    """A table with references named so, one for each sub-category, and as many items."""

    def build(short, label, said=lambda _number, reference: reference, items=16):
        case = drawn()
        page = case.page("Experience Cross Reference Table")
        rows = [("Code", "Title", "Evidence")]
        rows += [(code, f"About {code}", said(n, short.format(n=n))) for n, code in enumerate(CODES, start=1)]
        case.table(page, rows, WIDTHS)
        for number in range(1, items + 1):
            case.evidence(label.format(n=number), title=f"Survey of room {number}")
        return case

    return build


@pytest.mark.parametrize(
    ("short", "label", "written"),
    [
        ("E24-{n:02d}", "Evidence 24-{n:02d}", "24-{n:02d}"),
        ("Doc 23/{n:02d}", "Document 23/{n:02d}", "23/{n:02d}"),
        ("Item 2024/{n:03d}", "Item 2024/{n:03d}", "2024/{n:03d}"),
        ("E24\u00ad{n:02d}", "Evidence 24\u00ad{n:02d}", "24-{n:02d}"),
    ],
)
def test_a_year_is_part_of_the_label(portfolio, read, short, label, written):
    found = read(portfolio(short, label))
    wanted = [written.format(n=number) for number in range(1, 17)]
    assert [item.id for item in found.evidence] == wanted
    assert {entry.sub_category: entry.evidence_id for entry in found.cross_references} == dict(
        zip(CODES, wanted, strict=True)
    )
    assert not found.unresolved
    assert not found.orphans


def test_what_the_applicant_wrote_is_given_as_written(portfolio, read):
    found = read(portfolio("E24-{n:02d}", "Evidence 24-{n:02d}"))
    assert [entry.text for entry in found.cross_references][:2] == ["E24-01", "E24-02"]
    assert found.evidence[0].label == "Evidence 24-01"


def test_files_named_by_year_keep_their_names(portfolio, drawn, read):
    table = portfolio("Doc 23/{n:02d}", "", items=0)
    files = []
    for number in range(1, 17):
        file = drawn(file=f"Document 23-{number:02d} Survey.pdf")
        file.evidence("", title="")
        files.append(file)
    found = read(table, *files)
    assert [item.id for item in found.evidence] == [f"23/{number:02d}" for number in range(1, 17)]
    assert found.evidence[0].spans[0].file == "Document 23-01 Survey.pdf"
    assert {document.name for document in found.documents} >= {"Document 23-16 Survey.pdf"}
    assert not found.unresolved


def test_pages_that_look_like_a_label_stay_pages(portfolio, read):
    case = portfolio(
        "E24-{n:02d}", "Evidence 24-{n:02d}", lambda n, text: f"{text}, p 24-25" if n == 3 else text, items=16
    )
    hints = {entry.sub_category: entry.page_hint for entry in read(case).cross_references}
    assert hints["2.1"] == "24-25"


def test_a_range_of_items_is_no_year(portfolio, read):
    case = portfolio("E{n}", "Evidence {n}", lambda n, text: "E12-14" if n == 5 else text)
    found = read(case)
    named = {entry.evidence_id for entry in found.cross_references if entry.sub_category == "3"}
    assert named == {"12", "13", "14"}


def test_minutes_numbered_by_year_make_no_items(portfolio, drawn, read):
    case = portfolio("E{n}", "Evidence {n}")
    case.page(*[f"Item 24/{number:02d} of the minutes was closed." for number in range(1, 9)])
    assert [item.id for item in read(case).evidence] == [str(number) for number in range(1, 17)]


@pytest.mark.parametrize("text", ["E24-02 p 3 and E24-05", "24-02 p 3, 24-05", "Evidence 24-02 (p 3); Evidence 24-05"])
def test_what_a_person_types_names_items_by_year(text):
    found = read_typed(text, [f"24-{number:02d}" for number in range(1, 12)], CODES).references
    assert [(each.evidence_id, each.page_hint) for each in found] == [("24-02", "3"), ("24-05", None)]
