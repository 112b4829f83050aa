"""A simulated cohort is such records as people make: the product's own code accepts all of it."""

from collections import Counter

import pytest
from sqlalchemy import select

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import ApplicationEntry
from mrse_assess.panel.comparing import topics
from mrse_assess.records import Store, from_event
from mrse_assess.records.schema import events, texts
from mrse_assess.rules import allowed_outcomes
from mrse_assess.simulation.cohort import LAST_STATES, TRUTH_FILE
from mrse_assess.terms import EventKind, OutcomeKind, Phase, Role, RuleStatus, Severity, Verdict
from mrse_assess.workbench.panel.session import PanelSession
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.resubmission.opening import asked_of
from mrse_assess.workbench.whole import WholeCase
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.attempts import attempt_of, attempts_of
from mrse_assess.workspace.people import People
from mrse_assess.workspace.register_rows import register_rows
from mrse_assess.workspace.states import State
from mrse_assess.workspace.verification import verification

from .conftest import made, said


def rows_of(folder_or_url):
    def unused():
        raise AssertionError

    with Store.open(folder_or_url, clock=unused, new_id=unused, create=False) as store, store.reading() as connection:
        logged = connection.execute(select(events).order_by(events.c.sequence)).all()
        apart = connection.execute(select(texts).order_by(texts.c.event, texts.c.field)).all()
        return [tuple(row) for row in logged], [tuple(row) for row in apart]


@pytest.fixture(scope="session")
def attempts(cohort, workspace):
    """Every attempt: the truth of its application and of itself, and the case."""
    return [
        (one, true, WholeCase(workspace, attempt_of(workspace, one.application, true.attempt)))
        for one in cohort.truth.applications
        for true in one.attempts
    ]


def test_the_workspace_is_sound(cohort, workspace):
    found = verification(workspace)
    assert {problem.code for problem in found.problems} == {"letter-elsewhere"}  # a record of issue has no files
    assert all(problem.severity is Severity.WARNING for problem in found.problems)
    settings = len(workspace.store.events(kind=EventKind.SETTING))
    assert (found.applications, found.events) == (36, cohort.events + settings)
    assert settings == 7


def test_the_register_shows_the_states_that_are_true(cohort, workspace):
    shown = {row.reference: row.state for row in register_rows(workspace)}
    assert shown == {one.application: State(one.state) for one in cohort.truth.applications}
    stopped = {one.stopped_at: one.state for one in cohort.truth.applications if one.stopped_at}
    assert set(stopped) == {state.value for state in LAST_STATES}
    for one in cohort.truth.applications:
        assert not one.stopped_at or one.stopped_at == one.state


def test_what_the_rules_say_of_the_records_is_what_was_told(attempts):
    decided = [(true, case) for _, true, case in attempts if true.outcome]
    assert len(decided) > 20
    for true, case in decided:
        assert case.decision.outcome is true.on_record
        assert case.in_force.outcome.outcome is true.outcome
    met = sum(case.decision.outcome is RuleStatus.MET for _, case in decided)
    assert met == sum(true.on_record is RuleStatus.MET for true, _ in decided)
    assert 0 < met < len(decided)


def test_outcomes_are_those_that_the_rules_allow(attempts):
    chosen = Counter()
    for _, true, case in attempts:
        if true.outcome:
            (option,) = (one for one in case.offered() if one.kind is true.outcome)
            assert option.allowed, option.obstacles
            assert bool(case.in_force.outcome.ground) == option.needs_ground
            chosen[true.outcome] += 1
    assert set(chosen) == set(OutcomeKind)


def test_nothing_is_left_for_the_panel_where_an_outcome_was_chosen(attempts, workspace):
    settled = Counter()
    for _, true, case in attempts:
        if true.outcome:
            found = topics(case.in_force.judgements, true.assessors, workspace.scheme)
            assert all(topic.settled for topic in found)
            assert not [one for one in case.decision.sub_categories if one.contradiction]
            settled.update(bool(topic.moderated) for topic in found)
            last = case.application
    assert min(settled.values()) > 100
    assert PanelTable(workspace, last, "chair").agenda.left == ()


