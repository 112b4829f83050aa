"""Judging through the workbench: what the page would do, without a page."""

from dataclasses import replace

import pytest

from mrse_assess.documents import PageWords
from mrse_assess.errors import BadRequestError, StaleWriteError
from mrse_assess.scheme import load_scheme
from mrse_assess.terms import OutcomeKind, RuleStatus, Verdict
from mrse_assess.workbench import pictures
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.outcome_views import LetterForm
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.views import ConclusionEntry, Entry, Place, RowState, Unit


def test_the_table_has_become_the_worklist(bench):
    rows = {row.code: [claim.evidence_id for claim in row.claims] for row in bench.worklist().rows}
    assert len(rows) == 16
    assert {code: claims for code, claims in rows.items() if claims} == {
        "1.1": ["1"],
        "1.2": ["1"],
        "3": ["1", "2"],
        "4.1": ["2"],
        "5.2": ["9"],
    }
    assert [item.evidence_id for item in bench.worklist().uncited] == ["3"]
    assert all(row.state is RowState.NOT_YET_JUDGED for row in bench.worklist().rows)


def test_a_reference_that_leads_nowhere_says_so(bench):
    (claim,) = next(row for row in bench.worklist().rows if row.code == "5.2").claims
    assert claim.leads_nowhere
    item = bench.item("9")
    assert item.pages == ()
    assert "Nothing in the portfolio bears that label" in item.why_empty


def test_nothing_is_decided_before_anything_is_judged(bench):
    assert bench.standing().outcome is RuleStatus.UNDETERMINED
    assert bench.heading().judged == 0
    assert bench.heading().claims == 6
    assert bench.next_unjudged(None) == Unit("1.1", "1")


ONE = Unit("1.1", "1")


def entry(verdict=Verdict.SATISFACTORY, **said):
    return Entry(verdict=verdict, **said)


def reopened(bench, workspace, application, assessor="A1"):
    return OpenWorkbench(Assessment(workspace, application, assessor))


def test_a_judgement_is_on_disk_when_the_receipt_comes(bench, workspace, application):
    receipt = bench.judge(ONE, entry(feedback="Clear reporting lines.", page=2))
    (event,) = workspace.store.events(application="EX-1", actor="A1")
    assert receipt.event == event.event
    assert event.payload["page"] == "page 4 of Portfolio.pdf, page 2 of the item"
    view = reopened(bench, workspace, application).judgement(ONE)
    assert view.entry == entry(feedback="Clear reporting lines.", page=2)
    assert view.saved_at == receipt.saved_at


def test_the_row_and_the_counts_follow_the_judgement(bench):
    bench.judge(ONE, entry())
    row = bench.worklist().rows[0]
    assert (row.state, row.claims[0].verdict) == (RowState.IN_PROGRESS, Verdict.SATISFACTORY)
    assert bench.heading().judged == 1
    bench.conclude("1.1", ConclusionEntry(verdict=Verdict.SATISFACTORY))
    assert bench.worklist().rows[0].state is RowState.SATISFACTORY
    assert bench.standing().rules[0].observed == 1


def test_next_goes_over_every_unit_once_and_parked_ones_last(bench):
    bench.park(ONE, "compare with item 2")
    seen = []
    while (unit := bench.next_unjudged(seen[-1] if seen else None)) is not None:
        seen.append(unit)
        if unit.evidence_id:
            bench.judge(unit, entry(Verdict.NOT_SATISFACTORY, reasons=("undated",), primary_reason="undated"))
        else:
            bench.conclude(unit.sub_category, ConclusionEntry(verdict=Verdict.NOT_SATISFACTORY))
    assert len(seen) == len(set(seen)) == 6 + 16
    assert seen[-2:] == [ONE, Unit("1.1", "")]


def test_a_private_note_reaches_neither_frame_nor_panel(bench, workspace, application):
    bench.judge(ONE, entry(private="ask the chair about this hospital"))
    (judged,) = bench._assessment.own.judgements
    assert "chair" not in repr(judged)
    assert bench.judgement(ONE).entry.private == "ask the chair about this hospital"
    assert reopened(bench, workspace, application, "A2").judgement(ONE).entry.private == ""


def test_another_assessor_sees_nothing_of_it(bench, workspace, application):
    other = reopened(bench, workspace, application, "A2")
    bench.judge(ONE, entry(feedback="Clear."))
    other.catch_up()
    assert other.judgement(ONE).entry == Entry()
    assert other.judgement(ONE).history == ()
    assert other.heading().judged == 0
    assert other.standing() == reopened(bench, workspace, application, "A3").standing()
    assert "Clear." not in repr(other.letter())


