"""The letter's page: what it shows to whom, and that an act is refused where the page shows what is no longer so."""

import pytest

from mrse_assess.errors import BadRequestError, RecordsError, StaleWriteError
from mrse_assess.letter import trace
from mrse_assess.workbench.letter_life.page_views import LetterPageAct, SheetPart, Way
from mrse_assess.workbench.letter_life.session import LetterSession
from mrse_assess.workbench.letter_life.views import LetterState
from mrse_assess.workbench.outcome_views import LetterForm
from mrse_assess.workbench.panel.hall import Hall
from mrse_assess.workbench.start import StartPage
from mrse_assess.workbench.views import Unit
from mrse_assess.workspace.issued_letters import PDF, WORD

from .conftest import CHOSE, ISSUES, SIGNS

FEEDBACK = "Item E4.1 sets out each hazard step by step."


def page(settled, person=ISSUES):
    return LetterSession(settled.workspace, settled.workspace.application(settled.application.reference), person)


def sentences(view):
    return [one for block in view.blocks for line in block.lines for one in line]


def act_of(view, act):
    return next(one for one in view.acts if one.act is act)


def credit(settled):
    """A sentence of credit in the letter, accepted by the panel; its number."""
    for who in ("A1", "A2"):
        settled.item(who, "4.1", feedback=FEEDBACK)
    settled.session().accept()
    return next(one for one in sentences(page(settled).view()) if one.text.startswith("The assessors noted"))


def test_the_sheet_is_the_letter_in_order_under_the_numbers_of_the_trace(chosen):
    shown = sentences(page(chosen).view())
    traced = {one["n"]: one["text"] for one in trace(chosen.desk().draft().letter)}
    assert {one.number: one.text for one in shown} == traced
    assert [one.number for one in shown] == sorted(traced)


def test_what_a_draft_says_of_itself_is_neither_on_the_sheet_nor_counted(differing):
    view = page(differing, CHOSE).view()
    traced = trace(differing.desk(CHOSE).draft().letter)
    assert any(one["section"] == "draft" for one in traced)
    shown = sentences(view)
    assert [one.text for one in shown] == [one["text"] for one in traced if one["section"] != "draft"]
    assert [one.number for one in shown] == list(range(1, len(shown) + 1))
    assert view.blocks[0].part is SheetPart.HEAD
    assert view.blocks[-1].part is SheetPart.FOOT
    assert {one.lead for one in view.notices} >= {"Outcomes that a person may choose now:"}


def test_it_is_said_what_is_next_and_who_does_it(chosen):
    step = page(chosen, SIGNS).view().next_step
    assert step == "O or O2 reads the letter and signs it off. C chose the outcome, so cannot."
    assert page(chosen, SIGNS).view().mine
    assert not page(chosen, CHOSE).view().mine
    chosen.signed()
    assert page(chosen).view().next_step == "O issues the letter. O2 signed it off, so cannot."
    assert page(chosen).view().mine
    assert not page(chosen, SIGNS).view().mine
    assert page(chosen).view().state is LetterState.SIGNED_OFF


@pytest.mark.parametrize(
    ("person", "act", "why"),
    [
        (CHOSE, LetterPageAct.SIGN_OFF, "The one who chose the outcome cannot sign the letter off."),
        (CHOSE, LetterPageAct.ISSUE, "The office issues letters."),
        (ISSUES, LetterPageAct.ISSUE, "No second person has signed the letter off. "),
    ],
)
def test_what_is_not_this_persons_to_do_says_why(chosen, person, act, why):
    assert act_of(page(chosen, person).view(), act).why_not.startswith(why)


def test_two_persons_sign_off_and_issue_and_the_files_are_the_frozen_ones(chosen):
    assert page(chosen, SIGNS).act(LetterPageAct.SIGN_OFF, "") == "EX-1-1-A is signed off."
    session = page(chosen)
    issuing = session.issue()
    issuing.result()
    assert session.issued(issuing) == "EX-1-1-A is issued, and its files are frozen."
    view = session.view()
    assert view.state is LetterState.ISSUED
    stored = chosen.workspace.layout.letters / "EX-1-1-A"
    for form, name in ((LetterForm.DOCX, WORD), (LetterForm.PDF, PDF)):
        file = session.issued_file("EX-1-1-A", form)
        assert file.data == (stored / name).read_bytes()
        assert file.name == f"EX-1-1-A.{form.value}"
    assert view.told.text.startswith("Application EX-1, attempt 1: ")
    assert view.told.persons == ("A1", "A2")
    assert "A1" not in view.told.text
    with pytest.raises(BadRequestError, match="was issued: take its own files"):
        session.draft_file(LetterForm.PDF)


