"""References that lead nowhere, items cited nowhere, and the check list before starting, through the desk."""

import fake_data as data
import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.terms import Verdict
from mrse_assess.ui.desk import Desk
from mrse_assess.workbench.course_views import Coverage, Jump, JumpKind, Point, PointKind
from mrse_assess.workbench.reading_views import ReferenceEntry, ReferenceLine, RowReading, WholeReading
from mrse_assess.workbench.views import ReasonChoice, Unit

NINETEEN = {"sub_category": "5.2", "evidence_id": "19"}
MISSING = ReasonChoice(id="gone", name="Item not found", clause="8", sentence="Not found.", for_missing=True)


def line(evidence_id, pages=""):
    return ReferenceLine(
        read_as=evidence_id,
        evidence_id=evidence_id,
        pages=pages,
        text="",
        state="",
        doubtful=False,
        corrected=False,
    )


class Reading:
    """Keeps what it is asked to record, and claims it; item 21 has no page 9."""

    def __init__(self, bench, monkeypatch):
        self.bench = bench
        self.monkeypatch = monkeypatch
        self.asked = []

    def version(self):
        return ""

    def reading(self):
        lines = (line("17"), line("18", "3-4"), line("19", "9"))
        row = RowReading(
            sub_category="5.2", name="Incidents", lines=lines, file="", page=0, box=None, near=0.5, text=""
        )
        return WholeReading(rows=(row,), items=(), files=())

    def correct_row(self, sub_category, entries, why):
        self.asked.append((sub_category, list(entries), why))
        if any(entry.evidence_id == "21" and entry.pages == "9" for entry in entries):
            raise BadRequestError("Item 21 has no page 9.")
        claims = tuple((entry.evidence_id, entry.evidence_id, 1) for entry in entries)
        self.monkeypatch.setitem(data.CLAIMS, sub_category, claims)
        return self.bench._write()


@pytest.fixture
def reading(bench, page, monkeypatch):
    bench.reading = Reading(bench, monkeypatch)
    return bench.reading


def shown_nowhere(page):
    return page.show("nowhere")


def test_an_ordinary_claim_shows_nothing_in_place_of_the_evidence(page):
    assert shown_nowhere(page) == {}


def test_a_reference_that_leads_nowhere_shows_the_uncited_items_as_candidates(page):
    page.act("open", unit=NINETEEN)
    shown = shown_nowhere(page)
    assert (shown["unit"], shown["cited"], shown["judged"]) == (["5.2", "19"], "E19, p 2", False)
    assert [(one["id"], one["pages"]) for one in shown["candidates"]] == [("21", "6 pages")]
    page.act("open", unit={"sub_category": "3", "evidence_id": "7"})
    assert shown_nowhere(page) == {}


def test_the_item_meant_is_recorded_as_a_correction_with_all_references_of_the_row(page, reading):
    page.act("open", unit=NINETEEN)
    answer = page.act("use_item", unit=NINETEEN, evidence_id="21")
    assert answer["saved"]
    assert page.show("form")["unit"] == ["5.2", "21"]
    code, entries, _ = reading.asked[0]
    assert code == "5.2"
    assert entries == [
        ReferenceEntry(read_as="17", evidence_id="17"),
        ReferenceEntry(read_as="18", evidence_id="18", pages="3-4"),
        ReferenceEntry(read_as="19", evidence_id="21", pages="9"),
    ]


def test_a_cited_page_that_the_item_meant_does_not_have_is_left_out(page, reading):
    page.act("use_item", unit=NINETEEN, evidence_id="21")
    assert reading.asked[-1][1][-1] == ReferenceEntry(read_as="19", evidence_id="21")


def test_an_uncited_item_is_claimed_beside_the_references_that_are_there(page, reading):
    answer = page.act("claim_for", sub_category="5.2", evidence_id="21")
    assert answer["said"].startswith("Item 21 is now claimed for 5.2")
    assert reading.asked[0][1][-1] == ReferenceEntry(read_as="", evidence_id="21")
    assert len(reading.asked[0][1]) == 4


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("claim_for", {"sub_category": "5.2", "evidence_id": "7"}),
        ("claim_for", {"sub_category": "9.9", "evidence_id": "21"}),
        ("use_item", {"unit": NINETEEN, "evidence_id": "no such"}),
        ("use_item", {"unit": {"sub_category": "", "evidence_id": "21"}, "evidence_id": "21"}),
        ("not_there", {"unit": {"sub_category": "3", "evidence_id": "7"}}),
    ],
)
def test_what_was_not_offered_is_refused_and_records_nothing(page, reading, act, fields):
    before = page.bench.writes
    assert page.act(act, **fields)["refused"]
    assert reading.asked == []
    assert page.bench.writes == before


