"""What page numbers count is found from all references together, said with what it rests on, and doubted where open."""

import pytest

from mrse_assess.intake.leading.counting import counting_note, find_counting
from mrse_assess.intake.leading.sections import Sections
from mrse_assess.intake.text.lines import file_lines
from mrse_assess.intake.text.page_numbers import Hinted, Listed, Numbers, Printed
from mrse_assess.model.portfolio import COUNTED, PageCounting
from mrse_assess.terms import Counting, Severity

FILE = "Portfolio.pdf"


def item(first, last, file=FILE):
    return tuple((file, page) for page in range(first, last + 1))


def hint(numbers, first, last, *, divided=False, sections=(), file=FILE):
    return Hinted(tuple(numbers), item(first, last, file), divided, sections)


def numbers(offset=None, seen=None, before=None):
    return Numbers({FILE: Printed(offset, seen or {})}, before or {FILE: 0})


def counted(hints, *, listed=(), called=None):
    found = find_counting(hints, listed, called or numbers())
    return (found.counting.counted, found.counting.rivals)


IN_ITEM = [hint([1], 10, 12), hint([2, 3], 20, 24), hint([4], 30, 33)]


def test_pages_are_counted_within_items_where_that_fits_most():
    assert counted(IN_ITEM) == (Counting.IN_ITEM, ())


def test_pages_are_counted_within_the_file_where_that_fits_most():
    assert counted([hint([11], 10, 12), hint([20, 21], 20, 24)])[0] is Counting.IN_FILE


def test_pages_are_printed_numbers_where_an_offset_leads_into_the_items():
    found = find_counting([hint([1], 10, 12), hint([12], 20, 24)], (), numbers(offset=9))
    assert found.counting == PageCounting(counted=Counting.PRINTED, fitting=2, total=2, offset=9)


def test_an_offset_is_found_from_many_references_where_no_page_bears_a_number():
    hints = [hint(range(first + 30, first + 33), first, first + 2) for first in (8, 12, 17, 21, 30, 41)]
    found = find_counting(hints, (), numbers())
    assert (found.counting.counted, found.counting.offset, found.counting.fitting) == (Counting.PRINTED, -30, 6)


def test_pages_are_counted_through_the_files_where_that_fits_most():
    hints = [hint([14], 1, 5, file="b.pdf"), hint([21, 22], 1, 6, file="c.pdf")]
    called = Numbers({}, {"a.pdf": 0, "b.pdf": 10, "c.pdf": 20})
    assert counted(hints, called=called) == (Counting.IN_PORTFOLIO, ())


def test_page_1_of_an_item_with_a_divider_is_the_page_after_it():
    hints = [hint([1], 10, 13, divided=True), hint([2], 20, 23, divided=True)]
    assert counted(hints)[0] is Counting.AFTER_DIVIDER


def test_the_last_page_of_an_item_with_a_divider_says_that_the_divider_counts():
    hints = [hint([4], 10, 13, divided=True), hint([2], 20, 23, divided=True)]
    assert counted(hints) == (Counting.IN_ITEM, ())


def test_numbers_printed_inside_the_items_say_whether_dividers_count():
    hints = [hint([2], 10, 13, divided=True), hint([3], 20, 23, divided=True)]
    seen = {11: frozenset({1}), 21: frozenset({1})}
    assert counted(hints) == (Counting.IN_ITEM, (Counting.AFTER_DIVIDER,))
    assert counted(hints, called=numbers(seen=seen)) == (Counting.AFTER_DIVIDER, ())


def test_the_contents_list_decides_between_the_file_s_pages_and_printed_numbers():
    hints = [hint([12], 10, 14), hint([24], 20, 27)]
    listed = [Listed(8, item(10, 14), divided=False), Listed(18, item(20, 27), divided=False)]
    in_file = [Listed(10, item(10, 14), divided=False), Listed(20, item(20, 27), divided=False)]
    assert counted(hints, called=numbers(offset=2)) == (Counting.PRINTED, (Counting.IN_FILE,))
    assert counted(hints, listed=listed, called=numbers(offset=2)) == (Counting.PRINTED, ())
    assert counted(hints, listed=in_file, called=numbers(offset=2)) == (Counting.IN_FILE, ())


def test_headings_of_named_sections_decide_between_countings_that_fit_alike():
    hints = [hint([3], 2, 6, sections=((FILE, 3),)), hint([4], 2, 6, sections=((FILE, 4),))]
    assert counted(hints[:1]) == (Counting.IN_FILE, (Counting.IN_ITEM,))
    assert counted(hints) == (Counting.IN_FILE, ())


def test_countings_that_lead_to_the_same_pages_are_no_rivals():
    assert counted([hint([2], 1, 5), hint([3], 1, 4)]) == (Counting.IN_ITEM, ())


def test_an_open_counting_is_a_warning_and_names_its_rivals():
    note = counting_note(find_counting([hint([3], 2, 6)], (), numbers()))
    assert (note.code, note.severity) == ("page-counting-open", Severity.WARNING)
    assert COUNTED[Counting.IN_ITEM] in note.found
    assert COUNTED[Counting.IN_FILE] in note.found


