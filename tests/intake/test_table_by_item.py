"""Tables with a row for each item of evidence, and the sub-categories that it serves in one column or several."""

import pytest

from mrse_assess.intake.grids.grid import native_grid
from mrse_assess.intake.table.item_rows import item_table

TITLE = "Experience Cross Reference Table"
SERVED = {
    1: ("1.1", "3"),
    2: ("1.2", "4.1", "4.2", "4.3"),
    3: ("2.1",),
    4: ("2.2", "5.1", "5.2"),
    5: ("6.1", "8.1"),
    6: ("3", "6.2"),
    7: ("7.1", "7.2"),
    8: ("8.2",),
}
CELLS = {(code, str(number)) for number, codes in SERVED.items() for code in codes}


def by_category(codes, inner):
    numbers = dict.fromkeys(code[0] for code in codes)
    return "; ".join(inner(number, [code for code in codes if code[0] == number]) for number in numbers)


def grouped(number, codes):
    if codes == ["4.1", "4.2", "4.3"]:
        return "Cat 4 (4.1-4.3)"
    return f"Cat {number}" if codes == ["3"] else f"Cat {number} ({', '.join(codes)})"


def shortened(number, codes):
    return "Category 3" if codes == ["3"] else f"Cat {number}: " + " ".join(code[1:] for code in codes)


def ranged(_, codes):
    return codes[0] if len(codes) == 1 else f"{codes[0]} to {codes[-1]}"


def slashed(_, codes):
    return "/".join([codes[0], *(code[-1] for code in codes[1:])])


WRITTEN = {
    "and": lambda codes: " and ".join([", ".join(codes[:-1]), codes[-1]]) if len(codes) > 1 else codes[0],
    "strokes": "/".join,
    "ampersands": " & ".join,
    "lines": "\n".join,
    "spaces": " ".join,
    "in words": lambda codes: ", ".join(f"SC {code}" for code in codes),
    "roman": lambda codes: ", ".join(f"{c[0]}({'i' * int(c[2])})" if len(c) > 1 else c for c in codes),
    "titles": lambda codes: "\n".join(f"{code} Training of others" for code in codes),
    "grouped": lambda codes: by_category(codes, grouped),
    "shortened": lambda codes: by_category(codes, shortened),
    "ranges": lambda codes: by_category(codes, ranged),
    "siblings": lambda codes: by_category(codes, slashed),
    "bullets": lambda codes: "\n".join(f"\u2022 {code}" for code in codes),
}


@pytest.mark.parametrize("style", ["ruled", "none"])
@pytest.mark.parametrize("way", WRITTEN)
def test_the_sub_categories_of_an_item_may_be_written_in_any_way(case, way, style):
    portfolio = case.drawn()
    rows = [("Evidence", "Title", "Used for")]
    rows += [(f"E{number}", f"Work {number}", WRITTEN[way](codes)) for number, codes in SERVED.items()]
    portfolio.table(portfolio.page(title=TITLE), rows, (60, 150, 220), style=style)
    assert case.cells_read(portfolio) == CELLS


@pytest.mark.parametrize("way", ["codes", "last figures", "figures", "letters"])
def test_each_category_may_have_a_column(case, way):
    portfolio = case.drawn()
    rows = [("Evidence item", *(f"Cat {number}" for number in range(1, 9)))]
    for number, codes in SERVED.items():
        cells = [[code for code in codes if code[0] == str(category)] for category in range(1, 9)]
        last = {
            "codes": lambda code: code,
            "last figures": lambda code: code[1:] or "yes",
            "figures": lambda code: code[2:] or "x",
            "letters": lambda code: {"1": "a", "2": "b", "3": "c"}[code[2]] if len(code) > 1 else "x",
        }[way]
        rows.append((f"Evidence {number}", *(", ".join(map(last, cell)) for cell in cells)))
    portfolio.table(portfolio.page(title=TITLE), rows, (90, *[50] * 8), padding=5)
    assert case.cells_read(portfolio) == CELLS


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_items_may_have_several_places_for_codes(case, style):
    portfolio = case.drawn()
    rows = [("Evidence", "Sub-categories", "", "", "")]
    rows += [(f"E{number}", *codes, *[""] * (4 - len(codes))) for number, codes in SERVED.items()]
    portfolio.table(portfolio.page(title=TITLE), rows, (80, 90, 60, 60, 60), style=style)
    assert case.cells_read(portfolio) == CELLS


