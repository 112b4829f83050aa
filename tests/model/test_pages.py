"""Pages as they go from process to process."""

import pickle
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.model.pages import Heading, PageReading, Ruling, Word
from mrse_assess.terms import TextSource

edges = st.floats(-1000, 1000)
words = st.lists(st.builds(Word, edges, edges, edges, edges, st.text(), st.integers(0, 99), st.integers(0, 99)))


def page(words: Sequence[Word]) -> PageReading:
    return PageReading(
        number=3,
        width=595.0,
        height=842.0,
        words=tuple(words),
        rulings=(Ruling(1.0, 2.0, 3.0, 2.0),),
        has_text=True,
        picture_share=0.25,
        label="iii",
        headings=(Heading(text="Evidence 7", size=14.0, bold=True, box=(1.0, 2.0, 3.0, 4.0)),),
        inked=((5.0, 6.0, 7.0, 8.0),),
        text_source=TextSource.RECOGNISED,
        certainty=tuple(0.5 for _ in words),
        skew=1.5,
    )


@given(words)
def test_a_page_comes_out_of_another_process_as_it_went_in(words):
    sent = page(words)
    came = pickle.loads(pickle.dumps(sent))  # noqa: S301 - what this test has just written
    assert came == sent
    assert [type(word) for word in came.words] == [Word] * len(words)


def test_a_page_without_words_comes_out_of_another_process_without_words():
    assert pickle.loads(pickle.dumps(page([]))).words == ()  # noqa: S301 - as above
