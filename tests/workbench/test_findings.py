"""What screening noticed, as it stands beside a claim: folded, placed, put aside with a reason, never lost silently."""

from concurrent.futures import Future
from dataclasses import replace

import pytest

from mrse_assess.errors import BadRequestError, WorkerTimeoutError
from mrse_assess.model.observation import DatedBy, ItemFacts, MhraReference, Observation, Passage, Screening
from mrse_assess.model.places import Locator
from mrse_assess.terms import EventKind, Look
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.finding_views import FindingKind, FindingMark
from mrse_assess.workbench.looked_over import OUR_FAULT, LookedOver
from mrse_assess.workbench.reading_views import ReferenceEntry
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.views import Unit

FILE = "Portfolio.pdf"
ONE_FOR_1_1, ONE_FOR_1_2, TWO_FOR_3 = Unit("1.1", "1"), Unit("1.2", "1"), Unit("3", "2")
BOX = (10.0, 20.0, 60.0, 32.0)


def said(name, check="scope", kind="medical", outcome=Look.CONCERN, item="1", page=3, **more):
    """An observation; item 1 of the portfolio is pages 3 and 4 of its file, item 2 is page 5."""
    return Observation(
        id=name,
        check=check,
        kind=kind,
        outcome=outcome,
        title=f"Title of {kind}",
        detail=more.pop("detail", f"Detail {name}."),
        clause="G6",
        evidence_id=item,
        places=(Locator(file=FILE, page=page, box=BOX),) if page else (),
        note=more.pop("note", "medical-judgement"),
        **more,
    )


def screening_of(*observations, looked=("dates", "scope", "personal_data"), items=None, passages=()):
    return Screening(version=1, looked=looked, observations=observations, items=items or {}, passages=tuple(passages))


def let_it_say(bench, *observations, **more):
    """The workbench as if screening had said so, and nothing else."""
    assessment, screening = bench._assessment, screening_of(*observations, **more)
    assessment.workspace.kept_screening = lambda *_: screening
    assessment.looked_over = LookedOver(assessment.workspace, assessment.application)
    assessment.look_anew()


def prompts(bench, unit):
    return [one.message for one in bench.prompting.findings(unit).prompts]


def test_a_concern_about_an_item_is_a_prompt_of_each_of_its_claims(bench):
    let_it_say(bench, said("a"))
    assert prompts(bench, ONE_FOR_1_1) == prompts(bench, ONE_FOR_1_2) == ["Title of medical"]
    assert prompts(bench, TWO_FOR_3) == []
    rows = {row.code: row for row in bench.worklist().rows}
    assert (rows["1.1"].prompts, rows["3"].prompts, rows["4.1"].prompts) == (1, 1, 0)
    assert rows["1.1"].claims[0].prompt_kinds == "scope 1"


def test_a_concern_about_one_sub_category_is_no_prompt_of_another(bench):
    let_it_say(bench, said("a", sub_category="1.2"))
    assert prompts(bench, ONE_FOR_1_1) == []
    assert prompts(bench, ONE_FOR_1_2) == ["Title of medical"]


def test_a_prompt_says_where_why_and_what_in_the_guidance_it_belongs_to(bench):
    let_it_say(bench, said("a", page=4))
    (found,) = bench.prompting.findings(ONE_FOR_1_1).findings
    assert (found.kind, found.word, found.page) == (FindingKind.POSSIBLE, "possible", 2)
    assert found.marks == (FindingMark(2, BOX),)
    assert found.detail == "Detail a."
    assert (found.clause, found.note) == ("General, 6", "medical-judgement")
    assert found.note_text
    assert found.about == "scope"


def test_several_of_one_kind_are_one_prompt_with_every_place(bench):
    let_it_say(bench, *(said(name, page=page) for name, page in (("a", 3), ("b", 4), ("c", 4), ("d", 4), ("e", 4))))
    (found,) = bench.prompting.findings(ONE_FOR_1_1).findings
    assert found.message == "Title of medical (5)"
    assert found.pages == (1, 2)
    assert found.detail == "Detail a. Detail b. Detail c. And 2 more like this."
    assert found.observations == ("a", "b", "c", "d", "e")


def test_a_place_outside_the_item_is_not_drawn_on_it(bench):
    let_it_say(bench, said("a", page=5))
    (found,) = bench.prompting.findings(ONE_FOR_1_1).findings
    assert (found.page, found.marks) == (None, ())


