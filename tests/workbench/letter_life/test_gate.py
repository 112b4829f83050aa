"""What keeps a letter from being issued beside the letter's own gate: panel, private words, identifiers, names."""

from dataclasses import replace

import pytest

from mrse_assess.model import acts
from mrse_assess.model.judgement import PartConfirmation
from mrse_assess.terms import EventKind, OutcomeKind, Verdict
from mrse_assess.workbench.letter_life import draft_of
from mrse_assess.workbench.panel.views import ModerationEntry
from mrse_assess.workbench.whole import WholeCase

from .conftest import Settled

SETTLED = ModerationEntry(
    verdict=Verdict.NOT_SATISFACTORY, why="No date on any page.", primary_reason="undated", seen="a page without a date"
)


def chosen_past_the_panel(settled, kind=OutcomeKind.AWARD):
    """The outcome recorded without the panel's page, which would not let it."""
    WholeCase(settled.workspace, settled.application).choose_outcome(kind, "as the rules stand", "C")
    return settled


def grounds(settled, code):
    return [one for one in settled.desk().grounds() if one.code == code]


def test_a_difference_that_the_panel_has_not_settled_is_named_with_its_records(differing):
    chosen_past_the_panel(differing)
    found = grounds(differing, "unmoderated")
    assert [one.found.split(":")[0] for one in found] == ["Item E5.2 for 5.2"]
    letter = draft_of(differing.workspace, differing.application).letter
    sentences = dict(enumerate(letter.sentences(), 1))
    for one in found:
        assert len(one.rows) == 2
        assert one.sentence is None or set(one.rows) & set(sentences[one.sentence].rows)
    assert letter.draft
    assert "the panel has not settled it" in " ".join(sentence.text for sentence in letter.sentences())


def test_what_the_panel_settles_and_accepts_stands_in_the_way_no_more(differing):
    differing.met()
    differing.session().moderate(("5.2", "E5.2"), SETTLED)
    assert [one.found for one in differing.chose().desk().grounds()] == ["No second person has signed the letter off."]


def test_agreed_findings_that_the_panel_never_accepted_are_named(differing):
    differing.met(accept=False)
    differing.session().moderate(("5.2", "E5.2"), SETTLED)
    differing.chose()
    found = grounds(differing, "not-accepted")
    assert [one.found.split(":")[0] for one in found] == list(differing.workspace.scheme.codes)
    assert all(len(one.rows) == 2 and one.sentence for one in found)


def test_what_was_judged_anew_after_the_acceptance_has_to_be_accepted_anew(chosen):
    chosen.item("A1", "4.1", feedback="Item E4.1 shows each step.")
    assert [one.found.split(":")[0] for one in grounds(chosen, "not-accepted")] == ["4.1"]


def test_nothing_is_asked_of_the_panel_where_no_finding_is_stated(differing):
    differing.says("O", PartConfirmation(application="EX-1", attempt=1, part="authentication", confirmed=False))
    chosen_past_the_panel(differing, OutcomeKind.INCOMPLETE)
    assert differing.codes() == {"sign-off-missing"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Patient 943 476 5919 was named in item E4.1.", "identifier"),
        ("The patient, born on 3 March 1956, was scanned.", "identifier"),
        ("Hospital number RX804613 stands on item E4.1.", "identifier"),
        ("CHI number 0311563335 stands on item E4.1.", "identifier"),
        ("As A2 said, item E4.1 is sound.", "assessor-named"),
        ("As Ann Ormskirk said, item E4.1 is sound.", "assessor-named"),
        ("As quillfeather said, item E4.1 is sound.", "assessor-named"),
        ("The applicant will not manage alone, I fear.", "note-quoted"),
        ("Not convincing at all to me.", "note-quoted"),
    ],
)
def test_private_words_identifiers_and_names_are_refused_with_sentence_and_row(chosen, words, code):
    of = {"application": "EX-1", "attempt": 1}
    note = acts.PrivateNote(**of, sub_category="4.1", text="Look again. The applicant will not manage alone, I fear.")
    chosen.says("A2", note)
    chosen.says("A2", replace(note, text="Looked again."))  # what was said stays private
    chosen.item("A1", "4.1", to_panel="Not convincing at all to me. Ask the chair.")
    stored = chosen.item("A1", "4.1", feedback=words)
    (found,) = grounds(chosen, code)
    letter = draft_of(chosen.workspace, chosen.application).letter
    sentence = tuple(letter.sentences())[found.sentence - 1]
    assert words.rstrip(".").casefold() in sentence.text.casefold()
    assert stored.event in found.rows
    assert words not in f"{found.found} {found.advice}"


def test_the_applicants_own_family_name_is_no_assessors(chosen):
    chosen.people.register(acts.Person(person="A2", roles=("assessor",), name="Bob Example"), "O")
    chosen.item("A1", "4.1", feedback="The report by Example sets out each step.")
    assert "assessor-named" not in chosen.codes()


def test_an_unset_setting_still_keeps_it_back(chosen):
    chosen.workspace.set_setting("appeal_period", "", "minute 5")
    assert "setting-unset" in chosen.codes()


def test_without_a_register_differences_count_and_nobody_is_asked_to_accept(workspace, application):
    settled = Settled(workspace, application).settings()
    settled.written.item("A1", "4.1", "E4.1", mhra_reference=True)
    chosen_past_the_panel(settled.sealed().parts())
    assert settled.codes() == {"unmoderated", "sign-off-missing"}


def test_a_ground_about_the_letter_itself_names_the_record_it_rests_on(chosen):
    chosen.signed()
    held = chosen.desk().hold("the minutes are awaited")
    assert [one.rows for one in grounds(chosen, "held")] == [(held.event,)]
    signed = next(e for e in chosen.workspace.store.events() if e.kind is EventKind.SIGN_OFF)
    chosen.workspace.set_setting("appeal_period", "by 20 December 2026", "minute 5")
    assert [one.rows for one in grounds(chosen, "sign-off-stale")] == [(signed.event,)]
