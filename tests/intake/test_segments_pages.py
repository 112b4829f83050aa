"""Dividers, stamps and headings: what pages say of themselves, with slips, gaps and decoys."""

import dataclasses

import pytest

from mrse_assess.terms import TextSource


def test_pages_without_a_stamp_belong_to_the_item_around_them(segments):
    portfolio = segments.front()
    for number, length, _ in segments.numbered():
        for page in range(length):
            unstamped = 0 < page < length - 1
            portfolio.evidence("", 1, head="" if unstamped else f"MRSE portfolio   Evidence {number}")
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(segments.lengths, 2)


def test_a_first_page_without_a_stamp_is_told_by_its_heading(segments):
    portfolio = segments.front()
    for number, length, title in segments.numbered():
        portfolio.evidence(f"Evidence {number}", 1, title)
        portfolio.evidence("", length, foot=f"A. Person   Evidence {number}   page {{number}} of {length}")
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(
        [length + 1 for length in segments.lengths], 2
    )


def test_stamps_may_be_a_letter_and_a_number(segments):
    portfolio = segments.front()
    for number, length, _ in segments.numbered():
        portfolio.evidence("", length, foot=f"E{number:02}      {{number}}")
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(segments.lengths, 2)


def test_items_may_stand_in_another_order_than_their_numbers(segments):
    portfolio = segments.front()
    order = [3, 1, 2, 12, 5, 4, 8, 6, 7, 11, 10, 9]
    expected, page = {}, 2
    for number in order:
        length = segments.lengths[number - 1]
        portfolio.page(segments.titles[number - 1], title=f"Evidence {number}")
        portfolio.evidence("", length)
        expected[str(number)] = (("Portfolio.pdf", page, page + length),)
        page += length + 1
    assert segments.spans_of(segments.read(portfolio)) == expected


def test_items_in_another_order_may_be_headed_only(segments):
    portfolio = segments.front()
    expected, page = {}, 2
    for number in [3, 1, 2, 12, 5, 4, 8, 6, 7, 11, 10, 9]:
        length = segments.lengths[number - 1]
        portfolio.evidence(f"Evidence {number}", length, segments.titles[number - 1])
        expected[str(number)] = (("Portfolio.pdf", page, page + length - 1),)
        page += length
    assert segments.spans_of(segments.read(portfolio)) == expected


def test_an_items_own_page_numbers_and_appendices_begin_nothing(segments):
    portfolio = segments.front()
    for number, length, title in segments.numbered():
        portfolio.evidence(f"Evidence {number}", length, title, foot="Page {number} of " + str(length))
        portfolio.page(*["Terms that this document uses"] * 25, title="Appendix 2 Terms", foot="Page 1 of 1")
        portfolio.page(title="Appendix B")
        portfolio.page(*["More of the same matter"] * 25, foot="Document 3 of 9")
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(
        [length + 3 for length in segments.lengths], 2
    )


def test_lettered_items_keep_their_own_numbered_documents(segments):
    letters = "ABCDEF"
    codes = ("1.1", "1.2", "2.1", "2.2", "4.1", "4.2")
    claims = {
        code: f"Appendix {letter}.2" if letter == "B" else f"Appendix {letter}"
        for code, letter in zip(codes, letters, strict=True)
    }
    claims["5.1"] = "Appendix B.1"
    portfolio = segments.with_table(segments.drawn(), claims)
    for label in ("A", "B.1", "B.2", "C", "D", "E", "F"):
        portfolio.evidence(f"Appendix {label}", 1, title="Work")
        portfolio.page(*["Discussion of the matter at hand"] * 20, title="Item 3 Quench pipe")
    found = segments.read(portfolio)
    assert [(span.first, span.last) for item in found.evidence for span in item.spans] == [
        (page, page + 1) for page in range(2, 16, 2)
    ]


def test_numbers_with_a_point_are_items_where_the_table_names_them(segments):
    claims = {"1.1": "Evidence 7.1", "1.2": "Evidence 7.2", "2.1": "Evidence 8", "2.2": "Evidence 9.1"}
    portfolio = segments.with_table(segments.drawn(), claims)
    for label in ("7.1", "7.2", "8", "9.1"):
        portfolio.evidence(f"Evidence {label}", 1, title="Work")
        portfolio.page(*["Discussion of the matter at hand"] * 20, title="9.1 Results")
    assert segments.spans_of(segments.read(portfolio)) == {
        "7.1": (("Portfolio.pdf", 2, 3),),
        "7.2": (("Portfolio.pdf", 4, 5),),
        "8": (("Portfolio.pdf", 6, 7),),
        "9.1": (("Portfolio.pdf", 8, 9),),
    }


