"""Bookmarks tell items apart as far as the pages agree with them: flat or nested, some missing, some wrong."""

import pytest

from mrse_assess.model.pages import Bookmark


def mark(portfolio, title, page, level=1):
    portfolio.bookmarks.append(Bookmark(level=level, title=title, page=page))


def starts(segments, first=2):
    page = first
    for number, length, title in segments.numbered():
        yield number, length, title, page
        page += length


def test_bookmarks_under_those_of_categories_are_the_items(segments):
    portfolio = segments.front()
    mark(portfolio, "Cross reference table", 1)
    for number, length, title, page in starts(segments):
        if number % 4 == 1:
            mark(portfolio, f"Category {1 + number // 4}", page)
        mark(portfolio, f"Evidence {number}: {title}", page, 2)
        portfolio.evidence("", length)
    found = segments.read(portfolio)
    assert segments.spans_of(found) == segments.one_after_another(segments.lengths, 2)
    assert tuple(item.title for item in found.evidence) == segments.titles


def test_chapters_inside_an_item_are_not_items(segments):
    portfolio = segments.front()
    for number, length, title, page in starts(segments):
        mark(portfolio, f"{number}. {title}", page)
        mark(portfolio, "1. Purpose", page, 2)
        mark(portfolio, "2. Method", page + length - 1, 2)
        portfolio.evidence("", length)
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(segments.lengths, 2)


def test_items_without_a_bookmark_are_told_by_their_headings(segments):
    portfolio = segments.front()
    for number, length, title, page in starts(segments):
        if number % 3:
            mark(portfolio, f"Evidence {number}", page)
        portfolio.evidence(f"Evidence {number}", length, title)
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(segments.lengths, 2)


def test_bookmarks_that_lead_to_a_wrong_page_are_outvoted_by_dividers(segments):
    portfolio = segments.front()
    for number, length, title, page in starts(segments):
        mark(portfolio, f"Evidence {number}", page + 1 if number in {3, 6} else page)
        portfolio.page(title, title=f"Evidence {number}", head=f"Evidence {number}")
        if length > 1:
            portfolio.evidence("", length - 1)
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(segments.lengths, 2)


def test_bookmarks_that_all_lead_to_one_page_are_not_followed(segments):
    portfolio = segments.front()
    for number, length, title, _ in starts(segments):
        mark(portfolio, f"Evidence {number}", 1)
        portfolio.evidence(f"Evidence {number}", length, title)
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(segments.lengths, 2)


def test_bookmarks_by_title_alone_are_matched_with_the_contents_list(segments):
    portfolio = segments.drawn()
    page = portfolio.page(title="Contents list")
    rows = [("Item", "Title"), *((f"Evidence {number}", title) for number, _, title in segments.numbered())]
    portfolio.table(page, rows, (80, 300))
    segments.with_table(portfolio, segments.claims)
    for _, length, title, place in starts(segments, 3):
        mark(portfolio, title, place)
        portfolio.evidence("", length)
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(segments.lengths, 3)


@pytest.mark.parametrize("title", ["Curriculum vitae", "Referee's letter", "CV", "Glossary"])
def test_what_follows_the_last_item_under_a_bookmark_of_its_own_is_in_no_item(segments, title):
    portfolio = segments.front()
    for number, length, name, page in starts(segments):
        mark(portfolio, f"Evidence {number} {name}", page)
        portfolio.evidence("", length)
    mark(portfolio, title, 2 + sum(segments.lengths))
    portfolio.evidence("", 2)
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(segments.lengths, 2)


def test_bookmarks_of_parts_are_items_of_their_own(segments):
    portfolio = segments.with_table(
        segments.drawn(), {"1.1": "Evidence 1", "1.2": "Evidence 2a, 2b", "2.1": "Evidence 3", "2.2": "Evidence 2b"}
    )
    mark(portfolio, "Evidence 1", 2)
    mark(portfolio, "Evidence 2", 4)
    mark(portfolio, "2a Policy", 4, 2)
    mark(portfolio, "2b Minutes", 6, 2)
    mark(portfolio, "Evidence 3", 7)
    portfolio.evidence("", 8)
    assert segments.spans_of(segments.read(portfolio)) == {
        "1": (("Portfolio.pdf", 2, 3),),
        "2a": (("Portfolio.pdf", 4, 5),),
        "2b": (("Portfolio.pdf", 6, 6),),
        "3": (("Portfolio.pdf", 7, 9),),
    }
