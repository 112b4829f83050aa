from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.model.wordings import Wording
from mrse_assess.terms import Verdict
from mrse_assess.ui.entries import entry_for_page, entry_from_page
from mrse_assess.ui.fields import Fields
from mrse_assess.workbench.views import Entry

texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",)), max_size=40)
ids = st.lists(texts, unique=True, max_size=4).map(tuple)
entries = st.builds(
    Entry,
    verdict=st.none() | st.sampled_from(Verdict),
    reasons=ids,
    primary_reason=texts,
    contribution=ids,
    mhra_edition=texts,
    mhra_section=texts,
    simulated=st.booleans(),
    independent_group=texts,
    feedback=texts,
    to_panel=texts,
    private=texts,
    seen=texts,
    target=texts,
    other_item=texts,
    page=st.integers(0, 1000),
    evidence_date=texts,
    wording=st.lists(st.builds(Wording, texts, texts), max_size=3).map(tuple),
)


@settings(max_examples=60)
@given(entries)
def test_an_entry_comes_back_from_the_page_as_it_went(entry):
    assert entry_from_page(Fields(entry_for_page(entry))) == entry


def test_nul_characters_do_not_reach_the_records():
    assert Fields({"feedback": "a\x00b"}).text("feedback") == "ab"