def test_what_only_the_office_may_know_is_told_to_no_assessor(bench):
    let_it_say(bench, said("a", confidential=True), said("b", item=None, confidential=True))
    assert bench.prompting.findings(ONE_FOR_1_1).findings == ()
    assert not [point for point in bench.course.coverage().points if point.id.startswith("noticed")]
    with pytest.raises(BadRequestError):
        bench.prompting.dismiss(ONE_FOR_1_1, ["a"], "seen")


def test_a_long_title_is_cut_to_what_the_line_holds(bench):
    let_it_say(bench, replace(said("a"), title="x" * 60))
    assert len(prompts(bench, ONE_FOR_1_1)[0]) == 40


# ---------------------------------------------------------------- plain finds, and what was not checked


def test_the_date_the_name_and_the_reference_are_plain_finds_and_no_prompts(bench):
    place = Locator(file=FILE, page=3, box=BOX)
    facts = ItemFacts(
        evidence_id="1",
        dated=DatedBy(date="2025-03-03", kind="written", place=place),
        mhra=(MhraReference(place=place, grade="traceable", edition="2021", section="4.3"),),
    )
    let_it_say(
        bench,
        said("a", check="dates", kind="dated", outcome=Look.CLEAR),
        said("b", check="mhra", kind="traceable", outcome=Look.CLEAR, sub_category="1.1"),
        said("c", check="authorship", kind="applicant_author", outcome=Look.CLEAR),
        said("d", check="scope", kind="clear", outcome=Look.CLEAR),
        items={"1": facts},
    )
    found = bench.prompting.findings(ONE_FOR_1_1)
    assert {(one.word, one.message) for one in found.findings} == {
        ("date", "3 March 2025, written"),
        ("reference", "MHRA 2021, section 4.3"),
        ("name", "Title of applicant_author"),
    }
    assert found.prompts == ()
    assert {one.word for one in bench.prompting.findings(ONE_FOR_1_2).findings} == {"date", "name"}


@pytest.mark.parametrize(("date", "words"), [("2025-03", "March 2025, held"), ("2025", "2025, held")])
def test_a_date_without_a_day_says_no_day(bench, date, words):
    facts = ItemFacts(evidence_id="1", dated=DatedBy(date=date, kind="held"))
    let_it_say(bench, said("a", check="dates", kind="dated", outcome=Look.CLEAR), items={"1": facts})
    assert [one.message for one in bench.prompting.findings(ONE_FOR_1_1).findings] == [words]


def test_what_could_not_be_looked_at_is_never_said_to_be_checked(bench):
    unseen = said("a", check="personal_data", kind="unread", outcome=Look.NOT_CHECKABLE)
    let_it_say(bench, unseen, looked=("dates", "scope", "personal_data", "passages"))
    found = bench.prompting.findings(ONE_FOR_1_1)
    assert (found.checked, found.unchecked) == (("dates", "scope"), ("personal data",))
    (line,) = found.findings
    assert (line.kind, line.word, line.message) == (FindingKind.NOT_CHECKED, "not checked", "Title of unread")
    assert bench.prompting.findings(TWO_FOR_3).checked == ("dates", "scope", "personal data")


def test_a_check_that_did_not_run_is_not_said_to_have_looked(bench):
    let_it_say(bench, looked=("dates",))
    assert bench.prompting.findings(ONE_FOR_1_1).checked == ("dates",)


# ---------------------------------------------------------------- putting aside


def dismissals(bench):
    return [event for event in bench._assessment.events if event.kind is EventKind.DISMISSAL]


def test_a_prompt_is_put_aside_with_a_reason_for_every_claim_of_the_item_and_brought_back(bench):
    let_it_say(bench, said("a"), said("b", page=4))
    bench.prompting.dismiss(ONE_FOR_1_1, ["a", "b"], "  no contrast here ")
    for unit in (ONE_FOR_1_1, ONE_FOR_1_2):
        found = bench.prompting.findings(unit)
        assert found.findings == ()
        assert [(one.finding.message, one.why) for one in found.dismissed] == [
            ("Title of medical (2)", "no contrast here")
        ]
    assert len(dismissals(bench)) == 2
    assert {row.code: row.prompts for row in bench.worklist().rows}["1.1"] == 0
    bench.prompting.bring_back(ONE_FOR_1_2, ["a", "b"])
    assert prompts(bench, ONE_FOR_1_1) == ["Title of medical (2)"]


