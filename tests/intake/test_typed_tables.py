"""Tables made with signs, dots and spaces."""

from dataclasses import replace

import pytest

from mrse_assess.intake.grids.candidates import candidates
from mrse_assess.intake.text.lines import file_lines

from .conftest import CODES, native

ITEMS = 16


@pytest.fixture
def typed(drawn):
    """A page of these lines below a heading, and the items."""

    def build(*lines, heading="Cross reference table", label="E{n:02d}"):
        case = drawn()
        case.page(heading, *lines, size=8)
        for number in range(1, ITEMS + 1):
            case.evidence(label.format(n=number), pages=2, title=f"Survey of room {number}")
        return case

    return build


def claimed(found):
    return {(entry.sub_category, entry.evidence_id, entry.page_hint) for entry in found.cross_references}


@pytest.mark.parametrize("sign", [";", ",", "\u037e"])
def test_an_export_with_signs_between_the_cells_is_cut_at_them(typed, read, sign):
    rows = [
        (code, f"E{number:02d}", str(number % 2 + 1) if number % 3 else "", f"Survey of room {number}")
        for n, code in enumerate(CODES)
        for number in (n + 1, (n + 5) % ITEMS + 1)
    ]
    whole = typed(*map(",".join, [("subcategory", "evidence", "pages", "title"), *rows])).reading()
    pages = tuple(
        replace(page, words=tuple(word._replace(text=word.text.replace(",", sign)) for word in page.words))
        for page in whole.pages
    )
    found = read(replace(whole, pages=pages))
    assert claimed(found) == {(code, str(int(label[1:])), pages or None) for code, label, pages, _ in rows}


def test_a_sign_in_quotes_cuts_nothing(typed, read):
    rows = [f'{code};E{n:02d};"Survey; room {n}"' for n, code in enumerate(CODES, start=1)]
    found = read(typed("subcategory;evidence;title", *rows))
    assert claimed(found) == {(code, str(n), None) for n, code in enumerate(CODES, start=1)}


def test_an_export_by_item_is_cut_at_its_signs(typed, read):
    rows = [f"E{n:02d};Survey of room {n};{CODES[n - 1]}, {CODES[n % 16]}" for n in range(1, ITEMS + 1)]
    found = read(typed("evidence;title;sub-categories", *rows))
    expected = {(CODES[at % 16], str(n), None) for n in range(1, ITEMS + 1) for at in (n - 1, n)}
    assert claimed(found) == expected


def test_dots_that_lead_to_the_codes_are_no_cells(typed, read):
    rows = []
    for n in range(1, ITEMS + 1):
        note = " (simulated)" if n == 3 else ""
        rows.append(f"E{n:02d} Survey of room {n} {'.' * (60 + n)} {CODES[n - 1]}{note}, {CODES[n % 16]}")
    found = read(typed(*rows))
    expected = {(CODES[at % 16], str(n), None) for n in range(1, ITEMS + 1) for at in (n - 1, n)}
    assert claimed(found) == expected
    assert {entry.evidence_id for entry in found.cross_references if entry.notes} == {"3"}


def test_a_legend_right_below_the_last_row_is_none_of_its_cells(drawn):
    case = drawn()
    page = case.page("Experience Cross Reference Table")
    y = 120
    for n, code in enumerate(CODES, start=1):
        for x, text in ((72, code), (104, "About it"), (260, f"E{n}" + "*" * (n == 2))):
            page.insert_text((x, y), text, fontsize=9)
        y += 13
    page.insert_text((104, y), "and more of it", fontsize=9)
    page.insert_text((72, y + 13), "* simulated evidence", fontsize=9)
    (found,) = candidates(file_lines(case.reading()), CODES)
    assert found.end_y < y + 5


def test_what_a_form_asks_for_where_nothing_was_chosen_claims_nothing(drawn, make_document, read):
    case = drawn()
    case.page("Experience Cross Reference Table")
    for number in range(1, ITEMS + 1):
        case.evidence(f"E{number:02d}", title=f"Survey of room {number}")
    rows = [("No.", "Document", "First", "Second", "Third")]
    for n in range(1, ITEMS + 1):
        third = CODES[(7 * n + 3) % 16] if n % 2 else "Choose an item."
        rows.append((f"E{n:02d}", f"Survey of room {n}", CODES[7 * n % 16], CODES[(7 * n + 1) % 16], third))
    pages = case.reading().pages
    found = read(make_document("Portfolio.docx", pages, tables=(native(rows),)))
    assert [entry.sub_category for entry in found.cross_references if entry.evidence_id == "1"] == [
        CODES[7],
        CODES[8],
        CODES[10],
    ]
    assert len(found.cross_references) == 2 * ITEMS + ITEMS // 2


def test_lines_of_signs_between_rows_are_drawn_lines(drawn, read):
    case, y = drawn(), 120
    page = case.page("Cross reference table")
    rows = [(f"SC {code}", f"E{n:02d} (p{n % 2 + 1})") for n, code in enumerate(CODES, start=1)]
    for code, text in [("Code", "Evidence"), *rows]:
        page.insert_text((72, y), f"| {code:<10} | {text:<18}", fontname="cour", fontsize=9)
        page.insert_text((72, y + 11), f"|{'-' * 12}+{'-' * 20}", fontname="cour", fontsize=9)
        y += 22
    for number in range(1, ITEMS + 1):
        case.evidence(f"E{number:02d}", pages=2, title=f"Survey of room {number}")
    assert claimed(read(case)) == {(code, str(n), str(n % 2 + 1)) for n, code in enumerate(CODES, start=1)}
