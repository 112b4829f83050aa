"""Tables of every shape: matrices of ticks, rows by item, typed lines, sentences, codes in the middle of rows."""

import dataclasses

import pytest

from mrse_assess.terms import TextSource

TITLE = "Experience Cross Reference Table"
BY_ITEM = {number: ("1.1", "2.2", "4.3") if number % 2 else ("3", "7.1") for number in range(1, 13)}


def ticked(case, first, style="none", tick="x"):
    portfolio = case.drawn()
    rows = [("", *case.codes)]
    rows += [
        (first.format(number), *(tick if (code, str(number)) in case.cells else "" for code in case.codes))
        for number in range(1, 13)
    ]
    page = portfolio.page(title=TITLE, landscape=True, foot="1")
    portfolio.table(page, rows, (110, *[36] * 16), style=style, padding=2)
    return portfolio


@pytest.mark.parametrize("style", ["ruled", "none"])
@pytest.mark.parametrize("first", ["{}", "E{}", "Evidence {}\nwork of two lines"])
def test_a_matrix_may_label_its_items_in_any_way(case, first, style):
    assert case.cells_read(ticked(case, first, style)) == case.cells


def test_a_matrix_of_the_file_itself_is_read(case):
    rows = [("Evidence", *case.codes)]
    rows += [
        (f"Document {number} Work", *("Y" if (code, str(number)) in case.cells else "" for code in case.codes))
        for number in range(1, 13)
    ]
    front = case.drawn(file="Table.docx")
    front.page(TITLE)
    reading = case.document("Table.docx", front.reading().pages, tables=(case.native(rows),))
    assert case.cells_of(case.read(reading)) == case.cells


@pytest.mark.parametrize("style", ["ruled", "rules", "zebra", "none"])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
@pytest.mark.parametrize("sign", [", ", " and ", "/"])
def test_a_row_for_each_item_may_list_codes_in_any_way(case, style, order, sign):
    portfolio = case.drawn()
    rows = [("Evidence", "Title", "Sub-categories")]
    rows += [(f"Evidence {number}", f"Work {number}", sign.join(codes)) for number, codes in BY_ITEM.items()]
    widths = (80, 220, 120)
    page = portfolio.page(title=TITLE)
    arranged = [tuple(row[place] for place in order) for row in rows]
    portfolio.table(page, arranged, tuple(widths[place] for place in order), style=style)
    assert case.cells_read(portfolio) == {(code, str(number)) for number, codes in BY_ITEM.items() for code in codes}


@pytest.mark.parametrize("style", ["ruled", "none"])
@pytest.mark.parametrize("head", ["Pages", "Page numbers"])
def test_a_row_for_each_item_gives_its_pages_and_what_is_simulated(case, style, head):
    portfolio = case.drawn()
    rows = [("Evidence", "Title", head, "Sub-categories")]
    for number, codes in BY_ITEM.items():
        written = ", ".join(f"{code} (simulated)" if (code, number) == ("3", 2) else code for code in codes)
        rows.append((f"Evidence {number}", f"Work {number}", "pages 1 to 2" if number == 4 else "all", written))
    portfolio.table(portfolio.page(title=TITLE), rows, (80, 150, 90, 150), style=style)
    for number in BY_ITEM:
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work {number}")
    found = case.read(portfolio)
    hints = {(each.evidence_id, each.page_hint) for each in found.cross_references}
    assert hints == {(str(number), "1-2" if number == 4 else None) for number in BY_ITEM}
    simulated = {(each.sub_category, each.evidence_id) for each in found.cross_references if each.notes}
    assert simulated == {("3", "2")}


def test_a_list_that_links_few_items_to_numbers_is_no_table_by_item(case):
    portfolio = case.drawn()
    page = portfolio.page("This is no cross reference table.", title="Field plot")
    rows = [("Point", "x (m)", "z (m)"), ("1", "2.5", "4.1"), ("2", "2.0", "3"), ("3", "0.9", "1.7"), ("4", "0.2", "3")]
    portfolio.table(page, rows, (60, 80, 80))
    assert case.cells_read(portfolio) == set()


@pytest.mark.parametrize("font", ["cour", "helv"])
@pytest.mark.parametrize("dots", [False, True])
def test_rows_may_be_typed_with_spaces_or_dots(case, font, dots):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    for place, (code, text) in enumerate(case.claims.items()):
        title = " ".join(case.titles[code].split()[:3])
        middle = "." * (40 - len(title)) if dots else " " * (30 - len(title))
        page.insert_text((50, 130 + 14 * place), f"{code:<6}{title} {middle} {text}", fontsize=9, fontname=font)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("line", ["For sub-category {} see {}.", "\u2022 {} \u2013 {}", "{}: {}"])
def test_rows_may_be_sentences_or_points_of_a_list(case, line):
    portfolio = case.drawn()
    portfolio.page(*(line.format(code, text) for code, text in case.claims.items()), title=TITLE)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("style", ["rules", "none"])
@pytest.mark.parametrize("padding", [4, 6])
def test_codes_may_stand_in_the_middle_of_their_rows(case, style, padding):
    portfolio = case.drawn()
    page, top, cells = portfolio.page(title=TITLE), 130.0, set()
    for place, code in enumerate(case.codes):
        items = [f"Evidence {place % 6 + step}" for step in range(1, 2 + place % 4)]
        height = 12 * len(items) + 2 * padding
        if style == "rules":
            page.draw_line((60, top), (500, top))
        page.insert_text((64, top + height / 2 + 3), code, fontsize=9)
        for step, item in enumerate(items):
            page.insert_text((264, top + padding + 9 + 12 * step), item, fontsize=9)
        cells |= {(code, item.split()[1]) for item in items}
        top += height
    assert case.cells_read(portfolio) == cells