def test_the_note_says_how_many_references_it_rests_on():
    note = counting_note(find_counting([*IN_ITEM, hint([9], 40, 41)], (), numbers()))
    assert (note.code, "3 of 4" in note.found) == ("page-counting", True)


def test_without_page_hints_nothing_is_counted():
    assert find_counting([], (), numbers()) is None


@pytest.mark.parametrize("counting", list(Counting))
def test_every_counting_has_its_sentence(counting):
    assert COUNTED[counting]


BASE = {"1.1": "Evidence 1", "1.2": "Evidence 2", "2.1": "Evidence 3", "2.2": "Evidence 4", "4.1": "Evidence 5"}


def bound(drawn, claims, *, contents=(), foot="", pages=4):
    portfolio = drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    portfolio.table(page, [("Sub-category", "Evidence"), *claims.items()], (90, 300))
    if contents:
        portfolio.page(*contents, title="Contents")
    for number in range(1, 6):
        for place in range(1, pages + 1):
            body = [f"{place}. Part of the work", *["Text of the work"] * 20]
            heading = f"Evidence {number} work" if place == 1 else ""
            portfolio.page(*body, title=heading, foot=foot.format(place=place))
    return portfolio


def entry_of(found, code):
    return next(entry for entry in found.cross_references if entry.sub_category == code)


def pages_of(found, code):
    return [page for span in entry_of(found, code).spans for page in span.pages]


def test_the_counting_of_a_portfolio_is_kept_with_what_it_rests_on(drawn, read):
    found = read(bound(drawn, BASE | {"1.2": "Evidence 2, p 2", "2.1": "Evidence 3 (pp 3-4)"}))
    assert found.page_counting == PageCounting(counted=Counting.IN_ITEM, fitting=2, total=2)


def test_only_references_that_a_rival_leads_elsewhere_lose_confidence(drawn, read):
    found = read(bound(drawn, BASE | {"1.1": "Evidence 1, p 3"}))
    assert found.page_counting.rivals == (Counting.IN_FILE,)
    assert entry_of(found, "1.1").confidence < 0.7 < entry_of(found, "1.2").confidence


def test_pages_run_through_the_files_in_their_order(drawn, read):
    first = bound(drawn, BASE | {"1.2": "Evidence 6, p 23", "2.1": "Evidence 7 (pp 26-27)"})
    files = [first]
    for number in (6, 7):
        other = drawn(file=f"Evidence {number}.pdf")
        other.evidence(f"Evidence {number}", pages=3)
        files.append(other)
    found = read(*files)
    assert found.page_counting.counted is Counting.IN_PORTFOLIO
    assert (entry_of(found, "1.2").spans[0].file, pages_of(found, "1.2")) == ("Evidence 6.pdf", [2])
    assert (entry_of(found, "2.1").spans[0].file, pages_of(found, "2.1")) == ("Evidence 7.pdf", [2, 3])


def test_a_section_stands_where_its_heading_is(drawn):
    portfolio = bound(drawn, BASE).reading()
    sections = Sections({FILE: file_lines(portfolio)})
    assert sections.places("2", item(2, 5)) == ((FILE, 3),)
    assert sections.places("2, 4", item(2, 5)) == ((FILE, 3), (FILE, 5))
    assert sections.places("table 2", item(2, 5)) == ()


def test_a_page_that_only_another_counting_gives_the_item_is_said(drawn, read):
    claims = BASE | {
        "1.1": "Evidence 1, p 4",
        "1.2": "Evidence 2, p 2",
        "2.1": "Evidence 3, p 1",
        "4.1": "Evidence 5, p 19",
    }
    found = read(bound(drawn, claims))
    problem = next(each for each in found.problems if each.code == "page-hint-out-of-range")
    assert COUNTED[Counting.IN_FILE] in problem.found
    assert entry_of(found, "4.1").confidence < 0.9
    assert pages_of(found, "4.1") == [18, 19, 20, 21]


def test_nobody_cites_a_divider_by_its_printed_number_either():
    hints = [hint([10], 10, 13, divided=True), hint([20], 20, 23, divided=True)]
    assert counted(hints, called=numbers(offset=1)) == (Counting.PRINTED, ())


def test_printed_numbers_come_before_places_in_the_file_where_both_fit():
    hints = [hint([11], 10, 14), hint([22], 20, 25)]
    assert counted(hints, called=numbers(offset=1)) == (Counting.PRINTED, (Counting.IN_FILE,))


@pytest.mark.parametrize(
    ("seen", "way"), [({}, Counting.IN_FILE), ({page: frozenset({page}) for page in range(8, 28)}, Counting.PRINTED)]
)
def test_numbers_that_stand_on_no_page_and_are_its_place_in_the_file_count_that(seen, way):
    pages = {page: seen.get(page, frozenset()) for page in range(1, 41)}
    assert counted([hint([11], 10, 12), hint([21], 20, 24)], called=numbers(0, pages))[0] is way
