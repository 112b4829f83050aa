"""Another version of the portfolio that comes while it is being judged is guarded, and never replaces in silence."""

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.records import to_event
from mrse_assess.terms import Phase, Verdict
from mrse_assess.workbench.resubmission.again import to_look_at_again
from mrse_assess.workspace.attempts import replace_version, versions_of
from mrse_assess.workspace.verification import verification

from ...workspace.conftest import RECEIVED, quiet
from .conftest import REFERENCE, handed


def judge(workspace, code, item):
    of = {"application": REFERENCE, "attempt": 1, "assessor": "A1", "sub_category": code, "phase": Phase.INDIVIDUAL}
    values = [Judgement(**of, evidence_id=item, verdict=Verdict.SATISFACTORY)]
    values.append(Conclusion(**of, verdict=Verdict.SATISFACTORY))
    workspace.store.append_many([to_event(one, event=workspace.new_id(), actor="A1") for one in values])


def test_a_portfolio_under_a_reference_that_is_judged_is_refused_in_one_sentence(workspace, second_portfolio):
    judge(workspace, "1.1", "1")
    with pytest.raises(BadRequestError, match=r"EX-1 is taken, and attempt 1 is being judged.*--replaces"):
        workspace.add(second_portfolio, received_on=RECEIVED, reference=REFERENCE, tell=quiet)
    assert workspace.application(REFERENCE).source == "Portfolio.pdf"


def test_it_is_not_replaced_without_a_reason(workspace, second_portfolio):
    with pytest.raises(BadRequestError, match="Write why"):
        replace_version(workspace, REFERENCE, handed(second_portfolio), quiet, why=" ")


def test_it_is_not_replaced_after_its_letter(asked, second_portfolio):
    with pytest.raises(BadRequestError, match="has its letter"):
        replace_version(asked, REFERENCE, handed(second_portfolio), quiet, why="a page was missing")


def test_another_version_is_a_new_record_and_names_what_to_look_at_again(workspace, second_portfolio):
    before = workspace.application(REFERENCE)
    judge(workspace, "1.1", "1")
    judge(workspace, "4.1", "2")
    after = replace_version(workspace, REFERENCE, handed(second_portfolio), quiet, why="a page was missing")
    assert (after.attempt, after.source) == (1, "Second.pdf")
    assert [one.why for one in versions_of(workspace, after)] == ["", "a page was missing"]
    assert versions_of(workspace, after)[1].replaces == before.reading
    assert workspace.portfolio(before).item("2").title == "Low SAR protocol"  # the old reading stays
    again = to_look_at_again(workspace, after)
    assert [(one.sub_category, one.evidence_id) for one in again] == [("4.1", "2"), ("4.1", "")]  # item 1 is the same
    judge(workspace, "4.1", "2")
    assert to_look_at_again(workspace, after)[:1] == ()
    assert verification(workspace).problems == ()


def test_where_nothing_was_replaced_nothing_is_to_be_looked_at_again(workspace):
    judge(workspace, "4.1", "2")
    assert to_look_at_again(workspace, workspace.application(REFERENCE)) == ()
