"""Contents lists under the headings, and in the columns and lines, that applicants choose."""

import pytest

from mrse_assess.intake.text.part_headings import CONTENTS_HEADING


def items(segments, made):
    """Pages of evidence after the front, headed, and what was read."""
    segments.with_table(made, segments.claims)
    for number, length, _ in segments.numbered():
        made.evidence(f"Evidence {number}", length)
    return segments.read(made)


def titles_of(found):
    return [item.title for item in found.evidence]


@pytest.mark.parametrize(
    "heading",
    [
        *("Schedule of evidence", "Inventory of items", "What is in this portfolio", "Evidence submitted"),
        *("Documents enclosed", "Summary of evidence items", "Index", "2. Evidence log", "Appendices"),
        *("Section 2: List of supporting documents", "Register of documents", "Portfolio index"),
        *("This portfolio contains the following:", "Supporting evidence", "Catalogue of evidence"),
    ],
)
def test_a_list_may_be_headed_in_many_ways(segments, heading):
    made = segments.drawn()
    made.page(*(f"Evidence {number}: {title}" for number, _, title in segments.numbered()), title=heading)
    found = items(segments, made)
    assert found.contents_list.pages == (1,)
    assert titles_of(found) == list(segments.titles)


@pytest.mark.parametrize(
    "text",
    ["Evidence 3", "Items 1-5", "Checklist for MR safety", "List of abbreviations", "Sub-category Evidence", "Item"],
)
def test_other_words_head_no_list(text):
    assert CONTENTS_HEADING.search(text) is None


BEHIND = {
    "brackets": "{title} (Evidence {number})",
    "square brackets": "{title} [E{number}]",
    "a dash": "{title} - Evidence {number}",
    "a comma": "{title}, Item {number}",
    "leaders": "{title} {dots} Evidence {number}",
    "a gap": "{title}          Evidence {number}",
    "a number in brackets": "{title} ({number})",
    "a page after it": "{title} (Evidence {number}) {dots} {page}",
    "claims after it": "{title} (Evidence {number}) - supports 4.1",
    "its own counting": "{number}. {title} (Evidence {number})",
}


@pytest.mark.parametrize("style", BEHIND)
def test_labels_may_stand_behind_the_titles(segments, style):
    made = segments.drawn()
    lines = [
        BEHIND[style].format(number=number, title=title, dots="." * 40, page=number + 2)
        for number, _, title in segments.numbered()
    ]
    made.page("The following evidence is enclosed:", *lines, title="Contents")
    found = items(segments, made)
    assert found.contents_list.pages == (1,)
    assert titles_of(found) == list(segments.titles)
    if style == "claims after it":
        assert all(item.claimed == ("4.1",) for item in found.evidence)


@pytest.mark.parametrize("bullet", ["", "\u2022 ", "- "])
@pytest.mark.parametrize("heading", ["Contents", "Evidence submitted"])
def test_a_list_may_give_titles_only(segments, bullet, heading):
    made = segments.drawn()
    made.page(*(f"{bullet}{title}" for title in segments.titles), title=heading)
    segments.with_table(made, segments.claims)
    for number, length, title in segments.numbered():
        made.evidence(f"Evidence {number}:", length, title=title)
    found = segments.read(made)
    assert found.contents_list.pages == (1,)
    assert titles_of(found) == list(segments.titles)
    assert not [each for each in found.problems if each.code in {"item-not-listed", "contents-list-not-found"}]


def test_names_of_files_are_put_right_from_a_list_of_titles(segments):
    made = segments.drawn(file="Cover and table.pdf")
    titles = [f"{title}: an account, with dates" for title in segments.titles]
    made.page(*titles, title="Contents")
    segments.with_table(made, segments.claims)
    files = [made]
    for number, length, title in segments.numbered():
        file = segments.drawn(file=f"E{number:02}_{title.lower().replace(' ', '_')}_an_account.pdf")
        file.evidence("", length)
        files.append(file)
    found = segments.read(*files)
    assert found.contents_list.file == "Cover and table.pdf"
    assert titles_of(found) == titles


def test_a_title_that_had_no_room_goes_on_in_the_next_line(segments):
    made = segments.drawn()
    long = "a full account of what was found and of what was changed after that in"
    lines = []
    for number, _, title in segments.numbered():
        lines += [f"Evidence {number}: {title}"] if number % 4 else [f"Evidence {number}: {title}, {long}", "the unit"]
    made.page(*lines, title="Contents")
    found = items(segments, made)
    assert titles_of(found) == [
        title if number % 4 else f"{title}, {long} the unit" for number, _, title in segments.numbered()
    ]


HEADS = {
    "no": ("No.", "Ref", "Evidence", "Item number", "Document", "Label"),
    "title": ("Title", "Description", "Name of evidence", "Document title", "What it is", "Brief description"),
    "page": ("Page", "Pages", "Page no.", "Start page", "pp.", "Page number"),
    "codes": ("Sub-categories", "Supports", "Relevant sub-categories", "Competencies", "Claimed for", "Category"),
}


@pytest.mark.parametrize("words", range(6))
def test_columns_may_stand_in_any_order_under_any_heading(segments, words):
    order, style = (
        (("no", "title", "page", "codes"), "none") if words % 2 else (("codes", "no", "title", "page"), "ruled")
    )
    made = segments.drawn()
    page = made.page(title="Index of evidence")
    rows, at = [tuple(HEADS[column][words] for column in order)], 3
    for number, length, title in segments.numbered():
        cells = {"no": str(number), "title": title, "page": str(at), "codes": ("1.1, 2.2", "3", "4.1")[number % 3]}
        rows.append(tuple(cells[column] for column in order))
        at += length
    widths = {"no": 75, "title": 170, "page": 75, "codes": 130}
    made.table(page, rows, [widths[column] for column in order], style=style)
    found = items(segments, made)
    assert titles_of(found) == list(segments.titles)
    assert [item.claimed for item in found.evidence][:3] == [("3",), ("4.1",), ("1.1", "2.2")]
