"""Words readable under covers, by what the worker saw."""

import pytest

from mrse_assess.model.facts import Cover, FileFacts
from mrse_assess.terms import Look, Tri

BOX = (10.0, 20.0, 90.0, 32.0)


def said(check, material, *covers, **more):
    """Kind and outcome of everything said of one item of two pages."""
    facts = {"1.pdf": FileFacts(file="1.pdf", covers=covers, **more)}
    return check("redactions", material({"1": ["words", "more"]}, facts=facts)).observations


@pytest.mark.parametrize(
    ("kind", "told"), [("fill", "readable"), ("picture", "readable"), ("redact_annotation", "not_applied")]
)
def test_words_that_can_still_be_read_are_a_concern(check, material, kind, told):
    (one,) = said(check, material, Cover(2, kind, BOX, 3, Tri.YES))
    assert (one.kind, one.outcome, one.clause, one.evidence_id) == (told, Look.CONCERN, "G11", "1")
    assert [(place.page, place.box, place.quote) for place in one.places] == [(2, BOX, None)]


def test_words_that_are_gone_are_clear(check, material):
    (one,) = said(check, material, Cover(2, "fill", BOX, 0, Tri.YES), Cover(1, "fill", BOX, 4, Tri.NO))
    assert (one.kind, one.outcome) == ("none", Look.CLEAR)


def test_what_pixels_could_not_decide_is_not_checked(check, material):
    (one,) = said(check, material, Cover(1, "picture", BOX, 4, Tri.UNDETERMINED))
    assert (one.kind, one.outcome) == ("not_checked", Look.NOT_CHECKABLE)


def test_a_file_not_looked_into_is_not_checkable(check, material):
    (one,) = said(check, material, unseen=frozenset({"covers"}))
    assert (one.kind, one.outcome) == ("not_looked_into", Look.NOT_CHECKABLE)
    (two,) = check("redactions", material({"1": "words"})).observations
    assert two.outcome is Look.NOT_CHECKABLE


def test_what_could_not_be_seen_elsewhere_in_the_file_is_said_beside_a_finding(check, material):
    kinds = {
        each.kind for each in said(check, material, Cover(2, "fill", BOX, 3, Tri.YES), unseen=frozenset({"covers"}))
    }
    assert kinds == {"readable", "not_looked_into"}