@pytest.mark.parametrize("merge", [(), (0, 1)])
@pytest.mark.parametrize("every", [True, False])
def test_each_item_and_sub_category_may_have_a_row(case, every, merge):
    portfolio = case.drawn()
    rows = [("Item", "What it is", "Sub-category")]
    for number, codes in SERVED.items():
        for place, code in enumerate(codes):
            shown = (f"Item {number}", f"Work {number}") if every or not place else ("", "")
            rows.append((*shown, code))
    portfolio.table(portfolio.page(title=TITLE), rows, (80, 200, 90), merge=merge, padding=2)
    assert case.cells_read(portfolio) == CELLS


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_rows_may_run_on_in_a_second_column_of_the_page(case, style):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    rows = [(f"E{number}", ", ".join(codes)) for number, codes in SERVED.items()]
    for place, left in enumerate((50, 310)):
        part = [("Evidence", "Sub-categories"), *rows[4 * place : 4 * place + 4]]
        portfolio.table(page, part, (70, 150), style=style, left=left)
    assert case.cells_read(portfolio) == CELLS


def test_a_list_of_the_same_items_may_stand_above(case):
    portfolio = case.drawn()
    lines = [f"Evidence {number}  Work number {number}, 3 May 2024" for number in SERVED]
    page = portfolio.page("Titles and dates", *lines, title=TITLE)
    rows = [("Evidence", "Sub-categories"), *((f"Evidence {each}", ", ".join(codes)) for each, codes in SERVED.items())]
    portfolio.table(page, rows, (100, 200), top=320, style="rules")
    assert case.cells_read(portfolio) == CELLS


def test_codes_may_stand_below_the_title_of_their_item(case):
    portfolio = case.drawn()
    lines = [
        line
        for number, codes in SERVED.items()
        for line in (f"Exhibit {number}   Work number {number}", f"               Supports: {', '.join(codes)}", "")
    ]
    portfolio.page(*lines, title=TITLE)
    assert case.cells_read(portfolio) == CELLS


def test_pages_and_notes_may_stand_behind_each_code(case):
    portfolio = case.drawn()
    rows = [("Evidence", "Title", "Sub-categories and pages")]
    rows += [
        (
            f"Evidence {number}",
            f"Work {number}",
            "; ".join(f"{code} (p {place})" for place, code in enumerate(codes, 1)),
        )
        for number, codes in SERVED.items()
    ]
    rows[3] = ("Evidence 3", "Work 3", "2.1 (pages 1-2)*")
    portfolio.table(portfolio.page("* simulated", title=TITLE), rows, (80, 150, 200), top=150)
    for number in SERVED:
        portfolio.evidence(f"Evidence {number}", pages=4, title=f"Work {number}")
    found = {(each.sub_category, each.evidence_id): each for each in case.read(portfolio).cross_references}
    assert found.keys() == CELLS
    assert found["5.1", "4"].page_hint == "2"
    assert found["2.1", "3"].page_hint == "1-2"
    assert [key for key, each in found.items() if each.notes] == [("2.1", "3")]


@pytest.mark.parametrize("head", ["Pg", "Page(s)", "Relevant pages"])
def test_a_column_of_pages_before_the_items_is_no_column_of_items(case, head):
    portfolio = case.drawn()
    rows = [(head, "Evidence number", "Sub-categories", "No. of sub-categories")]
    rows += [
        (f"{number}-{number + 1}", str(number), ", ".join(codes), str(len(codes))) for number, codes in SERVED.items()
    ]
    portfolio.table(portfolio.page(title=TITLE), rows, (60, 90, 150, 120))
    assert case.cells_read(portfolio) == CELLS


def test_clauses_of_other_documents_beside_the_items_are_no_sub_categories(case):
    portfolio = case.drawn()
    rows = [("Evidence", "MHRA section", "Supports")]
    rows += [(f"E{number}", ("4.2", "4.1", "3")[number % 3], ", ".join(codes)) for number, codes in SERVED.items()]
    portfolio.table(portfolio.page(title=TITLE), rows, (60, 100, 150))
    assert case.cells_read(portfolio) == CELLS


def test_a_table_of_the_file_itself_may_list_codes_under_each_other(case):
    rows = [("Evidence", "Kind", "Supports")]
    rows += [(f"Doc {each}", "Report", "\n".join(f"{code} Title" for code in codes)) for each, codes in SERVED.items()]
    front = case.drawn(file="Table.docx")
    front.page(TITLE)
    reading = case.document("Table.docx", front.reading().pages, tables=(case.native(rows),))
    assert case.cells_of(case.read(reading)) == CELLS