def test_one_of_a_kind_that_comes_later_stands_again(bench):
    let_it_say(bench, said("a"))
    bench.prompting.dismiss(ONE_FOR_1_1, ["a"], "seen")
    let_it_say(bench, said("a"), said("later", page=4))
    assert prompts(bench, ONE_FOR_1_1) == ["Title of medical"]


@pytest.mark.parametrize(
    ("names", "why"), [(["a"], " "), (["a", "nobody"], "seen"), ([], "seen"), (["plain"], "seen"), (["other"], "seen")]
)
def test_nothing_is_put_aside_without_a_reason_or_that_is_no_prompt_of_the_item(bench, names, why):
    plain = said("plain", check="dates", kind="dated", outcome=Look.CLEAR)
    let_it_say(bench, said("a"), plain, said("other", item="2", page=5))
    with pytest.raises(BadRequestError):
        bench.prompting.dismiss(ONE_FOR_1_1, names, why)
    assert dismissals(bench) == []


def test_what_another_assessor_put_aside_still_stands_here(bench, workspace, application):
    other = OpenWorkbench(Assessment(workspace, application, "B2"))
    let_it_say(other, said("a"))
    other.prompting.dismiss(ONE_FOR_1_1, ["a"], "seen by another")
    let_it_say(bench, said("a"))
    bench.catch_up()
    found = bench.prompting.findings(ONE_FOR_1_1)
    assert (len(found.prompts), found.dismissed) == (1, ())
    assert not [line for line in bench.judgement(ONE_FOR_1_1).history if "dismissed" in line.words]


def test_putting_aside_can_be_undone_and_stands_in_the_history(bench):
    let_it_say(bench, said("a"))
    bench.prompting.dismiss(ONE_FOR_1_1, ["a"], "seen")
    assert bench.judgement(ONE_FOR_1_1).history[0].words == "Prompt dismissed: seen"
    assert bench.course.undoable().undo == "dismissing of a prompt on 1 for 1.1"
    assert bench.course.undo().unit == ONE_FOR_1_1
    assert prompts(bench, ONE_FOR_1_1) == ["Title of medical"]
    bench.course.redo()
    assert prompts(bench, ONE_FOR_1_1) == []


# ---------------------------------------------------------------- while it looks


@pytest.fixture
def slow(bench):
    """A workbench whose screening is not known yet; what it comes to is put into the future."""
    assessment, making = bench._assessment, Future()
    assessment.workspace.kept_screening = lambda *_: None
    assessment.looked_over = LookedOver(assessment.workspace, assessment.application)
    assessment.looked_over._begin = lambda _: making
    assessment.look_anew()
    return making


def test_while_it_looks_for_the_first_time_it_says_so_and_claims_nothing(bench, slow):
    found = bench.prompting.findings(ONE_FOR_1_1)
    assert found.looking
    assert (found.findings, found.checked) == ((), ())
    assert bench.prompting.waited_for() is slow
    slow.set_result(screening_of(said("a")))
    bench.prompting.made()
    assert prompts(bench, ONE_FOR_1_1) == ["Title of medical"]
    assert not bench.prompting.findings(ONE_FOR_1_1).looking
    assert bench.prompting.waited_for() is None


def test_why_it_could_not_look_is_one_sentence_and_judging_goes_on(bench, slow):
    assert bench.prompting.findings(ONE_FOR_1_1).looking
    slow.set_exception(WorkerTimeoutError("Looking took longer than 300 seconds."))
    bench.prompting.made()
    found = bench.prompting.findings(ONE_FOR_1_1)
    assert (found.fault, found.looking) == ("Looking took longer than 300 seconds.", False)
    assert bench.worklist().rows


def test_after_a_correction_what_was_said_before_stands_until_the_new_is_there(bench):
    let_it_say(bench, said("a"))
    assert prompts(bench, ONE_FOR_1_1) == ["Title of medical"]
    making: Future[Screening] = Future()
    looked = bench._assessment.looked_over
    bench._assessment.workspace.kept_screening = lambda *_: None
    looked._begin = lambda _: making
    bench.reading.correct_row("1.1", [ReferenceEntry(read_as="", evidence_id="2")], "")
    found = bench.prompting.findings(ONE_FOR_1_1)
    assert (found.looking, [one.message for one in found.prompts]) == (True, ["Title of medical"])
    making.set_result(screening_of())
    bench.prompting.made()
    assert prompts(bench, ONE_FOR_1_1) == []


