"""Tables that could be taken for another kind: typed with arrows, codes as "1a" in Word, a page in a row by item."""

from dataclasses import replace

import pytest

from .conftest import CODES, native

ITEMS = 12


@pytest.fixture
def portfolio(drawn):
    """Lines on the page of the table, and the items."""

    def build(*lines):
        case = drawn()
        case.page("Experience Cross Reference Table", *lines, size=8)
        for number in range(1, ITEMS + 1):
            case.evidence(f"E{number}", pages=2, title=f"Survey of room {number}")
        return case

    return build


def claimed(found):
    return {(each.sub_category, each.evidence_id, each.page_hint) for each in found.cross_references}


def with_table(case, rows):
    return replace(case.reading(), tables=(native(rows),))


def test_rows_typed_with_arrows_of_which_some_are_empty_are_rows_and_no_headings(portfolio, read, case):
    named = {code: n % ITEMS + 1 for n, code in enumerate(CODES) if n % 2 == 0}
    lines = [
        f"{code} {' '.join(case.titles[code].split())} ->" + (f" Exh. {named[code]}" if code in named else "")
        for code in CODES
    ]
    assert claimed(read(portfolio(*lines))) == {(code, str(item), None) for code, item in named.items()}


@pytest.mark.parametrize("written", ["{0}{2}", "{0}.{2}", "{0}-{1}", "({0}{2})"])
def test_a_word_table_may_count_its_sub_categories_by_letters(portfolio, read, case, written):
    def other(code):
        category, _, place = code.partition(".")
        return written.format(category, place, "abc"[int(place) - 1]) if place else category

    rows = [
        ("Sub-category", "Evidence"),
        *((f"{other(code)} {case.titles[code]}", f"E{n % ITEMS + 1}") for n, code in enumerate(CODES)),
    ]
    found = read(with_table(portfolio(), rows))
    assert claimed(found) == {(code, str(n % ITEMS + 1), None) for n, code in enumerate(CODES)}


def test_items_called_1a_and_1b_are_no_sub_categories(portfolio, read):
    rows = [
        ("Evidence", "Title", "Page"),
        *((f"{n}{letter}", f"Survey {n}", str(n)) for n in range(1, 9) for letter in "ab"),
    ]
    assert claimed(read(with_table(portfolio(), rows))) == set()


def test_a_page_in_a_row_that_names_its_item_again_is_for_that_row(portfolio, read):
    served = {n: (CODES[n - 1], CODES[(n + 3) % 16]) for n in range(1, ITEMS + 1)}
    rows = [("Evidence", "Sub-category", "Page")]
    for n, (one, two) in served.items():
        rows += [(f"E{n}", one, ""), (f"E{n}", two, "2" if n % 2 else "")]
    wanted = {(one, str(n), None) for n, (one, _) in served.items()}
    wanted |= {(two, str(n), "2" if n % 2 else None) for n, (_, two) in served.items()}
    assert claimed(read(with_table(portfolio(), rows))) == wanted


def test_a_note_behind_an_items_label_is_for_all_that_it_claims(portfolio, read):
    rows = [("Evidence", "Title", "Links to sub-category")]
    rows += [
        (f"E{n}" + (" - simulated" if n == 4 else ""), f"Survey of room {n}", f"{CODES[n - 1]}, {CODES[n + 2]}")
        for n in range(1, ITEMS + 1)
    ]
    found = read(with_table(portfolio(), rows))
    assert {each.evidence_id for each in found.cross_references if each.notes} == {"4"}
    assert {each.sub_category for each in found.cross_references if each.notes} == {CODES[3], CODES[6]}