def test_a_sentence_shows_the_judgements_behind_it_and_no_name_while_names_are_hidden(chosen):
    number = credit(chosen).number
    found = page(chosen).sentence(number)
    assert {row.what for row in found.rows} >= {"Item E4.1 for 4.1"}
    assert {row.by for row in found.rows} <= {"first judgement", "second judgement", "the panel"}
    assert any(f"Note for the applicant: {FEEDBACK}" in row.lines for row in found.rows)
    chosen.workspace.set_setting("panel_names", "shown", "minute 5")
    assert {row.by for row in page(chosen).sentence(number).rows} >= {"A1", "A2"}


def test_a_sentence_of_the_office_names_its_setting_and_where_that_comes_from(chosen):
    session = page(chosen)
    signature = next(one for one in sentences(session.view()) if one.text.startswith("For the "))
    assert any("from: " in words for words in session.sentence(signature.number).sources)


def test_a_sentence_is_put_into_other_words_and_composed_again(chosen):
    one = credit(chosen)
    session = page(chosen)
    text = one.text.replace("sets out", "names")
    assert session.edit(one.number, one.anchor, text, "plainer") == f"Sentence {one.number} stands in your words."
    (edit,) = session.view().edits
    assert (edit.number, edit.text, edit.composed, edit.by, edit.why) == (one.number, text, one.text, ISSUES, "plainer")
    shown = next(now for now in sentences(session.view()) if now.number == one.number)
    assert (shown.text, shown.edited, shown.anchor) == (text, True, one.anchor)
    said = session.remove_edit(edit.anchor, "the first was better")
    assert said == f"Sentence {one.number} stands as it was composed again."
    assert session.view().edits == ()


def test_a_ground_that_an_edit_brings_is_said_at_once(chosen):
    one = credit(chosen)
    session = page(chosen)
    said = session.edit(one.number, one.anchor, "The assessors noted that an item names each hazard.", "plainer")
    assert "It keeps the letter back now: An edit changes a number, a date, a page or an item." in said
    (ground,) = session.view().grounds
    assert ground.sentence == one.number
    assert next(now for now in sentences(session.view()) if now.number == one.number).refused


def test_an_edit_that_fits_no_sentence_any_more_shows_what_has_changed(chosen):
    one = credit(chosen)
    page(chosen).edit(one.number, one.anchor, one.text.replace("sets out", "names"), "plainer")
    for who in ("A1", "A2"):
        chosen.item(who, "4.1", feedback="Item E4.1 sets out every hazard step by step.")
    chosen.session().accept()
    session = page(chosen)
    (edit,) = session.view().edits
    assert edit.stale
    assert (edit.composed, edit.now) == (one.text, one.text.replace("each", "every"))
    assert session.remove_edit(edit.anchor, "read again") == "The words that fitted no sentence are gone."


def test_no_other_sentence_is_changed_than_the_one_that_was_read(chosen):
    one = credit(chosen)
    session = page(chosen)
    with pytest.raises(StaleWriteError, match="nothing was recorded"):
        session.edit(one.number + 1, one.anchor, "Other words.", "plainer")
    with pytest.raises(StaleWriteError, match="nothing was recorded"):
        session.edit(one.number, "", "Other words.", "plainer")
    assert page(chosen).view().edits == ()


def test_an_act_on_a_page_that_is_behind_is_refused_and_says_what_was_done(chosen):
    one = credit(chosen)
    behind = page(chosen, SIGNS)
    assert behind.elsewhere() == ""
    page(chosen).edit(one.number, one.anchor, one.text.replace("sets out", "names"), "plainer")
    assert behind.elsewhere().startswith("O changed the words of a sentence at ")
    with pytest.raises(StaleWriteError, match=r"O changed the words of a sentence at .* up to date now"):
        behind.act(LetterPageAct.SIGN_OFF, "")
    assert page(chosen).view().state is LetterState.DRAFTED
    behind.catch_up()
    assert behind.elsewhere() == ""
    assert behind.act(LetterPageAct.SIGN_OFF, "") == "EX-1-1-A is signed off."


def test_ones_own_other_tab_and_a_setting_make_a_page_behind_too(chosen):
    session = page(chosen, SIGNS)
    page(chosen, SIGNS).act(LetterPageAct.HOLD, "a query")
    assert session.elsewhere().startswith("You, in another tab, held the letter at ")
    session.catch_up()
    chosen.workspace.set_setting("panel_names", "shown", "minute 5", by=ISSUES)
    assert session.elsewhere().startswith("O changed a setting of the scheme at ")


