"""What numbers in a matrix mean: totals at the end of rows, and the page to look at."""

TITLE = "Experience cross reference table"
LEFT, TOP, HIGH, WIDE, SIDE = 60, 150, 16, 30, 60


def test_totals_at_the_end_of_rows_are_no_heads(case):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE, top=60)
    for across, code in enumerate(case.codes):
        page.insert_text((LEFT + SIDE + across * 22 + 12, TOP - 4), f"{code} Title", fontsize=8, rotate=90)
    for down in range(12):
        y = TOP + down * HIGH
        page.insert_text((LEFT + 3, y + 11), f"Ev. {down + 1}", fontsize=8)
        page.insert_text((LEFT + SIDE + 17 * 22, y + 11), "3" if down in {4, 8} else "2", fontsize=8)
        for across, code in enumerate(case.codes):
            if (code, str(down + 1)) in case.cells:
                x = LEFT + SIDE + across * 22 + 5
                page.draw_rect((x, y + 5, x + 6, y + 11), color=None, fill=(0.1, 0.3, 0.5))
    assert case.cells_read(portfolio) == case.cells


def test_one_number_in_every_place_is_the_page_where_the_legend_says_so(case):
    portfolio = case.drawn()
    page = portfolio.page("A number in the table is the page to look at.", title=TITLE, top=60)
    items = map(str, range(1, 13))
    rows = [(f"E{each}", *("2" if (code, each) in case.cells else "" for code in case.codes)) for each in items]
    portfolio.table(page, [("", *case.codes), *rows], (40, *[28] * 16), top=120, left=40)
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = case.read(portfolio)
    assert case.cells_of(found) == case.cells
    assert {entry.page_hint for entry in found.cross_references} == {"2"}
