"""A meeting on one application, from the first look to the outcome."""

from dataclasses import replace

import pytest

from mrse_assess.errors import BadRequestError, RecordsError, StaleWriteError
from mrse_assess.records import in_force
from mrse_assess.terms import Consequence, OutcomeKind, Phase, RuleStatus
from mrse_assess.workbench.panel.hall import Hall
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.panel.views import ModerationEntry

from .conftest import NOT, SAT, sat_down

ITEM, WHOLE = ("5.2", "E5.2"), ("5.2", "")


def entry(verdict, why="Agreed after reading page 3 again.", **more):
    return ModerationEntry(verdict=verdict, why=why, **more)


SETTLING = (
    (ITEM, entry(SAT)),
    (WHOLE, entry(SAT)),
    (("8.2", "E8.2"), entry(NOT, primary_reason="undated")),
)


def settle_everything(session):
    for key, said in SETTLING:
        session.moderate(key, said)


def rows_of(judged, phase):
    found = in_force(judged.workspace.store.events(), judged.application.reference, 1).judgements
    rows = (*found.judgements, *found.conclusions)
    return [row for row in rows if row.phase is phase]


@pytest.mark.parametrize("sealed", [("A1",), ("A2",)])
def test_the_panel_waits_for_every_seal_and_shows_nothing_before(judged, sealed):
    judged.register().sealed(*sealed)
    session = judged.by("C")
    assert "still open" in session.heading().why_not
    for ask in (session.agenda, lambda: session.look(WHOLE), lambda: session.sit("m", (), 1)):
        with pytest.raises(BadRequestError, match="still open"):
            ask()


def test_an_assessor_who_has_not_sealed_is_told_to(judged):
    judged.register().sealed("A2")
    assert "Seal your own" in judged.by("A1").heading().why_not


@pytest.mark.parametrize("person", ["A3", "nobody", "O"])
def test_somebody_without_a_part_in_it_sees_nothing(differing, person):
    assert "nothing here" in differing.by(person).heading().why_not


def test_a_recused_assessor_sees_nothing_and_cannot_be_present(differing):
    differing.people.declare(differing.application, "A2", conflicted=True, interests=("personal",))
    assert "nothing here" in differing.by("A2").heading().why_not
    with pytest.raises(BadRequestError, match="cannot be present"):
        differing.by("C").sit("m", ("C", "A2"), 1)
    assert differing.by("C").heading().presence.recused == 1


def test_the_agenda_stands_in_the_order_of_consequence_with_its_words(differing):
    agenda = sat_down(differing).agenda()
    assert [(group.heading, [(row.sub_category, row.words) for row in group.rows]) for group in agenda.groups] == [
        ("Could change the outcome: 2", [("5.2", "Item E5.2: verdicts differ"), ("5.2", "The whole: verdicts differ")]),
        ("Same verdict, other reason: 1", [("8.2", "Item E8.2: primary reason")]),
    ]
    assert (agenda.left, agenda.outcome) == (3, RuleStatus.UNDETERMINED)
    assert agenda.agreed == "15 items, 15 conclusions"


def test_names_are_hidden_and_the_order_of_sides_is_one_for_the_applications_whole_life(differing):
    before = [side.verdict for side in differing.by("C").look(WHOLE).sides]  # as a pack taken along has it
    session = sat_down(differing)
    assert {side.label for side in session.look(WHOLE).sides} == {"First judgement", "Second judgement"}
    for seed in range(6):
        assert [side.verdict for side in session.look(WHOLE).sides] == before
        session.rise()
        session.sit(f"m{seed}", ("C",), seed)


def test_the_order_of_sides_is_drawn_by_lot_for_each_application(differing):
    table = PanelTable(differing.workspace, differing.application, "C")
    orders = set()
    for number in range(12):
        table._state.events = (replace(table.events[0], hash=f"{number:064x}"), *table.events[1:])
        table._state.__dict__.pop("assessors", None)
        orders.add(table.assessors)
    assert orders == {("A1", "A2"), ("A2", "A1")}