def test_blank_pages_and_category_dividers_are_in_no_item(segments):
    portfolio = segments.front()
    expected, page = {}, 2
    for number, length, title in segments.numbered():
        if number in {4, 9}:
            portfolio.page("Framework and rules", title=f"Section {number}")
            page += 1
        portfolio.page(title, title=f"Evidence {number}")
        portfolio.evidence("", length)
        expected[str(number)] = (("Portfolio.pdf", page, page + length),)
        page += length + 1
    assert segments.spans_of(segments.read(portfolio)) == expected


@pytest.mark.parametrize(
    "heading",
    ["Curriculum vitae", "Letter of support from the referee", "End of portfolio", "Referee's statement"],
)
def test_back_matter_is_in_no_item(segments, heading):
    portfolio = segments.front()
    for number, length, title in segments.numbered():
        portfolio.page(title, title=f"Evidence {number}")
        portfolio.evidence("", length)
    portfolio.page(*["Words about the person, their posts and courses"] * 20, title=heading)
    portfolio.evidence("", 1)
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(
        [length + 1 for length in segments.lengths], 2
    )


def test_an_item_that_is_a_curriculum_vitae_is_no_back_matter(segments):
    portfolio = segments.front()
    for number in range(1, 12):
        portfolio.evidence(f"Evidence {number}", 1, "Work")
    portfolio.page("Curriculum vitae", title="Evidence 12")
    portfolio.evidence("Curriculum vitae", 2)
    assert segments.spans_of(segments.read(portfolio))["12"] == (("Portfolio.pdf", 13, 15),)


SLIPS = ("Evidence l", "EvIdence 2", "Evidence 3", "Evldence 4", "Evidence S", "Evidencc 6", "Ev1dence 7", "Evidence B")
SLIPS = (*SLIPS, "Evidence 9", "Evidence lO", "Evidence I1", "Evidence l2")


def recognised(reading):
    pages = tuple(dataclasses.replace(page, text_source=TextSource.LAYER) for page in reading.pages[1:])
    return dataclasses.replace(reading, pages=(reading.pages[0], *pages))


def test_slips_of_text_recognition_in_labels_are_read_as_meant(segments):
    portfolio = segments.front()
    for slip, length, title in zip(SLIPS, segments.lengths, segments.titles, strict=True):
        portfolio.evidence(slip, length, title)
    found = segments.read(recognised(portfolio.reading()))
    assert segments.spans_of(found) == segments.one_after_another(segments.lengths, 2)


def test_slips_are_not_looked_for_in_text_that_was_written(segments):
    portfolio = segments.with_table(segments.drawn(), {"1.1": "Evidence 1", "1.2": "Evidence 2", "2.1": "Evidence 5"})
    portfolio.evidence("Evidence 1", 1, "Policy")
    portfolio.evidence("Evidence S", 1, "of the year")
    portfolio.evidence("Evidence 2", 1, "Memo")
    assert "5" not in segments.spans_of(segments.read(portfolio))


@pytest.mark.parametrize("counted", ["file", "printed"])
def test_page_numbers_of_the_contents_list_find_items_whose_divider_is_a_picture(segments, counted):
    portfolio = segments.drawn()
    first = 3 if counted == "file" else 1
    starts, page = [], first
    for length in segments.lengths:
        starts.append(page)
        page += length + 1
    page = portfolio.page(title="Contents list")
    rows = [("Item", "Title", "Page")]
    rows += [
        (f"Evidence {number}", title, str(at))
        for (number, _, title), at in zip(segments.numbered(), starts, strict=True)
    ]
    portfolio.table(page, rows, (80, 250, 60))
    segments.with_table(portfolio, segments.claims)
    printed = 0
    for number, length, title in segments.numbered():
        for place in range(length + 1):
            printed += 1
            foot = f"Page {printed}" if counted == "printed" else ""
            if place == 0 and number % 2:
                portfolio.page(foot=foot)
            elif place == 0:
                portfolio.page(title, title=f"Evidence {number}", foot=foot)
            else:
                portfolio.evidence("", 1, foot=foot)
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(
        [length + 1 for length in segments.lengths], 3
    )


