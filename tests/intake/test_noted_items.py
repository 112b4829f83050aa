"""Sentences beside the table say which items are simulated, and columns say it of each reference."""

import pytest

from mrse_assess.intake.cells.legend import legend_marks
from mrse_assess.intake.cells.noted_items import noted_items
from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.table.kinds import is_of_kinds, simulated_among

KNOWN = Known(ids=frozenset({*map(str, range(1, 12)), "H"}), codes=frozenset({"1.1", "3", "4.2", "8.2"}))


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("E1 and E7 are hypothetical scenarios which I wrote for this portfolio.", {"1", "7"}),
        ("Please note that Exhibit H is a simulated scenario.", {"H"}),
        ("Evidence 6 is a simulated scenario; all other evidence is real.", {"6"}),
        ("None of my evidence is simulated except Evidence 2, which is about a hypothetical patient.", {"2"}),
        ("Apart from Evidence 4, which is simulated, all evidence is real.", {"4"}),
        ("Simulated evidence: Evidence 4, 9 and 10", {"4", "9", "10"}),
        ("The following items are simulated: E3, E5.", {"3", "5"}),
        ("I enclose nine items (Evidence 5 and 6 are simulated).", {"5", "6"}),
        ("My evidence includes one simulated case, Evidence 7.", {"7"}),
        ("Evidence 3 is not simulated.", set()),
        ("No simulated evidence is included in this portfolio.", set()),
        ("Evidence 3 is an audit of simulated scans", set()),
        ("Evidence 4, section 2 is simulated", set()),
        ("Please note that 8 is simulated; all else is real work.", {"8"}),
        ("2 are simulated", set()),
        ("Of these, 1 is simulated", set()),
        ("Simulated cases: 2", set()),
        ("Evidence 12 is simulated", set()),
    ],
)
def test_a_sentence_names_the_items_that_are_simulated(sentence, items):
    assert noted_items([sentence], KNOWN) == items


def test_such_a_sentence_may_go_on_in_the_next_line():
    assert noted_items(["Please note that Evidence 4 and Evidence", "9 are simulated scenarios"], KNOWN) == {"4", "9"}


def test_a_label_of_several_folders_names_no_item_alone():
    known = Known(ids=frozenset({"1", "Category 1/1", "Category 2/1"}))
    assert not noted_items(["Evidence 1 is simulated."], known)


def test_every_reference_to_a_noted_item_has_the_note(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    end = portfolio.table(page, [("Sub-category", "Evidence"), *case.claims.items()], (90, 300))
    page.insert_text((60, end + 20), "Evidence 1 and 7 are hypothetical scenarios; all other evidence is real.")
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = case.read(portfolio)
    noted = {(each.sub_category, each.evidence_id) for each in found.cross_references if each.notes}
    assert noted == {("1.1", "1"), ("7.2", "1"), ("4.1", "7"), ("4.2", "7"), ("8.1", "2")}


@pytest.mark.parametrize("line", ["Type: R = real, S = simulated", "R = real; S = simulated", "Key: S = simulated"])
def test_a_key_of_letters_is_read_for_the_one_of_simulated_work(line):
    assert legend_marks([line]) == {"s"}


@pytest.mark.parametrize(
    ("header", "texts", "marks", "is_so"),
    [
        ("Type", ["R", "S", "R\nR"], {"s"}, True),
        ("Type", ["R", "S", "R"], set(), False),
        ("Real (R) or simulated (S)", ["R", "S"], set(), True),
        ("Nature", ["Real", "Simulated", "Actual"], set(), True),
        ("Nature", ["Report", "Simulated", "Policy"], {"s"}, False),
        ("Owner", ["R", "S", "T"], {"s"}, False),
    ],
)
def test_a_column_that_says_real_or_simulated_is_known_by_its_cells(header, texts, marks, is_so):
    assert is_of_kinds(header, texts, marks) == is_so


@pytest.mark.parametrize(
    ("text", "count", "simulated"),
    [
        ("S\nR", 2, (True, False)),
        ("Simulated", 3, (True, True, True)),
        ("R", 2, (False, False)),
        ("Actual\nSimulated", 3, (False, False, False)),
        ("4.1 Devices\n(simulated)", 2, (True, True)),
        ("", 1, (False,)),
    ],
)
def test_each_line_of_such_a_cell_is_of_a_reference_of_its_own(text, count, simulated):
    assert simulated_among(text, count) == simulated


def test_letters_of_a_column_are_notes_where_the_table_explains_them(case):
    portfolio = case.drawn()
    page = portfolio.page("Type: R = real, S = simulated", title="Experience Cross Reference Table", top=60)
    claims = {**case.claims, "8.1": "Evidence 2", "3": "Evidence 5\nEvidence 6"}
    rows = [
        (code, text, "" if "Evidence" not in text else "S\nR" if "\n" in text else "R") for code, text in claims.items()
    ]
    portfolio.table(page, [("Sub-category", "Evidence", "Type"), *rows], (90, 250, 60))
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = case.read(portfolio).cross_references
    assert [(each.sub_category, each.evidence_id) for each in found if each.notes] == [("3", "5")]
    assert not any(each.section_hint for each in found)


def test_a_note_behind_the_sub_category_is_of_all_rows_below_it(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    rows = [row for code, text in case.claims.items() if code not in {"3", "8.1"} for row in [(code, text)]]
    rows[4:4] = [("3 Protocols\n(simulated)", "Evidence 5"), ("", "Evidence 6")]
    portfolio.table(page, [("Sub-category", "Evidence"), *rows], (120, 260))
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = case.read(portfolio).cross_references
    assert [(each.sub_category, each.evidence_id) for each in found if each.notes] == [("3", "5"), ("3", "6")]
