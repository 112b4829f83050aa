"""Correcting the reading on a real small portfolio: 5.2 cites an item 9 that is not there, nobody cites item 3."""

import sqlite3
from contextlib import closing

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Purge
from mrse_assess.records import to_event, verify
from mrse_assess.terms import EventKind, Verdict
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.reading_views import ReferenceEntry, SpanLine
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.views import Entry, Unit
from mrse_assess.workspace.purged import PurgedError

FILE = "Portfolio.pdf"


def ref(read_as: str, evidence_id: str, pages: str = "") -> ReferenceEntry:
    return ReferenceEntry(read_as=read_as, evidence_id=evidence_id, pages=pages)


def row(bench, code):
    return next(one for one in bench.reading.reading().rows if one.sub_category == code)


def claims(bench, code):
    listed = next(one for one in bench.worklist().rows if one.code == code)
    return [(claim.evidence_id, claim.leads_nowhere) for claim in listed.claims]


def lines(bench, code):
    return [(line.read_as, line.evidence_id, line.pages, line.state) for line in row(bench, code).lines]


def events(bench):
    return [event for event in bench._assessment.events if event.actor == "A1"]


def test_every_sub_category_has_its_row_with_the_place_of_its_cell(bench):
    rows = bench.reading.reading().rows
    assert len(rows) == 16
    assert all((one.file, one.page) == (FILE, 2) for one in rows)
    assert lines(bench, "1.1") == [("1", "1", "2", "p 2 of 2")]
    assert lines(bench, "5.2") == [("9", "9", "1", "leads nowhere")]
    assert row(bench, "5.2").lines[0].doubtful
    assert row(bench, "5.2").text == "E9 p1"
    assert row(bench, "8.2").box is None
    heights = [row(bench, code).near for code in ("1.1", "2.1", "3", "5.2", "8.2")]
    assert heights == sorted(heights)


def test_a_broken_reference_corrected_leads_to_its_item_and_outlives_the_kernel(bench, workspace, application):
    bench.reading.correct_row("5.2", [ref("9", "3", "1")], "")
    again = OpenWorkbench(Assessment(workspace, application, "A1"))
    for each in (bench, again):
        assert lines(each, "5.2") == [("9", "3", "1", "1 page")]
        assert claims(each, "5.2") == [("3", False)]
        assert each.worklist().uncited == ()
    assert row(again, "5.2").lines[0].corrected
    assert row(again, "5.2").text == "E9 p1"


def test_a_correction_is_nobody_elses_reading(bench, workspace, application):
    bench.reading.correct_row("5.2", [ref("9", "3")], "")
    other = OpenWorkbench(Assessment(workspace, application, "A2"))
    assert claims(other, "5.2") == [("9", True)]


def test_only_what_differs_is_recorded_in_one_moment_the_doubtful_first(bench):
    before = len(events(bench))
    bench.reading.correct_row("3", [ref("1", "1"), ref("2", "9"), ref("", "3", "1")], "seen in the table")
    new = events(bench)[before:]
    assert [(one.kind, one.payload["evidence_id"], one.payload["corrected_evidence_id"]) for one in new] == [
        (EventKind.CORRECTION, "2", "9"),
        (EventKind.CORRECTION, "3", "3"),
    ]
    assert len({one.recorded_at for one in new}) == 1
    before = len(events(bench))
    bench.reading.correct_row("3", [ref("1", "1", "2"), ref("2", "2"), ref("", "3")], "")
    new = events(bench)[before:]
    assert [one.kind for one in new] == [EventKind.WITHDRAWAL, EventKind.CORRECTION, EventKind.CORRECTION]


def test_references_that_change_places_are_told_apart_by_their_items(bench):
    bench.reading.correct_row("3", [ref("1", "3"), ref("", "1"), ref("2", "2")], "")
    assert [line[:2] for line in lines(bench, "3")] == [("1", "1"), ("2", "2"), ("", "3")]
    with pytest.raises(BadRequestError, match="Nothing was changed"):
        bench.reading.correct_row("3", [ref("1", "2"), ref("2", "1"), ref("", "3")], "")


