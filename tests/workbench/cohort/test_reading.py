"""A workspace as a cohort: what its records come to, and who sees what of it."""

from dataclasses import replace

import pandas as pd
import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model import acts
from mrse_assess.model.judgement import Conclusion
from mrse_assess.panel.first_sealed import first_sealed
from mrse_assess.records import in_force
from mrse_assess.rules import decide
from mrse_assess.terms import OutcomeKind, Phase
from mrse_assess.workbench.cohort.reading import cohort
from mrse_assess.workbench.resubmission.carrying import counted_judgements
from mrse_assess.workspace.attempts import attempt_of

from .conftest import BAD, GOOD, SCHEME

CASE = ["application", "attempt"]


def of(frame, *case):
    return frame[(frame["application"] == case[0]) & (frame["attempt"] == case[1])]


def names(frame):
    return sorted(set(zip(frame["application"], frame["attempt"], strict=True)))


def test_an_empty_workspace_is_a_cohort_of_nobody(workspace):
    found = cohort(workspace, "")
    assert len(found.frames.applications) == len(found.frames.sub_categories) == 0
    assert found.left_out == ()
    assert list(found.frames.sub_categories["sub_category"].cat.categories) == list(SCHEME.codes)


def test_one_decided_application(office, workspace):
    office.decided("W-1")
    row = cohort(workspace, "C").frames.applications.iloc[0]
    assert (row["application"], row["outcome"], row["rules"], row["satisfactory"]) == ("W-1", "award", "met", 16)
    assert (row["state"], row["is_first"], row["is_final"], row["assessors"]) == ("issued", True, True, 2)
    days = [row[name].date().isoformat() for name in ("received", "sealed", "decided", "issued")]
    assert days == ["2026-03-01", "2026-03-11", "2026-03-21", "2026-03-23"]
    assert (row["guidance"], row["scheme"]) == (SCHEME.guidance_name, SCHEME.version)


def test_time_in_each_state_is_told_by_its_moments(office, workspace):
    office.decided("W-1")
    table = cohort(workspace, "C").frames.moments
    assert table["state"].tolist() == [
        "received", "allocated", "declared", "judging", "sealed", "panel", "decided", "issued",
    ]  # fmt: skip
    days = (table["until"] - table["since"]).dt.days.tolist()
    assert days[2:7] == [10, 0, 10, 0, 2]
    assert table["until"].isna().tolist() == [False] * 7 + [True]
    assert (table["since"].iloc[1:].to_numpy() == table["until"].iloc[:-1].to_numpy()).all()


def test_a_state_that_was_undone_had_its_time(office, workspace):
    """A1 judges 1.1 and takes it back, and judges 1.2 then: it was being judged, was not, and is again."""
    own = office.receive("W-1")
    office.give(own, "A1")
    first, *rest = office.judge(own, "A1", codes=("1.1",))
    office.said(acts.Undo(**own, undone=tuple(one.event for one in (first, *rest))), by="A1")
    again, *_ = office.judge(own, "A1", codes=("1.2",))
    table = cohort(workspace, "C").frames.moments
    assert table["state"].tolist() == ["received", "allocated", "declared", "judging", "declared", "judging"]
    assert table["since"].iloc[3] == first.recorded_at
    assert table["since"].iloc[5] == again.recorded_at


def test_the_last_moment_has_the_state_of_the_register(office, workspace):
    office.decided("W-1")
    office.judging("W-2")
    own = office.receive("W-3")
    office.give(own, "A1")
    frames = cohort(workspace, "C").frames
    last = frames.moments.groupby("application", observed=True)["state"].last()
    assert last.to_dict() == frames.applications.set_index("application")["state"].to_dict()
    assert last.to_dict() == {"W-1": "issued", "W-2": "judging", "W-3": "declared"}


def test_what_is_judged_still_is_there_without_what_was_said(office, workspace):
    """A1 has judged all of W-2. Whoever waits for A2 sees that it is judged, and nothing of how."""
    office.decided("W-1")
    office.judging("W-2")
    for reader in ("C", "O"):
        frames = cohort(workspace, reader).frames
        waiting = of(frames.applications, "W-2", 1).iloc[0]
        assert waiting["state"] == "judging"
        assert waiting[["rules", "satisfactory", "outcome", "profile"]].isna().all()
        assert of(frames.sub_categories, "W-2", 1)["state"].isna().all()
        assert names(frames.rules) == names(frames.items) == [("W-1", 1)]


