"""Matrices of which a head, a row, or a column or row of its own says that an item's work was simulated."""

import pytest

TITLE = "Experience cross reference table"
ITEMS = [str(number) for number in range(1, 13)]
LEGEND = "* simulated evidence"


def ticks(case, item, mark="x", blank=""):
    return [mark if (code, item) in case.cells else blank for code in case.codes]


def marks(case, code, mark="x", blank=""):
    return [mark if (code, item) in case.cells else blank for item in ITEMS]


def simulated(portfolio):
    return {(each.sub_category, each.evidence_id) for each in portfolio.cross_references if each.notes}


def with_evidence(portfolio):
    for number in ITEMS:
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    return portfolio


def read_with_legend(case, rows, widths, **how):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE, top=60, landscape=True)
    end = portfolio.table(page, rows, widths, left=40, **how)
    page.insert_text((60, end + 16), LEGEND, fontsize=9)
    found = case.read(with_evidence(portfolio))
    assert case.cells_of(found) == case.cells
    return simulated(found)


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
@pytest.mark.parametrize(
    ("third", "fifth"),
    [
        ("E3 Local rules\n(hypothetical case)", "E5"),
        ("E3* Local rules", "E5"),
        ("E3 - simulated", "E5"),
        ("E3 Local rules*", "E5 Sequences for a 3T scanner"),
    ],
)
def test_a_row_of_an_item_may_say_that_it_was_simulated(case, style, third, fifth):
    named = {"3": third, "5": fifth}
    rows = [("Evidence", *case.codes), *((named.get(each, f"E{each}"), *ticks(case, each)) for each in ITEMS)]
    assert read_with_legend(case, rows, (150, *[32] * 16), style=style) == {("2.1", "3")}


@pytest.mark.parametrize("style", ["ruled", "none"])
@pytest.mark.parametrize("head", ["E3*", "E3\n(sim)", "E3 *"])
def test_a_head_of_an_item_may_say_so(case, style, head):
    heads = [head if each == "3" else f"E{each}" for each in ITEMS]
    rows = [("Sub-category", *heads), *((code, *marks(case, code)) for code in case.codes)]
    assert read_with_legend(case, rows, (90, *[44] * 12), style=style) == {("2.1", "3")}


@pytest.mark.parametrize("style", ["ruled", "none"])
@pytest.mark.parametrize("head", ["Simulated?", "Simulated", "Sim (Y/N)"])
@pytest.mark.parametrize("said", ["Y", "\u2713", "Yes"])
def test_a_column_beside_the_matrix_may_say_so(case, style, head, said):
    rows = [("Evidence", *case.codes, head)]
    rows += [(f"E{each}", *ticks(case, each), said if each in {"3", "9"} else "") for each in ITEMS]
    assert read_with_legend(case, rows, (60, *[32] * 16, 70), style=style) == {("2.1", "3"), ("5.2", "9")}


@pytest.mark.parametrize("style", ["ruled", "none"])
@pytest.mark.parametrize("said", ["Y", "x"])
def test_a_row_below_the_matrix_may_say_so(case, style, said):
    rows = [("Sub-category", *(f"E{each}" for each in ITEMS))]
    rows += [(code, *marks(case, code)) for code in case.codes]
    rows.append(("Simulated?", *(said if each in {"3", "9"} else "" for each in ITEMS)))
    assert read_with_legend(case, rows, (90, *[44] * 12), style=style) == {("2.1", "3"), ("5.2", "9")}


def test_a_title_that_speaks_of_simulation_says_nothing_of_the_work(case):
    named = {"3": "E3 Simulation of the quench pipe", "5": "E5 Real case, not simulated"}
    rows = [("Evidence", *case.codes), *((named.get(each, f"E{each}"), *ticks(case, each)) for each in ITEMS)]
    assert read_with_legend(case, rows, (170, *[32] * 16)) == set()


def test_a_mark_that_no_legend_explains_says_nothing(case):
    rows = [
        ("Evidence", *case.codes),
        *((f"E{each}#" if each == "3" else f"E{each}", *ticks(case, each)) for each in ITEMS),
    ]
    assert read_with_legend(case, rows, (60, *[32] * 16)) == set()


@pytest.mark.parametrize("across", [True, False])
def test_a_table_of_the_files_own_may_say_so(case, across):
    if across:
        heads = [f"E{each}*" if each == "3" else f"E{each}" for each in ITEMS]
        rows = [("Sub-category", *heads), *((code, *marks(case, code)) for code in case.codes)]
        rows.append(("Simulated", *("x" if each == "9" else "" for each in ITEMS)))
    else:
        rows = [("Evidence", "Title", *case.codes, "Simulated")]
        rows += [
            (
                f"E{each}",
                "Local rules (hypothetical case)" if each == "3" else "Work",
                *ticks(case, each),
                "Y" if each == "9" else "",
            )
            for each in ITEMS
        ]
    front = case.drawn(file="Table.docx")
    front.page("* simulated evidence", title=TITLE)
    reading = case.document("Table.docx", front.reading().pages, tables=(case.native(rows),), media="docx")
    found = case.read(reading, with_evidence(case.drawn()))
    assert case.cells_of(found) == case.cells
    assert simulated(found) == {("2.1", "3"), ("5.2", "9")}
