"""Titles without what is said of the item behind them, and which of two lists has titles."""

import pytest

from mrse_assess.intake.front.contents_list import find_contents
from mrse_assess.intake.items.own_titles import without_notes
from mrse_assess.intake.text.lines import file_lines


@pytest.mark.parametrize(
    "note",
    [
        "(simulated)",
        "[simulated case]",
        "- (SIMULATED)",
        "(hypothetical)",
        "(to follow)",
        "(to be sent)",
        "(desktop exercise)",
    ],
)
def test_a_note_behind_a_title_is_no_part_of_it(note):
    assert without_notes(f"Incident with a hearing aid {note}") == "Incident with a hearing aid"


@pytest.mark.parametrize(
    "title",
    [
        "Audit of zones (2021)",
        "Phantom scans (not simulated)",
        "Simulated quench",
        "Field survey (ward to follow-up room)",
        "(simulated)",
        "Slides (simulated) for theatre staff",
    ],
)
def test_other_brackets_stay(title):
    assert without_notes(title) == title


def test_the_note_counts_for_the_references_all_the_same(segments):
    portfolio = segments.front()
    portfolio.page(
        *(f"Evidence {n}: {title}{' (simulated)' if n == 9 else ''}" for n, _, title in segments.numbered()),
        title="List of evidence",
    )
    for number, length, _ in segments.numbered():
        portfolio.evidence(f"Evidence {number}", length)
    found = segments.read(portfolio)
    assert [item.title for item in found.evidence] == list(segments.titles)
    assert {each.evidence_id for each in found.cross_references if each.notes} == {"2", "9"}


def test_the_table_is_no_list_of_titles_though_its_rows_begin_with_labels(segments):
    portfolio = segments.drawn()
    page = portfolio.page(title="Evidence submitted")
    rows = [(f"Evidence {n}", f"Evidence {n}: page 1") for n, _, _ in segments.numbered()]
    portfolio.table(page, [("Evidence", "Location"), *rows], (120, 200), style="rules")
    portfolio.page(*(f"Evidence {n}: {title}" for n, _, title in segments.numbered()), title="Contents list")
    file = file_lines(portfolio.reading())
    assert find_contents([file], segments.claims, {("Portfolio.pdf", 1)}).pages == (2,)
