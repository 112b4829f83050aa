"""Tables with a part for each category or sub-category are read as one."""

import pytest

TITLE = "Experience Cross Reference Table"
HEADER = ("Sub-category", "Title", "Evidence")
WIDTHS = (60, 200, 200)
NAMES = ("Governance", "Local rules", "Modification", "Implants", "Training", "Design", "Testing", "Events")
NUMBERED = {
    "i": lambda place: ("i", "ii", "iii")[place],
    "(i)": lambda place: ("(i)", "(ii)", "(iii)")[place],
    "a)": lambda place: ("a)", "b)", "c)")[place],
}


def by_category(case, style, form=lambda code: code, heading="Category {}: {}", category_pages=0):
    portfolio = case.drawn()
    page, top = portfolio.page(title=TITLE), 130.0
    for number, name in enumerate(NAMES, start=1):
        if (category_pages and number > 1 and (number - 1) % category_pages == 0) or top > 700:
            page, top = portfolio.page(), 80.0
        page.insert_text((60, top), heading.format(number, name), fontsize=11)
        rows = [HEADER]
        rows += [(form(code), case.titles[code], text) for code, text in case.claims.items() if code[0] == str(number)]
        top = portfolio.table(page, rows, WIDTHS, top=top + 8, style=style) + 25
    return portfolio


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
@pytest.mark.parametrize("category_pages", [0, 1, 3])
def test_a_table_for_each_category_may_spread_over_pages(case, style, category_pages):
    assert case.cells_read(by_category(case, style, category_pages=category_pages)) == case.cells


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
@pytest.mark.parametrize("numbered", NUMBERED)
@pytest.mark.parametrize("heading", ["Category {}: {}", "{}. {}"])
def test_rows_may_be_numbered_within_the_category_of_the_heading(case, style, numbered, heading):
    def form(code: str) -> str:
        return NUMBERED[numbered](int(code.partition(".")[2] or 1) - 1)

    assert case.cells_read(by_category(case, style, form, heading)) == case.cells


def evidence_rows(text: str) -> list[tuple[str, str, str]]:
    parts = [
        each if each.startswith(("Evidence", "N/A", "-")) else f"Evidence{each}" for each in text.split(", Evidence")
    ]
    return [(each.split(", page")[0], "2" if "page" in each else "", "a note") for each in parts]


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_the_code_may_stand_in_the_heading_of_a_small_table_only(case, style):
    portfolio = case.drawn()
    page, top = portfolio.page(title=TITLE), 120.0
    for code, text in case.claims.items():
        if top > 690:
            page, top = portfolio.page(), 70.0
        page.insert_text((60, top), f"{code} {case.titles[code].splitlines()[0]}", fontsize=10)
        rows = [("Evidence", "Page", "Comment"), *evidence_rows(text)]
        top = portfolio.table(page, rows, (150, 60, 200), top=top + 6, style=style, padding=2) + 20
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_the_code_may_stand_in_a_row_across_the_table(case, style):
    portfolio = case.drawn()
    page, widths = portfolio.page(title=TITLE), (150, 60, 200)
    top = portfolio.table(page, [("Evidence", "Page", "Comment")], widths, top=110, style=style, padding=2)
    for code, text in case.claims.items():
        if top > 700:
            page, top = portfolio.page(), 70.0
        heading = f"Sub-category {code}: {case.titles[code].splitlines()[0]}"
        top = portfolio.table(page, [(heading,)], (410,), top=top, style=style, padding=2)
        top = portfolio.table(page, evidence_rows(text), widths, top=top, style=style, padding=2)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_cells_of_category_and_code_may_span_several_items(case, style):
    portfolio = case.drawn()
    rows, last = [("Category", "Sub", "Evidence", "Page")], ""
    for code, text in case.claims.items():
        more = [("Evidence 9", "", "")] if code in {"1.1", "4.1", "6.2"} else []
        for place, (item, page, _) in enumerate([*evidence_rows(text), *more]):
            rows.append((code[0] if code[0] != last else "", "" if place else code, item, page))
            last = code[0]
    page = portfolio.page(title=TITLE, top=40)
    portfolio.table(page, rows, (60, 50, 150, 60), top=60, style=style, merge=(0, 1))
    assert case.cells_read(portfolio) == case.cells | {("1.1", "9"), ("4.1", "9"), ("6.2", "9")}