def test_half_typed_words_come_back_and_go_when_recorded(bench, workspace, application):
    bench.save_draft(ONE, Entry(feedback="Please also show"))
    again = reopened(bench, workspace, application)
    assert again.judgement(ONE).drafted
    assert again.judgement(ONE).entry.feedback == "Please also show"
    again.judge(ONE, entry(feedback="Please also show the dates."))
    assert not again.judgement(ONE).drafted
    assert again.judgement(ONE).entry.feedback == "Please also show the dates."


def test_a_draft_of_another_version_is_passed_over(bench, workspace):
    workspace.store.save_draft("EX-1", "A1", "judgement/1.1/1", '["not", "ours"]')
    assert bench.judgement(ONE).entry == Entry()


def test_a_second_tab_cannot_overwrite(bench, workspace, application):
    other = reopened(bench, workspace, application)
    bench.judge(ONE, entry())
    with pytest.raises(StaleWriteError):
        other.judge(ONE, entry(Verdict.NOT_SATISFACTORY))
    other.catch_up()
    other.judge(ONE, entry(Verdict.NOT_SATISFACTORY))
    bench.catch_up()
    assert bench.judgement(ONE).entry.verdict is Verdict.NOT_SATISFACTORY


def test_taking_back_leaves_the_unit_unjudged_and_the_history_whole(bench):
    bench.judge(ONE, entry())
    bench.judge(ONE, entry(Verdict.NOT_SATISFACTORY, reasons=("undated",), primary_reason="undated"))
    bench.withdraw(ONE)
    view = bench.judgement(ONE)
    assert view.entry.verdict is None
    assert [line.words for line in view.history] == [
        "Taken back, from not satisfactory",
        "Not satisfactory, from satisfactory",
        "Satisfactory",
    ]
    with pytest.raises(BadRequestError, match="nothing to take back"):
        bench.withdraw(ONE)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"verdict": None}, "Choose a verdict"),
        ({"verdict": Verdict.NOTHING_OFFERED}, "Choose a verdict"),
        ({"reasons": ("made_up",), "primary_reason": "made_up"}, "no reason 'made_up'"),
        ({"reasons": ("undated",)}, "primary"),
        ({"reasons": ("undated",), "primary_reason": "outdated"}, "primary"),
        ({"contribution": ("watch",)}, "no kind of contribution"),
        ({"target": "9.9"}, "no sub-category"),
        ({"mhra_edition": "v99"}, "no edition"),
        ({"seen": "word " * 26}, "at most 25 words"),
    ],
)
def test_what_the_scheme_does_not_have_is_not_recorded(bench, workspace, said, message):
    with pytest.raises(BadRequestError, match=message):
        bench.judge(ONE, Entry(**{"verdict": Verdict.SATISFACTORY, **said}))
    assert workspace.store.events(actor="A1") == ()


@pytest.mark.parametrize("unit", [Unit("1.1", "77"), Unit("9.9", "1"), Unit("", "1")])
def test_units_that_are_not_there_are_refused(bench, unit):
    with pytest.raises(BadRequestError):
        bench.judge(unit, entry())


@pytest.mark.parametrize("section", ["", "2.4", "4.3, 4.5"])
def test_an_mhra_reference_keeps_edition_and_section(bench, section):
    bench.judge(ONE, entry(mhra_edition="v4.3 (2021)", mhra_section=section))
    kept = bench.judgement(ONE).entry
    assert (kept.mhra_edition, kept.mhra_section) == ("v4.3 (2021)", section)


def test_the_binding_note_of_category_3_counts_independent_items(bench):
    def counts():
        return [note.count for note in bench.guidance("3").notes if note.count]

    assert counts() == ["0 so far"]
    bench.judge(Unit("3", "1"), entry(independent_group="A"))
    assert bench.judgement(Unit("3", "2")).groups[0].members == "item 1"
    bench.judge(Unit("3", "2"), entry(independent_group="A"))
    bench.conclude("3", ConclusionEntry(verdict=Verdict.SATISFACTORY, to_panel="Item 2 shows two cases."))
    assert counts() == ["1 so far"]


def test_a_conclusion_against_the_items_needs_a_sentence_to_the_panel(bench):
    with pytest.raises(BadRequestError, match="sentence to the panel"):
        bench.conclude("3", ConclusionEntry(verdict=Verdict.SATISFACTORY))
    assert "0 independent items of 2" in bench.conclusion("3").hesitate
    assert bench.conclusion("4.2").hesitate == "0 satisfactory items of 1; nothing claimed"