def test_a_sealed_assessor_is_shown_nothing_before_sitting_down_and_may_not_reopen_after(differing):
    session = differing.by("A1")
    assert "Once a meeting begins with you in it" in session.heading().not_shown
    for ask in (
        session.agenda,
        lambda: session.look(WHOLE),
        session.take_away,
        lambda: session.effect(WHOLE, entry(NOT)),
    ):
        with pytest.raises(BadRequestError, match="open to you and yours is closed"):
            ask()
    assert not [event for event in differing.workspace.store.events() if event.kind == "reveal"]
    sat_down(differing)
    joining = differing.by("A1")
    joining.join()
    assert joining.agenda().left == 3
    (reveal,) = [event for event in differing.workspace.store.events() if event.kind == "reveal"]
    assert (reveal.actor, reveal.payload["of"]) == ("A1", "A2")


def test_the_list_tells_a_sealed_assessor_that_the_panel_sits_and_not_how_much_differs(differing):
    hall = Hall(differing.workspace, "A1")
    assert [(row.sitting, row.why_not, row.left) for row in hall.rows()] == [(False, "", None)]
    sat_down(differing)
    assert [(row.sitting, row.why_not, row.left) for row in hall.rows()] == [(True, "", None)]
    hall.open("EX-1").join()
    assert [(row.sitting, row.why_not, row.left) for row in hall.rows()] == [(True, "", 3)]


def test_what_is_over_stands_last_in_the_list_and_says_what_came_of_it(differing):
    session = sat_down(differing)
    settle_everything(session)
    session.choose_outcome(OutcomeKind.AWARD, "")
    hall = Hall(differing.workspace, "C")
    assert [(row.sitting, row.over, row.left) for row in hall.rows()] == [(True, "", 0)]
    session.rise()
    assert [(row.sitting, row.over, row.left) for row in hall.rows()] == [(False, "outcome chosen", None)]


def test_what_came_of_it_is_told_to_whom_the_decision_is_open(differing):
    session = sat_down(differing, present=("C", "A2"))
    settle_everything(session)
    session.choose_outcome(OutcomeKind.AWARD, "")
    session.rise()
    assert [row.over for row in Hall(differing.workspace, "A1").rows()] == [""]
    assert [row.over for row in Hall(differing.workspace, "C").rows()] == ["outcome chosen"]


def test_how_much_is_left_is_told_without_weighing_and_is_what_the_agenda_says(differing):
    session = sat_down(differing)
    told = [(session.left(), session.agenda().left)]
    for key, said in SETTLING:
        session.moderate(key, said)
        told.append((session.left(), session.agenda().left))
    assert told == [(3, 3), (2, 2), (1, 1), (0, 0)]


def test_an_application_that_cannot_be_opened_leaves_the_others_within_reach(differing, monkeypatch):
    def damaged(*_):
        raise RecordsError("A record is damaged.")

    monkeypatch.setattr(PanelTable, "catch_up", damaged)
    (row,) = Hall(differing.workspace, "C").rows()
    assert (row.why_not, row.left) == ("A record is damaged.", None)


def test_who_is_not_present_neither_joins_nor_records(differing):
    sat_down(differing, present=("C", "A2"))
    absent = differing.by("A1")
    for act in (absent.join, lambda: absent.moderate(WHOLE, entry(NOT))):
        with pytest.raises(BadRequestError, match="not among those who are present"):
            act()


def test_what_somebody_else_recorded_meanwhile_is_looked_at_before_anything_is_recorded(differing):
    chair = sat_down(differing)
    other = differing.by("A1")
    other.join()
    chair.catch_up()
    chair.moderate(WHOLE, entry(SAT))
    with pytest.raises(StaleWriteError, match="C recorded something here meanwhile"):
        other.moderate(WHOLE, entry(NOT))
    assert [row.verdict for row in rows_of(differing, Phase.MODERATION)] == [SAT]
    other.moderate(WHOLE, entry(NOT))
    assert [row.verdict for row in rows_of(differing, Phase.MODERATION)] == [NOT]


def test_looking_at_a_unit_is_never_refused_and_shows_what_others_recorded_meanwhile(differing):
    chair = sat_down(differing)
    other = differing.by("A1")
    other.join()
    other.turn_to(ITEM)
    chair.moderate(WHOLE, entry(SAT))  # what the other looks at changes nothing
    assert other.turn_to(WHOLE).settled.verdict is SAT


def test_who_waits_is_not_told_who_else_judges(judged):
    judged.register().sealed("A2")
    heading = judged.by("A1").heading()
    assert (heading.persons, heading.presence.present, heading.presence.recused) == ((), (), 0)


