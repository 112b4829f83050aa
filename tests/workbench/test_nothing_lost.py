"""What an assessor said stays and can be reached, whatever is corrected, undone or recorded elsewhere meanwhile."""

from dataclasses import replace

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Parking, PinnedQuote, Purge, Seal
from mrse_assess.model.judgement import Judgement, PartConfirmation
from mrse_assess.records import in_force, to_event
from mrse_assess.terms import OutcomeKind, Phase, Verdict
from mrse_assess.ui.desk.table import Table
from mrse_assess.ui.fields import Fields
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.course_views import PointKind
from mrse_assess.workbench.reading_views import ReferenceEntry, SpanLine
from mrse_assess.workbench.recording import case_of, record
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.views import ConclusionEntry, Entry, Unit
from mrse_assess.workspace.purged import PurgedError

ONE = Unit("1.1", "1")
MISSING = Unit("5.2", "9")
SAT, NOT = Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY
FILE = "Portfolio.pdf"


def entry(verdict=SAT, **said):
    return Entry(verdict=verdict, page=1, **said)


def ref(read_as: str, evidence_id: str, pages: str = "") -> ReferenceEntry:
    return ReferenceEntry(read_as=read_as, evidence_id=evidence_id, pages=pages)


def opened(workspace, application, who="A1"):
    return OpenWorkbench(Assessment(workspace, application, who))


def listed(bench, unit):
    found = (claim for row in bench.worklist().rows if row.code == unit.sub_category for claim in row.claims)
    return next((claim for claim in found if claim.evidence_id == unit.evidence_id), None)


def points(bench):
    return {point.id: point for point in bench.course.seal_view().points}


def own_judgement(bench, unit=ONE):
    return bench._assessment.judgement(*unit)


# ---------------------------------------------------------------- claims that a correction took away


def test_a_parked_claim_that_a_correction_removed_can_still_be_taken_up(bench):
    bench.park(MISSING, "ask the office")
    bench.reading.correct_row("5.2", [ref("9", "3")], "")
    claim = listed(bench, MISSING)
    assert claim is not None
    assert (claim.parked, claim.uncited, claim.reminder) == (True, True, "ask the office")
    assert bench.item("9").pages == ()
    bench.take_up(MISSING)
    assert listed(bench, MISSING) is None
    assert "parked" not in points(bench)


def test_half_typed_words_on_a_claim_that_a_correction_removed_stay_within_reach(bench, workspace, application):
    bench.save_draft(MISSING, Entry(feedback="I looked for it in vain", page=0))
    bench.reading.correct_row("5.2", [ref("9", "3")], "")
    for each in (bench, opened(workspace, application)):
        assert listed(each, MISSING).uncited
        assert each.item("9").pages == ()
        assert each.judgement(MISSING).entry.feedback == "I looked for it in vain"
    bench.judge(MISSING, Entry(verdict=NOT, feedback="I looked for it in vain"))
    assert own_judgement(bench, MISSING).feedback == "I looked for it in vain"


def test_words_typed_on_while_the_claim_was_removed_are_kept(bench):
    bench.reading.correct_row("5.2", [ref("9", "3")], "")
    bench.save_draft(MISSING, Entry(feedback="typed a moment too late"))
    assert bench.judgement(MISSING).entry.feedback == "typed a moment too late"


def test_a_claim_that_is_only_kept_for_its_words_is_not_asked_for(bench):
    before = points(bench)["judged"].words
    bench.save_draft(ONE, Entry(feedback="half a sentence"))
    bench.reading.correct_row("1.1", [], "not meant")
    assert listed(bench, ONE).uncited
    assert points(bench)["judged"].words == before.replace("6", "5")
    assert bench.next_unjudged(None) != ONE
    assert bench.heading().claims == 5


def test_a_draft_that_says_nothing_keeps_no_claim(bench):
    bench.save_draft(ONE, Entry(page=2))
    bench.reading.correct_row("1.1", [], "not meant")
    assert listed(bench, ONE) is None


def test_a_private_note_and_a_quote_keep_their_claim(bench):
    own = bench._assessment
    quote = PinnedQuote(
        **case_of(own), sub_category="1.1", evidence_id="1", pin="p", text="MR safety", file=FILE, sha256="0" * 64,
        page=3,
    )  # fmt: skip
    record(own, quote)
    bench.reading.correct_row("1.1", [], "")
    assert listed(bench, ONE).uncited
    assert [one.text for one in bench.judgement(ONE).quotes] == ["MR safety"]


