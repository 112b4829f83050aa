"""Sub-category codes are read in every form that applicants write them in."""

import dataclasses

import pytest

from mrse_assess.intake.grids.bands import row_bounds
from mrse_assess.intake.grids.region import Region
from mrse_assess.intake.grids.rulings import Stroke
from mrse_assess.intake.text.lines import file_lines
from mrse_assess.terms import TextSource

TITLE = "Experience Cross Reference Table"
HEADER = ("Sub-category", "Title", "Evidence")
ROMAN = ("i", "ii", "iii")
JOINT = {
    "1.1/1.2": "Evidence 1",
    "2.1 and 2.2": "Evidence 3",
    "3": "Evidence 5, Evidence 6",
    "4.1, 4.2": "Evidence 7",
    "4.3": "N/A",
    "5.1 & 5.2": "Evidence 8",
    "6.1-6.2": "Evidence 10",
    "7.1": "Evidence 12",
    "7.2": "Evidence 1",
    "8.1": "Evidence 2",
    "8.2": "-",
}
JOINT_CELLS = {
    *{("1.1", "1"), ("1.2", "1"), ("2.1", "3"), ("2.2", "3"), ("3", "5"), ("3", "6"), ("4.1", "7"), ("4.2", "7")},
    *{("5.1", "8"), ("5.2", "8"), ("6.1", "10"), ("6.2", "10"), ("7.1", "12"), ("7.2", "1"), ("8.1", "2")},
}


def part(code: str) -> int:
    return int(code.partition(".")[2] or 1) - 1


def letters(code: str, form: str) -> str:
    """The code with its second half as a Roman numeral or a letter; a category without sub-categories as it is."""
    return code if code == "3" else form.format(code[0], roman=ROMAN[part(code)], letter="abc"[part(code)])


def table_with(case, written, style):
    portfolio = case.drawn()
    rows = [HEADER, *((written(code), case.titles[code], text) for code, text in case.claims.items())]
    portfolio.table(portfolio.page(title=TITLE), rows, (90, 190, 190), style=style)
    return portfolio


@pytest.mark.parametrize("style", ["ruled", "none"])
@pytest.mark.parametrize(
    "form",
    ["SC {}", "SC{}", "S{}", "C{}", "No. {}", "Exp. {}", "\u00a7{}", "#{}", "{} -", "{}:", "0{}", "Sub-cat. {}"],
)
def test_words_and_signs_round_a_code_are_no_part_of_it(case, form, style):
    assert case.cells_read(table_with(case, form.format, style)) == case.cells


@pytest.mark.parametrize("style", ["ruled", "none"])
@pytest.mark.parametrize(
    "form", ["{}({roman})", "{} ({roman})", "{}{roman}", "{}.{roman}", "{}{letter}", "{}({letter})"]
)
def test_the_second_half_of_a_code_may_be_a_numeral_or_a_letter(case, form, style):
    assert case.cells_read(table_with(case, lambda code: letters(code, form), style)) == case.cells


def test_a_code_may_be_written_with_a_dash(case):
    assert case.cells_read(table_with(case, lambda code: code.replace(".", "-"), "ruled")) == case.cells


def test_the_word_before_a_code_may_stand_on_the_line_above(case):
    portfolio = table_with(case, "Sub-category\n{}".format, "ruled")
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_a_row_for_several_codes_claims_for_each(case, style):
    portfolio = case.drawn()
    rows = [("Sub-category", "Evidence"), *JOINT.items()]
    portfolio.table(portfolio.page(title=TITLE), rows, (90, 200), style=style)
    assert case.cells_read(portfolio) == JOINT_CELLS


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
@pytest.mark.parametrize("sign", [" ", " - ", ": ", "\n", ") "])
def test_code_and_title_may_share_a_cell(case, sign, style):
    portfolio = case.drawn()
    rows = [("Experience", "Evidence")]
    rows += [(code + sign + case.titles[code], text) for code, text in case.claims.items()]
    portfolio.table(portfolio.page(title=TITLE), rows, (250, 200), style=style)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("wrong", [{"1": "l"}, {"1": "I"}, {"5": "S"}])
def test_letters_that_recognition_takes_for_digits_are_read_as_digits(case, wrong):
    def misread(code: str) -> str:
        return "".join(wrong.get(each, each) for each in code)

    assert case.cells_read(table_with(case, misread, "ruled")) == case.cells


@pytest.mark.parametrize("style", ["ruled", "none"])
@pytest.mark.parametrize("wrong", [{"5.2": "52"}, {"1.1": "1.l", "1.2": "l.2"}, {"2.1": "2.7"}, {"7.2": "9.2"}])
def test_codes_that_recognition_spoilt_are_put_in_order_with_doubt(case, style, wrong):
    written = table_with(case, lambda code: wrong.get(code, code), style).reading()
    found = case.read(*recognised(case, written))
    assert case.cells_of(found) == case.cells
    low = {each.sub_category for each in found.cross_references if each.confidence < 0.9}
    lost = wrong.keys() - {"6.2"}  # "(ii)" below "6(i)" lost no stroke: it is also how some write
    assert lost & {code for code, _ in case.cells} <= low


def test_codes_of_written_pages_stay_as_they_are(case):
    wrong = {"7.2": "9.2"}
    written = table_with(case, lambda code: wrong.get(code, code), "ruled")
    assert case.cells_read(written) == {(code, item) for code, item in case.cells if code != "7.2"}


def recognised(case, front):
    """The front matter as a scan whose words were recognised, and the evidence."""
    pages = tuple(dataclasses.replace(page, text_source=TextSource.LAYER) for page in front.pages)
    portfolio = case.drawn(file="evidence.pdf")
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    return dataclasses.replace(front, pages=pages), portfolio


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_roman_numerals_that_lost_a_stroke_are_counted_on_with_doubt(case, style):
    wrong = {"4.3": "4(ii)", "2.2": "2(i)", "6.2": "(ii)"}
    front = table_with(case, lambda code: wrong.get(code, letters(code, "{}({roman})")), style).reading()
    found = case.read(*recognised(case, front))
    assert case.cells_of(found) == case.cells
    low = {each.sub_category for each in found.cross_references if each.confidence < 0.9}
    lost = wrong.keys() - {"6.2"}  # "(ii)" below "6(i)" lost no stroke: it is also how some write
    assert lost & {code for code, _ in case.cells} <= low


def test_a_short_line_through_words_ends_no_row(case):
    page = file_lines(table_with(case, str, "none").reading()).page(1)
    body = tuple(line for line in page.lines if line.y0 > 100)
    middle = (body[2].y0 + body[2].y1) / 2
    strokes = (Stroke(at=middle, start=340, end=410), Stroke(at=body[5].y1 + 1, start=50, end=540))
    region = Region(
        page=page,
        top=body[0].y0 - 2,
        bottom=body[-1].y1 + 2,
        edges=(),
        horizontals=strokes,
        verticals=(),
        anchors=(),
        continued=False,
    )
    words = [word for line in body for word in line.words]
    assert row_bounds(region, words, ())[1] == {strokes[1].at}
