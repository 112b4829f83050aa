"""The cohort page: filters, questions, the applications behind a number, files, and what is refused."""

import csv
import io
from concurrent.futures import Future
from dataclasses import replace

import pytest

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.ui.cohort import page as pages
from mrse_assess.ui.edge import OUR_FAULT
from mrse_assess.workbench.cohort.looking import Looking, whole
from mrse_assess.workbench.cohort.looking.whole import NARROWED, NOT_BEFORE

from .conftest import DRAWN


def test_it_begins_with_the_first_question_about_all_first_attempts(cohort):
    page = cohort()
    assert page.page.pane.layout.height == "760px"
    shown = page.shown
    assert (shown["reading"], shown["question"], shown["published"]) == (None, "outcomes", False)
    assert shown["size"] == "4 applications, 1 without an outcome yet"
    assert page.numbers() == {
        "Applied": ["4"], "Award": ["2 of 3"], "Further evidence": ["1 of 3"], "Not awarded": ["0 of 3"],
        "Incomplete": ["0 of 3"], "No outcome yet": ["1"],
    }  # fmt: skip
    assert shown["table"]["counted"] == "Counted: applications. 4 applications stand behind the table."
    (mark,) = shown["table"]["marks"]
    assert mark["mark"] == "a"
    assert "it needs 10 applications" in mark["words"]


def test_a_filter_answers_with_its_count_and_the_table_of_those_it_leaves(cohort):
    page = cohort()
    assert page.choose(role="radiographer") == {"ack": 1, "said": ""}
    assert page.shown["size"] == "2 applications, all decided"
    assert page.numbers()["Award"] == ["1 of 2"]
    assert page.shown["filters"]["narrowed"]
    page.choose(role=None, **{"from": "2026-03-31"})
    assert page.numbers()["Award"] == ["1 of 2"]
    page.choose(to="2026-03-01")
    assert page.shown["size"] == "No application"
    assert "No application" in page.shown["table"]["notes"][0]


def test_trends_are_by_the_year_or_as_chosen_and_the_question_stays(cohort, figures):
    page = cohort()
    page.act("ask", question="pass_trend_by_year")
    assert page.shown["filters"]["chosen"]["period"] == "year"
    years = list(page.numbers())
    page.choose(period="month")
    assert page.shown["question"] == "pass_trend_by_month"
    assert page.shown["size"] == "4 applications, 1 without an outcome yet"
    assert not page.shown["filters"]["narrowed"]
    months = list(page.numbers())
    assert years == ["2026"]
    assert months != years
    page.choose(period="year")
    assert (page.shown["question"], list(page.numbers())) == ("pass_trend_by_year", years)


def test_what_is_published_is_by_the_year_whatever_was_chosen(cohort, protected):
    page = cohort("O")
    page.act("ask", question="pass_trend_by_year")
    page.choose(period="quarter")
    page.act("publish", published=True)
    assert page.shown["question"] == "pass_trend_by_year"
    assert page.shown["filters"]["chosen"]["period"] == "year"
    assert not page.shown["refused"]


@pytest.mark.parametrize(
    "fields",
    [
        {"attempts": "second"},
        {"attempts": ""},
        {"from": "March"},
        {"role": 7},
        {"guidance": ["2025"]},
        {"period": "week"},
    ],
)
def test_what_is_no_filter_is_refused_and_changes_nothing(cohort, fields):
    page = cohort()
    before = page.shown
    assert page.choose(**fields)["refused"]
    assert page.shown == before


def test_questions_stand_in_chapters_and_those_on_assessors_only_for_the_chair(cohort):
    chair, office = (cohort(person).shown["chapters"] for person in ("C", "O"))
    private = {one["id"] for chapter in chair for one in chapter["questions"] if one["private"]}
    assert "with_another_assessor" in private
    assert not any(one["private"] or one["id"] in private for chapter in office for one in chapter["questions"])
    assert [chapter["title"] for chapter in chair][:2] == ["Who applied, and what came of it", "How long it takes"]
    assert cohort("O").act("ask", question="with_another_assessor")["refused"]


def test_another_question_is_answered_under_the_same_filters(cohort):
    page = cohort()
    page.choose(role="radiographer")
    page.act("ask", question="sub_categories")
    assert page.shown["table"]["id"] == "sub_categories"
    assert page.numbers()["2.1 Local rules"][:3] == ["1 of 2", "1 of 2", "0 of 2"]