# ---------------------------------------------------------------- the portfolio as a whole


def test_a_concern_about_the_portfolio_is_a_point_to_know_before_starting(bench):
    let_it_say(bench, said("a", check="mhra", kind="too_few", item=None, page=5, detail="In one only."))
    (point,) = [one for one in bench.course.coverage().points if one.id.startswith("noticed")]
    assert (point.words, point.jumps[0].unit) == ("In one only.", TWO_FOR_3)


def test_what_was_noticed_of_a_part_stands_beside_it_and_not_among_the_points(bench):
    let_it_say(bench, said("a", check="exam", kind="none_found", item=None, page=None, detail="No certificate."))
    (exam,) = [part for part in bench.parts() if part.part == "exam"]
    assert (exam.noticed, exam.found) == (("No certificate.",), "")
    assert not [one for one in bench.course.coverage().points if one.id.startswith("noticed")]


# ---------------------------------------------------------------- where an item opens


def long_item(bench, pages=9):
    """Item 1 with so many pages, cited for 1.2 without one."""
    read = bench._assessment.read_portfolio
    first = read.evidence[0]
    spans = (replace(first.spans[0], last=first.spans[0].first + pages - 1),)
    evidence = (replace(first, spans=spans), *read.evidence[1:])
    bench._assessment.__dict__["read_portfolio"] = replace(read, evidence=evidence)
    bench._assessment._derived.clear()


def passages(*pages, code="1.2"):
    return [
        Passage(sub_category=code, evidence_id="1", place=Locator(file=FILE, page=page), rank=rank, score=1.0)
        for rank, page in enumerate(pages, start=1)
    ]


def test_a_long_item_cited_without_a_page_opens_where_its_words_stand_most(bench):
    long_item(bench)
    let_it_say(bench, passages=[*passages(9, 4, 7, 11), *passages(6, code="1.1")])
    view = bench.judgement(ONE_FOR_1_2)
    assert (view.cited_page, view.likely_pages) == (7, (7, 2, 5))
    assert bench.evidence.cited_page(ONE_FOR_1_2) == 7


def test_the_page_that_the_applicant_names_goes_before_the_likeliest(bench):
    long_item(bench)
    let_it_say(bench, passages=passages(9, code="1.1"))
    view = bench.judgement(ONE_FOR_1_1)
    assert (view.cited_page, view.likely_pages) == (2, ())


def test_a_short_item_opens_at_its_first_page(bench):
    let_it_say(bench, passages=passages(4))
    view = bench.judgement(ONE_FOR_1_2)
    assert (view.cited_page, view.likely_pages) == (1, ())


# ---------------------------------------------------------------- when something is wrong


def test_any_fault_in_looking_is_one_sentence_and_the_page_goes_on(bench, slow):
    assert bench.prompting.findings(ONE_FOR_1_1).looking
    slow.set_exception(OSError("No space left on device"))
    bench.prompting.made()
    found = bench.prompting.findings(ONE_FOR_1_1)
    assert (found.fault, found.looking) == (OUR_FAULT, False)
    assert bench.worklist().rows


def test_a_secret_that_cannot_be_made_costs_screening_and_not_the_page(bench):
    assessment = bench._assessment

    def refuses(*_):
        raise BadRequestError("fingerprint.key cannot be made.")

    assessment.workspace.kept_screening = refuses
    assessment.looked_over = LookedOver(assessment.workspace, assessment.application)
    assessment.look_anew()
    found = bench.prompting.findings(ONE_FOR_1_1)
    assert (found.fault, found.looking) == ("fingerprint.key cannot be made.", False)
    assert bench.worklist().rows


def test_the_dates_are_not_drawn_while_it_looks_and_looking_is_not_begun_again(bench, slow):
    with pytest.raises(BadRequestError, match="still being looked over"):
        bench.prompting.dates()
    slow.set_result(screening_of())
    bench.prompting.made()
    drawn = bench.prompting.dates().result(timeout=120)
    assert drawn.data.startswith(b"<?xml")
    assert drawn.words
