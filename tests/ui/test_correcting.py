"""Correcting the reading at the page, without a browser."""

import pytest
from fake_controller import FakeWorkbench

from mrse_assess.ui.pane import CorrectionPane
from mrse_assess.workbench.reading_views import ReferenceEntry, SpanLine
from mrse_assess.workbench.views import ClaimRow, Unit


def opened(page) -> CorrectionPane:
    return next(pane for pane in page.desk.room.root.children if isinstance(pane, CorrectionPane))


def correct(page, **fields):
    page.act("correct_row", **({"sub_category": "5.2", "entries": [], "why": ""} | fields))


def test_the_pane_is_made_when_it_is_first_opened_and_told_the_row_after_that(page, sent):
    assert not any(isinstance(pane, CorrectionPane) for pane in page.desk.room.root.children)
    page.act("correct", sub_category="5.2")
    pane = opened(page)
    assert pane.shown["first"] == {"row": "5.2", "tab": "table", "item": ""}
    row = next(row for row in pane.shown["rows"] if row["code"] == "5.2")
    assert [line["id"] for line in row["lines"]] == ["17", "18", "19"]
    assert [line["doubtful"] for line in row["lines"]] == [False, False, True]
    page.act("correct", sub_category="8.2", tab="items", evidence_id="7")
    assert sent.told("open")[-1] == {"open": {"row": "8.2", "tab": "items", "item": "7"}}


def test_what_is_typed_goes_to_the_workbench_and_the_status_line_says_what_was_recorded(page, bench, sent):
    page.act("correct", sub_category="5.2")
    entries = [
        {"read_as": "17", "evidence_id": "17", "pages": ""},
        {"read_as": "19", "evidence_id": "21", "pages": "2-3"},
        {"read_as": "", "evidence_id": "99", "pages": ""},
    ]
    correct(page, entries=entries, why=" seen ")
    assert bench.reading.said["5.2"] == tuple(ReferenceEntry(**entry) for entry in entries)
    assert bench.reading.whys == ["seen"]
    said = sent.told("recorded")[-1]
    assert said["recorded"] == {"row": "5.2"}
    assert said["said"] == ("5.2 is read as items 17, 21 and 99, corrected by you. No item bears 99: it leads nowhere.")
    assert sent.last()["said"] == said["said"]
    assert sent.last()["saved"]
    row = next(row for row in opened(page).shown["rows"] if row["code"] == "5.2")
    assert all(line["corrected"] for line in row["lines"])


def test_an_empty_row_says_that_it_names_no_item(page, sent):
    page.act("correct", sub_category="5.2")
    correct(page)
    assert "naming no item" in sent.last()["said"]


def test_when_the_claim_on_screen_is_corrected_away_the_page_goes_to_what_was_meant(page, bench, monkeypatch):
    page.act("open", unit={"sub_category": "5.2", "evidence_id": "19"})
    usual = FakeWorkbench._row

    def row(self, code, *others):
        found = usual(self, code, *others)
        said = self.reading.said.get(code)
        if said is None:
            return found
        claims = tuple(ClaimRow(evidence_id=e.evidence_id, label="", title="", verdict=None) for e in said)
        return type(found)(**{**vars(found), "claims": claims})

    monkeypatch.setattr(FakeWorkbench, "_row", row)
    correct(page, entries=[{"read_as": "19", "evidence_id": "18", "pages": ""}])
    assert page.desk._table.unit == Unit("5.2", "18")
    assert page.show("viewer")["unit"] == ["5.2", "18"]
    correct(page, entries=[])
    assert page.desk._table.unit == Unit("5.2", "")


def test_an_item_and_a_files_page_numbers_are_corrected(page, bench, sent):
    page.act("correct", sub_category="5.2")
    spans = [{"file": "Portfolio.pdf", "first": 3, "last": 5}]
    page.act("correct_item", evidence_id="21", title="Found", spans=spans)
    assert bench.reading.titles == {"21": "Found"}
    assert bench.reading.spans["21"] == (SpanLine(file="Portfolio.pdf", first=3, last=5),)
    assert sent.told("recorded")[-1]["recorded"] == {"item": "21"}
    page.act("set_offset", file="Portfolio.pdf", offset=2)
    assert bench.reading.offsets == {"Portfolio.pdf": 2}
    assert "printed page 1 is page 3 of the file" in sent.last()["said"]
    page.act("set_offset", file="Portfolio.pdf", offset=-56)
    assert "printed page 57 is page 1 of the file" in sent.last()["said"]
    page.act("set_offset", file="Portfolio.pdf", take_back=True)
    assert bench.reading.offsets == {"Portfolio.pdf": None}
    assert opened(page).shown["files"] == [{"file": "Portfolio.pdf", "pages": 90, "offset": None}]


def test_a_cell_typed_into_one_field_comes_back_as_lines(page, sent):
    page.act("correct", sub_category="5.2")
    page.act("split_cell", text="7; 12", asked=1)
    assert sent.told("split")[-1] == {"split": [{"id": "7", "pages": ""}, {"id": "12", "pages": ""}], "asked": 1}


def test_the_applicants_page_comes_with_its_bytes_or_with_a_sentence(page, sent):
    page.act("correct", sub_category="5.2")
    page.act("cell", sub_category="5.2")
    pane, message, data = next(each for each in sent.messages if "cell" in each[1])
    assert isinstance(pane, CorrectionPane)
    assert (message["cell"]["file"], message["cell"]["page"], data) == ("Portfolio.pdf", 3, b"png")
    page.act("cell", sub_category="8.2")
    assert sent.told("no_cell")[-1]["no_cell"] == "The document has no page 3."


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("correct", {"sub_category": "9.9"}),
        ("correct", {"sub_category": "5.2", "tab": "secrets"}),
        ("correct_row", {"sub_category": "9.9", "entries": []}),
        ("correct_row", {"sub_category": "5.2", "entries": "17"}),
        ("correct_row", {"sub_category": "5.2", "entries": [{"read_as": 1, "evidence_id": "7"}]}),
        ("correct_row", {"sub_category": "5.2", "entries": [{"evidence_id": "7" * 2000}]}),
        ("correct_item", {"evidence_id": "7", "title": "", "spans": [{"file": "a", "first": 0, "last": 1}]}),
        ("correct_item", {"evidence_id": "7", "title": "", "spans": [{"file": "a", "first": 1, "last": True}]}),
        ("set_offset", {"file": "Portfolio.pdf", "offset": "3"}),
        ("set_offset", {"file": "Portfolio.pdf"}),
        ("split_cell", {"text": "7", "asked": -1}),
        ("cell", {"sub_category": "9.9"}),
    ],
)
def test_what_no_page_would_send_is_refused_and_records_nothing(page, bench, sent, act, fields):
    answer = page.act(act, **fields)
    assert answer["refused"]
    assert bench.reading.acts == 0


def test_another_reading_is_shown_only_where_the_correction_was_opened(page, bench):
    correct(page)
    page.act("correct", sub_category="5.2")
    before = opened(page).shown
    page.act("correct", sub_category="3")
    assert opened(page).shown is before
    correct(page, sub_category="3")
    assert opened(page).shown is not before