def test_a_row_put_back_as_it_was_read_is_read_and_not_corrected(bench):
    bench.reading.correct_row("3", [ref("1", "3")], "")
    assert lines(bench, "3") == [("1", "3", "", "1 page")]
    bench.reading.correct_row("3", [ref("1", "1"), ref("", "2")], "")
    assert lines(bench, "3") == [("1", "1", "", "2 pages"), ("2", "2", "", "1 page")]
    assert not any(line.corrected for line in row(bench, "3").lines)
    assert bench._assessment.own_corrections.corrections == ()


def test_a_whole_table_can_be_entered_by_typing_cells(bench):
    bench.reading.correct_row("8.2", [ref("", "1 p1-2; Evidence 03; 2")], "")
    assert lines(bench, "8.2") == [("", "1", "1-2", "2 pages"), ("", "2", "", "1 page"), ("", "3", "", "1 page")]
    assert claims(bench, "8.2") == [("1", False), ("2", False), ("3", False)]
    bench.reading.correct_row("8.2", [ref("", "3")], "")
    assert claims(bench, "8.2") == [("3", False)]
    bench.reading.correct_row("8.2", [], "")
    assert claims(bench, "8.2") == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7 p1; 12; 13 p2-3", [("7", "1"), ("12", ""), ("13", "2-3")]),
        ("7, 12", [("7", ""), ("12", "")]),
        ("E07", [("7", "")]),
        ("l2", [("l2", "")]),
        ("Low SAR report", [("Low SAR report", "")]),
    ],
)
def test_what_is_typed_is_read_as_the_reader_reads_a_cell(bench, typed, read):
    assert [(one.evidence_id, one.pages) for one in bench.reading.split(typed)] == read


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ([ref("9", "1", "3")], "Item 1 has pages 1-2; page 3 is not among them."),
        ([ref("9", "1", "two")], "The pages of item 1 are written as"),
        ([ref("9", "1"), ref("", "1")], "Item 1 stands twice"),
        ([ref("9", "9", "1")], "Nothing was changed"),
        ([ref("9", "1 p1", "2")], "in one place"),
        ([ref("9", "x" * 61)], "at most 60 characters"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_records_nothing(bench, entries, why):
    before = len(events(bench))
    with pytest.raises(BadRequestError, match=why):
        bench.reading.correct_row("5.2", entries, "")
    assert len(events(bench)) == before


def test_an_id_that_no_item_bears_stays_and_leads_nowhere(bench):
    bench.reading.correct_row("5.2", [ref("9", "19", "4")], "")
    assert lines(bench, "5.2") == [("9", "19", "4", "leads nowhere")]
    bench.reading.correct_item("19", "Found at the end", [SpanLine(file=FILE, first=3, last=6)], "")
    assert lines(bench, "5.2") == [("9", "19", "4", "p 4 of 4")]


def test_a_judgement_stays_when_its_reference_is_corrected_away(bench):
    bench.judge(Unit("4.1", "2"), Entry(verdict=Verdict.SATISFACTORY))
    bench.reading.correct_row("4.1", [ref("2", "3")], "")
    assert claims(bench, "4.1") == [("3", False), ("2", False)]
    assert bench.judgement(Unit("4.1", "2")).entry.verdict is Verdict.SATISFACTORY


def test_the_evidence_and_the_letter_follow_an_item_whose_pages_are_corrected(bench):
    bench.reading.correct_item("3", "", [SpanLine(file=FILE, first=5, last=6)], "")
    assert [page.file_page for page in bench.item("3").pages] == [5, 6]
    found = next(one for one in bench.reading.reading().items if one.evidence_id == "3")
    assert (found.corrected, found.added, found.title) == (True, False, "Nobody cites this")
    bench.reading.correct_item("3", "", [SpanLine(file=FILE, first=6, last=6)], "")
    assert not bench._assessment.portfolio.item("3").corrected
    assert bench._assessment.own_corrections.item_spans == ()


def test_an_item_is_added_titled_and_taken_away_again(bench):
    with pytest.raises(BadRequestError, match="title"):
        bench.reading.correct_item("4", "", [SpanLine(file=FILE, first=1, last=1)], "")
    bench.reading.correct_item("4", "Cover letter", [SpanLine(file=FILE, first=1, last=1)], "")
    assert bench.item("4").title == "Cover letter"
    bench.reading.correct_item("4", "", [], "")
    assert "4" not in {one.evidence_id for one in bench.reading.reading().items}
    bench.reading.correct_item("2", "", [], "")
    assert claims(bench, "4.1") == [("2", True)]


@pytest.mark.parametrize(
    ("spans", "why"),
    [
        ([SpanLine(file=FILE, first=1, last=99)], "has pages 1 to 6"),
        ([SpanLine(file=FILE, first=3, last=2)], "is no run of pages"),
        ([SpanLine(file="../x.pdf", first=1, last=1)], "no such file"),
        ([SpanLine(file=FILE, first=1, last=3), SpanLine(file=FILE, first=3, last=4)], "Page 3 of .* stands twice"),
    ],
)
def test_pages_that_are_not_there_are_no_items(bench, spans, why):
    with pytest.raises(BadRequestError, match=why):
        bench.reading.correct_item("5", "Title", spans, "")


def test_an_offset_leads_references_by_the_printed_numbers_until_it_is_taken_back(bench):
    bench.reading.set_offset(FILE, 1, "")
    assert lines(bench, "1.1") == [("1", "1", "2", "p 1 of 2")]
    assert bench.judgement(Unit("1.1", "1")).cited_page == 1
    bench.reading.correct_row("1.2", [ref("1", "1", "3")], "")
    assert lines(bench, "1.2") == [("1", "1", "3", "p 2 of 2")]
    with pytest.raises(BadRequestError, match="printed pages 2-3"):
        bench.reading.correct_row("1.2", [ref("1", "1", "1")], "")
    bench.reading.set_offset(FILE, None, "")
    assert lines(bench, "1.1") == [("1", "1", "2", "p 2 of 2")]
    assert lines(bench, "1.2") == [("1", "1", "2", "p 2 of 2")]
    for offset in (6, -10_000, None):
        with pytest.raises(BadRequestError):
            bench.reading.set_offset(FILE, offset, "")


def test_the_version_tells_that_the_reading_is_another_and_the_portfolio_stays_the_same_object(bench):
    first, portfolio = bench.reading.version(), bench._assessment.portfolio
    bench.judge(Unit("4.1", "2"), Entry(verdict=Verdict.SATISFACTORY))
    assert bench.reading.version() == first
    assert bench._assessment.portfolio is portfolio
    bench.reading.correct_row("5.2", [ref("9", "3")], "")
    assert bench.reading.version() != first
    corrected = bench._assessment.portfolio
    bench.judge(Unit("4.1", "2"), Entry(verdict=Verdict.REFERRED_TO_PANEL))
    assert bench._assessment.portfolio is corrected


def test_the_applicants_page_with_the_row_is_drawn(bench):
    picture = bench.reading.cell_picture("5.2").result(timeout=60)
    assert (picture.file, picture.page, picture.media.partition("/")[0]) == (FILE, 2, "image")
    assert len(picture.data) > 1000


def test_a_purge_leaves_no_name_of_a_file_that_a_correction_held(bench, workspace):
    bench.reading.correct_row("5.2", [ref("9", "3", "1")], "")
    bench.reading.correct_item("1", "Other", [SpanLine(file=FILE, first=3, last=3)], "")
    bench.reading.set_offset(FILE, 2, "")
    bench.reading.set_offset(FILE, None, "")
    case = {"application": "EX-1", "attempt": 1}
    workspace.store.erase_texts(to_event(Purge(**case, why="seven years"), event=workspace.new_id(), actor="office"))
    with closing(sqlite3.connect(workspace.store.path)) as connection:
        kept = connection.execute("SELECT payload FROM events").fetchall()
        texts = connection.execute("SELECT text FROM texts WHERE text IS NOT NULL").fetchall()
    assert FILE not in repr((kept, texts))
    assert verify(workspace.store) == ()
    with pytest.raises(PurgedError, match="seven years"):
        OpenWorkbench(Assessment(workspace, bench._assessment.application, "A1")).worklist()
