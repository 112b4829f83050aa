"""The cross reference table is read in every style that an applicant's word processor draws."""

import dataclasses

import pytest

from mrse_assess.terms import MediaKind

WIDTHS = (60, 200, 200)
HEADER = ("Sub-category", "Title", "Evidence")


def rows_of(claims: dict[str, str], titles: dict[str, str]) -> list[tuple[str, str, str]]:
    return [HEADER, *((code, titles[code], text) for code, text in claims.items())]


def with_evidence(portfolio):
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    return portfolio


@pytest.mark.parametrize("style", ["ruled", "rules", "zebra", "shaded", "none"])
def test_every_cell_is_read_whatever_is_drawn(case, style):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    portfolio.table(page, rows_of(case.claims, case.titles), WIDTHS, style=style)
    found = case.read(with_evidence(portfolio))
    assert case.cells_of(found) == case.cells
    assert found.tables[0].pages == (1,)
    assert found.unresolved == ()


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_the_heading_need_not_say_cross_reference(case, style):
    portfolio = case.drawn()
    page = portfolio.page(title="Where to find it")
    portfolio.table(page, rows_of(case.claims, case.titles), WIDTHS, style=style)
    assert case.cells_of(case.read(with_evidence(portfolio))) == case.cells


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
@pytest.mark.parametrize("order", [(2, 0, 1), (1, 2, 0), (0, 2, 1)])
def test_columns_may_stand_in_any_order(case, style, order):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    rows = [tuple(row[index] for index in order) for row in rows_of(case.claims, case.titles)]
    portfolio.table(page, rows, tuple(WIDTHS[index] for index in order), style=style)
    assert case.cells_of(case.read(with_evidence(portfolio))) == case.cells


@pytest.mark.parametrize("style", ["ruled", "rules", "zebra", "none"])
@pytest.mark.parametrize("repeat", [True, False])
def test_a_table_over_three_pages_is_one_table(case, style, repeat):
    portfolio = case.drawn()
    rows = rows_of(case.claims, case.titles)
    for start, end in ((1, 6), (6, 12), (12, 17)):
        page = portfolio.page(title="Experience Cross Reference Table" if start == 1 else "", foot=f"Page {start}")
        part = rows[start:end]
        portfolio.table(page, [HEADER, *part] if repeat or start == 1 else part, WIDTHS, style=style)
    found = case.read(with_evidence(portfolio))
    assert case.cells_of(found) == case.cells
    assert found.tables[0].pages == (1, 2, 3)


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_a_row_broken_over_a_page_is_one_row(case, style):
    portfolio = case.drawn()
    rows = rows_of(case.claims | {"2.2": "Evidence 4, page"}, case.titles)
    page = portfolio.page(title="Experience Cross Reference Table")
    portfolio.table(page, rows[:5], WIDTHS, style=style)
    page = portfolio.page()
    portfolio.table(page, [HEADER, ("", "", "2 para 3"), *rows[5:]], WIDTHS, style=style)
    found = case.read(with_evidence(portfolio))
    assert case.cells_of(found) == case.cells
    entry = next(each for each in found.cross_references if each.sub_category == "2.2")
    assert (entry.page_hint, entry.section_hint) == ("2", "3")