def test_names_are_shown_where_the_scheme_says_so(differing):
    differing.setting(panel_names="shown")
    assert {side.label for side in sat_down(differing).look(WHOLE).sides} == {"A1", "A2"}


def test_what_is_recorded_is_a_record_of_its_own_and_both_originals_stay(differing):
    before = rows_of(differing, Phase.INDIVIDUAL)
    session = sat_down(differing)
    session.moderate(WHOLE, entry(NOT))
    assert rows_of(differing, Phase.INDIVIDUAL) == before
    (row,) = rows_of(differing, Phase.MODERATION)
    assert (row.verdict, row.assessor, row.to_panel) == (NOT, "C", "Agreed after reading page 3 again.")
    assert session.look(WHOLE).settled.verdict is NOT
    assert session.agenda().left == 2


def test_following_a_side_takes_over_its_words(differing):
    session = sat_down(differing)
    sides = session.look(ITEM).sides
    against = next(side.number for side in sides if side.verdict is NOT)
    differing_reason = "undated"
    session.moderate(ITEM, entry(NOT, follows=against))
    (row,) = rows_of(differing, Phase.MODERATION)
    assert (row.primary_reason, row.reasons) == (differing_reason, (differing_reason,))


def test_a_verdict_that_no_side_gave_needs_its_reason_and_its_words(differing):
    session = sat_down(differing)
    with pytest.raises(BadRequestError, match="primary reason"):
        session.moderate(("2.1", "E2.1"), entry(NOT))
    with pytest.raises(BadRequestError, match="what the page shows"):
        session.moderate(("2.1", "E2.1"), entry(NOT, primary_reason="too_basic_or_minimal"))
    session.moderate(
        ("2.1", "E2.1"), entry(NOT, primary_reason="too_basic_or_minimal", seen="a list of names without a rule")
    )
    (row,) = rows_of(differing, Phase.MODERATION)
    assert (row.seen, row.primary_reason) == ("a list of names without a rule", "too_basic_or_minimal")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (entry(NOT, why=" "), "in one sentence why"),
        (entry(NOT, follows=3), "no such judgement"),
        (entry(SAT, seen="word " * 26), "at most 25 words"),
    ],
)
def test_what_lacks_something_is_refused_and_nothing_is_recorded(differing, said, why):
    session = sat_down(differing)
    with pytest.raises(BadRequestError, match=why):
        session.moderate(WHOLE, said)
    assert rows_of(differing, Phase.MODERATION) == []


def test_without_a_meeting_or_its_quorum_nothing_is_recorded(differing):
    session = differing.by("C")
    with pytest.raises(BadRequestError, match="Say who is present"):
        session.moderate(WHOLE, entry(NOT))
    differing.setting(panel_quorum="3")
    session.sit("m", ("C", "A1"), 1)
    with pytest.raises(BadRequestError, match="2 of 3 present, no quorum"):
        session.moderate(WHOLE, entry(NOT))
    assert not session.heading().presence.quorum_met


def test_a_later_word_of_the_panel_takes_the_place_of_the_one_before_whoever_writes_it_down(differing):
    sat_down(differing).moderate(WHOLE, entry(NOT))
    assistant = differing.by("C")
    assistant.moderate(WHOLE, entry(SAT))
    assert [row.verdict for row in rows_of(differing, Phase.MODERATION)] == [SAT]


def test_what_the_panel_recorded_can_be_taken_back(differing):
    session = sat_down(differing)
    session.moderate(WHOLE, entry(NOT))
    session.take_back(WHOLE)
    assert rows_of(differing, Phase.MODERATION) == []
    assert session.agenda().left == 3
    with pytest.raises(BadRequestError, match="nothing here that could be taken back"):
        session.take_back(WHOLE)


def test_the_panel_undoes_its_own_last_act_and_no_assessors(differing):
    session = sat_down(differing)
    assert session.undoable() == ""
    with pytest.raises(BadRequestError, match="nothing to undo"):
        session.undo()
    session.moderate(WHOLE, entry(NOT))
    assert session.undoable() == "the panel's conclusion"
    assert session.undo()[0] == "Undone: the panel's conclusion."
    assert rows_of(differing, Phase.MODERATION) == []
    assert session.undoable() == ""
    assert len(rows_of(differing, Phase.INDIVIDUAL)) > 0