def test_the_panel_can_open_what_waits_for_it(cohort, workspace):
    waiting = [one for one in cohort.truth.applications if one.state == State.SEALED]
    assert waiting
    for one in waiting:
        session = PanelSession(workspace, workspace.application(one.application), "chair")
        assert session.heading().why_not == ""
        agenda = session.agenda()
        assert agenda.left > 0
        assert agenda.groups


def test_heads_that_records_name_were_heads(cohort, workspace, of_application):
    """Replaying each application up to the record that names a head gives that head."""
    from mrse_assess.records.canonical import application_digest

    for reference, recorded in of_application(workspace.store.events()).items():
        heads = {}
        for event in recorded:
            named = event.payload.get("on_head") or event.payload.get("decided_on_head") or event.payload.get("head")
            if named:
                assert named == application_digest(heads), (reference, event.kind)
            heads[event.actor] = event.hash


def test_acts_are_in_the_order_of_time_within_an_application(workspace, of_application):
    for recorded in of_application(workspace.store.events()).values():
        moments = [event.recorded_at for event in recorded]
        assert moments == sorted(moments)


def test_a_further_attempt_is_what_its_letter_asked_for(attempts, workspace):
    further = [(true, case) for _, true, case in attempts if true.attempt > 1]
    assert {true.attempt for true, _ in further} >= {2}
    asked_for = set()
    for true, case in further:
        before = attempt_of(workspace, case.application.reference, true.attempt - 1)
        asked = asked_of(workspace, before)
        (entry,) = _entries(workspace, case.application.reference, true.attempt)
        assert (asked.letter, asked.open_codes, asked.carry_over) == (
            entry.asked_by, entry.open_codes, entry.carry_over,
        )  # fmt: skip
        judged = {row.sub_category for row in case.in_force.judgements.judgements}
        assert judged <= set(entry.open_codes)
        asked_for.add(asked.outcome)
    assert asked_for == {OutcomeKind.FURTHER_EVIDENCE, OutcomeKind.INCOMPLETE}


def _entries(workspace, reference, attempt):
    values = (from_event(one) for one in workspace.store.events(application=reference, kind=EventKind.APPLICATION))
    return [value for value in values if isinstance(value, ApplicationEntry) and value.attempt == attempt]


def test_people_are_who_they_have_to_be(cohort, workspace, attempts):
    people = People(workspace)
    assert {one.person: one.roles for one in people.persons() if Role.ASSESSOR not in one.roles} == {
        "office": (Role.OFFICE,), "chair": (Role.CHAIR,),
    }  # fmt: skip
    for _, true, case in attempts:
        judged = {row.assessor for row in case.in_force.judgements.judgements if row.phase is Phase.INDIVIDUAL}
        assert judged <= set(true.assessors)
        assert len(set(true.assessors)) == len(true.assessors)
        given = {one.person for one in case.in_force.allocations if one.allocated}
        assert set(true.assessors) <= given


def test_whoever_declared_a_conflict_judges_nothing(cohort, workspace):
    declared = workspace.store.events(kind=EventKind.DECLARATION)
    conflicted = {(one.application, one.attempt, one.actor) for one in declared if one.payload["conflicted"]}
    judged = {(one.application, one.attempt, one.actor) for one in workspace.store.events(kind=EventKind.JUDGEMENT)}
    handed_back = {one.application for one in cohort.truth.applications if one.state == State.HANDED_BACK}
    assert {application for application, _, _ in conflicted} - handed_back
    assert not conflicted & judged


def test_each_judgement_says_what_its_reason_needs(workspace, attempts):
    scheme = workspace.scheme
    pairs = {(pair.offered_for, pair.target) for pair in scheme.elsewhere}
    targets = 0
    for _, _, case in attempts:
        for row in case.in_force.judgements.judgements:
            assert bool(row.primary_reason) == (row.verdict is Verdict.NOT_SATISFACTORY)
            offered = {reason.id: reason for reason in scheme.reasons_for(row.sub_category)}
            assert set(row.reasons) <= set(offered)
            if row.primary_reason:
                reason = offered[row.primary_reason]
                assert row.primary_reason in row.reasons
                assert not reason.never_alone
                for need in reason.needs:
                    assert getattr(row, need), (row.primary_reason, need)
            if row.target:
                targets += 1
                assert (row.sub_category, row.target) in pairs
    assert targets