# ---------------------------------------------------------------- behind a number


def test_from_a_number_to_its_applications_and_back(cohort):
    page = cohort()
    row = next(one for one in page.shown["table"]["rows"] if one["label"] == "Award")
    (cell,) = row["cells"]
    assert (cell["at"], cell["behind"], cell["share"]) == ([0, 1], 2, None)
    page.act("behind", row=0, column=1, number=page.shown["number"])
    behind = page.shown["behind"]
    assert (behind["row"], behind["column"], behind["at"]) == ("first attempts", "Award", [0, 1])
    assert [(one["application"], one["decided"], one["state"]) for one in behind["rows"]] == [
        ("W-1", "21 March 2026", "Letter issued"), ("W-2", "31 March 2026", "Letter issued"),
    ]  # fmt: skip
    assert not any("A1" in str(value) for one in behind["rows"] for value in one.values())
    page.act("letter", application="W-2")
    page.act("open", application="W-1")
    assert page.went == [("letter", "W-2"), ("open", "W-1")]
    page.act("front")
    assert page.shown["behind"] is None


def test_a_cell_of_a_table_that_was_replaced_is_refused(cohort):
    page = cohort()
    number = page.shown["number"]
    page.choose(role="radiographer")
    assert "changed since" in page.act("behind", row=0, column=1, number=number)["refused"]
    assert page.shown["behind"] is None


@pytest.mark.parametrize("application", ["W-3", "W-9", ""])
def test_only_what_is_listed_leads_on(cohort, application):
    page = cohort()
    page.act("behind", row=0, column=1, number=page.shown["number"])
    for way in ("open", "letter"):
        assert "not among those listed" in page.act(way, application=application)["refused"]
    assert page.went == []


def test_a_way_that_is_closed_is_said_in_words(cohort):
    def closed(_):
        raise BadRequestError("There is no letter on W-1 yet.")

    page = cohort()
    page.page._ways = replace(page.page._ways, letter=closed)
    page.act("behind", row=0, column=1, number=page.shown["number"])
    assert page.act("letter", application="W-1")["refused"] == "There is no letter on W-1 yet."


# ---------------------------------------------------------------- to publish


@pytest.fixture
def protected(monkeypatch):
    def withheld(table):
        cells = [replace(cell, count=None, of=None, value=None, interval=None, applications=(), why="withheld",
                         withheld=True) for cell in table.rows[0].cells]  # fmt: skip
        return replace(
            table, applications=None, rows=(replace(table.rows[0], cells=tuple(cells)),), notes=("Rounded.",)
        )

    monkeypatch.setattr(whole, "publishable", lambda tables, _: tuple(withheld(one) for one in tables if one.rows))


def test_what_may_be_published_has_no_number_that_is_withheld_and_no_application(cohort, protected):
    page = cohort("O")
    page.act("publish", published=True)
    shown = page.shown
    assert shown["size"] == "all applications, as published"
    assert shown["beware"] == NOT_BEFORE
    assert "is withheld" in shown["table"]["counted"]
    (row, *_) = shown["table"]["rows"]
    assert row["cells"][0] == {
        "at": [0, 0], "main": "withheld", "detail": [], "mark": "", "withheld": True, "share": None, "behind": 0,
    }  # fmt: skip
    assert "internal view only" in page.act("behind", row=0, column=1, number=shown["number"])["refused"]
    assert not page.act("file", kind="csv", number=shown["number"]).get("refused")
    assert page.sent.told("file")[-1]["file"].endswith("_first_outcomes_publishable.csv")


def test_under_other_filters_nothing_is_published_and_the_reason_is_said(cohort, protected):
    page = cohort("O")
    page.choose(role="radiographer")
    page.act("publish", published=True)
    assert page.shown["refused"] == NARROWED
    assert page.shown["table"] is None
    assert page.act("file", kind="csv", number=page.shown["number"])["refused"]
    page.choose(role=None)
    assert page.shown["refused"] == ""
    assert page.shown["table"]["notes"] == ["Rounded."]


def test_questions_on_assessors_are_left_with_the_internal_view(cohort, protected):
    page = cohort("C")
    page.act("ask", question="with_another_assessor")
    page.act("publish", published=True)
    assert page.shown["question"] == "outcomes"
    assert not any(one["private"] for chapter in page.shown["chapters"] for one in chapter["questions"])


