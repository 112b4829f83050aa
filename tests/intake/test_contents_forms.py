"""The contents list in the forms that people give it, and lists of contents that are not the portfolio's."""

import pytest

from mrse_assess.intake.front.contents_list import find_contents
from mrse_assess.intake.text.lines import file_lines
from mrse_assess.intake.text.part_headings import LIST_HEADING, TABLE_HEADING


def items(segments, portfolio, made):
    """Pages of evidence after the front, headed, and what was read."""
    for number, length, _ in segments.numbered():
        made.evidence(f"Evidence {number}", length)
    return segments.read(made)


def titles_of(found):
    return [item.title for item in found.evidence]


LISTINGS = {
    "dotted leaders": "Evidence {number}: {title} {dots} {page}",
    "gap and number": "Evidence {number}   {title}      {page}",
    "plain lines": "Evidence {number} - {title}",
    "bullets": "\u2022 Evidence {number}: {title}",
    "page in brackets": "Evidence {number}  {title} (page {page})",
    "range of pages": "Evidence {number}  {title}   pp. {page}-{last}",
    "short label": "E{number} {title} {dots} p. {page}",
    "number alone": "{number}. {title} {dots} {page}",
}


def listed(segments, style, offset=3):
    page = offset
    for number, length, title in segments.numbered():
        yield LISTINGS[style].format(number=number, title=title, dots="." * 40, page=page, last=page + length - 1)
        page += length


@pytest.mark.parametrize("style", LISTINGS)
def test_lines_of_a_list_give_titles(segments, style):
    made = segments.drawn()
    made.page(*listed(segments, style), title="Contents")
    segments.with_table(made, segments.claims)
    found = items(segments, made, made)
    assert found.contents_list.pages == (1,)
    assert titles_of(found) == list(segments.titles)


@pytest.mark.parametrize("style", ["ruled", "rules", "zebra", "none"])
@pytest.mark.parametrize(
    "header",
    [
        ("Evidence", "Title", "Date", "Sub-categories", "Pages"),
        ("No.", "Description of evidence", "Date", "Claimed for", "pp"),
    ],
)
def test_a_table_gives_titles_claims_and_pages_but_no_dates(segments, style, header):
    made = segments.drawn()
    page = made.page(title="List of evidence")
    rows = [header]
    at = 3
    for number, length, title in segments.numbered():
        codes = ("1.1; 2.2", "3", "4.1, 4.2 and 6.1")[number % 3]
        rows.append((str(number), title, f"{number} March 2024", codes, f"{at}-{at + length - 1}"))
        at += length
    made.table(page, rows, (60, 150, 90, 110, 50), style=style)
    segments.with_table(made, segments.claims)
    found = items(segments, made, made)
    assert titles_of(found) == list(segments.titles)
    claims = [("1.1", "2.2"), ("3",), ("4.1", "4.2", "6.1")]
    assert [item.claimed for item in found.evidence] == [claims[number % 3] for number in range(1, 13)]


def test_a_list_may_stand_in_two_columns(segments):
    made = segments.drawn()
    page = made.page(title="Contents list")
    for number, _, title in segments.numbered():
        x, y = (60, 130 + 20 * number) if number <= 6 else (320, 10 + 20 * number)
        page.insert_text((x, y), f"Evidence {number}  {title}", fontsize=10)
    segments.with_table(made, segments.claims)
    found = items(segments, made, made)
    assert titles_of(found) == list(segments.titles)


def test_a_list_may_share_its_page_with_the_table(segments):
    made = segments.drawn()
    page = made.page(title="Contents list")
    y = made.table(page, [(f"Evidence {n}", t) for n, _, t in segments.numbered()], (80, 300), padding=1, top=110)
    page.insert_text((60, y + 30), "Experience Cross Reference Table", fontsize=16)
    made.table(page, [("Sub-category", "Evidence"), *segments.claims.items()], (90, 300), padding=1, top=y + 40)
    found = items(segments, made, made)
    assert found.contents_list.pages == (1,)
    assert found.tables[0].pages == (1,)
    assert titles_of(found) == list(segments.titles)


def test_a_list_may_run_over_pages(segments):
    made = segments.drawn()
    lines = list(listed(segments, "dotted leaders", 4))
    made.page(*lines[:7], title="Contents", top=600)
    made.page(*lines[7:])
    segments.with_table(made, segments.claims)
    found = items(segments, made, made)
    assert found.contents_list.pages == (1, 2)
    assert titles_of(found) == list(segments.titles)


@pytest.mark.parametrize("style", ["dotted leaders", "dotted, bare numbers"])
def test_a_letter_on_the_page_behind_a_list_does_not_carry_it_on(segments, style):
    made = segments.drawn()
    lines = [
        f"{number if style != 'dotted leaders' else f'Evidence {number}'}  {title} {'.' * 40} {number + 3}"
        for number, _, title in segments.numbered()
    ]
    made.page(*lines, title="Contents")
    made.page("From", "A person", "I suggest that both units report to the Group", "and the Group to the board.")
    segments.with_table(made, segments.claims)
    found = items(segments, made, made)
    assert found.contents_list.pages == (1,)
    assert titles_of(found) == list(segments.titles)