def test_a_merged_category_column_is_told_from_the_codes(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    rows = [("Category", *HEADER)]
    for code, text in case.claims.items():
        first = code.endswith(".1") or code == "3"
        rows.append(
            (f"{code[0]}. Provide advice" if first else "", "" if code == "3" else code, case.titles[code], text)
        )
    portfolio.table(page, rows, (80, 60, 180, 180), merge=(0,))
    assert case.cells_of(case.read(with_evidence(portfolio))) == case.cells


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_pages_may_have_a_column_of_their_own(case, style):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    rows = [("Ref", "Evidence item", "Page(s)", "Comments")]
    rows += [
        (
            code,
            text.split(", page")[0],
            "2" if code in {"4.2", "7.1"} else "",
            "Simulated exercise" if code == "6.1" else "",
        )
        for code, text in case.claims.items()
    ]
    portfolio.table(page, rows, (50, 180, 80, 150), style=style)
    found = case.read(with_evidence(portfolio))
    assert case.cells_of(found) == case.cells
    by_code = {entry.sub_category: entry for entry in found.cross_references}
    assert (by_code["4.2"].page_hint, by_code["7.1"].page_hint, by_code["1.1"].page_hint) == ("2", "2", None)
    assert by_code["6.1"].notes == ("simulated",)


def test_several_evidence_rows_may_stand_under_one_code(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    rows = [
        HEADER,
        ("1.1", "Governance", "Evidence 1"),
        ("", "", "Evidence 2"),
        ("1.2", "Framework", "Evidence 3"),
        ("2.1", "Rules", "Evidence 4"),
        ("", "", "Evidence 5"),
        ("2.2", "Audit", "Evidence 6"),
    ]
    portfolio.table(page, rows, WIDTHS, merge=(0, 1))
    found = case.read(with_evidence(portfolio))
    assert case.cells_of(found) == {("1.1", "1"), ("1.1", "2"), ("1.2", "3"), ("2.1", "4"), ("2.1", "5"), ("2.2", "6")}


def test_a_table_typed_with_spaces_is_read(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience cross-reference")
    for number, (code, text) in enumerate(case.claims.items()):
        page.insert_text((72, 140 + 16 * number), f"{code:<14}{text}", fontsize=10, fontname="cour")
    assert case.cells_of(case.read(with_evidence(portfolio))) == case.cells


@pytest.mark.parametrize("form", ["{}", "{})", "{}.", "Sub-category {}", "({})"])
def test_codes_may_be_dressed_up(case, form):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    rows = [HEADER, *((form.format(code), case.titles[code], text) for code, text in case.claims.items())]
    portfolio.table(page, rows, (90, 190, 190))
    assert case.cells_of(case.read(with_evidence(portfolio))) == case.cells


@pytest.mark.parametrize("written", ["3", "3.1", "Category 3", "3."])
def test_category_3_has_many_forms(case, written):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    rows = [
        HEADER,
        *((written if code == "3" else code, case.titles[code], text) for code, text in case.claims.items()),
    ]
    portfolio.table(page, rows, (90, 190, 190), style="none")
    assert case.cells_of(case.read(with_evidence(portfolio))) == case.cells


def test_a_docx_table_is_read_from_the_file_itself(case):
    evidence = with_evidence(case.drawn(file="Evidence.pdf")).reading()
    front = case.drawn(file="Table.docx")
    front.page("Experience Cross Reference Table")
    table = case.native(rows_of(case.claims, case.titles))
    reading = case.document(
        "Table.docx", front.reading().pages, tables=(table,), media=MediaKind.DOCX, rendered_by="test"
    )
    found = case.read(reading, evidence)
    assert case.cells_of(found) == case.cells
    assert found.tables[0].file == "Table.docx"


def test_a_docx_contents_list_is_not_a_second_table(case):
    evidence = with_evidence(case.drawn(file="Evidence.pdf")).reading()
    front = case.drawn(file="Table.docx")
    front.page("Contents list", "and the table")
    listed = case.native([("No.", "Title", "Sub-category"), *((str(n), f"Work {n}", "1.1, 4.2") for n in range(1, 13))])
    tables = (listed, case.native(rows_of(case.claims, case.titles)))
    reading = case.document(
        "Table.docx", front.reading().pages, tables=tables, media=MediaKind.DOCX, rendered_by="test"
    )
    found = case.read(reading, evidence)
    assert case.cells_of(found) == case.cells
    assert len(found.tables) == 1
    assert found.item("3").title == "Work 3"


def test_no_table_is_a_problem_with_advice_and_not_an_empty_success(case):
    found = case.read(with_evidence(case.drawn()))
    problem = next(each for each in found.problems if each.code == "table-not-found")
    assert problem.advice
    assert found.tables == ()


def test_the_guidances_own_table_and_an_audit_are_no_cross_reference_table(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience categories")
    portfolio.table(
        page,
        [
            ("Sub-category", "Examples of evidence"),
            *((code, f"{title}\nPolicies, e-mails, minutes") for code, title in case.titles.items()),
        ],
        (80, 300),
    )
    page = portfolio.page(title="Audit")
    audit = [
        ("Clause", "Requirement", "Met?"),
        *((f"{major}.{minor}", "Zone marked and door locked", "Yes") for major in range(1, 9) for minor in range(1, 4)),
    ]
    portfolio.table(page, audit, (60, 250, 80))
    assert case.read(with_evidence(portfolio)).tables == ()


def test_the_table_is_found_behind_a_contents_list_on_the_same_page(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Contents list", top=40)
    listed = [
        ("Item", "Title", "Sub-categories"),
        *((f"Evidence {number}", f"Work number {number}", "1.1, 4.2") for number in range(1, 13)),
    ]
    end = portfolio.table(page, listed, (80, 200, 120), top=60, padding=2)
    page.insert_text((60, end + 30), "Experience Cross Reference Table", fontsize=14)
    short = [HEADER, *((code, "", text) for code, text in case.claims.items())]
    portfolio.table(page, short, WIDTHS, top=end + 40, padding=2)
    found = case.read(with_evidence(portfolio))
    assert case.cells_of(found) == case.cells
    assert found.contents_list is not None
    assert [item.title for item in found.evidence][:2] == ["Work number 1", "Work number 2"]


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_one_table_for_each_category_is_one_table(case, style):
    portfolio = case.drawn()
    page, top = portfolio.page(title="Experience Cross Reference Table"), 130
    for category in "12345678":
        if category == "5":
            page, top = portfolio.page(), 80
        page.insert_text((60, top), f"Category {category}: what this category is about", fontsize=11)
        rows = [HEADER, *((code, case.titles[code], text) for code, text in case.claims.items() if code[0] == category)]
        top = portfolio.table(page, rows, WIDTHS, top=top + 8, style=style) + 25
    assert case.cells_of(case.read(with_evidence(portfolio))) == case.cells


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_a_row_for_each_item_is_turned_round_and_said(case, style):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    claimed = {number: ("1.1", "2.2", "4.3") if number % 2 else ("3", "7.1") for number in range(1, 13)}
    rows = [("Evidence", "Title", "Sub-categories")]
    rows += [(f"Evidence {number}", f"Work number {number}", ", ".join(codes)) for number, codes in claimed.items()]
    portfolio.table(page, rows, (80, 220, 120), style=style)
    found = case.read(with_evidence(portfolio))
    assert case.cells_of(found) == {(code, str(number)) for number, codes in claimed.items() for code in codes}
    assert found.tables[0].pages == (1,)
    assert any(problem.code == "table-by-item" for problem in found.problems)


@pytest.mark.parametrize("style", ["ruled", "none"])
@pytest.mark.parametrize("tick", ["x", "\u2713"])
def test_a_matrix_of_ticks_with_the_sub_categories_across_is_read(case, style, tick):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table", landscape=True)
    rows = [
        ("Evidence", *case.codes),
        *(
            (f"Evidence {number}", *(tick if (code, str(number)) in case.cells else "" for code in case.codes))
            for number in range(1, 13)
        ),
    ]
    portfolio.table(page, rows, (90, *[36] * 16), style=style)
    assert case.cells_of(case.read(with_evidence(portfolio))) == case.cells


def test_a_matrix_of_ticks_with_the_items_across_is_read(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table", landscape=True)
    rows = [
        ("", *(f"E{number}" for number in range(1, 13))),
        *(
            (code, *("x" if (code, str(number)) in case.cells else "" for number in range(1, 13)))
            for code in case.codes
        ),
    ]
    portfolio.table(page, rows, (60, *[40] * 12))
    assert case.cells_of(case.read(with_evidence(portfolio))) == case.cells


def test_of_two_versions_the_one_whose_items_exist_is_used_and_both_are_named(case):
    portfolio = case.drawn()
    old = {code: text.replace("Evidence 1", "Evidence 4") for code, text in case.claims.items()} | {
        "1.1": "Evidence 21",
        "2.1": "Evidence 22",
    }
    for version in (old, case.claims):
        page = portfolio.page(title="Experience Cross Reference Table")
        portfolio.table(page, rows_of(version, case.titles), WIDTHS)
    found = case.read(with_evidence(portfolio))
    assert case.cells_of(found) == case.cells
    assert {table.pages for table in found.tables} == {(1,), (2,)}
    assert any(problem.code == "tables-several" and "differ" in problem.found for problem in found.problems)


def test_evidence_columns_may_be_several(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    rows = [("Code", "Main evidence", "Supporting evidence")]
    for code, text in case.claims.items():
        first, _, second = text.partition(", Evidence")
        rows.append((code, first, f"Evidence{second}" if second else "Evidence 12" if code == "1.1" else ""))
    portfolio.table(page, rows, (60, 180, 180))
    assert case.cells_of(case.read(with_evidence(portfolio))) == case.cells | {("1.1", "12")}


def test_bare_numbers_are_items_where_the_column_says_so(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    rows = [("Sub-category", "Title", "Item(s)", "Page")]
    rows += [
        (code, case.titles[code], text.replace("Evidence ", "").split(", page")[0], "2" if code == "4.2" else "")
        for code, text in case.claims.items()
    ]
    portfolio.table(page, rows, (70, 200, 120, 60))
    found = case.read(with_evidence(portfolio))
    assert case.cells_of(found) == case.cells
    assert next(entry for entry in found.cross_references if entry.sub_category == "4.2").page_hint == "2"


def test_rows_may_be_typed_as_lines_with_title_and_reference(case):
    portfolio = case.drawn()
    lines = [f"{code} {case.titles[code].replace(chr(10), ' ')}: {text}" for code, text in case.claims.items()]
    portfolio.page(*lines, title="Experience Cross Reference Table", size=9)
    found = case.read(with_evidence(portfolio))
    assert case.cells_of(found) == case.cells
    assert next(each for each in found.cross_references if each.sub_category == "4.2").text == "Evidence 7, page 2"


def test_pages_that_say_to_be_enormous_do_no_harm(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    portfolio.table(page, rows_of(case.claims, case.titles), WIDTHS, style="none")
    reading = portfolio.reading()
    far = reading.pages[0].words[-1]._replace(x0=4e9, x1=5e9)
    first = dataclasses.replace(reading.pages[0], words=(*reading.pages[0].words, far))
    assert case.read(dataclasses.replace(reading, pages=(first,))).tables == ()
