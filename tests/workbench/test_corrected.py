"""Acts of correction laid over a portfolio as read: what changes, and what never does."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.model.acts import Correction, ItemSpan, PageOffset
from mrse_assess.model.judgement import Judgement, Judgements
from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import Authentication, CrossReferenceEntry, Document, EvidenceItem, Portfolio
from mrse_assess.terms import MediaKind, Phase, Verdict
from mrse_assess.workbench.corrected import Corrections, corrected
from mrse_assess.workbench.letters import named_together
from mrse_assess.workbench.page_words import page_numbers, page_words

FILES = {"a.pdf": 12, "b.pdf": 3}
CASE = {"application": "EX-1", "attempt": 1, "by": "A1"}


def span(file: str, first: int, last: int) -> PageSpan:
    return PageSpan(file=file, first=first, last=last)


def entry(sub_category: str, evidence_id: str, spans=(), hint: str | None = None) -> CrossReferenceEntry:
    return CrossReferenceEntry(
        sub_category=sub_category,
        evidence_id=evidence_id,
        text=f"E{evidence_id} p{hint}" if hint else f"E{evidence_id}",
        page_hint=hint,
        section_hint=None,
        notes=(),
        spans=tuple(spans),
        confidence=0.97,
        cell=None,
    )


def portfolio(entries, items) -> Portfolio:
    cited = {one.evidence_id for one in entries}
    return Portfolio(
        applicant_name=None,
        submitted_on=None,
        documents=tuple(
            Document(
                name=name, sha256="0" * 64, media=MediaKind.PDF, size=1, pages=pages,
                pages_without_text=(), rendered_by=None, reader="",
            )
            for name, pages in FILES.items()
        ),
        tables=(),
        contents_list=None,
        cross_references=tuple(entries),
        authentication=Authentication(present=False),
        evidence=tuple(items),
        unresolved=tuple(dict.fromkeys((one.sub_category, one.evidence_id) for one in entries if not one.spans)),
        orphans=tuple(item.id for item in items if item.id not in cited),
        problems=(),
    )  # fmt: skip


def item(evidence_id: str, *spans: PageSpan) -> EvidenceItem:
    return EvidenceItem(id=evidence_id, label=evidence_id, title=f"Title {evidence_id}", spans=spans)


SEVEN, TWELVE = span("a.pdf", 3, 6), span("a.pdf", 7, 9)
READ = portfolio(
    [entry("4.2", "7", [span("a.pdf", 3, 3)], "1"), entry("4.2", "l2"), entry("5.1", "12", [TWELVE])],
    [item("7", SEVEN), item("12", TWELVE), item("20", span("b.pdf", 1, 3))],
)


def says(unit: str, evidence_id: str, pages: str = "", spans=(), code: str = "4.2") -> Correction:
    return Correction(
        **CASE, sub_category=code, evidence_id=unit, corrected_sub_category=code if evidence_id else "",
        corrected_evidence_id=evidence_id, pages=pages, spans=tuple(spans), cell_text="7 p1; l2",
    )  # fmt: skip


def pairs(given: Portfolio) -> list[tuple[str, str]]:
    return [(one.sub_category, one.evidence_id) for one in given.cross_references]


def find(given: Portfolio, code: str, evidence_id: str) -> CrossReferenceEntry:
    return next(one for one in given.cross_references if (one.sub_category, one.evidence_id) == (code, evidence_id))


def test_without_acts_it_is_the_very_portfolio_that_was_read():
    assert corrected(READ, (), (), ()) is READ


def test_an_entry_read_wrongly_leads_where_the_assessor_says_and_keeps_the_applicants_words():
    now = corrected(READ, [says("l2", "12")], (), ())
    assert pairs(now) == [("4.2", "7"), ("4.2", "12"), ("5.1", "12")]
    changed = find(now, "4.2", "12")
    assert (changed.spans, changed.text, changed.corrected) == ((TWELVE,), "El2", True)
    assert now.unresolved == ()
    assert not find(now, "4.2", "7").corrected


def test_several_entries_that_reading_missed_are_added_behind_their_sub_category():
    now = corrected(READ, [says("12", "12"), says("20", "20", "2", [span("b.pdf", 2, 2)])], (), ())
    assert pairs(now) == [("4.2", "7"), ("4.2", "l2"), ("4.2", "12"), ("4.2", "20"), ("5.1", "12")]
    assert find(now, "4.2", "20").spans == (span("b.pdf", 2, 2),)
    assert now.orphans == ()


def test_an_entry_removed_is_gone_and_its_item_may_be_cited_nowhere():
    now = corrected(READ, [says("12", "", code="5.1")], (), ())
    assert ("5.1", "12") not in pairs(now)
    assert now.orphans == ("12", "20")


def test_an_entry_that_names_an_unknown_item_leads_nowhere_until_the_item_is_added():
    act = says("l2", "19", "2")
    assert corrected(READ, [act], (), ()).unresolved == (("4.2", "19"),)
    added = ItemSpan(**CASE, evidence_id="19", spans=(span("b.pdf", 2, 3),), title="Found")
    now = corrected(READ, [act], [added], ())
    assert find(now, "4.2", "19").spans == (span("b.pdf", 3, 3),)
    assert now.unresolved == ()
    assert now.item("19").corrected


def test_entries_as_read_follow_their_item_when_its_pages_are_moved():
    moved = ItemSpan(**CASE, evidence_id="7", spans=(span("a.pdf", 4, 6),))
    now = corrected(READ, (), [moved], ())
    assert find(now, "4.2", "7").spans == (span("a.pdf", 4, 4),)
    assert now.item("7").title == "Title 7"
    assert find(now, "5.1", "12") is READ.cross_references[2]


def test_an_item_taken_away_leaves_its_references_leading_nowhere():
    now = corrected(READ, (), [ItemSpan(**CASE, evidence_id="12")], ())
    assert now.item("12") is None
    assert ("5.1", "12") in now.unresolved


def test_items_that_are_cited_as_parts_of_one_are_not_cited_nowhere():
    parts = [item("4a", span("a.pdf", 1, 2)), item("4b", span("a.pdf", 3, 4)), item("5", span("b.pdf", 1, 1))]
    read = portfolio([entry("4.2", "4", [span("a.pdf", 1, 4)]), entry("5.1", "5", [span("b.pdf", 1, 1)])], parts)
    now = corrected(read, [says("5", "", code="5.1")], (), ())
    assert now.orphans == ("5",)
    assert find(now, "4.2", "4") is read.cross_references[0]


def test_an_offset_leads_the_pages_of_references_into_that_file_anew():
    now = corrected(READ, (), (), [PageOffset(**CASE, file="a.pdf", offset=4)])
    assert find(now, "4.2", "7").spans == (span("a.pdf", 5, 5),)
    assert find(now, "4.2", "7").corrected
    beyond = corrected(READ, (), (), [PageOffset(**CASE, file="a.pdf", offset=9)])
    assert find(beyond, "4.2", "7").spans == (SEVEN,)
    assert find(beyond, "4.2", "7").confidence < 0.8


def test_pages_that_the_files_do_not_have_are_left_out():
    beyond = ItemSpan(**CASE, evidence_id="30", spans=(span("b.pdf", 3, 99), span("gone.pdf", 1, 2)), title="t")
    assert corrected(READ, (), [beyond], ()).item("30").spans == (span("b.pdf", 3, 3),)


def test_the_whole_case_takes_what_its_assessors_agree_on():
    mine, same, other = says("l2", "12"), replace(says("l2", "12"), by="A2"), replace(says("l2", "20"), by="A2")

    class InForce:
        corrections = (mine, same)
        item_spans = ()
        page_offsets = ()

    assert Corrections.agreed(InForce).corrections == (mine,)
    InForce.corrections = (mine, other)
    assert Corrections.agreed(InForce).corrections == ()
    assert Corrections.of(InForce, "A2").corrections == (other,)


# ---------------------------------------------------------------- properties

CODES = st.sampled_from(["4.2", "5.1", "8.2", ""])
IDS = st.sampled_from(["7", "12", "l2", "19", "20", "\u00b2", "4a"]) | st.text(max_size=4)
PAGES = st.sampled_from(["", "1", "2-3", "9", "0", "3-1", "x", "1-99999", "\u00b2"]) | st.text(max_size=6)
RUNS = st.builds(
    lambda file, pages: span(file, min(pages), max(pages)),
    st.sampled_from([*FILES, "gone.pdf"]),
    st.tuples(st.integers(-3, 40), st.integers(-3, 40)),
)
RUN_LISTS = st.lists(RUNS, max_size=3).map(tuple)
ITEM_LISTS = st.lists(
    st.builds(lambda name, first, last: item(name, span("a.pdf", first, first + last)), IDS, st.integers(1, 8),
              st.integers(0, 4)),
    max_size=4, unique_by=lambda one: one.id,
)  # fmt: skip
CORRECTIONS = st.lists(
    st.builds(
        Correction, application=st.just("EX-1"), attempt=st.just(1), sub_category=CODES, evidence_id=IDS,
        corrected_sub_category=CODES, corrected_evidence_id=IDS, pages=PAGES, spans=RUN_LISTS,
    ),
    max_size=4,
)  # fmt: skip
ITEM_SPANS = st.lists(
    st.builds(ItemSpan, application=st.just("EX-1"), attempt=st.just(1), evidence_id=IDS, spans=RUN_LISTS), max_size=3
)
OFFSETS = st.lists(
    st.builds(
        PageOffset, application=st.just("EX-1"), attempt=st.just(1), file=st.sampled_from([*FILES, "gone.pdf"]),
        offset=st.integers(-50, 50),
    ),
    max_size=2,
)  # fmt: skip


@st.composite
def portfolios(draw):
    items = draw(ITEM_LISTS)
    by_id = {one.id: one for one in items}
    claims = draw(st.lists(st.tuples(CODES.filter(bool), IDS.filter(bool), PAGES), max_size=5))
    entries = [
        entry(code, evidence_id, by_id[evidence_id].spans if evidence_id in by_id else (), hint or None)
        for code, evidence_id, hint in claims
    ]
    return portfolio(entries, items)


@settings(max_examples=150, deadline=None)
@given(read=portfolios(), corrections=CORRECTIONS, spans=ITEM_SPANS, offsets=OFFSETS)
def test_any_acts_over_any_portfolio_give_a_portfolio_that_holds_together(read, corrections, spans, offsets):
    now = corrected(read, corrections, spans, offsets)
    items = {one.id for one in now.evidence}
    places = {(name, page) for name, pages in FILES.items() for page in range(1, pages + 1)}
    assert all((one.file, page) in places for each in now.evidence for one in each.spans for page in one.pages)
    assert set(now.unresolved) == {
        (one.sub_category, one.evidence_id) for one in now.cross_references if one.evidence_id not in items
    }
    assert set(now.orphans) == items - {one.evidence_id for one in now.cross_references}
    texts = {one.text for one in read.cross_references} | {act.cell_text for act in corrections}
    assert {one.text for one in now.cross_references} <= texts


@settings(max_examples=60, deadline=None)
@given(read=portfolios(), data=st.data())
def test_removing_and_adding_again_gives_the_same_pairs(read, data):
    codes = st.sampled_from(sorted({one.sub_category for one in read.cross_references}) or ["4.2"])
    code = data.draw(codes)
    ids = {one.evidence_id for one in read.cross_references if one.sub_category == code}
    removed = corrected(read, [says(each, "", code=code) for each in ids], (), ())
    assert all(one.sub_category != code for one in removed.cross_references)
    again = corrected(read, [says(each, each, code=code) for each in ids], (), ())
    assert set(pairs(again)) == set(pairs(read))


@given(st.lists(st.integers(1, 400), min_size=1, max_size=30))
def test_pages_written_are_the_pages_read(numbers):
    assert set(page_numbers(page_words(numbers))) == set(numbers)


def test_pages_are_read_as_people_write_them():
    assert page_numbers("pp 3\u20135, 8 and 10") == (3, 4, 5, 8, 10)
    assert page_numbers("page 7") == (7,)
    assert page_numbers("  ") == ()
    assert [page_numbers(words) for words in ("x", "5-3", "0", "3;4", "3-")] == [None] * 5


# ---------------------------------------------------------------- references that name several items, or a part of one

TOGETHER = portfolio(
    [entry("4.2", "4", [span("a.pdf", 1, 2), span("a.pdf", 3, 4)]), entry("5.1", "7b", [span("a.pdf", 8, 8)], "2")],
    [item("4a", span("a.pdf", 1, 2)), item("4b", span("a.pdf", 3, 4)), item("7", span("a.pdf", 7, 9))],
)


def test_pages_of_what_is_named_together_lead_there_and_leave_the_whole_in_sight():
    act = says("4", "4", "3", [span("a.pdf", 3, 3)])
    now = corrected(TOGETHER, [act], (), ())
    assert find(now, "4.2", "4").spans == (span("a.pdf", 3, 3),)
    assert now.unresolved == ()
    moved = ItemSpan(**CASE, evidence_id="4a", spans=(span("b.pdf", 1, 1),))
    assert find(corrected(TOGETHER, [act], [moved], ()), "4.2", "4").spans == (span("a.pdf", 3, 3),)


def test_what_is_named_together_follows_its_parts():
    moved = ItemSpan(**CASE, evidence_id="4a", spans=(span("b.pdf", 1, 2),))
    now = corrected(TOGETHER, (), [moved], ())
    assert find(now, "4.2", "4").spans == (span("b.pdf", 1, 2), span("a.pdf", 3, 4))
    assert find(now, "4.2", "4").corrected
    assert now.item("4").spans == find(now, "4.2", "4").spans
    assert now.orphans == ("7",) or "4a" not in now.orphans


def test_what_is_named_together_stays_as_read_when_something_else_is_corrected():
    moved = ItemSpan(**CASE, evidence_id="7", spans=(span("a.pdf", 6, 9),))
    now = corrected(TOGETHER, (), [moved], ())
    assert find(now, "4.2", "4") == TOGETHER.cross_references[0]


def test_nothing_is_left_of_what_is_named_together_when_its_parts_are_no_items():
    gone = [ItemSpan(**CASE, evidence_id=one, spans=()) for one in ("4a", "4b")]
    assert corrected(TOGETHER, (), gone, ()).unresolved == (("4.2", "4"),)


def test_of_two_items_with_one_id_the_one_shown_stays_when_something_is_corrected():
    first, second = item("7", span("a.pdf", 1, 1)), item("7", span("a.pdf", 2, 2))
    read = portfolio([entry("4.2", "7", [span("a.pdf", 1, 1)])], [first, second])
    now = corrected(read, [says("12", "12")], (), ())
    assert now.evidence == (first, second)
    assert now.item("7") == first


def test_a_letter_knows_the_pages_of_what_is_named_together():
    judged = Judgement(
        application="EX-1", attempt=1, phase=Phase.INDIVIDUAL, assessor="A1", sub_category="4.2", evidence_id="4",
        verdict=Verdict.NOT_SATISFACTORY,
    )  # fmt: skip
    both = Judgements(application="EX-1", attempt=1, judgements=(judged, replace(judged, evidence_id="7")))
    assert [one.id for one in named_together(TOGETHER, both)] == ["4"]