def test_an_assessor_sees_what_they_saw_in_the_panel_and_no_more(office, workspace):
    office.decided("W-1")
    office.decided("W-2")
    office.said(acts.Reveal(application="W-1", attempt=1, of="A2"), by="A1")
    assert names(cohort(workspace, "A1").frames.applications) == [("W-1", 1)]
    for reader in ("A2", "A3", "nobody"):
        assert names(cohort(workspace, reader).frames.applications) == []


def test_an_application_in_which_the_reader_has_an_interest_is_not_there(office, workspace):
    """In its second attempt the chair declared an interest: it is the same applicant in the first."""
    own = office.decided("W-1", OutcomeKind.FURTHER_EVIDENCE, fails=("1.1", "1.2"))
    office.decided("W-2")
    again = office.receive("W-1", attempt=2, asked_by="L-W-1", carry_over="stand", open_codes=("1.1", "1.2"))
    assert {"W-1", "W-2"} == set(cohort(workspace, "C").frames.applications["application"])
    office.said(acts.Declaration(**again, conflicted=True, interests=("employer",)), by="C")
    found = cohort(workspace, "C", assessments=True).frames
    for table in (found.applications, found.moments, found.sub_categories, found.items, found.assessments):
        assert set(table["application"]) == {"W-2"}
    assert set(cohort(workspace, "O").frames.applications["application"]) == {own["application"], "W-2"}


def test_what_each_assessor_said_is_for_the_chair(office, workspace):
    office.decided("W-1")
    office.judging("W-2")
    table = cohort(workspace, "C", assessments=True).frames.assessments
    assert table.groupby(["application", "assessor"], observed=True).size().to_dict() == {
        ("W-1", "A1"): 33, ("W-1", "A2"): 33,
    }  # fmt: skip
    assert table["first_sealed"].unique().tolist() == ["satisfactory"]
    assert said_first(table) == judged_apart(workspace, "W-1")
    assert cohort(workspace, "C").frames.assessments is None
    for reader in ("O", "A1", ""):
        with pytest.raises(BadRequestError, match="chair"):
            cohort(workspace, reader, assessments=True)


def test_who_was_shown_another_before_they_sealed_did_not_judge_apart(office, workspace):
    own = office.receive("W-1")
    office.give(own, "A1", "A2")
    for who in ("A1", "A2"):
        office.judge(own, who, codes=("1.1",))
    office.seal(own, "A2")
    office.said(acts.Reveal(**own, of="A2"), by="A1")
    office.seal(own, "A1")
    table = cohort(workspace, "C", assessments=True).frames.assessments
    assert set(table.loc[table["first_sealed"].notna(), "assessor"]) == {"A2"}
    assert said_first(table) == judged_apart(workspace, "W-1")


def test_who_works_alone_sees_no_other_assessors_words(workspace, clock):
    from .conftest import Office

    Office(workspace, clock).decided("W-1")
    found = cohort(workspace, "A1", assessments=True).frames
    assert len(found.applications) == 1
    assert len(found.assessments) == 0


def test_what_somebody_said_when_they_first_sealed_is_kept_apart_from_what_they_said_later(office, workspace):
    own = office.receive("W-1")
    office.give(own, "A1", "A2")
    office.judge(own, "A1", codes=("1.1", "1.2"))
    office.seal(own, "A1")
    office.seal(own, "A1", sealed=False, why="a slip")
    office.judge(own, "A1", codes=("1.1",), fails=("1.1",))
    withdrawn = acts.Withdrawal(**own, of="judgement", unit=("individual", "1.2", "E1.2"))
    office.said(withdrawn, by="A1")
    office.seal(own, "A1")
    office.judge(own, "A2", codes=("1.1",))
    office.seal(own, "A2")
    table = cohort(workspace, "C", assessments=True).frames.assessments
    said = table[table["assessor"] == "A1"].set_index(["sub_category", "evidence_id"])
    assert said.loc[("1.1", "E1.1"), ["verdict", "first_sealed"]].tolist() == ["not_satisfactory", "satisfactory"]
    assert pd.isna(said.loc[("1.2", "E1.2"), "verdict"])
    assert said.loc[("1.2", "E1.2"), "first_sealed"] == "satisfactory"
    assert len(table) == 4 + 2
    assert said_first(table) == judged_apart(workspace, "W-1")


def said_first(table):
    told = table[table["first_sealed"].notna()]
    return set(zip(told["assessor"], told["sub_category"], told["evidence_id"], told["first_sealed"], strict=True))


