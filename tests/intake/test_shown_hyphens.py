"""Soft hyphens: on a page they are hyphens, in a file's own text they are not seen."""

import dataclasses

from mrse_assess.intake.text.shown_hyphens import with_hyphens
from mrse_assess.terms import MediaKind


def test_pages_from_to_are_read_where_the_font_calls_its_hyphen_a_soft_one(segments):
    portfolio = segments.with_table(segments.drawn(), {**segments.claims, "1.1": "Evidence 1, pages 2-3"})
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", 3, "E-learning for porters")
    reading = portfolio.reading()
    pages = tuple(
        dataclasses.replace(
            page,
            words=tuple(word._replace(text=word.text.replace("-", "\u00ad")) for word in page.words),
            headings=tuple(dataclasses.replace(each, text=each.text.replace("-", "\u00ad")) for each in page.headings),
        )
        for page in reading.pages
    )
    found = segments.read(dataclasses.replace(reading, pages=pages))
    (entry,) = (each for each in found.cross_references if each.sub_category == "1.1")
    assert entry.page_hint == "2-3"
    assert {item.title for item in found.evidence} == {"E-learning for porters"}


def test_a_reading_without_soft_hyphens_stays_as_it_is(segments):
    reading = segments.front().reading()
    table = segments.native([("Radio\u00adgraphy",)])
    native = dataclasses.replace(reading, media=MediaKind.DOCX, tables=(table,))
    assert with_hyphens(native) is native