def test_the_place_comes_back_tomorrow(bench, workspace, application):
    assert bench.place() is None
    bench.remember_place(Place(ONE, 2))
    assert reopened(bench, workspace, application).place() == Place(ONE, 2)


def test_a_page_comes_as_picture_with_its_words(bench):
    picture = bench.page_picture("1", 2, 96).result(timeout=60)
    assert picture.data[:4] in (b"\x89PNG", b"\xff\xd8\xff\xe0")
    assert "Reporting" in {word.text for word in picture.words}
    with pytest.raises(BadRequestError, match="no page 3"):
        bench.page_picture("1", 3, 96)


def test_a_page_of_recognised_words_shows_those_of_its_reading_and_says_so(bench, monkeypatch):
    (document,) = bench._assessment.read_portfolio.documents
    read = replace(bench._assessment.read_portfolio, documents=(replace(document, pages_recognised=(3,)),))
    bench._assessment.__dict__["read_portfolio"] = read
    bench._assessment._derived.clear()
    recognised = PageWords(texts=("as", "recognised"), boxes=((1, 2, 3, 4), (5, 6, 7, 8)), lines=(0, 1))
    monkeypatch.setattr(pictures, "words_there", lambda *_: recognised)
    shown = {number: bench.page_picture("1", number, 96).result(timeout=60) for number in (1, 2)}
    assert [shown[number].recognised for number in (1, 2)] == [True, False]
    assert [(word.text, word.line) for word in shown[1].words] == [("as", 0), ("recognised", 1)]
    assert "Reporting" in {word.text for word in shown[2].words}
    assert [page.recognised for page in bench.item("1").pages] == [True, False]


def test_parts_say_what_was_found_and_wait_for_a_person(bench):
    found = {part.part: part for part in bench.parts()}
    assert "Dr Bea Referee" in found["authentication"].found
    assert found["cross_reference_table"].found == "On page 2 of Portfolio.pdf."
    assert all(part.confirmed is None for part in found.values())
    bench.confirm_part("authentication", confirmed=True)
    assert {part.part: part for part in bench.parts()}["authentication"].confirmed
    with pytest.raises(BadRequestError, match="no part"):
        bench.confirm_part("fee", confirmed=True)


def award(bench):
    """Judge everything so that every rule is met."""
    for code in load_scheme().codes:
        for number, evidence_id in enumerate(("1", "2") if code == "3" else ("1",)):
            group = "AB"[number] if code == "3" else ""
            bench.judge(Unit(code, evidence_id), entry(mhra_edition="v4.3 (2021)", independent_group=group))
        bench.conclude(code, ConclusionEntry(verdict=Verdict.SATISFACTORY))
    for part in bench.parts():
        bench.confirm_part(part.part, confirmed=True)


def test_an_award_is_reached_chosen_by_a_person_and_written(bench, workspace):
    award(bench)
    assert bench.standing().outcome is RuleStatus.MET
    allowed = [choice.kind for choice in bench.outcomes().choices if not choice.why_not]
    assert allowed == [OutcomeKind.AWARD]
    bench.choose_outcome(OutcomeKind.AWARD, "")
    draft = bench.letter()
    text = " ".join(span.text for block in draft.blocks for line in block.lines for span in line)
    assert "16" in text
    assert "[TO BE SET BY THE SCHEME: role that signs for the scheme]" in text
    assert any("role that signs for the scheme" in refusal for refusal in draft.refusals)
    file = bench.letter_file(LetterForm.PDF).result(timeout=60)
    assert file.data.startswith(b"%PDF")
    assert file.name == "EX-1 letter draft.pdf"


def test_the_outcome_is_chosen_on_a_sealed_assessment_too(bench):
    award(bench)
    for claim in (Unit("4.1", "2"), Unit("5.2", "9")):
        bench.judge(claim, entry())
    bench.course.seal()
    bench.choose_outcome(OutcomeKind.AWARD, "")
    assert bench.outcomes().chosen is OutcomeKind.AWARD


def test_an_outcome_that_the_rules_do_not_allow_is_refused(bench):
    with pytest.raises(BadRequestError, match="cannot be chosen now"):
        bench.choose_outcome(OutcomeKind.AWARD, "")


def test_the_outcome_is_the_panels_when_another_assessor_has_judged(bench, workspace, application):
    award(bench)
    reopened(bench, workspace, application, "A2").judge(ONE, entry())
    bench.catch_up()
    with pytest.raises(BadRequestError, match="the panel chooses"):
        bench.choose_outcome(OutcomeKind.AWARD, "")
