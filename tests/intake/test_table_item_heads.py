"""Tables with a row for each item under headings of the categories, in several versions, with places behind codes."""

import pytest

from mrse_assess.intake.table.listed_codes import read_listed

TITLE = "Experience Cross Reference Table"
ITEMS = [str(number) for number in range(1, 13)]
CATEGORIES = (
    *("Safety framework", "Local rules", "Sequence modification", "Individual subjects"),
    *("Training and incidents", "Procurement", "Acceptance and checks", "Professional links"),
)


def served(case, item, category=""):
    return [code for code in case.codes if (code, item) in case.cells and code.startswith(category)]


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_items_may_stand_under_headings_of_the_categories_again_and_again(case, style):
    rows = [("Evidence", "Title", "Sub-category")]
    for number, title in enumerate(CATEGORIES, 1):
        rows.append((f"Category {number}: {title}", "", ""))
        rows += [
            (f"Evidence {item}", f"Work {item}", ", ".join(codes))
            for item in ITEMS
            if (codes := served(case, item, str(number)))
        ]
    portfolio = case.drawn()
    portfolio.table(portfolio.page(title=TITLE), rows, (130, 150, 120), style=style, padding=2)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_a_row_for_each_pair_may_stand_under_such_headings(case, style):
    rows = [("Sub-category", "Evidence", "Title")]
    for number, title in enumerate(CATEGORIES, 1):
        rows.append((f"{number}. {title}", "", ""))
        rows += [(code, f"E{item}", f"Work {item}") for item in ITEMS for code in served(case, item, str(number))]
    portfolio = case.drawn()
    portfolio.table(portfolio.page(title=TITLE), rows, (130, 80, 190), style=style, padding=2)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("later_first", [True, False])
def test_the_version_in_force_counts_though_it_has_a_row_for_each_item(case, later_first):
    portfolio = case.drawn()

    def former():
        rows = [("Sub-category", "Evidence"), *((code, "Evidence 11") for code in case.codes)]
        portfolio.table(portfolio.page(title=f"{TITLE} (version 1, superseded)"), rows, (90, 200))

    def later():
        rows = [("Evidence no.", "Title", "Sub-category")]
        rows += [(item, f"Work {item}", "; ".join(served(case, item))) for item in ITEMS]
        portfolio.table(portfolio.page(title=f"{TITLE} (version 2, current)"), rows, (90, 180, 140))

    for draw in (later, former) if later_first else (former, later):
        draw()
    assert case.cells_read(portfolio) == case.cells


def test_the_version_in_force_counts_though_it_is_a_matrix(case):
    portfolio = case.drawn()
    former = [("Sub-category", "Evidence"), *((code, "Evidence 11") for code in case.codes)]
    portfolio.table(portfolio.page(title=f"{TITLE} (superseded)"), former, (90, 200))
    rows = [("", *case.codes)]
    rows += [(f"E{item}", *("x" if (code, item) in case.cells else "" for code in case.codes)) for item in ITEMS]
    portfolio.table(portfolio.page(title=f"{TITLE} (current version)"), rows, (40, *[28] * 16), left=40)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("4.2, s. 3", [("4.2", None, "3", False)]),
        ("6.2; 7.1, s. 2", [("6.2", None, None, False), ("7.1", None, "2", False)]),
        ("4.2 s3; 5.1 s4", [("4.2", None, "3", False), ("5.1", None, "4", False)]),
        ("4.2 (s3), 5.1 (s4)", [("4.2", None, "3", False), ("5.1", None, "4", False)]),
        ("4.2 s3, 5.1", [("4.2", None, "3", False), ("5.1", None, None, False)]),
        ("5.1 slides 4-9, 5.2", [("5.1", None, "slide 4-9", False), ("5.2", None, None, False)]),
        ("4.2 sections 2.1, 3.1", [("4.2", None, "2.1, 3.1", False)]),
        ("1.1 (main); also 2.1", [("1.1", None, None, False), ("2.1", None, None, False)]),
        ("1.1, section 2.1", [("1.1", None, "2.1", False)]),
        ("Section 2.1, section 4.1", [("2.1", None, None, False), ("4.1", None, None, False)]),
        ("4.1-4.3 (simulated)", [("4.1", None, None, True), ("4.2", None, None, True), ("4.3", None, None, True)]),
        ("1.1, 2.1 (simulated)", [("1.1", None, None, False), ("2.1", None, None, True)]),
        ("8.1 (2023)", [("8.1", None, None, False)]),
        ("3.0", [("3", None, None, False)]),
    ],
)
def test_a_cell_of_codes_may_say_a_place_behind_each(case, text, said):
    listed = read_listed(text, case.codes)
    assert [(each.code, each.pages, each.section, each.simulated) for each in listed.said] == said
    assert not listed.unread


@pytest.mark.parametrize(("text", "unread"), [("4.2:3, 5.1:4", ("3", "4")), ("1.1, 1.2 section 3", ("3",))])
def test_a_figure_that_may_be_a_code_or_a_place_is_taken_for_neither(case, text, unread):
    listed = read_listed(text, case.codes)
    assert listed.unread == unread
    assert "3" not in {each.code for each in listed.said}


@pytest.mark.parametrize(
    "sentence", ["Evidence 2 is simulated for sub-category 8.1.", "Evidence 5 is shared with a colleague."]
)
def test_words_below_a_table_without_lines_are_not_its_last_row(case, sentence):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    end = portfolio.table(page, [("Sub-category", "Evidence"), *case.claims.items()], (90, 300), style="none")
    page.insert_text((60, end + 16), sentence, fontsize=9)
    assert case.cells_read(portfolio) == case.cells
