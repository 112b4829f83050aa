from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import Authentication, CrossReferenceEntry, EvidenceItem, Portfolio


def span(first, last):
    return PageSpan(file="all.pdf", first=first, last=last)


def portfolio(*entries):
    parts = [("4a", "Draft", span(3, 4)), ("4b", "Final version", span(5, 9))]
    return Portfolio(
        applicant_name=None,
        submitted_on=None,
        documents=(),
        tables=(),
        contents_list=None,
        cross_references=entries,
        authentication=Authentication(present=False),
        evidence=tuple(EvidenceItem(id=i, label=i, title=title, spans=(pages,)) for i, title, pages in parts),
        unresolved=(),
        orphans=(),
        problems=(),
    )


def reference(evidence_id, *spans):
    return CrossReferenceEntry(
        sub_category="1.1",
        evidence_id=evidence_id,
        text=evidence_id,
        page_hint=None,
        section_hint=None,
        notes=(),
        spans=spans,
        confidence=1.0,
        cell=None,
    )


def test_a_reference_to_two_items_by_what_they_share_has_the_pages_of_both():
    whole = portfolio(reference("4", span(3, 4), span(5, 9))).item("4")
    assert whole.spans == (span(3, 4), span(5, 9))
    assert whole.title == "4a Draft; 4b Final version"


def test_a_reference_that_leads_nowhere_is_no_item():
    assert portfolio(reference("5")).item("5") is None


def test_an_item_is_found_by_its_own_id_first():
    assert portfolio(reference("4a", span(3, 4))).item("4a").title == "Draft"


def test_a_reference_to_a_page_of_two_items_named_together_leaves_both_in_sight():
    whole = portfolio(reference("4", span(6, 6), span(3, 3))).item("4")
    assert whole.spans == (span(3, 4), span(5, 9))


def test_pages_beside_every_item_are_kept():
    whole = portfolio(reference("4", span(3, 4), span(20, 21))).item("4")
    assert whole.spans == (span(3, 4), span(20, 21))
