"""What an assessor is told before starting, and when it is told no more."""

from dataclasses import replace

import pytest

from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Authentication
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Severity, Verdict
from mrse_assess.workbench.course_views import JumpKind, PointKind
from mrse_assess.workbench.opening import open_place
from mrse_assess.workbench.reading_views import ReferenceEntry
from mrse_assess.workbench.views import ConclusionEntry, Entry, Unit

GOOD = Entry(verdict=Verdict.SATISFACTORY)


@pytest.fixture
def points(bench):
    def about(subject):
        return [point for point in bench.course.coverage().points if point.id.partition(":")[0] == subject]

    return about


def read_otherwise(bench, **changes):
    """The portfolio as if it had been read so."""
    bench._assessment.__dict__["read_portfolio"] = replace(bench._assessment.read_portfolio, **changes)
    bench._assessment._derived.clear()


def only(found):
    assert len(found) == 1
    return found[0]


def test_a_reference_that_leads_nowhere_is_named_in_the_applicants_words_and_can_be_corrected(points):
    point = only(points("unresolved"))
    assert point.words == "“E9 p1” for 5.2 leads nowhere"
    assert [(jump.kind, jump.unit) for jump in point.jumps] == [
        (JumpKind.UNIT, Unit("5.2", "9")),
        (JumpKind.CORRECT, Unit("5.2", "9")),
    ]


def test_an_uncited_item_can_be_opened(points):
    point = only(points("uncited"))
    assert point.words == "Item 3 is cited nowhere"
    assert only(point.jumps).unit == Unit("", "3")


def test_without_a_table_no_item_is_said_to_be_uncited(bench, points):
    read_otherwise(bench, cross_references=(), tables=(), unresolved=())
    assert points("uncited") == []
    assert len(points("part")) >= 1


def test_sub_categories_that_nobody_claims_share_one_point_and_have_a_jump_each(points):
    point = only(points("unclaimed"))
    assert point.words == "11 sub-categories: the table has no entry"
    assert len(point.jumps) == 11
    assert point.jumps[0].unit == Unit("2.1", "")


def test_the_foot_of_the_list_says_the_same_in_a_few_words(bench):
    assert bench.course.coverage().summary == "1 unresolved, 1 uncited, 3 more"


def test_nothing_is_judged_until_an_item_or_a_sub_category_is(bench):
    assert bench.course.coverage().nothing_judged
    bench.conclude("8.2", ConclusionEntry(verdict=Verdict.NOTHING_OFFERED))
    assert not bench.course.coverage().nothing_judged


def test_a_point_goes_when_what_it_says_is_dealt_with(bench, points):
    bench.judge(Unit("5.2", "9"), replace(GOOD, verdict=Verdict.NOT_SATISFACTORY))
    assert points("unresolved") == []
    bench.conclude("2.1", ConclusionEntry(verdict=Verdict.NOTHING_OFFERED))
    assert only(points("unclaimed")).jumps[0].unit == Unit("2.2", "")


def test_a_corrected_reference_leaves_no_point_behind(bench, points):
    bench.reading.correct_row("5.2", [ReferenceEntry(read_as="9", evidence_id="3")], "its label is lost")
    assert points("unresolved") == points("uncited") == []


def test_a_long_item_without_a_page_is_said_until_it_is_judged(bench, points):
    portfolio = bench._assessment.read_portfolio
    span = replace(portfolio.item("2").spans[0], first=1, last=9)
    entries = tuple(
        replace(entry, spans=(span,)) if entry.sub_category == "4.1" else entry for entry in portfolio.cross_references
    )
    read_otherwise(bench, cross_references=entries)
    point = only(points("unhinted"))
    assert point.words == "Item 2 for 4.1 has 9 pages and none is cited"
    bench.judge(point.jumps[0].unit, GOOD)
    assert points("unhinted") == []


def test_pages_without_words_are_not_checked_and_open_at_the_first_of_them(bench, points):
    (document,) = bench._assessment.read_portfolio.documents
    read_otherwise(bench, documents=(replace(document, pages_without_text=(4, 5)),))
    point = only(points("wordless"))
    assert point.kind is PointKind.NOT_CHECKED
    assert point.words == "2 pages of Portfolio.pdf are pictures: not searched, not checked"
    assert (point.jumps[0].unit, point.jumps[0].page) == (Unit("1.1", "1"), 2)


def test_a_part_that_reading_did_not_find_leads_to_the_parts_until_a_person_speaks(bench, points):
    assert [point.id for point in points("part")] == ["part:contents_list"]
    assert only(points("part")).words == "Contents list: reading found none; look for yourself."
    assert only(points("part")).jumps[0].kind is JumpKind.LETTER
    bench.confirm_part("contents_list", confirmed=False)
    assert points("part") == []


def test_a_missing_table_can_be_entered_by_hand(bench, points):
    read_otherwise(bench, tables=(), cross_references=())
    point = next(point for point in points("part") if point.id == "part:cross_reference_table")
    assert [jump.kind for jump in point.jumps] == [JumpKind.CORRECT, JumpKind.LETTER]


def fault(code, severity, found, locator=None):
    return Problem(code=code, severity=severity, found=found, advice="Ask for a copy.", locator=locator)


