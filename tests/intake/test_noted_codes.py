"""Sentences and footnotes beside the table that say for which sub-categories evidence was simulated."""

import pytest

from mrse_assess.intake.cells.legend import legend_marks
from mrse_assess.intake.cells.noted_codes import noted_codes
from mrse_assess.intake.cells.references import Known

KNOWN = Known(ids=frozenset(map(str, range(1, 12))), codes=frozenset({"1.1", "3", "4.1", "4.2", "8.1", "8.2"}))


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Simulated evidence: 8.1 (Evidence 2)", {("8.1", "2")}),
        ("Simulated evidence: 4.2 (E7), 8.1 (E2, E3)", {("4.2", "7"), ("8.1", "2"), ("8.1", "3")}),
        ("Simulated evidence has been used for sub-category 8.1 only.", {("8.1", "")}),
        ("Sub-categories 4.2 and 8.1 rely on simulated evidence.", {("4.2", ""), ("8.1", "")}),
        ("The evidence for 8.1 is simulated.", {("8.1", "")}),
        ("Simulated cases are offered in 3 and 4.1.", {("3", ""), ("4.1", "")}),
        ("No simulated evidence has been used for 8.1.", set()),
        ("Simulated evidence has been used in 2 of 16 sub-categories", set()),
        ("Simulated evidence: Evidence 4, 9 and 10", set()),
        ("3 is simulated", set()),
        ("Simulated evidence: 9.1", set()),
    ],
)
def test_a_sentence_names_the_sub_categories(sentence, said):
    assert noted_codes([sentence], KNOWN) == said


def test_such_a_sentence_may_go_on_in_the_next_line():
    lines = ["Simulated evidence has been used for sub-categories 4.2", "and 8.1 only."]
    assert noted_codes(lines, KNOWN) == {("4.2", ""), ("8.1", "")}


@pytest.mark.parametrize(
    "line", ["[1] Simulated evidence.", "(a) This evidence is simulated.", "(2) hypothetical case"]
)
def test_a_footnote_in_brackets_explains_its_own_mark(line):
    assert legend_marks([line]) == {line[:3]}


@pytest.mark.parametrize("line", ["[1] See page 2.", "Real or (1) simulated", "(b) audit"])
def test_other_lines_in_brackets_explain_none(line):
    assert not legend_marks([line])


@pytest.mark.parametrize(
    ("mark", "note"), [("[1]", "[1] Simulated evidence."), ("(a)", "(a) This evidence is simulated.")]
)
@pytest.mark.parametrize("style", ["ruled", "none"])
def test_a_footnote_marks_the_item_before_it(case, mark, note, style):
    found = _read(case, {"8.1": f"Evidence 2 {mark}"}, note, style)
    assert found == ({("8.1", "2")}, {("4.2", "2")})


def test_a_sentence_with_a_code_marks_that_row_alone(case):
    found = _read(case, {"8.1": "Evidence 2"}, "Simulated evidence: 8.1 (Evidence 2)", "ruled")
    assert found[0] == {("8.1", "2")}


def _read(case, changed, note, style):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    rows = [("Sub-category", "Evidence"), *(case.claims | changed).items()]
    end = portfolio.table(page, rows, (90, 300), style=style)
    page.insert_text((60, end + 16), note, fontsize=9)
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = case.read(portfolio).cross_references
    noted = {(each.sub_category, each.evidence_id) for each in found if each.notes}
    return noted, {(each.sub_category, each.page_hint) for each in found if each.page_hint}