def test_a_judgement_of_an_item_that_no_reference_names_any_more_can_be_opened_and_taken_back(bench):
    bench.judge(MISSING, entry(NOT))
    bench.reading.correct_row("5.2", [ref("9", "3")], "")
    assert bench.item("9").pages == ()
    bench.withdraw(MISSING)
    assert listed(bench, MISSING) is None


def test_an_id_that_nobody_knows_is_refused(bench):
    with pytest.raises(BadRequestError, match="Neither the table nor the portfolio"):
        bench.item("77")
    with pytest.raises(BadRequestError, match="Neither the table nor the portfolio"):
        bench.judge(Unit("1.1", "77"), entry())


def test_half_typed_words_are_said_before_sealing(bench):
    assert "drafts" not in points(bench)
    bench.save_draft(ONE, Entry(feedback="half a sentence"))
    point = points(bench)["drafts"]
    assert (point.kind, point.jumps[0].unit) == (PointKind.REMARK, ONE)
    bench.judge(ONE, entry(feedback="half a sentence"))
    assert "drafts" not in points(bench)


# ---------------------------------------------------------------- page and quote of a judgement recorded again


def from_a_frame(bench, workspace, application, **said):
    """A judgement recorded by command, and the workbench after it."""
    own = Judgement(
        **case_of(bench._assessment), phase=Phase.INDIVIDUAL, assessor="A1", sub_category="1.1", evidence_id="1",
        verdict=SAT, **said,
    )  # fmt: skip
    workspace.store.append(to_event(own, event=workspace.new_id(), actor="A1"))
    return opened(workspace, application)


def test_a_quote_and_a_place_from_a_frame_outlive_another_verdict(bench, workspace, application):
    again = from_a_frame(bench, workspace, application, quote="words seen", page="p. 4 of Portfolio.pdf")
    kept = again.judgement(ONE).entry
    again.judge(ONE, replace(kept, verdict=NOT))
    judged = own_judgement(again)
    assert (judged.verdict, judged.quote, judged.page) == (NOT, "words seen", "p. 4 of Portfolio.pdf")


def test_another_page_chosen_replaces_the_place(bench, workspace, application):
    again = from_a_frame(bench, workspace, application, page="p. 4 of Portfolio.pdf")
    again.judge(ONE, replace(again.judgement(ONE).entry, page=2))
    assert own_judgement(again).page == "page 4 of Portfolio.pdf, page 2 of the item"


def test_a_judgements_page_is_known_by_its_file_when_the_items_pages_moved(bench):
    bench.judge(ONE, Entry(verdict=SAT, page=2))
    bench.reading.correct_item("1", "", [SpanLine(file=FILE, first=4, last=4)], "")
    assert bench.judgement(ONE).entry.page == 1
    bench.judge(ONE, replace(bench.judgement(ONE).entry, verdict=NOT))
    assert own_judgement(bench).page == "page 4 of Portfolio.pdf, page 1 of the item"


def test_a_page_that_is_not_the_items_any_more_stays_the_judgements(bench):
    bench.judge(ONE, Entry(verdict=SAT, page=2))
    said = own_judgement(bench).page
    bench.reading.correct_item("1", "", [SpanLine(file=FILE, first=3, last=3)], "")
    assert bench.judgement(ONE).entry.page == 0
    bench.judge(ONE, replace(bench.judgement(ONE).entry, verdict=NOT))
    assert own_judgement(bench).page == said


# ---------------------------------------------------------------- what others record


def confirmation(bench, part, confirmed):
    return PartConfirmation(**case_of(bench._assessment), part=part, confirmed=confirmed)


def test_what_another_recorded_just_before_ones_own_record_is_not_passed_over(bench, workspace, application):
    other = opened(workspace, application, "A2")
    other.confirm_part("contents_list", confirmed=True)
    bench.judge(ONE, entry())
    bench.catch_up()
    assert next(part for part in bench.parts() if part.part == "contents_list").confirmed is True


def test_of_shared_records_the_later_one_holds_whoever_read_it_when(bench, workspace, application):
    other = opened(workspace, application, "A2")
    other.confirm_part("contents_list", confirmed=True)
    bench.confirm_part("contents_list", confirmed=False)
    other.catch_up()
    bench.catch_up()
    for each in (bench, other, opened(workspace, application, "A3")):
        assert next(part for part in each.parts() if part.part == "contents_list").confirmed is False


