"""A word for items that no other applicant uses is read as a usual one and given back as it was written."""

import pytest

from mrse_assess.intake.text.own_words import own_word

TITLE = "Experience Cross Reference Table"


def portfolio_of(case, word, *, borne, claims=None):
    """A table that calls the items by the word, and the items, which bear ``borne`` before their numbers."""
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    rows = {code: text.replace("Evidence", word) for code, text in (claims or case.claims).items()}
    portfolio.table(page, [("Sub-category", "Shown in"), *rows.items()], (90, 300))
    for number in range(1, 13):
        portfolio.evidence(f"{borne} {number}".strip(), pages=2, title=f"Work number {number}")
    return portfolio


@pytest.mark.parametrize(("word", "borne"), [("PoE", "PoE"), ("Specimen", "Specimen"), ("XE", "Evidence")])
def test_an_own_word_for_items_is_read_and_given_back(case, word, borne):
    found = case.read(portfolio_of(case, word, borne=borne))
    assert case.cells_of(found) == case.cells
    assert [item.label for item in found.evidence] == [f"{borne} {number}" for number in range(1, 13)]
    texts = [entry.text for entry in found.cross_references]
    assert texts
    assert all(word in text and "Item" not in text for text in texts)


def test_a_usual_word_is_left_alone(case):
    assert own_word([portfolio_of(case, "Evidence", borne="Evidence").reading()]) is None


def test_a_word_before_few_numbers_or_before_other_things_is_none(case):
    few = {code: f"PoE {place % 3 + 1}" for place, code in enumerate(case.codes)}
    assert own_word([portfolio_of(case, "PoE", borne="PoE", claims=few).reading()]) is None
    assert own_word([portfolio_of(case, "Room", borne="Room").reading()]) is None
    jumps = {code: f"Ward {7 * place + 3}" for place, code in enumerate(case.codes)}
    assert own_word([portfolio_of(case, "Ward", borne="", claims=jumps).reading()]) is None
