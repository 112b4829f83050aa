"""Folders in each of which the items are counted anew: which item a row means, and what the contents list calls it."""

import pytest

from mrse_assess.intake.cells.references import Known, read_cell
from mrse_assess.intake.items.counted_anew import folders_of_codes

FOLDERED = Known(ids=frozenset({"1", "2", "Category 4/2", "Category 6/1", "Category 1/1", "Category 1/2", "4.2/1"}))
TITLES = {"3/1": "Siren policy", "4.1/1": "Pump leaflet", "4.1/2": "Knee coil sequence", "4.2/1": "Bed lift memo"}


@pytest.fixture
def sent(case):
    """A portfolio of folders named by sub-categories; ``claims`` replace the table's, ``front`` is a contents list."""

    def build(front=(), claims=None, title="{}"):
        table = case.drawn(file="00 Front.pdf")
        if front:
            table.page(*front, title="Contents list")
        page = table.page(title="Experience Cross Reference Table")
        own = dict.fromkeys(case.codes, "N/A") | {
            "3": "Evidence 1",
            "4.1": "Evidence 1\nEvidence 2",
            "4.2": "Evidence 1",
            **(claims or {}),
        }
        table.table(page, [("Sub-category", "Evidence"), *own.items()], (90, 300))
        files = [case.drawn(file=f"{each.replace('/', '/Evidence ')}.pdf") for each in TITLES]
        for file, name in zip(files, TITLES.values(), strict=True):
            file.evidence(title.format(name), pages=2)
        return case.read(table, *files)

    return build


def files_by_row(found):
    return {(each.sub_category, span.file) for each in found.cross_references for span in each.spans}


def test_a_row_means_the_item_of_its_own_folder_also_where_a_folder_s_number_is_an_items(sent):
    assert files_by_row(sent(claims={"8.1": "Evidence 3"})) == {
        ("3", "3/Evidence 1.pdf"),
        ("4.1", "4.1/Evidence 1.pdf"),
        ("4.1", "4.1/Evidence 2.pdf"),
        ("4.2", "4.2/Evidence 1.pdf"),
    }


def test_a_category_s_number_inside_another_number_names_no_folder(sent):
    """The 1 of 4.1 is not category 1."""
    found = sent(claims={"1.1": "Evidence 1"})
    entry = next(each for each in found.cross_references if each.sub_category == "1.1")
    assert not entry.spans


def test_folders_named_as_the_table_cites_them_are_items():
    files = [f"{folder}/Evidence 1.pdf" for folder in ("3", "4.1", "4.2", "5.1")]
    assert folders_of_codes(files, {"1"}) == {"3", "4.1", "4.2", "5.1"}
    assert not folders_of_codes(files, {"4.1", "4.2", "5.1"})
    assert not folders_of_codes([f"{folder}/report.pdf" for folder in ("3", "4.1", "4.2")], {"1"})


def test_the_contents_list_heads_the_items_of_each_folder_with_its_name(sent):
    lines = []
    for folder in ("3", "4.1", "4.2"):
        lines.append(f"Folder {folder}")
        lines.extend(
            f"Evidence {each.rpartition('/')[2]}   {title}" for each, title in TITLES.items() if f"{folder}/" in each
        )
    found = sent(front=lines, title="A heading of its own")
    assert {item.title for item in found.evidence} == set(TITLES.values())
    assert {item.id.rpartition("/")[0]: item.title for item in found.evidence if item.id.endswith("/1")} == {
        "3": "Siren policy",
        "4.1": "Pump leaflet",
        "4.2": "Bed lift memo",
    }


def test_without_such_headings_the_title_that_the_item_bears_tells_its_entry(sent):
    lines = [f"Evidence {each.rpartition('/')[2]}   {title}, with notes" for each, title in TITLES.items()]
    found = sent(front=lines)
    assert {item.id: item.title for item in found.evidence if item.id.startswith("4.2")} == {
        "4.2/1": "Bed lift memo, with notes"
    }


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("Evidence 1 (folder Category 6)", [("Category 6/1", None)]),
        ("Evidence 2\nEvidence 2 in folder Category 4", [("2", None), ("Category 4/2", None)]),
        ("Evidence 2, Evidence 1 (in folder 06)", [("2", None), ("Category 6/1", None)]),
        ("Evidence 1, p. 3 (folder Category 6)", [("Category 6/1", "3")]),
        ("4.2/Evidence 1, p 3", [("4.2/1", "3")]),
        ("folder 4.2, Evidence 1", [("4.2/1", None)]),
        ("Evidence 1 (folder 9)", [("1", None)]),
    ],
)
def test_a_folder_named_behind_an_item_tells_which_is_meant(cell, items):
    found = read_cell(cell, FOLDERED).references
    assert [(each.evidence_id, each.page_hint) for each in found] == items


def test_a_heading_in_quotation_marks_is_a_place_in_an_item_of_a_folder():
    known = Known(ids=frozenset({"1", "5/1", "6/1"}), headings={"5/1": frozenset({"Plan to close the gaps"})})
    found = read_cell("Evidence 1, see \u2018Plan to close the gaps\u2019\nEvidence 2", known).references
    assert found[0].section_hint == "Plan to close the gaps"