def test_an_outcome_is_the_panels_as_soon_as_another_judges_too(bench, workspace, application):
    opened(workspace, application, "A2").judge(ONE, entry())
    with pytest.raises(BadRequestError, match="the panel chooses"):
        bench.choose_outcome(OutcomeKind.INCOMPLETE, "no table")


# ---------------------------------------------------------------- counts, groups, purge


def test_an_item_that_the_panel_judged_too_counts_once(bench, workspace, application):
    bench.judge(ONE, entry(NOT))
    moderated = replace(own_judgement(bench), phase=Phase.MODERATION, verdict=SAT, event="", recorded_at=None)
    workspace.store.append(to_event(moderated, event=workspace.new_id(), actor="A1"))
    again = opened(workspace, application)
    assert SAT in again.conclusion("1.1").needs_sentence


def test_a_27th_independent_group_has_a_name(bench, workspace, application):
    own = bench._assessment
    base = {**case_of(own), "phase": Phase.INDIVIDUAL, "assessor": "A1", "sub_category": "3", "verdict": SAT}
    values = [Judgement(**base, evidence_id=f"x{n}", independent_group=chr(65 + n)) for n in range(26)]
    record(own, *values)
    assert bench.judgement(Unit("3", "1")).groups[-1].id == "AA"


def test_after_a_purge_nothing_opens_and_what_was_recorded_stays(bench, workspace, application):
    own = bench._assessment
    quote = PinnedQuote(
        **case_of(own), sub_category="1.1", evidence_id="1", pin="p", text="MR safety", file=FILE,
        sha256=own.portfolio.documents[0].sha256, page=3,
    )  # fmt: skip
    bench.judge(ONE, entry(NOT, feedback="words", private="mine"))
    record(own, quote)
    bench.reading.correct_row("5.2", [ref("9", "3")], "why")
    bench.reading.correct_item("1", "Other title", [SpanLine(file=FILE, first=3, last=3)], "why")
    purge = Purge(**case_of(own), why="seven years")
    workspace.store.erase_texts(to_event(purge, event=workspace.new_id(), actor="office"))
    with pytest.raises(PurgedError, match="seven years"):
        opened(workspace, application).worklist()
    (kept,) = in_force(workspace.store.events(), application.reference, 1).judgements.judgements
    assert (kept.verdict, kept.feedback) == (NOT, "")


def test_a_sealed_assessment_takes_no_undo_and_a_reopened_one_goes_on(bench):
    bench.judge(ONE, entry())
    own = bench._assessment
    record(own, Seal(**case_of(own), sealed=True))
    with pytest.raises(BadRequestError, match="sealed"):
        bench.course.undo()
    assert own_judgement(bench).verdict is SAT
    bench.course.reopen("a page was overlooked")
    bench.course.undo()
    assert own_judgement(bench) is None


def test_a_parking_of_an_unknown_item_does_not_stop_the_page(bench):
    own = bench._assessment
    record(own, Parking(**case_of(own), sub_category="1.1", evidence_id="../<b>", parked=True))
    assert listed(bench, Unit("1.1", "../<b>")).parked
    assert bench.item("../<b>").pages == ()


def test_ids_of_any_length_are_shown_and_named_in_the_letter(bench, workspace, application):
    own, longest = bench._assessment, "7" * 5000
    base = {**case_of(own), "phase": Phase.INDIVIDUAL, "assessor": "A1", "sub_category": "1.1", "verdict": NOT}
    record(
        own, *(Judgement(**base, evidence_id=one, feedback="Words.") for one in (longest, longest[1:] + "8", "x/.."))
    )
    bench.conclude("1.1", ConclusionEntry(verdict=NOT))
    assert bench.letter().blocks
    assert listed(bench, Unit("1.1", longest)).leads_nowhere


def test_a_message_about_a_claim_that_was_just_removed_is_still_heard(bench):
    table = Table(bench, None, None, "page", lambda *_: None)
    bench.reading.correct_row("5.2", [ref("9", "3")], "")
    table.listed = bench.worklist()
    message = Fields({"unit": {"sub_category": "5.2", "evidence_id": "9"}})
    assert not table.is_known(MISSING)
    assert table.read_claim(message) == MISSING
    with pytest.raises(BadRequestError, match="not in this application"):
        table.read_claim(Fields({"unit": {"sub_category": "5.2", "evidence_id": "77"}}))
