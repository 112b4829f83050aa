"""A place that a column of remarks names beside several references is no place of any that has its own."""

import pytest


@pytest.mark.parametrize(("cited", "sections"), [("Evidence 1, p. 1; Evidence 2, p. 2", {None}), ("Evidence 1", {"2"})])
def test_a_remark_beside_several_references_with_pages_gives_none_of_them_a_section(segments, cited, sections):
    made = segments.drawn()
    page = made.page(title="Experience Cross Reference Table")
    rows = [("Sub-cat.", "Evidence", "My part in it"), ("1.1", cited, "See section 2"), ("1.2", "Evidence 3", "Led it")]
    rows += [(code, f"Evidence {4 + at}", "Own draft") for at, code in enumerate(("2.1", "2.2", "3", "4.1", "5.1"))]
    made.table(page, rows, (70, 220, 120))
    for number in range(1, 9):
        made.evidence(f"Evidence {number}", 2)
    found = segments.read(made).cross_references
    assert {entry.section_hint for entry in found if entry.sub_category == "1.1"} == sections