@pytest.mark.parametrize("style", ["ruled", "rules", "zebra", "none"])
def test_rows_without_a_claim_may_be_empty(case, style):
    portfolio = case.drawn()
    rows = [("Sub-category", "Title", "Evidence")]
    rows += [(code, case.titles[code], text if code[0] in "135" else "") for code, text in case.claims.items()]
    portfolio.table(portfolio.page(title=TITLE), rows, (60, 200, 200), style=style)
    assert case.cells_read(portfolio) == {cell for cell in case.cells if cell[0][0] in "135"}


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_a_header_of_two_rows_is_no_row_of_the_table(case, style):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    top = portfolio.table(page, [("Experience", "Evidence")], (240, 220), style=style)
    rows = [("Code", "Title", "Item", "Page")]
    for code, text in case.claims.items():
        rows.append((code, case.titles[code], text.split(", page")[0], "2" if "page" in text else ""))
    portfolio.table(page, rows, (60, 180, 140, 80), top=top, style=style)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("style", ["ruled", "rules", "zebra", "none"])
def test_what_follows_the_table_is_no_part_of_its_last_row(case, style):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    rows = [("Sub-category", "Title", "Evidence")]
    rows += [(code, case.titles[code], text) for code, text in (case.claims | {"8.2": "Evidence 3"}).items()]
    end = portfolio.table(page, rows, (60, 200, 200), style=style)
    page.insert_text((60, end + 14), "Authentication by referee", fontsize=10)
    page.insert_text((60, end + 28), "I confirm the work. Item 9 was seen on 4 May 2025, Evidence 11 too.", fontsize=10)
    assert case.cells_read(portfolio) == case.cells | {("8.2", "3")}


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_marks_that_are_pictures_claim_with_a_doubt(case, style):
    front = ticked(case, "Evidence {}", style).reading()
    page = front.pages[0]
    marks = [word for word in page.words if word.text == "x"]
    boxes = tuple((word.x0 - 1, word.y0, word.x1 + 1, word.y1) for word in marks)
    words = tuple(word for word in page.words if word not in marks)
    drawn = dataclasses.replace(page, words=words, inked=(*boxes, (5.0, 5.0, 300.0, 60.0)))
    evidence = case.drawn(file="evidence.pdf")
    for number in range(1, 13):
        evidence.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = case.read(dataclasses.replace(front, pages=(drawn, *front.pages[1:])), evidence)
    assert case.cells_of(found) == case.cells
    assert max(each.confidence for each in found.cross_references) < 0.9


def test_marks_that_recognition_took_for_digits_are_marks_and_may_be_too_few(case):
    rows = [("Code", *map(str, range(1, 13)))]
    rows += [(code, *("1" if (code, str(n)) in case.cells else "" for n in range(1, 13))) for code in case.codes]
    front = case.drawn(file="front.pdf")
    front.table(front.page(title=TITLE, landscape=True), rows, (90, *[36] * 12))
    written = front.reading()
    pages = tuple(dataclasses.replace(page, text_source=TextSource.RECOGNISED) for page in written.pages)
    evidence = case.drawn(file="evidence.pdf")
    for number in range(1, 13):
        evidence.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = case.read(dataclasses.replace(written, pages=pages), evidence)
    assert case.cells_of(found) == case.cells
    assert any(problem.code == "marks-recognised" for problem in found.problems)


def test_a_row_for_an_item_whose_sub_categories_cannot_be_read_is_said(case):
    portfolio = case.drawn()
    rows = [("Evidence", "Title", "Sub-categories")]
    for number, codes in BY_ITEM.items():
        rows.append((f"Evidence {number}", f"Work {number}", "(ii);4(i)" if number == 5 else ", ".join(codes)))
    portfolio.table(portfolio.page(title=TITLE), rows, (80, 220, 120))
    for number in BY_ITEM:
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work {number}")
    said = [problem.found for problem in case.read(portfolio).problems if problem.code == "row-not-read"]
    assert len(said) == 1
    assert "Evidence 5" in said[0]


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_a_row_for_each_item_that_no_heading_names_is_read_with_doubt(case, style):
    portfolio = case.drawn()
    rows = [("Evidence", "Title", "Sub-categories")]
    rows += [(f"Evidence {number}", f"Work {number}", ", ".join(codes)) for number, codes in BY_ITEM.items()]
    portfolio.table(portfolio.page(title="What I sent"), rows, (80, 220, 120), style=style)
    check_doubted(case, portfolio, {(code, str(number)) for number, codes in BY_ITEM.items() for code in codes})


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_a_small_table_that_no_heading_names_is_read_with_doubt(case, style):
    claims = dict(list(case.claims.items())[:4])
    portfolio = case.drawn()
    rows = [("Code", "What for", "Where"), *((code, case.titles[code], text) for code, text in claims.items())]
    portfolio.table(portfolio.page(title="What I sent"), rows, (60, 200, 200), style=style)
    check_doubted(case, portfolio, {cell for cell in case.cells if cell[0] in claims})


def check_doubted(case, portfolio, cells):
    for number in BY_ITEM:
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work {number}")
    found = case.read(portfolio)
    assert case.cells_of(found) == cells
    assert max(each.confidence for each in found.cross_references) < 0.6
    assert "table-without-heading" in {problem.code for problem in found.problems}


def test_a_small_table_of_items_that_were_not_sent_is_no_table(case):
    portfolio = case.drawn()
    rows = [("No.", "Finding", "Source"), *((f"{n}.1", "Zone marked", f"Report {n + 40}") for n in (1, 2, 4, 5))]
    portfolio.table(portfolio.page(title="Audit"), rows, (60, 200, 200))
    assert case.cells_read(portfolio) == set()
