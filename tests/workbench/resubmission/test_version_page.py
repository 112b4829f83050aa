"""A version of the portfolio that comes while one judges: guarded, said, taken up; nothing is lost or counts unseen."""

from dataclasses import replace

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.terms import Verdict
from mrse_assess.workbench.course_views import PointKind
from mrse_assess.workbench.views import ConclusionEntry, Entry, Unit
from mrse_assess.workspace.attempts import replace_version

from ...workspace.conftest import quiet
from ..conftest import CLAIMS, write_portfolio
from .conftest import SENT_AGAIN, handed

SAME, CHANGED = Unit("1.1", "1"), Unit("4.1", "2")
FINE = Entry(verdict=Verdict.SATISFACTORY)


def replaced(workspace, source):
    return replace_version(workspace, "EX-1", handed(source), quiet, why="a page was missing")


def compared(bench):
    if made := bench.resubmission.waited_for():
        made.result()
    bench.resubmission.made()


@pytest.fixture
def source(tmp_path):
    return write_portfolio(tmp_path / "Second.pdf", {**CLAIMS, "1.1": "E1, E4"}, SENT_AGAIN)


@pytest.fixture
def judged(bench, workspace, source):
    """Items 1 and 2 judged and 4.1 concluded; then another version came, with item 2 changed."""
    for unit in (SAME, CHANGED):
        bench.judge(unit, FINE)
    bench.conclude("4.1", ConclusionEntry(verdict=Verdict.SATISFACTORY))
    replaced(workspace, source)
    return bench


def test_nothing_is_recorded_on_a_page_that_shows_an_older_version(judged):
    with pytest.raises(BadRequestError, match="Another version of the portfolio has come: nothing was recorded"):
        judged.judge(SAME, replace(FINE, verdict=Verdict.NOT_SATISFACTORY))
    assert judged.judgement(SAME).entry.verdict is Verdict.SATISFACTORY


def test_it_is_said_with_what_changed_what_is_carried_over_and_what_is_to_be_looked_at_again(judged):
    first = judged.resubmission.newer()
    assert (first.file_name, first.why, first.came, first.again) == ("Second.pdf", "a page was missing", None, ())
    compared(judged)
    view = judged.resubmission.newer()
    assert {one.evidence_id: one.words for one in view.came} == {
        "1": "same words", "2": "changed", "3": "same words", "4": "new", "5": "new",
    }  # fmt: skip
    assert (view.judged, view.concluded, view.again) == (2, 1, (CHANGED,))
    assert not view.taken


def test_the_page_goes_on_with_it_and_every_judgement_and_word_stays(judged):
    typed = replace(FINE, feedback="half a sent")
    judged.save_draft(SAME, typed)
    judged.resubmission.take()
    assert judged.resubmission.newer() is None
    assert judged.item("2").title == "Another protocol altogether"
    assert [claim.evidence_id for claim in judged.worklist().rows[0].claims] == ["1", "4"]
    assert judged.judgement(SAME).entry == typed
    assert judged.judgement(CHANGED).entry.verdict is Verdict.SATISFACTORY
    judged.judge(Unit("1.1", "4"), FINE)
    assert judged.heading().judged == 3


def test_what_was_judged_before_is_to_be_looked_at_again_until_it_is_judged_once_more(judged):
    judged.resubmission.take()
    compared(judged)
    marked = [claim.evidence_id for row in judged.worklist().rows for claim in row.claims if claim.look_again]
    assert marked == ["2"]
    assert "the item was changed since" in judged.judgement(CHANGED).look_again
    assert judged.judgement(SAME).look_again == ""
    assert judged.resubmission.replaced().again == (CHANGED,)
    judged.judge(CHANGED, FINE)
    assert judged.judgement(CHANGED).look_again == ""
    assert judged.resubmission.replaced() is None


def test_it_cannot_be_sealed_while_a_judgement_is_of_an_item_that_changed(judged):
    judged.resubmission.take()

    def point():
        return next((one for one in judged.course.seal_view().points if one.id == "look_again"), None)

    assert judged.resubmission.waited_for() is not None
    assert "still being compared" in point().words
    compared(judged)
    assert (point().kind, [jump.unit for jump in point().jumps]) == (PointKind.OPEN, [CHANGED])
    assert "look_again" in {one.id for one in judged.course.coverage().points}
    judged.judge(CHANGED, FINE)
    assert point() is None


def test_an_item_that_is_gone_is_said_to_be_gone(bench, workspace, tmp_path):
    bench.judge(CHANGED, FINE)
    items = {key: words for key, words in SENT_AGAIN.items() if key != "2"}
    replaced(workspace, write_portfolio(tmp_path / "Third.pdf", {"1.1": "E1"}, items))
    bench.resubmission.take()
    compared(bench)
    assert "is not in the version that came since" in bench.judgement(CHANGED).look_again
    assert [claim.evidence_id for row in bench.worklist().rows for claim in row.claims if claim.look_again] == ["2"]


def test_what_was_compared_before_it_was_taken_up_is_known_at_once(judged):
    judged.resubmission.newer()
    compared(judged)
    judged.resubmission.take()
    assert judged.resubmission.replaced().again == (CHANGED,)


def test_a_version_already_on_the_page_cannot_be_taken_up_again(judged):
    judged.resubmission.take()
    with pytest.raises(BadRequestError, match="latest version of the portfolio already"):
        judged.resubmission.take()


def test_an_assessor_who_comes_back_later_meets_the_same_list(judged, workspace):
    from mrse_assess.workbench.assessment import Assessment
    from mrse_assess.workbench.session import OpenWorkbench

    later = OpenWorkbench(Assessment(workspace, workspace.application("EX-1"), "A1"))
    compared(later)
    view = later.resubmission.replaced()
    assert view.taken
    assert view.again == (CHANGED,)
    other = OpenWorkbench(Assessment(workspace, workspace.application("EX-1"), "A2"))
    compared(other)
    assert other.resubmission.replaced() is None