def test_what_the_panel_decided_is_undone_by_a_panel_that_sits(differing):
    session = sat_down(differing)
    session.moderate(WHOLE, entry(NOT))
    session.rise()
    with pytest.raises(BadRequestError, match="No meeting sits"):
        session.undo()
    session.sit("again", ("A1", "A2"), 1)
    with pytest.raises(BadRequestError, match="not among those who are present"):
        session.undo()
    assert [row.verdict for row in rows_of(differing, Phase.MODERATION)] == [NOT]


def test_an_assessor_who_sits_down_is_shown_the_others_and_cannot_reopen(differing):
    session = sat_down(differing, person="A1", present=("A1", "A2"))
    reveals = [event for event in differing.workspace.store.events() if event.kind == "reveal"]
    assert [(event.actor, event.payload["of"]) for event in reveals] == [("A1", "A2")]
    assert session.agenda().left == 3


def test_the_effect_is_told_before_anything_is_recorded(differing):
    session = sat_down(differing)
    told = session.effect(WHOLE, entry(NOT, why=""))
    assert (told.now, told.then) == (RuleStatus.UNDETERMINED, RuleStatus.NOT_MET)
    (count,) = [row for row in told.rows if row.rule.endswith("min 14")]
    assert (count.now, count.then) == ("13 to 14", "13")
    assert rows_of(differing, Phase.MODERATION) == []


def test_the_agreed_rest_is_accepted_in_one_step_once_its_sample_was_opened(differing):
    differing.setting(sample_share="10")
    session = sat_down(differing)
    sampled = session.agenda().sampled
    assert len(sampled) == 2
    with pytest.raises(BadRequestError, match="Drawn for a check"):
        session.accept()
    for code in sampled:
        session.turn_to((code, ""))
    session.accept()
    agenda = session.agenda()
    assert agenda.accepted
    (said,) = in_force(differing.workspace.store.events(), differing.application.reference, 1).acceptances
    assert len(said.sub_categories) == 15
    assert said.sampled == sampled


def test_minutes_are_counted_for_what_is_on_the_table(differing):
    session = sat_down(differing)
    session.turn_to(ITEM)
    for _ in range(150):  # the clock of the tests ticks a second each time it is asked
        differing.workspace.clock()
    session.turn_to(WHOLE)
    (first, *_), *_ = [group.rows for group in session.agenda().groups]
    assert first.minutes >= 2


def test_the_outcome_waits_until_nothing_is_left(differing):
    session = sat_down(differing)
    with pytest.raises(BadRequestError, match="3 units on the agenda are open"):
        session.choose_outcome(OutcomeKind.AWARD, "")
    settle_everything(session)
    session.choose_outcome(OutcomeKind.AWARD, "")
    assert session.agenda().outcome is RuleStatus.MET
    assert differing.people.standing("O", differing.application) == "office"


def test_rising_ends_the_meeting_and_keeps_who_was_there(differing):
    session = sat_down(differing)
    session.rise()
    assert not session.heading().sitting
    (meeting,) = in_force(differing.workspace.store.events(), differing.application.reference, 1).meetings
    assert meeting.present == ("C", "A1", "A2")
    with pytest.raises(BadRequestError, match="No meeting sits"):
        session.rise()


def test_a_workspace_without_a_register_has_a_panel_too(judged):
    judged.written.fail("5.2", "A1")
    judged.sealed()
    session = judged.by("A9")
    session.sit("m", ("A1", "A2"), 1)
    assert session.agenda().left == 2


def test_the_consequence_of_each_row_is_kept_for_the_page(differing):
    kinds = [group.consequence for group in sat_down(differing).agenda().groups]
    assert kinds == [Consequence.OUTCOME, Consequence.REASONS]


def test_once_the_panel_has_sat_no_assessment_is_reopened(differing):
    from mrse_assess.workbench.assessment import Assessment
    from mrse_assess.workbench.closing import reopen

    sat_down(differing).rise()
    own = Assessment(differing.workspace, differing.workspace.application(differing.application.reference), "A1")
    with pytest.raises(BadRequestError, match="The panel has sat"):
        reopen(own, "I missed a page.")