def judged_apart(workspace, *references):
    """As agreement between assessors takes it."""
    events = [event for one in references for event in workspace.store.events(one)]
    return {(one.assessor, one.sub_category, one.evidence_id, str(one.category)) for one in first_sealed(events)}


def test_a_second_attempt_counts_what_stands_and_the_first_stays_as_it_was(office, workspace):
    """First: 1.1 and 1.2 fail, so 14 of 16 and 7 of 8. Second: both open and satisfactory: 16 of 16, 14 carried."""
    office.decided("W-1", OutcomeKind.FURTHER_EVIDENCE, fails=("1.1", "1.2"))
    again = office.receive("W-1", attempt=2, asked_by="L-W-1", carry_over="stand", open_codes=("1.1", "1.2"))
    office.give(again, "A3")
    office.judge(again, "A3", codes=("1.1", "1.2"))
    office.seal(again, "A3")
    frames = cohort(workspace, "C").frames
    table = frames.applications.set_index("attempt")
    assert table["satisfactory"].tolist() == [14, 16]
    assert table["rules"].tolist() == ["not_met", "met"]
    assert (table["is_first"].tolist(), table["is_final"].tolist()) == ([True, False], [False, True])
    assert table["assessors"].tolist() == [2, 1]
    assert [len(of(frames.items, "W-1", attempt)) for attempt in (1, 2)] == [17, 17]
    counted = counted_judgements(workspace, attempt_of(workspace, "W-1", 2))
    decision = decide(counted, workspace.scheme)
    told = of(frames.rules, "W-1", 2).set_index("rule")["observed"].dropna().to_dict()
    assert told == {one.rule: one.observed for one in decision.rules if one.status != "not_assessed"}


def test_an_application_that_another_takes_up_again_is_not_final(office, workspace):
    office.decided("W-1", OutcomeKind.NOT_AWARDED, fails=("1.1", "1.2"))
    own = office.receive("W-9")
    office.said(
        acts.Registration(**own, follows="W-1", professional_role="radiographer", guidance_version="2020"), by="O"
    )
    table = cohort(workspace, "C").frames.applications.set_index("application")
    assert table["is_final"].to_dict() == {"W-1": False, "W-9": True}
    assert table["is_first"].to_dict() == {"W-1": True, "W-9": False}
    assert (table.loc["W-9", "role"], table.loc["W-9", "guidance"]) == ("radiographer", "2020")


def test_a_purge_takes_nothing_out_of_the_anonymous_frame(office, workspace):
    """The panel found 1.1 satisfactory without an item, on a ground in words; the words go, and what it found stays."""
    own = office.decided("W-1")
    again = {**own, "phase": Phase.MODERATION, "assessor": "C", "sub_category": "1.1"}
    rows = in_force(workspace.store.events("W-1"), "W-1", 1).judgements.judgements
    item = next(row for row in rows if (row.sub_category, row.assessor) == ("1.1", "A1"))
    office.said(replace(item, assessor="C", phase=Phase.MODERATION, verdict=BAD, event="", recorded_at=None), by="C")
    office.said(Conclusion(**again, verdict=GOOD, to_panel="It was shown in the interview"), by="C")
    before = cohort(workspace, "C", assessments=True).frames
    assert of(before.sub_categories, "W-1", 1).set_index("sub_category").loc["1.1", "state"] == "satisfactory"
    office.purge(own)
    after = cohort(workspace, "C", assessments=True).frames
    assert after.applications["state"].tolist() == ["purged"]
    assert after.applications.drop(columns="state").equals(before.applications.drop(columns="state"))
    for name in ("rules", "sub_categories", "items", "reasons", "assessments"):
        assert getattr(after, name).equals(getattr(before, name))


def test_what_was_decided_under_a_version_that_is_not_at_hand_is_left_out_and_named(office, workspace):
    office.decided("W-1")
    own = office.receive("W-2")
    office.judge(own, "A1")
    older = workspace.scheme
    workspace.scheme = replace(older, version="2", digest="another")
    office.decided("W-3")
    found = cohort(workspace, "")
    assert [(one.application, one.attempt) for one in found.left_out] == [("W-1", 1)]
    assert "version 1" in found.left_out[0].why
    assert found.frames.applications["application"].tolist() == ["W-2", "W-3"]
    assert found.frames.applications["scheme"].tolist() == ["2", "2"]  # W-2 is judged under what holds now
    whole = cohort(workspace, "", schemes=[older])
    assert whole.left_out == ()
    assert whole.frames.applications["scheme"].tolist() == ["1", "2", "2"]