def with_reason(bench, monkeypatch):
    from dataclasses import replace

    plain = bench.judgement
    monkeypatch.setattr(bench, "judgement", lambda unit: replace(plain(unit), reasons=(*plain(unit).reasons, MISSING)))


def test_not_in_the_portfolio_is_a_verdict_with_the_schemes_own_reason(page, bench, monkeypatch):
    with_reason(bench, monkeypatch)
    page.act("open", unit=NINETEEN)
    assert shown_nowhere(page)["reason"] == "Item not found"
    page.act("not_there", unit=NINETEEN)
    entry = bench.entries[Unit("5.2", "19")]
    assert (entry.verdict, entry.reasons, entry.primary_reason) == (Verdict.NOT_SATISFACTORY, ("gone",), "gone")
    assert shown_nowhere(page)["judged"] is True


def test_without_such_a_reason_the_program_chooses_none(page, bench):
    page.act("open", unit=NINETEEN)
    assert shown_nowhere(page)["reason"] == ""
    assert "choose a reason" in page.act("not_there", unit=NINETEEN)["refused"]
    assert Unit("5.2", "19") not in bench.entries


POINT = Point(
    id="part:contents_list",
    kind=PointKind.REMARK,
    words="Contents list: reading found none.",
    jumps=(Jump(kind=JumpKind.LETTER, words="Parts", label="Say whether it is there"),),
)


def fresh_desk(bench, monkeypatch, *, nothing_judged):
    covered = Coverage(points=(POINT,), nothing_judged=nothing_judged, summary="1 point to know")
    monkeypatch.setattr(bench.course, "coverage", lambda: covered)
    bench.kept_place = None
    return Desk(bench)


def test_before_the_start_the_list_says_the_points_and_where_judging_starts(bench, sent, monkeypatch):
    bench.entries.clear()
    bench.conclusions.clear()
    shown = fresh_desk(bench, monkeypatch, nothing_judged=True).room.worklist.shown
    assert (shown["start"], shown["first"], shown["summary"]) == (True, "1.1", "1 point to know")
    (point,) = shown["points"]
    assert point["about"] == "part"
    assert point["jumps"] == [
        {"kind": "letter", "words": "Parts", "label": "Say whether it is there", "unit": ["", ""], "page": 0}
    ]


def test_the_first_next_starts_with_the_first_item_and_the_second_goes_on(bench, sent, monkeypatch):
    bench.entries.clear()
    bench.conclusions.clear()
    desk = fresh_desk(bench, monkeypatch, nothing_judged=True)

    def press_next(number):
        desk.room.form._handle_custom_msg({"act": "next", "id": number}, [])
        return desk.room.form.shown["unit"]

    assert press_next(1) == ["1.1", "1"]
    assert sent.last()["said"] == "Starting with item 1 for 1.1."
    assert press_next(2) == ["1.1", "2"]


def test_after_looking_round_the_first_next_still_starts_with_the_first_item(bench, sent, monkeypatch):
    bench.entries.clear()
    bench.conclusions.clear()
    desk = fresh_desk(bench, monkeypatch, nothing_judged=True)
    desk.room.form._handle_custom_msg({"act": "open", "id": 1, "unit": NINETEEN}, [])
    assert desk.room.form.shown["unit"] == ["5.2", "19"]
    desk.room.form._handle_custom_msg({"act": "next", "id": 2}, [])
    assert desk.room.form.shown["unit"] == ["1.1", "1"]


def test_once_something_is_judged_next_goes_on_from_where_the_page_stands(bench, sent, monkeypatch):
    bench.entries.clear()
    bench.conclusions.clear()
    desk = fresh_desk(bench, monkeypatch, nothing_judged=True)
    desk.room.form._handle_custom_msg({"act": "open", "id": 1, "unit": NINETEEN}, [])
    covered = Coverage(points=(), nothing_judged=False)
    monkeypatch.setattr(bench.course, "coverage", lambda: covered)
    desk.room.form._handle_custom_msg({"act": "next", "id": 2}, [])
    assert desk.room.form.shown["unit"] == ["6.1", "20"]


def test_who_comes_back_to_work_begun_is_not_started_again(bench, sent, monkeypatch):
    desk = fresh_desk(bench, monkeypatch, nothing_judged=False)
    assert desk.room.worklist.shown["first"] == ""
    at = desk.room.form.shown["unit"]
    desk.room.form._handle_custom_msg({"act": "next", "id": 1}, [])
    assert desk.room.form.shown["unit"] != at


def test_a_reading_is_recorded_with_its_authority(page, bench):
    answer = page.act("reading", clause="major_category_by", value="piece", ground="Chair, 3 November 2026")
    assert answer["saved"]
    assert bench.reading_chosen == ("major_category_by", "piece", "Chair, 3 November 2026")