# ---------------------------------------------------------------- files and figures


def test_the_rows_are_taken_along_as_the_table_has_them(cohort):
    page = cohort()
    said = page.act("file", kind="csv", number=page.shown["number"])["said"]
    assert said == "Saved by the browser as 2025-applicant-guidance_first_outcomes_internal.csv."
    data = next(data for _, message, data in reversed(page.sent.messages) if "file" in message)
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [(row["column_key"], row["count"], row["of"]) for row in rows][:2] == [
        ("applied", "4", ""),
        ("award", "2", "3"),
    ]
    page.choose(role="radiographer")
    assert "_internal_narrowed.xlsx" in page.act("file", kind="xlsx", number=page.shown["number"])["said"]


def test_the_figure_comes_when_the_page_asks_for_it(cohort, figures):
    page = cohort()
    spots = [{"at": [0, 1], "box": [25.0, 12.5, 50.0, 3.333]}]
    assert page.shown["figure"] == {"number": page.shown["number"], "alt": DRAWN.alt, "spots": spots}
    page.page.pane._handle_custom_msg({"act": "figure", "number": page.shown["number"]}, [])
    assert (page.sent.last(), page.sent.data()) == ({"figure": page.shown["number"]}, DRAWN.svg)
    page.act("file", kind="png", number=page.shown["number"])
    assert DRAWN.png in [data for _, _, data in page.sent.messages]
    figures["is"] = None
    page.act("ask", question="rules_failed")
    assert page.shown["figure"] is None
    assert page.shown["no_figure"] == pages.NO_FIGURE
    assert "no figure" in page.act("file", kind="svg", number=page.shown["number"])["refused"]


def test_a_figure_that_fails_leaves_the_table(cohort, monkeypatch):
    page = cohort()
    failed = Future()
    failed.set_exception(RuntimeError("W-1"))
    monkeypatch.setattr(Looking, "figure", lambda *_: failed)
    page.act("ask", question="rules_failed")
    assert page.shown["no_figure"] == pages.NOT_DRAWN
    assert page.shown["table"]["id"] == "rules_failed"


# ---------------------------------------------------------------- late answers, faults, records that go on


def test_an_answer_that_comes_after_another_question_is_dropped(cohort, monkeypatch):
    page, slow = cohort(), {}

    def later(_, question, __):
        return slow.setdefault(question, Future())

    monkeypatch.setattr(Looking, "table", later)
    page.act("ask", question="rules_failed")
    assert page.shown["table"] is None
    page.act("ask", question="margins")
    of_margins = replace(page.page._looking._now.table("margins", page.page._filters))
    slow["margins"].set_result(of_margins)
    slow["rules_failed"].set_result(replace(of_margins, id="rules_failed"))
    assert page.shown["table"]["id"] == "margins"


def test_a_fault_of_ours_is_a_sentence_and_the_page_goes_on(cohort, monkeypatch):
    page = cohort()
    broken = Future()
    broken.set_exception(KeyError("W-1"))
    with monkeypatch.context() as patched:
        patched.setattr(Looking, "table", lambda *_: broken)
        page.act("ask", question="rules_failed")
    assert page.shown["refused"] == OUR_FAULT
    page.act("ask", question="margins")
    assert page.shown["table"]["id"] == "margins"


def test_records_that_cannot_be_read_are_said_and_can_be_tried_again(cohort, monkeypatch):
    damaged = Future()
    damaged.set_exception(RecordsError("Record 7 is damaged."))
    with monkeypatch.context() as patched:
        patched.setattr(Looking, "read", lambda *_: damaged)
        page = cohort()
    assert page.shown["broken"] == "Record 7 is damaged."
    assert page.act("ask", question="outcomes")["refused"]
    page.act("look_again")
    assert page.shown["broken"] == ""
    assert page.shown["table"]["id"] == "outcomes"


def test_while_records_are_read_it_says_how_far_that_is(cohort, monkeypatch):
    reading, told = Future(), []
    monkeypatch.setattr(Looking, "read", lambda _, tell: (told.append(tell), reading)[1])
    page = cohort()
    told[0](3, 8)
    assert page.shown["reading"] == {"done": 3, "total": 8}


def test_an_act_that_is_not_known_is_refused(cohort):
    assert cohort().act("purge")["refused"]