def test_titles_may_be_wrapped_over_lines(segments):
    made = segments.drawn()
    page = made.page(title="Contents list")
    y = 130
    for number, _, title in segments.numbered():
        page.insert_text((60, y), f"Evidence {number}", fontsize=10)
        page.insert_text((130, y), f"{title}, a long account of what was", fontsize=10)
        page.insert_text((450, y), str(number + 10), fontsize=10)
        page.insert_text((130, y + 13), "done and why", fontsize=10)
        y += 34
    segments.with_table(made, segments.claims)
    found = items(segments, made, made)
    assert titles_of(found) == [f"{title}, a long account of what was done and why" for title in segments.titles]


CLAIMS = {
    "brackets": ("(1.1, 2.2)", ("1.1", "2.2")),
    "square": ("[4.1; 4.2]", ("4.1", "4.2")),
    "words": ("supports 1.1 and 6.2", ("1.1", "6.2")),
    "subs": ("Sub-categories 3 and 5.1", ("3", "5.1")),
    "arrow": ("- 7.1/7.2", ("7.1", "7.2")),
}


@pytest.mark.parametrize("style", CLAIMS)
def test_claims_at_the_end_of_a_line_are_read(segments, style):
    text, codes = CLAIMS[style]
    made = segments.drawn()
    made.page(*(f"Evidence {n}: {title} {text}" for n, _, title in segments.numbered()), title="Contents list")
    segments.with_table(made, segments.claims)
    found = items(segments, made, made)
    assert {item.claimed for item in found.evidence} == {codes}
    assert titles_of(found) == list(segments.titles)


def test_the_contents_of_one_report_are_not_the_portfolios(segments):
    made = segments.drawn()
    made.page(*listed(segments, "dotted leaders"), title="Contents")
    segments.with_table(made, segments.claims)
    for number, length, title in segments.numbered():
        made.evidence(f"Evidence {number}", length, title)
        if number == 4:
            chapters = [f"{chapter}. Chapter on matters {'.' * 30} {chapter + 1}" for chapter in range(1, 25)]
            made.page(*chapters, title="Contents")
            made.page(*["Text of the report"] * 20, title="1. Chapter on matters")
    found = segments.read(made)
    assert found.contents_list.pages == (1,)
    assert titles_of(found) == list(segments.titles)
    assert [(span.first, span.last) for span in found.item("4").spans] == [(9, 11)]


def test_the_contents_of_one_report_alone_are_no_contents_list(segments):
    made = segments.front()
    for number, length, title in segments.numbered():
        made.evidence(f"Evidence {number}", length, title)
        if number == 4:
            made.page(*[f"{n}. Chapter on matters {'.' * 30} {n + 1}" for n in range(1, 10)], title="Contents")
    found = segments.read(made)
    assert found.contents_list is None
    assert any(problem.code == "contents-list-not-found" for problem in found.problems)


def test_a_preface_listed_with_the_items_is_no_item(segments):
    made = segments.drawn()
    front = [f"Cover {'.' * 40} 1", f"Cross reference table {'.' * 40} 2"]
    made.page(*front, *listed(segments, "dotted leaders"), f"Curriculum vitae {'.' * 40} 60", title="Contents")
    segments.with_table(made, segments.claims)
    found = items(segments, made, made)
    assert titles_of(found) == list(segments.titles)


def test_a_native_list_is_found_under_the_heading_that_is_asked_for(segments, scheme):
    rows = [("Item", "Sub-categories"), *((f"Evidence {number}", "1.1, 4.2") for number in range(1, 8))]
    page = segments.drawn(file="Portfolio.docx")
    page.page(title="Contents list")
    file = file_lines(segments.document("Portfolio.docx", page.reading().pages, tables=(segments.native(rows),)))
    assert find_contents([file], scheme.codes, (), TABLE_HEADING) is None
    assert len(find_contents([file], scheme.codes, (), LIST_HEADING).entries) == 7


def test_a_line_that_is_not_drawn_between_two_entries_makes_them_no_one_entry(segments):
    made = segments.drawn()
    page = made.page(title="Contents")
    rows = [(f"Evidence {number}", title, str(number + 2)) for number, _, title in segments.numbered()]
    made.table(page, [("Item", "Title", "Page"), *rows], (90, 250, 60), style="none", top=130)
    height = 11.25 + 8
    for line in (0, 1, *range(3, len(rows) + 2)):  # none below the first entry
        page.draw_line((60, 130 + line * height), (460, 130 + line * height))
    segments.with_table(made, segments.claims)
    found = items(segments, made, made)
    assert titles_of(found) == list(segments.titles)


def test_page_numbers_at_the_end_of_the_lines_are_no_second_column(segments):
    made = segments.drawn()
    page = made.page(title="Contents")
    rows = [(f"Evidence\n{number}", title, str(20 + number)) for number, _, title in segments.numbered()]
    made.table(page, [("Item", "Title", "Page"), *rows], (90, 250, 60))
    segments.with_table(made, segments.claims)
    found = items(segments, made, made)
    assert titles_of(found) == list(segments.titles)
