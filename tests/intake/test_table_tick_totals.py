"""A matrix with a column of totals: a number alone at the end of a row is no head of sub-category 3."""

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