def test_a_held_letter_says_why_and_takes_only_its_release(chosen):
    session = page(chosen)
    session.act(LetterPageAct.HOLD, "the applicant asked a question")
    view = session.view()
    assert view.state is LetterState.HELD
    assert "The letter is held: the applicant asked a question." in view.next_step
    assert act_of(view, LetterPageAct.SIGN_OFF).why_not == "The letter is held; release it first."
    with pytest.raises(BadRequestError, match="Write why"):
        session.act(LetterPageAct.RELEASE, " ")
    assert session.act(LetterPageAct.RELEASE, "answered") == "EX-1-1-A is released."
    assert session.view().state is LetterState.DRAFTED


def test_a_recalled_letter_stays_listed_and_the_next_has_another_number(issued):
    session = page(issued)
    assert session.act(LetterPageAct.RECALL, "an item was read wrongly") == "EX-1-1-A is recalled."
    view = session.view()
    (line,) = view.issued
    assert (line.letter, line.state, line.why, line.outcome) == (
        "EX-1-1-A", LetterState.RECALLED, "an item was read wrongly", "Award",
    )  # fmt: skip
    assert (view.letter, view.state) == ("EX-1-1-A-2", LetterState.DRAFTED)
    assert session.issued_file("EX-1-1-A", LetterForm.PDF).data


def test_an_issued_letter_takes_no_edit_and_says_how_it_could(issued):
    session = page(issued)
    one = next(one for one in sentences(session.view()) if one.rests)
    why = "EX-1-1-A was issued. Recall or supersede it first"
    assert session.sentence(one.number).why_not_edit.startswith(why)
    with pytest.raises(BadRequestError, match="Recall or supersede it first"):
        session.edit(one.number, one.anchor, "Other words.", "plainer")


def test_what_changed_since_the_issue_is_marked_and_never_passed_off_as_sent(issued):
    assert not any(one.moved for one in sentences(page(issued).view()))
    issued.workspace.set_setting("signatory_role", "Scheme Manager", "minute 9")
    view = page(issued).view()
    assert view.moved
    (moved,) = [one.text for one in sentences(view) if one.moved]
    assert moved.endswith("Scheme Manager")


def test_a_file_that_was_tampered_with_is_named_and_not_given(issued):
    (issued.workspace.layout.letters / "EX-1-1-A" / PDF).write_bytes(b"%PDF another")
    session = page(issued)
    (line,) = session.view().issued
    assert line.fault == "letter.pdf of the letter EX-1-1-A was changed after its issue. Restore a backup."
    with pytest.raises(RecordsError, match="was changed after its issue"):
        session.issued_file("EX-1-1-A", LetterForm.PDF)
    assert session.issued_file("EX-1-1-A", LetterForm.DOCX).data
    with pytest.raises(BadRequestError, match="No letter"):
        session.issued_file("../EX-1-1-A", LetterForm.PDF)


def test_a_draft_is_marked_on_every_page_also_when_nothing_keeps_it_back(chosen):
    import pymupdf

    file = page(chosen).draft_file(LetterForm.PDF).result()
    assert file.name == "EX-1-1-A draft.pdf"
    with pymupdf.open(stream=file.data, filetype="pdf") as drawn:
        assert all("DRAFT, NOT ISSUED" in sheet.get_text() for sheet in drawn)


@pytest.mark.parametrize("person", ["A1", "A3", "nobody", ""])
def test_nobody_else_opens_it(chosen, person):
    with pytest.raises(BadRequestError):
        page(chosen, person)


def test_a_ground_of_the_panel_shows_what_was_recorded(chosen):
    chosen.item("A1", "4.1", feedback=FEEDBACK)
    (ground,) = page(chosen, CHOSE).view().grounds
    assert ground.found == "4.1: the panel has not accepted what the assessors agree on."
    assert {row.by for row in ground.rows} == {"first judgement", "second judgement"}
    assert {row.unit for row in ground.rows} == {Unit("4.1", "")}
    assert ground.way is Way.PANEL


def test_without_an_outcome_the_panel_is_next(differing):
    view = page(differing, CHOSE).view()
    assert view.next_step == "The panel chooses an outcome; until then there is no letter to sign off."
    assert "No person has chosen an outcome." in {one.found for one in view.grounds}


@pytest.mark.parametrize("room", [StartPage, Hall], ids=["start page", "panel"])
def test_it_opens_from_start_page_and_panel_for_those_who_may_look_and_for_nobody_else(chosen, room):
    reference = chosen.application.reference
    assert room(chosen.workspace, CHOSE).letter(reference).view().letter == "EX-1-1-A"
    with pytest.raises(BadRequestError, match="There is no application"):
        room(chosen.workspace, "A3").letter(reference)
    with pytest.raises(BadRequestError, match="takes another part"):
        room(chosen.workspace, "A1").letter(reference)
