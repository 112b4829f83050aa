"""Words pinned to a judgement: checked, kept, found again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.documents import PageWords
from mrse_assess.errors import BadRequestError
from mrse_assess.terms import EventKind, Verdict
from mrse_assess.workbench import quotes
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.folding import folded_phrase
from mrse_assess.workbench.page_text import Run
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.views import Entry, Unit

ONE = Unit("1.1", "1")
WORDS = "Words about MR safety, to fill the page."


def box_of_first(bench, words="about"):
    page = bench.page_picture("1", 1, 72).result()
    return next(word[:4] for word in page.words if word.text == words)


def test_pinned_words_are_recorded_with_their_place_and_shown(bench, workspace):
    receipt = bench.evidence.pin(ONE, "Prepared by\n A Example", 1, ())
    (event,) = workspace.store.events(application="EX-1", actor="A1")
    assert receipt.event == event.event
    assert event.kind is EventKind.QUOTE
    assert (event.payload["text"], event.payload["page"]) == ("Prepared by A Example", 3)
    (view,) = bench.judgement(ONE).quotes
    assert (view.text, view.number, view.found) == ("Prepared by A Example", 1, True)
    (box,) = view.boxes
    assert 0 < box[0] < box[2] < 595
    assert 0 < box[1] < box[3] < 842


def test_a_quote_survives_reopening(bench, workspace, application):
    bench.evidence.pin(ONE, WORDS, 2, ())
    again = OpenWorkbench(Assessment(workspace, application, "A1"))
    assert again.judgement(ONE).quotes == bench.judgement(ONE).quotes
    assert OpenWorkbench(Assessment(workspace, application, "A2")).judgement(ONE).quotes == ()


def test_of_several_places_of_the_words_the_selected_one_is_pinned(bench):
    page = bench.page_picture("1", 1, 72).result()
    third = [word for word in page.words if word.text == "about"][2]
    bench.evidence.pin(ONE, "about MR safety,", 1, [third[:4]])
    (view,) = bench.judgement(ONE).quotes
    assert view.boxes[0][1] == pytest.approx(third.y0, abs=0.1)


def test_the_same_words_pinned_twice_are_one_quote(bench, workspace):
    box = box_of_first(bench)
    first = bench.evidence.pin(ONE, "about MR safety,", 1, [box])
    second = bench.evidence.pin(ONE, "About  MR\nsafety,", 1, [box])
    assert second.event == first.event
    assert len(bench.judgement(ONE).quotes) == 1
    assert len(workspace.store.events(application="EX-1", actor="A1")) == 1


def test_a_judgement_in_force_gets_its_first_quote_in_the_same_transaction(bench, workspace):
    bench.judge(ONE, Entry(verdict=Verdict.SATISFACTORY, page=1))
    bench.evidence.pin(ONE, "Reporting lines", 2, ())
    events = workspace.store.events(application="EX-1", actor="A1")
    assert [event.kind for event in events] == [EventKind.JUDGEMENT, EventKind.QUOTE, EventKind.JUDGEMENT]
    assert events[1].recorded_at == events[2].recorded_at
    assert events[2].payload["quote"] == "Reporting lines"
    assert events[2].payload["page"] == "page 4 of Portfolio.pdf, page 2 of the item"
    bench.evidence.pin(ONE, "Evidence 1", 1, ())
    assert len(workspace.store.events(application="EX-1", actor="A1")) == 4


def test_a_judgement_given_later_takes_the_first_quote_too(bench, workspace):
    bench.evidence.pin(ONE, "Reporting lines", 2, ())
    bench.judge(ONE, Entry(verdict=Verdict.SATISFACTORY, page=1))
    event = workspace.store.events(application="EX-1", actor="A1", kind=EventKind.JUDGEMENT)[-1]
    assert (event.payload["quote"], bench.judgement(ONE).entry.page) == ("Reporting lines", 2)


def test_a_quote_taken_off_leaves_the_next_one_in_the_judgement(bench, workspace):
    bench.judge(ONE, Entry(verdict=Verdict.SATISFACTORY, page=1))
    bench.evidence.pin(ONE, "Reporting lines", 2, ())
    bench.evidence.pin(ONE, "MR safety policy", 1, ())
    first, second = bench.judgement(ONE).quotes
    bench.evidence.unpin(ONE, first.pin)
    assert [quote.pin for quote in bench.judgement(ONE).quotes] == [second.pin]
    said = workspace.store.events(application="EX-1", actor="A1", kind=EventKind.JUDGEMENT)[-1].payload
    assert (said["quote"], said["page"]) == ("MR safety policy", "page 3 of Portfolio.pdf, page 1 of the item")
    bench.evidence.unpin(ONE, second.pin)
    said = workspace.store.events(application="EX-1", actor="A1", kind=EventKind.JUDGEMENT)[-1].payload
    assert said["quote"] == ""
    with pytest.raises(BadRequestError, match="not pinned here any more"):
        bench.evidence.unpin(ONE, second.pin)


@pytest.mark.parametrize(
    ("words", "number", "boxes", "why"),
    [
        ("words that are not there", 1, (), "do not stand on this page"),
        ("Reporting lines", 1, (), "do not stand on this page"),
        (" - ", 1, (), "Select the words"),
        ("MR safety policy", 9, (), "no page 9"),
        ("MR safety policy", 1, ((0.0, 0.0, 900.0, 10.0),), "not on this page"),
        ("MR safety policy", 1, ((50.0, 40.0, 20.0, 60.0),), "not on this page"),
        (" ".join([WORDS] * 6 + ["Words"] * 99), 1, (), "do not stand"),
    ],
)
def test_what_cannot_be_pinned_is_refused_with_a_sentence(bench, words, number, boxes, why):
    with pytest.raises(BadRequestError, match=why):
        bench.evidence.pin(ONE, words, number, boxes)
    assert bench.judgement(ONE).quotes == ()


def test_a_quote_has_at_most_six_hundred_characters():
    assert quotes.checked_text("x" * 600)
    with pytest.raises(BadRequestError, match="601 characters"):
        quotes.checked_text("x" * 601)


def test_words_that_are_no_longer_on_the_page_are_said_not_to_be_found(bench, workspace, monkeypatch):
    bench.evidence.pin(ONE, "MR safety policy", 1, ())
    monkeypatch.setattr(quotes, "words_there", lambda *_: line_of("Another reader read something else"))
    (view,) = bench.judgement(ONE).quotes
    assert (view.found, view.boxes, view.text) == (False, (), "MR safety policy")


def test_words_that_another_reader_puts_elsewhere_on_the_page_are_found_there(bench, monkeypatch):
    bench.evidence.pin(ONE, "MR safety policy", 1, ())
    monkeypatch.setattr(quotes, "words_there", lambda *_: line_of("before the mr safety pol- icy", broken_after=4))
    (view,) = bench.judgement(ONE).quotes
    assert view.found
    assert view.boxes == ((2.0, 0.0, 5.0, 1.0), (5.0, 1.0, 6.0, 2.0))


def test_a_quote_whose_words_are_not_at_hand_stays_where_it_was(bench, monkeypatch):
    bench.evidence.pin(ONE, "MR safety policy", 1, ())
    (there,) = bench.judgement(ONE).quotes
    monkeypatch.setattr(quotes, "words_there", lambda *_: None)
    assert bench.judgement(ONE).quotes == (there,)


def line_of(text: str, broken_after: int | None = None) -> PageWords:
    """A page of words one point wide; a second line begins after the word of this number."""
    texts = tuple(text.split())
    lines = tuple(int(broken_after is not None and at > broken_after) for at in range(len(texts)))
    boxes = tuple((float(at), float(line), at + 1.0, line + 1.0) for at, line in enumerate(lines))
    return PageWords(texts=texts, boxes=boxes, lines=lines)


WORD = st.text(st.characters(codec="utf-8", exclude_categories=("Z", "C")), min_size=1, max_size=8)
SOME = (
    st.sampled_from(["the", "MR", "opti-", "misation", "ﬁeld", "Müller", "\u2013", "(v4.3,", "“note”", "e.g."]) | WORD
)


@given(texts=st.lists(SOME, min_size=1, max_size=20), data=st.data())
def test_any_run_of_words_of_a_page_is_found_where_it_was_selected(texts, data):
    lines = tuple(sorted(data.draw(st.lists(st.integers(0, 4), min_size=len(texts), max_size=len(texts)))))
    page = replace(line_of(" ".join("x" for _ in texts)), texts=tuple(texts), lines=lines)
    first = data.draw(st.integers(0, len(texts) - 1))
    last = data.draw(st.integers(first, len(texts) - 1))
    selected = " ".join(texts[first : last + 1])
    run = quotes.place_of(page, selected, page.boxes_of(first, last))
    if run is None:
        assert not quotes.places_of(quotes.spellings(page), selected)
        assert not any(folded_phrase(text) for text in texts[first : last + 1])
    else:
        assert first <= run.first <= run.last <= last
        assert quotes.place_of(page, quotes.quoted(page, run), page.boxes_of(*run)) == run


def test_a_word_broken_at_a_line_s_end_is_quoted_in_one():
    page = line_of("the opti- misation of high- field", broken_after=1)
    assert quotes.quoted(page, Run(0, 4)) == "the opti-misation of high-"
