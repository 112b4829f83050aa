"""The room's data is read whole and checked."""

import pytest

from mrse_assess.agreement import Level, Referred, load_limits
from mrse_assess.agreement.limits import SHIPPED
from mrse_assess.errors import SchemeError
from mrse_assess.terms import Verdict


@pytest.fixture
def altered(tmp_path):
    def make(old, new):
        text = SHIPPED.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "agreement.toml"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return path

    return make


def test_the_scales_are_the_verdicts_that_an_assessor_may_record():
    limits = load_limits()
    assert set(limits.scale(Level.CONCLUSION, Referred.CATEGORY)) == set(Verdict)
    assert set(limits.scale(Level.ITEM, Referred.CATEGORY)) == set(Verdict) - {Verdict.NOTHING_OFFERED}
    assert Verdict.REFERRED_TO_PANEL not in limits.scale(Level.CONCLUSION, Referred.MISSING)


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("applications = 10", "applications = 1", "at least 2"),
        ("given = 5", "given = -1", "given"),
        ("resamples = 2000", "resamples = 10", "resamples"),
        ("confidence = 0.95", "confidence = 95", "confidence"),
        ("defined = 0.95", "defined = 0", "defined"),
        ('item = ["satisfactory", "not_satisfactory"]', 'item = ["satisfactory"]', "two categories"),
        ('item = ["satisfactory", "not_satisfactory"]', 'item = ["satisfactory", "satisfactory"]', "each once"),
        ('referred = "referred_to_panel"', 'referred = "satisfactory"', "referred"),
        ("lopsided", "crooked", "lopsided"),
        ("units = 10", "units = 'ten'", "ten"),
        ("[scale]", "[scale", "TOMLDecodeError"),
    ],
)
def test_limits_that_cannot_be_meant_are_refused_by_name(altered, old, new, word):
    with pytest.raises(SchemeError, match=word):
        load_limits(altered(old, new))


def test_a_threshold_is_taken_from_the_data(altered):
    assert load_limits(altered("applications = 10", "applications = 12")).applications == 12
