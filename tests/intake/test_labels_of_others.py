"""Labels on a page that are another item's: mentioned in a sentence, or on an item's pages by coincidence."""

import dataclasses

import pytest

from mrse_assess.intake.items.mentions import mentions
from mrse_assess.model.pages import Bookmark


@pytest.mark.parametrize(
    "before",
    [
        "This should be read with",
        "See also",
        "(see",
        "Please read together with",
        "This letter relates to the audit in",
        "Superseded by",
        "Supplements",
        "Cross-reference:",
    ],
)
def test_a_label_behind_such_words_is_mentioned(before):
    assert mentions(before)


@pytest.mark.parametrize("before", ["", "A. Person", "Page 2 of", "MRSE portfolio |", "Appendix to", "Supporting"])
def test_a_label_behind_other_words_is_the_pages_own(before):
    assert not mentions(before)


def test_a_page_that_is_to_be_read_with_another_item_begins_no_item(segments):
    portfolio = segments.front()
    for number, length, _ in segments.numbered():
        other = "This should be read with Evidence 5." if number in {6, 9} else ""
        for page in range(1, length + 1):
            portfolio.evidence("", 1, head=other if page == 1 else "", foot=f"Evidence {number}   page {page}")
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(segments.lengths, 2)


def test_an_item_without_a_stamp_is_found_by_its_other_signs(segments):
    portfolio = segments.front()
    page = 2
    for number, length, title in segments.numbered():
        portfolio.bookmarks.append(Bookmark(level=1, title=f"Evidence {number} - {title}", page=page))
        stamp = "" if number == 1 else f"Evidence {number}: {title}"
        portfolio.evidence(f"Evidence {number}", length, title, head=stamp)
        page += length
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(segments.lengths, 2)


def test_how_many_pages_items_have_begins_none_in_their_files(segments):
    segments = dataclasses.replace(segments, lengths=(1, 1, 1, 2, 1, 2, 2, 2, 2, 2, 3, 3))
    front = segments.front("00 front.pdf")
    page = front.page(title="Contents")
    rows = [(f"Evidence {number}", title, str(length)) for number, length, title in segments.numbered()]
    front.table(page, [("Item", "Title", "Pages"), *rows], (90, 250, 60))
    files = [front]
    for number, length, title in segments.numbered():
        file = segments.drawn(file=f"Evidence {number:02} {title}.pdf")
        file.evidence(f"Evidence {number}", length, title)
        files.append(file)
    found = segments.spans_of(segments.read(*files))
    assert found == {
        str(number): ((f"Evidence {number:02} {title}.pdf", 1, length),)
        for number, length, title in segments.numbered()
    }


def test_the_commentary_below_a_label_is_no_title(segments):
    portfolio = segments.front()
    for number, length, title in segments.numbered():
        page = portfolio.page(title=f"Evidence {number}")
        page.insert_text((72, 150), "Commentary. I wrote this and led the discussion of it at the board.", fontsize=14)
        page.insert_text((72, 200), title, fontsize=18)
        portfolio.evidence("", length)
    assert [item.title for item in segments.read(portfolio).evidence] == list(segments.titles)
