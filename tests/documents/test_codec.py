"""Pages as lines: nothing is lost on the way, and nothing false is believed."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.documents.codec import (
    Header,
    UntrustedAnswerError,
    decode_header,
    decode_page,
    encode_header,
    encode_page,
)
from mrse_assess.documents.findings import Finding
from mrse_assess.documents.values import ReadingLimits
from mrse_assess.model.pages import Bookmark, Drawn, Heading, NativeTable, PageReading, Ruling, TableCell, Word
from mrse_assess.terms import TextSource

LIMITS = ReadingLimits(words_on_page=50, rulings_on_page=20, headings_on_page=5)
points = st.integers(-100_000, 1_000_000).map(lambda hundredths: hundredths / 100)
texts = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1, max_size=20)
boxes = st.tuples(points, points, points, points)
pages = st.builds(
    PageReading,
    number=st.integers(1, 5000),
    width=st.floats(1, 5000),
    height=st.floats(1, 5000),
    words=st.lists(
        st.builds(Word, points, points, points, points, texts, st.integers(0, 99), st.integers(0, 99)), max_size=20
    ).map(tuple),
    rulings=st.lists(st.builds(Ruling, points, points, points, points), max_size=10).map(tuple),
    has_text=st.booleans(),
    picture_share=st.floats(0, 1),
    label=st.none() | texts,
    headings=st.lists(
        st.builds(Heading, text=texts, size=st.floats(1, 90), bold=st.booleans(), box=boxes), max_size=4
    ).map(tuple),
    inked=st.lists(boxes, max_size=4).map(tuple),
    text_source=st.sampled_from([TextSource.WRITTEN, TextSource.LAYER, TextSource.NONE]),
    skew=st.floats(-180, 180),
    drawn=st.lists(
        st.builds(Drawn, points, points, points, points, st.integers(0, 0xFFFFFF), st.booleans()), max_size=4
    ).map(tuple),
)
sure = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)


@settings(max_examples=60)
@given(pages, st.none() | sure)
def test_a_page_comes_back_as_it_was(page, certainty):
    if certainty is not None:  # its words were recognised
        page = replace(page, text_source=TextSource.RECOGNISED, certainty=(certainty,) * len(page.words))
    findings = (
        Finding("pages-without-text", page.number),
        Finding("page-crowded", page.number, {"what": "words", "limit": 5}),
    )
    assert decode_page(encode_page(page, findings), LIMITS) == (page, findings)


def test_a_header_comes_back_as_it_was():
    cell = TableCell(text="E7\npage 2", page=2, box=(1.0, 2.0, 3.0, 4.0))
    header = Header(
        pages=3,
        bookmarks=(Bookmark(level=1, title="Contents", page=2),),
        tables=(NativeTable(rows=((cell, TableCell(text="", page=None, box=None)),), pages=(2,)),),
        findings=(Finding("not-drawn", 2, {"what": "A chart"}),),
        rendered_by="own layout",
    )
    assert decode_header(encode_header(header), LIMITS) == header


PAGE = json.loads(
    encode_page(
        PageReading(
            number=1,
            width=595.0,
            height=842.0,
            words=(Word(1, 2, 3, 4, "one", 0, 0), Word(1, 2, 3, 4, "two", 0, 1)),
            rulings=(Ruling(1, 2, 3, 4),),
            has_text=True,
            picture_share=0.0,
            headings=(Heading(text="a", size=9.0, bold=False, box=(1, 2, 3, 4)),),
        ),
        (),
    )
)


@pytest.mark.parametrize(
    "change",
    [
        {"number": 0},
        {"number": "1"},
        {"number": 9999},
        {"size": [0, 842]},
        {"size": [float("inf"), 1]},
        {"size": "A4"},
        {"words": ["one", [1], [2], [3], [4], [0]]},
        {"words": ["one\ntwo", [1], [2], [3], [4], [0], [0]]},
        {"words": ["one", [1.5], [2], [3], [4], [0], [0]]},
        {"words": ["one", [10**12], [2], [3], [4], [0], [0]]},
        {"words": ["one", ["1"], [2], [3], [4], [0], [0]]},
        {"words": [5]},
        {"words": {"a": 1}},
        {"words": ["\n".join("x" * 51), *[[0] * 51] * 6]},
        {"rulings": [[1, 2, 3]]},
        {"rulings": [[1, 2, 3, float("nan")]]},
        {"rulings": [[1, 2, 3, 4]] * 21},
        {"headings": [["a", 9.0, False, [1, 2, 3]]]},
        {"headings": [["a", 9, False, [1, 2, 3, 4]]] * 6},
        {"headings": [["a" * 2000, 9, False, [1, 2, 3, 4]]]},
        {"inked": [[1, 2, 3]]},
        {"inked": [[1, 2, 3, float("nan")]]},
        {"inked": [[1, 2, 3, 4]] * 1001},
        {"text_source": "guessed"},
        {"text_source": None},
        {"text_source": "recognised"},  # and no certainty of its words
        {"text_source": "recognised", "certainty": [900]},
        {"text_source": "recognised", "certainty": [900, 1001]},
        {"text_source": "recognised", "certainty": [900, -1]},
        {"text_source": "recognised", "certainty": [900, True]},
        {"text_source": "recognised", "certainty": [900, 0.5]},
        {"text_source": "written", "certainty": [900, 900]},
        {"certainty": 5},
        {"skew": 181},
        {"skew": float("nan")},
        {"skew": True},
        {"skew": "0"},
        {"label": 7},
        {"label": "x" * 500},
        {"findings": [["unheard-of", 1, {}]]},
        {"findings": [["page-crowded", 1, {}]]},
        {"findings": [["pages-without-text", 0, {}]]},
        {"findings": [["page-crowded", 1, {"what": ["x"], "limit": 1}]]},
        {"findings": [["page-crowded", 1, {"what": "x", "limit": 1, "file": "y"}]]},
        {"findings": [["page-crowded", 1, {"what": "x" * 999, "limit": 1}]]},
    ],
)
def test_a_page_out_of_range_is_not_believed(change):
    assert decode_page(json.dumps(PAGE).encode(), LIMITS)[0].words[1].text == "two"
    with pytest.raises(UntrustedAnswerError):
        decode_page(json.dumps(PAGE | change).encode(), LIMITS)


@settings(max_examples=200)
@given(st.binary(max_size=60) | st.from_regex(rb'\{"[a-z]{1,6}":[\[{0-9"]{1,9}', fullmatch=True))
def test_no_bytes_whatever_raise_anything_else(line):
    for decode in (decode_page, decode_header):
        with pytest.raises(UntrustedAnswerError):
            decode(line, LIMITS)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=200)
@given(st.sampled_from(sorted(PAGE)), json_values)
def test_any_value_in_any_place_is_either_a_page_or_refused(key, value):
    try:
        page, findings = decode_page(json.dumps(PAGE | {key: value}).encode(), LIMITS)
    except UntrustedAnswerError:
        return
    assert isinstance(page, PageReading)
    assert isinstance(findings, tuple)


def test_a_header_out_of_range_is_not_believed():
    good = json.loads(encode_header(Header(pages=2)))
    for change in (
        {"pages": -1},
        {"pages": 10**9},
        {"tables": [[[["x", 3, None]]]]},
        {"bookmarks": [[1, "x" * 2000, 1]]},
        {"rendered_by": 5},
    ):
        with pytest.raises(UntrustedAnswerError):
            decode_header(json.dumps(good | change).encode(), LIMITS)