@pytest.mark.parametrize("offset", [0, 2])
def test_page_numbers_of_the_contents_list_alone_tell_items_apart(segments, offset):
    portfolio = segments.drawn()
    listing = portfolio.page(title="Contents")
    at = 3 - offset
    rows = [("Item", "Title", "Page")]
    for number, length, _ in segments.numbered():
        rows.append((f"Evidence {number}", "Work that was done", str(at)))
        at += length
    portfolio.table(listing, rows, (80, 250, 60))
    segments.with_table(portfolio, segments.claims)
    for number in range(1, sum(segments.lengths) + 1):
        portfolio.evidence("", 1, foot=f"{number + 2 - offset}")
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(segments.lengths, 3)


def test_titles_of_the_contents_list_find_items_without_labels(segments):
    portfolio = segments.drawn()
    page = portfolio.page(title="Contents list")
    portfolio.table(page, [("Item", "Title"), *((str(n), title) for n, _, title in segments.numbered())], (80, 250))
    segments.with_table(portfolio, segments.claims)
    for _, length, title in segments.numbered():
        portfolio.evidence("", 1) if not title else portfolio.evidence(title, length)
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(segments.lengths, 3)


def test_a_divider_may_break_its_label_over_lines(segments):
    portfolio = segments.front()
    for number, length, title in segments.numbered():
        portfolio.page(title, title="Evidence", top=300)
        portfolio.pdf[-1].insert_text((72, 400), str(number), fontsize=60)
        portfolio.evidence("", length)
    found = segments.read(portfolio)
    assert segments.spans_of(found) == segments.one_after_another([length + 1 for length in segments.lengths], 2)


def test_a_title_wrapped_over_two_lines_is_whole(segments):
    portfolio = segments.front()
    for number in range(1, 13):
        page = portfolio.page(top=200)
        page.insert_text((72, 90), f"Evidence {number}: A very long title that", fontsize=16)
        page.insert_text((72, 110), "goes on in another line", fontsize=16)
        for line in range(10):
            page.insert_text((72, 150 + 14 * line), "Text of the work itself, which is set smaller", fontsize=10)
    found = segments.read(portfolio)
    assert found.evidence[0].title == "A very long title that goes on in another line"


def test_page_counts_beside_a_stamp_are_no_titles(segments):
    portfolio = segments.front()
    for number, length, _ in segments.numbered():
        for page in range(1, length + 1):
            portfolio.evidence("", 1, head=f"Evidence {number}   page {page} of {length}")
    found = segments.read(portfolio)
    assert segments.spans_of(found) == segments.one_after_another(segments.lengths, 2)
    assert not any("page" in item.title for item in found.evidence)


def test_a_table_of_codes_inside_an_item_stays_evidence(segments):
    portfolio = segments.front()
    for number, length, title in segments.numbered():
        portfolio.evidence(f"Evidence {number}", length, title)
        if number == 9:
            page = portfolio.page(title="Clauses of the audit", head="Evidence 9")
            rows = [
                ("Clause", "Evidence seen"),
                ("1.1", "Item 3"),
                ("1.2", "Item 4"),
                ("2.1", "Item 2"),
                ("2.2", "Item 1"),
            ]
            portfolio.table(page, [*rows, ("4.1", "Item 1"), ("4.2", "Item 5")], (90, 300))
    found = segments.spans_of(segments.read(portfolio))
    assert found == segments.one_after_another([2, 1, 3, 1, 2, 4, 3, 1, 2, 2, 1, 2], 2)


def test_a_listed_title_of_two_lines_is_found_on_its_page(segments):
    portfolio = segments.drawn()
    page = portfolio.page(title="Contents list")
    portfolio.table(
        page, [("Item", "Title"), *((str(n), f"{title} of the year") for n, _, title in segments.numbered())], (80, 250)
    )
    segments.with_table(portfolio, segments.claims)
    for _, length, title in segments.numbered():
        portfolio.page(title, "of the year", *["Text of the work"] * 20)
        portfolio.evidence("", length)
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(
        [length + 1 for length in segments.lengths], 3
    )
