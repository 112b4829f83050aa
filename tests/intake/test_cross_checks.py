"""The contents list is checked against the table and against what was sent, with one Problem for each kind."""

import pytest


@pytest.fixture
def checked(segments):
    """Problems by code of a portfolio: what the list says (id, title, claims), what the table says, what was sent."""

    def build(listed, table, sent):
        made = segments.drawn()
        page = made.page(title="Contents list")
        made.table(page, [("Evidence", "Title", "Sub-categories"), *listed], (70, 220, 120))
        segments.with_table(made, table)
        for each, title in sent:
            made.evidence(f"Evidence {each}", 1, title)
        found = segments.read(made)
        problems = {}
        for problem in found.problems:
            assert problem.code not in problems
            problems[problem.code] = problem
        return problems

    return build


WORDS = ("Siren policy", "Bed lift memo", "Local rules", "Audit of zones", "Knee coil sequence")
TITLES = dict(zip("12345", WORDS, strict=True))
TABLE = {"1.1": "Evidence 1", "1.2": "Evidence 2", "2.1": "Evidence 3", "2.2": "Evidence 4", "4.1": "Evidence 5"}
LISTED = tuple((each, TITLES[each], code) for each, code in zip("12345", TABLE, strict=True))
SENT = tuple(TITLES.items())
CHECKS = {
    "listed-item-missing",
    "item-not-listed",
    "listed-label-twice",
    "contents-and-table-differ",
    "table-and-contents-differ",
    "title-differs",
    "item-numbers-with-gaps",
}


def test_a_list_that_agrees_gives_no_problem(checked):
    assert not CHECKS & set(checked(LISTED, TABLE, SENT))


def test_items_listed_and_absent_are_said_together(checked):
    found = checked((*LISTED, ("6", "Pump leaflet", "5.1"), ("7", "Magnet tender", "6.1")), TABLE, SENT)
    problem = found["listed-item-missing"]
    assert "items 6 and 7," in problem.found
    assert (problem.locator.file, problem.locator.page) == ("Portfolio.pdf", 1)


def test_items_present_and_not_listed_are_said(checked):
    found = checked(LISTED[:3], TABLE, SENT)
    assert "items 4 and 5," in found["item-not-listed"].found


def test_a_title_that_is_another_than_the_pages_give_is_said(checked):
    sent = (*SENT[:3], ("4", "Minutes of a meeting"), SENT[4])
    found = checked(LISTED, TABLE, sent)
    assert "item 4." in found["title-differs"].found


def test_a_title_in_slightly_other_words_is_no_difference(checked):
    sent = (*SENT[:3], ("4", "Zone audits, 2024"), SENT[4])
    assert "title-differs" not in checked(LISTED, TABLE, sent)


def test_links_of_the_list_that_the_table_lacks_are_said(checked):
    listed = (*LISTED[:4], ("5", TITLES["5"], "4.1, 6.2"))
    found = checked(listed, TABLE, SENT)
    assert "5 with 6.2." in found["contents-and-table-differ"].found
    assert "table-and-contents-differ" not in found


def test_links_of_the_table_that_the_list_lacks_are_said(checked):
    found = checked(LISTED, TABLE | {"8.1": "Evidence 2"}, SENT)
    assert "2 with 8.1." in found["table-and-contents-differ"].found
    assert "contents-and-table-differ" not in found


def test_two_entries_of_one_label_are_said(checked):
    listed = (*LISTED, ("4", "Another audit", "2.2"))
    assert "item 4." in checked(listed, TABLE, SENT)["listed-label-twice"].found


def test_numbers_left_out_are_said(checked):
    listed = tuple(entry for entry in LISTED if entry[0] != "3")
    table = {code: cell for code, cell in TABLE.items() if "3" not in cell}
    sent = tuple(entry for entry in SENT if entry[0] != "3")
    assert "leave out 3." in checked(listed, table, sent)["item-numbers-with-gaps"].found


def test_parts_of_a_listed_item_count_for_it(checked):
    sent = (*SENT[:4], ("5a", "Knee coil sequence"), ("5b", "Knee coil sequence, further"))
    found = checked(LISTED, TABLE | {"4.1": "Evidence 5a, 5b"}, sent)
    assert not {
        "listed-item-missing",
        "item-not-listed",
        "contents-and-table-differ",
        "table-and-contents-differ",
    } & set(found)


def test_many_are_named_up_to_ten(checked):
    listed = (*LISTED, *((str(number), "Work", "8.1") for number in range(6, 20)))
    found = checked(listed, TABLE, SENT)["listed-item-missing"]
    assert "6, 7, 8, 9, 10, 11, 12, 13, 14, 15 and 4 more," in found.found