def test_flags_that_the_rules_count_are_there(attempts):
    rows = [row for _, _, case in attempts for row in case.in_force.judgements.judgements]
    assert any(row.simulated for row in rows)
    assert any(row.mhra_reference for row in rows)
    grouped = {row.sub_category for row in rows if row.independent_group}
    assert grouped == {"3"}
    standing = [one for _, _, case in attempts for one in case.decision.sub_categories]
    assert {one.rests_on_simulated.value for one in standing} >= {"yes", "no"}


def test_what_was_agreed_is_accepted_and_only_that(workspace, attempts):
    accepted = 0
    for _, true, case in attempts:
        if true.outcome:
            found = topics(case.in_force.judgements, true.assessors, workspace.scheme)
            agreed = {one.sub_category for one in found if not one.evidence_id and not one.differences}
            assert {code for one in case.in_force.acceptances for code in one.sub_categories} == agreed
            accepted += len(agreed)
    assert accepted


def test_the_same_seed_makes_the_same_bytes(tmp_path):
    parameters = said()
    one, again, other = (made(tmp_path / name, 4, seed, parameters) for name, seed in (("a", 3), ("b", 3), ("c", 4)))
    assert rows_of(one.folder / "records.sqlite") == rows_of(again.folder / "records.sqlite")
    assert (one.folder / TRUTH_FILE).read_bytes() == (again.folder / TRUTH_FILE).read_bytes()
    assert rows_of(one.folder / "records.sqlite") != rows_of(other.folder / "records.sqlite")


def test_on_a_server_the_records_are_the_same(tmp_path, database_url):
    parameters = said()
    in_a_file = made(tmp_path / "file", 3, 3, parameters)
    made(tmp_path / "server", 3, 3, parameters, server=database_url)
    assert rows_of(database_url) == rows_of(in_a_file.folder / "records.sqlite")


def test_a_folder_that_holds_something_is_left_alone(cohort):
    before = rows_of(cohort.folder / "records.sqlite")[0][-1]
    with pytest.raises(BadRequestError, match="is a workspace already"):
        made(cohort.folder, 1, 1, said())
    assert rows_of(cohort.folder / "records.sqlite")[0][-1] == before


def test_too_few_assessors_are_refused(tmp_path):
    with pytest.raises(BadRequestError, match="more assessors"):
        made(tmp_path / "w", 1, 1, said(assessors={"number": 2}))
    assert not (tmp_path / "w").exists()


def test_records_end_where_they_are_said_to(tmp_path):
    """What would come after the last day has not happened; what is there is whole."""
    short = made(tmp_path / "w", 8, 2, said(calendar={"years": 0.3, "reach_days": 20}, course={"stopped": 0.0}))
    with short.opened() as workspace:
        first = short.truth.parameters.calendar.first_day
        last = max(event.recorded_at.date() for event in workspace.store.events())
        assert 60 < (last - first).days <= 0.3 * 365.25 + 20
        assert verification(workspace).sound
        shown = {row.reference: row.state for row in register_rows(workspace)}
    assert shown == {one.application: State(one.state) for one in short.truth.applications}
    assert len(set(shown.values())) > 2


def test_a_chosen_reading_is_recorded_where_the_outcome_hangs_on_it(tmp_path):
    """Much simulated evidence: whether a third sub-category of it is a breach decides."""
    much = made(tmp_path / "w", 12, 6, said(evidence={"all_simulated": 0.2}, course={"stopped": 0.0}))
    with much.opened() as workspace:
        read = 0
        for one in much.truth.applications:
            for application in attempts_of(workspace, one.application):
                case = WholeCase(workspace, application)
                if case.in_force.outcome:
                    read += len(case.in_force.readings)
                    options = allowed_outcomes(
                        case.decision, workspace.scheme, workspace.settings(), chosen_readings=case.readings
                    )
                    assert next(o for o in options if o.kind is case.in_force.outcome.outcome).allowed
        assert read


def test_nobody_is_anybody(workspace):
    """Every name says that it is simulated."""
    assert isinstance(workspace, Workspace)
    for application in workspace.applications():
        assert application.reference.startswith("SIM-")
        assert "(simulated)" in application.applicant