def test_each_kind_of_document_may_have_a_table_of_its_own_in_a_file(case):
    head = ("Evidence", "Title", "Sub-categories")
    rows = [(f"Doc {each}", f"Work {each}", ", ".join(codes)) for each, codes in SERVED.items()]
    tables = (case.native([head, *rows[:4]]), case.native([head, *rows[4:6]]), case.native([head, *rows[6:]]))
    front = case.drawn(file="Table.docx")
    front.page(TITLE)
    reading = case.document("Table.docx", front.reading().pages, tables=tables)
    assert case.cells_of(case.read(reading)) == CELLS


def test_a_code_that_is_none_of_the_scheme_is_said_and_not_entered(case):
    portfolio = case.drawn()
    rows = [("Evidence", "Title", "Sub-categories")]
    rows += [(f"E{number}", f"Work {number}", ", ".join(codes)) for number, codes in SERVED.items()]
    rows[3] = ("E3", "Work 3", "9.4")
    portfolio.table(portfolio.page(title=TITLE), rows, (60, 150, 200))
    found = case.read(portfolio)
    assert case.cells_of(found) == CELLS - {("2.1", "3")}
    assert any(problem.code == "row-not-read" and "9.4" in problem.found for problem in found.problems)


def test_items_that_recur_down_a_table_by_sub_category_make_no_table_by_item(case):
    portfolio = case.drawn()
    rows = [("Sub-category", "Evidence", "Also bears on")]
    rows += [(code, f"Evidence {place % 5 + 1}", case.codes[place - 1]) for place, code in enumerate(case.codes)]
    portfolio.table(portfolio.page(title=TITLE), rows, (90, 150, 150))
    assert case.cells_read(portfolio) == {(code, str(place % 5 + 1)) for place, code in enumerate(case.codes)}


def test_a_contents_list_with_sub_categories_is_no_cross_reference_table(case):
    portfolio = case.drawn()
    rows = [("Evidence", "Title", "Sub-categories")]
    rows += [(f"E{number}", f"Work {number}", ", ".join(codes)) for number, codes in SERVED.items()]
    portfolio.table(portfolio.page(title="Contents"), rows, (60, 150, 200))
    assert case.cells_read(portfolio) == set()


def test_a_copy_of_the_guidance_with_its_categories_is_no_table_by_item(case):
    rows = [("Category", "Sub-categories", "Evidence offered")]
    for number in range(1, 9):
        codes = [code for code in case.codes if code[0] == str(number)]
        rows.append((f"{number}. Advice on a part of the work", "\n".join(f"{code} Title" for code in codes), ""))
    table = item_table(native_grid("Table.docx", case.native(rows)), case.codes, ())
    assert table is not None
    assert not table.is_sound


def test_a_table_of_measurements_inside_the_work_is_no_table_by_item(case):
    portfolio = case.drawn()
    rows = [("Item", "Reading", "Clause")]
    rows += [(str(number), "0.4 mT", "; ".join(codes[::-1])) for number, codes in SERVED.items()]
    portfolio.table(portfolio.page(title="Field plot"), rows, (60, 100, 100))
    assert case.cells_read(portfolio) == set()


def test_a_cell_in_which_a_figure_was_lost_before_a_bracket_is_not_read(case):
    portfolio = case.drawn()
    rows = [("Evidence", "Title", "Sub-categories")]
    rows += [(f"E{number}", f"Work {number}", ", ".join(codes)) for number, codes in SERVED.items()]
    rows[4] = ("E4", "Work 4", "(ii); 5(i); 5(ii)")
    portfolio.table(portfolio.page(title=TITLE), rows, (60, 150, 200))
    assert case.cells_read(portfolio) == {cell for cell in CELLS if cell[1] != "4"}


@pytest.mark.parametrize("note", ["Work 2 (simulated)", "Work 2 (simulated for 1.2, 4.1, 4.2 and 4.3)"])
def test_a_note_behind_the_title_is_of_all_its_codes_or_of_those_it_names(case, note):
    portfolio = case.drawn()
    rows = [("Evidence", "Title", "Sub-categories")]
    rows += [(f"E{number}", f"Work {number}", ", ".join(codes)) for number, codes in SERVED.items()]
    rows[2] = ("E2", note, ", ".join(SERVED[2]))
    portfolio.table(portfolio.page(title=TITLE), rows, (60, 250, 150))
    found = case.read(portfolio).cross_references
    assert {(each.sub_category, each.evidence_id) for each in found if each.notes} == {
        (code, "2") for code in SERVED[2]
    }