def test_faults_of_one_sort_are_one_point_and_errors_come_first(bench):
    there = Locator(file="Portfolio.pdf", page=1)
    faults = (
        fault("document-cut", Severity.WARNING, "A is long.", there),
        fault("document-encrypted", Severity.ERROR, "B.pdf is locked.", Locator(file="B.pdf", page=1)),
        fault("document-encrypted", Severity.ERROR, "C.pdf is locked.", Locator(file="C.pdf", page=1)),
        fault("layout-differs", Severity.NOTE, "D was laid out here."),
    )
    read_otherwise(bench, problems=faults)
    said = [(point.id, point.words) for point in bench.course.coverage().points]
    assert said[1] == ("problem:document-encrypted", "B.pdf is locked. 1 more like it.")
    assert said[-1] == ("problem:document-cut", "A is long. Ask for a copy.")
    assert not any("laid out" in words for _, words in said)


def test_a_file_that_was_not_opened_leads_nowhere_and_one_that_was_opens_whole(bench):
    faults = (
        fault("document-encrypted", Severity.ERROR, "B.pdf is locked.", Locator(file="B.pdf", page=1)),
        fault("page-failed", Severity.ERROR, "Page 1 failed.", Locator(file="Portfolio.pdf", page=1)),
    )
    read_otherwise(bench, problems=faults)
    points = {point.id: point for point in bench.course.coverage().points}
    assert points["problem:document-encrypted"].jumps == ()
    assert (points["problem:page-failed"].jumps[0].unit, points["problem:page-failed"].jumps[0].page) == (
        Unit("", "file:1"),
        1,
    )


def test_a_doubt_about_a_row_leads_to_its_correction_and_ends_with_it(bench, points):
    read_otherwise(bench, problems=(fault("reference-uncertain", Severity.WARNING, "The row of 1.2 can be read so."),))
    point = only(points("problem"))
    assert (point.jumps[0].kind, point.jumps[0].unit) == (JumpKind.CORRECT, Unit("1.2", ""))
    bench.reading.correct_row("1.2", [ReferenceEntry(read_as="1", evidence_id="2")], "")
    assert points("problem") == []


@pytest.mark.parametrize("code", ["authentication-by-applicant", "authentication-empty"])
def test_what_stands_in_the_place_of_the_authentication_is_said_once_and_opens(bench, points, code):
    there = Locator(file="Portfolio.pdf", page=2)
    said = "The authentication is there but not filled in."
    read_otherwise(
        bench, authentication=Authentication(present=False), problems=(fault(code, Severity.WARNING, said, there),)
    )
    point = next(point for point in points("part") if point.id == "part:authentication")
    assert point.words == "Authentication: the authentication is there but not filled in."
    assert [(jump.kind, jump.page) for jump in point.jumps] == [(JumpKind.UNIT, 2), (JumpKind.LETTER, 0)]
    assert points("problem") == []


def test_a_table_that_may_be_in_a_picture_can_be_opened_there(bench, points):
    there = Locator(file="Portfolio.pdf", page=2)
    missing = fault("table-not-found", Severity.ERROR, "No Experience Cross Reference Table was found.", there)
    read_otherwise(bench, tables=(), cross_references=(), problems=(missing,))
    point = next(point for point in points("part") if point.id == "part:cross_reference_table")
    assert [jump.kind for jump in point.jumps] == [JumpKind.UNIT, JumpKind.CORRECT, JumpKind.LETTER]


@pytest.mark.parametrize(
    "code",
    ["authentication-unsigned", "listed-item-missing", "listed-label-twice", "label-used-twice", "code-not-in-scheme"],
)
def test_what_the_checks_of_front_and_contents_found_opens_at_its_page(bench, points, code):
    there = Locator(file="Portfolio.pdf", page=2)
    read_otherwise(bench, problems=(fault(code, Severity.WARNING, "It differs.", there),))
    point = only(points("problem"))
    assert (only(point.jumps).kind, only(point.jumps).page) == (JumpKind.UNIT, 2)


def test_a_cell_that_was_read_in_part_leads_to_its_row(bench, points):
    half = fault("cell-partly-read", Severity.WARNING, 'The row of 1.2 says "E1 and more".')
    read_otherwise(bench, problems=(half,))
    assert only(only(points("problem")).jumps).unit == Unit("1.2", "")


def test_another_assessors_correction_settles_nothing_here(bench, workspace, application):
    from mrse_assess.workbench.assessment import Assessment
    from mrse_assess.workbench.session import OpenWorkbench

    other = OpenWorkbench(Assessment(workspace, application, "A2"))
    other.reading.correct_row("5.2", [ReferenceEntry(read_as="9", evidence_id="3")], "")
    bench.catch_up()
    assert bench.course.coverage().summary.startswith("1 unresolved, 1 uncited")


def test_a_page_opens_in_the_claim_of_its_item_else_in_its_file(bench):
    assert open_place(bench._assessment, "Portfolio.pdf", 4) == (Unit("1.1", "1"), 2)
    assert open_place(bench._assessment, "Portfolio.pdf", 6) == (Unit("", "3"), 1)
    assert open_place(bench._assessment, "Portfolio.pdf", 2) == (Unit("", "file:1"), 2)
    assert open_place(bench._assessment, "Nowhere.pdf", 1) is None
