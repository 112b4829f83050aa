"""The policy is read whole and refuses numbers with which nothing would be protected."""

import pytest

from mrse_assess.cohort.disclosure import load_policy
from mrse_assess.cohort.disclosure.policy import SHIPPED
from mrse_assess.errors import SchemeError


@pytest.fixture
def altered(tmp_path):
    def make(old, new):
        text = SHIPPED.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "disclosure.toml"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return path

    return make


def test_the_shipped_policy_never_crosses_employer_and_outcome():
    assert load_policy().crossed(("year", "outcome", "employer")) == {"employer", "outcome"}
    assert load_policy().never(("note", "reason")) == {"note"}


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("threshold = 5", "threshold = 1", "threshold must be at least 2"),
        ("round_to = 5", "round_to = 0", "round_to must be at least 1"),
        ("round_to = 5", "round_to = 20", "twice the threshold"),
        ('zeros = "withheld"', 'zeros = "perhaps"', "cannot be read"),
        ("share = 0.5", "share = 0", "dominance"),
        ("smallest = 23", "smallest = 4", "smallest"),
        ("digits = 0", "digits = -1", "digits"),
        ("width = 5", "width = 4", "width must not lie below"),
        ("share = 0.2", "share = 1.5", "protection"),
        ('["employer", "outcome"]', '["employer"]', "two or more"),
        ('folded = "other, withheld"', "", "cannot be read"),
        ("[rates]", "[rate]", "cannot be read"),
    ],
)
def test_what_cannot_be_meant_is_refused(altered, old, new, word):
    with pytest.raises(SchemeError, match=word):
        load_policy(altered(old, new))
